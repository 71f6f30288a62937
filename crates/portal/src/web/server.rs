//! The HTTP server: all routes of all sections, health, and a shutdown that finishes what was begun.

use super::app::App;
use super::connections::{Places, Sent, Taken};
use super::limits::Peer;
use super::{assets, dev, gallery, home, metrics, pipeline};
use crate::settings::Server;
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use http::{Request, StatusCode};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use platform::lang::Lang;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, watch};
use tower::ServiceExt;

/// The routes of the shell itself.
pub fn shell_routes() -> super::Routes {
    super::Routes::new().public("/", home::show)
}

/// Everything the portal answers.
pub fn router(app: &App) -> Router {
    let mut localized = Router::new();
    let mut bare = Router::new().route("/", get(pipeline::root)).route("/assets/{name}", get(assets::show));
    let all = app.features.iter().map(|feature| (feature.routes)()).chain([shell_routes()]);
    for routes in all {
        let (with_language, without) = routes.split();
        localized = localized.merge(with_language);
        bare = bare.merge(without);
    }
    if app.settings.server.development {
        bare = bare.merge(dev::routes()).merge(gallery::routes());
    }
    for lang in Lang::ALL {
        // With the slash, so that the first page is `/ky/` like the links to it; without it axum makes it `/ky`.
        bare = bare.nest(&format!("/{lang}/"), localized.clone());
    }
    bare.fallback(pipeline::fallback)
        .method_not_allowed_fallback(|| async { StatusCode::METHOD_NOT_ALLOWED })
        .layer(from_fn_with_state(app.clone(), pipeline::pipeline))
        .merge(health())
        .with_state(app.clone())
}

/// Outside the pipeline: a probe costs nothing and says little.
fn health() -> Router<App> {
    Router::new().route("/healthz", get(|| async { "ok" })).route("/readyz", get(ready))
}

async fn ready(State(app): State<App>) -> Result<&'static str, StatusCode> {
    let asked = async {
        let mut tx = app.db.read().await?;
        platform::activity::head(&mut tx).await
    };
    asked.await.map(|_| "ready").map_err(|_| StatusCode::SERVICE_UNAVAILABLE)
}

/// The addresses of a portal, opened before anything else: whoever cannot have one does not start.
pub struct Listeners {
    pub pages: TcpListener,
    /// Figures for Prometheus, on an address of their own; often there is none.
    pub metrics: Option<TcpListener>,
}

impl Listeners {
    pub async fn open(settings: &Server) -> anyhow::Result<Listeners> {
        let pages = listen(&settings.listen, "server.listen").await?;
        let metrics = match settings.metrics_listen.as_str() {
            "" => None,
            address => Some(listen(address, "server.metrics_listen").await?),
        };
        Ok(Listeners { pages, metrics })
    }
}

/// Opens an address, or says in one sentence why not.
async fn listen(address: &str, key: &str) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address).await.map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => anyhow::anyhow!(
            "the address {address} is in use; stop what listens there or choose another (`{key}`)"
        ),
        _ => anyhow::anyhow!("cannot listen on {address} (`{key}`): {error}"),
    })
}

/// Whoever opens a connection has to say within this time what they want.
const HEADERS_WITHIN: Duration = Duration::from_secs(10);
/// More wait in the system's queue. Each holds some kilobytes.
const CONNECTIONS: usize = 4096;
/// A short rest when the system has no descriptor left for one more connection.
const REST: Duration = Duration::from_millis(100);

/// Serves until `stop` turns true and the open requests are answered.
pub async fn serve(app: App, listener: TcpListener, mut stop: watch::Receiver<bool>) -> anyhow::Result<()> {
    let router = router(&app);
    // HTTP/1.1 alone: browsers speak HTTP/2 to the proxy that ends TLS, and telling the two apart would wait for a
    // stranger's first bytes without a limit.
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEADERS_WITHIN);
    let open = GracefulShutdown::new();
    let room = Arc::new(Semaphore::new(CONNECTIONS));
    // Behind a proxy all connections come from its address, and it is the proxy that counts.
    let places = (app.settings.server.proxies == 0).then(|| Arc::new(Places::default()));
    loop {
        let next = async {
            let place = Arc::clone(&room).acquire_owned().await.expect("the semaphore is never closed");
            (listener.accept().await, place)
        };
        let (accepted, place) = tokio::select! {
            next = next => next,
            _ = stop.wait_for(|stop| *stop) => break,
        };
        let (stream, address) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                tracing::warn!(%error, "a connection could not be taken");
                tokio::time::sleep(REST).await;
                continue;
            }
        };
        let of_its_address = match &places {
            Some(places) => match places.take(address.ip()) {
                Some(place) => Some(place),
                None => continue,
            },
            None => None,
        };
        let router = router.clone();
        let service = service_fn(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(Peer(address));
            router.clone().oneshot(request.map(|body| Body::new(Sent::new(body))))
        });
        let connection = open.watch(http.serve_connection(TokioIo::new(Taken::new(stream)), service));
        tokio::spawn(async move {
            // How a connection ends is the other side's business.
            let _ = connection.await;
            drop((place, of_its_address));
        });
    }
    drop(listener);
    open.shutdown().await;
    Ok(())
}

/// Serves figures on their own address.
pub async fn serve_metrics(
    app: App,
    listener: TcpListener,
    mut stop: watch::Receiver<bool>,
) -> anyhow::Result<()> {
    let router = Router::new().route("/metrics", get(metrics::show)).with_state(app);
    let stopped = async move {
        let _ = stop.wait_for(|stop| *stop).await;
    };
    axum::serve(listener, router).with_graceful_shutdown(stopped).await?;
    Ok(())
}

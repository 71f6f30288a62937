//! Requests against a server of this machine, which stands for the one that the operator named.

use super::*;
use http::header::HeaderValue;
use std::sync::Mutex;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

/// A server that answers by path. Returns its origin, and the requests as they came.
async fn server(answer: fn(&str) -> String) -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    let asked = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&asked);
    tokio::spawn(async move {
        loop {
            let (mut stream, _) = listener.accept().await.unwrap();
            let log = Arc::clone(&log);
            tokio::spawn(async move {
                let mut head = vec![0; 4096];
                let length = stream.read(&mut head).await.unwrap();
                let head = String::from_utf8_lossy(&head[..length]).into_owned();
                let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
                log.lock().unwrap().push(head);
                let _ = stream.write_all(answer(&path).as_bytes()).await;
                if path == "/slow" {
                    std::future::pending::<()>().await;
                }
            });
        }
    });
    (origin, asked)
}

fn answers(path: &str) -> String {
    let to = |address: &str| {
        format!("HTTP/1.1 302 Found\r\nlocation: {address}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
    };
    match path {
        "/near" => to("/"),
        "/inside" => to("https://localhost/"),
        "/number" => to("https://169.254.169.254/latest/meta-data/"),
        "/odd" => to("https://2130706433/"),
        "/port" => to("https://example.org:22/"),
        "/plain" => to("http://example.org/"),
        "/file" => to("file:///etc/passwd"),
        "/round" => to("/round"),
        "/moved" => to("/near").replace("302 Found", "301 Moved Permanently"),
        "/slow" => "HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nsome".to_owned(),
        "/long" => {
            let body = "a".repeat(2000);
            format!("HTTP/1.1 200 OK\r\ncontent-length: 2000\r\nconnection: close\r\n\r\n{body}")
        }
        _ => "HTTP/1.1 200 OK\r\ncontent-length: 5\r\nconnection: close\r\n\r\nhello".to_owned(),
    }
}

fn limits() -> Limits {
    Limits { longest: 1000, within: Duration::from_millis(500), redirects: 3, plain: false }
}

async fn get(fetch: &Fetch, address: &str) -> Result<Response<Vec<u8>>, FetchError> {
    fetch.send(Request::get(address).body(Vec::new()).unwrap()).await
}

#[tokio::test]
async fn the_origin_that_the_operator_named_is_asked_and_led_on_within_itself() {
    let (own, asked) = server(answers).await;
    let fetch = Fetcher::new(limits()).allowing(Origin::of(&own).unwrap()).open().unwrap();
    let answer = get(&fetch, &format!("{own}/near")).await.unwrap();
    assert_eq!((answer.status(), answer.body().as_slice()), (StatusCode::OK, &b"hello"[..]));
    assert_eq!(asked.lock().unwrap().len(), 2);
    let post = Request::post(format!("{own}/near")).body(b"x".to_vec()).unwrap();
    assert_eq!(
        fetch.send(post).await.unwrap().status(),
        StatusCode::FOUND,
        "what was sent is not sent again"
    );
}

#[tokio::test]
async fn no_redirect_leads_into_the_own_network_to_odd_ports_or_out_of_tls() {
    let (own, _) = server(answers).await;
    let fetch = Fetcher::new(limits()).allowing(Origin::of(&own).unwrap()).open().unwrap();
    for (path, why) in [
        ("inside", NOT_PUBLIC),
        ("number", NOT_PUBLIC),
        ("odd", NOT_PUBLIC),
        ("port", "its port is not the one of the web"),
        ("plain", "it is not protected by TLS"),
        ("file", "it is not of the web"),
    ] {
        match get(&fetch, &format!("{own}/{path}")).await {
            Err(FetchError::Forbidden(reason)) => assert_eq!(reason, why, "{path}"),
            other => panic!("{path}: {other:?}"),
        }
    }
}

#[tokio::test]
async fn a_server_of_this_machine_hears_nothing_unless_it_was_named() {
    let (own, asked) = server(answers).await;
    let (other, _) = server(answers).await;
    let named = Fetcher::new(Limits { plain: true, ..limits() });
    let fetch = named.allowing(Origin::of(&other).unwrap()).open().unwrap();
    let by_name = own.replace("127.0.0.1", "localhost");
    for address in
        [own.as_str(), &by_name, "http://localhost/", "http://[::1]/", "http://127.1/", "http://0/"]
    {
        let refused = get(&fetch, address).await;
        assert!(matches!(refused, Err(FetchError::Forbidden(_))), "{address}: {refused:?}");
    }
    assert!(asked.lock().unwrap().is_empty());
}

#[tokio::test]
async fn answers_that_are_long_slow_or_go_round_in_circles_are_given_up() {
    let (own, asked) = server(answers).await;
    let fetch = Fetcher::new(limits()).allowing(Origin::of(&own).unwrap()).open().unwrap();
    assert!(matches!(get(&fetch, &format!("{own}/long")).await, Err(FetchError::TooLong)));
    assert!(matches!(get(&fetch, &format!("{own}/slow")).await, Err(FetchError::TooSlow)));
    asked.lock().unwrap().clear();
    assert!(matches!(get(&fetch, &format!("{own}/round")).await, Err(FetchError::TooManyRedirects)));
    assert_eq!(asked.lock().unwrap().len(), 4, "the first and three more");
    assert!(matches!(get(&fetch, "https://name:word@example.org/").await, Err(FetchError::Forbidden(_))));
}

#[tokio::test]
async fn a_glance_reads_no_body_and_says_what_has_moved_for_good() {
    let (own, _) = server(answers).await;
    let fetch = Fetcher::new(limits()).allowing(Origin::of(&own).unwrap()).open().unwrap();
    let glance = async |path: &str| {
        let request = Request::get(format!("{own}{path}")).body(Vec::new()).unwrap();
        fetch.glance(request).await
    };
    let long = glance("/long").await.unwrap();
    assert_eq!((long.status, long.headers["content-length"].to_str().unwrap()), (StatusCode::OK, "2000"));
    assert_eq!(long.moved_to, None);
    assert_eq!(glance("/near").await.unwrap().moved_to, None, "it may be back tomorrow");
    assert_eq!(glance("/moved").await.unwrap().moved_to, Some(format!("{own}/near")));
    assert!(matches!(glance("/number").await, Err(FetchError::Forbidden(_))));
}

#[test]
fn what_proves_who_we_are_stays_with_its_server() {
    let from = Url::parse("https://id.example/token").unwrap();
    let request = || {
        let mut request = Request::get(from.as_str()).body(Vec::new()).unwrap();
        for name in [AUTHORIZATION, COOKIE, PROXY_AUTHORIZATION] {
            request.headers_mut().insert(name, HeaderValue::from_static("secret"));
        }
        request
    };
    let within = onward(request(), &from, &Url::parse("https://id.example/keys").unwrap()).unwrap();
    assert_eq!(within.headers().len(), 3);
    for other in ["https://other.example/", "http://id.example/", "https://id.example:8443/"] {
        let out = onward(request(), &from, &Url::parse(other).unwrap()).unwrap();
        assert!(out.headers().is_empty(), "{other}");
        assert_eq!(out.uri().to_string(), other);
    }
}

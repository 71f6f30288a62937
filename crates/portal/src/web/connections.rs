//! What one connection may take from all others: how long it may keep the portal waiting, and how many of them one
//! address may hold. How long somebody may take to say what they want is set in `server.rs`; how often they may send
//! something, in `limits.rs`.
//!
//! Whoever sends or fetches something keeps a certain pace, slow enough for the worst telephone line. Only the time in
//! which the portal waits counts; what it needs for itself does not.

use super::limits::subscriber;
use axum::BoxError;
use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use hyper::body::Incoming;
use std::collections::HashMap;
use std::io;
use std::net::IpAddr;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::{Duration, Instant};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::Sleep;

/// The portal waits this long in all for the next [`LEAST`] bytes.
const PATIENCE: Duration = Duration::from_secs(30);
const LEAST: usize = 16 * 1024;
/// The system, if it is Linux, takes no more than this from us ahead of what it sends. It would take megabytes, and their leaving would be
/// the only sign of life of somebody on a slow line.
const AHEAD: u32 = 32 * 1024;
/// A village behind one address loads pages at the same time; a program that holds places wants them all.
const OF_ONE_ADDRESS: usize = 256;

/// Counts what goes through and the time in which nothing does.
struct Pace {
    patience: Duration,
    moved: usize,
    waited: Duration,
    waiting: Option<(Instant, Pin<Box<Sleep>>)>,
}

impl Pace {
    fn new(patience: Duration) -> Self {
        Pace { patience, moved: 0, waited: Duration::ZERO, waiting: None }
    }

    fn moved(&mut self, bytes: usize) {
        if let Some((since, _)) = self.waiting.take() {
            self.waited += since.elapsed();
        }
        self.moved += bytes;
        if self.moved >= LEAST {
            (self.moved, self.waited) = (0, Duration::ZERO);
        }
    }

    /// To be asked whenever nothing goes through: an error once that took too long.
    fn poll_waiting(&mut self, context: &mut Context<'_>) -> Poll<io::Error> {
        let left = self.patience.saturating_sub(self.waited);
        let begin = || (Instant::now(), Box::pin(tokio::time::sleep(left)));
        let (_, end) = self.waiting.get_or_insert_with(begin);
        end.as_mut().poll(context).map(|()| io::ErrorKind::TimedOut.into())
    }
}

/// A connection whose other end takes what it asked for.
pub struct Taken<S> {
    stream: S,
    pace: Pace,
}

impl Taken<TcpStream> {
    pub fn new(stream: TcpStream) -> Self {
        // Pages go out whole; waiting for more to fill a packet only costs time. Without these settings all works, less well.
        let _ = stream.set_nodelay(true);
        #[cfg(target_os = "linux")]
        let _ = socket2::SockRef::from(&stream).set_tcp_notsent_lowat(AHEAD);
        Taken { stream, pace: Pace::new(PATIENCE) }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Taken<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl<S: AsyncWrite + Unpin> Taken<S> {
    fn watch(
        &mut self,
        context: &mut Context<'_>,
        wrote: Poll<io::Result<usize>>,
    ) -> Poll<io::Result<usize>> {
        match wrote {
            Poll::Pending => self.pace.poll_waiting(context).map(Err),
            Poll::Ready(wrote) => {
                self.pace.moved(*wrote.as_ref().unwrap_or(&0));
                Poll::Ready(wrote)
            }
        }
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Taken<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let wrote = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.watch(context, wrote)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let wrote = Pin::new(&mut self.stream).poll_write_vectored(context, pieces);
        self.watch(context, wrote)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

/// What somebody sends, as long as it keeps coming.
pub struct Sent {
    body: Incoming,
    pace: Pace,
}

impl Sent {
    pub fn new(body: Incoming) -> Self {
        Sent { body, pace: Pace::new(PATIENCE) }
    }
}

impl Body for Sent {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let Poll::Ready(frame) = Pin::new(&mut self.body).poll_frame(context) else {
            let late = ready!(self.pace.poll_waiting(context));
            return Poll::Ready(Some(Err(late.into())));
        };
        if let Some(Ok(frame)) = &frame {
            self.pace.moved(frame.data_ref().map_or(0, Bytes::len));
        }
        Poll::Ready(frame.map(|frame| frame.map_err(Into::into)))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// The open connections of each address. An address is known here while one of its connections is open, and no longer.
#[derive(Default)]
pub struct Places {
    taken: Mutex<HashMap<Vec<u8>, usize>>,
}

/// One connection's place; dropping it gives it back.
pub struct Place {
    places: Arc<Places>,
    of: Vec<u8>,
}

impl Places {
    /// `None` if the address holds as many as it may.
    pub fn take(self: &Arc<Self>, address: IpAddr) -> Option<Place> {
        let of = subscriber(address);
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let count = taken.entry(of.clone()).or_default();
        if *count == OF_ONE_ADDRESS {
            return None;
        }
        *count += 1;
        drop(taken);
        Some(Place { places: Arc::clone(self), of })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut taken = self.places.taken.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = taken.get_mut(&self.of) {
            *count -= 1;
            if *count == 0 {
                taken.remove(&self.of);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};

    /// A connection that takes a kilobyte before its other end reads.
    fn connection() -> (Taken<tokio::io::DuplexStream>, tokio::io::DuplexStream) {
        let (ours, theirs) = duplex(1024);
        (Taken { stream: ours, pace: Pace::new(Duration::from_millis(300)) }, theirs)
    }

    #[tokio::test]
    async fn who_takes_nothing_is_cut_off() {
        let (mut ours, _theirs) = connection();
        let error = ours.write_all(&[0; 100_000]).await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
    }

    #[tokio::test]
    async fn who_takes_a_little_now_and_then_is_cut_off_too() {
        let (mut ours, mut theirs) = connection();
        let sipping = tokio::spawn(async move {
            while theirs.read_u8().await.is_ok() {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        });
        let error = ours.write_all(&[0; 100_000]).await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
        sipping.abort();
    }

    #[tokio::test]
    async fn who_is_slow_but_keeps_the_pace_gets_all() {
        let (mut ours, mut theirs) = connection();
        let all = tokio::spawn(async move {
            let (mut all, mut piece) = (0, [0; 1024]);
            while let Ok(read @ 1..) = theirs.read(&mut piece).await {
                all += read;
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
            all
        });
        // Longer in all than the portal would wait for one piece.
        let started = Instant::now();
        ours.write_all(&[0; 200_000]).await.unwrap();
        assert!(started.elapsed() > Duration::from_millis(300));
        drop(ours);
        assert_eq!(all.await.unwrap(), 200_000);
    }

    #[test]
    fn one_address_holds_so_many_connections_and_its_neighbour_as_many() {
        let places = Arc::new(Places::default());
        let (one, other) = ("198.51.100.7".parse().unwrap(), "198.51.100.8".parse().unwrap());
        let mut held: Vec<Place> = (0..OF_ONE_ADDRESS).map(|_| places.take(one).unwrap()).collect();
        assert!(places.take(one).is_none());
        assert!(places.take(other).is_some());
        held.pop();
        held.push(places.take(one).unwrap());
        drop(held);
        assert!(places.taken.lock().unwrap().is_empty(), "an address is forgotten with its last connection");
    }
}

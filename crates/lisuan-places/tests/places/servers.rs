//! Real servers on the loopback address.

use std::convert::Infallible;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use dav_server::{DavHandler, fakels::FakeLs, localfs::LocalFs};
use hyper::{server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;

/// Who may ask the storage.
pub const KEY: (&str, &str) = ("LISUANTEST", "not-a-secret-of-anyone");

/// Starts a server in a thread of its own; it ends with the test.
fn serve<F, S>(make: F) -> SocketAddr
where
    F: FnOnce(tokio::net::TcpListener) -> S + Send + 'static,
    S: Future<Output = ()>,
{
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    listener.set_nonblocking(true).unwrap();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let local = tokio::task::LocalSet::new();
        local.block_on(&runtime, async {
            make(tokio::net::TcpListener::from_std(listener).unwrap()).await;
        });
    });
    address
}

/// A WebDAV server over a folder.
pub fn webdav(folder: &Path) -> SocketAddr {
    let handler = DavHandler::builder()
        .filesystem(LocalFs::new(folder, false, false, false))
        .locksystem(FakeLs::new())
        .build_handler();
    serve(move |listener| async move {
        while let Ok((stream, _)) = listener.accept().await {
            let handler = handler.clone();
            tokio::task::spawn_local(async move {
                let service = service_fn(move |request| {
                    let handler = handler.clone();
                    async move { Ok::<_, Infallible>(handler.handle(request).await) }
                });
                let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
            });
        }
    })
}

/// S3-compatible storage over a folder; each folder in it is a bucket.
pub fn s3(folder: &Path) -> SocketAddr {
    let mut builder = S3ServiceBuilder::new(s3s_fs::FileSystem::new(folder).unwrap());
    builder.set_auth(SimpleAuth::from_single(KEY.0, KEY.1));
    let service = builder.build().into_shared();
    serve(move |listener| async move {
        while let Ok((stream, _)) = listener.accept().await {
            let service = service.clone();
            tokio::task::spawn_local(async move {
                let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
            });
        }
    })
}

/// A way to a server that breaks: after so many bytes of answers the connection is cut and no
/// further one is taken, until it is mended.
pub struct BrokenWay {
    pub address: SocketAddr,
    left: Arc<AtomicU64>,
}

impl BrokenWay {
    pub fn to(server: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let way = Self {
            address: listener.local_addr().unwrap(),
            left: Arc::new(AtomicU64::new(u64::MAX / 2)),
        };
        let left = Arc::clone(&way.left);
        std::thread::spawn(move || {
            for client in listener.incoming() {
                let (Ok(client), Ok(server)) = (client, TcpStream::connect(server)) else {
                    continue;
                };
                if left.load(Ordering::SeqCst) == 0 {
                    continue;
                }
                let (from, to) = (client.try_clone().unwrap(), server.try_clone().unwrap());
                std::thread::spawn(move || pass(from, to, None));
                let left = Arc::clone(&left);
                std::thread::spawn(move || pass(server, client, Some(left)));
            }
        });
        way
    }

    /// Lets so many bytes of answers through.
    pub fn breaks_after(&self, bytes: u64) {
        self.left.store(bytes, Ordering::SeqCst);
    }
}

fn pass(mut from: TcpStream, mut to: TcpStream, left: Option<Arc<AtomicU64>>) {
    let mut piece = [0; 16 * 1024];
    while let Ok(read) = from.read(&mut piece) {
        if read == 0 {
            break;
        }
        if let Some(left) = &left {
            let before = left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| {
                Some(left.saturating_sub(read as u64))
            });
            if before.unwrap_or(0) < read as u64 {
                break;
            }
        }
        if to.write_all(&piece[..read]).is_err() {
            break;
        }
    }
    let _ = from.shutdown(std::net::Shutdown::Both);
    let _ = to.shutdown(std::net::Shutdown::Both);
}

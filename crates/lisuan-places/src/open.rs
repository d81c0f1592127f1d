//! Where a place is and how it is reached.

use std::future::Future;
use std::path::PathBuf;
use std::sync::OnceLock;
use std::time::Duration;

use opendal::services::{Fs, S3, Webdav};
use opendal::{HttpTransporter, Operator};
use opendal_http_transport_reqwest::ReqwestTransport;
use tokio::runtime::{Builder, Runtime};

use crate::error::PlaceError;
use crate::put::Put;

/// A place that says nothing for that long does not answer.
const SILENCE_MAX: Duration = Duration::from_secs(60);

/// Where a place is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Site {
    /// A folder or network share.
    Folder(PathBuf),
    /// A folder of a WebDAV server.
    WebDav {
        /// `https://…`, with the folder.
        url: String,
    },
    /// A bucket of S3-compatible storage.
    S3 {
        /// `https://…`.
        endpoint: String,
        /// `auto` where the storage has no regions.
        region: String,
        /// Its name.
        bucket: String,
        /// Folder in it; may be empty.
        prefix: String,
    },
}

/// Who asks.
#[derive(Clone, Default)]
pub struct Credentials {
    /// User name or access key id.
    pub user: String,
    /// Password or secret key.
    pub secret: String,
}

impl std::fmt::Debug for Credentials {
    /// Shows the name alone: a secret must never reach a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Credentials").field("user", &self.user).finish_non_exhaustive()
    }
}

/// A place that can be asked.
pub struct Place {
    pub(crate) operator: Operator,
    pub(crate) runtime: &'static Runtime,
    /// How WebDAV is sent to.
    pub(crate) put: Option<Put>,
}

/// What waits for answers. One for the whole program: connections are kept between questions and
/// belong to it.
static RUNTIME: OnceLock<Runtime> = OnceLock::new();

fn runtime() -> Result<&'static Runtime, PlaceError> {
    if let Some(runtime) = RUNTIME.get() {
        return Ok(runtime);
    }
    // A second time they are there already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    HttpTransporter::install_default(ReqwestTransport::default());
    let made = Builder::new_multi_thread().worker_threads(1).enable_all().build();
    let made = made.map_err(|error| PlaceError::Unreachable(error.to_string()))?;
    Ok(RUNTIME.get_or_init(|| made))
}

impl Place {
    /// Prepares to ask a place; nothing is sent yet.
    ///
    /// # Errors
    /// [`PlaceError::Missing`] for a folder that is not there: it is never made, for it may be a
    /// share that is not connected. [`PlaceError::PlainHttp`] for an address without TLS that is
    /// not this machine, unless `plain_http`. [`PlaceError::BadAddress`].
    pub fn open(site: &Site, who: &Credentials, plain_http: bool) -> Result<Self, PlaceError> {
        let runtime = runtime()?;
        let mut put = None;
        let operator = match site {
            Site::Folder(path) => {
                if !path.is_dir() {
                    return Err(PlaceError::Missing(path.display().to_string()));
                }
                let root = path.to_str().ok_or_else(|| bad(&path.display().to_string()))?;
                Operator::new(Fs::default().root(root))
            }
            Site::WebDav { url } => {
                guarded(url, plain_http)?;
                put = Some(Put::to(url, who)?);
                let dav = Webdav::default().endpoint(url).disable_create_dir(true);
                Operator::new(match who.user.is_empty() {
                    true => dav,
                    false => dav.username(&who.user).password(&who.secret),
                })
            }
            Site::S3 { endpoint, region, bucket, prefix } => {
                guarded(endpoint, plain_http)?;
                // Nothing but what was given: no profile, no environment, no metadata service.
                Operator::new(
                    S3::default()
                        .endpoint(endpoint)
                        .region(region)
                        .bucket(bucket)
                        .root(prefix)
                        .access_key_id(&who.user)
                        .secret_access_key(&who.secret)
                        .disable_config_load()
                        .disable_ec2_metadata(),
                )
            }
        };
        let operator = operator.map_err(|_| bad(&format!("{site:?}")))?;
        Ok(Self { operator, runtime, put })
    }

    /// Waits for one answer of the place.
    pub(crate) fn wait<T>(
        &self,
        asked: impl Future<Output = opendal::Result<T>>,
    ) -> Result<T, PlaceError> {
        let answered =
            self.runtime.block_on(async { tokio::time::timeout(SILENCE_MAX, asked).await });
        match answered {
            Ok(answer) => Ok(answer?),
            Err(_) => Err(PlaceError::Unreachable("timeout".to_owned())),
        }
    }
}

fn bad(address: &str) -> PlaceError {
    PlaceError::BadAddress(address.to_owned())
}

/// Refuses an address on whose way others can read along.
fn guarded(url: &str, plain_http: bool) -> Result<(), PlaceError> {
    let lower = url.to_ascii_lowercase();
    if lower.starts_with("https://") {
        return Ok(());
    }
    let rest = lower.strip_prefix("http://").ok_or_else(|| bad(url))?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if host.contains('@') {
        return Err(bad(url));
    }
    let name = match host.strip_prefix('[') {
        Some(six) => six.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    let here = name == "localhost"
        || name.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback());
    if here || plain_http { Ok(()) } else { Err(PlaceError::PlainHttp(url.to_owned())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_without_tls_are_for_this_machine_or_when_wished() {
        for url in ["https://dav.example.com/x", "http://127.0.0.1:8080/", "http://[::1]:80/"] {
            assert!(guarded(url, false).is_ok(), "{url}");
        }
        for url in ["http://nas.local/", "http://127.0.0.1.example.com/", "HTTP://10.0.0.1/"] {
            let error = guarded(url, false).unwrap_err();
            assert!(matches!(error, PlaceError::PlainHttp(_)), "{url}: {error:?}");
            assert!(guarded(url, true).is_ok(), "{url} when a person wants it");
        }
        for url in ["ftp://x/", "nas", "http://localhost@example.com/"] {
            assert!(matches!(guarded(url, true), Err(PlaceError::BadAddress(_))), "{url}");
        }
    }
}

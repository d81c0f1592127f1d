//! Sending a large file to WebDAV as a stream.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use futures::stream;
use reqwest::header::CONTENT_LENGTH;
use reqwest::{Body, Client, StatusCode, Url};

use crate::Progress;
use crate::error::PlaceError;
use crate::open::Credentials;

/// Read and sent at once.
const PIECE_BYTES: usize = 256 << 10;
/// How often progress is told.
const TELL_EVERY: Duration = Duration::from_millis(100);
/// So long may nothing move.
const SILENCE_MAX: Duration = Duration::from_secs(60);

/// A WebDAV folder to send to.
pub(crate) struct Put {
    client: Client,
    folder: Url,
    who: Credentials,
}

impl Put {
    pub(crate) fn to(url: &str, who: &Credentials) -> Result<Self, PlaceError> {
        let folder = Url::parse(url).map_err(|_| PlaceError::BadAddress(url.to_owned()))?;
        // A redirect could lead the password elsewhere.
        let client = Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(SILENCE_MAX)
            .build()
            .map_err(|_| PlaceError::BadAddress(url.to_owned()))?;
        Ok(Self { client, folder, who: who.clone() })
    }

    /// Sends a file, piece by piece.
    pub(crate) async fn send(
        &self,
        file: &Path,
        name: &str,
        total: u64,
        progress: Progress<'_>,
    ) -> Result<(), PlaceError> {
        let mut url = self.folder.clone();
        url.path_segments_mut()
            .map_err(|()| PlaceError::BadAddress(self.folder.to_string()))?
            .pop_if_empty()
            .push(name);
        let from = File::open(file).map_err(|error| PlaceError::io(file, error))?;
        let sent = Arc::new(AtomicU64::new(0));
        let counted = Arc::clone(&sent);
        let pieces = stream::unfold(from.take(total), move |mut from| {
            let counted = Arc::clone(&counted);
            async move {
                let mut piece = vec![0; PIECE_BYTES];
                match from.read(&mut piece) {
                    Ok(0) => None,
                    Ok(read) => {
                        piece.truncate(read);
                        counted.fetch_add(read as u64, Ordering::Relaxed);
                        Some((Ok(piece), from))
                    }
                    Err(error) => Some((Err(error), from)),
                }
            }
        });
        let mut asked = self.client.put(url).header(CONTENT_LENGTH, total);
        if !self.who.user.is_empty() {
            asked = asked.basic_auth(&self.who.user, Some(&self.who.secret));
        }
        let asked = asked.body(Body::wrap_stream(pieces)).send();
        let answer = watched(asked, &sent, total, progress).await?;
        match answer.status() {
            status if status.is_success() => Ok(()),
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Err(PlaceError::Refused),
            StatusCode::NOT_FOUND | StatusCode::CONFLICT => {
                Err(PlaceError::Missing(self.folder.path().to_owned()))
            }
            status => Err(PlaceError::Unreachable(status.as_u16().to_string())),
        }
    }
}

/// Waits for an answer, tells how far it is, and gives up when nothing moves or a person stops it.
async fn watched(
    asked: impl Future<Output = reqwest::Result<reqwest::Response>>,
    sent: &AtomicU64,
    total: u64,
    progress: Progress<'_>,
) -> Result<reqwest::Response, PlaceError> {
    let mut asked = std::pin::pin!(asked);
    let (mut before, mut silent) = (0, Duration::ZERO);
    loop {
        let done = sent.load(Ordering::Relaxed);
        if !progress(done, total) {
            return Err(PlaceError::Cancelled);
        }
        silent = if done == before { silent + TELL_EVERY } else { Duration::ZERO };
        before = done;
        if silent > SILENCE_MAX {
            return Err(PlaceError::Unreachable("timeout".to_owned()));
        }
        if let Ok(answer) = tokio::time::timeout(TELL_EVERY, &mut asked).await {
            // Without the address, which may hold what is nobody's business.
            return answer
                .map_err(|error| PlaceError::Unreachable(error.without_url().to_string()));
        }
    }
}

//! Shared places for packages and receipts: which there are, sending, what is new, fetching.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use lisuan_places::{Credentials, Place, PlaceError, Site};
use lisuan_seal::secret;
use serde::{Deserialize, Serialize};

use crate::error::{Code, Error, Result, shown};
use crate::key::key_error;
use crate::wire::{InboxView, PlaceItem, PlaceView, Progress};
use crate::{App, Cancelled, OnProgress, settings};

const FILE: &str = "places.json";
const SEEN_FILE: &str = "places-seen.json";
const PLACES_MAX: usize = 50;
/// Digests of what was sent or fetched; the oldest go first.
const SEEN_MAX: usize = 10_000;

/// A place as a person describes it. Its secret is not in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceFacts {
    /// What it is called here.
    pub name: String,
    /// Where it is.
    #[serde(flatten)]
    pub site: PlaceSite,
    /// User name or access key id; empty where nobody is asked.
    #[serde(default)]
    pub user: String,
    /// Whether an address without TLS is wanted, as for a disk in the office.
    #[serde(default)]
    pub plain_http: bool,
}

/// Where a place is; see [`Site`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum PlaceSite {
    /// A folder or network share.
    Folder {
        /// Where.
        path: PathBuf,
    },
    /// A folder of a WebDAV server.
    Webdav {
        /// Its address.
        url: String,
    },
    /// A bucket of S3-compatible storage.
    S3 {
        /// Address of the storage.
        endpoint: String,
        /// `auto` where there are none.
        region: String,
        /// Name of the bucket.
        bucket: String,
        /// Folder in it.
        prefix: String,
    },
}

impl PlaceSite {
    fn site(&self) -> Site {
        match self.clone() {
            Self::Folder { path } => Site::Folder(path),
            Self::Webdav { url } => Site::WebDav { url },
            Self::S3 { endpoint, region, bucket, prefix } => {
                Site::S3 { endpoint, region, bucket, prefix }
            }
        }
    }

    const fn word(&self) -> &'static str {
        match self {
            Self::Folder { .. } => "folder",
            Self::Webdav { .. } => "webdav",
            Self::S3 { .. } => "s3",
        }
    }

    fn address(&self) -> String {
        match self {
            Self::Folder { path } => path.display().to_string(),
            Self::Webdav { url } => url.clone(),
            Self::S3 { endpoint, bucket, prefix, .. } => {
                format!("{}/{bucket}/{prefix}", endpoint.trim_end_matches('/'))
            }
        }
    }
}

impl App {
    /// The places there are.
    pub fn places(&self) -> Vec<PlaceView> {
        let view = |facts: PlaceFacts| PlaceView {
            kind: facts.site.word().to_owned(),
            address: facts.site.address(),
            name: facts.name,
            user: facts.user,
        };
        self.place_facts().into_iter().map(view).collect()
    }

    /// Adds a place after it has answered once; its secret goes to the system's key store.
    ///
    /// # Errors
    /// [`Code::Exists`] for a name that is taken, [`Code::KeyStoreSilent`] where the key store
    /// does not take the secret; as any question to a place.
    pub fn add_place(&self, facts: PlaceFacts, password: &str) -> Result<Vec<PlaceView>> {
        let mut all = self.place_facts();
        let name = facts.name.trim();
        if name.is_empty() || name.chars().count() > 100 {
            return Err(Error::new(Code::BadPlace).with("address", name));
        }
        if all.iter().any(|known| known.name == name) {
            return Err(Error::new(Code::Exists).with("file", name));
        }
        if all.len() == PLACES_MAX {
            return Err(Error::new(Code::TooMany).with("limit", PLACES_MAX));
        }
        let facts = PlaceFacts { name: name.to_owned(), ..facts };
        opened(&facts, password)?.list().map_err(place_error)?;
        if !password.is_empty() && self.home.system_store {
            secret::keep(&key_of(&facts.name), password).map_err(key_error)?;
        }
        all.push(facts);
        settings::write(&self.home, FILE, &all)?;
        Ok(self.places())
    }

    /// Forgets a place and its secret; what lies there stays.
    ///
    /// # Errors
    /// [`Code::NotFound`].
    pub fn remove_place(&self, name: &str) -> Result<Vec<PlaceView>> {
        let mut all = self.place_facts();
        let before = all.len();
        all.retain(|facts| facts.name != name);
        if all.len() == before {
            return Err(Error::new(Code::NotFound).with("what", name));
        }
        settings::write(&self.home, FILE, &all)?;
        if self.home.system_store {
            // A secret that nobody can ask for any more does no harm.
            let _ = secret::forget(&key_of(name));
        }
        Ok(self.places())
    }

    /// What lies in a place, and what of it is new here. `password` stands in where no key store
    /// has it.
    ///
    /// # Errors
    /// As any question to a place.
    pub fn inbox(&self, name: &str, password: Option<&str>) -> Result<InboxView> {
        let place = self.place(name, password)?;
        let seen: BTreeSet<String> = self.seen().into_iter().collect();
        let items = place.list().map_err(place_error)?.into_iter().map(|item| PlaceItem {
            fresh: !seen.contains(&item.sha256),
            name: item.name,
            bytes: item.bytes,
            at: item.at,
        });
        Ok(InboxView { place: name.to_owned(), items: items.collect() })
    }

    /// Sends a package or receipt to a place.
    ///
    /// # Errors
    /// As any question to a place; [`Code::Exists`] when another file of that name is there.
    pub fn send_to_place(
        &self,
        name: &str,
        file: &Path,
        password: Option<&str>,
        progress: OnProgress<'_>,
        cancelled: Cancelled<'_>,
    ) -> Result<PlaceItem> {
        let place = self.place(name, password)?;
        let subject = shown(file);
        let sent = place
            .send(file, &mut |done, total| {
                progress(at("send", done, total, &subject));
                !cancelled()
            })
            .map_err(place_error)?;
        self.saw(&sent.sha256);
        Ok(PlaceItem { name: sent.name, bytes: sent.bytes, at: sent.at, fresh: false })
    }

    /// Fetches a file from a place into a folder; one that was broken off goes on where it was.
    /// The answer is where it lies.
    ///
    /// # Errors
    /// As any question to a place; [`Code::PlaceAltered`] when what came is not what was sent.
    pub fn fetch_from_place(
        &self,
        name: &str,
        file: &str,
        into: &Path,
        password: Option<&str>,
        progress: OnProgress<'_>,
        cancelled: Cancelled<'_>,
    ) -> Result<PathBuf> {
        let place = self.place(name, password)?;
        std::fs::create_dir_all(into).map_err(|error| Error::io(into, error))?;
        let fetched = place.fetch(file, into, &mut |done, total| {
            progress(at("fetch", done, total, file));
            !cancelled()
        });
        let fetched = fetched.map_err(place_error)?;
        if let Ok(Some(item)) = place.item(file) {
            self.saw(&item.sha256);
        }
        Ok(fetched)
    }

    fn place(&self, name: &str, password: Option<&str>) -> Result<Place> {
        let facts = self.place_facts().into_iter().find(|facts| facts.name == name);
        let facts = facts.ok_or_else(|| Error::new(Code::NotFound).with("what", name))?;
        let kept = match password {
            None if self.home.system_store && !facts.user.is_empty() => {
                secret::remembered(&key_of(name)).map_err(key_error)?
            }
            _ => None,
        };
        let password = password.or(kept.as_deref().map(String::as_str)).unwrap_or_default();
        opened(&facts, password)
    }

    fn place_facts(&self) -> Vec<PlaceFacts> {
        settings::read(&self.home.config.join(FILE)).unwrap_or_default()
    }

    fn seen(&self) -> Vec<String> {
        settings::read(&self.home.config.join(SEEN_FILE)).unwrap_or_default()
    }

    fn saw(&self, sha256: &str) {
        let mut seen = self.seen();
        seen.retain(|known| known != sha256);
        seen.push(sha256.to_owned());
        let over = seen.len().saturating_sub(SEEN_MAX);
        seen.drain(..over);
        // It is shown as new once more when this is not kept.
        let _ = settings::write(&self.home, SEEN_FILE, &seen);
    }
}

fn opened(facts: &PlaceFacts, password: &str) -> Result<Place> {
    let who = Credentials { user: facts.user.clone(), secret: password.to_owned() };
    Place::open(&facts.site.site(), &who, facts.plain_http).map_err(place_error)
}

fn key_of(name: &str) -> String {
    format!("place {name}")
}

fn at(task: &str, done: u64, total: u64, subject: &str) -> Progress {
    Progress { task: task.to_owned(), done, total, bytes: done, subject: subject.to_owned() }
}

fn place_error(error: PlaceError) -> Error {
    let made = match &error {
        PlaceError::Missing(what) => Error::new(Code::Missing).with("file", what),
        PlaceError::Refused => Error::new(Code::PlaceRefused),
        PlaceError::Unreachable(reason) => {
            Error::new(Code::PlaceUnreachable).with("reason", reason)
        }
        PlaceError::PlainHttp(url) => Error::new(Code::PlacePlainHttp).with("address", url),
        PlaceError::BadAddress(address) => Error::new(Code::BadPlace).with("address", address),
        PlaceError::BadName(name) => Error::new(Code::PlaceName).with("file", name),
        PlaceError::Exists(name) => Error::new(Code::Exists).with("file", name),
        PlaceError::TooLarge => Error::new(Code::TooMany).with("limit", lisuan_places::ITEMS_MAX),
        PlaceError::Altered => Error::new(Code::PlaceAltered),
        PlaceError::Cancelled => Error::new(Code::Cancelled),
        PlaceError::Io { path, source } => {
            return Error::io(path, std::io::Error::new(source.kind(), source.to_string()))
                .because(error);
        }
    };
    made.because(error)
}

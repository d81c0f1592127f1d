//! Photos out of the clipboard: bytes without a path, taken in like any other file.

use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::error::{Code, Error, Result};
use crate::wire::{AddedPhotos, PastedFile};
use crate::{App, Cancelled, OnProgress};

/// What a clipboard may bring at a time, decoded.
const BYTES_MAX: usize = 64 * 1024 * 1024;
/// Files of one paste.
const FILES_MAX: usize = 500;
/// Letters kept of a name.
const NAME_MAX: usize = 120;

impl App {
    /// Takes in pictures that were pasted. They lie in a folder of their own while they are read,
    /// so that limits, decoder and duplicates are those of every intake.
    pub fn add_pasted(
        &self,
        files: &[PastedFile],
        progress: OnProgress<'_>,
        cancelled: Cancelled<'_>,
    ) -> Result<AddedPhotos> {
        self.with_session(|session| session.writable())?;
        let length: usize = files.iter().map(|file| file.base64.len() / 4 * 3).sum();
        if length > BYTES_MAX {
            return Err(too_much(format!("{} MiB", BYTES_MAX >> 20)));
        }
        if files.len() > FILES_MAX {
            return Err(too_much(FILES_MAX.to_string()));
        }
        let failed = |error| Error::io(&std::env::temp_dir(), error);
        let folder = tempfile::tempdir().map_err(failed)?;
        let mut paths: Vec<PathBuf> = Vec::with_capacity(files.len());
        for (n, file) in files.iter().enumerate() {
            // A folder each: two pictures of one paste may have the same name.
            let own = folder.path().join(n.to_string());
            std::fs::create_dir(&own).map_err(failed)?;
            let path = own.join(plain_name(&file.name));
            std::fs::write(&path, decoded(file)?).map_err(failed)?;
            paths.push(path);
        }
        self.intake_once(&paths, progress, cancelled)
    }
}

fn too_much(limit: String) -> Error {
    Error::new(Code::TooMany).with("limit", limit)
}

fn decoded(file: &PastedFile) -> Result<Vec<u8>> {
    STANDARD.decode(&file.base64).map_err(|error| {
        Error::new(Code::BadValue)
            .with("kind", "photo")
            .with("field", "content")
            .with("value", plain_name(&file.name))
            .with("reason", &error)
            .because(error)
    })
}

/// A name that leads nowhere else.
fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept = |c: &char| !c.is_control() && !matches!(c, ':' | '*' | '?' | '"' | '<' | '>' | '|');
    let name: String = last.chars().filter(kept).take(NAME_MAX).collect();
    let name = name.trim_matches([' ', '.']);
    if name.is_empty() { "clipboard".to_owned() } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_in_their_folder() {
        for (name, kept) in [
            ("image.png", "image.png"),
            ("../../etc/passwd", "passwd"),
            ("C:\\x\\图 1.jpg", "图 1.jpg"),
            ("..", "clipboard"),
            ("a\u{0}:b", "ab"),
        ] {
            assert_eq!(plain_name(name), kept, "{name}");
        }
    }
}

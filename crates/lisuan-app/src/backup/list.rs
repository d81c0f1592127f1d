//! The list of one backup.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// The form this program writes and reads.
const FORMAT: u32 = 1;

/// One case in a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Listed {
    /// Its path below the library, with `/` between.
    pub(super) name: String,
    /// Size of the file.
    pub(super) bytes: u64,
    /// Digest of the file.
    pub(super) sha256: String,
}

/// What one backup holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Listing {
    format: u32,
    pub(super) number: u32,
    pub(super) made_at: String,
    pub(super) cases: Vec<Listed>,
}

/// A listing as it is written, with the digest of its text.
#[derive(Serialize, Deserialize)]
struct Written {
    sha256: String,
    backup: Listing,
}

impl Listing {
    pub(super) const fn new(number: u32, made_at: String) -> Self {
        Self { format: FORMAT, number, made_at, cases: Vec::new() }
    }

    /// The text of the file.
    pub(super) fn text(&self) -> serde_json::Result<Vec<u8>> {
        serde_json::to_vec_pretty(&Written { sha256: self.digest()?, backup: self.clone() })
    }

    /// Reads a list; nothing when it is none of ours or was altered.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let Written { sha256, backup } = serde_json::from_slice(bytes).ok()?;
        let whole = backup.format == FORMAT
            && backup.digest().ok()? == sha256
            && backup.cases.iter().all(Listed::is_sound);
        whole.then_some(backup)
    }

    fn digest(&self) -> serde_json::Result<String> {
        Ok(format!("{:x}", Sha256::digest(serde_json::to_vec(self)?)))
    }
}

impl Listed {
    /// A list comes from a disk that others had in their hands: a name must not lead out of the
    /// folder that is restored into.
    fn is_sound(&self) -> bool {
        let hex = self.sha256.len() == 64
            && self.sha256.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        let plain = |part: &str| {
            !part.is_empty()
                && part != "."
                && part != ".."
                && !part.contains(['\\', ':', '*', '?', '"', '<', '>', '|'])
                && !part.chars().any(char::is_control)
        };
        hex && self.name.ends_with(".lisuan")
            && self.name.len() <= 1024
            && self.name.split('/').all(plain)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listing(name: &str) -> Listing {
        let mut listing = Listing::new(3, "2026-11-22T15:02:11+08:00".to_owned());
        listing.cases.push(Listed { name: name.to_owned(), bytes: 5, sha256: "0a".repeat(32) });
        listing
    }

    #[test]
    fn a_list_reads_back_and_an_altered_one_does_not() {
        let listing = listing("报案/某 1.lisuan");
        let text = listing.text().unwrap();
        assert_eq!(Listing::read(&text).as_ref(), Some(&listing), "as it was written");
        let altered = String::from_utf8(text).unwrap().replace("\"bytes\": 5", "\"bytes\": 6");
        assert_eq!(Listing::read(altered.as_bytes()), None, "a size that was changed");
    }

    #[test]
    fn a_name_cannot_lead_out_of_the_folder() {
        for name in ["../x.lisuan", "/x.lisuan", "a//x.lisuan", "C:x.lisuan", "a\\..\\x.lisuan"] {
            let text = listing(name).text().unwrap();
            assert_eq!(Listing::read(&text), None, "{name} must be refused");
        }
    }
}

//! The receipt that closes the loop: what arrived, counted and hashed, signed by who received it.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lisuan_core::Id;
use lisuan_core::moment::Moment;
use lisuan_seal::{SealKey, Signer, verify_detached};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::error::PackageError;
use crate::hex::hex;
use crate::limits::RECEIPT_BYTES_MAX;
use crate::manifest::{CaseName, FORMAT, Hand, OperationList, is_digest, is_plain};
use crate::write::keep;

/// What the receiver found in its own case after taking a package in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// Version of the format, counted with that of packages.
    pub format: u64,
    /// SHA-256 of the package's manifest.
    pub package: String,
    /// Which case.
    pub case: CaseName,
    /// Who received it.
    pub receiver: Hand,
    /// The receiver's claim of the time.
    pub at: String,
    /// The operations, as counted and hashed by the receiver.
    pub operations: OperationList,
    /// The originals of the package that are in the receiver's case now.
    pub originals: OriginalList,
    /// Originals the package speaks of that the receiver does not have.
    pub elsewhere: u64,
    /// What was new to the receiver.
    pub new: NewThings,
}

/// Originals by count, bytes and hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct OriginalList {
    /// How many.
    pub count: u64,
    /// Their bytes together.
    pub bytes: u64,
    /// SHA-256 of their digests in ascending order, one a line: see [`digest_of_list`].
    pub sha256: String,
}

/// What a package brought that was not there before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct NewThings {
    /// Operations.
    pub operations: u64,
    /// Originals.
    pub originals: u64,
    /// Fields that two people set to different values.
    pub conflicts: u64,
}

/// The file: the receipt as the text that is signed, and the signature.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Signed {
    receipt: String,
    signature: String,
}

#[derive(Deserialize)]
struct Version {
    format: u64,
}

/// SHA-256 of digests in ascending order, each once, one a line, in lower-case hex.
pub fn digest_of_list<'a>(digests: impl IntoIterator<Item = &'a str>) -> String {
    let mut digests: Vec<&str> = digests.into_iter().collect();
    digests.sort_unstable();
    digests.dedup();
    let mut hash = Sha256::new();
    for digest in digests {
        hash.update(digest.as_bytes());
        hash.update(b"\n");
    }
    hex(&hash.finalize())
}

impl Receipt {
    /// Signs the receipt and writes it, whole or not at all.
    ///
    /// # Errors
    /// When it cannot be signed or written.
    pub fn write(&self, path: &Path, key: &SealKey) -> Result<(), PackageError> {
        self.check()?;
        let failed = |source| PackageError::write(path, source);
        let unreadable = |_| PackageError::disagrees("the receipt");
        let receipt = serde_json::to_string(self).map_err(unreadable)?;
        let signature = lisuan_seal::sign(Sha256::digest(receipt.as_bytes()).into(), key)?;
        let signed = Signed { receipt, signature: STANDARD.encode(signature) };
        let bytes = serde_json::to_vec_pretty(&signed).map_err(unreadable)?;
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        let mut file = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
        file.write_all(&bytes).map_err(failed)?;
        file.as_file().sync_all().map_err(failed)?;
        keep(file.into_temp_path(), path).map_err(failed)
    }

    /// Reads a receipt and says who signed it.
    ///
    /// # Errors
    /// When it is none, does not read or is not as it was signed.
    pub fn read(path: &Path) -> Result<(Self, Signer), PackageError> {
        let failed = |source| PackageError::read(path, source);
        let mut bytes = Vec::new();
        let file = File::open(path).map_err(failed)?;
        file.take(RECEIPT_BYTES_MAX + 1).read_to_end(&mut bytes).map_err(failed)?;
        if bytes.len() as u64 > RECEIPT_BYTES_MAX {
            return Err(PackageError::NotAPackage);
        }
        let signed: Signed = serde_json::from_slice(&bytes).map_err(|error| {
            let ours = bytes.first() == Some(&b'{');
            if error.is_eof() && ours { PackageError::CutOff } else { PackageError::NotAPackage }
        })?;
        let signature = STANDARD
            .decode(&signed.signature)
            .map_err(|_| PackageError::Signature("base64".to_owned()))?;
        let digest = Sha256::digest(signed.receipt.as_bytes()).into();
        let signer = verify_detached(&signature, &digest).map_err(|reasons| {
            let reasons: Vec<_> = reasons.iter().map(|reason| reason.as_str()).collect();
            PackageError::Signature(reasons.join(", "))
        })?;
        let unreadable = |_| PackageError::disagrees("the receipt");
        let version: Version = serde_json::from_str(&signed.receipt).map_err(unreadable)?;
        if version.format > FORMAT {
            let (found, program) = (version.format, String::new());
            return Err(PackageError::Newer { found, known: FORMAT, program });
        }
        let receipt: Self = serde_json::from_str(&signed.receipt).map_err(unreadable)?;
        receipt.check()?;
        Ok((receipt, signer))
    }

    fn check(&self) -> Result<(), PackageError> {
        let hand = &self.receiver;
        let texts = [&hand.name, &hand.device, &hand.key, &self.case.claim_no, &self.case.insured];
        let digests = [&self.package, &self.operations.sha256, &self.originals.sha256];
        let good = texts.into_iter().all(|text| is_plain(text))
            && digests.into_iter().all(|digest| is_digest(digest))
            && self.at.parse::<Moment>().is_ok()
            && self.case.id.parse::<Id>().is_ok();
        if good { Ok(()) } else { Err(PackageError::disagrees("the receipt")) }
    }
}

//! A small journal with two originals, and packages of it.

use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};

use lisuan_core::Id;
use lisuan_core::change::{ALIVE, Change, Digest, Kind, Label, Operation};
use lisuan_handover::{
    CaseName, Cover, ExchangeKey, FORMAT, Hand, HeadDigest, Manifest, OperationList, OriginalEntry,
    PackageError, PackageWriter, Written,
};
use lisuan_seal::SealKey;
use sha2::{Digest as _, Sha256};

pub const PHOTOS: [&[u8]; 2] = [b"first photo", &[0xd8; 100_000]];

pub fn key(secret: u8) -> Result<SealKey, PackageError> {
    let now = UNIX_EPOCH + Duration::from_secs(1_760_000_000);
    Ok(SealKey::from_random("周正", now, 10, &[secret; 32], [secret; 16])?)
}

pub fn exchange(secret: u8) -> Result<ExchangeKey, PackageError> {
    ExchangeKey::of(&key(secret)?)
}

pub fn id(n: u8) -> Id {
    Id::from_bytes([n; 16])
}

pub fn sha256(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

fn change(kind: Kind, of: u8, field: &'static str, after: &str) -> Change {
    Change { kind, id: id(of), field, before: None, after: Some(after.to_owned()) }
}

/// A case with a photo, and two more operations made beside each other.
pub fn journal() -> Result<Vec<(Operation, Digest)>, Box<dyn std::error::Error>> {
    let of =
        |n: u8, parents: &[u8], changes: Vec<Change>| -> Result<_, Box<dyn std::error::Error>> {
            Ok(Operation {
                id: id(n),
                parents: parents.iter().map(|n| id(*n)).collect(),
                author: "周正".to_owned(),
                device: "laptop".to_owned(),
                at: "2026-11-22T15:02:11+08:00".parse()?,
                label: Label { key: "edit".to_owned(), subject: "现场\"照片\"".to_owned() },
                batch: None,
                reverts: (n == 3).then(|| id(2)),
                changes,
            })
        };
    let first = change(Kind::Case, 9, ALIVE, "1");
    let claim = change(Kind::Case, 9, "claim_no", "PC-2026-01");
    let photo = |n: u8, content: &[u8]| {
        vec![
            change(Kind::Photo, n, ALIVE, "1"),
            change(Kind::Photo, n, "content", &sha256(content)),
            change(Kind::Photo, n, "number", &format!("ABC-000{n}")),
        ]
    };
    let operations = [
        of(1, &[], vec![first, claim])?,
        of(2, &[1], photo(5, PHOTOS[0]))?,
        of(3, &[1], photo(6, PHOTOS[1]))?,
        of(4, &[2, 3], vec![change(Kind::Photo, 5, "caption", "第一行\n第二行")])?,
    ];
    let mut out: Vec<(Operation, Digest)> = Vec::new();
    for operation in operations {
        let parents: Vec<Digest> = operation
            .parents
            .iter()
            .filter_map(|parent| out.iter().find(|(o, _)| o.id == *parent).map(|(_, d)| *d))
            .collect();
        let digest = operation.digest(&parents);
        out.push((operation, digest));
    }
    Ok(out)
}

pub fn manifest(journal: &[(Operation, Digest)]) -> Manifest {
    let heads: Vec<HeadDigest> = journal
        .last()
        .map(|(operation, digest)| HeadDigest {
            id: operation.id.to_string(),
            digest: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
        })
        .into_iter()
        .collect();
    Manifest {
        format: FORMAT,
        program: "Lisuan 0.1.0".to_owned(),
        case: CaseName {
            id: id(9).to_string(),
            claim_no: "PC-2026-01".to_owned(),
            insured: "某某电力".to_owned(),
        },
        sender: Hand { name: "周正".to_owned(), device: "laptop".to_owned(), key: String::new() },
        recipient: "李敏".to_owned(),
        state: "待核价".to_owned(),
        reason: "休假".to_owned(),
        part: None,
        at: "2026-11-22T15:02:11+08:00".to_owned(),
        heads,
        operations: OperationList::default(),
        originals: PHOTOS
            .iter()
            .zip(["ABC-0005", "ABC-0006"])
            .map(|(bytes, number)| OriginalEntry {
                sha256: sha256(bytes),
                bytes: bytes.len() as u64,
                numbers: vec![number.to_owned()],
                enclosed: true,
            })
            .collect(),
    }
}

/// Writes the package of a manifest with what it says is enclosed.
pub fn write(path: &Path, manifest: Manifest, cover: Cover<'_>) -> Result<Written, PackageError> {
    let mut writer = PackageWriter::create(path, cover)?;
    for (operation, digest) in journal().map_err(|_| PackageError::NotAPackage)? {
        writer.operation(&operation, &digest)?;
    }
    for bytes in PHOTOS {
        if manifest.enclosed().any(|original| original.sha256 == sha256(bytes)) {
            writer.original(&sha256(bytes), bytes.len() as u64, &mut &bytes[..])?;
        }
    }
    writer.finish(manifest, &key(7)?, &mut |_, _| true)
}

pub fn small(folder: &Path, cover: Cover<'_>) -> Result<PathBuf, Box<dyn std::error::Error>> {
    let path = folder.join("x.lshand");
    write(&path, manifest(&journal()?), cover)?;
    Ok(path)
}

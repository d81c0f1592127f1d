//! Packages made to deceive.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use lisuan_handover::{Cover, Keys, Manifest, Package, PackageError};
use sha2::{Digest as _, Sha256};
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::support::{PHOTOS, journal, key, manifest, sha256, small, write};

/// The entries of a good package in order.
fn entries(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let path = small(folder, Cover::Open).unwrap();
    let mut zip = zip::ZipArchive::new(fs::File::open(&path).unwrap()).unwrap();
    (0..zip.len())
        .map(|n| {
            let mut entry = zip.by_index(n).unwrap();
            let mut bytes = Vec::new();
            std::io::Read::read_to_end(&mut entry, &mut bytes).unwrap();
            (entry.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

fn stored() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Stored)
}

fn pack(folder: &Path, entries: &[(String, Vec<u8>)], options: SimpleFileOptions) -> PathBuf {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(name.as_str(), options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    let path = folder.join("made.lshand");
    fs::write(&path, zip.finish().unwrap().into_inner()).unwrap();
    path
}

fn error_of(path: &Path) -> PackageError {
    let opened = Package::open(path, Keys::default()).and_then(|mut package| {
        package.check_originals(&mut |_, _| true)?;
        package.operations()
    });
    opened.expect_err("must be refused")
}

/// Signs entries anew after the manifest was changed: a colleague with a bad program.
fn signed(entries: &mut [(String, Vec<u8>)], change: impl FnOnce(&mut Manifest)) {
    let at = entries.iter().position(|(name, _)| name == "manifest.json").unwrap();
    let mut manifest: Manifest = serde_json::from_slice(&entries[at].1).unwrap();
    change(&mut manifest);
    entries[at].1 = serde_json::to_vec(&manifest).unwrap();
    let digest = Sha256::digest(&entries[at].1).into();
    let sig = entries.iter_mut().find(|(name, _)| name == "manifest.sig").unwrap();
    sig.1 = lisuan_seal::sign(digest, &key(7).unwrap()).unwrap();
}

#[test]
fn another_writer_of_the_same_entries_is_understood() {
    let folder = tempfile::tempdir().unwrap();
    let entries = entries(folder.path());
    let path = pack(folder.path(), &entries, stored());
    let mut package = Package::open(&path, Keys::default()).unwrap();
    assert_eq!(package.operations().unwrap().len(), 4, "sizes before the entries are fine too");
}

#[test]
fn every_changed_byte_of_a_package_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let path = small(folder.path(), Cover::Open).unwrap();
    let whole = fs::read(&path).unwrap();
    // Dates, versions and rights in headers are the only bytes nobody looks at.
    let mut unnoticed = Vec::new();
    for at in (0..whole.len()).filter(|n| *n < 3_000 || whole.len() - n < 5_000 || n % 499 == 0) {
        let mut altered = whole.clone();
        altered[at] ^= 0x10;
        fs::write(&path, &altered).unwrap();
        let read = Package::open(&path, Keys::default()).and_then(|mut package| {
            package.check_originals(&mut |_, _| true)?;
            package.operations()
        });
        match read {
            Ok(operations) => {
                assert_eq!(operations, journal().unwrap(), "byte {at} changed what is read");
                unnoticed.push(at);
            }
            Err(PackageError::Read { .. }) => panic!("byte {at}: no words for it"),
            Err(_) => {}
        }
    }
    assert!(unnoticed.len() < 5 * (2 + 4 + 2 + 4 + 12), "{} bytes: {unnoticed:?}", unnoticed.len());
}

#[test]
fn entries_that_deceive_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let good = entries(folder.path());
    let with = |name: &str, bytes: &[u8]| {
        let mut all = good.clone();
        all.push((name.to_owned(), bytes.to_vec()));
        error_of(&pack(folder.path(), &all, stored()))
    };
    for name in [
        "readme.txt",
        "../manifest.json",
        "originals/../x",
        "originals/照片",
        "manifest.json/",
        "MANIFEST.JSON",
        &format!("originals/{}", sha256(b"x").to_uppercase()),
    ] {
        let error = with(name, b"x");
        assert!(matches!(error, PackageError::Disagrees(_)), "{name}: {error:?}");
    }
    let error = with(&format!("originals/{}", sha256(b"x")), b"x");
    assert!(matches!(error, PackageError::Disagrees(_)), "not in the manifest: {error:?}");
    let lacking: Vec<_> = good.iter().filter(|(n, _)| !n.contains("original")).cloned().collect();
    let error = error_of(&pack(folder.path(), &lacking, stored()));
    assert!(matches!(error, PackageError::Disagrees(_)), "an original is missing: {error:?}");
    let packed = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let error = error_of(&pack(folder.path(), &good, packed));
    assert!(matches!(error, PackageError::Disagrees(_)), "compressed: {error:?}");
}

#[test]
fn two_entries_of_one_name_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut all = entries(folder.path());
    // The crate that packs refuses to, so the name is changed afterwards: of equal length.
    all.push(("manifest.jsoX".to_owned(), b"{}".to_vec()));
    let path = pack(folder.path(), &all, stored());
    let mut bytes = fs::read(&path).unwrap();
    while let Some(at) = bytes.windows(13).position(|w| w == b"manifest.jsoX") {
        bytes[at + 12] = b'n';
    }
    fs::write(&path, bytes).unwrap();
    let error = error_of(&path);
    assert!(
        matches!(&error, PackageError::Disagrees(what) if what.contains("one name")),
        "{error:?}"
    );
}

#[test]
fn bytes_around_and_between_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = small(folder.path(), Cover::Open).unwrap();
    let whole = fs::read(&path).unwrap();
    for (what, bytes) in [
        ("before", [b"PK\x03\x04".as_slice(), &whole].concat()),
        ("behind", [whole.as_slice(), b"\0"].concat()),
        ("twice", [whole.as_slice(), &whole].concat()),
    ] {
        fs::write(&path, bytes).unwrap();
        let error = error_of(&path);
        assert!(
            matches!(error, PackageError::Disagrees(_) | PackageError::CutOff),
            "{what}: {error:?}"
        );
    }
    fs::write(&path, "查勘记录").unwrap();
    assert!(matches!(error_of(&path), PackageError::NotAPackage));
    assert!(matches!(error_of(folder.path()), PackageError::NotAPackage), "a folder");
    let missing = error_of(&folder.path().join("none"));
    assert!(matches!(missing, PackageError::Read { .. }), "{missing:?}");
}

#[test]
fn a_manifest_that_disagrees_is_refused_even_when_signed() {
    let folder = tempfile::tempdir().unwrap();
    let good = entries(folder.path());
    type Change = fn(&mut Manifest);
    let lies: [(&str, Change); 9] = [
        ("the heads", |m| m.heads[0].digest = sha256(b"")),
        ("another case", |m| m.case.id = m.heads[0].id.clone()),
        ("fewer operations", |m| m.operations.count -= 1),
        ("other operations", |m| m.operations.sha256 = sha256(b"")),
        ("the size of an original", |m| m.originals[0].bytes += 1),
        ("an original that is there and not enclosed", |m| m.originals[0].enclosed = false),
        ("an original less", |m| m.originals.truncate(1)),
        ("a name that turns around", |m| m.sender.name = "\u{202e}正周".to_owned()),
        ("a time that is none", |m| m.at = "yesterday".to_owned()),
    ];
    for (what, lie) in lies {
        let mut all = good.clone();
        signed(&mut all, lie);
        let error = error_of(&pack(folder.path(), &all, stored()));
        assert!(matches!(error, PackageError::Disagrees(_)), "{what}: {error:?}");
    }
    let mut all = good.clone();
    signed(&mut all, |m| m.format = 2);
    let error = error_of(&pack(folder.path(), &all, stored()));
    assert!(matches!(error, PackageError::Newer { found: 2, known: 1, .. }), "{error:?}");
}

#[test]
fn operations_that_no_program_writes_are_refused_even_when_signed() {
    let folder = tempfile::tempdir().unwrap();
    let good = entries(folder.path());
    let lies = [
        (
            "a value its field cannot hold",
            r#""claim_no",null,"PC-2026-01""#,
            r#""currency",null,"PC-2026-01""#,
        ),
        ("a value altered", "PC-2026-01\"]", "PC-2026-02\"]"),
        ("a field that there is not", "\"claim_no\"", "\"claim_nr\""),
        ("a kind that there is not", "\"claim_case\"", "\"sqlite_mas\""),
        ("a field too much", "{\"id\"", "{\"x\":1,\"id\""),
        ("a line that is no JSON", "{\"id\"", "{id"),
    ];
    for (what, from, to) in lies {
        let mut all = good.clone();
        let text = String::from_utf8(all[0].1.clone()).unwrap();
        assert!(text.contains(from), "{what}: the line reads {text}");
        all[0].1 = text.replacen(from, to, 1).into_bytes();
        let operations = all[0].1.clone();
        signed(&mut all, |m| {
            m.operations.bytes = operations.len() as u64;
            m.operations.sha256 = sha256(&operations);
        });
        let error = error_of(&pack(folder.path(), &all, stored()));
        assert!(matches!(error, PackageError::Operation { line: 1, .. }), "{what}: {error:?}");
    }
    let mut all = good.clone();
    let mut lines: Vec<_> = all[0].1.split_inclusive(|b| *b == b'\n').map(<[u8]>::to_vec).collect();
    lines.swap(1, 3);
    all[0].1 = lines.concat();
    let operations = all[0].1.clone();
    signed(&mut all, |m| m.operations.sha256 = sha256(&operations));
    let error = error_of(&pack(folder.path(), &all, stored()));
    assert!(matches!(error, PackageError::Operation { line: 2, .. }), "child first: {error:?}");
}

#[test]
fn the_signature_is_of_this_manifest_and_unsigned_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let good = entries(folder.path());
    let mut all = good.clone();
    let at = all.iter().position(|(name, _)| name == "manifest.json").unwrap();
    all[at].1.push(b'\n');
    let error = error_of(&pack(folder.path(), &all, stored()));
    assert!(matches!(error, PackageError::Signature(_)), "{error:?}");
    let unsigned: Vec<_> = good.iter().filter(|(n, _)| n != "manifest.sig").cloned().collect();
    let path = pack(folder.path(), &unsigned, stored());
    let package = Package::open(&path, Keys::default()).unwrap();
    assert!(package.signer().is_none(), "it opens and says that nobody signed it");
}

#[test]
fn an_original_that_is_another_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let mut all = entries(folder.path());
    let name = format!("originals/{}", sha256(PHOTOS[0]));
    let entry = all.iter_mut().find(|(n, _)| *n == name).unwrap();
    entry.1 = b"another pic".to_vec();
    let error = error_of(&pack(folder.path(), &all, stored()));
    assert!(matches!(error, PackageError::Disagrees(_)), "same size, other bytes: {error:?}");
}

#[test]
fn a_package_beyond_the_limits_is_not_written() {
    let folder = tempfile::tempdir().unwrap();
    let mut many = manifest(&journal().unwrap());
    let one = many.originals[0].clone();
    many.originals = (0..10_001)
        .map(|n: u32| lisuan_handover::OriginalEntry {
            sha256: sha256(&n.to_be_bytes()),
            enclosed: false,
            ..one.clone()
        })
        .collect();
    let error = write(&folder.path().join("x"), many, Cover::Open).err().unwrap();
    assert!(matches!(error, PackageError::Limit("entries")), "{error:?}");
}

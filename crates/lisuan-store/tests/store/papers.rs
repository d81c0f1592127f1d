//! Papers: originals that come as a stream, and pictures of their pages.

use std::io::Cursor;
use std::path::Path;

use lisuan_core::change::Kind;
use lisuan_store::{CaseFile, Mismatch, NewFile, PagePicture, StoreError};

use crate::support::{key, operation, original, record, sha256, small_case, tamper};

/// Takes a paper in under a digest, from bytes that may be others.
fn add(
    file: &mut CaseFile,
    n: u64,
    digest: &str,
    length: u64,
    bytes: &[u8],
) -> Result<(), StoreError> {
    let fields = [("number", "D-T-001"), ("content", digest)];
    let operation = operation(file, n, record(Kind::Document, key(n), &fields));
    let from = &mut Cursor::new(bytes);
    file.commit_file(&operation, NewFile { sha256: digest, bytes: length, from }).map(drop)
}

fn page(page: u32, fill: u8) -> PagePicture {
    PagePicture { page, width_px: 1239, height_px: 1754, bytes: vec![fill; 5_000] }
}

fn case(folder: &Path) -> CaseFile {
    CaseFile::open(&small_case(folder)).unwrap()
}

#[test]
fn a_file_goes_in_piece_by_piece_and_reads_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = case(folder.path());
    // More than one piece, and not a whole number of them.
    let bytes = original(9, (3 << 20) + 17);
    let digest = sha256(&bytes);
    add(&mut file, 10, &digest, bytes.len() as u64, &bytes).unwrap();
    let (length, mut reader) = file.read_content(&digest).unwrap().unwrap();
    let mut read = Vec::new();
    std::io::Read::read_to_end(&mut reader, &mut read).unwrap();
    assert_eq!(length, bytes.len() as u64);
    assert!(read == bytes, "byte for byte");
    drop(reader);
    let report = file.check(|_, _| true).unwrap();
    assert_eq!((report.mismatches, report.originals), (Vec::new(), 3));
}

#[test]
fn a_file_that_is_not_the_one_that_was_hashed_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = case(folder.path());
    let bytes = original(9, 50_000);
    let digest = sha256(&bytes);
    let mut changed = bytes.clone();
    changed[40_000] ^= 1;
    for (came, why) in [
        (&changed[..], "a byte differs"),
        (&bytes[..49_999], "it is shorter"),
        (&[&bytes[..], b"x"].concat()[..], "it is longer"),
    ] {
        let stored = add(&mut file, 10, &digest, bytes.len() as u64, came);
        assert!(matches!(stored, Err(StoreError::SourceChanged)), "{why}: {stored:?}");
        assert!(!file.has_content(&digest).unwrap(), "{why}: nothing stays");
        assert!(file.state().unwrap().get(Kind::Document, key(10)).is_none(), "{why}: no record");
    }
    add(&mut file, 10, &digest, bytes.len() as u64, &bytes).unwrap();
    assert_eq!(file.check(|_, _| true).unwrap().mismatches, [], "and then it goes in");
}

#[test]
fn page_pictures_are_kept_all_or_none_and_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = case(folder.path());
    let bytes = original(9, 1_000);
    let digest = sha256(&bytes);
    add(&mut file, 10, &digest, 1_000, &bytes).unwrap();
    let pages = [page(1, 1), page(3, 3)];
    file.put_pages(&digest, &mut pages.iter().cloned().map(Ok)).unwrap();
    let numbers = |file: &CaseFile| -> Vec<u32> {
        file.page_sizes(&digest).unwrap().iter().map(|size| size.page).collect()
    };
    assert_eq!(numbers(&file), [1, 3], "a page that could not be drawn is left out");
    assert_eq!(file.page_picture(&digest, 3).unwrap(), Some(page(3, 3)));
    assert_eq!(file.page_picture(&digest, 2).unwrap(), None);
    assert_eq!(file.page_sizes(&digest).unwrap()[0].digest, sha256(&page(1, 1).bytes));
    let broken = [Ok(page(1, 9)), Err(std::io::Error::other("the spool is gone"))];
    assert!(file.put_pages(&digest, &mut broken.into_iter()).is_err());
    assert_eq!(numbers(&file), [1, 3], "what was there stays");
    assert_eq!(file.page_picture(&digest, 1).unwrap(), Some(page(1, 1)));
    file.put_pages(&digest, &mut [Ok(page(2, 2))].into_iter()).unwrap();
    assert_eq!(numbers(&file), [2], "drawn anew");
    assert_eq!(file.check(|_, _| true).unwrap().mismatches, [], "pictures are no part of the case");
}

#[test]
fn an_altered_or_missing_original_of_a_paper_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = case(folder.path());
    let bytes = original(9, 20_000);
    let digest = sha256(&bytes);
    add(&mut file, 10, &digest, 20_000, &bytes).unwrap();
    let path = file.path().to_owned();
    file.close().unwrap();
    tamper(&path, &format!("UPDATE content SET bytes = zeroblob(20000) WHERE sha256 = '{digest}'"));
    let file = CaseFile::open(&path).unwrap();
    let found = file.check(|_, _| true).unwrap().mismatches;
    assert_eq!(found, [Mismatch::Original(digest.clone())]);
    file.close().unwrap();
    let gone = format!("PRAGMA foreign_keys = OFF; DELETE FROM content WHERE sha256 = '{digest}'");
    tamper(&path, &gone);
    let file = CaseFile::open(&path).unwrap();
    let found = file.check(|_, _| true).unwrap().mismatches;
    assert!(found.contains(&Mismatch::MissingOriginal(digest)), "{found:?}");
}

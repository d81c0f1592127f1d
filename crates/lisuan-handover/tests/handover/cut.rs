//! A package that ends too early, at whatever byte, is never taken for a whole one.

use std::fs;

use lisuan_handover::{Cover, Keys, Package, PackageError};

use crate::support::{exchange, small};

/// Every prefix of a small package, in larger steps within the originals.
fn lengths(len: usize) -> impl Iterator<Item = usize> {
    (0..len).filter(move |n| *n < 4_000 || len - n < 6_000 || n % 997 == 0)
}

#[test]
fn every_beginning_of_a_package_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = small(folder.path(), Cover::Open).unwrap();
    let whole = fs::read(&path).unwrap();
    for len in lengths(whole.len()) {
        fs::write(&path, &whole[..len]).unwrap();
        let error = Package::open(&path, Keys::default()).err();
        assert!(
            matches!(error, Some(PackageError::CutOff)) || (len == 0 && error.is_some()),
            "{len} of {} bytes: {error:?}",
            whole.len()
        );
    }
}

#[test]
fn every_beginning_of_an_encrypted_package_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (ours, theirs) = (exchange(7).unwrap(), exchange(8).unwrap());
    let recipient = theirs.recipient();
    let path = small(folder.path(), Cover::Key { recipient: &recipient, own: &ours }).unwrap();
    let whole = fs::read(&path).unwrap();
    for len in lengths(whole.len()) {
        fs::write(&path, &whole[..len]).unwrap();
        let error = Package::open(&path, Keys { own: Some(&theirs), passphrase: None }).err();
        let words = matches!(
            error,
            Some(PackageError::CutOff | PackageError::NotAPackage | PackageError::Disagrees(_))
        );
        assert!(words, "{len} of {} bytes: {error:?}", whole.len());
        let told = matches!(error, Some(PackageError::CutOff));
        assert!(told || len < 600, "{len} bytes: a cut is told as one, not {error:?}");
    }
}

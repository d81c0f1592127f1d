//! What is written comes back whole.

use std::fs;
use std::io::Read as _;
use std::process::Command;

use lisuan_handover::{Closed, Cover, Keys, Package, PackageError, PackageWriter};

use crate::support::{PHOTOS, exchange, journal, key, manifest, sha256, small, write};

#[test]
fn operations_and_originals_come_back_as_they_were() {
    let folder = tempfile::tempdir().unwrap();
    let path = small(folder.path(), Cover::Open).unwrap();
    let mut package = Package::open(&path, Keys::default()).unwrap();
    assert_eq!(package.closed(), Closed::Open);
    assert_eq!(package.signer().unwrap().fingerprint, key(7).unwrap().fingerprint());
    assert_eq!(package.operations().unwrap(), journal().unwrap(), "byte for byte the same journal");
    let (mut steps, mut last) = (0, (0, 0));
    package
        .check_originals(&mut |done, total| {
            (steps, last) = (steps + 1, (done, total));
            true
        })
        .unwrap();
    assert!(steps > 1 && last.0 == last.1, "progress ends with all bytes: {last:?}");
    let (size, mut reader) = package.original(&sha256(PHOTOS[1])).unwrap().unwrap();
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).unwrap();
    drop(reader);
    assert_eq!((size, bytes.as_slice()), (100_000, PHOTOS[1]));
    assert!(package.original(&sha256(b"other")).unwrap().is_none());
    let names: Vec<_> =
        fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(names, ["x.lshand"], "no part file is left");
}

#[test]
fn the_same_case_gives_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let (a, b) = (folder.path().join("a"), folder.path().join("b"));
    let journal = journal().unwrap();
    let first = write(&a, manifest(&journal), Cover::Open).unwrap();
    let second = write(&b, manifest(&journal), Cover::Open).unwrap();
    assert_eq!(first.digest, second.digest);
    assert_eq!(fs::read(&a).unwrap(), fs::read(&b).unwrap(), "no clock and no chance inside");
    assert_eq!(first.bytes, fs::metadata(&a).unwrap().len());
}

#[test]
fn other_programs_read_it_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = small(folder.path(), Cover::Open).unwrap();
    let mut zip = zip::ZipArchive::new(fs::File::open(&path).unwrap()).unwrap();
    let names: Vec<String> =
        (0..zip.len()).map(|n| zip.by_index_raw(n).unwrap().name().unwrap().into_owned()).collect();
    assert_eq!(names.len(), 5, "{names:?}");
    for name in &names {
        let mut bytes = Vec::new();
        zip.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
        fs::create_dir_all(folder.path().join(name).parent().unwrap()).unwrap();
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    // Where OpenSSL is there, it says the same of the signature.
    let ran = Command::new("openssl")
        .args(["cms", "-verify", "-inform", "DER", "-in", "manifest.sig", "-binary"])
        .args(["-content", "manifest.json", "-noverify", "-out", "verified"])
        .current_dir(folder.path())
        .output();
    if let Ok(ran) = ran {
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    }
}

#[test]
fn a_package_to_a_key_is_read_by_that_key_and_by_ours() {
    let folder = tempfile::tempdir().unwrap();
    let (ours, theirs, other) = (exchange(7).unwrap(), exchange(8).unwrap(), exchange(9).unwrap());
    let recipient = theirs.recipient();
    assert!(recipient.starts_with("age1"), "{recipient}");
    let path = small(folder.path(), Cover::Key { recipient: &recipient, own: &ours }).unwrap();
    for keys in [&ours, &theirs] {
        let keys = Keys { own: Some(keys), passphrase: None };
        let mut package = Package::open(&path, keys).unwrap();
        assert_eq!(package.closed(), Closed::Key);
        package.check_originals(&mut |_, _| true).unwrap();
        assert_eq!(package.operations().unwrap(), journal().unwrap());
    }
    let bytes = fs::read(&path).unwrap();
    assert!(!bytes.windows(12).any(|w| w == b"operations.j"), "nothing of it is readable");
    for keys in [Keys { own: Some(&other), passphrase: None }, Keys::default()] {
        let error = Package::open(&path, keys).err().unwrap();
        assert!(matches!(error, PackageError::OtherKey), "{error:?}");
    }
    let written = write(
        &folder.path().join("y"),
        manifest(&journal().unwrap()),
        Cover::Key { recipient: "age1nonsense", own: &ours },
    );
    assert!(matches!(written, Err(PackageError::BadRecipient)));
}

#[test]
fn a_passphrase_opens_what_it_closed() {
    let folder = tempfile::tempdir().unwrap();
    let path = small(folder.path(), Cover::Passphrase("水位 上涨 三米")).unwrap();
    let open = |passphrase| Package::open(&path, Keys { own: None, passphrase });
    let mut package = open(Some("水位 上涨 三米")).unwrap();
    assert_eq!(package.closed(), Closed::Passphrase);
    assert_eq!(package.operations().unwrap().len(), 4);
    assert!(matches!(open(Some("other")), Err(PackageError::WrongPassphrase)));
    assert!(matches!(open(None), Err(PackageError::PassphraseNeeded)));
}

#[test]
fn a_part_says_which_originals_are_elsewhere() {
    let folder = tempfile::tempdir().unwrap();
    let mut of_part = manifest(&journal().unwrap());
    of_part.originals[1].enclosed = false;
    let path = folder.path().join("part.lshand");
    write(&path, of_part, Cover::Open).unwrap();
    let mut package = Package::open(&path, Keys::default()).unwrap();
    assert_eq!(package.manifest().enclosed_size(), (1, PHOTOS[0].len() as u64));
    assert!(package.original(&sha256(PHOTOS[1])).unwrap().is_none());
    assert_eq!(package.operations().unwrap().len(), 4, "the chain is whole all the same");
}

#[test]
fn what_fails_leaves_what_was_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.lshand");
    fs::write(&path, "an older package").unwrap();
    let left = || {
        assert_eq!(fs::read(&path).unwrap(), b"an older package", "it was replaced");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "a part file is left");
    };
    let mut writer = PackageWriter::create(&path, Cover::Open).unwrap();
    let wrong = writer.original(&sha256(b"another"), 11, &mut &PHOTOS[0][..]);
    assert!(matches!(wrong, Err(PackageError::OriginalAltered(_))), "hashed on the way out");
    drop(writer);
    left();
    let mut lacking = manifest(&journal().unwrap());
    lacking.originals.remove(1);
    let error = write(&path, lacking, Cover::Open).err().unwrap();
    assert!(matches!(error, PackageError::Disagrees(_)), "read back before it counts: {error:?}");
    left();
    let mut writer = PackageWriter::create(&path, Cover::Open).unwrap();
    for (operation, digest) in journal().unwrap() {
        writer.operation(&operation, &digest).unwrap();
    }
    for bytes in PHOTOS {
        writer.original(&sha256(bytes), bytes.len() as u64, &mut &bytes[..]).unwrap();
    }
    let stopped = writer.finish(manifest(&journal().unwrap()), &key(7).unwrap(), &mut |_, _| false);
    assert!(matches!(stopped, Err(PackageError::Cancelled)));
    left();
}

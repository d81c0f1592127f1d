use std::time::{Duration, UNIX_EPOCH};

use super::*;

/// 2026-02-28T12:00:00Z.
fn noon() -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(1_772_280_000)
}

#[test]
fn same_random_bytes_give_the_same_certificate() {
    let make = || SealKey::from_random("A", noon(), 1, &[7; 32], [9; 16]).unwrap();
    assert_eq!(make().certificate_der(), make().certificate_der(), "nothing else may go in");
    let zero = SealKey::from_random("A", noon(), 1, &[0; 32], [9; 16]);
    assert!(matches!(zero, Err(SealError::Key { .. })), "zero is no private key");
}

#[test]
fn validity_is_in_calendar_years() {
    let leap_day = UNIX_EPOCH + Duration::from_secs(1_709_208_000); // 2024-02-29T12:00:00Z
    let key = SealKey::generate("A", leap_day, 1).unwrap();
    let expected = UNIX_EPOCH + Duration::from_secs(1_740_744_000); // 2025-02-28T12:00:00Z
    assert_eq!(key.valid_to(), expected, "29 February ends on 28 February");
    let key = SealKey::generate("A", noon(), 30).unwrap();
    assert!(key.valid_to() > noon() + Duration::from_secs(29 * 365 * 86_400), "past 2049 too");
    for years in [0, 31] {
        let refused = SealKey::generate("A", noon(), years);
        assert!(matches!(refused, Err(SealError::Certificate { .. })), "{years} years");
    }
}

#[test]
fn names_that_do_not_fit_are_refused() {
    for name in ["", "  ", &"长".repeat(65), "a\nb"] {
        let refused = SealKey::generate(name, noon(), 1);
        assert!(matches!(refused, Err(SealError::Certificate { .. })), "{name:?}");
    }
    SealKey::generate(&"长".repeat(64), noon(), 1).expect("64 characters fit, however many bytes");
}

fn kept(lock: Lock<'_>) -> (tempfile::TempDir, std::path::PathBuf, SealKey) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys").join("seal.pem");
    let key = SealKey::generate("华信公估 张三", noon(), 5).unwrap();
    KeyFile::create(&path, &key, lock).unwrap().expect("none was there");
    (folder, path, key)
}

#[test]
fn a_key_file_keeps_the_key_and_its_certificate() {
    for (lock, guard, passphrase) in [
        (Lock::Nothing, Guard::Nothing, None),
        (Lock::Passphrase("correct horse"), Guard::Passphrase, Some("correct horse")),
    ] {
        let (_folder, path, key) = kept(lock);
        let file = KeyFile::read(&path).unwrap().unwrap();
        assert_eq!(file.guard(), guard);
        assert_eq!(file.facts(), &key.facts(), "known without the key");
        let again = file.unlock(passphrase).unwrap();
        assert_eq!(again.certificate_der(), key.certificate_der(), "the certificate stays");
        assert_eq!(*again.to_pkcs8().unwrap(), *key.to_pkcs8().unwrap(), "the key stays");
        let names: Vec<_> = std::fs::read_dir(path.parent().unwrap()).unwrap().collect();
        assert_eq!(names.len(), 1, "no temporary file may stay: {names:?}");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = std::fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600, "only the owner may read the key");
        }
    }
}

#[test]
fn a_guarded_key_opens_for_its_passphrase_alone() {
    let (_folder, path, key) = kept(Lock::Passphrase("correct horse"));
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(!text.contains("-----BEGIN PRIVATE KEY-----"), "the key is encrypted");
    let file = KeyFile::read(&path).unwrap().unwrap();
    assert!(matches!(file.unlock(None), Err(SealError::Locked)), "it has to be asked for");
    for wrong in ["", "correct hors", "Correct horse", "correct horse ", "正确的马"] {
        let refused = file.unlock(Some(wrong));
        assert!(matches!(refused, Err(SealError::WrongPassphrase)), "{wrong:?}: {refused:?}");
    }
    let shown = format!("{key:?} {:?}", file.unlock(Some("wrong")));
    assert!(!shown.contains("correct"), "no secret reaches a log: {shown}");
    let weak = KeyFile::replace(&path, &key, Lock::Passphrase("seven77"));
    assert!(matches!(weak, Err(SealError::WeakPassphrase { .. })), "too easily tried out");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text, "what was there stays");
}

#[test]
fn a_key_is_made_once_and_never_destroyed() {
    let (_folder, path, key) = kept(Lock::Nothing);
    let other = SealKey::generate("someone else", noon(), 1).unwrap();
    assert!(KeyFile::create(&path, &other, Lock::Nothing).unwrap().is_none(), "one is there");
    let fingerprint = || KeyFile::read(&path).unwrap().unwrap().facts().fingerprint.clone();
    assert_eq!(fingerprint(), key.fingerprint(), "the first key stays");
    KeyFile::replace(&path, &other, Lock::Nothing).unwrap();
    assert_eq!(fingerprint(), other.fingerprint(), "replaced when asked to");
    let aside = std::fs::read_dir(path.parent().unwrap())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|other| *other != path)
        .expect("the old key is moved aside");
    let old = KeyFile::read(&aside).unwrap().unwrap();
    assert_eq!(old.facts().fingerprint, key.fingerprint(), "and still opens");
}

#[test]
fn a_key_file_of_the_first_version_is_read() {
    let (_folder, path, key) = kept(Lock::Nothing);
    let text = std::fs::read_to_string(&path).unwrap();
    let start = text.find("-----BEGIN PRIVATE KEY-----").unwrap();
    let certificate = text.find("-----BEGIN CERTIFICATE-----").unwrap();
    // It held the key first, and no line before it.
    std::fs::write(&path, format!("{}{}", &text[start..], &text[certificate..start])).unwrap();
    let old = KeyFile::read(&path).unwrap().unwrap();
    assert_eq!(old.guard(), Guard::Nothing);
    let open = old.unlock(None).unwrap();
    assert_eq!(open.fingerprint(), key.fingerprint());
    let new = KeyFile::replace(&path, &open, Lock::Passphrase("correct horse")).unwrap();
    assert_eq!(new.facts().fingerprint, key.fingerprint(), "guarded now, the same key");
}

#[test]
fn a_certificate_of_another_key_is_refused() {
    let [(_f, path, _), (_g, other, _)] = [kept(Lock::Nothing), kept(Lock::Nothing)];
    let [one, two] = [&path, &other].map(|path| std::fs::read_to_string(path).unwrap());
    let border = "-----BEGIN PRIVATE KEY-----";
    let mixed = format!(
        "{}{border}{}",
        one.split_once(border).unwrap().0,
        two.split_once(border).unwrap().1
    );
    std::fs::write(&path, mixed).unwrap();
    let opened = KeyFile::read(&path).unwrap().unwrap().unlock(None);
    assert!(matches!(opened, Err(SealError::Key { .. })), "keys must agree");
    for broken in ["", border, "not a key", &one[..one.len() / 2], &"x".repeat(70_000)] {
        std::fs::write(&path, broken).unwrap();
        let read = KeyFile::read(&path).and_then(|file| file.unwrap().unlock(None));
        assert!(matches!(read, Err(SealError::Key { .. })), "{broken:.40}");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), broken, "the file must stay");
    }
}

#[test]
fn a_certificate_counts_within_its_validity() {
    let facts = SealKey::generate("A", noon(), 1).unwrap().facts();
    let day = Duration::from_secs(86_400);
    assert!(facts.check_validity(noon() + day).is_ok());
    let early = facts.check_validity(noon() - day);
    assert!(matches!(early, Err(SealError::NotYetValid { .. })), "{early:?}");
    let late = facts.check_validity(noon() + 366 * day);
    assert!(matches!(late, Err(SealError::Expired { .. })), "{late:?}");
}

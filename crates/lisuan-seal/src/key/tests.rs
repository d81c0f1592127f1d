use std::time::{Duration, UNIX_EPOCH};

use super::*;

/// 2026-02-28T12:00:00Z.
fn noon() -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(1_772_280_000)
}

#[test]
fn pem_keeps_the_key_and_its_certificate() {
    let key = SealKey::generate("华信公估 张三", noon(), 5).unwrap();
    let again = SealKey::from_pem(&key.to_pem().unwrap()).unwrap();
    assert_eq!(again.certificate_der(), key.certificate_der(), "the certificate must not change");
    assert_eq!(again.verifying_key(), key.verifying_key(), "the key must not change");
    assert_eq!(key.fingerprint().len(), 16 * 4 + 15, "16 groups of four digits");
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

#[test]
fn a_certificate_of_another_key_is_refused() {
    let [one, two] = ["A", "B"].map(|name| SealKey::generate(name, noon(), 1).unwrap());
    let one = one.to_pem().unwrap();
    let two = two.to_pem().unwrap();
    let border = "-----BEGIN CERTIFICATE-----";
    let mixed = format!(
        "{}{border}{}",
        one.split_once(border).unwrap().0,
        two.split_once(border).unwrap().1
    );
    assert!(matches!(SealKey::from_pem(&mixed), Err(SealError::Key { .. })), "keys must agree");
    for broken in ["", border, &one[..one.len() / 2], &"x".repeat(70_000)] {
        assert!(matches!(SealKey::from_pem(broken), Err(SealError::Key { .. })), "{broken:.40}");
    }
}

#[test]
fn a_key_file_is_made_once_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys").join("seal.pem");
    let made = SealKey::load_or_create(&path, "张三", noon(), 5).unwrap();
    let loaded = SealKey::load_or_create(&path, "someone else", noon(), 1).unwrap();
    assert_eq!(made.fingerprint(), loaded.fingerprint(), "the second call must load");
    let names: Vec<_> = std::fs::read_dir(path.parent().unwrap()).unwrap().collect();
    assert_eq!(names.len(), 1, "no temporary file may stay: {names:?}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "only the owner may read the key");
    }
}

#[test]
fn a_damaged_key_file_is_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("seal.pem");
    std::fs::write(&path, "not a key").unwrap();
    let refused = SealKey::load_or_create(&path, "张三", noon(), 5);
    assert!(matches!(refused, Err(SealError::Key { .. })), "the person must decide");
    assert_eq!(std::fs::read(&path).unwrap(), b"not a key", "the file must stay");
}

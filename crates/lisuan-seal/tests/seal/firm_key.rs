//! A firm's own key out of a PKCS#12 file, as certification authorities hand them out.

use std::io::Cursor;

use lisuan_seal::{Reason, SealError, SealKey};

use crate::draft::{Draft, assert_refused, judge};
use crate::tools::{Desk, is_there, run};

const FOR_SIGNING: &str =
    "basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature,nonRepudiation\n";

#[test]
fn a_firm_seals_with_its_own_key() {
    let Some(desk) = Desk::with_openssl() else { return };
    desk.authority("ca");
    for (name, new_key, algorithm) in [
        ("rsa", "rsa:2048", "RSA-2048"),
        ("ec", "ec -pkeyopt ec_paramgen_curve:prime256v1", "P-256"),
    ] {
        desk.issued(name, "华信保险公估有限公司", new_key, FOR_SIGNING);
        for (kind, flags) in [("new", ""), ("old", "-legacy"), ("chain", "-certfile ca.pem")] {
            desk.openssl(&format!(
                "pkcs12 -export {flags} -inkey {name}.key -in {name}.pem -out {name}.p12 -passout \
                 pass:花开富贵88"
            ));
            let key = SealKey::from_pkcs12(&desk.path(&format!("{name}.p12")), "花开富贵88")
                .unwrap_or_else(|error| panic!("{name}, {kind}: {error:?}"));
            assert_eq!(key.algorithm(), algorithm);
            let facts = key.facts();
            assert_eq!(facts.name, "华信保险公估有限公司");
            assert_eq!(facts.issuer.as_deref(), Some("Test Root CA"), "it is not self-made");
            let sealed = Draft::new().seal_with(&key);
            let verdict = judge(&sealed.bytes);
            assert_eq!(verdict.reasons, [], "{name}, {kind}");
            let signer = verdict.signer.unwrap();
            assert_eq!(signer.issuer, facts.issuer, "the verdict names the issuer");
            assert!(!signer.self_signed, "somebody else issued it");
            assert_eq!(signer.algorithm, algorithm);
            assert_eq!(signer.fingerprint, facts.fingerprint);
            assert_eq!(sealed.bytes, Draft::new().seal_with(&key).bytes, "the same bytes again");
            desk.write("sealed.pdf", &sealed.bytes);
            if is_there("pdfsig", "-v") {
                let (_, said) = run(&desk.path(""), "pdfsig", "-nocert sealed.pdf");
                assert!(said.contains("Signature is Valid."), "{name}: {said}");
            }
        }
    }
}

#[test]
fn every_changed_digit_of_an_rsa_seal_is_found() {
    let Some(desk) = Desk::with_openssl() else { return };
    desk.authority("ca");
    desk.issued("rsa", "Firm", "rsa:2048", FOR_SIGNING);
    desk.openssl("pkcs12 -export -inkey rsa.key -in rsa.pem -out rsa.p12 -passout pass:12345678");
    let key = SealKey::from_pkcs12(&desk.path("rsa.p12"), "12345678").unwrap();
    let mut sealed = Draft::new().seal_with(&key);
    let start = sealed.room.contents_at as usize + 1;
    let used = sealed.bytes[start..start + 32_768].iter().rposition(|&b| b != b'0').unwrap();
    for at in start..=start + used + 1 {
        let before = sealed.bytes[at];
        let digit = char::from(before).to_digit(16).unwrap();
        sealed.bytes[at] = char::from_digit(digit ^ 1, 16).unwrap() as u8;
        assert!(!judge(&sealed.bytes).reasons.is_empty(), "digit {} of the seal", at - start);
        sealed.bytes[at] = before;
    }
    let mut other = sealed.clone();
    other.overwrite("1,000.00", "9,000.00");
    assert_refused(&other.bytes, Reason::Digest, "the content changed");
}

#[test]
fn files_that_cannot_be_used_are_refused_with_their_reason() {
    let Some(desk) = Desk::with_openssl() else { return };
    desk.authority("ca");
    let made = |name: &str, new_key: &str| {
        desk.issued(name, "Firm", new_key, FOR_SIGNING);
        desk.openssl(&format!(
            "pkcs12 -export -inkey {name}.key -in {name}.pem -out {name}.p12 -passout pass:12345678"
        ));
        SealKey::from_pkcs12(&desk.path(&format!("{name}.p12")), "12345678")
    };
    let short = made("short", "rsa:1024");
    assert!(matches!(short, Err(SealError::Key { .. })), "1024 bits are too few: {short:?}");
    let curve = made("p384", "ec -pkeyopt ec_paramgen_curve:secp384r1");
    assert!(matches!(curve, Err(SealError::Key { .. })), "no seal has this curve: {curve:?}");
    made("good", "rsa:2048").unwrap();
    let good = desk.path("good.p12");
    for wrong in ["", "1234567", "12345678 "] {
        let refused = SealKey::from_pkcs12(&good, wrong);
        assert!(matches!(refused, Err(SealError::WrongPassphrase)), "{wrong:?}: {refused:?}");
    }
    let bytes = desk.read("good.p12");
    desk.write("cut.p12", &bytes[..bytes.len() / 2]);
    desk.write("text.p12", b"not a key");
    desk.write("large.p12", &vec![0; 2 << 20]);
    for name in ["cut.p12", "text.p12", "large.p12"] {
        let refused = SealKey::from_pkcs12(&desk.path(name), "12345678");
        assert!(matches!(refused, Err(SealError::Pkcs12 { .. })), "{name}: {refused:?}");
    }
    desk.openssl("pkcs12 -export -nokeys -in good.pem -out empty.p12 -passout pass:12345678");
    let empty = SealKey::from_pkcs12(&desk.path("empty.p12"), "12345678");
    assert!(matches!(empty, Err(SealError::Pkcs12 { .. })), "no key in it: {empty:?}");
    let none = SealKey::from_pkcs12(&desk.path("none.p12"), "12345678");
    assert!(matches!(none, Err(SealError::ReadKey { .. })), "{none:?}");
}

#[test]
fn a_seal_of_a_firm_is_read_from_memory_alike() {
    let key = crate::draft::key(9);
    let sealed = Draft::new().seal_with(&key);
    let verdict = lisuan_seal::verify(&mut Cursor::new(&sealed.bytes)).unwrap();
    assert_eq!(verdict.signer.unwrap().issuer, None, "a key made here has no issuer");
}

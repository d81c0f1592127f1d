//! A timestamp of a third party, put into the seal later.

use std::io::Cursor;

use lisuan_seal::{
    Outcome, Reason, SealError, StampRefusal, Trust, Trusted, stamp, verify_trusting,
};

use crate::draft::{Draft, Sealed, assert_refused, judge, key};
use crate::tools::{Desk, is_there, run};

const FOR_TIME: &str = "basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature\n\
                        extendedKeyUsage=critical,timeStamping\n";

/// A desk with a time-stamping authority, whose key is of the given kind.
fn authority(new_key: &str, ess: &str) -> Option<Desk> {
    let desk = Desk::with_openssl()?;
    desk.authority("ca");
    desk.issued("tsa", "Test_TSA", new_key, FOR_TIME);
    let settings = format!(
        "[tsa]\ndefault_tsa=t\n[t]\nserial=serial\ncrypto_device=builtin\nsigner_cert=tsa.pem\n\
         certs=ca.pem\nsigner_key=tsa.key\nsigner_digest=sha256\ndefault_policy=1.2.3.4\n\
         digests=sha256\naccuracy=secs:1\nordering=yes\ntsa_name=yes\ness_cert_id_chain=no\n\
         ess_cert_id_alg={ess}\n"
    );
    desk.write("tsa.cnf", settings.as_bytes());
    desk.write("serial", b"01\n");
    Some(desk)
}

/// Asks the authority for the answer to a request over a sealed file.
fn answer(desk: &Desk, sealed: &Sealed) -> Vec<u8> {
    desk.write("req.tsq", &stamp::request(&judge(&sealed.bytes)).unwrap());
    desk.openssl("ts -reply -config tsa.cnf -queryfile req.tsq -out resp.tsr");
    desk.openssl("ts -verify -queryfile req.tsq -in resp.tsr -CAfile ca.pem");
    desk.read("resp.tsr")
}

fn stamped(sealed: &Sealed, answer: &[u8]) -> Result<Vec<u8>, SealError> {
    let mut file = Cursor::new(sealed.bytes.clone());
    stamp::add(&mut file, &judge(&sealed.bytes), answer)?;
    Ok(file.into_inner())
}

#[test]
fn a_timestamp_comes_in_later_and_is_judged() {
    for (new_key, ess) in [
        ("rsa:3072", "sha256"),
        ("rsa:2048", "sha1"),
        ("ec -pkeyopt ec_paramgen_curve:prime256v1", "sha384"),
        ("ec -pkeyopt ec_paramgen_curve:secp384r1", "sha512"),
    ] {
        let Some(desk) = authority(new_key, ess) else { return };
        let sealed = Draft::new().seal();
        let before = judge(&sealed.bytes);
        let after = stamped(&sealed, &answer(&desk, &sealed)).unwrap();
        assert_eq!(after.len(), sealed.bytes.len(), "the file keeps its length");
        let verdict = judge(&after);
        assert_eq!(verdict.reasons, [], "{new_key} {ess}");
        assert_eq!(verdict.byte_range_digest, before.byte_range_digest, "it is the same dossier");
        let stamp = verdict.timestamp.expect("it is judged");
        assert_eq!(stamp.authority, "Test_TSA");
        assert_eq!(stamp.issuer.as_deref(), Some("Test Root CA"));
        assert_eq!(stamp.trust, Trust::NotAsked, "nobody said whom to trust");
        assert!(stamp.time.ends_with('Z') && stamp.time.len() >= 20, "{}", stamp.time);

        let judge_with = |file: &str| {
            let trusted = Trusted::read(&desk.read(file)).unwrap();
            let verdict = verify_trusting(&mut Cursor::new(&after), &trusted).unwrap();
            assert_eq!(verdict.outcome, Outcome::AsSealed, "trust changes no verdict");
            verdict.timestamp.unwrap().trust
        };
        assert_eq!(judge_with("ca.pem"), Trust::Trusted("Test Root CA".to_owned()));
        desk.authority("other");
        assert_eq!(judge_with("other.pem"), Trust::Untrusted, "the same name, another key");

        desk.write("stamped.pdf", &after);
        if is_there("pdfsig", "-v") {
            let (_, said) = run(&desk.path(""), "pdfsig", "-nocert stamped.pdf");
            assert!(said.contains("Signature is Valid."), "{said}");
            assert!(said.contains("Total document signed"), "{said}");
        }
        let again = stamped(&Sealed { bytes: after, ..sealed.clone() }, b"");
        let again = again.expect_err("one is there");
        assert!(matches!(again, SealError::Stamp { what: StampRefusal::AlreadyThere }), "{again}");
    }
}

#[test]
fn answers_that_cannot_be_used_are_refused() {
    let Some(desk) = authority("rsa:2048", "sha256") else { return };
    let sealed = Draft::new().seal();
    let refused = |answer: &[u8]| match stamped(&sealed, answer) {
        Err(SealError::Stamp { what }) => what,
        Err(error) => panic!("{error}"),
        Ok(_) => panic!("it was taken: {} bytes", answer.len()),
    };
    let good = answer(&desk, &sealed);
    for bad in [&b""[..], b"no answer", &good[..good.len() - 1], &[good.as_slice(), b"x"].concat()]
    {
        assert_eq!(refused(bad), StampRefusal::NotAnAnswer, "{} bytes", bad.len());
    }
    // Status 2 (rejection) and no token.
    assert_eq!(refused(&[0x30, 5, 0x30, 3, 2, 1, 2]), StampRefusal::NotGranted);
    let mut altered = sealed.clone();
    altered.overwrite("1,000.00", "9,000.00");
    let mut file = Cursor::new(altered.bytes.clone());
    let late = stamp::add(&mut file, &judge(&altered.bytes), &good).expect_err("it was altered");
    assert!(matches!(late, SealError::Stamp { what: StampRefusal::NotAsSealed }), "{late}");
    assert_eq!(file.into_inner(), altered.bytes, "nothing is written into it");
}

#[test]
fn a_timestamp_of_another_seal_is_found() {
    let Some(desk) = authority("rsa:2048", "sha256") else { return };
    let sealed = Draft::new().seal();
    let other = Draft::new().seal_with(&key(8));
    let foreign = stamped(&sealed, &answer(&desk, &other)).unwrap();
    assert_refused(&foreign, Reason::Timestamp, "it is about another signature");
}

#[test]
fn a_token_of_who_may_not_stamp_is_refused() {
    let Some(desk) = authority("rsa:2048", "sha256") else { return };
    let sealed = Draft::new().seal();
    let kinds = [
        ("none", "basicConstraints=CA:FALSE\n"),
        ("lax", "basicConstraints=CA:FALSE\nextendedKeyUsage=timeStamping\n"),
        ("two", "extendedKeyUsage=critical,timeStamping,codeSigning\n"),
        ("good", FOR_TIME),
    ];
    for (name, usage) in kinds {
        desk.issued(name, "Anybody", "rsa:2048", usage);
    }
    // After the certificates, which are not valid before. Anybody's can be put under a statement
    // with `openssl cms`.
    answer(&desk, &sealed);
    desk.openssl("ts -reply -in resp.tsr -token_out -out token.der");
    desk.openssl("cms -verify -noverify -inform DER -in token.der -out info.der -binary");
    for (name, _) in kinds {
        desk.openssl(&format!(
            "cms -sign -binary -nodetach -nosmimecap -cades -md sha256 -econtent_type \
             1.2.840.113549.1.9.16.1.4 -in info.der -signer {name}.pem -inkey {name}.key -outform \
             DER -out {name}.der"
        ));
        let file = stamped(&sealed, &desk.read(&format!("{name}.der"))).unwrap();
        if name == "good" {
            assert_eq!(judge(&file).reasons, [], "the way of signing is not what is refused");
        } else {
            assert_refused(&file, Reason::Timestamp, name);
        }
    }
}

/// No digit of a seal with a timestamp changes unseen, but for those of certificates that the
/// authority sends along and that nothing of the seal relies on.
#[test]
fn changed_digits_of_a_stamped_seal_are_found() {
    let Some(desk) = authority("rsa:2048", "sha256") else { return };
    let sealed = Draft::new().seal();
    let mut bytes = stamped(&sealed, &answer(&desk, &sealed)).unwrap();
    let start = sealed.room.contents_at as usize + 1;
    let used = bytes[start..start + 32_768].iter().rposition(|&b| b != b'0').unwrap();
    desk.openssl("x509 -in ca.pem -outform DER -out ca.der");
    let extra: String = desk.read("ca.der").iter().map(|byte| format!("{byte:02x}")).collect();
    let extra = crate::draft::find(&bytes, extra.as_bytes()).map(|at| at..at + extra.len());
    let extra = extra.expect("the authority sends its issuer along");
    let mut unseen = Vec::new();
    let own = sealed.bytes[start..start + 32_768].iter().rposition(|&b| b != b'0').unwrap();
    // The seal's own digits are tried elsewhere.
    for at in (start + own..=start + used + 1).filter(|at| !extra.contains(at)) {
        let before = bytes[at];
        let digit = char::from(before).to_digit(16).unwrap();
        bytes[at] = char::from_digit(digit ^ 1, 16).unwrap() as u8;
        if judge(&bytes).reasons.is_empty() {
            unseen.push(at - start);
        }
        bytes[at] = before;
    }
    assert_eq!(unseen, [0; 0], "digits that changed unseen");
}

//! What is exactly as sealed, and what the verdict then says.

use std::collections::HashSet;

use lisuan_seal::{Outcome, Reason};

use crate::draft::{Draft, judge, key, noon};

#[test]
fn a_sealed_file_is_as_sealed() {
    let sealed = Draft::new().seal();
    let verdict = judge(&sealed.bytes);
    assert_eq!(verdict.reasons, [], "nothing was changed");
    assert_eq!(verdict.outcome, Outcome::AsSealed, "nothing was changed");
    let signer = verdict.signer.expect("the seal names its signer");
    assert_eq!(signer.name, "华信公估 张三", "the name is the certificate's");
    assert_eq!(signer.fingerprint, key(7).fingerprint(), "both sides name one key alike");
    assert!(signer.self_signed, "nobody else vouches for this key");
    let noon = noon().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
    assert_eq!(signer.valid_from_unix_s, noon, "valid from the time that was given");
    assert_eq!(signer.valid_to_unix_s, noon + (5 * 365 + 1) * 86_400, "five years, one leap day");
    assert_eq!(verdict.claimed_time.as_deref(), Some("D:20260228200000+08'00'"), "as in /M");
    let digest: String = sealed.digest.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(verdict.byte_range_digest, Some(digest), "sealing and judging hash the same bytes");
    assert_eq!(verdict.file_len, sealed.bytes.len() as u64, "the length is the file's");
    assert!(!verdict.timestamp_present, "there is no timestamp yet");
}

#[test]
fn the_same_file_and_key_give_the_same_bytes() {
    assert_eq!(Draft::new().seal().bytes, Draft::new().seal().bytes, "no clock, no randomness");
}

#[test]
fn ordinary_variations_are_accepted() {
    let mut pdf2 = Draft::new();
    pdf2.header = b"%PDF-2.0\n".to_vec();
    let mut without_eol = Draft::new();
    without_eol.end = b"%%EOF".to_vec();
    let mut with_crlf = Draft::new();
    with_crlf.end = b"%%EOF\r\n".to_vec();
    let variations = [
        ("PDF 2.0 without a binary mark", pdf2),
        ("no newline at the end", without_eol),
        ("CR LF at the end", with_crlf),
        ("time in UTC", Draft::new().replace(7, "+08'00'", "Z")),
        ("time with a short offset", Draft::new().replace(7, "+08'00'", "-03'30")),
        ("string escapes", Draft::new().replace(10, "(test)", "(t\\(e\\\\\\101(s)t)")),
        ("a link to an address", Draft::new().replace(10, "(test)", "<< /S /URI /URI (x) >>")),
        (
            "numbers of all kinds",
            Draft::new().replace(10, "(test)", "[-1 +2 .5 -0.5 4. true null]"),
        ),
    ];
    for (what, draft) in variations {
        assert_eq!(judge(&draft.seal().bytes).reasons, [], "{what}");
    }
}

#[test]
fn every_reason_has_a_code_of_its_own() {
    let codes: HashSet<&str> = Reason::ALL.iter().map(|reason| reason.as_str()).collect();
    assert_eq!(codes.len(), Reason::ALL.len(), "words are looked up by code");
}

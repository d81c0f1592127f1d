//! The SM2 signature in a file beside the dossier.

use std::io::Cursor;

use lisuan_seal::{sign_beside, verify_beside};

use crate::draft::{Draft, Sealed, judge, key};
use crate::tools::Desk;

fn signed(sealed: &Sealed, seed: u8) -> String {
    sign_beside(&mut Cursor::new(&sealed.bytes), &judge(&sealed.bytes), &key(seed)).unwrap()
}

fn holds(bytes: &[u8], text: &str) -> bool {
    verify_beside(&mut Cursor::new(bytes), &judge(bytes), text).unwrap().holds
}

#[test]
fn a_signature_beside_holds_for_its_dossier_alone() {
    let sealed = Draft::new().seal();
    let text = signed(&sealed, 7);
    assert_eq!(text, signed(&sealed, 7), "no clock, no randomness");
    let judged =
        verify_beside(&mut Cursor::new(&sealed.bytes), &judge(&sealed.bytes), &text).unwrap();
    assert!(judged.holds, "{text}");
    assert_eq!(judged.fingerprint.unwrap().len(), 16 * 4 + 15, "16 groups of four digits");
    assert!(text.contains("Not a certified"), "it claims no conformity");

    let other = Draft::new().replace(10, "(test)", "(tesu)").seal();
    assert!(!holds(&other.bytes, &text), "another dossier");
    let mut altered = sealed.clone();
    altered.overwrite("1,000.00", "9,000.00");
    assert!(!holds(&altered.bytes, &text), "an altered dossier");
    let swapped = signed(&other, 7);
    assert!(!holds(&sealed.bytes, &swapped), "the signature of another dossier");
}

#[test]
fn every_changed_letter_of_what_counts_is_found() {
    let sealed = Draft::new().seal();
    let text = signed(&sealed, 7);
    let from = text.find("Signed bytes").unwrap();
    for (at, _) in text.char_indices().filter(|(at, c)| *at > from && !c.is_whitespace()) {
        let mut bytes = text.clone().into_bytes();
        bytes[at] ^= 1;
        let changed = String::from_utf8(bytes).unwrap();
        assert!(!holds(&sealed.bytes, &changed), "letter {at}: {changed}");
    }
    for broken in ["", "Lisuan SM2 signature 1", &"x".repeat(100_000), &text[20..]] {
        assert!(!holds(&sealed.bytes, broken), "{broken:.40}");
    }
}

#[test]
fn openssl_checks_it_too() {
    let Some(desk) = Desk::with_openssl() else { return };
    let sealed = Draft::new().seal();
    let text = signed(&sealed, 7);
    let room = sealed.room.contents_at as usize;
    let after = room + sealed.room.contents_len as usize;
    desk.write("signed.bin", &[&sealed.bytes[..room], &sealed.bytes[after..]].concat());
    let (public, signature) = text.split_once("-----BEGIN SM2 SIGNATURE-----\n").unwrap();
    let public = &public[public.find("-----BEGIN PUBLIC").unwrap()..];
    desk.write("public.pem", public.as_bytes());
    desk.write("signature.b64", signature.split_once("-----END").unwrap().0.as_bytes());
    desk.openssl("base64 -d -in signature.b64 -out signature.der");
    let question = "pkeyutl -verify -pubin -inkey public.pem -rawin -digest sm3 -pkeyopt \
                    distid:1234567812345678 -sigfile signature.der -in signed.bin";
    desk.openssl(question);
    desk.write("signed.bin", &sealed.bytes[..room]);
    assert!(!desk.asks_openssl(question).0, "other bytes do not pass");
    let (_, said) = desk.asks_openssl("dgst -sm3 signed.bin");
    assert!(said.contains('='), "{said}");
}

//! No single byte can change unseen.

use std::ops::Range;

use crate::draft::{Draft, judge};

/// A file of 200 kB: every byte, one at a time, is changed in its lowest bit.
#[test]
fn every_changed_byte_is_found() {
    let photo = "x".repeat(166_000);
    let draft = Draft::new()
        .replace(9, "<< /Type", &format!("<< /Length {} /Type", photo.len()))
        .replace(9, "/EmbeddedFile /Length 72 >>", "/EmbeddedFile >>")
        .replace(
            9,
            "7 0 obj << /Type /Sig /ByteRange [0 1 2 3] >> endobj /JS startxref %%EOF",
            &photo,
        );
    let sealed = draft.seal();
    assert!(sealed.bytes.len() >= 200_000, "{} bytes", sealed.bytes.len());
    assert_eq!(judge(&sealed.bytes).reasons, [], "before anything is changed");
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    let part = sealed.bytes.len().div_ceil(threads);
    std::thread::scope(|scope| {
        for start in (0..sealed.bytes.len()).step_by(part) {
            let mut bytes = sealed.bytes.clone();
            scope.spawn(move || {
                for at in start..(start + part).min(bytes.len()) {
                    bytes[at] ^= 1;
                    assert!(!judge(&bytes).reasons.is_empty(), "byte {at}");
                    bytes[at] ^= 1;
                }
            });
        }
    });
}

/// Every byte outside the room of the seal is also changed in its case, and wholly.
#[test]
fn every_byte_changed_more_is_found() {
    let sealed = Draft::new().seal();
    let len = sealed.bytes.len();
    let room_at = sealed.room.contents_at as usize;
    change_each(0..room_at + 3000, &[0x20, 0xff]);
    change_each(room_at + 32_700..len, &[0x20, 0xff]);
}

fn change_each(places: Range<usize>, masks: &[u8]) {
    let sealed = Draft::new().seal();
    let mut bytes = sealed.bytes.clone();
    for at in places {
        for mask in masks {
            bytes[at] ^= mask;
            assert!(!judge(&bytes).reasons.is_empty(), "byte {at} changed by {mask:#x}");
            bytes[at] ^= mask;
        }
    }
    assert_eq!(bytes, sealed.bytes, "every change was taken back");
}

/// Within the seal itself, which no signature covers, every bit of every digit changes, and every
/// digit gets other spellings.
#[test]
fn every_bit_and_spelling_of_the_seal_is_found() {
    let sealed = Draft::new().seal();
    let start = sealed.room.contents_at as usize + 1;
    let used = sealed.bytes[start..start + 32_768].iter().rposition(|&b| b != b'0').unwrap();
    assert!((1000..4000).contains(&used), "the seal's digits are {used} long");
    let mut bytes = sealed.bytes.clone();
    for at in start - 1..start + used + 20 {
        let before = bytes[at];
        let digit = char::from(before).to_digit(16).unwrap_or(0);
        let flipped = [1, 2, 4, 8].map(|bit| char::from_digit(digit ^ bit, 16).unwrap() as u8);
        for other in [&flipped[..], &[before.to_ascii_uppercase(), b' ', b'<', b'>']].concat() {
            bytes[at] = other;
            let unseen = judge(&bytes).reasons.is_empty();
            assert_eq!(unseen, other == before, "byte {at} became {}", char::from(other));
        }
        bytes[at] = before;
    }
}

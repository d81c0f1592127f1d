//! No single byte can change unseen.

use std::ops::Range;

use crate::draft::{Draft, judge};

/// Every byte of the file, one at a time, is changed in its lowest bit.
#[test]
fn every_changed_byte_is_found() {
    let len = Draft::new().seal().bytes.len();
    change_each(0..len, &[0x01]);
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

/// Within the seal itself, which no signature covers, every byte takes every value.
#[test]
fn every_value_of_every_byte_of_the_seal_is_found() {
    let sealed = Draft::new().seal();
    let start = sealed.room.contents_at as usize;
    let used = sealed.bytes[start + 1..start + 32_769].iter().rposition(|&b| b != b'0').unwrap();
    assert!((1000..4000).contains(&used), "the seal's digits are {used} long");
    let mut bytes = sealed.bytes.clone();
    for at in start..start + used + 20 {
        let before = bytes[at];
        for digit in b"0123456789abcdefABCDEF <>" {
            bytes[at] = *digit;
            let unseen = judge(&bytes).reasons.is_empty();
            assert_eq!(unseen, *digit == before, "byte {at} became {}", char::from(*digit));
        }
        bytes[at] = before;
    }
}

//! The contract with the writer: what is sealed, and what is refused untouched.

use std::io::Cursor;

use lisuan_seal::{
    HeadDigest, Outcome, SealError, SealRoom, apply, apply_hashed, verify, verify_sealed,
};

use sha2::{Digest as _, Sha256};

use crate::draft::{Draft, key};

#[test]
fn only_the_two_rooms_are_written() {
    let (before, room) = Draft::new().write();
    let after = Draft::new().seal().bytes;
    assert_eq!(before.len(), after.len(), "the file keeps its length");
    let is_room = |at: u64| {
        (room.byte_range_at..room.byte_range_at + 80).contains(&at)
            || (room.contents_at + 1..room.contents_at + 32_769).contains(&at)
    };
    let changed = before.iter().zip(&after).enumerate().filter(|(_, (a, b))| a != b);
    let outside: Vec<_> = changed.filter(|(at, _)| !is_room(*at as u64)).collect();
    assert!(outside.is_empty(), "changed outside the rooms: {outside:?}");
}

#[test]
fn a_digest_of_the_head_spares_reading_it_again() {
    let (bytes, room) = Draft::new().write();
    let state = Sha256::new_with_prefix(&bytes[..room.byte_range_at as usize]);
    let head = HeadDigest::new(state.clone(), room.byte_range_at);
    let mut file = Cursor::new(bytes.clone());
    apply_hashed(&mut file, &room, &key(7), head).unwrap();
    assert_eq!(file.into_inner(), Draft::new().seal().bytes, "both ways seal alike");

    let head = HeadDigest::new(state, room.byte_range_at + 1);
    let mut file = Cursor::new(bytes.clone());
    let refused = apply_hashed(&mut file, &room, &key(7), head);
    assert!(matches!(refused, Err(SealError::Room { .. })), "a digest of other bytes");
    assert_eq!(file.into_inner(), bytes, "a refused file stays as it was");
}

#[test]
fn a_file_sealed_just_now_is_judged_by_the_digest_of_its_writing() {
    let (bytes, room) = Draft::new().write();
    let mut file = Cursor::new(bytes);
    let digest = apply(&mut file, &room, &key(7)).unwrap();
    let verdict = verify_sealed(&mut file, room.byte_range, digest).unwrap();
    assert_eq!(verdict, verify(&mut file).unwrap(), "both ways judge alike");
    assert_eq!(verdict.outcome, Outcome::AsSealed);
    let other = verify_sealed(&mut file, room.byte_range, [7; 32]).unwrap();
    assert_eq!(other.outcome, Outcome::NotAsSealed, "a digest that was not sealed");
    let mut elsewhere = room;
    elsewhere.byte_range[3] -= 1;
    let hashed = verify_sealed(&mut file, elsewhere.byte_range, [7; 32]).unwrap();
    assert_eq!(hashed.outcome, Outcome::AsSealed, "of other ranges: the file is hashed");
    let mut longer = file.into_inner();
    longer.push(b'\n');
    let longer = verify_sealed(&mut Cursor::new(longer), room.byte_range, digest).unwrap();
    assert_eq!(longer.outcome, Outcome::NotAsSealed, "the rest is read from the file");
}

#[test]
fn a_room_that_is_not_there_is_refused() {
    let (bytes, room) = Draft::new().write();
    let sealed = Draft::new().seal();
    let moved = |byte_range: i64, contents: i64| {
        let byte_range_at = room.byte_range_at.saturating_add_signed(byte_range);
        let contents_at = room.contents_at.saturating_add_signed(contents);
        SealRoom::new(byte_range_at, contents_at, bytes.len() as u64).unwrap()
    };
    let mut other_range = room;
    other_range.byte_range[3] -= 1;
    let mut longer = bytes.clone();
    longer.push(b'\n');
    let cases = [
        ("already sealed", sealed.bytes.clone(), room),
        ("byte range one byte early", bytes.clone(), moved(-1, 0)),
        ("byte range one byte late", bytes.clone(), moved(1, 0)),
        ("contents one byte late", bytes.clone(), moved(0, 1)),
        ("contents one byte early", bytes.clone(), moved(0, -1)),
        ("a range that is not the whole file", bytes.clone(), other_range),
        ("a file that grew", longer, room),
    ];
    for (what, before, room) in cases {
        let mut file = Cursor::new(before.clone());
        let refused = apply(&mut file, &room, &key(7));
        assert!(matches!(refused, Err(SealError::Room { .. })), "{what}: {refused:?}");
        assert_eq!(file.into_inner(), before, "{what}: the file must stay as it was");
    }
    for (byte_range_at, contents_at) in [(0, 40), (u64::MAX, 0), (0, u64::MAX), (0, 70_000)] {
        let refused = SealRoom::new(byte_range_at, contents_at, 60_000);
        assert!(refused.is_err(), "{byte_range_at} and {contents_at} cannot be rooms");
    }
}

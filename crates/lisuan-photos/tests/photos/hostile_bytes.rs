//! Facts of arbitrary and of mutated bytes: no panic, no unbounded work.

use std::sync::LazyLock;

use lisuan_photos::facts;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::support::photo;

/// The heads of real files, where all the metadata is.
static HEADS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    [
        ("iphone5-rotated180-gps.jpg", 16_384),
        ("leica-t-rotated270-gps-16mp.jpg", 32_768),
        ("iphone8-gps-office.heic", 16_384),
        ("galaxy-s10-panel.heic", 16_384),
    ]
    .map(|(name, len)| photo(name)[..len].to_vec())
    .to_vec()
});

/// Bytes that lengths, counts and offsets are made of.
fn nasty_byte() -> impl Strategy<Value = u8> {
    prop_oneof![any::<u8>(), Just(0), Just(1), Just(0x7F), Just(0x80), Just(0xFF)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..Default::default() })]

    #[test]
    fn mutated_heads_never_panic(
        which in 0_usize..4,
        changes in vec((0_usize..8_192, nasty_byte()), 1..60),
        len in 0_usize..32_768,
    ) {
        let mut bytes = HEADS[which].clone();
        for (at, byte) in changes {
            bytes[at] = byte;
        }
        bytes.truncate(len.max(64));
        let facts = facts(&bytes);
        prop_assert_eq!(facts.byte_len, bytes.len() as u64);
    }

    #[test]
    fn runs_of_nonsense_never_panic(
        which in 0_usize..4,
        at in 0_usize..8_000,
        run in vec(nasty_byte(), 4..64),
    ) {
        let mut bytes = HEADS[which].clone();
        bytes[at..at + run.len()].copy_from_slice(&run);
        facts(&bytes);
    }

    #[test]
    fn arbitrary_bytes_behind_magic_never_panic(which in 0_usize..4, tail in vec(nasty_byte(), 0..600)) {
        let magic: &[u8] = [
            &b"\xFF\xD8\xFF\xE1\x02\x00Exif\0\0MM\0*\0\0\0\x08"[..],
            b"\x89PNG\r\n\x1A\n",
            b"RIFF\xFF\0\0\0WEBP",
            b"\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\x01\0meta\0\0\0\0",
        ][which];
        facts(&[magic, &tail].concat());
    }
}

#[test]
fn every_nonsense_length_in_a_real_exif_block_is_survived() {
    let head = &HEADS[0];
    for at in 0..1_200 {
        for nonsense in [[0xFF; 4], [0x7F, 0xFF, 0xFF, 0xFF], [0; 4], [0, 0, 0xFF, 0xF0]] {
            let mut bytes = head.clone();
            bytes[at..at + 4].copy_from_slice(&nonsense);
            let facts = facts(&bytes[..4_096]);
            assert_eq!(facts.byte_len, 4_096, "offset {at}");
        }
    }
}

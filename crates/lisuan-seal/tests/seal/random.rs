//! Whatever happens to a sealed file, it is found, and nothing panics.

use proptest::prelude::*;
use std::sync::LazyLock;

use crate::draft::{Draft, judge};

static SEALED: LazyLock<Vec<u8>> = LazyLock::new(|| Draft::new().seal().bytes);

/// Parts of PDFs, from which more interesting files come than from plain bytes.
const WORDS: &[&str] = &[
    "<<",
    ">>",
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    " 0 obj\n",
    "endobj\n",
    "stream\n",
    "endstream",
    "xref\n",
    "trailer\n",
    "startxref\n",
    "%%EOF\n",
    "/Type /Sig",
    "/ByteRange",
    "/Prev",
    " 0 R",
    "/Length",
    "0",
    "9",
    "18446744073709551616",
    "-1",
    ".",
    "#",
    "%",
    "\n",
    "\r",
    " ",
    "true",
    "null",
    "\\",
    "/",
    "/Contents",
    "0000000000 65535 f \n",
    "0000000015 00000 n \n",
];

fn piece() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        prop::collection::vec(any::<u8>(), 1..12),
        prop::sample::select(WORDS).prop_map(|word| word.as_bytes().to_vec()),
        (any::<prop::sample::Index>(), 1..600_usize).prop_map(|(start, len)| {
            let start = start.index(SEALED.len());
            SEALED[start..(start + len).min(SEALED.len())].to_vec()
        }),
    ]
}

/// A place in the file; half of them outside the long room of the seal.
fn place() -> impl Strategy<Value = usize> {
    let len = SEALED.len();
    prop_oneof![0..len + 1, 0..2000_usize, len - 1200..len + 1]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..Default::default() })]

    #[test]
    fn inserted_bytes_are_found(changes in prop::collection::vec((place(), piece()), 1..4)) {
        let mut bytes = SEALED.clone();
        for (at, piece) in changes {
            bytes.splice(at..at, piece);
        }
        prop_assert!(!judge(&bytes).reasons.is_empty());
    }

    #[test]
    fn overwritten_bytes_are_found(changes in prop::collection::vec((place(), piece()), 1..4)) {
        let mut bytes = SEALED.clone();
        for (at, piece) in changes {
            let end = (at + piece.len()).min(bytes.len());
            bytes.splice(at..end, piece);
        }
        prop_assume!(bytes != *SEALED);
        prop_assert!(!judge(&bytes).reasons.is_empty());
    }

    #[test]
    fn removed_bytes_are_found(at in place(), len in 1..3000_usize) {
        let mut bytes = SEALED.clone();
        let at = at.min(bytes.len() - 1);
        let end = (at + len).min(bytes.len());
        bytes.drain(at..end);
        prop_assert!(!judge(&bytes).reasons.is_empty());
    }

    #[test]
    fn arbitrary_files_are_refused(pieces in prop::collection::vec(piece(), 0..40)) {
        let mut bytes = b"%PDF-1.7\n".to_vec();
        bytes.extend(pieces.concat());
        prop_assert!(!judge(&bytes).reasons.is_empty());
    }
}

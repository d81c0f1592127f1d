//! What the tests of this crate share.

use std::sync::LazyLock;

use crate::font::Fonts;

static REGULAR: LazyLock<Vec<u8>> = LazyLock::new(|| read("NotoSansSC-Regular.ttf"));
static BOLD: LazyLock<Vec<u8>> = LazyLock::new(|| read("NotoSansSC-Bold.ttf"));
static FALLBACK: LazyLock<Vec<u8>> = LazyLock::new(|| read("DejaVuSans.ttf"));

fn read(name: &str) -> Vec<u8> {
    let path = format!("{}/../../assets/fonts/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|e| panic!("reading {path}: {e}"))
}

/// The fonts that ship.
pub fn fonts() -> Fonts<'static> {
    Fonts::new(&REGULAR, &BOLD, &FALLBACK).expect("the fonts that ship can be read")
}

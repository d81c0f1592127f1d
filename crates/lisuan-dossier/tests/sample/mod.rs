//! A case to compose, its words out of the catalogues, and the fonts that ship.
#![allow(dead_code, reason = "each test file uses a part")]

use std::path::Path;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use lisuan_core::Id;
use lisuan_core::assessment::Assessment;
use lisuan_core::case::Case;
use lisuan_core::change::{ALIVE, Kind, Record, State};
use lisuan_dossier::font::Fonts;
use lisuan_dossier::page::{Attachment, Content, Relation};
use lisuan_dossier::{DossierInput, PhotoPicture, Words};

fn read(path: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets").join(path);
    std::fs::read(&path).unwrap_or_else(|e| panic!("reading {}: {e}", path.display()))
}

/// Regular, as a file.
pub static REGULAR: LazyLock<Vec<u8>> = LazyLock::new(|| read("fonts/NotoSansSC-Regular.ttf"));
/// Bold, as a file.
pub static BOLD: LazyLock<Vec<u8>> = LazyLock::new(|| read("fonts/NotoSansSC-Bold.ttf"));

/// The fonts, to measure with.
pub fn fonts() -> Fonts<'static> {
    Fonts::new(&REGULAR, &BOLD).expect("the fonts that ship can be read")
}

/// The words of one language. A missing key of this crate's own catalogue is a failure.
pub struct Catalogue(FluentBundle<FluentResource>);

impl Catalogue {
    pub fn of(language: &str) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.parse().unwrap()]);
        bundle.set_use_isolating(false);

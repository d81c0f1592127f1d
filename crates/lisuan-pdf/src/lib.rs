//! Pages to a PDF written as a stream.
//!
//! The page engine sets text and embeds the fonts; this crate writes the file: one revision,
//! objects in order, photos copied from the case byte for byte as they are needed, and room for
//! the seal. Memory does not grow with the number or size of the photos.

mod catalogue;
mod engine;
mod error;
mod file;
mod glyphs;
pub mod jpeg;
mod moment;
mod object;
mod pages;
mod picture;
mod subset;
mod xmp;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use lisuan_dossier::page::{Document, Item};
use sha2::Sha256;

pub use error::PdfError;
pub use picture::{Opened, Pictures};

/// What a document embeds: of the font files (TrueType) what it uses, and the colour profile.
#[derive(Debug, Clone, Copy)]
pub struct FontFiles<'a> {
    /// The regular weight.
    pub regular: &'a [u8],
    /// The bold weight.
    pub bold: &'a [u8],
    /// For characters that the other two lack.
    pub fallback: &'a [u8],
    /// The ICC profile of sRGB, in which all inks are given.
    pub srgb: &'a [u8],
}

/// What the seal says in words. Empty texts are left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SealField {
    /// Who seals.
    pub name: String,
    /// Why.
    pub reason: String,
    /// Where.
    pub location: String,
    /// The moment claimed, RFC 3339 with offset.
    pub claimed_time: String,
}

/// Where the seal goes: two places in the file that are filled in place.
#[derive(Debug, Clone)]
pub struct SealRoom {
    /// Offset of the first of 80 spaces after `/ByteRange `.
    pub byte_range_at: u64,
    /// Offset of the `<` of `/Contents`.
    pub contents_at: u64,
    /// Length of `/Contents` from `<` to `>`, both included: 32,770.
    pub contents_len: u64,
    /// The running SHA-256 of all bytes before `byte_range_at`.
    pub head: Sha256,
}

/// Writes a document from beginning to end.
///
/// The document is used up: its pages go as they are set. `out` must be empty; it is only appended
/// to. Photos and stored attachments are asked for by
/// their SHA-256 and must have it. The same document gives the same bytes.
///
/// # Errors
/// When a photo or attachment is missing, altered or not embeddable, a font or time cannot be
/// used, or writing fails. What was written by then is not a document and should be removed.
pub fn write(
    document: Document,
    fonts: FontFiles<'_>,
    pictures: &mut dyn Pictures,
    seal: &SealField,
    out: &mut dyn Write,
) -> Result<SealRoom, PdfError> {
    let parts = parts(document, fonts, true)?;
    let mut out = std::io::BufWriter::with_capacity(256 << 10, out);
    let room = file::write_file(parts, seal, pictures, &mut out)?;
    room.ok_or_else(|| PdfError::Engine("the seal is not part of the document".to_owned()))
}

/// Writes a document that nobody seals, such as a form to be signed on paper.
///
/// # Errors
/// As [`write`].
pub fn write_unsealed(
    document: Document,
    fonts: FontFiles<'_>,
    pictures: &mut dyn Pictures,
    out: &mut dyn Write,
) -> Result<(), PdfError> {
    let parts = parts(document, fonts, false)?;
    let mut out = std::io::BufWriter::with_capacity(256 << 10, out);
    file::write_file(parts, &SealField::default(), pictures, &mut out).map(|_| ())
}

fn parts(
    mut document: Document,
    fonts: FontFiles<'_>,
    sealed: bool,
) -> Result<catalogue::Parts, PdfError> {
    let keys: BTreeSet<&str> =
        document.pages.iter().flat_map(|p| &p.items).filter_map(picture_key).collect();
    let names: BTreeMap<String, String> =
        (1..).zip(keys).map(|(n, key)| (key.to_owned(), format!("Photo{n}"))).collect();
    let engine = engine::set_pages(&mut document, &fonts, &names)?;
    catalogue::complete(engine, &document, &names, sealed, fonts.srgb)
}

fn picture_key(item: &Item) -> Option<&str> {
    match item {
        Item::Picture(picture) => Some(&picture.key),
        _ => None,
    }
}

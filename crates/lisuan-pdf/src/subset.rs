//! A font with the glyphs of one document and no others.
//!
//! The engine copies a font file several times while it reads it. With the whole of a Chinese font
//! (10 MB each face) that was more than half of the memory of an export.

use std::collections::BTreeSet;

use allsorts::binary::read::ReadScope;
use allsorts::font_data::FontData;
use allsorts::subset::{CmapTarget, SubsetProfile, subset};

use crate::error::PdfError;

/// A TrueType file with what draws these characters; those the font lacks are left to its sign for a
/// missing one.
pub fn with_only(bytes: &[u8], used: &BTreeSet<char>, which: &str) -> Result<Vec<u8>, PdfError> {
    let failed = || PdfError::Font(format!("the {which} font cannot be read"));
    let face = ttf_parser::Face::parse(bytes, 0).map_err(|_| failed())?;
    let drawn = used.iter().filter_map(|c| Some(face.glyph_index(*c)?.0));
    // The sign for a missing glyph comes first, and each glyph once.
    let glyphs: Vec<u16> = drawn.chain([0]).collect::<BTreeSet<u16>>().into_iter().collect();
    let font = ReadScope::new(bytes).read::<FontData<'_>>().map_err(|_| failed())?;
    let tables = font.table_provider(0).map_err(|_| failed())?;
    subset(&tables, &glyphs, &SubsetProfile::Minimal, CmapTarget::Unicode).map_err(|_| failed())
}

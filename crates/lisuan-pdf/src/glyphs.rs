//! Which characters of a document need more than their glyph to be copied out again.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use lisuan_dossier::font::draws_nothing;
use lisuan_dossier::page::{Document, Face, Item};
use printpdf::{Codepoint, ParsedFont};

/// What a face draws for the characters of one document.
///
/// A PDF names characters by glyph, so two characters with one glyph (`一` and its radical `⼀`)
/// or without any would come out wrong when copied. Runs with such a character carry their text
/// beside the glyphs.
pub struct Glyphs {
    glyph_of: HashMap<char, u16>,
    first_char: BTreeMap<u16, char>,
    special: BTreeSet<char>,
}

/// Every character that a document sets in a face.
pub fn used(document: &Document, face: Face) -> BTreeSet<char> {
    let mut used = BTreeSet::new();
    for item in document.pages.iter().flat_map(|page| &page.items) {
        if let Item::Text(text) = item
            && text.face == face
        {
            used.extend(text.text.chars());
        }
    }
    if let Some(watermark) = document.watermark.as_ref().filter(|_| face == Face::Bold) {
        used.extend(watermark.text.chars());
    }
    used
}

/// The glyph drawn in place of a missing one.
const MISSING_GLYPH: u16 = 0;

impl Glyphs {
    /// Looks up the characters that a document sets in a face.
    pub fn collect(used: &BTreeSet<char>, font: &ParsedFont) -> Self {
        let mut glyphs = Self {
            glyph_of: HashMap::with_capacity(used.len()),
            first_char: BTreeMap::new(),
            special: BTreeSet::new(),
        };
        for &c in used {
            if draws_nothing(c) {
                glyphs.special.insert(c);
                continue;
            }
            let glyph = font.lookup_glyph_index(u32::from(c)).unwrap_or(MISSING_GLYPH);
            glyphs.glyph_of.insert(c, glyph);
            let first = *glyphs.first_char.entry(glyph).or_insert(c);
            if first != c || glyph == MISSING_GLYPH {
                glyphs.special.insert(c);
            }
        }
        glyphs
    }

    /// Tells whether the glyphs of a run say exactly its text.
    pub fn say(&self, text: &str) -> bool {
        self.special.is_empty() || !text.chars().any(|c| self.special.contains(&c))
    }

    /// The glyphs of a run, one for each character that draws something.
    pub fn run(&self, text: &str) -> Vec<Codepoint> {
        text.chars().filter_map(|c| self.glyph_of.get(&c)).map(|glyph| self.said(*glyph)).collect()
    }

    /// Every glyph that the document uses, once.
    pub fn all(&self) -> impl Iterator<Item = Codepoint> {
        self.first_char.keys().map(|glyph| self.said(*glyph))
    }

    /// A glyph with the character that it is copied out as.
    fn said(&self, glyph: u16) -> Codepoint {
        let said = self.first_char.get(&glyph).filter(|_| glyph != MISSING_GLYPH);
        Codepoint::with_cid(glyph, 0.0, said.unwrap_or(&'\u{fffd}').to_string())
    }
}

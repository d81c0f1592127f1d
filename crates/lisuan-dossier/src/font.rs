//! Measuring text with the fonts that it is set in.

use crate::page::Face;

/// A font file could not be read.
#[derive(Debug, thiserror::Error)]
pub enum FontError {
    /// The bytes are not a font with TrueType outlines and a Unicode map.
    #[error("reading the {face:?} font")]
    Unreadable {
        /// Which of the three.
        face: Face,
        /// What was wrong.
        #[source]
        source: ttf_parser::FaceParsingError,
    },
}

/// The fonts of a document, parsed for measuring.
pub struct Fonts<'a> {
    regular: Cut<'a>,
    bold: Cut<'a>,
    fallback: Cut<'a>,
}

/// Advance widths in thousandths of an em; ASCII is looked up once, the rest on demand.
struct Cut<'a> {
    face: ttf_parser::Face<'a>,
    ascii: [Option<u16>; 128],
}

impl<'a> Cut<'a> {
    fn read(bytes: &'a [u8], face: Face) -> Result<Self, FontError> {
        let parsed = ttf_parser::Face::parse(bytes, 0)
            .map_err(|source| FontError::Unreadable { face, source })?;
        let mut cut = Self { face: parsed, ascii: [None; 128] };
        for code in 0x20u8..0x7f {
            cut.ascii[usize::from(code)] = cut.look_up(char::from(code));
        }
        Ok(cut)
    }

    fn look_up(&self, c: char) -> Option<u16> {
        let glyph = self.face.glyph_index(c)?;
        let advance = u32::from(self.face.glyph_hor_advance(glyph)?);
        let per_mille = advance * 1000 / u32::from(self.face.units_per_em()).max(1);
        u16::try_from(per_mille).ok()
    }

    fn advance(&self, c: char) -> Option<u16> {
        match self.ascii.get(c as usize) {
            Some(known) => *known,
            None => self.look_up(c),
        }
    }
}

/// Width of a character that no font has, in thousandths of an em: the box drawn in its place.
pub const MISSING_ADVANCE: u16 = 1000;

impl<'a> Fonts<'a> {
    /// Parses the bytes of the font files; the fallback draws what the other two lack.
    ///
    /// # Errors
    /// When one of them is not a font.
    pub fn new(regular: &'a [u8], bold: &'a [u8], fallback: &'a [u8]) -> Result<Self, FontError> {
        Ok(Self {
            regular: Cut::read(regular, Face::Regular)?,
            bold: Cut::read(bold, Face::Bold)?,
            fallback: Cut::read(fallback, Face::Fallback)?,
        })
    }

    fn cut(&self, face: Face) -> &Cut<'a> {
        match face {
            Face::Regular => &self.regular,
            Face::Bold => &self.bold,
            Face::Fallback => &self.fallback,
        }
    }

    /// The advance of a character in thousandths of an em, if the face or the fallback has it.
    pub fn advance(&self, face: Face, c: char) -> Option<u16> {
        self.cut(face).advance(c).or_else(|| self.fallback.advance(c))
    }

    /// A text in pieces, each with the face that draws it: the one asked for, except where only
    /// the fallback has the characters.
    pub fn runs<'t>(&self, face: Face, text: &'t str) -> Vec<(Face, &'t str)> {
        let mut runs: Vec<(Face, usize)> = Vec::new();
        for (at, c) in text.char_indices() {
            if draws_nothing(c) && !runs.is_empty() {
                continue;
            }
            let own = self.cut(face).advance(c).is_some() || self.fallback.advance(c).is_none();
            let drawn_by = if own { face } else { Face::Fallback };
            if runs.last().is_none_or(|(last, _)| *last != drawn_by) {
                runs.push((drawn_by, at));
            }
        }
        let ends = runs.iter().skip(1).map(|(_, at)| *at).chain([text.len()]);
        runs.iter().zip(ends).map(|((face, from), to)| (*face, &text[*from..to])).collect()
    }

    /// Tells whether a character can be drawn, or is one that draws nothing.
    pub fn has(&self, face: Face, c: char) -> bool {
        draws_nothing(c) || self.advance(face, c).is_some()
    }

    /// The width in points of one character as it will be drawn.
    pub fn char_width(&self, face: Face, size_pt: f32, c: char) -> f32 {
        if draws_nothing(c) {
            return 0.0;
        }
        f32::from(self.advance(face, c).unwrap_or(MISSING_ADVANCE)) * size_pt / 1000.0
    }

    /// The width in points of a run as it will be drawn.
    pub fn width(&self, face: Face, size_pt: f32, text: &str) -> f32 {
        // Summed in thousandths first: one rounding, whatever the length.
        let units: u64 = text
            .chars()
            .filter(|c| !draws_nothing(*c))
            .map(|c| u64::from(self.advance(face, c).unwrap_or(MISSING_ADVANCE)))
            .sum();
        units as f32 * size_pt / 1000.0
    }
}

/// Tells whether a character is a joiner or a variation selector: kept in the text, never drawn.
pub fn draws_nothing(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::fonts;

    #[test]
    fn figures_are_tabular_and_han_is_square() {
        let fonts = fonts();
        for face in [Face::Regular, Face::Bold] {
            let widths: Vec<_> = ('0'..='9').map(|c| fonts.advance(face, c)).collect();
            assert!(
                widths.iter().all(|w| *w == widths[0]),
                "columns of figures line up: {widths:?}"
            );
            assert_eq!(fonts.advance(face, '理'), Some(1000), "one em");
        }
        assert_eq!(fonts.width(Face::Regular, 10.0, "理算"), 20.0, "points");
    }

    #[test]
    fn a_character_without_a_glyph_is_told() {
        let fonts = fonts();
        assert!(!fonts.has(Face::Regular, '\u{1f6a7}'), "no emoji in this font");
        assert!(fonts.has(Face::Regular, '\u{200d}'), "a joiner needs no glyph");
        assert_eq!(fonts.char_width(Face::Regular, 10.0, '\u{1f6a7}'), 10.0, "a box is drawn");
    }

    #[test]
    fn the_fallback_draws_what_the_face_lacks() {
        let fonts = fonts();
        let runs = fonts.runs(Face::Bold, "签字 ☑ Ağaoğlu 🚧");
        let expected = [
            (Face::Bold, "签字 "),
            (Face::Fallback, "☑"),
            (Face::Bold, " A"),
            (Face::Fallback, "ğ"),
            (Face::Bold, "ao"),
            (Face::Fallback, "ğ"),
            (Face::Bold, "lu 🚧"),
        ];
        assert_eq!(runs, expected, "what no font has stays with the face, whose box is drawn");
        let whole: f32 = runs.iter().map(|(_, text)| fonts.width(Face::Bold, 9.0, text)).sum();
        let apart = (whole - fonts.width(Face::Bold, 9.0, "签字 ☑ Ağaoğlu 🚧")).abs();
        assert!(apart < 0.001, "the pieces are as wide as the whole");
        assert!(fonts.has(Face::Regular, 'ğ'), "so it is not missing");
    }
}

//! How a dossier looks: one ink, hairlines instead of boxes, tabular figures.

use crate::page::{Colour, Face, mm};

/// The accent: headings, links, the claim number.
pub const INK: Colour = Colour(0x1f, 0x3a, 0x5f);
/// Body text.
pub const TEXT: Colour = Colour(0x1b, 0x1f, 0x24);
/// Labels, captions, headers and footers.
pub const MUTED: Colour = Colour(0x5c, 0x66, 0x70);
/// Hairlines.
pub const HAIR: Colour = Colour(0xc4, 0xcc, 0xd4);
/// Behind table heads and totals.
pub const TINT: Colour = Colour(0xf1, 0xf4, 0xf7);
/// Words across a page, behind its text.
pub const FAINT: Colour = Colour(0xf3, 0xe4, 0xe2);
/// The seal, and what must not be overlooked.
pub const CINNABAR: Colour = Colour(0xb4, 0x33, 0x2a);

/// A4.
pub const PAGE_WIDTH: f32 = mm(210.0);
/// A4.
pub const PAGE_HEIGHT: f32 = mm(297.0);
/// Left and right margin.
pub const SIDE: f32 = mm(18.0);
/// Top of the text.
pub const TOP: f32 = mm(27.0);
/// Bottom of the text.
pub const BOTTOM: f32 = PAGE_HEIGHT - mm(22.0);
/// Width of the text.
pub const WIDTH: f32 = PAGE_WIDTH - 2.0 * SIDE;
/// Height of the text.
pub const HEIGHT: f32 = BOTTOM - TOP;
/// Thickness of a hairline.
pub const HAIR_PT: f32 = 0.5;

/// A way to set text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// Weight.
    pub face: Face,
    /// Size in points.
    pub size_pt: f32,
    /// Distance from line to line in points.
    pub leading_pt: f32,
    /// Ink.
    pub colour: Colour,
}

impl Style {
    const fn new(face: Face, size_pt: f32, leading_pt: f32, colour: Colour) -> Self {
        Self { face, size_pt, leading_pt, colour }
    }

    /// The same in another colour.
    #[must_use]
    pub const fn in_colour(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }

    /// The same in bold.
    #[must_use]
    pub const fn bold(self) -> Self {
        Self { face: Face::Bold, ..self }
    }

    /// How far the baseline stands below the top of the line.
    pub fn ascent(&self) -> f32 {
        // The letters of this family reach 0.88 em up and 0.12 em down; they stand in the middle.
        (self.leading_pt - self.size_pt) / 2.0 + 0.88 * self.size_pt
    }
}

/// Title on the cover.
pub const TITLE: Style = Style::new(Face::Bold, 26.0, 36.0, INK);
/// Below the title.
pub const SUBTITLE: Style = Style::new(Face::Regular, 12.5, 19.0, MUTED);
/// Heading of a section.
pub const HEADING: Style = Style::new(Face::Bold, 15.0, 22.0, INK);
/// Heading within a section.
pub const SUBHEADING: Style = Style::new(Face::Bold, 10.5, 16.0, INK);
/// Running text.
pub const BODY: Style = Style::new(Face::Regular, 9.5, 15.5, TEXT);
/// Labels and remarks.
pub const SMALL: Style = Style::new(Face::Regular, 8.0, 12.5, MUTED);
/// Table cells.
pub const CELL: Style = Style::new(Face::Regular, 8.0, 11.5, TEXT);
/// Table heads.
pub const HEAD: Style = Style::new(Face::Bold, 7.5, 10.5, INK);
/// Headers and footers.
pub const RUNNING: Style = Style::new(Face::Regular, 7.5, 10.0, MUTED);

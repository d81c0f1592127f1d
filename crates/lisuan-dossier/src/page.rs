//! The page model: what stands where, before anyone knows what it is written as.
//!
//! Lengths are PostScript points (1/72 inch) and the origin is the top left corner of the page,
//! x to the right and y down. The same pages are written as PDF and drawn in the window, so
//! nothing here belongs to either.

use std::sync::Arc;

/// Points in a millimetre.
pub const PT_PER_MM: f32 = 72.0 / 25.4;

/// Turns millimetres into points.
pub const fn mm(value: f32) -> f32 {
    value * PT_PER_MM
}

/// A whole document: pages in order and what is said about them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    /// The title shown by a viewer.
    pub title: String,
    /// The language of the text: `zh-CN` or `en`.
    pub language: String,
    /// The pages in reading order.
    pub pages: Vec<Page>,
    /// The outline, nested.
    pub bookmarks: Vec<Bookmark>,
    /// How page numbers are spelled, in ascending order of `first_page`.
    pub labels: Vec<PageLabels>,
    /// Files carried inside the document.
    pub attachments: Vec<Attachment>,
    /// Who, what and when.
    pub metadata: Metadata,
    /// Where the seal is shown; without it the seal is there but not visible.
    pub seal: Option<SealPlace>,
    /// Characters that the fonts cannot draw. They stay in the text and can be copied out.
    pub missing: Vec<MissingCharacter>,
    /// What stands across every page behind its text.
    pub watermark: Option<Watermark>,
}

/// Words across a page, from the lower left to the upper right, behind everything else.
#[derive(Debug, Clone, PartialEq)]
pub struct Watermark {
    /// The words, in bold.
    pub text: String,
    /// Size of the em square in points.
    pub size_pt: f32,
    /// Measured width.
    pub width_pt: f32,
    /// Ink.
    pub colour: Colour,
}

/// What is said about a document as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Metadata {
    /// Who wrote it.
    pub author: String,
    /// What it is about.
    pub subject: String,
    /// Words to find it by.
    pub keywords: String,
    /// The program that made it, with its version.
    pub producer: String,
    /// The claimed moment with offset, RFC 3339 in seconds: `2026-01-31T09:05:00+08:00`.
    pub created: String,
}

/// One page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    /// Width in points.
    pub width_pt: f32,
    /// Height in points.
    pub height_pt: f32,
    /// What is drawn, from the back to the front.
    pub items: Vec<Item>,
}

/// One thing on a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A run of text on one line.
    Text(Text),
    /// A straight stroke.
    Line(Line),
    /// A filled or outlined rectangle.
    Rect(Rect),
    /// A stroke through several points.
    Path(Path),
    /// A photograph; there are few of these among tens of runs of text.
    Picture(Box<Picture>),
    /// A place that leads to another place when chosen.
    Link(Link),
}

/// A run of text in one face, size and colour.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// Left end of the run.
    pub x: f32,
    /// The line that letters stand on.
    pub baseline: f32,
    /// Weight.
    pub face: Face,
    /// Size of the em square in points.
    pub size_pt: f32,
    /// Ink.
    pub colour: Colour,
    /// The characters, none of them a control character.
    pub text: String,
    /// Measured width.
    pub width_pt: f32,
}

/// What a document is set in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// Body text and figures.
    Regular,
    /// Headings, totals, table heads.
    Bold,
    /// Characters that the other two lack.
    Fallback,
}

/// An sRGB colour, eight bits a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Colour(pub u8, pub u8, pub u8);

/// A straight stroke.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Start.
    pub from: (f32, f32),
    /// End.
    pub to: (f32, f32),
    /// Thickness in points.
    pub width_pt: f32,
    /// Ink.
    pub colour: Colour,
}

/// A rectangle that is filled, outlined or both.
#[derive(Debug, Clone, PartialEq)]
pub struct Rect {
    /// Where.
    pub area: Area,
    /// Fill.
    pub fill: Option<Colour>,
    /// Outline: thickness in points and ink.
    pub stroke: Option<(f32, Colour)>,
}

/// A stroke through points, filled, outlined or both. Curves are many short strokes.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    /// The points in order.
    pub points: Vec<(f32, f32)>,
    /// The last point is joined with the first.
    pub closed: bool,
    /// Fill of a closed path.
    pub fill: Option<Colour>,
    /// Outline: thickness in points and ink.
    pub stroke: Option<(f32, Colour)>,
}

/// A rectangle by its top left corner and size.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Area {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// A photograph, named by what it contains.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// SHA-256 of the JPEG bytes to show, 64 lower-case hexadecimal digits.
    pub key: String,
    /// The place of the upright picture.
    pub area: Area,
    /// EXIF orientation, 1 to 8: how the stored pixels are turned to stand upright.
    pub orientation: u8,
    /// Stored width and height in pixels, before turning.
    pub pixels: (u32, u32),
    /// What the picture shows, in words.
    pub description: String,
}

/// A place that leads to another place in the document.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// The place to choose.
    pub area: Area,
    /// Where it leads.
    pub target: Target,
}

/// A place in the document.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Target {
    /// Index of the page, from 0.
    pub page: usize,
    /// Distance from the top of the page.
    pub y: f32,
}

/// One entry of the outline.
#[derive(Debug, Clone, PartialEq)]
pub struct Bookmark {
    /// Its words.
    pub title: String,
    /// Where it leads.
    pub target: Target,
    /// Entries below it.
    pub children: Vec<Bookmark>,
}

/// How the numbers of a range of pages are spelled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageLabels {
    /// Index of the first page that it holds for, from 0.
    pub first_page: usize,
    /// The kind of numeral, or none.
    pub numerals: Numerals,
    /// What stands before the number.
    pub prefix: String,
    /// The number of the first page.
    pub start: u32,
}

/// A kind of numeral.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numerals {
    /// No number, only the prefix.
    None,
    /// 1, 2, 3.
    Decimal,
    /// i, ii, iii.
    LowerRoman,
}

/// A file carried inside the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// File name in ASCII.
    pub name: String,
    /// What it is, in words.
    pub description: String,
    /// Its media type, for example `application/json`.
    pub media_type: String,
    /// How it belongs to the document.
    pub relation: Relation,
    /// Its bytes.
    pub content: Content,
}

/// How an attachment belongs to the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// The data that the document was made from.
    Source,
    /// Data shown in the document.
    Data,
    /// Further material.
    Supplement,
}

/// The bytes of an attachment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Here.
    Bytes(Arc<[u8]>),
    /// In the case file under their SHA-256 (64 lower-case hexadecimal digits), copied when the
    /// document is written so that size costs no memory.
    Stored(String),
}

/// Where the seal is shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SealPlace {
    /// Index of the page, from 0.
    pub page: usize,
    /// The place on it.
    pub area: Area,
}

/// A character without a glyph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct MissingCharacter {
    /// The character.
    pub character: char,
    /// How often it occurs.
    pub count: u32,
    /// Index of the first page that has it, from 0.
    pub first_page: usize,
}

impl Area {
    /// The bottom edge.
    pub fn bottom(&self) -> f32 {
        self.y + self.height
    }

    /// The right edge.
    pub fn right(&self) -> f32 {
        self.x + self.width
    }

    /// The largest area of the shape `width : height` inside this one, centred.
    pub fn fitted(&self, width: f32, height: f32) -> Area {
        let scale = (self.width / width).min(self.height / height);
        let (w, h) = (width * scale, height * scale);
        let (x, y) = (self.x + (self.width - w) / 2.0, self.y + (self.height - h) / 2.0);
        Area { x, y, width: w, height: h }
    }
}

impl Picture {
    /// Width and height in pixels once it stands upright.
    pub fn upright_pixels(pixels: (u32, u32), orientation: u8) -> (u32, u32) {
        if (5..=8).contains(&orientation) { (pixels.1, pixels.0) } else { pixels }
    }
}

impl Page {
    /// The text of the page in the order in which it was set, one run after another.
    pub fn text(&self) -> String {
        let runs = self.items.iter().filter_map(|item| match item {
            Item::Text(text) => Some(text.text.as_str()),
            _ => None,
        });
        runs.collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_fitted_without_distortion() {
        let frame = Area { x: 10.0, y: 20.0, width: 300.0, height: 200.0 };
        let wide = frame.fitted(400.0, 100.0);
        assert_eq!((wide.width, wide.height), (300.0, 75.0), "the shape is kept");
        assert_eq!((wide.x, wide.y), (10.0, 82.5), "it stands in the middle");
        let tall = frame.fitted(100.0, 400.0);
        assert_eq!((tall.width, tall.height), (50.0, 200.0), "height is the limit");
    }

    #[test]
    fn orientations_5_to_8_swap_the_sides() {
        for orientation in 1..=8 {
            let expected = if orientation >= 5 { (30, 40) } else { (40, 30) };
            assert_eq!(Picture::upright_pixels((40, 30), orientation), expected, "{orientation}");
        }
    }
}

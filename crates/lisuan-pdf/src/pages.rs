//! The page model in the words of the page engine.

use std::collections::BTreeMap;

use lisuan_dossier::page::{Colour, Face, Item, Line, Page, Path, Picture, Rect, Text, Watermark};
use printpdf::{
    Codepoint, Color, CurTransMat, DictItem, FontId, Line as Stroke, LinePoint, Op, PaintMode,
    PdfFontHandle, PdfPage, Point, Polygon, PolygonRing, Pt, Rect as Shape, Rgb, TextItem,
    WindingOrder, XObjectId, XObjectTransform,
};

use crate::glyphs::Glyphs;
use crate::picture::upright;

/// Six capitals each: they become the tag of the embedded subset, and are the same every time.
pub const REGULAR: &str = "LSREGU";
pub const BOLD: &str = "LSBOLD";
pub const FALLBACK: &str = "LSFALL";

/// What the faces draw.
pub struct Faces {
    pub regular: Glyphs,
    pub bold: Glyphs,
    pub fallback: Glyphs,
}

impl Faces {
    fn named(&self, face: Face) -> (&'static str, &Glyphs) {
        match face {
            Face::Regular => (REGULAR, &self.regular),
            Face::Bold => (BOLD, &self.bold),
            Face::Fallback => (FALLBACK, &self.fallback),
        }
    }
}

/// What the engine is to draw on one page.
pub fn set_page(
    page: &Page,
    watermark: Option<&Watermark>,
    faces: &Faces,
    pictures: &BTreeMap<String, String>,
) -> PdfPage {
    let mut pen = Pen { height: page.height_pt, ops: Vec::new(), fill: None, stroke: None };
    if let Some(watermark) = watermark {
        pen.watermark(watermark, page, faces);
    }
    for item in &page.items {
        match item {
            Item::Text(text) => pen.text(text, faces),
            Item::Line(line) => pen.line(line),
            Item::Rect(rect) => pen.rect(rect),
            Item::Path(path) => pen.path(path),
            Item::Picture(picture) => pen.picture(picture, pictures),
            // Links are annotations and belong to the file, not to what is drawn.
            Item::Link(_) => {}
        }
    }
    let area = || Shape::from_wh(Pt(page.width_pt), Pt(page.height_pt));
    PdfPage { media_box: area(), trim_box: area(), crop_box: area(), ops: pen.ops }
}

/// A page with every glyph of a document. The engine numbers glyphs by those it meets: it meets the
/// same ones whichever pages it is given beside this one.
pub fn specimen(faces: &Faces) -> PdfPage {
    let mut ops = vec![Op::StartTextSection];
    for face in [Face::Regular, Face::Bold, Face::Fallback] {
        let (name, glyphs) = faces.named(face);
        let all: Vec<Codepoint> = glyphs.all().collect();
        if all.is_empty() {
            continue;
        }
        let font = PdfFontHandle::External(FontId(name.to_owned()));
        ops.push(Op::SetFont { font, size: Pt(1.0) });
        ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(all)] });
    }
    ops.push(Op::EndTextSection);
    let area = || Shape::from_wh(Pt(1.0), Pt(1.0));
    PdfPage { media_box: area(), trim_box: area(), crop_box: area(), ops }
}

/// Draws in the coordinates of PDF, whose origin is at the bottom, and keeps the last inks.
struct Pen {
    height: f32,
    ops: Vec<Op>,
    fill: Option<Colour>,
    stroke: Option<(f32, Colour)>,
}

impl Pen {
    fn fill(&mut self, colour: Colour) {
        if self.fill.replace(colour) != Some(colour) {
            self.ops.push(Op::SetFillColor { col: ink(colour) });
        }
    }

    fn stroke(&mut self, width_pt: f32, colour: Colour) {
        if self.stroke.replace((width_pt, colour)) != Some((width_pt, colour)) {
            self.ops.push(Op::SetOutlineThickness { pt: Pt(width_pt) });
            self.ops.push(Op::SetOutlineColor { col: ink(colour) });
        }
    }

    /// Words from the lower left to the upper right, marked as no part of the text.
    fn watermark(&mut self, watermark: &Watermark, page: &Page, faces: &Faces) {
        let angle = page.height_pt.atan2(page.width_pt);
        let (sin, cos) = angle.sin_cos();
        let (along, across) = (watermark.width_pt / 2.0, watermark.size_pt * 0.36);
        // The middle of the letters stands in the middle of the page.
        let x = page.width_pt / 2.0 - along * cos + across * sin;
        let y = page.height_pt / 2.0 - along * sin - across * cos;
        self.ops.push(Op::BeginMarkedContent { tag: "Artifact".to_owned() });
        self.ops.push(Op::SaveGraphicsState);
        let matrix = CurTransMat::Raw([cos, sin, -sin, cos, x, y]);
        self.ops.push(Op::SetTransformationMatrix { matrix });
        let height = std::mem::replace(&mut self.height, 0.0);
        self.text(
            &Text {
                x: 0.0,
                baseline: 0.0,
                face: Face::Bold,
                size_pt: watermark.size_pt,
                colour: watermark.colour,
                text: watermark.text.clone(),
                width_pt: watermark.width_pt,
            },
            faces,
        );
        self.height = height;
        self.ops.push(Op::RestoreGraphicsState);
        self.ops.push(Op::EndMarkedContent);
        // The state before the words has no ink of theirs.
        self.fill = None;
    }

    fn text(&mut self, text: &Text, faces: &Faces) {
        if text.text.is_empty() {
            return;
        }
        let (name, glyphs) = faces.named(text.face);
        self.fill(text.colour);
        let plain = glyphs.say(&text.text);
        if !plain {
            self.ops.push(Op::BeginMarkedContentWithProperties {
                tag: "Span".to_owned(),
                properties: actual_text(&text.text),
            });
        }
        let items = if plain {
            vec![TextItem::Text(text.text.clone())]
        } else {
            vec![TextItem::GlyphIds(glyphs.run(&text.text))]
        };
        let pos = Point { x: Pt(text.x), y: Pt(self.height - text.baseline) };
        let font = PdfFontHandle::External(FontId(name.to_owned()));
        self.ops.push(Op::StartTextSection);
        self.ops.push(Op::SetFont { font, size: Pt(text.size_pt) });
        self.ops.push(Op::SetTextCursor { pos });
        self.ops.push(Op::ShowText { items });
        self.ops.push(Op::EndTextSection);
        if !plain {
            self.ops.push(Op::EndMarkedContent);
        }
    }

    fn line(&mut self, line: &Line) {
        self.stroke(line.width_pt, line.colour);
        let points = self.points(&[line.from, line.to]);
        self.ops.push(Op::DrawLine { line: Stroke { points, is_closed: false } });
    }

    fn points(&self, points: &[(f32, f32)]) -> Vec<LinePoint> {
        let place = |&(x, y): &(f32, f32)| Point { x: Pt(x), y: Pt(self.height - y) };
        points.iter().map(|point| LinePoint { p: place(point), bezier: false }).collect()
    }

    fn path(&mut self, path: &Path) {
        let fill = path.fill.filter(|_| path.closed);
        let Some(mode) = self.inks(fill, path.stroke) else { return };
        let points = self.points(&path.points);
        if path.closed {
            let winding_order = WindingOrder::NonZero;
            let polygon = Polygon { rings: vec![PolygonRing { points }], mode, winding_order };
            self.ops.push(Op::DrawPolygon { polygon });
        } else {
            self.ops.push(Op::DrawLine { line: Stroke { points, is_closed: false } });
        }
    }

    /// Takes up the inks and tells how to paint with them; nothing where there is no ink.
    fn inks(&mut self, fill: Option<Colour>, stroke: Option<(f32, Colour)>) -> Option<PaintMode> {
        if let Some(colour) = fill {
            self.fill(colour);
        }
        if let Some((width_pt, colour)) = stroke {
            self.stroke(width_pt, colour);
        }
        match (fill, stroke) {
            (Some(_), Some(_)) => Some(PaintMode::FillStroke),
            (Some(_), None) => Some(PaintMode::Fill),
            (None, Some(_)) => Some(PaintMode::Stroke),
            (None, None) => None,
        }
    }

    fn rect(&mut self, rect: &Rect) {
        let Some(mode) = self.inks(rect.fill, rect.stroke) else { return };
        let rectangle = Shape {
            x: Pt(rect.area.x),
            y: Pt(self.height - rect.area.bottom()),
            width: Pt(rect.area.width),
            height: Pt(rect.area.height),
            mode: Some(mode),
            winding_order: None,
        };
        self.ops.push(Op::DrawRectangle { rectangle });
    }

    fn picture(&mut self, picture: &Picture, pictures: &BTreeMap<String, String>) {
        let Some(name) = pictures.get(picture.key.as_str()) else { return };
        let area = picture.area;
        let bottom = self.height - area.bottom();
        let matrix = upright(picture.orientation, area.x, bottom, area.width, area.height);
        let transform = XObjectTransform { no_auto_scale: true, ..XObjectTransform::default() };
        self.ops.push(Op::SaveGraphicsState);
        self.ops.push(Op::SetTransformationMatrix { matrix: CurTransMat::Raw(matrix) });
        self.ops.push(Op::UseXobject { id: XObjectId(name.clone()), transform });
        self.ops.push(Op::RestoreGraphicsState);
    }
}

fn ink(colour: Colour) -> Color {
    let channel = |value: u8| f32::from(value) / 255.0;
    let (r, g, b) = (channel(colour.0), channel(colour.1), channel(colour.2));
    Color::Rgb(Rgb { r, g, b, icc_profile: None })
}

fn actual_text(text: &str) -> DictItem {
    let said = DictItem::String { data: crate::object::text_bytes(text), literal: false };
    DictItem::Dict { map: BTreeMap::from([("ActualText".to_owned(), said)]) }
}

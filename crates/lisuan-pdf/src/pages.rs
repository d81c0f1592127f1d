//! The page model handed to the page engine.

use std::collections::{BTreeMap, BTreeSet};

use lisuan_dossier::page::{
    Colour, Document, Face, Item, Line, Page, Path, Picture, Rect, Text, Watermark,
};
use printpdf::{
    Color, CurTransMat, DictItem, ExternalStream, ExternalXObject, FontId, Line as Stroke,
    LinePoint, Op, PaintMode, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfPage,
    PdfSaveOptions, Point, Polygon, PolygonRing, Pt, Rect as Shape, Rgb, TextItem, WindingOrder,
    XObject, XObjectId, XObjectTransform,
};

use crate::FontFiles;
use crate::error::PdfError;
use crate::glyphs::{self, Glyphs};
use crate::picture::upright;
use crate::subset::with_only;

/// The private key under which a marker object names the photo that takes its place.
pub const PICTURE_MARK: &[u8] = b"LisuanPicture";

/// Six capitals each: they become the tag of the embedded subset, and are the same every time.
const REGULAR: &str = "LSREGU";
const BOLD: &str = "LSBOLD";

/// Sets every page and returns the objects of the file, with markers where photos go.
pub fn engine_objects(
    document: &Document,
    fonts: &FontFiles<'_>,
    pictures: &BTreeMap<&str, String>,
) -> Result<lopdf::Document, PdfError> {
    let used = [Face::Regular, Face::Bold].map(|face| glyphs::used(document, face));
    let regular = parse(fonts.regular, &used[0], "regular")?;
    let bold = parse(fonts.bold, &used[1], "bold")?;
    let faces = Faces {
        regular: Glyphs::collect(&used[0], &regular),
        bold: Glyphs::collect(&used[1], &bold),
    };
    let mut out = PdfDocument::new(&document.title);
    for (name, font) in [(REGULAR, regular), (BOLD, bold)] {
        out.resources.fonts.map.insert(FontId(name.to_owned()), PdfFont::new(font));
    }
    for (key, name) in pictures {
        out.resources.xobjects.map.insert(XObjectId(name.clone()), marker(key));
    }
    let watermark = document.watermark.as_ref();
    let set = |page| set_page(page, watermark, &faces, pictures);
    out.pages = document.pages.iter().map(set).collect();
    let mut warnings = Vec::new();
    let options = PdfSaveOptions {
        optimize: false,
        subset_fonts: true,
        secure: true,
        image_optimization: None,
    };
    let objects = out.to_lopdf_document(&options, &mut warnings);
    match warnings.into_iter().find(|w| w.severity == printpdf::PdfParseErrorSeverity::Error) {
        Some(warning) => Err(PdfError::Engine(warning.msg)),
        None => Ok(objects),
    }
}

struct Faces {
    regular: Glyphs,
    bold: Glyphs,
}

fn parse(bytes: &[u8], used: &BTreeSet<char>, which: &str) -> Result<ParsedFont, PdfError> {
    let mut warnings = Vec::new();
    let bytes = with_only(bytes, used, which)?;
    ParsedFont::from_bytes(&bytes, 0, &mut warnings)
        .ok_or_else(|| PdfError::Font(format!("the {which} font cannot be read")))
}

fn marker(key: &str) -> XObject {
    let name = |text: &str| DictItem::Name(text.as_bytes().to_vec());
    let mark = String::from_utf8_lossy(PICTURE_MARK).into_owned();
    let dict = BTreeMap::from([
        ("Type".to_owned(), name("XObject")),
        ("Subtype".to_owned(), name("Image")),
        (mark, DictItem::String { data: key.as_bytes().to_vec(), literal: true }),
    ]);
    let stream = ExternalStream { dict, content: Vec::new(), compress: false };
    XObject::External(ExternalXObject { stream, width: None, height: None, dpi: None })
}

fn set_page(
    page: &Page,
    watermark: Option<&Watermark>,
    faces: &Faces,
    pictures: &BTreeMap<&str, String>,
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
    // All pages stand in memory at once until the engine has written them.
    pen.ops.shrink_to_fit();
    let area = || Shape::from_wh(Pt(page.width_pt), Pt(page.height_pt));
    PdfPage { media_box: area(), trim_box: area(), crop_box: area(), ops: pen.ops }
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
        let (name, glyphs) = match text.face {
            Face::Regular => (REGULAR, &faces.regular),
            Face::Bold => (BOLD, &faces.bold),
        };
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

    fn picture(&mut self, picture: &Picture, pictures: &BTreeMap<&str, String>) {
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

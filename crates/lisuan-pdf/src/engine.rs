//! The page engine, which gets a few pages at a time.
//!
//! It keeps some forty kilobytes for each page that it is given until it has set the last of them.
//! Only what becomes of a page is kept here, compressed: a tenth of that.

use std::collections::{BTreeMap, BTreeSet};

use lisuan_dossier::page::{Document, Face, Page};
use lopdf::{Dictionary, Object, ObjectId};
use printpdf::{
    DictItem, ExternalStream, ExternalXObject, FontId, ParsedFont, PdfDocument, PdfFont,
    PdfSaveOptions, XObject, XObjectId,
};

use crate::error::PdfError;
use crate::glyphs::{self, Glyphs};
use crate::pages::{BOLD, FALLBACK, Faces, REGULAR, set_page, specimen};
use crate::subset::with_only;
use crate::{FontFiles, picture_key};

/// The private key under which a marker object names the photo that takes its place.
pub const PICTURE_MARK: &[u8] = b"LisuanPicture";

/// Each time costs the fonts anew, each page memory.
const PAGES_AT_ONCE: usize = 64;

/// Sets every page and returns the objects of the file, with markers where photos go.
pub fn engine_objects(
    document: &Document,
    fonts: &FontFiles<'_>,
    pictures: &BTreeMap<&str, String>,
) -> Result<lopdf::Document, PdfError> {
    let mut out = PdfDocument::new(&document.title);
    let mut face = |face, name: &str, bytes| -> Result<Glyphs, PdfError> {
        let used = glyphs::used(document, face);
        let font = parse(bytes, &used, name)?;
        let glyphs = Glyphs::collect(&used, &font);
        out.resources.fonts.map.insert(FontId(name.to_owned()), PdfFont::new(font));
        Ok(glyphs)
    };
    let faces = Faces {
        regular: face(Face::Regular, REGULAR, fonts.regular)?,
        bold: face(Face::Bold, BOLD, fonts.bold)?,
        fallback: face(Face::Fallback, FALLBACK, fonts.fallback)?,
    };
    let mut engine = Engine { document, faces, pictures, out };
    let mut some = document.pages.chunks(PAGES_AT_ONCE);
    let mut all = engine.set(some.next().unwrap_or_default())?;
    for pages in some {
        take_over(&mut all, engine.set(pages)?).map_err(broken)?;
    }
    Ok(all)
}

fn parse(bytes: &[u8], used: &BTreeSet<char>, which: &str) -> Result<ParsedFont, PdfError> {
    let mut warnings = Vec::new();
    let bytes = with_only(bytes, used, which)?;
    ParsedFont::from_bytes(&bytes, 0, &mut warnings)
        .ok_or_else(|| PdfError::Font(format!("the {which} font cannot be read")))
}

fn broken(error: lopdf::Error) -> PdfError {
    PdfError::Engine(error.to_string())
}

struct Engine<'a> {
    document: &'a Document,
    faces: Faces,
    pictures: &'a BTreeMap<&'a str, String>,
    /// The fonts; pages and photos change.
    out: PdfDocument,
}

impl Engine<'_> {
    /// Objects of a file with these pages, each with its content compressed.
    fn set(&mut self, pages: &[Page]) -> Result<lopdf::Document, PdfError> {
        let watermark = self.document.watermark.as_ref();
        let set = |page| set_page(page, watermark, &self.faces, self.pictures);
        self.out.pages = pages.iter().map(set).chain([specimen(&self.faces)]).collect();
        let keys: BTreeSet<&str> =
            pages.iter().flat_map(|page| &page.items).filter_map(picture_key).collect();
        let named = keys.iter().filter_map(|key| Some((self.pictures.get(key)?, *key)));
        self.out.resources.xobjects.map =
            named.map(|(name, key)| (XObjectId(name.clone()), marker(key))).collect();
        let mut warnings = Vec::new();
        let options = PdfSaveOptions {
            optimize: false,
            subset_fonts: true,
            secure: true,
            image_optimization: None,
        };
        let mut objects = self.out.to_lopdf_document(&options, &mut warnings);
        self.out.pages.clear();
        if let Some(warning) =
            warnings.into_iter().find(|w| w.severity == printpdf::PdfParseErrorSeverity::Error)
        {
            return Err(PdfError::Engine(warning.msg));
        }
        finish(&mut objects).map_err(broken)?;
        Ok(objects)
    }
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

/// Takes the specimen, which is the last page, away and compresses what the others draw.
fn finish(objects: &mut lopdf::Document) -> Result<(), lopdf::Error> {
    let tree = tree_mut(objects)?;
    let mut kids = tree.get(b"Kids")?.as_array()?.clone();
    kids.pop();
    tree.set("Count", kids.len() as i64);
    tree.set("Kids", kids.clone());
    for page in kids {
        let contents = objects.get_dictionary(page.as_reference()?)?.get(b"Contents")?;
        let contents = contents.as_reference()?;
        let stream = objects.get_object_mut(contents)?.as_stream_mut()?;
        stream.compress()?;
        stream.content.shrink_to_fit();
    }
    Ok(())
}

/// Adds the pages of a part, and the markers of its photos. Fonts and all else are there already.
fn take_over(all: &mut lopdf::Document, mut part: lopdf::Document) -> Result<(), lopdf::Error> {
    let tree = tree_id(all)?;
    let mut kids = all.get_dictionary(tree)?.get(b"Kids")?.as_array()?.clone();
    let first = kids.first().ok_or(lopdf::Error::DictKey("Kids".to_owned()))?.as_reference()?;
    let resources = all.get_dictionary(first)?.get(b"Resources")?.clone();
    for page in tree_mut(&mut part)?.get(b"Kids")?.as_array()?.clone() {
        let page = page.as_reference()?;
        let mut page = part.get_dictionary(page)?.clone();
        let contents = page.get(b"Contents")?.as_reference()?;
        let drawn = std::mem::replace(part.get_object_mut(contents)?, Object::Null);
        page.set("Contents", Object::Reference(all.add_object(drawn)));
        page.set("Parent", Object::Reference(tree));
        page.set("Resources", resources.clone());
        kids.push(Object::Reference(all.add_object(page)));
    }
    for object in part.objects.into_values() {
        if object.as_stream().is_ok_and(|stream| stream.dict.has(PICTURE_MARK)) {
            all.add_object(object);
        }
    }
    let tree = tree_mut(all)?;
    tree.set("Count", kids.len() as i64);
    tree.set("Kids", kids);
    Ok(())
}

fn tree_id(objects: &lopdf::Document) -> Result<ObjectId, lopdf::Error> {
    let root = objects.trailer.get(b"Root")?.as_reference()?;
    objects.get_dictionary(root)?.get(b"Pages")?.as_reference()
}

fn tree_mut(objects: &mut lopdf::Document) -> Result<&mut Dictionary, lopdf::Error> {
    let tree = tree_id(objects)?;
    objects.get_object_mut(tree)?.as_dict_mut()
}

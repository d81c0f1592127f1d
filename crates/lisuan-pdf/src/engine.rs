//! The page engine, which gets a few pages at a time.
//!
//! It keeps some forty kilobytes for each page that it is given until it has set the last of them.
//! Only what becomes of a page is kept here, compressed: a tenth of that.

use std::collections::{BTreeMap, BTreeSet};

use lisuan_dossier::page::{Document, Face, Item, Page, Watermark};
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

/// The pages as objects of a file.
pub struct Pages {
    /// The objects, with nothing where photos go.
    pub objects: lopdf::Document,
    /// Which object is which photo, by the key of the photo.
    pub pictures: BTreeMap<String, ObjectId>,
}

/// Sets every page. What is drawn on one is taken out of the document as soon as it is set, so
/// that the pages are not there twice; links and the keys of photos stay.
pub fn set_pages(
    document: &mut Document,
    fonts: &FontFiles<'_>,
    names: &BTreeMap<String, String>,
) -> Result<Pages, PdfError> {
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
    let mut engine = Engine { watermark: document.watermark.as_ref(), faces, names, out };
    let mut some = document.pages.chunks_mut(PAGES_AT_ONCE);
    let mut all = engine.set(some.next().unwrap_or_default())?;
    for pages in some {
        let part = engine.set(pages)?;
        all.take_over(part).map_err(broken)?;
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
    watermark: Option<&'a Watermark>,
    faces: Faces,
    names: &'a BTreeMap<String, String>,
    /// The fonts; pages and photos change.
    out: PdfDocument,
}

impl Engine<'_> {
    /// Objects of a file with these pages, each with its content compressed.
    fn set(&mut self, pages: &mut [Page]) -> Result<Pages, PdfError> {
        let set = |page: &Page| set_page(page, self.watermark, &self.faces, self.names);
        self.out.pages = pages.iter().map(set).chain([specimen(&self.faces)]).collect();
        let keys: BTreeSet<&str> =
            pages.iter().flat_map(|page| &page.items).filter_map(picture_key).collect();
        let named = keys.iter().filter_map(|key| Some((self.names.get(*key)?, *key)));
        self.out.resources.xobjects.map =
            named.map(|(name, key)| (XObjectId(name.clone()), marker(key))).collect();
        for page in pages {
            page.items.retain(|item| matches!(item, Item::Link(_) | Item::Picture(_)));
            page.items.shrink_to_fit();
        }
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
        let pictures = take_markers(&mut objects);
        Ok(Pages { objects, pictures })
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

/// Which objects stand for photos; nothing is left of them.
fn take_markers(objects: &mut lopdf::Document) -> BTreeMap<String, ObjectId> {
    let marked = objects.objects.iter_mut().filter_map(|(id, object)| {
        let mark = object.as_stream().ok()?.dict.get(PICTURE_MARK).ok()?;
        let key = String::from_utf8_lossy(mark.as_str().ok()?).into_owned();
        *object = Object::Null;
        Some((key, *id))
    });
    marked.collect()
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

impl Pages {
    /// Adds the pages of a part and places for its photos. Fonts and all else are there already.
    fn take_over(&mut self, mut part: Self) -> Result<(), lopdf::Error> {
        let all = &mut self.objects;
        let tree = tree_id(all)?;
        let mut kids = all.get_dictionary(tree)?.get(b"Kids")?.as_array()?.clone();
        let first = kids.first().ok_or(lopdf::Error::DictKey("Kids".to_owned()))?.as_reference()?;
        let resources = all.get_dictionary(first)?.get(b"Resources")?.clone();
        for page in tree_mut(&mut part.objects)?.get(b"Kids")?.as_array()?.clone() {
            let page = page.as_reference()?;
            let mut page = part.objects.get_dictionary(page)?.clone();
            let contents = page.get(b"Contents")?.as_reference()?;
            let drawn = std::mem::replace(part.objects.get_object_mut(contents)?, Object::Null);
            page.set("Contents", Object::Reference(all.add_object(drawn)));
            page.set("Parent", Object::Reference(tree));
            page.set("Resources", resources.clone());
            kids.push(Object::Reference(all.add_object(page)));
        }
        for key in part.pictures.into_keys() {
            self.pictures.entry(key).or_insert_with(|| all.add_object(Object::Null));
        }
        let tree = tree_mut(all)?;
        tree.set("Count", kids.len() as i64);
        tree.set("Kids", kids);
        Ok(())
    }
}

fn tree_id(objects: &lopdf::Document) -> Result<ObjectId, lopdf::Error> {
    let root = objects.trailer.get(b"Root")?.as_reference()?;
    objects.get_dictionary(root)?.get(b"Pages")?.as_reference()
}

fn tree_mut(objects: &mut lopdf::Document) -> Result<&mut Dictionary, lopdf::Error> {
    let tree = tree_id(objects)?;
    objects.get_object_mut(tree)?.as_dict_mut()
}

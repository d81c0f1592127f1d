//! What surrounds the pages: outline, labels, links, attachments, metadata and the seal's field.

use std::collections::{BTreeMap, BTreeSet};

use lisuan_dossier::page::{
    Bookmark, Content, Document, Item, Numerals, Relation, SealPlace, Target,
};
use lopdf::{Dictionary, Object, ObjectId, Stream};

use crate::engine::Pages;
use crate::error::PdfError;
use crate::moment::pdf_date;
use crate::object::{dictionary, name, text};
use crate::picture_key;
use crate::xmp;

/// The objects of a file and which of them are filled while it is written.
pub struct Parts {
    /// All objects, and perhaps some that nothing leads to.
    pub objects: BTreeMap<ObjectId, Object>,
    /// The catalog.
    pub root: ObjectId,
    /// The information dictionary.
    pub info: ObjectId,
    /// Photos by object.
    pub pictures: BTreeMap<ObjectId, String>,
    /// Attachments that are copied from the case.
    pub stored: BTreeMap<ObjectId, String>,
    /// Links, which become objects when their turn comes: a dossier has tens of thousands.
    pub links: BTreeMap<ObjectId, Leads>,
    /// The signature dictionary; nothing when the document is not sealed.
    pub signature: Option<ObjectId>,
}

/// A link: where it is on its page and where it leads.
#[derive(Debug, Clone, Copy)]
pub struct Leads {
    rect: [f32; 4],
    to: Destination,
}

impl Leads {
    /// The annotation.
    pub fn object(&self) -> Object {
        let entries = [
            ("Type", name("Annot")),
            ("Subtype", name("Link")),
            ("Rect", self.rect.map(Object::Real).to_vec().into()),
            ("Border", vec![0.into(), 0.into(), 0.into()].into()),
            ("F", 4.into()),
            ("Dest", self.to.object()),
        ];
        dictionary(entries).into()
    }
}

/// A place in the file, measured from the bottom of its page.
#[derive(Debug, Clone, Copy)]
struct Destination {
    page: ObjectId,
    top: f32,
}

impl Destination {
    fn object(&self) -> Object {
        let top = Object::Real(self.top);
        vec![Object::Reference(self.page), name("XYZ"), Object::Null, top, Object::Null].into()
    }
}

/// Completes what the page engine made.
pub fn complete(
    engine: Pages,
    document: &Document,
    names: &BTreeMap<String, String>,
    sealed: bool,
    srgb: &[u8],
) -> Result<Parts, PdfError> {
    let broken = |e: lopdf::Error| PdfError::Engine(e.to_string());
    let Pages { objects: mut engine, pictures } = engine;
    let root = engine.trailer.get(b"Root").and_then(Object::as_reference).map_err(broken)?;
    let pages = page_ids(&engine, root).map_err(broken)?;
    if pages.len() != document.pages.len() {
        return Err(PdfError::Engine(format!(
            "{} pages became {}",
            document.pages.len(),
            pages.len()
        )));
    }
    let (stored, links) = (BTreeMap::new(), BTreeMap::new());
    let mut build = Build { document, pages, engine: &mut engine, stored, links };
    build.resources(&pictures, names)?;
    let field = if sealed { Some(build.seal_field()?) } else { None };
    build.annotations(field.map(|(_, widget)| widget))?;
    let info = build.information()?;
    let mut entries = build.catalog_entries(field)?;
    entries.push(("OutputIntents", build.output_intents(srgb)));
    let (stored, links) = (build.stored, build.links);
    let catalog = engine.get_object_mut(root).and_then(Object::as_dict_mut).map_err(broken)?;
    for (key, value) in entries {
        catalog.set(key, value);
    }
    catalog.remove(b"PageLayout");
    let signature = field.map(|(signature, _)| signature);
    let pictures = pictures.into_iter().map(|(key, id)| (id, key)).collect();
    Ok(Parts { objects: engine.objects, root, info, pictures, stored, links, signature })
}

fn page_ids(engine: &lopdf::Document, root: ObjectId) -> Result<Vec<ObjectId>, lopdf::Error> {
    let pages = engine.get_dictionary(root)?.get(b"Pages")?.as_reference()?;
    let kids = engine.get_dictionary(pages)?.get(b"Kids")?.as_array()?;
    kids.iter().map(Object::as_reference).collect()
}

struct Build<'a> {
    document: &'a Document,
    pages: Vec<ObjectId>,
    engine: &'a mut lopdf::Document,
    stored: BTreeMap<ObjectId, String>,
    links: BTreeMap<ObjectId, Leads>,
}

impl Build<'_> {
    fn add(&mut self, object: impl Into<Object>) -> Object {
        Object::Reference(self.engine.add_object(object))
    }

    /// The page dictionary behind an index of the model.
    fn page_mut(&mut self, index: usize) -> Result<&mut Dictionary, PdfError> {
        let id = *self.pages.get(index).ok_or(PdfError::NoSuchPage(index))?;
        let page = self.engine.get_object_mut(id).and_then(Object::as_dict_mut);
        page.map_err(|e| PdfError::Engine(e.to_string()))
    }

    fn destination(&self, target: Target) -> Result<Destination, PdfError> {
        let missing = || PdfError::NoSuchPage(target.page);
        let page = *self.pages.get(target.page).ok_or_else(missing)?;
        let height_pt = self.document.pages.get(target.page).ok_or_else(missing)?.height_pt;
        Ok(Destination { page, top: (height_pt - target.y).max(0.0) })
    }

    /// Gives each page exactly the resources it uses, so that a page taken out of the document
    /// does not take every photo along. The fonts are the same on all.
    fn resources(
        &mut self,
        pictures: &BTreeMap<String, ObjectId>,
        names: &BTreeMap<String, String>,
    ) -> Result<(), PdfError> {
        let document = self.document;
        let fonts = self.fonts()?;
        for (index, page) in document.pages.iter().enumerate() {
            let used: BTreeSet<&str> = page.items.iter().filter_map(picture_key).collect();
            let mut xobjects = Dictionary::new();
            for key in used {
                if let (Some(id), Some(name)) = (pictures.get(key), names.get(key)) {
                    xobjects.set(name.as_str(), Object::Reference(*id));
                }
            }
            let mut resources = dictionary([("Font", fonts.clone())]);
            if !xobjects.is_empty() {
                resources.set("XObject", xobjects);
            }
            self.page_mut(index)?.set("Resources", resources);
        }
        Ok(())
    }

    /// What the page engine calls the fonts by: an object of its own.
    fn fonts(&mut self) -> Result<Object, PdfError> {
        let broken = |e: lopdf::Error| PdfError::Engine(e.to_string());
        let resources = self.page_mut(0)?.get(b"Resources").cloned().map_err(broken)?;
        let resources = match &resources {
            Object::Reference(id) => self.engine.get_dictionary(*id).map_err(broken)?,
            other => other.as_dict().map_err(broken)?,
        };
        resources.get(b"Font").cloned().map_err(broken)
    }

    /// The signature dictionary (written by the file) and the field that shows it.
    fn seal_field(&mut self) -> Result<(ObjectId, ObjectId), PdfError> {
        let signature = self.engine.add_object(Dictionary::new());
        let SealPlace { page, area } =
            self.document.seal.unwrap_or(SealPlace { page: 0, area: Default::default() });
        let height = self.document.pages.get(page).ok_or(PdfError::NoSuchPage(page))?.height_pt;
        let page_id = *self.pages.get(page).ok_or(PdfError::NoSuchPage(page))?;
        let shown = self.document.seal.is_some();
        let rect = if shown {
            [area.x, height - area.bottom(), area.right(), height - area.y]
        } else {
            [0.0; 4]
        };
        // What a reader sees there is part of the page; the field itself draws nothing over it.
        let bbox = [0.0, 0.0, area.width, area.height].map(Object::Real).to_vec();
        let form = dictionary([
            ("Type", name("XObject")),
            ("Subtype", name("Form")),
            ("BBox", bbox.into()),
            ("Resources", Dictionary::new().into()),
        ]);
        let appearance = self.add(Stream::new(form, Vec::new()).with_compression(false));
        let widget = dictionary([
            ("Type", name("Annot")),
            ("Subtype", name("Widget")),
            ("FT", name("Sig")),
            ("T", text("Seal")),
            // Printed and locked.
            ("F", 132.into()),
            ("P", Object::Reference(page_id)),
            ("Rect", rect.map(Object::Real).to_vec().into()),
            ("V", Object::Reference(signature)),
            ("AP", dictionary([("N", appearance)]).into()),
        ]);
        Ok((signature, self.engine.add_object(widget)))
    }

    fn annotations(&mut self, widget: Option<ObjectId>) -> Result<(), PdfError> {
        let document = self.document;
        let seal_page = document.seal.map_or(0, |seal| seal.page);
        for (index, page) in document.pages.iter().enumerate() {
            let mut annotations = Vec::new();
            for item in &page.items {
                let Item::Link(link) = item else { continue };
                let area = link.area;
                let bottom = page.height_pt - area.bottom();
                let rect = [area.x, bottom, area.right(), bottom + area.height];
                let leads = Leads { rect, to: self.destination(link.target)? };
                let id = self.engine.new_object_id();
                self.links.insert(id, leads);
                annotations.push(Object::Reference(id));
            }
            if index == seal_page {
                annotations.extend(widget.map(Object::Reference));
            }
            let page = self.page_mut(index)?;
            page.remove(b"Annots");
            if !annotations.is_empty() {
                page.set("Annots", annotations);
                page.set("Tabs", name("R"));
            }
        }
        Ok(())
    }

    fn information(&mut self) -> Result<ObjectId, PdfError> {
        let meta = &self.document.metadata;
        let date = text(&pdf_date(&meta.created)?);
        let info = dictionary([
            ("Title", text(&self.document.title)),
            ("Author", text(&meta.author)),
            ("Subject", text(&meta.subject)),
            ("Keywords", text(&meta.keywords)),
            ("Creator", text(&meta.producer)),
            ("Producer", text(&meta.producer)),
            ("CreationDate", date.clone()),
            ("ModDate", date),
        ]);
        Ok(self.engine.add_object(info))
    }

    /// Says which colours the inks are (PDF/A: no colour without one).
    fn output_intents(&mut self, srgb: &[u8]) -> Object {
        let stream = Stream::new(dictionary([("N", 3.into())]), srgb.to_vec());
        let profile = self.add(stream.with_compression(false));
        let intent = dictionary([
            ("Type", name("OutputIntent")),
            ("S", name("GTS_PDFA1")),
            ("OutputConditionIdentifier", text("sRGB IEC61966-2.1")),
            ("RegistryName", text("http://www.color.org")),
            ("Info", text("sRGB IEC61966-2.1")),
            ("DestOutputProfile", profile),
        ]);
        Object::Array(vec![intent.into()])
    }

    fn catalog_entries(
        &mut self,
        field: Option<(ObjectId, ObjectId)>,
    ) -> Result<Vec<(&'static str, Object)>, PdfError> {
        let document = self.document;
        let esic = dictionary([("BaseVersion", name("1.7")), ("ExtensionLevel", 5.into())]);
        let metadata = dictionary([("Type", name("Metadata")), ("Subtype", name("XML"))]);
        let packet = xmp::packet(document).into_bytes();
        let packet = self.add(Stream::new(metadata, packet).with_compression(false));
        let mut entries = vec![
            ("Lang", text(&document.language)),
            ("ViewerPreferences", dictionary([("DisplayDocTitle", true.into())]).into()),
            ("Metadata", packet),
            ("Extensions", dictionary([("ESIC", esic.into())]).into()),
        ];
        if let Some((signature, widget)) = field {
            let form = dictionary([
                ("Fields", vec![Object::Reference(widget)].into()),
                ("SigFlags", 3.into()),
            ]);
            entries.push(("AcroForm", form.into()));
            let permitted = dictionary([("DocMDP", Object::Reference(signature))]);
            entries.push(("Perms", permitted.into()));
        }
        if !document.labels.is_empty() {
            entries.push(("PageLabels", self.labels().into()));
        }
        if let Some(outlines) = self.outlines()? {
            entries.push(("Outlines", outlines));
            entries.push(("PageMode", name("UseOutlines")));
        }
        if !document.attachments.is_empty() {
            let (names, files) = self.attachments()?;
            let names = dictionary([("Names", names.into())]);
            entries.push(("Names", dictionary([("EmbeddedFiles", names.into())]).into()));
            entries.push(("AF", files.into()));
        }
        Ok(entries)
    }

    fn labels(&self) -> Dictionary {
        let mut numbers = Vec::new();
        for range in &self.document.labels {
            let mut label = Dictionary::new();
            match range.numerals {
                Numerals::None => {}
                Numerals::Decimal => label.set("S", name("D")),
                Numerals::LowerRoman => label.set("S", name("r")),
            }
            if !range.prefix.is_empty() {
                label.set("P", text(&range.prefix));
            }
            label.set("St", i64::from(range.start.max(1)));
            numbers.push((range.first_page as i64).into());
            numbers.push(label.into());
        }
        dictionary([("Nums", numbers.into())])
    }

    fn outlines(&mut self) -> Result<Option<Object>, PdfError> {
        let root = self.engine.new_object_id();
        let document = self.document;
        let Some((first, last, count)) = self.level(&document.bookmarks, root, 0)? else {
            return Ok(None);
        };
        let outlines = dictionary([
            ("Type", name("Outlines")),
            ("First", Object::Reference(first)),
            ("Last", Object::Reference(last)),
            ("Count", count.into()),
        ]);
        self.engine.set_object(root, outlines);
        Ok(Some(Object::Reference(root)))
    }

    /// Writes the entries of one level; entries below the first level begin closed.
    fn level(
        &mut self,
        bookmarks: &[Bookmark],
        parent: ObjectId,
        depth: usize,
    ) -> Result<Option<(ObjectId, ObjectId, i64)>, PdfError> {
        const DEPTH_MAX: usize = 8;
        if depth > DEPTH_MAX {
            return Err(PdfError::Engine(format!("bookmarks deeper than {DEPTH_MAX}")));
        }
        let ids: Vec<ObjectId> = bookmarks.iter().map(|_| self.engine.new_object_id()).collect();
        let (Some(first), Some(last)) = (ids.first(), ids.last()) else { return Ok(None) };
        for (i, bookmark) in bookmarks.iter().enumerate() {
            let mut entry = dictionary([
                ("Title", text(&bookmark.title)),
                ("Parent", Object::Reference(parent)),
                ("Dest", self.destination(bookmark.target)?.object()),
            ]);
            if let Some(previous) = i.checked_sub(1) {
                entry.set("Prev", Object::Reference(ids[previous]));
            }
            if let Some(next) = ids.get(i + 1) {
                entry.set("Next", Object::Reference(*next));
            }
            if let Some((first, last, count)) = self.level(&bookmark.children, ids[i], depth + 1)? {
                entry.set("First", Object::Reference(first));
                entry.set("Last", Object::Reference(last));
                entry.set("Count", -count);
            }
            self.engine.set_object(ids[i], entry);
        }
        Ok(Some((*first, *last, bookmarks.len() as i64)))
    }

    fn attachments(&mut self) -> Result<(Vec<Object>, Vec<Object>), PdfError> {
        let document = self.document;
        let date = pdf_date(&document.metadata.created)?;
        let mut by_name = BTreeMap::new();
        let mut files = Vec::new();
        for attachment in &document.attachments {
            let usable = |c: char| c.is_ascii_graphic() && !r#"/\:*?"<>|"#.contains(c);
            let bad = attachment.name.is_empty() || !attachment.name.chars().all(usable);
            if bad || by_name.contains_key(attachment.name.as_str()) {
                return Err(PdfError::AttachmentName(attachment.name.clone()));
            }
            let mut params = dictionary([("ModDate", text(&date))]);
            if let Content::Bytes(bytes) = &attachment.content {
                params.set("Size", bytes.len() as i64);
            }
            let dict = dictionary([
                ("Type", name("EmbeddedFile")),
                ("Subtype", name(&attachment.media_type)),
                ("Params", params.into()),
            ]);
            let id = match &attachment.content {
                Content::Bytes(bytes) => self.engine.add_object(Stream::new(dict, bytes.to_vec())),
                Content::Stored(key) => {
                    let empty = Stream::new(dict, Vec::new()).with_compression(false);
                    let id = self.engine.add_object(empty);
                    self.stored.insert(id, key.clone());
                    id
                }
            };
            let embedded = Object::Reference(id);
            let relation = match attachment.relation {
                Relation::Source => "Source",
                Relation::Data => "Data",
                Relation::Supplement => "Supplement",
            };
            let file = self.add(dictionary([
                ("Type", name("Filespec")),
                ("F", text(&attachment.name)),
                ("UF", text(&attachment.name)),
                ("Desc", text(&attachment.description)),
                ("AFRelationship", name(relation)),
                ("EF", dictionary([("F", embedded.clone()), ("UF", embedded)]).into()),
            ]));
            by_name.insert(attachment.name.as_str(), file.clone());
            files.push(file);
        }
        let names = by_name.into_iter().flat_map(|(key, file)| [text(key), file]).collect();
        Ok((names, files))
    }
}

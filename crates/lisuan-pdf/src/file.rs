//! The file itself: objects in the order of their numbers, one after another, written once.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read, Write};

use lopdf::{Dictionary, Object, ObjectId, Stream};
use sha2::{Digest, Sha256};

use crate::catalogue::Parts;
use crate::engine::PICTURE_MARK;
use crate::error::PdfError;
use crate::jpeg::{self, JpegHeader};
use crate::moment::pdf_date;
use crate::object::{dictionary, name, text, write_dictionary, write_object};
use crate::picture::Pictures;
use crate::{SealField, SealRoom};

/// The largest offset that fits the ten digits of a cross-reference entry.
const OFFSET_MAX: u64 = 9_999_999_999;
/// Hexadecimal digits kept for the seal: 16 KiB.
const SEAL_DIGITS: usize = 32_768;
/// Bytes kept for the four numbers of the byte range.
const BYTE_RANGE_BYTES: usize = 80;

/// Writes the file and returns where the seal goes, if it is to have one.
pub fn write_file(
    parts: Parts,
    seal: &SealField,
    pictures: &mut dyn Pictures,
    out: &mut dyn Write,
) -> Result<Option<SealRoom>, PdfError> {
    let mut order = reachable(&parts)?;
    if let Some(signature) = parts.signature {
        // Last, so that all before its room is hashed while it is written.
        order.retain(|id| *id != signature);
        order.push(signature);
    }
    let numbers: BTreeMap<ObjectId, u32> = (1..).zip(&order).map(|(n, id)| (*id, n)).collect();
    let mut file = File { out: Counted { out, at: 0, digest: Sha256::new() }, numbers };
    // The second line tells transfer programs that the file is not text.
    file.raw(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")?;
    let mut objects = parts.objects;
    let mut offsets = Vec::with_capacity(order.len());
    let mut room = None;
    for (number, id) in (1u32..).zip(&order) {
        offsets.push(file.out.at);
        file.raw(format!("{number} 0 obj\n").as_bytes())?;
        if Some(*id) == parts.signature {
            room = Some(file.signature(seal)?);
        } else if let Some(link) = parts.links.get(id) {
            file.plain(link.object())?;
        } else if let Some(key) = parts.pictures.get(id) {
            file.picture(key, pictures)?;
        } else if let Some(key) = parts.stored.get(id) {
            let dict = objects.remove(id).and_then(|o| o.as_stream().ok().map(|s| s.dict.clone()));
            file.stored(key, dict.unwrap_or_default(), pictures)?;
        } else {
            // Taken out of the map, so that memory falls while the file grows.
            file.plain(objects.remove(id).unwrap_or(Object::Null))?;
        }
        file.raw(b"\nendobj\n")?;
    }
    file.end(&offsets, parts.root, parts.info)?;
    Ok(room)
}

/// The objects that can be reached, in the order in which they are found.
fn reachable(parts: &Parts) -> Result<Vec<ObjectId>, PdfError> {
    let mut order: Vec<ObjectId> = vec![parts.root, parts.info];
    let mut seen: BTreeSet<ObjectId> = order.iter().copied().collect();
    let mut next = 0;
    while let Some(id) = order.get(next).copied() {
        next += 1;
        if parts.links.contains_key(&id) {
            // It leads to a page, and those were found before what stands on them.
            continue;
        }
        let Some(object) = parts.objects.get(&id) else {
            return Err(PdfError::Engine(format!("object {} is missing", id.0)));
        };
        references(object, &mut |found| {
            if seen.insert(found) {
                order.push(found);
            }
        });
    }
    Ok(order)
}

fn references(object: &Object, found: &mut dyn FnMut(ObjectId)) {
    let all = |dict: &Dictionary, found: &mut dyn FnMut(ObjectId)| {
        for (_, value) in dict.iter() {
            references(value, found);
        }
    };
    match object {
        Object::Reference(id) => found(*id),
        Object::Array(items) => items.iter().for_each(|item| references(item, found)),
        Object::Dictionary(dict) => all(dict, found),
        Object::Stream(stream) => all(&stream.dict, found),
        _ => {}
    }
}

/// A file being written: where it has got to and what it will be known by.
struct File<'a> {
    out: Counted<'a>,
    numbers: BTreeMap<ObjectId, u32>,
}

struct Counted<'a> {
    out: &'a mut dyn Write,
    at: u64,
    /// Of all bytes so far.
    digest: Sha256,
}

impl Write for Counted<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.out.write(bytes)?;
        self.at += count as u64;
        self.digest.update(&bytes[..count]);
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl File<'_> {
    fn raw(&mut self, bytes: &[u8]) -> Result<(), PdfError> {
        self.out.write_all(bytes).map_err(PdfError::Write)?;
        if self.out.at > OFFSET_MAX { Err(PdfError::TooLarge) } else { Ok(()) }
    }

    fn plain(&mut self, object: Object) -> Result<(), PdfError> {
        let Object::Stream(mut stream) = object else {
            let numbers = &self.numbers;
            let written = write_object(&mut self.out, &object, &|id| number(numbers, id));
            return written.map_err(PdfError::Write);
        };
        if stream.allows_compression {
            stream.compress().map_err(|e| PdfError::Engine(e.to_string()))?;
        }
        let Stream { mut dict, content, .. } = stream;
        dict.set("Length", content.len() as i64);
        self.begin_stream(&dict)?;
        self.raw(&content)?;
        self.raw(b"\nendstream")
    }

    fn begin_stream(&mut self, dict: &Dictionary) -> Result<(), PdfError> {
        let numbers = &self.numbers;
        let written = write_dictionary(&mut self.out, dict, &|id| number(numbers, id));
        written.map_err(PdfError::Write)?;
        self.raw(b"\nstream\n")
    }

    fn picture(&mut self, key: &str, pictures: &mut dyn Pictures) -> Result<(), PdfError> {
        let unreadable = |source| PdfError::Stored { key: key.to_owned(), source };
        let opened = pictures.open(key).map_err(unreadable)?;
        let mut bytes = opened.bytes;
        let mut head = Recorded { from: &mut *bytes, seen: Vec::new() };
        let header = jpeg::read_header(&mut head)
            .map_err(|source| PdfError::Picture { key: key.to_owned(), source })?;
        let head = head.seen;
        let mut dict = image_dictionary(header);
        dict.set("Length", length(opened.length)?);
        self.begin_stream(&dict)?;
        let mut all = head.as_slice().chain(bytes);
        self.copy(key, &mut all, opened.length)
    }

    fn stored(
        &mut self,
        key: &str,
        mut dict: Dictionary,
        pictures: &mut dyn Pictures,
    ) -> Result<(), PdfError> {
        let unreadable = |source| PdfError::Stored { key: key.to_owned(), source };
        let mut opened = pictures.open(key).map_err(unreadable)?;
        if let Ok(params) = dict.get_mut(b"Params").and_then(Object::as_dict_mut) {
            params.set("Size", length(opened.length)?);
        }
        dict.set("Length", length(opened.length)?);
        self.begin_stream(&dict)?;
        self.copy(key, &mut *opened.bytes, opened.length)
    }

    /// Copies stored bytes and ends the stream; they must have the hash they are known by.
    fn copy(&mut self, key: &str, bytes: &mut dyn Read, length: u64) -> Result<(), PdfError> {
        let stored = |source| PdfError::Stored { key: key.to_owned(), source };
        let mut digest = Sha256::new();
        let mut buffer = vec![0; 256 << 10];
        let mut copied = 0;
        loop {
            let count = match bytes.read(&mut buffer) {
                Ok(0) => break,
                Ok(count) => count,
                Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
                Err(e) => return Err(stored(e)),
            };
            copied += count as u64;
            if copied > length {
                break;
            }
            digest.update(&buffer[..count]);
            self.out.write_all(&buffer[..count]).map_err(PdfError::Write)?;
        }
        if copied != length {
            return Err(stored(io::ErrorKind::UnexpectedEof.into()));
        }
        let found = hex(&digest.finalize());
        if found != key {
            return Err(PdfError::Altered { key: key.to_owned(), found });
        }
        self.raw(b"\nendstream")
    }

    /// The signature dictionary, with room for the two values that are known last.
    fn signature(&mut self, seal: &SealField) -> Result<SealRoom, PdfError> {
        let params =
            dictionary([("Type", name("TransformParams")), ("P", 1.into()), ("V", name("1.2"))]);
        let reference = dictionary([
            ("Type", name("SigRef")),
            ("TransformMethod", name("DocMDP")),
            ("TransformParams", params.into()),
        ]);
        let mut dict = dictionary([
            ("Type", name("Sig")),
            ("Filter", name("Adobe.PPKLite")),
            ("SubFilter", name("ETSI.CAdES.detached")),
            ("M", text(&pdf_date(&seal.claimed_time)?)),
            ("Reference", vec![reference.into()].into()),
        ]);
        for (key, value) in
            [("Name", &seal.name), ("Reason", &seal.reason), ("Location", &seal.location)]
        {
            if !value.is_empty() {
                dict.set(key, text(value));
            }
        }
        let mut known = Vec::new();
        write_dictionary(&mut known, &dict, &|_| 0).map_err(PdfError::Write)?;
        // Everything but the closing marks, which come after the two values.
        self.raw(&known[..known.len() - 2])?;
        self.raw(b"/ByteRange ")?;
        let (byte_range_at, head) = (self.out.at, self.out.digest.clone());
        self.raw(&[b' '; BYTE_RANGE_BYTES])?;
        self.raw(b"/Contents ")?;
        let contents_at = self.out.at;
        self.raw(b"<")?;
        self.raw(&[b'0'; SEAL_DIGITS])?;
        self.raw(b">")?;
        let contents_len = self.out.at - contents_at;
        self.raw(b">>")?;
        Ok(SealRoom { byte_range_at, contents_at, contents_len, head })
    }

    fn end(&mut self, offsets: &[u64], root: ObjectId, info: ObjectId) -> Result<(), PdfError> {
        let start = self.out.at;
        let size = offsets.len() + 1;
        self.raw(format!("xref\n0 {size}\n0000000000 65535 f \n").as_bytes())?;
        for offset in offsets {
            self.raw(format!("{offset:010} 00000 n \n").as_bytes())?;
        }
        // Said by the content, so that the same document has the same identifier.
        let digest = hex(&self.out.digest.clone().finalize()[..16]).to_uppercase();
        let (root, info) = (number(&self.numbers, root), number(&self.numbers, info));
        let trailer = format!(
            "trailer\n<</Size {size}/Root {root} 0 R/Info {info} 0 R/ID [<{digest}> <{digest}>]>>\n\
             startxref\n{start}\n%%EOF\n"
        );
        self.raw(trailer.as_bytes())?;
        self.out.flush().map_err(PdfError::Write)
    }
}

/// Every reference was followed before numbers were given, so each has one.
fn number(numbers: &BTreeMap<ObjectId, u32>, id: ObjectId) -> u32 {
    numbers.get(&id).copied().unwrap_or(0)
}

fn length(bytes: u64) -> Result<i64, PdfError> {
    i64::try_from(bytes).map_err(|_| PdfError::TooLarge)
}

/// Lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

fn image_dictionary(header: JpegHeader) -> Dictionary {
    let space = match header.components {
        1 => "DeviceGray",
        4 => "DeviceCMYK",
        _ => "DeviceRGB",
    };
    let mut dict = dictionary([
        ("Type", name("XObject")),
        ("Subtype", name("Image")),
        ("Width", i64::from(header.width_px).into()),
        ("Height", i64::from(header.height_px).into()),
        ("ColorSpace", name(space)),
        ("BitsPerComponent", 8.into()),
        ("Filter", name("DCTDecode")),
    ]);
    if header.components == 4 && header.adobe {
        let inverted = [1, 0, 1, 0, 1, 0, 1, 0].map(Object::from);
        dict.set("Decode", inverted.to_vec());
    }
    debug_assert!(dict.get(PICTURE_MARK).is_err(), "the private mark stays inside the program");
    dict
}

/// Keeps what was read, so that it can be written after it was looked at.
struct Recorded<'a> {
    from: &'a mut dyn Read,
    seen: Vec<u8>,
}

impl Read for Recorded<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.from.read(buffer)?;
        self.seen.extend_from_slice(&buffer[..count]);
        Ok(count)
    }
}

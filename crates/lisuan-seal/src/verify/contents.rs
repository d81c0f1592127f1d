//! What a file carries: the digest of each picture and of each attachment.
//!
//! Read by the same strict reader as the verdict, also from a file that was altered: then they tell
//! which photo or attachment is another.

use std::io::{Read, Seek};

use flate2::read::ZlibDecoder;
use sha2::{Digest, Sha256};

use super::layout::{self, Layout};
use super::object::{self, Object, read_dict, resolve_dict};
use super::reason::{Reason, Step, Stop};
use super::source::Source;
use super::value::{Dict, Value};
use crate::error::ReadError;

/// Most attachments; every original that a PDF cannot show is one.
const ATTACHMENTS_MAX: usize = 20_000;
/// Deepest tree of names.
const TREE_DEPTH_MAX: u32 = 16;
/// Longest attachment that was packed: case data and lists of hashes of 10,000 photos stay below.
const UNPACKED_LEN_MAX: u64 = 256 * 1024 * 1024;
/// Longest attachment whose bytes are handed out.
const KEPT_LEN_MAX: u64 = 16 * 1024 * 1024;

/// What a file carries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// Attachments in the order of their names.
    pub attachments: Vec<Carried>,
    /// Pictures as they were taken (JPEG), in the order of the file.
    pub pictures: Vec<Carried>,
}

/// A picture or an attachment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// Name of an attachment; the number of a picture's object.
    pub name: String,
    /// SHA-256 of its bytes as they were before they went in, in lower-case hex.
    pub sha256: String,
    /// Its length in bytes.
    pub len: u64,
    /// The bytes of the attachment that was asked for.
    pub bytes: Option<Vec<u8>>,
}

/// Reads what a file carries; of the attachment with the name `keep` the bytes too.
///
/// `None` when the file is not written strictly enough to be taken apart.
///
/// # Errors
/// [`ReadError`] when the file cannot be read.
pub fn contents<F: Read + Seek>(file: &mut F, keep: &str) -> Result<Option<Contents>, ReadError> {
    let mut source = Source::open(file)?;
    match read(&mut source, keep) {
        Ok(contents) => Ok(Some(contents)),
        Err(Stop::Refused(_)) => Ok(None),
        Err(Stop::Unreadable(error)) => Err(error),
    }
}

fn read<F: Read + Seek>(source: &mut Source<'_, F>, keep: &str) -> Step<Contents> {
    let layout = layout::read(source)?;
    let mut contents = Contents { pictures: pictures(source, &layout)?, ..Contents::default() };
    let catalog = read_dict(source, &layout, layout.root)?;
    let mut files = Vec::new();
    if let Some(names) = catalog.get(b"Names") {
        let names = resolve_dict(source, &layout, names)?;
        if let Some(tree) = names.get(b"EmbeddedFiles") {
            let tree = resolve_dict(source, &layout, tree)?;
            walk(source, &layout, &tree, TREE_DEPTH_MAX, &mut files)?;
        }
    }
    for file in files {
        contents.attachments.push(attachment(source, &layout, &file, keep)?);
    }
    Ok(contents)
}

/// The pictures that are JPEG files as they are.
fn pictures<F: Read + Seek>(source: &mut Source<'_, F>, layout: &Layout) -> Step<Vec<Carried>> {
    let mut found = Vec::new();
    for number in 0..layout.offsets.len() as u32 {
        let Some(at) = layout.offset(number) else { continue };
        let Object { value: Value::Dict(dict), stream: Some((start, len)), .. } =
            object::read(source, number, at)?
        else {
            continue;
        };
        if dict.is_name(b"Subtype", b"Image") && dict.is_name(b"Filter", b"DCTDecode") {
            let sha256 = hex(&source.sha256(&[(start, len)])?);
            found.push(Carried { name: number.to_string(), sha256, len, bytes: None });
        }
    }
    Ok(found)
}

/// Collects the file specifications of a tree of names.
fn walk<F: Read + Seek>(
    source: &mut Source<'_, F>,
    layout: &Layout,
    node: &Dict,
    depth_left: u32,
    files: &mut Vec<Dict>,
) -> Step<()> {
    let depth_left = depth_left.checked_sub(1).ok_or(Reason::Limit)?;
    if let Some(Value::Array(pairs)) = node.get(b"Names") {
        for file in pairs.iter().skip(1).step_by(2) {
            if files.len() == ATTACHMENTS_MAX {
                return Err(Reason::Limit.into());
            }
            files.push(resolve_dict(source, layout, file)?);
        }
    }
    if let Some(Value::Array(kids)) = node.get(b"Kids") {
        for kid in kids {
            if files.len() == ATTACHMENTS_MAX {
                return Err(Reason::Limit.into());
            }
            let kid = resolve_dict(source, layout, kid)?;
            walk(source, layout, &kid, depth_left, files)?;
        }
    }
    Ok(())
}

fn attachment<F: Read + Seek>(
    source: &mut Source<'_, F>,
    layout: &Layout,
    file: &Dict,
    keep: &str,
) -> Step<Carried> {
    let name = match file.get(b"UF").or(file.get(b"F")) {
        Some(Value::Text(bytes)) => text(bytes),
        Some(Value::Hex { bytes, .. }) => text(bytes),
        _ => return Err(Reason::Object.into()),
    };
    let embedded = file.get(b"EF").ok_or(Reason::Object)?;
    let embedded = resolve_dict(source, layout, embedded)?;
    let number = embedded.reference(b"F").ok_or(Reason::Object)?;
    let at = layout.offset(number).ok_or(Reason::BrokenReference)?;
    let Object { value: Value::Dict(dict), stream: Some((start, len)), .. } =
        object::read(source, number, at)?
    else {
        return Err(Reason::Object.into());
    };
    let wanted = name == keep;
    if !dict.has(b"Filter") {
        let kept = wanted && len <= KEPT_LEN_MAX;
        let bytes = if kept { Some(source.read(start, len as usize)?) } else { None };
        return Ok(Carried { name, sha256: hex(&source.sha256(&[(start, len)])?), len, bytes });
    }
    if !dict.is_name(b"Filter", b"FlateDecode") || dict.has(b"DecodeParms") {
        return Err(Reason::PackedObjects.into());
    }
    if len > UNPACKED_LEN_MAX {
        return Err(Reason::Limit.into());
    }
    let packed = source.read(start, len as usize)?;
    let mut unpacked = ZlibDecoder::new(packed.as_slice()).take(UNPACKED_LEN_MAX + 1);
    let (mut state, mut total, mut bytes) = (Sha256::new(), 0, Vec::new());
    let mut chunk = vec![0; 64 * 1024];
    loop {
        let got = unpacked.read(&mut chunk).map_err(|_| Reason::PackedObjects)?;
        if got == 0 {
            break;
        }
        state.update(&chunk[..got]);
        total += got as u64;
        if wanted && total <= KEPT_LEN_MAX {
            bytes.extend_from_slice(&chunk[..got]);
        }
    }
    if total > UNPACKED_LEN_MAX {
        return Err(Reason::Limit.into());
    }
    let bytes = (wanted && total <= KEPT_LEN_MAX).then_some(bytes);
    Ok(Carried { name, sha256: hex(&state.finalize().into()), len: total, bytes })
}

/// Reads a text string: UTF-16 with its mark, otherwise as Latin.
fn text(bytes: &[u8]) -> String {
    let text: String = match bytes.strip_prefix(b"\xfe\xff") {
        Some(pairs) => {
            let units: Vec<u16> = pairs
                .chunks(2)
                .map(|pair| u16::from(pair[0]) << 8 | u16::from(*pair.get(1).unwrap_or(&0)))
                .collect();
            String::from_utf16_lossy(&units)
        }
        None => bytes.iter().map(|&byte| char::from(byte)).collect(),
    };
    text.chars().filter(|c| !c.is_control()).take(255).collect()
}

fn hex(digest: &[u8; 32]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

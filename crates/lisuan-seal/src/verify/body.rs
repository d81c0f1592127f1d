//! The whole body, object by object: nothing hidden, nothing active, nothing left over.

use std::io::{Read, Seek};

use super::layout::Layout;
use super::object;
use super::reason::{Reason, Step};
use super::source::Source;
use super::value::{Dict, Value};

/// Most blanks between two objects: an empty line of either kind.
const BLANKS_MAX: u64 = 4;
/// Most references in all: about 60 for every photo of 10,000 would be 600,000.
const REFERENCES_MAX: usize = 4_000_000;

/// Names that stand for scripts, actions, media and forms. They are refused wherever they occur,
/// as key or as value: what a dossier needs is pages, links to pages and addresses, attachments.
const ACTIVE: &[&[u8]] = &[
    b"JS",
    b"JavaScript",
    b"OpenAction",
    b"AA",
    b"Launch",
    b"GoToR",
    b"GoToE",
    b"SubmitForm",
    b"ResetForm",
    b"ImportData",
    b"Hide",
    b"SetOCGState",
    b"Rendition",
    b"Movie",
    b"Sound",
    b"Screen",
    b"RichMedia",
    b"3D",
    b"GoTo3DView",
    b"Trans",
    b"XFA",
    b"NeedsRendering",
    b"NeedAppearances",
    b"Collection",
    b"Alternates",
    b"Requirements",
];
/// Names that stand for layers.
const LAYERS: &[&[u8]] = &[b"OCProperties", b"OCG", b"OCMD", b"OC", b"OCGs"];
/// Names that stand for objects or references packed into streams.
const PACKED: &[&[u8]] = &[b"ObjStm", b"XRef", b"XRefStm", b"Linearized"];
/// Keys that move a stream's bytes to another file.
const EXTERNAL: &[&[u8]] = &[b"F", b"FFilter", b"FDecodeParms"];

/// What the body adds up to.
#[derive(Default)]
struct Survey {
    byte_ranges: u32,
    signatures: u32,
    fields: u32,
    /// References of all objects, one object after the other.
    references: Vec<u32>,
    /// Where each object's references start, by object number.
    spans: Vec<(u32, u32)>,
}

/// Reads every object in the order of the file and refuses what no dossier contains.
pub(super) fn check<F: Read + Seek>(source: &mut Source<'_, F>, layout: &Layout) -> Step<()> {
    let mut order: Vec<u32> = (0..layout.offsets.len() as u32).collect();
    order.retain(|&number| layout.offset(number).is_some());
    order.sort_unstable_by_key(|&number| layout.offset(number));
    if order.windows(2).any(|pair| layout.offset(pair[0]) == layout.offset(pair[1])) {
        return Err(Reason::DuplicateObject.into());
    }
    let mut survey = Survey { spans: vec![(0, 0); layout.offsets.len()], ..Survey::default() };
    let mut at = layout.body_at;
    for &number in &order {
        let start = layout.offset(number).ok_or(Reason::Object)?;
        check_gap(source, at, start)?;
        let object = object::read(source, number, start)?;
        survey.take(number, &object)?;
        at = object.end;
    }
    check_gap(source, at, layout.xref_at)?;
    survey.judge()?;
    survey.check_reachable(layout, &order)
}

/// Makes sure that between two objects there are only a few blanks.
fn check_gap<F: Read + Seek>(source: &mut Source<'_, F>, from: u64, to: u64) -> Step<()> {
    let len = to.checked_sub(from).ok_or(Reason::Object)?;
    if len > BLANKS_MAX {
        return Err(Reason::HiddenBytes.into());
    }
    let gap = source.read(from, len as usize)?;
    if gap.iter().all(|byte| matches!(byte, b' ' | b'\r' | b'\n')) {
        Ok(())
    } else {
        Err(Reason::HiddenBytes.into())
    }
}

impl Survey {
    fn take(&mut self, number: u32, object: &object::Object) -> Step<()> {
        if let (true, Value::Dict(dict)) = (object.stream.is_some(), &object.value)
            && EXTERNAL.iter().any(|key| dict.has(key))
        {
            return Err(Reason::PackedObjects.into());
        }
        let start = self.references.len();
        self.look_at(&object.value)?;
        // Both fit: REFERENCES_MAX is far below 2^32.
        self.spans[number as usize] = (start as u32, self.references.len() as u32);
        Ok(())
    }

    /// Looks at a value and all it holds; the depth was limited when it was read.
    fn look_at(&mut self, value: &Value) -> Step<()> {
        match value {
            Value::Name(name) => check_name(name)?,
            Value::Array(values) => values.iter().try_for_each(|value| self.look_at(value))?,
            Value::Dict(dict) => {
                self.count(dict);
                for (key, value) in &dict.0 {
                    check_name(key)?;
                    self.look_at(value)?;
                }
            }
            Value::Ref(number) if self.references.len() < REFERENCES_MAX => {
                self.references.push(*number);
            }
            Value::Ref(_) => return Err(Reason::Limit.into()),
            _ => {}
        }
        Ok(())
    }

    fn count(&mut self, dict: &Dict) {
        let is_signature = dict.is_name(b"Type", b"Sig") || dict.is_name(b"Type", b"DocTimeStamp");
        self.signatures += u32::from(is_signature);
        self.byte_ranges += u32::from(dict.has(b"ByteRange"));
        let is_field = dict.has(b"FT") || dict.is_name(b"Subtype", b"Widget");
        self.fields += u32::from(is_field);
    }

    fn judge(&self) -> Step<()> {
        if self.signatures == 0 && self.byte_ranges == 0 {
            return Err(Reason::SealMissing.into());
        }
        if self.signatures > 1 || self.byte_ranges > 1 || self.fields > 1 {
            return Err(Reason::SealRepeated.into());
        }
        if self.signatures != 1 || self.byte_ranges != 1 || self.fields != 1 {
            return Err(Reason::SealDictionary.into());
        }
        Ok(())
    }

    /// Makes sure that every object can be reached from the trailer, and every reference leads to
    /// an object.
    fn check_reachable(&self, layout: &Layout, order: &[u32]) -> Step<()> {
        let mut seen = vec![false; layout.offsets.len()];
        let mut open = layout.from_trailer.clone();
        open.push(layout.root);
        while let Some(number) = open.pop() {
            if layout.offset(number).is_none() {
                return Err(Reason::BrokenReference.into());
            }
            if std::mem::replace(&mut seen[number as usize], true) {
                continue;
            }
            let (start, end) = self.spans[number as usize];
            let referred = &self.references[start as usize..end as usize];
            open.extend(
                referred.iter().filter(|&&next| !seen.get(next as usize).is_some_and(|&s| s)),
            );
        }
        if order.iter().all(|&number| seen[number as usize]) {
            Ok(())
        } else {
            Err(Reason::HiddenObject.into())
        }
    }
}

fn check_name(name: &[u8]) -> Step<()> {
    let refused = [
        (ACTIVE, Reason::ActiveContent),
        (LAYERS, Reason::OptionalContent),
        (PACKED, Reason::PackedObjects),
    ];
    match refused.iter().find(|(names, _)| names.contains(&name)) {
        Some(&(_, reason)) => Err(reason.into()),
        None => Ok(()),
    }
}

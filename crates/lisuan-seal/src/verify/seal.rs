//! From the catalog to the seal: the one field, its dictionary, the range it covers.

use std::io::{Read, Seek};

use super::layout::Layout;
use super::object::{read_dict, resolve_dict};
use super::reason::{Reason, Step, Stop};
use super::source::Source;
use super::syntax::hex_value;
use super::value::{Dict, Value};

/// Length of the contents with `<` and `>`: hex of 16 KiB, as every dossier reserves.
pub(super) const ROOM_LEN: u64 = 2 * 16 * 1024 + 2;

/// The seal as the file holds it, before its signature is looked at.
pub(super) struct FoundSeal {
    /// `/M` as it stands in the file, if it is a PDF date.
    pub(super) claimed_time: Option<String>,
    /// The two signed ranges (start, length), if they are the whole file without the contents.
    pub(super) ranges: Option<[(u64, u64); 2]>,
    /// The bytes of the room, zeros included, if it is written as it must be.
    pub(super) contents: Option<Vec<u8>>,
}

/// Follows the catalog to the seal and notes every reason on the way.
///
/// Ends early only where there is nothing left to look at.
pub(super) fn find<F: Read + Seek>(
    source: &mut Source<'_, F>,
    layout: &Layout,
    reasons: &mut Vec<Reason>,
) -> Step<FoundSeal> {
    let catalog = read_dict(source, layout, layout.root)?;
    if !catalog.is_name(b"Type", b"Catalog") {
        return Err(Reason::Trailer.into());
    }
    if let Some(version) = catalog.get(b"Version")
        && ![b"1.7".as_slice(), b"2.0"].iter().any(|v| *version == Value::Name(v.to_vec()))
    {
        reasons.push(Reason::NotPdf);
    }
    let form = catalog.get(b"AcroForm").ok_or(Reason::SealMissing)?;
    let form = resolve_dict(source, layout, form)?;
    let number = find_in_form(source, layout, &form, reasons)?;
    if !is_certified_by(source, layout, &catalog, number)? {
        reasons.push(Reason::Certification);
    }
    let seal = read_dict(source, layout, number)?;
    if !has_certification(source, layout, &seal)? {
        reasons.push(Reason::Certification);
    }
    if !is_seal(&seal) {
        reasons.push(Reason::SealDictionary);
    }
    let claimed_time = claimed_time(&seal);
    if claimed_time.is_none() {
        reasons.push(Reason::ClaimedTime);
    }
    let Some(&Value::Hex { start, end, .. }) = seal.get(b"Contents") else {
        return Err(Reason::Contents.into());
    };
    let ranges = ranges(&seal, start, end, source.len());
    if ranges.is_none() {
        reasons.push(Reason::ByteRange);
    }
    let contents = read_contents(source, start, end)?;
    if contents.is_none() {
        reasons.push(Reason::Contents);
    }
    Ok(FoundSeal { claimed_time, ranges, contents })
}

/// Follows the form to its one field and returns the number of the seal's dictionary.
fn find_in_form<F: Read + Seek>(
    source: &mut Source<'_, F>,
    layout: &Layout,
    form: &Dict,
    reasons: &mut Vec<Reason>,
) -> Step<u32> {
    if form.int(b"SigFlags") != Some(3) || !form.only(&[b"Fields", b"SigFlags", b"DA", b"DR"]) {
        reasons.push(Reason::SealDictionary);
    }
    let field = match form.get(b"Fields") {
        Some(Value::Array(fields)) => match fields.as_slice() {
            [] => return Err(Reason::SealMissing.into()),
            [Value::Ref(number)] => *number,
            [_] => return Err(Reason::SealDictionary.into()),
            _ => return Err(Reason::SealRepeated.into()),
        },
        _ => return Err(Reason::SealDictionary.into()),
    };
    let field = read_dict(source, layout, field)?;
    let is_signature = field.is_name(b"FT", b"Sig");
    if !is_signature || field.has(b"Kids") || field.has(b"Parent") {
        reasons.push(Reason::SealDictionary);
    }
    field.reference(b"V").ok_or(Stop::Refused(Reason::SealMissing))
}

/// Tells whether the catalog's permissions are exactly those of the given signature.
fn is_certified_by<F: Read + Seek>(
    source: &mut Source<'_, F>,
    layout: &Layout,
    catalog: &Dict,
    number: u32,
) -> Step<bool> {
    let Some(permissions) = catalog.get(b"Perms") else { return Ok(false) };
    let permissions = resolve_dict(source, layout, permissions)?;
    Ok(permissions.only(&[b"DocMDP"]) && permissions.reference(b"DocMDP") == Some(number))
}

/// Tells whether the seal certifies the document against any change: DocMDP with P=1.
fn has_certification<F: Read + Seek>(
    source: &mut Source<'_, F>,
    layout: &Layout,
    seal: &Dict,
) -> Step<bool> {
    let Some(Value::Array(references)) = seal.get(b"Reference") else { return Ok(false) };
    let [reference] = references.as_slice() else { return Ok(false) };
    let reference = resolve_dict(source, layout, reference)?;
    let Some(parameters) = reference.get(b"TransformParams") else { return Ok(false) };
    let parameters = resolve_dict(source, layout, parameters)?;
    Ok(reference.is_name(b"TransformMethod", b"DocMDP")
        && reference.only(&[b"Type", b"TransformMethod", b"TransformParams"])
        && (!reference.has(b"Type") || reference.is_name(b"Type", b"SigRef"))
        && parameters.int(b"P") == Some(1)
        && parameters.is_name(b"V", b"1.2")
        && parameters.only(&[b"Type", b"P", b"V"])
        && (!parameters.has(b"Type") || parameters.is_name(b"Type", b"TransformParams")))
}

fn is_seal(seal: &Dict) -> bool {
    let allowed: &[&[u8]] = &[
        b"Type",
        b"Filter",
        b"SubFilter",
        b"Contents",
        b"ByteRange",
        b"M",
        b"Reference",
        b"Name",
        b"Reason",
        b"Location",
        b"ContactInfo",
        b"Prop_Build",
    ];
    seal.only(allowed)
        && seal.is_name(b"Type", b"Sig")
        && seal.is_name(b"Filter", b"Adobe.PPKLite")
        && seal.is_name(b"SubFilter", b"ETSI.CAdES.detached")
}

/// Returns `/M` if it is a whole date with its offset: `D:YYYYMMDDHHmmSS` and `Z` or `+HH'mm'`.
fn claimed_time(seal: &Dict) -> Option<String> {
    let Some(Value::Text(text)) = seal.get(b"M") else { return None };
    let pattern: &[u8] = match text.get(16) {
        Some(b'Z') => b"D:00000000000000Z",
        Some(_) if text.ends_with(b"'") => b"D:00000000000000+00'00'",
        _ => b"D:00000000000000+00'00",
    };
    let fits = |(byte, pattern): (&u8, &u8)| match pattern {
        b'0' => byte.is_ascii_digit(),
        b'+' => matches!(byte, b'+' | b'-'),
        _ => byte == pattern,
    };
    let fits = text.len() == pattern.len() && text.iter().zip(pattern).all(fits);
    fits.then(|| String::from_utf8_lossy(text).into_owned())
}

/// Returns the signed ranges if they are everything but the contents from `start` to `end`.
fn ranges(seal: &Dict, start: u64, end: u64, file_len: u64) -> Option<[(u64, u64); 2]> {
    let Some(Value::Array(numbers)) = seal.get(b"ByteRange") else { return None };
    let rest = file_len.checked_sub(end)?;
    let whole = [0, start, end, rest].map(|number| i64::try_from(number).map(Value::Int));
    let is_whole = numbers.len() == whole.len()
        && numbers.iter().zip(&whole).all(|(number, whole)| whole.as_ref() == Ok(number));
    is_whole.then_some([(0, start), (end, rest)])
}

/// Reads the room again as it is written: lower-case hex only, so that a seal has one spelling.
fn read_contents<F: Read + Seek>(
    source: &mut Source<'_, F>,
    start: u64,
    end: u64,
) -> Step<Option<Vec<u8>>> {
    if end.checked_sub(start) != Some(ROOM_LEN) {
        return Ok(None);
    }
    let text = source.read(start, ROOM_LEN as usize)?;
    let digits = text.strip_prefix(b"<").and_then(|rest| rest.strip_suffix(b">"));
    let Some(digits) = digits else { return Ok(None) };
    let value = |digit: u8| hex_value(digit).filter(|_| !digit.is_ascii_uppercase());
    let pair = |pair: &[u8]| Some(value(pair[0])? << 4 | value(pair[1])?);
    Ok(digits.chunks(2).map(pair).collect())
}

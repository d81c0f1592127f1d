//! One object in the body of the file.

use std::io::{Read, Seek};

use super::layout::Layout;
use super::reason::{Reason, Step};
use super::source::Source;
use super::syntax::Cursor;
use super::value::{Dict, Value};

/// An object, without the bytes of its stream.
pub(super) struct Object {
    pub(super) value: Value,
    /// Where the bytes of its stream start, and how many there are.
    pub(super) stream: Option<(u64, u64)>,
    /// Offset of the first byte after `endobj`.
    pub(super) end: u64,
}

/// Reads object `number`, which must stand exactly at `at`. Streams are skipped by their length.
pub(super) fn read<F: Read + Seek>(
    source: &mut Source<'_, F>,
    number: u32,
    at: u64,
) -> Step<Object> {
    let mut cursor = Cursor::new(source, at);
    cursor.expect(format!("{number} 0 obj").as_bytes())?;
    cursor.skip_space()?;
    let value = cursor.value()?;
    cursor.skip_space()?;
    let mut stream = None;
    if cursor.take(b"stream")? {
        let Value::Dict(dict) = &value else { return Err(Reason::Object.into()) };
        stream = Some(skip_stream(&mut cursor, dict)?);
    }
    cursor.expect(b"endobj")?;
    Ok(Object { value, stream, end: cursor.at() })
}

/// Skips a stream and the words around it; returns where it starts and its length, which must be
/// written in the dictionary itself.
fn skip_stream<F: Read + Seek>(cursor: &mut Cursor<'_, '_, F>, dict: &Dict) -> Step<(u64, u64)> {
    if !cursor.take_eol()? {
        return Err(Reason::Object.into());
    }
    let len = dict.int(b"Length").and_then(|len| u64::try_from(len).ok()).ok_or(Reason::Object)?;
    let start = cursor.at();
    let end = start.checked_add(len).ok_or(Reason::Object)?;
    cursor.jump(end);
    cursor.take_eol()?;
    cursor.expect(b"endstream")?;
    cursor.skip_space()?;
    Ok((start, len))
}

/// Reads object `number` by the table; it must be a dictionary without a stream.
pub(super) fn read_dict<F: Read + Seek>(
    source: &mut Source<'_, F>,
    layout: &Layout,
    number: u32,
) -> Step<Dict> {
    let at = layout.offset(number).ok_or(Reason::BrokenReference)?;
    match read(source, number, at)? {
        Object { value: Value::Dict(dict), stream: None, .. } => Ok(dict),
        _ => Err(Reason::Object.into()),
    }
}

/// Returns the dictionary that `value` is or refers to.
pub(super) fn resolve_dict<F: Read + Seek>(
    source: &mut Source<'_, F>,
    layout: &Layout,
    value: &Value,
) -> Step<Dict> {
    match value {
        Value::Dict(dict) => Ok(dict.clone()),
        Value::Ref(number) => read_dict(source, layout, *number),
        _ => Err(Reason::Object.into()),
    }
}

//! PDF objects as bytes.

use std::io::{self, Write};

use lopdf::{Dictionary, Object, ObjectId};

/// Writes an object, with `name` giving the numbers that references get in the file.
///
/// Streams are not written here: only the file knows where their bytes come from.
pub fn write_object(
    out: &mut dyn Write,
    object: &Object,
    name: &dyn Fn(ObjectId) -> u32,
) -> io::Result<()> {
    match object {
        Object::Null => out.write_all(b"null"),
        Object::Boolean(value) => write!(out, "{value}"),
        Object::Integer(value) => write!(out, "{value}"),
        Object::Real(value) => out.write_all(real(*value).as_bytes()),
        Object::Name(bytes) => write_name(out, bytes),
        Object::String(bytes, _) => write_string(out, bytes),
        Object::Array(items) => {
            out.write_all(b"[")?;
            for (i, item) in items.iter().enumerate() {
                if i > 0 {
                    out.write_all(b" ")?;
                }
                write_object(out, item, name)?;
            }
            out.write_all(b"]")
        }
        Object::Dictionary(dict) => write_dictionary(out, dict, name),
        Object::Stream(stream) => write_dictionary(out, &stream.dict, name),
        Object::Reference(id) => write!(out, "{} 0 R", name(*id)),
    }
}

/// Writes a dictionary, each value one space after its key.
pub fn write_dictionary(
    out: &mut dyn Write,
    dict: &Dictionary,
    name: &dyn Fn(ObjectId) -> u32,
) -> io::Result<()> {
    out.write_all(b"<<")?;
    for (key, value) in dict.iter() {
        write_name(out, key)?;
        out.write_all(b" ")?;
        write_object(out, value, name)?;
    }
    out.write_all(b">>")
}

/// A number without exponent and without zeros that say nothing.
fn real(value: f32) -> String {
    let text = format!("{value:.4}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if matches!(text, "" | "-0") { "0".to_owned() } else { text.to_owned() }
}

fn write_name(out: &mut dyn Write, bytes: &[u8]) -> io::Result<()> {
    out.write_all(b"/")?;
    for &byte in bytes {
        if byte.is_ascii_alphanumeric() || b"_-+.:@".contains(&byte) {
            out.write_all(&[byte])?;
        } else {
            write!(out, "#{byte:02X}")?;
        }
    }
    Ok(())
}

fn write_string(out: &mut dyn Write, bytes: &[u8]) -> io::Result<()> {
    let plain = |b: &u8| (0x20..0x7f).contains(b);
    if !bytes.iter().all(plain) {
        out.write_all(b"<")?;
        for byte in bytes {
            write!(out, "{byte:02X}")?;
        }
        return out.write_all(b">");
    }
    out.write_all(b"(")?;
    for &byte in bytes {
        if b"()\\".contains(&byte) {
            out.write_all(b"\\")?;
        }
        out.write_all(&[byte])?;
    }
    out.write_all(b")")
}

/// The bytes of a text string: ASCII as it is, anything else as UTF-16 with its mark.
pub fn text_bytes(text: &str) -> Vec<u8> {
    if text.is_ascii() {
        return text.as_bytes().to_vec();
    }
    let units = text.encode_utf16().flat_map(u16::to_be_bytes);
    [0xfe, 0xff].into_iter().chain(units).collect()
}

/// A text string.
pub fn text(text: &str) -> Object {
    Object::String(text_bytes(text), lopdf::StringFormat::Literal)
}

/// A name.
pub fn name(text: &str) -> Object {
    Object::Name(text.as_bytes().to_vec())
}

/// A dictionary from pairs.
pub fn dictionary<const N: usize>(pairs: [(&str, Object); N]) -> Dictionary {
    Dictionary::from_iter(pairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(object: &Object) -> String {
        let mut out = Vec::new();
        write_object(&mut out, object, &|id| id.0 + 100).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn destinations_keep_a_space_before_null() {
        let dest = vec![Object::Reference((1, 0)), name("XYZ"), Object::Null, Object::Real(12.5)];
        assert_eq!(written(&Object::Array(dest)), "[101 0 R /XYZ null 12.5]");
    }

    #[test]
    fn names_and_strings_are_escaped() {
        assert_eq!(written(&name("application/json")), "/application#2Fjson");
        assert_eq!(written(&text("a(b)\\")), r"(a\(b\)\\)");
        assert_eq!(written(&text("理")), "<FEFF7406>");
        assert_eq!(written(&Object::Real(-0.00001)), "0", "no negative zero");
        assert_eq!(written(&Object::Real(1e-7)), "0", "no exponent");
    }
}

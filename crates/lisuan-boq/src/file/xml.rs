//! What both packed formats need of XML.

use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart};

use crate::error::BoqError;

/// A reader of one part.
pub(super) fn reader<R: BufRead>(part: R) -> Reader<R> {
    let mut reader = Reader::from_reader(part);
    reader.config_mut().expand_empty_elements = true;
    reader
}

/// The unescaped value of an attribute, by its name without prefix.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = element.attributes();
    let found =
        all.with_checks(false).flatten().find(|one| one.key.local_name().as_ref() == name)?;
    Some(unescaped(&found.value))
}

/// Text without entities; with one that is not known it stays as it was typed.
pub(super) fn unescaped(text: &str) -> String {
    quick_xml::escape::unescape(text).map_or_else(|_| text.to_owned(), |plain| plain.into_owned())
}

/// Adds what `&name;` or `&#38;` stands for; anything else stays as it was typed.
pub(super) fn push_reference(text: &mut String, reference: &BytesRef<'_>) {
    match reference.resolve_char_ref() {
        Ok(Some(c)) => text.push(c),
        _ => {
            let name = reference.xml10_content();
            match quick_xml::escape::resolve_predefined_entity(&name) {
                Some(known) => text.push_str(known),
                None => text.extend(["&", &*name, ";"]),
            }
        }
    }
}

/// An error of the XML reader in a part.
pub(super) fn damaged(part: &str) -> impl Fn(quick_xml::Error) -> BoqError + '_ {
    move |error| BoqError::damaged_by(part, error)
}

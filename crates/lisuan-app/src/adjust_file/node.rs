//! JSON as it was written: the order of fields is kept, and a field that stands twice is seen.
//!
//! `serde_json::Value` would keep the last of two equal fields and say nothing, and would turn
//! numbers into floats; here a number only counts as one, its digits are never read.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};

use super::problem::{Code, Fault, Problem};

/// The most values of any kind in one file: a hundred thousand lines of some twenty fields.
pub(super) const VALUES_MAX: usize = 2_500_000;

/// Fields of an object, in the order of the file.
pub(super) type Object = Vec<(String, Node)>;

/// A value of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number outside quotes.
    Number,
    /// Text in quotes.
    Text(String),
    /// `[…]`
    List(Vec<Node>),
    /// `{…}`
    Object(Object),
}

impl Node {
    /// Reads a file; what does not read is one problem with its line and column.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Problem> {
        // Some editors begin a file with a mark of its encoding.
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let left = Cell::new(VALUES_MAX);
        let mut reader = serde_json::Deserializer::from_slice(bytes);
        let read = (&Values { left: &left }).deserialize(&mut reader);
        let node = read.and_then(|node| reader.end().map(|()| node));
        node.map_err(|error| {
            let fault = if left.get() == 0 {
                Fault::new(Code::TooMany).with("limit", VALUES_MAX)
            } else {
                Fault::new(Code::Syntax).with("line", error.line()).with("column", error.column())
            };
            fault.at(String::new())
        })
    }

    /// The fields, where it is an object.
    pub(super) fn fields(&self) -> Option<&Object> {
        if let Self::Object(fields) = self { Some(fields) } else { None }
    }

    /// The text, where it is one.
    pub(super) fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }
}

/// Names that stand more than once in an object, each once.
pub(super) fn repeated(fields: &Object) -> BTreeSet<&str> {
    let mut seen = BTreeSet::new();
    fields.iter().map(|(name, _)| name.as_str()).filter(|name| !seen.insert(*name)).collect()
}

/// Builds nodes until there are too many.
struct Values<'a> {
    left: &'a Cell<usize>,
}

impl<'de> DeserializeSeed<'de> for &Values<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        match self.left.get() {
            0 | 1 => {
                self.left.set(0);
                Err(D::Error::custom("too many values"))
            }
            left => {
                self.left.set(left - 1);
                deserializer.deserialize_any(self)
            }
        }
    }
}

impl<'de> Visitor<'de> for &Values<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Node, E> {
        Ok(Node::Number)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Node, E> {
        Ok(Node::Number)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Node, E> {
        Ok(Node::Number)
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
        let mut nodes = Vec::new();
        while let Some(node) = list.next_element_seed(self)? {
            nodes.push(node);
        }
        Ok(Node::List(nodes))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Node, A::Error> {
        let mut fields = Vec::new();
        while let Some(name) = object.next_key::<String>()? {
            fields.push((name, object.next_value_seed(self)?));
        }
        Ok(Node::Object(fields))
    }
}

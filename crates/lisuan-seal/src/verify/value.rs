//! The values a PDF object is made of.

/// A PDF value, as far as the check needs to know it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Null,
    Bool(bool),
    Int(i64),
    /// A number with a point: nothing that is checked has one.
    Real,
    Name(Vec<u8>),
    Text(Vec<u8>),
    /// A string in hex, with the offsets of its `<` and of the byte after its `>`.
    Hex {
        bytes: Vec<u8>,
        start: u64,
        end: u64,
    },
    Array(Vec<Value>),
    Dict(Dict),
    /// A reference to an object of generation 0.
    Ref(u32),
}

/// A dictionary without repeated keys, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Dict(pub(super) Vec<(Vec<u8>, Value)>);

impl Dict {
    pub(super) fn get(&self, key: &[u8]) -> Option<&Value> {
        self.0.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    pub(super) fn has(&self, key: &[u8]) -> bool {
        self.get(key).is_some()
    }

    /// Tells whether `key` holds exactly the name `name`.
    pub(super) fn is_name(&self, key: &[u8], name: &[u8]) -> bool {
        matches!(self.get(key), Some(Value::Name(value)) if value == name)
    }

    pub(super) fn int(&self, key: &[u8]) -> Option<i64> {
        match self.get(key) {
            Some(&Value::Int(value)) => Some(value),
            _ => None,
        }
    }

    pub(super) fn reference(&self, key: &[u8]) -> Option<u32> {
        match self.get(key) {
            Some(&Value::Ref(number)) => Some(number),
            _ => None,
        }
    }

    /// Tells whether every key is one of `allowed`.
    pub(super) fn only(&self, allowed: &[&[u8]]) -> bool {
        self.0.iter().all(|(key, _)| allowed.contains(&key.as_slice()))
    }
}

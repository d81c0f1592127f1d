//! The text that a signature covers: one `name=value` a line, hashed with SHA-256.
//!
//! `\`, line feed and carriage return in a value are written `\\`, `\n`, `\r`, so that no value can
//! pose as a line of its own.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use crate::case::Person;

/// A signed text as it grows.
#[derive(Debug, Clone, Default)]
pub(super) struct SignedText(String);

impl SignedText {
    /// Adds a line.
    pub(super) fn line(&mut self, name: &str, value: &str) {
        self.0.push_str(name);
        self.0.push('=');
        for c in value.chars() {
            match c {
                '\\' => self.0.push_str("\\\\"),
                '\n' => self.0.push_str("\\n"),
                '\r' => self.0.push_str("\\r"),
                other => self.0.push(other),
            }
        }
        self.0.push('\n');
    }

    /// Adds who signs: a name put under it later would be another text.
    pub(super) fn signer(&mut self, signer: &Person) {
        if let Some(name) = &signer.name {
            self.line("signer.name", name);
        }
        if let Some(party) = signer.party {
            self.line("signer.party", party.as_str());
        }
    }

    /// The text under the name of its form.
    pub(super) fn under(&self, form: &str) -> String {
        format!("form={form}\n{}", self.0)
    }
}

/// SHA-256 of a text, 64 lower-case hexadecimal digits.
pub(super) fn sha256(text: &str) -> String {
    Sha256::digest(text).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

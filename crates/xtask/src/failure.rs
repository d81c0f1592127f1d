//! What went wrong, in words, and what to do about it.

use std::fmt;

/// A step that did not work.
#[derive(Debug)]
pub struct Failure {
    what: String,
    remedy: String,
    exit_code: u8,
}

impl Failure {
    /// Something ran and the answer is no: exit code 1.
    pub fn new(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { what: what.into(), remedy: remedy.into(), exit_code: 1 }
    }

    /// The machine lacks something a person has to install: exit code 2.
    pub fn machine(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { what: what.into(), remedy: remedy.into(), exit_code: 2 }
    }

    /// The command was not understood: exit code 2.
    pub fn usage(usage: &str) -> Self {
        Self::machine("this command is not known", usage)
    }

    /// Tests failed and the closing line says how many; nothing may be printed after it.
    pub fn counted() -> Self {
        Self::new("", "")
    }

    /// The code the process ends with.
    pub fn exit_code(&self) -> u8 {
        self.exit_code
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.what.is_empty() {
            return Ok(());
        }
        write!(f, "xtask: {}", self.what)?;
        if self.remedy.is_empty() { Ok(()) } else { write!(f, "\n{}", self.remedy) }
    }
}

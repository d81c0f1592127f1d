//! What goes wrong while a window is driven: words for the one who reads the test's output.

use std::fmt;

/// A step of a window test failed.
pub struct Trouble(String);

/// Shorthand.
pub type Result<T> = std::result::Result<T, Trouble>;

impl Trouble {
    /// Says what happened.
    pub fn new(what: impl Into<String>) -> Self {
        Self(what.into())
    }

    /// Says where it happened.
    #[must_use]
    pub fn during(self, step: &str) -> Self {
        Self(format!("{step}: {}", self.0))
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

// A test that returns an error shows its `Debug`; escaped line breaks would hide the page's text.
impl fmt::Debug for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<E: std::error::Error> From<E> for Trouble {
    fn from(error: E) -> Self {
        let mut text = error.to_string();
        let mut source = error.source();
        while let Some(cause) = source {
            text.push_str(": ");
            text.push_str(&cause.to_string());
            source = cause.source();
        }
        Self(text)
    }
}

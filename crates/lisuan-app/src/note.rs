//! A survey note, dated now unless said otherwise.

use std::collections::BTreeMap;

use crate::error::{Code, Error, Result};
use crate::wire::{Delta, Edit};
use crate::{App, clock};

impl App {
    /// Adds a survey note to the open case.
    pub fn add_note(&self, text: &str, place: Option<&str>) -> Result<Delta> {
        if text.trim().is_empty() {
            return Err(Error::new(Code::BadValue)
                .with("kind", "note")
                .with("field", "text")
                .with("value", "")
                .with("reason", "empty"));
        }
        let mut fields = BTreeMap::from([
            ("at".to_owned(), clock::now().to_string()),
            ("text".to_owned(), text.to_owned()),
            ("kind".to_owned(), "survey".to_owned()),
        ]);
        fields.extend(place.map(|place| ("place".to_owned(), place.to_owned())));
        let subject: String = text.chars().take(20).collect();
        let edit = Edit::Add { kind: "note".to_owned(), fields, name: None };
        self.edit("add-note", &subject, &[edit])
    }
}

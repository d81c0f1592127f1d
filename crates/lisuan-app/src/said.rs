//! The words of the catalogues as a dossier asks for them: one language, or two side by side.

use lisuan_dossier::both::Both;
use lisuan_dossier::font::Fonts;
use lisuan_dossier::page::Document;
use lisuan_dossier::{DossierInput, compose};

use crate::words::Words;

/// Words for a document.
pub(crate) struct Said {
    first: Words,
    second: Option<Words>,
}

impl Said {
    /// `zh-CN`, `en` or `both`.
    pub(crate) fn of(language: &str) -> Self {
        match language {
            "both" => Self { first: Words::of("zh-CN"), second: Some(Words::of("en")) },
            one => Self { first: Words::of(one), second: None },
        }
    }

    /// The language of the document; the first of two.
    pub(crate) const fn language(&self) -> &'static str {
        self.first.language()
    }

    /// Words outside the pages.
    pub(crate) fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.with(|words| words.say(key, args))
    }

    /// The pages of a case.
    pub(crate) fn compose(&self, input: &DossierInput<'_>, fonts: &Fonts<'_>) -> Document {
        self.with(|words| compose(input, words, fonts))
    }

    pub(crate) fn with<T>(&self, ask: impl FnOnce(&dyn lisuan_dossier::Words) -> T) -> T {
        let first = One(&self.first);
        match &self.second {
            None => ask(&first),
            Some(second) => ask(&Both { first: &first, second: &One(second) }),
        }
    }
}

/// Lends one catalogue to the dossier.
struct One<'a>(&'a Words);

impl lisuan_dossier::Words for One<'_> {
    fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.0.say(key, args)
    }
}

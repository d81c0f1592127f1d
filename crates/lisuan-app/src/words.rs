//! Words of one language out of the catalogues.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::{LanguageIdentifier, langid};

use crate::error::Error;

/// The languages the program speaks; the first is the one it starts with.
pub const LANGUAGES: [&str; 2] = ["zh-CN", "en"];

/// Words of one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
    language: &'static str,
}

impl Words {
    /// The words of a language; Chinese where the language is not one of ours.
    pub fn of(language: &str) -> Self {
        let english = language.starts_with("en");
        let id: LanguageIdentifier = if english { langid!("en") } else { langid!("zh-CN") };
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // The marks that isolate directions of writing show as boxes in PDF and terminals.
        bundle.set_use_isolating(false);
        let files = if english { lisuan_assets::WORDS_EN } else { lisuan_assets::WORDS_ZH_CN };
        for (_, text) in files {
            // A catalogue that does not parse in full is found by a test, and what parses is used.
            let resource = match FluentResource::try_new((*text).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Self { bundle, language: if english { "en" } else { "zh-CN" } }
    }

    /// `zh-CN` or `en`.
    pub const fn language(&self) -> &'static str {
        self.language
    }

    /// Whether there are words under that key.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|message| message.value().is_some())
    }

    /// The words under a key; the key itself where there are none.
    pub fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let mut values = FluentArgs::new();
        for (name, value) in args {
            values.set(*name, FluentValue::from(*value));
        }
        let mut problems = Vec::new();
        self.bundle.format_pattern(pattern, Some(&values), &mut problems).into_owned()
    }

    /// An error in three sentences: what happened, what is safe, what to do.
    pub fn error(&self, error: &Error) -> [String; 3] {
        let args: Vec<(&str, &str)> = error.args.iter().map(|(k, v)| (*k, v.as_str())).collect();
        let code = error.code.as_str();
        ["", "-safe", "-do"].map(|part| self.say(&format!("error-{code}{part}"), &args))
    }
}

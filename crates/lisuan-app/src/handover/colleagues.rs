//! Keys of colleagues that were compared by phone.

use lisuan_handover::{comparison_number, is_recipient};
use lisuan_seal::Signer;

use serde::{Deserialize, Serialize};

use super::plain;
use crate::error::{Code, Error, Result};
use crate::wire::{Colleague, SenderStanding, SenderView};
use crate::{App, clock, settings};

const FILE: &str = "colleagues.json";
/// More colleagues than a firm has.
const COLLEAGUES_MAX: usize = 2_000;
/// Said in place of a comparison number when nobody signed.
const UNSIGNED: &str = "unsigned";

/// More than any name has.
const NAME_CHARS_MAX: usize = 200;

/// A colleague as the file has them.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Kept {
    name: String,
    fingerprint: String,
    key: String,
    since: String,
}

impl From<Kept> for Colleague {
    fn from(kept: Kept) -> Self {
        let number = comparison_number(&kept.fingerprint).unwrap_or_default();
        let Kept { name, fingerprint, key, since } = kept;
        Self { name, fingerprint, key, since, number }
    }
}

/// Whether a colleague is told by a number or a fingerprint, however they are spaced.
fn is(one: &Colleague, told: &str) -> bool {
    let plain = |text: &str| -> String {
        text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase()
    };
    let told = plain(told);
    [&one.number, &one.fingerprint].iter().any(|known| plain(known) == told)
}

impl App {
    /// The colleagues whose keys were compared, by name.
    pub fn colleagues(&self) -> Vec<Colleague> {
        let kept: Vec<Kept> = settings::read(&self.home.config.join(FILE)).unwrap_or_default();
        let mut all: Vec<Colleague> = kept.into_iter().map(Colleague::from).collect();
        all.sort_by(|a, b| (&a.name, &a.fingerprint).cmp(&(&b.name, &b.fingerprint)));
        all
    }

    /// Forgets a key that was compared: the next package from it has to be compared again. Told by
    /// its number or its fingerprint, however they are spaced.
    ///
    /// # Errors
    /// [`Code::NotFound`] when no such key is known.
    pub fn forget_colleague(&self, which: &str) -> Result<Vec<Colleague>> {
        let mut all = self.colleagues();
        let before = all.len();
        all.retain(|one| !is(one, which));
        if all.len() == before {
            return Err(Error::new(Code::NotFound).with("what", which));
        }
        self.keep_colleagues(all)
    }

    /// Gives a colleague another name here; their key stays what it is.
    ///
    /// # Errors
    /// [`Code::NotFound`] when no such key is known, [`Code::BadValue`] for no name.
    pub fn rename_colleague(&self, which: &str, name: &str) -> Result<Vec<Colleague>> {
        let name = plain(name).trim().to_owned();
        if name.is_empty() || name.chars().count() > NAME_CHARS_MAX {
            let shown: String = name.chars().take(60).collect();
            let reason = if name.is_empty() { "empty" } else { "long" };
            return Err(Error::new(Code::BadValue)
                .with("kind", "")
                .with("field", "name")
                .with("value", shown)
                .with("reason", reason));
        }
        let mut all = self.colleagues();
        let known = all.iter_mut().find(|one| is(one, which));
        let known = known.ok_or_else(|| Error::new(Code::NotFound).with("what", which))?;
        known.name = name;
        self.keep_colleagues(all)
    }

    fn keep_colleagues(&self, all: Vec<Colleague>) -> Result<Vec<Colleague>> {
        let kept = all.into_iter().map(|one| {
            let Colleague { name, fingerprint, key, since, number: _ } = one;
            Kept { name, fingerprint, key, since }
        });
        settings::write(&self.home, FILE, &kept.collect::<Vec<_>>())?;
        Ok(self.colleagues())
    }

    /// Who signed, and whether their key is known.
    pub(super) fn sender(&self, signer: Option<&Signer>, own: &str) -> SenderView {
        let Some(signer) = signer else {
            return SenderView {
                standing: SenderStanding::Unsigned,
                name: String::new(),
                fingerprint: String::new(),
                number: String::new(),
                namesake: false,
            };
        };
        let colleagues = self.colleagues();
        let known = colleagues.iter().any(|one| one.fingerprint == signer.fingerprint);
        let standing = match (signer.fingerprint == own, known) {
            (true, _) => SenderStanding::Own,
            (_, true) => SenderStanding::Known,
            _ => SenderStanding::New,
        };
        let same_name = |one: &Colleague| one.name == signer.name;
        SenderView {
            standing,
            name: signer.name.clone(),
            fingerprint: signer.fingerprint.clone(),
            number: comparison_number(&signer.fingerprint).unwrap_or_default(),
            namesake: standing == SenderStanding::New && colleagues.iter().any(same_name),
        }
    }

    /// Sees that a person knows whose package it is: a new key only with its number, as compared
    /// by phone, and an unsigned package only when that is said. A key that was compared is kept;
    /// one that is kept is never replaced by another.
    pub(super) fn accept_sender(
        &self,
        sender: &SenderView,
        accepted: Option<&str>,
        key: &str,
    ) -> Result<()> {
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let refused = || Error::new(Code::SenderNotConfirmed).with("number", &sender.number);
        match sender.standing {
            SenderStanding::Own | SenderStanding::Known => Ok(()),
            SenderStanding::Unsigned => match accepted {
                Some(UNSIGNED) => Ok(()),
                _ => Err(Error::new(Code::SenderNotConfirmed).with("number", UNSIGNED)),
            },
            SenderStanding::New => {
                let told = accepted.map(digits).unwrap_or_default();
                if told.is_empty() || told != digits(&sender.number) {
                    return Err(refused());
                }
                self.remember_colleague(sender, key)
            }
        }
    }

    fn remember_colleague(&self, sender: &SenderView, key: &str) -> Result<()> {
        let mut all = self.colleagues();
        if all.len() >= COLLEAGUES_MAX {
            return Err(Error::new(Code::TooMany).with("limit", COLLEAGUES_MAX));
        }
        all.push(Colleague {
            name: plain(&sender.name),
            fingerprint: sender.fingerprint.clone(),
            key: if is_recipient(key) { key.to_owned() } else { String::new() },
            since: clock::now().to_string(),
            number: sender.number.clone(),
        });
        self.keep_colleagues(all).map(drop)
    }

    /// The key to encrypt to: as it is, or that of a known colleague of this name, if there is one
    /// only.
    pub(super) fn recipient(&self, told: &str) -> Result<String> {
        let told = told.trim();
        if is_recipient(told) {
            return Ok(told.to_owned());
        }
        let named = self.colleagues().into_iter();
        let mut named = named.filter(|one| one.name == told && !one.key.is_empty());
        match (named.next(), named.next()) {
            (Some(one), None) => Ok(one.key),
            _ => Err(Error::new(Code::NotARecipient).with("file", told)),
        }
    }
}

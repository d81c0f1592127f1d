//! The key that seals: made on first use, guarded, replaced by the firm's own.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use lisuan_core::case::Case;
use lisuan_seal::{CertificateFacts, Guard, KeyFile, Lock, SealError, SealKey};

use crate::error::{Code, Error, Result, shown};
use crate::wire::{KeyGuard, KeyValidity, KeyView};
use crate::{App, hand_on};

/// A certificate that outlives every limitation period of the field.
const CERTIFICATE_YEARS: u8 = 20;

/// Name of the key file in the settings folder.
const KEY_FILE: &str = "seal-key.pem";

/// What guards a key from now on.
#[derive(Clone, Copy)]
pub enum Protection<'a> {
    /// The system's key store.
    Store,
    /// This passphrase.
    Passphrase(&'a str),
}

impl<'a> Protection<'a> {
    const fn lock(self) -> Lock<'a> {
        match self {
            Self::Store => Lock::SystemStore,
            Self::Passphrase(passphrase) => Lock::Passphrase(passphrase),
        }
    }
}

impl App {
    /// The state of the key, without unlocking it; nothing is made.
    pub fn key_state(&self) -> Result<KeyView> {
        let file = KeyFile::read(&self.key_path()).map_err(key_error)?;
        Ok(match file {
            Some(file) => self.key_view(&file),
            None => KeyView::default(),
        })
    }

    /// Opens a key that a passphrase guards, until the program ends.
    pub fn unlock_key(&self, passphrase: &str) -> Result<KeyView> {
        let file = self.key_file()?;
        let key = file.unlock(Some(passphrase)).map_err(key_error)?;
        *self.lock_key() = Some(key);
        Ok(self.key_view(&file))
    }

    /// Makes a new key; the one that was there is moved aside and never destroyed. Without a wish
    /// it is guarded as a first key is.
    pub fn new_key(&self, protection: Option<Protection<'_>>) -> Result<KeyView> {
        let key = self.generate(None)?;
        self.keep(&key, protection)
    }

    /// Guards the key in another way. `current` is the passphrase that guards it now, if one does.
    pub fn protect_key(
        &self,
        protection: Protection<'_>,
        current: Option<&str>,
    ) -> Result<KeyView> {
        let file = self.key_file()?;
        let key = match current {
            Some(_) => file.unlock(current).map_err(key_error)?,
            None => self.open_key(&file)?,
        };
        self.keep(&key, Some(protection))
    }

    /// Takes the firm's own key out of a PKCS#12 file. It is then guarded by the system's key
    /// store where that is used and answers, otherwise by the passphrase of the file, so never
    /// less than it was.
    pub fn import_key(&self, path: &Path, passphrase: &str) -> Result<KeyView> {
        let key = SealKey::from_pkcs12(path, passphrase).map_err(|error| match error {
            SealError::ReadKey { source, .. } => Error::io(path, source),
            SealError::WrongPassphrase => {
                Error::new(Code::WrongPassphrase).with("file", shown(path)).because(error)
            }
            SealError::Pkcs12 { .. } | SealError::Key { .. } => {
                Error::new(Code::NotAKey).with("file", shown(path)).because(error)
            }
            other => key_error(other),
        })?;
        key.facts().check_validity(SystemTime::now()).map_err(key_error)?;
        if self.home.system_store
            && let Ok(view) = self.keep(&key, Some(Protection::Store))
        {
            return Ok(view);
        }
        self.keep(&key, Some(Protection::Passphrase(passphrase)))
    }

    /// Writes the certificate as PEM, for those who are to compare it; the key stays here.
    pub fn export_certificate(&self, out: &Path) -> Result<KeyView> {
        let file = self.key_file()?;
        let pem = file.certificate_pem().map_err(key_error)?;
        hand_on::write_beside(out, pem.as_bytes())?;
        Ok(self.key_view(&file))
    }

    /// The key that seals, made on first use for the person or firm who works here.
    pub(crate) fn seal_key(&self, case: Option<&Case>) -> Result<SealKey> {
        let path = self.key_path();
        let key = match KeyFile::read(&path).map_err(key_error)? {
            Some(file) => self.open_key(&file)?,
            None => {
                let key = self.generate(case)?;
                match self.keep_first(&key)? {
                    true => key,
                    // Another process made one in the meantime: theirs is the one.
                    false => self.open_key(&self.key_file()?)?,
                }
            }
        };
        key.facts().check_validity(SystemTime::now()).map_err(key_error)?;
        Ok(key)
    }

    /// Unlocks a key as far as that needs no person. One that nothing guards, as the first version
    /// left it, comes under the system's key store when that answers.
    fn open_key(&self, file: &KeyFile) -> Result<SealKey> {
        if let Some(key) = self.lock_key().as_ref()
            && key.fingerprint() == file.facts().fingerprint
        {
            return Ok(key.clone());
        }
        let key = file.unlock(None).map_err(key_error)?;
        if file.guard() == Guard::Nothing && self.home.system_store {
            // Without a key store it stays as it was; the settings say so.
            let _ = KeyFile::replace(file.path(), &key, Lock::SystemStore);
        }
        Ok(key)
    }

    fn generate(&self, case: Option<&Case>) -> Result<SealKey> {
        let settings = self.settings();
        let firm = case.and_then(|case| case.head.firm.clone()).unwrap_or_default();
        let names = [settings.firm, firm, settings.author];
        let name = names.into_iter().find(|name| !name.trim().is_empty());
        let name = name.unwrap_or_else(|| "Lisuan".to_owned());
        // An hour back: a clock that is set right later must not make the certificate "not yet
        // valid" for a dossier sealed today.
        let now = SystemTime::now() - Duration::from_secs(3600);
        SealKey::generate(&name, now, CERTIFICATE_YEARS).map_err(key_error)
    }

    /// Keeps a first key under the best guard that needs no person; `false` when one is there.
    fn keep_first(&self, key: &SealKey) -> Result<bool> {
        self.home.make(&self.home.config)?;
        let path = self.key_path();
        if self.home.system_store
            && let Ok(kept) = KeyFile::create(&path, key, Lock::SystemStore)
        {
            return Ok(kept.is_some());
        }
        Ok(KeyFile::create(&path, key, Lock::Nothing).map_err(key_error)?.is_some())
    }

    fn keep(&self, key: &SealKey, protection: Option<Protection<'_>>) -> Result<KeyView> {
        self.home.make(&self.home.config)?;
        let path = self.key_path();
        let file = match protection {
            Some(protection) => KeyFile::replace(&path, key, protection.lock()),
            None => self
                .home
                .system_store
                .then(|| KeyFile::replace(&path, key, Lock::SystemStore).ok())
                .flatten()
                .map_or_else(|| KeyFile::replace(&path, key, Lock::Nothing), Ok),
        };
        let file = file.map_err(key_error)?;
        // Who has just given the passphrase is not asked again.
        *self.lock_key() = (file.guard() == Guard::Passphrase).then(|| key.clone());
        Ok(self.key_view(&file))
    }

    fn key_path(&self) -> PathBuf {
        self.home.config.join(KEY_FILE)
    }

    fn key_file(&self) -> Result<KeyFile> {
        let file = KeyFile::read(&self.key_path()).map_err(key_error)?;
        file.ok_or_else(|| Error::new(Code::NoKey))
    }

    /// What packages to this key are encrypted to, as far as that needs no passphrase.
    fn recipient_of(&self, file: &KeyFile) -> Option<String> {
        let open = self.lock_key().clone();
        let open = open.filter(|key| key.fingerprint() == file.facts().fingerprint);
        let key = match (open, file.guard()) {
            (Some(key), _) => key,
            (None, Guard::Passphrase) => return None,
            (None, _) => file.unlock(None).ok()?,
        };
        Some(lisuan_handover::ExchangeKey::of(&key).ok()?.recipient())
    }

    fn key_view(&self, file: &KeyFile) -> KeyView {
        let facts = file.facts();
        let is_open =
            self.lock_key().as_ref().is_some_and(|k| k.fingerprint() == facts.fingerprint);
        KeyView {
            exists: true,
            guard: Some(match file.guard() {
                Guard::Nothing => KeyGuard::Nothing,
                Guard::Passphrase => KeyGuard::Passphrase,
                Guard::SystemStore => KeyGuard::Store,
            }),
            locked: file.guard() == Guard::Passphrase && !is_open,
            name: Some(facts.name.clone()),
            issuer: facts.issuer.clone(),
            fingerprint: Some(facts.fingerprint.clone()),
            valid_from: Some(day(facts.valid_from_unix_s)),
            valid_to: Some(day(facts.valid_to_unix_s)),
            validity: Some(validity(facts)),
            number: lisuan_handover::comparison_number(&facts.fingerprint),
            recipient: self.recipient_of(file),
        }
    }
}

fn validity(facts: &CertificateFacts) -> KeyValidity {
    match facts.check_validity(SystemTime::now()) {
        Err(SealError::Expired { .. }) => KeyValidity::Expired,
        Err(_) => KeyValidity::NotYet,
        Ok(()) => KeyValidity::Valid,
    }
}

/// A day in UTC, as certificates count.
pub(crate) fn day(unix_s: u64) -> String {
    let moment = i64::try_from(unix_s).ok().and_then(|s| Timestamp::from_second(s).ok());
    moment.map_or_else(String::new, |moment| moment.strftime("%Y-%m-%d").to_string())
}

/// The words for what went wrong with a key. The source stays for a log; it holds no secret.
pub(crate) fn key_error(error: SealError) -> Error {
    let made = match &error {
        SealError::Locked => Error::new(Code::KeyLocked),
        SealError::WrongPassphrase => Error::new(Code::WrongPassphrase).with("file", KEY_FILE),
        SealError::WeakPassphrase { chars_min } => {
            Error::new(Code::WeakPassphrase).with("characters", chars_min)
        }
        SealError::Store(_) => Error::new(Code::KeyStoreSilent),
        SealError::StoreLost => Error::new(Code::KeyLost),
        SealError::Expired { to_unix_s } => {
            Error::new(Code::KeyExpired).with("date", day(*to_unix_s))
        }
        SealError::NotYetValid { from_unix_s } => {
            Error::new(Code::KeyNotYetValid).with("date", day(*from_unix_s))
        }
        _ => Error::new(Code::KeyUnreadable),
    };
    made.because(error)
}

//! Cases that are encrypted at rest: making, opening, locking, changing what opens them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use lisuan_seal::{SealError, secret};
use lisuan_store::{BadRecoveryKey, CaseFile, RecoveryKey, Secret, lock_facts};

use crate::App;
use crate::error::{Code, Error, Result, shown};
use crate::key::key_error;
use crate::open::{checked_head, free_name};
use crate::session::Session;
use crate::wire::{CaseView, ConfidentialView, EncryptedCase};

/// What a person gives to open an encrypted case.
#[derive(Clone, Copy)]
pub enum Unlock<'a> {
    /// The passphrase.
    Passphrase(&'a str),
    /// The recovery key as it was printed, however it is typed.
    Recovery(&'a str),
}

impl Unlock<'_> {
    /// Calls back with the secret; a mistyped recovery key is refused before anything is tried.
    fn with<T>(self, act: impl FnOnce(Secret<'_>) -> Result<T>) -> Result<T> {
        match self {
            Self::Passphrase(passphrase) => act(Secret::Passphrase(passphrase)),
            Self::Recovery(text) => {
                let key = RecoveryKey::read(text).map_err(|bad| {
                    let group = match bad {
                        BadRecoveryKey::Length => 0,
                        BadRecoveryKey::Group(n) => n,
                    };
                    Error::new(Code::BadRecoveryKey).with("group", group)
                })?;
                act(Secret::Recovery(&key))
            }
        }
    }
}

impl App {
    /// Makes an encrypted case under the given path and opens it. The recovery key is shown once
    /// and kept nowhere.
    ///
    /// # Errors
    /// [`Code::WeakPassphrase`]; as [`App::new_case`].
    pub fn new_encrypted_case(
        &self,
        path: &Path,
        fields: &BTreeMap<String, String>,
        passphrase: &str,
        remember: bool,
    ) -> Result<EncryptedCase> {
        let head = self.whole_head(checked_head(fields)?);
        let worker = self.worker()?;
        self.close()?;
        let (session, recovery) = Session::create_encrypted(path, worker, &head, passphrase)?;
        let id = session.file.lock_id().unwrap_or_default();
        let case = self.begin(session)?;
        let remembered = remember && self.keep_passphrase(&id, passphrase).is_ok();
        Ok(EncryptedCase { case, recovery_key: recovery.text().to_string(), remembered })
    }

    /// The same in the library folder. The name of the file is the claim number: a name is the one
    /// thing that encryption does not hide.
    ///
    /// # Errors
    /// As [`App::new_encrypted_case`].
    pub fn new_encrypted_case_in_library(
        &self,
        fields: &BTreeMap<String, String>,
        passphrase: &str,
        remember: bool,
    ) -> Result<EncryptedCase> {
        let folder = self.home.library.clone();
        self.home.make(&folder)?;
        let name = fields.get("claim_no").map(String::as_str).unwrap_or_default();
        self.new_encrypted_case(&free_name(&folder, &[name]), fields, passphrase, remember)
    }

    /// Opens an encrypted case.
    ///
    /// # Errors
    /// [`Code::CaseWrongPassphrase`], [`Code::BadRecoveryKey`]; as [`App::open`].
    pub fn open_locked(&self, path: &Path, unlock: Unlock<'_>, remember: bool) -> Result<CaseView> {
        let view = unlock.with(|secret| self.open_with(path, Some(secret)))?;
        if let (true, Unlock::Passphrase(passphrase)) = (remember, unlock) {
            let id = self.with_session(|session| Ok(session.file.lock_id().unwrap_or_default()))?;
            // The case is open; a key store that does not answer takes nothing from that.
            let _ = self.keep_passphrase(&id, passphrase);
        }
        Ok(view)
    }

    /// Opens the case that was refused last because it is encrypted, or that was locked.
    ///
    /// # Errors
    /// As [`App::open_locked`]; [`Code::NoCaseOpen`] when none waits.
    pub fn unlock_case(&self, unlock: Unlock<'_>, remember: bool) -> Result<CaseView> {
        let path = self.lock_waiting().clone().ok_or_else(|| Error::new(Code::NoCaseOpen))?;
        let view = self.open_locked(&path, unlock, remember)?;
        self.lock_waiting().take();
        Ok(view)
    }

    /// Closes an encrypted case so that only its passphrase opens it again; a plain one stays open
    /// and is for the window to hide. The answer says whether it was closed.
    ///
    /// # Errors
    /// As [`App::close`].
    pub fn lock_case(&self) -> Result<bool> {
        let found = self.with_session(|session| {
            Ok((session.file.is_encrypted(), session.file.path().to_owned()))
        });
        let Ok((true, path)) = found else { return Ok(false) };
        self.close()?;
        *self.lock_waiting() = Some(path);
        Ok(true)
    }

    /// Encrypts a plain case in place; it is closed afterwards. The answer is the recovery key.
    ///
    /// # Errors
    /// [`Code::WeakPassphrase`], [`Code::CaseEncrypted`], [`Code::ReadOnly`].
    pub fn encrypt_case(&self, path: &Path, passphrase: &str) -> Result<String> {
        if self.is_open(path) {
            self.close()?;
        }
        let file = match CaseFile::open(path) {
            Err(lisuan_store::StoreError::Locked(_)) => {
                return Err(Error::new(Code::CaseEncrypted).with("file", shown(path)));
            }
            opened => opened?,
        };
        let place = file.path().to_owned();
        let recovery = file.encrypt(passphrase)?;
        // The list of recent cases has no business with what is in it from now on.
        crate::settings::forget_facts(&self.home, &place);
        Ok(recovery.text().to_string())
    }

    /// Encrypts the open case and opens it again.
    ///
    /// # Errors
    /// As [`App::encrypt_case`].
    pub fn encrypt_open_case(&self, passphrase: &str) -> Result<EncryptedCase> {
        let path = self.case_path().ok_or_else(|| Error::new(Code::NoCaseOpen))?;
        let encrypted = self.encrypt_case(&path, passphrase);
        let recovery_key = match encrypted {
            Ok(recovery_key) => recovery_key,
            Err(error) => {
                // As it was before; what went wrong first is what is told.
                let _ = self.open(&path);
                return Err(error);
            }
        };
        let case = self.open_locked(&path, Unlock::Passphrase(passphrase), false)?;
        Ok(EncryptedCase { case, recovery_key, remembered: false })
    }

    /// Writes a plain copy of the open case under a name that is free.
    ///
    /// # Errors
    /// [`Code::CasePlain`], [`Code::Exists`].
    pub fn decrypt_case(&self, out: &Path) -> Result<()> {
        self.with_session(|session| Ok(session.file.decrypt_to(out)?))
    }

    /// Gives the open case another passphrase. One that was remembered is forgotten.
    ///
    /// # Errors
    /// [`Code::WeakPassphrase`], [`Code::CasePlain`].
    pub fn set_case_passphrase(&self, passphrase: &str) -> Result<ConfidentialView> {
        let id = self.with_session(|session| {
            session.file.set_passphrase(passphrase)?;
            Ok(session.file.lock_id().unwrap_or_default())
        })?;
        self.forget(&id);
        self.confidential()
    }

    /// Makes another recovery key for the open case; the one before opens nothing any more.
    ///
    /// # Errors
    /// [`Code::CasePlain`], [`Code::ReadOnly`].
    pub fn new_recovery_key(&self) -> Result<String> {
        self.with_session(|session| Ok(session.file.new_recovery_key()?.text().to_string()))
    }

    /// Keeps the passphrase of the open case in the system's key store, once it has opened it.
    ///
    /// # Errors
    /// [`Code::CaseWrongPassphrase`], [`Code::KeyStoreSilent`].
    pub fn remember_passphrase(&self, passphrase: &str) -> Result<ConfidentialView> {
        let id = self.with_session(|session| {
            if session.file.accepts(passphrase)? {
                Ok(session.file.lock_id().unwrap_or_default())
            } else {
                Err(Error::new(Code::CaseWrongPassphrase))
            }
        })?;
        self.keep_passphrase(&id, passphrase)?;
        self.confidential()
    }

    /// Takes the passphrase of the open case out of the key store.
    ///
    /// # Errors
    /// [`Code::NoCaseOpen`].
    pub fn forget_passphrase(&self) -> Result<ConfidentialView> {
        let id = self.with_session(|session| Ok(session.file.lock_id().unwrap_or_default()))?;
        self.forget(&id);
        self.confidential()
    }

    /// Whether the open case is encrypted, and whether its passphrase is remembered.
    ///
    /// # Errors
    /// [`Code::NoCaseOpen`].
    pub fn confidential(&self) -> Result<ConfidentialView> {
        let id = self.with_session(|session| Ok(session.file.lock_id()))?;
        let remembered = id.as_deref().is_some_and(|id| self.remembered(id).is_some());
        Ok(ConfidentialView {
            encrypted: id.is_some(),
            remembered,
            can_remember: self.home.system_store,
        })
    }

    /// Opens an encrypted case with the passphrase that the key store remembers, if it does.
    pub(crate) fn open_remembered(&self, path: &Path) -> Result<CaseView> {
        let locked = || Error::new(Code::CaseLocked).with("file", shown(path));
        let id = lock_facts(path)?.map(|facts| facts.id).ok_or_else(locked)?;
        if let Some(passphrase) = self.remembered(&id)
            && let Ok(view) = self.open_with(path, Some(Secret::Passphrase(&passphrase)))
        {
            return Ok(view);
        }
        *self.lock_waiting() = Some(path.to_owned());
        Err(locked())
    }

    fn keep_passphrase(&self, id: &str, passphrase: &str) -> Result<()> {
        if !self.home.system_store {
            return Err(Error::new(Code::KeyStoreSilent));
        }
        secret::keep(&name_of(id), passphrase).map_err(|error: SealError| key_error(error))
    }

    fn remembered(&self, id: &str) -> Option<zeroize::Zeroizing<String>> {
        // A store that does not answer remembers nothing: the person is asked.
        self.home.system_store.then(|| secret::remembered(&name_of(id)).ok().flatten()).flatten()
    }

    fn forget(&self, id: &str) {
        if self.home.system_store {
            let _ = secret::forget(&name_of(id));
        }
    }

    pub(crate) fn lock_waiting(&self) -> std::sync::MutexGuard<'_, Option<PathBuf>> {
        self.waiting.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

fn name_of(id: &str) -> String {
    format!("case {id}")
}

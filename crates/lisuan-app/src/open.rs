//! Making, opening and closing a case.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use lisuan_core::case::CaseHead;
use lisuan_store::{Access, CaseFile, Secret, WhyReadOnly};

use crate::error::{Code, Error, Result, shown};
use crate::home::Home;
use crate::session::Session;
use crate::wire::{CaseView, ReadOnly, RecentCase};
use crate::{App, clock, clocks, settings};

/// What a new case starts with where nothing else is said.
const CURRENCY: &str = "CNY";

impl App {
    /// Makes a case under the given path and opens it. Fields are those of the case head, as
    /// typed; currency, zone and firm are filled in.
    pub fn new_case(&self, path: &Path, fields: &BTreeMap<String, String>) -> Result<CaseView> {
        let head = self.whole_head(checked_head(fields)?);
        let worker = self.worker()?;
        self.close()?;
        let session = Session::create(path, worker, &head)?;
        self.begin(session)
    }

    /// Fills in what a person left to the program.
    pub(crate) fn whole_head(
        &self,
        mut head: Vec<(&'static str, String)>,
    ) -> Vec<(&'static str, String)> {
        let firm = settings::load_settings(&self.home).firm;
        let defaults = [("currency", CURRENCY.to_owned()), ("zone", clock::zone()), ("firm", firm)];
        for (field, value) in defaults {
            if !value.is_empty() && !head.iter().any(|(name, _)| *name == field) {
                head.push((field, value));
            }
        }
        head
    }

    /// Makes a case in the library folder, named after claim number and insured.
    pub fn new_case_in_library(&self, fields: &BTreeMap<String, String>) -> Result<CaseView> {
        let folder = self.home.library.clone();
        self.home.make(&folder)?;
        let name = |field| fields.get(field).map(String::as_str).unwrap_or_default();
        let path = free_name(&folder, &[name("claim_no"), name("insured")]);
        self.new_case(&path, fields)
    }

    /// Opens a case, for reading only where it cannot be written. An encrypted one opens by itself
    /// when the system's key store remembers its passphrase.
    ///
    /// # Errors
    /// [`Code::CaseLocked`] when a person has to give the passphrase: [`App::unlock_case`].
    pub fn open(&self, path: &Path) -> Result<CaseView> {
        match self.open_with(path, None) {
            Err(error) if error.code == Code::CaseLocked => self.open_remembered(path),
            opened => opened,
        }
    }

    pub(crate) fn open_with(&self, path: &Path, secret: Option<Secret<'_>>) -> Result<CaseView> {
        let worker = self.worker()?;
        // The case that is open now stays open when the other cannot be opened, unless it is the
        // same file, which must be let go first.
        if self.is_open(path) {
            self.close()?;
        }
        let session = Session::open(path, worker, secret)?;
        self.close()?;
        self.begin(session)
    }

    /// Opens one of the recent cases.
    pub fn open_recent(&self, id: &str) -> Result<CaseView> {
        let recent = settings::recent(&self.home).into_iter().find(|entry| entry.case.id == id);
        let recent = recent.ok_or_else(|| Error::new(Code::NotFound).with("what", id))?;
        self.open(&recent.path)
    }

    /// Closes the open case, if any: everything is in the one file then.
    pub fn close(&self) -> Result<()> {
        self.unwatch();
        self.forget_rest();
        self.lock_reader().take();
        match self.lock_session().take() {
            Some(session) => {
                if !session.file.is_encrypted() {
                    let next = clocks::next(&self.home, &session.case);
                    settings::note_clock(&self.home, session.file.path(), next);
                }
                Ok(session.file.close()?)
            }
            None => Ok(()),
        }
    }

    /// The open case anew.
    pub fn current(&self) -> Result<Option<CaseView>> {
        match self.lock_session().as_mut() {
            Some(session) => session.view().map(Some),
            None => Ok(None),
        }
    }

    /// Where the open case is.
    pub fn case_path(&self) -> Option<PathBuf> {
        self.lock_session().as_ref().map(|session| session.file.path().to_owned())
    }

    pub(crate) fn is_open(&self, path: &Path) -> bool {
        let same = |a: &Path, b: &Path| a == b || a.canonicalize().ok() == b.canonicalize().ok();
        self.case_path().is_some_and(|open| same(&open, path))
    }

    pub(crate) fn begin(&self, mut session: Session) -> Result<CaseView> {
        let view = session.view()?;
        let path = session.file.path().to_owned();
        settings::remember(&self.home, &path, recent_case(&self.home, &session, &path));
        *self.lock_reader() = Some(CaseFile::open_read_only(&path)?);
        *self.lock_session() = Some(session);
        Ok(view)
    }
}

impl Session {
    pub(crate) fn read_only(&self) -> Option<ReadOnly> {
        match self.file.access() {
            Access::Write => None,
            Access::Read(WhyReadOnly::OpenElsewhere) => Some(ReadOnly::OpenElsewhere),
            Access::Read(WhyReadOnly::NoPermission | WhyReadOnly::Asked) => {
                Some(ReadOnly::NoPermission)
            }
        }
    }
}

pub(crate) fn checked_head(
    fields: &BTreeMap<String, String>,
) -> Result<Vec<(&'static str, String)>> {
    let mut out = Vec::new();
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        let def = CaseHead::FIELDS
            .iter()
            .find(|field| field.name == name)
            .ok_or_else(|| Error::new(Code::NotFound).with("what", name))?;
        let value = def.shape.canonical(value).map_err(|error| {
            Error::new(Code::BadValue)
                .with("kind", CaseHead::KIND.as_str())
                .with("field", def.name)
                .with("value", value.chars().take(60).collect::<String>())
                .with("reason", &error)
                .because(error)
        })?;
        out.push((def.name, value));
    }
    Ok(out)
}

/// A name that is free in the folder, made of parts a person typed.
pub(crate) fn free_name(folder: &Path, parts: &[&str]) -> PathBuf {
    let clean = |text: &str| -> String {
        let kept = text.chars().filter(|c| !c.is_control() && !"\\/:*?\"<>|".contains(*c));
        kept.take(40).collect::<String>().trim_matches([' ', '.']).to_owned()
    };
    let parts: Vec<String> = parts.iter().map(|p| clean(p)).filter(|p| !p.is_empty()).collect();
    let stem = if parts.is_empty() { clock::now().date().to_string() } else { parts.join(" ") };
    let candidates = std::iter::once(format!("{stem}.lisuan"))
        .chain((2..10_000).map(|n| format!("{stem} ({n}).lisuan")));
    candidates
        .map(|name| folder.join(name))
        .find(|path| path.symlink_metadata().is_err())
        .unwrap_or_else(|| folder.join(format!("{}.lisuan", clock::new_id())))
}

fn recent_case(home: &Home, session: &Session, path: &Path) -> RecentCase {
    // The list is no secret: of an encrypted case it has the name of the file alone.
    let plain = !session.file.is_encrypted();
    let head = Some(&session.case.head).filter(|_| plain);
    let text = |value: Option<String>| value.unwrap_or_default();
    let next = if plain { clocks::next(home, &session.case) } else { None };
    let (next_clock, next_due) = next.unwrap_or_default();
    RecentCase {
        next_clock,
        next_due,
        overdue: false,
        // The key of the head: two copies of one case are told apart by their path.
        id: format!("{}-{:016x}", session.case.head.id, fold(path)),
        file_name: shown(path),
        claim_no: text(head.and_then(|head| head.claim_no.clone())),
        insured: text(head.and_then(|head| head.insured.clone())),
        line_of_business: text(head.and_then(|head| Some(head.line_of_business?.as_str().into()))),
        loss_date: text(head.and_then(|head| Some(head.loss_date?.to_string()))),
        opened_at: clock::now().to_string(),
        missing: false,
    }
}

/// A short stand-in for a path, which itself never goes to the window.
fn fold(path: &Path) -> u64 {
    use std::hash::{DefaultHasher, Hash as _, Hasher as _};
    let mut hasher = DefaultHasher::new();
    path.hash(&mut hasher);
    hasher.finish()
}

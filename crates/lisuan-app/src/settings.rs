//! Settings of this installation, recent cases, and the name of the device.

use std::path::Path;

use lisuan_core::moment::Date;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::clock;
use crate::error::{Code, Error, Result};
use crate::home::{Home, write_whole};
use crate::wire::{RecentCase, Settings};

const RECENT_MAX: usize = 20;
const FILE_BYTES_MAX: u64 = 1 << 20;

/// One recent case with where it is; the path never leaves the program.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Recent {
    pub(crate) path: std::path::PathBuf,
    #[serde(flatten)]
    pub(crate) case: RecentCase,
}

/// What tells this installation from others.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Device {
    /// A random key, made once.
    pub(crate) id: String,
}

impl Device {
    /// Three letters that begin the numbers of photos taken in on this device.
    pub(crate) fn prefix(&self) -> String {
        const LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPQRSTUVWXY";
        let sum = self
            .id
            .bytes()
            .fold(0u64, |sum, byte| sum.wrapping_mul(131).wrapping_add(u64::from(byte)));
        (0..3u32).map(|n| char::from(LETTERS[(sum / 23u64.pow(n) % 23) as usize])).collect()
    }
}

pub(crate) fn load_settings(home: &Home) -> Settings {
    read(&home.config.join("settings.json")).unwrap_or_else(|| Settings {
        author: whoami(),
        language: "zh-CN".to_owned(),
        theme: "system".to_owned(),
        text_size: "medium".to_owned(),
        firm: String::new(),
        firm_address: String::new(),
        firm_contact: String::new(),
        firm_licence: String::new(),
        firm_logo: false,
        lock_minutes: 0,
    })
}

pub(crate) fn save_settings(home: &Home, settings: &Settings) -> Result<()> {
    let ok = ["zh-CN", "en"].contains(&settings.language.as_str())
        && ["system", "light", "dark", "sun"].contains(&settings.theme.as_str())
        && ["small", "medium", "large"].contains(&settings.text_size.as_str())
        && settings.lock_minutes <= 24 * 60
        && settings.author.chars().count() <= 100
        && [&settings.firm, &settings.firm_address, &settings.firm_contact, &settings.firm_licence]
            .into_iter()
            .all(|text| text.chars().count() <= 200);
    if !ok {
        return Err(Error::new(Code::Settings).with("reason", "value"));
    }
    write(home, "settings.json", settings)
}

pub(crate) fn device(home: &Home) -> Result<Device> {
    let path = home.config.join("device.json");
    if let Some(device) = read(&path) {
        return Ok(device);
    }
    let device = Device { id: clock::new_id().to_string() };
    write(home, "device.json", &device)?;
    Ok(device)
}

pub(crate) fn recent(home: &Home) -> Vec<Recent> {
    let mut recent: Vec<Recent> = read(&home.config.join("recent.json")).unwrap_or_default();
    let today = clock::now().date();
    for entry in &mut recent {
        entry.case.missing = !entry.path.is_file();
        let due: Option<Date> = entry.case.next_due.parse().ok();
        entry.case.overdue = due.is_some_and(|due| today > due);
    }
    recent
}

/// Puts a case first among the recent ones. Losing this list loses no work, so a failure to keep
/// it does not fail the opening of a case.
pub(crate) fn remember(home: &Home, path: &Path, case: RecentCase) {
    let mut all = recent(home);
    all.retain(|entry| entry.path != path);
    all.insert(0, Recent { path: path.to_owned(), case });
    all.truncate(RECENT_MAX);
    let _ = write(home, "recent.json", &all);
}

/// Notes the clock of a case to look at next, if the case is in the list.
pub(crate) fn note_clock(home: &Home, path: &Path, next: Option<(String, String)>) {
    let mut all = recent(home);
    let Some(Recent { case, .. }) = all.iter_mut().find(|entry| entry.path == path) else { return };
    (case.next_clock, case.next_due) = next.unwrap_or_default();
    let _ = write(home, "recent.json", &all);
}

/// Takes what is in a case out of the list, and leaves the name of its file.
pub(crate) fn forget_facts(home: &Home, path: &Path) {
    let mut all = recent(home);
    for Recent { case, .. } in all.iter_mut().filter(|entry| entry.path == path) {
        let facts = [&mut case.claim_no, &mut case.insured, &mut case.line_of_business];
        facts.into_iter().for_each(String::clear);
        case.loss_date.clear();
        case.next_clock.clear();
        case.next_due.clear();
    }
    let _ = write(home, "recent.json", &all);
}

pub(crate) fn read<T: DeserializeOwned>(path: &Path) -> Option<T> {
    let size = path.metadata().ok()?.len();
    if size > FILE_BYTES_MAX {
        return None;
    }
    serde_json::from_slice(&std::fs::read(path).ok()?).ok()
}

pub(crate) fn write(home: &Home, name: &str, value: &impl Serialize) -> Result<()> {
    home.make(&home.config)?;
    let bytes = serde_json::to_vec_pretty(value)
        .map_err(|error| Error::new(Code::Settings).with("reason", "json").because(error))?;
    write_whole(&home.config.join(name), &bytes)
}

/// The login name, until a person enters a better one.
fn whoami() -> String {
    ["USER", "USERNAME", "LOGNAME"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
        .unwrap_or_default()
}

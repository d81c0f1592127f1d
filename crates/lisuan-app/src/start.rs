//! The first screen and the settings.

use crate::App;
use crate::error::Result;
use crate::settings;
use crate::wire::{Settings, StartView};

impl App {
    /// What the first screen shows.
    pub fn start(&self) -> StartView {
        StartView {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            settings: settings::load_settings(&self.home),
            recent: settings::recent(&self.home).into_iter().map(|entry| entry.case).collect(),
            library: self.home.library.display().to_string(),
        }
    }

    /// Keeps the settings.
    pub fn save_settings(&self, settings: &Settings) -> Result<StartView> {
        settings::save_settings(&self.home, settings)?;
        if let Some(session) = self.lock_session().as_mut() {
            session.worker.author.clone_from(&settings.author);
        }
        Ok(self.start())
    }
}

//! The head of a firm's reports: who it is, and its logo.

use std::path::Path;

use lisuan_core::case::Case;
use lisuan_dossier::Letterhead;
use lisuan_photos::DecodeProblem;
use sha2::{Digest as _, Sha256};

use crate::App;
use crate::error::{Code, Error, Result};
use crate::home::write_whole;
use crate::settings;
use crate::wire::StartView;

/// More than any printed logo needs.
const LOGO_BYTES_MAX: u64 = 20 << 20;
/// Longer side of what is kept: 300 dpi at 50 mm.
const LOGO_SIDE_PX: u32 = 600;
const LOGO_FILE: &str = "logo.jpg";

/// A letterhead and the bytes of its logo.
pub(crate) struct Headed {
    pub(crate) letterhead: Letterhead,
    /// Digest and bytes of the logo.
    pub(crate) logo: Option<(String, Vec<u8>)>,
}

impl App {
    /// Takes a picture as the firm's logo. What is kept is a copy, so the file may go.
    ///
    /// # Errors
    /// When the file cannot be read, is no picture, or is larger than 20 MB.
    pub fn choose_logo(&self, path: &Path) -> Result<StartView> {
        let size = path.metadata().map_err(|error| Error::io(path, error))?.len();
        if size > LOGO_BYTES_MAX {
            return Err(Error::new(Code::Logo).with("reason", "size"));
        }
        let bytes = std::fs::read(path).map_err(|error| Error::io(path, error))?;
        let copy =
            self.decoder()?.jpeg_copy(&bytes, LOGO_SIDE_PX).map_err(|problem| match problem {
                DecodeProblem::NotStarted { detail } => {
                    Error::new(Code::DecoderMissing).because(detail)
                }
                other => Error::new(Code::Logo).with("reason", "picture").because(other),
            })?;
        self.home.make(&self.home.config)?;
        write_whole(&self.home.config.join(LOGO_FILE), &copy.jpeg)?;
        let mut settings = self.settings();
        settings.firm_logo = true;
        self.save_settings(&settings)
    }

    /// Goes without a logo from now on.
    ///
    /// # Errors
    /// When the settings cannot be kept.
    pub fn remove_logo(&self) -> Result<StartView> {
        let mut settings = self.settings();
        settings.firm_logo = false;
        let start = self.save_settings(&settings)?;
        // The copy is of no use any more; one that stays does no harm.
        let _ = std::fs::remove_file(self.home.config.join(LOGO_FILE));
        Ok(start)
    }

    /// The head for a report of a case: the case's own firm, or else that of the settings.
    pub(crate) fn letterhead(&self, case: &Case) -> Headed {
        let settings = settings::load_settings(&self.home);
        let named = case.head.firm.clone().filter(|firm| !firm.trim().is_empty());
        // Address and licence belong to the firm of the settings: another firm's reports carry
        // neither them nor its logo.
        let own = named.as_ref().is_none_or(|firm| firm.trim() == settings.firm.trim());
        let mut letterhead =
            Letterhead { firm: named.unwrap_or(settings.firm), ..Letterhead::default() };
        if !own {
            return Headed { letterhead, logo: None };
        }
        letterhead.address = settings.firm_address;
        letterhead.contact = settings.firm_contact;
        letterhead.licence_no = settings.firm_licence;
        let logo = settings.firm_logo.then(|| self.logo()).flatten();
        if let Some((key, bytes)) = &logo
            && let Ok(header) = lisuan_pdf::jpeg::read_header(&mut bytes.as_slice())
        {
            letterhead.logo = Some((key.clone(), (header.width_px, header.height_px)));
        }
        Headed { letterhead, logo }
    }

    fn logo(&self) -> Option<(String, Vec<u8>)> {
        let bytes = std::fs::read(self.home.config.join(LOGO_FILE)).ok()?;
        Some((format!("{:x}", Sha256::digest(&bytes)), bytes))
    }
}

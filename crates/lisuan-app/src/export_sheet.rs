//! Exporting the adjustment as a workbook with live formulas; under its final name only when whole.

use std::path::Path;

use lisuan_sheet::{Cached, SheetError, SheetInput};

use crate::error::{Code, Error, Result, shown};
use crate::hand_on::temporary;
use crate::home::is_same;
use crate::wire::WorkbookView;
use crate::words::Words;
use crate::{App, clock};

/// A workbook that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetExport {
    /// Its name without folders.
    pub file_name: String,
    /// Its size.
    pub bytes: u64,
    /// Cells with a formula.
    pub live: usize,
    /// Computed figures without one; a note beside each says why.
    pub fixed: usize,
}

impl From<SheetExport> for WorkbookView {
    fn from(sheet: SheetExport) -> Self {
        Self { file_name: sheet.file_name, live: sheet.live, fixed: sheet.fixed }
    }
}

impl App {
    /// Writes the adjustment of the open case as a workbook (XLSX) in a language. An existing file
    /// is replaced when the new one is whole; the case itself is never replaced.
    pub fn export_sheet(&self, out: &Path, language: &str) -> Result<SheetExport> {
        let (case, assessment, path) = self.with_session(|session| {
            Ok((session.case.clone(), session.assessment(), session.file.path().to_owned()))
        })?;
        if is_same(out, &path) {
            return Err(Error::new(Code::Exists).with("file", shown(out)));
        }
        let words = Words::of(language);
        let input = SheetInput {
            case: &case,
            assessment: &assessment,
            made_at: clock::now(),
            program: concat!("Lisuan ", env!("CARGO_PKG_VERSION")),
            cached: Cached::Figures,
        };
        let io = |error| Error::io(out, error);
        let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty());
        let file = temporary(folder.unwrap_or(Path::new(".")), ".xlsx-part").map_err(io)?;
        let say = |key: &str, args: &[(&str, &str)]| words.say(key, args);
        let written =
            lisuan_sheet::write(&input, &say, file.as_file()).map_err(|error| match error {
                SheetError::Write(source) => io(source),
                SheetError::Layout(source) => Error::new(Code::Io)
                    .with("file", shown(out))
                    .with("reason", &source)
                    .because(source),
            })?;
        file.as_file().sync_all().map_err(io)?;
        let bytes = file.as_file().metadata().map_err(io)?.len();
        file.persist(out).map_err(|error| io(error.error))?;
        let (live, fixed) = (written.live, written.fixed);
        Ok(SheetExport { file_name: shown(out), bytes, live, fixed })
    }
}

//! Statistics over all cases of a folder, offline, from an index that is derived from the case files.

mod export;
mod facts;
mod figures;
mod index;

use std::path::{Path, PathBuf};

pub use export::FORMATS as STATISTICS_FORMATS;
pub use facts::CaseFacts;
pub use figures::GROUPINGS;
use index::{AsOf, Index};

use lisuan_core::checks::OtherCase;

use crate::error::{Code, Error, Result, shown};
use crate::home::is_same;
use crate::wire::{StatsView, UnreadCase};
use crate::{App, Cancelled, OnProgress, backup, calendar, clock};

/// Each case that reads, and each that does not.
type Library = (Vec<(PathBuf, CaseFacts)>, Vec<(PathBuf, UnreadCase)>);

impl App {
    /// Figures over the cases below a folder; below the library where none is named.
    ///
    /// # Errors
    /// When there is no such grouping, or the folder cannot be read; a case that cannot be read is
    /// listed and no error.
    pub fn statistics(
        &self,
        folder: Option<&Path>,
        by: &str,
        progress: OnProgress<'_>,
        cancelled: Cancelled<'_>,
    ) -> Result<StatsView> {
        let (rows, unread) = self.library(folder, AsOf::AnyDay, progress, cancelled)?;
        if !GROUPINGS.contains(&by) {
            return Err(Error::new(Code::NotFound).with("what", by));
        }
        let facts: Vec<&CaseFacts> = rows.iter().map(|(_, facts)| facts).collect();
        let unread = unread.into_iter().map(|(_, case)| case).collect();
        Ok(StatsView { unread, ..figures::of(&facts, by, clock::now().date()) })
    }

    /// Writes one row a case: CSV, XLSX or Parquet by the ending of the file's name.
    ///
    /// # Errors
    /// As [`Self::statistics`], or when the file cannot be written.
    pub fn export_statistics(
        &self,
        folder: Option<&Path>,
        out: &Path,
        language: &str,
        progress: OnProgress<'_>,
        cancelled: Cancelled<'_>,
    ) -> Result<u64> {
        let (rows, _) = self.library(folder, AsOf::Today, progress, cancelled)?;
        export::write(&rows, out, clock::now().date(), language)?;
        Ok(rows.len() as u64)
    }

    /// What the checks compare of the other cases in the library, and how many of them do not
    /// read. Copies of this case are none of them.
    pub(crate) fn other_cases(
        &self,
        case: &str,
        path: &Path,
        progress: OnProgress<'_>,
        cancelled: Cancelled<'_>,
    ) -> Result<(Vec<OtherCase>, usize)> {
        let (rows, unread) = self.library(None, AsOf::AnyDay, progress, cancelled)?;
        // An encrypted case does not say to the library which it is.
        let unread = unread.iter().filter(|(unread, _)| !is_same(unread, path)).count();
        let others = rows.into_iter().filter(|(_, facts)| facts.case != case);
        let others = others.map(|(path, facts)| {
            let CaseFacts { claim_no, insured, cameras, originals, likenesses, .. } = facts;
            let name = if claim_no.is_empty() { shown(&path) } else { claim_no };
            OtherCase { name, insured, cameras, originals, likenesses }
        });
        Ok((others.collect(), unread))
    }

    /// All cases below a folder.
    fn library(
        &self,
        folder: Option<&Path>,
        as_of: AsOf,
        progress: OnProgress<'_>,
        cancelled: Cancelled<'_>,
    ) -> Result<Library> {
        let folder = folder.map_or_else(|| self.home.library.clone(), Path::to_owned);
        let paths = if folder.is_dir() { backup::cases_below(&folder)? } else { Vec::new() };
        let (calendar, _) = calendar::in_use(&self.home);
        let mut index = Index::read(&self.home, &calendar);
        let as_of = (as_of, clock::now().date());
        if index.refresh(&paths, as_of, &calendar, progress, cancelled) {
            // What was read is right without it; the next look only takes longer.
            let _ = index.write(&self.home);
        }
        if cancelled() {
            return Err(Error::new(Code::Cancelled));
        }
        let (mut rows, mut unread) = (Vec::new(), Vec::new());
        for path in paths {
            let Some(entry) = index.entry(&path) else { continue };
            match &entry.problem {
                Some(code) => {
                    let case = UnreadCase { file: shown(&path), problem: code.clone() };
                    unread.push((path, case));
                }
                None => rows.push((path, entry.facts.clone())),
            }
        }
        Ok((rows, unread))
    }
}

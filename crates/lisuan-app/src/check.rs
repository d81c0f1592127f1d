//! Checking a case: hashes, journal against tables, findings.

use std::sync::Arc;

use lisuan_core::assessment::Assessment;
use lisuan_core::case::{Case, ReportKind};
use lisuan_core::change::{Kind, State};
use lisuan_core::checks::across;
use lisuan_core::finding::{Finding, Level};
use lisuan_store::{CaseFile, Mismatch};

use crate::error::Result;
use crate::wire::{CheckView, MismatchView, Progress};
use crate::{App, Cancelled, OnProgress};

impl App {
    /// Checks the open case.
    pub fn check(&self, progress: OnProgress<'_>, cancelled: Cancelled<'_>) -> Result<CheckView> {
        let (case, state, path, calendar) = self.with_session(|session| {
            let path = session.file.path().to_owned();
            let calendar = Arc::clone(&session.worker.calendar);
            Ok((session.case.clone(), Arc::clone(&session.state), path, calendar))
        })?;
        // A connection of its own: a person goes on working while every original is hashed.
        let file = CaseFile::open_read_only(&path)?;
        let mut stopped = false;
        let report = file.check(|done, total| {
            progress(Progress {
                task: "check".to_owned(),
                done,
                total,
                bytes: 0,
                subject: String::new(),
            });
            stopped = cancelled();
            !stopped
        })?;
        let mut found = altered(&case, &report.mismatches);
        found.extend(edited_since(&case, &state));
        // Without a library to look through, or stopped there, this case is checked all the same.
        let others = self.other_cases(&case.head.id.to_string(), &path, progress, cancelled);
        let (others, not_compared) = others.unwrap_or_default();
        found.extend(across(&case, &others));
        let findings = Assessment::with(&case, &calendar, &found).findings;
        let cancelled = stopped || cancelled();
        let delta = self.with_session(|session| {
            // What was not looked at to the end takes nothing back that an earlier look found.
            let same = session.file.path() == path;
            Ok((same && !cancelled).then(|| {
                session.found = found;
                session.delta(Vec::new())
            }))
        });
        Ok(CheckView {
            operations: report.operations,
            records: report.records,
            originals: report.originals,
            bytes: report.bytes,
            elsewhere: report.elsewhere,
            mismatches: report.mismatches.iter().map(|found| mismatch(&case, found)).collect(),
            findings: findings.iter().map(crate::view::finding).collect(),
            compared: others.len() as u64,
            not_compared: not_compared as u64,
            cancelled,
            delta: delta.unwrap_or_default(),
        })
    }
}

/// DOC-05 and PHO-11: the bytes of a paper or a photo are no longer those that were taken in, or
/// are gone.
fn altered(case: &Case, mismatches: &[Mismatch]) -> Vec<Finding> {
    let altered = |sha256: &String| {
        mismatches.iter().any(|mismatch| match mismatch {
            Mismatch::Original(found) | Mismatch::MissingOriginal(found) => found == sha256,
            _ => false,
        })
    };
    let papers = case.documents.iter().filter(|paper| paper.content.as_ref().is_some_and(altered));
    let photos = case.photos.iter().filter(|photo| photo.content.as_ref().is_some_and(altered));
    let photos = photos.map(|photo| {
        Finding::at("PHO-11", Level::Stop, Kind::Photo, photo.id, "content")
            .with("number", photo.number.as_deref().unwrap_or_default())
    });
    papers
        .map(|paper| {
            let number = paper.number.as_deref().unwrap_or_default();
            let title = paper.title.as_ref().or(paper.file_name.as_ref());
            Finding::at("DOC-05", Level::Stop, Kind::Document, paper.id, "content")
                .with("number", number)
                .with("title", title.map_or("", String::as_str))
        })
        .chain(photos)
        .collect()
}

/// GOV-07: the case was changed after its last final report was sealed.
fn edited_since(case: &Case, state: &State) -> Option<Finding> {
    let finals = case.reports.iter().filter(|report| report.kind == Some(ReportKind::Final));
    let last = finals.max_by_key(|report| (report.sealed_at, report.revision))?;
    let sealed = last.case_digest.as_ref()?;
    (*sealed != crate::report::case_digest(state, ReportKind::Final)).then(|| {
        Finding::at("GOV-07", Level::Warn, Kind::Report, last.id, "case_digest")
            .with("number", last.number.as_deref().unwrap_or_default())
    })
}

fn mismatch(case: &Case, mismatch: &Mismatch) -> MismatchView {
    let (code, subject) = match mismatch {
        Mismatch::Database(line) => ("database", line.clone()),
        Mismatch::Chain(id) => ("chain", id.to_string()),
        Mismatch::Journal(id) => ("journal", id.to_string()),
        Mismatch::Record(kind, id) => ("record", format!("{} {id}", kind.as_str())),
        Mismatch::Original(sha256) => ("original", called(case, sha256)),
        Mismatch::MissingOriginal(sha256) => ("missing-original", called(case, sha256)),
    };
    MismatchView { code: code.to_owned(), subject }
}

/// Numbers of the photos and papers whose original it is, with its digest.
fn called(case: &Case, sha256: &str) -> String {
    let is = |content: &Option<String>| content.as_deref() == Some(sha256);
    let photos = case.photos.iter().filter(|photo| is(&photo.content)).map(|photo| &photo.number);
    let papers = case.documents.iter().filter(|paper| is(&paper.content)).map(|p| &p.number);
    let numbers: Vec<&str> = photos.chain(papers).filter_map(Option::as_deref).collect();
    format!("{} {sha256}", numbers.join(", ")).trim().to_owned()
}

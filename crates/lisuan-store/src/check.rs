//! Proving that a case file is what its journal says.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read as _;

use lisuan_core::change::{Digest, State};
use lisuan_core::merge::{History, Past};
use lisuan_core::{Id, change::Kind};
use sha2::{Digest as _, Sha256};

use crate::elsewhere;
use crate::error::StoreError;
use crate::journal;
use crate::merge;
use crate::open::CaseFile;

/// What [`CaseFile::check`] found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CheckReport {
    /// Operations replayed.
    pub operations: u64,
    /// Records compared.
    pub records: u64,
    /// Originals hashed again.
    pub originals: u64,
    /// Bytes of originals.
    pub bytes: u64,
    /// Photos and papers whose originals are known to be with someone else.
    pub elsewhere: u64,
    /// Everything that does not agree; empty when the file is whole.
    pub mismatches: Vec<Mismatch>,
}

/// Something that does not agree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mismatch {
    /// SQLite's own check of pages and rows.
    Database(String),
    /// An operation whose digest is not that of its content and parents.
    Chain(Id),
    /// An operation that does not fit on what came before.
    Journal(Id),
    /// A record that differs between journal and table.
    Record(Kind, Id),
    /// An original whose bytes no longer have the digest they were stored under.
    Original(String),
    /// A photo or paper whose original is not in the file.
    MissingOriginal(String),
}

impl CaseFile {
    /// Replays the journal against the tables, follows the chain of digests and hashes every
    /// original again. `progress` gets originals done and in all; it answers whether to go on.
    pub fn check(
        &self,
        mut progress: impl FnMut(u64, u64) -> bool,
    ) -> Result<CheckReport, StoreError> {
        let mut report = CheckReport::default();
        // One snapshot for journal and tables, whatever another connection writes meanwhile.
        let _snapshot = self.connection.unchecked_transaction()?;
        if self.is_encrypted() {
            self.check_pages(&mut report)?;
            if !report.mismatches.is_empty() {
                // Nothing more can be read through a page that does not decrypt.
                return Ok(report);
            }
        }
        self.check_database(&mut report)?;
        self.check_journal(&mut report)?;
        self.check_originals(&mut report, &mut progress)?;
        Ok(report)
    }

    /// Asks SQLCipher about each page of an encrypted case; it is then known which are damaged.
    fn check_pages(&self, report: &mut CheckReport) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare("PRAGMA cipher_integrity_check")?;
        let mut rows = statement.query([])?;
        // What lies behind the last page is the envelope and no page.
        let pages = self.page_count()?;
        while let Some(row) = rows.next()? {
            let line: String = row.get(0)?;
            let mut words = line.split_whitespace().skip_while(|word| *word != "page").skip(1);
            let page = words.next().and_then(|word| word.parse::<u64>().ok());
            let is_page = page.is_none_or(|page| page <= pages);
            if is_page && report.mismatches.len() < 20 {
                report.mismatches.push(Mismatch::Database(line));
            }
        }
        Ok(())
    }

    fn check_database(&self, report: &mut CheckReport) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare("PRAGMA integrity_check(20)")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let line: String = row.get(0)?;
            if line != "ok" {
                report.mismatches.push(Mismatch::Database(line));
            }
        }
        let mut statement = self.connection.prepare("PRAGMA foreign_key_check")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let table: String = row.get(0)?;
            report.mismatches.push(Mismatch::Database(format!("foreign key of {table}")));
        }
        Ok(())
    }

    fn check_journal(&self, report: &mut CheckReport) -> Result<(), StoreError> {
        let mut broken = Vec::new();
        let replayed = self.replayed(report, &mut broken)?;
        report.mismatches.append(&mut broken);
        let tables = self.state()?;
        for (kind, id, record) in tables.iter() {
            report.records += 1;
            if replayed.get(kind, id) != Some(record) {
                report.mismatches.push(Mismatch::Record(kind, id));
            }
        }
        for (kind, id, _) in replayed.iter() {
            if tables.get(kind, id).is_none() {
                report.mismatches.push(Mismatch::Record(kind, id));
            }
        }
        for (_, record) in tables.of_kind(Kind::Photo).chain(tables.of_kind(Kind::Document)) {
            if let Some(sha256) = record.get("content")
                && !self.has_content(sha256)?
            {
                if elsewhere::is_noted(&self.connection, sha256)? {
                    report.elsewhere += 1;
                    continue;
                }
                report.mismatches.push(Mismatch::MissingOriginal(sha256.to_owned()));
            }
        }
        Ok(())
    }

    /// What the journal adds up to. While each operation was made on top of the one before, they
    /// are applied in turn; where histories were joined, the writes that count are looked for.
    fn replayed(
        &self,
        report: &mut CheckReport,
        broken: &mut Vec<Mismatch>,
    ) -> Result<State, StoreError> {
        let mut state = State::default();
        let mut history = History::default();
        let mut last = None;
        let mut linear = true;
        journal::replay(&self.connection, |operation, parents: Vec<Digest>, digest| {
            report.operations += 1;
            if operation.digest(&parents) != digest {
                broken.push(Mismatch::Chain(operation.id));
            }
            linear &= operation.parents.iter().copied().eq(last);
            last = Some(operation.id);
            let fits = match history.take(&operation) {
                Ok(_) => !linear || state.apply(&operation.changes).is_ok(),
                Err(_) => false,
            };
            if !fits {
                broken.push(Mismatch::Journal(operation.id));
            }
            Ok(())
        })?;
        if linear {
            return Ok(state);
        }
        self.check_conflicts(&history, broken)?;
        Ok(merge::state_of(&history, &Past::ALL))
    }

    /// What stands undecided by the journal must be what the case says stands undecided.
    fn check_conflicts(
        &self,
        history: &History,
        broken: &mut Vec<Mismatch>,
    ) -> Result<(), StoreError> {
        let undecided: BTreeMap<_, _> = self
            .conflicts()?
            .into_iter()
            .filter(|conflict| conflict.decided.is_none())
            .map(|conflict| (conflict.field, conflict.values))
            .collect();
        let mut fields: BTreeSet<_> = history.fields().collect();
        fields.extend(undecided.keys().copied());
        for field in fields {
            let standing = history.standing(field, &Past::ALL);
            let values = standing.conflict.then_some(&standing.values);
            if undecided.get(&field) != values {
                broken.push(Mismatch::Record(field.0, field.1));
            }
        }
        Ok(())
    }

    fn check_originals(
        &self,
        report: &mut CheckReport,
        progress: &mut impl FnMut(u64, u64) -> bool,
    ) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare("SELECT sha256 FROM content ORDER BY n")?;
        let digests: Vec<String> =
            statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let mut buffer = vec![0u8; 1 << 20];
        for (done, sha256) in digests.iter().enumerate() {
            if !progress(done as u64, digests.len() as u64) {
                break;
            }
            let Some((size, mut reader)) = self.read_content(sha256)? else { continue };
            let mut hash = Sha256::new();
            loop {
                let n = reader
                    .read(&mut buffer)
                    .map_err(|error| StoreError::Damaged(error.to_string()))?;
                if n == 0 {
                    break;
                }
                hash.update(&buffer[..n]);
            }
            report.originals += 1;
            report.bytes += size;
            if format!("{:x}", hash.finalize()) != *sha256 {
                report.mismatches.push(Mismatch::Original(sha256.clone()));
            }
        }
        Ok(())
    }
}

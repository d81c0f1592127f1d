//! The papers of a case with the checklist of its line of business, and originals handed out again.

use std::io;
use std::path::Path;

use lisuan_core::case::{Case, Document, papers_of};
use sha2::{Digest as _, Sha256};

use crate::App;
use crate::error::{Code, Error, Result, shown};
use crate::hand_on::temporary;
use crate::wire::{DocumentCopy, DocumentList, ListedDocument, ListedPaper, ProvedLine};

impl App {
    /// The papers of the open case.
    pub fn list_documents(&self) -> Result<DocumentList> {
        self.with_session(|session| {
            let mut documents = Vec::new();
            for paper in &session.case.documents {
                let sha256 = paper.content.as_deref().unwrap_or_default();
                let drawn = session.file.page_sizes(sha256)?.len() as u64;
                documents.push(listed(&session.case, paper, drawn));
            }
            let checklist = papers_of(&session.case).into_iter().map(|standing| ListedPaper {
                kind: standing.paper.kind.as_str().to_owned(),
                need: standing.paper.need.as_str().to_owned(),
                count: standing.count as u64,
            });
            Ok(DocumentList { documents, checklist: checklist.collect() })
        })
    }

    /// Writes the original of a paper, byte for byte, to a place that a person chose. The paper is
    /// named by its key or its number; an existing file is replaced when the copy is whole.
    pub fn copy_document(&self, paper: &str, out: &Path) -> Result<DocumentCopy> {
        self.with_session(|session| {
            let same = |known: &&Document| {
                known.id.to_string() == paper || known.number.as_deref() == Some(paper)
            };
            let missing = || Error::new(Code::NotFound).with("what", paper);
            let found = session.case.documents.iter().find(same).ok_or_else(missing)?;
            let sha256 = found.content.as_deref().ok_or_else(missing)?;
            let number = found.number.clone().unwrap_or_default();
            let altered = || Error::new(Code::OriginalAltered).with("number", &number);
            let (bytes, mut from) = session.file.read_content(sha256)?.ok_or_else(altered)?;
            let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty());
            let mut copy = temporary(folder.unwrap_or(Path::new(".")), ".part")
                .map_err(|error| Error::io(out, error))?;
            let digest = copied(&mut from, &mut copy).map_err(|error| Error::io(out, error))?;
            if digest != sha256 {
                return Err(altered());
            }
            copy.as_file().sync_all().map_err(|error| Error::io(out, error))?;
            copy.persist(out).map_err(|error| Error::io(out, error.error))?;
            Ok(DocumentCopy { file_name: shown(out), number, bytes, sha256: digest })
        })
    }

    /// The name under which a paper of the open case came in.
    pub fn document_name(&self, id: &str) -> Result<String> {
        self.with_session(|session| {
            let found = session.case.documents.iter().find(|paper| paper.id.to_string() == id);
            let found = found.ok_or_else(|| Error::new(Code::NotFound).with("what", "document"))?;
            Ok(found.file_name.clone().unwrap_or_default())
        })
    }
}

/// Copies and hashes what is copied.
fn copied(from: &mut impl io::Read, to: &mut impl io::Write) -> io::Result<String> {
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 1 << 20];
    loop {
        let n = from.read(&mut buffer)?;
        let Some(piece) = buffer.get(..n).filter(|piece| !piece.is_empty()) else { break };
        hash.update(piece);
        to.write_all(piece)?;
    }
    Ok(format!("{:x}", hash.finalize()))
}

fn listed(case: &Case, paper: &Document, drawn: u64) -> ListedDocument {
    let word = |word: Option<&'static str>| word.map(str::to_owned);
    let links = case.line_documents.iter().filter(|link| link.document == Some(paper.id));
    let lines = links.filter_map(|link| {
        let line = case.lines.iter().find(|line| Some(line.id) == link.line)?;
        Some(ProvedLine {
            item: line.item.clone().unwrap_or_default(),
            facet: link.facet.map(|facet| facet.as_str().to_owned()),
        })
    });
    ListedDocument {
        number: paper.number.clone().unwrap_or_default(),
        title: paper.title.clone(),
        kind: word(paper.kind.map(|kind| kind.as_str())),
        source: paper.source.clone(),
        dated: paper.dated.map(|date| date.to_string()),
        purpose: paper.purpose.clone(),
        form: word(paper.form.map(|form| form.as_str())),
        file_name: paper.file_name.clone().unwrap_or_default(),
        format: paper.format.clone().unwrap_or_default(),
        bytes: paper.bytes.map_or(0, i64::unsigned_abs),
        pages: paper.pages.map(i64::unsigned_abs),
        drawn,
        sha256: paper.content.clone().unwrap_or_default(),
        oddities: (paper.oddities.as_deref())
            .map(|codes| codes.split(' ').map(str::to_owned).collect())
            .unwrap_or_default(),
        lines: lines.collect(),
    }
}

//! Taking supporting papers in: hash, draw the pages, copy into the case; one transaction a paper.

use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};

use lisuan_core::Id;
use lisuan_core::case::DocumentKind;
use lisuan_core::change::{ALIVE, Change, Kind};
use lisuan_store::NewFile;

use crate::document_pages::{Pages, format_of};
use crate::error::{Code, Error, Result, shown};
use crate::intake::{self, LeftOut};
use crate::session::{Session, Step};
use crate::wire::{AddedPhotos, FlaggedPhoto, Progress};
use crate::{App, Cancelled, OnProgress, clock};

impl App {
    /// Takes files in as papers, of the given kind where all are of one. What is in when this is
    /// stopped or fails stays in.
    pub fn add_documents(
        &self,
        sources: &[PathBuf],
        kind: Option<&str>,
        progress: OnProgress<'_>,
        cancelled: Cancelled<'_>,
    ) -> Result<AddedPhotos> {
        self.with_session(|session| session.writable())?;
        if let Some(kind) = kind.filter(|kind| !DocumentKind::WORDS.contains(kind)) {
            let bad = Error::new(Code::BadValue).with("kind", Kind::Document.as_str());
            return Err(bad.with("field", "kind").with("value", kind).with("reason", "choice"));
        }
        let found = intake::any_files(sources)?;
        let mut papers = Papers {
            app: self,
            kind,
            batch: clock::new_id(),
            progress,
            cancelled,
            total: found.files.len() as u64,
            done: 0,
            bytes: 0,
            out: AddedPhotos {
                added: 0,
                duplicates: Vec::new(),
                flagged: Vec::new(),
                refused: Vec::new(),
                cancelled: false,
                stopped: None,
                left: 0,
                delta: None,
            },
        };
        for LeftOut { path, code } in &found.left_out {
            papers.refuse(path, code);
        }
        let outcome = papers.run(&found.files);
        let mut out = papers.out;
        if out.added > 0 {
            out.delta = Some(self.with_session(|session| Ok(session.delta(Vec::new())))?);
        }
        outcome.map(|()| out)
    }
}

struct Papers<'a> {
    app: &'a App,
    kind: Option<&'a str>,
    batch: Id,
    progress: OnProgress<'a>,
    cancelled: Cancelled<'a>,
    total: u64,
    done: u64,
    bytes: u64,
    out: AddedPhotos,
}

/// A file that was hashed and drawn, ready to be stored.
struct Ready {
    file: File,
    bytes: u64,
    sha256: String,
    format: String,
    pages: Pages,
}

impl Papers<'_> {
    fn run(&mut self, files: &[PathBuf]) -> Result<()> {
        for path in files {
            if (self.cancelled)() {
                self.out.cancelled = true;
                return Ok(());
            }
            self.tell(&shown(path));
            if let Some(ready) = self.read(path)? {
                if ready.pages.stopped {
                    self.out.cancelled = true;
                    return Ok(());
                }
                self.store(path, ready)?;
            }
            self.done += 1;
            self.tell(&shown(path));
        }
        Ok(())
    }

    fn tell(&self, subject: &str) {
        (self.progress)(Progress {
            task: "add-documents".to_owned(),
            done: self.done,
            total: self.total,
            bytes: self.bytes,
            subject: subject.to_owned(),
        });
    }

    /// Hashes and draws a file; nothing where it is refused or in the case already.
    fn read(&mut self, path: &Path) -> Result<Option<Ready>> {
        let (mut file, bytes) = match intake::open(path) {
            Ok(opened) => opened,
            Err(unread) => {
                self.refuse(path, unread.code());
                return Ok(None);
            }
        };
        if bytes == 0 {
            self.refuse(path, "empty-file");
            return Ok(None);
        }
        let mut start = Vec::new();
        let read = file.by_ref().take(1024).read_to_end(&mut start);
        let rewound = read.and_then(|_| file.seek(SeekFrom::Start(0)));
        // A file that grows while it is read is cut off by the same limit.
        let limited = rewound.and_then(|_| {
            lisuan_photos::sha256_hex(file.by_ref().take(intake::FILE_BYTES_MAX + 1))
        });
        let Ok(sha256) = limited else {
            self.refuse(path, "unreadable");
            return Ok(None);
        };
        self.bytes += bytes;
        if let Some(number) = self.number_of(&sha256)? {
            self.out.duplicates.push(FlaggedPhoto {
                file_name: shown(path),
                number: Some(number),
                codes: vec!["duplicate".to_owned()],
            });
            return Ok(None);
        }
        let name = shown(path);
        let format = format_of(&start, &name);
        let told = &mut |page: u32| self.tell(&format!("{name} · {page}"));
        let pages = self.app.draw(&mut file, &format, told, self.cancelled)?;
        Ok(Some(Ready { file, bytes, sha256, format, pages }))
    }

    /// Stores one paper. An error ends the intake: it would meet every later paper too, as a full
    /// disk does; a file that changed meanwhile is only its own trouble.
    fn store(&mut self, path: &Path, mut ready: Ready) -> Result<()> {
        let (kind, batch) = (self.kind, self.batch);
        let stored =
            self.app.with_session(|session| session.add_document(path, &mut ready, kind, batch));
        let number = match stored {
            Ok(number) => number,
            Err(error) if error.code == Code::FileChanged => {
                self.refuse(path, "file-changed");
                return Ok(());
            }
            Err(error) => return Err(error),
        };
        self.out.added += 1;
        if !ready.pages.oddities.is_empty() {
            self.out.flagged.push(FlaggedPhoto {
                file_name: shown(path),
                number: Some(number),
                codes: ready.pages.oddities,
            });
        }
        Ok(())
    }

    fn refuse(&mut self, path: &Path, code: &str) {
        self.out.refused.push(FlaggedPhoto {
            file_name: shown(path),
            number: None,
            codes: vec![code.to_owned()],
        });
    }

    fn number_of(&self, sha256: &str) -> Result<Option<String>> {
        self.app.with_session(|session| {
            let same =
                |paper: &&lisuan_core::case::Document| paper.content.as_deref() == Some(sha256);
            let paper = session.case.documents.iter().find(same);
            Ok(paper.map(|paper| paper.number.clone().unwrap_or_default()))
        })
    }
}

impl Session {
    /// Stores one paper with its original, then the pictures of its pages; gives its number.
    fn add_document(
        &mut self,
        path: &Path,
        ready: &mut Ready,
        kind: Option<&str>,
        batch: Id,
    ) -> Result<String> {
        let number = self.next_document_number();
        let id = clock::new_id();
        let record = Kind::Document;
        let mut changes = vec![Change {
            kind: record,
            id,
            field: ALIVE,
            before: None,
            after: Some("1".to_owned()),
        }];
        for (field, value) in fields(path, ready, kind, &number) {
            let change = Change::checked(record, id, field, None, Some(&value));
            changes.push(change.map_err(|error| {
                Error::new(Code::BadValue)
                    .with("kind", record.as_str())
                    .with("field", field)
                    .with("value", value.chars().take(60).collect::<String>())
                    .with("reason", &error)
                    .because(error)
            })?);
        }
        let mut step = Step::plain("add-documents", &number, changes);
        step.batch = Some(batch);
        ready
            .file
            .seek(SeekFrom::Start(0))
            .map_err(|error| Error::new(Code::FileChanged).because(error))?;
        let sha256 = ready.sha256.as_str();
        let file = NewFile { sha256, bytes: ready.bytes, from: &mut ready.file };
        self.apply_with(step, Some(file))?;
        // The paper is safe; its pictures can be drawn again.
        self.file.put_pages(sha256, &mut ready.pages.pictures())?;
        Ok(number)
    }

    /// The next free number of this device in this case; deleted papers keep theirs.
    fn next_document_number(&self) -> String {
        let prefix = format!("D-{}-", self.worker.prefix);
        let last = self
            .state
            .of_kind(Kind::Document)
            .filter_map(|(_, record)| record.get("number")?.strip_prefix(&prefix)?.parse().ok())
            .max()
            .unwrap_or(0u32);
        format!("{prefix}{:03}", last + 1)
    }
}

fn fields(
    path: &Path,
    ready: &Ready,
    kind: Option<&str>,
    number: &str,
) -> Vec<(&'static str, String)> {
    let plain = |text: &str, chars_max: usize| -> String {
        text.chars().filter(|c| !c.is_control()).take(chars_max).collect()
    };
    let name = shown(path);
    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
    let oddities = ready.pages.oddities.join(" ");
    let fields = [
        ("number", Some(number.to_owned())),
        ("content", Some(ready.sha256.clone())),
        ("file_name", Some(plain(&name, 400))),
        ("format", Some(ready.format.clone())),
        ("bytes", Some(ready.bytes.to_string())),
        ("pages", ready.pages.count.map(|count| count.to_string())),
        ("oddities", Some(oddities).filter(|codes| !codes.is_empty())),
        ("added_at", Some(clock::now().to_string())),
        ("title", Some(plain(stem, 200)).filter(|title| !title.trim().is_empty())),
        ("kind", kind.map(str::to_owned)),
    ];
    fields.into_iter().filter_map(|(field, value)| Some((field, value?))).collect()
}

//! Papers on their way into a dossier: pictures of their pages, originals as attachments.

use std::collections::BTreeMap;
use std::io;

use lisuan_core::case::{Case, Document, YesNo};
use lisuan_dossier::both::flat;
use lisuan_dossier::page::{Attachment, Content, Relation};
use lisuan_dossier::{DocumentPages, PagePicture, Report, shows_documents};
use lisuan_store::CaseFile;

use crate::error::Result;
use crate::said::Said;

/// What a dossier shows and carries of the papers.
#[derive(Default)]
pub(crate) struct Papers {
    /// For the pages.
    pub(crate) shown: Vec<DocumentPages>,
    /// Originals, whole.
    pub(crate) attachments: Vec<Attachment>,
    /// Numbers of papers by digest of what is shown or carried, for messages.
    pub(crate) numbers: Vec<(String, String)>,
    /// Where a page picture lies, by its digest: digest of the original, and page.
    places: BTreeMap<String, (String, u32)>,
}

impl Papers {
    /// Gathers the papers of a case for a report. What is confidential is neither shown nor carried,
    /// and a redacted copy has none: nobody knows what stands on their pages. With `copies` the
    /// originals stay behind.
    pub(crate) fn of(
        case: &Case,
        file: &CaseFile,
        words: &Said,
        report: &Report,
        copies: bool,
    ) -> Result<Self> {
        let mut papers = Self::default();
        if report.redacted || !shows_documents(report.kind) {
            return Ok(papers);
        }
        for paper in case.documents.iter().filter(|p| p.confidential != Some(YesNo::Yes)) {
            papers.add(paper, file, (!copies).then_some(words))?;
        }
        Ok(papers)
    }

    /// Adds a paper; its original too where there are words for it.
    fn add(&mut self, paper: &Document, file: &CaseFile, words: Option<&Said>) -> Result<()> {
        let (Some(sha256), Some(number)) = (&paper.content, &paper.number) else { return Ok(()) };
        let mut pages = Vec::new();
        for size in file.page_sizes(sha256)? {
            self.places.insert(size.digest.clone(), (sha256.clone(), size.page));
            self.numbers.push((size.digest.clone(), number.clone()));
            pages.push(PagePicture {
                page: size.page,
                key: size.digest,
                pixels: (size.width_px, size.height_px),
            });
        }
        let Some(words) = words else {
            self.shown.push(DocumentPages { document: paper.id, pages, attached: None });
            return Ok(());
        };
        let format = paper.format.as_deref().unwrap_or("bin");
        let name = format!("{number}.{format}");
        let title = paper.title.as_ref().or(paper.file_name.as_ref());
        let args = [("number", number.as_str()), ("title", title.map_or("", String::as_str))];
        self.attachments.push(Attachment {
            name: name.clone(),
            description: flat(&words.say("dossier-attachment-document", &args)),
            media_type: media_type(format).to_owned(),
            relation: Relation::Supplement,
            content: Content::Stored(sha256.clone()),
        });
        self.numbers.push((sha256.clone(), number.clone()));
        self.shown.push(DocumentPages { document: paper.id, pages, attached: Some(name) });
        Ok(())
    }

    /// The JPEG of a page by its digest.
    pub(crate) fn open(&self, key: &str, file: &CaseFile) -> io::Result<Option<Vec<u8>>> {
        let Some((sha256, page)) = self.places.get(key) else { return Ok(None) };
        let picture = file.page_picture(sha256, *page).map_err(io::Error::other)?;
        Ok(Some(picture.ok_or(io::ErrorKind::NotFound)?.bytes))
    }
}

fn media_type(format: &str) -> &'static str {
    match format {
        "pdf" => "application/pdf",
        "jpg" | "jpeg" => "image/jpeg",
        "heic" => "image/heic",
        "png" => "image/png",
        "webp" => "image/webp",
        "tif" | "tiff" => "image/tiff",
        "txt" => "text/plain",
        "csv" => "text/csv",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}

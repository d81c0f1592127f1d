//! Exporting the dossier: pages, PDF, seal, verification; under its final name only when whole.

use std::collections::{BTreeSet, HashMap};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use lisuan_core::Id;
use lisuan_core::assessment::Assessment;
use lisuan_core::case::{Case, Photo, ReportKind, YesNo};
use lisuan_core::change::State;
use lisuan_core::clocks::Calendar;
use lisuan_dossier::both::flat;
use lisuan_dossier::font::{FontError, Fonts};
use lisuan_dossier::page::{Attachment, Content as Carried, Document, Relation};
use lisuan_dossier::{DossierInput, PhotoPicture};
use lisuan_pdf::{FontFiles, Opened, PdfError, Pictures, SealField};
use lisuan_photos::{DecoderPool, PREVIEW_SIDE_PX};
use lisuan_seal::CertificateFacts;
use lisuan_store::CaseFile;
use sha2::{Digest as _, Sha256};

use crate::covered::Covered;
use crate::custody::taken_in;
use crate::dossier_documents::Papers;
use crate::error::{Code, Error, Result, shown};
use crate::letterhead::Headed;
use crate::report::Planned;
use crate::said::Said;
use crate::wire::{DossierView, Progress, ReportRequest};
use crate::{App, Cancelled, OnProgress, clock, export_data};

/// What a PDF embeds.
pub(crate) const FONTS: FontFiles<'static> = FontFiles {
    regular: lisuan_assets::FONT_REGULAR,
    bold: lisuan_assets::FONT_BOLD,
    fallback: lisuan_assets::FONT_FALLBACK,
    srgb: lisuan_assets::PROFILE_SRGB,
};

/// The same fonts, to measure with.
pub(crate) fn fonts() -> std::result::Result<Fonts<'static>, FontError> {
    Fonts::new(FONTS.regular, FONTS.bold, FONTS.fallback)
}

/// What to export.
#[derive(Debug, Clone)]
pub struct DossierOptions {
    /// Which report, and how.
    pub report: ReportRequest,
    /// Where to. An existing file is replaced when the new one is whole and verified.
    pub out: PathBuf,
}

impl App {
    /// Exports the open case as a sealed PDF and verifies the finished file.
    pub fn export_dossier(
        &self,
        options: &DossierOptions,
        progress: OnProgress<'_>,
        cancelled: Cancelled<'_>,
    ) -> Result<DossierView> {
        let (mut case, mut state, path, calendar) = self.with_session(|session| {
            let (path, calendar) = (session.file.path(), &session.worker.calendar);
            let (state, calendar) = (Arc::clone(&session.state), Arc::clone(calendar));
            Ok((session.case.clone(), state, path.to_owned(), calendar))
        })?;
        let request = &options.report;
        let planned = Planned::of(&case, &state, &Assessment::of(&case, &calendar), request)?;
        let mut taken_out = None;
        if request.redacted {
            let redacted = lisuan_core::redact::redacted(&state);
            state = Arc::new(redacted.state);
            case = Case::from_state(&state)?;
            taken_out = Some(redacted.changed.len());
        }
        let key = self.seal_key(Some(&case))?;
        let file = CaseFile::open_read_only(&path)?;
        if let Some(absent) = file.elsewhere()?.first() {
            // Neither altered nor lost: a report without them would say too little.
            return Err(Error::new(Code::OriginalsElsewhere).with("name", &absent.kept_by));
        }
        // A decoder is needed only where something has to be burnt in.
        let hides = !lisuan_core::marks::hidden(&case).is_empty();
        let pool = if hides { Some(self.decoder()?) } else { None };
        let content = Content {
            case: &case,
            calendar: &calendar,
            state: &state,
            file: &file,
            pool,
            report: &planned.report,
            headed: self.letterhead(&case),
            copies: request.copies || request.redacted,
        };
        let altered =
            if request.without_altered { content.altered(cancelled)? } else { BTreeSet::new() };
        let exported_at = clock::now().to_string();
        let author = self.settings().author;
        let words = Said::of(&request.language);
        let mut composed =
            content.compose(&words, &author, &exported_at, &key.facts(), &altered)?;
        let seal = SealField {
            name: author,
            reason: flat(&words.say("dossier-seal-reason", &[])),
            location: String::new(),
            claimed_time: exported_at,
        };
        let document = std::mem::take(&mut composed.document);
        let pages = document.pages.len() as u64;
        let missing = document.missing.iter().map(|missing| missing.character).collect();
        let mut stored = Stored::new(&file, &composed, progress, cancelled);
        let out = &options.out;
        let failed = |error| pdf_error(error, &composed, out);
        let (file_len, verdict) =
            self.write_sealed(document, &key, &seal, &mut stored, out, failed)?;
        let mut made = DossierView {
            file_name: shown(&options.out),
            kind: request.kind.clone(),
            number: planned.report.number.clone(),
            draft: planned.report.draft,
            replaces: planned.report.replaces.clone(),
            taken_out,
            recorded: false,
            delta: None,
            bytes: file_len,
            pages,
            photos: case.photos.len() as u64,
            missing_characters: missing,
            verdict,
        };
        // The file is whole and in its place; a copy that may not be written to keeps no record.
        made.delta = self.with_session(|session| match session.writable() {
            Ok(()) => planned.record(session, &made),
            Err(_) => Ok(None),
        })?;
        made.recorded = made.delta.is_some();
        Ok(made)
    }
}

/// The case as it was when the export began.
struct Content<'a> {
    case: &'a Case,
    calendar: &'a Calendar,
    state: &'a State,
    file: &'a CaseFile,
    pool: Option<&'a DecoderPool>,
    report: &'a lisuan_dossier::Report,
    headed: Headed,
    /// Copies in place of the originals.
    copies: bool,
}

/// A document and where its pictures come from.
struct Composed {
    document: Document,
    /// Smaller copies that stand for originals a PDF cannot hold, by digest of the copy: the
    /// digest of the original.
    copies: HashMap<String, String>,
    /// Copies of photos of which a part is hidden.
    covered: Covered,
    /// Pages of the supporting papers.
    papers: Papers,
    /// Numbers of photos by digest of what is shown, for messages.
    numbers: HashMap<String, String>,
}

impl Content<'_> {
    fn compose(
        &self,
        words: &Said,
        author: &str,
        exported_at: &str,
        certificate: &CertificateFacts,
        altered: &BTreeSet<Id>,
    ) -> Result<Composed> {
        let program = concat!("Lisuan ", env!("CARGO_PKG_VERSION"));
        let assessment = Assessment::of(self.case, self.calendar);
        let (mut photos, mut copies, mut numbers) = (Vec::new(), HashMap::new(), HashMap::new());
        let mut attachments = self.data(words, program);
        let mut covered = Covered::new()?;
        if let Some((key, bytes)) = &self.headed.logo {
            covered.keep(key, bytes)?;
        }
        let hidden = lisuan_core::marks::hidden(self.case);
        let shown = lisuan_dossier::shows_photos(self.report.kind);
        for photo in self.case.photos.iter().filter(|_| shown) {
            let (Some(sha256), Some(number)) = (&photo.content, &photo.number) else { continue };
            if photo.rejected == Some(YesNo::Yes) || altered.contains(&photo.id) {
                continue;
            }
            if hidden.contains(&photo.id) {
                let Some(pool) = self.pool else { continue };
                if let Some(picture) = covered.add(self.case, photo, self.file, pool)? {
                    numbers.entry(picture.key.clone()).or_insert_with(|| number.clone());
                    photos.push(picture);
                }
                continue;
            }
            if !self.copies
                && let Some(picture) = original(photo)
                && self.embeddable(sha256)?
            {
                numbers.entry(picture.key.clone()).or_insert_with(|| number.clone());
                photos.push(picture);
                continue;
            }
            if let Some(preview) = self.file.preview(sha256, PREVIEW_SIDE_PX)? {
                let key = format!("{:x}", Sha256::digest(&preview.bytes));
                copies.entry(key.clone()).or_insert_with(|| sha256.clone());
                numbers.entry(key.clone()).or_insert_with(|| number.clone());
                photos.push(PhotoPicture {
                    photo: photo.id,
                    key,
                    pixels: (preview.width_px, preview.height_px),
                    orientation: 1,
                    original: false,
                });
            }
            if self.copies {
                continue;
            }
            numbers.entry(sha256.clone()).or_insert_with(|| number.clone());
            attachments.push(self.original_attached(photo, sha256, number, words));
        }
        let mut papers = Papers::of(self.case, self.file, words, self.report, self.copies)?;
        attachments.append(&mut papers.attachments);
        for (key, number) in papers.numbers.drain(..) {
            numbers.entry(key).or_insert(number);
        }
        let input = DossierInput {
            case: self.case,
            assessment: &assessment,
            photos: &photos,
            documents: &papers.shown,
            language: words.language(),
            altered,
            taken_in: &taken_in(self.case, self.file)?,
            report: self.report,
            letterhead: &self.headed.letterhead,
            author,
            exported_at,
            program,
            certificate: &certificate.fingerprint,
            issuer: certificate.issuer.as_deref(),
            attachments: &attachments,
        };
        let fonts = fonts().map_err(|error| Error::new(Code::DossierFailed).because(error))?;
        let document = words.compose(&input, &fonts);
        Ok(Composed { document, copies, covered, papers, numbers })
    }

    /// Photos whose original is gone or no longer has its digest.
    fn altered(&self, cancelled: Cancelled<'_>) -> Result<BTreeSet<Id>> {
        let mut altered = BTreeSet::new();
        for photo in &self.case.photos {
            let Some(sha256) = &photo.content else { continue };
            if cancelled() {
                return Err(Error::new(Code::Cancelled));
            }
            let same = match self.file.read_content(sha256)? {
                Some((_, reader)) => lisuan_photos::sha256_hex(reader).is_ok_and(|d| d == *sha256),
                None => false,
            };
            if !same {
                altered.insert(photo.id);
            }
        }
        Ok(altered)
    }

    /// What is carried besides the pages: the hashes of all originals, and the case data with a
    /// report that rests on all of it.
    fn data(&self, words: &Said, program: &str) -> Vec<Attachment> {
        let mut attachments = Vec::new();
        let mut hashes = export_data::hashes(self.case);
        if matches!(self.report.kind, ReportKind::Final | ReportKind::Adjustment | ReportKind::File)
        {
            let json = export_data::case_json(self.state, self.report.kind, program);
            // The way `sha256sum -c` reads it.
            hashes.extend(format!("{:x}  case.json\n", Sha256::digest(&json)).into_bytes());
            attachments.push(attachment(
                "case.json",
                flat(&words.say("dossier-attachment-case", &[])),
                "application/json",
                Relation::Source,
                Carried::Bytes(Arc::from(json)),
            ));
        }
        attachments.push(attachment(
            "hashes.txt",
            flat(&words.say("dossier-attachment-hashes", &[])),
            "text/plain",
            Relation::Data,
            Carried::Bytes(Arc::from(hashes)),
        ));
        attachments
    }

    /// Whether a PDF can carry the JPEG as it is: a rare kind, or one in printing inks beside which
    /// the file would be no archive file, goes in as a copy instead.
    fn embeddable(&self, sha256: &str) -> Result<bool> {
        let Some((_, mut reader)) = self.file.read_content(sha256)? else { return Ok(false) };
        const PRINTING_INKS: u8 = 4;
        let header = lisuan_pdf::jpeg::read_header(&mut reader);
        Ok(header.is_ok_and(|header| header.components != PRINTING_INKS))
    }

    /// An original that a PDF cannot show travels whole inside it.
    fn original_attached(
        &self,
        photo: &Photo,
        sha256: &str,
        number: &str,
        words: &Said,
    ) -> Attachment {
        let format = photo.format.as_deref().unwrap_or("bin");
        let media_type = match format {
            "jpeg" | "jpg" => "image/jpeg",
            "heic" => "image/heic",
            "png" => "image/png",
            "webp" => "image/webp",
            _ => "application/octet-stream",
        };
        attachment(
            &format!("{number}.{format}"),
            flat(&words.say("dossier-attachment-original", &[("number", number)])),
            media_type,
            Relation::Supplement,
            Carried::Stored(sha256.to_owned()),
        )
    }
}

fn attachment(
    name: &str,
    description: String,
    media_type: &str,
    relation: Relation,
    content: Carried,
) -> Attachment {
    Attachment {
        name: name.to_owned(),
        description,
        media_type: media_type.to_owned(),
        relation,
        content,
    }
}

/// A whole JPEG goes into the PDF as it is; anything else, and a damaged one, as a copy.
fn original(photo: &Photo) -> Option<PhotoPicture> {
    let whole = !photo.oddities.as_deref().unwrap_or_default().split(' ').any(|code| {
        matches!(
            code,
            "truncated"
                | "damaged"
                | "too-large"
                | "not-decodable"
                | "timed-out"
                | "crashed"
                | "no-size"
        )
    });
    let jpeg = matches!(photo.format.as_deref(), Some("jpg" | "jpeg"));
    if !whole || !jpeg {
        return None;
    }
    Some(PhotoPicture {
        photo: photo.id,
        key: photo.content.clone()?,
        pixels: (u32::try_from(photo.width_px?).ok()?, u32::try_from(photo.height_px?).ok()?),
        orientation: u8::try_from(photo.orientation.unwrap_or(1)).ok()?,
        original: true,
    })
}

/// Hands out originals and copies from the case file, telling how far the export is.
struct Stored<'a> {
    file: &'a CaseFile,
    composed: &'a Composed,
    progress: OnProgress<'a>,
    cancelled: Cancelled<'a>,
    done: u64,
    bytes: u64,
}

impl<'a> Stored<'a> {
    fn new(
        file: &'a CaseFile,
        composed: &'a Composed,
        progress: OnProgress<'a>,
        cancelled: Cancelled<'a>,
    ) -> Self {
        Self { file, composed, progress, cancelled, done: 0, bytes: 0 }
    }
}

impl Pictures for Stored<'_> {
    fn open<'b>(&'b mut self, key: &str) -> io::Result<Opened<'b>> {
        if (self.cancelled)() {
            return Err(io::ErrorKind::Interrupted.into());
        }
        self.done += 1;
        (self.progress)(Progress {
            task: "export-dossier".to_owned(),
            done: self.done,
            total: self.composed.numbers.len() as u64,
            bytes: self.bytes,
            subject: number_of(self.composed, key).unwrap_or_default(),
        });
        if let Some((length, bytes)) = self.composed.covered.open(key)? {
            self.bytes += length;
            return Ok(Opened { length, bytes: Box::new(bytes) });
        }
        if let Some(jpeg) = self.composed.papers.open(key, self.file)? {
            let length = jpeg.len() as u64;
            self.bytes += length;
            return Ok(Opened { length, bytes: Box::new(io::Cursor::new(jpeg)) });
        }
        if let Some(original) = self.composed.copies.get(key) {
            let preview = self.file.preview(original, PREVIEW_SIDE_PX).map_err(io::Error::other)?;
            let preview = preview.ok_or(io::ErrorKind::NotFound)?;
            let length = preview.bytes.len() as u64;
            self.bytes += length;
            return Ok(Opened { length, bytes: Box::new(io::Cursor::new(preview.bytes)) });
        }
        let found = self.file.read_content(key).map_err(io::Error::other)?;
        let (length, reader) = found.ok_or(io::ErrorKind::NotFound)?;
        self.bytes += length;
        Ok(Opened { length, bytes: Box::new(reader) })
    }
}

fn number_of(composed: &Composed, key: &str) -> Option<String> {
    composed.numbers.get(key).cloned()
}

fn pdf_error(error: PdfError, composed: &Composed, out: &Path) -> Error {
    let photo = |key: &str| number_of(composed, key).unwrap_or_else(|| key.to_owned());
    match error {
        PdfError::Stored { ref source, .. } if source.kind() == io::ErrorKind::Interrupted => {
            Error::new(Code::Cancelled).because(error)
        }
        PdfError::Altered { ref key, .. } | PdfError::Stored { ref key, .. } => {
            Error::new(Code::OriginalAltered).with("number", photo(key)).because(error)
        }
        PdfError::Write(source) => Error::io(out, source),
        other => Error::new(Code::DossierFailed).because(other),
    }
}

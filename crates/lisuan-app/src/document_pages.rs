//! Pictures of the pages of papers: drawn from originals, kept in the case, thrown away at will.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};

use lisuan_core::Id;
use lisuan_core::change::Kind;
use lisuan_photos::{
    DecodeProblem, DrawnPage, Format, PageLimits, PageProblem, PixelSize, draw_pages, is_pdf, sniff,
};
use lisuan_store::PagePicture;

use crate::error::{Code, Error, Result};
use crate::{App, Cancelled, intake};

/// Longest side of the page picture of a scan: A4 at about 300 dots an inch.
const SCAN_SIDE_PX: u32 = 3_508;
/// Bytes of page pictures of one paper.
const PICTURES_BYTES_MAX: u64 = 1 << 30;

#[cfg(test)]
/// What is noticed about a paper: codes with words under `oddity-<code>`.
pub(crate) const CODES: &[&str] = &[
    "pdf-encrypted",
    "pdf-damaged",
    "pdf-no-pages",
    "pdf-truncated",
    "pdf-too-many-pages",
    "pdf-page-damaged",
    "pdf-timed-out",
    "pdf-crashed",
    "pdf-scripted",
    "pdf-xfa",
    "pdf-carries-files",
    "pdf-signed",
    "not-drawn",
];

/// What became of a paper's pages, its pictures spooled on disk until they are stored.
pub(crate) struct Pages {
    /// Pages of the paper, where that is known.
    pub(crate) count: Option<u32>,
    /// What was noticed.
    pub(crate) oddities: Vec<String>,
    /// A person stopped it.
    pub(crate) stopped: bool,
    spool: File,
    places: Vec<Place>,
    end: u64,
}

struct Place {
    page: u32,
    size: PixelSize,
    offset: u64,
    length: u64,
}

fn failed(error: io::Error) -> Error {
    Error::io(&std::env::temp_dir(), error)
}

impl Pages {
    fn none() -> Result<Self> {
        let spool = tempfile::tempfile().map_err(failed)?;
        let (places, oddities) = (Vec::new(), Vec::new());
        Ok(Self { count: None, oddities, stopped: false, spool, places, end: 0 })
    }

    fn put(&mut self, page: u32, size: PixelSize, jpeg: &[u8]) -> io::Result<()> {
        self.spool.write_all(jpeg)?;
        let length = jpeg.len() as u64;
        self.places.push(Place { page, size, offset: self.end, length });
        self.end += length;
        Ok(())
    }

    fn note(&mut self, code: &str) {
        if !self.oddities.iter().any(|known| known == code) {
            self.oddities.push(code.to_owned());
        }
    }

    /// The pictures one by one.
    pub(crate) fn pictures(&mut self) -> impl Iterator<Item = io::Result<PagePicture>> + '_ {
        let spool = &mut self.spool;
        self.places.iter().map(move |place| {
            spool.seek(SeekFrom::Start(place.offset))?;
            let mut bytes = Vec::new();
            io::Read::by_ref(spool).take(place.length).read_to_end(&mut bytes)?;
            let PixelSize { width_px, height_px } = place.size;
            Ok(PagePicture { page: place.page, width_px, height_px, bytes })
        })
    }
}

/// The kind of file: by the bytes where they tell, else by the ending of the name.
pub(crate) fn format_of(start: &[u8], name: &str) -> String {
    if is_pdf(start) {
        return "pdf".to_owned();
    }
    if let Some(format) = sniff(start) {
        return format.extension().to_owned();
    }
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let plain = |ending: &String| {
        (1..=10).contains(&ending.len()) && ending.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    // A name that claims to be what the bytes are not is not believed.
    let claims = ["pdf", "jpg", "jpeg", "png", "webp", "heic"];
    ending.filter(plain).filter(|e| !claims.contains(&e.as_str())).unwrap_or("bin".to_owned())
}

impl App {
    /// Draws the pages of a file. Whatever becomes of them is no reason to refuse the paper.
    pub(crate) fn draw(
        &self,
        file: &mut File,
        format: &str,
        told: &mut dyn FnMut(u32),
        cancelled: Cancelled<'_>,
    ) -> Result<Pages> {
        let mut pages = Pages::none()?;
        if format == "pdf" {
            self.draw_pdf(file, &mut pages, told, cancelled)?;
        } else if is_picture(format) {
            self.draw_scan(file, &mut pages)?;
        } else {
            pages.note("not-drawn");
        }
        Ok(pages)
    }

    fn draw_pdf(
        &self,
        file: &mut File,
        pages: &mut Pages,
        told: &mut dyn FnMut(u32),
        cancelled: Cancelled<'_>,
    ) -> Result<()> {
        let missing = |error: io::Error| Error::new(Code::DecoderMissing).because(error);
        let exe = Self::decoder_program().map_err(missing)?;
        let limits = PageLimits { file_bytes_max: intake::FILE_BYTES_MAX, ..PageLimits::default() };
        let mut outcome = Ok(());
        let drawn = draw_pages(&exe, file, &limits, &mut |DrawnPage { page, size, jpeg }| {
            if pages.end + jpeg.len() as u64 > PICTURES_BYTES_MAX {
                pages.note("pdf-too-many-pages");
                return false;
            }
            outcome = pages.put(page, size, &jpeg);
            told(page);
            outcome.is_ok() && !cancelled()
        });
        outcome.map_err(failed)?;
        pages.stopped = cancelled();
        if drawn.pages > 0 && !has_end(file).map_err(failed)? {
            pages.note("pdf-truncated");
        }
        if let Some(facts) = drawn.facts {
            pages.count = Some(facts.pages).filter(|count| *count > 0);
            for (holds, code) in [
                (facts.scripted, "pdf-scripted"),
                (facts.xfa, "pdf-xfa"),
                (facts.carries_files, "pdf-carries-files"),
                (facts.signed, "pdf-signed"),
            ] {
                if holds {
                    pages.note(code);
                }
            }
        }
        for problem in drawn.problems {
            if let PageProblem::NotStarted { detail } = problem {
                return Err(Error::new(Code::DecoderMissing).because(detail));
            }
            if let Some(code) = code_of(&problem) {
                pages.note(code);
            }
        }
        Ok(())
    }

    /// A scan is one page; it goes through the decoders of photos.
    fn draw_scan(&self, file: &mut File, pages: &mut Pages) -> Result<()> {
        let mut bytes = Vec::new();
        file.seek(SeekFrom::Start(0)).map_err(failed)?;
        file.take(intake::FILE_BYTES_MAX).read_to_end(&mut bytes).map_err(failed)?;
        pages.count = Some(1);
        let seen = self.decoder()?.process(&bytes, &[SCAN_SIDE_PX]);
        match &seen.problem {
            Some(DecodeProblem::NotStarted { detail }) => {
                return Err(Error::new(Code::DecoderMissing).because(detail.clone()));
            }
            Some(_) => pages.note(if seen.previews.is_empty() { "not-drawn" } else { "damaged" }),
            None => {}
        }
        match seen.previews.first() {
            Some(picture) => pages.put(1, picture.size, &picture.jpeg).map_err(failed),
            None => Ok(()),
        }
    }

    /// The picture of a page of a paper of the open case; nothing where there is none.
    pub fn page_picture(&self, document: &str, page: u32) -> Result<Option<Vec<u8>>> {
        let Ok(id) = document.parse::<Id>() else { return Ok(None) };
        let sha256 = self.with_session(|session| {
            let record = session.state.get(Kind::Document, id).filter(|record| record.is_alive());
            Ok(record.and_then(|record| record.get("content")).map(str::to_owned))
        })?;
        let (Some(sha256), reader) = (sha256, self.lock_reader()) else { return Ok(None) };
        let Some(reader) = reader.as_ref() else { return Ok(None) };
        Ok(reader.page_picture(&sha256, page)?.map(|picture| picture.bytes))
    }

    /// Draws the pages of all papers of the open case anew; gives how many papers that were.
    pub fn redraw_documents(&self, cancelled: Cancelled<'_>) -> Result<u64> {
        let papers = self.with_session(|session| {
            session.writable()?;
            let papers = session.case.documents.iter();
            let papers = papers.filter_map(|p| Some((p.content.clone()?, p.format.clone()?)));
            Ok(papers.collect::<Vec<_>>())
        })?;
        let mut count = 0;
        for (sha256, format) in papers {
            let mut file = tempfile::tempfile().map_err(failed)?;
            self.with_session(|session| match session.file.read_content(&sha256)? {
                Some((_, mut from)) => io::copy(&mut from, &mut file).map(drop).map_err(failed),
                None => Ok(()),
            })?;
            let mut pages = self.draw(&mut file, &format, &mut |_| (), cancelled)?;
            if pages.stopped {
                return Err(Error::new(Code::Cancelled));
            }
            self.with_session(|session| {
                Ok(session.file.put_pages(&sha256, &mut pages.pictures())?)
            })?;
            count += 1;
        }
        Ok(count)
    }
}

/// Whether a PDF has its end; what was left of one that was cut off may be drawn all the same.
fn has_end(file: &mut File) -> io::Result<bool> {
    let length = file.seek(SeekFrom::End(0))?;
    file.seek(SeekFrom::Start(length.saturating_sub(1024)))?;
    let mut end = Vec::new();
    io::Read::by_ref(file).take(1024).read_to_end(&mut end)?;
    Ok(end.windows(5).any(|window| window == b"%%EOF"))
}

fn is_picture(format: &str) -> bool {
    [Format::Jpeg, Format::Heic, Format::Png, Format::Webp].iter().any(|f| f.extension() == format)
}

fn code_of(problem: &PageProblem) -> Option<&'static str> {
    Some(match problem {
        PageProblem::Encrypted => "pdf-encrypted",
        PageProblem::Damaged | PageProblem::NotAPdf | PageProblem::Unreadable { .. } => {
            "pdf-damaged"
        }
        PageProblem::NoPages => "pdf-no-pages",
        PageProblem::TooManyPages { .. } | PageProblem::FileTooLong { .. } => "pdf-too-many-pages",
        PageProblem::PageDamaged { .. } => "pdf-page-damaged",
        PageProblem::TimedOut { .. } => "pdf-timed-out",
        PageProblem::Crashed { .. } => "pdf-crashed",
        PageProblem::Stopped | PageProblem::NotStarted { .. } => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Words;

    #[test]
    fn bytes_tell_before_names() {
        for (start, name, format) in [
            (&b"%PDF-1.7"[..], "a.docx", "pdf"),
            (b"\xFF\xD8\xFF\xE0", "scan.pdf", "jpg"),
            (b"PK\x03\x04", "Quote.DOCX", "docx"),
            (b"hello", "liar.pdf", "bin"),
            (b"", "no ending", "bin"),
            (b"x", "odd.e?e", "bin"),
        ] {
            assert_eq!(format_of(start, name), format, "{name}");
        }
    }

    #[test]
    fn every_code_has_words_in_both_languages() {
        for language in crate::LANGUAGES {
            let words = Words::of(language);
            for code in CODES {
                assert!(words.has(&format!("oddity-{code}")), "{language}: {code} has no words");
            }
        }
    }
}

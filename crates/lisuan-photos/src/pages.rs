//! Pages of a PDF as pictures, drawn in a process of their own.
//!
//! A PDF from outside is the most hostile file an office handles: scripts, loops, bombs, fonts
//! that are programs. It is never read in the program itself. One process is started for one
//! document, gets its bytes, and sends back JPEGs; nothing of the PDF but those pixels is used.

mod child;
mod draw;
mod keeper;
mod wire;

use std::time::Duration;

pub use child::run_page_decoder_if_asked;
pub use keeper::draw_pages;

use crate::size::PixelSize;

/// Dots per inch at which pages are drawn; a page of A4 becomes 1,240 × 1,754 pixels.
pub const PAGE_DPI: u32 = 150;
/// JPEG quality of page pictures.
pub const PAGE_QUALITY: u8 = 80;

/// Limits on one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageLimits {
    /// Pages that are drawn; of a longer document the first so many.
    pub pages_max: u32,
    /// Longest side of a page picture in pixels; a larger page is drawn at fewer dots per inch.
    pub side_px_max: u32,
    /// Pixels of a page picture.
    pub pixels_max: u64,
    /// Length of the file in bytes.
    pub file_bytes_max: u64,
    /// Bytes of one page picture.
    pub picture_bytes_max: u32,
    /// Address space of the process in bytes, on Linux.
    pub memory_bytes_max: u64,
    /// Time to read the document, and time for each page.
    pub page_time_max: Duration,
    /// Time for the whole document.
    pub time_max: Duration,
}

impl Default for PageLimits {
    fn default() -> Self {
        Self {
            pages_max: 200,
            side_px_max: 16_384,
            // A sheet of A1 at 150 dots per inch is 17 million.
            pixels_max: 40_000_000,
            file_bytes_max: 512 * 1024 * 1024,
            picture_bytes_max: 32 * 1024 * 1024,
            memory_bytes_max: 3 * 1024 * 1024 * 1024,
            page_time_max: Duration::from_secs(30),
            time_max: Duration::from_secs(600),
        }
    }
}

/// The picture of one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawnPage {
    /// Which page, from 1.
    pub page: u32,
    /// Its size.
    pub size: PixelSize,
    /// The JPEG.
    pub jpeg: Vec<u8>,
}

/// What a PDF says of itself, beyond its pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PdfFacts {
    /// Pages it declares.
    pub pages: u32,
    /// It holds scripts or actions that would run when it is opened.
    pub scripted: bool,
    /// Its pages are made by XFA, a form language that only few programs show.
    pub xfa: bool,
    /// It carries other files.
    pub carries_files: bool,
    /// It says that it was signed electronically; nobody checked whether that holds.
    pub signed: bool,
}

/// What drawing a document came to. The pages themselves were handed on as they came.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Drawn {
    /// What the document says of itself; nothing where it could not be read.
    pub facts: Option<PdfFacts>,
    /// How many pages were drawn.
    pub pages: u32,
    /// Why pages are missing.
    pub problems: Vec<PageProblem>,
}

/// Why pages are missing. The original is kept in every one of these cases.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PageProblem {
    /// The bytes do not begin as a PDF does.
    #[error("the file is not a PDF")]
    NotAPdf,
    /// It is locked with a password, or in a way that cannot be opened here.
    #[error("the PDF is encrypted")]
    Encrypted,
    /// It does not read as a PDF.
    #[error("the PDF is damaged")]
    Damaged,
    /// It has no page.
    #[error("the PDF has no page")]
    NoPages,
    /// It is longer than the limits allow.
    #[error("the file of {bytes} bytes is longer than the limits allow")]
    FileTooLong {
        /// Its length.
        bytes: u64,
    },
    /// It has more pages than are drawn.
    #[error("of {pages} pages only the first are drawn")]
    TooManyPages {
        /// How many it has.
        pages: u32,
    },
    /// A page cannot be drawn.
    #[error("page {page} cannot be drawn")]
    PageDamaged {
        /// Which, from 1.
        page: u32,
    },
    /// A page, or reading the document (page 0), took too long.
    #[error("page {page} took too long")]
    TimedOut {
        /// Which, from 1.
        page: u32,
    },
    /// The process ended or sent nonsense at a page, or while it read the document (page 0).
    #[error("page {page} ended the process that draws: {detail}")]
    Crashed {
        /// Which, from 1.
        page: u32,
        /// How it ended.
        detail: String,
    },
    /// A person stopped it.
    #[error("stopped")]
    Stopped,
    /// The process could not be started.
    #[error("the process that draws pages could not be started: {detail}")]
    NotStarted {
        /// What the system said.
        detail: String,
    },
    /// The file could not be read while it was sent.
    #[error("reading the file: {detail}")]
    Unreadable {
        /// What the system said.
        detail: String,
    },
}

/// Whether bytes begin as a PDF does; readers accept the mark within the first kilobyte.
pub fn is_pdf(start: &[u8]) -> bool {
    let start = start.get(..1024).unwrap_or(start);
    start.windows(5).any(|window| window == b"%PDF-")
}

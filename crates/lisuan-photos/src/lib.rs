//! Bytes to facts and smaller pictures, with a limit on everything.
//!
//! A photo is evidence: its bytes are never changed, and no flaw is a reason to refuse it. This
//! crate says what a file claims about itself ([`facts`]), and makes upright, smaller JPEGs of it
//! ([`DecoderPool`]). Pixels are decoded in child processes, because picture decoders are where
//! malicious files do their harm; the facts need no decoder and are there whatever happens to one.
//!
//! The crate knows nothing of cases, stores or documents.

mod canvas;
mod capture_time;
mod child;
mod container;
mod cover;
mod decimal;
mod decode;
mod digest;
mod exif;
mod facts;
mod format;
mod limits;
mod look;
mod orientation;
mod pages;
mod pool;
mod problem;
mod render;
mod size;
mod tiff;
mod watchdog;
mod wire;

pub use child::run_decoder_if_asked;
#[doc(hidden)]
pub use child::{Rehearsal, run_decoder_rehearsing};
pub use cover::{COVERS_MAX, Cover, PARTS};
pub use digest::{hex, sha256, sha256_hex};
pub use exif::{CaptureTime, CaptureTimeField, ExifOddity, GpsPosition, ViewDirection};
pub use facts::{Oddity, PhotoFacts, facts};
pub use format::{Format, sniff};
pub use limits::{DecoderLimits, PixelLimits};
pub use look::{FINGERPRINT_BITS, Look};
pub use orientation::Orientation;
pub use pages::{
    Drawn, DrawnPage, PAGE_DPI, PAGE_QUALITY, PageLimits, PageProblem, PdfFacts, draw_pages,
    is_pdf, run_page_decoder_if_asked,
};
pub use pool::{DecoderPool, PoolResult};
pub use problem::DecodeProblem;
pub use render::{
    COPY_QUALITY, PREVIEW_QUALITY, PREVIEW_SIDE_PX, PREVIEWS_MAX, Preview, Rendered, Renderer,
    THUMBNAIL_SIDE_PX, render,
};
pub use size::PixelSize;

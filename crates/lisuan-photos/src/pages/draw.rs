//! Drawing: in the page process only.

use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_interpret::font::{FontData, FontQuery};
use hayro::hayro_syntax::object::{Dict, Name};
use hayro::hayro_syntax::page::Page as PdfPage;
use hayro::hayro_syntax::{LoadPdfError, Pdf};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use turbojpeg::{Compressor, Image, OutputBuf, PixelFormat, Subsamp};

use super::wire::{self, Opened, Page};
use super::{DrawnPage, PAGE_DPI, PAGE_QUALITY, PageLimits, PdfFacts};
use crate::size::PixelSize;

/// Points in an inch.
const POINTS: f32 = 72.0;

/// Answers for a whole document, from a page on.
pub(super) fn answer(
    bytes: Vec<u8>,
    first: u32,
    limits: &PageLimits,
    font: &'static [u8],
    to: &mut impl Write,
) -> std::io::Result<()> {
    let pdf = match Pdf::new(bytes) {
        Ok(pdf) => pdf,
        Err(LoadPdfError::Decryption(_)) => return wire::write_opened(Opened::Encrypted, to),
        Err(LoadPdfError::Invalid) => return wire::write_opened(Opened::Damaged, to),
    };
    wire::write_opened(Opened::Read(facts(&pdf)), to)?;
    let settings = settings(font);
    let cache = RenderCache::new();
    let count = u32::try_from(pdf.pages().len()).unwrap_or(u32::MAX).min(limits.pages_max);
    for (number, page) in (1..=count).zip(pdf.pages().iter()) {
        if number < first {
            continue;
        }
        // A page that makes the engine panic costs itself; caches hold no half-done work that
        // could show on another page.
        let drawn = catch_unwind(AssertUnwindSafe(|| draw(page, &cache, &settings, limits)));
        let answer = match drawn {
            Ok(Some((size, jpeg))) => Page::Drawn(DrawnPage { page: number, size, jpeg }),
            _ => Page::Damaged(number),
        };
        wire::write_page(&answer, to)?;
    }
    Ok(())
}

/// Text whose font is not in the file is set in the one given for Chinese, in the engine's own
/// otherwise.
fn settings(font: &'static [u8]) -> InterpreterSettings {
    let standard = InterpreterSettings::default().font_resolver;
    let chinese: FontData = Arc::new(font);
    InterpreterSettings {
        font_resolver: Arc::new(move |query| match query {
            FontQuery::Fallback(asked)
                if asked.character_collection.is_some() && !font.is_empty() =>
            {
                Some((Arc::clone(&chinese), 0))
            }
            _ => standard(query),
        }),
        ..InterpreterSettings::default()
    }
}

fn facts(pdf: &Pdf) -> PdfFacts {
    let xref = pdf.xref();
    let pages = u32::try_from(pdf.pages().len()).unwrap_or(u32::MAX);
    let Some(catalog) = xref.get::<Dict<'_>>(xref.root_id()) else {
        return PdfFacts { pages, ..PdfFacts::default() };
    };
    let form = catalog.get::<Dict<'_>>(b"AcroForm");
    let names = catalog.get::<Dict<'_>>(b"Names");
    let named = |key: &[u8]| names.as_ref().is_some_and(|names| names.contains_key(key));
    let opens = catalog.get::<Dict<'_>>(b"OpenAction");
    let acts = opens.and_then(|action| action.get::<Name<'_>>(b"S"));
    // Going to a page is what an action at opening is usually for.
    let acts = acts.is_some_and(|action| action.as_str() != "GoTo");
    let form_has = |key: &[u8]| form.as_ref().is_some_and(|form| form.contains_key(key));
    let flags = form.as_ref().and_then(|form| form.get::<i32>(b"SigFlags"));
    PdfFacts {
        pages,
        scripted: acts || named(b"JavaScript") || catalog.contains_key(b"AA"),
        xfa: form_has(b"XFA"),
        carries_files: named(b"EmbeddedFiles"),
        signed: flags.is_some_and(|flags| flags & 1 != 0),
    }
}

/// The scale at which a page of this size in points is drawn; nothing where it has no size.
fn scale(width: f32, height: f32, limits: &PageLimits) -> Option<f32> {
    if !(width.is_finite() && height.is_finite() && width > 0.0 && height > 0.0) {
        return None;
    }
    // Half a pixel less than the limits, so that no rounding goes beyond them.
    let by_side = (limits.side_px_max as f32 - 0.5) / width.max(height);
    let by_area = ((limits.pixels_max as f32) / (width * height)).sqrt() * 0.999;
    let scale = (PAGE_DPI as f32 / POINTS).min(by_side).min(by_area);
    // A strip thinner than a pixel is none.
    (width.min(height) * scale >= 1.0).then_some(scale)
}

fn draw<'a>(
    page: &'a PdfPage<'a>,
    cache: &RenderCache<'a>,
    settings: &InterpreterSettings,
    limits: &PageLimits,
) -> Option<(PixelSize, Vec<u8>)> {
    let (width, height) = page.render_dimensions();
    let scale = scale(width, height, limits)?;
    let pixmap = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let drawn = render(page, cache, settings, &RenderSettings::default(), &pixmap);
    let size = PixelSize::new(drawn.width().into(), drawn.height().into());
    let jpeg = encode(drawn.data_as_u8_slice(), size)?;
    Some((size, jpeg))
}

/// How far apart the channels of a grey pixel may be: scanners are not exact.
const GREY_MAX: u8 = 6;

fn encode(pixels: &[u8], size: PixelSize) -> Option<Vec<u8>> {
    let (quads, _) = pixels.as_chunks::<4>();
    let grey = quads.iter().all(|[red, green, blue, _]| {
        red.abs_diff(*green) <= GREY_MAX
            && green.abs_diff(*blue) <= GREY_MAX
            && red.abs_diff(*blue) <= GREY_MAX
    });
    let mut compressor = Compressor::new().ok()?;
    // Print is thin strokes: colours at full size, or none at all.
    compressor.set_subsamp(if grey { Subsamp::Gray } else { Subsamp::None }).ok()?;
    compressor.set_quality(i32::from(PAGE_QUALITY)).ok()?;
    let (width, height) = (size.width_px as usize, size.height_px as usize);
    let pixels = pixels.get(..width * height * 4)?;
    let picture = Image { pixels, width, pitch: width * 4, height, format: PixelFormat::RGBX };
    let mut buffer = OutputBuf::new_owned();
    compressor.compress(picture, &mut buffer).ok()?;
    Some(buffer.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_drawn_at_150_dpi_within_the_limits() {
        let limits = PageLimits::default();
        let px = |width: f32, height: f32| {
            scale(width, height, &limits).map(|s| ((width * s) as u32, (height * s) as u32))
        };
        assert_eq!(px(595.0, 842.0), Some((1239, 1754)), "A4");
        let (wide, high) = px(14_400.0, 14_400.0).expect("the largest page there is");
        assert!(u64::from(wide) * u64::from(high) <= limits.pixels_max, "{wide} × {high}");
        let (wide, _) = px(14_400.0, 10.0).expect("a strip");
        assert!(wide <= limits.side_px_max, "{wide}");
        for (width, height) in [(0.0, 10.0), (-1.0, 10.0), (f32::NAN, 1.0), (f32::INFINITY, 1.0)] {
            assert_eq!(px(width, height), None, "{width} × {height} is no page");
        }
        assert_eq!(px(100_000_000.0, 0.5), None, "thinner than a pixel");
    }
}

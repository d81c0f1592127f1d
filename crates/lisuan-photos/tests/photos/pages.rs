//! Pages of PDFs: sound ones, and what a hostile sender makes of them.

use std::io::Cursor;
use std::path::Path;
use std::time::{Duration, Instant};

use lisuan_photos::{Drawn, DrawnPage, PageLimits, PageProblem, PixelSize, draw_pages, is_pdf};

use crate::support::decoded;

/// A PDF out of objects, with a table of contents that is right.
fn pdf(objects: &[&str]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut offsets = Vec::new();
    for (number, object) in (1..).zip(objects) {
        offsets.push(file.len());
        file.extend(format!("{number} 0 obj\n{object}\nendobj\n").bytes());
    }
    let start = file.len();
    let count = objects.len() + 1;
    file.extend(format!("xref\n0 {count}\n0000000000 65535 f \n").bytes());
    for offset in offsets {
        file.extend(format!("{offset:010} 00000 n \n").bytes());
    }
    let end = format!("trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
    file.extend(end.bytes());
    file
}

/// A PDF of pages with this content each; `catalog` stands in its catalogue.
fn pages(catalog: &str, contents: &[&str]) -> Vec<u8> {
    let kids: Vec<String> = (0..contents.len()).map(|n| format!("{} 0 R", 3 + 2 * n)).collect();
    let mut objects = vec![
        format!("<< /Type /Catalog /Pages 2 0 R {catalog} >>"),
        format!("<< /Type /Pages /Count {} /Kids [{}] >>", kids.len(), kids.join(" ")),
    ];
    for (n, content) in contents.iter().enumerate() {
        let stream = 4 + 2 * n;
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {stream} 0 R \
             /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()));
    }
    let objects: Vec<&str> = objects.iter().map(String::as_str).collect();
    pdf(&objects)
}

/// A red square and a word.
const SQUARE: &str = "1 0 0 rg 100 600 200 200 re f BT 0 g /F1 48 Tf 100 300 Td (Lisuan) Tj ET";

fn patient() -> PageLimits {
    PageLimits { page_time_max: Duration::from_secs(60), ..PageLimits::default() }
}

fn drawn_within(bytes: &[u8], limits: &PageLimits) -> (Drawn, Vec<DrawnPage>) {
    let exe = Path::new(env!("CARGO_BIN_EXE_lisuan-photos-decoder"));
    let mut pages = Vec::new();
    let drawn = draw_pages(exe, &mut Cursor::new(bytes), limits, &mut |page| {
        pages.push(page);
        true
    });
    (drawn, pages)
}

fn drawn(bytes: &[u8]) -> (Drawn, Vec<DrawnPage>) {
    drawn_within(bytes, &patient())
}

#[test]
fn pages_come_in_order_as_pictures_of_what_stands_on_them() {
    let (drawn, pages) = drawn(&pages("", &[SQUARE, "0 0 1 rg 0 0 595 842 re f", ""]));
    assert_eq!(drawn.problems, []);
    assert_eq!((drawn.pages, drawn.facts.unwrap().pages), (3, 3));
    let numbers: Vec<u32> = pages.iter().map(|page| page.page).collect();
    assert_eq!(numbers, [1, 2, 3]);
    assert_eq!(pages[0].size, PixelSize::new(1239, 1754), "A4 at 150 dots an inch");
    let first = decoded(&pages[0].jpeg);
    let red = first.get_pixel(400, 300);
    assert!(red[0] > 240 && red[1] < 20, "the square is red: {red:?}");
    let dark = first.enumerate_pixels().filter(|(_, y, p)| *y > 1000 && p[0] < 60).count();
    assert!(dark > 1000, "the word is set, in a font that the file does not carry: {dark}");
    assert!(decoded(&pages[1].jpeg).get_pixel(10, 10)[2] > 240, "the second page is blue");
    assert_eq!(pages[2].jpeg.get(..3), Some(&[0xFF, 0xD8, 0xFF][..]), "an empty page is one too");
}

#[test]
fn what_a_pdf_would_do_is_told_and_not_done() {
    let facts = |catalog: &str| drawn(&pages(catalog, &[SQUARE])).0.facts.unwrap();
    assert!(!facts("").scripted, "nothing to tell");
    assert!(!facts("/OpenAction << /S /GoTo /D [3 0 R /Fit] >>").scripted, "going to a page");
    assert!(facts("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>").scripted);
    assert!(facts("/OpenAction << /S /Launch /F (calc.exe) >>").scripted);
    assert!(facts("/Names << /JavaScript << /Names [] >> >>").scripted);
    assert!(facts("/Names << /EmbeddedFiles << /Names [] >> >>").carries_files);
    assert!(facts("/AcroForm << /XFA (x) /Fields [] >>").xfa);
    assert!(facts("/AcroForm << /SigFlags 3 /Fields [] >>").signed);
}

#[test]
fn what_cannot_be_read_says_why() {
    let encrypted = String::from_utf8(pages("", &[SQUARE])).unwrap().replace(
        "/Root 1 0 R",
        "/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 \
         /O <0000000000000000000000000000000000000000000000000000000000000000> \
         /U <0000000000000000000000000000000000000000000000000000000000000000> >>",
    );
    let empty = pdf(&["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 0 /Kids [] >>"]);
    for (bytes, problem, what) in [
        (encrypted.into_bytes(), PageProblem::Encrypted, "a password"),
        (b"%PDF-1.7\nnothing else".to_vec(), PageProblem::Damaged, "only a beginning"),
        (b"PK\x03\x04 a package".to_vec(), PageProblem::NotAPdf, "no PDF"),
        (Vec::new(), PageProblem::NotAPdf, "nothing"),
        (empty, PageProblem::NoPages, "no pages"),
    ] {
        let (drawn, pages) = drawn(&bytes);
        assert_eq!(drawn.problems, [problem], "{what}");
        assert!(pages.is_empty(), "{what}");
    }
}

#[test]
fn a_long_document_gives_its_first_pages_and_a_large_page_fewer_dots() {
    let contents = vec![""; 30];
    let limits = PageLimits { pages_max: 4, ..patient() };
    let (drawn, pages) = drawn_within(&pages("", &contents), &limits);
    assert_eq!(drawn.problems, [PageProblem::TooManyPages { pages: 30 }]);
    assert_eq!(pages.len(), 4);
    let poster = String::from_utf8(self::pages("", &[SQUARE])).unwrap();
    let poster = poster.replace("0 0 595 842", "0 0 14400 14400");
    let limits = PageLimits { pixels_max: 1_000_000, ..patient() };
    let (_, pages) = drawn_within(poster.as_bytes(), &limits);
    assert!(pages[0].size.pixels() <= 1_000_000, "{}", pages[0].size);
    let none = poster.replace("0 0 14400 14400", "0 0 0 0");
    let (drawn, _) = drawn_within(none.as_bytes(), &limits);
    assert!(drawn.pages <= 1, "a page without a size is drawn as the default or not at all");
}

#[test]
fn a_page_that_takes_too_much_costs_itself() {
    let long = "q 0 0 595 842 re W n 0 0 1 rg 0 0 595 842 re f Q\n".repeat(400_000);
    let bytes = pages("", &[SQUARE, &long, SQUARE]);
    let limits = PageLimits { page_time_max: Duration::from_secs(3), ..patient() };
    let started = Instant::now();
    let (drawn, pages) = drawn_within(&bytes, &limits);
    assert!(started.elapsed() < Duration::from_secs(120), "every wait has an end");
    let numbers: Vec<u32> = pages.iter().map(|page| page.page).collect();
    // A fast machine draws it in time.
    match drawn.problems.as_slice() {
        [] => assert_eq!(numbers, [1, 2, 3]),
        problems => {
            // A fast machine meets the limit of memory before that of time.
            let its_own = |problem: &PageProblem| {
                matches!(
                    problem,
                    PageProblem::TimedOut { page: 2 } | PageProblem::Crashed { page: 2, .. }
                )
            };
            assert!(problems.iter().all(its_own), "{problems:?}");
            assert_eq!(numbers, [1, 3], "the others are there");
        }
    }
}

#[test]
fn stopping_and_a_missing_program_are_told() {
    let exe = Path::new(env!("CARGO_BIN_EXE_lisuan-photos-decoder"));
    let bytes = pages("", &[SQUARE, SQUARE]);
    let stopped = draw_pages(exe, &mut Cursor::new(&bytes), &patient(), &mut |_| false);
    assert_eq!((stopped.pages, stopped.problems), (1, vec![PageProblem::Stopped]));
    let nowhere = Path::new("no-such-program");
    let missing = draw_pages(nowhere, &mut Cursor::new(&bytes), &patient(), &mut |_| true);
    assert!(matches!(missing.problems[..], [PageProblem::NotStarted { .. }]), "{missing:?}");
}

/// Damage of many kinds to one sound file: a prefix of each length, a byte changed, numbers made
/// huge, loops of references.
fn malformed() -> Vec<Vec<u8>> {
    let sound = pages("", &[SQUARE, SQUARE]);
    let text = String::from_utf8_lossy(&sound);
    let mut files: Vec<Vec<u8>> =
        (0..sound.len()).step_by(97).map(|len| sound[..len].to_vec()).collect();
    for at in (9..sound.len()).step_by(61) {
        let mut changed = sound.clone();
        changed[at] ^= 0x55;
        files.push(changed);
    }
    let deep = format!("<< /Type /Catalog /Pages 2 0 R /Deep {} >>", "[".repeat(200_000));
    files.extend([
        text.replace("/Kids [3 0 R 5 0 R]", "/Kids [2 0 R 2 0 R]").into_bytes(),
        text.replace("/Parent 2 0 R", "/Parent 3 0 R").into_bytes(),
        text.replace("/Count 2", "/Count 2000000000").into_bytes(),
        text.replace("/Contents 4 0 R", "/Contents 3 0 R").into_bytes(),
        text.replace("/Length ", "/Length 99999999999999").into_bytes(),
        text.replace("595 842", "1e38 -1e38").into_bytes(),
        text.replace("100 600 200 200 re", "1e30 1e30 1e38 1e38 re").into_bytes(),
        text.replace("/F1 48 Tf", "/F1 1e30 Tf").into_bytes(),
        text.replace("0000000000 65535 f", "9999999999 00000 n").into_bytes(),
        pages("", &["q ".repeat(100_000).as_str()]),
        pages("", &["[".repeat(100_000).as_str()]),
        pdf(&[&deep, "<< /Type /Pages /Count 0 /Kids [] >>"]),
        pdf(&[
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R \
             /Resources << /XObject << /X 5 0 R >> >> >>",
            "<< /Length 4 >>\nstream\n/X Do\nendstream",
            "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 11 \
             /Resources << /XObject << /X 5 0 R >> >> >>\nstream\n/X Do /X Do\nendstream",
        ]),
        pdf(&[
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R \
             /Resources << /XObject << /X 5 0 R >> >> >>",
            "<< /Length 25 >>\nstream\n100 0 0 100 0 0 cm /X Do \nendstream",
            "<< /Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 \
             /ColorSpace /DeviceRGB /Length 3 >>\nstream\nabc\nendstream",
        ]),
    ]);
    files
}

#[test]
fn malformed_files_end_in_pages_or_reasons_and_never_here() {
    let limits = PageLimits { page_time_max: Duration::from_secs(20), ..PageLimits::default() };
    for (n, bytes) in malformed().iter().enumerate() {
        let (drawn, pages) = drawn_within(bytes, &limits);
        assert_eq!(drawn.pages as usize, pages.len(), "file {n}: what is told is what came");
        let whole = drawn.facts.is_some_and(|facts| facts.pages as usize == pages.len());
        assert!(whole || !drawn.problems.is_empty(), "file {n}: {drawn:?} has no reason");
        for page in pages {
            decoded(&page.jpeg);
        }
    }
}

#[test]
fn a_pdf_is_told_by_its_first_kilobyte() {
    assert!(is_pdf(b"%PDF-1.4"));
    assert!(is_pdf(&[&[0; 900][..], b"%PDF-1.4"].concat()));
    assert!(!is_pdf(&[&[0; 1100][..], b"%PDF-1.4"].concat()));
}

//! Every EXIF orientation is drawn upright, and every kind of JPEG in its colours.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what fails here fails the test that asked for it"
)]

mod support;

use image::{ExtendedColorType, ImageEncoder, Rgb, RgbImage};
use lisuan_dossier::page::*;
use support::*;

const RED: [u8; 3] = [220, 30, 30];
const GREEN: [u8; 3] = [30, 180, 30];
const BLUE: [u8; 3] = [30, 30, 220];
const WHITE: [u8; 3] = [240, 240, 240];
/// The corners of the upright picture: top left, top right, bottom left, bottom right.
const CORNERS: [[u8; 3]; 4] = [RED, GREEN, BLUE, WHITE];

/// The pixels a camera stores so that `orientation` turns them upright.
fn stored(orientation: u8, width: u32, height: u32) -> RgbImage {
    let upright = RgbImage::from_fn(width, height, |x, y| {
        Rgb(CORNERS[usize::from(x >= width / 2) + 2 * usize::from(y >= height / 2)])
    });
    use image::imageops::{flip_horizontal, flip_vertical, rotate90, rotate180, rotate270};
    // The inverse of what a viewer does.
    match orientation {
        2 => flip_horizontal(&upright),
        3 => rotate180(&upright),
        4 => flip_vertical(&upright),
        5 => flip_horizontal(&rotate90(&upright)),
        6 => rotate270(&upright),
        7 => flip_horizontal(&rotate270(&upright)),
        8 => rotate90(&upright),
        _ => upright,
    }
}

fn jpeg(picture: &RgbImage) -> Vec<u8> {
    let mut out = Vec::new();
    let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut out, 95);
    let (width, height) = picture.dimensions();
    encoder.write_image(picture, width, height, ExtendedColorType::Rgb8).unwrap();
    out
}

fn gray(value: u8) -> Vec<u8> {
    let mut out = Vec::new();
    let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut out, 95);
    encoder.write_image(&[value; 64 * 64], 64, 64, ExtendedColorType::L8).unwrap();
    out
}

fn place(key: String, index: u16, orientation: u8, pixels: (u32, u32)) -> (Item, Area) {
    let (column, row) = (f32::from(index % 3), f32::from(index / 3));
    let area = Area { x: 40.0 + column * 180.0, y: 40.0 + row * 140.0, width: 120.0, height: 80.0 };
    let description = String::new();
    (Item::Picture(Box::new(Picture { key, area, orientation, pixels, description })), area)
}

/// Renders the only page at 72 dpi, so that a pixel is a point.
fn render(bytes: &[u8]) -> Option<RgbImage> {
    let folder = tempfile::tempdir().unwrap();
    let path = on_disk(&folder, bytes);
    let out = folder.path().join("page");
    let args = ["-r", "72", "-png", "-singlefile", path.to_str()?, out.to_str()?];
    tool("pdftoppm", &args)?;
    Some(image::open(folder.path().join("page.png")).unwrap().to_rgb8())
}

fn near(pixel: &Rgb<u8>, colour: [u8; 3]) -> bool {
    pixel.0.iter().zip(colour).all(|(a, b)| a.abs_diff(b) < 30)
}

#[test]
fn all_eight_orientations_stand_upright() {
    let mut store = Stored::default();
    let mut document = document();
    document.pages = vec![page(Vec::new())];
    document.bookmarks.clear();
    document.labels.clear();
    document.seal = None;
    let mut areas = Vec::new();
    for orientation in 1..=8u8 {
        let pixels = stored(orientation, 60, 40);
        let expected = if orientation >= 5 { (40, 60) } else { (60, 40) };
        assert_eq!(pixels.dimensions(), expected, "stored sides of orientation {orientation}");
        let key = store.add(jpeg(&pixels));
        let (item, area) = place(key, u16::from(orientation) - 1, orientation, pixels.dimensions());
        document.pages[0].items.push(item);
        areas.push((orientation, area));
    }
    let (bytes, _) = write(&document, &mut store).unwrap();
    let Some(page) = render(&bytes) else { return };
    for (orientation, area) in areas {
        let quarters = [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)];
        for ((fx, fy), colour) in quarters.into_iter().zip(CORNERS) {
            let (x, y) = (area.x + area.width * fx, area.y + area.height * fy);
            let pixel = page.get_pixel(x as u32, y as u32);
            assert!(near(pixel, colour), "orientation {orientation} at {fx},{fy}: {pixel:?}");
        }
    }
}

#[test]
fn gray_cmyk_and_progressive_keep_their_colours() {
    let mut store = Stored::default();
    let mut document = document();
    document.pages = vec![page(Vec::new())];
    document.bookmarks.clear();
    document.labels.clear();
    document.seal = None;
    // cmyk.jpg and progressive.jpg: 64 × 64 of one colour, written by Pillow.
    let data = |name: &str| {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
        std::fs::read(folder.join(name)).unwrap()
    };
    let pictures = [
        (gray(90), [90, 90, 90]),
        (data("cmyk.jpg"), [200, 40, 40]),
        (data("progressive.jpg"), [40, 160, 60]),
    ];
    let mut areas = Vec::new();
    for (index, (bytes, colour)) in (0..).zip(pictures) {
        let key = store.add(bytes);
        let (item, area) = place(key, index, 1, (64, 64));
        document.pages[0].items.push(item);
        areas.push((area, colour));
    }
    let (bytes, _) = write(&document, &mut store).unwrap();
    let Some(page) = render(&bytes) else { return };
    for (area, colour) in areas {
        let pixel = page.get_pixel((area.x + 60.0) as u32, (area.y + 40.0) as u32);
        assert!(near(pixel, colour), "{pixel:?} should be {colour:?}");
    }
}

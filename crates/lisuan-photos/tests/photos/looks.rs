//! Near duplicates, blur and thumbnails, on real files and on changed copies of them.

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, GenericImageView, RgbImage};
use lisuan_photos::{Look, Oddity, PixelLimits, Renderer};

use crate::support::{decoded, patient, photo, photo_names, pool};

/// Bits within which two photos count as near duplicates (rules PHO-03).
const NEAR_BITS_MAX: u32 = 6;

fn renderer() -> Renderer {
    Renderer::new(PixelLimits::default()).expect("there is memory")
}

fn look(renderer: &mut Renderer, bytes: &[u8]) -> Look {
    let rendered = renderer.render(bytes, &[1600, 320], 80);
    rendered.look.expect("a sound photo has a look")
}

fn fingerprint(renderer: &mut Renderer, bytes: &[u8]) -> u64 {
    look(renderer, bytes).fingerprint.expect("a real photo shows something")
}

fn jpeg(picture: &RgbImage, quality: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture
        .write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, quality))
        .expect("memory can be written");
    bytes
}

/// The upright picture, 800 px long: large enough to be changed, small enough for eleven changes.
fn upright(renderer: &mut Renderer, name: &str) -> DynamicImage {
    let rendered = renderer.render(&photo(name), &[800], 92);
    DynamicImage::ImageRgb8(decoded(&rendered.previews[0].jpeg))
}

/// What messengers, phones and people do to a photo.
fn changed(picture: &DynamicImage) -> Vec<(&'static str, Vec<u8>)> {
    let (width, height) = picture.dimensions();
    let cropped = |percent: u32| {
        let (x, y) = (width * percent / 100, height * percent / 100);
        picture.crop_imm(x, y, width - 2 * x, height - 2 * y)
    };
    let saved = |picture: DynamicImage, quality| jpeg(&picture.into_rgb8(), quality);
    vec![
        ("saved at quality 40", saved(picture.clone(), 40)),
        ("saved at quality 75", saved(picture.clone(), 75)),
        ("half size", saved(picture.resize(width / 2, height / 2, FilterType::Triangle), 80)),
        ("brighter", saved(picture.brighten(30), 85)),
        ("darker", saved(picture.brighten(-30), 85)),
        ("more contrast", saved(picture.adjust_contrast(15.0), 85)),
        ("cropped by 1 percent a side", saved(cropped(1), 85)),
    ]
}

#[test]
fn changed_copies_are_near_and_other_pictures_are_far() {
    let mut renderer = renderer();
    let mut originals: Vec<(String, u64)> = Vec::new();
    for name in photo_names() {
        let own = fingerprint(&mut renderer, &photo(&name));
        for (change, bytes) in changed(&upright(&mut renderer, &name)) {
            let bits = (own ^ fingerprint(&mut renderer, &bytes)).count_ones();
            assert!(bits <= NEAR_BITS_MAX, "{name}, {change}: {bits} bits away");
        }
        for (other, fingerprint) in &originals {
            let bits = (own ^ fingerprint).count_ones();
            assert!(bits > 2 * NEAR_BITS_MAX, "{name} and {other}: only {bits} bits apart");
        }
        originals.push((name, own));
    }
}

#[test]
fn a_stored_preview_has_the_fingerprint_of_its_photo() {
    let pool = pool(1, patient());
    let result = pool.process(&photo("iphone4s-rotated90-gravel.jpg"), &[1600, 320]);
    let own = result.look.and_then(|look| look.fingerprint).expect("the photo has one");
    for preview in &result.previews {
        let again = pool.fingerprint(&preview.jpeg).expect("a preview is a sound JPEG");
        let bits = (own ^ again.expect("it shows something")).count_ones();
        assert!(bits <= 2, "{} px: {bits} bits away", preview.side_px_max);
    }
    assert!(pool.fingerprint(b"no picture").is_err(), "what is no picture has none");
}

#[test]
fn no_real_file_is_odd_to_look_at_and_each_is_when_blurred() {
    let mut renderer = renderer();
    for name in photo_names() {
        let rendered = renderer.render(&photo(&name), &[1600, 320], 92);
        let sound = rendered.look.expect("a sound photo has a look");
        assert_eq!(sound.oddities(), [], "{name}: {sound:?}");
        let large = DynamicImage::ImageRgb8(decoded(&rendered.previews[0].jpeg));
        let blurred = large.fast_blur(2.5).into_rgb8();
        let blurred = look(&mut renderer, &jpeg(&blurred, 90));
        assert_eq!(blurred.oddities(), [Oddity::Blurred], "{name}: {blurred:?}");
    }
}

#[test]
fn a_thumbnail_of_another_picture_is_told() {
    let mut renderer = renderer();
    // Turned and upright, with bars (16:9 in 4:3) and without.
    let with_thumbnail = [
        "canon-a2500-sketch-gps-16mp.jpg",
        "iphone4s-rotated90-gravel.jpg",
        "iphone5-rotated180-gps.jpg",
        "leica-t-rotated270-gps-16mp.jpg",
        "lumix-lx3-gps-building.jpg",
        "nikon-d3100-gps-14mp.jpg",
        "sanyo-s1-zero-date-building.jpg",
        "sony-d5403-fence.jpg",
    ];
    let other = renderer.render(&photo("iphone8-gps-office.heic"), &[640], 80);
    let other = &other.previews[0].jpeg;
    for name in with_thumbnail {
        let bytes = photo(name);
        let sound = look(&mut renderer, &bytes);
        assert!(sound.thumbnail_fingerprint.is_some(), "{name}: its thumbnail is read");
        // The head of the camera's file with its thumbnail, the picture of another one.
        let exif_end = 4 + usize::from(u16::from_be_bytes([bytes[4], bytes[5]]));
        assert_eq!(&bytes[2..4], b"\xFF\xE1", "{name}: EXIF comes first");
        let spliced = [&bytes[..exif_end], &other[2..]].concat();
        let changed = look(&mut renderer, &spliced);
        assert!(
            changed.oddities().contains(&Oddity::ThumbnailDiffers),
            "{name}: another picture behind its thumbnail: {changed:?}"
        );
    }
}

#[test]
fn what_is_damaged_or_asked_for_large_only_has_no_look() {
    let mut renderer = renderer();
    let bytes = photo("sony-d5403-fence.jpg");
    assert_eq!(renderer.render(&bytes[..bytes.len() / 2], &[320], 80).look, None, "half is grey");
    assert_eq!(renderer.render(&bytes, &[4096], 80).look, None, "a copy for a document");
    let small = renderer.render(&bytes, &[320], 80).look.expect("a preview was asked for");
    assert_eq!(small.sharpness, None, "320 px do not tell");
}

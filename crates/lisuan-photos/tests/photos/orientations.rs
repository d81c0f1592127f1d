//! All eight orientations, on a generated picture and on a real one.

use image::DynamicImage;
use image::metadata::Orientation as Reference;
use lisuan_photos::{PixelLimits, PixelSize, Renderer, facts};
use turbojpeg::{Image, PixelFormat, Subsamp};

use crate::support::{decoded, mean_difference, photo};

const RED: [u8; 3] = [200, 30, 30];
const GREEN: [u8; 3] = [30, 160, 30];
const BLUE: [u8; 3] = [30, 30, 200];
const WHITE: [u8; 3] = [255, 255, 255];

/// Corners of the stored picture, in the order top left, top right, bottom left, bottom right.
const STORED: [[u8; 3]; 4] = [RED, GREEN, BLUE, WHITE];

/// A JPEG of 800 × 480 whose quarters have the four colours, with an EXIF block that holds nothing
/// but the orientation.
fn marked_jpeg(orientation: u8) -> Vec<u8> {
    let (width, height) = (800, 480);
    let mut pixels = Vec::with_capacity(width * height * 3);
    for y in 0..height {
        for x in 0..width {
            let quarter = usize::from(y >= height / 2) * 2 + usize::from(x >= width / 2);
            pixels.extend(STORED[quarter]);
        }
    }
    let picture =
        Image { pixels: &pixels[..], width, pitch: width * 3, height, format: PixelFormat::RGB };
    let jpeg = turbojpeg::compress(picture, 95, Subsamp::None).expect("a plain picture");
    let mut exif =
        b"\xFF\xE1\x00\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
    [&jpeg[..2], &exif, &jpeg[2..]].concat()
}

#[test]
fn corners_end_up_where_they_belong() {
    let [a, b, c, d] = STORED;
    // CIPA DC-008: where the stored rows and columns lie in the upright picture.
    let upright = [
        (1, [a, b, c, d]),
        (2, [b, a, d, c]),
        (3, [d, c, b, a]),
        (4, [c, d, a, b]),
        (5, [a, c, b, d]),
        (6, [c, a, d, b]),
        (7, [d, b, c, a]),
        (8, [b, d, a, c]),
    ];
    let mut renderer = Renderer::new(PixelLimits::default()).expect("there is memory");
    for (orientation, corners) in upright {
        let bytes = marked_jpeg(orientation);
        assert_eq!(facts(&bytes).orientation.exif_value(), orientation, "the block is read");
        let rendered = renderer.render(&bytes, &[320, 1600], 80);
        assert_eq!(rendered.problem, None);
        let sizes = if orientation < 5 {
            [PixelSize::new(320, 192), PixelSize::new(800, 480)]
        } else {
            [PixelSize::new(192, 320), PixelSize::new(480, 800)]
        };
        for (preview, size) in rendered.previews.iter().zip(sizes) {
            assert_eq!(preview.size, size, "orientation {orientation}");
            let picture = decoded(&preview.jpeg);
            let (right, bottom) = (size.width_px - 9, size.height_px - 9);
            let places = [(8, 8), (right, 8), (8, bottom), (right, bottom)];
            for ((x, y), want) in places.into_iter().zip(corners) {
                let found = picture.get_pixel(x, y).0;
                let near = found.iter().zip(want).all(|(found, want)| found.abs_diff(want) < 16);
                assert!(near, "orientation {orientation}, ({x}, {y}): {found:?} is not {want:?}");
            }
        }
    }
}

#[test]
fn a_real_photo_turns_as_another_program_turns_it() {
    let bytes = photo("sony-d5403-fence.jpg");
    // The orientation entry: tag, kind, count, value; then the same with another value.
    let at = [
        *b"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x01",
        *b"\x12\x01\x03\x00\x01\x00\x00\x00\x01\x00",
    ]
    .iter()
    .find_map(|entry| bytes.windows(entry.len()).position(|part| part == entry))
    .expect("the file has an orientation of 1");
    let value_at = if bytes[at] == 0x01 { at + 9 } else { at + 8 };
    let mut renderer = Renderer::new(PixelLimits::default()).expect("there is memory");
    let mut preview = |orientation: u8| {
        let mut turned = bytes.clone();
        turned[value_at] = orientation;
        assert_eq!(facts(&turned).orientation.exif_value(), orientation, "the value is rewritten");
        decoded(&renderer.render(&turned, &[640], 92).previews[0].jpeg)
    };
    let stored = preview(1);
    for orientation in 2..=8 {
        let mut expected = DynamicImage::ImageRgb8(stored.clone());
        expected.apply_orientation(Reference::from_exif(orientation).expect("1 to 8"));
        let difference = mean_difference(&preview(orientation), &expected.into_rgb8());
        assert!(
            difference <= 3,
            "orientation {orientation}: pixels differ by {difference} on average"
        );
    }
}

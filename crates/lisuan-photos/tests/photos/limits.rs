//! Files that claim more than they should.

use lisuan_photos::{DecodeProblem, Format, PixelLimits, PixelSize, Renderer, facts};

use crate::support::{patient, photo, pool};

/// A PNG header that claims a size, without the checksum being right or pixels following.
fn png_claiming(width: u32, height: u32) -> Vec<u8> {
    let mut header = b"IHDR".to_vec();
    header.extend(width.to_be_bytes());
    header.extend(height.to_be_bytes());
    header.extend([8, 2, 0, 0, 0]);
    let checksum = crc32(&header).to_be_bytes();
    [b"\x89PNG\r\n\x1A\n\0\0\0\x0D", &header[..], &checksum, b"\0\0\0\0IEND\xAEB`\x82"].concat()
}

/// CRC-32 as PNG has it (annex D).
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xEDB8_8320 * (crc & 1)))
    })
}

/// A real JPEG whose frame header claims another size.
fn jpeg_claiming(width: u16, height: u16) -> Vec<u8> {
    let mut bytes = photo("sony-d5403-fence.jpg");
    let size = [2448_u16.to_be_bytes(), 3264_u16.to_be_bytes()].concat();
    let claimed = [height.to_be_bytes(), width.to_be_bytes()].concat();
    let at = bytes.windows(4).rposition(|part| part == size).expect("the frame header is there");
    bytes[at..at + 4].copy_from_slice(&claimed);
    bytes
}

#[test]
fn bombs_are_refused_by_their_declared_size() {
    let pool = pool(1, patient());
    let size = PixelSize::new(40_000, 40_000);
    for (format, bytes) in
        [(Format::Png, png_claiming(40_000, 40_000)), (Format::Jpeg, jpeg_claiming(40_000, 40_000))]
    {
        let result = pool.process(&bytes, &[320]);
        assert_eq!(result.facts.format, Some(format));
        assert_eq!(result.facts.stored, Some(size), "{format}: what it claims is a fact");
        assert_eq!(result.problem, Some(DecodeProblem::TooLarge { size }), "{format}");
        assert!(result.previews.is_empty(), "{format}: nothing was decoded");
    }
}

#[test]
fn both_limits_hold_also_inside_the_decoders() {
    let size = PixelSize::new(3264, 2448);
    let bytes = photo("sony-d5403-fence.jpg");
    for (limits, why) in [
        (PixelLimits { side_px_max: 3_263, ..PixelLimits::default() }, "one pixel too wide"),
        (
            PixelLimits { decoded_bytes_max: size.pixels() * 4 - 1, ..PixelLimits::default() },
            "one byte too large",
        ),
    ] {
        let mut renderer = Renderer::new(limits).expect("there is memory");
        let rendered = renderer.render(&bytes, &[320], 80);
        assert_eq!(rendered.problem, Some(DecodeProblem::TooLarge { size }), "{why}");
    }
}

#[test]
fn files_that_are_no_pictures_are_told_apart() {
    let pool = pool(1, patient());
    for bytes in [&b""[..], b"%PDF-1.7\n", b"II*\0\x08\0\0\0", &[0; 4096]] {
        let result = pool.process(bytes, &[320]);
        assert_eq!(result.problem, Some(DecodeProblem::NotAPicture));
        assert_eq!(result.facts, facts(bytes), "the length is given all the same");
        assert_eq!(result.facts.format, None);
        assert!(result.facts.oddities.is_empty(), "what is no photo is no odd photo");
    }
}

#[test]
fn small_pictures_of_every_raster_kind_are_shown() {
    let pool = pool(1, patient());
    let picture = image::RgbaImage::from_fn(90, 60, |x, _| {
        image::Rgba([10, 20, 200, if x < 45 { 0 } else { 255 }])
    });
    for format in [image::ImageFormat::Png, image::ImageFormat::WebP] {
        let mut bytes = std::io::Cursor::new(Vec::new());
        picture.write_to(&mut bytes, format).expect("memory can be written");
        let result = pool.process(bytes.get_ref(), &[320]);
        assert_eq!(result.problem, None, "{format:?}");
        assert_eq!(result.previews[0].size, PixelSize::new(90, 60), "{format:?} is not enlarged");
        let shown = crate::support::decoded(&result.previews[0].jpeg);
        assert!(shown.get_pixel(8, 30).0.iter().all(|&v| v > 240), "{format:?}: clear is white");
        assert!(shown.get_pixel(80, 30).0[2] > 150, "{format:?}: blue is blue");
    }
}

//! Facts and previews of every real file, against a table checked with an independent reader.

use lisuan_photos::{Oddity, PhotoFacts, PixelSize, Renderer, facts, hex, sha256};

use crate::support::{patient, photo, photo_names, pool};

/// One row per file: name, stored size, upright size, orientation, capture time, its subsecond,
/// offset in minutes, latitude, longitude, datum, altitude, direction, satellite time, make, model,
/// software, body serial, lens, oddities. The values agree with what ExifTool 12.57 prints for the same files.
const TABLE: &str = include_str!("facts.tsv");

fn row(name: &str, facts: &PhotoFacts) -> String {
    let size =
        |size: Option<PixelSize>| size.map(|size| format!("{}x{}", size.width_px, size.height_px));
    let time = facts.capture_time.as_ref();
    let position = facts.position.as_ref();
    let direction = facts.direction.as_ref().map(|direction| {
        let north = match direction.magnetic {
            Some(true) => "M",
            Some(false) => "T",
            None => "?",
        };
        format!("{} {north}", direction.degrees)
    });
    let oddities: Vec<String> = facts
        .oddities
        .iter()
        .map(|oddity| match oddity {
            Oddity::Exif(oddity) => format!("{oddity:?}"),
            oddity => format!("{oddity:?}"),
        })
        .collect();
    let cells = [
        Some(name.to_owned()),
        size(facts.stored),
        size(facts.upright),
        Some(facts.orientation.exif_value().to_string()),
        time.map(|time| time.local.clone()),
        time.and_then(|time| time.subsecond.clone()),
        time.and_then(|time| time.offset_minutes).map(|minutes| minutes.to_string()),
        position.map(|position| position.latitude_deg.clone()),
        position.map(|position| position.longitude_deg.clone()),
        facts.map_datum.clone(),
        facts.altitude_m.clone(),
        direction,
        facts.gps_time_utc.clone(),
        facts.camera_make.clone(),
        facts.camera_model.clone(),
        facts.software.clone(),
        facts.body_serial.clone(),
        facts.lens.clone(),
        Some(oddities.join(", ")),
    ];
    cells
        .map(|cell| cell.filter(|cell| !cell.is_empty()).unwrap_or_else(|| "-".to_owned()))
        .join("\t")
}

#[test]
fn facts_of_every_real_file() {
    let found: Vec<String> =
        photo_names().iter().map(|name| row(name, &facts(&photo(name)))).collect();
    let expected: Vec<&str> = TABLE.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(found.join("\n"), expected.join("\n"), "facts.tsv says otherwise");
}

#[test]
fn every_real_file_gives_upright_previews_through_a_decoder_process() {
    let pool = pool(2, patient());
    for name in photo_names() {
        let bytes = photo(&name);
        let result = pool.process(&bytes, &[320, 1600]);
        assert_eq!(result.problem, None, "{name} is a sound file");
        assert_eq!(
            result.facts,
            facts(&bytes),
            "{name}: the same facts with and without a process"
        );
        let upright = result.facts.upright.expect("every real file has a size");
        let sizes: Vec<PixelSize> = result.previews.iter().map(|preview| preview.size).collect();
        assert_eq!(sizes.len(), 2, "{name}: two previews were asked for");
        for (size, side_px) in sizes.iter().zip([320, 1600]) {
            assert_eq!(size.longest_px(), side_px, "{name}: long enough to be shrunk");
            let proportion = u64::from(size.width_px) * u64::from(upright.height_px);
            let other = u64::from(size.height_px) * u64::from(upright.width_px);
            let off = proportion.abs_diff(other) * 100 / proportion.max(1);
            assert!(off < 1, "{name}: {size} keeps the proportions of {upright}");
        }
        for preview in &result.previews {
            let again = facts(&preview.jpeg);
            assert_eq!(again.stored, Some(preview.size), "{name}: the preview says its own size");
            assert!(again.oddities.contains(&Oddity::NoExif), "{name}: previews carry no metadata");
        }
    }
}

#[test]
fn a_colour_profile_is_taken_over() {
    // A real file with a profile of its own: the preview would look pale without it.
    let with_profile: Vec<String> = photo_names()
        .into_iter()
        .filter(|name| {
            // A segment of a JPEG, a property of a HEIC.
            let head = &photo(name)[..65_536];
            let mut parts = head.windows(8);
            parts.any(|part| part == b"ICC_PROF" || part == b"colrprof")
        })
        .collect();
    assert!(with_profile.len() >= 2, "at least two iPhone pictures have one");
    let mut renderer = Renderer::new(patient().pixels).expect("there is memory");
    for name in &with_profile {
        let rendered = renderer.render(&photo(name), &[320], 80);
        let jpeg = &rendered.previews.first().expect("a sound file has a preview").jpeg;
        let kept = jpeg.windows(12).any(|part| part == b"ICC_PROFILE\0");
        assert!(kept, "{name}: the profile is in the preview");
    }
}

#[test]
fn a_heic_becomes_a_whole_upright_jpeg() {
    let bytes = photo("galaxy-s10-panel.heic");
    let copy = pool(1, patient()).jpeg_copy(&bytes, 16_384).expect("a sound file");
    assert_eq!(Some(copy.size), facts(&bytes).upright, "not shrunk");
    assert_eq!(facts(&copy.jpeg).stored, Some(copy.size), "the copy is a JPEG of that size");
}

#[test]
fn the_hash_is_that_of_the_unchanged_file() {
    let bytes = photo("sony-d5403-fence.jpg");
    assert_eq!(
        hex(&sha256(&bytes)),
        "e97b916e07ff23a25e7c2cdae5cae8c969a5268e16be55ad992fb061f20f6017",
        "as sha256sum prints it"
    );
    assert_eq!(facts(&bytes).byte_len, 3_723_140);
}

//! Photos whose transfer broke off: kept, flagged, shown as far as they go.

use lisuan_photos::{DecodeProblem, Oddity, facts};

use crate::support::{decoded, mean_difference, patient, photo, pool};

#[test]
fn a_cut_jpeg_is_flagged_and_shown_as_far_as_it_goes() {
    let whole = photo("iphone4s-rotated90-gravel.jpg");
    let pool = pool(1, patient());
    let sound = decoded(&pool.process(&whole, &[320]).previews[0].jpeg);
    let mut last_difference = u64::MAX;
    for tenths in [3, 6, 9] {
        let cut = &whole[..whole.len() * tenths / 10];
        let result = pool.process(cut, &[320]);
        assert!(result.facts.oddities.contains(&Oddity::Truncated), "{tenths}/10 is not whole");
        assert_eq!(result.facts.capture_time, facts(&whole).capture_time, "EXIF stands in front");
        let damaged = matches!(result.problem, Some(DecodeProblem::Damaged { .. }));
        assert!(damaged, "{tenths}/10: {:?}", result.problem);
        let shown = decoded(&result.previews[0].jpeg);
        let difference = mean_difference(&shown, &sound);
        assert!(difference < last_difference, "{tenths}/10 shows more than less of the file did");
        last_difference = difference;
    }
    assert!(last_difference < 10, "nine tenths of the file show nearly all of the picture");
}

#[test]
fn a_jpeg_cut_inside_its_header_has_facts_and_no_preview() {
    let whole = photo("iphone4s-rotated90-gravel.jpg");
    let pool = pool(1, patient());
    for len in [3, 20, 200, 2_000] {
        let result = pool.process(&whole[..len], &[320]);
        assert!(result.facts.oddities.contains(&Oddity::Truncated), "{len} bytes are not whole");
        assert_eq!(result.facts.byte_len, len as u64);
        assert!(result.previews.is_empty(), "{len} bytes hold no pixels");
        assert!(result.problem.is_some(), "{len} bytes: the reason is told");
    }
}

#[test]
fn a_file_that_lost_only_its_end_marker_is_flagged() {
    let mut bytes = photo("sony-d5403-fence.jpg");
    assert!(!facts(&bytes).oddities.contains(&Oddity::Truncated), "the whole file is whole");
    bytes.truncate(bytes.len() - 2);
    assert!(facts(&bytes).oddities.contains(&Oddity::Truncated), "two bytes are missing");
}

#[test]
fn a_cut_heic_keeps_its_facts() {
    let whole = photo("iphone8-gps-office.heic");
    let cut = &whole[..whole.len() / 2];
    let result = pool(1, patient()).process(cut, &[320]);
    let sound = facts(&whole);
    assert!(result.facts.oddities.contains(&Oddity::Truncated), "half is not whole");
    assert_eq!(result.facts.upright, sound.upright, "the tables stand in front");
    assert!(result.problem.is_some(), "tiles are missing");
}

//! What was noticed about a photo, as codes with words under `oddity-<code>`.

use std::collections::BTreeSet;

use lisuan_photos::{DecodeProblem, ExifOddity, Look, Oddity, PoolResult};

/// What the field of the record holds.
const CHARS_MAX: usize = 200;

/// Everything that was noticed about a photo, each code once, the weightiest first. Ends before the
/// code with which the field would overflow.
pub(crate) fn codes(seen: &PoolResult) -> Vec<String> {
    let of_pixels = seen.look.as_ref().map(Look::oddities).unwrap_or_default();
    let problem = seen.problem.as_ref().map(problem_code);
    let noticed = seen.facts.oddities.iter().chain(&of_pixels).map(code);
    let mut told = BTreeSet::new();
    let mut chars = 0;
    problem
        .into_iter()
        .chain(noticed)
        .filter(|code| told.insert(*code))
        .take_while(|code| {
            chars += code.len() + 1;
            chars <= CHARS_MAX
        })
        .map(str::to_owned)
        .collect()
}

/// Whether the codes of a photo say that no picture could be made of it.
pub(crate) fn is_undrawable(codes: &str) -> bool {
    codes.split(' ').any(|code| PROBLEMS.contains(&code))
}

/// What [`problem_code`] gives.
const PROBLEMS: [&str; 6] =
    ["not-a-picture", "too-large", "damaged", "not-decodable", "timed-out", "crashed"];

fn code(oddity: &Oddity) -> &'static str {
    match oddity {
        Oddity::NoExif => "no-exif",
        Oddity::Truncated => "truncated",
        Oddity::TooSmall(_) => "too-small",
        Oddity::NoSize => "no-size",
        Oddity::Blurred => "blurred",
        Oddity::ThumbnailDiffers => "thumbnail-differs",
        Oddity::Exif(exif) => match exif {
            ExifOddity::NoCaptureTime => "no-capture-time",
            ExifOddity::ZeroedCaptureTime => "zeroed-capture-time",
            ExifOddity::UnreadableCaptureTime(_) => "unreadable-capture-time",
            ExifOddity::EditedSoftware(_) => "edited",
            ExifOddity::UnreadablePosition => "unreadable-position",
            ExifOddity::PositionWithoutFix => "position-without-fix",
            ExifOddity::OtherDatum(_) => "other-datum",
            ExifOddity::DamagedExif => "damaged-exif",
        },
    }
}

fn problem_code(problem: &DecodeProblem) -> &'static str {
    match problem {
        DecodeProblem::NotAPicture => "not-a-picture",
        DecodeProblem::TooLarge { .. } | DecodeProblem::FileTooLong { .. } => "too-large",
        DecodeProblem::Damaged { .. } => "damaged",
        DecodeProblem::Unsupported { .. } => "not-decodable",
        DecodeProblem::TimedOut { .. } => "timed-out",
        DecodeProblem::Crashed { .. } | DecodeProblem::NotStarted { .. } => "crashed",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Words;

    fn every_oddity() -> Vec<Oddity> {
        let text = String::new;
        let size = lisuan_photos::PixelSize::new(1, 1);
        let exif = [
            ExifOddity::NoCaptureTime,
            ExifOddity::ZeroedCaptureTime,
            ExifOddity::UnreadableCaptureTime(text()),
            ExifOddity::EditedSoftware(text()),
            ExifOddity::UnreadablePosition,
            ExifOddity::PositionWithoutFix,
            ExifOddity::OtherDatum(text()),
            ExifOddity::DamagedExif,
        ];
        let own = [
            Oddity::NoExif,
            Oddity::Truncated,
            Oddity::TooSmall(size),
            Oddity::NoSize,
            Oddity::Blurred,
            Oddity::ThumbnailDiffers,
        ];
        own.into_iter().chain(exif.map(Oddity::Exif)).collect()
    }

    #[test]
    fn every_code_has_words_in_both_languages() {
        for language in crate::LANGUAGES {
            let words = Words::of(language);
            let codes = every_oddity();
            let reasons = crate::intake::REASONS.iter().copied();
            for code in codes.iter().map(code).chain(reasons).chain(["duplicate"]) {
                assert!(words.has(&format!("oddity-{code}")), "{language}: {code} has no words");
            }
        }
    }

    #[test]
    fn the_field_never_overflows_and_no_code_is_cut() {
        let mut facts = lisuan_photos::facts(b"");
        facts.oddities = every_oddity();
        let problem = Some(DecodeProblem::NotAPicture);
        let seen = PoolResult { facts, previews: Vec::new(), look: None, problem };
        let codes = codes(&seen);
        assert!(codes.join(" ").len() <= CHARS_MAX, "{codes:?}");
        assert_eq!(codes[0], "not-a-picture", "the weightiest comes first");
        assert!(codes.len() > 5, "{codes:?}");
        let whole: Vec<&str> = every_oddity().iter().map(code).collect();
        assert!(codes[1..].iter().all(|code| whole.contains(&code.as_str())), "{codes:?}");
    }
}

//! What EXIF says about a photo: when, where, which camera.

use crate::capture_time::{CivilTime, civil_time, offset_minutes};
use crate::decimal::decimal_text;
use crate::orientation::Orientation;
use crate::tiff::{Directory, Tiff};

/// Decimals of a coordinate; the seventh is about a centimetre on the ground.
const COORDINATE_PLACES: u32 = 7;

/// A position on the ground, as exact decimal text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GpsPosition {
    /// Degrees north of the equator, negative to the south, seven decimals.
    pub latitude_deg: String,
    /// Degrees east of Greenwich, negative to the west, seven decimals.
    pub longitude_deg: String,
}

/// The direction the camera looked in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ViewDirection {
    /// Degrees clockwise from north, two decimals.
    pub degrees: String,
    /// Whether north is the magnetic one (`true`) or the true one; `None` when the file is silent.
    pub magnetic: Option<bool>,
}

/// The field a capture time was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaptureTimeField {
    /// `DateTimeOriginal`.
    Original,
    /// `DateTimeDigitized`, used when the first is absent; the same moment on a digital camera.
    Digitized,
}

/// When a photo was taken, by the camera's own clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaptureTime {
    /// Local civil time as `YYYY-MM-DDTHH:MM:SS`.
    pub local: String,
    /// Minutes east of UTC, if the camera wrote them. Never guessed from a position.
    pub offset_minutes: Option<i16>,
    /// Digits after the second, as the camera wrote them; they tell the pictures of a burst apart.
    pub subsecond: Option<String>,
    /// The field it was read from.
    pub field: CaptureTimeField,
}

/// Something about the metadata that a person should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExifOddity {
    /// No capture time is written.
    NoCaptureTime,
    /// The capture time is zeros or blanks: the camera's clock was not set.
    ZeroedCaptureTime,
    /// The capture time is no date; the text as written.
    UnreadableCaptureTime(String),
    /// The software field names a picture editor; the text as written.
    EditedSoftware(String),
    /// A position is written but cannot be read (hemisphere missing, zero denominators, out of range).
    UnreadablePosition,
    /// The receiver says that it had no fix; the position may be an old one.
    PositionWithoutFix,
    /// The file names another datum than WGS-84, by which positions are read; the text as written.
    OtherDatum(String),
    /// The EXIF block is damaged; what could be read is given.
    DamagedExif,
}

/// Everything read from one EXIF block.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct ExifFacts {
    pub(crate) orientation: Option<Orientation>,
    pub(crate) capture_time: Option<CaptureTime>,
    pub(crate) position: Option<GpsPosition>,
    pub(crate) map_datum: Option<String>,
    pub(crate) altitude_m: Option<String>,
    pub(crate) direction: Option<ViewDirection>,
    pub(crate) gps_time_utc: Option<String>,
    pub(crate) make: Option<String>,
    pub(crate) model: Option<String>,
    pub(crate) body_serial: Option<String>,
    pub(crate) lens: Option<String>,
    pub(crate) software: Option<String>,
    pub(crate) oddities: Vec<ExifOddity>,
}

/// Reads a TIFF block as EXIF; tag numbers are those of CIPA DC-008.
pub(crate) fn read_exif(block: &[u8]) -> ExifFacts {
    let mut facts = ExifFacts::default();
    let Some(main) = Tiff::new(block).and_then(Tiff::first_directory) else {
        facts.oddities = vec![ExifOddity::DamagedExif, ExifOddity::NoCaptureTime];
        return facts;
    };
    let (photo, photo_lost) = child(&main, 0x8769);
    let (gps, gps_lost) = child(&main, 0x8825);
    let text = |directory: Option<&Directory<'_>>, tag| directory?.value(tag)?.text();

    facts.orientation = main
        .value(0x0112)
        .and_then(|value| value.unsigned())
        .and_then(|value| Orientation::from_exif(u16::try_from(value).ok()?));
    facts.make = text(Some(&main), 0x010F);
    facts.model = text(Some(&main), 0x0110);
    facts.software = text(Some(&main), 0x0131);
    // The second is the tag of raw files, which some cameras also write into their JPEGs.
    facts.body_serial = text(photo.as_ref(), 0xA431).or_else(|| text(Some(&main), 0xC62F));
    facts.lens = text(photo.as_ref(), 0xA434);

    if main.cut || photo_lost || gps_lost {
        facts.oddities.push(ExifOddity::DamagedExif);
    }
    match photo {
        Some(photo) => read_capture_time(&main, &photo, &mut facts),
        None => facts.oddities.push(ExifOddity::NoCaptureTime),
    }
    if let Some(gps) = gps {
        read_gps(&gps, &mut facts);
    }
    if let Some(software) = facts.software.as_ref().filter(|name| is_editor(name)) {
        facts.oddities.push(ExifOddity::EditedSoftware(software.clone()));
    }
    facts
}

/// Opens a child directory and tells whether it is named but lost or cut.
fn child<'a>(main: &Directory<'a>, tag: u16) -> (Option<Directory<'a>>, bool) {
    let directory = main.child(tag);
    let lost = match &directory {
        Some(directory) => directory.cut,
        None => main.value(tag).is_some(),
    };
    (directory, lost)
}

fn read_capture_time(main: &Directory<'_>, photo: &Directory<'_>, facts: &mut ExifFacts) {
    let fields = [
        (CaptureTimeField::Original, 0x9003, 0x9011, 0x9291),
        (CaptureTimeField::Digitized, 0x9004, 0x9012, 0x9292),
    ];
    let mut oddity = ExifOddity::NoCaptureTime;
    for (field, time_tag, offset_tag, subsecond_tag) in fields {
        let Some(text) = photo.value(time_tag).and_then(|value| value.padded_text()) else {
            continue;
        };
        match civil_time(&text) {
            CivilTime::Known(local) => {
                let offset = |tag| offset_minutes(&photo.value(tag)?.text()?);
                // Some write only the offset of the time of the last change. It holds for the
                // capture as long as the file was not changed since.
                let changed = main.value(0x0132).and_then(|value| value.padded_text());
                let unchanged = changed.is_some_and(|changed| changed == text);
                let of_change = || offset(0x9010).filter(|_| unchanged);
                let offset_minutes = offset(offset_tag).or_else(of_change);
                let subsecond = photo.value(subsecond_tag).and_then(|value| value.text());
                let subsecond = subsecond.filter(|text| is_subsecond(text));
                facts.capture_time = Some(CaptureTime { local, offset_minutes, subsecond, field });
                return;
            }
            // The first field's state is the one reported.
            _ if oddity != ExifOddity::NoCaptureTime => {}
            CivilTime::Zeroed => oddity = ExifOddity::ZeroedCaptureTime,
            CivilTime::Unreadable(text) => oddity = ExifOddity::UnreadableCaptureTime(text),
        }
    }
    facts.oddities.push(oddity);
}

/// Nanoseconds have nine digits; nothing keeps more.
fn is_subsecond(text: &str) -> bool {
    (1..=9).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Gives the thumbnail that the camera put into the EXIF block: a small JPEG, as stored.
pub(crate) fn thumbnail(block: &[u8]) -> Option<&[u8]> {
    let tiff = Tiff::new(block)?;
    let directory = tiff.second_directory()?;
    let number = |tag| directory.value(tag)?.unsigned();
    let jpeg = tiff.bytes(number(0x0201)?, number(0x0202)?)?;
    jpeg.starts_with(&[0xFF, 0xD8, 0xFF]).then_some(jpeg)
}

fn read_gps(gps: &Directory<'_>, facts: &mut ExifFacts) {
    let text = |tag| gps.value(tag)?.text();
    let fraction = |tag| gps.value(tag)?.rationals::<1>().map(|[fraction]| fraction);

    let latitude = coordinate(gps, 2, text(1).as_deref(), ["N", "S"], 90);
    let longitude = coordinate(gps, 4, text(3).as_deref(), ["E", "W"], 180);
    match (latitude, longitude) {
        // Cameras write exactly nought for both when they know neither.
        (Some(latitude), Some(longitude)) if is_zero(&latitude) && is_zero(&longitude) => {
            facts.oddities.push(ExifOddity::UnreadablePosition);
        }
        (Some(latitude_deg), Some(longitude_deg)) => {
            facts.position = Some(GpsPosition { latitude_deg, longitude_deg });
            if text(9).as_deref() == Some("V") {
                facts.oddities.push(ExifOddity::PositionWithoutFix);
            }
            facts.map_datum = text(18);
            if let Some(datum) = facts.map_datum.as_ref().filter(|datum| !is_wgs84(datum)) {
                facts.oddities.push(ExifOddity::OtherDatum(datum.clone()));
            }
        }
        _ if gps.value(2).is_some() || gps.value(4).is_some() => {
            facts.oddities.push(ExifOddity::UnreadablePosition);
        }
        _ => {}
    }

    let below_sea = gps.value(5).and_then(|value| value.unsigned()) == Some(1);
    facts.altitude_m = fraction(6).and_then(|(numerator, denominator)| {
        decimal_text(below_sea, numerator.into(), denominator.into(), 2)
    });
    facts.direction = fraction(17).and_then(|(numerator, denominator)| {
        let degrees = decimal_text(false, numerator.into(), denominator.into(), 2)?;
        let within_turn = u64::from(numerator) <= 360 * u64::from(denominator);
        let magnetic = match text(16).as_deref() {
            Some("M") => Some(true),
            Some("T") => Some(false),
            _ => None,
        };
        within_turn.then_some(ViewDirection { degrees, magnetic })
    });
    facts.gps_time_utc = gps_time(gps);
}

/// Tells whether a datum is WGS-84, however it is punctuated.
fn is_wgs84(datum: &str) -> bool {
    let name: String = datum.chars().filter(char::is_ascii_alphanumeric).collect();
    matches!(name.to_ascii_uppercase().as_str(), "WGS84" | "WGS1984")
}

fn is_zero(decimal: &str) -> bool {
    decimal.chars().all(|c| matches!(c, '0' | '.'))
}

/// Adds degrees, minutes and seconds as exact fractions.
fn coordinate(
    gps: &Directory<'_>,
    tag: u16,
    hemisphere: Option<&str>,
    [positive, negative]: [&str; 2],
    degrees_max: u128,
) -> Option<String> {
    let is_negative = match hemisphere? {
        name if name == positive => false,
        name if name == negative => true,
        _ => return None,
    };
    let fractions = gps.value(tag)?.rationals::<3>()?;
    let [degrees, minutes, seconds] = fractions.map(|(n, d)| (u128::from(n), u128::from(d)));
    // Some writers leave unused minutes or seconds as 0/0; degrees must be a number.
    let unused_as_zero = |(n, d)| if n == 0 && d == 0 { (0, 1) } else { (n, d) };
    let ((dn, dd), (mn, md), (sn, sd)) =
        (degrees, unused_as_zero(minutes), unused_as_zero(seconds));
    // Each factor is below 2^32, so the sum stays below 2^111.
    let numerator = dn * md * sd * 3_600 + mn * dd * sd * 60 + sn * dd * md;
    let denominator = dd * md * sd * 3_600;
    if numerator > degrees_max * denominator {
        return None;
    }
    decimal_text(is_negative, numerator, denominator, COORDINATE_PLACES)
}

/// Reads the satellites' time, which does not depend on how the camera's clock was set.
fn gps_time(gps: &Directory<'_>) -> Option<String> {
    let date = gps.value(29)?.text()?;
    let [hour, minute, second] = gps.value(7)?.rationals::<3>()?;
    let [hour, minute, second] = [
        hour.0.checked_div(hour.1)?,
        minute.0.checked_div(minute.1)?,
        second.0.checked_div(second.1)?,
    ];
    match civil_time(&format!("{date} {hour:02}:{minute:02}:{second:02}")) {
        CivilTime::Known(time) => Some(format!("{time}Z")),
        _ => None,
    }
}

/// Picture editors, in lower case, as they name themselves in the software field.
///
/// Camera firmware and the phones' own camera programs are not listed: every photo names one.
const EDITORS: &[&str] = &[
    "acdsee",
    "adobe",
    "affinity",
    "b612",
    "canva",
    "capture one",
    "darktable",
    "facetune",
    "faceu",
    "fotor",
    "gimp",
    "imagemagick",
    "irrfan",
    "irfanview",
    "krita",
    "lightroom",
    "luminar",
    "meitu",
    "paint",
    "photo editor",
    "photo gallery",
    "photo viewer",
    "photodirector",
    "photofiltre",
    "photopea",
    "photoscape",
    "photoshop",
    "photos 1.",
    "picasa",
    "picsart",
    "pixelmator",
    "pixlr",
    "polarr",
    "rawtherapee",
    "remini",
    "retrica",
    "snapseed",
    "ulead",
    "vsco",
    "xnview",
    "黄油相机",
    "美图",
    "轻颜",
    "醒图",
    "泼辣",
];

fn is_editor(software: &str) -> bool {
    let software = software.to_lowercase();
    EDITORS.iter().any(|editor| software.contains(editor))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_editors_from_firmware() {
        for name in ["Adobe Photoshop CC 2019 (Windows)", "GIMP 2.10", "Meitu 9.2", "美图秀秀"]
        {
            assert!(is_editor(name), "{name} edits pictures");
        }
        for name in ["13.4.1", "G975FXXU7CTF1", "Ver.1.00", "HDR+ 1.0", "BlackBerry 10.1.0"] {
            assert!(!is_editor(name), "{name} is a camera");
        }
    }

    #[test]
    fn a_block_that_is_not_tiff_is_reported() {
        let facts = read_exif(b"not a TIFF block");
        assert_eq!(facts.oddities, [ExifOddity::DamagedExif, ExifOddity::NoCaptureTime]);
    }

    /// A big-endian block: main directory, photo directory, GPS directory, each with the given
    /// entries (tag, kind, value), and a thumbnail.
    fn block(
        main: &[Entry<'_>],
        photo: &[Entry<'_>],
        gps: &[Entry<'_>],
        thumbnail: &[u8],
    ) -> Vec<u8> {
        let pointer = [(0x8769, 4, &[0; 4][..]), (0x8825, 4, &[0; 4])];
        let main: Vec<Entry<'_>> = main.iter().copied().chain(pointer).collect();
        let mut block = b"MM\0*\0\0\0\x08".to_vec();
        let starts: Vec<u32> = [main.as_slice(), photo, gps]
            .into_iter()
            .map(|entries| directory(&mut block, entries))
            .collect();
        for (tag, start) in [(0x8769_u16, starts[1]), (0x8825, starts[2])] {
            let tag = tag.to_be_bytes();
            let at = block.windows(2).position(|part| part == tag).expect("the pointer is there");
            block[at + 8..at + 12].copy_from_slice(&start.to_be_bytes());
        }
        // The link behind the main directory leads to that of the thumbnail.
        let link = 8 + 2 + main.len() * 12;
        let (second, data) = (block.len() as u32, block.len() as u32 + 30);
        block[link..link + 4].copy_from_slice(&second.to_be_bytes());
        let len = thumbnail.len() as u32;
        let entries = [(0x0201, 4, &data.to_be_bytes()[..]), (0x0202, 4, &len.to_be_bytes())];
        directory(&mut block, &entries);
        block.extend(thumbnail);
        block
    }

    type Entry<'a> = (u16, u16, &'a [u8]);

    /// Appends a directory with its long values behind it and gives where it starts.
    fn directory(block: &mut Vec<u8>, entries: &[Entry<'_>]) -> u32 {
        let start = block.len();
        let mut values: Vec<u8> = Vec::new();
        block.extend((entries.len() as u16).to_be_bytes());
        for (tag, kind, value) in entries {
            let count = if *kind == 2 { value.len() } else { 1 };
            block.extend(tag.to_be_bytes());
            block.extend(kind.to_be_bytes());
            block.extend((count as u32).to_be_bytes());
            if value.len() <= 4 {
                block.extend(value.iter().chain(&[0; 4]).take(4));
            } else {
                let at = start + 2 + entries.len() * 12 + 4 + values.len();
                block.extend((at as u32).to_be_bytes());
                values.extend(*value);
            }
        }
        block.extend([0; 4]);
        block.extend(values);
        start as u32
    }

    const TAKEN: &[u8] = b"2024:07:12 09:30:00\0";

    #[test]
    fn the_offset_of_the_last_change_holds_while_nothing_was_changed() {
        let photo = [(0x9003, 2, TAKEN), (0x9010, 2, &b"+08:00\0"[..]), (0x9291, 2, b"0450\0")];
        let time = |changed: &[u8]| {
            let facts = read_exif(&block(&[(0x0132, 2, changed)], &photo, &[], b""));
            assert_eq!(facts.oddities, [], "a sound block");
            facts.capture_time.expect("there is a time")
        };
        assert_eq!(time(TAKEN).offset_minutes, Some(480), "written by the camera");
        assert_eq!(time(TAKEN).subsecond.as_deref(), Some("0450"), "digits, not a number");
        let later = time(b"2024:08:01 10:00:00\0");
        assert_eq!(later.offset_minutes, None, "written by who knows which program and where");
    }

    #[test]
    fn another_datum_is_told_and_the_position_kept() {
        let degrees = |n: u32| -> Vec<u8> {
            [n, 1, 0, 1, 0, 1].iter().flat_map(|part| part.to_be_bytes()).collect()
        };
        let (north, east) = (degrees(23), degrees(113));
        let facts = |datum: &[u8]| {
            let gps = [
                (1, 2, &b"N\0"[..]),
                (2, 5, &north),
                (3, 2, b"E\0"),
                (4, 5, &east),
                (18, 2, datum),
            ];
            let mut block = block(&[], &[(0x9003, 2, TAKEN)], &gps, b"");
            // Three fractions where the helper counts one value.
            for tag in [2_u8, 4] {
                let entry = [0, tag, 0, 5, 0, 0, 0, 1];
                let at = block.windows(8).position(|part| part == entry).expect("it is there");
                block[at + 7] = 3;
            }
            read_exif(&block)
        };
        for datum in [&b"WGS-84\0"[..], b"WGS 84\0", b"wgs84\0"] {
            let facts = facts(datum);
            assert!(facts.position.is_some() && facts.oddities.is_empty(), "{:?}", facts.oddities);
        }
        let tokyo = facts(b"TOKYO\0");
        assert_eq!(tokyo.position.map(|at| at.latitude_deg).as_deref(), Some("23.0000000"));
        assert_eq!(tokyo.oddities, [ExifOddity::OtherDatum("TOKYO".to_owned())]);
    }

    #[test]
    fn a_thumbnail_is_found_and_nonsense_is_not() {
        let jpeg = b"\xFF\xD8\xFF\xDBsmall";
        assert_eq!(thumbnail(&block(&[], &[], &[], jpeg)), Some(&jpeg[..]));
        assert_eq!(thumbnail(&block(&[], &[], &[], b"no picture")), None);
        let whole = block(&[], &[], &[], jpeg);
        for len in 0..whole.len() {
            assert_eq!(thumbnail(&whole[..len]), None, "cut to {len} bytes");
        }
    }
}

//! What ships inside the program, so that one file is enough: words, fonts, sample photos.

/// Builds the list of catalogues of one language.
macro_rules! catalogues {
    ($language:literal: $($name:literal),* $(,)?) => {
        &[$((
            $name,
            include_str!(concat!("../../../assets/locales/", $language, "/", $name, ".ftl")),
        )),*]
    };
}

/// Chinese words: file name without ending, and text.
pub const WORDS_ZH_CN: &[(&str, &str)] = catalogues!("zh-CN":
    "adjust-file", "backup", "boq", "capture", "checks", "cli", "clocks", "confidential", "documents", "dossier", "error", "expression",
    "field", "finding", "finding-more", "handover", "law", "life", "measure", "merge", "oddity", "op", "places", "report", "sample", "seal", "sheet", "site", "stats",
    "survey", "verdict", "window", "wording");

/// English words: file name without ending, and text.
pub const WORDS_EN: &[(&str, &str)] = catalogues!("en":
    "adjust-file", "backup", "boq", "capture", "checks", "cli", "clocks", "confidential", "documents", "dossier", "error", "expression",
    "field", "finding", "finding-more", "handover", "law", "life", "measure", "merge", "oddity", "op", "places", "report", "sample", "seal", "sheet", "site", "stats",
    "survey", "verdict", "window", "wording");

/// Noto Sans SC Regular (OFL-1.1).
pub const FONT_REGULAR: &[u8] = include_bytes!("../../../assets/fonts/NotoSansSC-Regular.ttf");

/// Noto Sans SC Bold (OFL-1.1).
pub const FONT_BOLD: &[u8] = include_bytes!("../../../assets/fonts/NotoSansSC-Bold.ttf");

/// DejaVu Sans (Bitstream Vera licence), for what the other two lack: Turkish, Arabic, ticked boxes.
pub const FONT_FALLBACK: &[u8] = include_bytes!("../../../assets/fonts/DejaVuSans.ttf");

/// Builds the list of letter templates of one language.
macro_rules! letters {
    ($language:literal: $($name:literal),* $(,)?) => {
        &[$((
            $name,
            include_str!(concat!(
                "../../../assets/templates/letters/", $language, "/", $name, ".txt"
            )),
        )),*]
    };
}

/// Chinese letters by kind: the first line is the subject, fields stand in braces.
pub const LETTERS_ZH_CN: &[(&str, &str)] = letters!("zh-CN":
    "request", "advance", "refusal", "subrogation", "progress", "advice", "other");

/// English letters by kind.
pub const LETTERS_EN: &[(&str, &str)] = letters!("en":
    "request", "advance", "refusal", "subrogation", "progress", "advice", "other");

/// Statutory holidays and worked weekends of China, as the State Council announced them (JSON).
pub const CALENDAR: &str = include_str!("../../../assets/calendar/cn.json");

/// sRGB (IEC 61966-2-1) as an ICC profile, version 4.2: matrix and curve from the standard's figures.
pub const PROFILE_SRGB: &[u8] = include_bytes!("../../../assets/icc/sRGB.icc");

/// Builds the list of photos of one sample case.
macro_rules! photos {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../../assets/sample/photos/", $name)))),*]
    };
}

/// Real camera files that stand in for site photos of the power plant.
pub const PHOTOS_POWER_PLANT: &[(&str, &[u8])] = photos![
    "galaxy-s10-panel.heic",
    "iphone4s-rotated90-gravel.jpg",
    "nexus4-gps-night.jpg",
    "sanyo-s1-zero-date-building.jpg",
];

/// Real camera files that stand in for site photos of the embankment.
pub const PHOTOS_EMBANKMENT: &[(&str, &[u8])] =
    photos!["iphone4s-rotated90-gravel.jpg", "oppo-r7-gps-13mp.jpg", "iphone5-rotated180-gps.jpg",];

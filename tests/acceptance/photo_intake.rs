//! What comes with photos: cards that are pulled out, phone folders, copies, giants.

use std::fs;

use lisuan_tests::cli::{Desk, GOOD, NO, flagged, number_of, photo, text_of};
use serde_json::Value;

use crate::photos::many;

/// A card with the real photos on it, by other names.
fn card(desk: &Desk, photos: &[(&str, &str)]) -> String {
    let card = desk.path("card/DCIM");
    fs::create_dir_all(&card).unwrap();
    for (name, on_card) in photos {
        fs::copy(photo(name), card.join(on_card)).unwrap();
    }
    card.to_str().unwrap().to_owned()
}

#[test]
fn a_phone_folder_gives_its_photos_and_says_what_it_left_out() {
    let desk = Desk::new();
    let card = card(
        &desk,
        &[
            ("sanyo-s1-zero-date-building.jpg", "IMG_0001.JPG"),
            ("blackberry-z10-rotated90.jpg", "IMG_0002.JPG"),
        ],
    );
    for (name, bytes) in [
        ("IMG_0001.MOV", "film"),
        ("IMG_0002.DNG", "raw"),
        ("._IMG_0001.JPG", "x"),
        ("Thumbs.db", "x"),
    ] {
        fs::write(format!("{card}/{name}"), bytes).unwrap();
    }
    desk.json(GOOD, &["new", "c.lisuan"]);
    let added = desk.json(GOOD, &["photo", "add", "c.lisuan", &card]);
    assert_eq!(number_of(&added, "/added"), 2, "{added}");
    let left_out = |name: &str| flagged(&added, "refused", name);
    assert_eq!(left_out("IMG_0001.MOV"), Some(vec!["live-photo-film".to_owned()]), "{added}");
    assert_eq!(left_out("IMG_0002.DNG"), Some(vec!["raw-beside-picture".to_owned()]), "{added}");
    assert_eq!(added["refused"].as_array().map(Vec::len), Some(2), "litter is not named: {added}");

    // The same card a day later, with one photo more.
    fs::copy(photo("iphone8-gps-office.heic"), format!("{card}/IMG_0003.HEIC")).unwrap();
    let again = desk.json(GOOD, &["photo", "add", "c.lisuan", &card]);
    assert_eq!(number_of(&again, "/added"), 1, "only what is new: {again}");
    assert_eq!(again["duplicates"].as_array().map(Vec::len), Some(2), "{again}");

    // Asked for what is new alone, what is known is counted and nothing more.
    let known = desk.json(GOOD, &["photo", "add", "c.lisuan", "--new", &card]);
    assert_eq!((number_of(&known, "/added"), number_of(&known, "/known")), (0, 3), "{known}");
    assert_eq!(known["duplicates"].as_array().map(Vec::len), Some(0), "{known}");
    fs::copy(photo("lumix-lx3-gps-building.jpg"), format!("{card}/IMG_0004.JPG")).unwrap();
    let new = desk.json(GOOD, &["photo", "add", "c.lisuan", "--new", &card]);
    assert_eq!((number_of(&new, "/added"), number_of(&new, "/known")), (1, 3), "{new}");
    desk.whole("c.lisuan");
}

// Windows does not rename a folder whose files are being read.
#[cfg(unix)]
#[test]
fn a_card_that_is_pulled_out_half_way_leaves_what_was_read_and_names_the_rest() {
    use std::io::{BufRead as _, BufReader};

    const PHOTOS: usize = 30;
    let desk = Desk::new();
    let photos = crate::photos::many_large(&desk, PHOTOS);
    let card = desk.path("card");
    fs::create_dir(&card).unwrap();
    for photo in &photos {
        fs::rename(photo, card.join(photo.file_name().unwrap())).unwrap();
    }
    desk.json(GOOD, &["new", "c.lisuan"]);
    let mut adding = desk.start(&["photo", "add", "c.lisuan", card.to_str().unwrap()]);
    let mut lines = BufReader::new(adding.stderr.take().unwrap()).lines();
    lines.next().unwrap().unwrap();
    let away = desk.path("pulled-out");
    fs::rename(&card, &away).unwrap();
    // Read to the end, so that it never waits for a reader.
    assert!(lines.count() < PHOTOS, "the rest of the progress");
    let answer = adding.wait_with_output().unwrap();
    let added: Value = serde_json::from_slice(&answer.stdout).unwrap();
    let (came, refused) = (number_of(&added, "/added"), added["refused"].as_array().unwrap());
    assert!((1..PHOTOS as u64).contains(&came), "some came in before: {added}");
    assert_eq!(came as usize + refused.len(), PHOTOS, "the others are all named: {added}");
    assert!(refused.iter().all(|photo| photo["codes"][0] == "gone"), "with the reason: {added}");
    desk.whole("c.lisuan");

    fs::rename(&away, &card).unwrap();
    let again = desk.json(GOOD, &["photo", "add", "c.lisuan", card.to_str().unwrap()]);
    assert_eq!(number_of(&again, "/added"), PHOTOS as u64 - came, "the second run brings the rest");
    assert_eq!(again["duplicates"].as_array().map(Vec::len), Some(came as usize), "{again}");
    desk.whole("c.lisuan");
}

#[test]
fn giants_are_told_apart_in_words() {
    let desk = Desk::new();
    desk.json(GOOD, &["new", "c.lisuan"]);
    // Two gigabytes that take no room on the disk.
    let long = fs::File::create(desk.path("long.jpg")).unwrap();
    long.set_len(2 << 30).unwrap();
    // A real JPEG whose frame header claims 40,000 × 40,000 pixels.
    let mut wide = fs::read(photo("sanyo-s1-zero-date-building.jpg")).unwrap();
    let size = [1536_u16.to_be_bytes(), 2048_u16.to_be_bytes()].concat();
    let at = wide.windows(4).rposition(|part| part == size).unwrap();
    wide[at..at + 4].copy_from_slice(&[40_000_u16.to_be_bytes(); 2].concat());
    fs::write(desk.path("wide.jpg"), &wide).unwrap();

    let added = desk.json(GOOD, &["photo", "add", "c.lisuan", "long.jpg", "wide.jpg"]);
    assert_eq!(flagged(&added, "refused", "long.jpg"), Some(vec!["file-too-large".to_owned()]));
    let codes = flagged(&added, "flagged", "wide.jpg").unwrap();
    assert_eq!(codes[0], "too-large", "kept, without a preview: {added}");
    assert_eq!(number_of(&added, "/added"), 1, "the original of the second is evidence: {added}");
    for (language, words) in [("zh-CN", "文件超过 512 MB"), ("en", "larger than 512 MB")] {
        let answer = desk.run(&["photo", "add", "c.lisuan", "long.jpg", "--lang", language]);
        assert_eq!(answer.code, Some(NO), "nothing came in");
        assert!(answer.out.contains(words), "{language}: {}", answer.out);
    }
    desk.whole("c.lisuan");
}

#[test]
fn the_list_says_when_where_and_what_shows_the_same() {
    let desk = Desk::new();
    desk.json(GOOD, &["new", "c.lisuan"]);
    desk.bring("iphone8-gps-office.heic", "office.heic");
    desk.bring("iphone11pro-offset-sign.heic", "sign.heic");
    let mut copy = fs::read(photo("iphone8-gps-office.heic")).unwrap();
    // A box that readers pass over: other bytes, same picture.
    copy.extend(b"\0\0\0\x0Cfree2222");
    fs::write(desk.path("copy.heic"), copy).unwrap();
    desk.json(GOOD, &["photo", "add", "c.lisuan", "office.heic", "sign.heic", "copy.heic"]);

    let list = desk.json(GOOD, &["photo", "list", "c.lisuan"]);
    let named = |name: &str| -> Value {
        let photos = list["photos"].as_array().unwrap();
        photos.iter().find(|photo| photo["fileName"] == name).cloned().unwrap()
    };
    let (office, sign, copy) = (named("office.heic"), named("sign.heic"), named("copy.heic"));
    assert_eq!(text_of(&sign, "/taken/moment"), Some("2020-05-04T18:39:11-04:00"));
    assert_eq!(text_of(&sign, "/taken/offsetSource"), Some("camera"));
    assert_eq!(text_of(&office, "/taken/reading"), Some("2018-02-05T15:11:44"));
    assert_eq!(text_of(&office, "/position/latitudeDeg"), Some("23.1779167"));
    assert_eq!(text_of(&office, "/position/datum"), Some("WGS-84"));
    let shown = text_of(&office, "/position/gcj02/0").unwrap();
    assert!(shown.starts_with("23.17") && shown != "23.177917", "displaced on a map: {shown}");
    assert_eq!(list["near"], serde_json::json!([[office["number"], copy["number"]]]), "{list}");
    assert_eq!(office["near"], serde_json::json!([copy["number"]]));
    assert_eq!(sign["near"], serde_json::json!([]));

    for (language, words) in [("zh-CN", "近似照片 1 组"), ("en", "Groups of near duplicates: 1")]
    {
        let answer = desk.run(&["photo", "list", "c.lisuan", "--lang", language]);
        assert_eq!(answer.code, Some(GOOD), "{}", answer.err);
        for part in [words, "2020-05-04T18:39:11-04:00", "23.1779167 113.3943167"] {
            assert!(answer.out.contains(part), "{language}: no {part} in {}", answer.out);
        }
    }
}

#[test]
fn a_list_of_nothing_and_of_many_is_a_list() {
    let desk = Desk::new();
    desk.json(GOOD, &["new", "c.lisuan"]);
    let empty = desk.json(GOOD, &["photo", "list", "c.lisuan"]);
    assert_eq!(empty, serde_json::json!({"photos": [], "near": []}));
    let photos = many(&desk, 4);
    desk.json(
        GOOD,
        &[
            &["photo", "add", "c.lisuan"][..],
            &photos.iter().map(|path| path.to_str().unwrap()).collect::<Vec<_>>(),
        ]
        .concat(),
    );
    let list = desk.json(GOOD, &["photo", "list", "c.lisuan"]);
    assert_eq!(list["photos"].as_array().map(Vec::len), Some(4));
    assert_eq!(list["near"].as_array().map(Vec::len), Some(1), "all show the same: {list}");
}

//! A composed dossier as a file: what was set comes back as text, and it looks right.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what fails here fails the test that asked for it"
)]

#[path = "../../lisuan-dossier/tests/sample/mod.rs"]
mod sample;
mod support;

use lisuan_core::assessment::Assessment;
use lisuan_core::clocks::Calendar;
use lisuan_dossier::page::Document;
use lisuan_dossier::{PhotoPicture, compose};
use support::{Stored, on_disk, photo, tool, write};

/// The small case with real photos, in a language.
fn small(language: &str, stored: &mut Stored) -> Document {
    let (case, _) = sample::small();
    let real = [
        ("canon-a2500-sketch-gps-16mp.jpg", (4608, 3456), 1),
        ("iphone4s-rotated90-gravel.jpg", (3264, 2448), 6),
    ];
    let pictures: Vec<PhotoPicture> = (0..)
        .zip(real)
        .map(|(n, (name, pixels, orientation))| PhotoPicture {
            photo: case.photos[n as usize].id,
            key: stored.add(photo(name)),
            pixels,
            orientation,
            original: n == 0,
        })
        .collect();
    let assessment = Assessment::of(&case, &Calendar::default());
    let attachments = [sample::attachment()];
    let input = sample::input(&case, &assessment, &pictures, language, &attachments);
    compose(&input, &sample::Catalogue::of(language), &sample::fonts())
}

#[test]
fn a_dossier_comes_back_as_text_in_both_languages() {
    for (language, title) in [("zh-CN", "公估报告"), ("en", "Loss Adjustment Report")] {
        let mut stored = Stored::default();
        let document = small(language, &mut stored);
        let (bytes, _) = write(&document, &mut stored).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = on_disk(&folder, &bytes);
        let Some(said) = tool("pdftotext", &["-raw", path.to_str().unwrap(), "-"]) else { return };
        let squeezed: String = said.split_whitespace().collect();
        let expected: String = title.split_whitespace().collect();
        assert!(squeezed.contains(&expected), "{language}: the title");
        for page in &document.pages {
            for run in page.text().lines().filter(|run| !run.trim().is_empty()) {
                let run: String = run.split_whitespace().collect();
                assert!(squeezed.contains(&run), "{language}: {run:?} comes back from the file");
            }
        }
        // The pages, for a person to look at.
        if let Some(folder) = std::env::var_os("LISUAN_PAGES") {
            let name = format!("dossier-{language}.pdf");
            std::fs::write(std::path::Path::new(&folder).join(name), &bytes).unwrap();
        }
    }
}

#[test]
fn photos_come_out_of_the_file_as_they_went_in() {
    let mut stored = Stored::default();
    let document = small("zh-CN", &mut stored);
    let (bytes, _) = write(&document, &mut stored).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = on_disk(&folder, &bytes);
    let prefix = folder.path().join("photo");
    let args = ["-all", path.to_str().unwrap(), prefix.to_str().unwrap()];
    if tool("pdfimages", &args).is_none() {
        return;
    }
    let mut found = 0;
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|e| e == "jpg") {
            let bytes = std::fs::read(&path).unwrap();
            assert!(stored.0.values().any(|original| *original == bytes), "{}", path.display());
            found += 1;
        }
    }
    assert_eq!(found, 2, "the way described in the dossier gives the bytes of the photos");
}

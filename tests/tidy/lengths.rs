//! A file that grows past its length has more than one idea.

use crate::expect_none;
use crate::tree::{File, files};

/// The most lines of one source file.
const LINES_MAX: usize = 500;
/// Sources that people write.
const WRITTEN: [&str; 5] = [".rs", ".ts", ".js", ".svelte", ".css"];
/// The list of kinds and fields, which a test of the application writes from the core.
const FIELDS: &str = "ui/src/backend/fields.ts";

/// Files that are too long; what a program writes is as long as it has to be.
fn too_long(files: &[File]) -> Vec<String> {
    files
        .iter()
        .filter(|file| file.is(&WRITTEN))
        .filter(|file| !file.path.contains("bindings") && !file.path.contains("generated"))
        .filter(|file| file.path != FIELDS)
        .map(|file| (file.text.lines().count(), &file.path))
        .filter(|(lines, _)| *lines > LINES_MAX)
        .map(|(lines, path)| format!("{path}: {lines} lines, at most {LINES_MAX}"))
        .collect()
}

#[test]
fn every_file_has_one_idea() {
    expect_none("files that should be split", &too_long(&files("")));
}

#[test]
fn only_written_sources_are_measured() {
    let file = |path: &str, lines: usize| File::new(path, &"x\n".repeat(lines));
    let files = [
        file("a.rs", 500),
        file("b.rs", 501),
        file("ui/src/c.svelte", 900),
        file("ui/src/backend/bindings/d.ts", 900),
        file(FIELDS, 900),
        file("ui/src/backend/e.ts", 900),
        file("words.ftl", 900),
    ];
    assert_eq!(
        too_long(&files),
        [
            "b.rs: 501 lines, at most 500",
            "ui/src/c.svelte: 900 lines, at most 500",
            "ui/src/backend/e.ts: 900 lines, at most 500",
        ]
    );
}

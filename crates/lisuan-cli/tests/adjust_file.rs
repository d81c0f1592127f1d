//! `lisuan adjust FILE.json`: what is told apart, the exit codes, words and objects.
#![allow(clippy::unwrap_used, reason = "a broken test stops where it stands")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/examples").join(name)
}

fn adjust(file: &Path, args: &[&str]) -> Output {
    let home = tempfile::tempdir().unwrap();
    Command::new(env!("CARGO_BIN_EXE_lisuan"))
        .arg("adjust")
        .arg(file)
        .args(args)
        .env("LISUAN_HOME", home.path())
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn a_file_is_adjusted_in_words_and_as_an_object() {
    let answer = adjust(&example("solar-fire.json"), &["--lang", "en"]);
    assert_eq!(answer.status.code(), Some(0), "nothing blocks");
    let words = text(&answer.stdout);
    for part in ["18,223.04", "壹万捌仟贰佰贰拾叁元零肆分", "特别约定第3条", "+428.54"]
    {
        assert!(words.contains(part), "{part} is in\n{words}");
    }
    let answer = adjust(&example("solar-fire.json"), &["--json"]);
    let value: serde_json::Value = serde_json::from_slice(&answer.stdout).unwrap();
    assert_eq!(value["result"]["figures"]["payable"]["value"], "18223.04");
}

#[test]
fn a_scenario_is_shown_and_one_that_is_not_there_is_usage() {
    let answer = adjust(&example("tunnel.json"), &["--scenario", "保险人口径", "--json"]);
    assert_eq!(answer.status.code(), Some(0));
    let value: serde_json::Value = serde_json::from_slice(&answer.stdout).unwrap();
    assert_eq!(value["scenario"], "保险人口径");
    assert_eq!(value["result"]["figures"]["payable"]["value"], "845000.00");
    let answer = adjust(&example("tunnel.json"), &["--scenario", "nobody's"]);
    assert_eq!(answer.status.code(), Some(2));
}

#[test]
fn findings_that_block_and_problems_make_the_answer_no() {
    let blocked = adjust(&example("power-plant.json"), &[]);
    assert_eq!(blocked.status.code(), Some(1), "the sum insured is in USD without a rate");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("broken.json");
    std::fs::write(&file, "\u{feff} { \"currency\": 1, }").unwrap();
    let broken = adjust(&file, &["--lang", "en"]);
    assert_eq!(broken.status.code(), Some(1));
    assert!(text(&broken.stdout).contains("not JSON: line 1"), "{}", text(&broken.stdout));
    std::fs::write(&file, "neither").unwrap();
    assert_eq!(adjust(&file, &[]).status.code(), Some(3), "neither a case nor JSON");
}

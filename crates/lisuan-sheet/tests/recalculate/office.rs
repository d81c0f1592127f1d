//! LibreOffice without a window: recalculates workbooks and tells what their cells then hold.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Recalculates every workbook that is loaded, whatever its cells hold already.
const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"#;

/// UTF-8, commas, every text quoted, cells as they are and not as they are shown, all pages.
const CSV: &str = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,-1";

/// The rows of each page by its name.
pub type Pages = BTreeMap<String, Vec<Vec<String>>>;

/// The program, where it is installed. On a build server it has to be.
pub fn office() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let file = format!("soffice{}", std::env::consts::EXE_SUFFIX);
    let found = std::env::split_paths(&path).map(|folder| folder.join(&file)).find(|f| f.is_file());
    let server = std::env::var_os("CI").is_some_and(|value| value == "true");
    assert!(
        found.is_some() || !server,
        "LibreOffice is missing: the workbook cannot be recalculated (libreoffice-calc)"
    );
    if found.is_none() {
        eprintln!("not recalculated: there is no soffice on the path (libreoffice-calc)");
    }
    found
}

/// Recalculates workbooks, all in one run, and reads them page by page.
pub fn recalculated(office: &Path, folder: &Path, workbooks: &[PathBuf]) -> Vec<Pages> {
    let profile = folder.join("profile");
    std::fs::create_dir_all(profile.join("user")).unwrap();
    std::fs::write(profile.join("user/registrymodifications.xcu"), SETTINGS).unwrap();
    let out = folder.join("out");
    let slashes = profile.to_string_lossy().replace('\\', "/");
    let output = Command::new(office)
        .arg(format!("-env:UserInstallation=file:///{}", slashes.trim_start_matches('/')))
        .args(["--headless", "--norestore", "--convert-to", CSV, "--outdir"])
        .arg(&out)
        .args(workbooks)
        .output()
        .unwrap_or_else(|error| panic!("starting {}: {error}", office.display()));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let files: Vec<PathBuf> =
        std::fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().path()).collect();
    workbooks.iter().map(|workbook| pages(workbook, &files)).collect()
}

fn pages(workbook: &Path, files: &[PathBuf]) -> Pages {
    let stem = format!("{}-", workbook.file_stem().unwrap().to_string_lossy());
    let pages: Pages = files
        .iter()
        .filter_map(|file| {
            let name = file.file_stem()?.to_string_lossy().strip_prefix(&stem)?.to_owned();
            Some((name, rows(&std::fs::read_to_string(file).unwrap())))
        })
        .collect();
    assert!(!pages.is_empty(), "{} was not converted", workbook.display());
    pages
}

/// Rows of a CSV file: quotes doubled inside quotes, line breaks inside them kept.
fn rows(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            '\r' if !quoted => {}
            other => cell.push(other),
        }
    }
    rows
}

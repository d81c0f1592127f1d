//! What tools that are not ours say of a dossier.

use std::path::Path;
use std::process::Command;

/// Asserts that pdfsig finds one valid signature over the whole file.
pub fn assert_sealed(pdf: &Path) {
    let output = Command::new("pdfsig")
        .args(["-nocert"])
        .arg(pdf)
        .output()
        .expect("poppler-utils are needed for this test");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("Signature is Valid."), "pdfsig: {said}");
    assert!(said.contains("Total document signed"), "pdfsig: {said}");
    assert_eq!(said.matches("Signature #").count(), 1, "pdfsig: {said}");
}

/// The text of a PDF without white space, which is where lines were broken.
pub fn text_of_pdf(pdf: &Path) -> String {
    let output = Command::new("pdftotext")
        .arg(pdf)
        .arg("-")
        .output()
        .expect("poppler-utils are needed for this test");
    assert!(output.status.success(), "pdftotext reads it");
    let text = String::from_utf8(output.stdout).expect("pdftotext writes UTF-8");
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

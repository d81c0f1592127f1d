//! What a tool that is not ours says about the same file.

use std::process::Command;

use crate::draft::Draft;

/// Asks poppler's `pdfsig`; `None` when it is not installed, which automation does not accept.
fn pdfsig(bytes: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sealed.pdf");
    std::fs::write(&path, bytes).unwrap();
    match Command::new("pdfsig").arg("-nocert").arg(&path).output() {
        Ok(output) => Some(String::from_utf8_lossy(&output.stdout).into_owned()),
        Err(error) => {
            let is_automated = std::env::var("CI").is_ok_and(|value| value == "true");
            assert!(!is_automated, "pdfsig (poppler-utils) must be installed: {error}");
            eprintln!("pdfsig is not installed, so nobody else was asked: {error}");
            None
        }
    }
}

#[test]
fn pdfsig_agrees_that_the_file_is_as_sealed() {
    let Some(said) = pdfsig(&Draft::new().seal().bytes) else { return };
    assert!(said.contains("Signature is Valid."), "{said}");
    assert!(said.contains("Total document signed"), "{said}");
    assert!(said.contains("ETSI.CAdES.detached"), "{said}");
}

#[test]
fn pdfsig_agrees_that_the_file_was_changed() {
    let mut sealed = Draft::new().seal();
    sealed.overwrite("1,000.00", "9,000.00");
    let Some(said) = pdfsig(&sealed.bytes) else { return };
    assert!(said.contains("Digest Mismatch."), "{said}");
}

//! A hundred files, sealed and altered, judged here and by four tools that are not ours.

use std::path::{Path, PathBuf};
use std::process::Command;

use lisuan_seal::{Outcome, SealKey};

use crate::draft::{Draft, Sealed, judge, key};
use crate::tools::{Desk, is_there, run};

/// Files in all; every fourth is altered after it was sealed.
const FILES: usize = 100;

/// What pyHanko says of the files given, one line each. Integrity is asked for and the coverage of
/// the file, not whom to trust.
const PYHANKO: &str = r#"
import sys
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
for name in sys.argv[1:]:
    with open(name, 'rb') as f:
        try:
            s = PdfFileReader(f).embedded_signatures
            v = validate_pdf_signature(s[0], skip_diff=False)
            whole = v.coverage == SignatureCoverageLevel.ENTIRE_FILE
            print('yes' if len(s) == 1 and v.intact and v.valid and whole else 'no')
        except Exception as e:
            print('no', type(e).__name__)
"#;

/// Sealed files of many kinds: text, length, key, header; `true` when nothing was changed since.
fn files(firm: Option<&SealKey>) -> Vec<(Sealed, bool)> {
    (0..FILES)
        .map(|n| {
            let amount = format!("Indemnity {},{:03}.{:02}", 1 + n % 9, n * 37 % 1000, n);
            let mut draft = Draft::new()
                .replace(4, "Indemnity 1,000.00", &amount)
                .replace(4, "/Length 49", &format!("/Length {}", 49 - 18 + amount.len()))
                .replace(10, "(test)", &format!("({})", "x".repeat(n * 13)));
            if n % 3 == 1 {
                draft.header = b"%PDF-2.0\n%\xE2\xE3\xCF\xD3\n".to_vec();
            }
            let mut sealed = match firm {
                Some(firm) if n % 5 == 2 => draft.seal_with(firm),
                _ => draft.seal_with(&key(1 + n as u8)),
            };
            let altered = n % 4 == 3;
            if altered {
                sealed.overwrite("Indemnity", "Indemnitx");
            }
            (sealed, !altered)
        })
        .collect()
}

/// pyHanko, installed by the set-up into a folder of its own beside what is built.
fn python() -> Option<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/test-python");
    let program = if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" };
    let python = here.join(program);
    let has = Command::new(&python).args(["-c", "import pyhanko"]).output();
    if has.is_ok_and(|output| output.status.success()) {
        return Some(python);
    }
    let is_automated = std::env::var("CI").is_ok_and(|value| value == "true");
    assert!(!is_automated, "pyHanko must be installed: cargo xtask test does it");
    eprintln!("pyHanko is not installed, so it was not asked");
    None
}

#[test]
fn four_other_tools_agree_on_a_hundred_files() {
    let desk = Desk::with_openssl();
    let firm = desk.as_ref().map(|desk| {
        desk.authority("ca");
        desk.issued("firm", "Firm", "rsa:2048", "keyUsage=critical,digitalSignature\n");
        desk.openssl(
            "pkcs12 -export -inkey firm.key -in firm.pem -out firm.p12 -passout pass:12345678",
        );
        SealKey::from_pkcs12(&desk.path("firm.p12"), "12345678").unwrap()
    });
    let folder = tempfile::tempdir().unwrap();
    let files = files(firm.as_ref());
    let name = |n: usize| format!("{n}.pdf");
    for (n, (sealed, whole)) in files.iter().enumerate() {
        std::fs::write(folder.path().join(name(n)), &sealed.bytes).unwrap();
        let said = judge(&sealed.bytes).outcome == Outcome::AsSealed;
        assert_eq!(said, *whole, "ours on file {n}");
    }
    if is_there("pdfsig", "-v") {
        for (n, (_, whole)) in files.iter().enumerate() {
            let (_, said) = run(folder.path(), "pdfsig", &format!("-nocert {}", name(n)));
            let agrees =
                said.contains("Signature is Valid.") && said.contains("Total document signed");
            assert_eq!(agrees, *whole, "pdfsig on file {n}: {said}");
        }
    }
    if is_there("mutool", "-v") {
        for (n, (_, whole)) in files.iter().enumerate() {
            let (_, said) = run(folder.path(), "mutool", &format!("sign -v {}", name(n)));
            let agrees = said.contains("unchanged since signing");
            assert_eq!(agrees, *whole, "mutool on file {n}: {said}");
            assert!(said.contains("Verifying signature"), "mutool judged it: {said}");
        }
    }
    if let Some(desk) = &desk {
        for (n, (sealed, whole)) in files.iter().enumerate() {
            assert_eq!(asks_openssl(desk, sealed), *whole, "openssl on file {n}");
        }
    }
    if let Some(python) = python() {
        let names = (0..files.len()).map(name);
        let output = Command::new(python)
            .args(["-c", PYHANKO])
            .args(names)
            .current_dir(folder.path())
            .output()
            .unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        let lines: Vec<&str> = said.lines().collect();
        let trouble = String::from_utf8_lossy(&output.stderr);
        assert_eq!(lines.len(), files.len(), "one line a file: {trouble}");
        for (n, (line, (_, whole))) in lines.iter().zip(&files).enumerate() {
            assert_eq!(*line == "yes", *whole, "pyHanko on file {n}: {line}");
        }
    }
}

/// Takes the seal out and has OpenSSL check it against the two signed ranges.
fn asks_openssl(desk: &Desk, sealed: &Sealed) -> bool {
    let start = sealed.room.contents_at as usize;
    let end = start + sealed.room.contents_len as usize;
    let digits = std::str::from_utf8(&sealed.bytes[start + 1..end - 1]).unwrap();
    let seal: Vec<u8> = (0..digits.len() / 2)
        .map(|n| u8::from_str_radix(&digits[2 * n..2 * n + 2], 16).unwrap())
        .collect();
    desk.write("seal.der", &seal);
    desk.write("signed.bin", &[&sealed.bytes[..start], &sealed.bytes[end..]].concat());
    desk.asks_openssl(
        "cms -verify -noverify -binary -inform DER -in seal.der -content signed.bin -out out.bin",
    )
    .0
}

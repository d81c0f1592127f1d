//! Files that are cut off, altered or made to do harm.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a broken test stops where it stands")]

use std::io::{Cursor, Write as _};

use lisuan_boq::{BoqError, Choices, read};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const RELS: &[u8] =
    br#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="s.xml"/></Relationships>"#;
const BOOK: &[u8] = br#"<workbook><sheets><sheet name="s" r:id="r1"/></sheets></workbook>"#;

fn xlsx(sheet: &[u8]) -> Vec<u8> {
    package(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/_rels/workbook.xml.rels", RELS),
        ("xl/workbook.xml", BOOK),
        ("xl/s.xml", sheet),
    ])
}

fn ods(content: &str) -> Vec<u8> {
    package(&[("content.xml", content.as_bytes())])
}

fn refused(bytes: &[u8]) -> BoqError {
    read(bytes, "x", &Choices::default()).expect_err("it is refused")
}

#[test]
fn a_package_that_unpacks_to_far_more_is_refused() {
    let zeros = vec![b' '; 70 << 20];
    assert!(matches!(refused(&xlsx(&zeros)), BoqError::Bomb { .. }), "70 MiB out of nothing");
}

#[test]
fn repeated_cells_and_rows_are_written_out_only_within_limits() {
    let table = |row: &str| {
        ods(&format!("<office><table:table table:name=\"t\">{row}</table:table></office>"))
    };
    let cell = "<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"99999999\"><text:p>x</text:p></table:table-cell>";
    let bomb = table(&format!(
        "<table:table-row table:number-rows-repeated=\"99999999\">{cell}</table:table-row>"
    ));
    assert!(
        matches!(refused(&bomb), BoqError::TooMany { .. }),
        "a few bytes claim billions of cells"
    );
    let empty = table(
        "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>",
    );
    assert!(read(&empty, "x", &Choices::default()).is_ok(), "an empty sheet as programs write it");
}

#[test]
fn rows_beyond_the_limit_are_said() {
    let sheet = b"<worksheet><sheetData><row r=\"4000000\"><c r=\"A4000000\"><v>1</v></c></row></sheetData></worksheet>";
    let error = refused(&xlsx(sheet));
    assert!(matches!(error, BoqError::TooMany { what: "rows", .. }), "{error}");
}

#[test]
fn half_a_sheet_gives_no_bill() {
    let sheet = b"<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
    assert!(matches!(refused(&xlsx(sheet)), BoqError::Damaged { .. }), "it ends in the middle");
}

#[test]
fn kinds_that_are_not_read_are_named() {
    for (bytes, word) in [
        (package(&[("xl/workbook.bin", b"x")]), "xlsb"),
        (package(&[("a.txt", b"x")]), "no table"),
        (b"%PDF-1.4\n\x00\x00\x00".to_vec(), "no table"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and nothing".to_vec(), "workbook"),
    ] {
        let error = refused(&bytes).to_string();
        assert!(error.contains(word), "{error:?} says {word:?}");
    }
}

/// An old workbook with one sheet of these records.
fn xls(records: &[(u16, Vec<u8>)]) -> Vec<u8> {
    let record = |kind: u16, bytes: &[u8]| {
        let length = u16::try_from(bytes.len()).unwrap();
        [&kind.to_le_bytes()[..], &length.to_le_bytes(), bytes].concat()
    };
    let begin = |what: u16| {
        let parts = [0x0600, what, 0, 0x07CC, 0, 0, 0, 0];
        record(0x0809, &parts.map(u16::to_le_bytes).concat())
    };
    let end = record(0x000A, &[]);
    let name = [&[1, 0][..], b"s"].concat();
    let listed = |at: u32| record(0x0085, &[&at.to_le_bytes()[..], &[0, 0], &name].concat());
    let at = begin(5).len() + listed(0).len() + end.len();
    let sheet: Vec<u8> = records.iter().flat_map(|(kind, bytes)| record(*kind, bytes)).collect();
    let listed = listed(at.try_into().unwrap());
    let mut stream = [begin(5), listed, end.clone(), begin(16), sheet, end].concat();
    // Shorter streams lie elsewhere in the container.
    stream.resize(stream.len().max(4_096), 0);
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("/Workbook").unwrap().write_all(&stream).unwrap();
    file.flush().unwrap();
    file.into_inner().into_inner()
}

fn number(row: u16, column: u16) -> (u16, Vec<u8>) {
    let place = [row, column, 0].map(u16::to_le_bytes).concat();
    (0x0203, [place, 2.5_f64.to_le_bytes().to_vec()].concat())
}

#[test]
fn an_old_workbook_that_claims_a_huge_grid() {
    let size = |from: u32, to: u32, columns: u16| {
        let rows = [from, to].map(u32::to_le_bytes).concat();
        (0x0200, [rows, [0, columns, 0].map(u16::to_le_bytes).concat()].concat())
    };
    for (from, to) in [(0, u32::MAX), (1 << 20, 12), (5, 5)] {
        let read = read(&xls(&[size(from, to, 60_000), number(0, 0)]), "x", &Choices::default());
        assert!(read.is_ok(), "rows {from} to {to} are only said to be there: {read:?}");
    }
    let corners = refused(&xls(&[number(0, 0), number(u16::MAX, u16::MAX)]));
    assert!(matches!(corners, BoqError::TooMany { .. }), "its two cells span billions: {corners}");
}

/// A bill in each format that can be made here.
fn bills() -> Vec<Vec<u8>> {
    let text = "序号;项目编码;项目名称;单位;工程量;综合单价;合价\n1;040101001001;\"挖\n土\";m³;1,2;3;3,6\n合计;;;;;;3.6\n";
    let (gb, _, _) = encoding_rs::GB18030.encode(text);
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, line) in text.replace("挖\n土", "挖土").lines().enumerate() {
        for (column, cell) in line.split(';').enumerate() {
            sheet.write(row as u32, column as u16, cell).unwrap();
        }
    }
    let content = "<office><table:table table:name=\"t\"><table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1.5\"><text:p>1.5</text:p></table:table-cell></table:table-row></table:table></office>";
    let mut out = vec![
        text.as_bytes().to_vec(),
        gb.into_owned(),
        book.save_to_buffer().unwrap(),
        ods(content),
        xls(&[number(0, 0), number(1, 3), number(7, 2)]),
    ];
    // The sheet itself, not packed: mutations reach the XML instead of failing at the checksum.
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/boq");
    out.extend(std::fs::read(format!("{folder}/e-quote.csv")));
    out
}

#[test]
fn mutated_files_never_panic() {
    let mut random = 0x9E37_79B9_7F4A_7C15_u64;
    let mut next = |below: usize| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        (random % below.max(1) as u64) as usize
    };
    let mut answers = [0, 0];
    for bytes in bills() {
        for _ in 0..300 {
            let mut bytes = bytes.clone();
            match next(3) {
                0 => bytes.truncate(next(bytes.len())),
                1 => {
                    for _ in 0..=next(8) {
                        let at = next(bytes.len());
                        bytes[at] ^= 1 << next(8);
                    }
                }
                _ => {
                    let (from, to) = (next(bytes.len()), next(bytes.len()));
                    bytes[to] = bytes[from];
                }
            }
            let answer = read(&bytes, "x", &Choices::default());
            answers[usize::from(answer.is_ok())] += 1;
        }
    }
    assert!(answers[0] > 0 && answers[1] > 0, "both answers are seen: {answers:?}");
}

#[test]
fn mutated_sheets_never_panic() {
    let sheet = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>项目编码</t></is></c><c r=\"B1\" t=\"str\"><v>项目名称</v></c><c r=\"C1\" t=\"str\"><v>工程量&amp;</v></c></row><row r=\"2\"><c r=\"A2\"><f>1/0</f><v>1.5E+3</v></c><c r=\"C2\" t=\"e\"><v>#REF!</v></c></row></sheetData></worksheet>".as_bytes();
    for at in 0..sheet.len() {
        for change in [1_u8, 0x20, 0x80] {
            let mut sheet = sheet.to_vec();
            sheet[at] ^= change;
            // Either answer is fine; a panic fails the test.
            let _ = read(&xlsx(&sheet), "x", &Choices::default());
        }
        let _ = read(&xlsx(&sheet[..at]), "x", &Choices::default());
    }
}

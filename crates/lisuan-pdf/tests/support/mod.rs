//! What the tests of this crate share: a small document, stored bytes, and other people's tools.
#![allow(dead_code, reason = "each test file uses a part")]

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use lisuan_dossier::page::*;
use lisuan_pdf::{FontFiles, Opened, PdfError, Pictures, SealField, SealRoom};
use sha2::{Digest, Sha256};

static SRGB: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/icc/sRGB.icc");
    std::fs::read(path).expect("the profile that ships")
});
static REGULAR: LazyLock<Vec<u8>> = LazyLock::new(|| font("NotoSansSC-Regular.ttf"));
static BOLD: LazyLock<Vec<u8>> = LazyLock::new(|| font("NotoSansSC-Bold.ttf"));
static FALLBACK: LazyLock<Vec<u8>> = LazyLock::new(|| font("DejaVuSans.ttf"));

fn font(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/fonts").join(name);
    std::fs::read(&path).unwrap_or_else(|e| panic!("reading {}: {e}", path.display()))
}

/// The fonts that ship.
pub fn fonts() -> FontFiles<'static> {
    FontFiles { regular: &REGULAR, bold: &BOLD, fallback: &FALLBACK, srgb: &SRGB }
}

/// A real photo.
pub fn photo(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/photos").join(name);
    std::fs::read(&path).unwrap_or_else(|e| panic!("reading {}: {e}", path.display()))
}

/// Stored bytes by their hash.
#[derive(Default)]
pub struct Stored(pub BTreeMap<String, Vec<u8>>);

impl Stored {
    pub fn add(&mut self, bytes: Vec<u8>) -> String {
        let key: String = Sha256::digest(&bytes).iter().map(|b| format!("{b:02x}")).collect();
        self.0.insert(key.clone(), bytes);
        key
    }
}

impl Pictures for Stored {
    fn open<'a>(&'a mut self, key: &str) -> io::Result<Opened<'a>> {
        let bytes = self.0.get(key).ok_or(io::ErrorKind::NotFound)?;
        Ok(Opened { length: bytes.len() as u64, bytes: Box::new(bytes.as_slice()) })
    }
}

pub fn run(x: f32, baseline: f32, face: Face, size_pt: f32, text: &str) -> Item {
    let (colour, text) = (Colour(0x1f, 0x3a, 0x5f), text.to_owned());
    Item::Text(Text { x, baseline, face, size_pt, colour, text, width_pt: 0.0 })
}

pub fn page(items: Vec<Item>) -> Page {
    Page { width_pt: 595.276, height_pt: 841.89, items }
}

/// A document with one of everything but photos.
pub fn document() -> Document {
    let target = |page| Target { page, y: 60.0 };
    let leaf = |title: &str, page| Bookmark {
        title: title.to_owned(),
        target: target(page),
        children: Vec::new(),
    };
    let link =
        Link { area: Area { x: 50.0, y: 90.0, width: 200.0, height: 14.0 }, target: target(1) };
    let first = page(vec![
        run(50.0, 80.0, Face::Bold, 20.0, "公估报告（终稿）"),
        run(50.0, 100.0, Face::Regular, 10.0, "一、保单摘要 …… 2"),
        Item::Link(link),
        Item::Line(Line {
            from: (50.0, 110.0),
            to: (545.0, 110.0),
            width_pt: 0.5,
            colour: Colour(0, 0, 0),
        }),
    ]);
    let second = page(vec![run(50.0, 80.0, Face::Regular, 10.0, "保险金额 USD 5,000,000.00")]);
    let mut chapter = leaf("一、保单摘要", 1);
    chapter.children = vec![leaf("保险金额", 1), leaf("免赔额", 1)];
    Document {
        title: "公估报告 EAR-SEED-01".to_owned(),
        language: "zh-CN".to_owned(),
        pages: vec![first, second],
        bookmarks: vec![leaf("封面", 0), chapter],
        labels: vec![
            PageLabels {
                first_page: 0,
                numerals: Numerals::LowerRoman,
                prefix: String::new(),
                start: 1,
            },
            PageLabels {
                first_page: 1,
                numerals: Numerals::Decimal,
                prefix: String::new(),
                start: 1,
            },
        ],
        attachments: vec![Attachment {
            name: "case.json".to_owned(),
            description: "案卷数据".to_owned(),
            media_type: "application/json".to_owned(),
            relation: Relation::Source,
            content: Content::Bytes(br#"{"claim":"EAR-SEED-01"}"#.as_slice().into()),
        }],
        metadata: Metadata {
            author: "王 & 李".to_owned(),
            subject: "公估报告".to_owned(),
            keywords: "EAR-SEED-01".to_owned(),
            producer: "Lisuan 0.1.0".to_owned(),
            created: "2026-01-31T09:05:00+08:00".to_owned(),
        },
        seal: Some(SealPlace {
            page: 1,
            area: Area { x: 50.0, y: 700.0, width: 200.0, height: 60.0 },
        }),
        missing: Vec::new(),
        watermark: None,
    }
}

pub fn seal() -> SealField {
    SealField {
        name: "某某公估 (Adjusters)".to_owned(),
        reason: "公估报告".to_owned(),
        location: String::new(),
        claimed_time: "2026-01-31T09:05:01+08:00".to_owned(),
    }
}

pub fn write(document: &Document, stored: &mut Stored) -> Result<(Vec<u8>, SealRoom), PdfError> {
    let mut out = Vec::new();
    let room = lisuan_pdf::write(document.clone(), fonts(), stored, &seal(), &mut out)?;
    Ok((out, room))
}

/// Puts bytes where other tools can read them.
pub fn on_disk(folder: &tempfile::TempDir, bytes: &[u8]) -> PathBuf {
    let path = folder.path().join("document.pdf");
    std::fs::File::create(&path).and_then(|mut f| f.write_all(bytes)).expect("writing the file");
    path
}

/// Runs a tool and returns what it says. Without the tool the test says so and passes, except
/// where all tools must be there (`CI=true`).
pub fn tool(name: &str, args: &[&str]) -> Option<String> {
    match Command::new(name).args(args).output() {
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stdout).into_owned();
            let complaint = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{name} {args:?}: {said}{complaint}");
            Some(said + &complaint)
        }
        Err(e) if std::env::var_os("CI").is_some() => panic!("{name} is needed here: {e}"),
        Err(e) => {
            eprintln!("{name} is not installed ({e}): this part was not checked");
            None
        }
    }
}

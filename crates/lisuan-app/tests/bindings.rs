//! The window's copies of the wire types and of the list of fields are what the program has.
//!
//! Run with `LISUAN_WRITE_BINDINGS=1` to write them anew.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a broken test stops where it stands")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use lisuan_app::wire::{self, Shape};
use lisuan_core::case::{LineOfBusiness, Paper, papers};
use lisuan_core::change::{self, FieldValue as _, Kind};
use ts_rs::{Config, TS};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/backend")
}

#[test]
fn bindings_are_fresh() {
    let fresh = tempfile::tempdir().unwrap();
    let config = Config::default().with_out_dir(fresh.path()).with_large_int("number");
    wire::Request::export_all(&config).unwrap();
    wire::ErrorView::export_all(&config).unwrap();
    wire::StartView::export_all(&config).unwrap();
    wire::CaseView::export_all(&config).unwrap();
    wire::Delta::export_all(&config).unwrap();
    wire::SheetView::export_all(&config).unwrap();
    wire::ScenariosView::export_all(&config).unwrap();
    wire::WorkbookView::export_all(&config).unwrap();
    wire::FoundView::export_all(&config).unwrap();
    wire::ConflictsView::export_all(&config).unwrap();
    wire::CheckView::export_all(&config).unwrap();
    wire::ClocksView::export_all(&config).unwrap();
    wire::MatrixView::export_all(&config).unwrap();
    wire::StatsView::export_all(&config).unwrap();
    wire::PlaceView::export_all(&config).unwrap();
    wire::InboxView::export_all(&config).unwrap();
    wire::HistoryView::export_all(&config).unwrap();
    wire::AddedPhotos::export_all(&config).unwrap();
    wire::WaitingPhotos::export_all(&config).unwrap();
    wire::Progress::export_all(&config).unwrap();
    wire::BoqView::export_all(&config).unwrap();
    wire::BoqChoices::export_all(&config).unwrap();
    wire::DossierView::export_all(&config).unwrap();
    wire::KeyView::export_all(&config).unwrap();
    wire::LetterDraft::export_all(&config).unwrap();
    wire::LetterView::export_all(&config).unwrap();
    wire::SheetContentView::export_all(&config).unwrap();
    wire::SheetPrintView::export_all(&config).unwrap();
    wire::DocumentCopy::export_all(&config).unwrap();
    wire::HandedOver::export_all(&config).unwrap();
    wire::PackageView::export_all(&config).unwrap();
    wire::ReceivedView::export_all(&config).unwrap();
    wire::ReceiptView::export_all(&config).unwrap();
    wire::Colleague::export_all(&config).unwrap();
    wire::EncryptedCase::export_all(&config).unwrap();
    wire::ConfidentialView::export_all(&config).unwrap();
    wire::BackupView::export_all(&config).unwrap();
    wire::BackupState::export_all(&config).unwrap();
    Shape::export_all(&config).unwrap();
    let made: BTreeMap<String, String> = read_all(fresh.path());
    let kept = folder().join("bindings");
    if std::env::var_os("LISUAN_WRITE_BINDINGS").is_some() {
        let _ = fs::remove_dir_all(&kept);
        fs::create_dir_all(&kept).unwrap();
        for (name, text) in &made {
            fs::write(kept.join(name), text).unwrap();
        }
    }
    assert_eq!(read_all(&kept), made, "run with LISUAN_WRITE_BINDINGS=1 to write them anew");
}

#[test]
fn list_of_fields_is_fresh() {
    let mut list = String::new();
    for kind in Kind::ALL {
        list.push_str(&format!("  {}: {{\n", kind.as_str()));
        for field in kind.fields() {
            let shape = serde_json::to_string(&shape(field.shape)).unwrap();
            list.push_str(&format!("    {}: {shape},\n", field.name));
        }
        list.push_str("  },\n");
    }
    let made = format!(
        "// The kinds of record and what their fields may hold. Written by a test of lisuan-app.\n\
         import type {{ Shape }} from './bindings/Shape';\n\n\
         export const FIELDS = {{\n{list}}} as const satisfies Record<string, Record<string, Shape>>;\n"
    );
    let kept = folder().join("fields.ts");
    if std::env::var_os("LISUAN_WRITE_BINDINGS").is_some() {
        fs::write(&kept, &made).unwrap();
    }
    let found = fs::read_to_string(&kept).unwrap_or_default();
    assert_eq!(found, made, "run with LISUAN_WRITE_BINDINGS=1 to write it anew");
}

#[test]
fn checklists_are_fresh() {
    let mut list = String::new();
    for word in LineOfBusiness::WORDS {
        let line = LineOfBusiness::from_field(word).unwrap();
        list.push_str(&format!("  '{word}': [\n"));
        for Paper { kind, need } in papers(line) {
            list.push_str(&format!("    ['{}', '{}'],\n", kind.as_str(), need.as_str()));
        }
        list.push_str("  ],\n");
    }
    let made = format!(
        "// Which papers a line of business asks for. Written by a test of lisuan-app.\n\n\
         export const CHECKLISTS: Record<string, readonly (readonly [kind: string, need: string])[]> = \
         {{\n{list}}};\n"
    );
    let kept = folder().join("checklists.ts");
    if std::env::var_os("LISUAN_WRITE_BINDINGS").is_some() {
        fs::write(&kept, &made).unwrap();
    }
    let found = fs::read_to_string(&kept).unwrap_or_default();
    assert_eq!(found, made, "run with LISUAN_WRITE_BINDINGS=1 to write it anew");
}

fn shape(shape: change::Shape) -> Shape {
    use change::Shape as Core;
    match shape {
        Core::Text(max) => Shape::Text { max: u32::try_from(max).unwrap() },
        Core::Choice(words) => {
            Shape::Choice { words: words.iter().map(|word| (*word).to_owned()).collect() }
        }
        Core::Decimal => Shape::Decimal,
        Core::Ratio => Shape::Ratio,
        Core::Integer => Shape::Integer,
        Core::Date => Shape::Date,
        Core::LocalTime => Shape::LocalTime,
        Core::Moment => Shape::Moment,
        Core::Reference(kind) => Shape::Reference { kind: kind.as_str().to_owned() },
        Core::Digest => Shape::Digest,
    }
}

fn read_all(folder: &Path) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        out.insert(name, fs::read_to_string(entry.path()).unwrap());
    }
    out
}

//! What a dossier carries besides its pages: the case data as JSON and the list of hashes.

use lisuan_core::case::{Case, ReportKind};
use lisuan_core::change::{ALIVE, Kind, Record, State};
use serde_json::{Map, Value, json};

/// The standing records of a case as JSON, kinds and records in a fixed order; without those of
/// reports, which are about the case: a report that was made does not make the next one another.
///
/// What is for those alone who keep the file, or was said without prejudice, goes with the claim
/// file only.
pub(crate) fn case_json(state: &State, report: ReportKind, program: &str) -> Vec<u8> {
    let mut kinds = Map::new();
    for kind in Kind::ALL.iter().filter(|kind| !matches!(kind, Kind::Report | Kind::Handover)) {
        let told =
            |record: &Record| report == ReportKind::File || !is_internal(state, *kind, record);
        let records = state.of_kind(*kind).filter(|(_, r)| r.is_alive() && told(r));
        let records: Vec<Value> = records
            .map(|(id, record)| {
                let mut object = Map::new();
                object.insert("id".to_owned(), id.to_string().into());
                for (name, value) in record.fields.iter().filter(|(name, _)| **name != ALIVE) {
                    object.insert((*name).to_owned(), value.clone().into());
                }
                object.into()
            })
            .collect();
        kinds.insert(kind.as_str().to_owned(), records.into());
    }
    let document = json!({ "format": "lisuan-case-data", "version": 1, "program": program,
        "records": kinds });
    // A map of texts always has a spelling in JSON.
    serde_json::to_vec_pretty(&document).unwrap_or_default()
}

/// Whether a record is kept from every report but the claim file.
fn is_internal(state: &State, kind: Kind, record: &Record) -> bool {
    let says = |record: &Record, field: &str| record.get(field) == Some("yes");
    match kind {
        Kind::Strategy
        | Kind::ClientPolicy
        | Kind::Reserve
        | Kind::Approval
        | Kind::WorkEntry
        | Kind::Archive => true,
        Kind::Expert => says(record, "confidential"),
        Kind::NegotiationRound => says(record, "without_prejudice"),
        Kind::NegotiationPosition => {
            let round = record.get("round").and_then(|id| id.parse().ok());
            let round = round.and_then(|id| state.get(Kind::NegotiationRound, id));
            round.is_some_and(|round| says(round, "without_prejudice"))
        }
        _ => false,
    }
}

/// One line an original in the format that `sha256sum -c` reads.
pub(crate) fn hash_list<'a>(
    originals: impl Iterator<Item = (&'a str, &'a str, &'a str)>,
) -> Vec<u8> {
    let mut out = String::new();
    for (sha256, number, file_name) in originals {
        out.push_str(&format!("{sha256}  {number} {file_name}\n"));
    }
    out.into_bytes()
}

/// The hashes of all originals of a case: photos, then papers.
pub(crate) fn hashes(case: &Case) -> Vec<u8> {
    let photos = case.photos.iter().filter_map(|photo| {
        Some((photo.content.as_deref()?, photo.number.as_deref()?, photo.file_name.as_deref()?))
    });
    let papers = case.documents.iter().filter_map(|paper| {
        Some((paper.content.as_deref()?, paper.number.as_deref()?, paper.file_name.as_deref()?))
    });
    hash_list(photos.chain(papers))
}

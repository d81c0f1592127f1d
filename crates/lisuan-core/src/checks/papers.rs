//! Supporting papers (DOC): signed and compared, translated, not twice, joined with the lines.

use std::collections::{BTreeMap, BTreeSet};

use crate::Id;
use crate::case::{Case, Document, DocumentForm, DocumentKind, DocumentLanguage, YesNo};
use crate::change::Kind;
use crate::finding::{Finding, Level};

pub(super) fn check(case: &Case, findings: &mut Vec<Finding>) {
    for paper in &case.documents {
        findings.extend(not_proved(paper));
        findings.extend(not_translated(case, paper));
    }
    findings.extend(twice(case));
    findings.extend(not_linked(case));
    findings.extend(lines_alone(case));
}

fn at(check: &'static str, level: Level, paper: &Document, field: &'static str) -> Finding {
    Finding::at(check, level, Kind::Document, paper.id, field)
        .with("number", paper.number.as_deref().unwrap_or_default())
        .with("title", title(paper))
}

/// What the paper is called; the name of its file where nobody gave it a title.
fn title(paper: &Document) -> &str {
    let given = paper.title.as_deref().map(str::trim).filter(|title| !title.is_empty());
    given.or(paper.file_name.as_deref()).unwrap_or_default()
}

/// DOC-02: a copy that nobody compared with its original, a paper without signature or seal, or
/// one of which neither is said. Electronic data has no original to compare with.
fn not_proved(paper: &Document) -> Option<Finding> {
    let (why, level, field) = match (paper.form, paper.signed) {
        (Some(DocumentForm::Copy), _) => ("copy", Level::Warn, "form"),
        (_, Some(YesNo::No)) => ("unsigned", Level::Warn, "signed"),
        (None, _) => ("unsaid", Level::Info, "form"),
        _ => return None,
    };
    Some(at("DOC-02", level, paper, field).with("why", why))
}

/// DOC-04: a paper in a foreign language without its Chinese translation (Evidence Rules 17).
fn not_translated(case: &Case, paper: &Document) -> Option<Finding> {
    let foreign =
        matches!(paper.language, Some(DocumentLanguage::English | DocumentLanguage::Other));
    let translated = paper.translation.is_some_and(|translation| {
        translation != paper.id && case.documents.iter().any(|other| other.id == translation)
    });
    (foreign && !translated).then(|| at("DOC-04", Level::Warn, paper, "translation"))
}

/// DOC-06: the same bytes as an earlier paper or a photo, or the same kind, title, date and source
/// as an earlier paper.
fn twice(case: &Case) -> Vec<Finding> {
    let mut bytes: BTreeMap<&str, (&str, &str)> = BTreeMap::new();
    for photo in &case.photos {
        if let (Some(content), Some(number)) = (&photo.content, &photo.number) {
            bytes.insert(content, ("photo", number));
        }
    }
    let mut named: BTreeMap<_, &str> = BTreeMap::new();
    let mut findings = Vec::new();
    for paper in &case.documents {
        let number = paper.number.as_deref().unwrap_or_default();
        let same_bytes = paper.content.as_deref().and_then(|content| bytes.get(content).copied());
        let name = said(paper);
        let same_name = name.and_then(|name| named.get(&name).copied());
        if let Some((why, other)) = same_bytes.or(same_name.map(|other| ("named", other))) {
            let field = if why == "named" { "title" } else { "content" };
            let finding = at("DOC-06", Level::Warn, paper, field);
            findings.push(finding.with("why", why).with("other", other));
        }
        if let Some(content) = &paper.content {
            bytes.entry(content).or_insert(("bytes", number));
        }
        if let Some(name) = name {
            named.entry(name).or_insert(number);
        }
    }
    findings
}

/// What tells one paper from another, where all of it is said.
fn said(paper: &Document) -> Option<(DocumentKind, &str, jiff::civil::Date, &str)> {
    let text = |text: &'_ Option<String>| text.as_ref().is_some_and(|text| !text.trim().is_empty());
    if !text(&paper.title) || !text(&paper.source) {
        return None;
    }
    Some((
        paper.kind?,
        paper.title.as_deref()?.trim(),
        paper.dated?,
        paper.source.as_deref()?.trim(),
    ))
}

/// DOC-09: a paper that is there to prove loss lines and proves none.
fn not_linked(case: &Case) -> Vec<Finding> {
    let linked: BTreeSet<Id> = case
        .line_documents
        .iter()
        .filter_map(|link| link.document)
        .chain(case.prices.iter().filter_map(|price| price.document))
        .collect();
    let alone = case.documents.iter().filter(|paper| {
        paper.kind.is_some_and(DocumentKind::proves_lines) && !linked.contains(&paper.id)
    });
    let any_line = !case.lines.is_empty();
    alone
        .filter(|_| any_line)
        .map(|paper| at("DOC-09", Level::Info, paper, "kind").with("why", "paper"))
        .collect()
}

/// DOC-09: a loss line that neither a paper nor a photo supports, in a case that keeps papers.
fn lines_alone(case: &Case) -> Vec<Finding> {
    if case.documents.is_empty() {
        return Vec::new();
    }
    let photos = case.line_photos.iter().filter_map(|link| link.line);
    let proved: BTreeSet<Id> =
        case.line_documents.iter().filter_map(|link| link.line).chain(photos).collect();
    let alone = case.lines.iter().filter(|line| !proved.contains(&line.id));
    alone
        .map(|line| {
            Finding::at("DOC-09", Level::Warn, Kind::Line, line.id, "item")
                .with("why", "line")
                .with("number", "")
                .with("title", line.item.as_deref().unwrap_or_default())
        })
        .collect()
}

//! What the papers and photos of a case prove together (DOC, PHO).

use std::collections::{BTreeMap, BTreeSet};

use super::{of_case, says};
use crate::Id;
use crate::assessment::LineFigures;
use crate::case::{Case, Document, DocumentKind, LineOfBusiness, Need, Role, YesNo, papers_of};
use crate::change::Kind;
use crate::finding::{Finding, Level};
use crate::money::grouped;

/// Fewer pixels than this show no detail.
const PIXELS_MIN: i64 = 1_000_000;
/// Words in captions for what tells one vehicle from another.
const PLATES: [&str; 8] =
    ["vin", "车架号", "识别代号", "车辆识别", "号牌", "车牌", "plate", "chassis"];

pub(super) fn check(case: &Case, lines: &BTreeMap<Id, LineFigures>, findings: &mut Vec<Finding>) {
    findings.extend(missing(case));
    findings.extend(expired(case));
    findings.extend(cites_other(case));
    findings.extend(asked_often(case));
    findings.extend(one_sided(case, lines));
    findings.extend(no_authority(case));
    findings.extend(no_plate(case));
    findings.extend(small(case));
}

fn at(check: &'static str, paper: &Document, field: &'static str) -> Finding {
    Finding::at(check, Level::Warn, Kind::Document, paper.id, field)
        .with("number", says(&paper.number).unwrap_or_default())
}

/// DOC-01: papers that the checklist requires and that are not there.
fn missing(case: &Case) -> Option<Finding> {
    let required = papers_of(case).into_iter().filter(|p| p.paper.need == Need::Required);
    let count = required.filter(|paper| paper.count == 0).count();
    (!case.lines.is_empty() && count > 0)
        .then(|| of_case(case, "DOC-01", Level::Warn, "line_of_business").with("count", count))
}

/// DOC-03: a paper that had run out before the loss, an expert whose accreditation had.
fn expired(case: &Case) -> Vec<Finding> {
    let papers = case.documents.iter().filter(|paper| {
        let until = paper.valid_to.zip(case.head.loss_date);
        until.is_some_and(|(until, loss)| until < loss)
    });
    let papers = papers.map(|paper| at("DOC-03", paper, "valid_to").with("why", "paper"));
    let experts = case.experts.iter().filter(|expert| {
        let until = expert.accredited_to.zip(expert.engaged_on);
        until.is_some_and(|(until, engaged)| until < engaged)
    });
    let experts = experts.map(|expert| {
        Finding::at("DOC-03", Level::Warn, Kind::Expert, expert.id, "accredited_to")
            .with("number", says(&expert.name).unwrap_or_default())
            .with("why", "expert")
    });
    papers.chain(experts).collect()
}

/// DOC-07: a paper names another day of the loss, or a claim of another amount.
fn cites_other(case: &Case) -> Vec<Finding> {
    let claim = |kind| matches!(kind, Some(DocumentKind::ClaimForm | DocumentKind::LossList));
    let mut findings = Vec::new();
    for paper in &case.documents {
        let day = paper.cites_loss_on.zip(case.head.loss_date).filter(|(a, b)| a != b);
        if let Some((cited, loss)) = day {
            let finding = at("DOC-07", paper, "cites_loss_on").with("why", "day");
            findings.push(finding.with("cited", cited).with("case", loss));
        }
        let amount = paper.amount.zip(case.head.claimed_total).filter(|_| claim(paper.kind));
        if let Some((cited, claimed)) = amount.filter(|(a, b)| a != b) {
            let finding = at("DOC-07", paper, "amount").with("why", "amount");
            findings
                .push(finding.with("cited", grouped(cited, 2)).with("case", grouped(claimed, 2)));
        }
    }
    findings
}

/// DOC-08: papers were asked for more than once (保险法 22: once, and complete).
fn asked_often(case: &Case) -> Option<Finding> {
    let mut asked: Vec<_> =
        case.paper_requests.iter().filter_map(|r| Some((r.requested_on?, r.id))).collect();
    asked.sort_unstable();
    let (_, second) = asked.get(1)?;
    Some(
        Finding::at("DOC-08", Level::Info, Kind::PaperRequest, *second, "requested_on")
            .with("count", asked.len()),
    )
}

/// DOC-10: only what a party states itself supports a line (Evidence Rules 90). DOC-11: all papers
/// of a line are by one author, so they corroborate nothing.
fn one_sided(case: &Case, lines: &BTreeMap<Id, LineFigures>) -> Vec<Finding> {
    let papers: BTreeMap<Id, &Document> = case.documents.iter().map(|p| (p.id, p)).collect();
    let mut of_lines: BTreeMap<Id, BTreeSet<Id>> = BTreeMap::new();
    for link in &case.line_documents {
        if let (Some(line), Some(paper)) = (link.line, link.document) {
            of_lines.entry(line).or_default().insert(paper);
        }
    }
    let mut findings = Vec::new();
    for line in &case.lines {
        let seen = lines.get(&line.id).is_some_and(|figures| !figures.photos.is_empty());
        let Some(ids) = of_lines.get(&line.id).filter(|_| !seen && line.measurement.is_none())
        else {
            continue;
        };
        let linked: Vec<&Document> = ids.iter().filter_map(|id| papers.get(id).copied()).collect();
        let stated = linked.iter().all(|p| p.kind == Some(DocumentKind::Statement));
        let authors: BTreeSet<&str> = linked.iter().filter_map(|p| says(&p.source)).collect();
        let named = linked.iter().all(|paper| says(&paper.source).is_some());
        let check = if stated && !linked.is_empty() {
            "DOC-10"
        } else if linked.len() > 1 && named && authors.len() == 1 {
            "DOC-11"
        } else {
            continue;
        };
        findings.push(
            Finding::at(check, Level::Warn, Kind::Line, line.id, "item")
                .with("item", says(&line.item).unwrap_or_default())
                .with("author", authors.first().copied().unwrap_or_default()),
        );
    }
    findings
}

/// DOC-12: a broker acts for the insured without a letter of authority.
fn no_authority(case: &Case) -> Option<Finding> {
    let held = case.documents.iter().any(|p| p.kind == Some(DocumentKind::Authority));
    (case.head.role == Some(Role::Broker) && !case.lines.is_empty() && !held)
        .then(|| of_case(case, "DOC-12", Level::Warn, "role"))
}

/// PHO-08: no photo of a motor case is said to show number plate or VIN.
fn no_plate(case: &Case) -> Option<Finding> {
    let motor = case.head.line_of_business == Some(LineOfBusiness::MotorOwnDamage);
    let named = |text: &str| {
        let text = text.to_lowercase();
        PLATES.iter().any(|word| text.contains(word))
    };
    let shown = || case.photos.iter().any(|photo| says(&photo.caption).is_some_and(named));
    (motor && !case.photos.is_empty() && !shown())
        .then(|| of_case(case, "PHO-08", Level::Warn, "line_of_business"))
}

/// PHO-09: a photo of less than a million pixels.
fn small(case: &Case) -> Vec<Finding> {
    let kept = case.photos.iter().filter(|photo| photo.rejected != Some(YesNo::Yes));
    let small = kept.filter(|photo| {
        let pixels = photo.width_px.zip(photo.height_px);
        let pixels = pixels.map(|(width, height)| width.saturating_mul(height));
        pixels.is_some_and(|pixels| pixels < PIXELS_MIN)
    });
    small
        .map(|photo| {
            Finding::at("PHO-09", Level::Info, Kind::Photo, photo.id, "width_px")
                .with("number", says(&photo.number).unwrap_or_default())
                .with("width", photo.width_px.unwrap_or_default())
                .with("height", photo.height_px.unwrap_or_default())
        })
        .collect()
}

//! Time (TIM): notice, survey, papers, repair and quotes in their order.

use std::collections::{BTreeMap, BTreeSet};

use super::{of_case, says};
use crate::Id;
use crate::assessment::LineFigures;
use crate::case::{Case, DocumentKind, Facet, NoteKind, YesNo};
use crate::change::Kind;
use crate::finding::{Finding, Level};
use crate::moment::Date;

/// A notice later than so many days after the day of the loss wants a reason: 48 hours.
const NOTICE_DAYS_MAX: i32 = 2;
/// A weather record of a day further from the loss is of other weather.
const WEATHER_DAYS_MAX: i32 = 1;
/// Two losses nearer than this may be one event (72 hours clause).
const EVENT_HOURS: i64 = 72;
/// A quote older than this no longer tells the price at the loss.
const QUOTE_DAYS_MAX: i32 = 90;
/// Words of perils that a weather record proves.
const WEATHER: [&str; 28] = [
    "暴雨",
    "大雨",
    "降雨",
    "雨水",
    "雷雨",
    "洪水",
    "山洪",
    "内涝",
    "水灾",
    "台风",
    "大风",
    "飓风",
    "龙卷",
    "风暴",
    "风灾",
    "沙尘",
    "雪灾",
    "暴雪",
    "冰雹",
    "雷击",
    "冰冻",
    "冻雨",
    "flood",
    "storm",
    "rainfall",
    "typhoon",
    "hail",
    "lightning",
];

pub(super) fn check(case: &Case, lines: &BTreeMap<Id, LineFigures>, findings: &mut Vec<Finding>) {
    let Some(loss) = case.head.loss_date else { return };
    findings.extend(late_notice(case, loss));
    let surveyed = case.notes.iter().filter(|note| note.kind == Some(NoteKind::Survey));
    let surveyed: Option<Date> = surveyed.filter_map(|note| Some(note.at?.date())).min();
    findings.extend(out_of_order(case, loss, surveyed));
    findings.extend(dates_differ(case));
    findings.extend(weather(case, loss));
    findings.extend(papers_of_repair(case, loss));
    findings.extend(contracts(case, loss));
    findings.extend(repaired_unseen(case, lines, surveyed));
    findings.extend(two_losses(case));
    findings.extend(old_quotes(case, loss));
}

fn days(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

/// TIM-01: the first notice came late.
fn late_notice(case: &Case, loss: Date) -> Option<Finding> {
    let first = case.notices.iter().filter(|notice| notice.at.is_some()).min_by_key(|n| n.at)?;
    let late = days(loss, first.at?.date());
    (late > NOTICE_DAYS_MAX).then(|| {
        Finding::at("TIM-01", Level::Warn, Kind::Notice, first.id, "at").with("days", late)
    })
}

/// TIM-02: a survey before the loss, a report before the survey.
fn out_of_order(case: &Case, loss: Date, surveyed: Option<Date>) -> Vec<Finding> {
    let surveys = case.notes.iter().filter(|note| note.kind == Some(NoteKind::Survey));
    let early = surveys.filter(|note| note.at.is_some_and(|at| at.date() < loss)).map(|note| {
        Finding::at("TIM-02", Level::Warn, Kind::Note, note.id, "at").with("why", "survey")
    });
    let reports = case.reports.iter().filter(|report| {
        let sealed = report.sealed_at.map(|at| at.date());
        sealed.is_some_and(|sealed| surveyed.is_some_and(|surveyed| sealed < surveyed))
    });
    let reports = reports.map(|report| {
        Finding::at("TIM-02", Level::Warn, Kind::Report, report.id, "sealed_at")
            .with("why", "report")
    });
    early.chain(reports).collect()
}

/// TIM-03: papers name different days of the loss.
fn dates_differ(case: &Case) -> Option<Finding> {
    let cited: BTreeSet<Date> = case.documents.iter().filter_map(|p| p.cites_loss_on).collect();
    let (first, last) = (cited.first()?, cited.last()?);
    (first != last).then(|| {
        of_case(case, "TIM-03", Level::Warn, "loss_date").with("from", first).with("to", last)
    })
}

/// TIM-04: a loss by weather without a weather record of those days.
fn weather(case: &Case, loss: Date) -> Option<Finding> {
    let named = [says(&case.head.peril), says(&case.head.cause)];
    let told = named.into_iter().flatten().any(|text| {
        let text = text.to_lowercase();
        WEATHER.iter().any(|word| text.contains(word))
    });
    if !told || case.lines.is_empty() {
        return None;
    }
    let records = case.documents.iter().filter(|p| p.kind == Some(DocumentKind::Weather));
    let records: Vec<_> = records.collect();
    let fits = |day: Option<Date>| day.is_none_or(|d| days(loss, d).abs() <= WEATHER_DAYS_MAX);
    let why = match records.as_slice() {
        [] => "absent",
        all if !all.iter().any(|paper| fits(paper.cites_loss_on)) => "differs",
        _ => return None,
    };
    Some(of_case(case, "TIM-04", Level::Warn, "peril").with("why", why))
}

/// TIM-05: a paper of the repair dated before the loss, a delivery after the repair was finished.
fn papers_of_repair(case: &Case, loss: Date) -> Vec<Finding> {
    let papers: BTreeMap<Id, _> = case.documents.iter().map(|paper| (paper.id, paper)).collect();
    let repaired: BTreeMap<Id, Date> =
        case.lines.iter().filter_map(|line| Some((line.id, line.repaired_on?))).collect();
    let mut told = BTreeSet::new();
    let mut findings = Vec::new();
    for link in &case.line_documents {
        let Some(paper) = link.document.and_then(|id| papers.get(&id)) else { continue };
        let supplied =
            matches!(paper.kind, Some(DocumentKind::Invoice | DocumentKind::DeliveryNote));
        let Some(dated) = paper.dated.filter(|_| supplied) else { continue };
        let finished = link.line.and_then(|line| repaired.get(&line));
        let why = match finished {
            _ if link.facet == Some(Facet::Repair) && dated < loss => "before",
            Some(finished)
                if paper.kind == Some(DocumentKind::DeliveryNote) && dated > *finished =>
            {
                "after"
            }
            _ => continue,
        };
        if told.insert(paper.id) {
            findings.push(
                Finding::at("TIM-05", Level::Warn, Kind::Document, paper.id, "dated")
                    .with("why", why)
                    .with("number", says(&paper.number).unwrap_or_default()),
            );
        }
    }
    findings
}

/// TIM-06: a contract of the works or of supply that was made after the loss.
fn contracts(case: &Case, loss: Date) -> Vec<Finding> {
    let kinds = [Some(DocumentKind::Contract), Some(DocumentKind::SupplyContract)];
    let late = case.documents.iter().filter(|paper| {
        kinds.contains(&paper.kind) && paper.dated.is_some_and(|dated| dated > loss)
    });
    late.map(|paper| {
        Finding::at("TIM-06", Level::Warn, Kind::Document, paper.id, "dated")
            .with("number", says(&paper.number).unwrap_or_default())
    })
    .collect()
}

/// TIM-07: repaired before anyone looked, and no photo shows the damage.
fn repaired_unseen(
    case: &Case,
    lines: &BTreeMap<Id, LineFigures>,
    surveyed: Option<Date>,
) -> Vec<Finding> {
    let Some(surveyed) = surveyed else { return Vec::new() };
    let unseen = case.lines.iter().filter(|line| {
        let photos = lines.get(&line.id).is_some_and(|figures| !figures.photos.is_empty());
        !photos && line.repaired_on.is_some_and(|day| day < surveyed)
    });
    unseen
        .map(|line| {
            Finding::at("TIM-07", Level::Warn, Kind::Line, line.id, "repaired_on")
                .with("item", says(&line.item).unwrap_or_default())
        })
        .collect()
}

/// TIM-09: two losses within 72 hours: one event or two.
fn two_losses(case: &Case) -> Vec<Finding> {
    let losses = case.events.iter().filter(|event| event.is_loss == Some(YesNo::Yes));
    let mut losses: Vec<_> = losses.filter_map(|event| Some((event.at?, event.id))).collect();
    losses.sort_unstable();
    let hours = |pair: &[(jiff::civil::DateTime, Id)]| match pair {
        [(a, _), (b, id)] => Some((
            i64::from((b.date() - a.date()).get_days()) * 24 + i64::from(b.hour())
                - i64::from(a.hour()),
            *id,
        )),
        _ => None,
    };
    let near = losses.windows(2).filter_map(hours).filter(|(hours, _)| *hours < EVENT_HOURS);
    near.map(|(hours, id)| {
        Finding::at("TIM-09", Level::Info, Kind::Event, id, "at").with("hours", hours)
    })
    .collect()
}

/// TIM-10: a quote from long before the loss.
fn old_quotes(case: &Case, loss: Date) -> Vec<Finding> {
    let old = case.quotes.iter().filter_map(|quote| {
        let age = days(quote.dated?, loss);
        (age > QUOTE_DAYS_MAX).then_some((quote, age))
    });
    old.map(|(quote, age)| {
        Finding::at("TIM-10", Level::Warn, Kind::Quote, quote.id, "dated").with("days", age)
    })
    .collect()
}

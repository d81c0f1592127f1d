//! What happened in the life of the claim: notice and advice, causes, cover, negotiation, payment,
//! recovery, work, closing.
//!
//! What is for the client alone, or was said without prejudice, stands in the claim file and in no
//! report that goes to others.

use std::collections::BTreeMap;

use lisuan_core::Id;
use lisuan_core::case::{
    CauseOption, NegotiationPosition, NegotiationRound, ReportKind, Texts, Weight, YesNo,
};
use lisuan_core::change::Kind;
use lisuan_core::money::grouped;
use rust_decimal::Decimal;

use crate::flow::Flow;
use crate::input::{NOTHING, Telling, hyphens, shown, text};
use crate::section::records::{self, Listing};
use crate::section::tested;
use crate::table::{Cell, Column, Row, Table};

/// Whether a report is kept by those who keep the file, and goes to nobody else.
fn is_file(telling: &Telling<'_>) -> bool {
    telling.input.report.kind == ReportKind::File
}

fn is_open(texts: &Texts) -> bool {
    !texts.iter().any(|(field, text)| *field == "confidential" && text == "yes")
}

fn list(flow: &mut Flow<'_>, telling: &Telling<'_>, kind: Kind, columns: &[(&str, f32)]) -> bool {
    let all = is_file(telling);
    // The work log is a section by itself.
    let titled = kind != Kind::WorkEntry;
    let listing = Listing { kind, columns, titled };
    records::set(flow, telling, &listing, |texts| all || is_open(texts))
}

/// Says that nothing was recorded where none of the lists had anything.
fn or_nothing(flow: &mut Flow<'_>, telling: &Telling<'_>, any: &[bool]) {
    if !any.contains(&true) {
        flow.paragraph(&telling.say("not-recorded"));
    }
}

const NOTICE: &[(&str, f32)] = &[
    ("at", 26.0),
    ("channel", 16.0),
    ("informant", 26.0),
    ("informed", 26.0),
    ("report_no", 28.0),
    ("note", 50.0),
];
const ADVICE: &[(&str, f32)] =
    &[("given_at", 26.0), ("kind", 20.0), ("to_whom", 30.0), ("text", 90.0)];

/// 接案: notice, what was advised at once, what was disclosed, the client's policies, strategy.
pub fn intake(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let any = [
        list(flow, telling, Kind::Notice, NOTICE),
        list(flow, telling, Kind::Advice, ADVICE),
        list(
            flow,
            telling,
            Kind::Disclosure,
            &[
                ("dated+signed_on", 26.0),
                ("kind", 24.0),
                ("person", 26.0),
                ("text", 60.0),
                ("insurers_compared+choice", 44.0),
            ],
        ),
        list(
            flow,
            telling,
            Kind::ClientPolicy,
            &[
                ("number+wording", 36.0),
                ("insurer", 34.0),
                ("period_from", 20.0),
                ("period_to", 20.0),
                ("sum_insured", 28.0),
                ("premium+premium_paid_on", 26.0),
                ("losses+note", 36.0),
            ],
        ),
        list(
            flow,
            telling,
            Kind::Strategy,
            &[
                ("dated+told_on", 26.0),
                ("feasibility+risks", 50.0),
                ("scope", 34.0),
                ("amount", 26.0),
                ("plan", 54.0),
            ],
        ),
    ];
    or_nothing(flow, telling, &any);
}

/// Notice, advice and timeline, where there are any.
pub fn event(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    // The claim file has them among what came in.
    if !is_file(telling) {
        list(flow, telling, Kind::Notice, NOTICE);
        list(flow, telling, Kind::Advice, ADVICE);
    }
    timeline(flow, telling);
}

/// The timeline in the order of its days, whatever order it was written in.
fn timeline(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let mut events: Vec<_> = telling.case().events.iter().collect();
    if events.is_empty() {
        return;
    }
    events.sort_by_key(|event| (event.at, event.id));
    flow.subsection(&telling.say("timeline"));
    let mut table = Table::new(vec![
        Column::words(records::label(telling, Kind::Event, "at"), 28.0),
        Column::words(records::label(telling, Kind::Event, "what"), 106.0),
        Column::words(telling.say("proved-by"), 36.0),
    ]);
    let names = telling.case().names();
    for event in events {
        let at = event.at.map(|at| at.to_string().replace('T', " ").chars().take(16).collect());
        let paper = event.document.and_then(|id| names.get(&(Kind::Document, id)).cloned());
        let link = event.document.map(super::documents::place_of);
        let note = event.note.map(|_| telling.say("by-note"));
        let proof = paper.or(note).unwrap_or_else(|| NOTHING.to_owned());
        table.row(Row::new(vec![
            at.unwrap_or_else(|| NOTHING.to_owned()).into(),
            text(event.what.as_ref()).into(),
            Cell::from(proof).link(link),
        ]));
    }
    table.set(flow);
}

/// Causes with what speaks for and against each, the cover tested clause by clause, experts.
pub fn liability(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    causes(flow, telling);
    tested::set(flow, telling);
    list(
        flow,
        telling,
        Kind::Expert,
        &[("name", 34.0), ("field", 26.0), ("engaged_on", 20.0), ("opinion", 90.0)],
    );
}

pub(super) fn choice(telling: &Telling<'_>, kind: Kind, field: &str, word: &str) -> String {
    let key = format!("choice-{}-{}-{}", hyphens(kind.as_str()), hyphens(field), hyphens(word));
    telling.say_other(&key, &[])
}

fn causes(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let causes = &telling.case().cause_options;
    if causes.is_empty() {
        return;
    }
    flow.subsection(&telling.say("causes"));
    let mut table = Table::new(vec![
        Column::words(records::label(telling, Kind::CauseOption, "name"), 44.0),
        Column::words(choice(telling, Kind::CauseEvidence, "weight", "for"), 42.0),
        Column::words(choice(telling, Kind::CauseEvidence, "weight", "against"), 42.0),
        Column::words(records::label(telling, Kind::CauseOption, "assessment"), 42.0),
    ]);
    for cause in causes {
        table.row(cause_row(telling, cause));
    }
    table.set(flow);
}

fn cause_row(telling: &Telling<'_>, cause: &CauseOption) -> Row {
    let names = telling.case().names();
    let weighing = |weight: Weight| {
        let evidence = telling.case().cause_evidence.iter();
        let said = evidence
            .filter(|e| e.cause == Some(cause.id) && e.weight == Some(weight))
            .map(|e| {
                let named = |kind, id: Option<Id>| names.get(&(kind, id?)).cloned();
                let parts = [
                    named(Kind::Document, e.document),
                    named(Kind::Photo, e.photo),
                    e.statement.map(|_| telling.say("by-note")),
                    e.note.clone(),
                ];
                parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
            })
            .collect::<Vec<_>>();
        if said.is_empty() { NOTHING.to_owned() } else { said.join("\n") }
    };
    let assessment =
        cause.assessment.map(|a| choice(telling, Kind::CauseOption, "assessment", a.as_str()));
    Row::new(vec![
        Cell::from(text(cause.name.as_ref())).below(cause.description.clone().unwrap_or_default()),
        weighing(Weight::For).into(),
        weighing(Weight::Against).into(),
        Cell::from(shown(assessment)).below(cause.reason.clone().unwrap_or_default()),
    ])
}

/// Third parties that may answer, and parts sent back to their makers.
pub fn third_party(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    list(
        flow,
        telling,
        Kind::ThirdParty,
        &[
            ("name", 36.0),
            ("ground", 54.0),
            ("basis", 36.0),
            ("notified_on", 22.0),
            ("limitation_on", 24.0),
        ],
    );
    list(
        flow,
        telling,
        Kind::ReturnedPart,
        &[
            ("number+batch", 28.0),
            ("part", 26.0),
            ("failure", 36.0),
            ("labour", 22.0),
            ("material", 22.0),
            ("claimed_on+returned_on", 24.0),
            ("manufacturer_reply+replied_on+quality_note", 44.0),
        ],
    );
}

/// Papers asked for and not yet complete, then those that came.
pub fn requests(flow: &mut Flow<'_>, telling: &Telling<'_>) -> bool {
    list(
        flow,
        telling,
        Kind::PaperRequest,
        &[
            ("requested_on", 22.0),
            ("to_whom", 32.0),
            ("items", 76.0),
            ("due_on", 20.0),
            ("received_on+note", 24.0),
        ],
    )
}

/// Rounds of negotiation: who, where, what each side asked and how it moved. What was said without
/// prejudice is told only to those who were there: in the minutes and in the claim file.
pub fn negotiation(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let may_tell = matches!(telling.input.report.kind, ReportKind::Minutes | ReportKind::File);
    let privileged = |round: &NegotiationRound| round.without_prejudice == Some(YesNo::Yes);
    let mut rounds: Vec<&NegotiationRound> = telling.case().negotiation_rounds.iter().collect();
    rounds.retain(|round| may_tell || !privileged(round));
    rounds.sort_by_key(|round| (round.held_at, round.id));
    let mut before: BTreeMap<(Id, &str), Decimal> = BTreeMap::new();
    for (n, round) in (1..).zip(rounds) {
        let held = round.held_at.map(|at| at.to_string().replace('T', " "));
        let held: String = held.unwrap_or_default().chars().take(16).collect();
        let number = n.to_string();
        let title = telling.say_with("round", &[("number", &number), ("time", &held)]);
        flow.subsection(title.trim());
        if privileged(round) {
            flow.remark(&telling.say("without-prejudice"));
        }
        let field = |name| records::label(telling, Kind::NegotiationRound, name);
        let scenario = round.scenario.and_then(|id| {
            let found = telling.case().scenarios.iter().find(|scenario| scenario.id == id);
            found.and_then(|scenario| scenario.name.clone())
        });
        let pairs = [
            (field("venue"), round.venue.clone()),
            (field("present"), round.present.clone()),
            (field("authority"), round.authority.clone()),
            (field("scenario"), scenario),
            (field("open_points"), round.open_points.clone()),
            (field("signed_on"), round.signed_on.map(|day| day.to_string())),
        ];
        let pairs: Vec<_> =
            pairs.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
        flow.pairs(&pairs);
        if let Some(minutes) = &round.minutes {
            flow.paragraph(minutes);
        }
        positions(flow, telling, round, &mut before);
    }
}

fn positions<'a>(
    flow: &mut Flow<'_>,
    telling: &Telling<'a>,
    round: &NegotiationRound,
    before: &mut BTreeMap<(Id, &'a str), Decimal>,
) {
    let case: &'a lisuan_core::case::Case = telling.input.case;
    let order: BTreeMap<Id, usize> =
        case.lines.iter().enumerate().map(|(n, line)| (line.id, n)).collect();
    let mut positions: Vec<&NegotiationPosition> =
        case.negotiation_positions.iter().filter(|p| p.round == Some(round.id)).collect();
    if positions.is_empty() {
        return;
    }
    positions
        .sort_by_key(|p| (p.line.and_then(|id| order.get(&id)), p.side.map(|s| s.as_str()), p.id));
    let field = |name| records::label(telling, Kind::NegotiationPosition, name);
    let mut table = Table::new(vec![
        Column::words(field("line"), 46.0),
        Column::words(field("side"), 22.0),
        Column::figures(field("amount"), 28.0),
        Column::figures(telling.say("movement"), 26.0),
        Column::figures(field("assessed"), 28.0),
        Column::words(field("reason"), 40.0),
    ]);
    for position in positions {
        let line = position.line.and_then(|id| case.lines.iter().find(|line| line.id == id));
        let side = position.side.map_or("", |side| side.as_str());
        let moved = position.line.zip(position.amount).and_then(|(line, amount)| {
            let last = before.insert((line, side), amount)?;
            amount.checked_sub(last)
        });
        let moved = moved.map(|moved| {
            let sign = if moved.is_sign_positive() && !moved.is_zero() { "+" } else { "" };
            format!("{sign}{}", grouped(moved, 2))
        });
        let money = |amount: Option<Decimal>| shown(amount.map(|amount| grouped(amount, 2)));
        let said = position
            .side
            .map(|side| choice(telling, Kind::NegotiationPosition, "side", side.as_str()));
        table.row(Row::new(vec![
            text(line.and_then(|line| line.item.as_ref())).into(),
            shown(said).into(),
            money(position.amount).into(),
            shown(moved).into(),
            money(position.assessed).into(),
            text(position.reason.as_ref()).into(),
        ]));
    }
    table.set(flow);
}

/// Approvals, payments, refusal and disputes.
pub fn payment(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let any = [
        list(
            flow,
            telling,
            Kind::Approval,
            &[
                ("step", 30.0),
                ("authority_limit", 30.0),
                ("who", 26.0),
                ("decided_on", 22.0),
                ("decision", 20.0),
                ("note", 42.0),
            ],
        ),
        list(
            flow,
            telling,
            Kind::Payment,
            &[
                ("kind", 22.0),
                ("payee", 38.0),
                ("bank+account", 40.0),
                ("amount", 30.0),
                ("due_on+urged_on", 22.0),
                ("paid_on", 22.0),
            ],
        ),
        list(
            flow,
            telling,
            Kind::Refusal,
            &[("decided_on", 22.0), ("reasons", 110.0), ("sent_on", 22.0)],
        ),
        list(
            flow,
            telling,
            Kind::Dispute,
            &[
                ("kind", 24.0),
                ("opened_on", 22.0),
                ("body", 40.0),
                ("status", 20.0),
                ("outcome", 60.0),
            ],
        ),
    ];
    or_nothing(flow, telling, &any);
}

/// The work log, with the time it took and what it cost.
pub fn work(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let any = list(
        flow,
        telling,
        Kind::WorkEntry,
        &[
            ("at", 26.0),
            ("kind", 16.0),
            ("persons", 30.0),
            ("summary+follow_up_on", 66.0),
            ("minutes", 22.0),
            ("cost", 22.0),
            ("told_client", 22.0),
        ],
    );
    or_nothing(flow, telling, &[any]);
    let minutes: i64 = telling.case().work_entries.iter().filter_map(|entry| entry.minutes).sum();
    if minutes > 0 {
        let (hours, rest) = (minutes / 60, minutes % 60);
        let time = format!("{hours}:{rest:02}");
        flow.remark(&telling.say_with("work-time", &[("time", &time)]));
    }
}

/// How the file is closed: reserve, advice to the insured, archive.
pub fn closing(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let any = [
        list(
            flow,
            telling,
            Kind::Reserve,
            &[("set_on", 24.0), ("amount", 34.0), ("reason", 110.0)],
        ),
        list(
            flow,
            telling,
            Kind::RiskAdvice,
            &[
                ("written_on", 22.0),
                ("finding", 46.0),
                ("advice", 50.0),
                ("addressee", 26.0),
                ("due_on", 20.0),
                ("done_on", 20.0),
            ],
        ),
        list(
            flow,
            telling,
            Kind::Archive,
            &[
                ("class", 30.0),
                ("closed_on", 30.0),
                ("retention_years", 30.0),
                ("deletion_certificate", 60.0),
            ],
        ),
    ];
    or_nothing(flow, telling, &any);
}

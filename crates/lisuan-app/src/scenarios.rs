//! Scenarios of the open case side by side.

use lisuan_core::Id;
use lisuan_core::assessment::{Assessment, ScenarioResult};
use lisuan_core::case::Case;
use lisuan_core::change::Kind;
use lisuan_core::money::{Money, grouped};
use lisuan_core::scenario::{Comparison, Difference, FIGURES, PartDifference, Side};

use crate::App;
use crate::adjust::named;
use crate::error::Result;
use crate::view::finding;
use crate::wire::{ScenarioCell, ScenarioRow, ScenarioView, ScenariosView};

/// A person compares a few readings; more than this is not read side by side.
const LINES_SHOWN_MAX: usize = 2_000;

impl App {
    /// The open case beside every scenario of it.
    pub fn scenarios(&self) -> Result<ScenariosView> {
        self.with_session(|session| {
            let case = &session.case;
            let assessment = session.assessment();
            let results = assessment.scenarios(case);
            Ok(side_by_side(case, &assessment, &results))
        })
    }
}

fn side_by_side(case: &Case, assessment: &Assessment, results: &[ScenarioResult]) -> ScenariosView {
    let names = case.names();
    let comparisons: Vec<&Comparison> = results.iter().map(|result| &result.comparison).collect();
    let mut rows = figures(&comparisons);
    let record = |kind: Kind, id: Id| Some(named(&names, kind, id));
    let mut part = |group: &str, of: fn(&Comparison) -> &Vec<PartDifference>| {
        let cells = columns(&comparisons, |c| of(c).as_slice(), |p| p.source, |p| p.payable);
        rows.extend(
            cells
                .into_iter()
                .map(|((kind, id), across)| row(group, None, record(kind, id), &across)),
        );
    };
    part("extension", |c| &c.extensions);
    part("sue-labour", |c| &c.sue_labour);
    part("contribution", |c| &c.contribution);
    part("coinsurer", |c| &c.coinsurers);
    let items = columns(&comparisons, |c| c.items.as_slice(), |i| i.id, |i| i.payable);
    rows.extend(items.into_iter().map(|(id, across)| {
        row("item", None, id.and_then(|id| record(Kind::PolicyItem, id)), &across)
    }));
    let lines = columns(&comparisons, |c| c.lines.as_slice(), |l| l.id, |l| l.adjusted);
    let all = lines.len();
    let differing: Vec<_> = lines
        .into_iter()
        .filter(|(_, across)| across.iter().flatten().any(Difference::differs))
        .take(LINES_SHOWN_MAX)
        .collect();
    let lines_alike = all - differing.len();
    rows.extend(
        differing
            .into_iter()
            .map(|(id, across)| row("line", None, record(Kind::Line, id), &across)),
    );
    ScenariosView {
        currency: assessment.adjustment.currency.to_string(),
        scenarios: case
            .scenarios
            .iter()
            .zip(results)
            .map(|(scenario, result)| ScenarioView {
                id: scenario.id.to_string(),
                name: scenario.name.clone().unwrap_or_default(),
                findings: result.findings.iter().map(finding).collect(),
            })
            .collect(),
        rows,
        lines_alike,
    }
}

/// The figures that the case or some scenario has, in the order of the statement.
fn figures(comparisons: &[&Comparison]) -> Vec<ScenarioRow> {
    let across = |name| -> Vec<Option<Difference>> {
        let of = |c: &&Comparison| c.figures.iter().find(|f| f.name == name).map(|f| f.amount);
        comparisons.iter().map(of).collect()
    };
    FIGURES
        .iter()
        .map(|&name| (name, across(name)))
        .filter(|(_, across)| across.iter().any(Option::is_some))
        .map(|(name, across)| row("figure", Some(name.as_str()), None, &across))
        .collect()
}

/// One list of several comparisons by key: for each key its difference in every comparison, in
/// the order of the first comparison that has it. Positions change records, they make none, so
/// every comparison has the records of the case in the same order.
fn columns<'a, T: 'a, K: PartialEq + Copy + Ord>(
    comparisons: &[&'a Comparison],
    list: impl Fn(&'a Comparison) -> &'a [T],
    key: impl Fn(&T) -> K,
    of: impl Fn(&T) -> Difference,
) -> Vec<(K, Vec<Option<Difference>>)> {
    let mut places = std::collections::BTreeMap::new();
    let mut found: Vec<(K, Vec<Option<Difference>>)> = Vec::new();
    for (column, comparison) in comparisons.iter().enumerate() {
        for entry in list(comparison) {
            let key = key(entry);
            let place = *places.entry(key).or_insert_with(|| {
                found.push((key, vec![None; comparisons.len()]));
                found.len() - 1
            });
            if let Some((_, across)) = found.get_mut(place) {
                across[column] = Some(of(entry));
            }
        }
    }
    found
}

fn row(
    group: &str,
    figure: Option<&str>,
    record: Option<(String, String, String)>,
    across: &[Option<Difference>],
) -> ScenarioRow {
    let base = across.iter().flatten().next().and_then(|difference| amount(difference.base));
    ScenarioRow {
        group: group.to_owned(),
        figure: figure.map(str::to_owned),
        record,
        base: base.clone(),
        // A figure that repeats another one in this scenario alone is the same as in the case.
        cells: across
            .iter()
            .map(|difference| match difference {
                Some(difference) => cell(difference),
                None => ScenarioCell { amount: base.clone(), difference: None },
            })
            .collect(),
    }
}

fn cell(difference: &Difference) -> ScenarioCell {
    let signed = |money: Money| {
        let text = text(money);
        let up = !money.amount().is_sign_negative() && !money.amount().is_zero();
        if up { format!("+{text}") } else { text }
    };
    ScenarioCell {
        amount: amount(difference.other),
        difference: difference.difference.filter(|money| !money.amount().is_zero()).map(signed),
    }
}

fn amount(side: Side) -> Option<String> {
    side.money().map(text)
}

fn text(money: Money) -> String {
    grouped(money.amount(), money.currency().minor_digits())
}

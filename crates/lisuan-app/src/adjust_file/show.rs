//! An adjustment as it is answered with: words, places in the file, figures as text.

use std::collections::BTreeMap;

use lisuan_core::adjustment::{Adjustment, Figure, Reason, Share, Source, Step, formula_text};
use lisuan_core::change::Kind;
use lisuan_core::finding::Finding;
use lisuan_core::money::{Money, grouped, in_words_zh, plain};
use lisuan_core::scenario::{Comparison, Difference, FIGURES, FigureName, PartDifference, Side};
use lisuan_core::{Id, Level};
use rust_decimal::Decimal;

use super::document::{Document, Position, Scenario};
use super::form::Chosen;
use super::names::escaped;
use super::problem::{Code, Problem};
use super::view::{
    AmountView, DifferenceView, FileFindingView, FileStepView, ItemView, LineView, PartView,
    ProblemView, RecordView, ResultView, ScenarioView, SwitchView,
};
use crate::Words;

/// Figures that are paid; they are also written in capital numerals.
const PAID: [FigureName; 4] =
    [FigureName::Payable, FigureName::Settlement, FigureName::Due, FigureName::Payment];

/// Shows what belongs to one file in one language.
pub(super) struct Showing<'a> {
    pub document: &'a Document,
    pub words: &'a Words,
}

/// The words of a problem.
pub(super) fn problem(words: &Words, problem: &Problem) -> ProblemView {
    let mut args: BTreeMap<String, String> =
        problem.args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    let mut said = args.clone();
    if problem.code == Code::Expression {
        let key = format!("expression-{}", args.get("problem").map_or("", String::as_str));
        said.insert("what".to_owned(), words.say(&key, &[]));
    }
    let key = format!("adjust-file-{}", problem.code.as_str());
    ProblemView {
        code: problem.code.as_str().to_owned(),
        pointer: problem.pointer.clone(),
        words: words.say(&key, &pairs(&said)),
        args: std::mem::take(&mut args),
    }
}

fn pairs(args: &BTreeMap<String, String>) -> Vec<(&str, &str)> {
    args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

impl Showing<'_> {
    /// The adjustment of a position.
    pub(super) fn result(
        &self,
        position: &Position,
        adjustment: &Adjustment,
        findings: &[Finding],
    ) -> ResultView {
        let amount = |step| self.amount(adjustment, step);
        let shares = |shares: &[Share]| -> Vec<PartView> {
            shares.iter().map(|s| self.part(adjustment, s.source, s.step)).collect()
        };
        let settled = adjustment.figures.settlement_ratio;
        ResultView {
            currency: adjustment.currency.to_string(),
            figures: self.figures(adjustment),
            settlement: position.settlement().map(|basis| {
                self.words.say(&format!("choice-settlement-kind-{}", basis.as_str()), &[])
            }),
            settlement_ratio: adjustment.step(settled).map(|step| step.result.text()),
            switches: position.switches.iter().map(|(name, s)| self.switch(name, s)).collect(),
            lines: adjustment.lines.iter().map(|line| self.line(adjustment, line)).collect(),
            items: adjustment
                .items
                .iter()
                .map(|item| ItemView {
                    record: item.id.and_then(|id| self.record((Kind::PolicyItem, id))),
                    loss: amount(item.loss),
                    ratio: adjustment.step(item.ratio).map(|step| step.result.text()),
                    after_average: amount(item.after_average),
                    payable: amount(item.payable),
                })
                .collect(),
            extensions: (adjustment.extensions.iter())
                .map(|e| self.part(adjustment, e.source, e.payable))
                .collect(),
            sue_labour: (adjustment.sue_labour.iter())
                .map(|s| self.part(adjustment, s.source, s.payable))
                .collect(),
            contribution: shares(&adjustment.contribution),
            coinsurers: shares(&adjustment.coinsurers),
            steps: adjustment.steps.iter().map(|s| self.step(s, &adjustment.steps)).collect(),
            findings: findings.iter().map(|finding| self.finding(finding)).collect(),
            around: position.around.view(adjustment.currency, self.words),
        }
    }

    /// A scenario beside the base.
    pub(super) fn scenario(
        &self,
        scenario: &Scenario,
        comparison: &Comparison,
        findings: &[Finding],
    ) -> ScenarioView {
        let parts = |parts: &[PartDifference]| self.differing(parts);
        let lines = comparison.lines.iter().filter(|line| line.adjusted.differs());
        let items = comparison.items.iter().filter(|item| item.payable.differs());
        ScenarioView {
            name: scenario.name.clone(),
            note: scenario.note.clone(),
            figures: (comparison.figures.iter())
                .map(|f| difference(f.name.as_str(), self.figure_name(f.name), &f.amount))
                .collect(),
            lines: lines.map(|l| self.record_differs((Kind::Line, l.id), &l.adjusted)).collect(),
            items: items
                .map(|item| match item.id {
                    Some(id) => self.record_differs((Kind::PolicyItem, id), &item.payable),
                    None => {
                        difference("", self.words.say("adjust-file-no-item", &[]), &item.payable)
                    }
                })
                .collect(),
            extensions: parts(&comparison.extensions),
            sue_labour: parts(&comparison.sue_labour),
            contribution: parts(&comparison.contribution),
            coinsurers: parts(&comparison.coinsurers),
            findings: findings.iter().map(|finding| self.finding(finding)).collect(),
        }
    }

    fn figures(&self, adjustment: &Adjustment) -> BTreeMap<String, AmountView> {
        let mut figures = BTreeMap::new();
        for &name in FIGURES {
            let Some(step) = name.of(&adjustment.figures) else { continue };
            if name.says_nothing_new(adjustment) {
                continue;
            }
            let mut view = self.amount(adjustment, step);
            view.label = Some(self.figure_name(name));
            if PAID.contains(&name) {
                view.capitals = adjustment.money(Some(step)).and_then(capitals);
            }
            figures.insert(name.as_str().to_owned(), view);
        }
        figures
    }

    fn figure_name(&self, name: FigureName) -> String {
        self.words.say(&format!("adjust-figure-{}", name.as_str()), &[])
    }

    fn reason(&self, reason: Reason) -> String {
        self.words.say(&format!("reason-{}", reason.as_str()), &[])
    }

    fn amount(&self, adjustment: &Adjustment, step: usize) -> AmountView {
        let figure = adjustment.step(Some(step)).map(|step| &step.result);
        let money = figure.and_then(Figure::money);
        AmountView {
            label: None,
            value: money.map(|m| plain(m.amount(), m.currency().minor_digits())),
            text: figure.map_or_else(|| "?".to_owned(), Figure::text),
            currency: money.map(|m| m.currency().to_string()),
            capitals: None,
            unknown: adjustment.reason(Some(step)).map(|reason| self.reason(reason)),
            step,
        }
    }

    fn line(
        &self,
        adjustment: &Adjustment,
        line: &lisuan_core::adjustment::LineResult,
    ) -> LineView {
        LineView {
            record: self.record_or_key((Kind::Line, line.id)),
            quantity: line.quantity.map(|quantity| quantity.to_string()),
            gross: self.amount(adjustment, line.gross),
            adjusted: self.amount(adjustment, line.adjusted),
        }
    }

    fn part(&self, adjustment: &Adjustment, source: Source, step: usize) -> PartView {
        PartView { record: self.record_or_key(source), payable: self.amount(adjustment, step) }
    }

    fn step(&self, step: &Step, steps: &[Step]) -> FileStepView {
        FileStepView {
            key: step.key.trim_start_matches("step-").to_owned(),
            label: self.words.say(step.key, &[]),
            subject: step.subject.and_then(|source| self.record(source)),
            formula: formula_text(&step.formula, steps),
            result: step.result.text(),
            value: match &step.result {
                Figure::Money(m) => Some(plain(m.amount(), m.currency().minor_digits())),
                Figure::Quantity(value, _) | Figure::Number(value) => Some(value.to_string()),
                Figure::Percent(_) | Figure::Unknown(_) => None,
            },
            unknown: match &step.result {
                Figure::Unknown(reason) => Some(self.reason(*reason)),
                _ => None,
            },
            clause: step.clause.clone(),
            rounding: step.rounding,
            sources: step.sources.iter().map(|s| self.document.names.pointer(*s)).collect(),
        }
    }

    fn switch(&self, name: &str, chosen: &Chosen) -> SwitchView {
        SwitchView {
            name: name.to_owned(),
            label: self.term(name),
            value: chosen.word.to_owned(),
            value_label: self.switch_value(name, chosen.word),
            clause: chosen.clause.clone(),
        }
    }

    /// What a switch is called; its name where it has no words.
    fn term(&self, name: &str) -> String {
        let key = format!("term-{}", name.replace(['.', '_'], "-"));
        if self.words.has(&key) { self.words.say(&key, &[]) } else { name.to_owned() }
    }

    fn switch_value(&self, name: &str, word: &str) -> String {
        let both = format!("{name}.{word}");
        let words = self.term(&both);
        if words == both { word.to_owned() } else { words }
    }

    fn finding(&self, finding: &Finding) -> FileFindingView {
        let place = (finding.place.kind, finding.place.id);
        let args: BTreeMap<String, String> =
            finding.args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        let mut said = args.clone();
        let switch = args.get("switch");
        if let Some(switch) = switch {
            said.insert("switch".to_owned(), self.term(switch));
            let value = args.get("value").map_or("", String::as_str);
            said.insert("value".to_owned(), self.switch_value(switch, value));
        }
        let mut pointer = self.document.names.pointer(place);
        if let Some(switch) = switch {
            pointer = format!("/switches/{}", escaped(switch));
        } else if let Some(field) = self.field(place.1, finding.place.field) {
            pointer = format!("{pointer}/{field}");
        }
        let key = format!("finding-{}", finding.check);
        FileFindingView {
            check: finding.check.to_owned(),
            level: finding.level.letter().to_owned(),
            pointer,
            record: self.record(place),
            words: self.words.say(&key, &pairs(&said)),
            remedy: self.words.say(&format!("{key}-do"), &pairs(&said)),
            args,
        }
    }

    /// What the file calls the field at which the engine sees a finding.
    fn field(&self, id: Id, field: Option<&'static str>) -> Option<&'static str> {
        let field = field?;
        let Some(named) = self.document.names.of(id) else {
            return match field {
                "terms" => Some("deductibles"),
                "policy_no" => Some("other_insurance"),
                "currency" => Some("rates"),
                "amount" | "peril" => Some(field),
                _ => None,
            };
        };
        Some(match (named.list, field) {
            ("lines", "measurement") => "quantity",
            ("lines", "claimed_amount") => "claimed",
            ("lines", "assessed_amount") => "stated_amount",
            ("lines", "policy_item") => "item",
            ("items", "insurable_value") => "value",
            ("extensions" | "sue_labour", "amount") => "cost",
            // Deductibles and limits are more than one field.
            (_, "value") => return None,
            _ => field,
        })
    }

    fn record(&self, source: Source) -> Option<RecordView> {
        let named = self.document.names.of(source.1)?;
        Some(RecordView {
            list: named.list.to_owned(),
            id: named.short.clone(),
            name: named.title.clone().unwrap_or_else(|| named.short.clone()),
            pointer: self.document.names.pointer(source),
        })
    }

    /// A record that is in the file, because everything that the engine got is.
    fn record_or_key(&self, source: Source) -> RecordView {
        self.record(source).unwrap_or_else(|| RecordView {
            list: String::new(),
            id: source.1.to_string(),
            name: source.1.to_string(),
            pointer: String::new(),
        })
    }

    fn differing(&self, parts: &[PartDifference]) -> Vec<DifferenceView> {
        let differing = parts.iter().filter(|part| part.payable.differs());
        differing.map(|part| self.record_differs(part.source, &part.payable)).collect()
    }

    fn record_differs(&self, source: Source, amount: &Difference) -> DifferenceView {
        let record = self.record_or_key(source);
        difference(&record.id, record.name, amount)
    }
}

/// 大写金额 with the name of the currency in front, as a receipt has it.
fn capitals(money: Money) -> Option<String> {
    let words = in_words_zh(&money).ok()?;
    let currency = money.currency();
    Some(format!("{}{words}", currency.name_zh().unwrap_or(currency.code())))
}

fn difference(id: &str, label: String, amount: &Difference) -> DifferenceView {
    let value = |money: Money| plain(money.amount(), money.currency().minor_digits());
    let print = |money: Money| grouped(money.amount(), money.currency().minor_digits());
    let side = |side: Side| match side {
        Side::Absent => "–".to_owned(),
        Side::Unknown(_) => "?".to_owned(),
        Side::Known(money) => print(money),
    };
    let signed = |money: Money| {
        let sign = if money.amount() > Decimal::ZERO { "+" } else { "" };
        format!("{sign}{}", print(money))
    };
    DifferenceView {
        id: id.to_owned(),
        label,
        base: amount.base.money().map(value),
        other: amount.other.money().map(value),
        difference: amount.difference.map(value),
        printed: [
            side(amount.base),
            side(amount.other),
            amount.difference.map_or_else(|| "–".to_owned(), signed),
        ],
    }
}

/// The heaviest findings first, otherwise in the order in which they were found.
pub(super) fn by_weight(findings: &mut [Finding]) {
    findings.sort_by_key(|finding| match finding.level {
        Level::Stop => 0,
        Level::Warn => 1,
        Level::Info => 2,
    });
}

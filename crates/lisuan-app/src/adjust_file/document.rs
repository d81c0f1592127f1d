//! A whole file: the base, and the scenarios as changes to it.

use std::collections::BTreeMap;

use lisuan_core::adjustment::{
    Coinsurer, Deductible, Extension, Input, Interim, Item, Limit, OtherPolicy, Rate, Recovery,
    Reduction, Settlement, SettlementBasis, SueLabour, Switches,
};
use lisuan_core::change::Kind;
use lisuan_core::money::Currency;
use rust_decimal::Decimal;

use super::after::Around;
use super::form::{Chosen, Form, Given, Shape};
use super::names::{CASE, Names, SETTLEMENT};
use super::node::Node;
use super::problem::{Code, Fault, Problem};
use super::reading::Reading;
use super::records::{Entry, LineDraft, SettlementDraft};
use super::value;

/// The name of the format and its version.
pub(super) const FORMAT: &str = "lisuan-adjustment-1";
/// The most scenarios of a file.
pub(super) const SCENARIOS_MAX: usize = 20;

/// A file that was read.
pub(super) struct Document {
    pub head: Head,
    pub base: Position,
    pub scenarios: Vec<Scenario>,
    pub names: Names,
}

/// What a file says about itself.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub format: (),
    pub title: Option<String>,
    pub note: Option<String>,
    pub currency: Option<Currency>,
}

/// The same case under other switches or positions.
pub(super) struct Scenario {
    pub name: String,
    pub note: Option<String>,
    pub position: Position,
}

/// Everything that a scenario may change.
#[derive(Debug, Clone, Default)]
pub(super) struct Position {
    pub items: Vec<Item>,
    pub lines: Vec<LineDraft>,
    extensions: Vec<Extension>,
    sue_labour: Vec<SueLabour>,
    deductibles: Vec<Deductible>,
    reductions: Vec<Reduction>,
    limits: Vec<Limit>,
    recoveries: Vec<Recovery>,
    other_insurance: Vec<OtherPolicy>,
    coinsurers: Vec<Coinsurer>,
    interim: Vec<Interim>,
    rates: Vec<Rate>,
    peril: Option<String>,
    payment_currency: Option<Currency>,
    settlement: Option<SettlementDraft>,
    pub switches: BTreeMap<&'static str, Chosen>,
    coinsurance_pct: Option<Decimal>,
    margin_pct: Option<Decimal>,
    pub around: Around,
}

/// Something that goes through the lists of a position.
pub(super) trait Lists {
    /// One list.
    fn list<T: Entry>(&mut self, list: &mut Vec<T>);
}

/// The switches of a position, by name.
#[derive(Default)]
pub(super) struct SwitchTable(BTreeMap<&'static str, Option<Chosen>>);

impl SwitchTable {
    fn fields<F: Form>(form: &mut F, it: &mut Self) {
        for (name, words) in Switches::NAMES {
            match form.switch(name, "", words) {
                Given::Absent => {}
                Given::Emptied => {
                    it.0.insert(name, None);
                }
                Given::Value(chosen) => {
                    it.0.insert(name, Some(chosen));
                }
            }
        }
    }
}

impl Head {
    pub(super) fn fields<F: Form>(&mut self, form: &mut F) {
        let format = ("format", "The name of this format.", Shape::Words(&[FORMAT]));
        form.required(format, &mut self.format, |node| match node.text() {
            Some(FORMAT) => Ok(()),
            Some(other) => {
                Err(Fault::new(Code::Format).with("value", other).with("format", FORMAT))
            }
            None => Err(Fault::new(Code::Kind).with("expected", "text")),
        });
        form.text("title", "What the case is called.", &mut self.title);
        form.text("note", "A remark; nothing is computed from it.", &mut self.note);
        let doc = "The currency the adjustment is computed in.";
        form.required(("currency", doc, Shape::Currency), &mut self.currency, |node| {
            value::currency(node).map(Some)
        });
    }
}

impl Position {
    /// Goes through the lists; items, extensions and mitigation costs come first, because the
    /// others name them.
    pub(super) fn lists(&mut self, visit: &mut impl Lists) {
        visit.list(&mut self.items);
        visit.list(&mut self.extensions);
        visit.list(&mut self.sue_labour);
        visit.list(&mut self.lines);
        visit.list(&mut self.deductibles);
        visit.list(&mut self.reductions);
        visit.list(&mut self.limits);
        visit.list(&mut self.recoveries);
        visit.list(&mut self.other_insurance);
        visit.list(&mut self.coinsurers);
        visit.list(&mut self.interim);
        visit.list(&mut self.rates);
    }

    /// Goes through the fields that are no lists.
    pub(super) fn fields<F: Form>(&mut self, form: &mut F) {
        let doc = "The peril that caused the event; deductibles and limits may depend on it.";
        form.text("peril", doc, &mut self.peril);
        let doc = "Currency of payment, where it is another.";
        form.currency("payment_currency", doc, &mut self.payment_currency);
        let doc = "The percentage of a coinsurance clause; with average.basis coinsurance_pct.";
        form.ratio("coinsurance_pct", doc, &mut self.coinsurance_pct);
        let doc = "Average only below this share of the value; 0.85 when not given.";
        form.ratio("margin_pct", doc, &mut self.margin_pct);
        let doc = "What practice does in more than one way, each with its clause.";
        match form.object("switches", doc, SwitchTable::fields) {
            Given::Absent => {}
            Given::Emptied => self.switches.clear(),
            Given::Value(table) => {
                for (name, chosen) in table.0 {
                    match chosen {
                        Some(chosen) => self.switches.insert(name, chosen),
                        None => self.switches.remove(name),
                    };
                }
            }
        }
        let doc = "How the case was settled; a scenario replaces it as a whole.";
        match form.object("settlement", doc, SettlementDraft::fields) {
            Given::Absent => {}
            Given::Emptied => self.settlement = None,
            Given::Value(settlement) => self.settlement = Some(settlement),
        }
        self.around.fields(form);
    }

    /// How the case was settled.
    pub(super) fn settlement(&self) -> Option<SettlementBasis> {
        self.settlement.as_ref()?.basis()
    }

    /// What the engine computes from.
    pub(super) fn input(&self, currency: Currency) -> Input {
        let mut input = Input::new(CASE, currency);
        input.items.clone_from(&self.items);
        input.lines = self.lines.iter().map(LineDraft::line).collect();
        input.extensions.clone_from(&self.extensions);
        input.sue_labour.clone_from(&self.sue_labour);
        input.deductibles.clone_from(&self.deductibles);
        input.reductions.clone_from(&self.reductions);
        input.limits.clone_from(&self.limits);
        input.recoveries.clone_from(&self.recoveries);
        input.other_insurance.clone_from(&self.other_insurance);
        input.coinsurers.clone_from(&self.coinsurers);
        input.interim.clone_from(&self.interim);
        input.rates.clone_from(&self.rates);
        input.peril.clone_from(&self.peril);
        input.payment_currency = self.payment_currency;
        input.settlement = self.settlement.as_ref().and_then(settlement);
        for (name, chosen) in &self.switches {
            // Name and word are from the engine's own lists, so that this always works.
            let _ = input.switches.set(name, chosen.word, chosen.clause.clone(), None);
        }
        input.coinsurance_pct = self.coinsurance_pct;
        input.margin_pct = self.margin_pct;
        input
    }
}

fn settlement(draft: &SettlementDraft) -> Option<Settlement> {
    Some(Settlement {
        source: (Kind::Settlement, SETTLEMENT),
        basis: draft.basis()?,
        amount: draft.amount,
        currency: draft.currency,
        reasoned: draft.reason.as_ref().is_some_and(|reason| !reason.trim().is_empty()),
    })
}

/// Reads a file, or says everything that is wrong with it.
pub(super) fn read(bytes: &[u8]) -> Result<Document, Vec<Problem>> {
    let root = Node::read(bytes).map_err(|problem| vec![problem])?;
    let Some(fields) = root.fields() else {
        let fault = Fault::new(Code::Kind).with("expected", "object");
        return Err(vec![fault.at(String::new())]);
    };
    let mut reading = Reading::new(fields);
    let mut head = Head::default();
    let mut base = Position::default();
    let mut scenarios = Vec::new();
    reading.whole(|reading| {
        head.fields(reading);
        base.lists(reading);
        base.fields(reading);
        reading.scenarios(|reading, name, note| {
            let mut position = base.clone();
            position.lists(reading);
            position.fields(reading);
            scenarios.push(Scenario { name, note, position });
        });
    });
    let Reading { problems, names, .. } = reading;
    if !problems.is_empty() {
        return Err(problems.into_list());
    }
    Ok(Document { head, base, scenarios, names })
}

//! The records of a file, as they are described and as the engine takes them.

use std::sync::Arc;

use lisuan_core::Id;
use lisuan_core::adjustment::{
    AverageBasis, Coinsurer, Deductible, Extension, FxDate, Interim, Item, Limit, LimitKind, Line,
    LineQuantity, OtherPolicy, Rate, Recovery, Reduction, SettlementBasis, SubLimit, SueLabour,
    Vat, YesNo,
};
use lisuan_core::change::Kind;
use lisuan_core::money::Currency;
use rust_decimal::Decimal;

use super::form::{Form, Given, Shape};
use super::problem::{Code, Fault};
use super::value::{self, Written};

/// A record of one of the lists.
pub(super) trait Entry: Clone {
    /// The name of its list.
    const LIST: &'static str;
    /// What the list holds.
    const DOC: &'static str;

    /// The record with nothing known about it yet.
    fn new(id: Id) -> Self;
    /// Its key.
    fn id(&self) -> Id;
    /// Goes through its fields.
    fn fields<F: Form>(&mut self, form: &mut F);
    /// Takes the name that stands in the file, where the engine prints it.
    fn named(&mut self, _name: &str) {}
}

/// A line before quantity and unit are joined.
#[derive(Debug, Clone)]
pub(super) struct LineDraft {
    pub line: Line,
    pub quantity: Option<Written>,
    pub unit: Option<String>,
    extension: Option<Id>,
    sue_labour: Option<Id>,
}

impl LineDraft {
    /// The line as the engine takes it.
    pub(super) fn line(&self) -> Line {
        let mut line = self.line.clone();
        line.quantity = self.quantity.as_ref().map(|written| LineQuantity {
            value: written.value.clone(),
            unit: Arc::from(self.unit.as_deref().unwrap_or_default()),
            source: None,
        });
        line.extension = self.extension.or(self.sue_labour).map(|id| (Kind::Term, id));
        line
    }
}

/// A settlement; it has no id, since there is one at most.
#[derive(Debug, Clone, Default)]
pub(super) struct SettlementDraft {
    pub basis: &'static str,
    pub amount: Option<Decimal>,
    pub currency: Option<Currency>,
    pub reason: Option<String>,
}

const BASES: [SettlementBasis; 7] = [
    SettlementBasis::Formula,
    SettlementBasis::Agreed,
    SettlementBasis::Interim,
    SettlementBasis::Compromise,
    SettlementBasis::ExGratia,
    SettlementBasis::Nil,
    SettlementBasis::Refusal,
];
const BASIS_WORDS: &[&str] =
    &["formula", "agreed", "interim", "compromise", "ex-gratia", "nil", "refusal"];
const LIMIT_WORDS: &[&str] = &["event", "aggregate", "group"];

impl SettlementDraft {
    pub(super) fn fields<F: Form>(form: &mut F, it: &mut Self) {
        let basis = ("basis", "How the case ends.", Shape::Words(BASIS_WORDS));
        form.required(basis, &mut it.basis, |node| value::word(node, BASIS_WORDS));
        form.amount(
            "amount",
            "How much; not asked for with formula, nil, refusal.",
            &mut it.amount,
        );
        form.currency("currency", "Currency of the amount.", &mut it.currency);
        form.text("reason", "The written reason; a compromise needs one.", &mut it.reason);
    }

    pub(super) fn basis(&self) -> Option<SettlementBasis> {
        BASES.into_iter().find(|basis| basis.as_str() == self.basis)
    }
}

impl Entry for Item {
    const LIST: &'static str = "items";
    const DOC: &'static str = "Insured items of the schedule; average applies to each separately.";

    fn new(id: Id) -> Self {
        Self::new(id)
    }

    fn id(&self) -> Id {
        self.id
    }

    fn fields<F: Form>(&mut self, form: &mut F) {
        form.amount("sum_insured", "Sum insured (保险金额).", &mut self.sum_insured);
        form.amount("value", "Insurable value at the loss; works: at completion.", &mut self.value);
        form.currency("currency", "Of sum insured and value; else the file's.", &mut self.currency);
        form.ratio("ratio", "An average ratio that is agreed or given.", &mut self.ratio);
        match form.switch("average", "Average of this item alone.", AverageBasis::WORDS) {
            Given::Absent => {}
            Given::Emptied => self.average = None,
            Given::Value(chosen) => self.average = chosen.switch(),
        }
        form.ratio("increase", "Automatic increase of the sum insured.", &mut self.increase);
        form.amount("salvage", "Salvage (残值).", &mut self.salvage);
        form.amount("paid_before", "Paid before under this item.", &mut self.paid_before);
        form.yes("reinstated", "The sum insured was reinstated since.", &mut self.reinstated);
        let doc = "The loss at actual cash value; with average ho_80.";
        form.amount("actual_value_loss", doc, &mut self.actual_value_loss);
        let doc = "Indemnity at actual value: the depreciation of the lines applies.";
        form.yes("at_actual_value", doc, &mut self.at_actual_value);
        form.yes_no("sum_includes_tax", "Sum insured includes VAT.", &mut self.sum_includes_tax);
        form.yes_no("value_includes_tax", "Value includes VAT.", &mut self.value_includes_tax);
        form.clause(&mut self.clause);
    }
}

fn vat<F: Form>(form: &mut F, vat: &mut VatDraft) {
    form.required(("rate", "Rate of VAT.", Shape::Ratio), &mut vat.rate, value::ratio);
    let doc = "Whether the price includes it.";
    form.required(("included", doc, Shape::YesNo), &mut vat.included, value::yes_no);
    let doc = "The share the insured recovers as input tax.";
    let field = ("recoverable_share", doc, Shape::Ratio);
    form.required(field, &mut vat.recoverable_share, value::ratio);
}

#[derive(Default)]
struct VatDraft {
    rate: Decimal,
    included: bool,
    recoverable_share: Decimal,
}

impl Entry for LineDraft {
    const LIST: &'static str = "lines";
    const DOC: &'static str = "Loss lines: quantity and price, or a lump sum.";

    fn new(id: Id) -> Self {
        Self { line: Line::new(id), quantity: None, unit: None, extension: None, sue_labour: None }
    }

    fn id(&self) -> Id {
        self.line.id
    }

    fn fields<F: Form>(&mut self, form: &mut F) {
        let line = &mut self.line;
        form.item("item", "The insured item it falls under.", &mut line.item);
        let doc = "The extension it is a cost of, instead of a loss of an item.";
        form.record("extensions", "extension", doc, &mut self.extension);
        let doc = "The mitigation cost it is part of, instead of a loss of an item.";
        form.record("sue_labour", "sue_labour", doc, &mut self.sue_labour);
        form.quantity("quantity", "Quantity as an expression: 1910×2×0.15×2.", &mut self.quantity);
        form.text("unit", "Unit of the quantity; it says how to round.", &mut self.unit);
        form.amount("price", "Unit price.", &mut line.price);
        form.signed("lump_sum", "A lump sum instead of quantity and price.", &mut line.lump_sum);
        let doc = "The amount the sheet states beside quantity and price; only compared.";
        form.signed("stated_amount", doc, &mut line.stated_amount);
        form.currency("currency", "Of price, amounts and deductions.", &mut line.currency);
        form.signed("claimed", "Claimed (报损金额).", &mut line.claimed);
        form.ratio("coverage", "Coverage factor; 0 is not covered.", &mut line.coverage);
        match form.object("vat", "Value added tax, where it matters.", vat) {
            Given::Absent => {}
            Given::Emptied => line.vat = None,
            Given::Value(VatDraft { rate, included, recoverable_share }) => {
                line.vat = Some(Vat { rate, included, recoverable_share });
            }
        }
        form.amount("betterment", "Upgrade, longer life, added capacity.", &mut line.betterment);
        let doc = "Depreciation; counts only for an item at actual value.";
        form.ratio("depreciation", doc, &mut line.depreciation);
        let doc = "Value before the loss: repair that costs more is a total loss.";
        form.amount("value_before_loss", doc, &mut line.value_before_loss);
        form.amount("salvage", "Salvage of this line.", &mut line.salvage);
        form.clause(&mut line.clause);
        if self.quantity.is_some() && self.unit.is_none() {
            form.wrong(Some("unit"), Fault::new(Code::Missing).with("field", "unit"));
        }
        if self.extension.is_some() && self.sue_labour.is_some() {
            form.wrong(Some("sue_labour"), Fault::new(Code::TwoCosts));
        }
        if line.lump_sum.is_some() && (self.quantity.is_some() || line.price.is_some()) {
            form.wrong(Some("lump_sum"), Fault::new(Code::TwoAmounts));
        }
    }
}

/// A limit of an extension: exactly one of the three.
#[derive(Default)]
struct SubLimitDraft {
    amount: Option<Decimal>,
    of_sum_insured: Option<Decimal>,
    of_adjusted_loss: Option<Decimal>,
}

impl SubLimitDraft {
    fn fields<F: Form>(form: &mut F, it: &mut Self) {
        form.amount("amount", "An amount.", &mut it.amount);
        form.ratio("of_sum_insured", "A share of the sum insured.", &mut it.of_sum_insured);
        form.ratio("of_adjusted_loss", "A share of the adjusted loss.", &mut it.of_adjusted_loss);
        if it.limit().is_none() {
            form.wrong(None, Fault::new(Code::OneLimit));
        }
    }

    fn limit(&self) -> Option<SubLimit> {
        match (self.amount, self.of_sum_insured, self.of_adjusted_loss) {
            (Some(amount), None, None) => Some(SubLimit::Amount(amount)),
            (None, Some(share), None) => Some(SubLimit::OfSumInsured(share)),
            (None, None, Some(share)) => Some(SubLimit::OfAdjustedLoss(share)),
            _ => None,
        }
    }
}

/// What is the same for records that the engine keys by their source.
macro_rules! listed {
    ($list:literal, $doc:literal) => {
        const LIST: &'static str = $list;
        const DOC: &'static str = $doc;

        fn id(&self) -> Id {
            self.source.1
        }
    };
}

/// The same, for terms of the policy that begin with nothing.
macro_rules! term {
    ($list:literal, $doc:literal) => {
        listed!($list, $doc);

        fn new(id: Id) -> Self {
            Self::new((Kind::Term, id))
        }
    };
}

impl Entry for Extension {
    term!("extensions", "Costs under extensions: debris removal, fees, expediting.");

    fn fields<F: Form>(&mut self, form: &mut F) {
        form.item("item", "The item its limits refer to; else all.", &mut self.item);
        form.amount("cost", "Adjusted cost; lines that name it are added.", &mut self.cost);
        form.currency("currency", "Of cost, amounts and limits.", &mut self.currency);
        match form.objects("limits", "Limits; the lowest counts.", SubLimitDraft::fields) {
            Given::Absent => {}
            Given::Emptied => self.limits.clear(),
            Given::Value(limits) => {
                self.limits = limits.iter().filter_map(SubLimitDraft::limit).collect();
            }
        }
        match form.switch("average", "Whether average applies to the cost.", YesNo::WORDS) {
            Given::Absent => {}
            Given::Emptied => self.average = Default::default(),
            Given::Value(chosen) => self.average = chosen.switch().unwrap_or_default(),
        }
        form.amount("deductible", "Its own deductible: an amount.", &mut self.deductible);
        let doc = "Its own deductible: a rate of the cost; the higher counts.";
        form.ratio("deductible_rate", doc, &mut self.deductible_rate);
        let doc = "Kept outside the deductible of the event.";
        form.yes("outside_deductible", doc, &mut self.outside_deductible);
        let doc = "May only use what the loss leaves of the sum insured.";
        form.yes("inside_sum_insured", doc, &mut self.inside_sum_insured);
        form.amount("additional", "On top of that, an additional amount.", &mut self.additional);
        form.yes("without_loss", "Pays also without an adjusted loss.", &mut self.without_loss);
        form.clause(&mut self.clause);
    }
}

impl Entry for SueLabour {
    term!("sue_labour", "Costs of preventing or reducing the loss (施救费用).");

    fn fields<F: Form>(&mut self, form: &mut F) {
        form.item("item", "The item it served.", &mut self.item);
        form.amount("cost", "The cost; lines that name it are added.", &mut self.cost);
        form.currency("currency", "Of the cost.", &mut self.currency);
        let doc = "Share of insured property in what was rescued; else all of it.";
        form.ratio("insured_share", doc, &mut self.insured_share);
        form.clause(&mut self.clause);
    }
}

impl Entry for Deductible {
    term!("deductibles", "Deductibles (免赔); none at all is a finding, \"0\" says there is none.");

    fn fields<F: Form>(&mut self, form: &mut F) {
        form.item("item", "The item it belongs to; else the event.", &mut self.item);
        let doc = "The peril it is for; it replaces the general one for that peril.";
        form.text("peril", doc, &mut self.peril);
        form.amount("fixed", "Amount (免赔额).", &mut self.fixed);
        form.ratio("rate", "Rate (免赔率).", &mut self.rate);
        form.count("days", "Waiting period in days (免赔期).", &mut self.days);
        let doc = "The days of interruption or delay that the loss was computed for.";
        form.count("period_days", doc, &mut self.period_days);
        form.currency("currency", "Of the amount.", &mut self.currency);
        form.clause(&mut self.clause);
    }
}

impl Entry for Reduction {
    listed!("reductions", "Rates taken off one after the other before the deductible.");

    fn new(id: Id) -> Self {
        Self::new((Kind::Term, id), Decimal::ZERO)
    }

    fn fields<F: Form>(&mut self, form: &mut F) {
        form.required(("rate", "The rate.", Shape::Ratio), &mut self.rate, value::ratio);
        form.clause(&mut self.clause);
    }
}

impl Entry for Limit {
    listed!("limits", "Limits on the event, on the period, on a group of items.");

    fn new(id: Id) -> Self {
        Self::new((Kind::Term, id), LimitKind::Event)
    }

    fn fields<F: Form>(&mut self, form: &mut F) {
        let kind = ("kind", "What it limits.", Shape::Words(LIMIT_WORDS));
        form.required(kind, &mut self.kind, |node| {
            Ok(match value::word(node, LIMIT_WORDS)? {
                "aggregate" => LimitKind::Aggregate,
                "group" => LimitKind::Group,
                _ => LimitKind::Event,
            })
        });
        form.items("items", "The items of a group.", &mut self.items);
        let doc = "The peril it is for; it counts beside the general limits for that peril.";
        form.text("peril", doc, &mut self.peril);
        form.amount("amount", "An amount.", &mut self.amount);
        let doc = "A share of the sum insured of the items hit.";
        form.ratio("rate_of_sum_insured", doc, &mut self.rate_of_sum_insured);
        form.amount("used", "Used before.", &mut self.used);
        form.currency("currency", "Of the amounts.", &mut self.currency);
        form.clause(&mut self.clause);
    }
}

impl Entry for Recovery {
    listed!("recoveries", "Money received from third parties before the settlement.");

    fn new(id: Id) -> Self {
        Self::new((Kind::Recovery, id))
    }

    fn fields<F: Form>(&mut self, form: &mut F) {
        form.amount("amount", "How much.", &mut self.amount);
        form.currency("currency", "In which currency.", &mut self.currency);
        form.item("item", "The item whose loss it makes good; else all.", &mut self.item);
    }
}

impl Entry for OtherPolicy {
    listed!(
        "other_insurance",
        "All policies on the same interest, this one among them, the earliest first."
    );

    fn new(id: Id) -> Self {
        Self::new((Kind::Term, id), String::new())
    }

    fn named(&mut self, name: &str) {
        name.clone_into(&mut self.name);
    }

    fn fields<F: Form>(&mut self, form: &mut F) {
        form.yes("ours", "Whether it is the policy of this adjustment.", &mut self.ours);
        form.amount("sum_insured", "Its sum insured.", &mut self.sum_insured);
        form.amount("liability", "What it would pay alone.", &mut self.liability);
    }
}

impl Entry for Coinsurer {
    listed!("coinsurers", "Insurers of this policy (共保); the first one leads.");

    fn new(id: Id) -> Self {
        Self { source: (Kind::Term, id), name: String::new(), share: Decimal::ZERO }
    }

    fn named(&mut self, name: &str) {
        name.clone_into(&mut self.name);
    }

    fn fields<F: Form>(&mut self, form: &mut F) {
        let doc = "Its written share; together they are 100 %.";
        form.required(("share", doc, Shape::Ratio), &mut self.share, value::ratio);
    }
}

impl Entry for Interim {
    listed!("interim", "Interim payments made (预付赔款).");

    fn new(id: Id) -> Self {
        Self::new((Kind::Settlement, id))
    }

    fn fields<F: Form>(&mut self, form: &mut F) {
        form.amount("amount", "How much.", &mut self.amount);
        form.currency("currency", "In which currency.", &mut self.currency);
    }
}

impl Entry for Rate {
    const LIST: &'static str = "rates";
    const DOC: &'static str = "Rates of exchange: one unit of `from` is `rate` units of `to`.";

    fn new(id: Id) -> Self {
        Self {
            record: (Kind::Term, id),
            from: Currency::CNY,
            to: Currency::CNY,
            rate: Decimal::ONE,
            date: None,
            publisher: None,
            day: None,
        }
    }

    fn id(&self) -> Id {
        self.record.1
    }

    fn fields<F: Form>(&mut self, form: &mut F) {
        let from = ("from", "The currency that is converted.", Shape::Currency);
        form.required(from, &mut self.from, value::currency);
        let to = ("to", "The currency it is converted to.", Shape::Currency);
        form.required(to, &mut self.to, value::currency);
        form.required(("rate", "The rate.", Shape::Positive), &mut self.rate, value::positive);
        form.date("date", "The day of the rate.", &mut self.date);
        form.text("publisher", "Who publishes it.", &mut self.publisher);
        let day =
            ("day", "Which day in the claim that was; see fx.date.", Shape::Words(FxDate::WORDS));
        form.maybe(day, &mut self.day, |node| {
            let word = value::word(node, FxDate::WORDS)?;
            word.parse().map_err(|_| Fault::new(Code::Word).with("value", word))
        });
    }
}

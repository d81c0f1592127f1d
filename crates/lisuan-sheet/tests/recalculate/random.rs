//! Cases made by chance from a number that names them.

use lisuan_core::clocks::Calendar;
use std::sync::Arc;

use lisuan_core::Id;
use lisuan_core::adjustment::{
    Coinsurer, Deductible, Extension, Input, Interim, Item, Limit, LimitKind, Line, LineQuantity,
    OtherPolicy, Rate, Recovery, Reduction, Settlement, SettlementBasis, SubLimit, SueLabour,
    Switches, Vat, adjust,
};
use lisuan_core::assessment::Assessment;
use lisuan_core::case::Case;
use lisuan_core::change::{ALIVE, Kind, Record, State};
use lisuan_core::money::Currency;
use rust_decimal::Decimal;

/// SplitMix64: the same numbers on every machine.
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % limit
    }

    pub fn one_in(&mut self, many: u64) -> bool {
        self.below(many) == 0
    }

    /// A number below `max` units of so many decimals, half of them ending in 5, so that products
    /// are often exactly half a cent.
    fn decimal(&mut self, max: u64, places: u32) -> Decimal {
        let units = self.below(max);
        let units = if self.one_in(2) { units / 10 * 10 + 5 } else { units };
        Decimal::new(i64::try_from(units).unwrap(), places)
    }

    fn amount(&mut self) -> Decimal {
        let digits = u32::try_from(3 + self.below(8)).unwrap();
        self.decimal(10u64.pow(digits), 2)
    }

    fn ratio(&mut self) -> Decimal {
        let places = 2 + u32::try_from(self.below(3)).unwrap();
        self.decimal(10u64.pow(places) - 5, places)
    }

    fn maybe<T>(&mut self, many: u64, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.one_in(many).then(|| make(self))
    }

    fn expression(&mut self) -> String {
        let mut factor = || self.decimal(100_000, 3).to_string();
        let (a, b, c, d) = (factor(), factor(), factor(), factor());
        match self.below(9) {
            0 => format!("{a}×{b}"),
            1 => format!("{a}m×{b}m×0.15m×2边"),
            2 => format!("({a}+{b})×{c}/3"),
            3 => format!("{a}×{b}\n扣除 {c}×0.5"),
            4 => format!("-{a}×{b}+{c}"),
            5 => format!("π×({a}/1000)²×{b}"),
            6 => format!("√({a}+{b})×12.5%×{d}"),
            7 => format!("({a}-{b})^2÷-7"),
            _ => format!("K172+{:03}.5~K175+447", self.below(1_000)),
        }
    }
}

fn id(n: u64) -> Id {
    let mut bytes = [0; 16];
    bytes[8..].copy_from_slice(&n.to_be_bytes());
    Id::from_bytes(bytes)
}

/// Writes records one after the other.
pub struct Records {
    state: State,
    next: u64,
}

impl Records {
    pub fn new() -> Self {
        let mut records = Self { state: State::default(), next: 0 };
        records.add(Kind::Case, &[("claim_no", "=1+1".to_owned())]);
        records
    }

    pub fn add(&mut self, kind: Kind, fields: &[(&'static str, String)]) -> Id {
        self.next += 1;
        let mut record = Record::default();
        record.fields.insert(ALIVE, "1".to_owned());
        record.fields.extend(fields.iter().cloned());
        self.state.insert(kind, id(self.next), record);
        id(self.next)
    }

    pub fn case(&self) -> Case {
        Case::from_state(&self.state).unwrap()
    }
}

const UNITS: [&str; 5] = ["m3", "t", "个", "m", "kg"];

/// A case and what it comes to; every second one with terms that a case file cannot hold yet.
pub fn case(seed: u64) -> (Case, Assessment) {
    let mut chance = Chance(seed);
    let lines = 1 + chance.below(12);
    case_with(chance, lines, seed % 2 == 1)
}

/// A case with so many lines; with richer terms than a case file holds, or without.
pub fn case_with(mut chance: Chance, lines: u64, richer: bool) -> (Case, Assessment) {
    let mut records = Records::new();
    let items: Vec<Id> =
        (0..1 + chance.below(4))
            .map(|n| {
                let sum = chance.amount();
                let value = if chance.one_in(3) { sum } else { chance.amount() };
                let mut fields = vec![
                    ("name", format!("item {n}")),
                    ("sum_insured", sum.normalize().to_string()),
                    ("insurable_value", value.normalize().to_string()),
                ];
                let salvage = chance.maybe(2, Chance::amount);
                fields.extend(salvage.map(|s| {
                    ("salvage", (s / Decimal::from(16)).round_dp(2).normalize().to_string())
                }));
                records.add(Kind::PolicyItem, &fields)
            })
            .collect();
    for n in 0..lines {
        line(&mut chance, &mut records, &items, n);
    }
    terms(&mut chance, &mut records);
    let case = records.case();
    let mut assessment = Assessment::of(&case, &Calendar::default());
    if richer {
        assessment.adjustment = adjust(&rich(&mut chance, &case, &assessment)).into();
    }
    (case, assessment)
}

fn line(chance: &mut Chance, records: &mut Records, items: &[Id], n: u64) {
    let item = items[usize::try_from(chance.below(items.len() as u64)).unwrap()];
    let mut fields = vec![("item", format!("line {n}")), ("policy_item", item.to_string())];
    let text = |value: Decimal| value.normalize().to_string();
    if chance.one_in(5) {
        let sign = if chance.one_in(4) { "-" } else { "" };
        fields.push(("assessed_amount", format!("{sign}{}", text(chance.amount()))));
    } else {
        let unit = UNITS[usize::try_from(chance.below(5)).unwrap()].to_owned();
        let expression = chance.expression();
        let mut measured = vec![("expression", expression), ("unit", unit.clone())];
        let agreed = chance.maybe(6, |c| c.decimal(1_000_000, 4));
        measured.extend(agreed.map(|quantity| ("agreed_quantity", text(quantity))));
        let measurement = records.add(Kind::Measurement, &measured);
        for _ in 0..chance.below(3) {
            deduction(chance, records, measurement);
        }
        let places = 2 + u32::try_from(chance.below(3)).unwrap();
        let price = text(chance.decimal(1_000_000, places));
        let price = records.add(Kind::Price, &[("amount", price), ("unit", unit)]);
        fields.extend([("measurement", measurement.to_string()), ("price", price.to_string())]);
    }
    if chance.one_in(3) {
        fields.push(("claimed_amount", text(chance.amount())));
    } else {
        fields.push(("claimed_quantity", text(chance.decimal(1_000_000, 3))));
        fields.push(("claimed_price", text(chance.decimal(1_000_000, 3))));
    }
    records.add(Kind::Line, &fields);
}

/// What is taken off a measurement: written with either sign, now and then agreed.
fn deduction(chance: &mut Chance, records: &mut Records, from: Id) {
    let sign = if chance.one_in(4) { "-" } else { "" };
    let expression = format!("{sign}{}×0.35", chance.decimal(1_000, 3).normalize());
    let mut fields = vec![("expression", expression), ("deducts_from", from.to_string())];
    let agreed = chance.maybe(4, |c| c.decimal(1_000, 3));
    fields.extend(agreed.map(|quantity| ("agreed_quantity", quantity.normalize().to_string())));
    records.add(Kind::Measurement, &fields);
}

fn terms(chance: &mut Chance, records: &mut Records) {
    let mut term = |code: &str, value: String| {
        records.add(Kind::Term, &[("code", code.to_owned()), ("value", value)]);
    };
    for (name, words) in Switches::NAMES {
        // The percentage of a coinsurance clause is not always there.
        if chance.one_in(3) && *name != "average.basis" {
            let word = words[usize::try_from(chance.below(words.len() as u64)).unwrap()];
            term(name, word.to_owned());
        }
    }
    if chance.one_in(3) {
        term(
            "average.basis",
            ["full_value", "first_loss"][usize::from(chance.one_in(2))].to_owned(),
        );
    }
    if chance.one_in(2) {
        term("deductible.fixed", (chance.amount() / Decimal::from(8)).round_dp(2).to_string());
    }
    if chance.one_in(2) {
        term("deductible.rate", chance.ratio().to_string());
    }
    if chance.one_in(3) {
        term("limit.event", chance.amount().to_string());
    }
    if chance.one_in(3) {
        let amount = chance.decimal(100_000, 2).to_string();
        records.add(Kind::Recovery, &[("amount", amount)]);
    }
}

/// The same lines with VAT, betterment, depreciation, other currencies, and an event with
/// extensions, several deductibles, other policies, co-insurers, interim payments, a settlement.
fn rich(chance: &mut Chance, case: &Case, assessment: &Assessment) -> Input {
    let usd: Currency = "USD".parse().unwrap();
    let mut input = Input::new(case.head.id, Currency::CNY);
    let source = |n: u64| (Kind::Term, id(9_000 + n));
    for item in &case.policy_items {
        let mut made = Item::new(item.id);
        made.sum_insured = item.sum_insured;
        made.value = item.insurable_value;
        made.salvage = item.salvage;
        made.increase = chance.maybe(4, Chance::ratio);
        made.at_actual_value = chance.one_in(2);
        made.paid_before = chance.maybe(5, |c| c.decimal(10_000, 2));
        input.items.push(made);
    }
    for line in &case.lines {
        let figures = &assessment.lines[&line.id];
        let counted = line.measurement.and_then(|id| assessment.measured[&id].counted.clone());
        let mut made = Line::new(line.id);
        made.item = line.policy_item;
        made.claimed = figures.claimed;
        made.price = figures.price;
        made.quantity = counted.map(|counted| LineQuantity {
            value: counted.quantity.exact,
            unit: Arc::from(figures.unit.as_deref().unwrap_or_default()),
            source: None,
        });
        made.lump_sum = line.assessed_amount;
        made.coverage = chance.maybe(5, Chance::ratio);
        made.vat = chance.maybe(3, |c| Vat {
            rate: Decimal::new(13, 2),
            included: c.one_in(2),
            recoverable_share: c.ratio(),
        });
        made.betterment = chance.maybe(5, |c| c.decimal(10_000, 2));
        made.depreciation = chance.maybe(4, Chance::ratio);
        made.salvage = chance.maybe(5, |c| c.decimal(10_000, 2));
        made.currency = chance.maybe(5, |_| usd);
        input.lines.push(made);
    }
    let rate = chance.decimal(100_000, 4) + Decimal::new(1, 4);
    let (date, publisher, day) = (None, None, None);
    input.rates =
        vec![Rate { record: source(0), from: usd, to: Currency::CNY, rate, date, publisher, day }];
    event(chance, &mut input, &source);
    others(chance, &mut input, &source);
    for (name, words) in Switches::NAMES {
        if chance.one_in(3) {
            let word = words[usize::try_from(chance.below(words.len() as u64)).unwrap()];
            input.switches.set(name, word, Some("3.1".to_owned()), None).unwrap();
        }
    }
    input.coinsurance_pct = Some(Decimal::new(8, 1));
    input
}

fn event(chance: &mut Chance, input: &mut Input, source: &impl Fn(u64) -> (Kind, Id)) {
    for n in 0..chance.below(3) {
        let mut extension = Extension::new(source(10 + n));
        extension.cost = Some(chance.amount());
        extension.limits = vec![SubLimit::OfSumInsured(chance.ratio())];
        extension.deductible_rate = chance.maybe(3, Chance::ratio);
        extension.outside_deductible = chance.one_in(2);
        extension.additional = chance.maybe(3, Chance::amount);
        input.extensions.push(extension);
    }
    if chance.one_in(2) {
        let mut cost = SueLabour::new(source(20));
        cost.cost = Some(chance.amount());
        cost.insured_share = chance.maybe(2, Chance::ratio);
        cost.item = input.items.first().map(|item| item.id);
        input.sue_labour.push(cost);
    }
    for n in 0..1 + chance.below(input.items.len() as u64 + 1) {
        let mut deductible = Deductible::new(source(30 + n));
        deductible.item = (n > 0).then(|| input.items[usize::try_from(n - 1).unwrap()].id);
        deductible.fixed = Some(chance.decimal(1_000_000, 2));
        deductible.rate = chance.maybe(2, Chance::ratio);
        input.deductibles.push(deductible);
    }
    if chance.one_in(3) {
        input.reductions.push(Reduction::new(source(40), chance.ratio()));
    }
    if chance.one_in(3) {
        let mut limit = Limit::new(source(41), LimitKind::Event);
        limit.rate_of_sum_insured = Some(chance.ratio());
        input.limits.push(limit);
    }
}

fn others(chance: &mut Chance, input: &mut Input, source: &impl Fn(u64) -> (Kind, Id)) {
    if chance.one_in(3) {
        let mut recovery = Recovery::new(source(50));
        recovery.amount = Some(chance.amount());
        recovery.currency = chance.maybe(2, |_| "USD".parse().unwrap());
        input.recoveries.push(recovery);
    }
    if chance.one_in(2) {
        for n in 0..3 {
            let mut policy = OtherPolicy::new(source(60 + n), format!("insurer {n}"));
            policy.ours = n == 0;
            policy.sum_insured = Some(chance.amount() + Decimal::ONE);
            input.other_insurance.push(policy);
        }
    }
    if chance.one_in(2) {
        let first = chance.ratio();
        for (n, share) in [first, Decimal::ONE - first].into_iter().enumerate() {
            let name = format!("insurer {n}");
            input.coinsurers.push(Coinsurer { source: source(70 + n as u64), name, share });
        }
    }
    if chance.one_in(2) {
        let mut interim = Interim::new(source(80));
        interim.amount = Some(chance.decimal(1_000_000, 2));
        input.interim.push(interim);
    }
    input.payment_currency = chance.maybe(3, |_| "USD".parse().unwrap());
    input.settlement = chance.maybe(2, |c| Settlement {
        source: source(90),
        basis: SettlementBasis::Compromise,
        amount: Some(c.amount()),
        currency: None,
        reasoned: true,
    });
}

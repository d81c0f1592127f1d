//! Loss lines: prices (PRC), units (QTY), evidence (PHO) and sums (ARI).

use std::collections::BTreeMap;

use crate::Id;
use crate::assessment::LineFigures;
use crate::case::{Case, Line};
use crate::change::Kind;
use crate::finding::{Finding, Level};
use crate::money::grouped;
use crate::quantity::same_unit;

pub(super) fn check(case: &Case, lines: &BTreeMap<Id, LineFigures>, findings: &mut Vec<Finding>) {
    let units = Units::of(case);
    for line in &case.lines {
        let Some(figures) = lines.get(&line.id) else { continue };
        findings.extend(no_basis(line, figures));
        findings.extend(survey_fee(line));
        findings.extend(units.differ(line));
        findings.extend(no_photo(line, figures));
        findings.extend(more_than_claimed(line, figures));
        findings.extend(claim_differs(line));
        findings.extend(claimed_more_than_measured(line, figures));
    }
}

fn at(check: &'static str, level: Level, line: &Line, field: &'static str) -> Finding {
    Finding::at(check, level, Kind::Line, line.id, field)
        .with("item", line.item.as_deref().unwrap_or_default())
}

/// PRC-02: a price without a basis, or no price at all where there is a quantity.
fn no_basis(line: &Line, figures: &LineFigures) -> Option<Finding> {
    let priced = figures.price.is_some() && figures.basis.is_some();
    (figures.quantity.is_some() && !priced).then(|| at("PRC-02", Level::Warn, line, "price"))
}

/// ADJ-14: the cost of establishing the loss among the loss (保险法 64: the insurer bears it beside
/// the indemnity). Told by the words the field uses, so it asks and does not block.
fn survey_fee(line: &Line) -> Option<Finding> {
    const WORDS: [&str; 8] = [
        "查勘费",
        "公估费",
        "检验费",
        "鉴定费",
        "勘验费",
        "survey fee",
        "adjuster's fee",
        "expert's fee",
    ];
    let name = line.item.as_deref()?.to_lowercase();
    let apart = line.extension.is_some() || line.sue_labour.is_some();
    (!apart && WORDS.iter().any(|word| name.contains(word)))
        .then(|| at("ADJ-14", Level::Warn, line, "item"))
}

/// The units of measurements and prices, to look up per line.
struct Units<'a> {
    measured: BTreeMap<Id, &'a str>,
    priced: BTreeMap<Id, &'a str>,
}

impl<'a> Units<'a> {
    fn of(case: &'a Case) -> Self {
        let measured = case.measurements.iter().filter_map(|m| Some((m.id, m.unit.as_deref()?)));
        let priced = case.prices.iter().filter_map(|p| Some((p.id, p.unit.as_deref()?)));
        Self { measured: measured.collect(), priced: priced.collect() }
    }

    /// QTY-07: the unit of the quantity is not that of the price.
    fn differ(&self, line: &Line) -> Option<Finding> {
        let unit = self.measured.get(&line.measurement?)?;
        let other = self.priced.get(&line.price?)?;
        (!same_unit(unit, other)).then(|| {
            at("QTY-07", Level::Stop, line, "price").with("unit", unit).with("other", other)
        })
    }
}

/// PHO-05: a damage line without a photo.
fn no_photo(line: &Line, figures: &LineFigures) -> Option<Finding> {
    figures.photos.is_empty().then(|| at("PHO-05", Level::Warn, line, "item"))
}

/// ARI-07: more assessed than claimed, without a reason in the remark.
fn more_than_claimed(line: &Line, figures: &LineFigures) -> Option<Finding> {
    let (claimed, assessed) = (figures.claimed?, figures.assessed?);
    (assessed > claimed && line.remark.is_none()).then(|| {
        at("ARI-07", Level::Warn, line, "assessed_amount")
            .with("claimed", grouped(claimed, 2))
            .with("assessed", grouped(assessed, 2))
    })
}

/// ARI-01: the claimed amount is not claimed quantity times claimed price.
fn claim_differs(line: &Line) -> Option<Finding> {
    use crate::money::{Exact, round};
    let (quantity, price) = (line.claimed_quantity?, line.claimed_price?);
    let claimed = line.claimed_amount?;
    let product = Exact::from_decimal(quantity).checked_mul(&Exact::from_decimal(price)).ok()?;
    let product = round(&product, 2).ok()?;
    ((product - claimed).abs() > rust_decimal::Decimal::new(1, 2)).then(|| {
        at("ARI-01", Level::Warn, line, "claimed_amount")
            .with("claimed", grouped(claimed, 2))
            .with("computed", grouped(product, 2))
    })
}

/// QTY-03: more claimed than measured together.
fn claimed_more_than_measured(line: &Line, figures: &LineFigures) -> Option<Finding> {
    let (claimed, measured) = (line.claimed_quantity?, figures.quantity?);
    (claimed > measured).then(|| {
        at("QTY-03", Level::Info, line, "claimed_quantity")
            .with("claimed", claimed)
            .with("measured", measured)
    })
}

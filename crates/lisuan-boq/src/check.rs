//! Quantity times price beside the printed amount, missing figures, codes that stand twice.

use std::collections::HashMap;

use rust_decimal::{Decimal, RoundingStrategy};

use crate::code::is_distinct;
use crate::import::{Item, Role, SheetImport};
use crate::warning::{Fact, Warning, kind};

/// Quantity times price in steps of the amounts, half up as bills are printed.
pub(crate) fn expected(item: &Item, step: Decimal) -> Option<Decimal> {
    let product = item.quantity?.checked_mul(item.unit_price?)?;
    Some(rounded(product, step.normalize().scale()))
}

fn rounded(value: Decimal, places: u32) -> Decimal {
    value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero).normalize()
}

/// The step of the printed amounts: whole yuan where all amounts are whole and the products are
/// not, as in highway bills; else a hundredth.
pub(crate) fn amount_step(sheets: &[SheetImport]) -> Decimal {
    let (whole, cent) = (Decimal::ONE, Decimal::new(1, 2));
    let (mut fit_whole, mut fit_cent) = (0, 0);
    for item in sheets.iter().flat_map(|sheet| &sheet.items) {
        let Some(amount) = item.amount else { continue };
        if !amount.is_integer() {
            return cent;
        }
        fit_whole += usize::from(expected(item, whole) == Some(amount.normalize()));
        fit_cent += usize::from(expected(item, cent) == Some(amount.normalize()));
    }
    if fit_whole > fit_cent { whole } else { cent }
}

/// Checks the figures of each item.
pub(crate) fn items(sheets: &mut [SheetImport], step: Decimal) {
    for sheet in sheets.iter_mut().filter(|sheet| sheet.role == Role::Items) {
        let lumps = !sheet.layout.as_ref().is_some_and(crate::layout::Layout::has_quantities);
        let found = sheet.items.iter().filter(|_| !lumps).filter_map(|item| figures(item, step));
        let found: Vec<Warning> = found.collect();
        sheet.warnings.extend(found);
        let unitless =
            sheet.items.iter().filter(|item| item.unit.is_none() && item.quantity.is_some());
        let unitless: Vec<Warning> =
            unitless.map(|item| Warning::at(item.row, kind::UNIT_MISSING)).collect();
        sheet.warnings.extend(unitless);
    }
}

fn figures(item: &Item, step: Decimal) -> Option<Warning> {
    let Some(amount) = item.amount else {
        if item.amount_failed {
            // That its formula failed is said already.
            return None;
        }
        return match (item.quantity, item.unit_price) {
            (Some(_), Some(_)) => {
                let expected = expected(item, step)?;
                Some(Warning::at(item.row, kind::AMOUNT_MISSING).number("expected", expected))
            }
            (None, Some(_)) => Some(Warning::at(item.row, kind::QUANTITY_MISSING)),
            (_, None) => Some(Warning::at(item.row, kind::UNPRICED)),
        };
    };
    let expected = expected(item, step)?;
    let product = item.quantity?.checked_mul(item.unit_price?)?;
    // Amounts that were never rounded are right in their own places.
    let places = amount.normalize().scale();
    let unrounded = places > step.normalize().scale() && amount == rounded(product, places);
    if amount == expected || unrounded {
        return None;
    }
    let difference = amount.checked_sub(expected)?;
    let kind = match difference.abs() <= step {
        true => kind::AMOUNT_ROUNDING,
        false => kind::AMOUNT_MISMATCH,
    };
    Some(
        Warning::at(item.row, kind)
            .number("expected", expected)
            .number("printed", amount)
            .number("difference", difference),
    )
}

/// Finds codes that stand at more than one item of the file.
pub(crate) fn codes(sheets: &mut [SheetImport]) {
    let mut first: HashMap<String, (Option<String>, u32)> = HashMap::new();
    for sheet in sheets {
        for item in &sheet.items {
            let Some(code) = item.code.as_ref().filter(|code| is_distinct(code)) else { continue };
            match first.get(code) {
                None => {
                    first.insert(code.clone(), (sheet.name.clone(), item.row));
                }
                Some((name, row)) => sheet.warnings.push(
                    Warning::at(item.row, kind::DUPLICATE_CODE)
                        .text("code", &**code)
                        .fact("first", Fact::Place(name.clone(), *row)),
                ),
            }
        }
    }
}

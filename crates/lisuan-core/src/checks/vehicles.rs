//! Motor (MOT-01 to MOT-09, numbered in the order of the list in the rules).

use rust_decimal::Decimal;

use super::{of_case, says};
use crate::case::{Case, Vehicle, YesNo};
use crate::change::Kind;
use crate::finding::{Finding, Level};
use crate::moment::Date;
use crate::money::{Exact, grouped};

/// Kilometres a year that hardly a vehicle drives.
const KM_PER_YEAR_MAX: i64 = 100_000;
/// Milligrams of alcohol in 100 ml of blood from which driving is an offence (GB 19522).
const ALCOHOL_MG: i64 = 20;

pub(super) fn check(case: &Case, findings: &mut Vec<Finding>) {
    for vehicle in &case.vehicles {
        findings.extend(vin(vehicle));
        findings.extend(licence(vehicle));
        findings.extend(alcohol(vehicle));
        findings.extend(mileage(vehicle, case.head.loss_date));
        findings.extend(paint(vehicle));
        findings.extend(total_loss(vehicle));
    }
    findings.extend(catalogue(case));
    findings.extend(fault(case));
}

fn at(check: &'static str, vehicle: &Vehicle, field: &'static str) -> Finding {
    Finding::at(check, Level::Warn, Kind::Vehicle, vehicle.id, field)
        .with("plate", says(&vehicle.plate).unwrap_or_default())
}

/// MOT-01: a VIN has 17 characters without I, O and Q; its ninth is a check digit where the maker
/// uses one (FMVSS 565), so a wrong one is only shown.
fn vin(vehicle: &Vehicle) -> Option<Finding> {
    let vin = says(&vehicle.vin)?.to_uppercase();
    let read = |c: char| c.is_ascii_alphanumeric() && !matches!(c, 'I' | 'O' | 'Q');
    if vin.chars().count() != 17 || !vin.chars().all(read) {
        return Some(at("MOT-01", vehicle, "vin").with("why", "form"));
    }
    let agrees = check_digit(&vin).is_some_and(|digit| vin.chars().nth(8) == Some(digit));
    (!agrees).then(|| {
        let mut finding = at("MOT-01", vehicle, "vin").with("why", "digit");
        finding.level = Level::Info;
        finding
    })
}

/// The check digit of a VIN.
fn check_digit(vin: &str) -> Option<char> {
    const WEIGHTS: [u32; 17] = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
    const LETTERS: &str = "ABCDEFGH.JKLMN.P.R.STUVWXYZ";
    let value = |c: char| match c.to_digit(10) {
        Some(digit) => Some(digit),
        // A to H are 1 to 8, J to R 1 to 9, S to Z 2 to 9.
        None => LETTERS.find(c).and_then(|at| u32::try_from(at % 9 + 1).ok()),
    };
    let products = vin.chars().zip(WEIGHTS).map(|(c, weight)| Some(value(c)? * weight));
    match products.sum::<Option<u32>>()? % 11 {
        10 => Some('X'),
        rest => char::from_digit(rest, 10),
    }
}

/// MOT-02: the licence does not cover the vehicle.
fn licence(vehicle: &Vehicle) -> Option<Finding> {
    let (held, needed) = (says(&vehicle.licence_class)?, says(&vehicle.required_class)?);
    let (held, needed) = (held.to_uppercase(), needed.to_uppercase());
    (!classes(&held).iter().any(|class| covers(class, &needed)))
        .then(|| at("MOT-02", vehicle, "licence_class").with("held", held).with("needed", needed))
}

/// The classes of a licence: `A1A2` is two.
fn classes(text: &str) -> Vec<String> {
    let mut classes: Vec<String> = Vec::new();
    for c in text.chars() {
        match classes.last_mut() {
            Some(last) if c.is_ascii_digit() => last.push(c),
            _ if c.is_ascii_alphabetic() => classes.push(c.to_string()),
            _ => {}
        }
    }
    classes
}

/// Whether a class lets its holder drive what another is for (机动车驾驶证申领和使用规定).
fn covers(held: &str, needed: &str) -> bool {
    let also: &[&str] = match held {
        "A1" => &["A3", "B1", "B2", "C1", "C2", "C3", "C4", "M"],
        "A2" => &["B1", "B2", "C1", "C2", "C3", "C4", "M"],
        "A3" => &["C1", "C2", "C3", "C4"],
        "B1" | "B2" => &["C1", "C2", "C3", "C4", "M"],
        "C1" => &["C2", "C3"],
        "C3" => &["C4"],
        "D" => &["E", "F"],
        "E" => &["F"],
        _ => &[],
    };
    held == needed || also.contains(&needed)
}

/// MOT-03: the driver had drunk.
fn alcohol(vehicle: &Vehicle) -> Option<Finding> {
    let found = vehicle.alcohol_mg?;
    (found >= Decimal::from(ALCOHOL_MG))
        .then(|| at("MOT-03", vehicle, "alcohol_mg").with("found", found))
}

/// MOT-04: first registered after the loss, or driven more than its age allows.
fn mileage(vehicle: &Vehicle, loss: Option<Date>) -> Option<Finding> {
    let age = (loss? - vehicle.first_registered_on?).get_days();
    if age < 0 {
        return Some(at("MOT-04", vehicle, "first_registered_on").with("why", "registered"));
    }
    let driven = vehicle.mileage_km?;
    // A vehicle of a month may have been driven far once.
    let most = KM_PER_YEAR_MAX.saturating_mul(i64::from(age.max(30))) / 365;
    (driven < 0 || driven > most)
        .then(|| at("MOT-04", vehicle, "mileage_km").with("why", "mileage"))
}

/// MOT-05: a part is dearer than in its maker's catalogue.
fn catalogue(case: &Case) -> Vec<Finding> {
    let dear = case.prices.iter().filter_map(|price| {
        let (amount, listed) = (price.amount?, price.catalogue?);
        (amount > listed).then(|| {
            Finding::at("MOT-05", Level::Warn, Kind::Price, price.id, "catalogue")
                .with("item", says(&price.item).unwrap_or_default())
                .with("price", grouped(amount, 2))
                .with("listed", grouped(listed, 2))
        })
    });
    dear.collect()
}

/// MOT-06: more panels are painted than were damaged.
fn paint(vehicle: &Vehicle) -> Option<Finding> {
    let (painted, damaged) = (vehicle.painted_panels?, vehicle.damaged_panels?);
    (painted > damaged).then(|| {
        at("MOT-06", vehicle, "painted_panels").with("painted", painted).with("damaged", damaged)
    })
}

/// MOT-07: a total loss without salvage. MOT-08: repair dearer than the vehicle, and no total loss.
fn total_loss(vehicle: &Vehicle) -> Vec<Finding> {
    let total = vehicle.total_loss == Some(YesNo::Yes);
    let mut findings = Vec::new();
    if total && vehicle.salvage.is_none() {
        findings.push(at("MOT-07", vehicle, "salvage"));
    }
    let dearer = vehicle.repair_estimate.zip(vehicle.actual_value).filter(|(a, b)| a > b);
    if let Some((estimate, value)) = dearer.filter(|_| !total) {
        findings.push(
            at("MOT-08", vehicle, "repair_estimate")
                .with("estimate", grouped(estimate, 2))
                .with("value", grouped(value, 2)),
        );
    }
    findings
}

/// MOT-09: the shares of fault do not add up to the whole.
fn fault(case: &Case) -> Option<Finding> {
    let mut shares = case.vehicles.iter().filter_map(|vehicle| vehicle.fault_share).peekable();
    shares.peek()?;
    let sum = shares
        .try_fold(Exact::zero(), |sum, share| sum.checked_add(&Exact::from_decimal(share)).ok())?;
    (sum != Exact::one())
        .then(|| of_case(case, "MOT-09", Level::Warn, "liability").with("sum", sum.to_string()))
}

#[cfg(test)]
mod tests {
    use super::{check_digit, classes};

    #[test]
    fn the_check_digit_of_the_standard() {
        assert_eq!(check_digit("11111111111111111"), Some('1'), "the specimen of ones");
        assert_eq!(check_digit("1M8GDM9AXKP042788"), Some('X'), "the specimen of the rule");
        assert_eq!(check_digit("LFV2A11G0A3000000"), check_digit("LFV2A11G5A3000000"));
    }

    #[test]
    fn a_licence_may_hold_several_classes() {
        assert_eq!(classes("A1A2"), ["A1", "A2"]);
        assert_eq!(classes("C1, D"), ["C1", "D"]);
    }
}

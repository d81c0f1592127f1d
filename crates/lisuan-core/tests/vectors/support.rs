//! Reads the worked examples and compares figures.

use lisuan_core::Id;
use lisuan_core::adjustment::{Coinsurer, Deductible, Input, Interim, Item, Line, Rate, Source};
use lisuan_core::change::Kind;
use lisuan_core::money::Currency;
use rust_decimal::Decimal;
use serde_json::Value;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/vectors/adjustment.json");

/// Options that are no switch of the engine, or switches of one part of it.
const OTHER_OPTIONS: &[&str] =
    &["rounding.split", "extension.debris.average", "contents.average.basis"];

pub fn examples() -> Vec<Example> {
    let text = std::fs::read_to_string(FILE).expect("the worked examples are beside the project");
    let file: Value = serde_json::from_str(&text).expect("the worked examples are JSON");
    file["examples"].as_array().unwrap().iter().cloned().map(Example).collect()
}

/// The key of the n-th record of a test.
pub fn id(n: usize) -> Id {
    let mut bytes = [0; 16];
    bytes[8..].copy_from_slice(&(n as u64).to_be_bytes());
    Id::from_bytes(bytes)
}

pub fn place(kind: Kind, n: usize) -> Source {
    (kind, id(n))
}

/// A number of a JSON object.
pub fn of(object: &Value, name: &str) -> Option<Decimal> {
    object[name].as_str().map(|text| text.parse().unwrap())
}

/// An express "no deductible".
pub fn no_deductible() -> Deductible {
    Deductible { fixed: Some(Decimal::ZERO), ..Deductible::new(place(Kind::Term, 99)) }
}

pub struct Example(Value);

impl Example {
    pub fn id(&self) -> &str {
        self.0["id"].as_str().unwrap()
    }

    pub fn inputs(&self) -> &Value {
        &self.0["inputs"]
    }

    pub fn expected(&self) -> &Value {
        &self.0["expected"]
    }

    pub fn alternatives(&self) -> Vec<Value> {
        self.0["alternatives"].as_array().cloned().unwrap_or_default()
    }

    pub fn currency(&self) -> Currency {
        self.0["currency"].as_str().unwrap().parse().unwrap()
    }

    pub fn option(&self, name: &str) -> &str {
        self.0["options"][name].as_str().unwrap()
    }

    pub fn maybe(&self, name: &str) -> Option<Decimal> {
        of(self.inputs(), name)
    }

    pub fn number(&self, name: &str) -> Decimal {
        self.maybe(name).unwrap_or_else(|| panic!("{} has no input {name}", self.id()))
    }

    pub fn list(&self, name: &str) -> &[Value] {
        self.inputs()[name].as_array().unwrap()
    }

    /// A list of expected figures.
    pub fn strings(&self, name: &str) -> Vec<String> {
        let list = self.expected()[name].as_array().unwrap();
        list.iter().map(|text| text.as_str().unwrap().to_owned()).collect()
    }

    /// An empty input with the example's currency and options.
    pub fn input(&self) -> Input {
        let mut input = Input::new(id(0), self.currency());
        for (name, value) in self.0["options"].as_object().unwrap() {
            if OTHER_OPTIONS.contains(&name.as_str()) {
                continue;
            }
            let word = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            let set = input.switches.set(name, &word, Some("clause".to_owned()), None);
            set.unwrap_or_else(|error| panic!("{}: {error}", self.id()));
        }
        input
    }

    pub fn with_options(&self, options: &Value) -> Self {
        let mut value = self.0.clone();
        for (name, word) in options.as_object().unwrap() {
            value["options"][name] = word.clone();
        }
        Self(value)
    }

    /// The one item of a simple example.
    pub fn item(&self) -> Item {
        Item {
            sum_insured: self.maybe("sum_insured"),
            value: self.maybe("value"),
            ratio: self.maybe("average_ratio"),
            salvage: self.maybe("salvage"),
            ..Item::new(id(1))
        }
    }

    /// The one line of a simple example.
    pub fn loss_line(&self, name: &str) -> Line {
        Line { item: Some(id(1)), lump_sum: Some(self.number(name)), ..Line::new(id(10)) }
    }

    pub fn deductible(&self) -> Deductible {
        Deductible {
            fixed: self.maybe("deductible_fixed").or_else(|| self.maybe("deductible")),
            rate: self.maybe("deductible_rate"),
            ..Deductible::new(place(Kind::Term, 20))
        }
    }

    pub fn coinsurers(&self) -> Vec<Coinsurer> {
        let shares = self.inputs()["coinsurance_shares"].as_object().unwrap();
        let share = |(n, (name, share)): (usize, (&String, &Value))| Coinsurer {
            source: place(Kind::Term, 40 + n),
            name: name.clone(),
            share: share.as_str().unwrap().parse().unwrap(),
        };
        shares.iter().enumerate().map(share).collect()
    }

    pub fn interim(&self, name: &str) -> Vec<Interim> {
        vec![Interim { amount: self.maybe(name), ..Interim::new(place(Kind::Settlement, 50)) }]
    }

    pub fn rates(&self, from: Currency) -> Vec<Rate> {
        let rates = self.inputs()["rates"].as_object().unwrap();
        let rate = |(n, (day, rate)): (usize, (&String, &Value))| Rate {
            record: place(Kind::Term, 60 + n),
            from,
            to: self.currency(),
            rate: rate.as_str().unwrap().parse().unwrap(),
            date: None,
            publisher: None,
            day: Some(day.parse().unwrap()),
        };
        rates.iter().enumerate().map(rate).collect()
    }
}

/// What differed.
#[derive(Default)]
pub struct Outcome {
    pub compared: usize,
    pub failures: Vec<String>,
}

impl Outcome {
    /// Compares a figure with the expected one of that name.
    pub fn amount(&mut self, example: &Example, name: &str, actual: Option<Decimal>) {
        match example.expected()[name].as_str() {
            Some(expected) => self.equal(name, expected, actual),
            None => self.failures.push(format!("{name} is not among the expected figures")),
        }
    }

    pub fn equal(&mut self, name: &str, expected: &str, actual: Option<Decimal>) {
        self.compared += 1;
        let wanted: Decimal = expected.parse().unwrap();
        if actual != Some(wanted) {
            self.failures.push(format!("{name}: expected {wanted}, got {actual:?}"));
        }
    }

    pub fn check(&mut self, fine: bool, what: &str) {
        self.compared += 1;
        if !fine {
            self.failures.push(what.to_owned());
        }
    }
}

//! Terms of the statutes.

use lisuan_core::clocks::{Calendar, Pause, Term, deadline};
use lisuan_core::moment::Date;

use crate::support::{Example, Outcome};

/// Holidays of the State Council's plan for 2025 that the example meets: Qingming, Labour Day.
const HOLIDAYS: [&str; 8] = [
    "2025-04-04",
    "2025-04-05",
    "2025-04-06",
    "2025-05-01",
    "2025-05-02",
    "2025-05-03",
    "2025-05-04",
    "2025-05-05",
];

pub fn statutory(example: &Example) -> Outcome {
    let day = |name: &str| -> Date { example.inputs()[name].as_str().unwrap().parse().unwrap() };
    let calendar = Calendar {
        off: HOLIDAYS.iter().map(|day| day.parse().unwrap()).collect(),
        ..Calendar::default()
    };
    let received = day("documents_first_received");
    let pause =
        Pause { from: day("supplement_request_delivered"), to: Some(day("supplement_received")) };
    let mut outcome = Outcome::default();
    let mut compare = |name: &str, start: Date, term: Term, pauses: &[Pause]| {
        let found = deadline(start, term, pauses, &calendar).map(|d| d.last.to_string());
        let wanted = example.expected()[name].as_str();
        let what = format!("{name}: expected {wanted:?}, got {found:?}");
        outcome.check(found.as_deref() == wanted, &what);
    };
    compare("assess_by", received, Term::Days(30), &[]);
    compare("assess_by_suspended", received, Term::Days(30), &[pause]);
    compare("advance_by", received, Term::Days(60), &[]);
    compare("pay_by", day("agreement"), Term::Days(10), &[]);
    compare("refuse_by", day("refusal_decided"), Term::Days(3), &[]);
    compare("limitation_to", day("loss_known"), Term::Years(2), &[]);
    outcome
}

//! Terms that end on a holiday.

use super::Draft;
use crate::assessment::Assessment;
use crate::change::Kind;
use crate::clocks::{Calendar, clocks};
use crate::moment::Date;

#[test]
fn a_term_that_ends_in_the_spring_festival_is_told_as_its_clock_counts() {
    let refusal = [("decided_on", "2026-02-13"), ("sent_on", "2026-02-24")];
    let case = Draft::default().with(Kind::Refusal, 1, &refusal).case();
    let told = |calendar: &Calendar| {
        Assessment::of(&case, calendar).findings.iter().filter(|f| f.check == "TIM-08").count()
    };
    let mut calendar = Calendar::default();
    assert_eq!(told(&calendar), 1, "Monday 16 February is a working day like any other");
    let first: Date = "2026-02-15".parse().unwrap();
    calendar.off.extend(first.series(jiff::Span::new().days(1)).take(9));
    assert_eq!(told(&calendar), 0, "the first working day after the festival is the 24th");
    let list = clocks(&case, &calendar, "2026-03-01".parse().unwrap());
    let clock = list.iter().find(|clock| clock.rule.code == "T06").unwrap();
    assert_eq!(clock.due.map(|due| due.last), Some("2026-02-24".parse().unwrap()));
}

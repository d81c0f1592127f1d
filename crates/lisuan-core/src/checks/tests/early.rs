//! What blocks before the first loss line, and what waits for it.

use super::Draft;
use crate::change::Kind;

#[test]
fn what_contradicts_itself_blocks_from_the_start() {
    let refused = Draft::default().with(
        Kind::Settlement,
        1,
        &[("kind", "refusal"), ("amount", "100"), ("reason", "免责")],
    );
    assert_eq!(refused.found("ADJ-09"), ["1 E refusal-with-amount"]);
    let limit = Draft::default().with(Kind::PolicyLimit, 1, &[("kind", "event")]);
    assert_eq!(limit.found("ADJ-01"), ["1 E limit-without-amount"]);
    let share = Draft::default().with(Kind::Coinsurer, 1, &[("name", "甲"), ("share", "0.6")]);
    assert_eq!(share.found("ARI-05"), ["1 E shares-not-100"]);
}

#[test]
fn what_rests_on_a_line_waits_for_one() {
    let item = [("sum_insured", "100")];
    let draft = Draft::default().with(Kind::PolicyItem, 1, &item);
    assert_eq!(draft.found("ADJ-02"), [""; 0], "nothing is adjusted yet");
    let draft = draft.with(Kind::Line, 2, &[("item", "挡墙"), ("assessed_amount", "100")]);
    assert_eq!(draft.found("ADJ-02"), ["1 E no-value"]);
}

//! What makes a check speak more softly than the pair that shows it.

use super::register::Records;

/// Settled without the formula: what is wrong with the formula is told and does not block.
pub(super) const LIGHTER: &[Records] = &[
    // TIM-08: near, not late.
    &[
        ("document", 1, &[("kind", "claim-form"), ("received_on", "2026-06-15")]),
        ("work_entry", 2, &[("at", "2026-07-10T09:00:00")]),
    ],
    // PRC-09: a number of a form that no domestic invoice has.
    &[("document", 1, &[("kind", "invoice"), ("invoice_no", "123")])],
    // ADJ-01 and ADJ-02: no sum insured.
    &[
        ("policy_item", 3, &[("average", "first_loss")]),
        ("loss_line", 20, &[("item", "挡墙"), ("assessed_amount", "100")]),
        ("settlement", 5, &[("kind", "compromise"), ("amount", "50"), ("reason", "协商")]),
    ],
    &[
        ("policy_item", 3, &[("sum_insured", "100")]),
        ("loss_line", 20, &[("item", "挡墙"), ("assessed_amount", "100")]),
        ("settlement", 5, &[("kind", "compromise"), ("amount", "50"), ("reason", "协商")]),
    ],
    // ADJ-16: a limit that may not count and is not reached.
    &[
        ("policy_item", 3, &[("sum_insured", "100"), ("insurable_value", "100")]),
        ("loss_line", 20, &[("item", "挡墙"), ("assessed_amount", "50")]),
        ("term", 4, &[("code", "deductible.fixed"), ("value", "0")]),
        ("policy_limit", 5, &[("kind", "event"), ("peril", "台风"), ("amount", "80")]),
    ],
    &[
        ("policy_item", 3, &[("sum_insured", "100"), ("insurable_value", "100")]),
        ("loss_line", 20, &[("item", "挡墙"), ("assessed_amount", "100")]),
        (
            "policy_limit",
            5,
            &[("kind", "event"), ("peril", "台风"), ("rate_of_sum_insured", "0.8")],
        ),
        ("settlement", 6, &[("kind", "compromise"), ("amount", "50"), ("reason", "协商")]),
    ],
];

//! Period, photos, units and sums: each fires on its first case and is silent on its second.

use super::register::Pair;

/// Check, firing records, and what is added or changed to keep it silent: kind, key, fields. A
/// value `#7` is the key of record 7.
pub(super) const PAIRS: &[Pair] = &[
    (
        "POL-01",
        &[("claim_case", 0, &[("policy_from", "2026-07-01"), ("policy_to", "2026-12-31")])],
        &[("claim_case", 0, &[("policy_from", "2026-01-01")])],
    ),
    (
        "POL-01",
        &[("claim_case", 0, &[("policy_from", ""), ("policy_to", "2026-06-09")])],
        &[("claim_case", 0, &[("policy_to", "2026-06-10")])],
    ),
    (
        "POL-01",
        &[
            ("policy_section", 1, &[("name", "土建"), ("period_to", "2026-06-09")]),
            ("policy_item", 3, &[("section", "#1")]),
            ("loss_line", 20, &[("item", "挡墙"), ("policy_item", "#3")]),
        ],
        &[("endorsement", 2, &[("effective_from", "2026-06-05"), ("period_to", "2026-07-31")])],
    ),
    (
        "POL-11",
        &[("other_policy", 1, &[("insurer", "乙保险"), ("sum_insured", "100")])],
        &[("other_policy", 2, &[("insurer", "本保险"), ("sum_insured", "100"), ("ours", "yes")])],
    ),
    (
        "POL-02",
        &[
            ("policy_section", 1, &[("period_from", "2026-06-08"), ("period_to", "2026-12-31")]),
            ("policy_item", 3, &[("section", "#1")]),
            ("loss_line", 20, &[("item", "挡墙"), ("policy_item", "#3")]),
        ],
        &[("policy_section", 1, &[("period_from", "2026-05-08")])],
    ),
    (
        "POL-02",
        &[("claim_case", 0, &[("policy_from", "2026-06-08"), ("policy_to", "2026-12-31")])],
        &[("claim_case", 0, &[("policy_from", "2026-01-01")])],
    ),
    (
        "POL-03",
        &[("claim_case", 0, &[("handover_date", "2026-06-01")])],
        &[("claim_case", 0, &[("handover_date", "2026-06-11")])],
    ),
    (
        "POL-08",
        &[("policy_clause", 1, &[("kind", "exclusion")])],
        &[("policy_clause", 1, &[("explained", "yes")])],
    ),
    (
        "POL-09",
        &[("endorsement", 1, &[("effective_from", "2026-07-01")])],
        &[("endorsement", 1, &[("effective_from", "2026-06-01")])],
    ),
    (
        "POL-11",
        &[
            ("other_policy", 1, &[("insurer", "甲"), ("sum_insured", "100")]),
            ("other_policy", 2, &[("insurer", "乙"), ("sum_insured", "100")]),
            ("policy_item", 3, &[("sum_insured", "100"), ("insurable_value", "100")]),
            (
                "loss_line",
                20,
                &[("item", "挡墙"), ("policy_item", "#3"), ("assessed_amount", "10")],
            ),
        ],
        &[("other_policy", 1, &[("ours", "yes")])],
    ),
    (
        "PHO-01",
        &[(
            "photo",
            30,
            &[("number", "A-1"), ("taken_at", "2026-06-01T09:00:00"), ("taken_offset", "+08:00")],
        )],
        &[("photo", 30, &[("taken_at", "2026-06-11T09:00:00")])],
    ),
    (
        "PHO-02",
        &[(
            "photo",
            30,
            &[("number", "A-1"), ("taken_at", "2026-06-11T09:00:00"), ("oddities", "edited")],
        )],
        &[("photo", 30, &[("oddities", "")])],
    ),
    (
        "PHO-06",
        &[("photo", 30, &[("number", "A-1"), ("view", "close-up"), ("place", "A 轴")])],
        &[("photo", 31, &[("number", "A-2"), ("view", "overview"), ("place", "A 轴")])],
    ),
    (
        "QTY-01",
        &[("measurement", 1, &[("expression", "2*(3"), ("unit", "m3")])],
        &[("measurement", 1, &[("expression", "2*3")])],
    ),
    (
        "QTY-03",
        &[
            ("measurement", 1, &[("expression", "10"), ("unit", "m3")]),
            (
                "loss_line",
                20,
                &[("item", "挡墙"), ("measurement", "#1"), ("claimed_quantity", "12")],
            ),
        ],
        &[("loss_line", 20, &[("item", "挡墙"), ("claimed_quantity", "10")])],
    ),
    (
        "QTY-06",
        &[("measurement", 1, &[("location", "K1+000~K1+100"), ("stated_length", "120")])],
        &[("measurement", 1, &[("stated_length", "100")])],
    ),
    (
        "QTY-07",
        &[
            ("measurement", 1, &[("expression", "10"), ("unit", "m3")]),
            ("unit_price", 2, &[("unit", "t")]),
            ("loss_line", 20, &[("item", "挡墙"), ("measurement", "#1"), ("price", "#2")]),
        ],
        &[("unit_price", 2, &[("unit", "m³")])],
    ),
    (
        "PRC-02",
        &[
            ("measurement", 1, &[("expression", "10"), ("unit", "m3")]),
            ("loss_line", 20, &[("item", "挡墙"), ("measurement", "#1")]),
        ],
        &[
            ("unit_price", 2, &[("unit", "m3"), ("amount", "5"), ("basis", "negotiated")]),
            ("loss_line", 20, &[("item", "挡墙"), ("price", "#2")]),
        ],
    ),
    (
        "ARI-07",
        &[(
            "loss_line",
            20,
            &[("item", "挡墙"), ("claimed_amount", "90"), ("assessed_amount", "100")],
        )],
        &[("loss_line", 20, &[("item", "挡墙"), ("remark", "清单漏报")])],
    ),
    (
        "ADJ-03",
        &[
            (
                "policy_item",
                3,
                &[
                    ("sum_insured", "100"),
                    ("insurable_value", "100"),
                    ("sum_includes_tax", "yes"),
                    ("value_includes_tax", "no"),
                ],
            ),
            (
                "loss_line",
                20,
                &[("item", "挡墙"), ("policy_item", "#3"), ("assessed_amount", "10")],
            ),
        ],
        &[("policy_item", 3, &[("value_includes_tax", "yes")])],
    ),
    (
        "ADJ-14",
        &[("loss_line", 20, &[("item", "查勘费")])],
        &[("loss_line", 20, &[("item", "清理费")])],
    ),
    (
        "ADJ-15",
        &[
            ("policy_item", 3, &[("sum_insured", "100"), ("insurable_value", "100")]),
            (
                "loss_line",
                20,
                &[
                    ("item", "挡墙"),
                    ("policy_item", "#3"),
                    ("assessed_amount", "10"),
                    ("depreciation", "0.1"),
                ],
            ),
        ],
        &[("policy_item", 3, &[("at_actual_value", "yes")])],
    ),
];

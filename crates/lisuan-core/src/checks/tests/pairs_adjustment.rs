//! Adjustment and its sums: each fires on its first case and is silent on its second. A check that
//! asks about more than one situation stands here once for each.

use super::register::Pair;

/// Check, firing records, and what is added or changed to keep it silent: kind, key, fields. A
/// value `#7` is the key of record 7; an empty one is no value.
pub(super) const PAIRS: &[Pair] = &[
    (
        "ADJ-01",
        &[
            ("policy_item", 3, &[("sum_insured", "100"), ("insurable_value", "100")]),
            ("loss_line", 20, &[("item", "挡墙"), ("assessed_amount", "150")]),
            ("settlement", 5, &[("kind", "compromise"), ("amount", "100.01"), ("reason", "协商")]),
        ],
        &[("settlement", 5, &[("amount", "100")])],
    ),
    (
        "ADJ-01",
        &[
            (
                "policy_item",
                3,
                &[("sum_insured", "100"), ("insurable_value", "100"), ("paid_before", "50")],
            ),
            ("loss_line", 20, &[("item", "挡墙"), ("assessed_amount", "150")]),
            ("settlement", 5, &[("kind", "compromise"), ("amount", "50.01"), ("reason", "协商")]),
        ],
        &[("settlement", 5, &[("amount", "50")])],
    ),
    (
        "ADJ-01",
        &[
            ("policy_item", 3, &[("sum_insured", "100"), ("insurable_value", "100")]),
            ("loss_line", 20, &[("item", "挡墙"), ("assessed_amount", "150")]),
            ("policy_limit", 6, &[("kind", "event"), ("amount", "80"), ("used", "10")]),
            ("settlement", 5, &[("kind", "compromise"), ("amount", "70.01"), ("reason", "协商")]),
        ],
        &[("settlement", 5, &[("amount", "70")])],
    ),
    (
        "ADJ-01",
        &[
            ("policy_item", 3, &[("average", "first_loss")]),
            ("loss_line", 20, &[("item", "挡墙"), ("assessed_amount", "100")]),
        ],
        &[("policy_item", 3, &[("sum_insured", "100")])],
    ),
    (
        "ADJ-01",
        &[
            ("policy_item", 3, &[("sum_insured", "100"), ("insurable_value", "100")]),
            ("loss_line", 20, &[("item", "挡墙"), ("assessed_amount", "100")]),
            ("policy_limit", 5, &[("kind", "event")]),
        ],
        &[("policy_limit", 5, &[("amount", "80")])],
    ),
    (
        "ADJ-01",
        &[
            ("policy_item", 3, &[("sum_insured", "100"), ("insurable_value", "100")]),
            ("loss_line", 20, &[("item", "挡墙"), ("assessed_amount", "100")]),
            ("settlement", 5, &[("kind", "compromise"), ("amount", "80"), ("reason", "协商")]),
            ("payment", 6, &[("kind", "final"), ("amount", "70"), ("paid_on", "2026-07-01")]),
            ("payment", 7, &[("kind", "interim"), ("amount", "20"), ("paid_on", "2026-06-20")]),
        ],
        &[("payment", 8, &[("kind", "refund"), ("amount", "10"), ("paid_on", "2026-07-05")])],
    ),
    (
        "ADJ-11",
        &[
            ("policy_item", 3, &[("sum_insured", "100"), ("insurable_value", "100")]),
            ("loss_line", 20, &[("item", "挡墙"), ("assessed_amount", "50")]),
            ("term", 4, &[("code", "deductible.fixed"), ("value", "0")]),
            ("payment", 7, &[("kind", "interim"), ("amount", "60"), ("paid_on", "2026-06-20")]),
        ],
        &[("payment", 7, &[("amount", "40")])],
    ),
    (
        // Recovered after the payment: no part of what is adjusted.
        "ADJ-10",
        &[
            ("policy_item", 3, &[("sum_insured", "100"), ("insurable_value", "100")]),
            ("loss_line", 20, &[("item", "挡墙"), ("assessed_amount", "100")]),
            ("term", 4, &[("code", "deductible.fixed"), ("value", "0")]),
            ("settlement", 5, &[("kind", "compromise"), ("amount", "80"), ("reason", "协商")]),
            ("payment", 6, &[("kind", "final"), ("amount", "80"), ("paid_on", "2026-07-01")]),
            ("recovery", 8, &[("amount", "40"), ("received_on", "2026-06-20")]),
        ],
        &[("recovery", 8, &[("received_on", "2026-08-20")])],
    ),
    (
        "ADJ-02",
        &[
            ("policy_item", 3, &[("sum_insured", "100")]),
            ("loss_line", 20, &[("item", "挡墙"), ("assessed_amount", "100")]),
        ],
        &[("policy_item", 3, &[("insurable_value", "100")])],
    ),
    (
        "ADJ-02",
        &[
            (
                "policy_item",
                3,
                &[
                    ("sum_insured", "100"),
                    ("insurable_value", "100"),
                    ("average", "coinsurance_pct"),
                ],
            ),
            ("loss_line", 20, &[("item", "挡墙"), ("assessed_amount", "100")]),
        ],
        &[("term", 4, &[("code", "average.coinsurance_pct"), ("value", "80%")])],
    ),
    (
        "ADJ-04",
        &[
            ("policy_item", 3, &[("sum_insured", "100"), ("ratio", "1.01")]),
            ("loss_line", 20, &[("item", "挡墙"), ("assessed_amount", "100")]),
        ],
        &[("policy_item", 3, &[("ratio", "1")])],
    ),
    (
        "ADJ-05",
        &[
            ("policy_item", 3, &[("sum_insured", "100"), ("insurable_value", "100")]),
            ("loss_line", 20, &[("item", "挡墙"), ("assessed_amount", "100")]),
        ],
        &[("term", 4, &[("code", "deductible.fixed"), ("value", "0")])],
    ),
    (
        "ADJ-05",
        &[
            ("policy_item", 3, &[("sum_insured", "100"), ("insurable_value", "100")]),
            ("loss_line", 20, &[("item", "挡墙"), ("assessed_amount", "100")]),
            ("deductible", 4, &[("fixed", "10"), ("rate", "0.2")]),
        ],
        &[
            ("term", 5, &[("code", "deductible.rule"), ("value", "max")]),
            ("term", 6, &[("code", "deductible.rate_base"), ("value", "gross_loss")]),
        ],
    ),
    (
        "ADJ-05",
        &[("term", 4, &[("code", "deductible.rate"), ("value", "两成")])],
        &[("term", 4, &[("value", "20%")])],
    ),
    (
        "ADJ-06",
        &[
            (
                "policy_item",
                3,
                &[("sum_insured", "80"), ("insurable_value", "100"), ("average", "full_value")],
            ),
            ("loss_line", 20, &[("item", "挡墙"), ("assessed_amount", "100")]),
        ],
        &[("policy_item", 3, &[("clause", "保险法 55(4)")])],
    ),
    (
        "ADJ-06",
        &[
            ("policy_item", 3, &[("sum_insured", "80"), ("insurable_value", "100")]),
            ("loss_line", 20, &[("item", "挡墙"), ("assessed_amount", "100")]),
        ],
        &[(
            "term",
            4,
            &[("code", "average.basis"), ("value", "full_value"), ("clause", "保险法 55(4)")],
        )],
    ),
    (
        "ADJ-07",
        &[
            ("policy_item", 3, &[("sum_insured", "500"), ("insurable_value", "500")]),
            (
                "loss_line",
                20,
                &[("item", "水泵"), ("assessed_amount", "100"), ("value_before_loss", "100")],
            ),
        ],
        &[("loss_line", 20, &[("salvage", "10")])],
    ),
    (
        "ADJ-07",
        &[
            ("policy_item", 3, &[("sum_insured", "500"), ("insurable_value", "500")]),
            (
                "loss_line",
                20,
                &[("item", "水泵"), ("assessed_amount", "100"), ("salvage", "30.01")],
            ),
        ],
        &[("loss_line", 20, &[("salvage", "30")])],
    ),
    (
        "ADJ-08",
        &[
            ("policy_item", 3, &[("sum_insured", "100"), ("insurable_value", "100")]),
            ("loss_line", 20, &[("item", "挡墙"), ("assessed_amount", "0")]),
            ("extension", 5, &[("policy_item", "#3"), ("cost", "50")]),
        ],
        &[("loss_line", 20, &[("assessed_amount", "100")])],
    ),
    (
        "ADJ-09",
        &[
            ("policy_item", 3, &[("sum_insured", "100"), ("insurable_value", "100")]),
            ("loss_line", 20, &[("item", "挡墙"), ("assessed_amount", "100")]),
            ("term", 4, &[("code", "deductible.fixed"), ("value", "0")]),
            ("settlement", 5, &[("kind", "agreed"), ("amount", "90")]),
        ],
        &[("settlement", 5, &[("reason", "双方各让一步")])],
    ),
    (
        "ADJ-09",
        &[
            ("loss_line", 20, &[("item", "挡墙"), ("assessed_amount", "100")]),
            ("settlement", 5, &[("kind", "compromise"), ("reason", "协商")]),
        ],
        &[("settlement", 5, &[("amount", "90")])],
    ),
    (
        "ADJ-10",
        &[
            ("policy_item", 3, &[("sum_insured", "100"), ("insurable_value", "100")]),
            ("loss_line", 20, &[("item", "挡墙"), ("assessed_amount", "100")]),
            ("recovery", 4, &[("amount", "30")]),
            ("settlement", 5, &[("kind", "compromise"), ("amount", "70.01"), ("reason", "协商")]),
        ],
        &[("settlement", 5, &[("amount", "70")])],
    ),
    (
        "ADJ-10",
        &[
            ("loss_line", 20, &[("item", "挡墙"), ("assessed_amount", "100")]),
            ("recovery", 4, &[("from_whom", "供货商")]),
        ],
        &[("recovery", 4, &[("amount", "30")])],
    ),
    (
        "ADJ-11",
        &[
            ("policy_item", 3, &[("sum_insured", "100"), ("insurable_value", "100")]),
            ("loss_line", 20, &[("item", "挡墙"), ("assessed_amount", "100")]),
            ("term", 4, &[("code", "deductible.fixed"), ("value", "0")]),
            ("interim_payment", 5, &[("amount", "60")]),
            ("interim_payment", 6, &[("amount", "40.01")]),
        ],
        &[("interim_payment", 6, &[("amount", "40")])],
    ),
    (
        "ADJ-11",
        &[
            ("policy_item", 3, &[("sum_insured", "100"), ("insurable_value", "100")]),
            ("loss_line", 20, &[("item", "挡墙"), ("assessed_amount", "100")]),
            ("term", 4, &[("code", "deductible.fixed"), ("value", "0")]),
            ("settlement", 5, &[("kind", "interim"), ("amount", "100.01")]),
        ],
        &[("settlement", 5, &[("amount", "100")])],
    ),
    (
        "ADJ-12",
        &[
            (
                "policy_item",
                3,
                &[("sum_insured", "100"), ("insurable_value", "100"), ("paid_before", "50")],
            ),
            ("loss_line", 20, &[("item", "挡墙"), ("assessed_amount", "100")]),
        ],
        &[("policy_item", 3, &[("reinstated", "yes")])],
    ),
    (
        "ADJ-13",
        &[
            ("policy_item", 3, &[("sum_insured", "100"), ("insurable_value", "100")]),
            ("loss_line", 20, &[("item", "挡墙"), ("assessed_amount", "100")]),
            ("sue_labour", 5, &[("policy_item", "#3"), ("cost", "100.01")]),
        ],
        &[("sue_labour", 5, &[("cost", "100")])],
    ),
    (
        "ADJ-13",
        &[
            ("policy_item", 3, &[("sum_insured", "100"), ("insurable_value", "100")]),
            ("policy_item", 4, &[("sum_insured", "50"), ("insurable_value", "100")]),
            (
                "loss_line",
                20,
                &[("item", "挡墙"), ("policy_item", "#3"), ("assessed_amount", "100")],
            ),
            (
                "loss_line",
                21,
                &[("item", "水泵"), ("policy_item", "#4"), ("assessed_amount", "100")],
            ),
            ("sue_labour", 5, &[("cost", "20")]),
        ],
        &[("sue_labour", 5, &[("policy_item", "#4")])],
    ),
    (
        "ADJ-16",
        &[
            ("policy_item", 3, &[("sum_insured", "100"), ("insurable_value", "100")]),
            ("loss_line", 20, &[("item", "挡墙"), ("assessed_amount", "100")]),
            (
                "policy_limit",
                5,
                &[("kind", "event"), ("peril", "台风"), ("rate_of_sum_insured", "0.8")],
            ),
        ],
        &[("claim_case", 0, &[("peril", "台风")])],
    ),
    (
        "ARI-01",
        &[(
            "loss_line",
            20,
            &[
                ("item", "挡墙"),
                ("assessed_amount", "10"),
                ("claimed_quantity", "3"),
                ("claimed_price", "3.5"),
                ("claimed_amount", "10.52"),
            ],
        )],
        &[("loss_line", 20, &[("claimed_amount", "10.51")])],
    ),
    (
        "ARI-01",
        &[("loss_line", 20, &[("item", "挡墙")])],
        &[("loss_line", 20, &[("assessed_amount", "100")])],
    ),
    (
        "ARI-05",
        &[
            ("policy_item", 3, &[("sum_insured", "100"), ("insurable_value", "100")]),
            ("loss_line", 20, &[("item", "挡墙"), ("assessed_amount", "100")]),
            ("coinsurer", 5, &[("name", "甲"), ("share", "0.6"), ("leads", "yes")]),
            ("coinsurer", 6, &[("name", "乙"), ("share", "0.39")]),
        ],
        &[("coinsurer", 6, &[("share", "0.4")])],
    ),
    (
        "ARI-06",
        &[
            ("policy_item", 3, &[("sum_insured", "1000"), ("insurable_value", "1000")]),
            ("unit_price", 4, &[("amount", "10"), ("currency", "USD")]),
            ("loss_line", 20, &[("item", "水泵"), ("price", "#4"), ("assessed_amount", "10")]),
        ],
        &[(
            "exchange_rate",
            5,
            &[("from_currency", "USD"), ("to_currency", "CNY"), ("rate", "7.1")],
        )],
    ),
    (
        "ARI-06",
        &[("policy_item", 3, &[("name", "挡墙"), ("currency", "元")])],
        &[("policy_item", 3, &[("currency", "CNY")])],
    ),
    (
        "POL-05",
        &[
            ("policy_item", 3, &[("name", "挡墙")]),
            ("policy_item", 4, &[("name", "水泵")]),
            ("loss_line", 20, &[("item", "挡墙"), ("assessed_amount", "100")]),
        ],
        &[("loss_line", 20, &[("policy_item", "#3")])],
    ),
];

//! Cover, time, place, photos and quantities: each fires on its first case and is silent on its second.

use super::register::Pair;

/// Check, firing records, and what is added or changed to keep it silent: kind, key, fields. A
/// value `#7` is the key of record 7.
pub(super) const PAIRS: &[Pair] = &[
    (
        "POL-04",
        &[("policy_section", 1, &[("maintenance_from", "2026-06-01")])],
        &[("coverage_test", 2, &[("kind", "extension"), ("section", "#1"), ("result", "met")])],
    ),
    (
        "POL-06",
        &[("loss_line", 20, &[("item", "挡墙")])],
        &[("document", 1, &[("number", "D-1"), ("kind", "ownership")])],
    ),
    (
        "POL-07",
        &[
            ("policy_clause", 1, &[("number", "3"), ("text", "甲")]),
            ("policy_clause", 2, &[("number", "3"), ("text", "乙")]),
        ],
        &[("policy_clause", 2, &[("text", "甲")])],
    ),
    (
        "POL-10",
        &[("claim_case", 0, &[("premium_condition", "yes")])],
        &[("claim_case", 0, &[("premium_paid_on", "2026-06-01")])],
    ),
    (
        "POL-12",
        &[("coverage_test", 1, &[("kind", "exclusion"), ("result", "met")])],
        &[("coverage_test", 1, &[("result", "not-met")])],
    ),
    (
        "POL-13",
        &[("policy_section", 1, &[("declared_length", "500"), ("open_length", "800")])],
        &[("policy_section", 1, &[("open_length", "500")])],
    ),
    (
        "TIM-01",
        &[("notice", 1, &[("at", "2026-06-14T09:00:00")])],
        &[("notice", 1, &[("at", "2026-06-12T09:00:00")])],
    ),
    (
        "TIM-02",
        &[("note", 1, &[("kind", "survey"), ("at", "2026-06-09T09:00:00+08:00")])],
        &[("note", 1, &[("at", "2026-06-11T09:00:00+08:00")])],
    ),
    (
        "TIM-03",
        &[
            ("document", 1, &[("number", "D-1"), ("cites_loss_on", "2026-06-10")]),
            ("document", 2, &[("number", "D-2"), ("cites_loss_on", "2026-06-11")]),
        ],
        &[("document", 2, &[("number", "D-2"), ("cites_loss_on", "2026-06-10")])],
    ),
    (
        "TIM-04",
        &[("claim_case", 0, &[("peril", "暴雨")]), ("loss_line", 20, &[("item", "挡墙")])],
        &[(
            "document",
            1,
            &[("number", "D-1"), ("kind", "weather"), ("cites_loss_on", "2026-06-11")],
        )],
    ),
    (
        "TIM-04",
        &[("claim_case", 0, &[("peril", "台风")]), ("loss_line", 20, &[("item", "挡墙")])],
        // A refrigerating machine is no frost.
        &[("claim_case", 0, &[("peril", "冷冻机组故障")])],
    ),
    (
        "TIM-05",
        &[
            ("loss_line", 20, &[("item", "挡墙")]),
            ("document", 1, &[("number", "D-1"), ("kind", "invoice"), ("dated", "2026-06-01")]),
            ("line_document", 2, &[("line", "#20"), ("document", "#1"), ("facet", "repair")]),
        ],
        &[("document", 1, &[("number", "D-1"), ("dated", "2026-07-01")])],
    ),
    (
        "TIM-06",
        &[("document", 1, &[("number", "D-1"), ("kind", "contract"), ("dated", "2026-06-11")])],
        &[("document", 1, &[("number", "D-1"), ("dated", "2026-06-10")])],
    ),
    (
        "TIM-07",
        &[
            ("loss_line", 20, &[("item", "挡墙"), ("repaired_on", "2026-06-11")]),
            ("note", 1, &[("kind", "survey"), ("at", "2026-06-12T09:00:00+08:00")]),
        ],
        &[
            ("photo", 30, &[("number", "A-1"), ("width_px", "4000"), ("height_px", "3000")]),
            ("line_photo", 31, &[("line", "#20"), ("photo", "#30")]),
        ],
    ),
    (
        "TIM-08",
        &[("refusal", 1, &[("decided_on", "2026-06-15"), ("sent_on", "2026-07-15")])],
        &[("refusal", 1, &[("sent_on", "2026-06-16")])],
    ),
    (
        "TIM-09",
        &[
            ("event", 1, &[("is_loss", "yes"), ("at", "2026-06-10T09:00:00")]),
            ("event", 2, &[("is_loss", "yes"), ("at", "2026-06-12T09:00:00")]),
        ],
        &[("event", 2, &[("at", "2026-06-13T09:00:00")])],
    ),
    (
        "TIM-10",
        &[("quote", 1, &[("dated", "2026-01-10")])],
        &[("quote", 1, &[("dated", "2026-05-10")])],
    ),
    (
        "LOC-02",
        &[
            ("policy_section", 1, &[("stretch", "K1+000~K2+000")]),
            ("policy_item", 2, &[("section", "#1")]),
            (
                "loss_line",
                20,
                &[("item", "挡墙"), ("policy_item", "#2"), ("location", "K1+900~K2+100")],
            ),
        ],
        &[("loss_line", 20, &[("item", "挡墙"), ("location", "K1+900~K2+000")])],
    ),
    (
        "LOC-03",
        &[
            (
                "loss_line",
                20,
                &[
                    ("item", "挡墙"),
                    ("location", "K1+000~K1+100"),
                    ("claimed_quantity", "120"),
                    ("price", "#3"),
                ],
            ),
            ("unit_price", 3, &[("unit", "m")]),
        ],
        &[("loss_line", 20, &[("item", "挡墙"), ("claimed_quantity", "100.5")])],
    ),
    (
        "LOC-04",
        &[
            ("claim_case", 0, &[("line_of_business", "car")]),
            ("loss_line", 20, &[("item", "挡墙")]),
        ],
        &[("loss_line", 20, &[("item", "挡墙"), ("location", "K1+100")])],
    ),
    (
        "LOC-05",
        &[("claim_case", 0, &[("policy_place", "上海市甲路"), ("loss_place", "苏州市乙路")])],
        &[("claim_case", 0, &[("loss_place", "上海市甲路 1 号")])],
    ),
    (
        "PHO-08",
        &[
            ("claim_case", 0, &[("line_of_business", "motor")]),
            ("photo", 30, &[("number", "A-1"), ("width_px", "4000"), ("height_px", "3000")]),
        ],
        &[("photo", 30, &[("caption", "车架号")])],
    ),
    (
        "PHO-09",
        &[("photo", 1, &[("number", "A-1"), ("width_px", "640"), ("height_px", "480")])],
        &[("photo", 1, &[("width_px", "4000"), ("height_px", "3000")])],
    ),
    (
        "QTY-05",
        &[
            ("loss_line", 20, &[("item", "挡墙"), ("measurement", "#1"), ("price", "#3")]),
            ("measurement", 1, &[("expression", "12"), ("unit", "m3")]),
            ("unit_price", 3, &[("unit", "m3"), ("executed_quantity", "10")]),
        ],
        &[("unit_price", 3, &[("executed_quantity", "12")])],
    ),
    (
        "QTY-11",
        &[("measurement", 1, &[("drawing_size", "0.3"), ("measured_size", "0.4")])],
        &[("measurement", 1, &[("measured_size", "0.3")])],
    ),
    (
        "QTY-12",
        &[
            ("measurement", 1, &[("item", "钢筋"), ("expression", "5"), ("unit", "t")]),
            ("measurement", 2, &[("item", "混凝土"), ("expression", "10"), ("unit", "m3")]),
        ],
        &[("measurement", 2, &[("expression", "50")])],
    ),
    (
        "QTY-13",
        &[("measurement", 1, &[("has_opening", "yes")])],
        &[("measurement", 2, &[("deducts_from", "#1")])],
    ),
    (
        "QTY-16",
        &[("measurement", 1, &[("expression", "12"), ("unit", "m3"), ("existing_quantity", "10")])],
        &[("measurement", 1, &[("existing_quantity", "12")])],
    ),
];

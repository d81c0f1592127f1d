//! Prices, papers, sums, people, recovery, patterns, vehicles, answers: each fires on its first case and is silent on its second.

use super::register::Pair;

/// Check, firing records, and what is added or changed to keep it silent: kind, key, fields. A
/// value `#7` is the key of record 7.
pub(super) const PAIRS: &[Pair] = &[
    (
        "PRC-07",
        &[("loss_line", 20, &[("item", "挡墙"), ("upgraded", "yes")])],
        &[("loss_line", 20, &[("item", "挡墙"), ("betterment", "100")])],
    ),
    (
        "PRC-09",
        &[
            ("document", 1, &[("number", "D-1"), ("kind", "invoice"), ("invoice_no", "12345678")]),
            ("document", 2, &[("number", "D-2"), ("kind", "invoice"), ("invoice_no", "12345678")]),
        ],
        &[("document", 2, &[("number", "D-2"), ("invoice_no", "12345688")])],
    ),
    (
        "PRC-10",
        &[
            ("document", 1, &[("number", "D-1"), ("kind", "contract"), ("amount", "100")]),
            (
                "document",
                2,
                &[("number", "D-2"), ("kind", "invoice"), ("amount", "90"), ("belongs_to", "#1")],
            ),
        ],
        &[("document", 2, &[("number", "D-2"), ("amount", "100")])],
    ),
    (
        "PRC-11",
        &[(
            "measurement",
            1,
            &[("expression", "200"), ("unit", "工时"), ("workers", "2"), ("worked_days", "4")],
        )],
        &[("measurement", 1, &[("worked_days", "5")])],
    ),
    (
        "PRC-12",
        &[("loss_line", 20, &[("item", "机械停滞费")])],
        &[
            ("document", 1, &[("number", "D-1"), ("kind", "minutes")]),
            ("line_document", 2, &[("line", "#20"), ("document", "#1"), ("facet", "price")]),
        ],
    ),
    (
        "PRC-13",
        &[("claim_case", 0, &[("insured", "甲公司")]), ("quote", 1, &[("supplier", "甲公司")])],
        &[("quote", 1, &[("supplier", "乙公司")])],
    ),
    (
        "PRC-14",
        &[("loss_line", 20, &[("item", "赶工费")])],
        &[("loss_line", 20, &[("normal_cost", "10")])],
    ),
    (
        "DOC-01",
        &[("loss_line", 20, &[("item", "挡墙")])],
        &[
            ("document", 40, &[("number", "D-40"), ("kind", "notice")]),
            ("document", 41, &[("number", "D-41"), ("kind", "claim-form")]),
            ("document", 42, &[("number", "D-42"), ("kind", "loss-list")]),
            ("document", 43, &[("number", "D-43"), ("kind", "policy")]),
            ("document", 44, &[("number", "D-44"), ("kind", "premium-receipt")]),
            ("document", 45, &[("number", "D-45"), ("kind", "identity")]),
            ("document", 46, &[("number", "D-46"), ("kind", "bank")]),
            ("document", 47, &[("number", "D-47"), ("kind", "subrogation")]),
        ],
    ),
    (
        "DOC-03",
        &[("document", 1, &[("number", "D-1"), ("valid_to", "2026-06-01")])],
        &[("document", 1, &[("number", "D-1"), ("valid_to", "2026-06-10")])],
    ),
    (
        "DOC-07",
        &[("document", 1, &[("number", "D-1"), ("cites_loss_on", "2026-06-11")])],
        &[("document", 1, &[("number", "D-1"), ("cites_loss_on", "2026-06-10")])],
    ),
    (
        "DOC-10",
        &[
            ("loss_line", 20, &[("item", "挡墙")]),
            ("document", 1, &[("number", "D-1"), ("kind", "statement")]),
            ("line_document", 2, &[("line", "#20"), ("document", "#1"), ("facet", "damage")]),
        ],
        &[
            ("photo", 30, &[("number", "A-1"), ("width_px", "4000"), ("height_px", "3000")]),
            ("line_photo", 31, &[("line", "#20"), ("photo", "#30")]),
        ],
    ),
    (
        "DOC-11",
        &[
            ("loss_line", 20, &[("item", "挡墙")]),
            ("document", 1, &[("number", "D-1"), ("kind", "invoice"), ("source", "甲")]),
            ("document", 2, &[("number", "D-2"), ("kind", "quality"), ("source", "甲")]),
            ("line_document", 3, &[("line", "#20"), ("document", "#1"), ("facet", "price")]),
            ("line_document", 4, &[("line", "#20"), ("document", "#2"), ("facet", "damage")]),
        ],
        &[("document", 2, &[("number", "D-2"), ("source", "乙")])],
    ),
    (
        "DOC-12",
        &[("claim_case", 0, &[("role", "broker")]), ("loss_line", 20, &[("item", "挡墙")])],
        &[("document", 1, &[("number", "D-1"), ("kind", "authority")])],
    ),
    (
        "ARI-02",
        &[
            ("claim_case", 0, &[("claimed_total", "100")]),
            ("loss_line", 20, &[("item", "挡墙"), ("claimed_amount", "90")]),
        ],
        &[("loss_line", 20, &[("item", "挡墙"), ("claimed_amount", "100")])],
    ),
    (
        "ARI-03",
        &[
            ("claim_case", 0, &[("conclusion", "赔付 1,000.00 元")]),
            ("settlement", 1, &[("kind", "compromise"), ("amount", "900"), ("reason", "协商")]),
            (
                "loss_line",
                20,
                &[("item", "挡墙"), ("assessed_amount", "900"), ("claimed_amount", "900")],
            ),
        ],
        &[("claim_case", 0, &[("conclusion", "赔付 900.00 元")])],
    ),
    (
        "ARI-04",
        &[(
            "document",
            1,
            &[("number", "D-1"), ("amount", "120"), ("amount_in_words", "人民币壹佰元整")],
        )],
        &[("document", 1, &[("number", "D-1"), ("amount_in_words", "人民币壹佰贰拾圆正")])],
    ),
    (
        "ARI-08",
        &[
            ("policy_item", 1, &[("name", "甲")]),
            ("policy_item", 2, &[("name", "乙")]),
            ("loss_line", 20, &[("item", "挡墙"), ("location", "A 轴"), ("policy_item", "#1")]),
            ("loss_line", 21, &[("item", "挡墙"), ("location", "A 轴"), ("policy_item", "#2")]),
        ],
        &[("loss_line", 21, &[("item", "挡墙"), ("policy_item", "#1")])],
    ),
    (
        "GOV-01",
        &[("loss_line", 20, &[("item", "挡墙")])],
        &[
            ("signatory", 1, &[("name", "甲"), ("duty", "handling")]),
            ("signatory", 2, &[("name", "乙"), ("duty", "assisting")]),
        ],
    ),
    (
        "GOV-02",
        &[
            ("signatory", 1, &[("name", "甲"), ("licence_to", "2026-06-01")]),
            ("notice", 2, &[("at", "2026-06-10T09:00:00")]),
        ],
        &[("signatory", 1, &[("licence_to", "2027-06-01")])],
    ),
    (
        "GOV-03",
        &[("loss_line", 20, &[("item", "挡墙")])],
        &[("disclosure", 1, &[("kind", "conflict-of-interest"), ("signed_on", "2026-06-11")])],
    ),
    (
        "GOV-04",
        &[
            ("signatory", 1, &[("name", "甲"), ("duty", "handling")]),
            ("signatory", 2, &[("name", "甲"), ("duty", "reviewing")]),
        ],
        &[("signatory", 2, &[("name", "乙")])],
    ),
    (
        "GOV-05",
        &[
            (
                "report",
                1,
                &[
                    ("kind", "final"),
                    ("digest", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
                ],
            ),
            ("signatory", 2, &[("name", "甲"), ("duty", "handling")]),
            ("signatory", 4, &[("name", "甲"), ("duty", "proofreading")]),
        ],
        &[("signatory", 3, &[("name", "乙")])],
    ),
    (
        "ARI-08",
        &[
            ("sue_labour", 1, &[("name", "排水"), ("cost", "100")]),
            ("loss_line", 2, &[("item", "排水"), ("sue_labour", "#1")]),
        ],
        &[("sue_labour", 1, &[("cost", "")])],
    ),
    (
        "PHO-01",
        &[
            ("report", 1, &[("kind", "final"), ("sealed_at", "2026-08-01T09:00:00+08:00")]),
            ("photo", 2, &[("number", "A-1"), ("taken_at", "2026-08-20T09:00:00")]),
        ],
        &[("photo", 2, &[("taken_at", "2026-07-20T09:00:00")])],
    ),
    (
        "GOV-06",
        &[
            ("settlement", 1, &[("kind", "agreed"), ("amount", "1000")]),
            ("approval", 2, &[("decision", "approved"), ("authority_limit", "900")]),
        ],
        &[("approval", 2, &[("authority_limit", "1000")])],
    ),
    (
        "GOV-06",
        &[
            ("settlement", 1, &[("kind", "agreed"), ("amount", "100")]),
            ("settlement", 3, &[("kind", "agreed"), ("amount", "1000")]),
            ("approval", 2, &[("decision", "approved"), ("authority_limit", "900")]),
        ],
        // The next step of the chain has the authority.
        &[("approval", 4, &[("decision", "approved"), ("authority_limit", "5000")])],
    ),
    (
        "GOV-08",
        &[
            ("claim_case", 0, &[("engaged_on", "2026-06-11")]),
            ("work_entry", 1, &[("at", "2026-08-09T09:00:00")]),
        ],
        &[("claim_case", 0, &[("engaged_on", "2026-07-20")])],
    ),
    (
        "GOV-10",
        &[(
            "archive",
            1,
            &[
                ("closed_on", "2026-09-01"),
                ("class", "ordinary"),
                ("retention_years", "15"),
                ("destroyed_on", "2036-09-01"),
            ],
        )],
        &[("archive", 1, &[("destroyed_on", "2041-09-01")])],
    ),
    (
        "GOV-10",
        &[(
            "archive",
            1,
            &[("closed_on", "2026-09-01"), ("class", "ordinary"), ("retention_years", "5")],
        )],
        &[("claim_case", 0, &[("role", "insurer")])],
    ),
    (
        "GOV-08",
        &[
            ("work_entry", 1, &[("at", "2026-06-10T09:00:00")]),
            ("work_entry", 2, &[("at", "2026-08-09T09:00:00")]),
        ],
        &[("work_entry", 3, &[("at", "2026-07-10T09:00:00")])],
    ),
    (
        "GOV-09",
        &[("loss_line", 20, &[("item", "挡墙")])],
        &[("advice", 1, &[("kind", "mitigation")])],
    ),
    (
        "GOV-10",
        &[("archive", 1, &[("closed_on", "2026-09-01"), ("class", "ordinary")])],
        &[("archive", 1, &[("retention_years", "15")])],
    ),
    (
        "REC-01",
        &[("third_party", 1, &[("name", "厂家")])],
        &[("third_party", 1, &[("notified_on", "2026-06-20")])],
    ),
    (
        "REC-02",
        &[("third_party", 1, &[("waiver", "yes")])],
        &[("third_party", 1, &[("waiver", "no")])],
    ),
    (
        "REC-03",
        &[("third_party", 1, &[("settled_on", "2026-06-20")])],
        &[("payment", 2, &[("paid_on", "2026-06-15")])],
    ),
    (
        "REC-04",
        &[("third_party", 1, &[("name", "厂家")]), ("payment", 2, &[("paid_on", "2026-06-15")])],
        &[("document", 3, &[("number", "D-3"), ("kind", "subrogation")])],
    ),
    (
        "REC-05",
        &[("recovery", 1, &[("amount", "100")])],
        &[("term", 2, &[("code", "recovery.method"), ("value", "pro_rata")])],
    ),
    (
        "REC-06",
        &[
            ("third_party", 1, &[("limitation_on", "2026-07-01")]),
            ("notice", 2, &[("at", "2026-06-10T09:00:00")]),
        ],
        &[("third_party", 1, &[("limitation_on", "2028-07-01")])],
    ),
    (
        "REC-07",
        &[("third_party", 1, &[("warranty_to", "2026-12-31")])],
        &[("third_party", 1, &[("warranty_to", "2026-01-01")])],
    ),
    (
        "FRD-01",
        &[("vehicle", 1, &[("vin", "A")]), ("vehicle", 2, &[("vin", "A")])],
        &[("vehicle", 2, &[("vin", "B")])],
    ),
    (
        "FRD-02",
        &[
            ("approval", 1, &[("authority_limit", "1000")]),
            ("loss_line", 20, &[("item", "挡墙"), ("assessed_amount", "960")]),
            ("loss_line", 21, &[("item", "挡墙"), ("assessed_amount", "961")]),
            ("loss_line", 22, &[("item", "挡墙"), ("assessed_amount", "962")]),
        ],
        &[("loss_line", 22, &[("item", "挡墙"), ("assessed_amount", "500")])],
    ),
    (
        "FRD-03",
        &[
            ("loss_line", 20, &[("item", "挡墙"), ("claimed_amount", "1000")]),
            ("loss_line", 21, &[("item", "挡墙"), ("claimed_amount", "1000")]),
            ("loss_line", 22, &[("item", "挡墙"), ("claimed_amount", "1000")]),
            ("loss_line", 23, &[("item", "挡墙"), ("claimed_amount", "1000")]),
            ("loss_line", 24, &[("item", "挡墙"), ("claimed_amount", "1000")]),
            ("loss_line", 25, &[("item", "挡墙"), ("claimed_amount", "1234")]),
            ("loss_line", 26, &[("item", "挡墙"), ("claimed_amount", "1234")]),
            ("loss_line", 27, &[("item", "挡墙"), ("claimed_amount", "1234")]),
            ("loss_line", 28, &[("item", "挡墙"), ("claimed_amount", "1234")]),
            ("loss_line", 29, &[("item", "挡墙"), ("claimed_amount", "1234")]),
        ],
        &[("loss_line", 20, &[("item", "挡墙"), ("claimed_amount", "1001")])],
    ),
    (
        "FRD-06",
        &[
            ("policy_item", 1, &[("sum_insured", "100")]),
            (
                "endorsement",
                2,
                &[("policy_item", "#1"), ("sum_insured", "200"), ("effective_from", "2026-06-01")],
            ),
        ],
        &[("endorsement", 2, &[("effective_from", "2026-03-01")])],
    ),
    (
        "FRD-07",
        &[
            (
                "document",
                1,
                &[
                    ("number", "D-1"),
                    ("kind", "invoice"),
                    ("invoice_no", "12345678"),
                    ("source", "甲"),
                ],
            ),
            (
                "document",
                2,
                &[
                    ("number", "D-2"),
                    ("kind", "invoice"),
                    ("invoice_no", "12345679"),
                    ("source", "乙"),
                ],
            ),
        ],
        &[("document", 2, &[("number", "D-2"), ("source", "甲")])],
    ),
    (
        "MOT-01",
        &[("vehicle", 1, &[("vin", "1M8GDM9A0KP042788")])],
        &[("vehicle", 1, &[("vin", "1M8GDM9AXKP042788")])],
    ),
    (
        "MOT-02",
        &[("vehicle", 1, &[("licence_class", "C1"), ("required_class", "B2")])],
        &[("vehicle", 1, &[("licence_class", "A2")])],
    ),
    (
        "MOT-03",
        &[("vehicle", 1, &[("alcohol_mg", "20")])],
        &[("vehicle", 1, &[("alcohol_mg", "19.9")])],
    ),
    (
        "MOT-04",
        &[("vehicle", 1, &[("first_registered_on", "2025-06-10"), ("mileage_km", "300000")])],
        &[("vehicle", 1, &[("mileage_km", "30000")])],
    ),
    (
        "MOT-05",
        &[("unit_price", 1, &[("amount", "120"), ("catalogue", "100")])],
        &[("unit_price", 1, &[("catalogue", "120")])],
    ),
    (
        "MOT-06",
        &[("vehicle", 1, &[("damaged_panels", "2"), ("painted_panels", "3")])],
        &[("vehicle", 1, &[("painted_panels", "2")])],
    ),
    ("MOT-07", &[("vehicle", 1, &[("total_loss", "yes")])], &[("vehicle", 1, &[("salvage", "0")])]),
    (
        "MOT-08",
        &[("vehicle", 1, &[("repair_estimate", "200"), ("actual_value", "100")])],
        &[("vehicle", 1, &[("total_loss", "yes")])],
    ),
    (
        "MOT-09",
        &[("vehicle", 1, &[("fault_share", "0.7")])],
        &[("vehicle", 2, &[("fault_share", "0.3")])],
    ),
    (
        "ANS-01",
        &[
            ("quote", 1, &[("dated", "2026-01-10")]),
            (
                "finding_answer",
                2,
                &[("check_no", "TIM-10"), ("record_kind", "quote"), ("record", "#1")],
            ),
        ],
        &[("finding_answer", 2, &[("reason", "价格未变")])],
    ),
    (
        "ANS-02",
        &[(
            "finding_answer",
            2,
            &[
                ("check_no", "TIM-10"),
                ("record_kind", "quote"),
                ("record", "#1"),
                ("reason", "价格未变"),
            ],
        )],
        &[("quote", 1, &[("dated", "2026-01-10")])],
    ),
];

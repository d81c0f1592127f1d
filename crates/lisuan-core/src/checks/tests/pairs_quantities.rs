//! Quantities and prices: each fires on its first case and is silent on its second. A check that
//! asks about more than one situation stands here once for each.

use super::register::Pair;

/// Check, firing records, and what is added or changed to keep it silent: kind, key, fields. A
/// value `#7` is the key of record 7; an empty one is no value.
pub(super) const PAIRS: &[Pair] = &[
    (
        "QTY-02",
        &[("measurement", 1, &[("expression", "2*5"), ("unit", "m3"), ("stated_quantity", "12")])],
        &[("measurement", 1, &[("stated_quantity", "10")])],
    ),
    (
        "QTY-02",
        &[("measurement", 1, &[("expression", "2*5=12"), ("unit", "m3")])],
        &[("measurement", 1, &[("expression", "2*5=10")])],
    ),
    (
        "QTY-04",
        &[
            ("measurement", 1, &[("expression", "12"), ("unit", "m3")]),
            ("unit_price", 3, &[("unit", "m3"), ("amount", "5"), ("boq_quantity", "11.99")]),
            ("loss_line", 20, &[("item", "挡墙"), ("measurement", "#1"), ("price", "#3")]),
        ],
        &[("unit_price", 3, &[("boq_quantity", "12")])],
    ),
    (
        "QTY-04",
        &[
            ("measurement", 1, &[("expression", "6"), ("unit", "m3")]),
            ("measurement", 2, &[("expression", "7"), ("unit", "m3")]),
            ("unit_price", 3, &[("unit", "m3"), ("amount", "5"), ("boq_quantity", "12")]),
            ("loss_line", 20, &[("item", "挡墙"), ("measurement", "#1"), ("price", "#3")]),
            ("loss_line", 21, &[("item", "翼墙"), ("measurement", "#2"), ("price", "#3")]),
        ],
        &[("measurement", 2, &[("expression", "6")])],
    ),
    (
        "QTY-08",
        &[("measurement", 1, &[("expression", "3*1.5"), ("unit", "根")])],
        &[("measurement", 1, &[("expression", "3*2")])],
    ),
    (
        "QTY-09",
        &[("measurement", 1, &[("expression", "2-5"), ("unit", "m")])],
        &[("measurement", 1, &[("expression", "5-2")])],
    ),
    (
        "QTY-09",
        &[
            ("measurement", 1, &[("expression", "2"), ("unit", "m")]),
            ("measurement", 2, &[("expression", "3"), ("unit", "m")]),
            ("measurement", 3, &[("expression", "4"), ("unit", "m")]),
            ("measurement", 4, &[("expression", "4001"), ("unit", "m")]),
        ],
        &[("measurement", 4, &[("expression", "4000")])],
    ),
    (
        "QTY-10",
        &[
            ("measurement", 1, &[("item", "护坡"), ("location", "3 轴")]),
            ("measurement", 2, &[("item", "护坡"), ("location", "3 轴")]),
        ],
        &[("measurement", 2, &[("location", "4 轴")])],
    ),
    (
        "QTY-10",
        &[
            ("measurement", 1, &[("item", "护坡"), ("location", "K1+000~K1+200")]),
            ("measurement", 2, &[("item", "护坡"), ("location", "K1+150~K1+300")]),
        ],
        &[("measurement", 2, &[("location", "K1+200~K1+300")])],
    ),
    (
        "QTY-10",
        &[
            ("measurement", 1, &[("item", "护坡")]),
            ("measurement", 2, &[("item", "排水沟")]),
            ("loss_line", 20, &[("item", "护坡"), ("measurement", "#1")]),
            ("loss_line", 21, &[("item", "排水沟"), ("measurement", "#1")]),
        ],
        &[("loss_line", 21, &[("measurement", "#2")])],
    ),
    (
        "QTY-14",
        &[
            ("measurement_sheet", 1, &[("number", "C-1")]),
            ("measurement", 2, &[("sheet", "#1"), ("item", "护坡")]),
            ("person", 3, &[("name", "张三"), ("party", "insured")]),
            ("person", 4, &[("name", "李四"), ("party", "adjuster")]),
            ("signature", 5, &[("sheet", "#1"), ("person", "#3")]),
        ],
        &[("signature", 6, &[("sheet", "#1"), ("person", "#4")])],
    ),
    (
        "QTY-14",
        &[
            ("measurement_sheet", 1, &[("number", "C-1")]),
            ("measurement", 2, &[("sheet", "#1"), ("item", "护坡")]),
        ],
        &[
            ("photo", 30, &[("number", "A-1"), ("caption", "双方签字的测量记录")]),
            ("measurement_sheet", 1, &[("photo", "#30")]),
        ],
    ),
    (
        "QTY-15",
        &[("measurement", 1, &[("stated_quantity", "1.234"), ("unit", "m3")])],
        &[("measurement", 1, &[("stated_quantity", "1.230")])],
    ),
    (
        "QTY-17",
        &[
            ("measurement", 1, &[("item", "墙"), ("expression", "10*3"), ("unit", "m2")]),
            ("measurement", 2, &[("expression", "2"), ("deducts_from", "#1")]),
        ],
        &[("measurement", 2, &[("remark", "窗洞")])],
    ),
    (
        "QTY-17",
        &[
            ("measurement", 1, &[("item", "墙"), ("expression", "10*3"), ("unit", "m2")]),
            (
                "measurement",
                2,
                &[("expression", "2"), ("unit", "m"), ("deducts_from", "#1"), ("remark", "窗洞")],
            ),
        ],
        &[("measurement", 2, &[("unit", "m2")])],
    ),
    (
        "QTY-18",
        &[
            ("measurement", 1, &[("item", "墙"), ("expression", "10"), ("unit", "m2")]),
            (
                "measurement",
                2,
                &[("expression", "10.01"), ("deducts_from", "#1"), ("remark", "窗洞")],
            ),
        ],
        &[("measurement", 2, &[("expression", "10")])],
    ),
    (
        "QTY-19",
        &[(
            "measurement",
            1,
            &[("expression", "12"), ("unit", "m2"), ("disagreement", "施工单位要求按 15")],
        )],
        &[("measurement", 1, &[("agreed_quantity", "12")])],
    ),
    (
        "QTY-20",
        &[("measurement", 1, &[("expression", "12"), ("unit", "m2"), ("agreed_quantity", "12.5")])],
        &[("measurement", 1, &[("remark", "暗沟部分按图计")])],
    ),
    (
        "QTY-21",
        &[
            ("measurement_sheet", 1, &[("number", "C-1")]),
            (
                "measurement",
                2,
                &[("sheet", "#1"), ("item", "护坡"), ("expression", "4*2"), ("unit", "m2")],
            ),
            ("person", 3, &[("name", "张三"), ("party", "insured")]),
            (
                "signature",
                5,
                &[
                    ("sheet", "#1"),
                    ("person", "#3"),
                    ("content", "0f9b95833fe08985c766f2dba27ed0191c430a492ef4e26881866fa5d1edd89f"),
                ],
            ),
        ],
        &[("measurement", 2, &[("expression", "3*2")])],
    ),
    (
        "PRC-01",
        &[
            (
                "unit_price",
                1,
                &[("boq_code", "0101"), ("amount", "100"), ("basis", "contract-boq")],
            ),
            (
                "unit_price",
                2,
                &[("boq_code", "0101"), ("amount", "100.01"), ("basis", "negotiated")],
            ),
        ],
        &[("unit_price", 2, &[("amount", "100")])],
    ),
    (
        "PRC-03",
        &[
            ("unit_price", 1, &[("amount", "100"), ("basis", "market")]),
            ("quote", 2, &[("price", "#1"), ("supplier", "甲"), ("amount", "100")]),
            ("quote", 3, &[("price", "#1"), ("supplier", "乙"), ("amount", "101")]),
            ("quote", 5, &[("price", "#1"), ("supplier", "乙"), ("amount", "102")]),
        ],
        &[("quote", 4, &[("price", "#1"), ("supplier", "丙"), ("amount", "99")])],
    ),
    (
        "PRC-04",
        &[
            ("unit_price", 1, &[("amount", "130.01"), ("basis", "market")]),
            ("quote", 2, &[("price", "#1"), ("supplier", "甲"), ("amount", "90")]),
            ("quote", 3, &[("price", "#1"), ("supplier", "乙"), ("amount", "100")]),
            ("quote", 4, &[("price", "#1"), ("supplier", "丙"), ("amount", "300")]),
        ],
        &[("unit_price", 1, &[("amount", "130")])],
    ),
    (
        "PRC-05",
        &[
            ("unit_price", 1, &[("amount", "100"), ("tax_included", "no")]),
            ("loss_line", 20, &[("item", "挡墙"), ("price", "#1"), ("vat_included", "yes")]),
        ],
        &[("loss_line", 20, &[("vat_included", "no")])],
    ),
    (
        "PRC-06",
        &[("unit_price", 1, &[("amount", "100"), ("basis", "quota"), ("dated", "2026-05-01")])],
        &[("unit_price", 1, &[("source", "湖北省 2018 定额 A1-1")])],
    ),
    (
        "PRC-06",
        &[(
            "unit_price",
            1,
            &[("amount", "100"), ("basis", "quota"), ("source", "湖北省 2018 定额 A1-1")],
        )],
        &[("unit_price", 1, &[("dated", "2026-05-01")])],
    ),
    (
        "PRC-08",
        &[
            ("unit_price", 1, &[("amount", "100"), ("basis", "negotiated")]),
            ("loss_line", 20, &[("item", "挡墙"), ("price", "#1")]),
        ],
        &[("unit_price", 1, &[("dated", "2026-06-20")])],
    ),
];

//! Papers, photos, statements and packages: each fires on its first case and is silent on its
//! second. A check that asks about more than one situation stands here once for each.

use super::register::Pair;

/// Check, firing records, and what is added or changed to keep it silent: kind, key, fields. A
/// value `#7` is the key of record 7; an empty one is no value.
pub(super) const PAIRS: &[Pair] = &[
    (
        "DOC-02",
        &[("document", 1, &[("number", "D-1"), ("form", "copy"), ("signed", "yes")])],
        &[("document", 1, &[("form", "compared")])],
    ),
    (
        "DOC-02",
        &[("document", 1, &[("number", "D-1"), ("form", "original"), ("signed", "no")])],
        &[("document", 1, &[("signed", "yes")])],
    ),
    (
        "DOC-02",
        &[("document", 1, &[("number", "D-1"), ("signed", "yes")])],
        &[("document", 1, &[("form", "original")])],
    ),
    (
        "DOC-02",
        &[
            ("note", 1, &[("kind", "statement"), ("text", "看见水进来")]),
            ("person", 2, &[("name", "王五"), ("party", "witness")]),
        ],
        &[(
            "signature",
            3,
            &[
                ("note", "#1"),
                ("person", "#2"),
                ("content", "510585ba8bf58c7b15852fc34bfd1904074622104a8a58b93142ef17d74d031e"),
            ],
        )],
    ),
    (
        "DOC-04",
        &[("document", 1, &[("number", "D-1"), ("language", "en")])],
        &[
            ("document", 2, &[("number", "D-2"), ("kind", "translation")]),
            ("document", 1, &[("translation", "#2")]),
        ],
    ),
    (
        "DOC-06",
        &[
            (
                "document",
                1,
                &[
                    ("number", "D-1"),
                    ("kind", "invoice"),
                    ("title", "水泥发票"),
                    ("dated", "2026-07-01"),
                    ("source", "甲公司"),
                ],
            ),
            (
                "document",
                2,
                &[
                    ("number", "D-2"),
                    ("kind", "invoice"),
                    ("title", "水泥发票"),
                    ("dated", "2026-07-01"),
                    ("source", "甲公司"),
                ],
            ),
        ],
        &[("document", 2, &[("dated", "2026-07-02")])],
    ),
    (
        "DOC-06",
        &[
            (
                "document",
                1,
                &[
                    ("number", "D-1"),
                    ("content", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
                ],
            ),
            (
                "document",
                2,
                &[
                    ("number", "D-2"),
                    ("content", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
                ],
            ),
        ],
        &[(
            "document",
            2,
            &[("content", "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb")],
        )],
    ),
    // The second list is written and not sent: what it asks for goes out with the first.
    (
        "DOC-08",
        &[
            ("paper_request", 1, &[("requested_on", "2026-06-20"), ("items", "合同")]),
            ("paper_request", 2, &[("requested_on", "2026-06-25"), ("items", "发票")]),
        ],
        &[
            ("paper_request", 1, &[("items", "合同、发票")]),
            ("paper_request", 2, &[("requested_on", "")]),
        ],
    ),
    (
        "DOC-09",
        &[
            ("loss_line", 20, &[("item", "挡墙")]),
            ("photo", 30, &[("number", "A-1")]),
            ("line_photo", 31, &[("line", "#20"), ("photo", "#30")]),
            ("document", 1, &[("number", "D-1"), ("kind", "invoice")]),
        ],
        &[("line_document", 2, &[("line", "#20"), ("document", "#1"), ("facet", "price")])],
    ),
    (
        "DOC-09",
        &[
            ("loss_line", 20, &[("item", "挡墙")]),
            ("document", 1, &[("number", "D-1"), ("kind", "policy")]),
            ("photo", 30, &[("number", "A-1")]),
        ],
        &[("line_photo", 31, &[("line", "#20"), ("photo", "#30")])],
    ),
    (
        "FRD-05",
        &[
            ("note", 1, &[("kind", "statement"), ("text", "看见水从门口进来")]),
            ("person", 2, &[("name", "王五"), ("party", "witness")]),
            (
                "signature",
                3,
                &[
                    ("note", "#1"),
                    ("person", "#2"),
                    ("content", "510585ba8bf58c7b15852fc34bfd1904074622104a8a58b93142ef17d74d031e"),
                ],
            ),
        ],
        &[("note", 1, &[("text", "看见水进来")])],
    ),
    (
        "HND-02",
        &[(
            "handover",
            1,
            &[("direction", "out"), ("counterpart", "保险公司"), ("receipt_agrees", "no")],
        )],
        &[("handover", 1, &[("receipt_agrees", "yes")])],
    ),
    (
        "LOC-01",
        &[
            ("claim_case", 0, &[("site_latitude", "30.5"), ("site_longitude", "114.3")]),
            ("photo", 30, &[("number", "A-1"), ("latitude", "30.52"), ("longitude", "114.3")]),
        ],
        &[("claim_case", 0, &[("photo_distance_km", "3")])],
    ),
    (
        "LOC-01",
        &[
            ("claim_case", 0, &[("site_latitude", "30.5"), ("site_longitude", "114.3")]),
            (
                "damage_place",
                1,
                &[("name", "取水口"), ("latitude", "30.52"), ("longitude", "114.3")],
            ),
            ("photo", 30, &[("number", "A-1"), ("latitude", "30.52"), ("longitude", "114.3")]),
        ],
        &[("photo", 30, &[("damage_place", "#1")])],
    ),
    (
        "PHO-03",
        &[
            ("loss_line", 20, &[("item", "护坡")]),
            ("loss_line", 21, &[("item", "挡墙")]),
            ("photo", 30, &[("number", "A-1"), ("likeness", "00ff00ff00ff00ff")]),
            ("photo", 31, &[("number", "A-2"), ("likeness", "00ff00ff00ff003f")]),
            ("line_photo", 40, &[("line", "#20"), ("photo", "#30")]),
            ("line_photo", 41, &[("line", "#21"), ("photo", "#31")]),
        ],
        &[("line_photo", 41, &[("line", "#20")])],
    ),
    (
        "PHO-03",
        &[
            ("loss_line", 20, &[("item", "护坡")]),
            ("loss_line", 21, &[("item", "挡墙")]),
            ("photo", 30, &[("number", "A-1"), ("view", "medium")]),
            ("line_photo", 40, &[("line", "#20"), ("photo", "#30")]),
            ("line_photo", 41, &[("line", "#21"), ("photo", "#30")]),
        ],
        &[("photo", 30, &[("view", "overview")])],
    ),
    (
        "PHO-04",
        &[
            (
                "photo",
                30,
                &[
                    ("number", "A-1"),
                    ("file_name", "DSC_0001.JPG"),
                    ("taken_at", "2026-06-11T10:00:00"),
                    ("camera", "NIKON D3100"),
                ],
            ),
            (
                "photo",
                31,
                &[
                    ("number", "A-2"),
                    ("file_name", "DSC_0002.JPG"),
                    ("taken_at", "2026-06-11T09:59:59"),
                    ("camera", "NIKON D3100"),
                ],
            ),
        ],
        &[("photo", 31, &[("taken_at", "2026-06-11T10:00:00")])],
    ),
    (
        "PHO-05",
        &[("loss_line", 20, &[("item", "挡墙")]), ("photo", 30, &[("number", "A-1")])],
        &[("line_photo", 31, &[("line", "#20"), ("photo", "#30")])],
    ),
    (
        "PHO-07",
        &[
            ("photo", 30, &[("number", "A-1"), ("view", "close-up")]),
            ("measurement", 1, &[("item", "裂缝"), ("expression", "1.2"), ("photo", "#30")]),
        ],
        &[("photo", 30, &[("caption", "裂缝宽 3 mm，旁置钢尺")])],
    ),
    (
        "PHO-07",
        &[
            ("photo", 30, &[("number", "A-1"), ("view", "close-up")]),
            ("photo_mark", 31, &[("photo", "#30"), ("kind", "dimension")]),
        ],
        &[("photo_mark", 32, &[("photo", "#30"), ("kind", "scale")])],
    ),
    (
        "PHO-10",
        &[("photo", 30, &[("number", "A-1"), ("oddities", "edited thumbnail-differs")])],
        &[("photo", 30, &[("oddities", "edited")])],
    ),
    (
        "PHO-12",
        &[(
            "photo",
            30,
            &[
                ("number", "A-1"),
                ("camera", "NIKON D3100"),
                ("serial", "2207311"),
                ("taken_at", "2026-06-11T09:00:00"),
            ],
        )],
        &[("camera_clock", 1, &[("photo", "#30"), ("true_at", "2026-06-11T09:03:00+08:00")])],
    ),
    (
        "PHO-12",
        &[(
            "photo",
            30,
            &[
                ("number", "A-1"),
                ("camera", "NIKON D3100"),
                ("serial", "2207311"),
                ("taken_at", "2026-06-11T09:00:00"),
            ],
        )],
        // A reading that was entered, without a photo of the clock.
        &[(
            "camera_clock",
            1,
            &[
                ("camera", "NIKON D3100"),
                ("serial", "2207311"),
                ("shown_at", "2026-06-11T09:00:00"),
                ("true_at", "2026-06-11T09:03:00+08:00"),
            ],
        )],
    ),
];

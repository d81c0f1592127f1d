//! A large case, filled the way a person's pastes fill it.

use std::collections::BTreeMap;

use lisuan_app::App;
use lisuan_app::wire::Edit;

use crate::Result;

/// Loss lines that go in with one edit, as with a paste from a spreadsheet.
const PASTE: usize = 50;

/// Head of a case as it is when the first photos are taken.
pub fn head() -> BTreeMap<String, String> {
    fields(&[
        ("claim_no", "BENCH-0001"),
        ("insured", "河湾水利工程有限公司"),
        ("line_of_business", "car"),
        ("loss_date", "2024-07-12"),
        ("role", "adjuster"),
        ("zone", "+08:00"),
    ])
}

/// Adds `lines` loss lines, each with a measurement and a price of its own, and links the photos
/// of the case to them in turn.
pub fn fill(app: &App, lines: usize) -> Result<()> {
    let item = add(
        "policy_item",
        None,
        &[("name", "堤防工程"), ("sum_insured", "50000000"), ("currency", "CNY")],
    );
    let item = app.edit("add-policy-item", "", &[item])?.added;
    let item = item.first().ok_or("the policy item has no key")?;
    let mut keys = Vec::new();
    for first in (0..lines).step_by(PASTE) {
        let paste: Vec<Edit> =
            (first..lines.min(first + PASTE)).flat_map(|n| line(n, item)).collect();
        // Three keys a line: measurement, price, line.
        keys.extend(app.edit("paste", "", &paste)?.added.into_iter().skip(2).step_by(3));
    }
    let view = app.current()?.ok_or("no case is open")?;
    let photos = view.rows.get("photo").map(Vec::as_slice).unwrap_or_default();
    let links = photos.iter().zip(keys.iter().cycle());
    let links: Vec<Edit> = links
        .map(|(photo, line)| add("line_photo", None, &[("line", line), ("photo", &photo.id)]))
        .collect();
    app.edit("link-photos", "", &links)?;
    Ok(())
}

fn line(n: usize, policy_item: &str) -> [Edit; 3] {
    let (quantity, price) = (format!("q{n}"), format!("p{n}"));
    let item = format!("浆砌片石护坡 {n}");
    let place = format!("K{}+{:03}", 170 + n / 1000, n % 1000);
    let expression = format!("{}.50×3.20×0.40×2", 10 + n % 90);
    let amount = format!("{}.{:02}", 20 + n % 400, n % 100);
    [
        add(
            "measurement",
            Some(&quantity),
            &[("item", &item), ("location", &place), ("expression", &expression), ("unit", "m3")],
        ),
        add(
            "unit_price",
            Some(&price),
            &[
                ("item", &item),
                ("unit", "m3"),
                ("amount", &amount),
                ("currency", "CNY"),
                ("basis", "contract-boq"),
                ("source", "合同工程量清单"),
            ],
        ),
        add(
            "loss_line",
            None,
            &[
                ("item", &item),
                ("location", &place),
                ("policy_item", policy_item),
                ("measurement", &format!("@{quantity}")),
                ("price", &format!("@{price}")),
                ("claimed_amount", "12345.67"),
            ],
        ),
    ]
}

fn fields(list: &[(&str, &str)]) -> BTreeMap<String, String> {
    list.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn add(kind: &str, name: Option<&str>, list: &[(&str, &str)]) -> Edit {
    Edit::Add { kind: kind.to_owned(), fields: fields(list), name: name.map(str::to_owned) }
}

/// Sets a measurement anew, as a person who corrects a figure does.
pub fn correction(measurement: &str, n: usize) -> Edit {
    Edit::Set {
        kind: "measurement".to_owned(),
        id: measurement.to_owned(),
        field: "expression".to_owned(),
        value: Some(format!("{}.25×3.20×0.40×2", 100 + n)),
    }
}

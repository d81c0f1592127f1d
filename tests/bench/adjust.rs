//! A case with fifty thousand loss lines in two hundred insured items: what adjusting it costs,
//! and the same case as a workbook that LibreOffice recalculates.

use lisuan_core::clocks::Calendar;
use std::path::{Path, PathBuf};
use std::time::Instant;

use lisuan_core::Id;
use lisuan_core::adjustment::{
    Adjusted, Adjustment, Deductible, Input, Item, Line, LineQuantity, readjust,
};
use lisuan_core::assessment::Assessment;
use lisuan_core::case::Case;
use lisuan_core::change::{ALIVE, Kind, Record, State};
use lisuan_core::moment::Moment;
use lisuan_core::money::Currency;
use lisuan_core::quantity;
use lisuan_sheet::{Cached, SheetInput, write};
use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::job::Job;
use crate::meter::{Meter, Usage, median, ms, own_peak_mb};
use crate::options::Options;
use crate::report::{Row, Section, Target};
use crate::section::repeat;
use crate::{Place, Result, at, create, peer, remove};

const LINES: usize = 50_000;
const ITEMS: usize = 200;
/// Edits that are timed one by one.
const EDITS: usize = 21;
/// A full adjustment.
const WHOLE_WALL_MS_MAX: f64 = 50.0;
/// One edited line.
const EDIT_WALL_MS_MAX: f64 = 5.0;

/// How a workbook is recalculated when it is loaded: 0 always, 1 never.
fn settings(recalculate: bool) -> String {
    let mode = if recalculate { 0 } else { 1 };
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>{mode}</value></prop></item>
</oor:items>
"#
    )
}

/// A line: its quantity, its unit price and what was claimed for it.
fn figures(n: usize) -> (String, String, String) {
    let quantity = format!("{}.{:02}×3.20×0.40", 10 + n % 90, n * 7 % 100);
    let price = format!("{}.{:02}", 20 + n % 400, n % 100);
    (quantity, price, format!("{}.00", 30_000 + n % 1_000))
}

fn id(n: usize) -> Result<Id> {
    Ok(Id::from_bytes(u128::try_from(n)?.to_be_bytes()))
}

/// What the engine computes from.
fn input() -> Result<Input> {
    let mut input = Input::new(id(1)?, Currency::CNY);
    for n in 0..ITEMS {
        input.items.push(Item {
            sum_insured: Some(Decimal::from(9_000_000)),
            value: Some(Decimal::from(10_000_000)),
            ..Item::new(id(2 + n)?)
        });
    }
    for n in 0..LINES {
        let (expression, price, claimed) = figures(n);
        let expression = quantity::parse(&expression).map_err(|problem| problem.to_string())?;
        input.lines.push(Line {
            item: Some(id(2 + n % ITEMS)?),
            quantity: Some(LineQuantity {
                value: expression.value,
                unit: "m3".into(),
                source: None,
            }),
            price: Some(price.parse()?),
            claimed: Some(claimed.parse()?),
            ..Line::new(id(1_000 + n)?)
        });
    }
    input.deductibles.push(Deductible {
        fixed: Some(Decimal::from(200_000)),
        ..Deductible::new((Kind::Term, id(900_000)?))
    });
    Ok(input)
}

/// The same case as records.
fn case() -> Result<Case> {
    let mut state = State::default();
    let mut next = 0;
    let mut add = |kind: Kind, fields: &[(&'static str, &str)]| -> Result<Id> {
        next += 1;
        let mut record = Record::default();
        record.fields.insert(ALIVE, "1".to_owned());
        let fields = fields.iter().map(|(name, value)| (*name, (*value).to_owned()));
        record.fields.extend(fields);
        state.insert(kind, id(next)?, record);
        id(next)
    };
    add(Kind::Case, &[("claim_no", "BENCH-0002"), ("currency", "CNY")])?;
    let mut items = Vec::new();
    for n in 0..ITEMS {
        let name = format!("标段 {n}");
        let fields =
            [("name", &*name), ("sum_insured", "9000000"), ("insurable_value", "10000000")];
        items.push(add(Kind::PolicyItem, &fields)?.to_string());
    }
    for n in 0..LINES {
        let (expression, price, claimed) = figures(n);
        let fields = [("expression", &*expression), ("unit", "m3")];
        let measurement = add(Kind::Measurement, &fields)?.to_string();
        let price = add(Kind::Price, &[("amount", &*price)])?.to_string();
        let item = format!("浆砌片石护坡 {n}");
        add(
            Kind::Line,
            &[
                ("item", &*item),
                ("policy_item", &items[n % ITEMS]),
                ("measurement", &measurement),
                ("price", &price),
                ("claimed_amount", &claimed),
            ],
        )?;
    }
    add(Kind::Term, &[("code", "deductible.fixed"), ("value", "200000")])?;
    Case::from_state(&state).map_err(|error| format!("{error:?}").into())
}

fn payable(adjustment: &Adjustment) -> Result<Value> {
    let payable = adjustment.amount(adjustment.figures.payable).ok_or("there is no result")?;
    Ok(json!(payable.to_string()))
}

/// Job: the whole adjustment once, as a program that just started does it.
pub fn whole() -> Result<Value> {
    let input = input()?;
    let meter = Meter::start();
    let adjusted = Adjusted::of(&input);
    let usage = Usage { peak_mb: own_peak_mb(), ..meter.stop() };
    let mut figures = usage.json();
    figures["payable"] = payable(adjusted.adjustment())?;
    figures["steps"] = json!(adjusted.adjustment().steps.len());
    Ok(figures)
}

/// Job: one line after the other is edited; every third edit changes how many steps it has.
pub fn edits() -> Result<Value> {
    let mut input = input()?;
    let mut adjusted = Adjusted::of(&input);
    let mut walls = Vec::new();
    let meter = Meter::start();
    for n in 0..EDITS {
        let line = &mut input.lines[(n + 1) * LINES / (EDITS + 2)];
        match n % 3 {
            0 => line.price = Some(Decimal::new(12_345, 2)),
            1 => line.lump_sum = line.price.take(),
            _ => line.betterment = Some(Decimal::ONE),
        }
        let changed = [line.id];
        let begun = Instant::now();
        adjusted = readjust(adjusted, &input, &changed);
        walls.push(ms(begun.elapsed()));
    }
    let all = Usage { peak_mb: own_peak_mb(), ..meter.stop() };
    if *adjusted.adjustment() != *Adjusted::of(&input).adjustment() {
        return Err("an edit gives something else than computing anew".into());
    }
    let wall_ms = median(&walls).ok_or("nothing was edited")?;
    let cpu_ms = all.cpu_ms.map(|ms| ms / walls.len() as f64);
    let mut figures = Usage { wall_ms, cpu_ms, ..all }.json();
    figures["slowest"] = json!(walls.iter().copied().fold(0.0, f64::max));
    Ok(figures)
}

/// Job: writes the case as a workbook with live formulas and nothing in their cells.
pub fn workbook(out: &Path) -> Result<Value> {
    let case = case()?;
    let meter = Meter::start();
    let assessment = Assessment::of(&case, &Calendar::default());
    let input = SheetInput {
        case: &case,
        assessment: &assessment,
        made_at: Moment::utc(1_700_000_000),
        program: "Lisuan bench",
        cached: Cached::Zeros,
    };
    let file = std::fs::File::create(out).map_err(|error| at(out, &error))?;
    let words = |key: &str, _: &[(&str, &str)]| key.to_owned();
    let written = write(&input, &words, file)?;
    let mut figures = Usage { peak_mb: own_peak_mb(), ..meter.stop() }.json();
    figures["payable"] = payable(&assessment.adjustment)?;
    figures["live"] = json!(written.live);
    Ok(figures)
}

/// The engine beside a spreadsheet.
pub fn section(options: &Options, place: &Place) -> Result<Section> {
    let (usage, said) = repeat("adjusting", options.runs, || Job::new("adjust", &[])?.run())?;
    let (edit, edited) =
        repeat("editing a line", options.runs, || Job::new("adjust-edit", &[])?.run())?;
    let target = Target { name: "wall ms", value: Some(usage.wall_ms), max: WHOLE_WALL_MS_MAX };
    let edit_target = Target { name: "wall ms", value: Some(edit.wall_ms), max: EDIT_WALL_MS_MAX };
    let slowest = edited["slowest"].as_f64().unwrap_or_default();
    let mut rows = vec![
        Row { target: Some(target), ..Row::ours("Lisuan, everything", usage) },
        Row {
            target: Some(edit_target),
            each: vec![("ms wall, the slowest edit".to_owned(), slowest)],
            ..Row::ours("Lisuan, one edited line", edit)
        },
    ];
    match peer::find("soffice") {
        None => rows.push(Row::without("LibreOffice", "not installed")),
        Some(_) if options.quick => {
            rows.push(Row::without("LibreOffice", "left out, because it takes minutes"));
        }
        Some(office) => rows.extend(spreadsheet(&office, place, &said["payable"])?),
    }
    Ok(Section {
        title: format!(
            "adjusting {LINES} lines in {ITEMS} items with average and deductible: {} steps",
            said["steps"]
        ),
        rows,
        notes: vec![
            "LibreOffice loads the same case as a workbook of live formulas and writes it again; \
             the two rows differ by the recalculation, loading and writing are in both"
                .to_owned(),
        ],
    })
}

fn spreadsheet(office: &Path, place: &Place, ours: &Value) -> Result<Vec<Row>> {
    let folder = place.scratch.join("office");
    create(&folder)?;
    let book = folder.join("case.xlsx");
    eprintln!("writing the workbook");
    let made = Job::new("workbook", &[&book])?.run()?;
    if made["payable"] != *ours {
        return Err(format!("{} in the case, {ours} in the engine", made["payable"]).into());
    }
    let made_usage = Usage::from_json(&made);
    let live = made["live"].as_f64().unwrap_or_default();
    let each = vec![("formulas".to_owned(), live)];
    let mut rows = vec![Row { each, ..Row::ours("Lisuan, assessing and writing it", made_usage) }];
    for (who, recalculate) in
        [("LibreOffice, recalculating", true), ("LibreOffice, loading only", false)]
    {
        let profile = folder.join(if recalculate { "always" } else { "never" });
        let user = profile.join("user");
        create(&user)?;
        let file = user.join("registrymodifications.xcu");
        std::fs::write(&file, settings(recalculate)).map_err(|error| at(&file, &error))?;
        let slashes = profile.to_string_lossy().replace('\\', "/");
        let words: Vec<PathBuf> = vec![
            format!("-env:UserInstallation=file:///{}", slashes.trim_start_matches('/')).into(),
            "--headless".into(),
            "--norestore".into(),
            "--convert-to".into(),
            "xlsx".into(),
            "--outdir".into(),
            folder.join("out"),
            book.clone(),
        ];
        let (usage, said) = repeat(who, 1, || peer::measure(peer::LIMIT, office, &words))?;
        rows.push(Row { stopped: said["stopped"] == true, ..Row::peer(who, usage) });
    }
    remove(&folder)?;
    Ok(rows)
}

//! A contract bill of 14,000 rows, from its bytes to checked items.

use std::path::{Path, PathBuf};

use lisuan_app::wire::BoqChoices;
use lisuan_app::{App, Home};
use rust_xlsxwriter::{Formula, Workbook};
use serde_json::{Value, json};

use crate::meter::{Meter, Usage, own_peak_mb};
use crate::options::Options;
use crate::report::{Row, Section, Target};
use crate::section::repeat;
use crate::{Place, Result, peer};

/// Rows of the bill: what a large contract has.
const ROWS: u32 = 14_000;
/// From the file to checked items.
const WALL_MS_MAX: f64 = 2_000.0;
const WHO: &str = "openpyxl, values only";

/// Every value of every sheet, and nothing done with them.
const READ_VALUES: &str = "
import sys
from openpyxl import load_workbook
book = load_workbook(sys.argv[1], read_only=True, data_only=True)
for sheet in book.worksheets:
    for row in sheet.iter_rows(values_only=True):
        pass";

/// Measures reading the bill beside a peer.
pub fn measure(options: &Options, place: &Place) -> Result<Section> {
    let bill = place.scratch.join("bill.xlsx");
    make(&bill)?;
    let home = place.scratch.join("boq-home");
    let (usage, said) = repeat("reading the bill", options.runs, || {
        crate::job::Job::new("read-boq", &[&home, &bill])?.run()
    })?;
    let target = Target { name: "wall ms", value: Some(usage.wall_ms), max: WALL_MS_MAX };
    let mut rows = vec![Row { target: Some(target), ..Row::ours("Lisuan", usage) }];
    rows.push(match peer::Python::environment(place) {
        Ok(python) => {
            let (usage, _) = repeat("openpyxl", options.runs, || {
                let words = [PathBuf::from("-c"), READ_VALUES.into(), bill.clone()];
                peer::measure(peer::LIMIT, &python.program("python"), words)
            })?;
            Row::peer(WHO, usage)
        }
        Err(why) => Row::without(WHO, format!("not installed: {why}")),
    });
    let kilobytes = std::fs::metadata(&bill)?.len() / 1_000;
    Ok(Section {
        title: format!(
            "a bill of {} items, {} sub-totals, {kilobytes} kB of XLSX, read and checked",
            said["items"], said["subtotals"]
        ),
        rows,
        notes: vec![
            "ours recognises the columns, reads exact decimals, checks each product and each \
             sub-total; the peer reads the values and does nothing with them, its start included"
                .to_owned(),
        ],
    })
}

/// A bill as programs write it: pages with a header each, sections, sub-totals, formulas.
fn make(path: &Path) -> Result<()> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("分部分项")?;
    let header =
        ["序号", "项目编码", "项目名称", "项目特征描述", "计量单位", "工程量", "综合单价", "合价"];
    let (mut page, mut total) = (0_u64, 0_u64);
    for row in 0..ROWS {
        match row % 40 {
            0 => {
                for (column, text) in header.iter().enumerate() {
                    sheet.write(row, column as u16, *text)?;
                }
            }
            1 => {
                sheet.write(row, 2, format!("附录{} 土石方工程", row / 40))?;
            }
            39 => {
                sheet.write(row, 0, "本页小计")?;
                sheet.write(row, 7, cents(page))?;
                total += page;
                page = 0;
            }
            _ => {
                // Hundredths times hundredths, whole in cents by the choice of prices.
                let (quantity, price) =
                    (u64::from(row % 977 + 1) * 25, u64::from(row % 311 + 1) * 4);
                let amount = quantity * price / 100;
                sheet.write(row, 0, row)?;
                sheet.write(row, 1, format!("0101{:05}{:03}", row / 40, row % 40))?;
                sheet.write(row, 2, format!("挖一般土方 {}", row % 50))?;
                sheet.write(
                    row,
                    3,
                    format!("1.土壤类别：三类土\n2.弃土运距：{row}m\n3.含基底钎探"),
                )?;
                sheet.write(row, 4, "m³")?;
                sheet.write(row, 5, cents(quantity))?;
                sheet.write(row, 6, cents(price))?;
                let product = format!("ROUND(F{0}*G{0},2)", row + 1);
                let shown = format!("{}.{:02}", amount / 100, amount % 100);
                sheet.write(row, 7, Formula::new(product).set_result(shown))?;
                page += amount;
            }
        }
    }
    sheet.write(ROWS, 0, "合计")?;
    sheet.write(ROWS, 7, cents(total))?;
    book.save(path)?;
    Ok(())
}

fn cents(cents: u64) -> f64 {
    cents as f64 / 100.0
}

/// The job: reads the bill in a fresh program. A bill that does not reconcile is no measurement.
pub fn read(home: &Path, bill: &Path) -> Result<Value> {
    let app = App::new(Home::under(home));
    let meter = Meter::start();
    let view = app.read_boq(bill, &BoqChoices::default())?;
    let usage = Usage { peak_mb: own_peak_mb(), ..meter.stop() };
    if !view.warnings.is_empty() {
        return Err(
            format!("{} warnings, the first {:?}", view.warnings.len(), view.warnings[0]).into()
        );
    }
    let mut figures = usage.json();
    figures["items"] = json!(view.items.len());
    figures["subtotals"] = json!(view.subtotals.len());
    Ok(figures)
}

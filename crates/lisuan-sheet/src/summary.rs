//! The first page: the case, the figures everyone looks for, how to read the rest.

use lisuan_core::money::in_words_zh;
use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::page::{Book, Page, Tally};
use crate::steps::Cells;
use crate::telling::Telling;

const FIGURE: u16 = 1;
const CURRENCY: u16 = 2;
const STEP: u16 = 3;
const WORDS: u16 = 4;

pub(crate) fn page(
    book: &Book,
    telling: &Telling<'_>,
    cells: &Cells,
    tally: &mut Tally,
) -> Result<Worksheet, XlsxError> {
    let mut page = Page::new(book, &telling.page("summary"), &[30, 24, 9, 8, 72])?;
    page.title(0, &telling.say("title"))?;
    let mut row = head(&mut page, telling, 2)?;
    row = figures(&mut page, telling, cells, row + 1, tally)?;
    for (line, key) in
        (row + 1..).zip(["about-live", "about-rounding", "about-fixed", "about-words"])
    {
        page.long(line, 0, &telling.say(key))?;
    }
    page.finish()
}

/// The case, a fact a row; gives the next free row.
fn head(page: &mut Page<'_>, telling: &Telling<'_>, mut row: u32) -> Result<u32, XlsxError> {
    let head = &telling.input.case.head;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let facts = [
        ("claim-no", text(&head.claim_no)),
        ("policy-no", text(&head.policy_no)),
        ("insured", text(&head.insured)),
        ("insurer", text(&head.insurer)),
        ("loss-date", head.loss_date.map(|date| date.to_string()).unwrap_or_default()),
        ("loss-place", text(&head.loss_place)),
        ("made-at", telling.input.made_at.to_string()),
        ("program", telling.input.program.to_owned()),
    ];
    for (key, fact) in facts {
        if fact.is_empty() {
            continue;
        }
        page.text(row, 0, &telling.say(key))?;
        page.long(row, FIGURE, &fact)?;
        row += 1;
    }
    Ok(row)
}

/// The figures, each a reference to its step; gives the next free row.
fn figures(
    page: &mut Page<'_>,
    telling: &Telling<'_>,
    cells: &Cells,
    mut row: u32,
    tally: &mut Tally,
) -> Result<u32, XlsxError> {
    let heads = ["figure", "amount", "currency", "step-number", "in-words"];
    let heads = heads.map(|key| telling.say(&format!("column-{key}")));
    page.heads(row, heads.iter().map(String::as_str))?;
    row += 1;
    let adjustment = &telling.input.assessment.adjustment;
    let f = &adjustment.figures;
    let known_loss = f.known_loss.filter(|_| f.unknown_lines > 0);
    let list = [
        ("claimed", f.claimed),
        ("loss", f.loss),
        ("known-loss", known_loss),
        ("salvage", f.salvage),
        ("net-loss", f.net_loss),
        ("after-average", f.after_average),
        ("extensions", f.extensions),
        ("sue-labour", f.sue_labour),
        ("before-deductible", f.before_deductible),
        ("deductible", f.deductible),
        ("after-deductible", f.after_deductible),
        ("own-payable", f.own_payable),
        ("recovered", f.recovered),
        ("balance", f.balance),
        ("payable", f.payable),
        ("settlement", f.settlement),
        ("settlement-ratio", f.settlement_ratio),
        ("insured-retained", f.insured_retained),
        ("interim", f.interim),
        ("due", f.due),
        ("payment", f.payment),
    ];
    for (key, index) in list {
        let Some((index, step)) = index.and_then(|i| Some((i, adjustment.steps.get(i)?))) else {
            continue;
        };
        page.text(row, 0, &telling.say(&format!("figure-{key}")))?;
        page.count(row, STEP, index + 1)?;
        let in_words = matches!(key, "payable" | "settlement" | "due" | "payment");
        let node =
            cells.get(index).and_then(Option::as_ref).map(|cell| cell.on(&telling.page("steps")));
        if let Some(money) = step.result.money() {
            let (amount, currency) = (money.amount(), money.currency());
            page.text(row, CURRENCY, currency.code())?;
            let places = step.rounding.unwrap_or(currency.minor_digits());
            let put = page.figure((row, FIGURE), amount, places, node.as_ref(), tally)?;
            let words = in_words_zh(&money).ok().filter(|_| in_words);
            let name = currency.name_zh().unwrap_or(currency.code());
            match (words.map(|words| format!("{name}{words}")), &put.cell) {
                (Some(words), Some(cell)) => {
                    page.words_of((row, WORDS), (cell, amount), places, &words, tally)?;
                }
                (words, _) => {
                    let said = [words.unwrap_or_default(), telling.note(put.note.as_ref())];
                    page.text(row, WORDS, said.join(" ").trim())?;
                }
            }
        } else if let (Ok(ratio), true) = (step.result.exact(), node.is_some()) {
            page.unrounded((row, FIGURE), &ratio, node.as_ref(), true, tally)?;
        } else {
            page.text(row, FIGURE, &step.result.text())?;
        }
        row += 1;
    }
    Ok(row)
}

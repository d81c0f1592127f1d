//! The page of findings: what the checks found, and what to do about it.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::page::{Book, Page};
use crate::telling::Telling;

pub(crate) fn page(book: &Book, telling: &Telling<'_>) -> Result<Worksheet, XlsxError> {
    let columns = telling.columns(&[
        ("level", 10),
        ("check", 10),
        ("subject", 28),
        ("finding", 64),
        ("remedy", 64),
    ]);
    let mut page = Page::table(book, &telling.page("findings"), &columns)?;
    let findings = &telling.input.assessment.findings;
    for (row, finding) in (1..).zip(findings) {
        let kind =
            telling.say_other(&format!("kind-{}", finding.place.kind.as_str().replace('_', "-")));
        let name = telling.name((finding.place.kind, finding.place.id));
        let [words, remedy] = telling.finding(finding);
        page.text(row, 0, &telling.level(finding.level))?;
        page.text(row, 1, finding.check)?;
        page.text(row, 2, format!("{kind} {name}").trim())?;
        page.text(row, 3, &words)?;
        page.text(row, 4, &remedy)?;
    }
    if findings.is_empty() {
        page.text(1, 3, &telling.say("no-findings"))?;
    }
    page.filter(u32::try_from(findings.len()).unwrap_or(0), columns.len())?;
    page.finish()
}

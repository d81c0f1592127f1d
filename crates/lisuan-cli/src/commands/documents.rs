//! `lisuan document …`: takes papers in, lists them, hands originals out.

use std::path::{Path, PathBuf};

use lisuan_app::Result;
use lisuan_app::wire::{AddedPhotos, DocumentList, FlaggedPhoto, ListedDocument};
use serde_json::json;

use crate::arguments::DocumentCommand;
use crate::interrupt;
use crate::progress::Meter;
use crate::report::Report;
use crate::shell::Shell;
use crate::table::{Side, Table, shortened};

/// Does what was asked of the papers.
pub fn run(shell: &Shell, command: DocumentCommand) -> Result<Report> {
    match command {
        DocumentCommand::Add { case, files, kind } => add(shell, &case, &files, kind.as_deref()),
        DocumentCommand::List { case } => list(shell, &case),
        DocumentCommand::Get { case, number, out } => get(shell, &case, &number, &out),
        DocumentCommand::Draw { case } => draw(shell, &case),
    }
}

fn add(shell: &Shell, case: &Path, files: &[PathBuf], kind: Option<&str>) -> Result<Report> {
    shell.open(case)?;
    interrupt::listen();
    let meter = Meter::new(shell, "add-documents");
    let tell = |progress| meter.show(&progress);
    let added = shell.app.add_documents(files, kind, &tell, &interrupt::asked);
    meter.done();
    let added = added?;
    Ok(Report {
        good: added.added > 0 && !added.cancelled,
        text: summary(shell, &added),
        json: json!({
            "added": added.added,
            "duplicates": added.duplicates,
            "flagged": added.flagged,
            "refused": added.refused,
            "cancelled": added.cancelled,
        }),
    })
}

fn summary(shell: &Shell, added: &AddedPhotos) -> String {
    let counts = [&added.duplicates, &added.flagged, &added.refused].map(|l| l.len().to_string());
    let [duplicates, flagged, refused] = &counts;
    let args = [
        ("added", added.added.to_string()),
        ("duplicates", duplicates.clone()),
        ("flagged", flagged.clone()),
        ("refused", refused.clone()),
    ];
    let args: Vec<(&str, &str)> =
        args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mut text = shell.words.say("cli-document-summary", &args) + "\n";
    let headings = ["status", "file", "number", "remark"]
        .map(|column| shell.say(&format!("cli-column-{column}")));
    let mut table = Table::new(headings.to_vec(), &[Side::Left; 4]);
    for (status, papers) in
        [("duplicate", &added.duplicates), ("flagged", &added.flagged), ("refused", &added.refused)]
    {
        let status = shell.say(&format!("cli-photo-{status}"));
        for paper in papers {
            table.row(vec![
                status.clone(),
                shortened(&paper.file_name),
                paper.number.clone().unwrap_or_default(),
                remarks(shell, paper),
            ]);
        }
    }
    text.push_str(&table.text());
    if added.cancelled {
        text.push_str(&shell.say("cli-document-cancelled"));
    }
    text
}

fn remarks(shell: &Shell, paper: &FlaggedPhoto) -> String {
    let word = |code: &String| {
        let key = format!("oddity-{code}");
        if shell.words.has(&key) {
            shell.words.say(&key, &[("limit", "512 MiB")])
        } else {
            code.clone()
        }
    };
    paper.codes.iter().map(word).collect::<Vec<String>>().join("; ")
}

fn list(shell: &Shell, case: &Path) -> Result<Report> {
    shell.open(case)?;
    let list = shell.app.list_documents()?;
    Ok(Report { good: true, text: text(shell, &list), json: json!(list) })
}

fn text(shell: &Shell, list: &DocumentList) -> String {
    let columns = ["number", "kind", "title", "pages", "proves", "remark"];
    let headings = columns.map(|column| shell.say(&format!("cli-column-{column}")));
    let sides = [Side::Left, Side::Left, Side::Left, Side::Right, Side::Left, Side::Left];
    let mut table = Table::new(headings.to_vec(), &sides);
    for paper in &list.documents {
        let oddities = paper.oddities.iter().map(|code| shell.say(&format!("oddity-{code}")));
        table.row(vec![
            paper.number.clone(),
            paper.kind.as_deref().map(|kind| named(shell, kind)).unwrap_or_default(),
            shortened(paper.title.as_ref().unwrap_or(&paper.file_name)),
            paper.pages.map(|pages| pages.to_string()).unwrap_or_default(),
            proves(shell, paper),
            oddities.collect::<Vec<String>>().join("; "),
        ]);
    }
    let count = list.documents.len().to_string();
    let mut text = shell.words.say("cli-document-count", &[("count", &count)]) + "\n";
    text.push_str(&table.text());
    let missing: Vec<String> = (list.checklist.iter())
        .filter(|paper| paper.need == "required" && paper.count == 0)
        .map(|paper| named(shell, &paper.kind))
        .collect();
    if !missing.is_empty() {
        let count = missing.len().to_string();
        let kinds = missing.join(", ");
        let args = [("count", count.as_str()), ("kinds", kinds.as_str())];
        text.push_str(&shell.words.say("cli-document-missing", &args));
    }
    text
}

fn named(shell: &Shell, kind: &str) -> String {
    shell.say(&format!("choice-document-kind-{kind}"))
}

fn proves(shell: &Shell, paper: &ListedDocument) -> String {
    let lines = paper.lines.iter().map(|line| match &line.facet {
        Some(facet) => {
            let facet = shell.say(&format!("choice-line-document-facet-{facet}"));
            format!("{} ({facet})", line.item)
        }
        None => line.item.clone(),
    });
    lines.collect::<Vec<String>>().join("; ")
}

fn get(shell: &Shell, case: &Path, number: &str, out: &Path) -> Result<Report> {
    shell.open(case)?;
    let copy = shell.app.copy_document(number, out)?;
    let bytes = copy.bytes.to_string();
    let args =
        [("number", copy.number.as_str()), ("file", copy.file_name.as_str()), ("bytes", &bytes)];
    Ok(Report {
        good: true,
        text: shell.words.say("cli-document-copied", &args),
        json: json!(copy),
    })
}

fn draw(shell: &Shell, case: &Path) -> Result<Report> {
    shell.open(case)?;
    interrupt::listen();
    let count = shell.app.redraw_documents(&interrupt::asked)?;
    let text = shell.words.say("cli-document-drawn", &[("count", &count.to_string())]);
    Ok(Report { good: true, text, json: json!({ "drawn": count }) })
}

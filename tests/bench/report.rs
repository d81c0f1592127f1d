//! The figures as a table for people and as JSON for programs.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::meter::Usage;

/// A job and what others took for it.
pub struct Section {
    /// What was done, with how much.
    pub title: String,
    /// Ours first, then the others.
    pub rows: Vec<Row>,
    /// What a reader has to know to read the figures right.
    pub notes: Vec<String>,
}

/// One line of the table.
pub struct Row {
    /// Whose figures these are.
    pub who: String,
    /// What it took, or why nothing was measured.
    pub taken: Result<Usage, String>,
    /// Compared with the first row of the section.
    pub peer: bool,
    /// Was ended because it took too long: its figures are what it took until then.
    pub stopped: bool,
    /// Figures per piece: what is counted, and how much.
    pub each: Vec<(String, f64)>,
    /// A figure and what it should not exceed.
    pub target: Option<Target>,
}

/// What a figure should not exceed.
pub struct Target {
    /// Of what.
    pub name: &'static str,
    /// The figure.
    pub value: Option<f64>,
    /// The most it should be.
    pub max: f64,
}

impl Row {
    /// Figures of this program.
    pub fn ours(who: &str, usage: Usage) -> Self {
        Self {
            who: who.to_owned(),
            taken: Ok(usage),
            peer: false,
            stopped: false,
            each: Vec::new(),
            target: None,
        }
    }

    /// Figures of another tool, to compare with ours.
    pub fn peer(who: &str, usage: Usage) -> Self {
        Self { peer: true, ..Self::ours(who, usage) }
    }

    /// Nothing was measured.
    pub fn without(who: &str, why: impl Into<String>) -> Self {
        Self { taken: Err(why.into()), ..Self::ours(who, Usage::default()) }
    }
}

/// Ours divided by the other's; memory is that of the largest process.
#[derive(Clone, Copy)]
struct Ratio {
    cpu: Option<f64>,
    wall: Option<f64>,
    memory: Option<f64>,
}

impl Section {
    /// Ours against one row, where both were measured.
    fn ratio(&self, row: &Row) -> Option<Ratio> {
        let ours = self.rows.first()?.taken.as_ref().ok()?;
        let theirs = row.taken.as_ref().ok().filter(|_| row.peer)?;
        let share =
            |a: Option<f64>, b: Option<f64>| a.zip(b).filter(|(_, b)| *b > 0.0).map(|(a, b)| a / b);
        Some(Ratio {
            cpu: share(ours.cpu_ms, theirs.cpu_ms),
            wall: share(Some(ours.wall_ms), Some(theirs.wall_ms)),
            memory: share(ours.largest_mb(), theirs.largest_mb()),
        })
    }
}

/// The table.
pub fn table(sections: &[Section]) -> String {
    let mut text = String::new();
    for section in sections {
        let _ = writeln!(text, "\n{}", section.title);
        let _ = writeln!(
            text,
            "  {:<34}{:>9}{:>9}{:>9}{:>10}   ours ÷ theirs: CPU, wall, memory",
            "", "CPU ms", "wall ms", "peak MB", "helper MB"
        );
        for row in &section.rows {
            line(&mut text, section, row);
        }
        for note in &section.notes {
            let _ = writeln!(text, "  · {note}");
        }
    }
    text
}

fn line(text: &mut String, section: &Section, row: &Row) {
    let usage = match &row.taken {
        Ok(usage) => usage,
        Err(why) => {
            let _ = writeln!(text, "  {:<34}{why}", row.who);
            return;
        }
    };
    let over = if row.stopped { "> " } else { "" };
    let _ = write!(
        text,
        "  {:<34}{:>9}{:>9}{:>9}{:>10}",
        row.who,
        figure(usage.cpu_ms, over),
        figure(Some(usage.wall_ms), over),
        figure(usage.peak_mb, over),
        usage.helper_peak_mb.map_or_else(String::new, |mb| figure(Some(mb), "")),
    );
    if let Some(ratio) = section.ratio(row) {
        let under = if row.stopped { "<" } else { "" };
        let share = |value: Option<f64>| {
            value.map_or_else(
                || "n/a".to_owned(),
                |value| {
                    let decimals = if value < 0.01 { 4 } else { 2 };
                    format!("{under}{value:.decimals$}")
                },
            )
        };
        let shares = (share(ratio.cpu), share(ratio.wall), share(ratio.memory));
        let _ = write!(text, "   {}, {}, {}", shares.0, shares.1, shares.2);
    }
    text.push('\n');
    let each: Vec<String> = row
        .each
        .iter()
        .map(|(name, value)| format!("{} {name}", figure(Some(*value), "")))
        .collect();
    if !each.is_empty() {
        let _ = writeln!(text, "    {}", each.join(", "));
    }
    if let Some(target) = &row.target {
        let verdict = match target.value {
            Some(value) if value <= target.max => "met",
            Some(_) => "missed",
            None => "unknown here",
        };
        let value = figure(target.value, "");
        let _ = writeln!(text, "    target {} ≤ {}: {value}, {verdict}", target.name, target.max);
    }
}

/// Whole from a hundred on, one decimal below, `n/a` where the system does not tell.
fn figure(value: Option<f64>, before: &str) -> String {
    match value {
        None => "n/a".to_owned(),
        Some(value) if value >= 99.95 => format!("{before}{value:.0}"),
        Some(value) => format!("{before}{value:.1}"),
    }
}

/// The same figures for programs.
pub fn json(sections: &[Section]) -> Value {
    let rows = |section: &Section| -> Vec<Value> {
        let row = |row: &Row| {
            let mut out = json!({ "who": row.who, "stopped": row.stopped });
            match &row.taken {
                Ok(usage) => out["taken"] = usage.json(),
                Err(why) => out["not_measured"] = json!(why),
            }
            out["each"] = row.each.iter().map(|(name, v)| (name.clone(), json!(v))).collect();
            if let Some(ratio) = section.ratio(row) {
                out["ours_by_theirs"] =
                    json!({ "cpu": ratio.cpu, "wall": ratio.wall, "memory": ratio.memory });
            }
            if let Some(t) = &row.target {
                out["target"] = json!({ "name": t.name, "value": t.value, "max": t.max });
            }
            out
        };
        section.rows.iter().map(row).collect()
    };
    let section = |s: &Section| json!({ "title": s.title, "rows": rows(s), "notes": s.notes });
    json!({ "sections": sections.iter().map(section).collect::<Vec<_>>() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section() -> Section {
        let usage = |wall_ms: f64| Usage {
            wall_ms,
            cpu_ms: Some(50.0),
            peak_mb: Some(120.4),
            helper_peak_mb: None,
        };
        let ours = Row {
            each: vec![("CPU-ms each".to_owned(), 5.0)],
            target: Some(Target { name: "wall ms", value: Some(101.0), max: 100.0 }),
            ..Row::ours("Lisuan", usage(101.0))
        };
        let slow = Row { stopped: true, ..Row::peer("slow", usage(404.0)) };
        let rows = vec![ours, slow, Row::without("gone", "not installed")];
        Section { title: "job".to_owned(), rows, notes: vec!["note".to_owned()] }
    }

    #[test]
    fn a_table_says_what_was_missed_stopped_and_absent() {
        let text = table(&[section()]);
        for words in [
            "target wall ms ≤ 100: 101, missed",
            "> 404",
            "<0.25",
            "not installed",
            "5.0 CPU-ms each",
            "· note",
        ] {
            assert!(text.contains(words), "{words} is missing in\n{text}");
        }
        assert_eq!(text.matches("1.00").count(), 2, "only the peer is compared:\n{text}");
    }

    #[test]
    fn json_has_the_same_figures() {
        let value = json(&[section()]);
        let rows = &value["sections"][0]["rows"];
        assert_eq!(rows[0]["taken"]["wall_ms"], 101.0);
        assert_eq!(rows[1]["ours_by_theirs"]["wall"], 0.25);
        assert_eq!(rows[2]["not_measured"], "not installed");
    }
}

//! `lisuan conflicts`: what copies were changed to apart, and deciding it.

use std::path::Path;

use lisuan_app::wire::{ConflictView, Decision, SideView};
use lisuan_app::{Code, Error, Result};
use serde_json::json;

use super::named;
use crate::report::Report;
use crate::shell::Shell;

/// How to decide.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Deciding {
    /// `N=SIDE`: conflict N as it is listed is decided for that side.
    #[arg(long, value_name = "N=SIDE")]
    pub take: Vec<String>,
    /// `N=VALUE`: another value.
    #[arg(long = "set", id = "set-value", value_name = "N=VALUE")]
    pub set: Vec<String>,
    /// All that is undecided, for the side of this person or device.
    #[arg(long, value_name = "NAME", conflicts_with_all = ["take", "set-value"])]
    pub all_from: Option<String>,
}

/// Lists conflicts after deciding some. The answer is yes when none stands undecided.
pub fn run(shell: &Shell, case: &Path, deciding: &Deciding) -> Result<Report> {
    shell.open(case)?;
    let before = shell.app.conflicts()?;
    let undecided: Vec<&ConflictView> =
        before.conflicts.iter().filter(|conflict| conflict.decided.is_none()).collect();
    let mut decisions = Vec::new();
    for text in &deciding.take {
        let (conflict, side) = numbered(&undecided, text)?;
        let chosen: usize = side.parse().map_err(|_| not_found(text))?;
        let side = chosen.checked_sub(1).and_then(|n| conflict.sides.get(n));
        decisions.push(for_side(conflict, side.ok_or_else(|| not_found(text))?));
    }
    for text in &deciding.set {
        let (conflict, value) = numbered(&undecided, text)?;
        decisions.push(Decision { value: Some(value.to_owned()), ..decision(conflict) });
    }
    if let Some(name) = &deciding.all_from {
        let own = |side: &&SideView| side.by.author == *name || side.by.device == *name;
        let sides = undecided.iter().filter_map(|c| Some(for_side(c, c.sides.iter().find(own)?)));
        decisions.extend(sides);
        if decisions.is_empty() {
            return Err(not_found(name));
        }
    }
    let view = if decisions.is_empty() {
        before
    } else {
        shell.app.decide(&decisions)?;
        shell.app.conflicts()?
    };
    let count = view.undecided.to_string();
    let mut lines = vec![shell.words.say("cli-conflicts", &[("count", &count)])];
    for (n, conflict) in view.conflicts.iter().enumerate() {
        lines.push(text(shell, n + 1, conflict));
    }
    Ok(Report { good: view.undecided == 0, text: lines.join("\n"), json: json!(view) })
}

fn not_found(what: &str) -> Error {
    Error::new(Code::NotFound).with("what", what)
}

/// `N=…`: the conflict and what follows.
fn numbered<'a, 'b>(
    undecided: &[&'a ConflictView],
    text: &'b str,
) -> Result<(&'a ConflictView, &'b str)> {
    let (number, rest) = text.split_once('=').ok_or_else(|| not_found(text))?;
    let number: usize = number.parse().map_err(|_| not_found(text))?;
    let conflict = number.checked_sub(1).and_then(|n| undecided.get(n));
    Ok((conflict.ok_or_else(|| not_found(text))?, rest))
}

fn decision(conflict: &ConflictView) -> Decision {
    Decision {
        kind: conflict.kind.clone(),
        id: conflict.id.clone(),
        field: conflict.field.clone(),
        operation: None,
        value: None,
    }
}

fn for_side(conflict: &ConflictView, side: &SideView) -> Decision {
    Decision { operation: Some(side.operation.clone()), ..decision(conflict) }
}

fn text(shell: &Shell, number: usize, conflict: &ConflictView) -> String {
    let mut lines = vec![format!(
        "{number}  {} {}  {}",
        named::kind(shell, &conflict.kind),
        conflict.name,
        named::field(shell, &conflict.kind, &conflict.field),
    )];
    for (n, side) in conflict.sides.iter().enumerate() {
        let value = match (&side.touched, conflict.field.as_str()) {
            (Some((kind, field)), _) => {
                let field = named::field(shell, kind, field);
                shell.words.say("conflict-edited", &[("field", &field)])
            }
            (None, "alive") if side.value.as_deref() == Some("0") => shell.say("conflict-deleted"),
            (None, "alive") => shell.say("conflict-kept"),
            _ => side
                .value_name
                .clone()
                .or_else(|| side.value.clone())
                .unwrap_or_else(|| shell.say("conflict-empty")),
        };
        lines.push(format!("   [{}] {value}  ({}, {})", n + 1, side.by.author, side.by.at));
        for (kind, name) in &side.evidence {
            lines.push(format!("       {} {name}", named::kind(shell, kind)));
        }
    }
    if let Some(by) = &conflict.decided {
        let args = [("author", by.author.as_str()), ("at", by.at.as_str())];
        lines.push(format!("   → {}", shell.words.say("cli-conflict-decided", &args)));
    }
    lines.join("\n")
}

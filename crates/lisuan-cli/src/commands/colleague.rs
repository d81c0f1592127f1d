//! `lisuan colleague`: keys of colleagues that were compared by phone.

use lisuan_app::Result;
use lisuan_app::wire::Colleague;
use serde_json::json;

use crate::arguments::ColleagueCommand;
use crate::report::Report;
use crate::shell::Shell;
use crate::table::{Side, Table};

/// Lists the keys, gives a colleague another name, or forgets one.
pub fn run(shell: &Shell, command: &ColleagueCommand) -> Result<Report> {
    let known = match command {
        ColleagueCommand::List => shell.app.colleagues(),
        ColleagueCommand::Rename { which, name } => shell.app.rename_colleague(which, name)?,
        ColleagueCommand::Forget { which } => shell.app.forget_colleague(which)?,
    };
    Ok(list(shell, &known))
}

fn list(shell: &Shell, known: &[Colleague]) -> Report {
    let headings = ["name", "number", "since", "key"]
        .map(|column| shell.say(&format!("cli-column-colleague-{column}")));
    let mut table = Table::new(headings.to_vec(), &[Side::Left; 4]);
    for one in known {
        let day = one.since.chars().take(10).collect();
        let key = if one.key.is_empty() { "colleague-no-key" } else { "colleague-key" };
        table.row(vec![one.name.clone(), one.number.clone(), day, shell.say(key)]);
    }
    let text = if known.is_empty() { shell.say("colleagues-none") } else { table.text() };
    Report { good: true, text, json: json!({ "colleagues": known }) }
}

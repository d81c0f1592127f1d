//! `lisuan clocks`: statutory and agreed clocks with the day each ends.

use std::path::Path;

use lisuan_app::Result;
use lisuan_app::wire::ClockView;
use serde_json::json;

use crate::report::Report;
use crate::shell::Shell;
use crate::table::{Side, Table, shortened};

/// Lists the clocks as they stand today, or on the day that was given. The answer is yes when none
/// is overdue.
pub fn run(shell: &Shell, case: &Path, today: Option<&str>) -> Result<Report> {
    shell.open(case)?;
    let view = shell.app.clocks(today)?;
    let headings = ["code", "what", "state", "start", "due", "basis"];
    let headings = headings.iter().map(|key| shell.say(&format!("clock-{key}"))).collect();
    let mut table = Table::new(headings, &[Side::Left; 6]);
    for clock in &view.clocks {
        table.row(row(shell, clock));
    }
    let count = |state: &str| view.clocks.iter().filter(|clock| clock.state == state).count();
    let overdue = count("breached");
    let args = [
        ("today", view.today.clone()),
        ("overdue", overdue.to_string()),
        ("running", count("running").to_string()),
    ];
    let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mut lines = vec![shell.words.say("clocks-count", &args)];
    if view.clocks.iter().any(|clock| clock.beyond_calendar) {
        let year = view.calendar.last_year.to_string();
        lines.push(shell.words.say("clock-beyond", &[("year", &year)]));
    }
    if view.calendar.broken {
        lines.push(shell.say("calendar-broken"));
    }
    let text = format!("{}{}", table.text(), lines.join("\n"));
    let clocks: Vec<_> = view.clocks.iter().map(|clock| json(shell, clock)).collect();
    Ok(Report {
        good: overdue == 0,
        text,
        json: json!({ "today": view.today, "calendar": view.calendar, "clocks": clocks }),
    })
}

fn json(shell: &Shell, clock: &ClockView) -> serde_json::Value {
    let mut value = json!(clock);
    let code = clock.code.to_lowercase();
    value["summary"] = shell.say(&format!("law-{code}")).into();
    value
}

fn row(shell: &Shell, clock: &ClockView) -> Vec<String> {
    let state = shell.say(&format!("clock-state-{}", clock.state));
    let state = match more(shell, clock) {
        Some(more) => format!("{state}, {more}"),
        None => state,
    };
    vec![
        clock.code.clone(),
        shortened(&shell.say(&format!("clock-{}", clock.code.to_lowercase()))),
        state,
        clock.start.clone().unwrap_or_default(),
        clock.last.clone().unwrap_or_default(),
        clock.basis.clone(),
    ]
}

/// What there is to say beside the state.
fn more(shell: &Shell, clock: &ClockView) -> Option<String> {
    let with = |key: &str, name: &str, value: String| shell.words.say(key, &[(name, &value)]);
    match (clock.state.as_str(), clock.days_left, clock.days_run) {
        ("not-started", ..) => {
            let kind = clock.kind.replace('_', "-");
            let field = format!("field-{kind}-{}", clock.field.replace('_', "-"));
            Some(with("clock-missing", "field", shell.say(&field)))
        }
        ("paused", ..) => {
            let since = clock.pauses.iter().find(|pause| pause.to.is_none())?;
            Some(with("clock-waiting", "date", since.from.clone()))
        }
        ("breached", Some(days), _) => Some(with("clock-over", "days", (-days).to_string())),
        (_, Some(0), _) => Some(shell.say("clock-left-today")),
        (_, Some(days), _) => Some(with("clock-left", "days", days.to_string())),
        (_, _, Some(days)) => Some(with("clock-run", "days", days.to_string())),
        _ => Some(with("clock-met-on", "date", clock.met_on.clone()?)),
    }
}

//! `lisuan place`: shared places for packages and receipts.

use std::path::{Path, PathBuf};

use lisuan_app::wire::PlaceView;
use lisuan_app::{PlaceFacts, PlaceSite, Result};
use serde_json::json;
use zeroize::Zeroizing;

use crate::arguments::{PlaceCommand, PlaceSiteArguments};
use crate::interrupt;
use crate::progress::Meter;
use crate::report::Report;
use crate::shell::Shell;
use crate::table::{Side, Table};

/// Does what was asked of a place.
pub fn run(shell: &Shell, command: PlaceCommand) -> Result<Report> {
    match command {
        PlaceCommand::Add { name, site } => add(shell, name, site),
        PlaceCommand::List => Ok(list(shell, shell.app.places())),
        PlaceCommand::Remove { name } => Ok(list(shell, shell.app.remove_place(&name)?)),
        PlaceCommand::Send { name, file } => send(shell, &name, &file),
        PlaceCommand::Inbox { name } => inbox(shell, &name),
        PlaceCommand::Fetch { name, file, into } => fetch(shell, &name, &file, &into),
    }
}

fn add(shell: &Shell, name: String, given: PlaceSiteArguments) -> Result<Report> {
    let PlaceSiteArguments { folder, webdav, s3, bucket, region, prefix, user, plain_http } = given;
    let site = match (folder, webdav, s3) {
        (Some(path), _, _) => {
            PlaceSite::Folder { path: std::path::absolute(&path).unwrap_or(path) }
        }
        (_, Some(url), _) => PlaceSite::Webdav { url },
        (_, _, endpoint) => PlaceSite::S3 {
            endpoint: endpoint.unwrap_or_default(),
            region,
            bucket: bucket.unwrap_or_default(),
            prefix,
        },
    };
    let password = match user.is_empty() {
        true => Zeroizing::default(),
        false => shell.case_passphrase("cli-ask-place-password")?,
    };
    let facts = PlaceFacts { name, site, user, plain_http };
    Ok(list(shell, shell.app.add_place(facts, &password)?))
}

/// The password where it is given with the call; otherwise the key store has it.
fn password(shell: &Shell) -> Result<Option<Zeroizing<String>>> {
    shell.has_passphrase_file().then(|| shell.case_passphrase("cli-ask-place-password")).transpose()
}

fn list(shell: &Shell, places: Vec<PlaceView>) -> Report {
    let headings = ["place", "kind", "address", "user"]
        .map(|column| shell.say(&format!("cli-column-place-{column}")));
    let mut table = Table::new(headings.to_vec(), &[Side::Left; 4]);
    for place in &places {
        let kind = shell.say(&format!("place-kind-{}", place.kind));
        table.row(vec![place.name.clone(), kind, place.address.clone(), place.user.clone()]);
    }
    let text = if places.is_empty() { shell.say("place-none") } else { table.text() };
    Report { good: true, text, json: json!({ "places": places }) }
}

fn inbox(shell: &Shell, name: &str) -> Result<Report> {
    let password = password(shell)?;
    let inbox = shell.app.inbox(name, password.as_deref().map(String::as_str))?;
    let headings = ["state", "file", "bytes", "at"]
        .map(|column| shell.say(&format!("cli-column-inbox-{column}")));
    let sides = [Side::Left, Side::Left, Side::Right, Side::Left];
    let mut table = Table::new(headings.to_vec(), &sides);
    for item in &inbox.items {
        let state = shell.say(if item.fresh { "inbox-new" } else { "inbox-known" });
        table.row(vec![state, item.name.clone(), item.bytes.to_string(), item.at.clone()]);
    }
    let text = if inbox.items.is_empty() { shell.say("inbox-empty") } else { table.text() };
    Ok(Report { good: true, text, json: json!(inbox) })
}

fn send(shell: &Shell, name: &str, file: &Path) -> Result<Report> {
    let password = password(shell)?;
    let password = password.as_deref().map(String::as_str);
    interrupt::listen();
    let meter = Meter::new(shell, "send");
    let sent =
        shell.app.send_to_place(name, file, password, &|at| meter.show(&at), &interrupt::asked);
    meter.done();
    let sent = sent?;
    Ok(Report {
        good: true,
        text: shell.words.say("place-sent", &[("file", &sent.name), ("place", name)]),
        json: json!(sent),
    })
}

fn fetch(shell: &Shell, name: &str, file: &str, into: &Path) -> Result<Report> {
    let password = password(shell)?;
    let password = password.as_deref().map(String::as_str);
    interrupt::listen();
    let meter = Meter::new(shell, "fetch");
    let fetched: Result<PathBuf> = shell.app.fetch_from_place(
        name,
        file,
        into,
        password,
        &|at| meter.show(&at),
        &interrupt::asked,
    );
    meter.done();
    let path = fetched?.display().to_string();
    Ok(Report {
        good: true,
        text: shell.words.say("place-fetched", &[("file", &path)]),
        json: json!({ "file": path }),
    })
}

//! `lisuan handover`, `receive`, `receipt`: packages between colleagues.

use std::path::{Path, PathBuf};

use lisuan_app::wire::{HandoverRequest, PackageView, SenderStanding, SenderView};
use lisuan_app::{Code, Error, Into, ReceiveOptions, Result};
use serde_json::json;
use zeroize::Zeroizing;

use super::confidential;
use crate::interrupt;
use crate::progress::Meter;
use crate::report::Report;
use crate::shell::Shell;

/// Longest passphrase file read, in bytes.
const PASSPHRASE_BYTES_MAX: u64 = 8 * 1024;

/// What `lisuan handover` is asked for.
#[derive(Debug, clap::Args)]
pub struct HandoverArguments {
    #[arg(value_name = "CASE")]
    case: PathBuf,
    #[arg(id = "package-out", short = 'o', long = "out", value_name = "FILE.lshand")]
    out: PathBuf,
    #[arg(long, value_name = "KEY|NAME", conflicts_with = "package-passphrase-file")]
    to: Option<String>,
    #[arg(id = "package-passphrase-file", long, value_name = "FILE")]
    package_passphrase_file: Option<PathBuf>,
    #[arg(long, value_name = "PART")]
    part: Option<String>,
    #[arg(long, value_name = "NAME", default_value = "")]
    recipient: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    reason: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    state: String,
}

/// What `lisuan receive` is asked for.
#[derive(Debug, clap::Args)]
pub struct ReceiveArguments {
    #[arg(value_name = "FILE.lshand")]
    package: PathBuf,
    #[arg(long, value_name = "FOLDER|CASE")]
    into: PathBuf,
    #[arg(long)]
    preview: bool,
    #[arg(long, value_name = "OUT.lsreceipt")]
    receipt: Option<PathBuf>,
    #[arg(long, value_name = "NUMBER")]
    accept: Option<String>,
    #[arg(id = "package-passphrase-file", long, value_name = "FILE")]
    package_passphrase_file: Option<PathBuf>,
    #[arg(id = "encrypt-received", long = "encrypt", conflicts_with = "preview")]
    encrypt: bool,
}

/// Writes a package of a case, reads it back and records it.
pub fn hand_over(shell: &Shell, given: HandoverArguments) -> Result<Report> {
    shell.open(&given.case)?;
    shell.open_key()?;
    let passphrase = given.package_passphrase_file.as_deref().map(first_line).transpose()?;
    let request = HandoverRequest {
        recipient: given.recipient,
        reason: given.reason,
        state: given.state,
        part: given.part,
        key: given.to,
        passphrase: passphrase.as_deref().cloned(),
    };
    interrupt::listen();
    let meter = Meter::new(shell, "hand-over");
    let progress = |progress| meter.show(&progress);
    let made = shell.app.hand_over(&request, &given.out, &progress, &interrupt::asked);
    meter.done();
    let made = made?;
    let file = given.out.display().to_string();
    let mut lines = vec![
        say(
            shell,
            "cli-handed-over",
            &[
                ("file", &file),
                ("operations", &made.operations),
                ("originals", &made.originals),
                ("bytes", &made.bytes),
            ],
        ),
        shell.say(&format!("closing-{}", made.closing)),
        say(shell, "cli-handed-over-digest", &[("digest", &made.package)]),
    ];
    if !made.not_enclosed.is_empty() {
        let (count, numbers) = (made.not_enclosed.len(), made.not_enclosed.join(", "));
        let args: [Value<'_>; 2] = [("count", &count), ("numbers", &numbers)];
        lines.push(say(shell, "cli-handed-over-part", &args));
    }
    Ok(Report {
        good: true,
        text: lines.join("\n"),
        json: json!({
            "file": file,
            "package": made.package,
            "bytes": made.bytes,
            "operations": made.operations,
            "originals": made.originals,
            "notEnclosed": made.not_enclosed,
            "closing": made.closing,
        }),
    })
}

/// Says what a package is and would do, or takes it in.
pub fn receive(shell: &Shell, given: &ReceiveArguments) -> Result<Report> {
    shell.open_key()?;
    let passphrase = given.package_passphrase_file.as_deref().map(first_line).transpose()?;
    let encrypt = if given.encrypt { Some(confidential::asked_for_new(shell)?) } else { None };
    let options = ReceiveOptions {
        passphrase: passphrase.as_deref().map(String::as_str),
        accept: given.accept.as_deref(),
        receipt: given.receipt.as_deref(),
        encrypt: encrypt.as_deref().map(String::as_str),
    };
    interrupt::listen();
    let meter = Meter::new(shell, "receive");
    let progress = |progress| meter.show(&progress);
    let into = Into::Path(&given.into);
    if given.preview {
        let look = || {
            shell.app.look_at_package(&given.package, into, options, &progress, &interrupt::asked)
        };
        let seen = unlocked(shell, &given.into, look);
        meter.done();
        let seen = seen?;
        let text = [package_text(shell, &seen), shell.say("cli-package-preview")].join("\n");
        return Ok(Report { good: true, text, json: json!({ "package": seen }) });
    }
    let take = || shell.app.receive(&given.package, into, options, &progress, &interrupt::asked);
    let received = unlocked(shell, &given.into, take);
    meter.done();
    let received = received?;
    let mut lines = vec![package_text(shell, &received.package)];
    lines.push(say(shell, "cli-received", &[("file", &received.case_file)]));
    if let Some(recovery) = &received.recovery_key {
        lines.extend(confidential::told(shell, recovery));
    }
    if let Some(receipt) = &received.receipt {
        lines.push(say(shell, "cli-receipt-written", &[("file", receipt)]));
    }
    if let Some(problem) = &received.receipt_problem {
        lines.push(shell.say("cli-receipt-failed"));
        let args: Vec<(&str, &str)> =
            problem.args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        lines.push(shell.words.say(&format!("error-{}", problem.code), &args));
    }
    // What stands undecided needs a person, as a finding does; so does a receipt that is missing.
    Ok(Report {
        good: received.package.effect.conflicts == 0 && received.receipt_problem.is_none(),
        text: lines.join("\n"),
        json: json!(received),
    })
}

/// Does it once more with the case open where its passphrase was missing.
fn unlocked<T>(shell: &Shell, case: &Path, act: impl Fn() -> Result<T>) -> Result<T> {
    match act() {
        Err(error) if error.code == Code::CaseLocked => {
            shell.open(case)?;
            act()
        }
        done => done,
    }
}

/// Imports the receipt for a package that went out.
pub fn receipt(shell: &Shell, case: &Path, file: &Path) -> Result<Report> {
    shell.open(case)?;
    let seen = shell.app.take_receipt(file)?;
    let args: [Value<'_>; 2] = [("name", &seen.received_by), ("at", &seen.received_at)];
    let counts: [Value<'_>; 4] = [
        ("operations", &seen.operations.sent),
        ("operations_received", &seen.operations.received),
        ("originals", &seen.originals.sent),
        ("originals_received", &seen.originals.received),
    ];
    let verdict = if seen.agrees { "cli-receipt-agrees" } else { "cli-receipt-differs" };
    let mut lines = vec![say(shell, "cli-receipt-of", &args), sender_text(shell, &seen.sender)];
    lines.extend([say(shell, "cli-receipt-counts", &counts), shell.say(verdict)]);
    Ok(Report {
        good: seen.agrees,
        text: lines.join("\n"),
        json: json!({
            "package": seen.package,
            "receivedBy": seen.received_by,
            "receivedAt": seen.received_at,
            "sender": seen.sender,
            "operations": seen.operations,
            "originals": seen.originals,
            "newOperations": seen.new_operations,
            "newOriginals": seen.new_originals,
            "agrees": seen.agrees,
            "known": seen.known,
        }),
    })
}

type Value<'a> = (&'a str, &'a dyn ToString);

fn say(shell: &Shell, key: &str, args: &[Value<'_>]) -> String {
    let args: Vec<(&str, String)> =
        args.iter().map(|(name, value)| (*name, value.to_string())).collect();
    let args: Vec<(&str, &str)> = args.iter().map(|(n, v)| (*n, v.as_str())).collect();
    shell.words.say(key, &args)
}

fn package_text(shell: &Shell, seen: &PackageView) -> String {
    let or_dash = |text: &str| if text.is_empty() { "–".to_owned() } else { text.to_owned() };
    let absent = seen.not_enclosed.len();
    let mut lines = vec![
        say(
            shell,
            "cli-package-of",
            &[
                ("insured", &or_dash(&seen.insured)),
                ("claim", &or_dash(&seen.claim_no)),
                ("from", &or_dash(&seen.from)),
                ("at", &seen.at),
                ("recipient", &or_dash(&seen.recipient)),
            ],
        ),
        say(
            shell,
            "cli-package-why",
            &[
                ("reason", &or_dash(&seen.reason)),
                ("state", &or_dash(&seen.state)),
                ("part", &or_dash(&seen.part)),
            ],
        ),
        sender_text(shell, &seen.sender),
        shell.say(&format!("closing-{}", seen.closing)),
        say(
            shell,
            "cli-package-holds",
            &[
                ("operations", &seen.operations),
                ("originals", &seen.originals),
                ("bytes", &seen.bytes),
                ("absent", &absent),
            ],
        ),
    ];
    lines.extend(seen.remarks.iter().map(|code| shell.say(&format!("package-remark-{code}"))));
    lines.push(effect_text(shell, seen));
    lines.join("\n")
}

fn effect_text(shell: &Shell, seen: &PackageView) -> String {
    let effect = &seen.effect;
    if effect.nothing_new {
        return shell.say("cli-package-nothing");
    }
    let counts: [Value<'_>; 3] = [
        ("operations", &effect.operations),
        ("originals", &effect.originals),
        ("conflicts", &effect.conflicts),
    ];
    let mut lines = vec![match effect.new_case {
        true => say(shell, "cli-package-new-case", &counts[..2]),
        false => say(shell, "cli-package-merge", &counts),
    }];
    for change in &effect.changes {
        let kind = shell.say(&format!("kind-{}", change.kind.replace('_', "-")));
        let args: [Value<'_>; 2] = [("kind", &kind), ("count", &change.count)];
        lines.push(format!("  {}", say(shell, "cli-package-change", &args)));
    }
    if !effect.renumbered.is_empty() {
        let numbers = effect.renumbered.join(", ");
        lines.push(say(shell, "cli-package-renumbered", &[("numbers", &numbers)]));
    }
    lines.join("\n")
}

/// Who signed, and for a key that was never compared the number to compare.
fn sender_text(shell: &Shell, sender: &SenderView) -> String {
    let key = match sender.standing {
        SenderStanding::Own => "sender-own",
        SenderStanding::Known => "sender-known",
        SenderStanding::New => "sender-new",
        SenderStanding::Unsigned => "sender-unsigned",
    };
    let mut lines = vec![say(shell, key, &[("name", &sender.name)])];
    if sender.standing == SenderStanding::New {
        lines.push(say(shell, "sender-number", &[("number", &sender.number)]));
    }
    if sender.namesake {
        lines.push(shell.say("sender-namesake"));
    }
    lines.join("\n")
}

/// The first line of a file: a passphrase never stands on the command line, where others see it.
fn first_line(path: &Path) -> Result<Zeroizing<String>> {
    use std::io::Read as _;
    let unreadable = || Error::new(Code::PassphraseFile);
    let mut text = Zeroizing::new(String::new());
    let file = std::fs::File::open(path).map_err(|error| Error::io(path, error))?;
    file.take(PASSPHRASE_BYTES_MAX)
        .read_to_string(&mut text)
        .map_err(|error| unreadable().because(error))?;
    let line = text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default();
    if line.is_empty() { Err(unreadable()) } else { Ok(Zeroizing::new(line.to_owned())) }
}

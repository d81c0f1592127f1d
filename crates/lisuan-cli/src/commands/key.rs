//! `lisuan key`: the key that seals.

use std::path::Path;

use lisuan_app::wire::{KeyGuard, KeyValidity, KeyView};
use lisuan_app::{Protection, Result};
use serde_json::json;
use zeroize::Zeroizing;

use crate::arguments::Guard;
use crate::report::Report;
use crate::shell::Shell;

/// Tells whose key it is, what guards it, and whether it may seal today.
pub fn show(shell: &Shell) -> Result<Report> {
    let key = shell.app.key_state()?;
    let good = key.exists && key.validity == Some(KeyValidity::Valid);
    Ok(Report { good, text: text(shell, &key), json: json!(key) })
}

/// Makes a new key.
pub fn new(shell: &Shell, guard: Guard) -> Result<Report> {
    let passphrase = new_passphrase(shell, guard)?;
    let key = shell.app.new_key(protection(guard, passphrase.as_deref()))?;
    Ok(report(shell, &key))
}

/// Guards the key in another way.
pub fn protect(shell: &Shell, guard: Guard) -> Result<Report> {
    let current = match shell.app.key_state()?.locked {
        true => Some(shell.passphrase("cli-ask-passphrase")?),
        false => None,
    };
    // Without a wish: the key store, which needs nobody to remember anything.
    let guard = Guard { store: !guard.passphrase, ..guard };
    let passphrase = new_passphrase(shell, guard)?;
    let wanted = protection(guard, passphrase.as_deref()).unwrap_or(Protection::Store);
    let key = shell.app.protect_key(wanted, current.as_deref().map(String::as_str))?;
    Ok(report(shell, &key))
}

/// Takes the firm's own key out of a PKCS#12 file.
pub fn import(shell: &Shell, file: &Path) -> Result<Report> {
    let passphrase = shell.passphrase("cli-ask-file-passphrase")?;
    Ok(report(shell, &shell.app.import_key(file, &passphrase)?))
}

/// Writes the certificate, for those who compare it.
pub fn export(shell: &Shell, out: &Path) -> Result<Report> {
    Ok(report(shell, &shell.app.export_certificate(out)?))
}

fn new_passphrase(shell: &Shell, guard: Guard) -> Result<Option<Zeroizing<String>>> {
    guard.passphrase.then(|| shell.passphrase("cli-ask-new-passphrase")).transpose()
}

fn protection(guard: Guard, passphrase: Option<&String>) -> Option<Protection<'_>> {
    match passphrase {
        Some(passphrase) => Some(Protection::Passphrase(passphrase)),
        None => guard.store.then_some(Protection::Store),
    }
}

fn report(shell: &Shell, key: &KeyView) -> Report {
    Report { good: true, text: text(shell, key), json: json!(key) }
}

fn text(shell: &Shell, key: &KeyView) -> String {
    let Some(guard) = key.guard else { return shell.say("key-none") };
    let mut lines = Vec::new();
    if let Some(name) = &key.name {
        lines.push(shell.words.say("key-of", &[("name", name)]));
    }
    lines.push(match &key.issuer {
        Some(issuer) => shell.words.say("key-issued", &[("issuer", issuer)]),
        None => shell.say("key-self-made"),
    });
    lines.push(shell.say(match guard {
        KeyGuard::Nothing => "key-guard-nothing",
        KeyGuard::Passphrase => "key-guard-passphrase",
        KeyGuard::Store => "key-guard-store",
    }));
    if let (Some(from), Some(to)) = (&key.valid_from, &key.valid_to) {
        lines.push(shell.words.say("key-validity", &[("from", from), ("to", to)]));
    }
    match key.validity {
        Some(KeyValidity::Expired) => lines.push(shell.say("key-is-expired")),
        Some(KeyValidity::NotYet) => lines.push(shell.say("key-is-not-yet")),
        Some(KeyValidity::Valid) | None => {}
    }
    for (word, name, value) in [
        ("cli-fingerprint", "fingerprint", &key.fingerprint),
        ("key-number", "number", &key.number),
        ("key-recipient", "recipient", &key.recipient),
    ] {
        if let Some(value) = value {
            lines.push(shell.words.say(word, &[(name, value)]));
        }
    }
    lines.join("\n")
}

//! `lisuan new --encrypt`, `encrypt`, `decrypt`, `passphrase`: cases encrypted at rest.

use std::collections::BTreeMap;
use std::path::Path;

use lisuan_app::Result;
use serde_json::json;
use zeroize::Zeroizing;

use crate::report::Report;
use crate::shell::Shell;

/// Makes an encrypted case.
pub fn new(shell: &Shell, case: &Path, remember: bool) -> Result<Report> {
    warn(shell);
    let passphrase = shell.new_case_passphrase(None)?;
    let fields = BTreeMap::new();
    let made = shell.app.new_encrypted_case(case, &fields, &passphrase, remember)?;
    let file = case.display().to_string();
    let mut lines = vec![shell.words.say("cli-new", &[("file", &file)])];
    lines.extend(told(shell, &made.recovery_key));
    if remember {
        let kept = if made.remembered { "cli-passphrase-kept" } else { "cli-passphrase-not-kept" };
        lines.push(shell.say(kept));
    }
    Ok(Report {
        good: true,
        text: lines.join("\n"),
        json: json!({
            "file": file,
            "encrypted": true,
            "recoveryKey": made.recovery_key,
            "remembered": made.remembered,
        }),
    })
}

/// Encrypts a plain case in place.
pub fn encrypt(shell: &Shell, case: &Path) -> Result<Report> {
    warn(shell);
    let passphrase = shell.new_case_passphrase(None)?;
    let recovery = shell.app.encrypt_case(case, &passphrase)?;
    let file = case.display().to_string();
    let mut lines = vec![shell.words.say("cli-encrypted", &[("file", &file)])];
    lines.extend(told(shell, &recovery));
    Ok(Report {
        good: true,
        text: lines.join("\n"),
        json: json!({ "file": file, "encrypted": true, "recoveryKey": recovery }),
    })
}

/// Writes a plain copy.
pub fn decrypt(shell: &Shell, case: &Path, out: &Path) -> Result<Report> {
    shell.open(case)?;
    shell.app.decrypt_case(out)?;
    let file = out.display().to_string();
    Ok(Report {
        good: true,
        text: shell.words.say("cli-decrypted", &[("file", &file)]),
        json: json!({ "file": file, "encrypted": false }),
    })
}

/// Gives a case another passphrase.
pub fn passphrase(shell: &Shell, case: &Path, file: Option<&Path>) -> Result<Report> {
    shell.open(case)?;
    warn(shell);
    let next = shell.new_case_passphrase(file)?;
    shell.app.set_case_passphrase(&next)?;
    Ok(Report {
        good: true,
        text: shell.say("cli-passphrase-changed"),
        json: json!({ "changed": true }),
    })
}

/// Makes another recovery key.
pub fn recovery_key(shell: &Shell, case: &Path) -> Result<Report> {
    shell.open(case)?;
    let recovery = shell.app.new_recovery_key()?;
    Ok(Report {
        good: true,
        text: told(shell, &recovery).join("\n"),
        json: json!({ "recoveryKey": recovery }),
    })
}

/// Takes the passphrase out of the system's key store.
pub fn forget(shell: &Shell, case: &Path) -> Result<Report> {
    shell.open(case)?;
    shell.app.forget_passphrase()?;
    Ok(Report {
        good: true,
        text: shell.say("cli-passphrase-forgotten"),
        json: json!({ "remembered": false }),
    })
}

/// The passphrase of a case that is made on the way, below what its loss means.
pub fn asked_for_new(shell: &Shell) -> Result<Zeroizing<String>> {
    warn(shell);
    shell.new_case_passphrase(None)
}

/// What losing the passphrase means, before there is one to lose.
fn warn(shell: &Shell) {
    if !shell.json {
        eprintln!("{}", shell.say("confidential-loss"));
    }
}

/// The recovery key and what it is for.
pub fn told(shell: &Shell, recovery: &str) -> Vec<String> {
    vec![
        shell.say("confidential-recovery"),
        String::new(),
        format!("    {recovery}"),
        String::new(),
        shell.say("confidential-recovery-about"),
    ]
}

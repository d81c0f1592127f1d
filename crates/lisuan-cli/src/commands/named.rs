//! Kinds and fields of records in words.

use crate::shell::Shell;

/// The word for a kind of record.
pub fn kind(shell: &Shell, kind: &str) -> String {
    said(shell, &format!("kind-{kind}"), kind)
}

/// The word for a field.
pub fn field(shell: &Shell, kind: &str, field: &str) -> String {
    if field == "alive" {
        return shell.say("field-alive");
    }
    said(shell, &format!("field-{kind}-{field}"), field)
}

fn said(shell: &Shell, key: &str, otherwise: &str) -> String {
    let key = key.replace('_', "-");
    if shell.words.has(&key) { shell.say(&key) } else { otherwise.to_owned() }
}

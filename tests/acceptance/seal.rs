//! Keys, timestamps and second signatures by the command line.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

use lisuan_tests::cli::{Answer, Desk, GOOD, NO, UNREADABLE, USAGE, arg, program, text_of};
use serde_json::Value;

use crate::other_tools::assert_sealed;

/// Runs the program with lines on its standard input.
fn told(desk: &Desk, args: &[&str], lines: &str) -> Answer {
    let mut child = desk
        .command()
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that refuses early does not read.
    let _ = child.stdin.take().unwrap().write_all(lines.as_bytes());
    child.wait_with_output().unwrap().into()
}

fn told_json(desk: &Desk, expected: i32, args: &[&str], lines: &str) -> Value {
    let answer = told(desk, &[args, &["--json"]].concat(), lines);
    assert_eq!(answer.code, Some(expected), "{args:?}: {} {}", answer.out, answer.err);
    answer.value()
}

fn openssl(desk: &Desk, words: &str) {
    let output = Command::new("openssl")
        .args(words.split_whitespace())
        .current_dir(desk.path(""))
        .output()
        .expect("openssl is needed for this test");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "openssl {words}: {said}");
}

fn code(answer: &Value) -> &str {
    answer["error"]["code"].as_str().or(answer["code"].as_str()).unwrap_or_default()
}

/// A certification authority with the certificates of a firm and of a time-stamping authority.
fn authorities(desk: &Desk) {
    let write = |name: &str, text: &str| fs::write(desk.path(name), text).unwrap();
    write(
        "ca.cnf",
        "[req]\ndistinguished_name=dn\nprompt=no\nx509_extensions=v3\n[dn]\nCN=Test CA\n[v3]\n\
         basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n",
    );
    openssl(
        desk,
        "req -x509 -new -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 3650 -config ca.cnf",
    );
    write("firm.ext", "basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature\n");
    write("tsa.ext", "basicConstraints=CA:FALSE\nextendedKeyUsage=critical,timeStamping\n");
    for (name, subject) in [("firm", "华信公估"), ("tsa", "TimeAuthority")] {
        openssl(
            desk,
            &format!(
                "req -new -newkey rsa:2048 -nodes -keyout {name}.key -out {name}.csr -utf8 -subj /CN={subject}"
            ),
        );
        openssl(
            desk,
            &format!(
                "x509 -req -in {name}.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 3650 -extfile {name}.ext -out {name}.pem"
            ),
        );
    }
    openssl(
        desk,
        "pkcs12 -export -inkey firm.key -in firm.pem -certfile ca.pem -out firm.p12 -passout pass:firm-secret",
    );
    write(
        "tsa.cnf",
        "[tsa]\ndefault_tsa=t\n[t]\nserial=serial\ncrypto_device=builtin\nsigner_cert=tsa.pem\n\
         signer_key=tsa.key\nsigner_digest=sha256\ndefault_policy=1.2.3.4\ndigests=sha256\n\
         ess_cert_id_alg=sha256\n",
    );
    write("serial", "01\n");
}

#[test]
fn a_key_is_made_guarded_and_unlocked() {
    let desk = Desk::new();
    let none = desk.json(NO, &["key", "show"]);
    assert_eq!(none["exists"], false, "nothing is made by looking: {none}");
    desk.json(GOOD, &["new", "c.lisuan"]);
    let dossier = desk.json(GOOD, &["dossier", "c.lisuan", "-o", "a.pdf"]);
    assert_eq!(dossier["verdict"]["selfSigned"], true, "{dossier}");
    let shown = desk.json(GOOD, &["key", "show"]);
    let fingerprint = text_of(&shown, "/fingerprint");
    assert_eq!(text_of(&dossier, "/verdict/fingerprint"), fingerprint, "the same key");
    assert_eq!(shown["guard"], "nothing", "a home named by hand leaves nothing in the key store");

    let weak = told_json(&desk, USAGE, &["key", "protect", "--passphrase"], "short\n");
    assert_eq!(code(&weak), "weak-passphrase", "{weak}");
    let guarded =
        told_json(&desk, GOOD, &["key", "protect", "--passphrase"], "correct horse battery\n");
    assert_eq!(guarded["guard"], "passphrase");
    assert_eq!(text_of(&guarded, "/fingerprint"), fingerprint, "the same key, guarded");
    let file = fs::read_to_string(desk.path("home/config/seal-key.pem")).unwrap();
    assert!(!file.contains("BEGIN PRIVATE KEY"), "nothing is left in the open");

    let args = ["dossier", "c.lisuan", "-o", "b.pdf"];
    let locked = desk.json(UNREADABLE, &args);
    assert_eq!(code(&locked), "key-locked", "{locked}");
    let wrong = told(&desk, &[&args[..], &["--json"]].concat(), "correct horse\n");
    assert_eq!(wrong.code, Some(NO), "{} {}", wrong.out, wrong.err);
    assert_eq!(code(&wrong.value()), "wrong-passphrase", "{}", wrong.out);
    assert!(!format!("{} {}", wrong.out, wrong.err).contains("horse"), "no secret is repeated");
    assert!(!desk.path("b.pdf").exists(), "nothing unsealed is left");
    let sealed = told_json(&desk, GOOD, &args, "correct horse battery\n");
    assert_eq!(text_of(&sealed, "/verdict/fingerprint"), fingerprint);

    let made = desk.json(GOOD, &["key", "new"]);
    assert_ne!(text_of(&made, "/fingerprint"), fingerprint, "another key");
    let folder = fs::read_dir(desk.path("home/config")).unwrap();
    let names = folder.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let keys = names.filter(|name| name.starts_with("seal-key.")).count();
    assert_eq!(keys, 2, "the old one stays under another name");
    desk.json(GOOD, &["verify", "a.pdf"]);
    desk.json(GOOD, &["key", "export", "-o", "mine.pem"]);
    openssl(&desk, "x509 -in mine.pem -noout -subject");
}

#[test]
fn a_damaged_key_is_named_and_left_alone() {
    let desk = Desk::new();
    desk.json(GOOD, &["key", "new"]);
    let path = desk.path("home/config/seal-key.pem");
    let whole = fs::read_to_string(&path).unwrap();
    fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    desk.json(GOOD, &["new", "c.lisuan"]);
    let refused = desk.json(UNREADABLE, &["dossier", "c.lisuan", "-o", "a.pdf"]);
    assert_eq!(code(&refused), "key-unreadable", "{refused}");
    assert_eq!(fs::read_to_string(&path).unwrap(), whole[..whole.len() / 2], "left as it was");
}

#[test]
fn a_firm_seals_and_a_third_party_states_the_time() {
    let desk = Desk::new();
    authorities(&desk);
    let wrong = told_json(&desk, NO, &["key", "import", "firm.p12"], "wrong\n");
    assert_eq!(code(&wrong), "wrong-passphrase", "{wrong}");
    let none = told_json(&desk, UNREADABLE, &["key", "import", "ca.pem"], "wrong\n");
    assert_eq!(code(&none), "not-a-key", "{none}");
    let firm = told_json(&desk, GOOD, &["key", "import", "firm.p12"], "firm-secret\n");
    assert_eq!(firm["issuer"], "Test CA");
    assert_eq!(firm["guard"], "passphrase", "never guarded less than it was: {firm}");

    desk.json(GOOD, &["new", "c.lisuan"]);
    let args = ["dossier", "c.lisuan", "-o", "a.pdf"];
    let dossier = told_json(&desk, GOOD, &args, "firm-secret\n");
    assert_eq!(dossier["verdict"]["issuer"], "Test CA", "{dossier}");
    assert_eq!(dossier["verdict"]["algorithm"], "RSA-2048");
    assert_eq!(dossier["verdict"]["timestamp"], Value::Null);

    desk.json(GOOD, &["stamp", "request", "a.pdf", "-o", "a.tsq"]);
    openssl(&desk, "ts -reply -config tsa.cnf -queryfile a.tsq -out a.tsr");
    let before = fs::read(desk.path("a.pdf")).unwrap();
    fs::write(desk.path("no.tsr"), "no answer").unwrap();
    let refused = desk.json(NO, &["stamp", "add", "a.pdf", "no.tsr"]);
    assert_eq!(code(&refused), "stamp-refused", "{refused}");
    fs::write(desk.path("other.pdf"), &before).unwrap();
    // Another dossier: the same case in the same second would give the same one.
    desk.json(GOOD, &["note", "add", "c.lisuan", "补充"]);
    told_json(&desk, GOOD, &["dossier", "c.lisuan", "-o", "b.pdf"], "firm-secret\n");
    let refused = desk.json(NO, &["stamp", "add", "b.pdf", "a.tsr"]);
    assert_eq!(refused["error"]["args"]["reason"], "not-of-this-seal", "{refused}");
    assert_eq!(fs::read(desk.path("a.pdf")).unwrap(), before, "a refusal changes nothing");

    let stamped = desk.json(GOOD, &["stamp", "add", "a.pdf", "a.tsr"]);
    assert_eq!(stamped["timestamp"]["authority"], "TimeAuthority", "{stamped}");
    assert_eq!(stamped["digest"], dossier["verdict"]["digest"], "it is the same dossier");
    assert_eq!(fs::read(desk.path("a.pdf")).unwrap().len(), before.len(), "of the same length");
    assert_sealed(&desk.path("a.pdf"));
    let trusted = desk.json(GOOD, &["verify", "a.pdf", "--trust", "ca.pem"]);
    assert_eq!(trusted["timestamp"]["trust"], "trusted", "{trusted}");
    let untrusted = desk.json(GOOD, &["verify", "a.pdf", "--trust", "firm.pem"]);
    assert_eq!(untrusted["timestamp"]["trust"], "untrusted", "{untrusted}");
    let again = desk.json(NO, &["stamp", "request", "a.pdf", "-o", "again.tsq"]);
    assert_eq!(again["error"]["args"]["reason"], "already-there", "{again}");
    assert!(desk.names().iter().all(|name| !name.starts_with(".lisuan")), "nothing half made");

    let beside = told_json(&desk, GOOD, &["sm2", "a.pdf"], "firm-secret\n");
    assert_eq!(beside["beside"]["holds"], true, "{beside}");
    desk.json(GOOD, &["verify", "a.pdf"]);
    fs::copy(desk.path("a.pdf.sm2"), desk.path("b.pdf.sm2")).unwrap();
    let swapped = desk.json(NO, &["verify", "b.pdf"]);
    assert_eq!(swapped["asSealed"], true, "the seal itself is right: {swapped}");
    assert_eq!(swapped["beside"]["holds"], false, "the signature beside is of another: {swapped}");
}

#[test]
fn an_altered_photo_is_named() {
    let desk = Desk::new();
    desk.json(GOOD, &["new", "c.lisuan"]);
    for (from, to) in [
        ("iphone4s-rotated90-gravel.jpg", "gravel.jpg"),
        ("sanyo-s1-zero-date-building.jpg", "building.jpg"),
        ("galaxy-s10-panel.heic", "panel.heic"),
    ] {
        let photo = desk.bring(from, to);
        desk.json(GOOD, &["photo", "add", "c.lisuan", arg(&photo)]);
    }
    desk.json(GOOD, &["dossier", "c.lisuan", "-o", "a.pdf"]);
    let whole = desk.json(GOOD, &["verify", "a.pdf", "--parts"]);
    let place = |said: &Value, file: &str| {
        let originals = said["parts"]["originals"].as_array().unwrap().clone();
        let line = originals.iter().find(|o| o["name"].as_str().unwrap().ends_with(file));
        line.unwrap_or_else(|| panic!("{file}: {said}"))["place"].clone()
    };
    assert_eq!(place(&whole, "gravel.jpg"), "page");
    assert_eq!(place(&whole, "building.jpg"), "page");
    assert_eq!(place(&whole, "panel.heic"), "attachment");
    assert_eq!(place(&whole, "case.json"), "attachment");
    let jpeg = fs::read(desk.path("building.jpg")).unwrap();
    let mut pdf = fs::read(desk.path("a.pdf")).unwrap();
    let at = pdf.windows(64).position(|w| w == &jpeg[9_000..9_064]).expect("inside byte for byte");
    pdf[at] ^= 1;
    fs::write(desk.path("a.pdf"), pdf).unwrap();
    let altered = desk.json(NO, &["verify", "a.pdf"]);
    assert_eq!(place(&altered, "building.jpg"), "not-inside", "that photo is another");
    assert_eq!(place(&altered, "gravel.jpg"), "page", "this one is not");
}

/// The key store of the desktop, started for this test alone.
#[cfg(target_os = "linux")]
#[test]
fn the_key_store_of_the_system_guards_the_key() {
    let desk = Desk::new();
    desk.json(GOOD, &["key", "new"]);
    let silent = desk
        .command()
        .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
        .args(["key", "protect", "--store", "--json"])
        .output()
        .unwrap();
    let silent = Answer::from(silent);
    assert_eq!(silent.code, Some(UNREADABLE), "{} {}", silent.out, silent.err);
    assert_eq!(code(&silent.value()), "key-store-silent", "{}", silent.out);
    let script = format!(
        "set -e; printf secret | gnome-keyring-daemon --unlock --components=secrets >&2; \
         '{bin}' key protect --store --json; '{bin}' new c.lisuan --json; \
         '{bin}' dossier c.lisuan -o a.pdf --json; '{bin}' key show --json",
        bin = program().display()
    );
    let output = Command::new("dbus-run-session")
        .args(["--", "sh", "-c", &script])
        .env("LISUAN_HOME", desk.path("home"))
        .env("HOME", desk.path(""))
        .env("XDG_DATA_HOME", desk.path("data"))
        .env("XDG_RUNTIME_DIR", desk.path(""))
        .current_dir(desk.path(""))
        .output()
        .expect("dbus and gnome-keyring are needed for this test");
    let out = String::from_utf8(output.stdout).unwrap();
    let err = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{out} {err}");
    assert!(out.contains(r#""guard":"store""#) || out.contains(r#""guard": "store""#), "{out}");
    let file = fs::read_to_string(desk.path("home/config/seal-key.pem")).unwrap();
    assert!(!file.contains("BEGIN PRIVATE KEY"), "nothing is left in the open");
    // Another session without that store: the key is there and cannot be opened.
    let away = desk
        .command()
        .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
        .args(["dossier", "c.lisuan", "-o", "b.pdf", "--json"])
        .output()
        .unwrap();
    let away = Answer::from(away);
    assert_eq!(code(&away.value()), "key-store-silent", "{}", away.out);
    assert!(!desk.path("b.pdf").exists(), "nothing unsealed is left");
}

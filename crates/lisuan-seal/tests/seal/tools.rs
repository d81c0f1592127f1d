//! Programs that are not ours, asked in a folder of their own.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder to work in.
pub struct Desk(tempfile::TempDir);

impl Desk {
    /// `None` when OpenSSL is not installed, which automation does not accept.
    pub fn with_openssl() -> Option<Self> {
        is_there("openssl", "version").then(|| Self(tempfile::tempdir().unwrap()))
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn write(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.path(name), bytes).unwrap();
    }

    pub fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap()
    }

    /// Runs `openssl` with words separated by blanks, and tells whether it agreed.
    pub fn asks_openssl(&self, words: &str) -> (bool, String) {
        run(self.0.path(), "openssl", words)
    }

    /// Runs `openssl`, which must succeed.
    #[track_caller]
    pub fn openssl(&self, words: &str) {
        let (done, said) = self.asks_openssl(words);
        assert!(done, "openssl {words}: {said}");
    }

    /// A certification authority: `ca.pem` with `ca.key`.
    pub fn authority(&self, name: &str) {
        self.write(
            &format!("{name}.cnf"),
            b"[req]\ndistinguished_name=dn\nprompt=no\nx509_extensions=v3\n[dn]\nCN=Test Root CA\n\
              [v3]\nbasicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n\
              subjectKeyIdentifier=hash\n",
        );
        self.openssl(&format!(
            "req -x509 -new -newkey rsa:2048 -nodes -keyout {name}.key -out {name}.pem -days 3650 \
             -config {name}.cnf"
        ));
    }

    /// A certificate issued by the authority `ca`: `NAME.pem` with `NAME.key`.
    pub fn issued(&self, name: &str, subject: &str, new_key: &str, extensions: &str) {
        self.write(&format!("{name}.ext"), extensions.as_bytes());
        self.openssl(&format!(
            "req -new -newkey {new_key} -nodes -keyout {name}.key -out {name}.csr -utf8 -subj \
             /CN={subject}"
        ));
        self.openssl(&format!(
            "x509 -req -in {name}.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 3650 -extfile \
             {name}.ext -out {name}.pem"
        ));
    }
}

/// What a program says in a folder, and whether it ended well.
pub fn run(folder: &Path, program: &str, words: &str) -> (bool, String) {
    let output = Command::new(program)
        .args(words.split_whitespace())
        .current_dir(folder)
        .output()
        .unwrap_or_else(|error| panic!("{program}: {error}"));
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8_lossy(&said).into_owned())
}

/// Tells whether a program is installed; automation has to have it.
pub fn is_there(program: &str, question: &str) -> bool {
    match Command::new(program).arg(question).output() {
        Ok(_) => true,
        Err(error) => {
            let is_automated = std::env::var("CI").is_ok_and(|value| value == "true");
            assert!(!is_automated, "{program} must be installed: {error}");
            eprintln!("{program} is not installed, so nobody else was asked: {error}");
            false
        }
    }
}

//! Whole lives of claims, from notice to archive: two real cases, one of property and one of motor,
//! through the command line, with their final report and claim file.

use std::collections::HashMap;
use std::path::Path;

use lisuan_tests::cli::{Desk, GOOD, number_of, text_of};
use lisuan_tests::papers;
use serde_json::Value;

use crate::other_tools::{assert_sealed, text_of_pdf};

/// A life as it stands in `lives/`.
struct Life<'a> {
    desk: Desk,
    told: &'a Value,
    /// Keys of records by the names the life gives them.
    keys: HashMap<String, String>,
}

impl<'a> Life<'a> {
    fn new(told: &'a Value) -> Self {
        let desk = Desk::new();
        match told["sample"].as_str() {
            Some(sample) => desk.json(GOOD, &["new", "c.lisuan", "--sample", sample]),
            None => desk.json(GOOD, &["new", "c.lisuan"]),
        };
        Self { desk, told, keys: HashMap::new() }
    }

    fn list(&self, name: &str) -> &'a [Value] {
        self.told[name].as_array().map(Vec::as_slice).unwrap_or_default()
    }

    /// The key of a record of a kind, by its place.
    fn key_at(&self, kind: &str, n: usize) -> String {
        let list = self.desk.json(GOOD, &["record", "list", "c.lisuan", kind]);
        text_of(&list, &format!("/records/{n}/id")).unwrap_or_default().to_owned()
    }

    fn fields(&self, told: &Value) -> Vec<String> {
        let value = |text: &str| match text.strip_prefix('@') {
            Some(name) => match name.split_once(':') {
                Some((kind, n)) => self.key_at(kind, n.parse::<usize>().unwrap_or(1) - 1),
                None => self.keys.get(name).cloned().unwrap_or_default(),
            },
            None => text.to_owned(),
        };
        let fields = told.as_object().into_iter().flatten();
        fields.map(|(k, v)| format!("{k}={}", value(v.as_str().unwrap_or_default()))).collect()
    }

    fn head(&self) {
        let head = self.key_at("claim_case", 0);
        let fields = self.fields(&self.told["head"]);
        let mut args = vec!["record", "set", "c.lisuan", "claim_case", &head];
        args.extend(fields.iter().map(String::as_str));
        self.desk.json(GOOD, &args);
    }

    fn papers(&mut self) {
        for (n, paper) in self.list("papers").iter().enumerate() {
            let of = |name: &str| paper[name].as_str().unwrap_or_default();
            let pages: Vec<&str> =
                paper["pages"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            let file = format!("{}.pdf", of("name"));
            std::fs::write(self.desk.path(&file), papers::pdf(&pages)).unwrap();
            self.desk.json(GOOD, &["document", "add", "c.lisuan", &file, "--kind", of("kind")]);
            let key = self.key_at("document", n);
            let (title, source) =
                (format!("title={}", of("title")), format!("source={}", of("source")));
            let said = [title.as_str(), &source, "form=original", "signed=yes", "language=zh"];
            let args = [&["record", "set", "c.lisuan", "document", &key][..], &said].concat();
            self.desk.json(GOOD, &args);
            self.keys.insert(of("name").to_owned(), key);
        }
    }

    fn records(&mut self) {
        for record in self.list("records") {
            let fields = self.fields(&record["fields"]);
            let kind = record["kind"].as_str().unwrap_or_default();
            let mut args = vec!["record", "add", "c.lisuan", kind];
            args.extend(fields.iter().map(String::as_str));
            let made = self.desk.json(GOOD, &args);
            if let Some(name) = record["name"].as_str() {
                let key = text_of(&made, "/id").unwrap_or_default();
                self.keys.insert(name.to_owned(), key.to_owned());
            }
        }
    }

    fn report(&self, kind: &str) -> String {
        let out = format!("{kind}.pdf");
        let made = self.desk.json(GOOD, &["dossier", "c.lisuan", "-o", &out, "--report", kind]);
        assert_eq!(made["report"], kind, "{made}");
        assert_sealed(&self.desk.path(&out));
        if let Some(folder) = std::env::var_os("LISUAN_LIVES_TO") {
            // For whoever wants to look at the pages.
            let name = self.told["head"]["report_no"].as_str().unwrap_or_default();
            let to = Path::new(&folder).join(format!("{name}-{kind}.pdf"));
            std::fs::copy(self.desk.path(&out), to).unwrap();
        }
        text_of_pdf(&self.desk.path(&out))
    }
}

fn lived(told: &str) {
    let told: Value = serde_json::from_str(told).unwrap();
    let mut life = Life::new(&told);
    life.head();
    life.papers();
    life.records();
    life.desk.whole("c.lisuan");

    let sheet = life.desk.json(GOOD, &["adjust", "c.lisuan"]);
    if let Some(payable) = told["payable"].as_str() {
        assert_eq!(text_of(&sheet, "/figures/payable"), Some(payable), "{sheet}");
    }
    if let Some(settled) = told["settled"].as_str() {
        assert_eq!(text_of(&sheet, "/figures/settled"), Some(settled), "{sheet}");
    }
    let matrix = life.desk.json(GOOD, &["matrix", "c.lisuan"]);
    assert_eq!(number_of(&matrix, "/ready"), told["ready"].as_u64().unwrap(), "{matrix}");

    let (whole, last) = (life.report("file"), life.report("final"));
    let says = |text: &str, list: &str| {
        let words = told[list].as_array().into_iter().flatten().filter_map(Value::as_str);
        words.map(|word| (word.to_owned(), text.contains(word))).collect::<Vec<_>>()
    };
    for (word, there) in says(&whole, "file") {
        assert!(there, "the claim file says {word}");
    }
    for (word, there) in says(&last, "final") {
        assert!(there, "the final report says {word}");
    }
    for (word, there) in says(&last, "kept_from_final") {
        assert!(!there, "{word} is not for everyone who reads the final report");
    }
}

#[test]
fn the_power_plant_from_notice_to_archive() {
    lived(include_str!("lives/power-plant.json"));
}

#[test]
fn the_embankment_from_notice_to_archive() {
    lived(include_str!("lives/embankment.json"));
}

#[test]
fn a_fire_of_solar_modules_from_notice_to_archive() {
    lived(include_str!("lives/solar-fire.json"));
}

#[test]
fn a_collision_from_notice_to_archive() {
    lived(include_str!("lives/motor.json"));
}

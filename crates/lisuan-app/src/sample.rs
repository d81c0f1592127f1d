//! The two sample cases: real facts, made through the same verbs a person uses.

use std::collections::BTreeMap;
use std::path::Path;

use crate::error::{Code, Error, Result};
use crate::wire::{CaseView, Edit, Settings};
use crate::words::Words;
use crate::{App, open};

/// The sample cases there are.
const SAMPLES: [&str; 2] = ["power-plant", "embankment"];

type Fields = BTreeMap<String, String>;

impl App {
    /// Makes a sample case in the library folder and opens it.
    pub fn sample_in_library(&self, which: &str, language: &str) -> Result<CaseView> {
        let folder = self.home.library.clone();
        self.home.make(&folder)?;
        let claim_no = if which == "power-plant" { "EAR-SEED-01" } else { "CAR-SUHUAI-02" };
        self.sample(&open::free_name(&folder, &[claim_no]), which, language)
    }

    /// Makes a sample case under a path and opens it.
    pub fn sample(&self, path: &Path, which: &str, language: &str) -> Result<CaseView> {
        if !SAMPLES.contains(&which) {
            return Err(Error::new(Code::NoSuchSample).with("which", which));
        }
        let sample = Sample { app: self, words: Words::of(language), which };
        let made = match which {
            "power-plant" => sample.power_plant(path),
            _ => sample.embankment(path),
        };
        if let Err(error) = made {
            // Half a sample would look like a whole one.
            let _ = self.close();
            if error.code != Code::Exists {
                let _ = std::fs::remove_file(path);
            }
            return Err(error);
        }
        self.current()?.ok_or_else(|| Error::new(Code::NoCaseOpen))
    }

    /// The language new things are written in.
    pub fn settings(&self) -> Settings {
        crate::settings::load_settings(&self.home)
    }
}

struct Sample<'a> {
    app: &'a App,
    words: Words,
    which: &'a str,
}

impl Sample<'_> {
    fn say(&self, name: &str) -> String {
        self.words.say(&format!("sample-{}-{name}", self.which), &[])
    }

    /// The erection case of the slides: a recovery before the settlement, and a compromise.
    fn power_plant(&self, path: &Path) -> Result<()> {
        let mut head = self.head(&["insured", "insurer", "loss-place"]);
        head.extend(self.head(&["cause", "course", "liability"]));
        head.extend(fields(&[
            ("claim_no", "EAR-SEED-01"),
            ("policy_from", "2002-08-21"),
            ("policy_to", "2003-08-20"),
            ("line_of_business", "ear"),
            ("loss_date", "2003-08-09"),
            ("handover_date", "2003-04-05"),
            ("role", "broker"),
            ("zone", "+08:00"),
        ]));
        self.app.new_case(path, &head)?;
        let mut edits = vec![add(
            "policy_item",
            Some("sets"),
            &[("name", &self.say("item-name")), ("sum_insured", "5000000"), ("currency", "USD")],
        )];
        for (item, amount) in [("line-equipment", "12000000"), ("line-expenses", "8000000")] {
            edits.push(add(
                "loss_line",
                None,
                &[
                    ("item", &self.say(item)),
                    ("policy_item", "@sets"),
                    ("claimed_amount", amount),
                    ("assessed_amount", amount),
                ],
            ));
        }
        edits.push(add(
            "recovery",
            None,
            &[
                ("from_whom", &self.say("recovery-from")),
                ("amount", "16000000"),
                ("ground", &self.say("recovery-ground")),
            ],
        ));
        edits.push(add(
            "settlement",
            None,
            &[
                ("kind", "compromise"),
                ("amount", "2000000"),
                ("reason", &self.say("settlement-reason")),
            ],
        ));
        // The source dates none of these; the notes carry the day the sample was made.
        let today = crate::clock::now().to_string();
        edits.extend(self.notes(&[today.as_str(); 5]));
        self.app.edit("sample", "EAR-SEED-01", &edits)?;
        self.photos(lisuan_assets::PHOTOS_POWER_PLANT, 2)
    }

    /// The embankment case: quantity expressions times a tender price, with the misprint of the
    /// published report kept.
    fn embankment(&self, path: &Path) -> Result<()> {
        let mut head = self.head(&["insured", "loss-place", "cause", "course", "liability"]);
        head.extend(fields(&[
            ("claim_no", "CAR-SUHUAI-02"),
            ("line_of_business", "car"),
            ("role", "adjuster"),
            ("zone", "+08:00"),
        ]));
        self.app.new_case(path, &head)?;
        let mut edits = vec![add(
            "unit_price",
            Some("price"),
            &[
                ("item", &self.say("price-item")),
                ("unit", "m3"),
                ("amount", "21.50"),
                ("basis", "contract-boq"),
                ("source", &self.say("price-source")),
            ],
        )];
        let sandy = ("K172+331.5~K175+447", "1910");
        let other = ("K175+444.5~K179+004.26", "3200");
        let sheet = [
            ("1910×2×0.15×2", "1146", "24639", sandy),
            ("1910×44×0.05", "4402", "90343", sandy),
            ("3200×2×0.06×2", "768", "16512", other),
            ("3200×44×0.01", "1408", "30272", other),
        ];
        for (n, (expression, quantity, amount, (stretch, length))) in sheet.iter().enumerate() {
            let (item, name) = (self.say(&format!("item-{}", n + 1)), format!("q{n}"));
            edits.push(add(
                "measurement",
                Some(&name),
                &[
                    ("item", &item),
                    ("location", stretch),
                    ("expression", expression),
                    ("unit", "m3"),
                    ("stated_quantity", quantity),
                    ("stated_length", length),
                ],
            ));
            edits.push(add(
                "loss_line",
                None,
                &[
                    ("item", &item),
                    ("location", stretch),
                    ("measurement", &format!("@{name}")),
                    ("price", "@price"),
                    ("claimed_quantity", quantity),
                    ("claimed_price", "21.50"),
                    ("claimed_amount", amount),
                ],
            ));
        }
        // The source gives no date; the notes carry the day the sample was made.
        let today = crate::clock::now().to_string();
        edits.extend(self.notes(&[&today, &today, &today]));
        self.app.edit("sample", "CAR-SUHUAI-02", &edits)?;
        self.photos(lisuan_assets::PHOTOS_EMBANKMENT, 4)
    }

    fn head(&self, names: &[&str]) -> Fields {
        names.iter().map(|name| (name.replace('-', "_"), self.say(name))).collect()
    }

    fn notes(&self, times: &[&str]) -> Vec<Edit> {
        let note = |(n, at): (usize, &&str)| {
            let text = self.say(&format!("note-{}", n + 1));
            add("note", None, &[("at", at), ("text", &text), ("kind", "survey")])
        };
        times.iter().enumerate().map(note).collect()
    }

    /// Takes the photos in through files, as a person does, and links them to the loss lines.
    fn photos(&self, photos: &[(&str, &[u8])], lines: usize) -> Result<()> {
        let folder =
            tempfile::tempdir().map_err(|error| Error::io(&std::env::temp_dir(), error))?;
        let mut paths = Vec::new();
        for (name, bytes) in photos {
            let path = folder.path().join(name);
            std::fs::write(&path, bytes).map_err(|error| Error::io(&path, error))?;
            paths.push(path);
        }
        self.app.add_photos(&paths, &|_| (), &|| false)?;
        let (photos, lines) = self.app.with_session(|session| {
            let photos: Vec<String> =
                session.case.photos.iter().map(|photo| photo.id.to_string()).collect();
            let ids = session.case.lines.iter().take(lines).map(|line| line.id.to_string());
            Ok((photos, ids.collect::<Vec<String>>()))
        })?;
        let mut edits = Vec::new();
        for (n, photo) in photos.iter().enumerate() {
            let caption = self.say(&format!("caption-{}", n + 1));
            edits.push(Edit::Set {
                kind: "photo".to_owned(),
                id: photo.clone(),
                field: "caption".to_owned(),
                value: Some(caption),
            });
            let line = &lines[n % lines.len()];
            edits.push(add("line_photo", None, &[("line", line), ("photo", photo)]));
        }
        self.app.edit("link-photos", "", &edits)?;
        Ok(())
    }
}

fn fields(list: &[(&str, &str)]) -> Fields {
    list.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn add(kind: &str, name: Option<&str>, list: &[(&str, &str)]) -> Edit {
    Edit::Add { kind: kind.to_owned(), fields: fields(list), name: name.map(str::to_owned) }
}

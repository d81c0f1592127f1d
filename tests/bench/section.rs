//! The jobs, each beside its peers.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use serde_json::Value;

use crate::job::Job;
use crate::meter::Usage;
use crate::options::Options;
use crate::photo_set::{MEGAPIXELS, PhotoSet};
use crate::report::{Row, Section, Target};
use crate::{
    Place, Result, adjust, boq, create, handover, large, merge, peer, remove, seal, start, stats,
    store,
};

/// Processor time of one photo of 12 megapixels, storing included, in milliseconds.
const PHOTO_CPU_MS_MAX: f64 = 80.0;
/// Processor time of the same by that of the peers together.
const PEERS_CPU_SHARE_MAX: f64 = 0.4;
/// Time of an encrypted case by that of a plain one: 0.6 of its speed.
const ENCRYPTED_TIMES_MAX: f64 = 1.0 / 0.6;
/// Memory of an export, whatever the number of photos.
const EXPORT_PEAK_MB_MAX: f64 = 100.0;
/// From the choice of a case to its rows.
const OPEN_WALL_MS_MAX: f64 = 100.0;
/// From one corrected figure to everything that follows from it.
const EDIT_WALL_MS_MAX: f64 = 15.0;
/// A peer that is slower than that is not waited for.
const REPORTLAB_LIMIT: Duration = Duration::from_secs(60);
const VIPS: &str = "vipsthumbnail";

/// What is on disk for all jobs.
struct Bench<'a> {
    options: &'a Options,
    place: &'a Place,
    home: PathBuf,
    case: PathBuf,
    photos: PhotoSet,
}

/// Measures the parts that are wanted.
pub fn measure(options: &Options, place: &Place) -> Result<Vec<Section>> {
    let mut sections = Vec::new();
    let wants_any = |parts: &[&str]| parts.iter().any(|part| options.wants(part));
    if wants_any(&["photos", "store", "dossier", "case"]) {
        eprintln!("making {} photos", options.photos);
        let bench = Bench {
            options,
            place,
            home: place.scratch.join("home"),
            case: place.scratch.join("bench.lisuan"),
            photos: PhotoSet::make(&place.scratch.join("photos"), options.photos)?,
        };
        if wants_any(&["photos", "dossier", "case"]) {
            let photos = bench.photos()?;
            sections.extend(options.wants("photos").then_some(photos));
        }
        if options.wants("store") {
            sections.push(store::measure(options, place, &bench.home, &bench.photos)?);
        }
        if options.wants("dossier") {
            sections.push(bench.dossier()?);
        }
        if options.wants("case") {
            sections.extend(bench.large_case()?);
        }
    }
    if options.wants("large") {
        sections.extend(large::measure(options, place)?);
    }
    if options.wants("adjust") {
        sections.push(adjust::section(options, place)?);
    }
    if options.wants("boq") {
        sections.push(boq::measure(options, place)?);
    }
    if options.wants("merge") {
        sections.push(merge::measure(options, place)?);
    }
    if options.wants("handover") {
        sections.push(handover::measure(options, place)?);
    }
    if options.wants("seal") {
        sections.push(seal::measure(options, place)?);
    }
    if options.wants("stats") {
        sections.push(stats::measure(options, place)?);
    }
    if options.wants("start") {
        sections.push(cold_start(options, place)?);
    }
    Ok(sections)
}

/// Runs a job as often as asked for: the median of its figures, and all that it said last.
pub fn repeat(what: &str, runs: usize, one: impl Fn() -> Result<Value>) -> Result<(Usage, Value)> {
    let (mut taken, mut last) = (Vec::new(), Value::Null);
    for run in 1..=runs {
        eprintln!("{what}: {run} of {runs}");
        last = one()?;
        taken.push(Usage::from_json(&last));
    }
    Ok((Usage::median(&taken), last))
}

impl Bench<'_> {
    /// Photos into a new case; the last one stays for what follows. Without a wish for the figures
    /// it is done once, for that case.
    fn photos(&self) -> Result<Section> {
        let (options, set) = (self.options, &self.photos);
        let wanted = options.wants("photos");
        let runs = if wanted { options.runs } else { 1 };
        let (usage, _) = repeat("photos into a case", runs, || {
            remove(&self.case)?;
            Job::new("add-photos", &[&self.home, &self.case])?.with(&set.files).run()
        })?;
        let per_12_mp = |usage: &Usage| {
            let cpu_ms = usage.cpu_ms? / set.files.len() as f64;
            Some(cpu_ms * MEGAPIXELS / set.megapixels)
        };
        let each = |usage: &Usage| -> Vec<(String, f64)> {
            let per_photo = usage.cpu_ms.map(|ms| ms / set.files.len() as f64);
            let per_photo = per_photo.map(|ms| ("CPU-ms per photo".to_owned(), ms));
            let scaled = per_12_mp(usage).map(|ms| ("per 12 MP".to_owned(), ms));
            per_photo.into_iter().chain(scaled).collect()
        };
        let target =
            Target { name: "CPU-ms per 12 MP", value: per_12_mp(&usage), max: PHOTO_CPU_MS_MAX };
        let mut rows =
            vec![Row { each: each(&usage), target: Some(target), ..Row::ours("Lisuan", usage) }];
        if wanted {
            rows.push(self.encrypted_photos(usage)?);
            rows.extend(self.photo_peers()?.into_iter().map(|row| {
                let each = row.taken.as_ref().map(each).unwrap_or_default();
                let theirs = row.taken.as_ref().ok().and_then(|theirs| theirs.cpu_ms);
                let share = usage.cpu_ms.zip(theirs).map(|(ours, theirs)| ours / theirs);
                let target = row.peer.then_some(Target {
                    name: "our CPU ÷ theirs",
                    value: share,
                    max: PEERS_CPU_SHARE_MAX,
                });
                Row { each, target, ..row }
            }));
        }
        Ok(Section {
            title: format!(
                "{} photos into a case: hash, EXIF, upright 1600 and 320 px, stored durably; \
                 {:.1} MP each, {:.0} MB",
                set.files.len(),
                set.megapixels,
                set.megabytes
            ),
            rows,
            notes: vec![
                format!("made of {}", set.sources),
                "helper: the largest decoder process, whose time is counted; the peers hash with \
                 sha256sum and read no EXIF"
                    .to_owned(),
            ],
        })
    }

    /// The same photos into an encrypted case.
    fn encrypted_photos(&self, plain: Usage) -> Result<Row> {
        let case = self.place.scratch.join("encrypted.lisuan");
        let (usage, _) = repeat("photos into an encrypted case", self.options.runs, || {
            remove(&case)?;
            Job::new("add-photos-encrypted", &[&self.home, &case])?.with(&self.photos.files).run()
        })?;
        remove(&case)?;
        let times = (plain.wall_ms > 0.0).then(|| usage.wall_ms / plain.wall_ms);
        let name = "times the plain case, wall";
        let target = Some(Target { name, value: times, max: ENCRYPTED_TIMES_MAX });
        Ok(Row { target, ..Row::ours("Lisuan, encrypted at rest", usage) })
    }

    fn photo_peers(&self) -> Result<Vec<Row>> {
        let (runs, files) = (self.options.runs, &self.photos.files);
        let mut rows = Vec::new();
        let mut parts = Vec::new();
        let mut push = |who: &str, taken: Option<Usage>| {
            parts.push(taken);
            rows.push(match taken {
                Some(usage) => Row::ours(who, usage),
                None => Row::without(who, "not installed"),
            });
        };
        let folder = self.place.scratch.join("vips");
        create(&folder)?;
        let vips = |side: &str, from: &str, to: &str, files: &[PathBuf]| -> Result<Value> {
            let Some(program) = peer::find(VIPS) else { return Ok(Value::Null) };
            let out = folder.join(format!("%s{to}.jpg[Q=80]"));
            let options = ["-s".into(), side.into(), "-o".into(), out.into_os_string()];
            let from = |file: &PathBuf| match from {
                "" => file.clone().into_os_string(),
                end => {
                    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
                    folder.join(format!("{stem}{end}.jpg")).into_os_string()
                }
            };
            let words: Vec<_> = options.into_iter().chain(files.iter().map(from)).collect();
            peer::measure(peer::LIMIT, &program, words)
        };
        let both = || -> Result<Value> {
            let large = Usage::from_json(&vips("1600", "", "-1600", files)?);
            // From the smaller copy, as a careful user of the tool would.
            let small = Usage::from_json(&vips("320", "-1600", "-320", files)?);
            Ok(large.then(&small).json())
        };
        let there = peer::find(VIPS).is_some();
        push(
            "vipsthumbnail, 1600 and 320 px",
            if there { Some(repeat(VIPS, runs, both)?.0) } else { None },
        );
        let sums = peer::find("sha256sum");
        let sums = sums.map(|program| {
            repeat("sha256sum", runs, || peer::measure(peer::LIMIT, &program, files))
        });
        push("sha256sum", sums.transpose()?.map(|(usage, _)| usage));
        let copies = self.place.scratch.join("copies");
        let copy = || {
            remove(&copies)?;
            create(&copies)?;
            Job::new("copy", &[&copies])?.with(files).run()
        };
        push("copy and fsync", Some(repeat("copy", runs, copy)?.0));
        remove(&copies)?;
        remove(&folder)?;
        // Half a sum would look like a whole one.
        let parts: Option<Vec<Usage>> = parts.into_iter().collect();
        let sum = parts.and_then(|parts| parts.into_iter().reduce(|sum, next| sum.then(&next)));
        if let Some(sum) = sum {
            rows.push(Row::peer("these three together", sum));
        }
        Ok(rows)
    }

    /// The sealed dossier with every original.
    fn dossier(&self) -> Result<Section> {
        let (options, count) = (self.options, self.photos.files.len());
        let out = self.place.scratch.join("dossier.pdf");
        let (usage, said) = repeat("dossier", options.runs, || {
            Job::new("export-dossier", &[&self.home, &self.case, &out])?.run()
        })?;
        remove(&out)?;
        let target = Target { name: "peak MB", value: usage.peak_mb, max: EXPORT_PEAK_MB_MAX };
        let per_photo = |usage: &Usage| -> Vec<(String, f64)> {
            let cpu = usage.cpu_ms.map(|ms| ("CPU-ms per photo".to_owned(), ms / count as f64));
            cpu.into_iter().collect()
        };
        let mut rows = vec![Row {
            each: per_photo(&usage),
            target: Some(target),
            ..Row::ours("Lisuan", usage)
        }];
        let python = peer::Python::environment(self.place);
        match &python {
            Ok(python) => {
                rows.push(self.img2pdf(python, &out)?);
                if !options.quick {
                    rows.push(self.reportlab(python, &out)?);
                }
            }
            Err(why) => {
                rows.push(Row::without("img2pdf, reportlab", format!("not installed: {why}")))
            }
        }
        remove(&out)?;
        Ok(Section {
            title: format!(
                "dossier of a case with {count} originals: {} pages, {:.0} MB",
                said["pages"],
                said["megabytes"].as_f64().unwrap_or_default()
            ),
            rows,
            notes: vec![
                "ours hashes every original again, hashes the file while it is written, seals and \
                 judges it; the peers only put pictures on pages"
                    .to_owned(),
            ],
        })
    }

    fn img2pdf(&self, python: &peer::Python, out: &Path) -> Result<Row> {
        let (usage, said) = repeat("img2pdf", self.options.runs, || {
            remove(out)?;
            let program = python.program("img2pdf");
            let words = [Path::new("--output"), out].into_iter();
            let files = self.photos.files.iter().map(PathBuf::as_path);
            peer::measure(peer::LIMIT, &program, words.chain(files))
        })?;
        Ok(Row { stopped: said["stopped"] == true, ..Row::peer("img2pdf", usage) })
    }

    fn reportlab(&self, python: &peer::Python, out: &Path) -> Result<Row> {
        remove(out)?;
        let words = [Path::new("-c"), Path::new(peer::REPORTLAB_PAGES), out].into_iter();
        let files = self.photos.files.iter().map(PathBuf::as_path);
        let (usage, said) = repeat("reportlab", 1, || {
            let words = words.clone().chain(files.clone());
            peer::measure(REPORTLAB_LIMIT, &python.program("python"), words)
        })?;
        let stopped = said["stopped"] == true;
        Ok(Row { stopped, ..Row::peer("reportlab, one run", usage) })
    }

    /// A case with many lines: opening it, and one edit in it.
    fn large_case(&self) -> Result<Vec<Section>> {
        let options = self.options;
        eprintln!("filling the case with {} lines", options.lines);
        let lines = PathBuf::from(options.lines.to_string());
        let filled = Job::new("fill", &[&self.home, &self.case, &lines])?.run()?;
        let (usage, said) = repeat("opening the case", options.runs, || {
            Job::new("open", &[&self.home, &self.case])?.run()
        })?;
        let size = format!("a case with {} photos and {} lines", said["photos"], said["lines"]);
        let target = Target { name: "wall ms", value: Some(usage.wall_ms), max: OPEN_WALL_MS_MAX };
        let ours = Row { target: Some(target), ..Row::ours("Lisuan", usage) };
        let opening = Section {
            title: format!("opening {size}"),
            rows: vec![ours, self.read_rows()?],
            notes: vec![
                "ours checks the schema and every value, takes the lock, computes every line, \
                 finding and figure; Python's sqlite3 opens the file, reads the same rows and does \
                 nothing with them"
                    .to_owned(),
            ],
        };
        let (usage, _) = repeat("editing the case", options.runs, || {
            Job::new("edit", &[&self.home, &self.case])?.run()
        })?;
        let target = Target { name: "wall ms", value: Some(usage.wall_ms), max: EDIT_WALL_MS_MAX };
        let target = Some(target);
        let fill = Row::ours("filling it, 50 lines an edit", Usage::from_json(&filled));
        let editing = Section {
            title: format!("one edit in {size}: on disk, everything that follows computed anew"),
            rows: vec![Row { target, ..Row::ours("Lisuan", usage) }, fill],
            notes: Vec::new(),
        };
        Ok(vec![opening, editing])
    }

    fn read_rows(&self) -> Result<Row> {
        let who = "sqlite3 of Python, rows only";
        let Some(python) = peer::find("python3").or_else(|| peer::find("python")) else {
            return Ok(Row::without(who, "not installed"));
        };
        let (usage, said) = repeat("sqlite3", self.options.runs, || {
            let mut read = Command::new(&python);
            let output = read.args(["-c", peer::READ_ROWS]).arg(&self.case).output()?;
            Ok(serde_json::from_slice(&output.stdout)?)
        })?;
        let each = vec![("rows".to_owned(), said["rows"].as_f64().unwrap_or_default())];
        Ok(Row { each, ..Row::peer(who, usage) })
    }
}

/// The window, from the start of its process to the first screen.
fn cold_start(options: &Options, place: &Place) -> Result<Section> {
    let row = match start::ready() {
        Err(why) => Row::without("Lisuan", format!("not measured: {why}")),
        Ok(window) => {
            let home = place.scratch.join("start");
            let (usage, _) = repeat("starting the window", options.runs, || {
                remove(&home)?;
                Job::new("start", &[&home])?.env("LISUAN_WINDOW_BIN", &window).run()
            })?;
            Row::ours("Lisuan", usage)
        }
    };
    Ok(Section {
        title: "the window from its start to the first screen that can be used".to_owned(),
        rows: vec![row],
        notes: vec![
            "in an empty home, files in the system's cache, driven through WebKitWebDriver; memory \
             of all its processes added up"
                .to_owned(),
        ],
    })
}

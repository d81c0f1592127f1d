//! One job in a process of its own. The process prints its figures as one line of JSON.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use lisuan_app::wire::ReportRequest;
use lisuan_app::{App, DossierOptions, Home};
use serde_json::{Value, json};

use crate::meter::{Meter, Usage, helper_peak_mb, median, ms, own_peak_mb};
use crate::{Result, adjust, boq, case, handover, large, merge, peer, seal, start, stats, store};

/// The first argument of a process that does a job.
pub const ARGUMENT: &str = "--job";

/// Edits that are timed one by one.
const EDITS: usize = 21;

/// A job to be started.
pub struct Job {
    command: Command,
    name: String,
}

impl Job {
    /// The job of that name with its arguments.
    pub fn new(name: &str, arguments: &[&Path]) -> Result<Self> {
        let mut command = Command::new(std::env::current_exe()?);
        command.args([ARGUMENT, name]).args(arguments);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::inherit());
        Ok(Self { command, name: name.to_owned() })
    }

    /// With further arguments.
    pub fn with(
        mut self,
        arguments: impl IntoIterator<Item = impl AsRef<std::ffi::OsStr>>,
    ) -> Self {
        self.command.args(arguments);
        self
    }

    /// With a variable of the environment.
    pub fn env(mut self, name: &str, value: &Path) -> Self {
        self.command.env(name, value);
        self
    }

    /// Runs it and gives its figures: those of [`Usage`] and what else the job says.
    pub fn run(mut self) -> Result<Value> {
        let output = self.command.output()?;
        if !output.status.success() {
            return Err(format!("the job {} ended with {}", self.name, output.status).into());
        }
        Ok(serde_json::from_slice(&output.stdout)?)
    }
}

/// Does the job that the arguments name and prints its figures.
pub fn run(words: &[String]) -> Result<()> {
    let paths: Vec<PathBuf> = words.iter().skip(1).map(PathBuf::from).collect();
    let paths: Vec<&Path> = paths.iter().map(PathBuf::as_path).collect();
    let figures = match (words.first().map(String::as_str).unwrap_or_default(), paths.as_slice()) {
        ("add-photos", [home, case, photos @ ..]) => add_photos(home, case, photos, false)?,
        ("add-photos-encrypted", [home, case, photos @ ..]) => {
            add_photos(home, case, photos, true)?
        }
        ("export-dossier", [home, case, out]) => export_dossier(home, case, out)?,
        ("fill", [home, case, lines]) => fill(home, case, lines)?,
        ("open", [home, case]) => open(home, case)?,
        ("edit", [home, case]) => edit(home, case)?,
        ("small-originals", arguments) => large::small_originals(arguments)?,
        ("rate", [home, case]) => large::rate(home, case)?,
        ("sheet", [home, case]) => large::driven("sheet", home, case, &[])?,
        ("keys", [home, case, photos @ ..]) => large::driven("keys", home, case, photos)?,
        ("read-boq", [home, bill]) => boq::read(home, bill)?,
        ("adjust", []) => adjust::whole()?,
        ("adjust-edit", []) => adjust::edits()?,
        ("workbook", [out]) => adjust::workbook(out)?,
        ("seal", [file, byte_range_at, contents_at]) => {
            seal::seal(file, byte_range_at, contents_at)?
        }
        ("verify", [file]) => seal::judge(file)?,
        ("make-package", [home, package, megabytes]) => handover::make(home, package, megabytes)?,
        ("receive", [home, package, folder]) => handover::receive(home, package, folder)?,
        ("merge-case", [case]) => merge::make(case)?,
        ("merge", [case]) => merge::take_in(case)?,
        ("stats-library", [home, folder, count]) => stats::library(home, folder, count)?,
        ("statistics", [home, folder]) => stats::statistics(home, folder)?,
        ("start", [home]) => start::measure(home)?,
        ("run", [limit, program, arguments @ ..]) => peer::run(limit, program, arguments)?,
        ("copy", [folder, files @ ..]) => peer::copy(folder, files)?,
        ("copy-hashed", [folder, files @ ..]) => store::copy_hashed(folder, files)?,
        (other, _) => return Err(format!("no such job, or not its arguments: {other:?}").into()),
    };
    println!("{figures}");
    Ok(())
}

fn program(home: &Path) -> App {
    App::new(Home::under(home))
}

/// Takes the photos into a new case and closes it, which brings everything into the one file.
fn add_photos(home: &Path, case: &Path, photos: &[&Path], encrypt: bool) -> Result<Value> {
    let sources: Vec<PathBuf> = photos.iter().map(|photo| photo.to_path_buf()).collect();
    let app = program(home);
    if encrypt {
        app.new_encrypted_case(case, &case::head(), "a passphrase of the benchmark", false)?;
    } else {
        app.new_case(case, &case::head())?;
    }
    let meter = Meter::start();
    let added = app.add_photos(&sources, &|_| (), &|| false)?;
    app.close()?;
    let memory = (own_peak_mb(), helper_peak_mb());
    // The decoders end with the program; only then is their time known.
    drop(app);
    if added.added != sources.len() as u64 {
        return Err(format!("{} of {} photos came in", added.added, sources.len()).into());
    }
    Ok(with_memory(meter.stop(), memory).json())
}

fn export_dossier(home: &Path, case: &Path, out: &Path) -> Result<Value> {
    let app = program(home);
    app.open(case)?;
    let options = DossierOptions { report: ReportRequest::default(), out: out.to_owned() };
    let meter = Meter::start();
    let dossier = app.export_dossier(&options, &|_| (), &|| false)?;
    let usage = with_memory(meter.stop(), (own_peak_mb(), None));
    app.close()?;
    let mut figures = usage.json();
    figures["pages"] = json!(dossier.pages);
    figures["megabytes"] = json!(dossier.bytes as f64 / 1e6);
    Ok(figures)
}

fn fill(home: &Path, case: &Path, lines: &Path) -> Result<Value> {
    let app = program(home);
    app.open(case)?;
    let meter = Meter::start();
    case::fill(&app, lines.to_string_lossy().parse()?)?;
    app.close()?;
    Ok(with_memory(meter.stop(), (own_peak_mb(), None)).json())
}

/// Opens a case in a fresh program; what a window asks for when a person chooses it.
fn open(home: &Path, case: &Path) -> Result<Value> {
    let app = program(home);
    let meter = Meter::start();
    let view = app.open(case)?;
    let usage = with_memory(meter.stop(), (own_peak_mb(), None));
    let mut figures = usage.json();
    let rows = |kind: &str| view.rows.get(kind).map_or(0, Vec::len);
    figures["lines"] = json!(rows("loss_line"));
    figures["photos"] = json!(rows("photo"));
    app.close()?;
    Ok(figures)
}

/// Corrects one figure after the other; each is on disk, with everything that follows from it
/// computed anew, when the call returns.
fn edit(home: &Path, case: &Path) -> Result<Value> {
    let app = program(home);
    let view = app.open(case)?;
    let measurements = view.rows.get("measurement").map(Vec::as_slice).unwrap_or_default();
    let step = (measurements.len() / EDITS).max(1);
    let mut walls = Vec::new();
    let meter = Meter::start();
    for (n, measurement) in measurements.iter().step_by(step).take(EDITS).enumerate() {
        let begun = Instant::now();
        app.edit("edit", "", &[case::correction(&measurement.id, n)])?;
        walls.push(ms(begun.elapsed()));
    }
    let all = with_memory(meter.stop(), (own_peak_mb(), None));
    app.close()?;
    let wall_ms = median(&walls).ok_or("there is no measurement to correct")?;
    let cpu_ms = all.cpu_ms.map(|ms| ms / walls.len() as f64);
    Ok(Usage { wall_ms, cpu_ms, ..all }.json())
}

/// Figures with the memory that was found at the end.
pub fn with_memory(usage: Usage, (own, helper): (Option<f64>, Option<f64>)) -> Usage {
    Usage { peak_mb: own, helper_peak_mb: helper, ..usage }
}

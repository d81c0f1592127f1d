//! Other tools that do a part of the job, on the same files.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::job::Job;
use crate::meter::{Meter, Usage, waited_peak_mb};
use crate::{Place, Result, at, create, remove};

const PAUSE: Duration = Duration::from_millis(5);
/// No tool may take longer for one job.
pub const LIMIT: Duration = Duration::from_secs(900);

/// Versions that are compared with.
const IMG2PDF: &str = "img2pdf==0.6.3";
const REPORTLAB: &str = "reportlab==5.1.0";
const OPENPYXL: &str = "openpyxl==3.1.5";
/// Merges SQLite files.
pub const GEODIFF: &str = "pygeodiff==2.3.2";

/// A table, its two changed copies and what geodiff makes of them; starting Python and making the
/// files is not counted.
pub const GEODIFF_REBASE: &str = "
import json, os, resource, shutil, sqlite3, sys, time
import pygeodiff
folder, records, each, both = sys.argv[1], *map(int, sys.argv[2:5])
base, ours, theirs, conflict = (os.path.join(folder, n) for n in
    ('base.gpkg', 'ours.gpkg', 'theirs.gpkg', 'conflict.json'))
db = sqlite3.connect(base)
db.execute('CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT, place TEXT)')
db.executemany('INSERT INTO note VALUES (?, ?, ?)', ((n, f'note {n}', 'here') for n in range(records)))
db.commit(); db.close()
def side(path, first, word):
    shutil.copy(base, path)
    db = sqlite3.connect(path)
    db.executemany('UPDATE note SET text = ? WHERE id = ?',
        ((f'{word} {n}', (first + n) % records) for n in range(each)))
    db.commit(); db.close()
side(ours, 0, 'ours'); side(theirs, each - both, 'theirs')
wall, cpu = time.perf_counter(), time.process_time()
pygeodiff.GeoDiff().rebase(base, theirs, ours, conflict)
wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
found = json.load(open(conflict))['geodiff'] if os.path.exists(conflict) else []
print(json.dumps({'wall_ms': wall * 1e3, 'cpu_ms': cpu * 1e3, 'conflicts': len(found),
    'peak_mb': resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3}))";

/// One photo a page, JPEG as it is. Without `useA85` it does not turn pictures into text, which
/// makes it slower and its files larger.
pub const REPORTLAB_PAGES: &str = "
import sys
from reportlab import rl_config
rl_config.useA85 = 0
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas
page = canvas.Canvas(sys.argv[1], pagesize=A4)
for photo in sys.argv[2:]:
    page.drawImage(photo, 40, 40, A4[0] - 80, A4[1] - 80, preserveAspectRatio=True)
    page.showPage()
page.save()";

/// Every row of the tables that are read when a case is opened, and nothing done with them. The
/// figures are taken inside, because starting Python is no part of reading. Python's module and
/// not the crate of the store: that one is the store's alone.
pub const READ_ROWS: &str = "
import json, sqlite3, sys, time
wall, cpu = time.perf_counter(), time.process_time()
case = sqlite3.connect(sys.argv[1])
names = [n for n, in case.execute(\"SELECT name FROM sqlite_schema WHERE type = 'table'\")]
left_out = {'content', 'preview', 'operation_change', 'operation_parent'}
rows = [case.execute(f'SELECT * FROM {n}').fetchall() for n in names if n not in left_out]
print(json.dumps({
    'wall_ms': (time.perf_counter() - wall) * 1e3, 'cpu_ms': (time.process_time() - cpu) * 1e3,
    'rows': sum(map(len, rows))}))";

/// The path of a program in one of the folders of PATH.
pub fn find(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(&file)).find(|file| file.is_file())
}

/// Programs of Python packages, installed once into a folder of their own.
pub struct Python {
    programs: PathBuf,
}

impl Python {
    /// Makes the environment when it is not there yet; the network is needed for that once.
    pub fn environment(place: &Place) -> Result<Self> {
        let programs = place.tools.join(if cfg!(windows) { "Scripts" } else { "bin" });
        let done = place.tools.join("installed");
        let wanted = format!("{IMG2PDF} {REPORTLAB} {OPENPYXL} {GEODIFF}");
        if std::fs::read_to_string(&done).ok().as_deref() != Some(&wanted) {
            eprintln!("installing {wanted} into {}", place.tools.display());
            remove(&place.tools)?;
            create(&place.tools)?;
            let python = find("python3").or_else(|| find("python")).ok_or("there is no Python")?;
            succeed(Command::new(python).args(["-m", "venv"]).arg(&place.tools))?;
            let install =
                ["-m", "pip", "install", "--quiet", IMG2PDF, REPORTLAB, OPENPYXL, GEODIFF];
            succeed(Command::new(programs.join("python")).args(install))?;
            std::fs::write(&done, wanted).map_err(|error| at(&done, &error))?;
        }
        Ok(Self { programs })
    }

    /// A program of the environment.
    pub fn program(&self, name: &str) -> PathBuf {
        self.programs.join(name)
    }
}

fn succeed(command: &mut Command) -> Result<()> {
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).status()?;
    if status.success() { Ok(()) } else { Err(format!("{command:?} ended with {status}").into()) }
}

/// Measures a program with its arguments; the figures say `stopped` when it took too long.
pub fn measure<I, S>(limit: Duration, program: &Path, arguments: I) -> Result<Value>
where
    I: IntoIterator<Item = S>,
    S: AsRef<std::ffi::OsStr>,
{
    let limit = PathBuf::from(limit.as_secs().to_string());
    Job::new("run", &[&limit, program])?.with(arguments).run()
}

/// The job of [`measure`]: this process starts nothing else, so what waiting for the program tells
/// is the program's alone.
pub fn run(limit: &Path, program: &Path, arguments: &[&Path]) -> Result<Value> {
    let limit = Duration::from_secs(limit.to_string_lossy().parse()?);
    let (meter, begun) = (Meter::start(), Instant::now());
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .spawn()
        .map_err(|error| at(program, &error))?;
    let mut stopped = false;
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        if begun.elapsed() > limit {
            stopped = true;
            child.kill()?;
            break child.wait()?;
        }
        std::thread::sleep(PAUSE);
    };
    if !stopped && !status.success() {
        return Err(format!("{} ended with {status}", program.display()).into());
    }
    let usage = Usage { peak_mb: waited_peak_mb(), ..meter.stop() };
    let mut figures = usage.json();
    figures["stopped"] = json!(stopped);
    Ok(figures)
}

/// Copies files into a folder, each on disk before the next: the least that storing can cost.
pub fn copy(folder: &Path, files: &[&Path]) -> Result<Value> {
    let meter = Meter::start();
    for file in files {
        let copy = folder.join(file.file_name().unwrap_or_default());
        let copied = std::fs::copy(file, &copy).and_then(|_| {
            // Windows flushes only what was opened for writing.
            std::fs::File::options().write(true).open(&copy)?.sync_all()
        });
        copied.map_err(|error| at(&copy, &error))?;
    }
    Ok(Usage { peak_mb: crate::meter::own_peak_mb(), ..meter.stop() }.json())
}

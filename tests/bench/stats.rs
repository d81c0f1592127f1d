//! Statistics over a library of a thousand cases: from nothing, from the index, and after one case
//! changed.

use std::path::{Path, PathBuf};

use lisuan_app::{App, Home};
use serde_json::{Value, json};

use crate::job::{Job, with_memory};
use crate::meter::{Meter, own_peak_mb};
use crate::options::Options;
use crate::report::{Row, Section, Target};
use crate::section::repeat;
use crate::{Place, Result, at, case, create, peer, remove};

const CASES: usize = 1_000;
/// The same with `--quick`.
const CASES_QUICK: usize = 50;
/// Loss lines of each.
const LINES: usize = 200;
/// First figures from the index.
const FIRST_WALL_MS_MAX: f64 = 1_000.0;
const WHO: &str = "Python's sqlite3: each file opened, one column added up";

/// What is claimed in each file, added up; starting Python is not counted.
const SUM_CLAIMED: &str = "
import glob, json, resource, sqlite3, sys, time
from decimal import Decimal
wall, cpu = time.perf_counter(), time.process_time()
total = Decimal(0)
for name in glob.glob(sys.argv[1] + '/*.lisuan'):
    case = sqlite3.connect('file:' + name + '?mode=ro', uri=True)
    rows = case.execute('SELECT claimed_amount FROM loss_line WHERE alive')
    total += sum(Decimal(amount) for amount, in rows if amount)
    case.close()
print(json.dumps({'wall_ms': (time.perf_counter() - wall) * 1e3,
    'cpu_ms': (time.process_time() - cpu) * 1e3, 'claimed': str(total),
    'peak_mb': resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3}))";

/// Measures it.
pub fn measure(options: &Options, place: &Place) -> Result<Section> {
    let (home, folder) = (place.scratch.join("stats-home"), place.scratch.join("stats-library"));
    create(&folder)?;
    let count = if options.quick { CASES_QUICK } else { CASES };
    eprintln!("making {count} cases of {LINES} lines");
    Job::new("stats-library", &[&home, &folder, Path::new(&count.to_string())])?.run()?;
    let index = Home::under(&home).config.join("library-index.json");
    let count_all = || Job::new("statistics", &[&home, &folder])?.run();
    let (anew, _) = repeat("the index from nothing", options.runs, || {
        remove(&index)?;
        count_all()
    })?;
    let (known, said) = repeat("figures from the index", options.runs, count_all)?;
    let changed = folder.join("0000.lisuan");
    let (one, _) = repeat("one case changed", options.runs, || {
        let app = App::new(Home::under(&home));
        let view = app.open(&changed)?;
        let quantity = view.rows.get("measurement").and_then(|rows| rows.first());
        app.edit("edit", "", &[case::correction(&quantity.ok_or("no measurement")?.id, 1)])?;
        app.close()?;
        count_all()
    })?;
    let target = Target { name: "wall ms", value: Some(known.wall_ms), max: FIRST_WALL_MS_MAX };
    let mut rows = vec![
        Row { target: Some(target), ..Row::ours("Lisuan, from the index", known) },
        Row::ours("one case changed since", one),
        Row::ours("the index built from the case files", anew),
    ];
    rows.push(match peer::Python::environment(place) {
        Ok(python) => {
            let (usage, sums) = repeat("Python", options.runs, || {
                let mut command = std::process::Command::new(python.program("python"));
                let output = command.args(["-c", SUM_CLAIMED]).arg(&folder).output()?;
                Ok(serde_json::from_slice(&output.stdout)?)
            })?;
            if sums["claimed"] != said["claimed"] {
                return Err(
                    format!("{} claimed here, {} there", said["claimed"], sums["claimed"]).into()
                );
            }
            Row::peer(WHO, usage)
        }
        Err(why) => Row::without(WHO, format!("not installed: {why}")),
    });
    remove(&folder)?;
    Ok(Section {
        title: format!("statistics over {count} cases of {LINES} lines each"),
        rows,
        notes: vec![
            "ours adjusts each case, runs its checks and clocks when the index is built; the \
             files are copies of one case"
                .to_owned(),
        ],
    })
}

/// Job: a library of so many copies of one case.
pub fn library(home: &Path, folder: &Path, count: &Path) -> Result<Value> {
    let count: usize = count.to_string_lossy().parse()?;
    let file = |n: usize| -> PathBuf { folder.join(format!("{n:04}.lisuan")) };
    let app = App::new(Home::under(home));
    app.new_case(&file(0), &case::head())?;
    case::fill(&app, LINES)?;
    app.close()?;
    for n in 1..count {
        std::fs::copy(file(0), file(n)).map_err(|error| at(&file(n), &error))?;
    }
    Ok(json!({}))
}

/// Job: the figures, in a fresh program.
pub fn statistics(home: &Path, folder: &Path) -> Result<Value> {
    let app = App::new(Home::under(home));
    let meter = Meter::start();
    let view = app.statistics(Some(folder), "line", &|_| (), &|| false)?;
    let usage = with_memory(meter.stop(), (own_peak_mb(), None));
    let mut figures = usage.json();
    figures["claimed"] = json!(view.totals.first().and_then(|total| total.claimed.clone()));
    Ok(figures)
}

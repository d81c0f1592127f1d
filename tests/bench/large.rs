//! A case of five thousand photos: opening it, saying something of a photo, its contact sheet in
//! the real window, and keys that are pressed there while photos come in.

use std::path::{Path, PathBuf};
use std::time::Instant;

use lisuan_app::wire::Edit;
use lisuan_app::{App, Home};
use serde_json::{Value, json};

use crate::job::{Job, with_memory};
use crate::meter::{Meter, Usage, median, ms, own_peak_mb};
use crate::options::Options;
use crate::photo_set::{PhotoSet, all_sources};
use crate::report::{Row, Section, Target};
use crate::section::repeat;
use crate::{Place, Result, at, create, jpeg, remove, start};

/// Photos of the case.
const PHOTOS: usize = 5_000;
/// The same with `--quick`.
const PHOTOS_QUICK: usize = 500;
/// Loss lines of the case, which the photos are linked to in turn.
const LINES: &str = "100";
/// Ratings that are timed one by one.
const RATINGS: usize = 21;
/// Photos of a camera's size that come in while keys are pressed.
const INTAKE: usize = 100;
/// The same with `--quick`.
const INTAKE_QUICK: usize = 20;
/// Side of the pictures that stand for originals, in pixels.
const ORIGINAL_SIDE_PX: u32 = 320;

/// From the choice of the case to all it holds.
const OPEN_WALL_MS_MAX: f64 = 150.0;
/// From a rating to the answer, which is on disk then.
const RATING_WALL_MS_MAX: f64 = 50.0;
/// From choosing the survey to a contact sheet with its pictures.
const SHEET_MS_MAX: f64 = 300.0;
/// From a key to what it shows.
const KEY_MS_MAX: f64 = 50.0;

/// Measures all of it.
pub fn measure(options: &Options, place: &Place) -> Result<Vec<Section>> {
    let home = place.scratch.join("large-home");
    let case = place.scratch.join("large.lisuan");
    let count = if options.quick { PHOTOS_QUICK } else { PHOTOS };
    make(place, &home, &case, count)?;
    let said = Job::new("open", &[&home, &case])?.run()?;
    let size = format!("a case with {} photos and {} lines", said["photos"], said["lines"]);
    let small = format!(
        "its originals are pictures of {ORIGINAL_SIDE_PX} px that carry the EXIF of the camera \
         files they were made from"
    );
    let (opened, _) = repeat("opening", options.runs, || Job::new("open", &[&home, &case])?.run())?;
    let (rated, _) = repeat("rating", options.runs, || Job::new("rate", &[&home, &case])?.run())?;
    let row = |usage: Usage, name, max| Row {
        target: Some(Target { name, value: Some(usage.wall_ms), max }),
        ..Row::ours("Lisuan", usage)
    };
    let mut sections = vec![
        Section {
            title: format!("opening {size}"),
            rows: vec![row(opened, "wall ms", OPEN_WALL_MS_MAX)],
            notes: vec![small.clone()],
        },
        Section {
            title: format!("rating a photo in {size}: on disk, and the answer written as JSON"),
            rows: vec![row(rated, "wall ms", RATING_WALL_MS_MAX)],
            notes: vec![format!("the median of {RATINGS}")],
        },
    ];
    // What the window does not do is told beside what the program did.
    sections.extend(window(options, place, &case, &size).unwrap_or_else(|why| {
        let rows = vec![Row::without("Lisuan", format!("not measured: {why}"))];
        vec![Section { title: "the window with photos".to_owned(), rows, notes: Vec::new() }]
    }));
    remove(&case)?;
    Ok(sections)
}

/// Makes the case.
fn make(place: &Place, home: &Path, case: &Path, count: usize) -> Result<()> {
    eprintln!("making a case of {count} photos");
    let (seeds, folder) = (place.scratch.join("seeds.lisuan"), place.scratch.join("originals"));
    let sources = all_sources()?;
    Job::new("add-photos", &[home, &seeds])?.with(&sources).run()?;
    create(&folder)?;
    let counted = PathBuf::from(count.to_string());
    Job::new("small-originals", &[home, &seeds, &folder, &counted])?.with(&sources).run()?;
    let originals: Vec<PathBuf> = (0..count).map(|n| original(&folder, n)).collect();
    Job::new("add-photos", &[home, case])?.with(&originals).run()?;
    Job::new("fill", &[home, case, Path::new(LINES)])?.run()?;
    remove(&folder)?;
    remove(&seeds)
}

fn original(folder: &Path, n: usize) -> PathBuf {
    folder.join(format!("IMG_{n:05}.jpg"))
}

/// Job: small pictures of the photos of a case, with the metadata of the files these came from.
pub fn small_originals(arguments: &[&Path]) -> Result<Value> {
    let [home, case, folder, count, sources @ ..] = arguments else {
        return Err("not its arguments".into());
    };
    let app = App::new(Home::under(home));
    let view = app.open(case)?;
    let photos = view.rows.get("photo").map(Vec::as_slice).unwrap_or_default();
    let mut pictures = Vec::new();
    for (photo, source) in photos.iter().zip(sources) {
        let camera = std::fs::read(source).map_err(|error| at(source, &error))?;
        let small = app.picture(&photo.id, ORIGINAL_SIDE_PX)?.ok_or("a photo without a picture")?;
        pictures.push(jpeg::with_metadata_of(&small, &camera)?);
    }
    app.close()?;
    let count: usize = count.to_string_lossy().parse()?;
    for (n, picture) in pictures.iter().cycle().take(count).enumerate() {
        let path = original(folder, n);
        std::fs::write(&path, jpeg::numbered(picture, n)?).map_err(|error| at(&path, &error))?;
    }
    Ok(json!({}))
}

/// Job: rates one photo after the other, each in another part of the case.
pub fn rate(home: &Path, case: &Path) -> Result<Value> {
    let app = App::new(Home::under(home));
    let view = app.open(case)?;
    let photos = view.rows.get("photo").map(Vec::as_slice).unwrap_or_default();
    let step = (photos.len() / RATINGS).max(1);
    let (mut walls, meter) = (Vec::new(), Meter::start());
    for (n, photo) in photos.iter().step_by(step).take(RATINGS).enumerate() {
        let stars = photo.fields.get("rating").map_or(0, |stars| stars.parse().unwrap_or(0));
        let rating = Edit::Set {
            kind: "photo".to_owned(),
            id: photo.id.clone(),
            field: "rating".to_owned(),
            value: Some((stars % 5 + 1).to_string()),
        };
        let begun = Instant::now();
        let delta = app.edit("rate-photo", "", &[rating])?;
        let answer = serde_json::to_vec(&delta)?;
        walls.push(ms(begun.elapsed()));
        if n == 0 {
            eprintln!("the answer takes {} bytes", answer.len());
        }
    }
    let all = with_memory(meter.stop(), (own_peak_mb(), None));
    app.close()?;
    let wall_ms = median(&walls).ok_or("there is no photo to rate")?;
    let cpu_ms = all.cpu_ms.map(|ms| ms / walls.len() as f64);
    Ok(Usage { wall_ms, cpu_ms, ..all }.json())
}

/// The contact sheet, and keys while photos come in.
fn window(options: &Options, place: &Place, case: &Path, size: &str) -> Result<Vec<Section>> {
    let program = match start::ready() {
        Ok(program) => program,
        Err(why) => {
            let rows = vec![Row::without("Lisuan", format!("not measured: {why}"))];
            let title = "the window with photos".to_owned();
            return Ok(vec![Section { title, rows, notes: Vec::new() }]);
        }
    };
    let home = place.scratch.join("window-home");
    let (usage, said) = repeat("the contact sheet", options.runs, || {
        remove(&home)?;
        Job::new("sheet", &[&home, case])?.env("LISUAN_WINDOW_BIN", &program).run()
    })?;
    let each = ["frames_ms_p50", "frames_ms_p99", "frames_ms_max", "rows_empty_percent"];
    let sheet = Section {
        title: format!("the contact sheet of {size}, in the window"),
        rows: vec![Row {
            each: figures(&said, &each),
            target: Some(Target { name: "ms", value: Some(usage.wall_ms), max: SHEET_MS_MAX }),
            ..Row::ours("Lisuan", usage)
        }],
        notes: vec![
            "from the click on the step to the second frame with every picture in sight decoded; \
             then three screens a second scrolled through for ten seconds, frame by frame"
                .to_owned(),
        ],
    };
    let count = if options.quick { INTAKE_QUICK } else { INTAKE };
    let set = PhotoSet::make(&place.scratch.join("intake"), count)?;
    remove(&home)?;
    let few = place.scratch.join("few.lisuan");
    let app_home = place.scratch.join("large-home");
    Job::new("add-photos", &[&app_home, &few])?.with(all_sources()?).run()?;
    let keys = Job::new("keys", &[&home, &few])?.with(&set.files);
    eprintln!("keys while {count} photos come in");
    let said = match keys.env("LISUAN_WINDOW_BIN", &program).run() {
        Ok(said) => said,
        Err(why) => {
            let rows = vec![Row::without("Lisuan", format!("not measured: {why}"))];
            let title = "keys in the window".to_owned();
            return Ok(vec![sheet, Section { title, rows, notes: Vec::new() }]);
        }
    };
    let typed = Row {
        each: figures(&said, &["typed_ms_p50", "typed_ms_p95", "typed_ms_max", "typed"]),
        target: target(&said, "typed_ms_p95"),
        ..Row::ours("a letter in a note", Usage::from_json(&said))
    };
    let rated = Row {
        each: figures(&said, &["rated_ms_p50", "rated_ms_p95", "rated_ms_max", "rated"]),
        target: target(&said, "rated_ms_p95"),
        ..Row::ours("a rating, kept and shown", Usage::from_json(&said))
    };
    remove(&few)?;
    let keys = Section {
        title: format!("keys in the window while {count} photos of a camera's size come in"),
        rows: vec![typed, rated],
        notes: vec!["from the key to the end of the frame that shows it".to_owned()],
    };
    Ok(vec![sheet, keys])
}

fn figures(said: &Value, names: &[&str]) -> Vec<(String, f64)> {
    let named = names.iter().filter_map(|name| Some(((*name).to_owned(), said[*name].as_f64()?)));
    named.collect()
}

fn target(said: &Value, name: &str) -> Option<Target> {
    Some(Target { name: "ms, 95 of 100", value: said[name].as_f64(), max: KEY_MS_MAX })
}

/// Jobs: what the window says of its contact sheet, and of keys during an intake.
#[cfg(all(feature = "window", target_os = "linux"))]
pub fn driven(what: &str, home: &Path, case: &Path, photos: &[&Path]) -> Result<Value> {
    use lisuan_tests::window::{Display, Setup, contact_sheet, keys_during_intake};

    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let said = runtime.block_on(async {
        let display = Display::start(1280, 720)?;
        let setup = Setup::new(home).given(case);
        if what == "sheet" {
            return contact_sheet(&display, &setup).await;
        }
        keys_during_intake(&display, &setup, photos).await
    });
    said.map_err(|trouble| trouble.to_string().into())
}

/// Not on this system, or not in this build.
#[cfg(not(all(feature = "window", target_os = "linux")))]
pub fn driven(_what: &str, _home: &Path, _case: &Path, _photos: &[&Path]) -> Result<Value> {
    Err("this build cannot drive the window".into())
}

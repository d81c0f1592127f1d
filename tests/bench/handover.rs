//! A large package taken in, beside hashing and copying the same file.

use std::path::Path;

use lisuan_app::{App, Home, Into, ReceiveOptions, wire::HandoverRequest};
use lisuan_core::Id;
use lisuan_core::change::{ALIVE, Change, Kind, Label, Operation};
use lisuan_store::{CaseFile, NewFile};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::job::Job;
use crate::meter::{Meter, Usage, own_peak_mb};
use crate::options::Options;
use crate::peer::{self, LIMIT};
use crate::report::{Row, Section, Target};
use crate::section::repeat;
use crate::{Place, Result, at, create, remove};

/// What a phone's photo has.
const ORIGINAL_BYTES: usize = 5_000_000;
/// Time of receiving by that of hashing and copying: a speed of 0.7 of theirs.
const TIMES_MAX: f64 = 1.43;
/// The file's own digest is computed by this.
const SHA256SUM: &str = "sha256sum";

/// Measures both.
pub fn measure(options: &Options, place: &Place) -> Result<Section> {
    let home = place.scratch.join("home-handover");
    let package = place.scratch.join("bench.lshand");
    let megabytes = options.megabytes.to_string();
    eprintln!("making a package of {megabytes} MB");
    Job::new("make-package", &[&home, &package, Path::new(&megabytes)])?.run()?;
    let folder = place.scratch.join("received");
    let (ours, _) = repeat("receiving", options.runs, || {
        remove(&folder)?;
        create(&folder)?;
        Job::new("receive", &[&home, &package, &folder])?.run()
    })?;
    remove(&folder)?;
    let title = format!("a package of {megabytes} MB received as a new case");
    let notes = vec![
        "ours checks structure and signature, hashes every original, checks every operation, then \
         hashes again while it writes, and has the case on the disk; the target is stated for \
         2500 MB"
            .to_owned(),
    ];
    let Some(sha256sum) = peer::find(SHA256SUM) else {
        let rows = vec![Row::ours("Lisuan", ours), Row::without(SHA256SUM, "not installed")];
        return Ok(Section { title, rows, notes });
    };
    let (hashing, _) =
        repeat("sha256sum", options.runs, || peer::measure(LIMIT, &sha256sum, [&package]))?;
    let copies = place.scratch.join("copied");
    let (copying, _) = repeat("copying", options.runs, || {
        remove(&copies)?;
        create(&copies)?;
        Job::new("copy", &[&copies])?.with([&package]).run()
    })?;
    remove(&copies)?;
    remove(&package)?;
    let both = hashing.then(&copying);
    let times = (both.wall_ms > 0.0).then(|| ours.wall_ms / both.wall_ms);
    let target =
        Target { name: "times sha256sum + copy, wall (1 ÷ 0.7)", value: times, max: TIMES_MAX };
    Ok(Section {
        title,
        rows: vec![
            Row { target: Some(target), ..Row::ours("Lisuan", ours) },
            Row::peer("sha256sum + copy", both),
        ],
        notes,
    })
}

fn key(n: u64) -> Id {
    let mut bytes = [0; 16];
    bytes[8..].copy_from_slice(&n.to_be_bytes());
    Id::from_bytes(bytes)
}

fn set(kind: Kind, n: u64, field: &'static str, after: String) -> Change {
    Change { kind, id: key(n), field, before: None, after: Some(after) }
}

fn operation(n: u64, changes: Vec<Change>) -> Result<Operation> {
    Ok(Operation {
        id: key(1_000_000 + n),
        parents: if n == 0 { Vec::new() } else { vec![key(1_000_000 + n - 1)] },
        author: "bench".to_owned(),
        device: "bench".to_owned(),
        at: "2026-11-22T15:02:11+08:00".parse()?,
        label: Label { key: "new-case".to_owned(), subject: String::new() },
        batch: None,
        reverts: None,
        changes,
    })
}

/// Bytes that no two originals share.
fn original(n: u64) -> Vec<u8> {
    let mut state = n.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut bytes = Vec::with_capacity(ORIGINAL_BYTES);
    while bytes.len() < ORIGINAL_BYTES {
        // xorshift64: nothing packs or repeats it.
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        bytes.extend(state.to_le_bytes());
    }
    bytes
}

/// The job that makes a case of papers and hands it over.
pub fn make(home: &Path, package: &Path, megabytes: &Path) -> Result<Value> {
    let megabytes: usize = megabytes.to_str().unwrap_or_default().parse()?;
    let case = package.with_extension("lisuan");
    create(home)?;
    let mut file = CaseFile::create(&case)?;
    file.commit(&operation(0, vec![set(Kind::Case, 1, ALIVE, "1".to_owned())])?, None)?;
    for n in 1..=(megabytes * 1_000_000 / ORIGINAL_BYTES).max(1) as u64 {
        let bytes = original(n);
        let sha256 = format!("{:x}", Sha256::digest(&bytes));
        let changes = vec![
            set(Kind::Document, n, ALIVE, "1".to_owned()),
            set(Kind::Document, n, "number", format!("D-{n:04}")),
            set(Kind::Document, n, "content", sha256.clone()),
        ];
        let from = &mut bytes.as_slice();
        let new = NewFile { sha256: &sha256, bytes: bytes.len() as u64, from };
        file.commit_file(&operation(n, changes)?, new)?;
    }
    file.close()?;
    let app = App::new(Home::under(home));
    app.open(&case)?;
    let meter = Meter::start();
    app.hand_over(&HandoverRequest::default(), package, &|_| (), &|| false)?;
    let usage = Usage { peak_mb: own_peak_mb(), ..meter.stop() };
    app.close()?;
    remove(&case)?;
    Ok(usage.json())
}

/// The job itself.
pub fn receive(home: &Path, package: &Path, folder: &Path) -> Result<Value> {
    let app = App::new(Home::under(home));
    let meter = Meter::start();
    let options = ReceiveOptions::default();
    let received = app.receive(package, Into::Path(folder), options, &|_| (), &|| false)?;
    app.close()?;
    let mut usage = Usage { peak_mb: own_peak_mb(), ..meter.stop() }.json();
    usage["originals"] = json!(received.package.originals);
    let made = std::fs::read_dir(folder).map_err(|error| at(folder, &error))?.count();
    if made != 1 { Err("no case was made".into()) } else { Ok(usage) }
}

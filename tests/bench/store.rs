//! What storing durably costs by itself, without the pictures.

use std::path::{Path, PathBuf};

use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::job::Job;
use crate::meter::{Meter, Usage, own_peak_mb};
use crate::options::Options;
use crate::photo_set::PhotoSet;
use crate::report::{Row, Section, Target};
use crate::section::repeat;
use crate::{Place, Result, at, create, remove};

/// Time of the store by that of copying, hashing and flushing the same bytes.
const TIMES_MAX: f64 = 2.1;
/// A picture that costs nothing to decode.
const SMALL_PICTURE: &str = "../assets/icons/128x128.png";

/// Stores files as large as the photos and of the photos' own bytes, which stand behind a tiny
/// picture: what is left is reading, hashing, the journal and getting it onto the disk.
pub fn measure(options: &Options, place: &Place, home: &Path, set: &PhotoSet) -> Result<Section> {
    let folder = place.scratch.join("store");
    create(&folder)?;
    let files = behind_small_picture(&folder, set)?;
    let case = place.scratch.join("store.lisuan");
    let (usage, _) = repeat("storing", options.runs, || {
        remove(&case)?;
        Job::new("add-photos", &[home, &case])?.with(&files).run()
    })?;
    remove(&case)?;
    let (encrypted, _) = repeat("storing encrypted", options.runs, || {
        remove(&case)?;
        Job::new("add-photos-encrypted", &[home, &case])?.with(&files).run()
    })?;
    remove(&case)?;
    let copies = place.scratch.join("hashed-copies");
    let (copying, _) = repeat("copying and hashing", options.runs, || {
        remove(&copies)?;
        create(&copies)?;
        Job::new("copy-hashed", &[&copies])?.with(&files).run()
    })?;
    remove(&copies)?;
    remove(&folder)?;
    let times = (copying.wall_ms > 0.0).then(|| usage.wall_ms / copying.wall_ms);
    let target =
        Target { name: "times copy + SHA-256 + fsync, wall", value: times, max: TIMES_MAX };
    let by_plain = (usage.wall_ms > 0.0).then(|| encrypted.wall_ms / usage.wall_ms);
    Ok(Section {
        title: format!(
            "the durable store by itself: {} files of {:.1} MB",
            files.len(),
            set.megabytes / files.len() as f64
        ),
        rows: vec![
            Row { target: Some(target), ..Row::ours("Lisuan", usage) },
            Row {
                each: by_plain
                    .map(|by| ("times the plain case".to_owned(), by))
                    .into_iter()
                    .collect(),
                ..Row::ours("Lisuan, encrypted at rest", encrypted)
            },
            Row::peer("copy + SHA-256 + fsync, file by file", copying),
        ],
        notes: vec![
            "the bytes of the photos behind a picture of 128 px, so that decoding costs nothing; \
             ours also sends each file to a decoder and keeps a journal"
                .to_owned(),
        ],
    })
}

fn behind_small_picture(folder: &Path, set: &PhotoSet) -> Result<Vec<PathBuf>> {
    let picture = Path::new(env!("CARGO_MANIFEST_DIR")).join(SMALL_PICTURE);
    let picture = std::fs::read(&picture).map_err(|error| at(&picture, &error))?;
    let mut files = Vec::new();
    for (n, photo) in set.files.iter().enumerate() {
        let bytes = std::fs::read(photo).map_err(|error| at(photo, &error))?;
        let path = folder.join(format!("store-{n:04}.png"));
        crate::photo_set::write_through(&path, &[picture.as_slice(), &bytes].concat())?;
        files.push(path);
    }
    Ok(files)
}

/// The job of the peer: each file read once, hashed, written and on the disk before the next; the
/// least that keeping a file with its hash can cost.
pub fn copy_hashed(folder: &Path, files: &[&Path]) -> Result<Value> {
    let meter = Meter::start();
    for file in files {
        let bytes = std::fs::read(file).map_err(|error| at(file, &error))?;
        let digest = format!("{:x}", Sha256::digest(&bytes));
        crate::photo_set::write_through(&folder.join(digest), &bytes)?;
    }
    Ok(Usage { peak_mb: own_peak_mb(), ..meter.stop() }.json())
}

//! Photos as they come from a site visit: real camera files near 12 megapixels, each unique.

use std::path::{Path, PathBuf};

use crate::{Result, at, create, jpeg};

/// What a phone takes, and what the target is stated for.
pub const MEGAPIXELS: f64 = 12.0;
/// So many different pictures take turns.
const KINDS: usize = 3;

/// Photos on disk.
pub struct PhotoSet {
    /// The files, in order.
    pub files: Vec<PathBuf>,
    /// Of one photo, on the average.
    pub megapixels: f64,
    /// Of all files together.
    pub megabytes: f64,
    /// Names of the camera files they were made from, with their size.
    pub sources: String,
}

struct Source {
    name: String,
    bytes: Vec<u8>,
    megapixels: f64,
}

impl PhotoSet {
    /// Makes `count` photos in a new folder, written through to the disk so that no job pays for
    /// another's writing.
    pub fn make(folder: &Path, count: usize) -> Result<Self> {
        let sources = sources()?;
        create(folder)?;
        let (mut files, mut pixels, mut length) = (Vec::new(), 0.0, 0);
        for n in 0..count {
            let source = &sources[n % sources.len()];
            let bytes = jpeg::numbered(&source.bytes, n)?;
            let path = folder.join(format!("site-{n:04}.jpg"));
            write_through(&path, &bytes)?;
            pixels += source.megapixels;
            length += bytes.len();
            files.push(path);
        }
        let names: Vec<String> = sources
            .iter()
            .map(|source| format!("{} {:.1} MP", source.name, source.megapixels))
            .collect();
        Ok(Self {
            files,
            megapixels: pixels / count as f64,
            megabytes: length as f64 / 1e6,
            sources: names.join(", "),
        })
    }
}

/// Writes a file that is on the disk when this returns.
pub fn write_through(path: &Path, bytes: &[u8]) -> Result<()> {
    use std::io::Write as _;
    let written = std::fs::File::create(path).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.map_err(|error| at(path, &error))
}

/// Every camera file there is, as JPEG.
pub fn all_sources() -> Result<Vec<PathBuf>> {
    let folder = folder()?;
    let entries = std::fs::read_dir(&folder).map_err(|error| at(&folder, &error))?;
    let paths: std::io::Result<Vec<PathBuf>> =
        entries.map(|entry| entry.map(|entry| entry.path())).collect();
    let mut paths = paths.map_err(|error| at(&folder, &error))?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "jpg"));
    paths.sort();
    Ok(paths)
}

/// The larger collection lies beside the checkout where the project is worked on; what ships with
/// the sample cases is everywhere.
fn folder() -> Result<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = [here.join("../../shared/photos"), here.join("../assets/sample/photos")];
    folders.into_iter().find(|folder| folder.is_dir()).ok_or_else(|| "there are no photos".into())
}

/// The camera files whose size is nearest to what is wanted.
fn sources() -> Result<Vec<Source>> {
    let mut found = Vec::new();
    for path in all_sources()? {
        let bytes = std::fs::read(&path).map_err(|error| at(&path, &error))?;
        let megapixels = jpeg::pixels(&bytes)? as f64 / 1e6;
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        found.push(Source { name, bytes, megapixels });
    }
    let distance = |source: &Source| (source.megapixels - MEGAPIXELS).abs();
    found.sort_by(|a, b| distance(a).total_cmp(&distance(b)).then(a.name.cmp(&b.name)));
    found.truncate(KINDS);
    if found.is_empty() { Err("there are no JPEG photos".into()) } else { Ok(found) }
}

//! From a path to the files that may be photos, with limits.

use std::collections::BTreeMap;
use std::fs;
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use crate::error::{Code, Error, Result};

/// The largest original the program takes.
pub(crate) const FILE_BYTES_MAX: u64 = 512 * 1024 * 1024;
/// More files than a season of work brings.
const FILES_MAX: usize = 100_000;
/// Deeper than any camera or phone nests its folders.
const DEPTH_MAX: usize = 16;

/// Endings that a folder is searched for; a file that a person chose is taken by its bytes.
const PICTURES: &[&str] = &["jpg", "jpeg", "jpe", "heic", "heif", "hif", "png", "webp", "jfif"];
/// Films, which phones also write beside each Live Photo.
const FILMS: &[&str] = &["mov", "mp4", "m4v", "3gp", "avi", "mts", "m2ts"];
/// Raw pictures, which cameras write beside a JPEG when told to.
const RAWS: &[&str] = &[
    "dng", "cr2", "cr3", "nef", "nrw", "arw", "orf", "rw2", "raf", "pef", "srw", "rwl", "3fr",
    "iiq", "x3f",
];
/// Files and folders that systems leave everywhere, in lower case.
const LITTER: &[&str] = &[
    "thumbs.db",
    "ehthumbs.db",
    "desktop.ini",
    "system volume information",
    "$recycle.bin",
    "@eadir",
    "__macosx",
];

/// A folder that stopped answering.
pub(crate) const FOLDER_UNREADABLE: &str = "folder-unreadable";

#[cfg(test)]
/// Why a file is left out or could not be read: codes with words under `oddity-<code>`.
pub(crate) const REASONS: &[&str] = &[
    "live-photo-film",
    "film",
    "raw-beside-picture",
    "raw",
    "link",
    "too-deep",
    FOLDER_UNREADABLE,
    "gone",
    "unreadable",
    "file-too-large",
    "not-a-file",
];

/// What a search came to.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Found {
    /// Files to take in, in order.
    pub(crate) files: Vec<PathBuf>,
    /// What a person might miss among them.
    pub(crate) left_out: Vec<LeftOut>,
    /// Names of the film or raw picture beside a photo, by the photo.
    pub(crate) companions: BTreeMap<PathBuf, Vec<String>>,
}

/// A file or folder that is not taken in.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct LeftOut {
    pub(crate) path: PathBuf,
    /// One of [`REASONS`].
    pub(crate) code: &'static str,
}

/// Why a file could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unread {
    Gone,
    TooLarge,
    NotAFile,
    Unreadable,
}

impl Unread {
    /// One of [`REASONS`].
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Gone => "gone",
            Self::TooLarge => "file-too-large",
            Self::NotAFile => "not-a-file",
            Self::Unreadable => "unreadable",
        }
    }
}

impl Unread {
    /// Whether it is worth another attempt: a card was pulled out, a cable came loose.
    pub(crate) const fn may_come_back(self) -> bool {
        matches!(self, Self::Gone | Self::Unreadable)
    }
}

impl From<std::io::Error> for Unread {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound => Self::Gone,
            _ => Self::Unreadable,
        }
    }
}

/// Lists the files to take in: files as given, folders searched for pictures, sorted by name.
///
/// What lies beside the photos is told apart: films of Live Photos and raw pictures are left out
/// and named; what systems leave everywhere is passed over. A folder that stops answering half-way
/// (a card pulled out) is named, and what it had listed stays.
///
/// # Errors
/// When a source is not there at all or holds more files than the program takes: nothing was begun.
pub(crate) fn files(sources: &[PathBuf]) -> Result<Found> {
    let mut found = Found::default();
    for source in sources {
        let metadata = fs::metadata(source).map_err(|error| Error::io(source, error))?;
        if metadata.is_dir() {
            let entries = fs::read_dir(source).map_err(|error| Error::io(source, error))?;
            search(source, entries, 0, is_known, &mut found)?;
        } else if !is_litter(source) {
            found.files.push(source.clone());
        }
        within_limit(&found)?;
    }
    leave_out_companions(&mut found);
    Ok(found)
}

/// Lists files of any kind: as given, folders searched, sorted by name.
///
/// # Errors
/// As [`files`].
pub(crate) fn any_files(sources: &[PathBuf]) -> Result<Found> {
    let mut found = Found::default();
    for source in sources {
        let metadata = fs::metadata(source).map_err(|error| Error::io(source, error))?;
        if metadata.is_dir() {
            let entries = fs::read_dir(source).map_err(|error| Error::io(source, error))?;
            search(source, entries, 0, |_| true, &mut found)?;
        } else {
            found.files.push(source.clone());
        }
        within_limit(&found)?;
    }
    Ok(found)
}

/// Whether a folder of photos is searched for files of that name.
fn is_known(path: &Path) -> bool {
    [PICTURES, FILMS, RAWS].iter().any(|endings| has_ending(path, endings))
}

fn within_limit(found: &Found) -> Result<()> {
    match found.files.len() + found.left_out.len() > FILES_MAX {
        true => Err(Error::new(Code::TooMany).with("limit", FILES_MAX)),
        false => Ok(()),
    }
}

fn search(
    folder: &Path,
    entries: fs::ReadDir,
    depth: usize,
    wanted: fn(&Path) -> bool,
    found: &mut Found,
) -> Result<()> {
    let mut listed = Vec::new();
    for entry in entries {
        match entry {
            Ok(entry) => listed.push(entry),
            Err(_) => {
                // The next one would fail too, on some systems without end.
                found.leave_out(folder, FOLDER_UNREADABLE);
                break;
            }
        }
        if listed.len() > FILES_MAX {
            return Err(Error::new(Code::TooMany).with("limit", FILES_MAX));
        }
    }
    listed.sort_by_key(fs::DirEntry::file_name);
    for entry in listed {
        let path = entry.path();
        if is_hidden(&path) || is_litter(&path) {
            continue;
        }
        let Ok(kind) = entry.file_type() else {
            found.leave_out(&path, "gone");
            continue;
        };
        let known = wanted(&path);
        if kind.is_dir() {
            match (depth < DEPTH_MAX, fs::read_dir(&path)) {
                (false, _) => found.leave_out(&path, "too-deep"),
                (true, Ok(entries)) => search(&path, entries, depth + 1, wanted, found)?,
                (true, Err(_)) => found.leave_out(&path, FOLDER_UNREADABLE),
            }
        } else if kind.is_file() && known {
            found.files.push(path);
        } else if kind.is_symlink() && known {
            // A link could lead anywhere, also back here.
            found.leave_out(&path, "link");
        }
        within_limit(found)?;
    }
    Ok(())
}

/// Films and raw pictures are not taken in; one that has a photo of the same name beside it is part
/// of that photo.
fn leave_out_companions(found: &mut Found) {
    let stem = |path: &Path| Some(path.with_extension("").to_string_lossy().to_lowercase());
    let pictures: BTreeMap<Option<String>, PathBuf> = found
        .files
        .iter()
        .filter(|path| has_ending(path, PICTURES))
        .map(|path| (stem(path), path.clone()))
        .collect();
    let all = std::mem::take(&mut found.files);
    for path in all {
        let picture = pictures.get(&stem(&path));
        let beside = picture.is_some();
        let code = match (has_ending(&path, FILMS), has_ending(&path, RAWS), beside) {
            (true, _, true) => "live-photo-film",
            (true, _, false) => "film",
            (_, true, true) => "raw-beside-picture",
            (_, true, false) => "raw",
            _ => {
                found.files.push(path);
                continue;
            }
        };
        if let Some(picture) = picture {
            found.companions.entry(picture.clone()).or_default().push(name(&path));
        }
        found.leave_out(&path, code);
    }
}

impl Found {
    fn leave_out(&mut self, path: &Path, code: &'static str) {
        self.left_out.push(LeftOut { path: path.to_owned(), code });
    }
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Whether a name is hidden the way Unix, macOS and cameras do it.
fn is_hidden(path: &Path) -> bool {
    name(path).starts_with('.')
}

/// Whether a file only looks like one of the person's own; `._x` holds what macOS knows about `x`.
fn is_litter(path: &Path) -> bool {
    let name = name(path).to_lowercase();
    name.starts_with("._") || name == ".ds_store" || LITTER.contains(&name.as_str())
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    path.extension()
        .map(|ending| ending.to_string_lossy().to_ascii_lowercase())
        .is_some_and(|ending| endings.contains(&ending.as_str()))
}

/// Opens a file to be read piece by piece, refusing one that is larger than the program takes; gives
/// its length too.
pub(crate) fn open(path: &Path) -> std::result::Result<(fs::File, u64), Unread> {
    let metadata = fs::metadata(path)?;
    if !metadata.is_file() {
        return Err(Unread::NotAFile);
    }
    if metadata.len() > FILE_BYTES_MAX {
        return Err(Unread::TooLarge);
    }
    Ok((fs::File::open(path)?, metadata.len()))
}

/// Reads a whole file, refusing one that is larger than the program takes.
pub(crate) fn read(path: &Path) -> std::result::Result<Vec<u8>, Unread> {
    // Asked before opening: opening a pipe would wait for whoever writes into it.
    let metadata = fs::metadata(path)?;
    if !metadata.is_file() {
        return Err(Unread::NotAFile);
    }
    if metadata.len() > FILE_BYTES_MAX {
        return Err(Unread::TooLarge);
    }
    let file = fs::File::open(path)?;
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0));
    // A file that grows while it is read is cut off by the same limit.
    file.take(FILE_BYTES_MAX + 1).read_to_end(&mut bytes)?;
    match bytes.len() as u64 > FILE_BYTES_MAX {
        true => Err(Unread::TooLarge),
        false => Ok(bytes),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a broken test stops where it stands")]

    use super::*;

    /// A folder with files of the given names.
    fn folder(names: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for name in names {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, name).unwrap();
        }
        folder
    }

    /// What was found, by the way from the folder.
    fn told(found: &Found, folder: &Path) -> (Vec<String>, Vec<(String, &'static str)>) {
        let way =
            |path: &Path| path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
        let left_out = found.left_out.iter().map(|out| (way(&out.path), out.code)).collect();
        (found.files.iter().map(|path| way(path)).collect(), left_out)
    }

    #[test]
    fn a_photo_knows_what_lay_beside_it() {
        let folder = folder(&["a.HEIC", "a.MOV", "b.jpg", "b.nef", "c.jpg"]);
        let found = files(&[folder.path().to_owned()]).unwrap();
        let of = |name: &str| found.companions.get(&folder.path().join(name)).cloned();
        assert_eq!(of("a.HEIC"), Some(vec!["a.MOV".to_owned()]), "a Live Photo and its film");
        assert_eq!(of("b.jpg"), Some(vec!["b.nef".to_owned()]), "a picture and its raw file");
        assert_eq!(of("c.jpg"), None);
    }

    fn searched(names: &[&str]) -> (Vec<String>, Vec<(String, &'static str)>) {
        let folder = folder(names);
        let found = files(&[folder.path().to_owned()]).unwrap();
        told(&found, folder.path())
    }

    #[test]
    fn a_phone_folder_gives_its_photos_and_names_what_belongs_to_them() {
        let (photos, left_out) = searched(&[
            "100APPLE/IMG_1234.HEIC",
            "100APPLE/IMG_1234.MOV",
            "100APPLE/IMG_1234.AAE",
            "100APPLE/IMG_1235.MOV",
            "101APPLE/img_1234.jpg",
            "101APPLE/IMG_1235.HEIC",
        ]);
        assert_eq!(
            photos,
            ["100APPLE/IMG_1234.HEIC", "101APPLE/IMG_1235.HEIC", "101APPLE/img_1234.jpg"]
        );
        assert_eq!(
            left_out,
            [
                ("100APPLE/IMG_1234.MOV".to_owned(), "live-photo-film"),
                ("100APPLE/IMG_1235.MOV".to_owned(), "film"),
            ],
            "the photo of the same name must lie in the same folder"
        );
    }

    #[test]
    fn a_camera_card_gives_its_photos_and_names_raw_pictures() {
        let (photos, left_out) = searched(&[
            "DCIM/DSC_0001.JPG",
            "DCIM/DSC_0001.NEF",
            "DCIM/DSC_0002.nef",
            "MISC/a.ctg",
        ]);
        assert_eq!(photos, ["DCIM/DSC_0001.JPG"]);
        assert_eq!(
            left_out,
            [
                ("DCIM/DSC_0001.NEF".to_owned(), "raw-beside-picture"),
                ("DCIM/DSC_0002.nef".to_owned(), "raw"),
            ]
        );
    }

    #[test]
    fn what_systems_leave_everywhere_is_passed_over() {
        let (photos, left_out) = searched(&[
            "._a.jpg",
            ".DS_Store",
            ".hidden.jpg",
            ".Trashes/b.jpg",
            "Thumbs.db",
            "__MACOSX/c.jpg",
            "System Volume Information/d.jpg",
            "notes.txt",
            "a.jpg",
        ]);
        assert_eq!((photos, left_out), (vec!["a.jpg".to_owned()], Vec::new()));
    }

    #[test]
    fn chosen_files_are_taken_by_their_bytes_and_paired_too() {
        let folder = folder(&["a.bin", "._a.jpg", ".b.jpg", "c.heic", "c.mov"]);
        let chosen = ["a.bin", "._a.jpg", ".b.jpg", "c.heic", "c.mov"];
        let found = files(&chosen.map(|name| folder.path().join(name))).unwrap();
        let (photos, left_out) = told(&found, folder.path());
        assert_eq!(photos, ["a.bin", ".b.jpg", "c.heic"], "the bytes decide about the first");
        assert_eq!(left_out, [("c.mov".to_owned(), "live-photo-film")]);
    }

    #[test]
    fn depth_is_limited_and_the_rest_comes_in() {
        let deep = "d/".repeat(DEPTH_MAX + 1) + "deep.jpg";
        let (photos, left_out) = searched(&["a.jpg", &deep, "e/b.jpg"]);
        assert_eq!(photos, ["a.jpg", "e/b.jpg"]);
        assert_eq!(left_out.len(), 1, "{left_out:?}");
        assert_eq!(left_out[0].1, "too-deep");
    }

    #[test]
    fn a_source_that_is_not_there_is_an_error_before_anything_is_begun() {
        let folder = folder(&["a.jpg"]);
        let sources = [folder.path().to_owned(), folder.path().join("no-such-folder")];
        assert_eq!(files(&sources).unwrap_err().code, Code::Missing);
    }

    #[cfg(unix)]
    #[test]
    fn links_are_named_and_not_followed() {
        let folder = folder(&["a.jpg"]);
        let link = |to: &Path, name: &str| {
            std::os::unix::fs::symlink(to, folder.path().join(name)).unwrap();
        };
        link(&folder.path().join("a.jpg"), "b.jpg");
        link(folder.path(), "round");
        let found = files(&[folder.path().to_owned()]).unwrap();
        let (photos, left_out) = told(&found, folder.path());
        assert_eq!(photos, ["a.jpg"]);
        assert_eq!(left_out, [("b.jpg".to_owned(), "link")]);
    }

    #[test]
    fn why_a_file_cannot_be_read_is_told_apart() {
        let folder = folder(&["a.jpg"]);
        let path = |name: &str| folder.path().join(name);
        assert_eq!(read(&path("a.jpg")).unwrap(), b"a.jpg");
        assert_eq!(read(&path("no-such.jpg")), Err(Unread::Gone));
        assert_eq!(read(folder.path()), Err(Unread::NotAFile));
        // Two gigabytes that take no room on the disk.
        fs::File::create(path("2g.jpg")).unwrap().set_len(2 << 30).unwrap();
        assert_eq!(read(&path("2g.jpg")), Err(Unread::TooLarge));
        for unread in [Unread::Gone, Unread::TooLarge, Unread::NotAFile, Unread::Unreadable] {
            assert!(REASONS.contains(&unread.code()), "{unread:?} is among the reasons");
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_device_that_fails_while_it_is_read_is_unreadable() {
        // Its first page is not mapped: opening works, reading fails (EIO).
        assert_eq!(read(Path::new("/proc/self/mem")), Err(Unread::Unreadable));
    }
}

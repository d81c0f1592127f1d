//! What holds for every kind of place.

use std::fs;
use std::path::{Path, PathBuf};

use lisuan_places::{Credentials, Place, PlaceError, Site};

use crate::servers::{BrokenWay, KEY, s3, webdav};

/// A place with the folder its files lie in.
struct Kind {
    what: &'static str,
    site: Site,
    who: Credentials,
    folder: tempfile::TempDir,
    files: PathBuf,
}

fn kinds() -> Vec<Kind> {
    let plain = tempfile::tempdir().unwrap();
    let dav = tempfile::tempdir().unwrap();
    let storage = tempfile::tempdir().unwrap();
    fs::create_dir(storage.path().join("cases")).unwrap();
    let (dav_url, s3_url) =
        (format!("http://{}", webdav(dav.path())), format!("http://{}", s3(storage.path())));
    let who = Credentials { user: KEY.0.to_owned(), secret: KEY.1.to_owned() };
    vec![
        Kind {
            what: "folder",
            site: Site::Folder(plain.path().to_owned()),
            who: Credentials::default(),
            files: plain.path().to_owned(),
            folder: plain,
        },
        Kind {
            what: "WebDAV",
            site: Site::WebDav { url: dav_url },
            who: Credentials::default(),
            files: dav.path().to_owned(),
            folder: dav,
        },
        Kind {
            what: "S3",
            site: bucket(s3_url),
            who,
            files: storage.path().join("cases"),
            folder: storage,
        },
    ]
}

fn bucket(endpoint: String) -> Site {
    let (region, bucket) = ("auto".to_owned(), "cases".to_owned());
    Site::S3 { endpoint, region, bucket, prefix: String::new() }
}

fn package(folder: &Path, name: &str, bytes: usize) -> PathBuf {
    let path = folder.join(name);
    let content: Vec<u8> = (0..bytes).map(|n| ((n / 7) ^ (n >> 11)) as u8).collect();
    fs::write(&path, content).unwrap();
    path
}

fn parts(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.extension().is_some_and(|end| end == "part")).collect()
}

#[test]
fn what_is_sent_is_listed_and_comes_back() {
    for kind in kinds() {
        let what = kind.what;
        let place = Place::open(&kind.site, &kind.who, false).unwrap();
        assert_eq!(place.list().unwrap(), [], "{what}: nothing is there yet");
        let here = tempfile::tempdir().unwrap();
        let file = package(here.path(), "报案 1.lshand", 20_000_001);
        let mut seen = Vec::new();
        let sent = place
            .send(&file, &mut |done, total| {
                seen.push((done, total));
                true
            })
            .unwrap_or_else(|error| panic!("{what}: {error:?}"));
        assert_eq!(seen.first(), Some(&(0, 20_000_001)), "{what}: progress is told");
        assert_eq!(place.list().unwrap(), std::slice::from_ref(&sent), "{what}: it is there");
        assert!(!sent.at.is_empty(), "{what}: since when");
        assert_eq!(parts(&kind.files), Vec::<PathBuf>::new(), "{what}: and no part of it");

        let there = tempfile::tempdir().unwrap();
        let first = place.fetch(&sent.name, there.path(), &mut |_, _| true).unwrap();
        assert_eq!(fs::read(&first).unwrap(), fs::read(&file).unwrap(), "{what}: byte for byte");
        let second = place.fetch(&sent.name, there.path(), &mut |_, _| true).unwrap();
        assert!(second.ends_with("报案 1 (2).lshand"), "{what}: nothing is replaced: {second:?}");

        assert_eq!(place.send(&file, &mut |_, _| true).unwrap(), sent, "{what}: again is the same");
        let other = package(here.path(), "报案 1.lshand", 5);
        let error = place.send(&other, &mut |_, _| true).unwrap_err();
        assert!(matches!(error, PlaceError::Exists(_)), "{what}: another of the name: {error:?}");
        drop(kind.folder);
    }
}

#[test]
fn what_is_on_its_way_altered_or_foreign_is_not_received() {
    for kind in kinds() {
        let what = kind.what;
        let place = Place::open(&kind.site, &kind.who, false).unwrap();
        let here = tempfile::tempdir().unwrap();
        let sent =
            place.send(&package(here.path(), "a.lshand", 300_000), &mut |_, _| true).unwrap();
        package(&kind.files, "on-its-way.lshand", 1000);
        package(&kind.files, "foreign.exe", 1000);
        fs::write(kind.files.join("odd.lsreceipt"), "x").unwrap();
        fs::write(kind.files.join("odd.lsreceipt.sha256"), "y".repeat(5000)).unwrap();
        assert_eq!(place.list().unwrap(), [sent], "{what}: only what was sent whole");
        let error = place.fetch("on-its-way.lshand", here.path(), &mut |_, _| true).unwrap_err();
        assert!(matches!(error, PlaceError::Missing(_)), "{what}: {error:?}");
        let error = place.fetch("../a.lshand", here.path(), &mut |_, _| true).unwrap_err();
        assert!(matches!(error, PlaceError::BadName(_)), "{what}: {error:?}");

        let mut bytes = fs::read(kind.files.join("a.lshand")).unwrap();
        bytes[150_000] ^= 1;
        fs::write(kind.files.join("a.lshand"), &bytes).unwrap();
        let there = tempfile::tempdir().unwrap();
        let error = place.fetch("a.lshand", there.path(), &mut |_, _| true).unwrap_err();
        assert!(matches!(error, PlaceError::Altered), "{what}: a byte was changed: {error:?}");
        assert_eq!(fs::read_dir(there.path()).unwrap().count(), 0, "{what}: nothing of it stays");
        drop(kind.folder);
    }
}

#[test]
fn a_stopped_transfer_goes_on_where_it_was() {
    for kind in kinds() {
        let what = kind.what;
        let place = Place::open(&kind.site, &kind.who, false).unwrap();
        let here = tempfile::tempdir().unwrap();
        let file = package(here.path(), "a.lshand", 15_000_000);
        let error = place.send(&file, &mut |_, _| false).unwrap_err();
        assert!(matches!(error, PlaceError::Cancelled), "{what}: {error:?}");
        assert_eq!(place.list().unwrap(), [], "{what}: half a file is none");
        place.send(&file, &mut |_, _| true).unwrap();

        let there = tempfile::tempdir().unwrap();
        let stop = &mut |done, _| done < 8_000_000;
        let error = place.fetch("a.lshand", there.path(), stop).unwrap_err();
        assert!(matches!(error, PlaceError::Cancelled), "{what}: {error:?}");
        let part = parts(there.path());
        assert_eq!(part.len(), 1, "{what}: what came stays to go on with");
        let had = part[0].metadata().unwrap().len();
        let mut begins = None;
        let fetched = place.fetch("a.lshand", there.path(), &mut |done, _| {
            begins.get_or_insert(done);
            true
        });
        assert_eq!(begins, Some(had), "{what}: nothing is fetched twice");
        assert_eq!(fs::read(fetched.unwrap()).unwrap(), fs::read(&file).unwrap(), "{what}");
        assert_eq!(parts(there.path()).len(), 0, "{what}: no part stays");
        drop(kind.folder);
    }
}

#[test]
fn a_connection_cut_in_the_middle_resumes() {
    let storage = tempfile::tempdir().unwrap();
    fs::create_dir(storage.path().join("cases")).unwrap();
    let dav = tempfile::tempdir().unwrap();
    let who = Credentials { user: KEY.0.to_owned(), secret: KEY.1.to_owned() };
    let s3_way = BrokenWay::to(s3(storage.path()));
    let dav_way = BrokenWay::to(webdav(dav.path()));
    let (s3_url, dav_url) =
        (format!("http://{}", s3_way.address), format!("http://{}", dav_way.address));
    for (what, site, way) in
        [("S3", bucket(s3_url), s3_way), ("WebDAV", Site::WebDav { url: dav_url }, dav_way)]
    {
        let place = Place::open(&site, &who, false).unwrap();
        let here = tempfile::tempdir().unwrap();
        let file = package(here.path(), "a.lshand", 15_000_000);
        place.send(&file, &mut |_, _| true).unwrap();
        let there = tempfile::tempdir().unwrap();
        way.breaks_after(10_000_000);
        let error = place.fetch("a.lshand", there.path(), &mut |_, _| true).unwrap_err();
        assert!(matches!(error, PlaceError::Unreachable(_)), "{what}: {error:?}");
        let had = parts(there.path())[0].metadata().unwrap().len();
        assert!(had >= 4_000_000, "{what}: {had} bytes are kept");
        assert!(!there.path().join("a.lshand").exists(), "{what}: it is never half received");
        way.breaks_after(u64::MAX / 2);
        let mut begins = None;
        let fetched = place.fetch("a.lshand", there.path(), &mut |done, _| {
            begins.get_or_insert(done);
            true
        });
        assert_eq!(begins, Some(had), "{what}: it goes on where it was cut");
        assert_eq!(fs::read(fetched.unwrap()).unwrap(), fs::read(&file).unwrap(), "{what}");
    }
}

#[test]
fn a_place_that_is_not_there_or_refuses_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let nobody = Credentials::default();
    let gone = folder.path().join("share");
    let error = Place::open(&Site::Folder(gone.clone()), &nobody, false).err().unwrap();
    assert!(matches!(error, PlaceError::Missing(_)), "{error:?}");
    assert!(!gone.exists(), "a share that is not connected is not made");

    let dead = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let site = Site::WebDav { url: format!("http://{dead}") };
    let error = Place::open(&site, &nobody, false).unwrap().list().unwrap_err();
    assert!(matches!(error, PlaceError::Unreachable(_)), "{error:?}");

    fs::create_dir(folder.path().join("cases")).unwrap();
    let site = bucket(format!("http://{}", s3(folder.path())));
    let who = Credentials { user: KEY.0.to_owned(), secret: "wrong".to_owned() };
    let error = Place::open(&site, &who, false).unwrap().list().unwrap_err();
    assert!(matches!(error, PlaceError::Refused), "a wrong secret: {error:?}");
    assert!(!format!("{error} {error:?} {who:?}").contains("wrong"), "no secret is shown");
}

#[test]
fn an_upload_to_a_folder_goes_on_where_it_broke_off() {
    let shared = tempfile::tempdir().unwrap();
    let site = Site::Folder(shared.path().to_owned());
    let place = Place::open(&site, &Credentials::default(), false).unwrap();
    let here = tempfile::tempdir().unwrap();
    let file = package(here.path(), "a.lshand", 30_000_000);
    let bytes = fs::read(&file).unwrap();
    let digest = digest_of(&bytes);
    let part = shared.path().join(format!("a.lshand.{}.part", &digest[..16]));
    let mut other = bytes[..20_000_000].to_vec();
    other[19_999_999] ^= 1;
    // What a sender leaves whose machine went out, and what only has its length.
    for (what, left, same) in [
        ("a beginning", &bytes[..20_000_000], true),
        ("all of it", &bytes[..], true),
        ("another beginning", &other[..], false),
        ("nothing", &[][..], false),
    ] {
        fs::write(&part, left).unwrap();
        let mut seen = Vec::new();
        let sent = place.send(&file, &mut |done, _| {
            seen.push(done);
            true
        });
        let sent = sent.unwrap_or_else(|error| panic!("{what}: {error:?}"));
        assert_eq!(fs::read(shared.path().join("a.lshand")).unwrap(), bytes, "{what}");
        assert_eq!(sent.sha256, digest, "{what}");
        let back = seen.windows(2).any(|two| two[1] < two[0]);
        assert_eq!(back, !same && !left.is_empty(), "{what}: begun anew or not: {seen:?}");
        assert_eq!(parts(shared.path()), Vec::<PathBuf>::new(), "{what}");
        fs::remove_file(shared.path().join("a.lshand")).unwrap();
        fs::remove_file(shared.path().join("a.lshand.sha256")).unwrap();
    }
}

fn digest_of(bytes: &[u8]) -> String {
    use sha2::Digest as _;
    format!("{:x}", sha2::Sha256::digest(bytes))
}

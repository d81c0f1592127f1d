//! Taking photos in: read, hash, look at, store; one transaction a photo, in the order given.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, PoisonError, mpsc};

use lisuan_core::Id;
use lisuan_core::change::{ALIVE, Change, Kind};
use lisuan_photos::{
    DecodeProblem, DecoderPool, Format, PREVIEW_SIDE_PX, PhotoFacts, PoolResult, THUMBNAIL_SIDE_PX,
};
use lisuan_store::{NewContent, Preview};

use crate::error::{Code, Error, Result, shown};
use crate::intake::{self, Found, LeftOut, Unread};
use crate::picture::stored;
use crate::session::{Session, Step};
use crate::wire::{AddedPhotos, FlaggedPhoto, Progress};
use crate::{App, Cancelled, OnProgress, clock, oddities, workers};

/// A file that was read, or why it could not be.
type Seen = std::result::Result<Ready, Unread>;

/// Photos that may be ready before the one whose turn it is: bounds memory.
const AHEAD_MAX: usize = 6;
/// Stands between the names of files beside a photo; no file name holds it.
const COMPANIONS_BETWEEN: &str = " / ";

/// A photo that was read and looked at, ready to be stored.
struct Ready {
    bytes: Vec<u8>,
    sha256: String,
    seen: Option<PoolResult>,
}

/// What an intake came to: what is in, what stopped it, and what it did not come to.
struct Outcome {
    out: AddedPhotos,
    stopped: Option<Error>,
    files: Vec<PathBuf>,
    left: Vec<PathBuf>,
}

impl App {
    /// Takes photos in from files and folders. What is in when this is stopped or fails stays in.
    ///
    /// # Errors
    /// What ended it before its time, a full disk for example.
    pub fn add_photos(
        &self,
        sources: &[PathBuf],
        progress: OnProgress<'_>,
        cancelled: Cancelled<'_>,
    ) -> Result<AddedPhotos> {
        let Outcome { out, stopped, .. } = self.take_in(sources, progress, cancelled)?;
        stopped.map_or(Ok(out), Err)
    }

    /// The same for a window: what ended it is told with what is in, and what it did not come to is
    /// remembered for [`App::add_rest`].
    ///
    /// # Errors
    /// Only when nothing was begun.
    pub fn intake_photos(
        &self,
        sources: &[PathBuf],
        progress: OnProgress<'_>,
        cancelled: Cancelled<'_>,
    ) -> Result<AddedPhotos> {
        let Outcome { mut out, stopped, files, left } =
            self.take_in(sources, progress, cancelled)?;
        out.stopped = stopped.map(|error| error.view());
        let tried: BTreeSet<&PathBuf> = files.iter().chain(&left).collect();
        let mut rest = self.lock_unfinished();
        rest.retain(|path| !tried.contains(path));
        rest.extend(left);
        out.left = rest.len() as u64;
        Ok(out)
    }

    /// The same for files that are gone afterwards: nothing of them is remembered.
    pub(crate) fn intake_once(
        &self,
        files: &[PathBuf],
        progress: OnProgress<'_>,
        cancelled: Cancelled<'_>,
    ) -> Result<AddedPhotos> {
        let Outcome { mut out, stopped, .. } = self.take_in(files, progress, cancelled)?;
        out.stopped = stopped.map(|error| error.view());
        Ok(out)
    }

    /// Goes on with what earlier intakes did not come to.
    ///
    /// # Errors
    /// Only when nothing was begun; what is left is still remembered then.
    pub fn add_rest(
        &self,
        progress: OnProgress<'_>,
        cancelled: Cancelled<'_>,
    ) -> Result<AddedPhotos> {
        let rest = self.lock_unfinished().clone();
        let (there, away): (Vec<PathBuf>, Vec<PathBuf>) =
            rest.into_iter().partition(|path| path.exists());
        let mut out = self.intake_photos(&there, progress, cancelled)?;
        out.refused.extend(away.iter().map(|path| FlaggedPhoto {
            file_name: shown(path),
            number: None,
            codes: vec![Unread::Gone.code().to_owned()],
        }));
        Ok(out)
    }

    /// Gives up what earlier intakes did not come to.
    pub fn forget_rest(&self) {
        self.lock_unfinished().clear();
    }

    /// Takes in what is new in the watched folder. What it does not come to stays new there.
    ///
    /// # Errors
    /// Only when nothing was begun.
    pub fn add_watched(
        &self,
        progress: OnProgress<'_>,
        cancelled: Cancelled<'_>,
    ) -> Result<AddedPhotos> {
        let new = self.watched_new()?.files;
        let Outcome { mut out, stopped, files, left } = self.take_in(&new, progress, cancelled)?;
        out.stopped = stopped.map(|error| error.view());
        let left: BTreeSet<PathBuf> = left.into_iter().collect();
        out.left = left.len() as u64;
        self.watched_done(files.iter().filter(|path| !left.contains(*path)));
        Ok(out)
    }

    fn take_in(
        &self,
        sources: &[PathBuf],
        progress: OnProgress<'_>,
        cancelled: Cancelled<'_>,
    ) -> Result<Outcome> {
        self.with_session(|session| session.writable())?;
        let pool = self.decoder()?;
        let Found { files, left_out, companions } = intake::files(sources)?;
        let mut intake = Intake {
            app: self,
            batch: clock::new_id(),
            out: AddedPhotos {
                added: 0,
                duplicates: Vec::new(),
                flagged: Vec::new(),
                refused: Vec::new(),
                cancelled: false,
                stopped: None,
                left: 0,
                delta: None,
            },
            bytes: 0,
            done: 0,
            away: Vec::new(),
            companions,
        };
        for LeftOut { path, code } in &left_out {
            intake.refuse(path, code);
            if *code == intake::FOLDER_UNREADABLE {
                intake.away.push(path.clone());
            }
        }
        let stopped = intake.run(&files, pool, progress, cancelled).err();
        let Intake { mut out, done, away, .. } = intake;
        let mut left = away;
        left.extend(files.get(done..).unwrap_or_default().iter().cloned());
        if out.added > 0 {
            out.delta = Some(self.with_session(|session| Ok(session.delta(Vec::new())))?);
        }
        Ok(Outcome { out, stopped, files, left })
    }
}

/// The gate that keeps readers from running ahead of the photo whose turn it is.
struct Turn {
    next: Mutex<usize>,
    moved: Condvar,
}

impl Turn {
    fn wait_for(&self, index: usize, stop: &AtomicBool) {
        let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        while index > *next + AHEAD_MAX && !stop.load(Ordering::Relaxed) {
            next = self.moved.wait(next).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn advance(&self, to: usize) {
        *self.next.lock().unwrap_or_else(PoisonError::into_inner) = to;
        self.moved.notify_all();
    }
}

struct Intake<'a> {
    app: &'a App,
    batch: Id,
    out: AddedPhotos,
    bytes: u64,
    /// How many files were dealt with: in, or not in with a reason.
    done: usize,
    /// Files that could not be reached and may come back with their card.
    away: Vec<PathBuf>,
    companions: BTreeMap<PathBuf, Vec<String>>,
}

impl Intake<'_> {
    fn run(
        &mut self,
        files: &[PathBuf],
        pool: &DecoderPool,
        progress: OnProgress<'_>,
        cancelled: Cancelled<'_>,
    ) -> Result<()> {
        let (claimed, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
        let turn = Turn { next: Mutex::new(0), moved: Condvar::new() };
        let known = Mutex::new(BTreeSet::new());
        let (sender, receiver) = mpsc::channel();
        std::thread::scope(|scope| {
            for _ in 0..workers().min(files.len()) {
                let (sender, app) = (sender.clone(), self.app);
                let (claimed, stop, turn, known) = (&claimed, &stop, &turn, &known);
                scope.spawn(move || {
                    loop {
                        let index = claimed.fetch_add(1, Ordering::Relaxed);
                        if index >= files.len() {
                            break;
                        }
                        turn.wait_for(index, stop);
                        if stop.load(Ordering::Relaxed) {
                            break;
                        }
                        let ready = look_at(app, &files[index], pool, known);
                        if sender.send((index, ready)).is_err() {
                            break;
                        }
                    }
                });
            }
            drop(sender);
            let mut waiting = BTreeMap::new();
            let mut next = 0;
            let mut outcome = Ok(());
            for (index, ready) in receiver {
                waiting.insert(index, ready);
                while outcome.is_ok()
                    && let Some(ready) = waiting.remove(&next)
                {
                    if cancelled() {
                        self.out.cancelled = true;
                        stop.store(true, Ordering::Relaxed);
                        turn.advance(next);
                        break;
                    }
                    outcome = self.take(&files[next], ready);
                    next += 1;
                    if outcome.is_ok() {
                        self.done = next;
                    }
                    progress(Progress {
                        task: "add-photos".to_owned(),
                        done: next as u64,
                        total: files.len() as u64,
                        bytes: self.bytes,
                        subject: shown(&files[next - 1]),
                    });
                    if outcome.is_err() {
                        stop.store(true, Ordering::Relaxed);
                    }
                    turn.advance(next);
                }
                if self.out.cancelled {
                    break;
                }
            }
            outcome
        })
    }

    /// Stores one photo or says why not. An error ends the intake: it would meet every later photo
    /// too, as a full disk does.
    fn take(&mut self, file: &Path, ready: Result<Seen>) -> Result<()> {
        let ready = match ready? {
            Ok(ready) => ready,
            Err(unread) => {
                if unread.may_come_back() {
                    self.away.push(file.to_owned());
                }
                self.refuse(file, unread.code());
                return Ok(());
            }
        };
        self.bytes += ready.bytes.len() as u64;
        let Some(seen) = ready.seen else {
            let number = self.number_of(&ready.sha256)?;
            self.out.duplicates.push(FlaggedPhoto {
                file_name: shown(file),
                number,
                codes: vec!["duplicate".to_owned()],
            });
            return Ok(());
        };
        if seen.facts.format.is_none() {
            self.refuse(file, "not-a-picture");
            return Ok(());
        }
        if let Some(DecodeProblem::NotStarted { detail }) = &seen.problem {
            return Err(Error::new(Code::DecoderMissing).because(detail.clone()));
        }
        let batch = self.batch;
        let beside = self.companions.get(file).map(|names| names.join(COMPANIONS_BETWEEN));
        let (number, oddities) = self.app.with_session(|session| {
            session.add_photo(file, &ready.bytes, &ready.sha256, &seen, batch, beside)
        })?;
        self.out.added += 1;
        if !oddities.is_empty() {
            self.out.flagged.push(FlaggedPhoto {
                file_name: shown(file),
                number: Some(number),
                codes: oddities,
            });
        }
        Ok(())
    }

    fn refuse(&mut self, file: &Path, code: &str) {
        self.out.refused.push(FlaggedPhoto {
            file_name: shown(file),
            number: None,
            codes: vec![code.to_owned()],
        });
    }

    fn number_of(&self, sha256: &str) -> Result<Option<String>> {
        self.app.with_session(|session| {
            let photo = session.case.photos.iter().find(|p| p.content.as_deref() == Some(sha256));
            Ok(photo.and_then(|photo| photo.number.clone()))
        })
    }
}

/// Reads, hashes and decodes one file. `seen` is absent when its bytes are in the case already or
/// came earlier in this intake.
fn look_at(
    app: &App,
    file: &Path,
    pool: &DecoderPool,
    known: &Mutex<BTreeSet<String>>,
) -> Result<Seen> {
    let bytes = match intake::read(file) {
        Ok(bytes) => bytes,
        Err(unread) => return Ok(Err(unread)),
    };
    let sha256 = lisuan_photos::hex(&lisuan_photos::sha256(&bytes));
    let first = known.lock().unwrap_or_else(PoisonError::into_inner).insert(sha256.clone());
    // A photo that was deleted may come in again: its bytes are kept, the photo gets a new number.
    let standing = app.with_session(|session| {
        Ok(session.case.photos.iter().any(|p| p.content.as_deref() == Some(&sha256)))
    })?;
    if !first || standing {
        return Ok(Ok(Ready { bytes, sha256, seen: None }));
    }
    let seen = pool.process(&bytes, &[PREVIEW_SIDE_PX, THUMBNAIL_SIDE_PX]);
    if let Some(look) = seen.look {
        app.lock_fingerprints().insert(sha256.clone(), look.fingerprint);
    }
    Ok(Ok(Ready { bytes, sha256, seen: Some(seen) }))
}

impl Session {
    /// Stores one photo with its original and previews; gives its number and its oddities.
    fn add_photo(
        &mut self,
        file: &Path,
        bytes: &[u8],
        sha256: &str,
        seen: &PoolResult,
        batch: Id,
        companions: Option<String>,
    ) -> Result<(String, Vec<String>)> {
        let number = self.next_photo_number();
        let oddities = oddities::codes(seen);
        let id = clock::new_id();
        let mut changes = vec![Change {
            kind: Kind::Photo,
            id,
            field: ALIVE,
            before: None,
            after: Some("1".to_owned()),
        }];
        let beside = companions.map(|names| ("companions", plain(&names, 400)));
        let fields = photo_fields(file, sha256, &number, seen, &oddities);
        for (field, value) in fields.into_iter().chain(beside) {
            let change = Change::checked(Kind::Photo, id, field, None, Some(&value));
            changes.push(change.map_err(|error| {
                Error::new(Code::BadValue)
                    .with("kind", Kind::Photo.as_str())
                    .with("field", field)
                    .with("value", value.chars().take(60).collect::<String>())
                    .with("reason", &error)
                    .because(error)
            })?);
        }
        let previews: Vec<Preview> = seen.previews.iter().cloned().map(stored).collect();
        let mut step = Step::plain("add-photos", &number, changes);
        step.batch = Some(batch);
        step.content = Some(NewContent { sha256, bytes, previews: &previews });
        self.apply(step)?;
        Ok((number, oddities))
    }

    /// The next free number of this device in this case; deleted photos keep theirs.
    fn next_photo_number(&self) -> String {
        let prefix = format!("{}-", self.worker.prefix);
        let last = self
            .state
            .of_kind(Kind::Photo)
            .filter_map(|(_, record)| record.get("number")?.strip_prefix(&prefix)?.parse().ok())
            .max()
            .unwrap_or(0u32);
        format!("{prefix}{:04}", last + 1)
    }
}

fn photo_fields(
    file: &Path,
    sha256: &str,
    number: &str,
    seen: &PoolResult,
    oddities: &[String],
) -> Vec<(&'static str, String)> {
    let facts = &seen.facts;
    let heic = facts.format == Some(Format::Heic);
    // A HEIC file turns its picture by its own means; the pixels come out upright.
    let size = if heic { facts.upright.or(facts.stored) } else { facts.stored };
    let orientation = if heic { 1 } else { facts.orientation.exif_value() };
    let camera = [&facts.camera_make, &facts.camera_model];
    let camera: Vec<&str> = camera.into_iter().flatten().map(String::as_str).collect();
    let time = facts.capture_time.as_ref();
    let fields = [
        ("number", Some(number.to_owned())),
        ("content", Some(sha256.to_owned())),
        ("file_name", Some(plain(&shown(file), 400))),
        ("format", facts.format.map(|format| format.extension().to_owned())),
        ("bytes", Some(facts.byte_len.to_string())),
        ("width_px", size.map(|size| size.width_px.to_string())),
        ("height_px", size.map(|size| size.height_px.to_string())),
        ("orientation", Some(orientation.to_string())),
        ("taken_at", time.map(|time| time.local.clone())),
        ("taken_offset", time.and_then(|time| time.offset_minutes).map(offset_text)),
        ("latitude", facts.position.as_ref().map(|p| p.latitude_deg.clone())),
        ("longitude", facts.position.as_ref().map(|p| p.longitude_deg.clone())),
        ("camera", (!camera.is_empty()).then(|| plain(&camera.join(" "), 200))),
        ("software", facts.software.as_deref().map(|text| plain(text, 200))),
        ("serial", facts.body_serial.as_deref().map(|text| plain(text, 200))),
        ("direction", direction_true(facts)),
        ("datum", facts.map_datum.as_deref().map(|text| plain(text, 200))),
        ("likeness", seen.look.and_then(|look| look.fingerprint).map(|f| format!("{f:016x}"))),
        ("oddities", (!oddities.is_empty()).then(|| oddities.join(" "))),
        ("altitude", facts.altitude_m.clone()),
        ("subsecond", time.and_then(|time| time.subsecond.clone())),
        ("added_at", Some(clock::now().to_string())),
    ];
    fields.into_iter().filter_map(|(field, value)| Some((field, value?))).collect()
}

/// The direction of the lens from true north. A compass that points to the magnetic pole is off by
/// a declination that depends on place and year, so what it says is not taken for this.
fn direction_true(facts: &PhotoFacts) -> Option<String> {
    let direction = facts.direction.as_ref()?;
    (direction.magnetic == Some(false)).then(|| direction.degrees.clone())
}

fn plain(text: &str, chars_max: usize) -> String {
    text.chars().filter(|c| !c.is_control()).take(chars_max).collect()
}

fn offset_text(minutes: i16) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", minutes.unsigned_abs() / 60, minutes.unsigned_abs() % 60)
}

//! Decoder processes, and photos handed to them.

use std::io;
use std::path::PathBuf;
use std::process::{ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use crate::child::{DECODER_ARGUMENT, limit_arguments};
use crate::cover::{COVERS_MAX, Cover};
use crate::facts::{PhotoFacts, facts};
use crate::format::sniff;
use crate::limits::DecoderLimits;
use crate::look::Look;
use crate::problem::DecodeProblem;
use crate::render::{
    COPY_QUALITY, PREVIEW_QUALITY, PREVIEWS_MAX, Preview, Rendered, THUMBNAIL_SIDE_PX,
};
use crate::watchdog::{SharedChild, Watchdog, lock};
use crate::wire::{self, Request};

/// Everything learned about one photo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PoolResult {
    /// What the file says about itself; given whatever happens to the pixels.
    pub facts: PhotoFacts,
    /// One per side asked for, in that order; none when the pixels could not be decoded.
    pub previews: Vec<Preview>,
    /// What the pixels look like; nothing when they are damaged or could not be decoded.
    pub look: Option<Look>,
    /// What was wrong with the pixels.
    pub problem: Option<DecodeProblem>,
}

/// Decodes photos in child processes: what a malicious photo can take over or bring down is a
/// process that holds nothing but that photo.
///
/// Processes are started when they are needed and kept for the next photo. Any number of threads
/// may ask at a time; as many photos are in flight as there are workers, and further threads wait.
/// Dropping the pool ends the processes; should the program itself be killed, they end with it,
/// because their input does.
pub struct DecoderPool {
    exe: PathBuf,
    limits: DecoderLimits,
    workers: usize,
    watchdog: Watchdog,
    staff: Mutex<Staff>,
    freed: Condvar,
}

#[derive(Default)]
struct Staff {
    idle: Vec<DecoderProcess>,
    /// Processes that are idle, busy or being started.
    live: usize,
}

/// One child process and the two pipes to it. Dropping it ends the process and collects it.
struct DecoderProcess {
    child: SharedChild,
    stdin: ChildStdin,
    stdout: ChildStdout,
}

impl DecoderPool {
    /// Prepares a pool whose processes run `exe`, a program that calls
    /// [`run_decoder_if_asked`](crate::run_decoder_if_asked); usually the running program itself.
    ///
    /// # Errors
    /// Whatever the system returns when it cannot start the thread that watches over deadlines.
    pub fn new(exe: PathBuf, workers: usize, limits: DecoderLimits) -> io::Result<Self> {
        Ok(Self {
            exe,
            limits,
            workers: workers.max(1),
            watchdog: Watchdog::start()?,
            staff: Mutex::default(),
            freed: Condvar::new(),
        })
    }

    /// Reads the facts of a photo and makes previews with the given longest sides (at most
    /// [`PREVIEWS_MAX`]), in pixels. Blocks until it is done or its time is over.
    ///
    /// The facts are read in this process, in safe code that decodes nothing, while the child works
    /// on the pixels; so they are there even when the child is lost.
    pub fn process(&self, bytes: &[u8], sides_px: &[u32]) -> PoolResult {
        let mut known = None;
        let rendered =
            self.render(bytes, sides_px, PREVIEW_QUALITY, &[], || known = Some(facts(bytes)));
        let facts = known.unwrap_or_else(|| facts(bytes));
        let Rendered { previews, look, problem } = rendered;
        PoolResult { facts, previews, look, problem }
    }

    /// Fingerprints a picture that was made small before, such as a stored preview.
    ///
    /// # Errors
    /// What kept the pixels from being decoded.
    pub fn fingerprint(&self, preview: &[u8]) -> Result<Option<u64>, DecodeProblem> {
        let rendered = self.render(preview, &[THUMBNAIL_SIDE_PX], PREVIEW_QUALITY, &[], || ());
        match rendered {
            Rendered { look: Some(look), .. } => Ok(look.fingerprint),
            Rendered { problem: Some(problem), .. } => Err(problem),
            _ => Err(DecodeProblem::damaged("the decoder gave no picture")),
        }
    }

    /// Makes an upright JPEG without metadata of a whole photo, at most `side_px_max` pixels long:
    /// a copy for documents that cannot hold a HEIC, PNG or WebP.
    ///
    /// # Errors
    /// What kept the pixels from being decoded. A copy of a damaged photo shows what is left of it.
    pub fn jpeg_copy(&self, bytes: &[u8], side_px_max: u32) -> Result<Preview, DecodeProblem> {
        self.covered_copy(bytes, side_px_max, &[])
    }

    /// The same with parts made unreadable: burnt into the pixels, so that nothing lies below.
    ///
    /// # Errors
    /// Also when there are more than [`COVERS_MAX`] parts: a copy that lacks one must not be shown.
    pub fn covered_copy(
        &self,
        bytes: &[u8],
        side_px_max: u32,
        covers: &[Cover],
    ) -> Result<Preview, DecodeProblem> {
        if covers.len() > COVERS_MAX {
            return Err(DecodeProblem::unsupported("more covered parts than the limit"));
        }
        let rendered = self.render(bytes, &[side_px_max], COPY_QUALITY, covers, || ());
        match (rendered.previews.into_iter().next(), rendered.problem) {
            (Some(copy), _) => Ok(copy),
            (None, Some(problem)) => Err(problem),
            (None, None) => Err(DecodeProblem::damaged("the decoder gave no picture")),
        }
    }

    /// Sends a photo, does something else while it is decoded, and receives the answer.
    fn render(
        &self,
        bytes: &[u8],
        sides_px: &[u32],
        quality: u8,
        covers: &[Cover],
        meanwhile: impl FnOnce(),
    ) -> Rendered {
        self.try_render(bytes, sides_px, quality, covers, meanwhile)
            .unwrap_or_else(|problem| Rendered { problem: Some(problem), ..Rendered::default() })
    }

    fn try_render(
        &self,
        bytes: &[u8],
        sides_px: &[u32],
        quality: u8,
        covers: &[Cover],
        meanwhile: impl FnOnce(),
    ) -> Result<Rendered, DecodeProblem> {
        sniff(bytes).ok_or(DecodeProblem::NotAPicture)?;
        let byte_len = bytes.len() as u64;
        if byte_len > self.limits.file_bytes_max {
            return Err(DecodeProblem::FileTooLong { byte_len });
        }
        let sides_px = sides_px.get(..PREVIEWS_MAX).unwrap_or(sides_px).to_vec();
        let request = Request { sides_px, quality, byte_len, covers: covers.to_vec() };

        let mut meanwhile = Some(meanwhile);
        let mut place = self.take_place();
        // A used process may have been lost while it was idle. A photo is blamed for a crash only
        // when it ends a new one.
        if let Some(used) = place.process.take()
            && let Ok(answer) = self.exchange(used, bytes, &request, &mut meanwhile, &mut place)?
        {
            return Ok(answer);
        }
        let fresh = self.start()?;
        self.exchange(fresh, bytes, &request, &mut meanwhile, &mut place)?
            .map_err(|detail| DecodeProblem::Crashed { detail })
    }

    /// Talks to one process about one photo; puts the process back into its place if it answered.
    /// The inner error is how it was lost.
    fn exchange(
        &self,
        mut process: DecoderProcess,
        bytes: &[u8],
        request: &Request,
        meanwhile: &mut Option<impl FnOnce()>,
        place: &mut Place<'_>,
    ) -> Result<Result<Rendered, String>, DecodeProblem> {
        let deadline = self.watchdog.set(&process.child, self.limits.time_max);
        let answer = request.write(bytes, &mut process.stdin).and_then(|()| {
            if let Some(meanwhile) = meanwhile.take() {
                meanwhile();
            }
            wire::read_answer(&mut process.stdout, request)
        });
        if deadline.was_missed() {
            return Err(DecodeProblem::TimedOut { time_max: self.limits.time_max });
        }
        drop(deadline);
        Ok(match answer {
            Ok(answer) => {
                place.process = Some(process);
                Ok(answer)
            }
            Err(error) => Err(process.how_it_ended().unwrap_or_else(|| error.to_string())),
        })
    }

    /// Waits for a place on the staff, with an idle process in it if there is one.
    fn take_place(&self) -> Place<'_> {
        let mut staff = lock(&self.staff);
        loop {
            let process = staff.idle.pop();
            if process.is_some() || staff.live < self.workers {
                staff.live += usize::from(process.is_none());
                return Place { pool: self, process };
            }
            staff = self.freed.wait(staff).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn start(&self) -> Result<DecoderProcess, DecodeProblem> {
        let mut command = Command::new(&self.exe);
        command
            .arg(DECODER_ARGUMENT)
            .args(limit_arguments(&self.limits))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            // A decoder's complaints about a photo come back in its answer.
            .stderr(Stdio::null());
        set_apart(&mut command);
        let not_started = |detail: String| DecodeProblem::NotStarted { detail };
        let mut child = command.spawn().map_err(|error| not_started(error.to_string()))?;
        let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
        let child = Arc::new(Mutex::new(child));
        match (stdin, stdout) {
            (Some(stdin), Some(stdout)) => Ok(DecoderProcess { child, stdin, stdout }),
            _ => Err(not_started("it has no input or output".to_owned())),
        }
    }
}

/// Keeps Ctrl+C in the program's terminal from reaching the decoder, which would cost the photo in
/// flight its previews, and keeps Windows from opening a console window for each decoder.
#[cfg(windows)]
pub(crate) fn set_apart(command: &mut Command) {
    use std::os::windows::process::CommandExt;

    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    const CREATE_NEW_PROCESS_GROUP: u32 = 0x0000_0200;
    command.creation_flags(CREATE_NO_WINDOW | CREATE_NEW_PROCESS_GROUP);
}

/// Keeps Ctrl+C in the program's terminal from reaching the decoder, which would cost the photo in
/// flight its previews. The decoder still ends with the program, because its input does.
#[cfg(unix)]
pub(crate) fn set_apart(command: &mut Command) {
    use std::os::unix::process::CommandExt;

    command.process_group(0);
}

/// A place on the staff that this thread holds; given back, with its process if that is still good,
/// however the thread is done with it.
struct Place<'a> {
    pool: &'a DecoderPool,
    process: Option<DecoderProcess>,
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        let mut staff = lock(&self.pool.staff);
        match self.process.take() {
            Some(process) => staff.idle.push(process),
            None => staff.live -= 1,
        }
        drop(staff);
        self.pool.freed.notify_one();
    }
}

impl DecoderProcess {
    /// Tells how a process that stopped answering ended; `None` when it had not ended.
    fn how_it_ended(&self) -> Option<String> {
        let mut child = lock(&self.child);
        // Its output closes a moment before it is gone; ending it now does not change its status.
        for _ in 0..20 {
            if let Ok(Some(status)) = child.try_wait() {
                return Some(status.to_string());
            }
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        None
    }
}

impl Drop for DecoderProcess {
    fn drop(&mut self) {
        let mut child = lock(&self.child);
        // Fails when it has ended already; collecting it then is all there is to do.
        let _ = child.kill();
        let _ = child.wait();
    }
}

//! The side of the program that asks: starts page processes and reads what they send.

use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::process::{ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Instant;

use super::child::{PAGES_ARGUMENT, arguments};
use super::wire::{self, Opened, Page};
use super::{Drawn, DrawnPage, PageLimits, PageProblem, is_pdf};
use crate::pool::set_apart;
use crate::watchdog::{SharedChild, Watchdog, lock};

/// Processes that may be lost to pages of one document before the rest of it is given up.
const LOST_MAX: usize = 3;

/// Draws the pages of a PDF in processes that run `exe`, a program that calls
/// [`run_page_decoder_if_asked`](crate::run_page_decoder_if_asked). `each` gets page after page and
/// answers whether to go on.
///
/// A page that ends its process, or takes too long, is left out and the next one is drawn by a new
/// process. Blocks until it is done; never panics, whatever the bytes.
pub fn draw_pages<S: Read + Seek>(
    exe: &Path,
    from: &mut S,
    limits: &PageLimits,
    each: &mut dyn FnMut(DrawnPage) -> bool,
) -> Drawn {
    let mut drawn = Drawn::default();
    if let Err(problem) = try_draw(exe, from, limits, each, &mut drawn) {
        drawn.problems.push(problem);
    }
    drawn
}

fn try_draw<S: Read + Seek>(
    exe: &Path,
    from: &mut S,
    limits: &PageLimits,
    each: &mut dyn FnMut(DrawnPage) -> bool,
    drawn: &mut Drawn,
) -> Result<(), PageProblem> {
    let bytes = measured(from)?;
    if bytes > limits.file_bytes_max {
        return Err(PageProblem::FileTooLong { bytes });
    }
    let watchdog = Watchdog::start().map_err(not_started)?;
    let ends = Instant::now() + limits.time_max;
    let mut work = Work { limits, watchdog: &watchdog, ends, next: 1, count: 0 };
    let mut lost = 0;
    loop {
        from.seek(SeekFrom::Start(0)).map_err(unreadable)?;
        let process = PageProcess::start(exe, limits, work.next)?;
        match work.read(process, from, bytes, each, drawn) {
            Ok(()) => return Ok(()),
            Err(End::Final(problem)) => return Err(problem),
            // The page that was due took the process with it.
            Err(End::Lost(problem)) => {
                lost += 1;
                drawn.problems.push(problem);
                work.next += 1;
                if drawn.facts.is_none() || lost > LOST_MAX || work.next > work.count {
                    return Ok(());
                }
            }
        }
    }
}

/// The length of a file that begins as a PDF does.
fn measured<S: Read + Seek>(from: &mut S) -> Result<u64, PageProblem> {
    let bytes = from.seek(SeekFrom::End(0)).map_err(unreadable)?;
    from.seek(SeekFrom::Start(0)).map_err(unreadable)?;
    let mut start = Vec::new();
    from.by_ref().take(1024).read_to_end(&mut start).map_err(unreadable)?;
    if is_pdf(&start) { Ok(bytes) } else { Err(PageProblem::NotAPdf) }
}

fn unreadable(error: io::Error) -> PageProblem {
    PageProblem::Unreadable { detail: error.to_string() }
}

fn not_started(error: io::Error) -> PageProblem {
    PageProblem::NotStarted { detail: error.to_string() }
}

/// How a process ended before its document did.
enum End {
    /// The document is done with.
    Final(PageProblem),
    /// Another process may go on after the page that was due.
    Lost(PageProblem),
}

/// What is left to do of a document.
struct Work<'a> {
    limits: &'a PageLimits,
    watchdog: &'a Watchdog,
    ends: Instant,
    /// The page that is due, from 1.
    next: u32,
    /// Pages to draw.
    count: u32,
}

impl Work<'_> {
    fn read<S: Read>(
        &mut self,
        mut process: PageProcess,
        from: &mut S,
        bytes: u64,
        each: &mut dyn FnMut(DrawnPage) -> bool,
        drawn: &mut Drawn,
    ) -> Result<(), End> {
        let opened = self.timed(&mut process, 0, |process| {
            process.stdin.write_all(&bytes.to_le_bytes())?;
            io::copy(&mut from.take(bytes), &mut process.stdin)?;
            process.stdin.flush()?;
            wire::read_opened(&mut process.stdout)
        })?;
        let facts = match opened {
            Opened::Read(facts) => facts,
            Opened::Encrypted => return Err(End::Final(PageProblem::Encrypted)),
            Opened::Damaged => return Err(End::Final(PageProblem::Damaged)),
        };
        if drawn.facts.is_none() {
            drawn.facts = Some(facts);
            self.count = facts.pages.min(self.limits.pages_max);
            if facts.pages == 0 {
                return Err(End::Final(PageProblem::NoPages));
            }
            if facts.pages > self.limits.pages_max {
                drawn.problems.push(PageProblem::TooManyPages { pages: facts.pages });
            }
        }
        while self.next <= self.count {
            let due = self.next;
            let limits = self.limits;
            let page = self.timed(&mut process, due, |process| {
                wire::read_page(&mut process.stdout, due, limits)
            })?;
            match page {
                Page::Damaged(page) => drawn.problems.push(PageProblem::PageDamaged { page }),
                Page::Drawn(page) => {
                    drawn.pages += 1;
                    if !each(page) {
                        return Err(End::Final(PageProblem::Stopped));
                    }
                }
            }
            self.next += 1;
        }
        Ok(())
    }

    /// Talks to the process for no longer than its time.
    fn timed<T>(
        &self,
        process: &mut PageProcess,
        page: u32,
        talk: impl FnOnce(&mut PageProcess) -> io::Result<T>,
    ) -> Result<T, End> {
        let left = self.ends.saturating_duration_since(Instant::now());
        let deadline = self.watchdog.set(&process.child, left.min(self.limits.page_time_max));
        let said = talk(process);
        let missed = deadline.was_missed();
        drop(deadline);
        match said {
            Ok(said) => Ok(said),
            Err(_) if missed && left <= self.limits.page_time_max => {
                Err(End::Final(PageProblem::TimedOut { page }))
            }
            Err(_) if missed => Err(End::Lost(PageProblem::TimedOut { page })),
            Err(error) => {
                let detail = process.how_it_ended().unwrap_or_else(|| error.to_string());
                Err(End::Lost(PageProblem::Crashed { page, detail }))
            }
        }
    }
}

/// A page process and the two pipes to it. Dropping it ends the process and collects it.
struct PageProcess {
    child: SharedChild,
    stdin: ChildStdin,
    stdout: ChildStdout,
}

impl PageProcess {
    fn start(exe: &Path, limits: &PageLimits, first: u32) -> Result<Self, PageProblem> {
        let mut command = Command::new(exe);
        command
            .arg(PAGES_ARGUMENT)
            .args(arguments(limits, first))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        set_apart(&mut command);
        let mut child = command.spawn().map_err(not_started)?;
        let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
        let child = Arc::new(Mutex::new(child));
        match (stdin, stdout) {
            (Some(stdin), Some(stdout)) => Ok(Self { child, stdin, stdout }),
            _ => Err(PageProblem::NotStarted { detail: "it has no input or output".to_owned() }),
        }
    }

    /// Tells how a process that stopped answering ended; `None` when it had not ended.
    fn how_it_ended(&self) -> Option<String> {
        for _ in 0..20 {
            if let Ok(Some(status)) = lock(&self.child).try_wait() {
                return Some(status.to_string());
            }
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        None
    }
}

impl Drop for PageProcess {
    fn drop(&mut self) {
        let mut child = lock(&self.child);
        // Fails when it has ended already; collecting it then is all there is to do.
        let _ = child.kill();
        let _ = child.wait();
    }
}

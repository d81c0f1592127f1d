//! Ends processes that miss their deadline, so that blocking reads and writes on them come back.

use std::io;
use std::process::Child;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// A process that one thread talks to and the watchdog may end.
pub(crate) type SharedChild = Arc<Mutex<Child>>;

/// Takes a lock; a thread that panicked while it held one left nothing half done here.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

struct Watched {
    deadline: Instant,
    child: SharedChild,
    missed: Arc<AtomicBool>,
}

#[derive(Default)]
struct Watchlist {
    watched: Vec<Watched>,
    closed: bool,
}

type Shared = Arc<(Mutex<Watchlist>, Condvar)>;

/// One thread that watches over the deadlines of all decoder processes.
pub(crate) struct Watchdog {
    shared: Shared,
    thread: Option<JoinHandle<()>>,
}

/// A deadline that holds until this is dropped.
pub(crate) struct Deadline<'a> {
    shared: &'a Shared,
    missed: Arc<AtomicBool>,
}

impl Watchdog {
    /// Starts the thread.
    ///
    /// # Errors
    /// Whatever the system returns when it cannot start one.
    pub(crate) fn start() -> io::Result<Self> {
        let shared = Shared::default();
        let watching = Arc::clone(&shared);
        let thread = thread::Builder::new()
            .name("decoder watchdog".to_owned())
            .spawn(move || watch(&watching))?;
        Ok(Self { shared, thread: Some(thread) })
    }

    /// Gives a process until `time_max` from now.
    pub(crate) fn set(&self, child: &SharedChild, time_max: Duration) -> Deadline<'_> {
        let missed = Arc::new(AtomicBool::new(false));
        let (watchlist, changed) = &*self.shared;
        lock(watchlist).watched.push(Watched {
            deadline: Instant::now() + time_max,
            child: Arc::clone(child),
            missed: Arc::clone(&missed),
        });
        changed.notify_all();
        Deadline { shared: &self.shared, missed }
    }
}

impl Deadline<'_> {
    /// Tells whether the process was ended.
    pub(crate) fn was_missed(&self) -> bool {
        self.missed.load(Ordering::SeqCst)
    }
}

impl Drop for Deadline<'_> {
    fn drop(&mut self) {
        let (watchlist, _) = &**self.shared;
        lock(watchlist).watched.retain(|watched| !Arc::ptr_eq(&watched.missed, &self.missed));
    }
}

impl Drop for Watchdog {
    fn drop(&mut self) {
        let (watchlist, changed) = &*self.shared;
        lock(watchlist).closed = true;
        changed.notify_all();
        if let Some(thread) = self.thread.take() {
            // It only ends by returning; there is nothing to tell if it panicked.
            let _ = thread.join();
        }
    }
}

fn watch((watchlist, changed): &(Mutex<Watchlist>, Condvar)) {
    let mut list = lock(watchlist);
    while !list.closed {
        let now = Instant::now();
        list.watched.retain(|watched| {
            let in_time = watched.deadline > now;
            if !in_time {
                watched.missed.store(true, Ordering::SeqCst);
                // It may have ended by itself a moment ago.
                let _ = lock(&watched.child).kill();
            }
            in_time
        });
        let next = list.watched.iter().map(|watched| watched.deadline).min();
        list = match next {
            Some(deadline) => {
                let waited = changed.wait_timeout(list, deadline.saturating_duration_since(now));
                waited.unwrap_or_else(PoisonError::into_inner).0
            }
            None => changed.wait(list).unwrap_or_else(PoisonError::into_inner),
        };
    }
}

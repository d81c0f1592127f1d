//! Long work: one at a time, and a person can stop it.

use std::sync::atomic::{AtomicBool, Ordering};

use lisuan_app::{Code, Error};

/// Whether long work is under way and whether it should go on.
#[derive(Default)]
pub struct LongWork {
    busy: AtomicBool,
    stop: AtomicBool,
}

impl LongWork {
    /// Runs work that asks, with what it is given, whether to stop. Refused while other work runs:
    /// progress and cancel of the window belong to one.
    pub fn run<T>(
        &self,
        work: impl FnOnce(&(dyn Fn() -> bool + Sync)) -> lisuan_app::Result<T>,
    ) -> lisuan_app::Result<T> {
        if self.busy.swap(true, Ordering::AcqRel) {
            return Err(Error::new(Code::WorkUnderWay));
        }
        let _end = End(&self.busy);
        self.stop.store(false, Ordering::Release);
        work(&|| self.stop.load(Ordering::Acquire))
    }

    /// Asks the work under way to stop.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Release);
    }
}

/// Marks the end of work, also when it panics.
struct End<'a>(&'a AtomicBool);

impl Drop for End<'_> {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Release);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_at_a_time_and_stoppable() {
        let work = LongWork::default();
        work.stop();
        let done = work.run(|stopped| {
            assert!(!stopped(), "stopping the last work does not stop the next");
            let second = work.run(|_| Ok(()));
            assert_eq!(second.map_err(|error| error.code), Err(Code::WorkUnderWay));
            work.stop();
            assert!(stopped(), "the work hears that it should stop");
            Ok(7)
        });
        assert_eq!(done.map_err(|error| error.code), Ok(7));
        assert!(work.run(|_| Ok(())).is_ok(), "the next work may begin");
    }
}

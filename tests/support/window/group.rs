//! A child process with everything it starts, stopped as one.

use std::os::unix::process::CommandExt;
use std::process::{Child, Command};

use rustix::process::{Pid, Signal, kill_process_group};

use super::trouble::Result;

/// A process group of our own; killed when dropped.
pub struct Group {
    child: Child,
}

impl Group {
    /// Starts the command at the head of a new group.
    pub fn start(command: &mut Command) -> Result<Self> {
        Ok(Self { child: command.process_group(0).spawn()? })
    }

    /// The process at the head.
    pub fn head(&mut self) -> &mut Child {
        &mut self.child
    }

    /// Its number.
    pub fn id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        if let Some(group) = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw) {
            // Already gone is as good.
            let _ = kill_process_group(group, Signal::KILL);
        }
        let _ = self.child.wait();
    }
}

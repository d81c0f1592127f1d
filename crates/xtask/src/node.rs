//! Node, npm and the page's packages.

use crate::failure::Failure;
use crate::{place, steps};
use std::path::Path;
use std::time::SystemTime;

const INSTALL_NODE: &str = "Install Node 20.19 or newer (22.12 or newer of the 22 line) with npm from https://nodejs.org, or with the version switcher you use, and start again.";

/// Checks that Node is new enough for Vite and that npm is there.
pub fn check() -> Result<(), Failure> {
    let folder = place::root();
    let Some((_, text)) = steps::read(&mut steps::command("node", ["--version"], &folder)) else {
        return Err(Failure::machine("Node is not installed", INSTALL_NODE));
    };
    match version(&text) {
        Some(found) if new_enough(found) => {}
        Some((major, minor, patch)) => {
            return Err(Failure::machine(
                format!("Node {major}.{minor}.{patch} is too old to build the page"),
                INSTALL_NODE,
            ));
        }
        None => {
            return Err(Failure::machine(
                format!("`node --version` said {:?}, which is no version", text.trim()),
                INSTALL_NODE,
            ));
        }
    }
    match steps::read(&mut steps::npm(&["--version"])) {
        Some((status, _)) if status.success() => Ok(()),
        _ => Err(Failure::machine("npm is not installed", INSTALL_NODE)),
    }
}

/// Installs the page's packages when the lock file is newer than what was installed from it.
pub fn install_packages() -> Result<(), Failure> {
    let ui = place::ui();
    let installed = changed(&ui.join("node_modules/.package-lock.json"));
    if !stale(changed(&ui.join("package-lock.json")), installed) {
        return Ok(());
    }
    steps::say("installing the page's packages (npm ci)");
    steps::run(
        &mut steps::npm(&["ci", "--no-audit"]),
        "Is there a network? What npm says above names the package.",
    )
}

/// Builds the page into `ui/dist`, from where the window takes it in.
pub fn build_page() -> Result<(), Failure> {
    steps::say("building the page (npm run build)");
    steps::run(&mut steps::npm(&["run", "build"]), "The messages above name the file and line.")
}

fn changed(file: &Path) -> Option<SystemTime> {
    file.metadata().and_then(|facts| facts.modified()).ok()
}

/// Whether packages have to be installed: never done, or the lock file changed since.
fn stale(lock: Option<SystemTime>, installed: Option<SystemTime>) -> bool {
    match (lock, installed) {
        (Some(lock), Some(installed)) => lock > installed,
        _ => true,
    }
}

/// Reads `v20.19.2` as three numbers; a suffix such as `-nightly` is left aside.
fn version(text: &str) -> Option<(u32, u32, u32)> {
    let digits = text.trim().strip_prefix('v').unwrap_or(text.trim());
    let digits = digits.split(['-', '+']).next()?;
    let mut parts = digits.split('.').map(|part| part.parse().ok());
    let read = (parts.next()??, parts.next()??, parts.next()??);
    parts.next().is_none().then_some(read)
}

/// What Vite 8 asks for: `^20.19.0 || >=22.12.0`.
fn new_enough(version: (u32, u32, u32)) -> bool {
    (version.0 == 20 && version >= (20, 19, 0)) || version >= (22, 12, 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn versions_are_read_as_node_prints_them() {
        assert_eq!(version("v20.19.2\n"), Some((20, 19, 2)));
        assert_eq!(version("22.12.0"), Some((22, 12, 0)));
        assert_eq!(version("v25.0.0-nightly2025\r\n"), Some((25, 0, 0)));
        for wrong in ["", "v", "v20", "v20.1", "v20.1.x", "v20.1.2.3", "not found"] {
            assert_eq!(version(wrong), None, "{wrong:?} is no version");
        }
    }

    #[test]
    fn versions_are_compared_as_numbers() {
        for enough in [(20, 19, 0), (20, 20, 2), (22, 12, 0), (22, 13, 0), (24, 0, 0), (100, 0, 0)]
        {
            assert!(new_enough(enough), "{enough:?} builds the page");
        }
        for old in [(9, 99, 0), (18, 20, 0), (20, 9, 0), (20, 18, 3), (21, 7, 0), (22, 9, 0)] {
            assert!(!new_enough(old), "{old:?} is outside what Vite takes");
        }
    }

    #[test]
    fn packages_are_installed_when_the_lock_file_is_newer_or_nothing_is_there() {
        let early = SystemTime::UNIX_EPOCH;
        let late = early + Duration::from_secs(1);
        assert!(stale(Some(late), Some(early)), "the lock file changed since");
        assert!(stale(Some(early), None), "nothing was ever installed");
        assert!(stale(None, Some(late)), "without a lock file npm has to say so");
        assert!(!stale(Some(early), Some(late)));
    }
}

//! Files dropped on the window: their paths stay here, the page learns how many there are.

use std::path::PathBuf;

use serde::Serialize;
use tauri::{DragDropEvent, Emitter, Window};

use crate::shell::{Shell, lock};

/// Name of the event the page listens to.
const EVENT: &str = "lisuan://drop";

/// What the page is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Drop {
    /// `over`, `leave` or `drop`.
    phase: &'static str,
    /// How many files.
    count: usize,
}

/// Keeps what was dropped until the page asks for it, and tells the page what hovers or fell.
pub fn on_event(window: &Window, shell: &Shell, event: &DragDropEvent) {
    let (said, kept) = read(event);
    if let Some(paths) = kept {
        *lock(&shell.dropped) = paths;
    }
    if let Some(said) = said {
        // A window on its way out has nobody listening.
        let _ = window.emit(EVENT, said);
    }
}

fn read(event: &DragDropEvent) -> (Option<Drop>, Option<Vec<PathBuf>>) {
    match event {
        DragDropEvent::Enter { paths, .. } => {
            (Some(Drop { phase: "over", count: paths.len() }), None)
        }
        DragDropEvent::Drop { paths, .. } => {
            (Some(Drop { phase: "drop", count: paths.len() }), Some(paths.clone()))
        }
        DragDropEvent::Leave => (Some(Drop { phase: "leave", count: 0 }), None),
        // The place under the pointer is the page's own business.
        _ => (None, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tauri::PhysicalPosition;

    #[test]
    fn only_a_drop_keeps_paths_and_the_page_gets_a_count() {
        let paths = vec![PathBuf::from("a.jpg"), PathBuf::from("b.heic")];
        let position = PhysicalPosition::new(1.0, 2.0);
        let over = DragDropEvent::Enter { paths: paths.clone(), position };
        assert_eq!(read(&over), (Some(Drop { phase: "over", count: 2 }), None));
        assert_eq!(read(&DragDropEvent::Over { position }), (None, None));
        let dropped = DragDropEvent::Drop { paths: paths.clone(), position };
        assert_eq!(read(&dropped), (Some(Drop { phase: "drop", count: 2 }), Some(paths)));
        assert_eq!(read(&DragDropEvent::Leave), (Some(Drop { phase: "leave", count: 0 }), None));
    }
}

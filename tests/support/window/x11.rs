//! What the desktop does to a window: ask it to close, drop files on it.

use std::path::Path;
use std::time::{Duration, Instant};

use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ClientMessageEvent, ConnectionExt as _, CreateWindowAux, EventMask, MapState,
    PropMode, SELECTION_NOTIFY_EVENT, SelectionNotifyEvent, SelectionRequestEvent, Window,
    WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;
use x11rb::{COPY_DEPTH_FROM_PARENT, CURRENT_TIME, NONE};

use super::trouble::{Result, Trouble};

const ANSWER_MAX: Duration = Duration::from_secs(10);
const PAUSE: Duration = Duration::from_millis(5);

/// Asks the program's window to close, as the cross in its frame does.
pub fn ask_to_close(display: &str, program: u32) -> Result<()> {
    let desktop = Desktop::of(display)?;
    let window = desktop.window_of(program)?;
    let delete = desktop.atom("WM_DELETE_WINDOW")?;
    desktop.send(window, "WM_PROTOCOLS", [delete, CURRENT_TIME, 0, 0, 0])
}

/// Leaves the file dialog that the program has opened, as its cross does; waits for it to open and
/// to go.
pub fn leave_dialog(display: &str, program: u32) -> Result<()> {
    let desktop = Desktop::of(display)?;
    let delete = desktop.atom("WM_DELETE_WINDOW")?;
    let begun = Instant::now();
    let mut asked = false;
    while begun.elapsed() < ANSWER_MAX {
        match desktop.windows_of(program)?.dialog {
            Some(dialog) if !asked => {
                desktop.send(dialog, "WM_PROTOCOLS", [delete, CURRENT_TIME, 0, 0, 0])?;
                asked = true;
            }
            None if asked => return Ok(()),
            _ => std::thread::sleep(PAUSE),
        }
    }
    Err(Trouble::new(if asked { "the dialog does not go" } else { "no dialog opens" }))
}

/// Drags files over the middle of the program's window (XDND 5) and lets them go there. Without
/// `let_go` they leave again.
pub fn drag_files(display: &str, program: u32, files: &[&Path], let_go: bool) -> Result<()> {
    let desktop = Desktop::of(display)?;
    Drag::begin(&desktop, program, files)?.over_and_drop(let_go)
}

#[derive(Default)]
struct Windows {
    main: Option<Window>,
    dialog: Option<Window>,
}

struct Desktop {
    connection: RustConnection,
    root: Window,
}

impl Desktop {
    fn of(display: &str) -> Result<Self> {
        let (connection, screen) = RustConnection::connect(Some(display))?;
        let root = connection
            .setup()
            .roots
            .get(screen)
            .map(|screen| screen.root)
            .ok_or_else(|| Trouble::new("a display without a screen"))?;
        Ok(Self { connection, root })
    }

    fn atom(&self, name: &str) -> Result<Atom> {
        Ok(self.connection.intern_atom(false, name.as_bytes())?.reply()?.atom)
    }

    fn window_of(&self, program: u32) -> Result<Window> {
        let main = self.windows_of(program)?.main;
        main.ok_or_else(|| Trouble::new("the program has no window on that display"))
    }

    /// The mapped top windows that say they belong to that process.
    fn windows_of(&self, program: u32) -> Result<Windows> {
        let pid = self.atom("_NET_WM_PID")?;
        let kind = self.atom("_NET_WM_WINDOW_TYPE")?;
        let normal = self.atom("_NET_WM_WINDOW_TYPE_NORMAL")?;
        let dialog = self.atom("_NET_WM_WINDOW_TYPE_DIALOG")?;
        let mut found = Windows::default();
        for window in self.connection.query_tree(self.root)?.reply()?.children {
            // A window may go between listing and asking.
            let Ok(shown) = self.connection.get_window_attributes(window)?.reply() else {
                continue;
            };
            let owner = self.first_value(window, pid, AtomEnum::CARDINAL)?;
            // Hints, lists and the toolkit's own helpers are top windows too, but unmanaged.
            let managed = shown.map_state == MapState::VIEWABLE && !shown.override_redirect;
            if !managed || owner != Some(program) {
                continue;
            }
            match self.first_value(window, kind, AtomEnum::ATOM)? {
                Some(found_kind) if found_kind == dialog => found.dialog = Some(window),
                Some(found_kind) if found_kind == normal => found.main = Some(window),
                _ => {}
            }
        }
        Ok(found)
    }

    fn first_value(&self, window: Window, name: Atom, kind: AtomEnum) -> Result<Option<u32>> {
        let asked = self.connection.get_property(false, window, name, kind, 0, 1)?;
        Ok(asked.reply().ok().and_then(|said| said.value32()?.next()))
    }

    fn send(&self, window: Window, kind: &str, data: [u32; 5]) -> Result<()> {
        let message = ClientMessageEvent::new(32, window, self.atom(kind)?, data);
        self.connection.send_event(false, window, EventMask::NO_EVENT, message)?;
        // A round trip: what is still on its way when a connection goes is lost.
        Ok(self.connection.sync()?)
    }
}

struct Drag<'a> {
    desktop: &'a Desktop,
    source: Window,
    target: Window,
    list: Atom,
    /// The middle of the target on the screen.
    at: (u32, u32),
    uris: String,
}

impl<'a> Drag<'a> {
    fn begin(desktop: &'a Desktop, program: u32, files: &[&Path]) -> Result<Self> {
        let connection = &desktop.connection;
        let target = desktop.window_of(program)?;
        let size = connection.get_geometry(target)?.reply()?;
        let middle_x = i16::try_from(size.width / 2)?;
        let middle_y = i16::try_from(size.height / 2)?;
        let at =
            connection.translate_coordinates(target, desktop.root, middle_x, middle_y)?.reply()?;
        let source = connection.generate_id()?;
        connection.create_window(
            COPY_DEPTH_FROM_PARENT,
            source,
            desktop.root,
            -10,
            -10,
            1,
            1,
            0,
            WindowClass::INPUT_OUTPUT,
            0,
            &CreateWindowAux::new(),
        )?;
        connection.set_selection_owner(source, desktop.atom("XdndSelection")?, CURRENT_TIME)?;
        let uris = files.iter().map(|file| uri(file)).collect();
        Ok(Self {
            desktop,
            source,
            target,
            list: desktop.atom("text/uri-list")?,
            at: (u32::try_from(at.dst_x)?, u32::try_from(at.dst_y)?),
            uris,
        })
    }

    fn over_and_drop(&self, let_go: bool) -> Result<()> {
        let copy = self.desktop.atom("XdndActionCopy")?;
        self.tell("XdndEnter", [self.source, 5 << 24, self.list, 0, 0])?;
        let place = (self.at.0 << 16) | self.at.1;
        // A target looks at what is dragged before it says yes: its first answer may be no.
        let begun = Instant::now();
        loop {
            self.tell("XdndPosition", [self.source, 0, place, CURRENT_TIME, copy])?;
            let status = self.answer("XdndStatus")?;
            if status[1] & 1 == 1 {
                break;
            }
            if begun.elapsed() > ANSWER_MAX {
                return Err(Trouble::new("the window does not take what is dragged over it"));
            }
        }
        if !let_go {
            return self.tell("XdndLeave", [self.source, 0, 0, 0, 0]);
        }
        self.tell("XdndDrop", [self.source, 0, CURRENT_TIME, 0, 0])?;
        self.answer("XdndFinished").map(drop)
    }

    fn tell(&self, kind: &str, data: [u32; 5]) -> Result<()> {
        self.desktop.send(self.target, kind, data)
    }

    /// Waits for a message, and meanwhile hands the list of files to who asks for it.
    fn answer(&self, kind: &str) -> Result<[u32; 5]> {
        let wanted = self.desktop.atom(kind)?;
        let begun = Instant::now();
        while begun.elapsed() < ANSWER_MAX {
            match self.desktop.connection.poll_for_event()? {
                Some(Event::ClientMessage(message)) if message.type_ == wanted => {
                    return Ok(message.data.as_data32());
                }
                Some(Event::SelectionRequest(request)) => self.hand_over(&request)?,
                Some(_) => {}
                None => std::thread::sleep(PAUSE),
            }
        }
        Err(Trouble::new(format!("no {kind} from the window")))
    }

    fn hand_over(&self, request: &SelectionRequestEvent) -> Result<()> {
        let connection = &self.desktop.connection;
        let known = request.target == self.list;
        if known {
            connection.change_property8(
                PropMode::REPLACE,
                request.requestor,
                request.property,
                self.list,
                self.uris.as_bytes(),
            )?;
        }
        let answer = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time: request.time,
            requestor: request.requestor,
            selection: request.selection,
            target: request.target,
            property: if known { request.property } else { NONE },
        };
        connection.send_event(false, request.requestor, EventMask::NO_EVENT, answer)?;
        connection.flush()?;
        Ok(())
    }
}

/// A file as `text/uri-list` names it.
fn uri(file: &Path) -> String {
    use std::os::unix::ffi::OsStrExt as _;
    let mut uri = "file://".to_owned();
    for &byte in file.as_os_str().as_bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri.push_str("\r\n");
    uri
}

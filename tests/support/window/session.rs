//! The program in its window, with a driver that can press keys in it.

use std::ffi::OsString;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};
use serde_json::json;
use thirtyfour::{Capabilities, WebDriver};
use tokio::time::{sleep, timeout};

use super::display::Display;
use super::group::Group;
use super::page::Page;
use super::trouble::{Result, Trouble};
use super::x11;

const START_MAX: Duration = Duration::from_secs(60);
const END_MAX: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(10);

/// How the program is started.
#[derive(Debug, Clone)]
pub struct Setup {
    /// Where settings, key and cases live.
    pub home: PathBuf,
    /// Environment besides: what stands in for a person in file dialogs.
    pub variables: Vec<(&'static str, OsString)>,
    /// Arguments.
    pub arguments: Vec<String>,
}

impl Setup {
    /// A program that keeps everything under `home`.
    pub fn new(home: &Path) -> Self {
        Self { home: home.to_owned(), variables: Vec::new(), arguments: Vec::new() }
    }

    /// Photos that a dialog answers with.
    pub fn photos(self, paths: &[PathBuf]) -> Result<Self> {
        let list = std::env::join_paths(paths)?;
        Ok(self.with("LISUAN_TEST_PHOTOS", list))
    }

    /// The file that a dialog for opening answers with.
    #[must_use]
    pub fn opens(self, path: &Path) -> Self {
        self.with("LISUAN_TEST_OPEN", path.as_os_str().to_owned())
    }

    /// The bill of quantities that the dialog for one answers with.
    #[must_use]
    pub fn bill(self, path: &Path) -> Self {
        self.with("LISUAN_TEST_BILL", path.as_os_str().to_owned())
    }

    /// The package or receipt that the dialog for one answers with.
    #[must_use]
    pub fn package(self, path: &Path) -> Self {
        self.with("LISUAN_TEST_PACKAGE", path.as_os_str().to_owned())
    }

    /// The picture that the dialog for a logo answers with.
    #[must_use]
    pub fn logo(self, path: &Path) -> Self {
        self.with("LISUAN_TEST_LOGO", path.as_os_str().to_owned())
    }

    /// The answer of a time-stamping authority that its dialog answers with.
    #[must_use]
    pub fn stamp(self, path: &Path) -> Self {
        self.with("LISUAN_TEST_STAMP", path.as_os_str().to_owned())
    }

    /// The folder that the dialog for a folder to watch answers with.
    #[must_use]
    pub fn watches(self, folder: &Path) -> Self {
        self.with("LISUAN_TEST_FOLDER", folder.as_os_str().to_owned())
    }

    /// The folder that the dialog for a backup answers with.
    #[must_use]
    pub fn backs_up_to(self, folder: &Path) -> Self {
        self.with("LISUAN_TEST_BACKUP", folder.as_os_str().to_owned())
    }

    /// Papers that a dialog answers with.
    pub fn documents(self, paths: &[PathBuf]) -> Result<Self> {
        let list = std::env::join_paths(paths)?;
        Ok(self.with("LISUAN_TEST_DOCUMENTS", list))
    }

    /// The file that a dialog for saving answers with.
    #[must_use]
    pub fn saves(self, path: &Path) -> Self {
        self.with("LISUAN_TEST_SAVE", path.as_os_str().to_owned())
    }

    /// A case the program is started with.
    #[must_use]
    pub fn given(mut self, case: &Path) -> Self {
        self.arguments.push(case.to_string_lossy().into_owned());
        self
    }

    fn with(mut self, name: &'static str, value: OsString) -> Self {
        self.variables.push((name, value));
        self
    }
}

/// The program that is tested: `LISUAN_WINDOW_BIN`, or what cargo built beside this test.
pub fn binary() -> Result<PathBuf> {
    let found = std::env::var_os("LISUAN_WINDOW_BIN").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/debug/lisuan-window"),
        PathBuf::from,
    );
    found
        .canonicalize()
        .map_err(|error| Trouble::new(format!("{}: {error}; build it first", found.display())))
}

/// A running window. Whatever is still running when it is dropped is killed.
pub struct Window {
    /// What stands in it.
    pub page: Page,
    /// The program's process.
    pub program: u32,
    web: Option<WebDriver>,
    display: String,
    _driver: Group,
}

impl Window {
    /// Starts the program on that display and waits until its page can be driven.
    pub async fn open(display: &Display, setup: &Setup) -> Result<Self> {
        let binary = binary()?;
        let port = free_port()?;
        let driver = start_driver(display, setup, port)?;
        let mut capabilities = Capabilities::new();
        capabilities.set(
            "webkitgtk:browserOptions",
            json!({ "binary": binary, "args": setup.arguments }),
        )?;
        let begun = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if begun.elapsed() > START_MAX {
                return Err(Trouble::new("WebKitWebDriver does not listen"));
            }
            sleep(PAUSE).await;
        }
        let url = format!("http://127.0.0.1:{port}");
        // The driver's client is built without a choice of TLS; the first choice stays.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let web = timeout(START_MAX, WebDriver::new(url, capabilities))
            .await
            .map_err(|_| Trouble::new("no session within the limit"))??;
        let program = child_of(driver.id(), &binary)
            .ok_or_else(|| Trouble::new("the program does not run"))?;
        let page = Page::of(&web).await?;
        Ok(Self { page, program, web: Some(web), display: display.name.clone(), _driver: driver })
    }

    /// Stops the program the hard way, as a power cut would.
    pub async fn kill(mut self) -> Result<()> {
        let pid = i32::try_from(self.program).ok().and_then(Pid::from_raw);
        let pid = pid.ok_or_else(|| Trouble::new("no such process"))?;
        kill_process(pid, Signal::KILL)?;
        self.leave();
        wait_gone(self.program).await
    }

    /// Closes the window as a person does, and waits until the program has ended.
    pub async fn close(mut self) -> Result<()> {
        x11::ask_to_close(&self.display, self.program)?;
        self.leave();
        wait_gone(self.program).await
    }

    /// Drags files over the middle of the window and lets them go, as a file manager does; with
    /// `let_go` false they only hover and leave.
    pub fn drag(&self, files: &[&Path], let_go: bool) -> Result<()> {
        x11::drag_files(&self.display, self.program, files, let_go)
    }

    /// Waits for a file dialog and leaves it without an answer.
    pub fn leave_dialog(&self) -> Result<()> {
        x11::leave_dialog(&self.display, self.program)
    }

    /// The session needs no farewell: its program is gone or killed with the driver.
    fn leave(&mut self) {
        if let Some(web) = self.web.take() {
            let _ = web.leak();
        }
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        self.leave();
    }
}

fn start_driver(display: &Display, setup: &Setup, port: u16) -> Result<Group> {
    let mut command = Command::new("WebKitWebDriver");
    command
        .arg(format!("--port={port}"))
        .env("DISPLAY", &display.name)
        .env("GDK_BACKEND", "x11")
        .env("GTK_IM_MODULE", "gtk-im-context-simple")
        .env("NO_AT_BRIDGE", "1")
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        .env("LISUAN_HOME", &setup.home)
        .envs(setup.variables.iter().cloned())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::inherit());
    if std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_none() {
        // A desktop has a session bus; without one GTK tries to launch it, and about every second
        // start then waits three seconds.
        command.env("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    }
    Group::start(&mut command).map_err(|trouble| trouble.during("start WebKitWebDriver"))
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

async fn wait_gone(process: u32) -> Result<()> {
    let begun = Instant::now();
    while is_running(process) {
        if begun.elapsed() > END_MAX {
            return Err(Trouble::new("the program does not end"));
        }
        sleep(PAUSE).await;
    }
    Ok(())
}

/// A process that ended but was not yet waited for holds nothing any more.
fn is_running(process: u32) -> bool {
    let Ok(stat) = std::fs::read_to_string(format!("/proc/{process}/stat")) else {
        return false;
    };
    !stat.rsplit(')').next().is_some_and(|rest| rest.trim_start().starts_with(['Z', 'X']))
}

fn child_of(parent: u32, binary: &Path) -> Option<u32> {
    let entries = std::fs::read_dir("/proc").ok()?;
    entries.flatten().find_map(|entry| {
        let process: u32 = entry.file_name().to_str()?.parse().ok()?;
        let executable = std::fs::read_link(entry.path().join("exe")).ok()?;
        let stat = std::fs::read_to_string(entry.path().join("stat")).ok()?;
        let above: u32 = stat.rsplit(')').next()?.split_whitespace().nth(1)?.parse().ok()?;
        (executable == binary && above == parent).then_some(process)
    })
}

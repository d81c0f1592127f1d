//! Making, opening and closing a case file.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use lisuan_core::change::State;
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use crate::error::StoreError;
use crate::lock::{Refused, WriteLock};
use crate::receive;
use crate::schema;

/// Larger than any original the program takes (512 MiB) with room for its row.
const VALUE_BYTES_MAX: i32 = 600 * 1024 * 1024;
/// No statement of ours comes near.
const SQL_BYTES_MAX: i32 = 100_000;

/// How a case was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// For reading and writing.
    Write,
    /// For reading only.
    Read(WhyReadOnly),
}

/// Why a case was opened for reading only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyReadOnly {
    /// Another process has it open for writing.
    OpenElsewhere,
    /// The file or its folder cannot be written.
    NoPermission,
    /// It was asked for.
    Asked,
}

/// An open case file. One per process and case holds the right to write.
#[derive(Debug)]
pub struct CaseFile {
    pub(crate) connection: Connection,
    path: PathBuf,
    access: Access,
    // After `connection`, so that the lock outlives the last write.
    _lock: Option<WriteLock>,
}

impl CaseFile {
    /// Makes an empty case file under a name that is free.
    ///
    /// It is built under a temporary name and takes its own name when it is whole, so that a full
    /// disk or a crash leaves nothing half-made.
    pub fn create(path: &Path) -> Result<Self, StoreError> {
        make(path, |_| Ok(()))?;
        Self::open(path)
    }

    /// Opens a case for writing, or for reading only where another process writes it or the
    /// place cannot be written.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let path = resolved(path)?;
        is_file(&path)?;
        match WriteLock::take(&path) {
            Ok(lock) => {
                // With the lock in hand no connection of this process can be open on the file.
                sniff(&path)?;
                if writable(&path) {
                    Self::open_writing(path, lock)
                } else {
                    drop(lock);
                    Self::open_reading(path, WhyReadOnly::NoPermission)
                }
            }
            Err(Refused::Taken) => Self::open_reading(path, WhyReadOnly::OpenElsewhere),
            Err(Refused::NotWritable) => Self::open_reading(path, WhyReadOnly::NoPermission),
        }
    }

    /// Opens a second connection for reading, for example to draw pictures while another writes.
    pub fn open_read_only(path: &Path) -> Result<Self, StoreError> {
        let path = resolved(path)?;
        is_file(&path)?;
        Self::open_reading(path, WhyReadOnly::Asked)
    }

    fn open_writing(path: PathBuf, lock: WriteLock) -> Result<Self, StoreError> {
        let mut connection = connect(&path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        let version = accept(&connection, &path)?;
        if version < schema::VERSION {
            schema::migrate(&mut connection)?;
        }
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        Ok(Self { connection, path, access: Access::Write, _lock: Some(lock) })
    }

    fn open_reading(path: PathBuf, why: WhyReadOnly) -> Result<Self, StoreError> {
        let connection = connect(&path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        let version = accept(&connection, &path)?;
        if version < schema::VERSION {
            // It would have to be brought up to date first, and that means writing.
            return Err(StoreError::ReadOnly);
        }
        Ok(Self { connection, path, access: Access::Read(why), _lock: None })
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// How it was opened.
    pub const fn access(&self) -> Access {
        self.access
    }

    /// Reads every record.
    pub fn state(&self) -> Result<State, StoreError> {
        crate::records::read_all(&self.connection)
    }

    /// Closes the case: everything into the one file, nothing left beside it.
    pub fn close(self) -> Result<(), StoreError> {
        if self.access == Access::Write {
            self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
            // Another reader keeps the file in WAL mode; nothing is lost by that, the last one
            // to close merges the log.
            let _ = self.connection.pragma_update(None, "journal_mode", "DELETE");
        }
        self.connection.close().map_err(|(_, error)| error.into())
    }

    pub(crate) fn writing(&self) -> Result<(), StoreError> {
        if self.access == Access::Write { Ok(()) } else { Err(StoreError::ReadOnly) }
    }
}

/// Makes an empty case file beside its place, has it filled, brings it to the disk and gives it
/// its name.
pub(crate) fn make(
    path: &Path,
    fill: impl FnOnce(&Path) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let path = resolved(path)?;
    if path.symlink_metadata().is_ok() {
        return Err(StoreError::Exists(path));
    }
    let temporary = receive::beside(&path);
    let made = build(&temporary).and_then(|()| fill(&temporary)).and_then(|()| {
        receive::sync(&temporary)?;
        receive::name(&temporary, &path).map_err(|source| io_error(&path, source))?;
        sync_folder(&path)
    });
    if made.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    made
}

fn build(path: &Path) -> Result<(), StoreError> {
    // Refuses an existing file or link and tells a missing permission apart, which SQLite does not.
    fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .or_else(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => {
                fs::remove_file(path)?;
                fs::OpenOptions::new().write(true).create_new(true).open(path)
            }
            _ => Err(error),
        })
        .map_err(|source| io_error(path, source))?;
    let mut connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    connection.pragma_update(None, "page_size", 16_384)?;
    connection.pragma_update(None, "journal_mode", "DELETE")?;
    connection.pragma_update(None, "application_id", schema::APPLICATION_ID)?;
    schema::migrate(&mut connection)?;
    connection.close().map_err(|(_, error)| StoreError::from(error))
}

/// Opens without URI names and without following a link, and hardens the connection before
/// anything of the file is looked at.
pub(crate) fn connect(path: &Path, access: OpenFlags) -> Result<Connection, StoreError> {
    let flags = access
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_NOFOLLOW
        | OpenFlags::SQLITE_OPEN_EXRESCODE;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, VALUE_BYTES_MAX)?;
    connection.set_limit(Limit::SQLITE_LIMIT_SQL_LENGTH, SQL_BYTES_MAX)?;
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "mmap_size", 0)?;
    connection.pragma_update(None, "secure_delete", true)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

/// Checks what the file says it is and that its structure is that of its version.
fn accept(connection: &Connection, path: &Path) -> Result<i64, StoreError> {
    let application: i32 = connection
        .query_row("PRAGMA application_id", [], |r| r.get(0))
        .map_err(|error| match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::NotADatabase) => StoreError::NotACase(path.to_owned()),
            _ => error.into(),
        })?;
    if application != schema::APPLICATION_ID {
        return Err(StoreError::NotACase(path.to_owned()));
    }
    let version: i64 = connection.query_row("PRAGMA user_version", [], |r| r.get(0))?;
    if version > schema::VERSION {
        return Err(StoreError::Newer { found: version, known: schema::VERSION });
    }
    if version < 1 {
        return Err(StoreError::NotACase(path.to_owned()));
    }
    schema::verify_structure(connection, version)?;
    Ok(version)
}

/// Refuses what is not there, a folder and a link, without opening anything.
fn is_file(path: &Path) -> Result<(), StoreError> {
    let metadata = path.symlink_metadata().map_err(|source| io_error(path, source))?;
    if metadata.is_file() { Ok(()) } else { Err(StoreError::NotACase(path.to_owned())) }
}

/// Looks at the first bytes before SQLite does: a picture or a text file gets its own words.
///
/// Never while this process has a connection to the file: on Unix, closing any handle to a file
/// drops the locks SQLite holds on it, and another program could then delete the log of an open
/// case.
fn sniff(path: &Path) -> Result<(), StoreError> {
    use std::io::Read as _;
    let mut magic = [0u8; 16];
    let read =
        fs::File::open(path).map_err(|source| io_error(path, source))?.read_exact(&mut magic);
    if read.is_err() || &magic != b"SQLite format 3\0" {
        return Err(StoreError::NotACase(path.to_owned()));
    }
    Ok(())
}

fn writable(path: &Path) -> bool {
    fs::OpenOptions::new().write(true).open(path).is_ok()
}

/// The folder with its links resolved, the name as given: a link in place of the file itself is
/// then refused by SQLite, a linked folder is not.
fn resolved(path: &Path) -> Result<PathBuf, StoreError> {
    let name = path.file_name().ok_or_else(|| StoreError::NotACase(path.to_owned()))?;
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let folder = fs::canonicalize(folder).map_err(|source| io_error(folder, source))?;
    Ok(folder.join(name))
}

fn sync_folder(path: &Path) -> Result<(), StoreError> {
    // A new name is durable once its folder is; Windows has no handle to a folder and keeps names
    // in its own journal.
    if cfg!(windows) {
        return Ok(());
    }
    let Some(folder) = path.parent() else { return Ok(()) };
    fs::File::open(folder)
        .and_then(|folder| folder.sync_all())
        .map_err(|source| io_error(path, source))
}

pub(crate) fn io_error(path: &Path, source: io::Error) -> StoreError {
    match source.kind() {
        io::ErrorKind::NotFound => StoreError::Missing(path.to_owned()),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            StoreError::NoPermission(path.to_owned())
        }
        io::ErrorKind::AlreadyExists => StoreError::Exists(path.to_owned()),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::DiskFull,
        _ => StoreError::Io { path: path.to_owned(), source },
    }
}

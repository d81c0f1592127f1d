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
use crate::sealed::{self, DataKey, Envelope, Kept, RecoveryKey, Secret};

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
    /// What opens an encrypted case. After `connection`: its handle must outlive SQLite's.
    pub(crate) kept: Option<Kept>,
    // After `connection`, so that the lock outlives the last write.
    lock: Option<WriteLock>,
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

    /// Makes an empty case that is encrypted at rest, and the recovery key to be printed.
    ///
    /// # Errors
    /// [`StoreError::WeakPassphrase`]; as [`CaseFile::create`].
    pub fn create_encrypted(
        path: &Path,
        passphrase: &str,
    ) -> Result<(Self, RecoveryKey), StoreError> {
        let path = free(path)?;
        let (envelope, key, recovery) = make_encrypted(&path, passphrase, |_, _| Ok(()))?;
        let lock = WriteLock::take(&path).map_err(|_| StoreError::Busy)?;
        Ok((Self::open_writing(path, lock, Some((envelope, key)))?, recovery))
    }

    /// Opens a plain case for writing, or for reading only where another process writes it or the
    /// place cannot be written.
    ///
    /// # Errors
    /// [`StoreError::Locked`] for an encrypted one.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        Self::open_with(path, None)
    }

    /// Opens a case in the same way; `secret` opens an encrypted one and is not looked at for a
    /// plain one.
    ///
    /// # Errors
    /// [`StoreError::WrongPassphrase`], [`StoreError::KeysLost`].
    pub fn open_with(path: &Path, secret: Option<Secret<'_>>) -> Result<Self, StoreError> {
        let path = resolved(path)?;
        is_file(&path)?;
        match WriteLock::take(&path) {
            Ok(lock) => {
                // With the lock in hand no connection of this process can be open on the file.
                let keys = match sniff(&path)? {
                    true => Some(sealed::unlock(&path, &sealed::envelopes(&path)?, secret)?),
                    false => None,
                };
                if writable(&path) {
                    Self::open_writing(path, lock, keys)
                } else {
                    drop(lock);
                    Self::open_reading(path, WhyReadOnly::NoPermission, keys)
                }
            }
            Err(Refused::Taken) => {
                let keys = match sealed::keys_here(&path) {
                    Some(keys) => Some(keys),
                    None => sealed::keys_elsewhere(&path, secret)?,
                };
                Self::open_reading(path, WhyReadOnly::OpenElsewhere, keys)
            }
            Err(Refused::NotWritable) => {
                let keys = match first_bytes(&path)? {
                    Some(first) if &first == sealed::MAGIC => {
                        Some(sealed::unlock(&path, &sealed::envelopes(&path)?, secret)?)
                    }
                    _ => None,
                };
                Self::open_reading(path, WhyReadOnly::NoPermission, keys)
            }
        }
    }

    /// Opens a second connection for reading, for example to draw pictures while another writes.
    /// An encrypted case must be open in this process: then its key is known.
    pub fn open_read_only(path: &Path) -> Result<Self, StoreError> {
        let path = resolved(path)?;
        is_file(&path)?;
        let keys = sealed::keys_here(&path);
        let open_without = keys.is_none();
        match Self::open_reading(path.clone(), WhyReadOnly::Asked, keys) {
            // Only a file that is no plain case is looked into: closing one that SQLite has open
            // in this process would take its locks away.
            Err(StoreError::NotACase(_))
                if open_without && first_bytes(&path)?.is_some_and(|f| &f == sealed::MAGIC) =>
            {
                Err(StoreError::Locked(path))
            }
            opened => opened,
        }
    }

    /// Opens a copy that was just written, to compare it.
    pub(crate) fn open_copy(
        path: &Path,
        keys: Option<(&Envelope, &DataKey)>,
    ) -> Result<Self, StoreError> {
        let keys = keys.map(|(envelope, key)| (envelope.clone(), key.clone()));
        Self::open_reading(resolved(path)?, WhyReadOnly::Asked, keys)
    }

    fn open_writing(
        path: PathBuf,
        lock: WriteLock,
        keys: Option<(Envelope, DataKey)>,
    ) -> Result<Self, StoreError> {
        let key = keys.as_ref().map(|(_, key)| key);
        let mut connection = connect(&path, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
        let version = accept(&connection, &path, key.is_some())?;
        // Only a key that fits may be kept beside the case.
        let kept = keys.map(|(envelope, key)| Kept::writing(&path, envelope, key)).transpose()?;
        if version < schema::VERSION {
            schema::migrate(&mut connection)?;
        }
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        Ok(Self { connection, path, access: Access::Write, kept, lock: Some(lock) })
    }

    fn open_reading(
        path: PathBuf,
        why: WhyReadOnly,
        keys: Option<(Envelope, DataKey)>,
    ) -> Result<Self, StoreError> {
        let key = keys.as_ref().map(|(_, key)| key);
        let connection = connect(&path, OpenFlags::SQLITE_OPEN_READ_ONLY, key)?;
        let version = accept(&connection, &path, key.is_some())?;
        if version < schema::VERSION {
            // It would have to be brought up to date first, and that means writing.
            return Err(StoreError::ReadOnly);
        }
        let kept = keys.map(|(envelope, key)| Kept::reading(&path, envelope, key));
        Ok(Self { connection, path, access: Access::Read(why), kept, lock: None })
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
        self.close_keeping_lock().map(drop)
    }

    /// Closes the case and keeps the right to write it.
    pub(crate) fn close_keeping_lock(mut self) -> Result<Option<WriteLock>, StoreError> {
        let mut pages = None;
        if self.access == Access::Write {
            let busy: bool =
                self.connection
                    .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
            // Another reader keeps the file in WAL mode; nothing is lost by that, the last one
            // to close merges the log.
            let _ = self.connection.pragma_update(None, "journal_mode", "DELETE");
            if self.kept.is_some() && !busy {
                pages = Some(self.page_count()?);
            }
        }
        let lock = self.lock.take();
        self.connection.close().map_err(|(_, error)| StoreError::from(error))?;
        if let Some(kept) = self.kept {
            kept.finish(pages)?;
        }
        Ok(lock)
    }

    /// How many pages the case has; the file may be longer by the envelope.
    pub(crate) fn page_count(&self) -> Result<u64, StoreError> {
        let pages: i64 = self.connection.query_row("PRAGMA page_count", [], |row| row.get(0))?;
        Ok(pages.unsigned_abs())
    }

    /// After a write: keeps an encrypted case openable should it be copied while it is open.
    pub(crate) fn after_write(&mut self) -> Result<(), StoreError> {
        self.kept.as_mut().map_or(Ok(()), Kept::put_back)
    }

    pub(crate) fn writing(&self) -> Result<(), StoreError> {
        if self.access == Access::Write { Ok(()) } else { Err(StoreError::ReadOnly) }
    }
}

/// A name that nothing has yet.
pub(crate) fn free(path: &Path) -> Result<PathBuf, StoreError> {
    let path = resolved(path)?;
    if path.symlink_metadata().is_ok() { Err(StoreError::Exists(path)) } else { Ok(path) }
}

/// Makes an empty case file beside its place, has it filled, brings it to the disk and gives it
/// its name.
pub(crate) fn make(
    path: &Path,
    fill: impl FnOnce(&Path) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    put_in_place(&free(path)?, |part| build(part, None).and_then(|()| fill(part)))
}

/// The same, encrypted from the first byte on: nothing of it is on the disk in the clear at any time.
pub(crate) fn make_encrypted(
    path: &Path,
    passphrase: &str,
    fill: impl FnOnce(&Path, &DataKey) -> Result<(), StoreError>,
) -> Result<(Envelope, DataKey, RecoveryKey), StoreError> {
    let key = DataKey::random()?;
    let (envelope, recovery) = Envelope::new(&key, passphrase)?;
    put_in_place(&free(path)?, |part| {
        build(part, Some(&key))?;
        fill(part, &key)?;
        sealed::append(part, &envelope)
    })?;
    Ok((envelope, key, recovery))
}

/// Builds a file under a temporary name and gives it its own when it is whole and on disk.
fn put_in_place(
    path: &Path,
    build: impl FnOnce(&Path) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let temporary = receive::beside(path);
    let built = build(&temporary).and_then(|()| {
        receive::sync(&temporary)?;
        receive::name(&temporary, path).map_err(|source| io_error(path, source))?;
        sync_folder(path)
    });
    if built.is_err() {
        let _ = fs::remove_file(&temporary);
        // SQLite leaves it where the disk filled up in the middle of a change.
        let mut journal = temporary.into_os_string();
        journal.push("-journal");
        let _ = fs::remove_file(journal);
    }
    built
}

fn build(path: &Path, key: Option<&DataKey>) -> Result<(), StoreError> {
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
    let mut connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
    if key.is_none() {
        connection.pragma_update(None, "page_size", sealed::PAGE_BYTES)?;
    }
    connection.pragma_update(None, "journal_mode", "DELETE")?;
    connection.pragma_update(None, "application_id", schema::APPLICATION_ID)?;
    schema::migrate(&mut connection)?;
    connection.close().map_err(|(_, error)| StoreError::from(error))
}

/// A new, empty file for pages that come from another.
pub(crate) fn connect_new(path: &Path, key: Option<&DataKey>) -> Result<Connection, StoreError> {
    fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .map_err(|source| io_error(path, source))?;
    let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
    if key.is_none() {
        connection.pragma_update(None, "page_size", sealed::PAGE_BYTES)?;
    }
    Ok(connection)
}

/// Opens without URI names and without following a link, and hardens the connection before
/// anything of the file is looked at.
pub(crate) fn connect(
    path: &Path,
    access: OpenFlags,
    key: Option<&DataKey>,
) -> Result<Connection, StoreError> {
    let flags = access
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_NOFOLLOW
        | OpenFlags::SQLITE_OPEN_EXRESCODE;
    let connection = Connection::open_with_flags(path, flags)?;
    if let Some(key) = key {
        key.apply(&connection)?;
    }
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
fn accept(connection: &Connection, path: &Path, keyed: bool) -> Result<i64, StoreError> {
    let application: i32 = connection
        .query_row("PRAGMA application_id", [], |r| r.get(0))
        .map_err(|error| match error.sqlite_error_code() {
            // The key came out of the envelope, so it is the page that does not fit.
            Some(rusqlite::ErrorCode::NotADatabase) if keyed => {
                StoreError::Damaged("page 1".to_owned())
            }
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
pub(crate) fn is_file(path: &Path) -> Result<(), StoreError> {
    let metadata = path.symlink_metadata().map_err(|source| io_error(path, source))?;
    if metadata.is_file() { Ok(()) } else { Err(StoreError::NotACase(path.to_owned())) }
}

/// Looks at the first bytes before SQLite does: whether the case is encrypted; a picture or a text
/// file gets its own words.
///
/// Never while this process has a connection to the file: on Unix, closing any handle to a file
/// drops the locks SQLite holds on it, and another program could then delete the log of an open
/// case.
pub(crate) fn sniff(path: &Path) -> Result<bool, StoreError> {
    match first_bytes(path)? {
        Some(first) if &first == sealed::MAGIC => Ok(true),
        Some(first) if &first == b"SQLite format 3\0" => Ok(false),
        _ => Err(StoreError::NotACase(path.to_owned())),
    }
}

/// The first bytes of a file; nothing for one that is shorter.
pub(crate) fn first_bytes(path: &Path) -> Result<Option<[u8; 16]>, StoreError> {
    use std::io::Read as _;
    let mut magic = [0u8; 16];
    let mut file = fs::File::open(path).map_err(|source| io_error(path, source))?;
    Ok(file.read_exact(&mut magic).is_ok().then_some(magic))
}

fn writable(path: &Path) -> bool {
    fs::OpenOptions::new().write(true).open(path).is_ok()
}

/// The folder with its links resolved, the name as given: a link in place of the file itself is
/// then refused by SQLite, a linked folder is not.
pub(crate) fn resolved(path: &Path) -> Result<PathBuf, StoreError> {
    let name = path.file_name().ok_or_else(|| StoreError::NotACase(path.to_owned()))?;
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let folder = fs::canonicalize(folder).map_err(|source| io_error(folder, source))?;
    Ok(folder.join(name))
}

pub(crate) fn sync_folder(path: &Path) -> Result<(), StoreError> {
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

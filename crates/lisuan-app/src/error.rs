//! The one error type of the program's outside: a code, its arguments, the source.
//!
//! The words are in the catalogues: `error-<code>` says what happened, `error-<code>-safe` what is
//! safe, `error-<code>-do` what to do.

use std::fmt;

use lisuan_core::case::BadRecord;
use lisuan_store::StoreError;

use crate::wire::ErrorView;

type Source = Box<dyn std::error::Error + Send + Sync + 'static>;

/// A use case failed or was refused.
#[derive(Debug)]
pub struct Error {
    /// Names the words.
    pub code: Code,
    /// Values for the words.
    pub args: Vec<(&'static str, String)>,
    /// What it came from, for a log; never shown in the window.
    pub source: Option<Source>,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal),* $(,)?) => {
        /// What failed or was refused.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Code { $($(#[$doc])* $name),* }

        impl Code {
            /// The word the catalogues know it by.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text),* }
            }
        }

        /// All codes; a test asks the catalogues for the words of each.
        pub const CODES: &[&str] = &[$($text),*];
    };
}

codes! {
    /// The file is not a case.
    NotACase = "not-a-case",
    /// The case is of a newer version.
    CaseNewer = "case-newer",
    /// The structure of the file was altered.
    CaseAltered = "case-altered",
    /// The case is encrypted and waits for its passphrase.
    CaseLocked = "case-locked",
    /// Neither passphrase nor recovery key opens the case.
    CaseWrongPassphrase = "case-wrong-passphrase",
    /// A new passphrase that was typed differently the second time.
    PassphrasesDiffer = "passphrases-differ",
    /// The wrapped key of an encrypted case is gone.
    CaseKeysLost = "case-keys-lost",
    /// The case is not encrypted.
    CasePlain = "case-plain",
    /// The case is encrypted already.
    CaseEncrypted = "case-encrypted",
    /// Encrypting failed.
    EncryptFailed = "encrypt-failed",
    /// A recovery key that is mistyped.
    BadRecoveryKey = "bad-recovery-key",
    /// A page, row or value of the case does not read.
    CaseDamaged = "case-damaged",
    /// Something has that name already.
    Exists = "exists",
    /// The file or folder is not there.
    Missing = "missing",
    /// The place cannot be written.
    NoPermission = "no-permission",
    /// The case is open for reading only.
    ReadOnly = "read-only",
    /// No room on the disk.
    DiskFull = "disk-full",
    /// The disk or share that a file lies on answers no more: pulled out, disconnected, faulty.
    MediumGone = "medium-gone",
    /// The same of the case itself.
    CaseMediumGone = "case-medium-gone",
    /// A letter with blanks is not sealed.
    LetterUnfinished = "letter-unfinished",
    /// Another process is writing.
    Busy = "busy",
    /// Reading or writing failed in another way.
    Io = "io",
    /// No case is open.
    NoCaseOpen = "no-case-open",
    /// A value its field cannot hold.
    BadValue = "bad-value",
    /// There is no such kind, field or record.
    NotFound = "not-found",
    /// More at once than the program takes.
    TooMany = "too-many",
    /// Nothing to take back or do again.
    NothingToUndo = "nothing-to-undo",
    /// A person stopped it.
    Cancelled = "cancelled",
    /// Other long work is under way.
    WorkUnderWay = "work-under-way",
    /// No such sample case.
    NoSuchSample = "no-such-sample",
    /// The child process that decodes pictures cannot be started.
    DecoderMissing = "decoder-missing",
    /// An original no longer has the digest it was stored under.
    OriginalAltered = "original-altered",
    /// The dossier could not be laid out or written.
    DossierFailed = "dossier-failed",
    /// The key that seals cannot be made or read.
    KeyUnreadable = "key-unreadable",
    /// There is no key yet.
    NoKey = "no-key",
    /// The key is guarded by a passphrase that was not given.
    KeyLocked = "key-locked",
    /// The passphrase does not open the key or the file.
    WrongPassphrase = "wrong-passphrase",
    /// The passphrase is too short.
    WeakPassphrase = "weak-passphrase",
    /// A package that is merged cannot say how the case is kept.
    EncryptsNewCase = "encrypts-new-case",
    /// The system's key store is not there or does not answer.
    KeyStoreSilent = "key-store-silent",
    /// The system's key store no longer has what opens the key.
    KeyLost = "key-lost",
    /// The certificate has expired.
    KeyExpired = "key-expired",
    /// The certificate is not valid yet.
    KeyNotYetValid = "key-not-yet-valid",
    /// The file holds no key that can seal.
    NotAKey = "not-a-key",
    /// The file holds no certificates.
    NotACertificate = "not-a-certificate",
    /// The dossier is not as it was sealed.
    NotAsSealed = "not-as-sealed",
    /// The answer of a time-stamping authority cannot be put into the dossier.
    StampRefused = "stamp-refused",
    /// The dossier was written but does not verify.
    SealFailed = "seal-failed",
    /// The file is no bill of quantities that is known.
    NotABill = "not-a-bill",
    /// A bill that is locked with a password.
    BillLocked = "bill-locked",
    /// A bill that is cut off or altered.
    BillDamaged = "bill-damaged",
    /// A bill that brings more than is read.
    BillTooLarge = "bill-too-large",
    /// A bill without a single unit price.
    NoPrices = "no-prices",
    /// One operation reads differently in two copies of a case.
    JournalForked = "journal-forked",
    /// An operation that came is not what its digest says.
    OperationAltered = "operation-altered",
    /// What came cannot be merged.
    MergeRefused = "merge-refused",
    /// An original that is needed did not come.
    NotEnclosed = "not-enclosed",
    /// The file is no handover package or receipt.
    NotAPackage = "not-a-package",
    /// The end of a package is missing.
    PackageCutOff = "package-cut-off",
    /// A package does not agree with itself.
    PackageDisagrees = "package-disagrees",
    /// The signature of a package or receipt does not hold.
    PackageSignature = "package-signature",
    /// A package of a newer program.
    PackageNewer = "package-newer",
    /// A package that needs a passphrase.
    PackageLocked = "package-locked",
    /// A package that is encrypted to another key.
    PackageOtherKey = "package-other-key",
    /// A package beyond the limits.
    PackageLimit = "package-limit",
    /// A package with an operation that no program writes.
    PackageOperation = "package-operation",
    /// A package of another case.
    PackageOtherCase = "package-other-case",
    /// Nobody compared the key of who sent a package.
    SenderNotConfirmed = "sender-not-confirmed",
    /// Not a key that packages are encrypted to.
    NotARecipient = "not-a-recipient",
    /// A file that holds no passphrase.
    PassphraseFile = "passphrase-file",
    /// A receipt of no package that went out.
    ReceiptUnknown = "receipt-unknown",
    /// Originals that a dossier needs are with someone else.
    OriginalsElsewhere = "originals-elsewhere",
    /// A measurement sheet is no longer what was shown to be signed.
    SheetChanged = "sheet-changed",
    /// A file changed while it was taken in.
    FileChanged = "file-changed",
    /// The settings cannot be read or kept.
    Settings = "settings",
    /// A template of the firm that is no text or too long.
    Template = "template",
    /// A picture that cannot be the firm's logo.
    Logo = "logo",
    /// No case is where a backup was asked for.
    NothingToBackUp = "nothing-to-back-up",
    /// The disk of the backup is full.
    BackupDiskFull = "backup-disk-full",
    /// The disk of the backup is no longer there.
    BackupDiskGone = "backup-disk-gone",
    /// No backup is on the disk.
    NoBackup = "no-backup",
    /// The list of a backup does not read.
    BackupDamaged = "backup-damaged",
    /// A case in a backup is not as it was written.
    BackupCaseDamaged = "backup-case-damaged",
    /// The shared place refuses who asks.
    PlaceRefused = "place-refused",
    /// The shared place does not answer, or broke off.
    PlaceUnreachable = "place-unreachable",
    /// The shared place is reached without TLS.
    PlacePlainHttp = "place-plain-http",
    /// An address or name that no shared place has.
    BadPlace = "bad-place",
    /// A name that no package or receipt has.
    PlaceName = "place-name",
    /// What came from a shared place is not what was sent.
    PlaceAltered = "place-altered",
    /// A report that there is not, or made in a way that there is not.
    ReportRequest = "report-request",
}

/// Shorthand of this crate.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// An error without arguments.
    pub const fn new(code: Code) -> Self {
        Self { code, args: Vec::new(), source: None }
    }

    /// Adds a value for the words.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// Keeps what it came from.
    #[must_use]
    pub fn because(mut self, source: impl Into<Source>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// An error of the file system at a place.
    pub fn io(path: &std::path::Path, source: std::io::Error) -> Self {
        use std::io::ErrorKind as Kind;
        let code = match source.kind() {
            Kind::NotFound => Code::Missing,
            Kind::PermissionDenied | Kind::ReadOnlyFilesystem => Code::NoPermission,
            Kind::StorageFull | Kind::QuotaExceeded => Code::DiskFull,
            Kind::AlreadyExists => Code::Exists,
            _ if gone(&source) => Code::MediumGone,
            _ => Code::Io,
        };
        let error = Self::new(code).with("file", shown(path));
        let reason = source.to_string();
        if code == Code::Io { error.with("reason", reason) } else { error }.because(source)
    }

    /// What the window gets.
    pub fn view(&self) -> ErrorView {
        ErrorView {
            code: self.code.as_str().to_owned(),
            args: self.args.iter().map(|(k, v)| ((*k).to_owned(), v.clone())).collect(),
        }
    }
}

/// Whether the system says that a disk or share answers no more. Most of these have no kind.
fn gone(source: &std::io::Error) -> bool {
    use std::io::ErrorKind as Kind;
    // EIO, ENXIO, ENODEV; ESTALE and those of the network have kinds.
    #[cfg(unix)]
    const CODES: &[i32] = &[5, 6, 19];
    // Not ready, no such device, network name gone, device error, no media, not connected.
    #[cfg(windows)]
    const CODES: &[i32] = &[21, 31, 53, 55, 59, 64, 433, 483, 1112, 1117, 1167];
    matches!(
        source.kind(),
        Kind::StaleNetworkFileHandle
            | Kind::NetworkDown
            | Kind::NetworkUnreachable
            | Kind::HostUnreachable
            | Kind::NotConnected
    ) || source.raw_os_error().is_some_and(|code| CODES.contains(&code))
}

/// The name of a file as a person reads it.
pub(crate) fn shown(path: &std::path::Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code.as_str())?;
        for (name, value) in &self.args {
            write!(f, " {name}={value}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_ref().map(|source| &**source as _)
    }
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        let made = match &error {
            StoreError::NotACase(path) => Self::new(Code::NotACase).with("file", shown(path)),
            StoreError::Newer { found, known } => {
                Self::new(Code::CaseNewer).with("found", found).with("known", known)
            }
            StoreError::SchemaAltered(what) => Self::new(Code::CaseAltered).with("what", what),
            StoreError::Exists(path) => Self::new(Code::Exists).with("file", shown(path)),
            StoreError::Missing(path) => Self::new(Code::Missing).with("file", shown(path)),
            StoreError::NoPermission(path) => {
                Self::new(Code::NoPermission).with("file", shown(path))
            }
            StoreError::Locked(path) => Self::new(Code::CaseLocked).with("file", shown(path)),
            StoreError::WrongPassphrase => Self::new(Code::CaseWrongPassphrase),
            StoreError::WeakPassphrase { chars_min } => {
                Self::new(Code::WeakPassphrase).with("characters", chars_min)
            }
            StoreError::KeysLost => Self::new(Code::CaseKeysLost),
            StoreError::NotEncrypted => Self::new(Code::CasePlain),
            StoreError::AlreadyEncrypted => Self::new(Code::CaseEncrypted).with("file", ""),
            StoreError::Crypto => Self::new(Code::EncryptFailed),
            StoreError::ReadOnly => Self::new(Code::ReadOnly),
            StoreError::DiskFull => Self::new(Code::DiskFull),
            StoreError::SourceChanged => Self::new(Code::FileChanged),
            StoreError::Busy => Self::new(Code::Busy),
            StoreError::Damaged(what) => Self::new(Code::CaseDamaged).with("what", what),
            StoreError::BadValue(what) => Self::new(Code::CaseDamaged).with("what", what),
            StoreError::Apply(what) => Self::new(Code::CaseDamaged).with("what", what),
            StoreError::Forked(id) => Self::new(Code::JournalForked).with("operation", id),
            StoreError::Chain(id) => Self::new(Code::OperationAltered).with("operation", id),
            StoreError::Merge(what) => Self::new(Code::MergeRefused).with("reason", what),
            StoreError::NotEnclosed(sha256) => Self::new(Code::NotEnclosed).with("sha256", sha256),
            StoreError::Cancelled => Self::new(Code::Cancelled),
            StoreError::Io { path, source } if gone(source) => {
                Self::new(Code::MediumGone).with("file", shown(path))
            }
            StoreError::Io { path, source } => {
                Self::new(Code::Io).with("file", shown(path)).with("reason", source)
            }
            StoreError::MediumGone => Self::new(Code::CaseMediumGone),
            StoreError::Sqlite(what) => Self::new(Code::Io).with("file", "").with("reason", what),
        };
        made.because(error)
    }
}

impl From<BadRecord> for Error {
    fn from(error: BadRecord) -> Self {
        Self::new(Code::CaseDamaged).with("what", &error).because(error)
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::io;
    use std::path::Path;

    use super::*;

    #[test]
    fn a_disk_that_was_pulled_out_is_told_as_that() {
        // What ext4 and NFS say once the medium is gone: EIO, ENODEV, ESTALE.
        for code in [5, 19, 116] {
            let gone = Error::io(Path::new("a.lshand"), io::Error::from_raw_os_error(code));
            assert_eq!(gone.code, Code::MediumGone, "{code}");
        }
        let other = Error::io(Path::new("a.lshand"), io::Error::from_raw_os_error(36));
        assert_eq!(other.code, Code::Io, "a name too long is no such thing");
    }
}

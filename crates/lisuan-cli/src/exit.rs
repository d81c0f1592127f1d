//! Exit codes.

use lisuan_app::Code;

/// The answer is yes, the work is done.
pub const GOOD: u8 = 0;
/// The answer is no: altered, findings that block, nothing added.
pub const NO: u8 = 1;
/// The command was not written rightly or asks for something that cannot be.
pub const USAGE: u8 = 2;
/// A file could not be read or written.
pub const UNREADABLE: u8 = 3;

/// The exit code for an error of the program.
pub const fn of(code: Code) -> u8 {
    match code {
        Code::OriginalAltered
        | Code::SealFailed
        | Code::LetterUnfinished
        | Code::Cancelled
        | Code::NoPrices
        | Code::NotAsSealed
        | Code::StampRefused
        | Code::PackageCutOff
        | Code::PackageDisagrees
        | Code::PackageSignature
        | Code::PackageOperation
        | Code::PackageOtherCase
        | Code::SenderNotConfirmed
        | Code::ReceiptUnknown
        | Code::OriginalsElsewhere
        | Code::JournalForked
        | Code::OperationAltered
        | Code::MergeRefused
        | Code::BadRecoveryKey
        | Code::PlaceAltered
        | Code::CaseWrongPassphrase
        | Code::WrongPassphrase => NO,
        Code::BadValue
        | Code::NotFound
        | Code::TooMany
        | Code::NothingToUndo
        | Code::NoKey
        | Code::NotARecipient
        | Code::PackageLocked
        | Code::PassphraseFile
        | Code::WeakPassphrase
        | Code::EncryptsNewCase
        | Code::CasePlain
        | Code::BadPlace
        | Code::PlaceName
        | Code::PlacePlainHttp
        | Code::PassphrasesDiffer
        | Code::NothingToBackUp
        | Code::CaseEncrypted
        | Code::NoSuchSample => USAGE,
        _ => UNREADABLE,
    }
}

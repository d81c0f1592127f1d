use serde::Deserialize;
use ts_rs::TS;

use super::{Edit, PastedFile, Settings};

/// Everything the window can ask; one verb each. What each answers with stands beside it.
#[derive(Debug, Clone, PartialEq, Deserialize, TS)]
#[serde(tag = "verb", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Request {
    /// First screen → [`super::StartView`].
    Start,
    /// Keeps settings → [`super::StartView`].
    SaveSettings {
        /// All of them.
        settings: Settings,
    },
    /// Makes a case in the library folder, named after its claim number → [`super::CaseView`].
    NewCase {
        /// Fields of the case head, as typed; each is checked.
        fields: std::collections::BTreeMap<String, String>,
        /// Ask where to keep it instead of using the library folder.
        choose_place: bool,
    },
    /// Makes a case that is encrypted at rest → [`super::EncryptedCase`], or nothing when the dialog
    /// was left.
    NewEncryptedCase {
        /// Fields of the case head, as typed.
        fields: std::collections::BTreeMap<String, String>,
        /// Ask where to keep it instead of using the library folder.
        choose_place: bool,
        /// What opens it.
        passphrase: String,
        /// Let the system's key store remember it.
        remember: bool,
    },
    /// Opens the encrypted case that was refused or locked last → [`super::CaseView`].
    UnlockCase {
        /// Passphrase or recovery key.
        secret: String,
        /// It is the recovery key.
        recovery: bool,
        /// Let the system's key store remember the passphrase.
        remember: bool,
    },
    /// Closes an encrypted case until its passphrase is given; answers whether it did. A plain one
    /// stays open and is for the page to hide.
    LockCase,
    /// How the open case is kept confidential → [`super::ConfidentialView`].
    Confidential,
    /// Encrypts the open case in place → [`super::EncryptedCase`].
    EncryptCase {
        /// What opens it from now on.
        passphrase: String,
    },
    /// Gives the open case another passphrase → [`super::ConfidentialView`].
    SetCasePassphrase {
        /// The new one.
        passphrase: String,
    },
    /// Lets the key store forget the passphrase of the open case → [`super::ConfidentialView`].
    ForgetCasePassphrase,
    /// Backs all cases up to a disk chosen in a dialog, with progress → [`super::BackupView`] or
    /// nothing.
    Backup,
    /// The last backup → [`super::BackupState`] or nothing.
    LastBackup,
    /// Makes a sample case in the library folder → [`super::CaseView`].
    SampleCase {
        /// `power-plant` or `embankment`.
        which: String,
    },
    /// Opens a case → [`super::CaseView`], or nothing when the dialog was left.
    OpenCase {
        /// A recent case; asks with a dialog when absent.
        recent: Option<String>,
    },
    /// Closes the open case → nothing.
    CloseCase,
    /// The open case anew → [`super::CaseView`], or nothing when none is open.
    CurrentCase,
    /// Changes the open case: one step of undo, saved when this answers → [`super::Delta`].
    Edit {
        /// Key of the words for what is done, without the prefix `op-`: `add-note`.
        label: String,
        /// What it is done to, as a person would name it.
        subject: String,
        /// All or none.
        edits: Vec<Edit>,
    },
    /// Takes the last step back → [`super::Delta`].
    Undo,
    /// Does it again → [`super::Delta`].
    Redo,
    /// Adds photos chosen in a dialog, with progress → [`super::AddedPhotos`] or nothing.
    ChoosePhotos {
        /// Choose a folder instead of files.
        folder: bool,
    },
    /// Reads a bill of quantities without touching the case → [`super::BoqView`], or nothing when
    /// the dialog was left.
    ReadBoq {
        /// The bill that was read last, under these choices; asks for a file when absent.
        choices: Option<super::BoqChoices>,
    },
    /// Records the prices of the bill that was read last → [`super::Delta`].
    ImportBoq {
        /// How it is read.
        choices: super::BoqChoices,
    },
    /// Adds papers chosen in a dialog, with progress → [`super::AddedPhotos`] or nothing.
    ChooseDocuments {
        /// What they all are, where that is known.
        kind: Option<String>,
    },
    /// Adds the files last dropped on the window as papers, with progress →
    /// [`super::AddedPhotos`].
    AddDroppedDocuments,
    /// Writes the original of a paper to a place chosen in a dialog → [`super::DocumentCopy`] or
    /// nothing.
    SaveDocument {
        /// Key of the paper.
        document: String,
    },
    /// Adds the files last dropped on the window, with progress → [`super::AddedPhotos`].
    AddDropped,
    /// Adds pictures pasted from the clipboard, with progress → [`super::AddedPhotos`].
    AddPasted {
        /// At most 64 MiB together.
        files: Vec<PastedFile>,
    },
    /// Begins to watch a folder chosen in a dialog → [`super::WaitingPhotos`] or nothing.
    WatchFolder,
    /// Stops watching → [`super::WaitingPhotos`].
    Unwatch,
    /// What waits to come in → [`super::WaitingPhotos`].
    WaitingPhotos,
    /// Adds what is new in the watched folder, with progress → [`super::AddedPhotos`].
    AddWatched,
    /// Goes on with what earlier intakes did not come to, with progress → [`super::AddedPhotos`].
    AddRest,
    /// Gives up what earlier intakes did not come to → [`super::WaitingPhotos`].
    ForgetRest,
    /// Writes a package of the case → [`super::HandedOver`], or nothing.
    HandOver {
        /// To whom, what and how.
        request: super::HandoverRequest,
    },
    /// Says what a package is and would do → [`super::PackageView`], or nothing.
    LookAtPackage {
        /// The one that was chosen last; otherwise a person chooses one.
        again: bool,
        /// As a new case; otherwise merged into the open one.
        new_case: bool,
        /// The passphrase that was told.
        passphrase: Option<String>,
    },
    /// Takes in the package that was looked at → [`super::ReceivedView`], or nothing.
    ReceivePackage {
        /// Write a receipt where a person chooses.
        receipt: bool,
        /// As a new case, which is then open; otherwise merged into the open one.
        new_case: bool,
        /// The passphrase that was told.
        passphrase: Option<String>,
        /// The number of the sender's key as compared by phone, or `unsigned`.
        accept: Option<String>,
        /// Keeps a new case encrypted at rest under this passphrase.
        encrypt: Option<String>,
    },
    /// Imports a receipt → [`super::ReceiptView`], or nothing.
    TakeReceipt,
    /// The shared places → list of [`super::PlaceView`].
    Places,
    /// Adds a place; a folder is chosen by a person → list of [`super::PlaceView`], or nothing.
    AddPlace {
        /// What it is called and where it is.
        place: super::NewPlace,
        /// Kept in the system's key store; empty where nobody is asked.
        password: String,
    },
    /// Forgets a place → list of [`super::PlaceView`].
    RemovePlace {
        /// Which.
        name: String,
    },
    /// What lies in a place → [`super::InboxView`].
    Inbox {
        /// Which.
        name: String,
        /// Where no key store has it.
        password: Option<String>,
    },
    /// Sends the package or receipt last written to a place → [`super::PlaceItem`].
    SendToPlace {
        /// Which.
        name: String,
        /// Where no key store has it.
        password: Option<String>,
    },
    /// Fetches a package, which is then the one that was chosen last → nothing; or a receipt, and
    /// imports it → [`super::ReceiptView`].
    FetchFromPlace {
        /// From which place.
        name: String,
        /// Which file.
        file: String,
        /// Where no key store has it.
        password: Option<String>,
    },
    /// Colleagues whose keys were compared → list of [`super::Colleague`].
    Colleagues,
    /// Gives a colleague another name here → list of [`super::Colleague`].
    RenameColleague {
        /// The number or fingerprint of their key.
        which: String,
        /// What they are called here.
        name: String,
    },
    /// Forgets a compared key → list of [`super::Colleague`].
    ForgetColleague {
        /// Its number or fingerprint.
        which: String,
    },
    /// Figures over all cases of the library → [`super::StatsView`].
    Statistics {
        /// One of `GROUPINGS`.
        by: String,
    },
    /// Writes one row a case where a person chooses → number of cases, or nothing.
    ExportStatistics {
        /// `csv` or `xlsx`.
        format: String,
    },
    /// What supports each loss line → [`super::MatrixView`].
    Matrix,
    /// The clocks of the case → [`super::ClocksView`].
    Clocks,
    /// The holidays in use → [`super::CalendarView`].
    Calendar,
    /// Takes a calendar chosen in a dialog → [`super::CalendarView`] or nothing.
    ChooseCalendar,
    /// Goes back to the calendar that ships → [`super::CalendarView`].
    ResetCalendar,
    /// What copies were changed to apart → [`super::ConflictsView`].
    Conflicts,
    /// Decides some of it, as one step → [`super::Delta`].
    Decide {
        /// All or none.
        decisions: Vec<super::Decision>,
    },
    /// Who changed what and when, the latest first → [`super::HistoryView`].
    History {
        /// Only of this record: its kind.
        kind: Option<String>,
        /// And its key.
        id: Option<String>,
        /// Go on where an answer ended.
        #[ts(type = "number | null")]
        before: Option<i64>,
    },
    /// Goes back to how the case or a record stood right after an operation → [`super::Delta`].
    Restore {
        /// The operation.
        operation: String,
        /// Only this record: its kind.
        kind: Option<String>,
        /// And its key.
        id: Option<String>,
    },
    /// Finds a text anywhere in the open case → [`super::FoundView`].
    Find {
        /// What to look for.
        text: String,
    },
    /// The calculation sheet of the case or of a scenario → [`super::SheetView`].
    Sheet {
        /// Key of the scenario; the case itself when absent.
        scenario: Option<String>,
    },
    /// The case beside its scenarios → [`super::ScenariosView`].
    Scenarios,
    /// Writes the adjustment as a workbook with live formulas → [`super::WorkbookView`] or nothing.
    ExportSheet {
        /// `zh-CN` or `en`.
        language: String,
    },
    /// What stands on a measurement sheet, to be read and signed → [`super::SheetContentView`].
    SheetContent {
        /// Key of the sheet.
        sheet: String,
    },
    /// Signs a measurement sheet as it was shown last → [`super::Delta`].
    SignSheet {
        /// Key of the sheet.
        sheet: String,
        /// Key of the person who signs.
        person: String,
        /// What was drawn: `x,y x,y;x,y …` in thousandths of the pad's height.
        strokes: String,
    },
    /// What a statement says, to be read and signed → [`super::SheetContentView`] without rows.
    StatementContent {
        /// Key of the note.
        note: String,
    },
    /// Signs a statement as it was shown last → [`super::Delta`].
    SignStatement {
        /// Key of the note.
        note: String,
        /// Key of the person who signs.
        person: String,
        /// What was drawn: `x,y x,y;x,y …` in thousandths of the pad's height.
        strokes: String,
    },
    /// Writes a measurement sheet as a PDF to be signed on paper → [`super::SheetPrintView`] or
    /// nothing.
    PrintSheet {
        /// Key of the sheet.
        sheet: String,
        /// `zh-CN` or `en`.
        language: String,
    },
    /// Checks the open case as a whole, with progress: hashes of all originals, journal against
    /// records, other cases beside it → [`super::CheckView`].
    CheckCase,
    /// Exports and verifies the dossier, with progress → [`super::DossierView`] or nothing.
    ExportDossier {
        /// Which report, and how.
        report: super::ReportRequest,
    },
    /// Drafts a letter from the template of its kind → [`super::LetterDraft`].
    DraftLetter {
        /// A word of the choice `letter.kind`.
        kind: String,
        /// `zh-CN` or `en`.
        language: String,
    },
    /// Exports a letter as a sealed PDF → [`super::LetterView`] or nothing.
    ExportLetter {
        /// Key of the letter.
        letter: String,
        /// `zh-CN` or `en`.
        language: String,
    },
    /// Takes a picture chosen in a dialog as the firm's logo → [`super::StartView`] or nothing.
    ChooseLogo,
    /// Goes without a logo → [`super::StartView`].
    RemoveLogo,
    /// The key that seals → [`super::KeyView`].
    Key,
    /// Opens the key until the program ends → [`super::KeyView`].
    UnlockKey {
        /// What guards it.
        passphrase: String,
    },
    /// Guards the key in another way → [`super::KeyView`].
    ProtectKey {
        /// The new passphrase; the system's key store when absent.
        passphrase: Option<String>,
    },
    /// Makes a new key; the one before is kept under another name → [`super::KeyView`].
    NewKey,
    /// Takes the firm's key out of a PKCS#12 file chosen in a dialog → [`super::KeyView`] or
    /// nothing.
    ImportKey {
        /// Passphrase of that file.
        passphrase: String,
    },
    /// Writes the certificate for others to compare → [`super::KeyView`] or nothing.
    ExportCertificate,
    /// Verifies a dossier chosen in a dialog → [`super::VerdictView`] or nothing.
    VerifyDossier,
    /// Writes the request for a timestamp over the dossier in sight → nothing.
    RequestStamp,
    /// Puts the answer of a time-stamping authority, chosen in a dialog, into the dossier in sight →
    /// [`super::VerdictView`] or nothing.
    AddStamp,
    /// Signs the dossier in sight with SM2 too, in a file beside it → [`super::VerdictView`].
    SignBeside,
    /// Opens the last exported dossier with the system's viewer → nothing.
    ShowDossier,
    /// Stops the long work under way; what is in stays in → nothing.
    Cancel,
}

//! What can be asked on the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand, ValueEnum};
use lisuan_app::{App, Home, Words};

use crate::commands::conflicts::Deciding;
use crate::commands::handover::{HandoverArguments, ReceiveArguments};
use crate::commands::history::Asked;
use crate::commands::record::RecordCommand;
use crate::help;

/// Words that `--lang` takes.
const LANGUAGES: [&str; 2] = lisuan_app::LANGUAGES;

/// One call of `lisuan`. Help texts are in the catalogues under `cli-about-…` and `cli-arg-…`.
#[derive(Debug, Parser)]
#[command(name = "lisuan", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true, subcommand_required = true)]
pub struct Arguments {
    #[arg(long, global = true)]
    json: bool,
    #[arg(long, global = true, value_name = "LANG", value_parser = LANGUAGES)]
    lang: Option<String>,
    /// Where the passphrase of an encrypted case is read from, in place of asking.
    #[arg(long, global = true, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
    /// Opens an encrypted case with its recovery key.
    #[arg(long, global = true)]
    pub recovery_key: bool,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    New {
        #[arg(id = "new-case", value_name = "CASE.lisuan")]
        case: PathBuf,
        #[arg(long, value_name = "SAMPLE")]
        sample: Option<Sample>,
        #[arg(long, conflicts_with = "sample")]
        encrypt: bool,
        #[arg(long, requires = "encrypt")]
        remember: bool,
    },
    Encrypt {
        #[arg(value_name = "CASE")]
        case: PathBuf,
    },
    Decrypt {
        #[arg(value_name = "CASE")]
        case: PathBuf,
        #[arg(id = "plain-out", short = 'o', long = "out", value_name = "OUT.lisuan")]
        out: PathBuf,
    },
    Backup {
        #[arg(id = "backup-folder", value_name = "FOLDER")]
        folders: Vec<PathBuf>,
        #[arg(id = "backup-disk", short = 'o', long = "out", value_name = "DISK")]
        disk: PathBuf,
    },
    #[command(subcommand)]
    Place(PlaceCommand),
    Restore {
        #[arg(id = "restore-disk", value_name = "DISK")]
        disk: PathBuf,
        #[arg(id = "restore-into", long = "into", value_name = "FOLDER")]
        into: PathBuf,
        #[arg(id = "backup-number", long = "number", value_name = "N")]
        number: Option<u32>,
    },
    Passphrase {
        #[arg(value_name = "CASE")]
        case: PathBuf,
        #[arg(id = "new-passphrase-file", long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
        #[arg(id = "new-recovery-key", long)]
        new_recovery_key: bool,
        #[arg(long)]
        forget: bool,
    },
    #[command(subcommand)]
    Photo(PhotoCommand),
    #[command(subcommand)]
    Document(DocumentCommand),
    #[command(subcommand)]
    Note(NoteCommand),
    Adjust {
        #[arg(value_name = "CASE")]
        case: PathBuf,
        #[arg(long, value_name = "NAME")]
        scenario: Option<String>,
    },
    Check {
        #[arg(value_name = "CASE")]
        case: PathBuf,
    },
    Checks,
    Conflicts {
        #[arg(value_name = "CASE")]
        case: PathBuf,
        #[command(flatten)]
        deciding: Deciding,
    },
    History {
        #[arg(value_name = "CASE")]
        case: PathBuf,
        #[command(flatten)]
        asked: Asked,
    },
    Dossier {
        #[arg(value_name = "CASE")]
        case: PathBuf,
        #[arg(short, long, value_name = "OUT.pdf")]
        out: PathBuf,
        #[arg(long, value_name = "REPORT", default_value = "final", value_parser = reports())]
        report: String,
        #[arg(long, value_name = "N", default_value_t = 2)]
        photos: u8,
        #[arg(long)]
        both: bool,
        #[arg(long)]
        copies: bool,
        #[arg(long)]
        draft: bool,
        #[arg(long)]
        redacted: bool,
        #[arg(long)]
        without_altered: bool,
    },
    #[command(subcommand)]
    Letter(LetterCommand),
    Clocks {
        #[arg(value_name = "CASE")]
        case: PathBuf,
        #[arg(long, value_name = "DATE")]
        today: Option<String>,
    },
    Stats {
        #[arg(id = "stats-folder", value_name = "FOLDER")]
        folder: PathBuf,
        #[arg(id = "stats-by", long = "by", value_name = "GROUP", default_value = "line", value_parser = clap::builder::PossibleValuesParser::new(lisuan_app::GROUPINGS))]
        by: String,
        #[arg(id = "stats-csv", long = "csv", value_name = "FILE")]
        csv: Option<PathBuf>,
        #[arg(id = "stats-xlsx", long = "xlsx", value_name = "FILE")]
        xlsx: Option<PathBuf>,
        #[arg(id = "stats-parquet", long = "parquet", value_name = "FILE")]
        parquet: Option<PathBuf>,
    },
    Matrix {
        #[arg(value_name = "CASE")]
        case: PathBuf,
    },
    #[command(subcommand)]
    Record(RecordCommand),
    Sheet {
        #[arg(value_name = "CASE")]
        case: PathBuf,
        #[arg(id = "sheet-out", short = 'o', long = "out", value_name = "OUT.xlsx")]
        out: PathBuf,
        #[arg(long, value_name = "NUMBER")]
        measurement: Option<String>,
    },
    Boq {
        #[arg(id = "boq-first", value_name = "CASE|FILE")]
        first: PathBuf,
        #[arg(id = "boq-second", value_name = "FILE")]
        second: Option<PathBuf>,
        #[arg(long, value_name = "CHOICES.json")]
        choices: Option<PathBuf>,
    },
    Verify {
        #[arg(value_name = "OUT.pdf")]
        pdf: PathBuf,
        #[arg(long, value_name = "CERTIFICATES.pem")]
        trust: Option<PathBuf>,
        #[arg(long)]
        parts: bool,
    },
    Handover(HandoverArguments),
    Receive(ReceiveArguments),
    Receipt {
        #[arg(value_name = "CASE")]
        case: PathBuf,
        #[arg(id = "receipt-file", value_name = "FILE.lsreceipt")]
        file: PathBuf,
    },
    #[command(subcommand)]
    Colleague(ColleagueCommand),
    #[command(subcommand)]
    Key(KeyCommand),
    #[command(subcommand)]
    Stamp(StampCommand),
    Sm2 {
        #[arg(id = "sealed-pdf", value_name = "DOSSIER.pdf")]
        pdf: PathBuf,
    },
}

/// Where a new place is.
#[derive(Debug, clap::Args)]
#[command(group(clap::ArgGroup::new("place-site").required(true).args(["folder", "webdav", "s3"])))]
pub struct PlaceSiteArguments {
    #[arg(long, value_name = "PATH")]
    pub folder: Option<PathBuf>,
    #[arg(long, value_name = "URL")]
    pub webdav: Option<String>,
    #[arg(long, value_name = "URL", requires = "bucket")]
    pub s3: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub bucket: Option<String>,
    #[arg(long, value_name = "NAME", default_value = "auto")]
    pub region: String,
    #[arg(long, value_name = "FOLDER", default_value = "")]
    pub prefix: String,
    #[arg(long, value_name = "NAME", default_value = "")]
    pub user: String,
    #[arg(long)]
    pub plain_http: bool,
}

#[derive(Debug, Subcommand)]
pub enum PlaceCommand {
    Add {
        #[arg(id = "place-name", value_name = "PLACE")]
        name: String,
        #[command(flatten)]
        site: PlaceSiteArguments,
    },
    List,
    Remove {
        #[arg(id = "place-name", value_name = "PLACE")]
        name: String,
    },
    Send {
        #[arg(id = "place-name", value_name = "PLACE")]
        name: String,
        #[arg(id = "place-file", value_name = "FILE")]
        file: PathBuf,
    },
    Inbox {
        #[arg(id = "place-name", value_name = "PLACE")]
        name: String,
    },
    Fetch {
        #[arg(id = "place-name", value_name = "PLACE")]
        name: String,
        #[arg(id = "place-item", value_name = "NAME")]
        file: String,
        #[arg(id = "fetch-into", long = "into", value_name = "FOLDER")]
        into: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
pub enum ColleagueCommand {
    List,
    Rename {
        #[arg(id = "colleague", value_name = "NUMBER")]
        which: String,
        #[arg(id = "colleague-name", value_name = "NAME")]
        name: String,
    },
    Forget {
        #[arg(id = "colleague", value_name = "NUMBER")]
        which: String,
    },
}

#[derive(Debug, Subcommand)]
pub enum KeyCommand {
    Show,
    New {
        #[command(flatten)]
        guard: Guard,
    },
    Import {
        #[arg(value_name = "KEY.p12")]
        file: PathBuf,
    },
    Protect {
        #[command(flatten)]
        guard: Guard,
    },
    Export {
        #[arg(id = "certificate-out", short = 'o', long = "out", value_name = "OUT.pem")]
        out: PathBuf,
    },
}

/// What is to guard the key.
#[derive(Debug, Clone, Copy, clap::Args)]
pub struct Guard {
    #[arg(long, conflicts_with = "store")]
    pub passphrase: bool,
    #[arg(long)]
    pub store: bool,
}

#[derive(Debug, Subcommand)]
pub enum StampCommand {
    Request {
        #[arg(id = "sealed-pdf", value_name = "DOSSIER.pdf")]
        pdf: PathBuf,
        #[arg(id = "request-out", short = 'o', long = "out", value_name = "OUT.tsq")]
        out: PathBuf,
    },
    Add {
        #[arg(id = "sealed-pdf", value_name = "DOSSIER.pdf")]
        pdf: PathBuf,
        #[arg(value_name = "ANSWER.tsr")]
        answer: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
pub enum PhotoCommand {
    Add {
        #[arg(value_name = "CASE")]
        case: PathBuf,
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<PathBuf>,
        #[arg(id = "photo-new", long = "new")]
        new: bool,
    },
    List {
        #[arg(value_name = "CASE")]
        case: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
pub enum DocumentCommand {
    Add {
        #[arg(value_name = "CASE")]
        case: PathBuf,
        #[arg(id = "paths", required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        #[arg(id = "document-kind", long = "kind", value_name = "KIND")]
        kind: Option<String>,
    },
    List {
        #[arg(value_name = "CASE")]
        case: PathBuf,
    },
    Get {
        #[arg(value_name = "CASE")]
        case: PathBuf,
        #[arg(id = "document-number", value_name = "NUMBER")]
        number: String,
        #[arg(id = "document-out", short = 'o', long = "out", value_name = "FILE")]
        out: PathBuf,
    },
    Draw {
        #[arg(value_name = "CASE")]
        case: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
pub enum NoteCommand {
    Add {
        #[arg(value_name = "CASE")]
        case: PathBuf,
        #[arg(value_name = "TEXT")]
        text: String,
        #[arg(long, value_name = "PLACE")]
        place: Option<String>,
    },
}

#[derive(Debug, Subcommand)]
pub enum LetterCommand {
    New {
        #[arg(value_name = "CASE")]
        case: PathBuf,
        #[arg(value_name = "KIND", value_parser = letters())]
        kind: String,
        #[arg(long, value_name = "TO")]
        addressee: Option<String>,
        #[arg(long, value_name = "NUMBER")]
        number: Option<String>,
    },
    Export {
        #[arg(value_name = "CASE")]
        case: PathBuf,
        #[arg(value_name = "LETTER")]
        letter: String,
        #[arg(short, long, value_name = "OUT.pdf")]
        out: PathBuf,
    },
}

/// Words that a letter's kind takes.
fn letters() -> PossibleValuesParser {
    PossibleValuesParser::new(lisuan_app::LETTERS)
}

/// Words that `--report` takes.
fn reports() -> PossibleValuesParser {
    PossibleValuesParser::new(lisuan_app::REPORTS)
}

/// The sample cases.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Sample {
    PowerPlant,
    Embankment,
}

impl Sample {
    /// The name the program knows it by.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PowerPlant => "power-plant",
            Self::Embankment => "embankment",
        }
    }
}

impl Arguments {
    /// Reads the call; help, version and mistakes come back as an error.
    pub fn parse_from(given: &[OsString], words: &Words) -> Result<Self, clap::Error> {
        let command = help::in_words(Self::command(), words);
        let matches = command.try_get_matches_from(given)?;
        Self::from_arg_matches(&matches)
    }
}

/// The language of the words: `--lang`, else the settings. It is looked for before the call is
/// read, because the help and the complaints about a call have words too.
pub fn language(given: &[OsString]) -> String {
    let mut given = given.iter().filter_map(|argument| argument.to_str());
    while let Some(argument) = given.next() {
        let value = match argument.strip_prefix("--lang=") {
            Some(value) => Some(value),
            None if argument == "--lang" => given.next(),
            None => None,
        };
        if let Some(value) = value.filter(|value| LANGUAGES.contains(value)) {
            return value.to_owned();
        }
    }
    match Home::of_user() {
        Ok(home) => App::new(home).settings().language,
        Err(_) => LANGUAGES[0].to_owned(),
    }
}

/// Whether the answer is wanted as JSON, also when the call itself does not read.
pub fn wants_json(given: &[OsString]) -> bool {
    given.iter().take_while(|argument| *argument != "--").any(|argument| argument == "--json")
}

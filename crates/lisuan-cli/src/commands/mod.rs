//! One command per file.

mod adjust;
mod adjust_file;
mod backup;
mod boq;
mod check;
mod checks;
mod clocks;
mod colleague;
mod confidential;
pub mod conflicts;
mod documents;
mod dossier;
mod findings;
pub mod handover;
pub mod history;
mod key;
mod letter;
mod matrix;
mod named;
mod new;
mod note_add;
mod photo_add;
mod photo_list;
mod place;
pub mod record;
mod sheet;
mod sm2;
mod stamp;
mod stats;
mod verify;

use lisuan_app::Result;
use lisuan_app::wire::ReportRequest;

use crate::arguments::{
    Arguments, Command, KeyCommand, LetterCommand, NoteCommand, PhotoCommand, StampCommand,
};
use crate::report::Report;
use crate::shell::Shell;

/// Does what was asked.
pub fn run(shell: &Shell, arguments: Arguments) -> Result<Report> {
    match arguments.command {
        Command::New { case, encrypt: true, remember, .. } => {
            confidential::new(shell, &case, remember)
        }
        Command::New { case, sample, .. } => new::run(shell, &case, sample),
        Command::Encrypt { case } => confidential::encrypt(shell, &case),
        Command::Decrypt { case, out } => confidential::decrypt(shell, &case, &out),
        Command::Backup { folders, disk } => backup::run(shell, &folders, &disk),
        Command::Place(command) => place::run(shell, command),
        Command::Colleague(command) => colleague::run(shell, &command),
        Command::Restore { disk, into, number } => backup::restore(shell, &disk, &into, number),
        Command::Passphrase { case, new_passphrase_file, new_recovery_key, forget } => {
            let file = new_passphrase_file.as_deref();
            match (forget, new_recovery_key) {
                (true, _) => confidential::forget(shell, &case),
                (false, true) => confidential::recovery_key(shell, &case),
                (false, false) => confidential::passphrase(shell, &case, file),
            }
        }
        Command::Photo(PhotoCommand::Add { case, paths, new }) => {
            photo_add::run(shell, &case, &paths, new)
        }
        Command::Photo(PhotoCommand::List { case }) => photo_list::run(shell, &case),
        Command::Document(command) => documents::run(shell, command),
        Command::Note(NoteCommand::Add { case, text, place }) => {
            note_add::run(shell, &case, &text, place.as_deref())
        }
        Command::Adjust { case, scenario } => adjust::run(shell, &case, scenario.as_deref()),
        Command::Checks => Ok(checks::run(shell)),
        Command::Clocks { case, today } => clocks::run(shell, &case, today.as_deref()),
        Command::Stats { folder, by, csv, xlsx, parquet } => {
            let out: Vec<_> = csv.into_iter().chain(xlsx).chain(parquet).collect();
            stats::run(shell, &folder, &by, &out)
        }
        Command::Matrix { case } => matrix::run(shell, &case),
        Command::Conflicts { case, deciding } => conflicts::run(shell, &case, &deciding),
        Command::History { case, asked } => history::run(shell, &case, &asked),
        Command::Check { case } => check::run(shell, &case),
        Command::Letter(LetterCommand::New { case, kind, addressee, number }) => {
            let given = [("addressee", addressee), ("number", number)];
            letter::new(shell, &case, &kind, given)
        }
        Command::Letter(LetterCommand::Export { case, letter, out }) => {
            letter::export(shell, &case, &letter, &out)
        }
        Command::Dossier {
            case,
            out,
            report,
            photos,
            both,
            copies,
            draft,
            redacted,
            without_altered,
        } => {
            let language = if both { "both" } else { shell.words.language() }.to_owned();
            let (kind, photos_per_page) = (report, photos);
            let report = ReportRequest {
                kind,
                language,
                photos_per_page,
                copies,
                draft,
                redacted,
                without_altered,
            };
            dossier::run(shell, &case, &out, report)
        }
        Command::Record(command) => record::run(shell, command),
        Command::Sheet { case, out, measurement: None } => sheet::run(shell, &case, &out),
        Command::Sheet { case, out, measurement: Some(number) } => {
            sheet::print(shell, &case, &number, &out)
        }
        Command::Boq { first, second, choices } => {
            boq::run(shell, [Some(first.as_path()), second.as_deref()], choices.as_deref())
        }
        Command::Verify { pdf, trust, parts } => verify::run(shell, &pdf, trust.as_deref(), parts),
        Command::Handover(given) => handover::hand_over(shell, given),
        Command::Receive(given) => handover::receive(shell, &given),
        Command::Receipt { case, file } => handover::receipt(shell, &case, &file),
        Command::Key(KeyCommand::Show) => key::show(shell),
        Command::Key(KeyCommand::New { guard }) => key::new(shell, guard),
        Command::Key(KeyCommand::Import { file }) => key::import(shell, &file),
        Command::Key(KeyCommand::Protect { guard }) => key::protect(shell, guard),
        Command::Key(KeyCommand::Export { out }) => key::export(shell, &out),
        Command::Stamp(StampCommand::Request { pdf, out }) => stamp::request(shell, &pdf, &out),
        Command::Stamp(StampCommand::Add { pdf, answer }) => stamp::add(shell, &pdf, &answer),
        Command::Sm2 { pdf } => sm2::run(shell, &pdf),
    }
}

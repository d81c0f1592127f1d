//! One command per file.

mod adjust;
mod adjust_file;
mod boq;
mod check;
mod documents;
mod dossier;
mod findings;
mod new;
mod note_add;
mod photo_add;
mod photo_list;
mod sheet;
mod verify;

use lisuan_app::Result;
use lisuan_app::wire::ReportRequest;

use crate::arguments::{Arguments, Command, NoteCommand, PhotoCommand};
use crate::report::Report;
use crate::shell::Shell;

/// Does what was asked.
pub fn run(shell: &Shell, arguments: Arguments) -> Result<Report> {
    match arguments.command {
        Command::New { case, sample } => new::run(shell, &case, sample),
        Command::Photo(PhotoCommand::Add { case, paths }) => photo_add::run(shell, &case, &paths),
        Command::Photo(PhotoCommand::List { case }) => photo_list::run(shell, &case),
        Command::Document(command) => documents::run(shell, command),
        Command::Note(NoteCommand::Add { case, text, place }) => {
            note_add::run(shell, &case, &text, place.as_deref())
        }
        Command::Adjust { case, scenario } => adjust::run(shell, &case, scenario.as_deref()),
        Command::Check { case } => check::run(shell, &case),
        Command::Dossier { case, out, report, photos, both, copies, draft, redacted } => {
            let language = if both { "both" } else { shell.words.language() }.to_owned();
            let (kind, photos_per_page) = (report, photos);
            let report = ReportRequest { kind, language, photos_per_page, copies, draft, redacted };
            dossier::run(shell, &case, &out, report)
        }
        Command::Sheet { case, out, measurement: None } => sheet::run(shell, &case, &out),
        Command::Sheet { case, out, measurement: Some(number) } => {
            sheet::print(shell, &case, &number, &out)
        }
        Command::Boq { first, second, choices } => {
            boq::run(shell, [Some(first.as_path()), second.as_deref()], choices.as_deref())
        }
        Command::Verify { pdf } => verify::run(shell, &pdf),
    }
}

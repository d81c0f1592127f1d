//! Each request of the page as a call on the program.

use std::collections::BTreeMap;
use std::path::PathBuf;

use lisuan_app::wire::{BoqChoices, ErrorView, Progress, ReportRequest, Request, WorkbookView};
use lisuan_app::{App, Code, DossierOptions, Error, Of, Protection};
use serde_json::Value;
use tauri::WebviewWindow;
use tauri::ipc::Channel;

use crate::progress::Thinned;
use crate::shell::{Answer, Shell, lock};
use crate::{confidential, dialogs, handovers, places};

/// The answer of a verb that has nothing to say, or of a dialog that was left.
pub(crate) const NOTHING: Answer = Ok(Value::Null);

/// Answers one request.
pub async fn answer(
    shell: &Shell,
    window: &WebviewWindow,
    request: Request,
    progress: Channel<Progress>,
) -> Answer {
    match request {
        Request::Start => shell.run(|app| Ok(app.start())).await,
        Request::SaveSettings { settings } => {
            shell.run(move |app| app.save_settings(&settings)).await
        }
        Request::NewCase { fields, choose_place: false } => {
            shell.run(move |app| app.new_case_in_library(&fields)).await
        }
        Request::NewCase { fields, choose_place: true } => {
            let library = shell.app.home().library.clone();
            let name = fields.get("claim_no").cloned().unwrap_or_default();
            match dialogs::save(window, Some(library), &name, "lisuan").await {
                Some(path) => shell.run(move |app| app.new_case(&path, &fields)).await,
                None => NOTHING,
            }
        }
        request @ (Request::NewEncryptedCase { .. }
        | Request::UnlockCase { .. }
        | Request::LockCase
        | Request::Confidential
        | Request::EncryptCase { .. }
        | Request::SetCasePassphrase { .. }
        | Request::ForgetCasePassphrase
        | Request::Backup
        | Request::LastBackup) => confidential::answer(shell, window, request, progress).await,
        request @ (Request::Places
        | Request::AddPlace { .. }
        | Request::RemovePlace { .. }
        | Request::Inbox { .. }
        | Request::SendToPlace { .. }
        | Request::FetchFromPlace { .. }) => places::answer(shell, window, request, progress).await,
        Request::SampleCase { which } => {
            let sample = move |app: &App| app.sample_in_library(&which, &app.settings().language);
            shell.run(sample).await
        }
        Request::OpenCase { recent: Some(id) } => shell.run(move |app| app.open_recent(&id)).await,
        Request::OpenCase { recent: None } => match dialogs::open_case(window).await {
            Some(path) => shell.run(move |app| app.open(&path)).await,
            None => NOTHING,
        },
        Request::CloseCase => {
            shell.work.stop();
            shell.run(|app| app.close()).await
        }
        Request::CurrentCase => current_case(shell).await,
        Request::Edit { label, subject, edits } => {
            shell.run(move |app| app.edit(&label, &subject, &edits)).await
        }
        Request::Undo => shell.run(|app| app.undo()).await,
        Request::Redo => shell.run(|app| app.redo()).await,
        Request::ChoosePhotos { folder } => match dialogs::choose_photos(window, folder).await {
            Some(paths) => add_photos(shell, paths, progress).await,
            None => NOTHING,
        },
        Request::ChooseDocuments { kind } => match dialogs::choose_documents(window).await {
            Some(paths) => add_documents(shell, paths, kind, progress).await,
            None => NOTHING,
        },
        Request::AddDroppedDocuments => {
            let paths = std::mem::take(&mut *lock(&shell.dropped));
            add_documents(shell, paths, None, progress).await
        }
        Request::SaveDocument { document } => save_document(shell, window, document).await,
        Request::ReadBoq { choices: Some(choices) } => {
            let path = bill(shell)?;
            shell.run(move |app| app.read_boq(&path, &choices)).await
        }
        Request::ReadBoq { choices: None } => match dialogs::open_bill(window).await {
            Some(path) => {
                *lock(&shell.bill) = Some(path.clone());
                shell.run(move |app| app.read_boq(&path, &BoqChoices::default())).await
            }
            None => NOTHING,
        },
        Request::ImportBoq { choices } => {
            let path = bill(shell)?;
            shell.run(move |app| app.import_boq(&path, &choices).map(|(_, delta)| delta)).await
        }
        Request::AddDropped => {
            let paths = std::mem::take(&mut *lock(&shell.dropped));
            add_photos(shell, paths, progress).await
        }
        Request::WatchFolder => match dialogs::choose_folder(window).await {
            Some(folder) => watch(shell, folder).await,
            None => NOTHING,
        },
        Request::Unwatch => {
            let stop = |app: &App| {
                app.unwatch();
                app.waiting_photos()
            };
            shell.run(stop).await
        }
        Request::WaitingPhotos => shell.run(|app| app.waiting_photos()).await,
        Request::AddWatched => {
            let progress = Thinned::new(progress);
            let added = shell
                .run_long(move |app, stopped| app.add_watched(&|at| progress.tell(at), stopped));
            added.await
        }
        Request::AddRest => {
            let progress = Thinned::new(progress);
            let added =
                shell.run_long(move |app, stopped| app.add_rest(&|at| progress.tell(at), stopped));
            added.await
        }
        Request::ForgetRest => {
            let forget = |app: &App| {
                app.forget_rest();
                app.waiting_photos()
            };
            shell.run(forget).await
        }
        Request::AddPasted { files } => {
            let progress = Thinned::new(progress);
            let added = shell.run_long(move |app, stopped| {
                app.add_pasted(&files, &|at| progress.tell(at), stopped)
            });
            added.await
        }
        Request::HandOver { request } => {
            handovers::hand_over(shell, window, request, progress).await
        }
        Request::LookAtPackage { again, new_case, passphrase } => {
            handovers::look(shell, window, (again, new_case), passphrase, progress).await
        }
        Request::ReceivePackage { receipt, new_case, passphrase, accept, encrypt } => {
            let given = (passphrase, accept, encrypt);
            handovers::receive(shell, window, (receipt, new_case), given, progress).await
        }
        Request::TakeReceipt => handovers::take_receipt(shell, window).await,
        Request::Colleagues => shell.run(|app| Ok(app.colleagues())).await,
        Request::RenameColleague { which, name } => {
            shell.run(move |app| app.rename_colleague(&which, &name)).await
        }
        Request::ForgetColleague { which } => {
            shell.run(move |app| app.forget_colleague(&which)).await
        }
        Request::Clocks => shell.run(|app| app.clocks(None)).await,
        Request::Calendar => shell.run(|app| Ok(app.calendar())).await,
        Request::ChooseCalendar => match dialogs::open_calendar(window).await {
            Some(path) => shell.run(move |app| app.replace_calendar(&path)).await,
            None => NOTHING,
        },
        Request::ResetCalendar => shell.run(App::reset_calendar).await,
        Request::Statistics { by } => {
            let progress = Thinned::new(progress);
            let count = move |app: &App, stopped: lisuan_app::Cancelled<'_>| {
                app.statistics(None, &by, &|at| progress.tell(at), stopped)
            };
            shell.run_long(count).await
        }
        Request::ExportStatistics { format } => {
            let known = lisuan_app::STATISTICS_FORMATS.iter().find(|known| **known == format);
            let ending = known.copied().unwrap_or("csv");
            let folder = shell.app.home().library.clone();
            let words = lisuan_app::Words::of(&shell.app.settings().language);
            let name = words.say("stats-title", &[]);
            let Some(out) = dialogs::save(window, Some(folder), &name, ending).await else {
                return NOTHING;
            };
            let write = move |app: &App, stopped: lisuan_app::Cancelled<'_>| {
                let language = app.settings().language;
                app.export_statistics(None, &out, &language, &|_| (), stopped)
            };
            shell.run_long(write).await
        }
        Request::Matrix => shell.run(|app| app.matrix()).await,
        Request::Conflicts => shell.run(|app| app.conflicts()).await,
        Request::Decide { decisions } => shell.run(move |app| app.decide(&decisions)).await,
        Request::History { kind, id, before } => {
            let of = Of { record: kind.zip(id), field: None };
            shell.run(move |app| app.history(&of, before)).await
        }
        Request::Restore { operation, kind, id } => {
            let of = Of { record: kind.zip(id), field: None };
            shell.run(move |app| app.restore(&operation, &of)).await
        }
        Request::Find { text } => shell.run(move |app| app.find(&text)).await,
        Request::Sheet { scenario } => shell.run(move |app| app.sheet(scenario.as_deref())).await,
        Request::Scenarios => shell.run(|app| app.scenarios()).await,
        Request::ExportSheet { language } => export_sheet(shell, window, language).await,
        Request::SheetContent { sheet } => shell.run(move |app| app.sheet_content(&sheet)).await,
        Request::SignSheet { sheet, person, strokes } => {
            shell.run(move |app| app.sign_sheet(&sheet, &person, &strokes)).await
        }
        Request::StatementContent { note } => {
            shell.run(move |app| app.statement_content(&note)).await
        }
        Request::SignStatement { note, person, strokes } => {
            shell.run(move |app| app.sign_statement(&note, &person, &strokes)).await
        }
        Request::PrintSheet { sheet, language } => match beside_case(shell, window, "pdf").await {
            Some(path) => shell.run(move |app| app.print_sheet(&sheet, &language, &path)).await,
            None => NOTHING,
        },
        Request::CheckCase => {
            let progress = Thinned::new(progress);
            shell.run_long(move |app, stopped| app.check(&|at| progress.tell(at), stopped)).await
        }
        Request::ExportDossier { report } => export_dossier(shell, window, report, progress).await,
        Request::DraftLetter { kind, language } => {
            let none = BTreeMap::new();
            shell.run(move |app| app.draft_letter(&kind, &language, &none)).await
        }
        Request::ExportLetter { letter, language } => {
            match beside_case(shell, window, "pdf").await {
                Some(path) => {
                    shell.run(move |app| app.export_letter(&letter, &language, &path)).await
                }
                None => NOTHING,
            }
        }
        Request::ChooseLogo => match dialogs::open_logo(window).await {
            Some(path) => shell.run(move |app| app.choose_logo(&path)).await,
            None => NOTHING,
        },
        Request::RemoveLogo => shell.run(App::remove_logo).await,
        Request::Key => shell.run(|app| app.key_state()).await,
        Request::UnlockKey { passphrase } => {
            shell.run(move |app| app.unlock_key(&passphrase)).await
        }
        Request::ProtectKey { passphrase } => {
            shell
                .run(move |app| {
                    let guard = passphrase.as_deref().map(Protection::Passphrase);
                    app.protect_key(guard.unwrap_or(Protection::Store), None)
                })
                .await
        }
        Request::NewKey => shell.run(|app| app.new_key(None)).await,
        Request::ImportKey { passphrase } => match dialogs::open_key(window).await {
            Some(path) => shell.run(move |app| app.import_key(&path, &passphrase)).await,
            None => NOTHING,
        },
        Request::ExportCertificate => {
            match dialogs::save(window, None, "lisuan-certificate", "pem").await {
                Some(path) => shell.run(move |app| app.export_certificate(&path)).await,
                None => NOTHING,
            }
        }
        Request::VerifyDossier => match dialogs::open_dossier(window).await {
            Some(path) => {
                *lock(&shell.judged) = Some(path.clone());
                shell.run(move |app| app.verify(&path, None)).await
            }
            None => NOTHING,
        },
        Request::RequestStamp => {
            let pdf = judged(shell)?;
            let name = format!("{}.tsq", pdf.file_stem().unwrap_or_default().to_string_lossy());
            let folder = pdf.parent().map(PathBuf::from);
            match dialogs::save(window, folder, &name, "tsq").await {
                Some(out) => shell.run(move |app| app.request_stamp(&pdf, &out)).await,
                None => NOTHING,
            }
        }
        Request::AddStamp => {
            let pdf = judged(shell)?;
            match dialogs::open_stamp(window).await {
                Some(answer) => shell.run(move |app| app.add_stamp(&pdf, &answer)).await,
                None => NOTHING,
            }
        }
        Request::SignBeside => {
            let pdf = judged(shell)?;
            shell.run(move |app| app.sign_beside(&pdf)).await
        }
        Request::ShowDossier => show_dossier(shell).await,
        Request::Cancel => {
            shell.work.stop();
            NOTHING
        }
    }
}

/// A case given on the command line is opened here, so that what goes wrong with it reaches the
/// page that can say so.
async fn current_case(shell: &Shell) -> Answer {
    let given = lock(&shell.opening).take();
    match given {
        Some(path) => shell.run(move |app| app.open(&path)).await,
        None => shell.run(|app| app.current()).await,
    }
}

/// Begins to watch the folder that was chosen.
async fn watch(shell: &Shell, folder: PathBuf) -> Answer {
    let begin = move |app: &App| {
        app.watch_folder(&folder)?;
        app.waiting_photos()
    };
    shell.run(begin).await
}

async fn add_photos(shell: &Shell, paths: Vec<PathBuf>, progress: Channel<Progress>) -> Answer {
    let progress = Thinned::new(progress);
    let added = shell
        .run_long(move |app, stopped| app.intake_photos(&paths, &|at| progress.tell(at), stopped));
    added.await
}

async fn add_documents(
    shell: &Shell,
    paths: Vec<PathBuf>,
    kind: Option<String>,
    progress: Channel<Progress>,
) -> Answer {
    let progress = Thinned::new(progress);
    let added = shell.run_long(move |app, stopped| {
        app.add_documents(&paths, kind.as_deref(), &|at| progress.tell(at), stopped)
    });
    added.await
}

async fn save_document(shell: &Shell, window: &WebviewWindow, document: String) -> Answer {
    let name = shell.app.document_name(&document).map_err(|error| error.view())?;
    match dialogs::save_copy(window, &name).await {
        Some(path) => shell.run(move |app| app.copy_document(&document, &path)).await,
        None => NOTHING,
    }
}

async fn export_dossier(
    shell: &Shell,
    window: &WebviewWindow,
    report: ReportRequest,
    progress: Channel<Progress>,
) -> Answer {
    let Some(path) = beside_case(shell, window, "pdf").await else { return NOTHING };
    let progress = Thinned::new(progress);
    let options = DossierOptions { report, out: path.clone() };
    let exported = shell.run_long(move |app, stopped| {
        app.export_dossier(&options, &|at| progress.tell(at), stopped)
    });
    let answer = exported.await;
    if answer.is_ok() {
        *lock(&shell.judged) = Some(path.clone());
        *lock(&shell.exported) = Some(path);
    }
    answer
}

/// The dossier that is in sight.
fn judged(shell: &Shell) -> Result<PathBuf, ErrorView> {
    let missing = || Error::new(Code::Missing).with("file", "PDF").view();
    lock(&shell.judged).clone().ok_or_else(missing)
}

/// The bill that was chosen.
fn bill(shell: &Shell) -> Result<PathBuf, ErrorView> {
    lock(&shell.bill).clone().ok_or_else(|| Error::new(Code::Missing).with("file", "XLSX").view())
}

async fn export_sheet(shell: &Shell, window: &WebviewWindow, language: String) -> Answer {
    let Some(path) = beside_case(shell, window, "xlsx").await else { return NOTHING };
    shell.run(move |app| app.export_sheet(&path, &language).map(WorkbookView::from)).await
}

/// Asks where to write a file, starting beside the case with its name.
pub(crate) async fn beside_case(
    shell: &Shell,
    window: &WebviewWindow,
    extension: &'static str,
) -> Option<PathBuf> {
    let case = shell.app.case_path();
    let folder = case.as_ref().and_then(|path| path.parent()).map(PathBuf::from);
    let stem = case.as_ref().and_then(|path| path.file_stem());
    let name =
        stem.map(|stem| format!("{}.{extension}", stem.to_string_lossy())).unwrap_or_default();
    dialogs::save(window, folder, &name, extension).await
}

async fn show_dossier(shell: &Shell) -> Answer {
    let Some(path) = lock(&shell.exported).clone() else {
        return Err(Error::new(Code::Missing).with("file", "PDF").view());
    };
    let shown = shell.run(move |_| {
        opener::open(&path).map_err(|error| match error {
            opener::OpenError::Io(error) => Error::io(&path, error),
            other => Error::new(Code::Io)
                .with("file", path.file_name().unwrap_or_default().to_string_lossy())
                .with("reason", &other)
                .because(other),
        })
    });
    shown.await
}

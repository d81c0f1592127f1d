//! Measurement sheets and statements: what stands on one, signing it, and the paper to sign
//! instead.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use lisuan_core::Id;
use lisuan_core::assessment::{STATEMENT, STATEMENT_READ, SheetContent, StatementContent};
use lisuan_core::case::{Person, ReportKind, strokes};
use lisuan_core::change::{ALIVE, Change, FieldValue as _, Kind};
use lisuan_dossier::{DossierInput, Report, compose_sheet};

use crate::covered::Kept;
use crate::dossier::{FONTS, fonts};
use crate::error::{Code, Error, Result, shown};
use crate::hand_on::temporary;
use crate::said::Said;
use crate::session::{Session, Step};
use crate::wire::{Delta, SheetContentView, SheetPrintView, SheetRowView, SheetText};
use crate::{App, clock};

impl App {
    /// What stands on a measurement sheet, as it is signed. The program remembers that it was
    /// shown: only what was read can be signed.
    ///
    /// # Errors
    /// When no case is open or there is no such sheet.
    pub fn sheet_content(&self, sheet: &str) -> Result<SheetContentView> {
        self.with_session(|session| {
            let (id, content) = content(session, sheet)?;
            session.shown.offered = Some((id, content.digest()));
            Ok(view(&content))
        })
    }

    /// Signs a measurement sheet for a person with strokes drawn on the screen. What is signed is
    /// computed here, never taken from the window.
    ///
    /// # Errors
    /// When there is no such sheet or person, the strokes are no signature, or the sheet is not
    /// what was shown last.
    pub fn sign_sheet(&self, sheet: &str, person: &str, drawn: &str) -> Result<Delta> {
        self.with_session(|session| {
            session.writable()?;
            let (sheet, content) = content(session, sheet)?;
            let signer = signer(session, person)?;
            let signed = Signed {
                of: ("sheet", sheet),
                shown: content.digest(),
                content: content.digest_by(&signer),
            };
            session.sign("sign-sheet", &signed, &signer, drawn)
        })
    }

    /// What a statement says, as it is signed. The program remembers that it was shown.
    ///
    /// # Errors
    /// When no case is open or there is no such statement.
    pub fn statement_content(&self, note: &str) -> Result<SheetContentView> {
        self.with_session(|session| {
            let (id, content) = statement(session, note)?;
            session.shown.offered = Some((id, content.digest()));
            Ok(statement_view(&content))
        })
    }

    /// Signs a statement for a person with strokes drawn on the screen.
    ///
    /// # Errors
    /// When there is no such statement or person, the strokes are no signature, or the statement is
    /// not what was shown last.
    pub fn sign_statement(&self, note: &str, person: &str, drawn: &str) -> Result<Delta> {
        self.with_session(|session| {
            session.writable()?;
            let (note, content) = statement(session, note)?;
            let signer = signer(session, person)?;
            let signed = Signed {
                of: ("note", note),
                shown: content.digest(),
                content: content.digest_by(&signer),
            };
            session.sign("sign-statement", &signed, &signer, drawn)
        })
    }

    /// Writes one measurement sheet as a PDF to be printed and signed on paper; it carries no seal.
    ///
    /// # Errors
    /// When there is no such sheet or the file cannot be written.
    pub fn print_sheet(&self, sheet: &str, language: &str, out: &Path) -> Result<SheetPrintView> {
        let (case, id, assessment) = self.with_session(|session| {
            let (id, _) = content(session, sheet)?;
            Ok((session.case.clone(), id, session.assessment()))
        })?;
        let words = Said::of(language);
        let exported_at = clock::now().to_string();
        let author = self.settings().author;
        let headed = self.letterhead(&case);
        let input = DossierInput {
            case: &case,
            assessment: &assessment,
            photos: &[],
            documents: &[],
            language: words.language(),
            altered: &BTreeSet::new(),
            taken_in: &BTreeMap::new(),
            report: &Report::new(ReportKind::Measurement),
            letterhead: &headed.letterhead,
            author: &author,
            exported_at: &exported_at,
            program: concat!("Lisuan ", env!("CARGO_PKG_VERSION")),
            certificate: "",
            issuer: None,
            attachments: &[],
        };
        let failed = |error: Box<dyn std::error::Error + Send + Sync>| {
            Error::new(Code::DossierFailed).because(error)
        };
        let fonts = fonts().map_err(|e| failed(e.into()))?;
        let document = words.with(|words| compose_sheet(&input, id, words, &fonts));
        let io = |error| Error::io(out, error);
        let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty());
        let mut file = temporary(folder.unwrap_or(Path::new(".")), ".pdf-part").map_err(io)?;
        let pages = document.pages.len() as u64;
        lisuan_pdf::write_unsealed(document, FONTS, &mut Kept::of(headed.logo), &mut file)
            .map_err(|error| match error {
                lisuan_pdf::PdfError::Write(source) => io(source),
                other => failed(other.into()),
            })?;
        file.as_file().sync_all().map_err(io)?;
        file.persist(out).map_err(|error| io(error.error))?;
        Ok(SheetPrintView { file_name: shown(out), pages })
    }
}

/// What is signed: the field of the signature that names it and its key, what tells that it was
/// shown, and the digest that is signed.
struct Signed {
    of: (&'static str, Id),
    shown: String,
    content: String,
}

impl Session {
    fn sign(
        &mut self,
        label: &str,
        signed: &Signed,
        signer: &Person,
        drawn: &str,
    ) -> Result<Delta> {
        let lines = strokes(drawn).filter(|lines| lines.iter().any(|line| line.len() > 1));
        if lines.is_none() {
            return Err(Error::new(Code::BadValue)
                .with("kind", Kind::Signature.as_str())
                .with("field", "strokes")
                .with("value", drawn.chars().take(60).collect::<String>())
                .with("reason", "x,y x,y;x,y"));
        }
        if self.shown.offered != Some((signed.of.1, signed.shown.clone())) {
            return Err(Error::new(Code::SheetChanged));
        }
        let fields = [
            (ALIVE, "1".to_owned()),
            (signed.of.0, signed.of.1.to_string()),
            ("person", signer.id.to_string()),
            ("signed_at", clock::now().to_field()),
            ("content", signed.content.clone()),
            ("strokes", drawn.to_owned()),
        ];
        let id = clock::new_id();
        let set = |(field, value)| Change {
            kind: Kind::Signature,
            id,
            field,
            before: None,
            after: Some(value),
        };
        let subject = signer.name.clone().unwrap_or_default();
        let changes = fields.into_iter().map(set).collect();
        self.apply(Step::plain(label, &subject, changes))?;
        Ok(self.delta(vec![id.to_string()]))
    }
}

fn signer(session: &Session, person: &str) -> Result<Person> {
    let found = session.case.persons.iter().find(|known| known.id.to_string() == person);
    found.cloned().ok_or_else(|| Error::new(Code::NotFound).with("what", Kind::Person.as_str()))
}

fn statement(session: &Session, note: &str) -> Result<(Id, StatementContent)> {
    let missing = || Error::new(Code::NotFound).with("what", Kind::Note.as_str());
    let id: Id = note.parse().map_err(|_| missing())?;
    Ok((id, StatementContent::of(&session.case, id).ok_or_else(missing)?))
}

/// The sheet with that key or, for people, that number.
fn content(session: &Session, sheet: &str) -> Result<(Id, SheetContent)> {
    let missing = || Error::new(Code::NotFound).with("what", Kind::MeasurementSheet.as_str());
    let sheets = &session.case.measurement_sheets;
    let numbered = || sheets.iter().find(|known| known.number.as_deref() == Some(sheet));
    let id: Id = match sheet.parse() {
        Ok(id) => id,
        Err(_) => numbered().ok_or_else(missing)?.id,
    };
    let assessment = session.assessment();
    let content = SheetContent::of(&session.case, &assessment.measured, id);
    Ok((id, content.ok_or_else(missing)?))
}

fn texts(kind: Kind, fields: &[(&'static str, String)]) -> Vec<SheetText> {
    let text = |(field, value): &(&'static str, String)| SheetText {
        kind: kind.as_str().to_owned(),
        field: (*field).to_owned(),
        value: value.clone(),
    };
    fields.iter().map(text).collect()
}

fn statement_view(content: &StatementContent) -> SheetContentView {
    let mut head = texts(Kind::Case, &content.case);
    head.extend(texts(Kind::Note, &content.note));
    for (name, party) in &content.persons {
        let named = [("name", name.clone()), ("party", party.clone())];
        head.extend(texts(Kind::Person, &named).into_iter().filter(|text| !text.value.is_empty()));
    }
    SheetContentView { head, rows: Vec::new(), statement: STATEMENT_READ.to_owned() }
}

fn view(content: &SheetContent) -> SheetContentView {
    let mut head = texts(Kind::Case, &content.case);
    head.extend(texts(Kind::MeasurementSheet, &content.head));
    SheetContentView {
        head,
        rows: content
            .rows
            .iter()
            .map(|row| SheetRowView {
                number: row.number as u64,
                fields: row
                    .fields
                    .iter()
                    .map(|(field, value)| ((*field).to_owned(), value.clone()))
                    .collect(),
            })
            .collect(),
        statement: STATEMENT.to_owned(),
    }
}

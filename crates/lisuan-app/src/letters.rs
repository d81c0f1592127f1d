//! Letters: drafted from a template that a firm can replace, edited like any record, sealed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use lisuan_core::adjustment::Adjustment;
use lisuan_core::case::{
    Case, ClauseKind, DocumentKind, Letter, LetterKind, Need, ReportKind, TestResult, papers_of,
};
use lisuan_core::change::{FieldValue as _, Kind};
use lisuan_core::money::grouped;
use lisuan_dossier::{DossierInput, Report, compose_letter};
use lisuan_pdf::{PdfError, SealField};

use crate::covered::Kept;
use crate::dossier::fonts;
use crate::error::{Code, Error, Result, shown};
use crate::said::Said;
use crate::wire::{Edit, LetterDraft, LetterView};
use crate::words::Words;
use crate::{App, clock};

/// The letters there are, as requests name them.
pub const LETTERS: &[&str] = LetterKind::WORDS;

/// A template is a page or two of text.
const TEMPLATE_BYTES_MAX: u64 = 64 << 10;
/// What is left to fill in.
const BLANK: &str = "________";
/// What stands in a letter that nobody finished: a blank, a subject still to be written.
const UNFINISHED: [&str; 3] = [BLANK, "（事由）", "(Subject)"];

impl App {
    /// Drafts a letter from the template of its kind: one step of undo.
    ///
    /// # Errors
    /// When there is no such kind, no case is open, or a template of the firm cannot be read.
    pub fn draft_letter(
        &self,
        kind: &str,
        language: &str,
        given: &BTreeMap<String, String>,
    ) -> Result<LetterDraft> {
        let unknown = || Error::new(Code::NotFound).with("what", Kind::Letter.as_str());
        let kind = LetterKind::from_field(kind).ok_or_else(unknown)?;
        let template = self.template(kind, language)?;
        let (case, assessment) =
            self.with_session(|session| Ok((session.case.clone(), session.assessment())))?;
        let addressee = given.get("addressee").cloned().unwrap_or_else(|| to_whom(&case, kind));
        let mut values = values(&case, &assessment.adjustment);
        values.insert("missing", missing_papers(&case, &Words::of(language)));
        values.insert("addressee", Some(addressee.clone()).filter(|to| !to.is_empty()));
        values.insert("firm", Some(self.letterhead(&case).letterhead.firm));
        let mut unfilled = BTreeSet::new();
        let (subject, text) = template.split_once('\n').unwrap_or((&template, ""));
        let subject = filled(subject, &values, &mut unfilled);
        let text = filled(text.trim(), &values, &mut unfilled);
        let mut fields = BTreeMap::from([
            ("kind".to_owned(), kind.as_str().to_owned()),
            ("subject".to_owned(), subject.clone()),
            ("text".to_owned(), text),
            ("dated".to_owned(), clock::now().to_string().chars().take(10).collect()),
            ("signed_by".to_owned(), self.settings().author),
            ("addressee".to_owned(), addressee),
        ]);
        fields.extend(given.iter().map(|(name, value)| (name.clone(), value.clone())));
        fields.retain(|_, value| !value.is_empty());
        let edit = Edit::Add { kind: Kind::Letter.as_str().to_owned(), fields, name: None };
        let delta = self.edit("draft-letter", &subject, &[edit])?;
        Ok(LetterDraft { subject, unfilled: unfilled.into_iter().collect(), delta })
    }

    /// Exports a letter, by its key or its number, as a sealed PDF.
    ///
    /// # Errors
    /// When there is no such letter, or as for a dossier.
    pub fn export_letter(&self, letter: &str, language: &str, out: &Path) -> Result<LetterView> {
        let (case, assessment) =
            self.with_session(|session| Ok((session.case.clone(), session.assessment())))?;
        let missing = || Error::new(Code::NotFound).with("what", Kind::Letter.as_str());
        let is = |known: &&Letter| {
            known.id.to_string() == letter || known.number.as_deref() == Some(letter)
        };
        let letter = case.letters.iter().find(is).ok_or_else(missing)?;
        let said = [&letter.subject, &letter.text];
        let unfinished = |text: &String| UNFINISHED.iter().any(|blank| text.contains(blank));
        if said.into_iter().flatten().any(unfinished) {
            // A seal says that this is what the firm says.
            return Err(Error::new(Code::LetterUnfinished));
        }
        let key = self.seal_key(Some(&case))?;
        let headed = self.letterhead(&case);
        let words = Said::of(language);
        let (exported_at, author) = (clock::now().to_string(), self.settings().author);
        let facts = key.facts();
        let input = DossierInput {
            case: &case,
            assessment: &assessment,
            photos: &[],
            documents: &[],
            language: words.language(),
            altered: &BTreeSet::new(),
            taken_in: &BTreeMap::new(),
            report: &Report::new(ReportKind::Final),
            letterhead: &headed.letterhead,
            author: &author,
            exported_at: &exported_at,
            program: concat!("Lisuan ", env!("CARGO_PKG_VERSION")),
            certificate: &facts.fingerprint,
            issuer: facts.issuer.as_deref(),
            attachments: &[],
        };
        let fonts = fonts().map_err(|error| Error::new(Code::DossierFailed).because(error))?;
        let document = words.with(|words| compose_letter(&input, letter, words, &fonts));
        let seal = SealField {
            name: author.clone(),
            reason: letter.subject.clone().unwrap_or_default(),
            location: String::new(),
            claimed_time: exported_at.clone(),
        };
        let failed = |error| match error {
            PdfError::Write(source) => Error::io(out, source),
            other => Error::new(Code::DossierFailed).because(other),
        };
        let mut pictures = Kept::of(headed.logo);
        let pages = document.pages.len() as u64;
        let (bytes, verdict) =
            self.write_sealed(document, &key, &seal, &mut pictures, out, failed)?;
        Ok(LetterView { file_name: shown(out), bytes, pages, verdict })
    }

    /// The firm's own template, or else the one that ships.
    fn template(&self, kind: LetterKind, language: &str) -> Result<String> {
        let english = language.starts_with("en");
        let language = if english { "en" } else { "zh-CN" };
        let own: PathBuf = self.home.config.join("templates").join("letters").join(language);
        let own = own.join(format!("{}.txt", kind.as_str()));
        if own.is_file() {
            let io = |error| Error::io(&own, error);
            if own.metadata().map_err(io)?.len() > TEMPLATE_BYTES_MAX {
                return Err(Error::new(Code::Template).with("file", shown(&own)));
            }
            // A byte order mark is what some editors write before the first line.
            let text = std::fs::read_to_string(&own).map_err(|error| match error.kind() {
                std::io::ErrorKind::InvalidData => {
                    Error::new(Code::Template).with("file", shown(&own)).because(error)
                }
                _ => io(error),
            })?;
            return Ok(text.trim_start_matches('\u{feff}').replace("\r\n", "\n"));
        }
        let shipped =
            if english { lisuan_assets::LETTERS_EN } else { lisuan_assets::LETTERS_ZH_CN };
        let found = shipped.iter().find(|(name, _)| *name == kind.as_str());
        Ok(found.map(|(_, text)| (*text).to_owned()).unwrap_or_default())
    }
}

/// Who gets a letter of that kind, as far as the case knows.
fn to_whom(case: &Case, kind: LetterKind) -> String {
    let head = &case.head;
    let to = match kind {
        LetterKind::Advance => &head.insurer,
        LetterKind::Subrogation => {
            return case.third_parties.iter().find_map(|t| t.name.clone()).unwrap_or_default();
        }
        LetterKind::Other => &None,
        _ => &head.insured,
    };
    to.clone().unwrap_or_default()
}

/// What a template can ask for, by the name in its braces.
fn values(case: &Case, adjustment: &Adjustment) -> BTreeMap<&'static str, Option<String>> {
    let head = &case.head;
    let figures = &adjustment.figures;
    let currency = head.currency.as_deref().unwrap_or("CNY");
    let money = |step| adjustment.money(step).map(|money| money.to_string());
    let amount = |sum: Option<_>| sum.map(|sum| format!("{currency} {}", grouped(sum, 2)));
    BTreeMap::from([
        ("claim_no", head.claim_no.clone()),
        ("policy_no", head.policy_no.clone()),
        ("report_no", head.report_no.clone()),
        ("insured", head.insured.clone()),
        ("insurer", head.insurer.clone()),
        ("principal", head.principal.clone()),
        ("loss_date", head.loss_date.map(|date| date.to_string())),
        ("loss_place", head.loss_place.clone()),
        ("cause", head.cause.clone()),
        ("liability", head.liability.clone()),
        ("third_party", third_parties(case).or_else(|| head.third_party.clone())),
        ("conclusion", head.conclusion.clone()),
        ("plan", head.plan.clone()),
        ("reserve", amount(head.reserve)),
        ("interim_advice", amount(head.interim_advice)),
        ("claimed", money(figures.claimed)),
        ("assessed", adjustment.assessed().map(|money| money.to_string())),
        ("payable", money(figures.payable)),
        ("today", Some(clock::now().to_string().chars().take(10).collect())),
        ("reasons", refusal_reasons(case)),
        ("advice", risk_advice(case)),
        ("clauses", clauses_relied_on(case)),
        // In words of a language: the drafter has them.
        ("missing", None),
    ])
}

/// The papers to ask for, numbered: what the requests that are out list, or else what the checklist
/// requires and the case does not have.
fn missing_papers(case: &Case, words: &Words) -> Option<String> {
    let out = case.paper_requests.iter().filter(|request| request.received_on.is_none());
    let listed: Vec<String> = out
        .filter_map(|request| request.items.as_deref())
        .flat_map(|items| items.split(['\n', '；', ';']))
        .map(|item| item.trim().to_owned())
        .filter(|item| !item.is_empty())
        .collect();
    let listed = if listed.is_empty() {
        let lacking = papers_of(case).into_iter();
        let lacking = lacking.filter(|p| p.paper.need == Need::Required && p.count == 0);
        let name =
            |kind: DocumentKind| words.say(&format!("choice-document-kind-{}", kind.as_str()), &[]);
        lacking.map(|p| name(p.paper.kind)).collect()
    } else {
        listed
    };
    let lines = (1..).zip(&listed).map(|(n, item): (usize, _)| format!("{n}. {item}"));
    let text = lines.collect::<Vec<_>>().join("\n");
    (!text.is_empty()).then_some(text)
}

/// What the last refusal says; what is said of liability may say the contrary.
fn refusal_reasons(case: &Case) -> Option<String> {
    case.refusals.iter().rev().find_map(|refusal| refusal.reasons.clone())
}

/// Clauses that were tested and keep the loss out: an exclusion that applies, or an insuring clause
/// that does not.
fn clauses_relied_on(case: &Case) -> Option<String> {
    let tested = case.coverage_tests.iter().filter_map(|test| {
        let clause = case.clauses.iter().find(|clause| Some(clause.id) == test.clause)?;
        let insuring = clause.kind == Some(ClauseKind::Insuring);
        let out = match test.result? {
            TestResult::Met => clause.kind == Some(ClauseKind::Exclusion),
            TestResult::NotMet => insuring,
            TestResult::Open => false,
        };
        let name = [clause.number.as_deref(), clause.title.as_deref()];
        out.then(|| name.into_iter().flatten().collect::<Vec<_>>().join(" "))
    });
    let text = tested.collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join("\n");
    (!text.is_empty()).then_some(text)
}

/// The advice on record, numbered.
fn risk_advice(case: &Case) -> Option<String> {
    let advice = case.risk_advice.iter().filter_map(|advice| advice.advice.as_deref());
    let lines = (1..).zip(advice).map(|(n, text): (usize, _)| format!("{n}. {text}"));
    let text = lines.collect::<Vec<_>>().join("\n");
    (!text.is_empty()).then_some(text)
}

fn third_parties(case: &Case) -> Option<String> {
    let named = case.third_parties.iter().filter_map(|third| {
        let parts = [third.name.as_deref(), third.ground.as_deref()];
        third.name.as_ref()?;
        Some(parts.into_iter().flatten().collect::<Vec<_>>().join("："))
    });
    let text = named.collect::<Vec<_>>().join("；");
    (!text.is_empty()).then_some(text)
}

/// A text with its fields filled in; a field without a value is left blank and told, a name that
/// is no field stays as it is.
fn filled(
    text: &str,
    values: &BTreeMap<&'static str, Option<String>>,
    unfilled: &mut BTreeSet<String>,
) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        let (before, from) = rest.split_at(open);
        out.push_str(before);
        let name = from[1..].split_once('}').map(|(name, _)| name);
        match name.and_then(|name| Some((name, values.get(name)?))) {
            Some((name, value)) => {
                let value = value.as_ref().filter(|value| !value.trim().is_empty());
                if value.is_none() {
                    unfilled.insert(name.to_owned());
                }
                out.push_str(value.map_or(BLANK, String::as_str));
                rest = &from[name.len() + 2..];
            }
            None => {
                out.push('{');
                rest = &from[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_filled_and_what_is_missing_is_told() {
        let values = BTreeMap::from([("insured", Some("某公司".to_owned())), ("plan", None)]);
        let mut unfilled = BTreeSet::new();
        let said = filled("{insured}：{plan}，{other} {x", &values, &mut unfilled);
        assert_eq!(said, "某公司：________，{other} {x", "what is no field stays");
        assert_eq!(unfilled, BTreeSet::from(["plan".to_owned()]), "what has no value is told");
    }

    #[test]
    fn a_value_is_not_a_template() {
        let values = BTreeMap::from([("insured", Some("{insurer}".to_owned())), ("insurer", None)]);
        let said = filled("{insured}", &values, &mut BTreeSet::new());
        assert_eq!(said, "{insurer}", "braces in a value are its own");
    }

    #[test]
    fn every_template_that_ships_has_only_known_fields() {
        use lisuan_core::assessment::Assessment;
        use lisuan_core::change::{ALIVE, Record, State};
        use lisuan_core::clocks::Calendar;
        let mut state = State::default();
        let mut head = Record::default();
        head.fields.insert(ALIVE, "1".to_owned());
        state.insert(Kind::Case, clock::new_id(), head);
        let case = Case::from_state(&state).unwrap_or_else(|error| panic!("{error}"));
        let known = values(&case, &Assessment::of(&case, &Calendar::default()).adjustment);
        for (language, letters) in
            [("zh-CN", lisuan_assets::LETTERS_ZH_CN), ("en", lisuan_assets::LETTERS_EN)]
        {
            for word in LetterKind::WORDS {
                let found = letters.iter().find(|(name, _)| name == word);
                let (_, text) = found.unwrap_or_else(|| panic!("{language} lacks {word}"));
                for part in text.split('{').skip(1) {
                    let name = part.split('}').next().unwrap_or_default();
                    let field = known.contains_key(name) || ["addressee", "firm"].contains(&name);
                    assert!(field, "{language}/{word}: {name} is no field");
                }
            }
        }
    }
}

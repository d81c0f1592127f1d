//! What supports each facet of each loss line, and how independently (rules.md 6.1: 关联性、互证性).
//!
//! A facet scores 2 where two sources agree that are of different kinds and by different authors,
//! 1 where there is one, 0 where there is none. What a party states of its own case proves nothing
//! alone (Evidence Rules art. 90), so a statement counts only beside something else.

use std::collections::{BTreeMap, BTreeSet};

use crate::Id;
use crate::assessment::{Assessment, LineFigures};
use crate::case::{Assessment as Judged, Case, Document, DocumentKind, Facet, Party, Weight};
use crate::change::Kind;

/// How many facets a line has.
pub const FACETS: usize = Facet::WORDS.len();

/// One thing that supports a facet of a line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Source {
    /// What record it is.
    pub kind: Kind,
    /// Which.
    pub id: Id,
    /// What sort of evidence: a word of `document.kind`, or `photo`, `gps`, `camera-time`,
    /// `measurement`, `joint-measurement`, `chainage`, `price`, `quotation`, `statement`, `notice`.
    pub sort: &'static str,
    /// Who made it; empty where nobody says. What a camera wrote has the camera for its author.
    pub author: String,
}

/// Who made what a device wrote.
const DEVICE: &str = "camera";
/// The source that a price names where no paper is linked to it.
const CITED: &str = "price";

impl Source {
    fn new(kind: Kind, id: Id, sort: &'static str, author: Option<&str>) -> Self {
        Self { kind, id, sort, author: author.unwrap_or_default().trim().to_lowercase() }
    }

    fn paper(paper: &Document) -> Option<Self> {
        let author = paper.source.as_deref().filter(|source| !source.trim().is_empty());
        let author = author.or(paper.submitted_by.map(Party::as_str));
        Some(Self::new(Kind::Document, paper.id, paper.kind?.as_str(), author))
    }

    /// What a party says of its own case.
    fn is_statement(&self) -> bool {
        self.sort == DocumentKind::Statement.as_str() || self.sort == "notice"
    }

    /// Quotes come from different suppliers by their nature; all else must be of another kind too.
    fn is_independent_of(&self, other: &Self) -> bool {
        // What a price says of itself names its paper and is none beside it.
        if self.sort == CITED || other.sort == CITED {
            return false;
        }
        let kinds = self.sort != other.sort || self.sort == DocumentKind::Quotation.as_str();
        kinds && self.author != other.author
    }
}

/// What supports one loss line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Support {
    /// The line.
    pub line: Id,
    /// Per facet, in the order of [`Facet::WORDS`]: its sources.
    pub facets: [Vec<Source>; FACETS],
}

impl Support {
    /// The sources of a facet.
    pub fn of(&self, facet: Facet) -> &[Source] {
        &self.facets[place(facet)]
    }

    /// 0, 1 or 2.
    pub fn score(&self, facet: Facet) -> u8 {
        score(self.of(facet))
    }

    /// The scores of all facets, in the order of [`Facet::WORDS`].
    pub fn scores(&self) -> [u8; FACETS] {
        std::array::from_fn(|n| score(&self.facets[n]))
    }

    /// The gate: quantity, price, cause and damage each have support.
    pub fn is_ready(&self) -> bool {
        [Facet::Quantity, Facet::Price, Facet::Cause, Facet::Damage]
            .iter()
            .all(|facet| self.score(*facet) >= 1)
    }

    /// Every facet has two independent sources.
    pub fn is_strong(&self) -> bool {
        self.facets.iter().all(|sources| score(sources) == 2)
    }
}

fn place(facet: Facet) -> usize {
    Facet::WORDS.iter().position(|word| *word == facet.as_str()).unwrap_or_default()
}

/// How well sources support each other.
fn score(sources: &[Source]) -> u8 {
    let sound: Vec<&Source> = sources.iter().filter(|s| !s.is_statement()).collect();
    if sound.is_empty() {
        return 0;
    }
    let agree = |a: &Source| sources.iter().any(|b| a.is_independent_of(b));
    1 + u8::from(sound.iter().any(|source| agree(source)))
}

/// What supports each loss line of a case, in the order of the lines.
pub fn matrix(case: &Case, assessment: &Assessment) -> Vec<Support> {
    let common = Common::of(case);
    let index = Index::of(case, assessment);
    let lines = case.lines.iter();
    lines.map(|line| index.support(line, assessment.lines.get(&line.id), &common)).collect()
}

/// What concerns the event and so every line of it.
struct Common {
    cause: BTreeSet<Source>,
    time: BTreeSet<Source>,
}

impl Common {
    fn of(case: &Case) -> Self {
        let papers: BTreeMap<Id, &Document> = case.documents.iter().map(|d| (d.id, d)).collect();
        let paper = |id: Option<Id>| Source::paper(papers.get(&id?)?);
        let note = |id: Option<Id>| Some(Source::new(Kind::Note, id?, "statement", None));
        let photo = |id: Option<Id>| Some(Source::new(Kind::Photo, id?, "photo", Some(DEVICE)));
        let holds: BTreeSet<Id> = case
            .cause_options
            .iter()
            .filter(|c| matches!(c.assessment, Some(Judged::Proximate | Judged::Contributing)))
            .map(|cause| cause.id)
            .collect();
        let weighs = case.cause_evidence.iter().filter(|evidence| {
            evidence.weight == Some(Weight::For)
                && evidence.cause.is_some_and(|cause| holds.contains(&cause))
        });
        let cause = weighs
            .flat_map(|e| [paper(e.document), photo(e.photo), note(e.statement)])
            .flatten()
            .collect();
        let told = case.notices.iter().map(|notice| {
            Source::new(Kind::Notice, notice.id, "notice", notice.informant.as_deref())
        });
        let events = case.events.iter().filter(|event| event.at.is_some());
        let events = events.flat_map(|event| [paper(event.document), note(event.note)]);
        let time = told.chain(events.flatten()).collect();
        Self { cause, time }
    }
}

/// Records of the case by what points at them.
struct Index<'a> {
    assessment: &'a Assessment,
    papers: BTreeMap<Id, &'a Document>,
    photos: BTreeMap<Id, &'a crate::case::Photo>,
    prices: BTreeMap<Id, &'a crate::case::Price>,
    measurements: BTreeMap<Id, &'a crate::case::Measurement>,
    /// Sheets whose content is covered by signatures of two parties or more.
    joint: BTreeSet<Id>,
    links: BTreeMap<Id, Vec<(Facet, Id)>>,
    /// By the price they support.
    quotes: BTreeMap<Id, Vec<&'a crate::case::Quote>>,
}

impl<'a> Index<'a> {
    fn of(case: &'a Case, assessment: &'a Assessment) -> Self {
        let mut links: BTreeMap<Id, Vec<(Facet, Id)>> = BTreeMap::new();
        for link in &case.line_documents {
            if let (Some(line), Some(paper), Some(facet)) = (link.line, link.document, link.facet) {
                links.entry(line).or_default().push((facet, paper));
            }
        }
        let mut quotes: BTreeMap<Id, Vec<&crate::case::Quote>> = BTreeMap::new();
        for quote in &case.quotes {
            quotes.entry(quote.price.unwrap_or(quote.id)).or_default().push(quote);
        }
        Self {
            assessment,
            papers: case.documents.iter().map(|record| (record.id, record)).collect(),
            photos: case.photos.iter().map(|record| (record.id, record)).collect(),
            prices: case.prices.iter().map(|record| (record.id, record)).collect(),
            measurements: case.measurements.iter().map(|record| (record.id, record)).collect(),
            joint: joint(case, assessment),
            links,
            quotes,
        }
    }

    fn support(
        &self,
        line: &crate::case::Line,
        figures: Option<&LineFigures>,
        common: &Common,
    ) -> Support {
        let mut facets: [BTreeSet<Source>; FACETS] = std::array::from_fn(|_| BTreeSet::new());
        let mut add = |facet: Facet, source: Source| {
            facets[place(facet)].insert(source);
        };
        for (facet, paper) in self.links.get(&line.id).into_iter().flatten() {
            if let Some(source) = self.papers.get(paper).and_then(|paper| Source::paper(paper)) {
                add(*facet, source);
            }
        }
        for id in figures.map_or(&[][..], |figures| &figures.photos) {
            let Some(photo) = self.photos.get(id) else { continue };
            let device = |sort| Source::new(Kind::Photo, *id, sort, Some(DEVICE));
            add(Facet::Damage, device("photo"));
            if photo.latitude.is_some() && photo.longitude.is_some() {
                add(Facet::Place, device("gps"));
            }
            if photo.taken_at.is_some() {
                add(Facet::Time, device("camera-time"));
            }
        }
        self.measured(line, &mut add);
        self.priced(line, &mut add);
        for source in &common.cause {
            add(Facet::Cause, source.clone());
        }
        for source in &common.time {
            add(Facet::Time, source.clone());
        }
        Support { line: line.id, facets: facets.map(|sources| sources.into_iter().collect()) }
    }

    fn measured(&self, line: &crate::case::Line, add: &mut impl FnMut(Facet, Source)) {
        let Some(row) = line.measurement.and_then(|id| self.measurements.get(&id)) else { return };
        let Some(measured) = self.assessment.measured.get(&row.id) else { return };
        let joint = row.sheet.is_some_and(|sheet| self.joint.contains(&sheet));
        let (sort, author) = if joint {
            ("joint-measurement", Some("joint"))
        } else {
            ("measurement", row.measured_by.as_deref())
        };
        let source = |sort| Source::new(Kind::Measurement, row.id, sort, author);
        if measured.counted.is_some() {
            add(Facet::Quantity, source(sort));
        }
        if joint {
            add(Facet::Damage, source(sort));
        }
        if measured.stretch.is_some() {
            add(Facet::Place, source("chainage"));
        }
    }

    fn priced(&self, line: &crate::case::Line, add: &mut impl FnMut(Facet, Source)) {
        let Some(price) = line.price.and_then(|id| self.prices.get(&id)) else { return };
        if let Some(paper) = price.document.and_then(|id| self.papers.get(&id)) {
            if let Some(source) = Source::paper(paper) {
                add(Facet::Price, source);
            }
        } else if let Some(said) = price.source.as_deref().filter(|s| !s.trim().is_empty())
            && price.basis.is_some()
        {
            add(Facet::Price, Source::new(Kind::Price, price.id, CITED, Some(said)));
        }
        for quote in self.quotes.get(&price.id).into_iter().flatten() {
            let sort = DocumentKind::Quotation.as_str();
            add(Facet::Price, Source::new(Kind::Quote, quote.id, sort, quote.supplier.as_deref()));
        }
    }
}

/// Sheets signed by two parties or more, as they stand.
fn joint(case: &Case, assessment: &Assessment) -> BTreeSet<Id> {
    let parties: BTreeMap<Id, Party> =
        case.persons.iter().filter_map(|person| Some((person.id, person.party?))).collect();
    let mut signed: BTreeMap<Id, BTreeSet<&'static str>> = BTreeMap::new();
    for signature in &case.signatures {
        let covers = assessment.signatures.get(&signature.id) == Some(&true);
        let party = signature.person.and_then(|person| parties.get(&person));
        if let (Some(sheet), Some(party), true) = (signature.sheet, party, covers) {
            signed.entry(sheet).or_default().insert(party.as_str());
        }
    }
    signed.into_iter().filter(|(_, parties)| parties.len() > 1).map(|(sheet, _)| sheet).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(sort: &'static str, author: &str) -> Source {
        Source::new(Kind::Document, Id::from_bytes([1; 16]), sort, Some(author))
    }

    #[test]
    fn two_papers_of_one_author_count_once() {
        assert_eq!(score(&[]), 0);
        assert_eq!(score(&[source("invoice", "甲")]), 1);
        assert_eq!(score(&[source("invoice", "甲"), source("contract", " 甲 ")]), 1, "one author");
        assert_eq!(score(&[source("invoice", "甲"), source("contract", "")]), 2);
        assert_eq!(score(&[source("invoice", ""), source("contract", "")]), 1, "nobody is named");
        assert_eq!(score(&[source("invoice", "甲"), source("invoice", "乙")]), 1, "one kind");
        assert_eq!(score(&[source("price", "甲"), source("boq", "乙")]), 1, "the same paper");
        assert_eq!(score(&[source("quotation", "甲"), source("quotation", "乙")]), 2);
    }

    #[test]
    fn what_a_party_states_proves_nothing_alone() {
        assert_eq!(score(&[source("statement", "甲"), source("notice", "乙")]), 0);
        assert_eq!(score(&[source("statement", "甲"), source("weather", "气象局")]), 2);
    }
}

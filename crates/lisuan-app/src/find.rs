//! Finding a text anywhere in the open case.
//!
//! The case is in memory already, and a Chinese word has no spaces around it: an exact search for
//! the letters finds two-character words that an index of words would miss.

use lisuan_core::change::{ALIVE, Kind, Shape};

use crate::App;
use crate::error::Result;
use crate::session::Session;
use crate::wire::{FoundGroup, FoundView, Hit};

/// Records shown of a kind; the count says how many there are.
const SHOWN_MAX: usize = 20;
/// Characters shown before and after.
const BEFORE_MAX: usize = 12;
const AFTER_MAX: usize = 40;
/// Longer than anything a person looks for.
const NEEDLE_MAX: usize = 100;

/// Fields that hold no words: strokes and points, hashes, codes of oddities.
const WORDLESS: [&str; 6] = ["points", "strokes", "content", "likeness", "oddities", "format"];

impl App {
    /// Finds a text in the open case, whatever the case of its letters and the width of its forms.
    /// Spaces at its ends do not count; an empty text is found nowhere.
    pub fn find(&self, text: &str) -> Result<FoundView> {
        self.with_session(|session| Ok(found(session, text)))
    }
}

fn found(session: &Session, text: &str) -> FoundView {
    let needle = Needle::new(text);
    let mut groups: Vec<FoundGroup> = Vec::new();
    for kind in Kind::ALL {
        let fields: Vec<&str> = searched(*kind).collect();
        let mut group = FoundGroup { kind: kind.as_str().to_owned(), hits: Vec::new(), total: 0 };
        for (id, record) in session.state.of_kind(*kind).filter(|(_, record)| record.is_alive()) {
            let hit = fields.iter().find_map(|field| {
                let value = record.get(field)?;
                Some((*field, value, needle.place_in(value)?))
            });
            let Some((field, value, place)) = hit else { continue };
            group.total += 1;
            if group.hits.len() < SHOWN_MAX {
                group.hits.push(excerpt(id.to_string(), field, value, place));
            }
        }
        if group.total > 0 {
            groups.push(group);
        }
    }
    let total = groups.iter().map(|group| group.total).sum();
    FoundView { groups, total }
}

/// The fields of a kind in which people look for words and figures.
fn searched(kind: Kind) -> impl Iterator<Item = &'static str> {
    let fields = kind.fields().iter().filter(|field| {
        field.name != ALIVE
            && !WORDLESS.contains(&field.name)
            && !matches!(field.shape, Shape::Reference(_) | Shape::Digest | Shape::Choice(_))
    });
    fields.map(|field| field.name)
}

/// A text to look for, its letters folded.
struct Needle {
    folded: Vec<char>,
    /// The text itself where no other letters fold to it: Chinese characters need no folding.
    plain: Option<String>,
}

impl Needle {
    fn new(text: &str) -> Self {
        let folded: Vec<char> = text.trim().chars().take(NEEDLE_MAX).map(fold).collect();
        let one_form = |c: &char| ('\u{3400}'..='\u{9fff}').contains(c);
        let plain = folded.iter().all(one_form).then(|| folded.iter().collect());
        Self { folded, plain }
    }

    /// The first place in a text, in characters: from, to.
    fn place_in(&self, text: &str) -> Option<(usize, usize)> {
        let first = *self.folded.first()?;
        if let Some(plain) = &self.plain {
            let at = text.find(plain.as_str())?;
            let from = text.get(..at)?.chars().count();
            return Some((from, from + self.folded.len()));
        }
        if text.len() < self.folded.len() {
            return None;
        }
        for (from, (at, c)) in text.char_indices().enumerate() {
            if fold(c) != first {
                continue;
            }
            let mut here = text.get(at..)?.chars().map(fold);
            if self.folded.iter().all(|wanted| here.next() == Some(*wanted)) {
                return Some((from, from + self.folded.len()));
            }
        }
        None
    }
}

/// One form for letters of either case and of either width.
fn fold(c: char) -> char {
    let narrow = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\n' | '\t' => ' ',
        other => other,
    };
    // One character for one character, so that places in the folded text are places in the text.
    narrow.to_lowercase().next().unwrap_or(narrow)
}

fn excerpt(id: String, field: &str, value: &str, (from, to): (usize, usize)) -> Hit {
    let chars: Vec<char> = value.chars().collect();
    let part = |from: usize, to: usize| -> String {
        let run = chars.get(from..to.min(chars.len())).unwrap_or_default();
        run.iter().map(|c| if c.is_control() { ' ' } else { *c }).collect()
    };
    let start = from.saturating_sub(BEFORE_MAX);
    let end = to + AFTER_MAX;
    let (cut, more) = (if start > 0 { "…" } else { "" }, if end < chars.len() { "…" } else { "" });
    Hit {
        id,
        field: field.to_owned(),
        before: format!("{cut}{}", part(start, from)),
        hit: part(from, to),
        after: format!("{}{more}", part(to, end)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(needle: &str, text: &str) -> Option<(usize, usize)> {
        Needle::new(needle).place_in(text)
    }

    #[test]
    fn words_are_found_whatever_their_case_and_width() {
        assert_eq!(place("边坡", "左侧边坡冲沟"), Some((2, 4)), "two characters amid others");
        assert_eq!(place("k172+350", "位于Ｋ１７２＋３５０左"), Some((2, 10)), "full width");
        assert_eq!(place("Ｃ３０", "混凝土 c30"), Some((4, 7)), "a full-width needle");
        assert_eq!(place(" 王工 ", "王工在场"), Some((0, 2)), "spaces at its ends");
        assert_eq!(place("aab", "aaab"), Some((1, 4)), "a start that leads nowhere");
        assert_eq!(place("边沟", "边坡冲沟"), None);
        assert_eq!(place("", "anything"), None, "nothing is found nowhere");
        assert_eq!(place("abc", "ab"), None, "a text that is too short");
    }

    #[test]
    fn an_excerpt_is_cut_at_both_ends() {
        let text = format!("{}目标{}", "前".repeat(30), "后".repeat(60));
        let hit = excerpt("1".to_owned(), "text", &text, (30, 32));
        assert_eq!(hit.hit, "目标");
        assert_eq!(hit.before, format!("…{}", "前".repeat(BEFORE_MAX)));
        assert_eq!(hit.after, format!("{}…", "后".repeat(AFTER_MAX)));
        let whole = excerpt("1".to_owned(), "text", "一\n目标", (2, 4));
        assert_eq!((whole.before.as_str(), whole.after.as_str()), ("一 ", ""), "one line, uncut");
    }
}

//! Words of two languages side by side.
//!
//! A text that says the same in two languages travels as one string with three marks, so that
//! sentences can be put together from it like any other; only where it is set is it taken apart.
//! The marks are noncharacters: no field of a case shows them, [`crate::line::printable`] spells
//! them out.

use crate::input::Words;

const OPEN: char = '\u{fdd0}';
const MIDDLE: char = '\u{fdd1}';
const CLOSE: char = '\u{fdd2}';

/// The words of two languages as one.
pub struct Both<'a> {
    /// What stands first or at the left.
    pub first: &'a dyn Words,
    /// What stands second or at the right.
    pub second: &'a dyn Words,
}

impl Words for Both<'_> {
    fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        let of = |words: &dyn Words, side| {
            let args: Vec<(&str, String)> =
                args.iter().map(|(name, value)| (*name, one(value, side))).collect();
            let args: Vec<(&str, &str)> =
                args.iter().map(|(name, value)| (*name, value.as_str())).collect();
            words.say(key, &args)
        };
        join(of(self.first, Side::First), of(self.second, Side::Second))
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    First,
    Second,
}

fn join(first: String, second: String) -> String {
    if first == second { first } else { format!("{OPEN}{first}{MIDDLE}{second}{CLOSE}") }
}

/// One language of a text; all of it where it says the same in both.
fn one(text: &str, side: Side) -> String {
    let mut now = None;
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            OPEN => now = Some(Side::First),
            MIDDLE => now = Some(Side::Second),
            CLOSE => now = None,
            c if now.is_none_or(|now| now == side) => out.push(c),
            _ => {}
        }
    }
    out
}

/// The two languages of a text; nothing where it says the same in both.
pub fn sides(text: &str) -> Option<(String, String)> {
    let marked = text.contains(OPEN);
    marked.then(|| (one(text, Side::First), one(text, Side::Second)))
}

/// A text on one line: the languages one after the other.
pub fn flat(text: &str) -> String {
    match sides(text) {
        Some((first, second)) => format!("{first}  {second}"),
        None => text.to_owned(),
    }
}

/// Tells whether a character is one of the marks.
pub const fn is_mark(c: char) -> bool {
    matches!(c, OPEN | MIDDLE | CLOSE)
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Fixed(&'static str);

    impl Words for Fixed {
        fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
            match key {
                "same" => "EAR-01".to_owned(),
                "time" => format!("{} {}", self.0, args[0].1),
                _ => self.0.to_owned(),
            }
        }
    }

    #[test]
    fn sentences_are_put_together_in_each_language() {
        let (zh, en) = (Fixed("照片"), Fixed("Photo"));
        let both = Both { first: &zh, second: &en };
        assert_eq!(both.say("same", &[]), "EAR-01", "one text where both say the same");
        let inner = both.say("word", &[]);
        let told = both.say("time", &[("at", &inner)]);
        let said = format!("{told} · {inner}");
        let expected = ("照片 照片 · 照片".to_owned(), "Photo Photo · Photo".to_owned());
        assert_eq!(sides(&said), Some(expected), "a value in two languages goes to each");
        assert_eq!(flat(&said), "照片 照片 · 照片  Photo Photo · Photo", "and on one line");
        assert_eq!(sides("K0+120"), None, "what has one language only");
    }
}

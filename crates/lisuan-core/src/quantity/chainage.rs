//! Chainage (桩号): places along an alignment.

use crate::money::Exact;

/// A place along an alignment: `K172+331.5` is 172,331.5 metres from its origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chainage {
    /// The letters before the kilometres in capitals, `K`, `ZK`, `YK`: two alignments do not
    /// compare.
    pub prefix: String,
    /// Metres from the origin.
    pub metres: Exact,
}

/// A stretch between two chainages of one alignment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// Where it starts, as written.
    pub from: Chainage,
    /// Where it ends, as written.
    pub to: Chainage,
    /// Distance in metres, never negative: alignments are read in both directions.
    pub length: Exact,
}

/// Letters that stand before the kilometres at most.
const PREFIX_CHARS_MAX: usize = 4;
/// Digits of kilometres and of decimals at most.
const DIGITS_MAX: usize = 9;

impl Chainage {
    /// Reads a chainage at the start of the characters; gives it and how many characters it has.
    ///
    /// The metres have one to three digits before the point: `K1+1200` is a slip.
    pub(super) fn read(chars: &[char]) -> Option<(Self, usize)> {
        let letters = chars.iter().take_while(|c| c.is_ascii_alphabetic()).count();
        if letters == 0 || letters > PREFIX_CHARS_MAX {
            return None;
        }
        if !matches!(chars[letters - 1], 'K' | 'k') {
            return None;
        }
        let digits =
            |from: usize| chars.iter().skip(from).take_while(|c| c.is_ascii_digit()).count();
        let km = digits(letters);
        let plus = letters + km;
        if km == 0 || km > DIGITS_MAX || chars.get(plus) != Some(&'+') {
            return None;
        }
        let whole = digits(plus + 1);
        if whole == 0 || whole > 3 {
            return None;
        }
        let mut end = plus + 1 + whole;
        if chars.get(end) == Some(&'.') {
            let part = digits(end + 1);
            if part == 0 || part > DIGITS_MAX {
                return None;
            }
            end += 1 + part;
        }
        let text = |from: usize, to: usize| chars[from..to].iter().collect::<String>();
        let km = Exact::from_digits(&text(letters, plus))?;
        let metres = Exact::from_digits(&text(plus + 1, end))?;
        let metres = km.checked_mul(&Exact::from_integer(1_000)).ok()?.checked_add(&metres).ok()?;
        Some((Self { prefix: text(0, letters).to_uppercase(), metres }, end))
    }

    /// The distance to another place of the same alignment.
    pub(super) fn distance(&self, other: &Self) -> Option<Exact> {
        if self.prefix != other.prefix {
            return None;
        }
        other.metres.checked_sub(&self.metres).ok().map(|d| d.abs())
    }
}

/// Whether a character means "to" between two chainages.
pub(super) fn is_range_sign(c: char) -> bool {
    matches!(c, '~' | '-' | '至' | '到')
}

/// Finds the first stretch in a text such as a location field: `K172+331.5～K175+447 右侧边坡`.
///
/// Reads at most 4,000 characters.
pub fn find_stretch(text: &str) -> Option<Stretch> {
    let chars: Vec<char> =
        text.chars().take(super::expression::CHARS_MAX).map(super::token::narrow).collect();
    let mut at = 0;
    while at < chars.len() {
        let starts = at == 0 || !chars[at - 1].is_ascii_alphanumeric();
        if starts && let Some((from, length)) = Chainage::read(&chars[at..]) {
            if let Some(to) = second(&chars[at + length..])
                && let Some(length) = from.distance(&to)
            {
                return Some(Stretch { from, to, length });
            }
            at += length;
        } else {
            at += 1;
        }
    }
    None
}

fn second(chars: &[char]) -> Option<Chainage> {
    let skip = |chars: &[char]| chars.iter().take_while(|c| c.is_whitespace()).count();
    let mut at = skip(chars);
    let signs = chars[at..].iter().take_while(|c| is_range_sign(**c)).count();
    if signs == 0 || signs > 2 {
        return None;
    }
    at += signs;
    at += skip(&chars[at..]);
    Chainage::read(&chars[at..]).map(|(chainage, _)| chainage)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_stretch_inside_a_text() {
        for (text, length) in [
            ("K172+331.5~K175+447", "3115.5"),
            ("右侧边坡 K175+444.5 — K179+004.26 段", "3559.76"),
            ("ＺＫ１＋０００至ZK0+900", "100"),
        ] {
            let stretch = find_stretch(text).unwrap();
            assert_eq!(stretch.length.to_string(), length, "{text}");
        }
        for text in ["K172+331.5", "ZK1+000~YK1+100", "K1+1200~K2+000", "OK", ""] {
            assert_eq!(find_stretch(text), None, "{text:?} names no stretch");
        }
    }
}

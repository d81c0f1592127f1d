//! The recovery key: what is printed when a case is encrypted.

use std::fmt;

use zeroize::{Zeroize as _, Zeroizing};

use crate::error::StoreError;

/// Digits and letters that are not taken for one another when read from paper: no I, L, O, U.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const KEY_BYTES: usize = 20;
const GROUPS: usize = 8;
const GROUP_LETTERS: usize = 4;

/// 160 random bits as eight groups of five: four letters and one that checks them, so that a
/// mistyped group is known before anything is tried.
#[derive(Clone)]
pub struct RecoveryKey(Zeroizing<[u8; KEY_BYTES]>);

impl fmt::Debug for RecoveryKey {
    /// Shows nothing: a key must never reach a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryKey")
    }
}

/// Why a text is no recovery key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadRecoveryKey {
    /// It does not have eight groups of five.
    Length,
    /// The group of this number, from 1, has a letter that cannot be or does not check.
    Group(usize),
}

impl RecoveryKey {
    pub(crate) fn random() -> Result<Self, StoreError> {
        let mut bytes = Zeroizing::new([0; KEY_BYTES]);
        super::fill(&mut *bytes)?;
        Ok(Self(bytes))
    }

    pub(crate) fn bytes(&self) -> &[u8; KEY_BYTES] {
        &self.0
    }

    /// The key as it is printed: groups with spaces between.
    pub fn text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(GROUPS * (GROUP_LETTERS + 2)));
        let mut values = self.values();
        for (n, group) in values.chunks(GROUP_LETTERS).enumerate() {
            if n > 0 {
                text.push(' ');
            }
            let check = check_value(n, group);
            for value in group.iter().chain([&check]) {
                text.push(char::from(LETTERS[usize::from(*value)]));
            }
        }
        values.zeroize();
        text
    }

    /// Reads a key that was typed from paper: case, spaces, dashes and the letters that are taken
    /// for digits (O, I, L) do not matter.
    ///
    /// # Errors
    /// Which group is mistyped.
    pub fn read(text: &str) -> Result<Self, BadRecoveryKey> {
        let kept = text.chars().filter(|c| !c.is_whitespace() && !"-–—·".contains(*c));
        // A key has forty letters; a page of text need not be read to its end.
        let letters: Zeroizing<Vec<char>> = Zeroizing::new(kept.take(41).collect());
        if letters.len() != GROUPS * (GROUP_LETTERS + 1) {
            return Err(BadRecoveryKey::Length);
        }
        let mut values = Zeroizing::new(Vec::with_capacity(GROUPS * GROUP_LETTERS));
        for (n, group) in letters.chunks(GROUP_LETTERS + 1).enumerate() {
            let read: Option<Vec<u8>> = group.iter().map(|letter| value_of(*letter)).collect();
            let read = Zeroizing::new(read.ok_or(BadRecoveryKey::Group(n + 1))?);
            let (group, check) = read.split_at(GROUP_LETTERS);
            if check.first() != Some(&check_value(n, group)) {
                return Err(BadRecoveryKey::Group(n + 1));
            }
            values.extend_from_slice(group);
        }
        let mut bytes = Zeroizing::new([0; KEY_BYTES]);
        for (place, eight) in bytes.chunks_mut(5).zip(values.chunks(8)) {
            let bits = eight.iter().fold(0u64, |bits, value| bits << 5 | u64::from(*value));
            place.copy_from_slice(&bits.to_be_bytes()[3..]);
        }
        Ok(Self(bytes))
    }

    /// Five bits each.
    fn values(&self) -> Vec<u8> {
        let mut values = Vec::with_capacity(GROUPS * GROUP_LETTERS);
        for five in self.0.chunks(5) {
            let bits = five.iter().fold(0u64, |bits, byte| bits << 8 | u64::from(*byte));
            values.extend((0..8).map(|n| (bits >> (35 - 5 * n) & 31) as u8));
        }
        values
    }
}

fn value_of(letter: char) -> Option<u8> {
    let letter = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    LETTERS.iter().position(|known| char::from(*known) == letter).and_then(|n| u8::try_from(n).ok())
}

/// Odd weights, so that any one wrong letter is noticed, and most that changed places; the number
/// of the group goes in, so that groups that changed places are noticed too.
fn check_value(group: usize, values: &[u8]) -> u8 {
    let weighted = values.iter().zip([1usize, 3, 5, 7]);
    let sum: usize = weighted.map(|(value, weight)| usize::from(*value) * weight).sum();
    ((sum + group * 11 + 7) % 32) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_printed_key_reads_back_however_it_is_typed() {
        let key = RecoveryKey::random().unwrap();
        let text = key.text();
        assert_eq!(text.len(), 47, "eight groups of five with spaces");
        let typed = text.to_lowercase().replace(' ', "-").replace('0', "o").replace('1', "l");
        assert_eq!(RecoveryKey::read(&typed).unwrap().bytes(), key.bytes(), "{typed}");
    }

    #[test]
    fn any_wrong_letter_names_its_group() {
        let text = RecoveryKey::random().unwrap().text().to_string();
        for at in (0..text.len()).filter(|at| text.as_bytes()[*at] != b' ') {
            for letter in LETTERS.iter().map(|b| char::from(*b)) {
                let mut wrong: Vec<char> = text.chars().collect();
                if wrong[at] == letter {
                    continue;
                }
                wrong[at] = letter;
                let wrong: String = wrong.into_iter().collect();
                assert_eq!(
                    RecoveryKey::read(&wrong).err(),
                    Some(BadRecoveryKey::Group(at / 6 + 1)),
                    "{wrong} differs from {text}"
                );
            }
        }
        assert_eq!(RecoveryKey::read(&text[..46]).err(), Some(BadRecoveryKey::Length));
        assert_eq!(RecoveryKey::read("").err(), Some(BadRecoveryKey::Length));
    }

    #[test]
    fn groups_that_changed_places_are_noticed() {
        let text = RecoveryKey(Zeroizing::new([0; 20])).text().to_string();
        let groups: Vec<&str> = text.split(' ').collect();
        assert_ne!(groups[0], groups[1], "the same letters check differently in each place");
    }
}

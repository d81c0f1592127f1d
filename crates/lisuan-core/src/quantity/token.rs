//! From characters to tokens; units and remarks end here.

use super::chainage::{Chainage, is_range_sign};
use super::problem::{ParseProblem, ProblemKind};
use super::unit;
use crate::money::Exact;

/// What a piece of an expression is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A number: its value, its digits and how many of them are decimals.
    Number {
        value: Exact,
        digits: String,
        places: u32,
    },
    /// The length of a stretch between two chainages.
    Length(Exact),
    /// A single chainage in metres.
    Place(Exact),
    Plus,
    Minus,
    Times,
    Over,
    Power,
    /// `²` or `³`.
    Raised(i32),
    Percent,
    Pi,
    Root,
    Open(char),
    Close(char),
    Equals,
    /// The end of a line.
    Break,
    /// The line is subtracted as a whole.
    Deduct,
}

/// A token and the index of its first character.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Placed {
    pub token: Token,
    pub at: usize,
}

/// Folds full-width and typographic forms to one ASCII character each, so that places in the
/// folded text are places in the text as typed.
pub(super) fn narrow(c: char) -> char {
    match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            char::from_u32(c as u32 - 0xFEE0).unwrap_or(c)
        }
        '（' | '﹙' => '(',
        '）' | '﹚' => ')',
        '［' | '【' | '〔' => '[',
        '］' | '】' | '〕' => ']',
        '｛' => '{',
        '｝' => '}',
        '＋' | '﹢' => '+',
        '－' | '−' | '–' | '—' | '―' | '﹣' | '‐' | '‑' => '-',
        '×' | '✕' | '✖' | '＊' | '·' | '∙' | '•' | '⋅' | '・' | '﹡' | '⨯' => '*',
        '÷' | '／' | '∕' => '/',
        '＝' => '=',
        '．' => '.',
        '，' => ',',
        '；' => ';',
        '：' => ':',
        '％' => '%',
        '＾' => '^',
        '～' | '〜' | '∼' => '~',
        '“' | '”' | '＂' => '"',
        '\u{a0}' | '\u{3000}' | '\t' | '\r' => ' ',
        other => other,
    }
}

/// Splits the folded characters into tokens.
pub(super) fn tokens(chars: &[char]) -> Result<Vec<Placed>, ParseProblem> {
    let mut lexer = Lexer { chars, at: 0, out: Vec::new() };
    lexer.start_of_line();
    while lexer.at < chars.len() {
        lexer.next()?;
    }
    Ok(lexer.out)
}

struct Lexer<'a> {
    chars: &'a [char],
    at: usize,
    out: Vec<Placed>,
}

impl Lexer<'_> {
    fn peek(&self, at: usize) -> char {
        // A line break stands for the end: nothing that is looked ahead for crosses a line.
        self.chars.get(at).copied().unwrap_or('\n')
    }

    fn problem<T>(&self, at: usize, kind: ProblemKind) -> Result<T, ParseProblem> {
        Err(ParseProblem::new(at, kind))
    }

    fn push(&mut self, token: Token, length: usize) {
        self.out.push(Placed { token, at: self.at });
        self.at += length;
    }

    /// Whether the token before is the end of an operand.
    fn after_operand(&self) -> bool {
        matches!(
            self.out.last().map(|placed| &placed.token),
            Some(
                Token::Number { .. }
                    | Token::Length(_)
                    | Token::Place(_)
                    | Token::Raised(_)
                    | Token::Percent
                    | Token::Pi
                    | Token::Close(_)
            )
        )
    }

    fn next(&mut self) -> Result<(), ParseProblem> {
        let c = self.peek(self.at);
        match c {
            ' ' => self.at += 1,
            '\n' | ';' => {
                self.push(Token::Break, 1);
                self.start_of_line();
            }
            '0'..='9' | '.' => self.number()?,
            '+' => self.push(Token::Plus, 1),
            '-' => self.push(Token::Minus, 1),
            '*' => self.push(Token::Times, 1),
            '/' => self.push(Token::Over, 1),
            '^' => self.push(Token::Power, 1),
            '²' => self.push(Token::Raised(2), 1),
            '³' => self.push(Token::Raised(3), 1),
            '%' => self.push(Token::Percent, 1),
            '=' => self.push(Token::Equals, 1),
            'π' => self.push(Token::Pi, 1),
            '√' => self.push(Token::Root, 1),
            '(' | '[' | '{' => self.bracket(c)?,
            ')' | ']' | '}' => self.push(Token::Close(c), 1),
            '"' => self.quoted()?,
            ',' => return self.problem(self.at, ProblemKind::Comma),
            c if is_word(c) => self.word()?,
            _ => return self.problem(self.at, ProblemKind::Character),
        }
        Ok(())
    }

    /// Reads what may stand before the first number of a line: 扣除 and a label with a colon.
    fn start_of_line(&mut self) {
        while self.peek(self.at) == ' ' {
            self.at += 1;
        }
        if let Some(length) = self.deduction() {
            self.push(Token::Deduct, length);
        }
        let mut colon = self.at;
        while !matches!(self.peek(colon), '\n' | ';' | ':' | '=' | '[' | '{' | '(' | '"') {
            colon += 1;
        }
        if self.peek(colon) == ':' && has_foreign_word(&self.chars[self.at..colon])
            || self.peek(colon) == ':' && self.out.last().is_some_and(|p| p.token == Token::Deduct)
        {
            self.at = colon + 1;
        }
    }

    fn deduction(&self) -> Option<usize> {
        const WORDS: &[&str] = &["扣除", "扣减", "减去", "应扣", "Ddt", "ddt", "DDT"];
        let starts =
            |word: &str| word.chars().enumerate().all(|(i, c)| self.peek(self.at + i) == c);
        if let Some(word) = WORDS.iter().find(|word| starts(word)) {
            return Some(word.chars().count());
        }
        let alone = matches!(self.peek(self.at), '扣' | '减') && !is_word(self.peek(self.at + 1));
        alone.then_some(1)
    }

    fn number(&mut self) -> Result<(), ParseProblem> {
        let start = self.at;
        let mut digits = String::new();
        let mut end = start;
        let run =
            |from: usize| self.chars.iter().skip(from).take_while(|c| c.is_ascii_digit()).count();
        let first = run(end);
        digits.extend(&self.chars[end..end + first]);
        end += first;
        while (1..=3).contains(&first) && self.peek(end) == ',' && run(end + 1) == 3 {
            digits.extend(&self.chars[end + 1..end + 4]);
            end += 4;
        }
        let mut places = 0;
        if self.peek(end) == '.' {
            places = run(end + 1);
            digits.push('.');
            digits.extend(&self.chars[end + 1..end + 1 + places]);
            end += 1 + places;
        }
        if digits == "." || self.peek(end) == '.' {
            return self.problem(start, ProblemKind::Number);
        }
        let Some(value) = Exact::from_digits(&digits) else {
            return self.problem(start, ProblemKind::TooLarge);
        };
        let places = u32::try_from(places).unwrap_or(u32::MAX);
        self.push(Token::Number { value, digits, places }, end - start);
        Ok(())
    }

    /// Skips a bracket that holds a remark, opens any other.
    fn bracket(&mut self, open: char) -> Result<(), ParseProblem> {
        let close = closing(open);
        let (mut depth, mut end) = (0usize, self.at);
        loop {
            match self.peek(end) {
                '\n' => return self.problem(self.at, ProblemKind::Unclosed),
                c if c == open => depth += 1,
                c if c == close => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
            end += 1;
        }
        let inside = &self.chars[self.at + 1..end];
        let figures = inside.iter().any(|c| c.is_ascii_digit() || matches!(c, 'π' | '√'));
        let words = inside.iter().any(|c| is_word(*c));
        let remark = if figures { open != '(' && has_foreign_word(inside) } else { words };
        if remark {
            self.at = end + 1;
        } else {
            self.push(Token::Open(open), 1);
        }
        Ok(())
    }

    fn quoted(&mut self) -> Result<(), ParseProblem> {
        let mut end = self.at + 1;
        while self.peek(end) != '"' {
            if self.peek(end) == '\n' {
                return self.problem(self.at, ProblemKind::Unclosed);
            }
            end += 1;
        }
        self.at = end + 1;
        Ok(())
    }

    fn word(&mut self) -> Result<(), ParseProblem> {
        for (name, token) in [("sqrt", Token::Root), ("pi", Token::Pi)] {
            if let Some(length) = self.keyword(name) {
                self.push(token, length);
                return Ok(());
            }
        }
        if self.after_operand() {
            if self.multiplies(self.at) {
                self.push(Token::Times, 1);
            } else {
                self.at = self.unit_end(self.at);
            }
            return Ok(());
        }
        if let Some((from, length)) = Chainage::read(&self.chars[self.at..]) {
            return self.chainage(&from, length);
        }
        if self.peek(self.at).is_ascii_alphabetic() {
            return self.problem(self.at, ProblemKind::Character);
        }
        let line_start = self.out.last().is_none_or(|p| p.token == Token::Break);
        if line_start && matches!(self.peek(self.at), '扣' | '减') {
            return self.problem(self.at, ProblemKind::Deduction);
        }
        // A CJK word before a number: 长12.5.
        while is_word(self.peek(self.at)) && !self.peek(self.at).is_ascii() {
            self.at += 1;
        }
        Ok(())
    }

    /// `sqrt` and `pi` as whole words.
    fn keyword(&self, name: &str) -> Option<usize> {
        let same =
            name.chars().enumerate().all(|(i, c)| self.peek(self.at + i).to_ascii_lowercase() == c);
        (same && !is_word(self.peek(self.at + name.len()))).then_some(name.len())
    }

    fn chainage(&mut self, from: &Chainage, length: usize) -> Result<(), ParseProblem> {
        let skip = |mut at: usize| {
            while self.peek(at) == ' ' {
                at += 1;
            }
            at
        };
        let sign = skip(self.at + length);
        if !is_range_sign(self.peek(sign)) {
            self.push(Token::Place(from.metres.clone()), length);
            return Ok(());
        }
        let mut second = sign;
        while is_range_sign(self.peek(second)) && second < sign + 2 {
            second += 1;
        }
        let second = skip(second);
        let Some((to, to_length)) = Chainage::read(&self.chars[second.min(self.chars.len())..])
        else {
            return self.problem(second, ProblemKind::Chainage);
        };
        let Some(distance) = from.distance(&to) else {
            return self.problem(second, ProblemKind::Chainage);
        };
        let end = second + to_length;
        self.push(Token::Length(distance), end - self.at);
        Ok(())
    }

    /// Whether the letter at this place is a multiplication sign: an `x` before a number, a
    /// bracket or a labelled number, or an `x` all alone.
    fn multiplies(&self, at: usize) -> bool {
        if !matches!(self.peek(at), 'x' | 'X') {
            return false;
        }
        if at == self.at && !is_word(self.peek(at + 1)) {
            return true;
        }
        let mut next = at + 1;
        while self.peek(next) == ' ' || is_word(self.peek(next)) && !self.peek(next).is_ascii() {
            if matches!(self.peek(next), 'π') {
                break;
            }
            next += 1;
        }
        matches!(self.peek(next), '0'..='9' | '.' | '(' | '[' | '{' | 'π' | '√')
    }

    /// The end of the unit that starts here: letters, a power, and `/unit` repeated.
    fn unit_end(&self, start: usize) -> usize {
        let mut at = start;
        loop {
            while is_word(self.peek(at)) && !self.multiplies(at) && self.peek(at) != 'π' {
                at += 1;
            }
            let last = if at > start { self.peek(at - 1) } else { ' ' };
            if matches!(last, 'm' | 'M' | '米') {
                at += self.unit_power(at);
            }
            let next = self.peek(at + 1);
            if self.peek(at) != '/' || !is_word(next) || next == 'π' {
                return at;
            }
            at += 1;
        }
    }

    /// How many characters the power of a unit takes: `2`, `²`, `^2`.
    fn unit_power(&self, at: usize) -> usize {
        let ends = |at: usize| !matches!(self.peek(at), '0'..='9' | '.');
        match (self.peek(at), self.peek(at + 1)) {
            ('²' | '³', _) => 1,
            ('2' | '3', _) if ends(at + 1) => 1,
            ('^', '2' | '3') if ends(at + 2) => 2,
            _ => 0,
        }
    }
}

/// Letters of any script and the squared signs of CJK fonts.
fn is_word(c: char) -> bool {
    c != 'π' && c.is_alphabetic() || matches!(c, '㎡' | '㎥' | '㎏' | '㎜' | '㎝' | '㎞' | '℃')
}

/// Whether the text holds a word that is neither a unit nor a function: such text is a remark.
fn has_foreign_word(chars: &[char]) -> bool {
    let known = |word: &str| {
        let lower = word.to_ascii_lowercase();
        matches!(lower.as_str(), "" | "sqrt" | "pi") || unit::is_known(&lower)
    };
    chars.split(|c| !is_word(*c)).filter(|word| !word.is_empty()).any(|word| {
        let word: String = word.iter().collect();
        !known(&word) && word.split(['x', 'X']).any(|piece| !known(piece))
    })
}

pub(super) fn closing(open: char) -> char {
    match open {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}

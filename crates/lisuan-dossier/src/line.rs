//! Breaking text into lines: Chinese by its rules, Latin words whole, nothing lost.

use crate::font::Fonts;
use crate::page::Face;

/// One line of broken text.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its characters, spaces at the end included.
    pub text: String,
    /// Its width in points without the spaces at the end.
    pub width_pt: f32,
}

/// What a line break needs to know about a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    /// May not end a line (避尾): an opening bracket or quote, a currency sign.
    Opening,
    /// May not begin a line (避头): closing brackets and quotes, stops, percent.
    Closing,
    /// May stand at either end: Han, kana, full-width forms, symbols.
    Square,
    /// An operator in an expression; the line may end after it.
    Operator,
    /// Part of a word or figure.
    Word,
}

fn class(c: char) -> Class {
    match c {
        ' ' | '\u{3000}' => Class::Space,
        '（' | '【' | '《' | '〈' | '「' | '『' | '〔' | '〖' | '“' | '‘' | '(' | '[' | '{'
        | '¥' | '￥' | '$' | '€' | '£' | '［' | '｛' | '№' => Class::Opening,
        '，' | '。' | '、' | '；' | '：' | '？' | '！' | '）' | '】' | '》' | '〉' | '」'
        | '』' | '〕' | '〗' | '”' | '’' | '…' | '—' | '·' | '％' | '‰' | '℃' | '°' | '′' | '″'
        | ',' | '.' | ';' | ':' | '?' | '!' | ')' | ']' | '}' | '%' | '］' | '｝' | '々' | 'ー'
        | '～' | '²' | '³' => Class::Closing,
        '×' | '÷' | '=' | '+' | '＋' | '＝' | '−' => Class::Operator,
        c if draws_square(c) => Class::Square,
        _ => Class::Word,
    }
}

fn draws_square(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}' | '\u{ff01}'..='\u{ffe6}' | '\u{1f000}'..='\u{3ffff}')
}

/// Tells whether a line may end between two neighbours.
fn may_break(before: char, after: char) -> bool {
    use Class::{Closing, Opening, Operator, Space, Square, Word};
    match (class(before), class(after)) {
        // A point or comma inside a figure or name is not the end of anything.
        (_, Space | Closing) | (Opening, _) => false,
        (Space, _) => true,
        (Closing, Word) if before.is_ascii() => false,
        (Square | Closing, _) | (_, Square) | (Operator, _) => true,
        (Word, Opening) => !after.is_ascii(),
        (Word, Operator) => false,
        (Word, Word) => matches!(before, '-' | '/' | '_' | '\\') && after.is_alphabetic(),
    }
}

/// Tells whether a text ends within a chainage, after the plus sign of `K12+345`.
fn in_chainage(before: &str) -> bool {
    let Some(rest) = before.strip_suffix('+') else { return false };
    let kilometres = rest.trim_end_matches(|c: char| c.is_ascii_digit());
    kilometres.len() < rest.len() && kilometres.ends_with(['K', 'k'])
}

/// Makes every character of an input printable.
///
/// Line ends of any system become `\n`, a tab becomes a space. Other control characters and
/// those that turn the direction of writing could make a page say something other than its text:
/// they are spelled out as `[U+202E]`.
pub fn printable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                out.push('\n');
            }
            '\n' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\t' => out.push(' '),
            c if c.is_control() || turns_writing(c) || crate::both::is_mark(c) => {
                out.push_str(&format!("[U+{:04X}]", c as u32));
            }
            c => out.push(c),
        }
    }
    out
}

fn turns_writing(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{00ad}' | '\u{fff9}'..='\u{fffb}')
}

/// Breaks a text into lines no wider than `width_pt`.
///
/// A word wider than the line is cut where it must be; a line holds at least one character, so
/// that no width, however small, loses text. The text is made [`printable`] first.
pub fn break_lines(
    fonts: &Fonts<'_>,
    face: Face,
    size_pt: f32,
    text: &str,
    width_pt: f32,
) -> Vec<Line> {
    let text = printable(text);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        break_paragraph(fonts, face, size_pt, paragraph, width_pt, &mut lines);
    }
    lines
}

fn break_paragraph(
    fonts: &Fonts<'_>,
    face: Face,
    size_pt: f32,
    text: &str,
    width_pt: f32,
    lines: &mut Vec<Line>,
) {
    let width_of = |part: &str| fonts.width(face, size_pt, part);
    let mut start = 0;
    let mut width = 0.0;
    // Where the line may end, and how wide the text after that place has become.
    let mut last_break: Option<usize> = None;
    let mut since_break = 0.0;
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        if before.is_some_and(|b| may_break(b, c)) && !in_chainage(&text[..at]) {
            last_break = Some(at);
            since_break = 0.0;
        }
        let advance = fonts.char_width(face, size_pt, c);
        // A thousandth of a point keeps sums of floats from breaking what fits exactly.
        if width + advance > width_pt + 0.001 && class(c) != Class::Space && at > start {
            let cut = last_break.filter(|b| *b > start).unwrap_or(at);
            lines.push(line(&text[start..cut], &width_of));
            start = cut;
            width = if cut == at { 0.0 } else { since_break };
            last_break = None;
            // What came after the break may itself be too wide already.
            if width + advance > width_pt + 0.001 && at > start {
                lines.push(line(&text[start..at], &width_of));
                start = at;
                width = 0.0;
            }
            since_break = width;
        }
        width += advance;
        since_break += advance;
        before = Some(c);
    }
    lines.push(line(&text[start..], &width_of));
}

fn line(text: &str, width_of: &impl Fn(&str) -> f32) -> Line {
    let width_pt = width_of(text.trim_end_matches([' ', '\u{3000}']));
    Line { text: text.to_owned(), width_pt }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::fonts;
    use proptest::prelude::*;

    fn lines(text: &str, width: f32) -> Vec<String> {
        let broken = break_lines(&fonts(), Face::Regular, 10.0, text, width);
        broken.into_iter().map(|l| l.text).collect()
    }

    #[test]
    fn closing_marks_do_not_begin_a_line_and_opening_marks_do_not_end_one() {
        assert_eq!(
            lines("水泵房地面，积水", 50.0),
            ["水泵房地", "面，积水"],
            "the comma takes 面 along"
        );
        assert_eq!(
            lines("水泵房地（积水）", 50.0),
            ["水泵房地", "（积水）"],
            "the bracket goes on"
        );
        assert_eq!(
            lines("损失率为百分之10%。", 100.0),
            ["损失率为百分之", "10%。"],
            "10%。 stays whole"
        );
    }

    #[test]
    fn latin_words_and_figures_stay_whole_unless_too_long() {
        assert_eq!(lines("型号 Caterpillar 机", 60.0), ["型号 ", "Caterpillar ", "机"], "word");
        assert_eq!(lines("共1,234,567.89元", 50.0)[0], "共", "a figure is one word");
        let cut = lines("ABCDEFGHIJKLMNOP", 30.0);
        assert!(cut.len() > 2, "a word wider than the line is cut");
        assert_eq!(cut.concat(), "ABCDEFGHIJKLMNOP", "and nothing of it is lost");
        assert_eq!(lines("12.50×3.20×0.40×2", 40.0), ["12.50×", "3.20×", "0.40×2"], "expression");
        assert_eq!(lines("电缆沟 K0+120～K0+184", 90.0), ["电缆沟 K0+120～", "K0+184"], "chainage");
    }

    #[test]
    fn what_cannot_be_printed_is_spelled_out() {
        assert_eq!(printable("a\u{202e}b\u{0}c\r\nd\te"), "a[U+202E]b[U+0000]c\nd e");
    }

    #[test]
    fn lines_end_where_the_text_says() {
        assert_eq!(lines("一\n\n二", 100.0), ["一", "", "二"], "an empty line stays");
        assert_eq!(lines("", 100.0), [""], "an empty text is one empty line");
    }

    proptest! {
        #[test]
        fn no_character_is_lost_and_no_line_too_wide(
            text in "[a-zA-Z0-9 ,.()，。（）“”一-龥×=\u{1f600}-\u{1f610}]{0,120}",
            width in 5.0f32..200.0,
        ) {
            let fonts = fonts();
            let broken = break_lines(&fonts, Face::Bold, 9.0, &text, width);
            let joined: String = broken.iter().map(|l| l.text.as_str()).collect();
            prop_assert_eq!(joined, text);
            for line in &broken {
                let fits = line.width_pt <= width + 0.01 || line.text.trim_end().chars().count() <= 1;
                prop_assert!(fits, "{:?} is {} wide of {}", line.text, line.width_pt, width);
            }
        }
    }
}

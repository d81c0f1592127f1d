//! Text of cells: full width made narrow, lines joined, labels without their stretching spaces.

/// The narrow form of a character that Chinese input methods write in full width.
pub(crate) fn narrow(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{202f}' => ' ',
        other => other,
    }
}

/// All characters narrow, none of them blank.
pub(crate) fn tight(text: &str) -> String {
    text.chars().map(narrow).filter(|c| !c.is_whitespace() && *c != '\u{feff}').collect()
}

/// A label for comparing: tight, in small letters.
pub(crate) fn label(text: &str) -> String {
    tight(text).to_lowercase()
}

const fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{ffef}'
        | '\u{20000}'..='\u{3ffff}')
}

/// Text in one line. A cell is broken where its column ends, so between Chinese characters nothing
/// is put in place of a line end, between words a space.
pub(crate) fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let before = out.chars().next_back();
        let after = line.chars().next();
        if let (Some(before), Some(after)) = (before, after)
            && !is_wide(before)
            && !is_wide(after)
        {
            out.push(' ');
        }
        out.push_str(line);
    }
    out
}

/// Text with its lines, whatever ends them, and no blank around it.
pub(crate) fn lines(text: &str) -> String {
    let text = text.trim();
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text.to_owned()
    }
}

/// Words in one line without the spaces that stretch them: `合    计` is 合计, and so is `合 计`;
/// `通用安装 附录A` keeps the one between its words.
pub(crate) fn unstretched(text: &str) -> String {
    let text = one_line(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut chars = words.iter().map(|word| word.chars());
    let single = chars.all(|mut word| word.next().is_some_and(is_wide) && word.next().is_none());
    if single { words.concat() } else { words.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_joined_as_the_language_wants() {
        for (typed, expected) in [
            ("现浇混凝土\n矩形柱", "现浇混凝土矩形柱"),
            ("Reinforced\r\nconcrete", "Reinforced concrete"),
            ("HRB400\n钢筋", "HRB400钢筋"),
            (" 一 \n\n 二 ", "一二"),
        ] {
            assert_eq!(one_line(typed), expected, "{typed:?}");
        }
        assert_eq!(unstretched("合    计"), "合计");
        assert_eq!(unstretched("Sub  total"), "Sub total");
        assert_eq!(unstretched("通用安装 附录A"), "通用安装 附录A");
        assert_eq!(tight("０４０\n３　0 1"), "040301");
        assert_eq!(lines("a\r\nb\rc "), "a\nb\nc");
    }
}

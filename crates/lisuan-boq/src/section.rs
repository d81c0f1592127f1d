//! Levels of headings. Bills do not say them: they follow from how a heading is numbered and from
//! what stands below it.

use crate::narrow::{label, tight};

/// How a heading is numbered: smaller is wider. Two apart, so that a heading without a number fits
/// right above any of them.
pub(crate) fn rank(title: &str, code: Option<&str>, number: Option<&str>) -> u32 {
    let text = label(title);
    const PARTS: [&str; 9] = [
        "分部分项工程",
        "单价措施项目",
        "总价措施项目",
        "措施项目",
        "其他项目",
        "规费",
        "规费、税金项目",
        "税金",
        "分部分项工程项目",
    ];
    if PARTS.contains(&text.as_str()) {
        return 0;
    }
    if let Some(rank) = by_number(&text).or_else(|| by_number(&label(number.unwrap_or_default()))) {
        return rank;
    }
    match code.map(tight) {
        Some(code) if code.contains('-') => 30 + 2 * (code.matches('-').count() as u32).min(10),
        // 01, 0101, 010101 are each a part of the one before.
        Some(code) => 22 + (code.chars().count() as u32).min(12) / 2,
        None => PLAIN,
    }
}

/// A heading without a number.
pub(crate) const PLAIN: u32 = 60;

fn by_number(text: &str) -> Option<u32> {
    let chinese = |c: char| "一二三四五六七八九十百零〇".contains(c);
    let roman = |c: char| "ivxlⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ".contains(c);
    let digit = |c: char| c.is_ascii_digit();
    // `第三章`, `第200章`.
    if let Some(rest) = text.strip_prefix('第') {
        let rest = rest.trim_start_matches(|c| chinese(c) || digit(c));
        return match rest.chars().next() {
            Some('册' | '部' | '篇' | '标') => Some(2),
            Some('章') => Some(4),
            Some('节') => Some(8),
            _ => None,
        };
    }
    if text.contains("附录") {
        return Some(6);
    }
    if text.starts_with("bill") || text.starts_with("part") || text.starts_with("chapter") {
        return Some(4);
    }
    if text.starts_with("section") {
        return Some(8);
    }
    let open = text.strip_prefix('(');
    let body = open.unwrap_or(text);
    let kinds: [(&dyn Fn(char) -> bool, u32); 3] = [(&chinese, 10), (&roman, 10), (&digit, 14)];
    for (is, rank) in kinds {
        let rest = body.trim_start_matches(is);
        if rest.len() == body.len() {
            continue;
        }
        if open.is_some() {
            return rest.starts_with(')').then_some(rank + 2);
        }
        let mark = rest.starts_with(['、', '.', ',', ')']) || rest.is_empty();
        if rank < 14 {
            return mark.then_some(rank);
        }
        // `1.2.3 土方`: each point is one level further down.
        let points = rest.trim_start_matches(|c| digit(c) || c == '.');
        let points = rest[..rest.len() - points.len()].trim_end_matches('.').matches('.').count();
        return mark
            .then_some(rank + 4 + points as u32)
            .or_else(|| (points > 0).then_some(rank + 4));
    }
    None
}

/// Titles above the place that is being read.
#[derive(Debug, Default)]
pub(crate) struct Sections {
    open: Vec<Open>,
}

/// A section that goes on.
#[derive(Debug, Clone)]
pub(crate) struct Open {
    rank: u32,
    pub(crate) title: String,
    /// Index of its first item.
    pub(crate) first_item: usize,
}

impl Sections {
    /// Opens a section; gives its level. `below` is the rank of the heading right below it, if the
    /// next row with content is one.
    pub(crate) fn open(
        &mut self,
        title: &str,
        rank: u32,
        below: Option<u32>,
        items: usize,
    ) -> usize {
        let rank = match below {
            // Without a number of its own it stands over what comes right after it.
            Some(below) if rank >= PLAIN => below.min(PLAIN).saturating_sub(1),
            _ => rank,
        };
        while self.open.last().is_some_and(|last| last.rank >= rank) {
            self.open.pop();
        }
        self.open.push(Open { rank, title: title.to_owned(), first_item: items });
        self.open.len()
    }

    /// The titles, the widest first.
    pub(crate) fn titles(&self) -> Vec<String> {
        self.open.iter().map(|open| open.title.clone()).collect()
    }

    /// The open sections, the narrowest first.
    pub(crate) fn narrowest_first(&self) -> impl Iterator<Item = &Open> {
        self.open.iter().rev()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Levels of headings that follow each other; an item stands before each `-`.
    fn levels(headings: &[&str]) -> Vec<usize> {
        let mut sections = Sections::default();
        let mut out = Vec::new();
        for (at, title) in headings.iter().enumerate().filter(|(_, title)| **title != "-") {
            let below = headings.get(at + 1).filter(|next| **next != "-");
            let below = below.map(|next| rank(next, None, None));
            out.push(sections.open(title, rank(title, None, None), below, at));
        }
        out
    }

    #[test]
    fn levels_follow_the_numbers() {
        assert_eq!(
            levels(&[
                "分部分项工程",
                "附录A 土方",
                "-",
                "附录D 砌筑",
                "-",
                "通用安装 附录A",
                "-",
                "单价措施项目",
                "附录S",
                "-"
            ]),
            [1, 2, 2, 2, 1, 2]
        );
        assert_eq!(
            levels(&["一、土建", "（一）土方", "-", "（二）石方", "-", "二、安装", "-"]),
            [1, 2, 2, 1]
        );
        assert_eq!(
            levels(&["第200章 路基", "1. 土方", "1.1 开挖", "-", "1.2 回填", "-", "2. 石方", "-"]),
            [1, 2, 3, 3, 2]
        );
    }

    #[test]
    fn a_heading_without_a_number_stands_over_the_next_when_nothing_is_between() {
        assert_eq!(levels(&["土方工程", "-", "地基处理", "-"]), [1, 1]);
        assert_eq!(
            levels(&["道路", "土方", "-", "基层", "-", "桥梁", "桩基", "-"]),
            [1, 2, 2, 1, 2]
        );
        assert_eq!(
            levels(&["道路", "一、土方", "-", "二、基层", "-", "桥梁", "一、桩基", "-"]),
            [1, 2, 2, 1, 2]
        );
        assert_eq!(levels(&["Ⅲ级围岩段", "-", "Ⅳ级围岩段", "-"]), [1, 1]);
    }

    #[test]
    fn codes_order_headings_of_highway_bills() {
        let level = |code| rank("土方", Some(code), None);
        assert!(level("203") < level("203-1"), "203-1 belongs to 203");
        assert!(level("203-1") < level("203-1-a"), "203-1-a belongs to 203-1");
    }
}

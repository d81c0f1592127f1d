//! Tables whose columns stand straight: a Chinese character takes two columns of a terminal.

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// The widest name, in columns of a terminal.
const NAME_WIDTH_MAX: usize = 48;

/// On which side the text of a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Words.
    Left,
    /// Figures.
    Right,
}

/// A table that is built row by row.
pub struct Table {
    sides: Vec<Side>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with headings; one side for each column.
    pub fn new(headings: Vec<String>, sides: &[Side]) -> Self {
        Self { sides: sides.to_vec(), rows: vec![headings] }
    }

    /// Adds a row of as many cells as there are columns.
    pub fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells.iter().map(|cell| one_line(cell)).collect());
    }

    /// The table as text; nothing where it has headings only.
    pub fn text(&self) -> String {
        if self.rows.len() < 2 {
            return String::new();
        }
        let widths: Vec<usize> = (0..self.sides.len())
            .map(|column| self.rows.iter().map(|row| row[column].width()).max().unwrap_or_default())
            .collect();
        let mut text = String::new();
        for row in &self.rows {
            let cells: Vec<String> = row
                .iter()
                .zip(&widths)
                .zip(&self.sides)
                .map(|((cell, width), side)| pad(cell, *width, *side))
                .collect();
            text.push_str(cells.join("  ").trim_end());
            text.push('\n');
        }
        text
    }
}

/// Fills a cell up to a width in terminal columns.
pub fn pad(cell: &str, width: usize, side: Side) -> String {
    let space = " ".repeat(width.saturating_sub(cell.width()));
    match side {
        Side::Left => format!("{cell}{space}"),
        Side::Right => format!("{space}{cell}"),
    }
}

/// Cuts a long name off, so that the figures beside it stay in sight; JSON has it whole.
pub fn shortened(cell: &str) -> String {
    if cell.width() <= NAME_WIDTH_MAX {
        return cell.to_owned();
    }
    let mut text = String::new();
    for c in cell.chars() {
        if text.width() + c.width().unwrap_or_default() >= NAME_WIDTH_MAX {
            break;
        }
        text.push(c);
    }
    text + "…"
}

/// What a case holds may have line breaks, and what a file holds may move the cursor.
fn one_line(cell: &str) -> String {
    cell.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_straight_under_chinese() {
        let headings = vec!["项目".to_owned(), "金额".to_owned(), "备注".to_owned()];
        let mut table = Table::new(headings, &[Side::Left, Side::Right, Side::Left]);
        table.row(vec!["边坡".to_owned(), "24,639.00".to_owned(), "甲".to_owned()]);
        table.row(vec!["slope".to_owned(), "1.00".to_owned(), "a\nb\u{1b}[2J".to_owned()]);
        assert_eq!(
            table.text(),
            "项目        金额  备注\n边坡   24,639.00  甲\nslope       1.00  a b [2J\n",
            "a Chinese character counts two columns; control characters become spaces"
        );
    }

    #[test]
    fn a_long_name_is_cut_where_its_columns_end() {
        let text = shortened(&"设备损失".repeat(20));
        assert_eq!(text.width(), NAME_WIDTH_MAX - 1 + "…".width() - 1, "{text}");
        assert!(text.ends_with("…"), "what is missing is shown: {text}");
        assert_eq!(shortened("12,000,000.00"), "12,000,000.00", "figures are never cut");
    }

    #[test]
    fn headings_alone_are_no_table() {
        let table = Table::new(vec!["项目".to_owned()], &[Side::Left]);
        assert_eq!(table.text(), "", "an empty table would only take room");
    }
}

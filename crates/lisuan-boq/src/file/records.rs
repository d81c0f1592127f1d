//! Records of separated text (RFC 4180). Empty records count, because people find an item by its
//! number in the file; the `csv` crate drops them without a trace.

use std::borrow::Cow;

use crate::limits::COLUMNS_MAX;

/// One record.
pub(super) struct Record<'t> {
    /// From 1, empty ones counted.
    pub(super) number: u32,
    /// The line at which it begins, from 1.
    pub(super) line: u32,
    pub(super) fields: Vec<Cow<'t, str>>,
    /// A quote was opened and the text ended.
    pub(super) unclosed: bool,
}

/// The records of a text, one after the other.
pub(super) struct Separated<'t> {
    rest: &'t str,
    delimiter: char,
    quotes: bool,
    number: u32,
    line: u32,
}

impl<'t> Separated<'t> {
    /// Without `quotes` a quotation mark is a character like others.
    pub(super) const fn new(text: &'t str, delimiter: char, quotes: bool) -> Self {
        Self { rest: text, delimiter, quotes, number: 0, line: 1 }
    }

    /// Takes one field; says whether it was the last of its record and whether its quote is open.
    fn field(&mut self) -> (Cow<'t, str>, bool, bool) {
        let quoted = self.quotes.then(|| self.rest.strip_prefix('"')).flatten();
        let Some(body) = quoted else {
            let (field, last) = self.plain();
            return (Cow::Borrowed(field), last, false);
        };
        let mut end = 0;
        let mut doubled = false;
        loop {
            match body[end..].find('"') {
                None => {
                    self.line = self.line.saturating_add(lines(body));
                    self.rest = "";
                    return (unquoted(body, doubled), true, true);
                }
                Some(at) if body[end + at + 1..].starts_with('"') => {
                    doubled = true;
                    end += at + 2;
                }
                Some(at) => {
                    end += at;
                    break;
                }
            }
        }
        let field = &body[..end];
        self.line = self.line.saturating_add(lines(field));
        self.rest = &body[end + 1..];
        // What stands between the quote and the delimiter belongs to the field all the same.
        let (tail, last) = self.plain();
        let field = unquoted(field, doubled);
        let field = if tail.is_empty() { field } else { Cow::Owned(field.into_owned() + tail) };
        (field, last, false)
    }

    /// Takes what stands before the next delimiter or line end.
    fn plain(&mut self) -> (&'t str, bool) {
        let delimiter = self.delimiter;
        let end = self.rest.find([delimiter, '\n', '\r']);
        let (field, after) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        if let Some(after) = after.strip_prefix(delimiter) {
            self.rest = after;
            return (field, false);
        }
        let next = after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\n', '\r']));
        self.rest = next.unwrap_or("");
        self.line = self.line.saturating_add(1);
        (field, true)
    }
}

impl<'t> Iterator for Separated<'t> {
    type Item = Record<'t>;

    fn next(&mut self) -> Option<Record<'t>> {
        if self.rest.is_empty() {
            return None;
        }
        self.number = self.number.saturating_add(1);
        let (number, line) = (self.number, self.line);
        let mut record = Record { number, line, fields: Vec::new(), unclosed: false };
        loop {
            let (field, last, unclosed) = self.field();
            record.unclosed |= unclosed;
            // One beyond the last column is enough to say that there are more.
            if record.fields.len() <= COLUMNS_MAX as usize {
                record.fields.push(field);
            }
            if last {
                return Some(record);
            }
        }
    }
}

fn unquoted(field: &str, doubled: bool) -> Cow<'_, str> {
    if doubled { Cow::Owned(field.replace("\"\"", "\"")) } else { Cow::Borrowed(field) }
}

fn lines(text: &str) -> u32 {
    // A lone carriage return ends a line in files of old systems.
    let bytes = text.as_bytes();
    let ends = bytes.iter().enumerate().filter(|(at, byte)| match byte {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    });
    u32::try_from(ends.count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(u32, u32, Vec<String>)> {
        Separated::new(text, ';', true)
            .map(|record| {
                let fields = record.fields.into_iter().map(Cow::into_owned).collect();
                (record.number, record.line, fields)
            })
            .collect()
    }

    #[test]
    fn quotes_line_ends_and_empty_records() {
        let text = "a;b\r\n\r\n\"x\ny\";\"q\"\"q\"\n;\nlast;\"z\" tail";
        let row = |fields: &[&str]| -> Vec<String> { fields.iter().map(|f| (*f).into()).collect() };
        assert_eq!(
            read(text),
            [
                (1, 1, row(&["a", "b"])),
                (2, 2, row(&[""])),
                (3, 3, row(&["x\ny", "q\"q"])),
                (4, 5, row(&["", ""])),
                (5, 6, row(&["last", "z tail"])),
            ],
            "records are counted with the empty ones, lines with those inside quotes"
        );
    }

    #[test]
    fn an_open_quote_is_told() {
        let records: Vec<Record<'_>> = Separated::new("a;\"b\nc", ';', true).collect();
        assert!(records.len() == 1 && records[0].unclosed, "the text ends inside the quote");
    }
}

//! CSV: which encoding, which delimiter, one table.

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::records::Separated;
use crate::choices::Choices;
use crate::error::BoqError;
use crate::table::{Table, TableBuilder};

/// Delimiters that are looked for.
const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];
/// How much of the text the delimiter is told from.
const SAMPLE_CHARS: usize = 64 << 10;

/// How a text was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// `utf-8`, `utf-16le`, `utf-16be` or `gb18030`.
    pub encoding: &'static str,
    /// The mark at the beginning said so.
    pub marked: bool,
    /// What stands between two fields.
    pub delimiter: char,
    /// Quotes are text: one of them is never closed.
    pub quotes_are_text: bool,
}

/// Reads the one table.
pub(super) fn table(bytes: &[u8], choices: &Choices) -> Result<(Table, Decoded), BoqError> {
    let (text, encoding, marked) = decoded(bytes, choices.encoding.as_deref())?;
    let sample = &text[..text.floor_char_boundary(SAMPLE_CHARS)];
    let delimiter = choices.delimiter.unwrap_or_else(|| delimiter(sample));
    let quotes_are_text = Separated::new(&text, delimiter, true).any(|record| record.unclosed);
    let mut builder = TableBuilder::new(None, false, 0);
    for record in Separated::new(&text, delimiter, !quotes_are_text) {
        builder.check_row(record.number)?;
        for (column, field) in record.fields.iter().enumerate() {
            if let Some(cell) = builder.text(record.number, field)? {
                builder.add(record.number, column as u32, cell)?;
            }
        }
        builder.line(record.number, record.line);
    }
    Ok((builder.finish(), Decoded { encoding, marked, delimiter, quotes_are_text }))
}

/// The text of the bytes. Without a mark it is UTF-8 where all of it is valid, else UTF-16 where
/// every other byte says so, else GB18030, the standard of China, which holds GBK and GB2312.
fn decoded(bytes: &[u8], chosen: Option<&str>) -> Result<(String, &'static str, bool), BoqError> {
    let marked = Encoding::for_bom(bytes);
    let encoding = match (chosen, marked) {
        (Some(name), _) => known(name)?,
        (None, Some((encoding, _))) => encoding,
        (None, None) => guessed(bytes)?,
    };
    let body = marked.filter(|(mark, _)| *mark == encoding).map_or(0, |(_, length)| length);
    let (text, faulty) = encoding.decode_without_bom_handling(&bytes[body..]);
    if faulty {
        return Err(BoqError::damaged(name(encoding)));
    }
    Ok((text.into_owned(), name(encoding), body > 0))
}

fn known(name: &str) -> Result<&'static Encoding, BoqError> {
    let known = Encoding::for_label(name.as_bytes());
    known
        .filter(|encoding| {
            [UTF_8, UTF_16LE, UTF_16BE, GB18030, encoding_rs::GBK].contains(encoding)
        })
        .map(|encoding| if encoding == encoding_rs::GBK { GB18030 } else { encoding })
        .ok_or_else(|| BoqError::damaged(name))
}

fn guessed(bytes: &[u8]) -> Result<&'static Encoding, BoqError> {
    let zeros =
        |from: usize| bytes.iter().skip(from).step_by(2).take(4_096).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if even + odd > 0 {
        // Delimiters, digits and line ends have a zero for their upper half.
        return match (even, odd) {
            _ if odd > 8 * even && odd > 2 => Ok(UTF_16LE),
            _ if even > 8 * odd && even > 2 => Ok(UTF_16BE),
            _ => Err(BoqError::NotATable),
        };
    }
    let control = |b: &u8| *b < 0x20 && !matches!(*b, b'\t' | b'\n' | b'\r' | 0x0c | 0x1a);
    if bytes.iter().take(64 << 10).filter(|b| control(b)).count() > 4 {
        return Err(BoqError::NotATable);
    }
    Ok(if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { GB18030 })
}

fn name(encoding: &'static Encoding) -> &'static str {
    match encoding {
        _ if encoding == UTF_16LE => "utf-16le",
        _ if encoding == UTF_16BE => "utf-16be",
        _ if encoding == GB18030 => "gb18030",
        _ => "utf-8",
    }
}

/// The delimiter that splits most records into the same number of fields.
fn delimiter(sample: &str) -> char {
    let score = |delimiter: char| {
        let mut counts = std::collections::BTreeMap::new();
        for record in Separated::new(sample, delimiter, true).take(500) {
            if record.fields.len() > 1 {
                *counts.entry(record.fields.len()).or_insert(0_usize) += 1;
            }
        }
        // Many fields in many records; a comma inside a text gives two fields in a few.
        counts.into_iter().map(|(fields, records)| records * fields.min(20)).max().unwrap_or(0)
    };
    let scores = DELIMITERS.map(|delimiter| (delimiter, score(delimiter)));
    let best = scores.iter().map(|(_, score)| *score).max().unwrap_or(0);
    scores.iter().find(|(_, score)| *score == best).map_or(',', |(delimiter, _)| *delimiter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (Vec<Vec<String>>, Decoded) {
        let (table, decoded) = table(bytes, &Choices::default()).expect("it is a table");
        let texts =
            |row: &crate::table::Row| row.texts().map(|(_, text)| text.to_owned()).collect();
        (table.rows.iter().map(texts).collect(), decoded)
    }

    #[test]
    fn the_same_table_in_every_encoding() {
        let text = "项目编码,项目名称,单位\r\n040101001001,挖一般土方,m³\r\n";
        let expected = read(text.as_bytes()).0;
        assert_eq!(expected[1], ["040101001001", "挖一般土方", "m³"], "UTF-8 without a mark");
        let utf_16 = |order: fn(u16) -> [u8; 2], mark: bool| -> Vec<u8> {
            let mark = mark.then_some(0xFEFF);
            mark.into_iter().chain(text.encode_utf16()).flat_map(order).collect()
        };
        let (gb, _, _) = GB18030.encode(text);
        for (bytes, encoding) in [
            ([b"\xef\xbb\xbf", text.as_bytes()].concat(), "utf-8"),
            (utf_16(u16::to_le_bytes, true), "utf-16le"),
            (utf_16(u16::to_be_bytes, true), "utf-16be"),
            (utf_16(u16::to_le_bytes, false), "utf-16le"),
            (gb.into_owned(), "gb18030"),
        ] {
            let (rows, decoded) = read(&bytes);
            assert_eq!((rows, decoded.encoding), (expected.clone(), encoding), "{encoding}");
        }
    }

    #[test]
    fn the_delimiter_is_the_one_that_makes_columns() {
        for (text, delimiter) in [
            ("a,b,c\n1,2,3\n", ','),
            ("a;b;c\n1,5;2,5;3\n\"x,y,z\";1;2\n", ';'),
            ("a\tb\n1,000\t2\n", '\t'),
            ("a|b|c\n1|2|3\n", '|'),
        ] {
            assert_eq!(read(text.as_bytes()).1.delimiter, delimiter, "{text:?}");
        }
    }

    #[test]
    fn a_quote_that_is_never_closed_does_not_swallow_the_file() {
        let (rows, decoded) = read(b"a,b\n\"12 pipe,3\nc,d\n");
        assert!(decoded.quotes_are_text, "that is said");
        assert_eq!(rows, [["a", "b"], ["\"12 pipe", "3"], ["c", "d"]], "every record is there");
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [&b"\x00\x01\x02\x03\x04\x00\x00"[..], b"%PDF-1.7\n\x01\x02\x03\x04\x05\x06"] {
            assert!(table(bytes, &Choices::default()).is_err(), "{bytes:?} is no table");
        }
    }
}

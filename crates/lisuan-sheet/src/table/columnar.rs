//! Apache Parquet: typed columns under names that no language changes.

use std::sync::Arc;

use lisuan_core::moment::Date;
use parquet::basic::{LogicalType, Repetition, Type as Physical};
use parquet::data_type::{
    ByteArray, ByteArrayType, FixedLenByteArray, FixedLenByteArrayType, Int32Type,
};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::{Type, TypePtr};
use rust_decimal::Decimal;

use super::{Cell, CellKind, Column, Table};
use crate::SheetError;

/// Bytes of a decimal: an `i128`, most significant first.
const DECIMAL_BYTES: i32 = 16;
/// Decimal digits that surely fit into them.
const DECIMAL_DIGITS: i32 = 38;
/// Columns may be empty: one level of definition.
const THERE: i16 = 1;

/// The table as one Parquet file: text as UTF-8, days as DATE, numbers as DECIMAL with as many
/// decimal places as the most exact of their column. The same table gives the same bytes.
///
/// # Errors
/// When a number does not fit 38 digits at that scale.
pub fn parquet(table: &Table) -> Result<Vec<u8>, SheetError> {
    let failed = |error: ParquetError| SheetError::Write(std::io::Error::other(error));
    write(table).map_err(failed)
}

fn write(table: &Table) -> Result<Vec<u8>, ParquetError> {
    let scales: Vec<u32> = (0..table.columns.len()).map(|n| scale(table, n)).collect();
    let fields: Vec<TypePtr> = (table.columns.iter().zip(&scales))
        .map(|(column, scale)| field(column, *scale))
        .collect::<Result<_, _>>()?;
    let schema = Type::group_type_builder("table").with_fields(fields).build()?;
    let properties = WriterProperties::builder().set_created_by("Lisuan".to_owned()).build();
    let mut writer = SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties))?;
    let mut group = writer.next_row_group()?;
    for (n, scale) in scales.iter().enumerate() {
        column(&mut group, table.rows.iter().filter_map(|row| row.get(n)), *scale)?;
    }
    group.close()?;
    writer.into_inner()
}

fn field(column: &Column, scale: u32) -> Result<TypePtr, ParquetError> {
    let builder = |physical| {
        Type::primitive_type_builder(column.name, physical).with_repetition(Repetition::OPTIONAL)
    };
    let scale = i32::try_from(scale).unwrap_or(i32::MAX);
    let field = match column.kind {
        CellKind::Text => {
            builder(Physical::BYTE_ARRAY).with_logical_type(Some(LogicalType::String))
        }
        CellKind::Day => builder(Physical::INT32).with_logical_type(Some(LogicalType::Date)),
        CellKind::Number => builder(Physical::FIXED_LEN_BYTE_ARRAY)
            .with_length(DECIMAL_BYTES)
            .with_precision(DECIMAL_DIGITS)
            .with_scale(scale)
            .with_logical_type(Some(LogicalType::decimal(scale, DECIMAL_DIGITS))),
    };
    Ok(Arc::new(field.build()?))
}

fn column<'a>(
    group: &mut SerializedRowGroupWriter<'_, Vec<u8>>,
    cells: impl Iterator<Item = &'a Cell>,
    scale: u32,
) -> Result<(), ParquetError> {
    let (mut texts, mut days, mut numbers, mut levels) = (vec![], vec![], vec![], vec![]);
    for cell in cells {
        let known = match cell {
            Cell::Text(text) => {
                texts.push(ByteArray::from(text.as_str()));
                true
            }
            Cell::Day(day) => {
                days.extend(day.map(days_since_epoch));
                day.is_some()
            }
            Cell::Number(number) => {
                if let Some(number) = number {
                    numbers.push(fixed(*number, scale)?);
                }
                number.is_some()
            }
        };
        levels.push(if known { THERE } else { 0 });
    }
    let Some(mut writer) = group.next_column()? else { return Ok(()) };
    match writer.untyped() {
        parquet::column::writer::ColumnWriter::ByteArrayColumnWriter(_) => {
            writer.typed::<ByteArrayType>().write_batch(&texts, Some(&levels), None)?;
        }
        parquet::column::writer::ColumnWriter::Int32ColumnWriter(_) => {
            writer.typed::<Int32Type>().write_batch(&days, Some(&levels), None)?;
        }
        _ => {
            let writer = writer.typed::<FixedLenByteArrayType>();
            writer.write_batch(&numbers, Some(&levels), None)?;
        }
    }
    writer.close()
}

/// Decimal places that keep every number of a column exact.
fn scale(table: &Table, column: usize) -> u32 {
    let numbers = table.rows.iter().filter_map(|row| match row.get(column) {
        Some(Cell::Number(number)) => *number,
        _ => None,
    });
    numbers.map(|number| number.scale()).max().unwrap_or(0)
}

fn fixed(number: Decimal, scale: u32) -> Result<FixedLenByteArray, ParquetError> {
    let digits = 10_i128.checked_pow(scale - number.scale());
    let value = digits.and_then(|digits| number.mantissa().checked_mul(digits));
    let limit = 10_i128.pow(DECIMAL_DIGITS.unsigned_abs());
    let value = value.filter(|value| value.unsigned_abs() < limit.unsigned_abs());
    let value = value.ok_or_else(|| ParquetError::General(format!("{number} at scale {scale}")))?;
    Ok(ByteArray::from(value.to_be_bytes().to_vec()).into())
}

fn days_since_epoch(day: Date) -> i32 {
    (day - Date::constant(1970, 1, 1)).get_days()
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use parquet::file::reader::{FileReader as _, SerializedFileReader};

    use super::super::{Cell, example};
    use super::parquet;

    #[test]
    fn a_reader_finds_every_cell() {
        let bytes = parquet(&example()).unwrap();
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(&bytes).unwrap();
        let reader = SerializedFileReader::new(file).unwrap();
        let rows: Vec<String> =
            reader.get_row_iter(None).unwrap().map(|row| row.unwrap().to_string()).collect();
        let expected = [
            "{file: \"甲, \"乙\"\", paid_on: 2024-07-12, paid: 20000000.050}",
            "{file: \"=HYPERLINK(\"x\")\", paid_on: null, paid: null}",
            "{file: \"\", paid_on: 1969-12-31, paid: -1234567890123456.789}",
        ];
        assert_eq!(rows, expected);
        assert_eq!(parquet(&example()).unwrap(), bytes, "the same bytes");
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let mut table = example();
        let number = |text: &str| Cell::Number(Some(text.parse().unwrap()));
        table.rows[0][2] = number("79228162514264337593543950335");
        table.rows[1][2] = number("0.0000000000000000001");
        assert!(parquet(&table).is_err());
    }
}

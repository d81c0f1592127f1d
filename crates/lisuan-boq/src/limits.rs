//! What a file may bring at most. A bill that goes beyond is refused and says so.

/// The largest file that is read.
pub const FILE_BYTES_MAX: u64 = 200 << 20;
/// More than a spreadsheet can have (1,048,576), with room for a long CSV.
pub const ROWS_MAX: u32 = 1_100_000;
/// Cells to the right of this column are left out and said so.
pub const COLUMNS_MAX: u32 = 300;
/// Filled cells of all sheets together; a million rows of eleven columns.
pub const CELLS_MAX: usize = 12_000_000;
/// What a spreadsheet program puts into one cell at most.
pub const CELL_CHARS_MAX: usize = 32_767;
/// Sheets of one workbook.
pub const SHEETS_MAX: usize = 500;

/// Parts of a packed workbook.
pub(crate) const PARTS_MAX: usize = 4_096;
/// All parts of a packed workbook, unpacked.
pub(crate) const UNPACKED_BYTES_MAX: u64 = 1 << 30;
/// A small file may unpack to this whatever its ratio.
pub(crate) const UNPACKED_BYTES_FREE: u64 = 64 << 20;
/// How many times larger a part may get beyond that; a real sheet stays below 40.
pub(crate) const UNPACK_RATIO_MAX: u64 = 200;
/// Texts that cells share, unpacked.
pub(crate) const SHARED_TEXT_BYTES_MAX: u64 = 256 << 20;
/// The grid that an old workbook spans, filled or not: its reader lays out all of it.
pub(crate) const OLD_GRID_CELLS_MAX: u64 = 6_000_000;

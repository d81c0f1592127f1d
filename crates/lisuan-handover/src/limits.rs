//! Limits on what comes from outside.

/// Most entries of a package.
pub const ENTRIES_MAX: usize = 10_000;
/// Largest original in a package, in bytes.
pub const ORIGINAL_BYTES_MAX: u64 = 512 * 1024 * 1024;
/// Largest list of operations, in bytes: some 500,000 edits. It is held in memory.
pub const OPERATIONS_BYTES_MAX: u64 = 256 * 1024 * 1024;
/// Most operations of a package.
pub const OPERATIONS_MAX: u64 = 1_000_000;
/// Longest line of one operation, in bytes: sixty thousand edits of a paste fit.
pub const LINE_BYTES_MAX: u64 = 64 * 1024 * 1024;
/// Largest manifest: ten thousand originals of 200 bytes each, doubled.
pub const MANIFEST_BYTES_MAX: u64 = 4 * 1024 * 1024;
/// Longest name, reason or state in a manifest or receipt, in characters.
pub const TEXT_CHARS_MAX: usize = 2_000;
/// Largest receipt, in bytes.
pub const RECEIPT_BYTES_MAX: u64 = 256 * 1024;

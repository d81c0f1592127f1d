//! Sign and verify; knows bytes, not layout.

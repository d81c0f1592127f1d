//! Use cases, one verb per file; wire types; the one error type.

//! Checks of a case.

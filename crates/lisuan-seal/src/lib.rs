//! Sign and verify; knows bytes, not layout.
//!
//! A dossier is sealed so that any later change can be detected by anyone, with tools that are not
//! ours: a PAdES B-B signature (ECDSA P-256 with SHA-256) that certifies the file (DocMDP, P=1) in
//! its only revision.
//!
//! - [`SealKey`]: the key and its certificate, made on first use and kept in one file.
//! - [`sign()`]: a digest becomes a detached CMS.
//! - [`room`]: the room a PDF writer leaves, and filling it in place with [`apply`].
//! - [`verify()`]: the verdict on a file. It shares no code with what writes or seals.
//!
//! Time and names come in as arguments. Nothing here reads a clock, lays out a page or knows what a
//! case is.

mod error;
mod key;
pub mod room;
mod sign;
mod verify;

pub use error::{ReadError, SealError};
pub use key::{SealKey, fingerprint_text};
pub use room::{HeadDigest, SealRoom, apply, apply_hashed};
pub use sign::sign;
pub use verify::{Outcome, Reason, Signer, Verdict, verify};

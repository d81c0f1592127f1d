//! Sign and verify; knows bytes, not layout.
//!
//! A dossier is sealed so that any later change can be detected by anyone, with tools that are not
//! ours: a PAdES B-B signature (ECDSA P-256 with SHA-256) that certifies the file (DocMDP, P=1) in
//! its only revision.
//!
//! - [`SealKey`]: the key and its certificate; [`KeyFile`]: where it is kept and what guards it.
//! - [`sign()`]: a digest becomes a detached CMS.
//! - [`room`]: the room a PDF writer leaves, and filling it in place with [`apply`].
//! - [`stamp`]: the timestamp of a third party, put into the reserved room later.
//! - [`sign_beside`]: an SM2 signature over the same bytes, in a file beside the dossier.
//! - [`verify_detached`]: the verdict on a signature beside what it signs.
//! - [`verify()`]: the verdict on a file. It shares no code with what writes or seals.
//!
//! Time and names come in as arguments. Nothing here reads a clock, lays out a page or knows what a
//! case is.

mod beside;
mod error;
mod key;
pub mod room;
pub mod secret;
mod sign;
pub mod stamp;
mod verify;

pub use beside::sign_beside;
pub use error::{ReadError, SealError, StampRefusal};
pub use key::{
    CertificateFacts, Guard, KeyFile, Lock, PASSPHRASE_CHARS_MIN, SealKey, fingerprint_text,
};
pub use room::{HeadDigest, SealRoom, apply, apply_hashed};
pub use sign::sign;
pub use verify::{
    BESIDE_LEN_MAX, BesideVerdict, Carried, Contents, DETACHED_LEN_MAX, Outcome, Reason, Signer,
    Timestamp, Trust, Trusted, TrustedError, Verdict, contents, verify, verify_beside,
    verify_detached, verify_sealed, verify_trusting,
};

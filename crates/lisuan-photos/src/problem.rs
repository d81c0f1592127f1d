//! Why a picture could not be decoded, or not wholly.

use std::time::Duration;

use crate::size::PixelSize;

/// Why pixels are missing. The original is kept in every one of these cases.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DecodeProblem {
    /// The bytes are no kind of picture that is taken in.
    #[error("the file is not a JPEG, HEIC, PNG or WebP picture")]
    NotAPicture,
    /// The picture is larger than the limits allow.
    #[error("the picture of {size} is larger than the limits allow")]
    TooLarge {
        /// The size it declares.
        size: PixelSize,
    },
    /// The file is longer than the limits allow.
    #[error("the file of {byte_len} bytes is longer than the limits allow")]
    FileTooLong {
        /// Its length.
        byte_len: u64,
    },
    /// The picture data is damaged. Previews of what could be decoded may be there all the same.
    #[error("the picture data is damaged: {detail}")]
    Damaged {
        /// What the decoder said.
        detail: String,
    },
    /// The picture uses something that cannot be decoded here.
    #[error("the picture cannot be decoded: {what}")]
    Unsupported {
        /// What it uses.
        what: String,
    },
    /// The decoder process took too long and was ended.
    #[error("decoding the picture took longer than {time_max:?}")]
    TimedOut {
        /// The time it had.
        time_max: Duration,
    },
    /// The decoder process ended or sent nonsense while it had the picture.
    #[error("decoding the picture ended the decoder process: {detail}")]
    Crashed {
        /// How it ended.
        detail: String,
    },
    /// The decoder process could not be started.
    #[error("the decoder process could not be started: {detail}")]
    NotStarted {
        /// What the system said.
        detail: String,
    },
}

impl DecodeProblem {
    /// Wraps a decoder's words about damaged data.
    pub(crate) fn damaged(detail: impl ToString) -> Self {
        Self::Damaged { detail: detail.to_string() }
    }

    /// Names something that cannot be decoded.
    pub(crate) fn unsupported(what: impl ToString) -> Self {
        Self::Unsupported { what: what.to_string() }
    }
}

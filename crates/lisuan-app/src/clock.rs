//! The only place where time and randomness come from.

use jiff::Zoned;
use lisuan_core::Id;
use lisuan_core::moment::Moment;

/// The laptop's claim of the time, with its offset.
pub(crate) fn now() -> Moment {
    let now = Zoned::now();
    let offset = i16::try_from(now.offset().seconds() / 60).unwrap_or(0);
    // An offset beyond 18 hours is a broken clock setting; UTC is then the honest reading.
    Moment::new(now.datetime(), offset).unwrap_or_else(|_| Moment::utc(now.timestamp().as_second()))
}

/// The system's offset as text, `+08:00`.
pub(crate) fn zone() -> String {
    now().to_string()[19..].to_owned()
}

/// A new key, ordered by time of making.
pub(crate) fn new_id() -> Id {
    Id::from_bytes(*uuid::Uuid::now_v7().as_bytes())
}

//! Photographs compared with each other and with the clock: near duplicates, and the moment a photo
//! was taken once the error of its camera's clock is known.

mod clock;
mod near;
mod of_case;

pub use clock::{BadClock, Camera, ClockCorrection, NoMoment, OffsetSource, Taken, offset_minutes};
pub use near::{NEAR_BITS_MAX, near_duplicates};
pub use of_case::{clock_corrections, fingerprint, taken};

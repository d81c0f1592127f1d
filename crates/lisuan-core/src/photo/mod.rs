//! Photographs compared with each other and with the clock: near duplicates, and the moment a photo
//! was taken once the error of its camera's clock is known.

mod clock;
mod distance;
mod near;
mod of_case;

pub use clock::{BadClock, Camera, ClockCorrection, NoMoment, OffsetSource, Taken, offset_minutes};
pub use distance::distance_m;
pub use near::{NEAR_BITS_MAX, near_duplicates};
pub(crate) use of_case::camera_of;
pub use of_case::{clock_corrections, fingerprint, near_of, taken};

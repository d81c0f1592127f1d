//! The sections of a dossier, one file each.

pub mod adjustment;
pub mod checking;
pub mod claim;
pub mod cover;
pub mod custody;
pub mod documents;
pub mod evidence;
pub mod findings;
pub mod letter;
pub mod life;
pub mod loss;
pub mod marks;
pub mod matrix;
pub mod paper;
pub mod photos;
pub mod policy;
pub mod prices;
pub mod quantities;
pub mod record;
pub mod records;
pub mod signature;
pub mod summary;
pub mod survey;
pub mod tested;
pub mod told;
pub mod wording;

//! Case to pages: content and layout. Never writes PDF.
//!
//! [`compose`] turns a case into a [`page::Document`]: text measured and broken into lines,
//! tables cut into pages, photos placed upright. Whatever writes or draws the pages afterwards
//! measures nothing any more.

pub mod both;
mod compose;
mod flow;
pub mod font;
mod input;
pub mod line;
pub mod page;
mod report;
mod section;
mod style;
mod table;
#[cfg(test)]
mod testing;

pub use compose::{compose, compose_letter, compose_sheet};
pub use input::{
    DocumentPages, DossierInput, Letterhead, PagePicture, PhotoPicture, Report, TakenIn, Words,
};
pub use report::{shows_documents, shows_photos};

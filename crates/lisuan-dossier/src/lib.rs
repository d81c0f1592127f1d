//! Case to pages: content and layout. Never writes PDF.

pub mod font;
pub mod line;
pub mod page;
#[cfg(test)]
mod testing;

//! Smaller pictures for the window, by the key of the photo.

use lisuan_core::Id;
use lisuan_core::change::Kind;

use crate::App;
use crate::error::Result;

impl App {
    /// The upright JPEG of a photo of the open case with the longest side 320 or 1600 px; nothing
    /// where there is no such photo or it could not be decoded.
    pub fn picture(&self, photo: &str, side_px: u32) -> Result<Option<Vec<u8>>> {
        let Ok(id) = photo.parse::<Id>() else { return Ok(None) };
        let sha256 = self.with_session(|session| {
            let record = session.state.get(Kind::Photo, id).filter(|record| record.is_alive());
            Ok(record.and_then(|record| record.get("content")).map(str::to_owned))
        })?;
        let (Some(sha256), reader) = (sha256, self.lock_reader()) else { return Ok(None) };
        let Some(reader) = reader.as_ref() else { return Ok(None) };
        Ok(reader.preview(&sha256, side_px)?.map(|preview| preview.bytes))
    }
}

//! Smaller pictures for the window, by the key of the photo.

use std::io::Read as _;

use lisuan_core::Id;
use lisuan_core::change::Kind;
use lisuan_photos::{PREVIEW_SIDE_PX, THUMBNAIL_SIDE_PX};
use lisuan_store::Preview;

use crate::error::{Error, Result};
use crate::{App, intake};

impl App {
    /// The upright JPEG of a photo of the open case with the longest side 320 or 1600 px; nothing
    /// where there is no such photo or it could not be decoded.
    pub fn picture(&self, photo: &str, side_px: u32) -> Result<Option<Vec<u8>>> {
        let Ok(id) = photo.parse::<Id>() else { return Ok(None) };
        let sha256 = self.with_session(|session| {
            let record = session.state.get(Kind::Photo, id).filter(|record| record.is_alive());
            Ok(record.and_then(|record| record.get("content")).map(str::to_owned))
        })?;
        let Some(sha256) = sha256 else { return Ok(None) };
        match self.kept_picture(&sha256, side_px)? {
            Some(jpeg) => Ok(Some(jpeg)),
            None => self.drawn_anew(&sha256, side_px),
        }
    }

    fn kept_picture(&self, sha256: &str, side_px: u32) -> Result<Option<Vec<u8>>> {
        let reader = self.lock_reader();
        let Some(reader) = reader.as_ref() else { return Ok(None) };
        Ok(reader.preview(sha256, side_px)?.map(|preview| preview.bytes))
    }

    /// Makes the pictures of an original that lost them, and keeps them where the case can be
    /// written. One that cannot be decoded is tried once a run of the program.
    fn drawn_anew(&self, sha256: &str, side_px: u32) -> Result<Option<Vec<u8>>> {
        if self.lock_undrawable().contains(sha256) {
            return Ok(None);
        }
        let Some(bytes) = self.original(sha256)? else { return Ok(None) };
        let seen = self.decoder()?.process(&bytes, &[PREVIEW_SIDE_PX, THUMBNAIL_SIDE_PX]);
        let previews: Vec<Preview> = seen.previews.into_iter().map(stored).collect();
        if previews.is_empty() {
            self.lock_undrawable().insert(sha256.to_owned());
        } else {
            // A case that is full or can only be read shows its pictures all the same.
            let _ = self.with_session(|session| {
                session.writable()?;
                Ok(session.file.put_previews(sha256, &previews)?)
            });
        }
        Ok(previews.into_iter().find(|one| one.side_px == side_px).map(|one| one.bytes))
    }

    fn original(&self, sha256: &str) -> Result<Option<Vec<u8>>> {
        let reader = self.lock_reader();
        let Some(reader) = reader.as_ref() else { return Ok(None) };
        let Some((length, original)) = reader.read_content(sha256)? else { return Ok(None) };
        let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0));
        let limited = original.take(intake::FILE_BYTES_MAX).read_to_end(&mut bytes);
        limited.map_err(|error| Error::io(reader.path(), error))?;
        Ok(Some(bytes))
    }
}

/// A picture that was drawn, as the case keeps it.
pub(crate) fn stored(preview: lisuan_photos::Preview) -> Preview {
    Preview {
        side_px: preview.side_px_max,
        width_px: preview.size.width_px,
        height_px: preview.size.height_px,
        bytes: preview.jpeg,
    }
}

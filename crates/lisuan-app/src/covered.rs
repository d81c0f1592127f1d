//! Copies of photos of which a part is hidden. The hidden part is burnt into the pixels: nothing
//! lies below it in what leaves the program.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Seek as _, SeekFrom, Write as _};

use lisuan_core::case::{Case, MarkKind, Photo};
use lisuan_core::marks;
use lisuan_dossier::PhotoPicture;
use lisuan_photos::{Cover, DecodeProblem, DecoderPool, PREVIEW_SIDE_PX};
use lisuan_store::CaseFile;
use sha2::{Digest as _, Sha256};

use crate::error::{Code, Error, Result};

/// Covered copies made for one dossier, kept on disk until it is written: a case may have thousands.
pub(crate) struct Covered {
    file: File,
    /// Where each lies, by its digest: offset and length in bytes.
    places: BTreeMap<String, (u64, u64)>,
    end: u64,
}

impl Covered {
    /// None yet.
    pub(crate) fn new() -> Result<Self> {
        let file = tempfile::tempfile().map_err(failed)?;
        Ok(Self { file, places: BTreeMap::new(), end: 0 })
    }

    /// Makes the covered copy of a photo; nothing where it has no picture, or where one of its
    /// covers does not read: then it is not shown at all.
    pub(crate) fn add(
        &mut self,
        case: &Case,
        photo: &Photo,
        file: &CaseFile,
        pool: &DecoderPool,
    ) -> Result<Option<PhotoPicture>> {
        let preview = match &photo.content {
            Some(sha256) => file.preview(sha256, PREVIEW_SIDE_PX)?,
            None => None,
        };
        let (Some(preview), Some(covers)) = (preview, covers(case, photo)) else {
            return Ok(None);
        };
        let copy = match pool.covered_copy(&preview.bytes, PREVIEW_SIDE_PX, &covers) {
            Ok(copy) => copy,
            Err(DecodeProblem::NotStarted { detail }) => {
                return Err(Error::new(Code::DecoderMissing).because(detail));
            }
            Err(_) => return Ok(None),
        };
        let key = format!("{:x}", Sha256::digest(&copy.jpeg));
        self.keep(&key, &copy.jpeg)?;
        Ok(Some(PhotoPicture {
            photo: photo.id,
            key,
            pixels: (copy.size.width_px, copy.size.height_px),
            orientation: 1,
            original: false,
        }))
    }

    /// Keeps a picture under its digest until the dossier is written.
    pub(crate) fn keep(&mut self, key: &str, jpeg: &[u8]) -> Result<()> {
        let length = jpeg.len() as u64;
        self.file.write_all(jpeg).map_err(failed)?;
        self.places.insert(key.to_owned(), (self.end, length));
        self.end += length;
        Ok(())
    }

    /// The length and the bytes of a copy, by its digest.
    pub(crate) fn open(&self, key: &str) -> io::Result<Option<(u64, impl Read + '_)>> {
        let Some(&(offset, length)) = self.places.get(key) else { return Ok(None) };
        let mut file = &self.file;
        file.seek(SeekFrom::Start(offset))?;
        Ok(Some((length, file.take(length))))
    }
}

fn failed(error: io::Error) -> Error {
    Error::io(&std::env::temp_dir(), error)
}

/// What is hidden of a photo; nothing when a part of it does not read.
fn covers(case: &Case, photo: &Photo) -> Option<Vec<Cover>> {
    let mine =
        |mark: &&lisuan_core::case::PhotoMark| mark.photo == Some(photo.id) && marks::hides(mark);
    let hiding = case.photo_marks.iter().filter(mine);
    hiding
        .map(|mark| {
            let points = marks::points(mark.points.as_deref()?)?;
            let (from, to) = (points.first()?, points.last()?);
            let black = mark.kind == Some(MarkKind::Blackout);
            Cover::new(black, [from.x, from.y, to.x, to.y])
        })
        .collect()
}

//! Who took the originals of a case in: the first link of their chain of custody.

use std::collections::BTreeMap;

use lisuan_core::Id;
use lisuan_core::case::Case;
use lisuan_dossier::TakenIn;
use lisuan_store::CaseFile;

use crate::error::Result;

/// Who took each photo and paper in, as the journal has it.
pub(crate) fn taken_in(case: &Case, file: &CaseFile) -> Result<BTreeMap<Id, TakenIn>> {
    let makers = file.makers()?;
    let photos = case.photos.iter().map(|photo| photo.id);
    let originals = photos.chain(case.documents.iter().map(|paper| paper.id));
    let taken_in = originals.filter_map(|id| {
        let maker = makers.get(&id)?;
        let (author, device) = (maker.author.clone(), maker.device.clone());
        Some((id, TakenIn { author, device }))
    });
    Ok(taken_in.collect())
}

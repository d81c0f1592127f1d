//! Files to hand on: they get their name when they are whole, and a document when it is sealed.

use std::io;
use std::path::Path;

use lisuan_dossier::page::Document;
use lisuan_pdf::{PdfError, Pictures, SealField};
use lisuan_seal::{HeadDigest, SealKey};

use crate::dossier::FONTS;
use crate::error::{Code, Error, Result};
use crate::wire::VerdictView;
use crate::{App, verify};

impl App {
    /// Writes a document, hashing it meanwhile, seals it and judges the finished file (decision 21);
    /// it gets its name only when whole and as sealed. Gives its length in bytes and the verdict.
    pub(crate) fn write_sealed(
        &self,
        document: Document,
        key: &SealKey,
        seal: &SealField,
        pictures: &mut dyn Pictures,
        path: &Path,
        failed: impl Fn(PdfError) -> Error,
    ) -> Result<(u64, VerdictView)> {
        let io = |error| Error::io(path, error);
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let mut out = temporary(folder.unwrap_or(Path::new(".")), ".pdf-part").map_err(io)?;
        let room = lisuan_pdf::write(document, FONTS, pictures, seal, &mut out).map_err(failed)?;
        let file_len = out.as_file().metadata().map_err(io)?.len();
        let head = HeadDigest::new(room.head, room.byte_range_at);
        let room = lisuan_seal::SealRoom::new(room.byte_range_at, room.contents_at, file_len)
            .map_err(|error| Error::new(Code::SealFailed).because(error))?;
        let file = out.as_file_mut();
        let digest = lisuan_seal::apply_hashed(file, &room, key, head).map_err(seal_error(path))?;
        file.sync_all().map_err(io)?;
        let verdict = lisuan_seal::verify_sealed(file, room.byte_range, digest);
        let verdict = verify::view(path, verdict.map_err(|error| io(error.source))?, None);
        if !verdict.as_sealed {
            let reasons = verdict.reasons.join(" ");
            return Err(Error::new(Code::SealFailed).because(reasons));
        }
        out.persist(path).map_err(|error| io(error.error))?;
        Ok((file_len, verdict))
    }
}

/// A file beside the final name, so that the move at the end is one step. What is exported is
/// handed on: it gets the rights new files have here, not those of a private temporary file.
pub(crate) fn temporary(folder: &Path, suffix: &str) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".lisuan-").suffix(suffix);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// Writes a small file to hand on, whole or not at all.
pub(crate) fn write_beside(out: &Path, bytes: &[u8]) -> Result<()> {
    use io::Write as _;
    let failed = |error| Error::io(out, error);
    let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut file = temporary(folder.unwrap_or(Path::new(".")), ".part").map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    file.as_file().sync_all().map_err(failed)?;
    file.persist(out).map_err(|error| failed(error.error))?;
    Ok(())
}

fn seal_error(out: &Path) -> impl Fn(lisuan_seal::SealError) -> Error + '_ {
    |error| match error {
        lisuan_seal::SealError::File { source, .. } => Error::io(out, source),
        other => Error::new(Code::SealFailed).because(other),
    }
}

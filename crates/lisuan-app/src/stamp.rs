//! A timestamp of a third party, put into a dossier later; a second signature beside it.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

use lisuan_seal::{Outcome, Reason, SealError, StampRefusal, Verdict};

use crate::App;
use crate::error::{Code, Error, Result, shown};
use crate::hand_on::{temporary, write_beside};
use crate::key::key_error;
use crate::wire::VerdictView;

impl App {
    /// Writes the request for a timestamp over a dossier, a file to carry to a time-stamping
    /// authority. It holds a digest and nothing of the dossier. Returns the name of the file.
    pub fn request_stamp(&self, pdf: &Path, out: &Path) -> Result<String> {
        let (_, verdict) = judged(pdf)?;
        let request = lisuan_seal::stamp::request(&verdict).map_err(refused(pdf))?;
        write_beside(out, &request)?;
        Ok(shown(out))
    }

    /// Puts the authority's answer into the room the seal keeps for it. The dossier is replaced
    /// when the new file is whole and verified; otherwise it stays as it was.
    pub fn add_stamp(&self, pdf: &Path, answer: &Path) -> Result<VerdictView> {
        let mut token = Vec::new();
        let max = lisuan_seal::stamp::ANSWER_LEN_MAX + 1;
        let read = File::open(answer).and_then(|file| file.take(max).read_to_end(&mut token));
        read.map_err(|error| Error::io(answer, error))?;
        let (mut file, verdict) = judged(pdf)?;
        let failed = |error| Error::io(pdf, error);
        let folder = pdf.parent().filter(|folder| !folder.as_os_str().is_empty());
        let mut copy = temporary(folder.unwrap_or(Path::new(".")), ".pdf-part").map_err(failed)?;
        std::io::copy(&mut file, copy.as_file_mut()).map_err(failed)?;
        lisuan_seal::stamp::add(copy.as_file_mut(), &verdict, &token).map_err(refused(pdf))?;
        copy.as_file().sync_all().map_err(failed)?;
        let (_, after) = judged(copy.path())?;
        if after.reasons == [Reason::Timestamp] {
            let what = StampRefusal::NotOfThisSeal;
            return Err(refused(pdf)(SealError::Stamp { what }));
        }
        if after.outcome != Outcome::AsSealed
            || after.byte_range_digest != verdict.byte_range_digest
        {
            return Err(Error::new(Code::SealFailed));
        }
        let rights = file.metadata().map_err(failed)?.permissions();
        copy.as_file().set_permissions(rights).map_err(failed)?;
        // Windows replaces no file that is open.
        drop(file);
        copy.persist(pdf).map_err(|error| failed(error.error))?;
        self.verify(pdf, None)
    }

    /// Signs a dossier with SM2 too, in a file beside it: `DOSSIER.pdf.sm2`.
    pub fn sign_beside(&self, pdf: &Path) -> Result<VerdictView> {
        let (file, verdict) = judged(pdf)?;
        let key = self.seal_key(None)?;
        let text = lisuan_seal::sign_beside(&mut BufReader::new(file), &verdict, &key)
            .map_err(refused(pdf))?;
        write_beside(&beside(pdf), text.as_bytes())?;
        self.verify(pdf, None)
    }
}

/// Where the second signature of a dossier lies.
pub(crate) fn beside(pdf: &Path) -> PathBuf {
    let mut name = pdf.as_os_str().to_owned();
    name.push(".sm2");
    PathBuf::from(name)
}

fn judged(pdf: &Path) -> Result<(File, Verdict)> {
    use std::io::Seek as _;
    let mut file = File::open(pdf).map_err(|error| Error::io(pdf, error))?;
    let verdict = lisuan_seal::verify(&mut BufReader::new(&mut file))
        .map_err(|error| Error::io(pdf, error.source))?;
    file.rewind().map_err(|error| Error::io(pdf, error))?;
    Ok((file, verdict))
}

fn refused(pdf: &Path) -> impl Fn(SealError) -> Error + '_ {
    |error| match error {
        SealError::Stamp { what: StampRefusal::NotAsSealed } => {
            Error::new(Code::NotAsSealed).with("file", shown(pdf)).because(error)
        }
        SealError::Stamp { what } => {
            let reason = match what {
                StampRefusal::NotAnAnswer | StampRefusal::NotAsSealed => "not-an-answer",
                StampRefusal::NotGranted => "not-granted",
                StampRefusal::AlreadyThere => "already-there",
                StampRefusal::TooLong => "too-long",
                StampRefusal::NotOfThisSeal => "not-of-this-seal",
            };
            Error::new(Code::StampRefused).with("reason", reason).because(error)
        }
        SealError::File { source, .. } => Error::io(pdf, source),
        other => key_error(other),
    }
}

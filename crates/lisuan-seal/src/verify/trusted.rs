//! Certificates of time-stamping authorities that the person who checks trusts.

use der::{Decode, DecodePem};
use x509_cert::Certificate;

/// Longest file of certificates read.
const FILE_LEN_MAX: usize = 4 * 1024 * 1024;
/// Most certificates in it.
const CERTIFICATES_MAX: usize = 1000;

/// Certificates that were given as trusted; none by default.
#[derive(Clone, Default)]
pub struct Trusted {
    pub(super) certificates: Vec<Certificate>,
}

/// The file holds no certificates that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the file holds no readable certificate")]
pub struct TrustedError;

impl Trusted {
    /// Reads one certificate in DER, or any number in PEM.
    ///
    /// # Errors
    /// [`TrustedError`] when there is none, one does not read, or there are more than 1000.
    pub fn read(bytes: &[u8]) -> Result<Self, TrustedError> {
        if bytes.len() > FILE_LEN_MAX {
            return Err(TrustedError);
        }
        if let Ok(certificate) = Certificate::from_der(bytes) {
            return Ok(Self { certificates: vec![certificate] });
        }
        const BEGIN: &str = "-----BEGIN CERTIFICATE-----";
        const END: &str = "-----END CERTIFICATE-----";
        let mut text = std::str::from_utf8(bytes).map_err(|_| TrustedError)?;
        let mut certificates = Vec::new();
        while let Some(from) = text.find(BEGIN) {
            let end = text[from..].find(END).ok_or(TrustedError)? + from + END.len();
            let one = Certificate::from_pem(&text[from..end]).map_err(|_| TrustedError)?;
            certificates.push(one);
            text = &text[end..];
            if certificates.len() > CERTIFICATES_MAX {
                return Err(TrustedError);
            }
        }
        if certificates.is_empty() { Err(TrustedError) } else { Ok(Self { certificates }) }
    }
}

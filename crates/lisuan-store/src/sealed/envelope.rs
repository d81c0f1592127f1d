//! The 512 bytes that hold the wrapped data key.
//!
//! Offsets: 0 magic (16) · 16 generation (8) · 24 id of the lock (16) · 40 scrypt log N, r, p (3) ·
//! 48 scrypt salt (16) · 64 nonce (24) and 88 data key under the passphrase (48) · 136 nonce (24)
//! and 160 data key under the recovery key (48) · 480 SHA-256 of all before (32). The rest is zero.

use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::{DataKey, RecoveryKey, Secret, fill};
use crate::error::StoreError;

/// Shorter passphrases are refused.
pub const PASSPHRASE_CHARS_MIN: usize = 8;

/// Length of the envelope. No multiple of a page, so that the size of the file tells whether it is
/// there.
pub(crate) const ENVELOPE_BYTES: usize = 512;

const MAGIC: &[u8; 16] = b"Lisuan keys v1\0\0";
const SUM: usize = 480;
/// 128 MiB and some tenths of a second for each guess.
const LOG_N: u8 = 17;
/// What a file may ask for: more would let it fill the memory of the machine that opens it.
const LOG_N_MAX: u8 = 20;
const R: u8 = 8;
const P: u8 = 1;

/// The wrapped data key, as it is written.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Envelope {
    bytes: [u8; ENVELOPE_BYTES],
}

impl std::fmt::Debug for Envelope {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Envelope {} of {}", self.generation(), self.id_text())
    }
}

impl Envelope {
    /// Wraps a key under a passphrase and a new recovery key.
    pub(crate) fn new(key: &DataKey, passphrase: &str) -> Result<(Self, RecoveryKey), StoreError> {
        let mut made = Self { bytes: [0; ENVELOPE_BYTES] };
        made.bytes[..16].copy_from_slice(MAGIC);
        fill(&mut made.bytes[24..40])?;
        let recovery = RecoveryKey::random()?;
        made.put_passphrase(key, passphrase)?;
        made.put_recovery(key, &recovery)?;
        Ok((made.next(), recovery))
    }

    /// The same key under another passphrase.
    pub(crate) fn with_passphrase(
        &self,
        key: &DataKey,
        passphrase: &str,
    ) -> Result<Self, StoreError> {
        let mut next = self.clone();
        next.put_passphrase(key, passphrase)?;
        Ok(next.next())
    }

    /// The same key under another recovery key.
    pub(crate) fn with_new_recovery(
        &self,
        key: &DataKey,
    ) -> Result<(Self, RecoveryKey), StoreError> {
        let (mut next, recovery) = (self.clone(), RecoveryKey::random()?);
        next.put_recovery(key, &recovery)?;
        Ok((next.next(), recovery))
    }

    /// Reads an envelope; nothing when the bytes are none or do not sum up.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let bytes: [u8; ENVELOPE_BYTES] = bytes.try_into().ok()?;
        let whole = &bytes[..16] == MAGIC && Sha256::digest(&bytes[..SUM])[..] == bytes[SUM..];
        whole.then_some(Self { bytes })
    }

    pub(crate) const fn bytes(&self) -> &[u8; ENVELOPE_BYTES] {
        &self.bytes
    }

    /// Counts the changes: of two envelopes of one lock the higher one is in force.
    pub(crate) fn generation(&self) -> u64 {
        self.bytes[16..24].iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte))
    }

    pub(crate) fn id_text(&self) -> String {
        self.bytes[24..40].iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Opens the data key.
    ///
    /// # Errors
    /// [`StoreError::WrongPassphrase`]; [`StoreError::Damaged`] for costs no program of ours wrote.
    pub(crate) fn open(&self, secret: Secret<'_>) -> Result<DataKey, StoreError> {
        let (from, under) = match secret {
            Secret::Passphrase(passphrase) => (64, self.key_of_passphrase(passphrase)?),
            Secret::Recovery(recovery) => (136, from_recovery(recovery)),
        };
        let nonce = XNonce::from_slice(&self.bytes[from..from + 24]);
        let wrapped = Payload { msg: &self.bytes[from + 24..from + 72], aad: self.about() };
        let opened = XChaCha20Poly1305::new(Key::from_slice(&*under)).decrypt(nonce, wrapped);
        let opened = Zeroizing::new(opened.map_err(|_| StoreError::WrongPassphrase)?);
        DataKey::from_bytes(&opened).ok_or(StoreError::WrongPassphrase)
    }

    /// What the wraps are bound to: neither can be moved into the envelope of another case.
    fn about(&self) -> &[u8] {
        &self.bytes[24..40]
    }

    fn key_of_passphrase(&self, passphrase: &str) -> Result<Zeroizing<[u8; 32]>, StoreError> {
        let [log_n, r, p] = [self.bytes[40], self.bytes[41], self.bytes[42]];
        let known = (1..=LOG_N_MAX).contains(&log_n) && r == R && p == P;
        let cost = scrypt::Params::new(log_n, u32::from(r), u32::from(p), 32);
        let cost = cost.ok().filter(|_| known);
        let cost = cost.ok_or_else(|| StoreError::Damaged("cost of the passphrase".to_owned()))?;
        let mut key = Zeroizing::new([0; 32]);
        scrypt::scrypt(passphrase.as_bytes(), &self.bytes[48..64], &cost, &mut *key)
            .map_err(|_| StoreError::Crypto)?;
        Ok(key)
    }

    fn put_passphrase(&mut self, key: &DataKey, passphrase: &str) -> Result<(), StoreError> {
        if passphrase.chars().count() < PASSPHRASE_CHARS_MIN {
            return Err(StoreError::WeakPassphrase { chars_min: PASSPHRASE_CHARS_MIN });
        }
        self.bytes[40..43].copy_from_slice(&[LOG_N, R, P]);
        fill(&mut self.bytes[48..64])?;
        let under = self.key_of_passphrase(passphrase)?;
        self.wrap(64, &under, key)
    }

    fn put_recovery(&mut self, key: &DataKey, recovery: &RecoveryKey) -> Result<(), StoreError> {
        self.wrap(136, &from_recovery(recovery), key)
    }

    fn wrap(&mut self, at: usize, under: &[u8; 32], key: &DataKey) -> Result<(), StoreError> {
        let mut nonce = [0; 24];
        fill(&mut nonce)?;
        let open = Payload { msg: key.bytes(), aad: self.about() };
        let wrapped = XChaCha20Poly1305::new(Key::from_slice(under))
            .encrypt(XNonce::from_slice(&nonce), open)
            .map_err(|_| StoreError::Crypto)?;
        self.bytes[at..at + 24].copy_from_slice(&nonce);
        self.bytes[at + 24..at + 72].copy_from_slice(&wrapped);
        Ok(())
    }

    /// Counts one up and sums up anew.
    fn next(mut self) -> Self {
        let generation = self.generation().saturating_add(1);
        self.bytes[16..24].copy_from_slice(&generation.to_be_bytes());
        let sum = Sha256::digest(&self.bytes[..SUM]);
        self.bytes[SUM..].copy_from_slice(&sum);
        self
    }
}

/// 160 random bits need no cost: nobody guesses them.
fn from_recovery(recovery: &RecoveryKey) -> Zeroizing<[u8; 32]> {
    let hash =
        Sha256::new().chain_update(b"Lisuan recovery key v1\0").chain_update(recovery.bytes());
    Zeroizing::new(hash.finalize().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_secrets_open_and_others_do_not() {
        let key = DataKey::random().unwrap();
        let (envelope, recovery) = Envelope::new(&key, "查勘 2026 长沙").unwrap();
        let opened = envelope.open(Secret::Passphrase("查勘 2026 长沙")).unwrap();
        assert_eq!(opened.bytes(), key.bytes(), "the passphrase opens it");
        let opened = envelope.open(Secret::Recovery(&recovery)).unwrap();
        assert_eq!(opened.bytes(), key.bytes(), "the recovery key opens it");
        let wrong = envelope.open(Secret::Passphrase("查勘 2026 长沙 ")).unwrap_err();
        assert!(matches!(wrong, StoreError::WrongPassphrase), "{wrong:?}");
        let other = RecoveryKey::random().unwrap();
        let wrong = envelope.open(Secret::Recovery(&other)).unwrap_err();
        assert!(matches!(wrong, StoreError::WrongPassphrase), "{wrong:?}");
    }

    #[test]
    fn a_new_passphrase_leaves_the_recovery_key_and_counts_up() {
        let key = DataKey::random().unwrap();
        let (first, recovery) = Envelope::new(&key, "passphrase one").unwrap();
        let second = first.with_passphrase(&key, "passphrase two").unwrap();
        assert!(second.generation() > first.generation(), "the newer one is in force");
        assert!(second.open(Secret::Passphrase("passphrase one")).is_err(), "the old one is out");
        assert!(second.open(Secret::Recovery(&recovery)).is_ok(), "printed once, good for long");
        assert!(second.open(Secret::Passphrase("passphrase two")).is_ok(), "the new one opens");
    }

    #[test]
    fn a_changed_byte_is_no_envelope() {
        let (envelope, _) = Envelope::new(&DataKey::random().unwrap(), "passphrase").unwrap();
        for at in 0..ENVELOPE_BYTES {
            let mut bytes = *envelope.bytes();
            bytes[at] ^= 1;
            assert!(Envelope::read(&bytes).is_none(), "byte {at} may not change unseen");
        }
    }

    #[test]
    fn a_cost_that_would_fill_the_memory_is_refused() {
        let (mut envelope, _) = Envelope::new(&DataKey::random().unwrap(), "passphrase").unwrap();
        envelope.bytes[40] = 30;
        let error = envelope.open(Secret::Passphrase("passphrase")).unwrap_err();
        assert!(matches!(error, StoreError::Damaged(_)), "{error:?}");
    }

    #[test]
    fn a_short_passphrase_is_refused() {
        let error = Envelope::new(&DataKey::random().unwrap(), "七个字也不够长").unwrap_err();
        assert!(matches!(error, StoreError::WeakPassphrase { chars_min: 8 }), "{error:?}");
    }
}

//! The seal: XChaCha20-Poly1305 over every value, and keyed hashes, all from one data key.
//!
//! A sealed value is `format (1) · revision (4) · nonce (24) · sealed bytes and tag`. The key under which it is stored,
//! its format and its revision are bound into the seal: a value moved to another key, or relabelled, does not open.

use super::StoreError;
use chacha20poly1305::aead::{AeadInOut, KeyInit};
use chacha20poly1305::{Tag, XChaCha20Poly1305, XNonce};
use zeroize::{Zeroize, ZeroizeOnDrop};

/// The format of sealed values that this program writes.
pub(super) const FORMAT: u8 = 1;
const CLEAR: usize = 5;
const NONCE: usize = 24;
const TAG: usize = 16;

/// The key that seals a store's values. Random; wiped when dropped.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub(super) struct DataKey([u8; 32]);

impl DataKey {
    pub(super) fn random() -> Result<DataKey, StoreError> {
        Ok(DataKey(random_bytes()?))
    }

    pub(super) fn from_bytes(bytes: [u8; 32]) -> DataKey {
        DataKey(bytes)
    }

    pub(super) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// A key for another purpose, from which this one cannot be found.
    pub(super) fn derive(&self, purpose: &str) -> DataKey {
        DataKey(blake3::derive_key(purpose, &self.0))
    }

    /// The keyed hash of these parts, each with its length.
    pub(super) fn hash(&self, parts: &[&[u8]]) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new_keyed(&self.0);
        for part in parts {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
        *hasher.finalize().as_bytes()
    }
}

/// Random bytes of the system.
pub(super) fn random_bytes<const N: usize>() -> Result<[u8; N], StoreError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| StoreError::System("random numbers"))?;
    Ok(bytes)
}

/// Seals and opens values.
pub(super) struct Seal {
    cipher: XChaCha20Poly1305,
    records: DataKey,
    names: DataKey,
}

impl Seal {
    pub(super) fn new(key: &DataKey) -> Seal {
        let values = key.derive("throughline 2026-11 values");
        Seal {
            cipher: XChaCha20Poly1305::new(values.bytes().into()),
            records: key.derive("throughline 2026-11 journal"),
            names: key.derive("throughline 2026-11 names"),
        }
    }

    /// Seals `plain` to be stored under `key`.
    pub(super) fn close(
        &self,
        key: &[u8],
        revision: u32,
        plain: &[u8],
    ) -> Result<Vec<u8>, StoreError> {
        let nonce: [u8; NONCE] = random_bytes()?;
        let mut value = Vec::with_capacity(CLEAR + NONCE + plain.len() + TAG);
        value.push(FORMAT);
        value.extend_from_slice(&revision.to_le_bytes());
        let bound = [key, &value].concat();
        value.extend_from_slice(&nonce);
        value.extend_from_slice(plain);
        let sealed = value.get_mut(CLEAR + NONCE..).unwrap_or_default();
        let tag = self
            .cipher
            .encrypt_inout_detached(&XNonce::from(nonce), &bound, sealed.into())
            .map_err(|_| StoreError::System("room to seal a value"))?;
        value.extend_from_slice(&tag);
        Ok(value)
    }

    /// Opens a value read from under `key`; gives its revision and content.
    pub(super) fn open(&self, key: &[u8], value: &[u8]) -> Result<(u32, Vec<u8>), StoreError> {
        let broken = || {
            StoreError::damaged(
                "A value in the store is not what was written. Run `throughline check`; nothing was changed.",
            )
        };
        let (clear, rest) = value.split_at_checked(CLEAR).ok_or_else(broken)?;
        let format = clear.first().copied().unwrap_or(0);
        if format > FORMAT {
            return Err(StoreError::Newer {
                found: format.into(),
                known: FORMAT.into(),
            });
        }
        let (nonce, sealed) = rest.split_at_checked(NONCE).ok_or_else(broken)?;
        let at = sealed.len().checked_sub(TAG).ok_or_else(broken)?;
        let (sealed, tag) = sealed.split_at(at);
        let nonce = XNonce::try_from(nonce).map_err(|_| broken())?;
        let tag = Tag::try_from(tag).map_err(|_| broken())?;
        let mut plain = sealed.to_vec();
        let bound = [key, clear].concat();
        self.cipher
            .decrypt_inout_detached(&nonce, &bound, plain.as_mut_slice().into(), &tag)
            .map_err(|_| broken())?;
        Ok((revision_of(value), plain))
    }

    /// The journal's keyed hash.
    pub(super) fn journal_hash(&self, parts: &[&[u8]]) -> [u8; 32] {
        self.records.hash(parts)
    }

    /// A name as 16 opaque bytes, so that keys say nothing.
    pub(super) fn name(&self, name: &str) -> [u8; 16] {
        let hash = self.names.hash(&[name.as_bytes()]);
        let mut short = [0; 16];
        short.iter_mut().zip(hash).for_each(|(to, from)| *to = from);
        short
    }
}

/// The revision that a sealed value carries in clear; engines compare it with what a save expects.
pub(super) fn revision_of(value: &[u8]) -> u32 {
    let bytes = value.get(1..CLEAR).and_then(|bytes| bytes.try_into().ok());
    bytes.map_or(0, u32::from_le_bytes)
}

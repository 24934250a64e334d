//! Key slots: a data key, wrapped once for every person who may open what it seals: the store, or a book of private notes.
//!
//! The store's stands in a file of which there are two copies ([`super::key_files`]). A checksum tells damage from a wrong
//! passphrase. `magic · format · checksum · bincode of the slots`.

use super::seal::{DataKey, random_bytes};
use super::{Passphrase, StoreError};
use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use std::path::Path;
use zeroize::Zeroizing;

const MAGIC: &[u8; 8] = b"THRUKEYS";
/// The format of the whole store: raised when an older program could not read what a newer one writes.
pub(super) const STORE_FORMAT: u32 = 1;

/// How much work it is to try one passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cost {
    /// Argon2id with 64 MiB and 3 passes: about a fifth of a second.
    Full,
    /// Next to none, for tests. Builds without debug assertions do not have it, so no real store can get it.
    #[cfg(debug_assertions)]
    Cheap,
}

/// The least memory that a slot may ask for, in KiB, and the fewest passes. A slot that asks for less was not made by a program
/// that people use.
#[cfg(not(debug_assertions))]
const LEAST: (u32, u32) = (19 << 10, 2);
#[cfg(debug_assertions)]
const LEAST: (u32, u32) = (Params::MIN_M_COST, 1);
/// The most memory, in KiB: this much is taken before anything shows that the file is ours.
const MOST_MEMORY: u32 = 1 << 20;
/// The most KiB times passes, over all slots: those of 64 people, or about half a minute.
const MOST_WORK: u64 = 64 * 3 * (64 << 10);

/// Everybody's slots.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Slots {
    /// The own number of the store or the book: bound into every slot, and of a store into every segment of the log.
    pub(super) number: [u8; 16],
    slots: Vec<Slot>,
}

/// One person's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Slot {
    holder: String,
    salt: [u8; 16],
    memory_kib: u32,
    passes: u32,
    nonce: [u8; 24],
    wrapped: Vec<u8>,
}

impl Slots {
    /// One slot around a key.
    pub(super) fn around(
        key: &DataKey,
        passphrase: &Passphrase,
        holder: &str,
        cost: Cost,
    ) -> Result<Slots, StoreError> {
        let mut slots = Slots {
            number: random_bytes()?,
            slots: Vec::new(),
        };
        slots.add(key, passphrase, holder, cost)?;
        Ok(slots)
    }

    /// Adds a slot, in place of the one that the same holder has.
    pub(super) fn add(
        &mut self,
        key: &DataKey,
        passphrase: &Passphrase,
        holder: &str,
        cost: Cost,
    ) -> Result<(), StoreError> {
        let (memory_kib, passes) = match cost {
            Cost::Full => (64 * 1024, 3),
            #[cfg(debug_assertions)]
            Cost::Cheap => (Params::MIN_M_COST, 1),
        };
        let mut slot = Slot {
            holder: holder.to_owned(),
            salt: random_bytes()?,
            memory_kib,
            passes,
            nonce: random_bytes()?,
            wrapped: Vec::new(),
        };
        let bound = slot.bound(&self.number)?;
        let payload = Payload {
            msg: key.bytes(),
            aad: &bound,
        };
        slot.wrapped = slot
            .cipher(passphrase)?
            .encrypt(&XNonce::from(slot.nonce), payload)
            .map_err(|_| StoreError::System("room to seal the key"))?;
        self.slots.retain(|other| other.holder != holder);
        self.slots.push(slot);
        Ok(())
    }

    /// The data key and the holder of the slot that the passphrase opens; `None` when it opens none.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when the slots ask for absurd work: nothing is tried then.
    pub(super) fn unwrap_key(
        &self,
        passphrase: &Passphrase,
    ) -> Result<Option<(DataKey, String)>, StoreError> {
        if !self.asks_for_fair_work() {
            return Err(StoreError::damaged(
                "A key file asks for far more or far less work to try a passphrase than Throughline ever does, so the passphrase was not tried. The file is damaged, or was made to harm; nothing was changed. Bring it back from a backup that you trust.",
            ));
        }
        for slot in &self.slots {
            let bound = slot.bound(&self.number)?;
            let payload = Payload {
                msg: &slot.wrapped,
                aad: &bound,
            };
            let opened = slot
                .cipher(passphrase)?
                .decrypt(&XNonce::from(slot.nonce), payload)
                .map(Zeroizing::new);
            let bytes = opened.ok().and_then(|key| key.as_slice().try_into().ok());
            if let Some(bytes) = bytes {
                return Ok(Some((DataKey::from_bytes(bytes), slot.holder.clone())));
            }
        }
        Ok(None)
    }

    fn asks_for_fair_work(&self) -> bool {
        let (least_memory, fewest_passes) = LEAST;
        let work = |slot: &Slot| u64::from(slot.memory_kib) * u64::from(slot.passes);
        let fair = |slot: &Slot| {
            (least_memory..=MOST_MEMORY).contains(&slot.memory_kib) && slot.passes >= fewest_passes
        };
        let total = self.slots.iter().map(work).fold(0, u64::saturating_add);
        self.slots.iter().all(fair) && total <= MOST_WORK
    }

    /// Who has a slot, in the order in which they were let in.
    pub(super) fn holders(&self) -> impl Iterator<Item = &str> {
        self.slots.iter().map(|slot| slot.holder.as_str())
    }

    /// The file as bytes.
    pub(super) fn to_bytes(&self) -> Result<Vec<u8>, StoreError> {
        let body =
            bincode::serialize(self).map_err(|_| StoreError::System("room to write the keys"))?;
        let format = STORE_FORMAT.to_le_bytes();
        let sum = checksum(&format, &body);
        Ok([MAGIC, format.as_slice(), &sum, &body].concat())
    }

    /// The slots from the file's bytes; `Ok(None)` when they are damaged.
    ///
    /// # Errors
    /// [`StoreError::Newer`].
    pub(super) fn from_bytes(bytes: &[u8]) -> Result<Option<Slots>, StoreError> {
        let split = || {
            let (magic, rest) = bytes.split_first_chunk::<8>()?;
            let (format, rest) = rest.split_first_chunk::<4>()?;
            let (hash, body) = rest.split_first_chunk::<32>()?;
            let sound = magic == MAGIC && *hash == checksum(format, body);
            sound.then_some((u32::from_le_bytes(*format), body))
        };
        match split() {
            Some((found, _)) if found > STORE_FORMAT => Err(StoreError::Newer {
                found,
                known: STORE_FORMAT,
            }),
            Some((_, body)) => Ok(bincode::deserialize(body).ok()),
            None => Ok(None),
        }
    }

    /// Reads one copy; `Ok(None)` when it is not there or damaged.
    pub(super) fn read(path: &Path) -> Result<Option<Slots>, StoreError> {
        match std::fs::read(path) {
            Ok(bytes) => Slots::from_bytes(&bytes),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(StoreError::io("read", path)(error)),
        }
    }
}

#[cfg(test)]
impl Slots {
    /// The same slots every time, which open nothing: for golden files.
    pub(super) fn that_open_nothing(holder: &str) -> Slots {
        let slot = Slot {
            holder: holder.to_owned(),
            salt: [3; 16],
            memory_kib: 64 * 1024,
            passes: 3,
            nonce: [4; 24],
            wrapped: vec![5; 48],
        };
        Slots {
            number: [2; 16],
            slots: vec![slot],
        }
    }
}

fn checksum(format: &[u8; 4], body: &[u8]) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(format).update(body);
    *hasher.finalize().as_bytes()
}

impl Slot {
    /// What is bound into the wrapping: nobody can swap a holder's name or lower the cost.
    fn bound(&self, number: &[u8; 16]) -> Result<Vec<u8>, StoreError> {
        let parts = (
            number,
            &self.holder,
            self.salt,
            self.memory_kib,
            self.passes,
        );
        bincode::serialize(&parts).map_err(|_| StoreError::System("room to seal the key"))
    }

    fn cipher(&self, passphrase: &Passphrase) -> Result<XChaCha20Poly1305, StoreError> {
        let refused = |_| StoreError::System("memory to try the passphrase");
        let params = Params::new(self.memory_kib, self.passes, 1, Some(32)).map_err(refused)?;
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let mut key = Zeroizing::new([0u8; 32]);
        argon
            .hash_password_into(passphrase.bytes(), &self.salt, key.as_mut_slice())
            .map_err(refused)?;
        Ok(XChaCha20Poly1305::new((&*key).into()))
    }
}

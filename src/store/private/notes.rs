//! Writing and reading the notes of an open book: sealed twice, every revision kept.

use super::{BookTally, PrivateBook, PrivateDraft};
use crate::record::{PrivateRevision, RecordId};
use crate::store::codec::{self, Stored};
use crate::store::engine::Batch;
use crate::store::{Store, StoreError, keys};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::PoisonError;

impl Store {
    /// Saves a revision of a note into a book, and lets go of the book's draft. `Ok` means that it is on the disk.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when the revision before it does not stand, or it stands already; else as [`Store::save`].
    pub fn save_private(
        &self,
        book: &PrivateBook,
        revision: &PrivateRevision,
    ) -> Result<(), StoreError> {
        let _one_at_a_time = self.head.write().unwrap_or_else(PoisonError::into_inner);
        let key = |number| keys::private_note(book.number, revision.id, number);
        let before = revision
            .revision
            .checked_sub(1)
            .ok_or(StoreError::Conflict)?;
        if before > 0 && self.engine.get(&key(before))?.is_none() {
            return Err(StoreError::Conflict);
        }
        let (tally_key, key) = (keys::private_tally(book.number), key(revision.revision));
        let tally: BookTally = self.read(&tally_key)?.unwrap_or_default();
        let mut batch = Batch::default();
        batch.expect.push((key.clone(), 0));
        self.put_private(&mut batch, book, key, revision.revision, revision)?;
        let tally = BookTally {
            revisions: tally.revisions + 1,
        };
        self.put(&mut batch, tally_key, &tally)?;
        batch.delete(keys::private_draft(book.number));
        self.engine.commit(batch)
    }

    /// Every revision of every note of a book, note by note, oldest first.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when one does not open with both keys, cannot be read, or is missing: reading a book
    /// is checking it.
    pub fn private_history(&self, book: &PrivateBook) -> Result<Vec<PrivateRevision>, StoreError> {
        let _no_save_meanwhile = self.head.read().unwrap_or_else(PoisonError::into_inner);
        let tally: Option<BookTally> = self.read(&keys::private_tally(book.number))?;
        let mut all: Vec<PrivateRevision> = Vec::new();
        let notes = keys::private_notes(book.number);
        self.engine.scan(&notes, &mut |key, value| {
            all.push(self.read_private(book, key, value)?);
            Ok(ControlFlow::Continue(()))
        })?;
        let revisions = tally.map_or(0, |tally| tally.revisions as usize);
        match all.len() == revisions {
            true => Ok(all),
            false => Err(self.missed("a book of private notes")),
        }
    }

    /// The notes of a book as they stand now, oldest first.
    ///
    /// # Errors
    /// As [`Store::private_history`].
    pub fn private_notes(&self, book: &PrivateBook) -> Result<Vec<PrivateRevision>, StoreError> {
        let all = self.private_history(book)?.into_iter();
        let newest: BTreeMap<RecordId, _> = all.map(|one| (one.id, one)).collect();
        Ok(newest.into_values().collect())
    }

    /// Keeps the draft of a book, in place of the one before.
    ///
    /// # Errors
    /// As [`Store::save`], without conflicts.
    pub fn put_private_draft(
        &self,
        book: &PrivateBook,
        draft: &PrivateDraft,
    ) -> Result<(), StoreError> {
        let mut batch = Batch::default();
        let key = keys::private_draft(book.number);
        self.put_private(&mut batch, book, key, 1, draft)?;
        self.engine.commit(batch)
    }

    /// The draft of a book, when one was left.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when it does not open.
    pub fn private_draft(&self, book: &PrivateBook) -> Result<Option<PrivateDraft>, StoreError> {
        let key = keys::private_draft(book.number);
        let value = self.engine.get(&key)?;
        let draft = value.map(|value| self.read_private(book, &key, &value));
        draft.transpose()
    }

    /// Lets go of the draft of a book.
    ///
    /// # Errors
    /// As [`Store::save`], without conflicts.
    pub fn drop_private_draft(&self, book: &PrivateBook) -> Result<(), StoreError> {
        let mut batch = Batch::default();
        batch.delete(keys::private_draft(book.number));
        self.engine.commit(batch)
    }

    /// Seals a value with the book's key, then with the store's.
    fn put_private<T: Stored>(
        &self,
        batch: &mut Batch,
        book: &PrivateBook,
        key: Vec<u8>,
        revision: u32,
        value: &T,
    ) -> Result<(), StoreError> {
        let inner = book.seal.close(&key, revision, &codec::encode(value)?)?;
        let outer = self.seal.close(&key, revision, &inner)?;
        batch.put(key, outer);
        Ok(())
    }

    fn read_private<T: Stored>(
        &self,
        book: &PrivateBook,
        key: &[u8],
        value: &[u8],
    ) -> Result<T, StoreError> {
        let inner = self.unseal(key, value)?;
        let (_, plain) = book.seal.open(key, &inner)?;
        codec::decode(&plain)
    }
}

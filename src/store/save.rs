//! Saving: a change becomes one batch (records, superseded revisions, caseload line, tally, journal), or nothing.

use super::codec::{self, Stored};
use super::draft::{Draft, Setting};
use super::engine::Batch;
use super::journal::{Head, JournalEntry, Tally, WrittenRevision};
use super::{Store, StoreError, keys};
use crate::record::{Change, RecordId};
use std::collections::BTreeSet;
use std::sync::PoisonError;

impl Store {
    /// Saves a change. `Ok` means that it is on the disk and survives a power cut.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when a record is not at the revision that the change expects, or is named twice;
    /// [`StoreError::Full`] when the disk has no room. Nothing of the change is written then.
    pub fn save(&self, change: &Change) -> Result<(), StoreError> {
        self.save_together(std::slice::from_ref(change))
    }

    /// Saves changes of several cases, all of them or none, with one wait for the disk.
    ///
    /// # Errors
    /// As [`Store::save`]; [`StoreError::Conflict`] also when two of them are of the same case.
    pub fn save_together(&self, changes: &[Change]) -> Result<(), StoreError> {
        let mut head = self.head.write().unwrap_or_else(PoisonError::into_inner);
        let mut next = head.clone();
        let mut together = Batch::default();
        let mut cases = BTreeSet::new();
        for change in changes.iter().filter(|change| !change.records.is_empty()) {
            if !cases.insert(change.case) {
                return Err(StoreError::Conflict);
            }
            let (mut batch, after) = self.batch_of(change, &next)?;
            // Each writes the journal's head; the last one's stands.
            together.expect.append(&mut batch.expect);
            together.writes.append(&mut batch.writes);
            next = after;
        }
        if cases.is_empty() {
            return Ok(());
        }
        self.engine.commit(together)?;
        *head = next;
        Ok(())
    }

    /// The batch that saves a change, and the journal's head after it.
    fn batch_of(&self, change: &Change, head: &Head) -> Result<(Batch, Head), StoreError> {
        let mut batch = Batch::default();
        let mut tally: Tally = self.read(&keys::tally(change.case))?.unwrap_or_default();
        let mut written = Vec::with_capacity(change.records.len());
        let mut named = BTreeSet::new();
        for record in &change.records {
            let (id, revision) = (record.meta.id, record.meta.revision);
            let before = revision.checked_sub(1).ok_or(StoreError::Conflict)?;
            if record.meta.case != change.case || !named.insert(id) {
                return Err(StoreError::Conflict);
            }
            let key = keys::record(change.case, record.body.kind().number(), id);
            if before == 0 {
                tally.records += 1;
            } else {
                let old = self.engine.get(&key)?.ok_or(StoreError::Conflict)?;
                let (stands, plain) = self.seal.open(&key, &old)?;
                if stands != before {
                    return Err(StoreError::Conflict);
                }
                let superseded = keys::revision(change.case, id, before);
                let value = self.seal.close(&superseded, before, &plain)?;
                batch.put(superseded, value);
                tally.superseded += 1;
            }
            let plain = codec::encode_record(record)?;
            written.push(WrittenRevision::from_record(record, &plain, &self.seal));
            let value = self.seal.close(&key, revision, &plain)?;
            batch.expect.push((key.clone(), before));
            batch.put(key, value);
        }
        let mut next = head.clone();
        self.write_line(change, &mut batch, &mut next)?;
        self.write_journal(change, written, &mut batch, &mut next)?;
        tally.last = next.last();
        self.put(&mut batch, keys::tally(change.case), &tally)?;
        Ok((batch, next))
    }

    fn write_line(
        &self,
        change: &Change,
        batch: &mut Batch,
        head: &mut Head,
    ) -> Result<(), StoreError> {
        let key = keys::line(change.case);
        let stands = self.engine.get(&key)?.is_some();
        match &change.line {
            Some(line) => {
                head.lines += u64::from(!stands);
                self.put(batch, key, line)
            }
            None => {
                head.lines = head.lines.saturating_sub(u64::from(stands));
                batch.delete(key);
                Ok(())
            }
        }
    }

    fn write_journal(
        &self,
        change: &Change,
        written: Vec<WrittenRevision>,
        batch: &mut Batch,
        head: &mut Head,
    ) -> Result<(), StoreError> {
        let Some(entry) = JournalEntry::for_change(change, written, head.hash) else {
            return Ok(());
        };
        let (bytes, hash) = entry.bytes_and_hash(&self.seal)?;
        head.seq += 1;
        head.hash = hash;
        let key = keys::journal(head.seq);
        let value = self.seal.close(&key, 1, &bytes)?;
        batch.put(key, value);
        self.put(batch, keys::HEAD.to_vec(), head)
    }

    /// Seals a value into a batch.
    pub(super) fn put<T: Stored>(
        &self,
        batch: &mut Batch,
        key: Vec<u8>,
        value: &T,
    ) -> Result<(), StoreError> {
        let sealed = self.seal.close(&key, 1, &codec::encode(value)?)?;
        batch.put(key, sealed);
        Ok(())
    }

    /// Keeps a draft, in place of the one with the same id.
    ///
    /// # Errors
    /// As [`Store::save`], without conflicts.
    pub fn put_draft(&self, draft: &Draft) -> Result<(), StoreError> {
        self.put_one(keys::draft(draft.id), draft)
    }

    /// Lets go of a draft, once its text is saved or thrown away.
    ///
    /// # Errors
    /// As [`Store::save`], without conflicts.
    pub fn drop_draft(&self, id: RecordId) -> Result<(), StoreError> {
        let key = keys::draft(id);
        if self.engine.get(&key)?.is_none() {
            return Ok(());
        }
        let mut batch = Batch::default();
        batch.delete(key);
        self.engine.commit(batch)
    }

    /// Keeps a small value under a name: a mapping of columns, idle minutes, the author's name.
    ///
    /// # Errors
    /// As [`Store::save`], without conflicts.
    pub fn set_setting(&self, name: &str, value: &str) -> Result<(), StoreError> {
        let setting = Setting {
            name: name.to_owned(),
            value: value.to_owned(),
        };
        self.put_one(keys::setting(self.seal.name(name)), &setting)
    }

    fn put_one<T: Stored>(&self, key: Vec<u8>, value: &T) -> Result<(), StoreError> {
        let mut batch = Batch::default();
        self.put(&mut batch, key, value)?;
        self.engine.commit(batch)
    }
}

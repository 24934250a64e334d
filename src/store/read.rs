//! Reading: the caseload, a case, its history, drafts and settings.

use super::codec::{self, Stored};
use super::draft::{Draft, Setting};
use super::journal::Tally;
use super::{Store, StoreError, keys};
use crate::record::{Body, CaseFile, CaseId, CaseLine, Record, RecordId, RecordKind};
use std::ops::ControlFlow;
use std::sync::PoisonError;

impl Store {
    /// The caseload: a line a case, in the order in which the cases were made.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when a line does not open or one is missing.
    pub fn caseload(&self) -> Result<Vec<CaseLine>, StoreError> {
        let head = self.head.read().unwrap_or_else(PoisonError::into_inner);
        let lines: Vec<CaseLine> = self.read_all(keys::LINES)?;
        if lines.len() as u64 != head.lines {
            return Err(self.missed("the caseload"));
        }
        Ok(lines)
    }

    /// Everything of a case that stands now; empty when there is no such case.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when a record does not open or one is missing.
    pub fn case_file(&self, case: CaseId) -> Result<CaseFile, StoreError> {
        let records = self.current(case)?;
        Ok(CaseFile::of(records))
    }

    fn current(&self, case: CaseId) -> Result<Vec<Record<Body>>, StoreError> {
        let _no_save_meanwhile = self.head.read().unwrap_or_else(PoisonError::into_inner);
        let tally: Tally = self.read(&keys::tally(case))?.unwrap_or_default();
        let records = self.read_records(&keys::records(case))?;
        if records.len() != tally.records as usize {
            return Err(self.missed("a case"));
        }
        Ok(records)
    }

    /// Every revision of every record of a case, oldest first: what "as at" a date and "who changed what" read.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when a revision does not open or one is missing.
    pub fn revisions(&self, case: CaseId) -> Result<Vec<Record<Body>>, StoreError> {
        let _no_save_meanwhile = self.head.read().unwrap_or_else(PoisonError::into_inner);
        let tally: Tally = self.read(&keys::tally(case))?.unwrap_or_default();
        let mut all = self.read_records(&keys::superseded(case))?;
        let superseded = all.len();
        all.extend(self.read_records(&keys::records(case))?);
        if superseded != tally.superseded as usize
            || all.len() - superseded != tally.records as usize
        {
            return Err(self.missed("a case's history"));
        }
        all.sort_by_key(|record| {
            let meta = &record.meta;
            (meta.recorded_at, meta.id, meta.revision)
        });
        Ok(all)
    }

    /// Every revision of one record, oldest first.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when a revision does not open.
    pub fn history(&self, case: CaseId, id: RecordId) -> Result<Vec<Record<Body>>, StoreError> {
        let _no_save_meanwhile = self.head.read().unwrap_or_else(PoisonError::into_inner);
        let mut all = self.read_records(&keys::superseded_of(case, id))?;
        for kind in RecordKind::ALL {
            let key = keys::record(case, kind.number(), id);
            if let Some(value) = self.engine.get(&key)? {
                let plain = self.unseal(&key, &value)?;
                all.push(codec::decode_record(&plain)?);
            }
        }
        Ok(all)
    }

    /// Drafts that wait to be finished, oldest first.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when one does not open.
    pub fn drafts(&self) -> Result<Vec<Draft>, StoreError> {
        let mut drafts: Vec<Draft> = self.read_all(keys::DRAFTS)?;
        drafts.sort_by_key(|draft| (draft.written_at, draft.id));
        Ok(drafts)
    }

    /// The value kept under a name.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when it does not open.
    pub fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        let setting: Option<Setting> = self.read(&keys::setting(self.seal.name(name)))?;
        Ok(setting.map(|setting| setting.value))
    }

    /// The value under a key, out of its seal and envelope.
    pub(super) fn read<T: Stored>(&self, key: &[u8]) -> Result<Option<T>, StoreError> {
        let Some(value) = self.engine.get(key)? else {
            return Ok(None);
        };
        let plain = self.unseal(key, &value)?;
        codec::decode(&plain).map(Some)
    }

    fn read_all<T: Stored>(&self, prefix: &[u8]) -> Result<Vec<T>, StoreError> {
        let mut all = Vec::new();
        self.engine.scan(prefix, &mut |key, value| {
            let plain = self.unseal(key, value)?;
            all.push(codec::decode(&plain)?);
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(all)
    }

    fn read_records(&self, prefix: &[u8]) -> Result<Vec<Record<Body>>, StoreError> {
        let mut all = Vec::new();
        self.engine.scan(prefix, &mut |key, value| {
            let plain = self.unseal(key, value)?;
            all.push(codec::decode_record(&plain)?);
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(all)
    }

    /// A value out of its seal. One that does not open may be the index's fault, not the log's.
    pub(super) fn unseal(&self, key: &[u8], value: &[u8]) -> Result<Vec<u8>, StoreError> {
        let opened = self.seal.open(key, value);
        opened
            .map(|(_, plain)| plain)
            .inspect_err(|_| self.engine.distrust())
    }

    /// The index has lost something that the counts know of.
    pub(super) fn missed(&self, what: &str) -> StoreError {
        self.engine.distrust();
        StoreError::damaged(format!(
            "Something is missing from {what} in the store's index. Nothing is lost: close the program and open it again, and the index is rebuilt from the log."
        ))
    }
}

//! Searching the records of the whole caseload, on every processor, with the packs of [`super::packs`].

use super::journal::Tally;
use super::packs::Pack;
use super::{Store, StoreError, codec, keys};
use crate::insight::search::{Needle, texts};
use crate::record::{Body, CaseId, Record, RecordId, RecordKind};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread;

/// More threads than this wait for each other.
const THREADS: usize = 4;

/// Records that the needle may stand in, each with the number of its kind.
type Candidates = Vec<(u8, RecordId)>;

/// What was found in a case: its place in the list of cases, and records that the needle may stand in.
type CaseHits = (usize, Result<Candidates, StoreError>);

impl Store {
    /// Finds the records of these cases in which every word and phrase of the needle stands. `visit` gets them case by
    /// case in the order given, each as soon as it is known, until it breaks off. The words of a case that was saved
    /// since the last search are packed on the way, so the first search after a large import takes longer.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when a record does not open.
    pub fn find_records(
        &self,
        cases: &[CaseId],
        needle: &Needle,
        mut visit: impl FnMut(CaseId, Record<Body>) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        if needle.is_empty() {
            return Ok(());
        }
        self.look_everywhere(cases, needle, &mut |case, found| {
            for (kind, id) in found {
                let key = keys::record(case, kind, id);
                let Some(value) = self.engine.get(&key)? else {
                    continue;
                };
                let record = codec::decode_record(&self.unseal(&key, &value)?)?;
                let stands = {
                    let texts = texts(&record.body);
                    let words = texts.iter().map(|(_, text)| text.as_ref());
                    record.meta.removed.is_none() && needle.all_in(words)
                };
                if stands && visit(case, record).is_break() {
                    return Ok(ControlFlow::Break(()));
                }
            }
            Ok(ControlFlow::Continue(()))
        })
    }

    /// Packs the words of every case that was saved since it was last packed, so that the next search is quick. For
    /// the end of a large import.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when a record does not open.
    pub fn prepare_search(&self) -> Result<(), StoreError> {
        let cases: Vec<CaseId> = self.caseload()?.iter().map(|line| line.case).collect();
        let nothing = Needle::default();
        self.look_everywhere(&cases, &nothing, &mut |_, _| Ok(ControlFlow::Continue(())))
    }

    /// Looks into every case on several threads; `take` gets what was found in the order of the cases.
    fn look_everywhere(
        &self,
        cases: &[CaseId],
        needle: &Needle,
        take: &mut dyn FnMut(CaseId, Candidates) -> Result<ControlFlow<()>, StoreError>,
    ) -> Result<(), StoreError> {
        let next = AtomicUsize::new(0);
        let threads = thread::available_parallelism().map_or(1, |count| count.get().min(THREADS));
        thread::scope(|scope| {
            let (found, inbox) = channel();
            for _ in 0..threads {
                let (found, next) = (found.clone(), &next);
                scope.spawn(move || self.look_on(cases, needle, next, &found));
            }
            drop(found);
            let mut early = BTreeMap::new();
            let mut due = 0;
            for (place, found) in inbox {
                early.insert(place, found);
                while let Some(found) = early.remove(&due) {
                    let case = cases.get(due).copied();
                    due += 1;
                    let taken = case.map(|case| found.and_then(|found| take(case, found)));
                    match taken {
                        Some(Ok(ControlFlow::Continue(()))) => {}
                        Some(Ok(ControlFlow::Break(()))) | None => return Ok(()),
                        Some(Err(error)) => return Err(error),
                    }
                }
            }
            Ok(())
        })
    }

    /// One thread's part: the next case, and the next, until there is none or nobody listens.
    fn look_on(
        &self,
        cases: &[CaseId],
        needle: &Needle,
        next: &AtomicUsize,
        found: &Sender<CaseHits>,
    ) {
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(case) = cases.get(place) else {
                return;
            };
            let pack = self.pack(*case);
            let ids = pack.map(|pack| pack.find(needle));
            if found.send((place, ids)).is_err() {
                return;
            }
        }
    }

    /// The words of a case as it stands.
    fn pack(&self, case: CaseId) -> Result<Pack, StoreError> {
        let no_save_meanwhile = self.head.read().unwrap_or_else(PoisonError::into_inner);
        let tally: Tally = self.read(&keys::tally(case))?.unwrap_or_default();
        let packs = || self.packs.lock().unwrap_or_else(PoisonError::into_inner);
        let sealed = packs()
            .as_ref()
            .and_then(|packs| packs.find(case, tally.last));
        if let Some(pack) = sealed.and_then(|sealed| sealed.open(&self.seal)) {
            return Ok(pack);
        }
        let mut pack = Pack::default();
        self.engine.scan(&keys::records(case), &mut |key, value| {
            let kind = keys::kind_of(key).and_then(RecordKind::from_number);
            if kind.is_some_and(RecordKind::is_searched) {
                let record = codec::decode_record(&self.unseal(key, value)?)?;
                if record.meta.removed.is_none() {
                    pack.add(record.id(), &record.body);
                }
            }
            Ok(ControlFlow::Continue(()))
        })?;
        drop(no_save_meanwhile);
        if let Some(packs) = packs().as_mut() {
            // A search without packs is slower, nothing else.
            let _ = packs.write(case, tally.last, &pack, &self.seal);
        }
        Ok(pack)
    }
}

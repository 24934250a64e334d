//! Checking: everything is read (key files, log, index, every record, the journal) and compared, and what is wrong is named.

use super::check_report::CheckReport;
use super::codec::{self, Stored};
use super::draft::{Draft, Setting};
use super::journal::{Head, JournalEntry, Tally, record_hash};
use super::key_files::KeyFiles;
use super::open::unlock;
use super::packs::Packs;
use super::sled::{self, LogKey};
use super::{Passphrase, Place, Progress, Store, StoreError, keys};
use crate::record::{CaseLine, RecordId};
use std::collections::{BTreeMap, HashMap};
use std::ops::ControlFlow;

impl Store {
    /// Reads the whole store and compares log, index, records and journal. Works on a store that cannot be opened, and
    /// needs nobody else to have the store open. It mends nothing that is damaged, but it does write: what a killed program
    /// left in the log is taken into the index, as on opening, and the checkpoint notes what the next opening has to mend.
    ///
    /// # Errors
    /// As [`Store::open`] when there is no store, it is in use, or the passphrase does not fit. Damage is no error
    /// here: it is in the report.
    pub fn check(
        place: &Place,
        passphrase: &Passphrase,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<CheckReport, StoreError> {
        let unlocked = unlock(place, passphrase)?;
        let mut report = CheckReport {
            faults: KeyFiles::read(place)?.faults(&unlocked.slots),
            ..CheckReport::default()
        };
        let log_key = LogKey::new(&unlocked.key, unlocked.slots.number);
        let checked = sled::check(place, &log_key, progress)?;
        report.faults.extend(checked.faults);
        report.saves = checked.saves;
        let Some(engine) = checked.engine else {
            return Ok(report);
        };
        match Store::on(Box::new(engine), unlocked.key, &unlocked.holder) {
            Ok(store) => {
                store.check_records(&mut report, progress)?;
                let packs = place.search();
                if packs.exists() && !Packs::open(&packs)?.are_sound(&store.seal) {
                    report.faults.push("The file of words for searching (`search`) is damaged. Nothing is lost: it is made anew from the records.".into());
                }
            }
            Err(error) => report.faults.push(error.to_string()),
        }
        Ok(report)
    }

    /// Reads every value and the journal and compares them.
    fn check_records(
        &self,
        report: &mut CheckReport,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(), StoreError> {
        let head: Head = self.read(keys::HEAD)?.unwrap_or_default();
        let mut journal = self.check_journal(&head, report, progress)?;
        let mut tallies = BTreeMap::<[u8; 16], Tally>::new();
        for prefix in [keys::RECORDS, keys::SUPERSEDED] {
            let superseded = prefix == keys::SUPERSEDED;
            self.each(prefix, report, progress, &mut |report, plain| {
                let record = codec::decode_record(plain)?;
                let meta = &record.meta;
                let tally = tallies.entry(meta.case.to_bytes()).or_default();
                match superseded {
                    true => {
                        (tally.superseded, report.superseded) =
                            (tally.superseded + 1, report.superseded + 1)
                    }
                    false => {
                        (tally.records, report.records) = (tally.records + 1, report.records + 1);
                    }
                }
                let noted = journal.remove(&(meta.id, meta.revision));
                if noted != Some(record_hash(plain, &self.seal)) {
                    report.faults.push(format!(
                        "Record {}, revision {}, is not what the journal says was written.",
                        meta.id, meta.revision
                    ));
                }
                Ok(())
            })?;
        }
        if let Some((id, revision)) = journal.keys().min() {
            report.faults.push(format!(
                "{} revision(s) that the journal names are missing, the first of them record {id}, revision {revision}.",
                journal.len()
            ));
        }
        self.check_rest(&head, tallies, report, progress)?;
        self.check_private(report)
    }

    /// Walks the journal; gives the revisions that it names.
    fn check_journal(
        &self,
        head: &Head,
        report: &mut CheckReport,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<HashMap<(RecordId, u32), [u8; 16]>, StoreError> {
        let mut named = HashMap::new();
        let (mut seq, mut hash) = (0, [0; 32]);
        let mut breaks = Vec::new();
        self.each(keys::JOURNAL, report, progress, &mut |_, plain| {
            let entry: JournalEntry = codec::decode(plain)?;
            seq += 1;
            if entry.previous != hash {
                breaks.push(format!(
                    "The journal is broken before its entry {seq}: an entry is missing or was changed."
                ));
            }
            hash = entry.bytes_and_hash(&self.seal)?.1;
            for written in entry.written {
                named.insert((written.id, written.revision), written.hash);
            }
            Ok(())
        })?;
        if (seq, hash) != (head.seq, head.hash) {
            breaks.push(format!(
                "The journal ends at entry {seq}, but {} entries were written.",
                head.seq
            ));
        }
        report.faults.extend(breaks);
        Ok(named)
    }

    /// Caseload lines, tallies, drafts and settings.
    fn check_rest(
        &self,
        head: &Head,
        counted: BTreeMap<[u8; 16], Tally>,
        report: &mut CheckReport,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(), StoreError> {
        for (case, counted) in counted {
            let case = RecordId::from_bytes(case);
            let written: Option<Tally> = self.read(&keys::tally(case))?;
            let last = written.map_or(0, |tally| tally.last);
            if written != Some(Tally { last, ..counted }) {
                report.faults.push(format!(
                    "Case {case} does not have as many records as were written."
                ));
            }
        }
        self.each(keys::LINES, report, progress, &mut |report, plain| {
            report.cases += 1;
            codec::decode::<CaseLine>(plain).map(|_| ())
        })?;
        if report.cases != head.lines {
            report.faults.push(format!(
                "The caseload has {} lines, but {} were written.",
                report.cases, head.lines
            ));
        }
        self.each(keys::DRAFTS, report, progress, &mut |_, plain| {
            opens::<Draft>(plain)
        })?;
        self.each(keys::SETTINGS, report, progress, &mut |_, plain| {
            opens::<Setting>(plain)
        })
    }

    /// Opens every value under a prefix; what does not open or cannot be read is a fault.
    fn each(
        &self,
        prefix: &[u8],
        report: &mut CheckReport,
        progress: &mut dyn FnMut(Progress),
        read: OnValue<'_>,
    ) -> Result<(), StoreError> {
        let mut done = 0;
        self.engine.scan(prefix, &mut |key, value| {
            let plain = self.seal.open(key, value).map(|(_, plain)| plain);
            if let Err(error) = plain.and_then(|plain| read(report, &plain)) {
                report.faults.push(error.to_string());
            }
            done += 1;
            if done % 4096 == 0 {
                progress(Progress {
                    what: "Reading every record",
                    done,
                    total: 0,
                });
            }
            Ok(ControlFlow::Continue(()))
        })
    }
}

/// Reads the content of a value.
type OnValue<'a> = &'a mut dyn FnMut(&mut CheckReport, &[u8]) -> Result<(), StoreError>;

fn opens<T: Stored>(plain: &[u8]) -> Result<(), StoreError> {
    codec::decode::<T>(plain).map(|_| ())
}

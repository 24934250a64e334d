//! Mending: what is there, does the index agree with the log, and what has to be mended.
//!
//! | the log | the index | then |
//! |---|---|---|
//! | whole | agrees | the log's end is taken into the index |
//! | whole | missing, broken, behind, of another log | the index is rebuilt from the log |
//! | damaged or cut | holds it | the log is written anew from the index |
//! | damaged or cut | missing or broken | what can be read is kept, and what is lost is said |
//! | not one save of ours in it | holds it | the log is written anew from the index |
//! | not one save of ours in it | missing, broken, of another store | nothing is touched |
//!
//! An index is only used when values in it open with the store's key. A log that is replaced is put aside, never deleted,
//! and so is an index that is sound but does not agree. Bytes at its end that are no frame are a save that was cut off
//! before it was confirmed, unless the index or the checkpoint knows of a later save.

use super::anew;
use super::checkpoint::Checkpoint;
use super::frame::{self, Writes};
use super::index::{Index, wait_closed};
use super::log::Log;
use super::walk::{LogWalk, OnFrame, saves, walk};
use super::{Secrets, SledEngine};
use crate::store::place::Place;
use crate::store::{Progress, StoreError};

/// An engine that was opened, and what people should know about it.
pub(in crate::store) struct Opened {
    pub(in crate::store) engine: SledEngine,
    /// What was mended, in sentences.
    pub(in crate::store) notices: Vec<String>,
    /// Whether saves were lost, so that counts have to be taken again.
    pub(in crate::store) lossy: bool,
}

/// A store being opened.
struct Mending<'a> {
    place: &'a Place,
    secrets: &'a Secrets,
    progress: &'a mut dyn FnMut(Progress),
    notices: Vec<String>,
    lossy: bool,
}

/// Opens the engine and mends what has to be mended.
pub(in crate::store) fn open(
    place: &Place,
    secrets: &Secrets,
    progress: &mut dyn FnMut(Progress),
) -> Result<Opened, StoreError> {
    let mut opening = Mending {
        place,
        secrets,
        progress,
        notices: Vec::new(),
        lossy: false,
    };
    let (index, log) = opening.decide()?;
    let Mending { notices, lossy, .. } = opening;
    Ok(Opened {
        engine: SledEngine::on(place, &secrets.log, log, index)?,
        notices,
        lossy,
    })
}

impl Mending<'_> {
    fn decide(&mut self) -> Result<(Index, Log), StoreError> {
        let checkpoint = Checkpoint::read(&self.place.checkpoint(), &self.secrets.log);
        let checkpoint = checkpoint.unwrap_or_default();
        let index = match self.place.index().exists() {
            true => Index::open(&self.place.index()).ok(),
            false => None,
        };
        // Of a sound index that is not used no one knows whether it is the only copy of something: it is kept.
        let mut keep = false;
        let index = index.filter(|index| match index.is_sealed_with(&self.secrets.seal) {
            Ok(ours) => {
                keep = !ours;
                ours
            }
            Err(_) => false,
        });
        let applied = index.as_ref().and_then(|index| index.applied().ok());
        let index = index.filter(|_| applied.is_some());
        let applied = applied.unwrap_or(0);
        let known = applied.max(checkpoint.seq);

        if let Some(index) = &index
            && checkpoint.trusted
            && applied >= checkpoint.seq
        {
            let (walk, agrees) = self.read_from(&checkpoint)?;
            let whole = walk.faults.is_empty() && walk.seq >= known;
            keep = whole && !agrees;
            if whole && agrees {
                match self.take_in(index, &checkpoint, &walk) {
                    Ok(log) => return Ok((index.clone(), log)),
                    Err(StoreError::Damaged(_)) => {}
                    Err(error) => return Err(error),
                }
            } else if !whole {
                return self.mend_log(index.clone(), applied, &walk);
            }
        }
        let walk = self.walk(1, "Reading the log", &mut |_, _, _| Ok(()))?;
        let whole = walk.faults.is_empty() && walk.seq >= known;
        match index {
            Some(index) if !whole && checkpoint.trusted => self.mend_log(index, applied, &walk),
            _ if walk.frames == 0 && (!whole || walk.tail.is_some()) => Err(StoreError::OtherStore(
                "No save in the log was written with this store's key: the log is another store's, or damaged from end to end. The index cannot make up for it. Bring back the folder `log`, or the whole store from a backup.".into(),
            )),
            index => {
                drop(index);
                self.rebuild(known, whole, keep)
            }
        }
    }

    /// Walks from the checkpoint on; says whether the log goes through it.
    fn read_from(&mut self, checkpoint: &Checkpoint) -> Result<(LogWalk, bool), StoreError> {
        let mark = (checkpoint.seq, checkpoint.hash);
        let mut agrees = false;
        let walk = self.walk(
            checkpoint.segment,
            "Reading the log",
            &mut |seq, hash, _| {
                agrees |= mark == (seq, *hash);
                Ok(())
            },
        )?;
        agrees |= walk.start == mark;
        Ok((walk, agrees))
    }

    /// Takes what the log holds beyond the checkpoint into the index. Saves that the index has already are
    /// repeated: after a power cut it may hold half of one.
    fn take_in(
        &mut self,
        index: &Index,
        checkpoint: &Checkpoint,
        read: &LogWalk,
    ) -> Result<Log, StoreError> {
        if read.seq > checkpoint.seq {
            self.apply(index, checkpoint.segment, checkpoint.seq, "Reading the log")?;
            index.flush()?;
        }
        self.resume(read)
    }

    /// Goes on at the log's end; a save that was cut off is put aside first.
    fn resume(&mut self, read: &LogWalk) -> Result<Log, StoreError> {
        if let Some(tail) = &read.tail {
            anew::cut_tail(self.place, tail)?;
            self.notices.push(
                "The program stopped in the middle of a save that was not confirmed; that save was cut off and put aside. Everything that was confirmed is there.".into(),
            );
        }
        Log::resume(&self.place.log(), &self.secrets.log, read)
    }

    /// Builds the index from the whole log; `known` is the last save that is known to have been confirmed. Once it is
    /// built, the old index is only kept when `keep` says so.
    fn rebuild(&mut self, known: u64, whole: bool, keep: bool) -> Result<(Index, Log), StoreError> {
        let folder = self.place.index();
        let aside = match folder.exists() {
            // Building into the old files would leave in them what the log does not know.
            true if !wait_closed(&folder) => return Err(StoreError::Stuck),
            true => Some(self.place.put_aside(&folder)?),
            false => None,
        };
        let index = Index::open(&folder)?;
        let read = self.apply(&index, 1, 0, "Rebuilding the index from the log")?;
        if whole {
            index.flush()?;
            self.notices.push(match aside {
                Some(aside) if keep => format!(
                    "The store's index did not belong to the log, and was rebuilt from it; the other one is kept in {}. Everything that the log holds is there.",
                    aside.display()
                ),
                aside => {
                    aside.as_deref().map(anew::forget);
                    "The store's index was missing or damaged and was rebuilt from the log. Nothing is lost.".into()
                }
            });
            let log = self.resume(&read)?;
            return Ok((index, log));
        }
        let mut missing = read.missing.clone();
        if read.seq < known {
            missing.push((read.seq + 1, known));
        }
        self.write_anew(index, known.max(read.seq), &read, &missing)
    }

    /// The log is damaged and the index is not: what the index lacks and the log has is taken in, and the log is
    /// written anew.
    fn mend_log(
        &mut self,
        index: Index,
        applied: u64,
        read: &LogWalk,
    ) -> Result<(Index, Log), StoreError> {
        if read.seq > applied {
            let from = read.first_segment;
            self.apply(&index, from, applied, "Reading the log")?;
        }
        let beyond = |(_, last): &&(u64, u64)| *last > applied;
        let missing: Vec<_> = read.missing.iter().filter(beyond).copied().collect();
        self.write_anew(index, applied.max(read.seq), read, &missing)
    }

    fn write_anew(
        &mut self,
        index: Index,
        seq: u64,
        read: &LogWalk,
        missing: &[(u64, u64)],
    ) -> Result<(Index, Log), StoreError> {
        let fault = match read.faults.first() {
            Some(_) if read.frames == 0 => {
                "no save in it is this store's: it is another store's, or damaged from end to end"
                    .into()
            }
            Some(fault) => fault.clone(),
            None => format!("it ends at save {}", read.seq),
        };
        let aside = self.place.aside();
        let aside = aside.display();
        self.lossy = !missing.is_empty();
        self.notices.push(match self.lossy {
            false if read.frames == 0 => format!(
                "The store's log cannot be used: {fault}. The index holds every save up to {seq}; the log was written anew from it, and the other one put aside in {aside}. If this store was saved to after it was last closed, compare with your last backup."
            ),
            false => format!(
                "The store's log was damaged ({fault}). The index still held everything: the log was written anew from it and the damaged one put aside in {aside}. Nothing is lost."
            ),
            true => {
                let runs = missing.iter().map(|(first, last)| saves(*first, *last));
                format!(
                    "The store's log was damaged ({fault}), and the index could not make up for it: {} lost. Everything else is there; the damaged files are kept in {aside}. Compare with your last backup.",
                    runs.collect::<Vec<_>>().join(", ")
                )
            }
        });
        let progress = &mut *self.progress;
        let log = anew::rewrite_log(self.place, self.secrets, &index, seq, progress)?;
        index.flush()?;
        Ok((index, log))
    }

    /// Takes the frames after a sequence into the index.
    fn apply(
        &mut self,
        index: &Index,
        segment: u64,
        after: u64,
        what: &'static str,
    ) -> Result<LogWalk, StoreError> {
        self.walk(segment, what, &mut |seq, _, batch| match seq > after {
            true => index.apply(&batch_of(batch)?, seq),
            false => Ok(()),
        })
    }

    fn walk(
        &mut self,
        from: u64,
        what: &'static str,
        on_frame: OnFrame<'_>,
    ) -> Result<LogWalk, StoreError> {
        let progress = &mut *self.progress;
        let from = from.max(1);
        walk(
            &self.place.log(),
            &self.secrets.log,
            from,
            on_frame,
            &mut |done, total| {
                progress(Progress { what, done, total });
            },
        )
    }
}

fn batch_of(bytes: &[u8]) -> Result<Writes, StoreError> {
    frame::from_bytes(bytes).ok_or_else(|| {
        StoreError::damaged("A save in the log cannot be read. Run `throughline check`.")
    })
}

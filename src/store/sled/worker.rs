//! The thread that feeds the index. sled's flush is known to hang for ever on a full disk; here it hangs alone, and
//! whoever waits gets a clear error after a while. What waits for the index is in the log already.

use super::checkpoint::{Checkpoint, fingerprints};
use super::frame::{LogKey, Writes};
use super::index::{Index, wait_closed};
use crate::store::StoreError;
use crate::store::place::Place;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// How long a save waits for the index before it gives up on it.
const PATIENCE: Duration = Duration::from_secs(20);

/// A place in the log: sequence and hash.
type Mark = (u64, [u8; 32]);

enum Job {
    Apply(Writes, Mark, u64, Sender<bool>),
    Checkpoint(Mark, u64),
    Distrust,
    Close(Sender<bool>),
}

/// Feeds the index, one batch after the other.
pub(super) struct IndexWorker {
    jobs: Mutex<Sender<Job>>,
    /// Cleared for good when the index failed or did not answer.
    answers: Arc<AtomicBool>,
}

/// What the thread owns.
struct Feeding {
    index: Index,
    place: Place,
    key: LogKey,
    at: Checkpoint,
    answers: Arc<AtomicBool>,
}

impl IndexWorker {
    pub(super) fn start(
        index: Index,
        place: Place,
        key: LogKey,
        at: Checkpoint,
    ) -> Result<IndexWorker, StoreError> {
        let (jobs, inbox) = channel();
        let answers = Arc::new(AtomicBool::new(true));
        let feeding = Feeding {
            index,
            place,
            key,
            at,
            answers: answers.clone(),
        };
        thread::Builder::new()
            .name("throughline-index".into())
            .spawn(move || feeding.run(&inbox))
            .map_err(|_| StoreError::System("thread"))?;
        Ok(IndexWorker {
            jobs: Mutex::new(jobs),
            answers,
        })
    }

    /// Whether the index still answers.
    pub(super) fn answers(&self) -> Result<(), StoreError> {
        match self.answers.load(Ordering::Acquire) {
            true => Ok(()),
            false => Err(StoreError::Stopped),
        }
    }

    /// Takes a batch of the log into the index; returns when it can be read.
    pub(super) fn apply(&self, writes: Writes, mark: Mark, segment: u64) -> Result<(), StoreError> {
        match self.ask(|reply| Job::Apply(writes, mark, segment, reply)) {
            true => Ok(()),
            false => Err(StoreError::Stuck),
        }
    }

    /// Brings the index to the disk, up to here.
    pub(super) fn checkpoint(&self, mark: Mark, segment: u64) {
        let jobs = self.jobs.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = jobs.send(Job::Checkpoint(mark, segment)); // A dead thread shows at the next save.
    }

    /// Notes that the index has lost something, so that it is built anew on the next opening.
    pub(super) fn distrust(&self) {
        let jobs = self.jobs.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = jobs.send(Job::Distrust);
    }

    /// Brings the index to the disk and lets go of its files.
    pub(super) fn close(&self) {
        self.ask(Job::Close);
    }

    fn ask(&self, job: impl FnOnce(Sender<bool>) -> Job) -> bool {
        let (reply, answer) = channel();
        let jobs = self.jobs.lock().unwrap_or_else(PoisonError::into_inner);
        let sent = jobs.send(job(reply)).is_ok();
        drop(jobs);
        let done = sent && answer.recv_timeout(PATIENCE).unwrap_or(false);
        if !done {
            self.answers.store(false, Ordering::Release);
        }
        done
    }
}

impl Feeding {
    fn run(mut self, inbox: &Receiver<Job>) {
        while let Ok(job) = inbox.recv() {
            match job {
                Job::Apply(writes, mark, segment, reply) => {
                    let done = self.is_sound() && self.index.apply(&writes, mark.0).is_ok();
                    self.note(done, mark, segment);
                    let _ = reply.send(done);
                }
                Job::Checkpoint(mark, segment) => {
                    let done = self.is_sound() && self.index.flush().is_ok();
                    self.note(done, mark, segment);
                    if done {
                        self.write();
                    }
                }
                Job::Distrust => {
                    self.at.trusted = false;
                    self.write();
                }
                Job::Close(reply) => {
                    let done = self.close();
                    let _ = reply.send(done);
                    return;
                }
            }
        }
    }

    fn is_sound(&self) -> bool {
        self.answers.load(Ordering::Acquire)
    }

    fn note(&mut self, done: bool, (seq, hash): Mark, segment: u64) {
        if done {
            (self.at.seq, self.at.hash, self.at.segment) = (seq, hash, segment);
        } else {
            self.answers.store(false, Ordering::Release);
        }
    }

    /// Writes the checkpoint; without it more of the log is read on opening, nothing worse.
    fn write(&self) {
        if let Err(error) = self.at.write(&self.place.checkpoint(), &self.key) {
            tracing::warn!("checkpoint: {error}");
        }
    }

    /// Brings the index to the disk, lets go of its files and notes what they are.
    fn close(self) -> bool {
        if !self.is_sound() || self.index.flush().is_err() {
            return false;
        }
        let Feeding {
            index,
            place,
            key,
            mut at,
            ..
        } = self;
        drop(index);
        let folder = place.index();
        at.files = wait_closed(&folder)
            .then(|| fingerprints(&folder).ok())
            .flatten();
        at.write(&place.checkpoint(), &key).is_ok()
    }
}

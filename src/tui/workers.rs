//! The two threads behind the screen: the clerk writes and is always quick, the reader thinks. What is read after a save was
//! asked for sees that save.

use super::clerk::{Clerk, Maker};
use super::effect::{Answer, Effect, Msg, Request};
use super::reader::StoreReader;
use super::ticket::Ticket;
use std::collections::VecDeque;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

/// What is said when the clerk's thread ends before the program does.
const CLERK_STOPPED: &str = "Reading and writing stopped because of a mistake of the program. What was saved is safe: leave, and open it again.";

/// What is said when a mistake of the program ends one piece of reading.
const READING_STOPPED: &str = "A mistake of the program ended a search or a reading. Nothing was changed, and the work goes on.";

/// The threads, and the way to them.
pub struct Workers {
    to_clerk: Sender<Request>,
    to_reader: Sender<ReadRequest>,
    clerk: JoinHandle<usize>,
    /// The last request that the clerk was given.
    written: u64,
}

/// Something to read, once the clerk has done what was asked before it.
struct ReadRequest {
    asked: Request,
    after: u64,
}

impl Workers {
    /// Starts the threads; a store that is still to be made is made on the clerk's.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(clerk: Clerk, make: Option<Maker>, inbox: Sender<Msg>) -> io::Result<Workers> {
        let (to_clerk, for_clerk) = channel();
        let (to_reader, for_reader) = channel();
        let progress = Arc::new(ClerkPosition::default());
        let reader = StoreReader::of(clerk.store());
        let (seen, told) = (Arc::clone(&progress), inbox.clone());
        thread::Builder::new()
            .name("reader".to_owned())
            .spawn(move || read(&reader, &for_reader, &seen, &told))?;
        let clerk = thread::Builder::new()
            .name("clerk".to_owned())
            .spawn(move || write(clerk, make, &for_clerk, &progress, &inbox))?;
        Ok(Workers {
            to_clerk,
            to_reader,
            clerk,
            written: 0,
        })
    }

    /// Hands a request to the thread that performs it. A thread that is gone has said so.
    pub fn ask(&mut self, asked: Request) {
        if StoreReader::performs(&asked.effect) {
            let after = self.written;
            let _ = self.to_reader.send(ReadRequest { asked, after });
            return;
        }
        if matches!(asked.effect, Effect::Lock) {
            // A search that goes on is broken off, so that the store closes soon.
            let asked = Request {
                ticket: asked.ticket,
                effect: Effect::Lock,
            };
            let _ = self.to_reader.send(ReadRequest { asked, after: 0 });
        }
        self.written = asked.ticket.sequence();
        let _ = self.to_clerk.send(asked);
    }

    /// Waits until everything that was asked is written and the store is closed. Gives how many drafts stay.
    pub fn finish(self) -> usize {
        drop(self.to_reader);
        drop(self.to_clerk);
        self.clerk.join().unwrap_or(0)
    }
}

/// How far the clerk is.
#[derive(Default)]
struct ClerkPosition {
    done: Mutex<u64>,
    moved: Condvar,
}

impl ClerkPosition {
    fn reach(&self, sequence: u64) {
        *self.done.lock().unwrap_or_else(PoisonError::into_inner) = sequence;
        self.moved.notify_all();
    }

    fn wait_for(&self, sequence: u64) {
        let done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        let wait = self.moved.wait_while(done, |done| *done < sequence);
        drop(wait);
    }
}

/// The clerk's thread, until nothing more is asked. Gives how many drafts stay.
fn write(
    mut clerk: Clerk,
    make: Option<Maker>,
    asked: &Receiver<Request>,
    progress: &ClerkPosition,
    inbox: &Sender<Msg>,
) -> usize {
    let store = clerk.store();
    let mut last = Ticket::default();
    let worked = catch_unwind(AssertUnwindSafe(|| {
        if let Some(make) = make {
            clerk.receive(make(), &mut |answer| tell(inbox, last, answer));
        }
        while let Ok(Request { ticket, effect }) = asked.recv() {
            last = ticket;
            clerk.perform(effect, &mut |answer| tell(inbox, ticket, answer));
            progress.reach(ticket.sequence());
        }
        clerk.drafts_kept()
    }));
    progress.reach(u64::MAX);
    // The store is closed before the program ends, also while the reader still has it in hand.
    store.put(None);
    worked.unwrap_or_else(|_| {
        tell(inbox, last, Answer::Fault(CLERK_STOPPED.to_owned()));
        0
    })
}

/// The reader's thread, until nothing more is asked.
fn read(
    reader: &StoreReader,
    asked: &Receiver<ReadRequest>,
    progress: &ClerkPosition,
    inbox: &Sender<Msg>,
) {
    let mut waiting = VecDeque::new();
    while let Some(ReadRequest { asked: next, after }) =
        waiting.pop_front().or_else(|| asked.recv().ok())
    {
        waiting.extend(asked.try_iter());
        let Request { ticket, effect } = next;
        let question = ticket.question();
        // Nobody waits for the answer once the same was asked again.
        if waiting
            .iter()
            .any(|later: &ReadRequest| later.asked.ticket.question() == question)
        {
            continue;
        }
        if StoreReader::needs_store(&effect) {
            progress.wait_for(after);
        }
        let mut goes_on = || match asked.try_recv() {
            Ok(more) => {
                waiting.push_back(more);
                false
            }
            Err(TryRecvError::Empty) => waiting.is_empty(),
            Err(TryRecvError::Disconnected) => false,
        };
        let performed = catch_unwind(AssertUnwindSafe(|| {
            reader.perform(
                effect,
                &mut |answer| tell(inbox, ticket, answer),
                &mut goes_on,
            );
        }));
        if performed.is_err() {
            tell(inbox, ticket, Answer::Fault(READING_STOPPED.to_owned()));
        }
    }
}

/// Tells an answer, and logs what went wrong. When the loop has left, nobody waits for it.
fn tell(inbox: &Sender<Msg>, ticket: Ticket, answer: Answer) {
    if let Answer::Fault(words) | Answer::NotSaved(_, words) | Answer::PrivateNotSaved(words) =
        &answer
    {
        tracing::warn!("{words}");
    }
    let _ = inbox.send(Msg::Answer(ticket, answer));
}

//! The clerk performs what needs the store, one thing after another on a thread of its own, and answers.

mod import;
mod private;
pub mod search;

use super::effect::{Answer, Asked, Effect, Msg, Save, Saved};
use super::model::chronology::Findings;
use super::model::next::Purpose;
use super::ticket::Ticket;
use crate::store::{Passphrase, Place, PrivateBook, Store, StoreError};
use std::cell::Cell;
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};

/// The setting that says after how many minutes without a key the screen locks itself; 0 is never.
pub const IDLE_MINUTES: &str = "idle_minutes";

const IDLE_MINUTES_UNLESS_SET: u32 = 10;

/// Makes a store that needs no passphrase, behind the first frame.
pub type Maker = Box<dyn FnOnce() -> Result<Store, String> + Send>;

/// Holds the store.
pub struct Clerk {
    place: Option<Place>,
    store: Option<Arc<Store>>,
    /// The book of private notes that is open; its key is wiped when it is let go of.
    book: Option<PrivateBook>,
}

impl Clerk {
    /// A clerk of a store that a passphrase opens.
    pub fn of_place(place: Place) -> Clerk {
        Clerk {
            place: Some(place),
            store: None,
            book: None,
        }
    }

    /// A clerk of a store that is open and cannot be locked; without one, until [`Clerk::receive`] is given it.
    pub fn of_store(store: Option<Store>) -> Clerk {
        Clerk {
            place: None,
            store: store.map(Arc::new),
            book: None,
        }
    }

    /// Takes a store that was just made.
    pub fn receive(&mut self, made: Result<Store, String>, answer: &mut dyn FnMut(Answer)) {
        match made {
            Ok(store) => {
                answer(Answer::Unlocked(store.holder().to_owned()));
                self.store = Some(Arc::new(store));
            }
            Err(words) => answer(Answer::Fault(words)),
        }
    }

    /// Performs an effect that needs the store; the others are the loop's and are passed over.
    pub fn perform(&mut self, effect: Effect, answer: &mut dyn FnMut(Answer)) {
        self.perform_while(effect, answer, &mut || true);
    }

    /// The same; a search is broken off when `nothing_waits` says that something else was asked meanwhile.
    pub fn perform_while(
        &mut self,
        effect: Effect,
        answer: &mut dyn FnMut(Answer),
        nothing_waits: &mut dyn FnMut() -> bool,
    ) {
        match effect {
            Effect::CompletePath(typed) => {
                let paths = import::paths(&typed);
                answer(Answer::Paths(typed, paths));
            }
            Effect::Unlock(passphrase) => self.unlock(&passphrase, answer),
            Effect::Lock => {
                self.book = None;
                self.store = None;
            }
            Effect::ClosePrivateBook => self.book = None,
            Effect::FindOut(file) => answer(Answer::FoundOut(Arc::new(Findings::of(&file)))),
            other => match self.store.clone() {
                Some(store) if private::is_one(&other) => {
                    private::perform(&store, &mut self.book, other, answer);
                }
                Some(store) => with_store(&store, other, answer, nothing_waits),
                None => answer(Answer::Fault(
                    "The store is locked, so nothing was read or written.".to_owned(),
                )),
            },
        }
    }

    /// How many drafts wait to be finished; none while the store is locked.
    pub fn drafts_kept(&self) -> usize {
        let drafts = self.store.as_ref().and_then(|store| store.drafts().ok());
        drafts.map_or(0, |drafts| drafts.len())
    }

    fn unlock(&mut self, passphrase: &Passphrase, answer: &mut dyn FnMut(Answer)) {
        let Some(place) = &self.place else {
            return;
        };
        let opened = Store::open(place, passphrase, &mut |progress| {
            answer(Answer::Progress(
                progress.what.to_owned(),
                progress.done,
                progress.total,
            ));
        });
        match opened {
            Ok(store) => {
                answer(Answer::Unlocked(store.holder().to_owned()));
                answer(Answer::IdleMinutes(idle_minutes(&store)));
                for words in store.notices() {
                    answer(Answer::Fault(words.clone()));
                }
                self.store = Some(Arc::new(store));
            }
            Err(fault) => answer(Answer::StaysLocked(fault.to_string())),
        }
    }
}

fn idle_minutes(store: &Store) -> Option<u32> {
    let set = store.setting(IDLE_MINUTES).ok().flatten();
    let minutes = set.and_then(|minutes| minutes.trim().parse().ok());
    Some(minutes.unwrap_or(IDLE_MINUTES_UNLESS_SET)).filter(|minutes| *minutes > 0)
}

fn with_store(
    store: &Arc<Store>,
    effect: Effect,
    answer: &mut dyn FnMut(Answer),
    nothing_waits: &mut dyn FnMut() -> bool,
) {
    let done = match effect {
        Effect::LoadCaseload => store
            .caseload()
            .map(|cases| answer(Answer::Caseload(cases))),
        Effect::OpenCase(opening) => store
            .case_file(opening.case)
            .map(|file| answer(Answer::Case(Box::new(file)))),
        Effect::LoadRevisions(case) => store
            .revisions(case)
            .map(|all| answer(Answer::Revisions(case, all))),
        Effect::LoadDrafts => store.drafts().map(|drafts| answer(Answer::Drafts(drafts))),
        Effect::PutDraft(draft) => store.put_draft(&draft),
        Effect::DropDraft(draft) => store.drop_draft(draft),
        Effect::Save(save) => saved(store, *save, answer),
        Effect::SearchCaseload(words) => search::caseload(store, &words, answer, nothing_waits),
        Effect::PlanImport(asked) => {
            let planned = import::planned(store, &asked, answer);
            answer(Answer::Planned(planned.map(Box::new)));
            Ok(())
        }
        Effect::KeepMapping(mapping) => import::keep_mapping(store, mapping),
        _ => Ok(()),
    };
    if let Err(fault) = done {
        answer(Answer::Fault(StoreError::to_string(&fault)));
    }
}

/// Saves a change, and lets go of the draft of the form that it was typed in.
fn saved(store: &Store, save: Save, answer: &mut dyn FnMut(Answer)) -> Result<(), StoreError> {
    let Save {
        mut change,
        file,
        at,
        purpose,
    } = save;
    let after = change.add_line(&file, at);
    if let Err(fault) = store.save(&change) {
        answer(Answer::NotSaved(change.case, fault.to_string()));
        return Ok(());
    }
    answer(Answer::Saved(Box::new(Saved {
        change,
        before: file,
        after,
    })));
    match purpose {
        Purpose::Form(draft) => store.drop_draft(draft),
        _ => Ok(()),
    }
}

/// What a clerk's thread does until nothing more is asked: makes the store when one is to be made, then performs
/// effects in their order. Gives how many drafts stay.
pub fn work(
    mut clerk: Clerk,
    make: Option<Maker>,
    asked: &Receiver<Asked>,
    inbox: &Sender<Msg>,
) -> usize {
    // The last that was asked, also when a mistake of the program ends the work.
    let ticket = Cell::new(Ticket::default());
    // When the loop has left, nobody waits for the answer.
    let mut answer = |answer| drop(inbox.send(Msg::Answer(ticket.get(), answer)));
    let worked = catch_unwind(AssertUnwindSafe(|| {
        if let Some(make) = make {
            clerk.receive(make(), &mut answer);
        }
        // What was asked while a search went on, and broke it off.
        let mut waiting = VecDeque::new();
        while let Some(asking) = waiting.pop_front().or_else(|| asked.recv().ok()) {
            ticket.set(asking.ticket);
            clerk.perform_while(asking.effect, &mut answer, &mut || {
                waiting.extend(asked.try_iter());
                waiting.is_empty()
            });
        }
        clerk.drafts_kept()
    }));
    worked.unwrap_or_else(|_| {
        answer(Answer::Fault(
            "Reading and writing stopped because of a mistake of the program. What was saved is safe: leave, and open it again."
                .to_owned(),
        ));
        0
    })
}

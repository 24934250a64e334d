//! The clerk opens the store, writes to it and reads what saves change (the caseload, a case, drafts), one thing after another
//! on a thread of its own, so that each read sees the saves before it. All of it is quick; the [`reader`](super::reader) does
//! what takes long.

mod private;

use super::effect::{Answer, Effect, SaveRequest, SavedChange};
use super::model::next::SavePurpose;
use super::open_store::OpenStore;
use super::reader::import;
use crate::store::{Passphrase, Place, PrivateBook, Store, StoreError};

/// The setting that says after how many minutes without a key the screen locks itself; 0 is never.
pub const IDLE_MINUTES: &str = "idle_minutes";

const IDLE_MINUTES_UNLESS_SET: u32 = 10;

/// Makes a store that needs no passphrase, behind the first frame.
pub type Maker = Box<dyn FnOnce() -> Result<Store, String> + Send>;

/// Opens the store and writes to it.
pub struct Clerk {
    place: Option<Place>,
    store: OpenStore,
    /// The book of private notes that is open; its key is wiped when it is let go of.
    book: Option<PrivateBook>,
}

impl Clerk {
    /// A clerk of a store that a passphrase opens.
    pub fn of_place(place: Place) -> Clerk {
        Clerk {
            place: Some(place),
            store: OpenStore::default(),
            book: None,
        }
    }

    /// A clerk of a store that is open and cannot be locked; without one, until [`Clerk::receive`] is given it.
    pub fn of_store(store: Option<Store>) -> Clerk {
        let open = OpenStore::default();
        open.put(store);
        Clerk {
            place: None,
            store: open,
            book: None,
        }
    }

    /// The store that it keeps open, for a reader beside it.
    pub fn store(&self) -> OpenStore {
        self.store.clone()
    }

    /// Takes a store that was just made.
    pub fn receive(&mut self, made: Result<Store, String>, answer: &mut dyn FnMut(Answer)) {
        match made {
            Ok(store) => {
                answer(Answer::Unlocked(store.holder().to_owned()));
                self.store.put(Some(store));
            }
            Err(words) => answer(Answer::Fault(words)),
        }
    }

    /// Performs one of the clerk's effects; the others are passed over.
    pub fn perform(&mut self, effect: Effect, answer: &mut dyn FnMut(Answer)) {
        match effect {
            Effect::Unlock(passphrase) => self.unlock(&passphrase, answer),
            Effect::Lock => {
                self.book = None;
                self.store.put(None);
            }
            Effect::ClosePrivateBook => self.book = None,
            other => {
                let book = &mut self.book;
                let done = self.store.with(|store| match private::is_one(&other) {
                    true => private::perform(store, book, other, answer),
                    false => with_store(store, other, answer),
                });
                if done.is_none() {
                    answer(Answer::Fault(
                        "The store is locked, so nothing was read or written.".to_owned(),
                    ));
                }
            }
        }
    }

    /// How many drafts wait to be finished; none while the store is locked.
    pub fn drafts_kept(&self) -> usize {
        let drafts = self.store.with(Store::drafts);
        drafts.and_then(Result::ok).map_or(0, |drafts| drafts.len())
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
                self.store.put(Some(store));
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

fn with_store(store: &Store, effect: Effect, answer: &mut dyn FnMut(Answer)) {
    let done = match effect {
        Effect::LoadCaseload => store
            .caseload()
            .map(|cases| answer(Answer::Caseload(cases))),
        Effect::OpenCase(opening) => store
            .case_file(opening.case)
            .map(|file| answer(Answer::Case(Box::new(file)))),
        Effect::LoadDrafts => store.drafts().map(|drafts| answer(Answer::Drafts(drafts))),
        Effect::PutDraft(draft) => store.put_draft(&draft),
        Effect::DropDraft(draft) => store.drop_draft(draft),
        Effect::Save(save) => saved(store, *save, answer),
        Effect::KeepMapping(mapping) => import::keep_mapping(store, mapping),
        _ => Ok(()),
    };
    if let Err(fault) = done {
        answer(Answer::Fault(StoreError::to_string(&fault)));
    }
}

/// Saves a change, and lets go of the draft of the form that it was typed in.
fn saved(
    store: &Store,
    save: SaveRequest,
    answer: &mut dyn FnMut(Answer),
) -> Result<(), StoreError> {
    let SaveRequest {
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
    answer(Answer::Saved(Box::new(SavedChange {
        change,
        before: file,
        after,
    })));
    match purpose {
        SavePurpose::Form(draft) => store.drop_draft(draft),
        _ => Ok(()),
    }
}

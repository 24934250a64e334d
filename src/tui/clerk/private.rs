//! What the clerk does with books of private notes. One is open at a time.

use crate::store::{Cost, PrivateBook, Store, StoreError};
use crate::tui::effect::{Answer, Effect, OpenedBook};

/// Whether an effect is one of these.
pub fn is_one(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::LoadPrivateBooks
            | Effect::OpenPrivateBook(..)
            | Effect::SavePrivate(_)
            | Effect::PutPrivateDraft(_)
            | Effect::DropPrivateDraft
    )
}

/// Does it, and answers.
pub fn perform(
    store: &Store,
    open: &mut Option<PrivateBook>,
    effect: Effect,
    answer: &mut dyn FnMut(Answer),
) {
    let done = match (effect, open.as_ref()) {
        (Effect::LoadPrivateBooks, _) => store.private_books().map(Answer::PrivateBooks).map(Some),
        (Effect::OpenPrivateBook(owner, passphrase, make), _) => {
            let book = match make {
                true => store.make_private_book(&owner, &passphrase, Cost::Full),
                false => store.open_private_book(&owner, &passphrase),
            };
            let read = book.and_then(|book| Ok((read(store, &book)?, book)));
            Ok(Some(match read {
                Ok((read, book)) => {
                    *open = Some(book);
                    Answer::PrivateOpened(Box::new(read))
                }
                Err(fault) => Answer::PrivateStaysClosed(fault.to_string()),
            }))
        }
        (Effect::SavePrivate(revision), Some(book)) => {
            let saved = store.save_private(book, &revision);
            Ok(Some(match saved.and_then(|()| store.private_notes(book)) {
                Ok(notes) => Answer::PrivateSaved(notes),
                Err(fault) => Answer::PrivateNotSaved(fault.to_string()),
            }))
        }
        (Effect::PutPrivateDraft(draft), Some(book)) => {
            store.put_private_draft(book, &draft).map(|()| None)
        }
        (Effect::DropPrivateDraft, Some(book)) => store.drop_private_draft(book).map(|()| None),
        _ => Ok(Some(Answer::PrivateNotSaved(
            "The book of private notes is closed, so nothing was written.".to_owned(),
        ))),
    };
    match done {
        Ok(Some(said)) => answer(said),
        Ok(None) => {}
        Err(fault) => answer(Answer::Fault(fault.to_string())),
    }
}

fn read(store: &Store, book: &PrivateBook) -> Result<OpenedBook, StoreError> {
    let covers = store.private_books()?.into_iter();
    let mut own = covers.filter(|cover| cover.owner == book.owner());
    Ok(OpenedBook {
        owner: book.owner().to_owned(),
        holders: own.next().map_or_else(Vec::new, |cover| cover.holders),
        notes: store.private_notes(book)?,
        draft: store.private_draft(book)?,
    })
}

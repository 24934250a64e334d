//! Books of private notes: what worker and supervisor say about the worker, one book a worker, apart from every case.
//!
//! A book has a random key of its own, wrapped by the passphrases of those who have a slot of it. Its notes and drafts are
//! sealed with that key and then with the store's: whoever opens the store sees that there is a book, whose it is, who has a
//! slot and how much is in it, and can tell that it is whole; whoever has only the book's passphrase has nothing. A book lies
//! in the same engine, log and backups as everything else, and no search, view or document of a case reads its keys.
//!
//! A passphrase that was changed opens the book no more. Backups, and the log until it is written anew, still hold
//! the old slot under the store's seal, as an old backup of the store opens with the passphrase of its day.

mod check;
mod kept;
mod notes;
#[cfg(test)]
mod tests;

use super::attempts::Attempts;
use super::engine::Batch;
use super::seal::{DataKey, Seal};
use super::slots::{Cost, Slots};
use super::{Passphrase, Store, StoreError, codec, keys};
pub use kept::PrivateDraft;
pub(super) use kept::{BookKept, BookTally};
use std::fmt;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::PoisonError;
use std::time::SystemTime;

/// What anybody who opened the store can see of a book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookCover {
    /// The worker whose book it is.
    pub owner: String,
    /// Who has a slot of it.
    pub holders: Vec<String>,
}

/// An open book. Its key is wiped when it is dropped.
pub struct PrivateBook {
    number: [u8; 16],
    owner: String,
    holder: String,
    key: DataKey,
    seal: Seal,
}

impl PrivateBook {
    fn of(kept: &BookKept, key: DataKey, holder: String) -> PrivateBook {
        PrivateBook {
            number: kept.slots.number,
            owner: kept.owner.clone(),
            holder,
            seal: Seal::new(&key),
            key,
        }
    }

    /// The worker whose book it is.
    pub fn owner(&self) -> &str {
        &self.owner
    }

    /// Whose passphrase opened it.
    pub fn holder(&self) -> &str {
        &self.holder
    }
}

/// Says only that it is one.
impl fmt::Debug for PrivateBook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PrivateBook")
    }
}

impl Store {
    /// The books of private notes that there are, by the names of the workers.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when a cover does not open.
    pub fn private_books(&self) -> Result<Vec<BookCover>, StoreError> {
        let covers = self.books()?.into_iter().map(|kept| BookCover {
            holders: kept.slots.holders().map(str::to_owned).collect(),
            owner: kept.owner,
        });
        let mut covers: Vec<BookCover> = covers.collect();
        covers.sort_by(|a, b| a.owner.cmp(&b.owner));
        Ok(covers)
    }

    /// Makes a worker's book, with one slot: of whoever opened the store, with this passphrase.
    ///
    /// # Errors
    /// [`StoreError::BookExists`] when there is one of that worker; else as [`Store::save`].
    pub fn make_private_book(
        &self,
        owner: &str,
        passphrase: &Passphrase,
        cost: Cost,
    ) -> Result<PrivateBook, StoreError> {
        let _one_at_a_time = self.head.write().unwrap_or_else(PoisonError::into_inner);
        let owner = owner.trim();
        if self.book_of(owner)?.is_some() {
            return Err(StoreError::BookExists(owner.to_owned()));
        }
        let key = DataKey::random()?;
        let kept = BookKept {
            owner: owner.to_owned(),
            slots: Slots::around(&key, passphrase, &self.holder, cost)?,
        };
        let number = kept.slots.number;
        let mut batch = Batch::default();
        self.put(&mut batch, keys::private_book(number), &kept)?;
        let tally = BookTally::default();
        self.put(&mut batch, keys::private_tally(number), &tally)?;
        self.engine.commit(batch)?;
        Ok(PrivateBook::of(&kept, key, self.holder.clone()))
    }

    /// Opens a worker's book. After two wrong passphrases each further attempt is refused until a little longer has
    /// passed, also after a restart; nobody's other work waits for it.
    ///
    /// # Errors
    /// [`StoreError::NoSuchBook`], [`StoreError::WrongBookPassphrase`], [`StoreError::TooSoon`].
    pub fn open_private_book(
        &self,
        owner: &str,
        passphrase: &Passphrase,
    ) -> Result<PrivateBook, StoreError> {
        let kept = self.known_book(owner)?;
        let file = self.attempts_at(&kept);
        let now = SystemTime::now();
        let attempts = file.as_deref().map(Attempts::read).unwrap_or_default();
        let wait = attempts.wait(now);
        if !wait.is_zero() {
            return Err(StoreError::TooSoon { wait });
        }
        match kept.slots.unwrap_key(passphrase)? {
            Some((key, holder)) => {
                file.as_deref().map(Attempts::right);
                Ok(PrivateBook::of(&kept, key, holder))
            }
            None => {
                let wrong = file.as_deref().map(|file| attempts.wrong(file, now));
                let wait = wrong.unwrap_or_default();
                Err(StoreError::WrongBookPassphrase { wait })
            }
        }
    }

    /// Gives a person a slot of their own in an open book, or a new passphrase to somebody who has one.
    ///
    /// # Errors
    /// As [`Store::save`]: everybody's passphrase is then as it was.
    pub fn let_into_private_book(
        &self,
        book: &PrivateBook,
        holder: &str,
        passphrase: &Passphrase,
        cost: Cost,
    ) -> Result<(), StoreError> {
        let _one_at_a_time = self.head.write().unwrap_or_else(PoisonError::into_inner);
        let mut kept = self.known_book(&book.owner)?;
        kept.slots.add(&book.key, passphrase, holder.trim(), cost)?;
        let mut batch = Batch::default();
        self.put(&mut batch, keys::private_book(book.number), &kept)?;
        self.engine.commit(batch)
    }

    /// Changes the passphrase of whoever opened the book.
    ///
    /// # Errors
    /// As [`Store::let_into_private_book`].
    pub fn change_private_passphrase(
        &self,
        book: &PrivateBook,
        passphrase: &Passphrase,
        cost: Cost,
    ) -> Result<(), StoreError> {
        self.let_into_private_book(book, &book.holder, passphrase, cost)
    }

    fn books(&self) -> Result<Vec<BookKept>, StoreError> {
        let mut books = Vec::new();
        self.engine.scan(keys::PRIVATE_BOOKS, &mut |key, value| {
            books.push(codec::decode(&self.unseal(key, value)?)?);
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(books)
    }

    fn book_of(&self, owner: &str) -> Result<Option<BookKept>, StoreError> {
        let same = |kept: &BookKept| kept.owner.to_lowercase() == owner.trim().to_lowercase();
        Ok(self.books()?.into_iter().find(same))
    }

    fn known_book(&self, owner: &str) -> Result<BookKept, StoreError> {
        let book = self.book_of(owner)?;
        book.ok_or_else(|| StoreError::NoSuchBook(owner.trim().to_owned()))
    }

    /// Where wrong passphrases of a book are counted. A store in memory is gone with the program and counts none.
    fn attempts_at(&self, kept: &BookKept) -> Option<PathBuf> {
        let disk = self.disk.as_ref()?;
        Some(disk.place.attempts_at_book(kept.slots.number))
    }
}

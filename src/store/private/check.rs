//! Whether books of private notes are as they were written, as far as that can be told without their passphrases: every
//! value opens with the store's key, and there are as many as were written. What is under the book's own seal is read
//! by [`Store::private_history`], with a passphrase.

use super::{BookKept, BookTally};
use crate::store::check_report::CheckReport;
use crate::store::engine::Batch;
use crate::store::{Store, StoreError, codec, keys};
use std::collections::BTreeMap;
use std::ops::ControlFlow;

impl Store {
    /// Opens the outer seal of everything that books hold, and counts.
    pub(in crate::store) fn check_private(
        &self,
        report: &mut CheckReport,
    ) -> Result<(), StoreError> {
        let mut found = BTreeMap::<[u8; 16], BookTally>::new();
        self.engine.scan(keys::PRIVATE_BOOKS, &mut |key, value| {
            report.private_books += 1;
            let opened = self.seal.open(key, value);
            match opened.and_then(|(_, plain)| codec::decode::<BookKept>(&plain)) {
                Ok(kept) => {
                    found.entry(kept.slots.number).or_default();
                }
                Err(error) => report.faults.push(error.to_string()),
            }
            Ok(ControlFlow::Continue(()))
        })?;
        for prefix in [keys::PRIVATE_NOTES, keys::PRIVATE_DRAFTS] {
            let is_note = prefix == keys::PRIVATE_NOTES;
            self.engine.scan(prefix, &mut |key, value| {
                let book = keys::private_book_of(key).unwrap_or_default();
                match self.seal.open(key, value) {
                    Ok(_) if is_note => {
                        report.private_revisions += 1;
                        found.entry(book).or_default().revisions += 1;
                    }
                    Ok(_) => {}
                    Err(error) => report.faults.push(error.to_string()),
                }
                Ok(ControlFlow::Continue(()))
            })?;
        }
        for (book, counted) in found {
            let has_cover = self.engine.get(&keys::private_book(book))?.is_some();
            let tally: Option<BookTally> = self.read(&keys::private_tally(book))?;
            if !has_cover {
                report.faults.push(
                    "The cover of a book of private notes is missing, and with it the key slots."
                        .into(),
                );
            } else if tally != Some(counted) {
                report.faults.push(
                    "A book of private notes does not have as many revisions as were written."
                        .into(),
                );
            }
        }
        Ok(())
    }

    /// Counts the revisions of every book again, after saves were lost that the counts remember.
    pub(in crate::store) fn recount_private(&self, batch: &mut Batch) -> Result<(), StoreError> {
        let mut tallies = BTreeMap::<[u8; 16], BookTally>::new();
        for prefix in [keys::PRIVATE_BOOKS, keys::PRIVATE_NOTES] {
            let is_note = prefix == keys::PRIVATE_NOTES;
            self.engine.scan(prefix, &mut |key, _| {
                let book = keys::private_book_of(key).unwrap_or_default();
                tallies.entry(book).or_default().revisions += u32::from(is_note);
                Ok(ControlFlow::Continue(()))
            })?;
        }
        for (book, tally) in tallies {
            self.put(batch, keys::private_tally(book), &tally)?;
        }
        Ok(())
    }
}

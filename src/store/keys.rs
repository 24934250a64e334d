//! The key space: binary keys of opaque ids, ordered so that one scan opens a case.
//!
//! `r case kind id` current record · `h case id revision` superseded revision · `c case` caseload line ·
//! `t case` tally of the case · `j seq` journal · `d id` draft · `m name` meta · `s name` setting.
//! Books of private notes, which belong to no case: `pb book` its cover and key slots · `pn book id revision` a revision of a
//! note · `pd book` its draft · `pt book` how many revisions it has.

use crate::record::{CaseId, RecordId};

/// Current records of a case.
pub(super) fn records(case: CaseId) -> Vec<u8> {
    [b"r", case.to_bytes().as_slice()].concat()
}

/// A current record.
pub(super) fn record(case: CaseId, kind: u8, id: RecordId) -> Vec<u8> {
    [
        b"r",
        case.to_bytes().as_slice(),
        &[kind],
        id.to_bytes().as_slice(),
    ]
    .concat()
}

/// The kind of the record that stands under a key of [`records`].
pub(super) fn kind_of(key: &[u8]) -> Option<u8> {
    key.get(1 + size_of::<[u8; 16]>()).copied()
}

/// Superseded revisions of a case.
pub(super) fn superseded(case: CaseId) -> Vec<u8> {
    [b"h", case.to_bytes().as_slice()].concat()
}

/// Superseded revisions of a record.
pub(super) fn superseded_of(case: CaseId, id: RecordId) -> Vec<u8> {
    [b"h", case.to_bytes().as_slice(), id.to_bytes().as_slice()].concat()
}

/// One superseded revision.
pub(super) fn revision(case: CaseId, id: RecordId, revision: u32) -> Vec<u8> {
    let mut key = superseded_of(case, id);
    key.extend_from_slice(&revision.to_be_bytes());
    key
}

/// A case's line of the caseload.
pub(super) fn line(case: CaseId) -> Vec<u8> {
    [b"c", case.to_bytes().as_slice()].concat()
}

/// How many records a case has.
pub(super) fn tally(case: CaseId) -> Vec<u8> {
    [b"t", case.to_bytes().as_slice()].concat()
}

/// An entry of the journal.
pub(super) fn journal(seq: u64) -> Vec<u8> {
    [b"j", seq.to_be_bytes().as_slice()].concat()
}

/// A draft.
pub(super) fn draft(id: RecordId) -> Vec<u8> {
    [b"d", id.to_bytes().as_slice()].concat()
}

/// A setting, by its hashed name.
pub(super) fn setting(name: [u8; 16]) -> Vec<u8> {
    [b"s", name.as_slice()].concat()
}

/// The cover and key slots of a book of private notes.
pub(super) fn private_book(book: [u8; 16]) -> Vec<u8> {
    [PRIVATE_BOOKS, book.as_slice()].concat()
}

/// Every revision of every note of a book.
pub(super) fn private_notes(book: [u8; 16]) -> Vec<u8> {
    [PRIVATE_NOTES, book.as_slice()].concat()
}

/// A revision of a note.
pub(super) fn private_note(book: [u8; 16], id: RecordId, revision: u32) -> Vec<u8> {
    let mut key = private_notes(book);
    key.extend_from_slice(&id.to_bytes());
    key.extend_from_slice(&revision.to_be_bytes());
    key
}

/// The draft of a book.
pub(super) fn private_draft(book: [u8; 16]) -> Vec<u8> {
    [PRIVATE_DRAFTS, book.as_slice()].concat()
}

/// How many revisions a book has.
pub(super) fn private_tally(book: [u8; 16]) -> Vec<u8> {
    [b"pt", book.as_slice()].concat()
}

/// The book that a key of one of its values names.
pub(super) fn private_book_of(key: &[u8]) -> Option<[u8; 16]> {
    key.get(PRIVATE_BOOKS.len()..)?.first_chunk().copied()
}

/// The head of the journal and the counts of the whole store.
pub(super) const HEAD: &[u8] = b"mhead";
/// The caseload.
pub(super) const LINES: &[u8] = b"c";
/// The drafts.
pub(super) const DRAFTS: &[u8] = b"d";
/// The settings.
pub(super) const SETTINGS: &[u8] = b"s";
/// Every current record.
pub(super) const RECORDS: &[u8] = b"r";
/// Every superseded revision.
pub(super) const SUPERSEDED: &[u8] = b"h";
/// The journal.
pub(super) const JOURNAL: &[u8] = b"j";
/// The covers of the books of private notes.
pub(super) const PRIVATE_BOOKS: &[u8] = b"pb";
/// Every revision of every private note.
pub(super) const PRIVATE_NOTES: &[u8] = b"pn";
/// The drafts of private notes.
pub(super) const PRIVATE_DRAFTS: &[u8] = b"pd";

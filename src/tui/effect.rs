//! What a frame's model asks of the world, and what the world answers.
//!
//! `update` returns effects, each with its [`Ticket`], and never performs them; the [`clerk`](super::clerk) thread performs
//! what needs the store and answers under the same ticket, the loop performs what needs the terminal.

use crate::exchange::import::{ImportPlan, Mapping};
use crate::record::{CaseFile, CaseId, CaseLine, Change, PrivateRevision, Record, RecordId};
use crate::store::{BookCover, Draft, Passphrase, PrivateDraft};

use super::input::Key;
use super::model::case::chronology::Findings;
use super::model::next::{CaseToOpen, SavePurpose};
use super::ticket::{RequestKind, Ticket};
use chrono::{DateTime, NaiveDate, Utc};
use std::sync::Arc;

/// Something to be done outside the model.
#[derive(Debug)]
pub enum Effect {
    /// Open the store with this passphrase.
    Unlock(Passphrase),
    /// Let go of the store's keys; the passphrase is needed again.
    Lock,
    /// Read the caseload.
    LoadCaseload,
    /// Read a case.
    OpenCase(Box<CaseToOpen>),
    /// Read every revision of a case, for "as at" and for the history of an entry.
    LoadRevisions(CaseId),
    /// Work out what follows from this case file for its chronology; in a long one that takes longer than a key may.
    FindOut(Arc<CaseFile>),
    /// Write a change.
    Save(Box<SaveRequest>),
    /// Keep a draft.
    PutDraft(Draft),
    /// Let go of a draft that was saved or thrown away.
    DropDraft(RecordId),
    /// Read the drafts that were left.
    LoadDrafts,
    /// Search every case.
    SearchCaseload(String),
    /// Work out what an import would do.
    PlanImport(Box<ImportAsked>),
    /// Keep how files of this form are read.
    KeepMapping(Mapping),
    /// Find the paths that begin with what was typed.
    CompletePath(String),
    /// Tell which books of private notes there are.
    LoadPrivateBooks,
    /// Open the book of this worker with its passphrase; or make it.
    OpenPrivateBook(String, Passphrase, bool),
    /// Write a revision of a note into the open book.
    SavePrivate(Box<PrivateRevision>),
    /// Keep what was typed of a note, under the open book's seal.
    PutPrivateDraft(PrivateDraft),
    /// Let go of it.
    DropPrivateDraft,
    /// Let go of the open book's key.
    ClosePrivateBook,
    /// Open this text in the user's own editor.
    Editor(String),
    /// Put this text on the clipboard of the user's terminal.
    Copy(String),
    /// Draw everything again, whatever the terminal holds.
    Redraw,
    /// Stop, as ctrl-z does, until the shell brings the program back.
    Suspend,
    /// Leave.
    Quit,
}

impl Effect {
    /// What is asked, where only the last request counts; `None` for what is written or needs no answer.
    pub fn question(&self) -> Option<RequestKind> {
        Some(match self {
            Effect::LoadCaseload => RequestKind::Caseload,
            Effect::OpenCase(_) => RequestKind::Case,
            Effect::LoadRevisions(_) => RequestKind::Revisions,
            Effect::FindOut(_) => RequestKind::Findings,
            Effect::LoadDrafts => RequestKind::Drafts,
            Effect::SearchCaseload(_) => RequestKind::Search,
            Effect::PlanImport(_) => RequestKind::Import,
            Effect::CompletePath(_) => RequestKind::Paths,
            Effect::LoadPrivateBooks => RequestKind::PrivateBooks,
            Effect::OpenPrivateBook(..) => RequestKind::PrivateBook,
            _ => return None,
        })
    }
}

/// An effect and the ticket that its answers bring back.
#[derive(Debug)]
pub struct Request {
    /// The ticket.
    pub ticket: Ticket,
    /// What is to be done.
    pub effect: Effect,
}

/// A change to be saved. Its caseload line follows from the whole case, so the clerk works it out, not the screen's thread.
#[derive(Debug)]
pub struct SaveRequest {
    /// The change, without its caseload line.
    pub change: Change,
    /// The case file that it was stamped for.
    pub file: Arc<CaseFile>,
    /// When.
    pub at: DateTime<Utc>,
    /// What follows once it is on the disk.
    pub purpose: SavePurpose,
}

/// A change that is on the disk.
#[derive(Debug)]
pub struct SavedChange {
    /// The change, with its caseload line.
    pub change: Change,
    /// The case file that it was stamped for.
    pub before: Arc<CaseFile>,
    /// The same with the change in it.
    pub after: CaseFile,
}

/// Something that happened.
#[derive(Debug)]
pub enum Msg {
    /// A key.
    Key(Key),
    /// Text pasted in one piece.
    Paste(String),
    /// The terminal has this many columns and rows.
    Resize(u16, u16),
    /// The line dropped or the session is being ended: keep drafts and leave.
    Hangup,
    /// The program is asked to stop until it is brought back.
    Suspend,
    /// The program goes on after it was stopped: the terminal may hold anything.
    Resumed,
    /// A time that the model asked to be woken at has come ([`Model::wake_at`](super::model::Model::wake_at)).
    Clock,
    /// The store thread answers what was asked under this ticket.
    Answer(Ticket, Answer),
    /// The user's editor came back with this text, or with words on why it could not be used.
    Edited(Result<String, String>),
}

/// What the store thread answers.
#[derive(Debug)]
pub enum Answer {
    /// The store is open, held by this person.
    Unlocked(String),
    /// After how many minutes without a key the screen locks itself, as kept in the store; `None` for never.
    IdleMinutes(Option<u32>),
    /// It did not open: in words.
    StaysLocked(String),
    /// Long work tells how far it is: what, done, of how many.
    Progress(String, u64, u64),
    /// The caseload.
    Caseload(Vec<CaseLine>),
    /// A case.
    Case(Box<CaseFile>),
    /// Every revision of a case.
    Revisions(CaseId, Vec<Record<crate::record::Body>>),
    /// What follows from a case file.
    FoundOut(Arc<Findings>),
    /// A change is on disk.
    Saved(Box<SavedChange>),
    /// A change of this case could not be saved: in words. The text is still in the form and its draft.
    NotSaved(CaseId, String),
    /// The drafts that were left.
    Drafts(Vec<Draft>),
    /// Some of what a search over all cases found, and whether this is all.
    Found(Vec<Find>, bool),
    /// What an import would do, or in words why it cannot be done.
    Planned(Result<Box<Planned>, String>),
    /// The paths that begin with what was typed.
    Paths(String, Vec<String>),
    /// The books of private notes that there are.
    PrivateBooks(Vec<BookCover>),
    /// A book is open.
    PrivateOpened(Box<OpenedBook>),
    /// It did not open: in words.
    PrivateStaysClosed(String),
    /// A note is on the disk; the notes as they stand now.
    PrivateSaved(Vec<PrivateRevision>),
    /// A note could not be saved: in words.
    PrivateNotSaved(String),
    /// Something went wrong, or the store has something to say that must be read: in words, without case content.
    Fault(String),
}

/// A book of private notes as the store opened it; its key stays with the clerk.
#[derive(Debug)]
pub struct OpenedBook {
    /// The worker whose book it is.
    pub owner: String,
    /// Who has a slot.
    pub holders: Vec<String>,
    /// The notes as they stand now.
    pub notes: Vec<PrivateRevision>,
    /// What was begun and not saved.
    pub draft: Option<PrivateDraft>,
}

/// An import that is asked for: nothing is written by planning it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportAsked {
    /// The case; `None` to find it by the family's name, or to make it.
    pub case: Option<CaseId>,
    /// The family's name.
    pub family: String,
    /// Chronologies, as typed.
    pub chronologies: Vec<String>,
    /// A table of people, as typed.
    pub people: Option<String>,
    /// A table of placements, as typed.
    pub placements: Option<String>,
    /// Tables of findings about factors, as typed.
    pub factors: Vec<String>,
    /// Tables of decisions on zones, as typed.
    pub zones: Vec<String>,
    /// Tables of goals, as typed.
    pub goals: Vec<String>,
    /// The day of the import.
    pub today: NaiveDate,
}

/// A planned import and the case that it was planned for.
#[derive(Debug)]
pub struct Planned {
    /// What would happen.
    pub plan: ImportPlan,
    /// The case as it is; without a record when it is new.
    pub existing: Arc<CaseFile>,
}

/// A place where words were found in some case.
#[derive(Debug, Clone, PartialEq)]
pub struct Find {
    /// The case.
    pub case: CaseId,
    /// The record.
    pub record: RecordId,
    /// The family's name.
    pub family: String,
    /// When, as written; empty for records without a date.
    pub when: String,
    /// Who told it, else what kind of thing it is.
    pub source: String,
    /// The words around the place.
    pub snippet: String,
}

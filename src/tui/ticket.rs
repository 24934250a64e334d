//! Tickets: every request to the store carries one and its answer brings it back, so that an answer is matched with what it
//! answers, never with whatever is open when it comes.

use std::collections::HashMap;

/// What is asked of the store. Of each kind only the last request counts: an earlier answer is out of date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RequestKind {
    /// The caseload.
    Caseload,
    /// A case, to be opened or read again.
    Case,
    /// The revisions of a case.
    Revisions,
    /// What follows from a case file for its chronology.
    Findings,
    /// The drafts.
    Drafts,
    /// A search over all cases.
    Search,
    /// The plan of an import.
    Import,
    /// Paths that begin with what was typed.
    Paths,
    /// Which books of private notes there are.
    PrivateBooks,
    /// A book of private notes, to be opened.
    PrivateBook,
}

/// Names one request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ticket {
    /// Counts locks and unlocks: what was asked before one is not answered after it.
    session: u64,
    /// Counts requests.
    sequence: u64,
    /// What was asked; `None` for what is written, where every answer counts.
    question: Option<RequestKind>,
}

impl Ticket {
    /// What was asked; `None` for what is written.
    pub fn question(self) -> Option<RequestKind> {
        self.question
    }

    /// The place of the request among all requests.
    pub fn sequence(self) -> u64 {
        self.sequence
    }
}

/// Gives tickets out and knows which answers still count.
#[derive(Debug, Default)]
pub struct Tickets {
    session: u64,
    sequence: u64,
    last: HashMap<RequestKind, Ticket>,
}

impl Tickets {
    /// The ticket for a request.
    pub fn give(&mut self, question: Option<RequestKind>) -> Ticket {
        self.sequence += 1;
        let ticket = Ticket {
            session: self.session,
            sequence: self.sequence,
            question,
        };
        if let Some(question) = question {
            self.last.insert(question, ticket);
        }
        ticket
    }

    /// Begins a new session: no earlier request counts any more.
    pub fn new_session(&mut self) {
        self.session += 1;
        self.last.clear();
    }

    /// Whether the request belongs to this session.
    pub fn is_of_session(&self, ticket: Ticket) -> bool {
        ticket.session == self.session
    }

    /// Whether the answer to this request may touch the model.
    pub fn counts(&self, ticket: Ticket) -> bool {
        let is_last = |question| self.last.get(&question) == Some(&ticket);
        self.is_of_session(ticket) && ticket.question.is_none_or(is_last)
    }

    /// A question was answered for good.
    pub fn answered(&mut self, question: RequestKind) {
        self.last.remove(&question);
    }

    /// Whether a question still waits that was asked before this request, and so may be answered without what it did.
    pub fn waits_since_before(&self, question: RequestKind, request: Ticket) -> bool {
        let asked = self.last.get(&question);
        asked.is_some_and(|asked| asked.sequence < request.sequence)
    }
}

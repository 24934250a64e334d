//! What the program goes on with, once the store has answered.

use super::Arrival;
use super::form::FormKind;
use crate::record::{CaseId, RecordId};
use crate::store::Draft;
use crate::tui::ticket::Ticket;

/// Taking a change back, or doing it again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Take back.
    Back,
    /// Do again.
    Forth,
}

/// What is done once a case has been read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// Open a form for a record of it.
    Form(FormKind, RecordId),
    /// Bring a draft back.
    Draft(Draft),
    /// Take back its last change, or do it again.
    Turn(Turn),
}

/// A case to be opened, or read again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseToOpen {
    /// The case.
    pub case: CaseId,
    /// Where to stand in it.
    pub arrival: Arrival,
    /// What is done once it has been read.
    pub next: Option<Next>,
}

impl CaseToOpen {
    /// A case, and nothing to do in it.
    pub fn of(case: CaseId) -> CaseToOpen {
        CaseToOpen {
            case,
            arrival: Arrival::default(),
            next: None,
        }
    }
}

/// Why something is saved, and so what follows once it is on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SavePurpose {
    /// The form with this draft asked for it: the form closes and the draft goes.
    Form(RecordId),
    /// The change that was saved under this ticket is taken back or done again.
    Turn(Turn, Ticket),
    /// A command did it without a form.
    Command,
}

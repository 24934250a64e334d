//! What the program goes on with, once the store has answered.

use super::form::Kind;
use crate::record::RecordId;
use crate::store::Draft;

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
    Form(Kind, RecordId),
    /// Bring a draft back.
    Draft(Draft),
    /// Take back its last change, or do it again.
    Turn(Turn),
}

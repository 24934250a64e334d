//! What the model waits for: saves that are not on the disk yet, and the case that is being opened. Everything that goes to
//! the store passes through here, so no request goes without a ticket.

use super::next::{CaseToOpen, SavePurpose};
use crate::tui::effect::{Effect, Request};
use crate::tui::ticket::{RequestKind, Ticket, Tickets};

/// What the model waits for.
#[derive(Debug, Default)]
pub struct Waiting {
    tickets: Tickets,
    saves: Vec<(Ticket, SavePurpose)>,
    opening: Option<CaseToOpen>,
}

impl Waiting {
    /// Gives every effect its ticket. What goes out together with a lock belongs to the session after it, so that a draft
    /// that could not be kept on locking is still told.
    pub fn ask(&mut self, effects: Vec<Effect>) -> Vec<Request> {
        let is_border = |effect: &Effect| matches!(effect, Effect::Lock | Effect::Unlock(_));
        if effects.iter().any(is_border) {
            self.tickets.new_session();
            self.saves.clear();
            self.opening = None;
        }
        effects
            .into_iter()
            .map(|effect| self.ask_one(effect))
            .collect()
    }

    /// Gives an effect its ticket.
    fn ask_one(&mut self, effect: Effect) -> Request {
        let ticket = self.tickets.give(effect.question());
        match &effect {
            Effect::Save(save) => self.saves.push((ticket, save.purpose)),
            Effect::SavePrivate(note) => self.saves.push((ticket, SavePurpose::Form(note.id))),
            Effect::OpenCase(opening) => self.opening = Some(opening.as_ref().clone()),
            _ => {}
        }
        Request { ticket, effect }
    }

    /// The tickets that were given.
    pub fn tickets(&self) -> &Tickets {
        &self.tickets
    }

    /// A question was answered for good.
    pub fn answered(&mut self, question: RequestKind) {
        self.tickets.answered(question);
    }

    /// Whether a save is on its way to the disk.
    pub fn is_saving(&self) -> bool {
        !self.saves.is_empty()
    }

    /// Whether a case is being opened.
    pub fn is_opening(&self) -> bool {
        self.opening.is_some()
    }

    /// A save was answered, well or not: what it was for.
    pub fn save_ended(&mut self, ticket: Ticket) -> Option<SavePurpose> {
        let place = self.saves.iter().position(|(known, _)| *known == ticket)?;
        Some(self.saves.remove(place).1)
    }

    /// The case that was being opened is there, or cannot be read.
    pub fn opening_ended(&mut self) -> Option<CaseToOpen> {
        self.opening.take()
    }
}

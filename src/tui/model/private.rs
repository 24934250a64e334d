//! Private notes on the screen: whose book, its passphrase, the notes in it, and the form for one. Nothing of it is kept
//! by the model once the layer is gone, and none of it is shown when the model is printed.

use super::form::Form;
use super::list::Place;
use crate::record::PrivateRevision;
use crate::store::{BookCover, PrivateDraft, TypedPassphrase};
use crate::tui::command::Scope;
use crate::tui::input::TextField;
use std::fmt;

/// What stands above every part of it.
pub const KEPT_APART: &str =
    "Kept apart from every case. Only those with a slot of this book can read it.";

/// The layer.
pub struct PrivatePane {
    /// The books that there are, once the store has said so.
    pub covers: Option<Vec<BookCover>>,
    /// Where one is in it.
    pub part: PrivateStep,
    /// Whether the store was asked and has not answered.
    pub waiting: bool,
    /// Why it went no further last time.
    pub refused: Option<String>,
}

/// The steps into a book.
pub enum PrivateStep {
    /// Whose book.
    Whose(Box<TextField>),
    /// Its passphrase.
    Secret(Secret),
    /// The notes in it.
    Book(OpenBook),
}

/// A passphrase being typed; it is wiped when the step is left.
#[derive(Default)]
pub struct Secret {
    /// The worker whose book it is.
    pub owner: String,
    /// Whether the worker has no book yet: the passphrase is made, and typed twice.
    pub is_new: bool,
    /// What was typed.
    pub typed: TypedPassphrase,
    /// What was typed the first time.
    pub first: Option<TypedPassphrase>,
}

/// A book that is open.
pub struct OpenBook {
    /// The worker whose book it is.
    pub owner: String,
    /// Who has a slot.
    pub holders: Vec<String>,
    /// The notes as they stand now, the latest first.
    pub notes: Vec<PrivateRevision>,
    /// Where the list stands.
    pub place: Place,
    /// The first line that is seen of the chosen note, while it is read in full.
    pub reading: Option<usize>,
    /// A note that was begun and not saved; it is sealed in the book.
    pub draft: Option<PrivateDraft>,
    /// The form, while a note is written.
    pub form: Option<Box<Form>>,
}

impl OpenBook {
    /// The chosen note.
    pub fn chosen(&self) -> Option<&PrivateRevision> {
        self.notes.get(self.place.chosen)
    }
}

impl PrivatePane {
    /// A pane that asks whose book, offering one.
    pub fn asking(offers: &str) -> PrivatePane {
        PrivatePane {
            covers: None,
            part: PrivateStep::Whose(Box::new(TextField::offering(offers))),
            waiting: true,
            refused: None,
        }
    }

    /// The book, when it is open.
    pub fn book(&self) -> Option<&OpenBook> {
        match &self.part {
            PrivateStep::Book(book) => Some(book),
            _ => None,
        }
    }

    /// The book, to be changed.
    pub fn book_mut(&mut self) -> Option<&mut OpenBook> {
        match &mut self.part {
            PrivateStep::Book(book) => Some(book),
            _ => None,
        }
    }

    /// The form, while a note is written.
    pub fn form(&self) -> Option<&Form> {
        self.book()?.form.as_deref()
    }

    /// The form, to be changed.
    pub fn form_mut(&mut self) -> Option<&mut Form> {
        self.book_mut()?.form.as_deref_mut()
    }

    /// The scopes for keys, the innermost first.
    pub fn scopes(&self) -> Vec<Scope> {
        match (&self.part, self.form()) {
            (_, Some(_)) => vec![Scope::Form, Scope::Everywhere],
            (PrivateStep::Book(_), None) => vec![Scope::Private, Scope::List, Scope::Everywhere],
            _ => vec![Scope::Prompt, Scope::Everywhere],
        }
    }

    /// Whether letters are text here.
    pub fn takes_text(&self) -> bool {
        !matches!(self.part, PrivateStep::Book(_)) || self.form().is_some()
    }
}

/// Says only that it is one.
impl fmt::Debug for PrivatePane {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PrivatePane")
    }
}

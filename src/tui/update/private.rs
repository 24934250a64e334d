//! Private notes: into a book, through its notes, and out. The book's key is the clerk's; it is let go of when the layer
//! closes and when the screen is locked. What is typed is kept as a draft in the book, never among the drafts of cases.

mod writing;

use super::form;
use crate::record::PrivateRevision;
use crate::store::{BookCover, Passphrase};
use crate::tui::command::Command;
use crate::tui::effect::{Effect, OpenedBook};
use crate::tui::input::{Key, KeyName, TextField};
use crate::tui::layout::private_rows;
use crate::tui::model::list::Place;
use crate::tui::model::next::SavePurpose;
use crate::tui::model::private::{OpenBook, PrivatePane, PrivateStep, Secret};
use crate::tui::model::{Layer, Model, Screen};
use crate::tui::ticket::Ticket;
use zeroize::Zeroize;

pub use writing::keep;
use writing::{begin, write};

/// Opens the layer, over whatever screen of an open store, when no other layer lies there.
///
/// This is the only way in, and it stays shut while others look at the screen.
pub fn open(model: &mut Model) -> Vec<Effect> {
    if matches!(model.screen, Screen::Unlock(_)) {
        model.say("Open the store first.");
        return Vec::new();
    }
    if model.presenting {
        model.say("Not while others look at this screen.");
        return Vec::new();
    }
    if !model.layers.is_empty() {
        model.say("Leave what is open here first.");
        return Vec::new();
    }
    let pane = PrivatePane::asking(&model.author);
    model.layers.push(Layer::Private(Box::new(pane)));
    vec![Effect::LoadPrivateBooks]
}

fn pane(model: &mut Model) -> Option<&mut PrivatePane> {
    model.layers.iter_mut().find_map(|layer| match layer {
        Layer::Private(pane) => Some(pane.as_mut()),
        _ => None,
    })
}

/// Does a command of the layer.
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let rows = private_rows(model);
    let Some(pane) = pane(model) else {
        return Vec::new();
    };
    if pane.form().is_some() {
        return write(model, command);
    }
    match &mut pane.part {
        PrivateStep::Book(book) => match command {
            Command::PrivateAdd => begin(model, true),
            Command::PrivateEdit => begin(model, false),
            _ => {
                book.go(command, rows);
                Vec::new()
            }
        },
        _ if command == Command::PromptAccept && !pane.waiting => go_on(pane),
        _ => Vec::new(),
    }
}

impl OpenBook {
    /// Through the list, or down a note that is read in full.
    fn go(&mut self, command: Command, rows: usize) {
        let count = self.notes.len();
        match (&mut self.reading, command) {
            (reading, Command::Open) if count > 0 => {
                *reading = reading.is_none().then_some(0);
            }
            (Some(top), Command::Down) => *top = top.saturating_add(1),
            (Some(top), Command::Up) => *top = top.saturating_sub(1),
            (Some(top), Command::PageDown) => *top = top.saturating_add(rows / 2),
            (Some(top), Command::PageUp) => *top = top.saturating_sub(rows / 2),
            (Some(top), Command::First) => *top = 0,
            (Some(_), _) => {}
            (None, command) => {
                self.place.go(command, count, rows);
            }
        }
    }
}

/// From the name to the passphrase, and from the passphrase to the store.
fn go_on(pane: &mut PrivatePane) -> Vec<Effect> {
    pane.refused = None;
    match &mut pane.part {
        PrivateStep::Whose(line) => {
            let owner = line.text().trim().to_owned();
            if owner.is_empty() {
                pane.refused = Some("Say whose book it is.".to_owned());
                return Vec::new();
            }
            let covers = pane.covers.iter().flatten();
            let mut same =
                covers.filter(|cover| cover.owner.to_lowercase() == owner.to_lowercase());
            let is_new = same.next().is_none();
            pane.part = PrivateStep::Secret(Secret {
                owner,
                is_new,
                ..Secret::default()
            });
            Vec::new()
        }
        PrivateStep::Secret(secret) => {
            let typed = std::mem::take(&mut secret.typed);
            if typed.is_empty() {
                pane.refused = Some("Type the passphrase first.".to_owned());
                return Vec::new();
            }
            match (secret.is_new, secret.first.take()) {
                (true, None) => {
                    secret.first = Some(typed);
                    Vec::new()
                }
                (true, Some(first)) if first != typed => {
                    pane.refused =
                        Some("The two are not the same. Type it anew, twice.".to_owned());
                    Vec::new()
                }
                (make, _) => {
                    pane.waiting = true;
                    let passphrase = Passphrase::from(typed);
                    let owner = secret.owner.clone();
                    vec![Effect::OpenPrivateBook(owner, passphrase, make)]
                }
            }
        }
        PrivateStep::Book(_) => Vec::new(),
    }
}

/// Takes a letter or an editing key, where no form is open.
pub fn key(pane: &mut PrivatePane, key: Key) {
    match &mut pane.part {
        PrivateStep::Whose(line) => {
            line.edit(key, usize::MAX);
        }
        PrivateStep::Secret(secret) if !pane.waiting => match (key.typed(), key.name) {
            (Some(letter), _) => secret.typed.push(letter),
            (None, KeyName::Backspace) => {
                secret.typed.pop();
            }
            (None, KeyName::Char('u')) if key.ctrl => secret.typed.zeroize(),
            _ => {}
        },
        _ => {}
    }
}

/// Takes pasted text, where no form is open. `false` when there is no field for it.
pub fn pasted(pane: &mut PrivatePane, words: &str) -> bool {
    match &mut pane.part {
        PrivateStep::Whose(line) => {
            line.insert(words);
            true
        }
        PrivateStep::Secret(secret) if !pane.waiting => {
            secret.typed.push_str(words.trim_end_matches(['\r', '\n']));
            true
        }
        _ => false,
    }
}

/// One step back: out of the form, the note, the passphrase, the layer.
pub fn back(model: &mut Model) -> Vec<Effect> {
    let kept = keep(model);
    let Some(pane) = pane(model) else {
        return Vec::new();
    };
    pane.refused = None;
    match &mut pane.part {
        PrivateStep::Book(book) if book.form.as_ref().is_some_and(|form| form.is_saving) => {
            model.say(form::BEING_SAVED);
            kept
        }
        PrivateStep::Book(book) if book.form.is_some() => {
            let is_changed = book.form.take().is_some_and(|form| form.is_changed());
            if is_changed {
                model.say("Kept as a draft in this book, under its seal.");
            }
            kept
        }
        PrivateStep::Book(book) if book.reading.is_some() => {
            book.reading = None;
            kept
        }
        PrivateStep::Secret(secret) if !pane.waiting => {
            pane.part = PrivateStep::Whose(Box::new(TextField::line(&secret.owner)));
            kept
        }
        _ => close(model),
    }
}

/// Takes the layer away and lets go of the book's key.
pub fn close(model: &mut Model) -> Vec<Effect> {
    let mut effects = keep(model);
    model
        .layers
        .retain(|layer| !matches!(layer, Layer::Private(_)));
    effects.push(Effect::ClosePrivateBook);
    effects
}

/// The store told which books there are; where there is one, it is offered.
pub fn books(model: &mut Model, covers: Vec<BookCover>) {
    let Some(pane) = pane(model) else { return };
    pane.waiting = false;
    if let ([only], PrivateStep::Whose(line)) = (covers.as_slice(), &mut pane.part)
        && line.is_offered()
    {
        **line = TextField::offering(&only.owner);
    }
    pane.covers = Some(covers);
}

/// The book is open. When the layer was left meanwhile, its key is let go of.
pub fn opened(model: &mut Model, opened: OpenedBook) -> Vec<Effect> {
    let asks =
        |pane: &&mut PrivatePane| pane.waiting && matches!(pane.part, PrivateStep::Secret(_));
    let Some(pane) = pane(model).filter(asks) else {
        return vec![Effect::ClosePrivateBook];
    };
    pane.waiting = false;
    pane.part = PrivateStep::Book(OpenBook {
        owner: opened.owner,
        holders: opened.holders,
        notes: latest_first(opened.notes),
        place: Place::default(),
        reading: None,
        draft: opened.draft,
        form: None,
    });
    Vec::new()
}

fn latest_first(mut notes: Vec<PrivateRevision>) -> Vec<PrivateRevision> {
    notes.sort_by(|a, b| b.note.on.order(&a.note.on).then(b.id.cmp(&a.id)));
    notes
}

/// The book did not open.
pub fn stays_closed(model: &mut Model, words: String) {
    let Some(pane) = pane(model) else { return };
    pane.waiting = false;
    if let PrivateStep::Secret(secret) = &mut pane.part {
        secret.typed.zeroize();
        secret.first = None;
    }
    pane.refused = Some(words);
}

/// A note is on the disk.
pub fn saved(model: &mut Model, ticket: Ticket, notes: Vec<PrivateRevision>) {
    let purpose = model.waiting.save_ended(ticket);
    let (Some(SavePurpose::Form(written)), Some(book)) =
        (purpose, pane(model).and_then(PrivatePane::book_mut))
    else {
        return;
    };
    book.form.take_if(|form| form.draft == written);
    book.draft.take_if(|draft| draft.id == written);
    book.notes = latest_first(notes);
    let at = book.notes.iter().position(|one| one.id == written);
    book.place.chosen = at.unwrap_or(0);
    model.say("Saved in this book, on the disk.");
}

/// A note could not be saved; it is still in the form.
pub fn not_saved(model: &mut Model, ticket: Ticket, words: String) {
    let purpose = model.waiting.save_ended(ticket);
    if let Some(form) = pane(model).and_then(PrivatePane::form_mut)
        && purpose == Some(SavePurpose::Form(form.draft))
    {
        form.is_saving = false;
    }
    model.say_fault(words);
}

//! `throughline private`: notes about the worker, from the private part of supervision. They stand in a book that has
//! its own passphrase, so each of these asks for two: the store's and the book's. Nothing here is printed as JSON and
//! nothing is written to a file.

mod told;

use super::args::{Book, Private, PrivateAdd, PrivateLetIn, PrivateShow};
use super::fault::Fault;
use super::options::{Options, new_passphrase, passphrase_from, read_day};
use super::output::say;
use crate::insight::words::counted;
use crate::insight::words::listed;
use crate::page::plain::PlainLines;
use crate::record::private_note::restorative_facets;
use crate::record::{Mint, PrivateNote, PrivatePart, PrivateRevision};
use crate::store::{BookCover, Cost, PrivateBook, Store, StoreError};
use chrono::Utc;
use color_eyre::Result;
use std::process::ExitCode;

/// How the book's passphrase is asked for.
const ASK: &str = "Passphrase of the book of private notes: ";

/// Lists, writes or reads.
///
/// # Errors
/// Faults of the store; [`Fault::NotANote`], [`Fault::EmptyNote`].
pub fn run(options: &Options, asked: &Private) -> Result<ExitCode> {
    let store = options.open_store()?;
    match asked {
        Private::List(list) => match &list.worker {
            None => list_books(&store),
            Some(worker) => {
                let book = Book {
                    worker: worker.clone(),
                    private_passphrase_file: list.private_passphrase_file.clone(),
                };
                list_notes(&store, &book)
            }
        },
        Private::Add(add) => write(options, &store, add),
        Private::Show(show) => read(&store, show),
        Private::LetIn(let_in) => admit(&store, let_in),
    }
}

/// Whose books there are and who can open each; no passphrase of a book is needed for it.
fn list_books(store: &Store) -> Result<ExitCode> {
    let mut lines = PlainLines::default();
    let books = store.private_books()?;
    lines.heading(match books.is_empty() {
        true => "There is no book of private notes in this store.".to_owned(),
        false => counted(books.len(), "book", "books") + " of private notes",
    });
    for book in books {
        lines.item(format!(
            "{}: opened by {}",
            book.owner,
            listed(&book.holders)
        ));
    }
    say(&lines.text())
}

fn list_notes(store: &Store, book: &Book) -> Result<ExitCode> {
    let opened = open(store, book)?;
    let notes = store.private_notes(&opened)?;
    let mut lines = PlainLines::default();
    heading(store, &opened, notes.len(), &mut lines)?;
    for revision in &notes {
        let note = &revision.note;
        let parts = PrivatePart::ALL.into_iter();
        let said = parts.filter(|part| !note.part(*part).trim().is_empty());
        let names: Vec<String> = said.map(|part| part.name().to_lowercase()).collect();
        let with = match note.supervisor.trim() {
            "" => String::new(),
            supervisor => format!(", with {supervisor}"),
        };
        lines.item(format!("{}{with}: {}", note.on, listed(&names)));
    }
    say(&lines.text())
}

fn read(store: &Store, asked: &PrivateShow) -> Result<ExitCode> {
    let day = asked.on.as_deref().map(read_day).transpose()?;
    let opened = open(store, &asked.book)?;
    let mut notes = store.private_notes(&opened)?;
    notes.retain(|one| day.is_none_or(|day| one.note.on.exact_day() == Some(day)));
    let mut lines = PlainLines::default();
    heading(store, &opened, notes.len(), &mut lines)?;
    for note in &notes {
        in_lines(note, &mut lines);
    }
    say(&lines.text())
}

fn write(options: &Options, store: &Store, asked: &PrivateAdd) -> Result<ExitCode> {
    let writer = options.writer(store.holder());
    let worker = asked.book.worker.trim();
    let file = asked.book.private_passphrase_file.as_deref();
    let is_new = cover(store, worker)?.is_none();
    let passphrase = match is_new {
        true => new_passphrase(file, "A passphrase for the new book of private notes: ")?,
        false => passphrase_from(file, ASK)?,
    };
    // Before the answers: whoever mistypes the passphrase has not written them in vain.
    let known = (!is_new).then(|| store.open_private_book(worker, &passphrase));
    let known = known.transpose()?;
    let supervisor = match &asked.with {
        Some(name) => name.as_str(),
        None if writer.eq_ignore_ascii_case(worker) => "",
        None => &writer,
    };
    let mut note = PrivateNote::on(options.today(), worker, supervisor);
    match &asked.from {
        Some(file) => told::from_file(&mut note, file, options.today())?,
        None => told::from_answers(&mut note)?,
    }
    if note.says_nothing() {
        return Err(Fault::EmptyNote.into());
    }
    let book = match known {
        Some(book) => book,
        None => store.make_private_book(worker, &passphrase, Cost::Full)?,
    };
    let revision = PrivateRevision {
        id: Mint::random().next_id(),
        revision: 1,
        author: writer,
        recorded_at: Utc::now(),
        note,
    };
    store.save_private(&book, &revision)?;
    let mut words = match is_new {
        true => format!("A book of private notes of {worker} was made, and the note kept in it.\n"),
        false => "The note was kept.\n".to_owned(),
    };
    words += &format!(
        "It is sealed in {} under the book's own passphrase, apart from every case. Only those with a slot of the book can read it: {}.\n",
        options.place.folder().display(),
        listed(&holders(store, &book)?)
    );
    if let Some(file) = &asked.from {
        words += &format!("{} is not sealed: remove it.\n", file.display());
    }
    say(&words)
}

fn admit(store: &Store, asked: &PrivateLetIn) -> Result<ExitCode> {
    let book = open(store, &asked.book)?;
    let person = asked.person.trim();
    let question = format!("A passphrase for {person}: ");
    let passphrase = new_passphrase(asked.new_passphrase_file.as_deref(), &question)?;
    store.let_into_private_book(&book, person, &passphrase, Cost::Full)?;
    say(&format!(
        "The book of private notes of {} can now be read by {}. Each still needs the passphrase of the store, too.\n",
        book.owner(),
        listed(&holders(store, &book)?)
    ))
}

/// Opens a book that is there.
fn open(store: &Store, book: &Book) -> Result<PrivateBook> {
    let worker = book.worker.trim();
    if cover(store, worker)?.is_none() {
        return Err(StoreError::NoSuchBook(worker.to_owned()).into());
    }
    let passphrase = passphrase_from(book.private_passphrase_file.as_deref(), ASK)?;
    Ok(store.open_private_book(worker, &passphrase)?)
}

fn cover(store: &Store, worker: &str) -> Result<Option<BookCover>, StoreError> {
    let mut covers = store.private_books()?.into_iter();
    Ok(covers.find(|cover| cover.owner.to_lowercase() == worker.to_lowercase()))
}

fn holders(store: &Store, book: &PrivateBook) -> Result<Vec<String>, StoreError> {
    Ok(cover(store, book.owner())?.map_or_else(Vec::new, |cover| cover.holders))
}

fn heading(
    store: &Store,
    book: &PrivateBook,
    count: usize,
    lines: &mut PlainLines,
) -> Result<(), StoreError> {
    lines.heading(format!(
        "Private notes of {}: {}. Kept apart from every case; opened by {}.",
        book.owner(),
        counted(count, "note", "notes"),
        listed(&holders(store, book)?)
    ));
    Ok(())
}

fn in_lines(revision: &PrivateRevision, lines: &mut PlainLines) {
    let note = &revision.note;
    lines.heading(&note.on);
    lines.fact("Worker", &note.worker);
    lines.fact("With", &note.supervisor);
    for part in PrivatePart::ALL {
        lines.fact(part.name(), note.part(part));
    }
    let served = restorative_facets().filter(|(id, ..)| note.facets.iter().any(|one| one == id));
    let served: Vec<&str> = served.map(|(_, name, _)| name).collect();
    lines.fact("What restored", served.join("; "));
    let next = note.next_on.as_ref();
    lines.fact("Next", next.map_or_else(String::new, ToString::to_string));
    lines.fact("Written by", &revision.author);
    if revision.revision > 1 {
        lines.fact("Revision", revision.revision);
    }
}

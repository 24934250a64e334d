//! Throughline holds the whole thinking of a child's case: the family, the analytical chronology, what differs, what
//! is missing, and who said what. This page is a tour of the house for somebody who is about to change it; it takes
//! ten minutes with the files open.
//!
//! # The floors
//!
//! Each floor imports only floors below it; `tests/day/house.rs` fails on an import that climbs.
//!
//! | floor | owns | must not know |
//! |---|---|---|
//! | `main.rs` | arguments to exit code | everything else |
//! | [`cli`] and [`tui`] | the two faces: plain text, and a screen | each other |
//! | [`exchange`] | files of other programs, documents to give away, files that users write, the demo's families | keys and panes |
//! | [`store`] | records sealed, journaled and kept | what a screen is |
//! | [`insight`] | what follows from a case file: gaps, same events, differences, ages, zones and clocks, what is due, factors, stages, the band, search, wording to think about | stores, terminals, the clock: "today" is an argument |
//! | [`page`] | the document model: what a page holds, and how it reads as plain text and HTML | what is written on it |
//! | [`record`] | what is written down, one file a kind | how it is stored or drawn |
//! | [`practice`] | the handbook as vocabulary and content | all of the above |
//!
//! # One fact's way through the house
//!
//! Follow a police notice of 20 February 2021.
//!
//! 1. **It comes in.** [`exchange::import`] reads the file as it is: encoding, separator, header, which column is
//!    which. A row becomes an [`Account`](record::Account), unchanged, with the file, record and line from which it
//!    came ([`Origin`](record::Origin)). The date becomes a [`FuzzyDate`](record::FuzzyDate): as written, with its
//!    reading beside it. What cannot be read is kept and asked about ([`Doubt`](record::Doubt)), never dropped.
//! 2. **It meets another account.** [`insight::duplicates`] finds that children's services told the same evening a day
//!    later. One [`Entry`](record::Entry) then holds two accounts; nothing is deleted, and
//!    [`insight::joining`] can split them again. [`insight::contradictions`] sees that the two differ on who was at
//!    home and puts them side by side.
//!    Which words stand in which field, and what points at what, is said once, in the table of fields of each kind
//!    ([`record::fields`]): joining takes what cited the second entry along ([`insight::references`]).
//! 3. **It is written.** A [`Change`](record::Change) stamps new revisions of records. [`store::Store::save`] seals
//!    them, appends the batch to a log of our own that is on the disk before the save is confirmed, then lets sled
//!    take it in. Nothing is overwritten: undo is a change like any other, and "as at" a day
//!    ([`insight::as_at`]) reads the revisions.
//! 4. **It is read.** On a screen: a key asks the keymap, the keymap answers with a [`Command`](tui::command::Command),
//!    [`tui::update`] changes the [`Model`](tui::model::Model) and returns [`Effect`](tui::effect::Effect)s, each
//!    under a [`Ticket`](tui::ticket::Ticket). The [`clerk`](tui::clerk) writes and the [`reader`](tui::reader) thinks, each on
//!    a thread of its own; an answer comes back under its ticket, and one frame is drawn when the inbox is empty. Without a
//!    screen: [`cli`] prints the same facts as plain lines or JSON.
//!
//! Thinking goes the same way too: [`insight::thinking`] orders stories, hypotheses, needs and curiosities and offers what the
//! chronology leaves open, [`insight::plan`] sets challenge beside support and compares versions, [`insight::goals`] tells how
//! goals stand; the three panes share one [`ledger`](tui::model::ledger). [`insight::wording`] reads any text while it is typed.
//!
//! How a family belongs together goes from bonds and homes to a graph ([`insight::genogram`]), from there to rows, order, columns and
//! lines ([`insight::genogram::layout`]) that do not know whether a terminal ([`insight::genogram::sketch`]) or a picture
//! ([`exchange::export::svg`]) is drawn, and always to words. [`insight::ecomap`] does the same for what is around a family,
//! [`insight::relationships`] tells what may last for a child, and [`exchange::gedcom`] reads and writes families for other programs.
//!
//! Supervision gathers all of it: [`insight::due`] is the one engine for every date (rules and limits are
//! [`practice::timescales()`]'), [`insight::changes`] tells from the revisions what changed since a day, and [`insight::walk`] makes
//! from both, and from everything above, the steps that [`tui::model::walk`] goes through with two people. What is said of the worker never
//! enters a case: it has books of its own in the store, under keys of their own ([`record::private_note`]).
//!
//! Decisions go the same way: [`insight::zones`] reads what each says ([`insight::zones::read`]), asks
//! [`practice::matrix`] what follows, and sets the two beside each other ([`insight::zones::replay`]). The matrix
//! indicates; people decide, and a difference is told with their reason.
//!
//! # Where to begin
//!
//! - A new kind of record: `record/<kind>.rs` with its struct and its table of [fields](record::fields), a line in the
//!   table of [kinds](record::kinds), its two lines in `record/mod.rs`, its labels and prompts in
//!   `practice/content/prompts.toml`. From these come its form, drafts, undo, history, both searches, "as at", the guard on
//!   removal and its JSON. What is its own is written by hand: a golden file of its encoding, what its form refuses
//!   (`tui/model/form/kinds/`), the section that shows it in [`insight`], the command that adds it, demo content.
//! - A new pane: its tab and scope in the tables of [`tui::command`] and `tui/scope.rs`, its state in `tui/model/case/`, its
//!   code in `tui/pane/<name>/` behind the trait [`Pane`](tui::pane::Pane), a line in [`PANES`](tui::pane::PANES), its keys in
//!   `keymaps/default.toml`, a screen test.
//! - A rule of the matrix: which one speaks first is [`practice::matrix`]'s, its words and page stand in
//!   `practice/content/zone_rules.toml`; practice's own table and examples are its tests. `throughline indicate` asks it.
//! - New wording, themes, word lists, column names: the files in `src/practice/content/`. They carry their sources.
//! - Tests of a working day: `tests/day.rs`, one module a subject; most of them sit at a `Desk` with a store in memory,
//!   journeys sit at a real pseudo-terminal.
//!
//! # What must stay true
//!
//! Saved means on the disk. Sealed means sealed: nothing of a case in logs, panics, temporary files or file names.
//! Absent is not "not known". No row, account or revision is ever dropped without a reason that a person can read.
//! The program indicates; people decide.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod cli;
pub mod exchange;
pub mod insight;
pub mod page;
pub mod practice;
pub mod record;
pub mod store;
pub mod tui;

//! What somebody at the screen waits for in the largest case: the screen's own part of a key, drawing included, and a save with
//! its stamp until it is on the disk.

use super::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use std::sync::Arc;
use throughline::tui::clerk::Clerk;
use throughline::tui::effect::{Answer, Effect, Msg, Request};
use throughline::tui::keymap::Keymap;
use throughline::tui::model::next::CaseToOpen;
use throughline::tui::model::{Model, Screen};
use throughline::tui::theme::Look;
use throughline::tui::update::update;
use throughline::tui::view;

/// A screen at the largest case, without threads behind it.
struct Desk {
    model: Model,
    terminal: Terminal<TestBackend>,
}

impl Desk {
    fn open() -> Desk {
        let keymap = Keymap::built_in("default").unwrap().unwrap();
        let (look, now) = (Look::mono(false), Utc::now());
        let mut model = Model::new(Screen::Caseload, look, keymap, now, demo::last_day());
        model.author = "bench".to_owned();
        let mut desk = Desk {
            model,
            terminal: Terminal::new(TestBackend::new(120, 40)).unwrap(),
        };
        desk.take(Msg::Resize(120, 40));
        let opening = Effect::OpenCase(Box::new(CaseToOpen::of(OFFICE.largest)));
        let asked = desk.model.waiting.ask(vec![opening]).remove(0);
        let case = Answer::Case(Box::new(CASE.clone()));
        desk.take(Msg::Answer(asked.ticket, case));
        desk
    }

    /// Takes a message in and draws, as the loop does. Gives what is asked of the store.
    fn take(&mut self, msg: Msg) -> Vec<Request> {
        let asked = update(&mut self.model, msg);
        let model = &self.model;
        self.terminal
            .draw(|frame| view::draw(model, frame))
            .unwrap();
        asked
    }

    fn press(&mut self, keys: &str) -> Vec<Request> {
        let keys = keys.split_whitespace();
        keys.flat_map(|key| self.take(Msg::Key(key.parse().unwrap())))
            .collect()
    }
}

#[divan::bench(sample_count = 50)]
fn open_a_form_and_leave_it(bencher: Bencher) {
    let mut desk = Desk::open();
    desk.press("3");
    bencher.bench_local(|| desk.press("a esc").len());
}

/// Each letter asks what in the text is worth a question, places the page and draws it.
#[divan::bench(sample_count = 50)]
fn type_a_letter(bencher: Bencher) {
    let mut desk = Desk::open();
    desk.press("3 a tab");
    bencher.bench_local(|| desk.press("m").len());
}

/// All ten panes, once round.
#[divan::bench(sample_count = 20)]
fn switch_through_the_panes(bencher: Bencher) {
    let mut desk = Desk::open();
    bencher.bench_local(|| desk.press("2 3 4 5 6 7 8 9 0 1").len());
}

/// From the key that removes an entry to the screen that shows it gone, undone again: two saves with their stamps, in a
/// store of their own.
#[divan::bench(sample_count = 20)]
fn save_and_take_back(bencher: Bencher) {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::at(folder.path().join("store"));
    let store = Store::create(&place, &passphrase(), "bench", Cost::Full).unwrap();
    let records = OFFICE.store.revisions(OFFICE.largest).unwrap();
    let whole = Change {
        case: OFFICE.largest,
        label: "bench".to_owned(),
        before: vec![None; records.len()],
        records,
        line: None,
    };
    store.save(&whole).unwrap();
    let mut clerk = Clerk::of_store(Some(store));
    let mut desk = Desk::open();
    desk.press("3");
    bencher.bench_local(|| {
        for key in ["x", "u"] {
            for Request { ticket, effect } in desk.press(key) {
                let mut answers = Vec::new();
                clerk.perform(effect, &mut |answer| answers.push(answer));
                for answer in answers {
                    desk.take(Msg::Answer(ticket, answer));
                }
            }
        }
    });
}

/// The part of a save that the screen's thread does: the stamp without its caseload line.
#[divan::bench]
fn stamp_a_change(bencher: Bencher) {
    let file = Arc::new(CASE.clone());
    let entry = file.entries.values().next().unwrap().clone();
    bencher.bench_local(|| {
        let write = Write::Put(entry.id(), Box::new(Body::Entry(entry.body.clone())));
        let at = DateTime::<Utc>::MIN_UTC;
        Change::without_line(&file, OFFICE.largest, "bench", "change", at, vec![write])
    });
}

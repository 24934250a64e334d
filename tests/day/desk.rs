//! A desk to test screens at: the model, its views and a store in memory. What the model asks of the store is done at
//! once; a test can hold the answers back and hand them over later, in whatever order.

use chrono::{NaiveDate, TimeZone, Utc};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Position;
use std::collections::VecDeque;
use std::sync::Arc;
use throughline::exchange::demo;
use throughline::store::Store;
use throughline::tui::clerk::Clerk;
use throughline::tui::effect::{Answer, Effect, Msg, Request, SaveRequest};
use throughline::tui::keymap::Keymap;
use throughline::tui::model::next::SavePurpose;
use throughline::tui::model::unlock::Unlock;
use throughline::tui::model::{Model, Screen};
use throughline::tui::reader::StoreReader;
use throughline::tui::theme::Look;
use throughline::tui::ticket::Ticket;
use throughline::tui::update::update;
use throughline::tui::view;

/// Somebody at a screen. Every step gives the desk back, so that a test reads as what a person does and sees.
pub struct Desk {
    /// What the frames are drawn from, for what cannot be seen.
    pub model: Model,
    clerk: Clerk,
    reader: StoreReader,
    /// What the user's editor would write; `None` as long as no editor was asked for.
    pub editor_writes: Option<String>,
    /// What was put on the clipboard.
    pub clipboard: Option<String>,
    /// Whether the program was left.
    pub left: bool,
    /// Whether answers wait in `held` instead of being taken in.
    holds: bool,
    /// Answers that wait, in the order in which the store gave them.
    held: Vec<Msg>,
}

#[allow(dead_code)] // what a person can do at a screen, whether or not a test does it today
impl Desk {
    /// The made-up caseload of the demo, on the last day of its stories.
    pub fn demo() -> Desk {
        let store = Store::in_memory("M Clarke").unwrap();
        let first = demo::caseload().unwrap();
        for change in first.into_iter().chain(demo::thought_again().unwrap()) {
            store.save(&change).unwrap();
        }
        Desk::with_store(store)
    }

    /// A store without a single case.
    pub fn empty() -> Desk {
        Desk::with_store(Store::in_memory("M Clarke").unwrap())
    }

    /// A store that is open, on Monday 23 November 2026 at ten.
    pub fn with_store(store: Store) -> Desk {
        let mut desk = Desk::with_clerk(Clerk::of_store(None), Screen::Caseload);
        desk.model.can_lock = false;
        let mut answers = Vec::new();
        desk.clerk
            .receive(Ok(store), &mut |answer| answers.push(answer));
        for answer in answers {
            desk.tell(Msg::Answer(Ticket::default(), answer));
        }
        desk
    }

    /// A store that waits for its passphrase.
    pub fn locked(clerk: Clerk) -> Desk {
        Desk::with_clerk(clerk, Screen::Unlock(Unlock::default()))
    }

    fn with_clerk(clerk: Clerk, screen: Screen) -> Desk {
        let now = Utc.with_ymd_and_hms(2026, 11, 23, 10, 0, 0).unwrap();
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let keymap = Keymap::built_in("default").unwrap().unwrap();
        let mut model = Model::new(screen, Look::mono(false), keymap, now, today);
        model.today_is_fixed = true;
        Desk {
            model,
            reader: StoreReader::of(clerk.store()),
            clerk,
            editor_writes: None,
            clipboard: None,
            left: false,
            holds: false,
            held: Vec::new(),
        }
    }

    /// Gives the screen another size.
    pub fn at(&mut self, columns: u16, rows: u16) -> &mut Desk {
        self.tell(Msg::Resize(columns, rows))
    }

    /// Uses a keymap that comes with the program.
    pub fn keymap(&mut self, name: &str) -> &mut Desk {
        self.model.keymap = Keymap::built_in(name).unwrap().unwrap();
        self
    }

    /// Draws with ASCII only.
    pub fn ascii(&mut self) -> &mut Desk {
        self.model.look = Look::mono(true);
        let (columns, rows) = self.model.size;
        self.at(columns, rows)
    }

    /// Presses keys one after another, written as in a keymap file: `press("g g")`, `press("ctrl-s")`.
    pub fn press(&mut self, keys: &str) -> &mut Desk {
        for key in keys.split_whitespace() {
            self.tell(Msg::Key(key.parse().unwrap()));
        }
        self
    }

    /// Types text, a key a letter; a line end is enter.
    pub fn type_text(&mut self, text: &str) -> &mut Desk {
        for letter in text.chars() {
            match letter {
                '\n' => self.press("enter"),
                ' ' => self.press("space"),
                letter => self.press(&letter.to_string()),
            };
        }
        self
    }

    /// Pastes text in one piece.
    pub fn paste(&mut self, text: &str) -> &mut Desk {
        self.tell(Msg::Paste(text.to_owned()))
    }

    /// Lets minutes go by without a key.
    pub fn wait_minutes(&mut self, minutes: i64) -> &mut Desk {
        self.model.now += chrono::Duration::minutes(minutes);
        self.tell(Msg::Clock)
    }

    /// Takes a message in, with everything that follows from it.
    pub fn tell(&mut self, msg: Msg) -> &mut Desk {
        let mut waiting = VecDeque::from([msg]);
        while let Some(msg) = waiting.pop_front() {
            for Request { ticket, effect } in update(&mut self.model, msg) {
                match effect {
                    Effect::Quit => self.left = true,
                    Effect::Redraw | Effect::Suspend => {}
                    Effect::Copy(text) => self.clipboard = Some(text),
                    Effect::Editor(text) => {
                        let written = self.editor_writes.take().unwrap_or(text);
                        waiting.push_back(Msg::Edited(Ok(written)));
                    }
                    stored => {
                        let mut answers = Vec::new();
                        let mut tell = |answer| answers.push(Msg::Answer(ticket, answer));
                        match StoreReader::performs(&stored) {
                            true => self.reader.perform(stored, &mut tell, &mut || true),
                            false => self.clerk.perform(stored, &mut tell),
                        }
                        match self.holds {
                            true => self.held.append(&mut answers),
                            false => waiting.extend(answers),
                        }
                    }
                }
            }
        }
        self
    }

    /// From now on the store's answers wait: a slow disk, or keys that come faster than it answers.
    pub fn hold(&mut self) -> &mut Desk {
        self.holds = true;
        self
    }

    /// Hands over every answer that waits, in order, and holds no more.
    pub fn release(&mut self) -> &mut Desk {
        self.holds = false;
        for answer in std::mem::take(&mut self.held) {
            self.tell(answer);
        }
        self
    }

    /// Hands over every answer that waits, the last first, and holds no more.
    pub fn release_backwards(&mut self) -> &mut Desk {
        self.held.reverse();
        self.release()
    }

    /// Makes failures of the saves whose answers wait.
    pub fn fail_held(&mut self, words: &str) -> &mut Desk {
        for answer in &mut self.held {
            if let Msg::Answer(ticket, Answer::Saved(saved)) = answer {
                let failed = Answer::NotSaved(saved.change.case, words.to_owned());
                *answer = Msg::Answer(*ticket, failed);
            }
        }
        self
    }

    /// Takes the answers that wait away, to be told later.
    pub fn take_held(&mut self) -> Vec<Msg> {
        std::mem::take(&mut self.held)
    }

    /// Hands over the first answer that waits; the others go on waiting.
    pub fn release_one(&mut self) -> &mut Desk {
        let answer = self.held.remove(0);
        self.tell(answer)
    }

    /// Somebody at another desk saves a change; this desk is not told.
    pub fn somebody_else_saves(&mut self, change: throughline::record::Change) -> &mut Desk {
        let file = self.model.case().map(|case| Arc::clone(&case.file));
        let save = SaveRequest {
            change,
            file: file.unwrap_or_default(),
            at: self.model.now,
            purpose: SavePurpose::Command,
        };
        let save = Effect::Save(Box::new(save));
        self.clerk.perform(save, &mut |_| {});
        self
    }

    /// The store answers a question with this, whatever it holds.
    pub fn told(&mut self, question: Effect, answer: Answer) -> &mut Desk {
        let asked = self.model.waiting.ask(vec![question]).remove(0);
        self.tell(Msg::Answer(asked.ticket, answer))
    }

    /// Draws a frame and gives what stands on it: letters, and the place of the caret where text is typed.
    pub fn frame(&self) -> (Vec<String>, Option<Position>) {
        let (columns, rows) = self.model.size;
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        terminal
            .draw(|frame| view::draw(&self.model, frame))
            .unwrap();
        let caret = terminal
            .backend()
            .cursor_visible()
            .then(|| terminal.backend().cursor_position());
        let buffer = terminal.backend().buffer();
        let line = |y: u16| {
            let mut line = String::new();
            let mut hidden = 0;
            for x in 0..columns {
                // The column after a wide letter holds nothing of its own.
                if hidden == 0 {
                    let letter = buffer[(x, y)].symbol();
                    hidden = unicode_width::UnicodeWidthStr::width(letter).max(1);
                    line.push_str(letter);
                }
                hidden -= 1;
            }
            line.trim_end().to_owned()
        };
        ((0..rows).map(line).collect(), caret)
    }

    /// What stands on the screen.
    pub fn screen(&self) -> String {
        self.frame().0.join("\n")
    }

    /// The line of the screen that has these words.
    #[track_caller]
    pub fn line_with(&self, words: &str) -> String {
        let (lines, _) = self.frame();
        let line = lines.into_iter().find(|line| line.contains(words));
        line.unwrap_or_else(|| panic!("{words:?} does not stand on the screen:\n{}", self.screen()))
    }

    /// The screen has these words.
    #[track_caller]
    pub fn shows(&mut self, words: &str) -> &mut Desk {
        let screen = self.screen();
        assert!(
            screen.contains(words),
            "{words:?} does not stand on the screen:\n{screen}"
        );
        self
    }

    /// The screen does not have these words.
    #[track_caller]
    pub fn does_not_show(&mut self, words: &str) -> &mut Desk {
        let screen = self.screen();
        assert!(
            !screen.contains(words),
            "{words:?} stands on the screen:\n{screen}"
        );
        self
    }

    /// The screen is as it was kept in `tests/snapshots/NAME.snap`.
    #[track_caller]
    pub fn snapshot(&mut self, name: &str) -> &mut Desk {
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshots"));
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!(name, self.screen()));
        self
    }
}

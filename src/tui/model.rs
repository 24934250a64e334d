//! Everything that a frame is drawn from. Views read it; only `update` writes it.

pub mod case;
pub mod caseload;
pub mod form;
pub mod help;
pub mod import;
pub mod laid;
pub mod layer;
pub mod ledger;
pub mod list;
pub mod next;
pub mod notices;
pub mod private;
pub mod prompt;
pub mod request;
pub mod search;
pub mod unlock;
pub mod waiting;
pub mod walk;

use super::command::Scope;
use super::input::Key;
use super::keymap::Keymap;
use super::theme::Look;
use super::ticket::Ticket;
use crate::record::{CaseFile, Change, Mint};
use crate::store::Draft;
use chrono::{DateTime, Duration, Local, NaiveDate, TimeZone, Utc};
use std::sync::Arc;

pub use case::{Arrival, OpenCase, Tab};
pub use layer::Layer;

/// Which screen lies under the layers.
#[derive(Debug)]
pub enum Screen {
    /// Asking for the passphrase.
    Unlock(unlock::Unlock),
    /// The list of all children.
    Caseload,
    /// A case.
    Case(Box<OpenCase>),
}

/// A message on the hint line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What it says.
    pub words: String,
    /// Whether something went wrong.
    pub is_fault: bool,
}

/// The program at one moment.
#[derive(Debug)]
pub struct Model {
    /// Columns and rows.
    pub size: (u16, u16),
    /// Colours and glyphs.
    pub look: Look,
    /// The keys.
    pub keymap: Keymap,
    /// The moment at which the message being taken in came; the loop sets it, `update` never asks a clock.
    pub now: DateTime<Utc>,
    /// The day that the program works on.
    pub today: NaiveDate,
    /// Whether `today` was given, and so stays when midnight comes.
    pub today_is_fixed: bool,
    /// Who writes.
    pub author: String,
    /// Makes ids.
    pub mint: Mint,
    /// The screen.
    pub screen: Screen,
    /// The caseload; it stays in memory while a case is open.
    pub caseload: caseload::Caseload,
    /// What lies over the screen, the innermost last.
    pub layers: Vec<Layer>,
    /// The message on the hint line, until the next key.
    pub notice: Option<Notice>,
    /// What must be read, until it is closed.
    pub notices: notices::Notices,
    /// Keys pressed that may become a longer binding.
    pub pending: Vec<Key>,
    /// What was asked of the store and is not answered yet.
    pub waiting: waiting::Waiting,
    /// Changes that can be taken back, the last one last, with the tickets under which they were saved.
    pub done: Vec<(Ticket, Change)>,
    /// Changes that were taken back and can be done again.
    pub undone: Vec<(Ticket, Change)>,
    /// The words for which every case was searched last; each open case keeps its own.
    pub searched: String,
    /// Drafts that wait to be finished.
    pub drafts: Vec<Draft>,
    /// The walk through cases in supervision, until its last case or until it is ended.
    pub walk: Option<walk::Walk>,
    /// Whether it is shown large, without keys and notes, for two people at one screen.
    pub presenting: bool,
    /// Whether the store can be locked and opened again (not the demo's).
    pub can_lock: bool,
    /// Lock after this many minutes without a key; `None` for never.
    pub idle_minutes: Option<u32>,
    /// When the last key came.
    pub last_key: DateTime<Utc>,
}

impl Model {
    /// A model that waits for its store: the screen to begin with, how it looks, its keys, the moment and the day.
    pub fn new(
        screen: Screen,
        look: Look,
        keymap: Keymap,
        now: DateTime<Utc>,
        today: NaiveDate,
    ) -> Model {
        Model {
            size: (80, 24),
            look,
            keymap,
            now,
            today,
            today_is_fixed: false,
            author: String::new(),
            mint: Mint::random(),
            screen,
            caseload: caseload::Caseload::default(),
            layers: Vec::new(),
            notice: None,
            notices: notices::Notices::default(),
            pending: Vec::new(),
            waiting: waiting::Waiting::default(),
            done: Vec::new(),
            undone: Vec::new(),
            searched: String::new(),
            drafts: Vec::new(),
            walk: None,
            presenting: false,
            can_lock: true,
            idle_minutes: None,
            last_key: now,
        }
    }

    /// When the screen locks itself; `None` while it is locked or never does.
    pub fn locks_at(&self) -> Option<DateTime<Utc>> {
        let open = self.can_lock && !matches!(self.screen, Screen::Unlock(_));
        let minutes = self.idle_minutes.filter(|_| open)?;
        Some(self.last_key + Duration::minutes(minutes.into()))
    }

    /// When what is typed in a form, or noted in a walk, must be kept as a draft.
    pub fn keep_by(&self) -> Option<DateTime<Utc>> {
        let of_form = self.form().and_then(|form| form.keep_by);
        let of_walk = self.walk.as_ref().and_then(|walk| walk.keep_by);
        of_form.into_iter().chain(of_walk).min()
    }

    /// The walk, while it is what is seen under the layers: its case is open, and nobody went into that case.
    pub fn walk_seen(&self) -> Option<&walk::Walk> {
        let open = self.case()?.file.id();
        let walk = self.walk.as_ref().filter(|walk| !walk.is_away);
        walk.filter(|walk| walk.case() == open)
    }

    /// The form that is open, also while something lies over it.
    pub fn form(&self) -> Option<&form::Form> {
        self.layers.iter().rev().find_map(|layer| match layer {
            Layer::Form(form) => Some(form.as_ref()),
            Layer::Private(pane) => pane.form(),
            _ => None,
        })
    }

    /// The form that is open, to be changed.
    pub fn form_mut(&mut self) -> Option<&mut form::Form> {
        self.layers.iter_mut().rev().find_map(|layer| match layer {
            Layer::Form(form) => Some(form.as_mut()),
            Layer::Private(pane) => pane.form_mut(),
            _ => None,
        })
    }

    /// When the loop must send [`Msg::Clock`](super::effect::Msg::Clock): the screen locks itself, a
    /// draft is to be kept, or the day ends.
    pub fn wake_at(&self) -> Option<DateTime<Utc>> {
        let midnight = match self.today_is_fixed {
            true => None,
            false => self
                .today
                .succ_opt()
                .and_then(|day| day.and_hms_opt(0, 0, 0)),
        };
        let midnight = midnight.and_then(|time| Local.from_local_datetime(&time).earliest());
        self.locks_at()
            .into_iter()
            .chain(self.keep_by())
            .chain(midnight.map(|time| time.to_utc()))
            .min()
    }

    /// The scopes that are asked for a key's meaning, the innermost first.
    pub fn scopes(&self) -> Vec<Scope> {
        if let Some(layer) = self.layers.last() {
            return layer.scopes();
        }
        match self.walk_seen().map(|walk| walk.writing) {
            Some(Some(_)) => return vec![Scope::Note, Scope::Everywhere],
            Some(None) => return vec![Scope::Walk, Scope::List, Scope::Everywhere],
            None => {}
        }
        match &self.screen {
            Screen::Unlock(_) => vec![Scope::Unlock, Scope::Everywhere],
            Screen::Caseload => vec![Scope::Caseload, Scope::List, Scope::Everywhere],
            Screen::Case(case) => case.scopes(),
        }
    }

    /// Whether letters are text here, not commands.
    pub fn takes_text(&self) -> bool {
        match self.layers.last() {
            Some(layer) => layer.takes_text(),
            None => {
                let writes = self.walk_seen().is_some_and(|walk| walk.writing.is_some());
                writes || matches!(self.screen, Screen::Unlock(_))
            }
        }
    }

    /// The open case.
    pub fn case(&self) -> Option<&OpenCase> {
        match &self.screen {
            Screen::Case(case) => Some(case),
            _ => None,
        }
    }

    /// The open case, to be changed.
    pub fn case_mut(&mut self) -> Option<&mut OpenCase> {
        match &mut self.screen {
            Screen::Case(case) => Some(case),
            _ => None,
        }
    }

    /// The open case to be changed, with the case file and the last day that are seen of it.
    pub fn case_seen(&mut self) -> Option<(&mut OpenCase, Arc<CaseFile>, NaiveDate)> {
        let today = self.today;
        let case = self.case_mut()?;
        let (file, day) = (Arc::clone(case.seen()), case.last_day(today));
        Some((case, file, day))
    }

    /// Says something on the hint line.
    pub fn say(&mut self, words: impl Into<String>) {
        self.notice = Some(Notice {
            words: words.into(),
            is_fault: false,
        });
    }

    /// Says something that must be read, without a word of a case.
    pub fn notify(&mut self, words: impl Into<String>) {
        let words = words.into();
        if !self.notices.add(&words, self.now) {
            self.say_fault(words);
        }
    }

    /// Says on the hint line that something went wrong.
    pub fn say_fault(&mut self, words: impl Into<String>) {
        self.notice = Some(Notice {
            words: words.into(),
            is_fault: true,
        });
    }
}

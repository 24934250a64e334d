//! The loop: take in everything that waits, perform what follows, draw once. No ticks: it sleeps until there is a message, or
//! until the moment at which the screen locks itself or the day ends.

use super::clerk::{Clerk, Maker};
use super::effect::{Effect, Msg, Request};
use super::keymap::Keymap;
use super::model::caseload::Caseload;
use super::model::unlock::Unlock;
use super::model::{Model, Screen};
use super::terminal::events::Events;
use super::terminal::signals::{self, Ended};
use super::terminal::{self, Session, clipboard, editor};
use super::theme::{Look, Surroundings, glyph};
use super::update::update;
use super::view;
use super::workers::Workers;
use crate::exchange::own_file::FileFault;
use crate::store::{Passphrase, Place};
use chrono::{NaiveDate, Utc};
use signal_hook::consts::SIGHUP;
use std::io;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};

/// How the store is come by.
pub enum Opening {
    /// It is sealed here; the screen asks for the passphrase.
    Locked(Place),
    /// It needs no passphrase and is made behind the first frame (the demo).
    Ready(Maker),
}

/// What the command line decided about the screen.
pub struct Settings {
    /// How the store is come by.
    pub opening: Opening,
    /// The passphrase, when a file held it: it is tried at once.
    pub passphrase: Option<Passphrase>,
    /// The name under which records are written; empty for the name of who opened the store.
    pub author: String,
    /// The day that the program works on.
    pub today: NaiveDate,
    /// Whether `today` was given, and so stays when midnight comes.
    pub today_is_fixed: bool,
    /// The theme's name or file.
    pub theme: Option<String>,
    /// The keymap's name or file.
    pub keymap: Option<String>,
    /// What the environment says of the terminal, and what was asked for.
    pub around: Surroundings,
}

/// How the screen was left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// The exit status: 0, or 128 and the signal that ended the session.
    pub status: u8,
    /// What to say once the screen is given back.
    pub words: Option<String>,
}

/// Why there is no screen.
#[derive(Debug, thiserror::Error)]
pub enum ScreenFault {
    /// No terminal.
    #[error(
        "The screen needs a terminal ({0}). `throughline list` and `throughline show` do without one."
    )]
    NoTerminal(io::Error),
    /// A keymap or a theme.
    #[error("Nothing was opened. {0}")]
    File(#[from] FileFault),
    /// The system gave no threads.
    #[error("The system did not let the program start ({0}). Nothing was opened.")]
    System(io::Error),
}

/// Opens the screen and stays until it is left.
///
/// # Errors
/// When there is no terminal, a keymap or theme is at fault, or the terminal goes away.
pub fn run(settings: Settings) -> Result<Ending, ScreenFault> {
    let mut desk = Desk::set_up(settings)?;
    desk.work();
    let Desk {
        session,
        workers,
        ended,
        ..
    } = desk;
    drop(session);
    let kept = workers.finish();
    let signal = ended.load(Ordering::SeqCst);
    let words = (signal == 0 && kept > 0).then(|| drafts_words(kept));
    Ok(Ending {
        status: u8::try_from(signal).map_or(0, |signal| if signal == 0 { 0 } else { 128 + signal }),
        words,
    })
}

fn drafts_words(kept: usize) -> String {
    match kept {
        1 => "1 draft is kept; it waits in the caseload.".to_owned(),
        _ => format!("{kept} drafts are kept; they wait in the caseload."),
    }
}

/// Everything that the loop holds.
struct Desk {
    model: Model,
    session: Session,
    screen: terminal::Screen,
    inbox: Receiver<Msg>,
    events: Events,
    workers: Workers,
    ended: Ended,
    /// Whether the terminal takes text for its clipboard, or at least passes over it.
    has_clipboard: bool,
    leaving: bool,
}

impl Desk {
    /// Takes the screen and paints it before the store is touched.
    fn set_up(settings: Settings) -> Result<Desk, ScreenFault> {
        let mut model = first_model(&settings)?;
        let size = crossterm::terminal::size().map_err(ScreenFault::NoTerminal)?;
        model.size = size;
        let synchronizes = settings.around.synchronizes();
        let plain = !glyph::reads_utf8(&settings.around.locale);
        let session = Session::take().map_err(ScreenFault::NoTerminal)?;
        let Ok(mut screen) = terminal::Screen::new(size, synchronizes, plain);
        screen
            .draw(size, |frame| view::draw(&model, frame))
            .map_err(ScreenFault::NoTerminal)?;
        let (sender, inbox) = channel();
        let (clerk, make) = match settings.opening {
            Opening::Locked(place) => (Clerk::of_place(place), None),
            Opening::Ready(make) => (Clerk::of_store(None), Some(make)),
        };
        let mut workers =
            Workers::start(clerk, make, sender.clone()).map_err(ScreenFault::System)?;
        if let Some(passphrase) = settings.passphrase {
            let unlock = model.waiting.ask(vec![Effect::Unlock(passphrase)]);
            unlock.into_iter().for_each(|asked| workers.ask(asked));
        }
        let ended = signals::listen(sender.clone()).map_err(ScreenFault::System)?;
        let events = Events::start(sender).map_err(ScreenFault::System)?;
        Ok(Desk {
            model,
            session,
            screen,
            inbox,
            events,
            workers,
            ended,
            has_clipboard: synchronizes,
            leaving: false,
        })
    }

    /// Works until the screen is left. A terminal that does not answer any more is a line that dropped.
    fn work(&mut self) {
        while let Some(msg) = self.next() {
            self.take(msg);
            while let Ok(msg) = self.inbox.try_recv() {
                self.take(msg);
            }
            if self.leaving {
                return;
            }
            let model = &self.model;
            let drawn = self
                .screen
                .draw(model.size, |frame| view::draw(model, frame));
            if drawn.is_err() {
                self.take(Msg::Hangup);
                return;
            }
        }
    }

    /// Sleeps until there is something.
    fn next(&self) -> Option<Msg> {
        let Some(wake) = self.model.wake_at() else {
            return self.inbox.recv().ok();
        };
        let sleep = (wake - Utc::now()).to_std().unwrap_or_default();
        match self.inbox.recv_timeout(sleep) {
            Ok(msg) => Some(msg),
            Err(RecvTimeoutError::Timeout) => Some(Msg::Clock),
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }

    fn take(&mut self, msg: Msg) {
        if matches!(msg, Msg::Hangup) {
            // A signal that came first stays the reason.
            let _ = self
                .ended
                .compare_exchange(0, SIGHUP, Ordering::SeqCst, Ordering::SeqCst);
        }
        if matches!(msg, Msg::Resumed) && self.session.retake().is_err() {
            return self.take(Msg::Hangup);
        }
        self.model.now = Utc::now();
        for asked in update(&mut self.model, msg) {
            self.perform(asked);
        }
    }

    fn perform(&mut self, Request { ticket, effect }: Request) {
        match effect {
            Effect::Quit => self.leaving = true,
            Effect::Redraw => self.screen.forget(),
            Effect::Suspend => self.lend(signals::stop),
            Effect::Copy(text) => self.copy(&text),
            Effect::Editor(text) => {
                let edited = self.lend(|| editor::edit(&text, |name| std::env::var(name).ok()));
                self.take(Msg::Edited(edited.map_err(|fault| fault.to_string())));
            }
            effect => self.workers.ask(Request { ticket, effect }),
        }
    }

    fn copy(&mut self, text: &str) {
        if !self.has_clipboard {
            self.model
                .say_fault("This terminal has no clipboard that a program can write to.");
        } else if self.screen.send(&clipboard::copy(text)).is_err() {
            self.take(Msg::Hangup);
        }
    }

    /// Gives the terminal to somebody else for a while. Its keys that end and stop are then not meant for us.
    fn lend<T>(&mut self, to: impl FnOnce() -> T) -> T {
        self.events.hold();
        self.session.pause();
        signals::lend(true);
        let given = to();
        signals::lend(false);
        let back = self.session.resume();
        self.events.go_on();
        self.screen.forget();
        if back.is_err() {
            self.take(Msg::Hangup);
        }
        given
    }
}

/// The model before anything is read.
fn first_model(settings: &Settings) -> Result<Model, ScreenFault> {
    let keymap = Keymap::choose(settings.keymap.as_deref())?;
    let look = Look::choose(settings.theme.as_deref(), &settings.around)?;
    let can_lock = matches!(settings.opening, Opening::Locked(_));
    let screen = match can_lock {
        true => Screen::Unlock(Unlock {
            waiting: settings.passphrase.is_some(),
            ..Unlock::default()
        }),
        false => Screen::Caseload,
    };
    let mut model = Model::new(screen, look, keymap, Utc::now(), settings.today);
    model.caseload = Caseload::default();
    model.author = settings.author.clone();
    model.today_is_fixed = settings.today_is_fixed;
    model.can_lock = can_lock;
    Ok(model)
}

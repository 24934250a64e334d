//! The screen taken over and given back: on return, error, panic and signal.

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use std::io::{self, IsTerminal, Write};
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

/// Whether the screen is ours now. One process has one terminal, and a panic or a signal must know about it.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// The alternate screen, pasted text told apart from typed text, no cursor until there is a caret.
const TAKE: &str = "\x1b[?1049h\x1b[?2004h\x1b[0m\x1b[2J\x1b[?25l";

/// A terminal that has no alternate screen is wiped: no words of a case stay behind.
const GIVE_BACK: &str = "\x1b[r\x1b[0m\x1b[?2004l\x1b[H\x1b[2J\x1b[?1049l\x1b[?25h";

/// The screen, ours while this lives.
pub struct Session(());

impl Session {
    /// Takes the screen over.
    ///
    /// # Errors
    /// The system's, when there is no terminal or it does not answer.
    pub fn take() -> io::Result<Session> {
        if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
            return Err(io::Error::new(io::ErrorKind::NotConnected, "no terminal"));
        }
        give_back_on_panic();
        resume()?;
        Ok(Session(()))
    }

    /// Gives the screen back for a while, to an editor or to the shell.
    pub fn pause(&self) {
        give_back();
    }

    /// Takes it again from whoever had it while the program was stopped.
    ///
    /// # Errors
    /// The system's, when the terminal is gone.
    pub fn retake(&self) -> io::Result<()> {
        disable_raw_mode()?;
        resume()
    }

    /// Takes it again.
    ///
    /// # Errors
    /// The system's, when the terminal is gone.
    pub fn resume(&self) -> io::Result<()> {
        resume()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        give_back();
    }
}

fn resume() -> io::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    write(TAKE)
}

/// Gives the screen back, once, from whatever thread comes first. A terminal that is gone cannot be asked, and that is no
/// fault any more.
pub fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        let _ = write(GIVE_BACK);
        let _ = disable_raw_mode();
    }
}

fn write(words: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(words.as_bytes())?;
    out.flush()
}

/// A panic of this thread gives the screen back before it is told. Panics of other threads are answered in words on
/// the screen and would only spoil it.
fn give_back_on_panic() {
    let screen = thread::current().id();
    let tell = panic::take_hook();
    panic::set_hook(Box::new(move |panicked| {
        if thread::current().id() == screen {
            give_back();
        }
        if !TAKEN.load(Ordering::SeqCst) {
            tell(panicked);
        }
    }));
}

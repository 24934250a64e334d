//! Keys, pastes and the end of the line, read on a thread of their own that sleeps until there is something.

use crate::tui::effect::Msg;
use crate::tui::input::Key;
use crossterm::event::{self, Event};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use std::io::{self, Read, Write};
use std::os::unix::net::UnixStream;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

/// The reading of the terminal, which can be held while an editor has it.
pub struct Events {
    knock: UnixStream,
    held: Receiver<()>,
    go_on: Sender<()>,
}

impl Events {
    /// Starts to read.
    ///
    /// # Errors
    /// The system's, when it gives no thread or socket.
    pub fn start(inbox: Sender<Msg>) -> io::Result<Events> {
        let (knock, door) = UnixStream::pair()?;
        let (holding, held) = channel();
        let (go_on, going) = channel();
        let thread = thread::Builder::new().name("events".to_owned());
        thread.spawn(move || {
            read_until_gone(&inbox, door, &holding, &going);
            // Whatever ended the reading, nobody can type any more.
            let _ = inbox.send(Msg::Hangup);
        })?;
        Ok(Events { knock, held, go_on })
    }

    /// Leaves the terminal's input to somebody else until [`Events::go_on`].
    pub fn hold(&mut self) {
        if self.knock.write_all(&[1]).is_ok() {
            let _ = self.held.recv();
        }
    }

    /// Reads again.
    pub fn go_on(&self) {
        let _ = self.go_on.send(());
    }
}

/// Reads until the terminal is gone or the loop has left. The terminal is asked whether it hung up before every read:
/// reading from one that is gone can return at once for ever.
fn read_until_gone(
    inbox: &Sender<Msg>,
    mut door: UnixStream,
    holding: &Sender<()>,
    going: &Receiver<()>,
) {
    let stdin = io::stdin();
    loop {
        let (terminal, knocked) = {
            let mut waiting = [
                PollFd::new(&stdin, PollFlags::IN),
                PollFd::new(&door, PollFlags::IN),
            ];
            match poll(&mut waiting, None) {
                Err(Errno::INTR) => continue,
                Err(_) => return,
                Ok(_) => {}
            }
            let [terminal, door] = waiting;
            (terminal.revents(), door.revents())
        };
        if terminal.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
            return;
        }
        if !knocked.is_empty() {
            if door.read_exact(&mut [0]).is_err()
                || holding.send(()).is_err()
                || going.recv().is_err()
            {
                return;
            }
            continue;
        }
        if take_what_is_there(inbox).is_err() {
            return;
        }
    }
}

fn take_what_is_there(inbox: &Sender<Msg>) -> io::Result<()> {
    while event::poll(Duration::ZERO)? {
        let msg = match event::read()? {
            Event::Key(key) => Key::from_event(key).map(Msg::Key),
            Event::Paste(words) => Some(Msg::Paste(words)),
            _ => None,
        };
        if let Some(msg) = msg {
            inbox.send(msg).map_err(io::Error::other)?;
        }
    }
    Ok(())
}

//! Signals: the line dropped, the session ends, the window changed, stop and go on.

use super::{editor, session};
use crate::tui::effect::Msg;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use std::io;
use std::process;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::Duration;

/// How long leaving may take once the line has dropped. A terminal that takes no more bytes must not hold us.
const PATIENCE: Duration = Duration::from_millis(900);

/// The signal that ended the session, for the exit status; 0 for none.
pub type Ended = Arc<AtomicI32>;

/// Whether somebody else has the terminal: what its keys send to everybody in front of it is not meant for us.
static LENT: AtomicBool = AtomicBool::new(false);

/// Says whether somebody else has the terminal.
pub fn lend(lent: bool) {
    LENT.store(lent, Ordering::SeqCst);
}

/// Starts to listen.
///
/// # Errors
/// The system's, when it gives no thread or refuses a signal.
pub fn listen(inbox: Sender<Msg>) -> io::Result<Ended> {
    let mut signals = Signals::new([SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT])?;
    let ended = Ended::default();
    let told = Arc::clone(&ended);
    thread::Builder::new()
        .name("signals".to_owned())
        .spawn(move || {
            for signal in &mut signals {
                let msg = match signal {
                    SIGWINCH => match crossterm::terminal::size() {
                        Ok((columns, rows)) => Msg::Resize(columns, rows),
                        Err(_) => Msg::Hangup,
                    },
                    SIGTSTP => Msg::Suspend,
                    SIGCONT => Msg::Resumed,
                    ends => {
                        told.store(ends, Ordering::SeqCst);
                        leave_in_time(ends);
                        Msg::Hangup
                    }
                };
                if inbox.send(msg).is_err() {
                    return;
                }
            }
        })?;
    Ok(ended)
}

/// Ends the process when the loop has not done so in time, whatever it waits for.
fn leave_in_time(signal: i32) {
    let waited = thread::Builder::new().spawn(move || {
        thread::sleep(PATIENCE);
        let (tell, told) = channel();
        let given_back = thread::Builder::new().spawn(move || {
            editor::wipe_lent();
            session::give_back();
            let _ = tell.send(());
        });
        if given_back.is_ok() {
            let _ = told.recv_timeout(Duration::from_millis(50));
        }
        process::exit(128 + signal);
    });
    drop(waited);
}

/// Stops as the shell asked, and comes back when the shell says so.
pub fn stop() {
    // Refused only for signals that do not exist.
    let _ = signal_hook::low_level::emulate_default_handler(SIGTSTP);
}

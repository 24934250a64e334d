//! The real program in a pseudo-terminal: keys go in, bytes come out, an emulator says what stands on the screen.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// How long anything may take on a busy machine before a test gives up.
const PATIENCE: Duration = Duration::from_secs(30);

/// What is known of the terminal's side.
struct Seen {
    emulator: vt100::Parser,
    bytes: Vec<u8>,
    closed: bool,
}

/// A terminal in which the program runs.
pub struct Terminal {
    master: Option<Box<dyn MasterPty + Send>>,
    keyboard: Option<Box<dyn Write + Send>>,
    child: Box<dyn Child + Send + Sync>,
    seen: Arc<(Mutex<Seen>, Condvar)>,
    stop: Arc<AtomicBool>,
    reader: Option<JoinHandle<()>>,
}

/// What the terminal is before the program starts in it.
pub struct Start {
    command: CommandBuilder,
    columns: u16,
    rows: u16,
    _home: tempfile::TempDir,
}

#[allow(dead_code)] // what a line can bring, whether or not a test needs it today
impl Start {
    /// The program with these arguments, in an xterm of 80x24 with an empty home.
    pub fn with(args: &[&str]) -> Start {
        let home = tempfile::tempdir().unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_throughline"));
        command.args(args);
        command.env_clear();
        command.env("HOME", home.path());
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        command.cwd(home.path());
        Start {
            command,
            columns: 80,
            rows: 24,
            _home: home,
        }
    }

    /// The demo's caseload.
    pub fn demo() -> Start {
        Start::with(&["demo"])
    }

    /// The store in this folder.
    pub fn store(folder: &Path) -> Start {
        Start::with(&["--store", folder.to_str().unwrap()])
    }

    /// Sets a variable of the environment.
    pub fn env(mut self, name: &str, value: &str) -> Start {
        self.command.env(name, value);
        self
    }

    /// Starts with this size.
    pub fn size(mut self, columns: u16, rows: u16) -> Start {
        (self.columns, self.rows) = (columns, rows);
        self
    }

    /// Starts the program.
    pub fn open(self) -> Terminal {
        let pair = native_pty_system()
            .openpty(pty_size(self.columns, self.rows))
            .unwrap();
        let child = pair.slave.spawn_command(self.command).unwrap();
        drop(pair.slave);
        let seen = Arc::new((
            Mutex::new(Seen {
                emulator: vt100::Parser::new(nonzero(self.rows), nonzero(self.columns), 0),
                bytes: Vec::new(),
                closed: false,
            }),
            Condvar::new(),
        ));
        let stop = Arc::new(AtomicBool::new(false));
        let from = pair.master.try_clone_reader().unwrap();
        let reader = std::thread::spawn({
            let (seen, stop) = (Arc::clone(&seen), Arc::clone(&stop));
            move || read(from, &seen, &stop)
        });
        Terminal {
            keyboard: Some(pair.master.take_writer().unwrap()),
            master: Some(pair.master),
            child,
            seen,
            stop,
            reader: Some(reader),
        }
    }
}

fn read(mut from: Box<dyn Read + Send>, seen: &(Mutex<Seen>, Condvar), stop: &AtomicBool) {
    let mut bytes = [0; 65536];
    loop {
        let count = from.read(&mut bytes).unwrap_or(0);
        let mut now = seen.0.lock().unwrap();
        now.bytes.extend_from_slice(&bytes[..count]);
        now.emulator.process(&bytes[..count]);
        now.closed = count == 0 || stop.load(Ordering::SeqCst);
        seen.1.notify_all();
        if now.closed {
            return;
        }
    }
}

fn pty_size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn nonzero(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).unwrap()
}

#[allow(dead_code)] // what a line can bring, whether or not a test needs it today
impl Terminal {
    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.0.lock().unwrap()
    }

    /// What stands on the screen.
    pub fn screen(&self) -> String {
        self.seen().emulator.screen().contents()
    }

    /// Everything that the program sent so far.
    pub fn bytes(&self) -> Vec<u8> {
        self.seen().bytes.clone()
    }

    /// Looks at the emulated screen.
    pub fn look<T>(&self, at: impl FnOnce(&vt100::Screen) -> T) -> T {
        at(self.seen().emulator.screen())
    }

    /// Waits until what is seen is as wanted.
    #[track_caller]
    pub fn wait_until(
        &mut self,
        what: &str,
        wanted: impl Fn(&vt100::Screen) -> bool,
    ) -> &mut Terminal {
        let end = Instant::now() + PATIENCE;
        let mut seen = self.seen.0.lock().unwrap();
        while !wanted(seen.emulator.screen()) {
            let left = end.saturating_duration_since(Instant::now());
            let screen = seen.emulator.screen().contents();
            assert!(
                !left.is_zero() && !seen.closed,
                "waited in vain for {what}; on the screen:\n{screen}"
            );
            seen = self.seen.1.wait_timeout(seen, left).unwrap().0;
        }
        drop(seen);
        self
    }

    /// Waits until these words stand on the screen.
    #[track_caller]
    pub fn wait_for(&mut self, words: &str) -> &mut Terminal {
        self.wait_until(&format!("{words:?}"), |screen| {
            screen.contents().contains(words)
        })
    }

    /// Waits until these words have gone from the screen.
    #[track_caller]
    pub fn wait_gone(&mut self, words: &str) -> &mut Terminal {
        self.wait_until(&format!("{words:?} to go"), |screen| {
            !screen.contents().contains(words)
        })
    }

    /// Sends bytes as the keyboard does.
    pub fn send(&mut self, bytes: &str) -> &mut Terminal {
        let keyboard = self.keyboard.as_mut().unwrap();
        keyboard.write_all(bytes.as_bytes()).unwrap();
        keyboard.flush().unwrap();
        self
    }

    /// Presses keys one after another, written as in a keymap file: `press("g g")`, `press("ctrl-s")`.
    pub fn press(&mut self, keys: &str) -> &mut Terminal {
        for key in keys.split_whitespace() {
            self.send(&sequence(key));
        }
        self
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Terminal {
        self.seen()
            .emulator
            .set_size(nonzero(rows), nonzero(columns));
        self.master
            .as_ref()
            .unwrap()
            .resize(pty_size(columns, rows))
            .unwrap();
        self
    }

    /// Sends the program a signal.
    pub fn signal(&mut self, signal: rustix::process::Signal) -> &mut Terminal {
        let id = i32::try_from(self.child.process_id().unwrap()).unwrap();
        let id = rustix::process::Pid::from_raw(id).unwrap();
        rustix::process::kill_process(id, signal).unwrap();
        self
    }

    /// Drops the line, as an SSH connection that breaks.
    pub fn hang_up(&mut self) -> &mut Terminal {
        // The reader holds the line too; a redraw gives it something to read, and it lets go.
        self.stop.store(true, Ordering::SeqCst);
        self.send("\u{c}");
        self.reader.take().unwrap().join().unwrap();
        self.keyboard = None;
        self.master = None;
        self
    }

    /// Waits until the program has ended; gives its exit status.
    #[track_caller]
    pub fn ends(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.exit_code();
            }
            assert!(Instant::now() < end, "the program did not end");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until the program has ended and everything that it wrote is on the screen.
    #[track_caller]
    pub fn ends_and_says(&mut self) -> (u32, String) {
        let status = self.ends();
        if let Some(reader) = self.reader.take() {
            reader.join().unwrap();
        }
        (status, self.screen())
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // A test that failed must leave no program behind; one that ended is not there to be killed.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What a terminal sends for a key.
fn sequence(key: &str) -> String {
    let named = match key {
        "enter" => "\r",
        "esc" => "\u{1b}",
        "tab" => "\t",
        "shift-tab" => "\u{1b}[Z",
        "backspace" => "\u{7f}",
        "delete" => "\u{1b}[3~",
        "up" => "\u{1b}[A",
        "down" => "\u{1b}[B",
        "right" => "\u{1b}[C",
        "left" => "\u{1b}[D",
        "home" => "\u{1b}[H",
        "end" => "\u{1b}[F",
        "page-up" => "\u{1b}[5~",
        "page-down" => "\u{1b}[6~",
        "f1" => "\u{1b}OP",
        "space" => " ",
        other => other,
    };
    match named.strip_prefix("ctrl-") {
        Some(letter) => char::from(letter.as_bytes()[0] & 0x1f).to_string(),
        None => named.to_owned(),
    }
}

//! Catches the panics of sled, and lets the program's panic hook know that they are caught.
//!
//! A panic hook runs before anything is caught; one that restores the terminal and writes a report would spoil a screen
//! that goes on. So the hook asks [`panic_is_caught`] first.

use std::cell::Cell;
use std::panic::{UnwindSafe, catch_unwind};
use std::thread;

thread_local! {
    static CATCHING: Cell<bool> = const { Cell::new(false) };
}

/// Whether a panic on this thread is one of sled's that the store catches and mends. A panic hook should then stay
/// silent and leave the screen alone.
pub fn panic_is_caught() -> bool {
    let of_sled = |name: &str| name.starts_with("sled-io");
    CATCHING.get() || thread::current().name().is_some_and(of_sled)
}

/// Calls, and gives a panic back as an error.
pub(super) fn catching<T>(call: impl FnOnce() -> T + UnwindSafe) -> thread::Result<T> {
    let before = CATCHING.replace(true);
    let result = catch_unwind(call);
    CATCHING.set(before);
    result
}

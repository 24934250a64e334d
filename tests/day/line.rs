//! The program at the end of a real line: first paint, terminals of every kind, sizes, signals, a line that drops.

use super::terminal::Start;
use rustix::process::Signal;

#[test]
fn the_demo_opens_and_is_left_with_the_terminal_as_it_was() {
    let mut terminal = Start::demo().open();
    terminal.wait_for("14 children, 9 families");
    assert!(terminal.look(|screen| screen.alternate_screen() && screen.bracketed_paste()));
    terminal.press("ctrl-c");
    let (status, screen) = terminal.ends_and_says();
    assert_eq!((status, screen.trim()), (0, ""));
    assert!(terminal.look(|screen| !screen.alternate_screen()
        && !screen.bracketed_paste()
        && !screen.hide_cursor()));
}

#[test]
fn a_dropped_line_ends_the_program() {
    let mut terminal = Start::demo().open();
    terminal.wait_for("families").hang_up();
    assert_eq!(terminal.ends(), 129, "ended by the line, without a crash");
}

#[test]
fn a_signal_to_end_is_followed_and_the_terminal_given_back() {
    for (signal, status) in [(Signal::HUP, 129), (Signal::TERM, 143), (Signal::INT, 130)] {
        let mut terminal = Start::demo().open();
        terminal.wait_for("families").signal(signal);
        let (ended, _) = terminal.ends_and_says();
        assert_eq!(ended, status);
        assert!(terminal.look(|screen| !screen.alternate_screen() && !screen.hide_cursor()));
    }
}

#[test]
fn a_storm_of_sizes_ends_on_the_last_one() {
    let mut terminal = Start::demo().open();
    terminal.wait_for("families");
    for step in 0..60 {
        terminal.resize(61 + step * 7 % 80, 16 + step * 3 % 40);
    }
    terminal
        .resize(40, 10)
        .wait_for("make the window")
        .resize(100, 30);
    terminal.wait_until("the hint line at the foot", |screen| {
        screen
            .rows(0, 100)
            .nth(29)
            .is_some_and(|line| line.contains("keys"))
    });
}

//! The program at the end of a real line: first paint, terminals of every kind, sizes, signals, a line that drops.

use super::terminal::{Start, Terminal};
use rustix::process::Signal;
use std::path::Path;
use throughline::store::{Cost, Passphrase, Place, Store};

const WORDS: &str = "a horse in the hall";

pub fn passphrase() -> Passphrase {
    Passphrase::new(WORDS.to_owned())
}

/// A sealed, empty store in a new folder.
pub fn sealed_store(folder: &Path) {
    let passphrase = passphrase();
    Store::create(&Place::at(folder), &passphrase, "A Brennock", Cost::Cheap).unwrap();
}

pub fn unlock(terminal: &mut Terminal) -> &mut Terminal {
    terminal
        .wait_for("Passphrase")
        .send(WORDS)
        .press("enter")
        .wait_for("Caseload")
}

#[test]
fn the_demo_opens_and_is_left_with_the_terminal_as_it_was() {
    let mut terminal = Start::demo().open();
    terminal.wait_for("families");
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

#[test]
fn the_passphrase_is_asked_for_and_a_wrong_one_refused() {
    let folder = tempfile::tempdir().unwrap();
    sealed_store(&folder.path().join("store"));
    let mut terminal = Start::store(&folder.path().join("store")).open();
    terminal
        .wait_for("Passphrase")
        .send("wrong")
        .press("enter")
        .wait_for("does not open this store");
    unlock(&mut terminal).press("L").wait_for("Locked");
    unlock(&mut terminal).press("ctrl-c");
    assert_eq!(terminal.ends(), 0);
    assert!(!String::from_utf8_lossy(&terminal.bytes()).contains("horse"));
}

#[test]
fn a_folder_without_a_store_is_told_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Start::store(&folder.path().join("none")).open();
    let said = |terminal: &mut Terminal| terminal.wait_for("throughline init").screen();
    if terminal
        .wait_until("a word", |screen| !screen.contents().trim().is_empty())
        .screen()
        .contains("Passphrase")
    {
        terminal.send("x").press("enter");
    }
    assert!(said(&mut terminal).contains("no Throughline store"));
}

#[test]
fn a_dropped_line_leaves_the_draft_to_be_found() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("store");
    sealed_store(&store);
    let mut terminal = Start::store(&store).open();
    unlock(&mut terminal)
        .press("a")
        .wait_for("Add a family")
        .send("Fenwick")
        .wait_for("Fenwick")
        .hang_up();
    assert_eq!(terminal.ends(), 129);

    let mut terminal = Start::store(&store).open();
    unlock(&mut terminal)
        .wait_for("1 draft waits")
        .press("d")
        .wait_for("Fenwick");
    terminal.signal(Signal::TERM);
    assert_eq!(terminal.ends(), 143);
}

#[test]
fn leaving_says_how_many_drafts_stay() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("store");
    sealed_store(&store);
    let mut terminal = Start::store(&store).open();
    unlock(&mut terminal)
        .press("a")
        .wait_for("Add a family")
        .send("Fenwick")
        .wait_for("Fenwick")
        .press("ctrl-c");
    let (status, said) = terminal.ends_and_says();
    assert_eq!(status, 0);
    assert!(said.contains("1 draft is kept"), "{said}");
}

/// The codes that set colours or emphasis in what a terminal was sent.
fn pen_codes(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let codes = text.split("\x1b[").skip(1).filter_map(|rest| {
        let end = rest.find(|letter: char| !letter.is_ascii_digit() && letter != ';')?;
        rest[end..].starts_with('m').then(|| rest[..end].to_owned())
    });
    codes
        .flat_map(|codes| codes.split(';').map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

fn sent_on(start: Start) -> (Vec<String>, String) {
    let mut terminal = start.open();
    terminal
        .wait_for("families")
        .press("j")
        .press("?")
        .wait_for("In lists")
        .press("ctrl-c");
    terminal.ends();
    (
        pen_codes(&terminal.bytes()),
        String::from_utf8_lossy(&terminal.bytes()).into_owned(),
    )
}

#[test]
fn without_colour_emphasis_still_shows_what_is_chosen() {
    for start in [
        Start::demo().env("NO_COLOR", "1"),
        Start::demo().env("TERM", "vt100"),
    ] {
        let (codes, _) = sent_on(start);
        assert!(
            codes.iter().any(|code| code == "7"),
            "nothing is reversed: {codes:?}"
        );
        let colour = |code: &String| {
            code.parse()
                .is_ok_and(|code: u8| matches!(code, 30..=49 | 90..=107))
        };
        assert!(!codes.iter().any(colour), "{codes:?}");
    }
}

#[test]
fn a_terminal_is_sent_only_the_colours_that_it_has() {
    let (codes, _) = sent_on(Start::demo().env("COLORTERM", "truecolor"));
    assert!(codes.windows(2).any(|two| two == ["38", "2"]), "{codes:?}");
    let (codes, _) = sent_on(Start::demo());
    assert!(
        codes.windows(2).any(|two| two == ["38", "5"])
            && !codes.windows(2).any(|two| two == ["38", "2"]),
        "{codes:?}"
    );
    for term in ["xterm", "linux"] {
        let (codes, _) = sent_on(Start::demo().env("TERM", term));
        assert!(
            !codes.iter().any(|code| code == "38" || code == "48"),
            "{term}: {codes:?}"
        );
        assert!(codes.iter().any(|code| code == "36"), "{term}: {codes:?}");
    }
}

#[test]
fn a_terminal_without_unicode_is_sent_ascii_only() {
    for start in [
        Start::with(&["demo", "--ascii"]),
        Start::demo().env("TERM", "linux"),
        Start::demo().env("LANG", "en_GB.ISO-8859-1"),
    ] {
        let mut terminal = start.size(120, 40).open();
        terminal
            .wait_for("families")
            .press("enter")
            .wait_for("Chronology")
            .press("3")
            .wait_for("[3 Chronology]")
            .press("ctrl-c");
        terminal.ends();
        let text = String::from_utf8_lossy(&terminal.bytes()).into_owned();
        let drawn: String = text
            .chars()
            .filter(|letter| !letter.is_ascii() && !letter.is_alphabetic())
            .collect();
        assert_eq!(
            drawn.trim_matches(|letter| "’‘“”–".contains(letter)),
            "",
            "drawn beyond ASCII"
        );
    }
    let mut terminal = Start::demo().env("LC_ALL", "C").open();
    terminal.wait_for("families").press("ctrl-c");
    terminal.ends();
    assert!(terminal.bytes().is_ascii());
}

#[test]
fn an_own_editor_writes_a_long_text() {
    if !Path::new("/dev/shm").is_dir() {
        return;
    }
    let editor = "sh -c 'printf Written > \"$1\"' sh";
    let mut terminal = Start::demo().env("THROUGHLINE_EDITOR", editor).open();
    terminal
        .wait_for("families")
        .press("e")
        .wait_for("Change")
        .press("tab tab tab tab tab ctrl-e");
    terminal.wait_for("Written").press("esc ctrl-c");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn a_wrong_keymap_or_theme_is_told_before_anything_opens() {
    let folder = tempfile::tempdir().unwrap();
    let keymap = folder.path().join("mine.toml");
    std::fs::write(&keymap, "[list]\n\"j\" = \"dwon\"\n").unwrap();
    for (args, told) in [
        (
            ["demo", "--keymap", keymap.to_str().unwrap()],
            "did you mean \"down\"?",
        ),
        (["demo", "--theme", "drak"], "did you mean \"dark\"?"),
    ] {
        let mut terminal = Start::with(&args).size(200, 24).open();
        let (status, said) = terminal.ends_and_says();
        assert_eq!(status, 1);
        assert!(
            said.contains(told) && said.contains("Nothing was opened"),
            "{said}"
        );
    }
}

//! What the painter sends is judged by a terminal emulator: after any frames it shows the last one.

use super::*;
use proptest::prelude::*;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

/// A terminal that the painter writes to.
struct Emulator {
    painter: Painter,
    parser: vt100::Parser,
}

impl Emulator {
    fn new(columns: u16, rows: u16) -> Emulator {
        Emulator {
            painter: Painter::default(),
            parser: vt100::Parser::new(rows.try_into().unwrap(), columns.try_into().unwrap(), 0),
        }
    }

    /// Shows a frame; gives how many bytes it took.
    fn show(&mut self, frame: &Buffer, caret: Option<Position>) -> usize {
        let bytes = self.painter.paint(frame, caret);
        self.parser.process(bytes.as_bytes());
        bytes.len()
    }

    fn assert_shows(&self, frame: &Buffer) {
        for y in 0..frame.area.height {
            let mut x = 0;
            while x < frame.area.width {
                let wanted = &frame[(x, y)];
                let shown = self.parser.screen().cell(y, x).unwrap();
                let letters = if shown.contents().is_empty() {
                    " "
                } else {
                    shown.contents()
                };
                assert_eq!(letters, wanted.symbol(), "at column {x}, row {y}");
                let pen = Pen::of(wanted);
                if wanted.symbol() != " " || pen.shows_on_blank() {
                    assert_eq!(
                        shown.bold(),
                        wanted.modifier.contains(Modifier::BOLD),
                        "bold at {x},{y}"
                    );
                    assert_eq!(
                        shown.inverse(),
                        wanted.modifier.contains(Modifier::REVERSED),
                        "reversed at {x},{y}"
                    );
                    assert_eq!(shown.bgcolor(), as_emulated(wanted.bg), "behind at {x},{y}");
                }
                if wanted.symbol() != " " {
                    assert_eq!(shown.fgcolor(), as_emulated(wanted.fg), "colour at {x},{y}");
                }
                x += u16::try_from(wanted.symbol().width().max(1)).unwrap();
            }
        }
    }
}

fn as_emulated(colour: Color) -> vt100::Color {
    match colour {
        Color::Reset => vt100::Color::Default,
        Color::Red => vt100::Color::Idx(1),
        Color::LightBlue => vt100::Color::Idx(12),
        Color::Indexed(index) => vt100::Color::Idx(index),
        Color::Rgb(r, g, b) => vt100::Color::Rgb(r, g, b),
        other => panic!("not used in these tests: {other}"),
    }
}

const SIZE: (u16, u16) = (30, 12);

fn blank() -> Buffer {
    Buffer::empty(Rect::new(0, 0, SIZE.0, SIZE.1))
}

prop_compose! {
    fn style()(fg in 0..5usize, bg in 0..3usize, modifier in 0..4usize) -> Style {
        let fgs = [Color::Reset, Color::Red, Color::LightBlue, Color::Indexed(130), Color::Rgb(9, 8, 7)];
        let bgs = [Color::Reset, Color::Red, Color::Indexed(17)];
        let modifiers = [Modifier::empty(), Modifier::BOLD, Modifier::REVERSED, Modifier::BOLD | Modifier::REVERSED];
        Style::new().fg(fgs[fg]).bg(bgs[bg]).add_modifier(modifiers[modifier])
    }
}

/// A frame of lines as a list would draw them: words with styles, some of them wide or accented.
fn frame() -> impl Strategy<Value = Buffer> {
    let word = prop::sample::select(vec![
        "Lowri", "Dąbek", "ŵy", "字家", "a", "      ", "- - -", "2021",
    ]);
    let line = prop::collection::vec((word, style(), 0..28u16), 0..4);
    prop::collection::vec(line, usize::from(SIZE.1)).prop_map(|lines| {
        let mut frame = blank();
        for (y, words) in lines.into_iter().enumerate() {
            for (word, style, x) in words {
                // A letter written over the second half of a wide one would leave half a letter: begin on a clean line.
                let room = SIZE.0 - x;
                let clean =
                    (0..SIZE.0).all(|x| frame[(x, u16::try_from(y).unwrap())].symbol().width() < 2);
                if clean {
                    frame.set_stringn(x, u16::try_from(y).unwrap(), word, usize::from(room), style);
                }
            }
        }
        frame
    })
}

proptest! {
    #[test]
    fn after_any_frames_the_terminal_shows_the_last(frames in prop::collection::vec(frame(), 1..5)) {
        let mut terminal = Emulator::new(SIZE.0, SIZE.1);
        for frame in &frames {
            terminal.show(frame, None);
            terminal.assert_shows(frame);
        }
    }

    #[test]
    fn a_frame_that_moved_is_shown_as_wanted(first in frame(), by in -5isize..5, top in 0usize..6, foot in frame()) {
        let mut terminal = Emulator::new(SIZE.0, SIZE.1);
        terminal.show(&first, None);
        let moved = Move { top, bottom: 10, by };
        let mut second = blank();
        second.content = moved.applied(&first.content, usize::from(SIZE.0));
        let last = usize::from(SIZE.0) * 11;
        second.content[last..].clone_from_slice(&foot.content[last..]);
        terminal.show(&second, None);
        terminal.assert_shows(&second);
    }
}

/// A full screen of chronology-like lines from `first` on, the chosen one reversed.
fn list(first: u16, chosen: u16) -> Buffer {
    let mut frame = Buffer::empty(Rect::new(0, 0, 120, 40));
    frame.set_string(
        0,
        0,
        "throughline  Caseload",
        Style::new().add_modifier(Modifier::BOLD),
    );
    for row in 0..37 {
        let number = first + row;
        let chosen = if number == chosen {
            Style::new().add_modifier(Modifier::REVERSED)
        } else {
            Style::new()
        };
        let words = format!(
            "{number:>4} Mar 2021  {}  School  What happened on that day, told at length",
            number * 37
        );
        frame.set_string(1, row + 1, format!("{words:<118}"), chosen);
    }
    frame
}

/// The terminal of these tests takes four columns for the first of these and one for the second, where the frame has
/// two: it must not matter.
const DOUBTFUL: [&str; 5] = [
    "\u{1F469}\u{200D}\u{1F467}",
    "\u{2764}\u{FE0F}",
    "\u{1F44D}\u{1F3FD}",
    "\u{1F1EC}\u{1F1E7}",
    "你",
];

#[test]
fn letters_on_whose_width_terminals_disagree_leave_nothing_behind() {
    for letter in DOUBTFUL {
        let line = |words: &str| {
            let mut frame = Buffer::empty(Rect::new(0, 0, 60, 2));
            frame.set_string(0, 0, words, Style::new());
            frame.set_string(0, 1, "the line below", Style::new());
            frame
        };
        let old = line(&"x".repeat(60));
        let new = line(&format!("Third line: {letter} end. and more"));
        let edited = line(&format!("Third line: {letter} end. and less"));
        let mut terminal = Emulator::new(60, 2);
        terminal.show(&old, None);
        for frame in [&new, &edited, &new] {
            terminal.show(frame, None);
            let row = terminal.parser.screen().contents();
            assert!(!row.contains('x'), "{letter:?}: {row}");
            let after = "Third line: ".len() + letter.width() + 1;
            for x in (0..12).chain(after..60) {
                let x = u16::try_from(x).unwrap();
                let shown = terminal.parser.screen().cell(0, x).unwrap();
                let wanted = frame[(x, 0)].symbol().trim();
                assert_eq!(shown.contents().trim(), wanted, "{letter:?} at {x}: {row}");
            }
        }
        terminal.show(&old, None);
        terminal.assert_shows(&old);
    }
}

#[test]
fn nothing_changed_nothing_sent() {
    let mut terminal = Emulator::new(120, 40);
    terminal.show(&list(0, 3), None);
    assert_eq!(terminal.show(&list(0, 3), None), 0);
}

#[test]
fn a_list_that_scrolls_by_a_line_is_moved_by_the_terminal() {
    let mut terminal = Emulator::new(120, 40);
    terminal.show(&list(0, 36), None);
    let scrolled = terminal.show(&list(1, 37), None);
    terminal.assert_shows(&list(1, 37));
    // Two lines of 118 columns change: the one that was chosen and the one that is.
    assert!(scrolled < 3 * 118, "{scrolled} bytes");
    let back = terminal.show(&list(0, 36), None);
    terminal.assert_shows(&list(0, 36));
    assert!(back < 3 * 118, "{back} bytes");
}

#[test]
fn a_list_beside_a_pane_that_stands_still_is_moved_where_that_is_less() {
    let beside = |first: u16| {
        let mut frame = Buffer::empty(Rect::new(0, 0, 120, 40));
        for row in 0..37 {
            let number = first + row;
            let words = format!(
                "{number:>4} Mar 2021  {}  School  What happened on that day",
                number * 37
            );
            frame.set_stringn(1, row + 1, words, 58, Style::new());
        }
        for row in 5..9 {
            frame.set_string(
                62,
                row,
                format!("detail that stays, in line {row}"),
                Style::new(),
            );
        }
        frame
    };
    let mut terminal = Emulator::new(120, 40);
    let whole = terminal.show(&beside(0), None);
    let scrolled = terminal.show(&beside(1), None);
    terminal.assert_shows(&beside(1));
    assert!(scrolled < whole / 4, "{scrolled} bytes of {whole}");
}

#[test]
fn the_caret_is_shown_where_text_is_typed_and_hidden_otherwise() {
    let mut terminal = Emulator::new(120, 40);
    terminal.show(&list(0, 3), Some(Position::new(7, 2)));
    assert_eq!(terminal.parser.screen().cursor_position(), (2, 7));
    assert!(!terminal.parser.screen().hide_cursor());
    terminal.show(&list(0, 4), None);
    assert!(terminal.parser.screen().hide_cursor());
}

#[test]
fn a_forgotten_screen_is_cleared_and_sent_whole() {
    let mut terminal = Emulator::new(120, 40);
    terminal.show(&list(0, 3), None);
    terminal
        .parser
        .process(b"\x1b[10;10Hwords of another program");
    terminal.painter.forget();
    terminal.show(&list(0, 3), None);
    terminal.assert_shows(&list(0, 3));
}

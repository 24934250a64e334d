//! The terminal's pen: which colours and emphasis it writes with, and the shortest way from one to another.
//!
//! Codes are those of ECMA-48 (SGR). The sixteen named colours go out as 30-37 and 90-97, which every colour
//! terminal knows; indexed and true colours only where the theme chose them.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};
use std::fmt::Write;

/// Colours and emphasis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pen {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl Pen {
    /// The terminal's own colours, no emphasis.
    pub const PLAIN: Pen = Pen {
        fg: Color::Reset,
        bg: Color::Reset,
        modifier: Modifier::empty(),
    };

    /// The pen that writes this cell.
    pub fn of(cell: &Cell) -> Pen {
        Pen {
            fg: cell.fg,
            bg: cell.bg,
            modifier: cell.modifier,
        }
    }

    /// Whether a blank written with this pen can be seen.
    pub fn shows_on_blank(self) -> bool {
        let seen = Modifier::REVERSED | Modifier::UNDERLINED | Modifier::CROSSED_OUT;
        self.bg != Color::Reset || self.modifier.intersects(seen)
    }

    /// Writes the codes that turn `from` into this pen.
    pub fn take(self, from: Pen, out: &mut String) {
        if self == from {
            return;
        }
        let step = self.codes_from(from);
        let mut anew = self.codes_from(Pen::PLAIN);
        anew.insert_str(0, if anew.is_empty() { "" } else { "0;" });
        let codes = if step.is_empty() || anew.len() < step.len() {
            anew
        } else {
            step
        };
        let _ = write!(out, "\x1b[{codes}m");
    }

    /// The codes of each difference, separated by semicolons.
    fn codes_from(self, from: Pen) -> String {
        let mut codes = Vec::new();
        let lost = from.modifier - self.modifier;
        let mut gained = self.modifier - from.modifier;
        if lost.intersects(Modifier::BOLD | Modifier::DIM) {
            codes.push("22".to_owned());
            // 22 ends both: what is still wanted is asked for again.
            gained |= self.modifier & (Modifier::BOLD | Modifier::DIM);
        }
        for (modifier, on, off) in EMPHASIS {
            if lost.contains(modifier) && !off.is_empty() {
                codes.push(off.to_owned());
            }
            if gained.contains(modifier) {
                codes.push(on.to_owned());
            }
        }
        if self.fg != from.fg {
            codes.push(colour(self.fg, 30));
        }
        if self.bg != from.bg {
            codes.push(colour(self.bg, 40));
        }
        codes.join(";")
    }
}

const EMPHASIS: [(Modifier, &str, &str); 9] = [
    (Modifier::BOLD, "1", ""),
    (Modifier::DIM, "2", ""),
    (Modifier::ITALIC, "3", "23"),
    (Modifier::UNDERLINED, "4", "24"),
    (Modifier::SLOW_BLINK, "5", "25"),
    (Modifier::RAPID_BLINK, "6", "25"),
    (Modifier::REVERSED, "7", "27"),
    (Modifier::HIDDEN, "8", "28"),
    (Modifier::CROSSED_OUT, "9", "29"),
];

/// The code of a colour; `base` is 30 for letters and 40 for what is behind them.
fn colour(colour: Color, base: u8) -> String {
    let named = |at: u8| (base + at).to_string();
    let bright = |at: u8| (base + 60 + at).to_string();
    match colour {
        Color::Reset => named(9),
        Color::Black => named(0),
        Color::Red => named(1),
        Color::Green => named(2),
        Color::Yellow => named(3),
        Color::Blue => named(4),
        Color::Magenta => named(5),
        Color::Cyan => named(6),
        Color::Gray => named(7),
        Color::DarkGray => bright(0),
        Color::LightRed => bright(1),
        Color::LightGreen => bright(2),
        Color::LightYellow => bright(3),
        Color::LightBlue => bright(4),
        Color::LightMagenta => bright(5),
        Color::LightCyan => bright(6),
        Color::White => bright(7),
        Color::Indexed(index) => format!("{};5;{index}", base + 8),
        Color::Rgb(r, g, b) => format!("{};2;{r};{g};{b}", base + 8),
    }
}

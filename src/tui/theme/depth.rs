//! How many colours a terminal has, and how a colour is told to one that has fewer.

use ratatui::style::Color;

/// How many colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// None: emphasis only.
    None,
    /// The eight of ANSI.
    Eight,
    /// Those and their bright forms.
    Sixteen,
    /// 256: sixteen, a cube of 216, greys.
    Indexed,
    /// True colour.
    True,
}

impl Depth {
    /// What `TERM` and `COLORTERM` say of the terminal. A name that is not known is taken for eight colours: they have
    /// been there since the VT340.
    pub fn of(term: &str, colorterm: &str) -> Depth {
        let is = |names: &[&str]| {
            names
                .iter()
                .any(|name| term == *name || term.starts_with(&format!("{name}-")))
        };
        let colourless = ["dumb", "vt52", "vt100", "vt102", "vt220", "vt320", "vt420"];
        let said_so = term.ends_with("-mono") || term.ends_with("-m");
        if term.is_empty() || is(&colourless) || said_so {
            Depth::None
        } else if matches!(colorterm, "truecolor" | "24bit") || term.ends_with("-direct") {
            Depth::True
        } else if term.contains("256color")
            || is(&["alacritty", "foot", "wezterm"])
            || term.contains("kitty")
        {
            Depth::Indexed
        } else if term.contains("16color")
            || is(&[
                "xterm", "screen", "tmux", "rxvt", "putty", "konsole", "gnome", "vte",
            ])
        {
            Depth::Sixteen
        } else {
            Depth::Eight
        }
    }

    /// The colour as a terminal of this depth can show it; none at all without colours.
    pub fn show(self, colour: Color) -> Color {
        match (self, colour) {
            (Depth::None, _) => Color::Reset,
            (Depth::True, colour) => colour,
            (Depth::Indexed, Color::Rgb(r, g, b)) => Color::Indexed(nearest_indexed([r, g, b])),
            (Depth::Sixteen, Color::Rgb(r, g, b)) => nearest_named([r, g, b], 16),
            (Depth::Eight, Color::Rgb(r, g, b)) => nearest_named([r, g, b], 8),
            (Depth::Sixteen, Color::Indexed(index)) if index > 15 => {
                nearest_named(rgb_of_indexed(index), 16)
            }
            (Depth::Eight, Color::Indexed(index)) if index > 15 => {
                nearest_named(rgb_of_indexed(index), 8)
            }
            (Depth::Eight, named) => without_brightness(named),
            (_, colour) => colour,
        }
    }
}

/// The sixteen in their order, with the colours that xterm gives them.
pub const SIXTEEN: [(Color, [u8; 3]); 16] = [
    (Color::Black, [0, 0, 0]),
    (Color::Red, [205, 0, 0]),
    (Color::Green, [0, 205, 0]),
    (Color::Yellow, [205, 205, 0]),
    (Color::Blue, [0, 0, 238]),
    (Color::Magenta, [205, 0, 205]),
    (Color::Cyan, [0, 205, 205]),
    (Color::Gray, [229, 229, 229]),
    (Color::DarkGray, [127, 127, 127]),
    (Color::LightRed, [255, 0, 0]),
    (Color::LightGreen, [0, 255, 0]),
    (Color::LightYellow, [255, 255, 0]),
    (Color::LightBlue, [92, 92, 255]),
    (Color::LightMagenta, [255, 0, 255]),
    (Color::LightCyan, [0, 255, 255]),
    (Color::White, [255, 255, 255]),
];

/// The steps of each side of the cube of 216 colours.
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// What a colour of the cube or of the greys looks like; the first sixteen are as xterm has them.
pub fn rgb_of_indexed(index: u8) -> [u8; 3] {
    let step = |at: u8| STEPS.get(usize::from(at)).copied().unwrap_or(0);
    match index {
        0..16 => SIXTEEN
            .get(usize::from(index))
            .map_or([0; 3], |(_, rgb)| *rgb),
        16..232 => {
            let at = index - 16;
            [step(at / 36), step(at / 6 % 6), step(at % 6)]
        }
        232.. => [8 + (index - 232) * 10; 3],
    }
}

/// The nearest of the cube and the greys. The first sixteen are left out: every user's terminal has its own.
fn nearest_indexed(rgb: [u8; 3]) -> u8 {
    (16..=255)
        .min_by_key(|index| distance(rgb, rgb_of_indexed(*index)))
        .unwrap_or(16)
}

fn nearest_named(rgb: [u8; 3], among: usize) -> Color {
    let named = SIXTEEN.iter().take(among);
    named
        .min_by_key(|(_, known)| distance(rgb, *known))
        .map_or(Color::Reset, |(name, _)| *name)
}

fn without_brightness(colour: Color) -> Color {
    let at = SIXTEEN.iter().position(|(name, _)| *name == colour);
    let Some(at) = at.filter(|at| *at > 7) else {
        return colour;
    };
    SIXTEEN.get(at - 8).map_or(colour, |(name, _)| *name)
}

/// How different two colours look: weighed by the mean of red, which follows the eye more closely than a plain sum of
/// squares (T. Riemersma, "Colour metric").
fn distance(a: [u8; 3], b: [u8; 3]) -> i64 {
    let [dr, dg, db] = [0, 1, 2].map(|at: usize| {
        let of = |colour: [u8; 3]| i64::from(colour.get(at).copied().unwrap_or(0));
        of(a) - of(b)
    });
    let mean = (i64::from(a.first().copied().unwrap_or(0))
        + i64::from(b.first().copied().unwrap_or(0)))
        / 2;
    (512 + mean) * dr * dr / 256 + 4 * dg * dg + (767 - mean) * db * db / 256
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terminals_are_known_by_their_names() {
        for (term, colorterm, depth) in [
            ("xterm-256color", "", Depth::Indexed),
            ("xterm-256color", "truecolor", Depth::True),
            ("tmux-256color", "24bit", Depth::True),
            ("xterm-direct", "", Depth::True),
            ("xterm", "", Depth::Sixteen),
            ("screen", "", Depth::Sixteen),
            ("putty", "", Depth::Sixteen),
            ("linux", "", Depth::Eight),
            ("ansi", "", Depth::Eight),
            ("vt100", "", Depth::None),
            ("vt220-nam", "", Depth::None),
            ("xterm-mono", "truecolor", Depth::None),
            ("dumb", "truecolor", Depth::None),
            ("", "", Depth::None),
        ] {
            assert_eq!(Depth::of(term, colorterm), depth, "{term} {colorterm}");
        }
    }

    #[test]
    fn a_colour_goes_to_the_nearest_that_the_terminal_has() {
        let orange = Color::Rgb(0xff, 0x87, 0x00);
        assert_eq!(Depth::True.show(orange), orange);
        assert_eq!(Depth::Indexed.show(orange), Color::Indexed(208));
        assert_eq!(
            Depth::Sixteen.show(Color::Rgb(250, 10, 10)),
            Color::LightRed
        );
        assert_eq!(Depth::Eight.show(Color::Rgb(250, 10, 10)), Color::Red);
        assert_eq!(Depth::Eight.show(Color::LightGreen), Color::Green);
        assert_eq!(Depth::Eight.show(Color::DarkGray), Color::Black);
        assert_eq!(Depth::Eight.show(Color::Indexed(208)), Color::Yellow);
        assert_eq!(
            Depth::Indexed.show(Color::Rgb(128, 128, 128)),
            Color::Indexed(244)
        );
        assert_eq!(Depth::None.show(orange), Color::Reset);
        assert_eq!(Depth::Sixteen.show(Color::Reset), Color::Reset);
    }
}

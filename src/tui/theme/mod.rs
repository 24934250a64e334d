//! Colours by meaning, and the glyphs of a terminal that may know no Unicode.

pub mod depth;
pub mod file;
pub mod glyph;
pub mod role;
#[cfg(test)]
mod tests;

pub use depth::Depth;
pub use file::Theme;
pub use role::Role;

use crate::exchange::own_file::{self, FileFault, nearest};
use crate::practice::Zone;
use ratatui::style::{Color, Modifier, Style};
use std::collections::BTreeMap;
use std::path::Path;

/// The themes that come with the program, in the order in which `theme-next` goes through them.
pub const BUILT_IN: [(&str, &str); 6] = [
    ("dark", include_str!("../../../themes/dark.toml")),
    ("light", include_str!("../../../themes/light.toml")),
    ("contrast", include_str!("../../../themes/contrast.toml")),
    (
        "colour-blind",
        include_str!("../../../themes/colour-blind.toml"),
    ),
    ("sixteen", include_str!("../../../themes/sixteen.toml")),
    ("mono", include_str!("../../../themes/mono.toml")),
];

/// What the environment says of the terminal, and what the user asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// `TERM`.
    pub term: String,
    /// `COLORTERM`.
    pub colorterm: String,
    /// `COLORFGBG`: some terminals tell here whether their background is light.
    pub colorfgbg: String,
    /// The locale of letters: `LC_ALL`, else `LC_CTYPE`, else `LANG`.
    pub locale: String,
    /// Whether colour may be used (`--no-color`, `NO_COLOR`).
    pub color: bool,
    /// Whether plain letters were asked for.
    pub ascii: bool,
}

impl Surroundings {
    /// How many colours may be used.
    pub fn depth(&self) -> Depth {
        match self.color {
            true => Depth::of(&self.term, &self.colorterm),
            false => Depth::None,
        }
    }

    /// What the environment says, by its variables.
    pub fn of(variable: impl Fn(&str) -> Option<String>, color: bool, ascii: bool) -> Surroundings {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set);
        Surroundings {
            term: set("TERM").unwrap_or_default(),
            colorterm: set("COLORTERM").unwrap_or_default(),
            colorfgbg: set("COLORFGBG").unwrap_or_default(),
            locale: locale.unwrap_or_default(),
            color,
            ascii,
        }
    }

    /// Whether the terminal understands synchronized updates or passes over them. Old ones may print what they do not
    /// know.
    pub fn synchronizes(&self) -> bool {
        self.depth() >= Depth::Sixteen || self.term.contains("256color")
    }

    /// The theme for somebody who asked for none.
    fn usual_theme(&self) -> &'static str {
        // The second number is the background; 7 and the bright ones from 9 on are light.
        let behind = self
            .colorfgbg
            .rsplit(';')
            .next()
            .and_then(|number| number.parse().ok());
        let light = behind.is_some_and(|colour: u8| colour == 7 || colour > 8);
        match self.depth() {
            Depth::None => "mono",
            Depth::Eight | Depth::Sixteen => "sixteen",
            Depth::Indexed | Depth::True if light => "light",
            Depth::Indexed | Depth::True => "dark",
        }
    }
}

/// How things look on this terminal: a style a role, and the glyphs.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// The theme's name.
    pub name: String,
    styles: BTreeMap<Role, Style>,
    /// Whether only ASCII may be drawn.
    pub ascii: bool,
    depth: Depth,
    /// A theme of the user's own, to which `theme-next` comes back.
    own: Option<Theme>,
}

impl Look {
    /// No colours at all: bold, underline and reversed carry the meaning.
    pub fn mono(ascii: bool) -> Look {
        Look::of(&built_in("mono").unwrap_or_default(), Depth::None, ascii)
    }

    /// A theme on a terminal of this depth.
    pub fn of(theme: &Theme, depth: Depth, ascii: bool) -> Look {
        let shown = theme
            .styles
            .iter()
            .map(|(role, style)| (*role, shown(*style, depth)));
        Look {
            name: theme.name.clone(),
            styles: shown.collect(),
            ascii,
            depth,
            own: None,
        }
    }

    /// The theme that was asked for by name or file, or else the one that suits the terminal.
    ///
    /// # Errors
    /// A theme that is not there, or a file that is at fault.
    pub fn choose(asked: Option<&str>, around: &Surroundings) -> Result<Look, FileFault> {
        let name = asked.unwrap_or_else(|| around.usual_theme());
        let ascii = around.ascii || glyph::is_ascii_only(&around.term, &around.locale);
        if let Some(theme) = built_in(name) {
            return Ok(Look::of(&theme, around.depth(), ascii));
        }
        let theme = own_theme(name)?;
        let mut look = Look::of(&theme, around.depth(), ascii);
        look.own = Some(theme);
        Ok(look)
    }

    /// The same terminal with the next theme.
    pub fn next(&self) -> Look {
        let at = BUILT_IN.iter().position(|(name, _)| *name == self.name);
        let next = BUILT_IN.get(at.map_or(0, |at| at + 1));
        let next = next.and_then(|(name, _)| built_in(name));
        let next = next
            .or_else(|| self.own.clone())
            .or_else(|| built_in("dark"));
        Look {
            own: self.own.clone(),
            ..Look::of(&next.unwrap_or_default(), self.depth, self.ascii)
        }
    }

    /// The style of a role.
    pub fn style(&self, role: Role) -> Style {
        self.styles.get(&role).copied().unwrap_or_default()
    }

    /// The style of a zone.
    pub fn zone(&self, zone: Zone) -> Style {
        self.style(Role::of_zone(zone))
    }
}

/// A theme that comes with the program; tests hold that none of their files is at fault.
pub fn built_in(name: &str) -> Option<Theme> {
    let (name, text) = BUILT_IN.iter().find(|(known, _)| *known == name)?;
    Theme::read(name, &format!("themes/{name}.toml"), text).ok()
}

/// A theme of the user's own: a file, or a name in the folder of their themes.
fn own_theme(name: &str) -> Result<Theme, FileFault> {
    let path = Path::new(name);
    if path.components().count() > 1 || path.extension().is_some() {
        return Theme::read(name, name, &own_file::read(path)?);
    }
    let folder =
        own_file::folder().map(|folder| folder.join("themes").join(format!("{name}.toml")));
    if let Some(path) = folder.filter(|path| path.exists()) {
        return Theme::read(name, &path.display().to_string(), &own_file::read(&path)?);
    }
    let near = nearest(name, BUILT_IN.iter().map(|(known, _)| *known));
    Err(FileFault {
        file: "--theme".to_owned(),
        line: None,
        what: format!("there is no theme called \"{name}\"{near}"),
    })
}

/// The style as a terminal of this depth shows it. Without colours, what stood on a coloured ground is reversed.
fn shown(style: Style, depth: Depth) -> Style {
    let colour = |colour: Option<Color>| {
        colour
            .map(|colour| depth.show(colour))
            .filter(|colour| *colour != Color::Reset)
    };
    let mut shown = style;
    shown.fg = colour(style.fg);
    shown.bg = colour(style.bg);
    if depth == Depth::None && style.bg.is_some_and(|bg| bg != Color::Reset) {
        shown = shown.add_modifier(Modifier::REVERSED);
    }
    shown
}

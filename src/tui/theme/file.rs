//! Reading theme files: a style a role. Faults name file, line and the nearest right name.

use super::Role;
use crate::exchange::own_file::{FileFault, UserFile, nearest};
use ratatui::style::{Color, Modifier, Style};
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

/// The line that says for which background a theme is made; it is never painted.
const MADE_FOR: &str = "made-for";

/// A theme as its file has it, in all its colours.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Theme {
    /// Its name.
    pub name: String,
    /// The background that it is made for; `None` when it goes with any.
    pub made_for: Option<Color>,
    /// The styles.
    pub styles: BTreeMap<Role, Style>,
}

impl Theme {
    /// Reads a theme. Roles that it does not name look like ordinary text.
    ///
    /// # Errors
    /// An unknown role, colour or emphasis, or what is not TOML.
    pub fn read(name: &str, file: &str, text: &str) -> Result<Theme, FileFault> {
        let file = UserFile { name: file, text };
        let mut theme = Theme {
            name: name.to_owned(),
            ..Theme::default()
        };
        for (key, value) in &file.table()? {
            if key.get_ref() == MADE_FOR {
                theme.made_for =
                    Some(colour(file, value)?).filter(|colour| *colour != Color::Reset);
                continue;
            }
            let role = role(file, key)?;
            let style = match value.get_ref() {
                DeValue::Table(table) => style(file, table)?,
                _ => Style::new().fg(colour(file, value)?),
            };
            theme.styles.insert(role, style);
        }
        Ok(theme)
    }
}

fn role(file: UserFile, key: &Spanned<DeString>) -> Result<Role, FileFault> {
    let name = key.get_ref().as_ref();
    let known = Role::ALL.iter().copied().find(|role| role.name() == name);
    known.ok_or_else(|| {
        let near = nearest(
            name,
            Role::ALL.iter().map(|role| role.name()).chain([MADE_FOR]),
        );
        file.fault(
            key.span(),
            format!("there is nothing on the screen called \"{name}\"{near}"),
        )
    })
}

const EMPHASES: [(&str, Modifier); 5] = [
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underlined", Modifier::UNDERLINED),
    ("reversed", Modifier::REVERSED),
];

fn style(file: UserFile, table: &DeTable) -> Result<Style, FileFault> {
    let mut style = Style::new();
    for (key, value) in table {
        let name = key.get_ref().as_ref();
        match name {
            "letters" => style = style.fg(colour(file, value)?),
            "behind" => style = style.bg(colour(file, value)?),
            _ => {
                let known = EMPHASES.iter().find(|(emphasis, _)| *emphasis == name);
                let (_, emphasis) = known.ok_or_else(|| {
                    let names = EMPHASES
                        .iter()
                        .map(|(name, _)| *name)
                        .chain(["letters", "behind"]);
                    let what = format!("a style has no \"{name}\"{}", nearest(name, names));
                    file.fault(key.span(), what)
                })?;
                let wanted = value
                    .get_ref()
                    .as_bool()
                    .ok_or_else(|| file.fault(value.span(), format!("{name} is true or false")))?;
                if wanted {
                    style = style.add_modifier(*emphasis);
                }
            }
        }
    }
    Ok(style)
}

const COLOURS: [(&str, Color); 17] = [
    ("default", Color::Reset),
    ("black", Color::Black),
    ("red", Color::Red),
    ("green", Color::Green),
    ("yellow", Color::Yellow),
    ("blue", Color::Blue),
    ("magenta", Color::Magenta),
    ("cyan", Color::Cyan),
    ("white", Color::Gray),
    ("bright-black", Color::DarkGray),
    ("bright-red", Color::LightRed),
    ("bright-green", Color::LightGreen),
    ("bright-yellow", Color::LightYellow),
    ("bright-blue", Color::LightBlue),
    ("bright-magenta", Color::LightMagenta),
    ("bright-cyan", Color::LightCyan),
    ("bright-white", Color::White),
];

fn colour(file: UserFile, value: &Spanned<DeValue>) -> Result<Color, FileFault> {
    let name = value.get_ref().as_str().unwrap_or_default();
    let hex = name.strip_prefix('#').filter(|hex| hex.len() == 6);
    if let Some(rgb) = hex.and_then(|hex| u32::from_str_radix(hex, 16).ok()) {
        let [_, r, g, b] = rgb.to_be_bytes();
        return Ok(Color::Rgb(r, g, b));
    }
    let known = COLOURS.iter().find(|(known, _)| *known == name);
    known.map(|(_, colour)| *colour).ok_or_else(|| {
        let near = nearest(name, COLOURS.iter().map(|(known, _)| *known));
        let what = format!("\"{name}\" is not a colour; colours are written #3fa7d6, cyan, bright-red, default{near}");
        file.fault(value.span(), what)
    })
}

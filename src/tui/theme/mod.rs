//! Colours by meaning, and the glyphs of a terminal that may know no Unicode.

mod glyph;
pub mod role;

pub use role::Role;

use crate::practice::Zone;
use ratatui::style::{Modifier, Style};
use std::collections::BTreeMap;

/// How things look on this terminal: a style a role, and the glyphs.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// The theme's name.
    pub name: String,
    styles: BTreeMap<Role, Style>,
    /// Whether only ASCII may be drawn.
    pub ascii: bool,
}

impl Look {
    /// No colours at all: bold, underline and reversed carry the meaning.
    pub fn mono(ascii: bool) -> Look {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        let reversed = Style::new().add_modifier(Modifier::REVERSED);
        let styles = [
            (Role::Title, bold),
            (Role::Selected, reversed),
            (Role::Heading, bold),
            (Role::Match, Style::new().add_modifier(Modifier::UNDERLINED)),
            (Role::Fault, bold),
        ];
        Look {
            name: "mono".to_owned(),
            styles: styles.into(),
            ascii,
        }
    }

    /// The style of a role.
    pub fn style(&self, role: Role) -> Style {
        self.styles.get(&role).copied().unwrap_or_default()
    }

    /// The role of a zone.
    pub fn zone(&self, zone: Zone) -> Style {
        self.style(match zone {
            Zone::Green => Role::ZoneGreen,
            Zone::Yellow => Role::ZoneYellow,
            Zone::Orange => Role::ZoneOrange,
            Zone::Red => Role::ZoneRed,
        })
    }
}

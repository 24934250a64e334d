//! What a style is for. Themes give each role a style; views name roles and never colours.

use crate::practice::Zone;

macro_rules! roles {
    ($($(#[$doc:meta])+ $variant:ident $name:literal)*) => {
        /// A meaning that a theme gives a style.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Role { $($(#[$doc])+ $variant,)* }

        impl Role {
            /// Every role, in the order in which theme files name them.
            pub const ALL: &'static [Role] = &[$(Role::$variant,)*];

            /// The name in theme files.
            pub fn name(self) -> &'static str {
                match self { $(Role::$variant => $name,)* }
            }
        }
    };
}

roles! {
    /// Ordinary text.
    Text "text"
    /// Text that matters less.
    Quiet "quiet"
    /// The title line.
    Title "title"
    /// A heading within a pane.
    Heading "heading"
    /// The chosen line or field.
    Selected "selected"
    /// The chosen line of a pane that keys do not go to.
    SelectedElsewhere "selected-elsewhere"
    /// Lines between panes.
    Border "border"
    /// Lines around the pane that keys go to.
    BorderFocused "border-focused"
    /// Keys on the hint line.
    Key "key"
    /// A doubt, a gap, something to look at.
    Attention "attention"
    /// Something that went wrong.
    Fault "fault"
    /// Something that was done.
    Done "done"
    /// Letters that a search found.
    Match "match"
    /// The green zone.
    ZoneGreen "zone-green"
    /// The yellow zone.
    ZoneYellow "zone-yellow"
    /// The orange zone.
    ZoneOrange "zone-orange"
    /// The red zone.
    ZoneRed "zone-red"
    /// A child at home, on the band.
    AtHome "at-home"
    /// A child with family or friends, on the band.
    WithFamily "with-family"
    /// A child looked after elsewhere, on the band.
    LookedAfter "looked-after"
}

impl Role {
    /// The role of a zone.
    pub fn of_zone(zone: Zone) -> Role {
        match zone {
            Zone::Green => Role::ZoneGreen,
            Zone::Yellow => Role::ZoneYellow,
            Zone::Orange => Role::ZoneOrange,
            Zone::Red => Role::ZoneRed,
        }
    }
}

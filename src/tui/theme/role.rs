//! What a style is for. Themes give each role a style; views name roles and never colours.

/// A meaning that a theme gives a style.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Ordinary text.
    Text,
    /// Text that matters less.
    Quiet,
    /// The title line.
    Title,
    /// A heading within a pane.
    Heading,
    /// The chosen line or field.
    Selected,
    /// The chosen line of a pane that keys do not go to.
    SelectedElsewhere,
    /// Lines between panes.
    Border,
    /// Lines around the pane that keys go to.
    BorderFocused,
    /// Keys on the hint line.
    Key,
    /// A doubt, a gap, something to look at.
    Attention,
    /// Something that went wrong.
    Fault,
    /// Something that was done.
    Done,
    /// Letters that a search found.
    Match,
    /// The green zone.
    ZoneGreen,
    /// The yellow zone.
    ZoneYellow,
    /// The orange zone.
    ZoneOrange,
    /// The red zone.
    ZoneRed,
    /// A child at home, on the band.
    AtHome,
    /// A child with family or friends, on the band.
    WithFamily,
    /// A child looked after elsewhere, on the band.
    LookedAfter,
}

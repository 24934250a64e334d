//! The headings under which the history of a case tells what changed, as supervision asks for them.

/// A heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Heading {
    /// Zones, decisions about the case, capacity and lapses.
    Decisions,
    /// The chronology.
    Entries,
    /// Risk and protective factors.
    Factors,
    /// Goals, their purposes and reviews.
    Goals,
    /// Needs, hypotheses, curiosities, stories.
    Thinking,
    /// The Support and Solutions Plan.
    Plan,
    /// People, homes, legal statuses.
    Family,
    /// Relationships that last, contact after care, promises.
    Relationships,
    /// What people took on.
    Actions,
    /// Visits, meetings, supervision.
    Meetings,
    /// The stages and who has which part.
    Stages,
    /// Anything else.
    Other,
}

impl Heading {
    /// All of them, in their order.
    pub const ALL: [Heading; 12] = [
        Heading::Decisions,
        Heading::Entries,
        Heading::Factors,
        Heading::Goals,
        Heading::Thinking,
        Heading::Plan,
        Heading::Family,
        Heading::Relationships,
        Heading::Actions,
        Heading::Meetings,
        Heading::Stages,
        Heading::Other,
    ];

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Heading::Decisions => "Zones and decisions",
            Heading::Entries => "Entries",
            Heading::Factors => "Factors",
            Heading::Goals => "Goals and reviews",
            Heading::Thinking => "Needs, hypotheses, curiosities",
            Heading::Plan => "Plan",
            Heading::Family => "People, homes, legal statuses",
            Heading::Relationships => "Relationships and promises",
            Heading::Actions => "Actions",
            Heading::Meetings => "Visits and meetings",
            Heading::Stages => "Stages",
            Heading::Other => "Other",
        }
    }
}

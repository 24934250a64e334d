//! The order in which what changed is told: the headings as supervision asks for them, turning points before other entries,
//! then by day.

use super::News;
use crate::record::{Body, FuzzyDate, Significance};
use std::cmp::Ordering;

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

    /// The heading under which a record is told.
    pub fn of(body: &Body) -> Heading {
        match body {
            Body::ZoneDecision(_)
            | Body::CaseDecision(_)
            | Body::ShownCapacity(_)
            | Body::Lapse(_) => Heading::Decisions,
            Body::Entry(_) => Heading::Entries,
            Body::FactorFinding(_) => Heading::Factors,
            Body::Goal(_) | Body::GoalReview(_) | Body::Purpose(_) => Heading::Goals,
            Body::Need(_)
            | Body::Hypothesis(_)
            | Body::Curiosity(_)
            | Body::Story(_)
            | Body::Recognition(_) => Heading::Thinking,
            Body::PlanStep(_) | Body::Support(_) | Body::BottomLine(_) | Body::PlanVersion(_) => {
                Heading::Plan
            }
            Body::Person(_)
            | Body::Bond(_)
            | Body::Placement(_)
            | Body::LegalStatus(_)
            | Body::EmotionalTie(_)
            | Body::Household(_)
            | Body::Connection(_) => Heading::Family,
            Body::Relationship(_) | Body::ContactAfterCare(_) | Body::Promise(_) => {
                Heading::Relationships
            }
            Body::Action(_) => Heading::Actions,
            Body::Occasion(_) | Body::Supervision(_) => Heading::Meetings,
            Body::StageMark(_) | Body::NamedRole(_) => Heading::Stages,
            Body::Case(_)
            | Body::Import(_)
            | Body::Verdict(_)
            | Body::WordingKept(_)
            | Body::GedcomLines(_) => Heading::Other,
        }
    }
}

/// The place of a kind under its heading; entries by how much they weigh.
fn place(body: &Body) -> u8 {
    match body {
        Body::Entry(entry) => match entry.significance {
            Significance::Turning => 0,
            Significance::Key => 1,
            Significance::Ordinary => 2,
            Significance::Background => 3,
        },
        Body::ZoneDecision(_)
        | Body::GoalReview(_)
        | Body::Need(_)
        | Body::PlanVersion(_)
        | Body::Person(_)
        | Body::StageMark(_)
        | Body::Relationship(_)
        | Body::Case(_) => 0,
        Body::CaseDecision(_)
        | Body::Goal(_)
        | Body::Hypothesis(_)
        | Body::PlanStep(_)
        | Body::Placement(_)
        | Body::ContactAfterCare(_) => 1,
        Body::ShownCapacity(_)
        | Body::Purpose(_)
        | Body::Curiosity(_)
        | Body::Support(_)
        | Body::LegalStatus(_)
        | Body::Promise(_) => 2,
        Body::Lapse(_) | Body::Story(_) | Body::BottomLine(_) | Body::Bond(_) => 3,
        Body::Action(action) if action.is_open() => 0,
        Body::Action(action) if action.done_on.is_some() => 1,
        _ => 4,
    }
}

/// Sorts the news under a heading; `body` gives the record as it stands now.
pub(super) fn sort<'a>(news: &mut [News], body: impl Fn(&News) -> Option<&'a Body>) {
    news.sort_by(|one, other| {
        let rank = |news: &News| body(news).map_or(u8::MAX, place);
        rank(one)
            .cmp(&rank(other))
            .then_with(|| by_day(one.day.as_ref(), other.day.as_ref()))
            .then_with(|| one.id.cmp(&other.id))
    });
}

/// Earliest first, what has no day last.
fn by_day(one: Option<&FuzzyDate>, other: Option<&FuzzyDate>) -> Ordering {
    match (one, other) {
        (Some(one), Some(other)) => one.order(other),
        (one, other) => one.is_none().cmp(&other.is_none()),
    }
}

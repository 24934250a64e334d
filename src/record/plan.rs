//! The Support and Solutions Plan: its steps, the support for them, its bottom lines, and the versions that were agreed.

use super::RecordKind;
use super::choices::{ChoiceWords, choices};
use super::field_value::FieldValue;
use super::fields::{Shape, Unread, Value, WrittenText, all_of};
use super::fuzzy_date::FuzzyDate;
use super::id::RecordId;
use super::lists::{all_factors, list};
use super::table::fields;
use serde::{Deserialize, Serialize};

/// How far ahead a step looks (S3E).
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Horizon {
    /// Now and in the next weeks.
    #[default]
    Short,
    /// In the coming months.
    Medium,
    /// For as long as the child grows up.
    Long,
}

choices! { Horizon {
    Short "short",
    Medium "medium",
    Long "long",
} }

/// A step of the plan: a challenge and the solutions to it (inventory S3F and S3G, handbook p37).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanStep {
    /// Whom it is about.
    pub people: Vec<RecordId>,
    /// How far ahead it looks.
    pub horizon: Horizon,
    /// The challenge: what is hard, and what it means for the child.
    pub challenge: String,
    /// How the family sees it, and what they want to change (S3F.4 and S3F.5).
    pub family_view: String,
    /// The solutions: what will be different, and how we will know.
    pub solution: String,
    /// The needs that it answers.
    pub needs: Vec<RecordId>,
    /// The factors that it works on, by their ids in `practice/content/factors.toml`.
    pub factors: Vec<String>,
    /// The goals that measure it.
    pub goals: Vec<RecordId>,
    /// Other plans that it is part of, by their ids in `practice/content/guide.toml` (S3J).
    pub plans: Vec<String>,
    /// Since when.
    pub from: Option<FuzzyDate>,
    /// When it ended.
    pub to: Option<FuzzyDate>,
    /// Why it ended.
    pub why_ended: String,
}

/// Whether something about a support holds. Nothing said is not "no".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Holds {
    /// Nobody has said.
    #[default]
    NotSaid,
    /// It does.
    Yes,
    /// In part.
    Partly,
    /// It does not.
    No,
}

choices! { Holds {
    NotSaid "not said",
    Yes "yes",
    Partly "in part",
    No "no",
} }

/// A support, service or plan that helps with steps (inventory S3H, handbook p37).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Support {
    /// What it is.
    pub what: String,
    /// Whom it is for.
    pub people: Vec<RecordId>,
    /// Who provides it.
    pub provider: String,
    /// Whether it comes from the family's own network.
    pub own_network: bool,
    /// How it is reached.
    pub how_reached: String,
    /// The steps that it helps with.
    pub steps: Vec<RecordId>,
    /// The needs that it meets.
    pub needs: Vec<RecordId>,
    /// Whether it was put in place.
    pub in_place: Holds,
    /// Whether it is used.
    pub used: Holds,
    /// Whether it works.
    pub works: Holds,
    /// What shows whether it works, or what stands in the way.
    pub how_it_goes: String,
    /// Since when.
    pub from: Option<FuzzyDate>,
    /// Until when.
    pub to: Option<FuzzyDate>,
}

/// What is not negotiable (inventory S3I, handbook p37).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BottomLine {
    /// What must be, or must not be.
    pub words: String,
    /// Whom it binds.
    pub people: Vec<RecordId>,
    /// Why, for the child.
    pub why: String,
    /// What follows if it is crossed.
    pub if_crossed: String,
    /// How it was said to the family, and what they said.
    pub said_to_family: String,
    /// The steps that it belongs to; none for the whole plan.
    pub steps: Vec<RecordId>,
    /// Since when.
    pub from: Option<FuzzyDate>,
    /// Until when.
    pub to: Option<FuzzyDate>,
}

/// A version of the plan as it was agreed: its parts with their revisions, so that later versions can be compared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanVersion {
    /// The day on which it was agreed.
    pub on: FuzzyDate,
    /// With whom.
    pub with: Vec<RecordId>,
    /// Who else agreed, in words.
    pub others: String,
    /// What the family thinks of it, also where they do not agree.
    pub family_view: String,
    /// When it is to be reviewed.
    pub review: Option<FuzzyDate>,
    /// Its steps, supports, bottom lines and goals with the revision of each.
    pub parts: Vec<(RecordId, u32)>,
}

/// The parts of an agreed plan, each with its revision.
impl FieldValue for Vec<(RecordId, u32)> {
    fn value(&self) -> Value<'_> {
        Value::Records(self.iter().map(|(id, _)| *id).collect())
    }

    /// What was agreed is not written by hand.
    fn take(&mut self, _: &WrittenText<'_>) -> Result<(), Unread> {
        Ok(())
    }
}

fn own_or_service() -> Vec<ChoiceWords> {
    vec![
        ChoiceWords::new("no", "a service"),
        ChoiceWords::new("yes", "the family's own people"),
    ]
}

fields! { PlanStep {
    people: Shape::People, [About];
    horizon: Shape::One(all_of::<Horizon>);
    challenge: Shape::Long, [Title];
    family_view: Shape::Long;
    solution: Shape::Long;
    needs: Shape::Records(&[RecordKind::Need]);
    factors: Shape::SeveralInList(all_factors);
    goals: Shape::Records(&[RecordKind::Goal]);
    plans: Shape::Several(|| list("plan"));
    from: Shape::Day, [When, Begins];
    to: Shape::Date, [Ends];
    why_ended: Shape::Long, [AfterEnd];
} }

fields! { Support {
    what: Shape::Line, [Title];
    people: Shape::People, [About];
    provider: Shape::Line;
    own_network: Shape::One(own_or_service);
    how_reached: Shape::Line;
    steps: Shape::Records(&[RecordKind::PlanStep]);
    needs: Shape::Records(&[RecordKind::Need]);
    in_place: Shape::One(all_of::<Holds>);
    used: Shape::One(all_of::<Holds>);
    works: Shape::One(all_of::<Holds>);
    how_it_goes: Shape::Long;
    from: Shape::Date, [When, Begins];
    to: Shape::Date, [Ends];
} }

fields! { BottomLine {
    words: Shape::Long, [Title];
    people: Shape::People, [About];
    why: Shape::Long;
    if_crossed: Shape::Long;
    said_to_family: Shape::Long;
    steps: Shape::Records(&[RecordKind::PlanStep]);
    from: Shape::Day, [When, Begins];
    to: Shape::Date, [Ends];
} }

fields! { PlanVersion {
    on: Shape::Day, [When];
    with: Shape::People, [About];
    others: Shape::Line;
    family_view: Shape::Long;
    review: Shape::Date;
    parts: Shape::Kept, [Moment];
} }

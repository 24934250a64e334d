//! The story so far as each of the family tells it, how people are recognised, and what they worry about.

use super::fields::Shape;
use super::fuzzy_date::FuzzyDate;
use super::id::RecordId;
use super::lists::list;
use super::table::fields;
use serde::{Deserialize, Serialize};

/// Who tells a story.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Teller {
    /// One person: a parent, a child, a relative.
    Person(RecordId),
    /// Several people together, such as both parents.
    Together(Vec<RecordId>),
    /// The wider family.
    #[default]
    WiderFamily,
    /// The professionals around the family.
    Professionals,
}

/// The story as somebody tells it (inventory S1L, handbook p23). Any part may be empty while it is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Story {
    /// Who tells it.
    pub teller: Teller,
    /// The story in their words.
    pub words: String,
    /// What drives them, what helps and what stands in their way (S1L.2).
    pub drivers: String,
    /// What they hope for.
    pub hopes: String,
    /// What they fear.
    pub fears: String,
    /// What they worry about (S1L.4).
    pub worries: String,
    /// What speaks of resilience in it, and what of risk; how that relates to needs (S1L.3).
    pub resilience_and_risk: String,
    /// How they see their own part: as a parent, in the family, in the community; a child's in the family (S1L.5, S1L.6).
    pub own_part: String,
    /// When they told it.
    pub told_on: Option<FuzzyDate>,
    /// To whom.
    pub heard_by: String,
    /// Entries of the chronology that belong to it.
    pub entries: Vec<RecordId>,
}

/// How somebody is recognised, or is not, in one of the three forms (S1C, handbook p18-19).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recognition {
    /// Who.
    pub of: RecordId,
    /// The form, by its id in `practice/content/guide.toml`.
    pub form: String,
    /// How they are recognised.
    pub recognised: String,
    /// Where recognition is missing, and what it does.
    pub missing: String,
    /// On which day it was thought about.
    pub on: Option<FuzzyDate>,
    /// The entries of the chronology that show it.
    pub entries: Vec<RecordId>,
}

fields! { Story {
    teller: Shape::Whose(&[("wider_family", "the wider family"), ("professionals", "the professionals")]), [About];
    words: Shape::Long, [Title];
    drivers: Shape::Long;
    hopes: Shape::Long;
    fears: Shape::Long;
    worries: Shape::Long;
    resilience_and_risk: Shape::Long;
    own_part: Shape::Long;
    told_on: Shape::Date, [When];
    heard_by: Shape::Line;
    entries: Shape::Entries;
} }

fields! { Recognition {
    of: Shape::Person("not chosen"), [About];
    form: Shape::OneOr("not chosen", || list("recognition"));
    recognised: Shape::Long, [Title];
    missing: Shape::Long;
    on: Shape::Day, [When];
    entries: Shape::Entries;
} }

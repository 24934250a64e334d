//! How far one item of a stage's checklist is, and who has which part in the case.

use super::choices::choices;
use super::fields::{Shape, all_of};
use super::fuzzy_date::FuzzyDate;
use super::id::RecordId;
use super::lists::{all_items, all_roles};
use super::table::fields;
use serde::{Deserialize, Serialize};

/// How far an item is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Progress {
    /// Done.
    Done,
    /// Not yet, for a reason.
    #[default]
    NotYet,
    /// Does not apply here, for a reason.
    NotNeeded,
}

choices! { Progress {
    Done "done",
    NotYet "not yet",
    NotNeeded "not needed",
} }

/// What is said about an item of the stages' checklists and gates.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageMark {
    /// The item, by its id in `practice/content/stages.toml` (the inventory's, such as "S1G.4").
    pub item: String,
    /// The child it is about; `None` for the family.
    pub child: Option<RecordId>,
    /// How far it is.
    pub progress: Progress,
    /// On which day.
    pub on: Option<FuzzyDate>,
    /// What shows it, or why it is not yet done or not needed.
    pub words: String,
    /// The records that show it.
    pub evidence: Vec<RecordId>,
}

/// Who has a part in the case: trusted adult, advocate, supervisor, independent practitioner, nominated officer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedRole {
    /// The part, by its id in `practice/content/stages.toml`.
    pub role: String,
    /// For whom: the child of a trusted adult, the parent of an advocate; `None` for the case.
    pub of: Option<RecordId>,
    /// Who has it, when it is a person of the case.
    pub person: Option<RecordId>,
    /// Who has it, by name.
    pub name: String,
    /// Since.
    pub since: Option<FuzzyDate>,
    /// Until; open while they have it.
    pub until: Option<FuzzyDate>,
    /// Notes.
    pub note: String,
}

fields! { StageMark {
    item: Shape::One(all_items);
    child: Shape::Child, [About];
    progress: Shape::One(all_of::<Progress>);
    on: Shape::Date;
    words: Shape::Long;
    evidence: Shape::Entries;
} }

fields! { NamedRole {
    role: Shape::One(all_roles);
    of: Shape::Person("not chosen"), [About];
    person: Shape::Adult("somebody else, by name");
    name: Shape::Line;
    since: Shape::Date, [Begins];
    until: Shape::Date, [Ends];
    note: Shape::Long;
} }

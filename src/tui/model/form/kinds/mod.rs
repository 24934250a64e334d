//! The kinds of form: what each asks, and how its fields and its record become one another.

mod action;
mod bond;
mod bottom_line;
mod capacity;
mod connection;
mod contact_after_care;
mod curiosity;
mod decision;
mod emotional_tie;
mod entry;
mod family;
mod finding;
mod goal;
mod goal_review;
mod household;
mod hypothesis;
mod inputs;
mod legal;
mod need;
mod occasion;
mod person;
mod placement;
mod plan;
mod private;
mod promise;
mod relationship;
mod same_event;
pub mod settle;
mod stages;
mod story;
mod supervision;

use super::{Around, Field, Form, Input, Refusal};
use crate::practice::field_words;
use crate::record::{Body, Mint};
use inputs::{
    children, chosen_among, date, day_of, ends_first, entries, entry_line, ids, line, linked, long,
    none_yet, of_the_case, one, one_among, one_child, one_person, people, several, who,
};
pub use relationship::standing_ids;

/// The forms that write a record of their kind, a line each: the kind with its name and what it is called, the record, and
/// the two functions that make its fields and its record. A name with a capital letter is a title of its own, the others
/// follow "Add" or "Change". `alone` are forms that do something else with what they ask.
macro_rules! forms {
    (
        records { $($(#[$doc:meta])* $kind:ident $name:literal $what:literal $body:ident $fields:path, $made:path;)* }
        alone { $($(#[$alone_doc:meta])* $alone:ident $alone_name:literal $title:literal;)* }
    ) => {
        /// What a form writes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Kind {
            /// An entry of the chronology.
            Entry,
            $($(#[$doc])* $kind,)*
            $($(#[$alone_doc])* $alone,)*
        }

        impl Kind {
            const ALL: &'static [Kind] = &[Kind::Entry, $(Kind::$kind,)* $(Kind::$alone,)*];

            /// The name in drafts and in `content/prompts.toml`; never changes.
            pub fn name(self) -> &'static str {
                match self {
                    Kind::Entry => "entry",
                    $(Kind::$kind => $name,)*
                    $(Kind::$alone => $alone_name,)*
                }
            }

            /// The kind of form that changes a record; `None` for records that no form changes.
            pub fn of(body: &Body) -> Option<Kind> {
                match body {
                    Body::Entry(_) => Some(Kind::Entry),
                    $(Body::$body(_) => Some(Kind::$kind),)*
                    _ => None,
                }
            }

            /// "Add an entry" or "Change an entry".
            pub fn title(self, changes: bool) -> String {
                let what = match self {
                    Kind::Entry => "an entry",
                    $(Kind::$kind => $what,)*
                    $(Kind::$alone => $title,)*
                };
                match what.starts_with(char::is_uppercase) {
                    true => what.to_owned(),
                    false => format!("{} {what}", if changes { "Change" } else { "Add" }),
                }
            }
        }

        fn input(kind: Kind, name: &str, body: Option<&Body>, around: Around<'_>) -> Option<Input> {
            match (kind, body) {
                (Kind::Entry, Some(Body::Entry(entry))) => entry::input(name, Some(entry), around),
                (Kind::Entry, _) => entry::input(name, None, around),
                $((Kind::$kind, Some(Body::$body(was))) => $fields(name, Some(was), around),)*
                $((Kind::$kind, _) => $fields(name, None, around),)*
                (Kind::Settle, Some(Body::Entry(entry))) => settle::input(name, entry, around),
                (Kind::Join | Kind::Split, Some(Body::Entry(entry))) => {
                    same_event::input(name, kind, entry, around)
                }
                (Kind::Join | Kind::Split | Kind::Settle | Kind::Private, _) => None,
            }
        }

        /// The record that a form makes of what it changes.
        pub(super) fn body(
            form: &Form,
            was: Option<Body>,
            around: Around<'_>,
            mint: &mut Mint,
        ) -> Result<Body, Refusal> {
            Ok(match (form.kind, was) {
                (Kind::Entry, Some(Body::Entry(was))) => {
                    Body::Entry(entry::body(form, Some(was), around, mint)?)
                }
                (Kind::Entry, _) => Body::Entry(entry::body(form, None, around, mint)?),
                $((Kind::$kind, Some(Body::$body(was))) => {
                    Body::$body($made(form, Some(was), around)?)
                })*
                $((Kind::$kind, _) => Body::$body($made(form, None, around)?),)*
                (Kind::Private, _) => {
                    return Err(Refusal::new("on", "A private note belongs to no case."));
                }
                (Kind::Join | Kind::Split | Kind::Settle, Some(was)) => was,
                (Kind::Join | Kind::Split | Kind::Settle, None) => {
                    return Err(Refusal::new("why", "This entry is no longer in the case."));
                }
            })
        }
    };
}

forms! {
    records {
    /// A family.
    Case "case" "a family" Case family::input, family::body;
    /// A person.
    Person "person" "a person" Person person::input, person::body;
    /// What joins two people.
    Bond "bond" "what joins two people" Bond bond::input, bond::body;
    /// Where a child lived.
    Placement "placement" "where a child lived" Placement placement::input, placement::body;
    /// A legal status.
    Legal "legal" "a legal status" LegalStatus legal::input, legal::body;
    /// A decision on a child's zone.
    Decision "decision" "a decision on a zone" ZoneDecision decision::input, decision::body;
    /// Capacity for change that a carer shows.
    Capacity "capacity" "capacity that is shown" ShownCapacity capacity::input, capacity::body;
    /// A lapse of a carer.
    Lapse "lapse" "a lapse" Lapse capacity::lapse_input, capacity::lapse;
    /// What was found about a factor.
    Finding "finding" "a finding" FactorFinding finding::input, finding::body;
    /// How far an item of the stages is.
    StageMark "stage-mark" "Say how far an item is" StageMark stages::mark, stages::mark_body;
    /// Who has a part in the case.
    NamedRole "named-role" "Name who has a part" NamedRole stages::role, stages::role_body;
        /// The story so far as somebody tells it.
        Story "story" "a story" Story story::input, story::body;
        /// How somebody is recognised.
        Recognition "recognition" "how somebody is recognised" Recognition story::recognition_input, story::recognition;
        /// A working hypothesis.
        Hypothesis "hypothesis" "a hypothesis" Hypothesis hypothesis::input, hypothesis::body;
        /// What somebody needs.
        Need "need" "a need" Need need::input, need::body;
        /// What is still to be found out.
        Curiosity "curiosity" "what we are curious about" Curiosity curiosity::input, curiosity::body;
        /// A challenge of the plan and its solutions.
        PlanStep "plan-step" "a challenge" PlanStep plan::step_input, plan::step;
        /// What helps.
        Support "support" "a support" Support plan::support_input, plan::support;
        /// What is not negotiable.
        BottomLine "bottom-line" "a bottom line" BottomLine bottom_line::input, bottom_line::body;
        /// The plan as it is agreed.
        PlanVersion "plan-version" "Keep the plan as agreed" PlanVersion bottom_line::version_input, bottom_line::version;
        /// The overall purpose of goals.
        Purpose "purpose" "a purpose" Purpose goal::purpose_input, goal::purpose;
        /// A goal.
        Goal "goal" "a goal" Goal goal::input, goal::body;
        /// A review of a goal.
        GoalReview "goal-review" "a review" GoalReview goal_review::input, goal_review::body;
        /// A session of supervision.
        Supervision "supervision" "a supervision" Supervision supervision::input, supervision::body;
        /// What somebody takes on.
        Action "action" "an action" Action action::input, action::body;
        /// A decision about the case.
        CaseDecision "case-decision" "a decision" CaseDecision action::decision_input, action::decision;
        /// A visit, a review or another formal step.
        Occasion "occasion" "a visit or meeting" Occasion occasion::input, occasion::body;
        /// How two people get on.
        EmotionalTie "emotional-line" "an emotional line" EmotionalTie emotional_tie::input, emotional_tie::body;
        /// People who live together.
        Household "household" "a household" Household household::input, household::body;
        /// What joins a person or the family with a system around them.
        Connection "connection" "a connection" Connection connection::input, connection::body;
        /// A relationship of a child.
        Relationship "relationship" "a relationship" Relationship relationship::input, relationship::body;
        /// Contact that was asked for after care.
        ContactAfterCare "contact-after-care" "contact after care" ContactAfterCare contact_after_care::input, contact_after_care::body;
        /// What somebody promised a child.
        Promise "promise" "a promise" Promise promise::input, promise::body;
    }
    alone {
    /// Two entries that tell one event.
    Join "join" "Join two entries";
    /// An account that tells another event.
    Split "split" "Split an account off";
    /// What is open about an entry.
    Settle "settle" "Settle a question";
    /// A private note about a worker; it belongs to no case.
    Private "private-note" "Write a private note";
    }
}

impl Kind {
    /// The kind of this name.
    pub fn from_name(name: &str) -> Option<Kind> {
        Kind::ALL.iter().copied().find(|kind| kind.name() == name)
    }
}

/// The fields of a form, filled from the record that it changes.
pub(super) fn fields(kind: Kind, body: Option<&Body>, around: Around<'_>) -> Vec<Field> {
    let words = field_words(kind.name());
    words
        .filter_map(|words| Some(Field::new(words, input(kind, &words.name, body, around)?)))
        .collect()
}

//! The table of kinds: every kind of record, said once. From it come [`Body`], [`RecordKind`], the shelves of
//! [`CaseFile`], and what the store, the history and both searches must know of every kind.
//!
//! A new kind is a line here. Its number is part of keys in the store: it is never changed and never used again.

use super::fields::{FieldInfo, Fields, Unread, Value, dispatch};
use super::*;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Hands the table to a macro. A row is a doc comment, the number, the type, the shelf in the case file with its sort, and
/// in braces: the key in drafts, prompts and JSON, one of it with its article, several of it, whether searches read it, and
/// its heading in the history and its place under it.
macro_rules! with_kinds {
    ($then:ident) => {
        $then! {
            /// The family itself.
            1 Case case One { "case", "a family", "families", searched true, under Other 0 },
            /// A person of the family or around it.
            2 Person people Many { "person", "a person", "people", searched true, under Family 0 },
            /// What joins two people.
            3 Bond bonds Many { "bond", "a family link", "family links", searched true, under Family 3 },
            /// Where a child lived.
            4 Placement placements Many { "placement", "a placement", "placements", searched true, under Family 1 },
            /// A legal status of a child.
            5 LegalStatus legal Many { "legal", "a legal status", "legal statuses", searched true, under Family 2 },
            /// An entry of the chronology.
            6 Entry entries Many { "entry", "an entry", "entries", searched true, under Entries 0 },
            /// What one import brought.
            7 Import imports Many { "import", "an import", "imports", searched false, under Other 4 },
            /// A person's decision that two accounts tell the same event, or two different ones.
            8 Verdict verdicts Many { "verdict", "same event", "decisions on the same event", searched false, under Other 4 },
            /// What was found about a factor.
            9 FactorFinding factors Many { "finding", "a finding", "findings", searched true, under Factors 0 },
            /// A decision on a child's zone.
            10 ZoneDecision decisions Many { "decision", "a zone decision", "zone decisions", searched true, under Decisions 0 },
            /// Capacity for actual change that a carer showed.
            11 ShownCapacity capacities Many { "capacity", "capacity shown", "records of capacity", searched true, under Decisions 2 },
            /// A lapse of a carer.
            12 Lapse lapses Many { "lapse", "a lapse", "lapses", searched true, under Decisions 3 },
            /// How far an item of a stage is.
            13 StageMark marks Many { "stage_mark", "a stage item", "stage items", searched true, under Stages 0 },
            /// Who has a role in the case.
            14 NamedRole roles Many { "named_role", "a role", "roles", searched true, under Stages 4 },
            /// The story so far, as somebody tells it.
            15 Story stories Many { "story", "a story", "stories", searched true, under Thinking 3 },
            /// How somebody is recognised.
            16 Recognition recognitions Many { "recognition", "recognition", "records of recognition", searched true, under Thinking 4 },
            /// A working hypothesis.
            17 Hypothesis hypotheses Many { "hypothesis", "a hypothesis", "hypotheses", searched true, under Thinking 1 },
            /// What somebody needs.
            18 Need needs Many { "need", "a need", "needs", searched true, under Thinking 0 },
            /// What is still to be found out.
            19 Curiosity curiosities Many { "curiosity", "a curiosity", "curiosities", searched true, under Thinking 2 },
            /// A challenge of the Support and Solutions Plan, with its solutions.
            20 PlanStep plan_steps Many { "plan_step", "a challenge", "challenges", searched true, under Plan 1 },
            /// A support, service or plan that helps with challenges.
            21 Support supports Many { "support", "a support", "supports", searched true, under Plan 2 },
            /// What is not negotiable.
            22 BottomLine bottom_lines Many { "bottom_line", "a bottom line", "bottom lines", searched true, under Plan 3 },
            /// A version of the plan as it was agreed.
            23 PlanVersion plan_versions Many { "plan_version", "an agreed plan", "agreed plans", searched true, under Plan 0 },
            /// The overall purpose that goals lead to.
            24 Purpose purposes Many { "purpose", "a purpose", "purposes", searched true, under Goals 2 },
            /// A goal with its five levels.
            25 Goal goals Many { "goal", "a goal", "goals", searched true, under Goals 1 },
            /// A review of a goal.
            26 GoalReview goal_reviews Many { "goal_review", "a goal review", "goal reviews", searched true, under Goals 0 },
            /// A wording that somebody looked at and kept.
            27 WordingKept wordings_kept Many { "wording_kept", "a wording", "wordings", searched false, under Other 4 },
            /// A supervision session.
            28 Supervision supervisions Many { "supervision", "a supervision", "supervision sessions", searched true, under Meetings 4 },
            /// What somebody is to do.
            29 Action actions Many { "action", "an action", "actions", searched true, under Actions 0 },
            /// A decision about the case.
            30 CaseDecision case_decisions Many { "case_decision", "a decision", "decisions", searched true, under Decisions 1 },
            /// A visit, review or another formal step.
            31 Occasion occasions Many { "occasion", "a visit or meeting", "visits and meetings", searched true, under Meetings 4 },
            /// An emotional line between two people.
            32 EmotionalTie emotional_ties Many { "emotional_tie", "an emotional line", "emotional lines", searched true, under Family 4 },
            /// People who live together, where no placement says so.
            33 Household households Many { "household", "a household", "households", searched true, under Family 4 },
            /// A line of an ecomap.
            34 Connection connections Many { "connection", "a connection", "connections", searched true, under Family 4 },
            /// A relationship of a child.
            35 Relationship relationships Many { "relationship", "a relationship", "relationships", searched true, under Relationships 0 },
            /// Contact that was asked for after care.
            36 ContactAfterCare contacts_after_care Many { "contact_after_care", "contact after care", "requests for contact after care", searched true, under Relationships 1 },
            /// What somebody promised a child.
            37 Promise promises Many { "promise", "a promise", "promises", searched true, under Relationships 2 },
            /// What a GEDCOM file says that has no place of its own.
            38 GedcomLines gedcom_lines Many { "gedcom_lines", "lines of a GEDCOM file", "lines of GEDCOM files", searched false, under Other 4 },
        }
    };
}
pub(crate) use with_kinds;

macro_rules! kinds {
    ($($(#[$doc:meta])* $number:literal $kind:ident $shelf:ident $sort:ident { $key:literal, $one:literal, $many:literal, searched $searched:literal, under $heading:ident $place:literal },)*) => {
        /// The content of a record of any kind.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum Body {
            $($(#[$doc])* $kind($kind),)*
        }

        /// A kind of record.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum RecordKind {
            $($(#[$doc])* $kind,)*
        }

        impl RecordKind {
            /// Every kind, in the order of their numbers.
            pub const ALL: &'static [RecordKind] = &[$(RecordKind::$kind,)*];

            /// The number in keys of the store; never changes.
            pub fn number(self) -> u8 {
                match self { $(RecordKind::$kind => $number,)* }
            }

            /// The kind of a number.
            pub fn from_number(number: u8) -> Option<RecordKind> {
                match number { $($number => Some(RecordKind::$kind),)* _ => None }
            }

            /// The key in drafts, prompts and JSON ("zone decision" is `decision`).
            pub fn key(self) -> &'static str {
                match self { $(RecordKind::$kind => $key,)* }
            }

            /// One of it with its article: "a hypothesis".
            pub fn a_one(self) -> &'static str {
                match self { $(RecordKind::$kind => $one,)* }
            }

            /// Several of it in words: "hypotheses".
            pub fn many(self) -> &'static str {
                match self { $(RecordKind::$kind => $many,)* }
            }

            /// Whether searches read it. What an import brought and what was settled on the way is not looked for.
            pub fn is_searched(self) -> bool {
                match self { $(RecordKind::$kind => $searched,)* }
            }

            /// Its heading in the history.
            pub fn heading(self) -> Heading {
                match self { $(RecordKind::$kind => Heading::$heading,)* }
            }

            /// Its place under its heading.
            pub fn place(self) -> u8 {
                match self { $(RecordKind::$kind => $place,)* }
            }

            /// A record of this kind in which nothing is said yet.
            pub fn blank(self) -> Body {
                match self { $(RecordKind::$kind => Body::$kind(Default::default()),)* }
            }

            /// Its fields, in the order in which they are shown.
            pub fn fields(self) -> Vec<&'static FieldInfo> {
                match self { $(RecordKind::$kind => $kind::FIELDS.iter().map(|field| &field.info).collect(),)* }
            }
        }

        impl Body {
            /// The kind.
            pub fn kind(&self) -> RecordKind {
                match self { $(Body::$kind(_) => RecordKind::$kind,)* }
            }

            /// Every field with what it says, in the order in which they are shown.
            pub fn values(&self) -> Vec<(&'static FieldInfo, Value<'_>)> {
                match self { $(Body::$kind(body) => body.values(),)* }
            }

            /// What the field of this name says; `None` when the kind has no such field.
            pub fn value(&self, name: &str) -> Option<Value<'_>> {
                match self { $(Body::$kind(body) => dispatch::value(body, name),)* }
            }

            /// Lets the field of this name say what a draft, a table or a person wrote. A name that the kind does not have
            /// is passed over. `today` is the day that words such as "yesterday" lean on.
            ///
            /// # Errors
            /// The text cannot be read; the field is as it was.
            pub fn set(&mut self, name: &str, text: &str, today: NaiveDate) -> Result<(), Unread> {
                match self { $(Body::$kind(body) => dispatch::set(body, name, text, today),)* }
            }

            /// Lets everything that points at one record point at another. Gives whether anything did.
            pub fn redirect(&mut self, from: RecordId, to: RecordId) -> bool {
                match self { $(Body::$kind(body) => dispatch::redirect(body, from, to),)* }
            }
        }

        /// One family: every record that has not been removed, by kind.
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct CaseFile {
            $($(#[$doc])* pub $shelf: $sort<$kind>,)*
            /// The current revision of every record ever written, removed ones included.
            pub revisions: BTreeMap<RecordId, u32>,
        }

        impl CaseFile {
            /// Takes a record in: adds it, replaces its earlier revision, or lets go of it when the revision removes it.
            pub fn apply(&mut self, record: Record<Body>) {
                let Record { meta, body } = record;
                self.revisions.insert(meta.id, meta.revision);
                match body {
                    $(Body::$kind(body) => self.$shelf.keep(Record { meta, body }),)*
                }
            }

            /// A current record by its id, whatever its kind.
            pub fn record(&self, id: RecordId) -> Option<Record<Body>> {
                $(if let Some(found) = self.$shelf.find(id) {
                    return Some(Record { meta: found.meta.clone(), body: Body::$kind(found.body.clone()) });
                })*
                None
            }

            /// The kind, author and time of every record that was not removed.
            pub fn metas(&self) -> impl Iterator<Item = (&Meta, RecordKind)> {
                std::iter::empty()$(.chain(self.$shelf.all().map(|record| (&record.meta, RecordKind::$kind))))*
            }

            /// Visits every record that was not removed with its fields, kind by kind, without cloning it.
            pub fn visit(&self, each: &mut dyn FnMut(RecordKind, &Meta, Vec<(&'static FieldInfo, Value<'_>)>)) {
                $(for record in self.$shelf.all() {
                    each(RecordKind::$kind, &record.meta, record.body.values());
                })*
            }
        }
    };
}
with_kinds!(kinds);

/// The one record of a kind, once there is one.
type One<T> = Option<Record<T>>;
/// Records of a kind by their ids.
type Many<T> = BTreeMap<RecordId, Record<T>>;

/// What holds the records of one kind.
trait Shelf<T> {
    /// Takes a revision in, or lets go of the record when the revision removes it.
    fn keep(&mut self, record: Record<T>);
    /// The record of an id.
    fn find(&self, id: RecordId) -> Option<&Record<T>>;
    /// All of them.
    fn all<'a>(&'a self) -> impl Iterator<Item = &'a Record<T>>
    where
        T: 'a;
}

impl<T> Shelf<T> for One<T> {
    fn keep(&mut self, record: Record<T>) {
        *self = record.meta.removed.is_none().then_some(record);
    }

    fn find(&self, id: RecordId) -> Option<&Record<T>> {
        self.as_ref().filter(|record| record.meta.id == id)
    }

    fn all<'a>(&'a self) -> impl Iterator<Item = &'a Record<T>>
    where
        T: 'a,
    {
        self.iter()
    }
}

impl<T> Shelf<T> for Many<T> {
    fn keep(&mut self, record: Record<T>) {
        if record.meta.removed.is_some() {
            self.remove(&record.meta.id);
        } else {
            self.insert(record.meta.id, record);
        }
    }

    fn find(&self, id: RecordId) -> Option<&Record<T>> {
        self.get(&id)
    }

    fn all<'a>(&'a self) -> impl Iterator<Item = &'a Record<T>>
    where
        T: 'a,
    {
        self.values()
    }
}

impl RecordKind {
    /// One of it in words: "hypothesis".
    pub fn one(self) -> &'static str {
        let words = self.a_one();
        let noun = words
            .strip_prefix("a ")
            .or_else(|| words.strip_prefix("an "));
        noun.unwrap_or(words)
    }

    /// The kind of a key.
    pub fn from_key(key: &str) -> Option<RecordKind> {
        RecordKind::ALL
            .iter()
            .copied()
            .find(|kind| kind.key() == key)
    }
}

impl Body {
    /// Every record that this one points at, once for each time.
    pub fn references(&self) -> Vec<RecordId> {
        self.values()
            .into_iter()
            .flat_map(|(_, value)| value.references())
            .collect()
    }
}

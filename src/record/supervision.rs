//! A session of supervision: four quadrants around a safe space, who was there, and when the next one is.

use super::RecordKind;
use super::choices::choices;
use super::fields::{Shape, all_of};
use super::fuzzy_date::FuzzyDate;
use super::id::RecordId;
use super::lists::{all_steps, items_of, list};
use super::table::fields;
use serde::{Deserialize, Serialize};

/// How a session is held (inventory S0B and S0J, handbook p15-17).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SupervisionKind {
    /// Supervisor and worker, as planned.
    #[default]
    Individual,
    /// Several workers together.
    Group,
    /// Between sessions, because something could not wait.
    AdHoc,
}

choices! { SupervisionKind {
    Individual "individual",
    Group "in a group",
    AdHoc "ad hoc, between sessions",
} }

/// What was said about a case in a session of supervision (inventory S0A to S0J, handbook p15-17, Table 3). What was said
/// about the worker does not stand here: it has a sealed place of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Supervision {
    /// The day of the session.
    pub on: FuzzyDate,
    /// How it was held.
    pub kind: SupervisionKind,
    /// The worker.
    pub worker: String,
    /// The supervisor.
    pub supervisor: String,
    /// Who else took part, by name.
    pub others: String,
    /// How long it took, in minutes, when somebody looked.
    pub minutes: Option<u32>,
    /// Where and how: "by telephone", "at the children's home".
    pub setting: String,
    /// Of whom was spoken; none for everybody.
    pub children: Vec<RecordId>,
    /// Which conditions of the session were seen to, by their ids in `practice/content/guide.toml` (S0I).
    pub conditions: Vec<String>,
    /// Experience: what happened, seen accurately (S0E).
    pub experience: String,
    /// Reflection: what drives us, what is assumed (S0F).
    pub reflection: String,
    /// Reflection in action: what was thought and changed while it happened (S0A.1).
    pub in_action: String,
    /// Reflection on action: what would be done differently, looking back (S0A.2).
    pub on_action: String,
    /// Analysis: what it means (S0G).
    pub analysis: String,
    /// Action: what follows, in words; what somebody is to do by a day stands in [`Action`](super::Action) records (S0H).
    pub action: String,
    /// Which of the six principles it served, by their ids (S0C).
    pub principles: Vec<String>,
    /// Which restorative facets it served, by their ids (S0D).
    pub facets: Vec<String>,
    /// The decisions on zones that were taken in it.
    pub zones_decided: Vec<RecordId>,
    /// Steps of the walk that were put off to the next session, by their ids in `practice/content/walk.toml`.
    pub parked: Vec<String>,
    /// When the next session is.
    pub next_on: Option<FuzzyDate>,
}

impl Supervision {
    /// The four quadrants with the words of each, in the order in which the circle is gone round (Table 3, p17).
    pub fn quadrants(&self) -> [(Quadrant, &str); 4] {
        [
            (Quadrant::Experience, &self.experience),
            (Quadrant::Reflection, &self.reflection),
            (Quadrant::Analysis, &self.analysis),
            (Quadrant::Action, &self.action),
        ]
    }

    /// The words by which people know it: what it came to, else the first thing that was said.
    pub fn in_short(&self) -> &str {
        let parts = [
            &self.analysis,
            &self.reflection,
            &self.experience,
            &self.action,
        ];
        let said = parts.into_iter().find(|words| !words.is_empty());
        said.map_or("", String::as_str)
    }
}

/// A quadrant of the reflective cycle (Table 3, p17).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Quadrant {
    /// What happened.
    Experience,
    /// What it stirs, what is assumed.
    Reflection,
    /// What it means.
    Analysis,
    /// What follows.
    Action,
}

impl Quadrant {
    /// All of them, in the order of the cycle.
    pub const ALL: [Quadrant; 4] = [
        Quadrant::Experience,
        Quadrant::Reflection,
        Quadrant::Analysis,
        Quadrant::Action,
    ];

    /// Its name.
    pub fn word(self) -> &'static str {
        match self {
            Quadrant::Experience => "Experience",
            Quadrant::Reflection => "Reflection",
            Quadrant::Analysis => "Analysis",
            Quadrant::Action => "Action",
        }
    }

    /// The next one, round and round.
    pub fn next(self) -> Quadrant {
        match self {
            Quadrant::Experience => Quadrant::Reflection,
            Quadrant::Reflection => Quadrant::Analysis,
            Quadrant::Analysis => Quadrant::Action,
            Quadrant::Action => Quadrant::Experience,
        }
    }
}

fields! { Supervision {
    on: Shape::Day, [When];
    kind: Shape::One(all_of::<SupervisionKind>);
    worker: Shape::Line;
    supervisor: Shape::Line;
    others: Shape::Line;
    minutes: Shape::Number(1_440);
    setting: Shape::Line;
    children: Shape::Children, [About];
    conditions: Shape::Several(|| list("condition"));
    experience: Shape::Long;
    reflection: Shape::Long;
    in_action: Shape::Long;
    on_action: Shape::Long;
    analysis: Shape::Long;
    action: Shape::Long;
    principles: Shape::SeveralInList(|| items_of("S0C"));
    facets: Shape::SeveralInList(|| items_of("S0D"));
    zones_decided: Shape::Records(&[RecordKind::ZoneDecision]);
    parked: Shape::Several(all_steps);
    next_on: Shape::Date;
} }

//! A session of supervision: four quadrants around a safe space, who was there, and when the next one is.

use super::fuzzy_date::FuzzyDate;
use super::id::RecordId;
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

/// What was said about a case in a session of supervision (inventory S0A to S0J, handbook p15-17, Table 3). What was said
/// about the worker does not stand here: it has a sealed place of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Steps of the walk that were put off to the next session, by their ids in `practice/content/walk.toml`.
    pub parked: Vec<String>,
    /// When the next session is.
    pub next_on: Option<FuzzyDate>,
}

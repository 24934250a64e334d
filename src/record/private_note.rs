//! A note about the worker, from the private part of supervision. It belongs to no case: it is no arm of
//! [`Body`](super::Body), names no child, and never stands in a [`CaseFile`](super::CaseFile).

use super::fuzzy_date::FuzzyDate;
use super::id::RecordId;
use crate::practice::guide::asks;
use crate::practice::stages::lists_of;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The prompts for it.
const GUIDE: &str = "worker";

/// What a worker and their supervisor said about the worker (inventory LR6 and S0D; handbook p16-17). In their own words:
/// nothing is measured and nothing is scored.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrivateNote {
    /// The day on which they spoke.
    pub on: FuzzyDate,
    /// The worker.
    pub worker: String,
    /// Who spoke with them.
    pub supervisor: String,
    /// How the worker is.
    pub how_are_you: String,
    /// What keeps them well, and what wears them.
    pub wellbeing: String,
    /// Signs of burning out, in their own words (LR6.3).
    pub burnout: String,
    /// Whether they trust that what they do makes a difference (LR6.1).
    pub self_efficacy: String,
    /// How the supervisor and others stand by them (LR6.2).
    pub support: String,
    /// What they want to learn, and what they were taught (LR6.4).
    pub training: String,
    /// How much of themselves they have to give to families (LR6.5).
    pub emotional_availability: String,
    /// Which restorative facets the conversation served, by their ids (S0D).
    pub facets: Vec<String>,
    /// What would help.
    pub what_would_help: String,
    /// What the supervisor will do.
    pub agreed: String,
    /// When they speak again.
    pub next_on: Option<FuzzyDate>,
}

impl PrivateNote {
    /// A note in which nothing is said yet.
    pub fn on(day: NaiveDate, worker: &str, supervisor: &str) -> PrivateNote {
        PrivateNote {
            on: FuzzyDate::day(day),
            worker: worker.to_owned(),
            supervisor: supervisor.to_owned(),
            how_are_you: String::new(),
            wellbeing: String::new(),
            burnout: String::new(),
            self_efficacy: String::new(),
            support: String::new(),
            training: String::new(),
            emotional_availability: String::new(),
            facets: Vec::new(),
            what_would_help: String::new(),
            agreed: String::new(),
            next_on: None,
        }
    }

    /// What is said under a part.
    pub fn part(&self, part: PrivatePart) -> &str {
        match part {
            PrivatePart::HowAreYou => &self.how_are_you,
            PrivatePart::Wellbeing => &self.wellbeing,
            PrivatePart::Burnout => &self.burnout,
            PrivatePart::SelfEfficacy => &self.self_efficacy,
            PrivatePart::Support => &self.support,
            PrivatePart::Training => &self.training,
            PrivatePart::EmotionalAvailability => &self.emotional_availability,
            PrivatePart::WhatWouldHelp => &self.what_would_help,
            PrivatePart::Agreed => &self.agreed,
        }
    }

    /// The same, to be written.
    pub fn part_mut(&mut self, part: PrivatePart) -> &mut String {
        match part {
            PrivatePart::HowAreYou => &mut self.how_are_you,
            PrivatePart::Wellbeing => &mut self.wellbeing,
            PrivatePart::Burnout => &mut self.burnout,
            PrivatePart::SelfEfficacy => &mut self.self_efficacy,
            PrivatePart::Support => &mut self.support,
            PrivatePart::Training => &mut self.training,
            PrivatePart::EmotionalAvailability => &mut self.emotional_availability,
            PrivatePart::WhatWouldHelp => &mut self.what_would_help,
            PrivatePart::Agreed => &mut self.agreed,
        }
    }

    /// Whether nothing is said in it.
    pub fn says_nothing(&self) -> bool {
        let silent = |part: &PrivatePart| self.part(*part).trim().is_empty();
        PrivatePart::ALL.iter().all(silent) && self.facets.is_empty()
    }
}

/// Says only that it is one: its words must not reach a log or a report of a crash.
impl fmt::Debug for PrivateNote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PrivateNote")
    }
}

/// The parts of a note that are told in words, in the order in which they are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrivatePart {
    /// How the worker is.
    HowAreYou,
    /// What keeps them well.
    Wellbeing,
    /// Signs of burning out.
    Burnout,
    /// Trust in what they do.
    SelfEfficacy,
    /// Who stands by them.
    Support,
    /// What they learn.
    Training,
    /// What they have to give.
    EmotionalAvailability,
    /// What would help.
    WhatWouldHelp,
    /// What the supervisor will do.
    Agreed,
}

impl PrivatePart {
    /// Every part, in order.
    pub const ALL: [PrivatePart; 9] = [
        PrivatePart::HowAreYou,
        PrivatePart::Wellbeing,
        PrivatePart::Burnout,
        PrivatePart::SelfEfficacy,
        PrivatePart::Support,
        PrivatePart::Training,
        PrivatePart::EmotionalAvailability,
        PrivatePart::WhatWouldHelp,
        PrivatePart::Agreed,
    ];

    /// Its name in files and in the content of prompts; never changes.
    pub fn id(self) -> &'static str {
        match self {
            PrivatePart::HowAreYou => "how_are_you",
            PrivatePart::Wellbeing => "wellbeing",
            PrivatePart::Burnout => "burnout",
            PrivatePart::SelfEfficacy => "self_efficacy",
            PrivatePart::Support => "support",
            PrivatePart::Training => "training",
            PrivatePart::EmotionalAvailability => "emotional_availability",
            PrivatePart::WhatWouldHelp => "what_would_help",
            PrivatePart::Agreed => "agreed",
        }
    }

    /// Its name for people.
    pub fn name(self) -> &'static str {
        match self {
            PrivatePart::HowAreYou => "How are you",
            PrivatePart::Wellbeing => "Wellbeing",
            PrivatePart::Burnout => "Signs of burning out",
            PrivatePart::SelfEfficacy => "Trust in your own work",
            PrivatePart::Support => "Support",
            PrivatePart::Training => "Learning",
            PrivatePart::EmotionalAvailability => "What you have to give",
            PrivatePart::WhatWouldHelp => "What would help",
            PrivatePart::Agreed => "What the supervisor will do",
        }
    }

    /// Its name where there is little room.
    pub fn short_name(self) -> &'static str {
        match self {
            PrivatePart::Burnout => "Running empty",
            PrivatePart::SelfEfficacy => "Trust in work",
            PrivatePart::EmotionalAvailability => "What I can give",
            PrivatePart::Agreed => "Supervisor will",
            other => other.name(),
        }
    }
}

impl PrivatePart {
    /// What to ask (`practice/content/guide.toml`, "worker"); empty where the content has no prompt for it.
    pub fn asks(self) -> &'static str {
        let item = match self {
            PrivatePart::Burnout => "LR6.3",
            PrivatePart::SelfEfficacy => "LR6.1",
            PrivatePart::Support => "LR6.2",
            PrivatePart::Training => "LR6.4",
            PrivatePart::EmotionalAvailability => "LR6.5",
            other => other.id(),
        };
        asks(GUIDE, item).unwrap_or_default()
    }
}

/// The restorative facets, each with its id, name and question (S0D; `practice/content/stages.toml` and `guide.toml`).
pub fn restorative_facets() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let items = lists_of(0).filter(|list| list.id == "S0D");
    items.flat_map(|list| &list.item).map(|item| {
        let asks = asks(GUIDE, &item.id).unwrap_or_default();
        (item.id.as_str(), item.words.as_str(), asks)
    })
}

/// One revision of one note. Nothing is overwritten: what is put right is a newer revision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrivateRevision {
    /// The note's own id, the same through all its revisions.
    pub id: RecordId,
    /// 1 for the first writing, one more for each later one.
    pub revision: u32,
    /// Who wrote this revision.
    pub author: String,
    /// When.
    pub recorded_at: DateTime<Utc>,
    /// The note.
    pub note: PrivateNote,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_and_every_facet_is_asked_for_and_no_two_ask_the_same() {
        let facets: Vec<_> = restorative_facets().collect();
        assert_eq!(facets.len(), 6);
        let parts = PrivatePart::ALL.iter().map(|part| part.asks());
        let questions = parts.chain(facets.iter().map(|(_, _, asks)| *asks));
        let mut questions: Vec<&str> = questions.collect();
        assert!(
            questions.iter().all(|asks| asks.ends_with('?')),
            "{questions:?}"
        );
        questions.sort_unstable();
        questions.dedup();
        assert_eq!(questions.len(), 15);
    }

    #[test]
    fn a_note_is_written_part_by_part_and_shows_none_of_it_when_it_is_printed_for_debugging() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let mut note = PrivateNote::on(day, "A Brennock", "M Tidewell");
        assert!(note.says_nothing());
        for part in PrivatePart::ALL {
            *note.part_mut(part) = format!("sleepless {}", part.id());
        }
        assert!(
            PrivatePart::ALL
                .iter()
                .all(|part| note.part(*part).ends_with(part.id()))
        );
        assert!(!note.says_nothing());
        assert!(!format!("{note:?}").contains("sleepless"));
    }
}

//! What people decided about a child's zone of the matrix: the first classification, a re-analysis, or that it stays.

use super::choices::choices;
use super::fields::{Shape, Unread, Value, WrittenText, all_of, yes_no};
use super::fuzzy_date::FuzzyDate;
use super::id::RecordId;
use super::lists::cells;
use super::table::fields;
use crate::practice::Zone;
use crate::practice::matrix::cells::Row;
use crate::practice::matrix::{Levels, Reading, Resilience, RiskStatus, Wishes};
use serde::{Deserialize, Serialize};

/// A decision on a child's zone, made by people (inventory S2H and S2I, handbook p29-32; S4B to S4G, p40-41).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ZoneDecision {
    /// The child.
    pub child: RecordId,
    /// The day of the decision.
    pub on: FuzzyDate,
    /// The zone that was decided.
    pub zone: Zone,
    /// The day from which the zone counts, when it is another than the day of the decision. Both stay.
    pub counts_from: Option<FuzzyDate>,
    /// Why it counts from that day.
    pub counts_from_why: String,
    /// What was read at the analysis.
    pub reading: Reading,
    /// Which cells of the matrix describe the child.
    pub levels: Levels,
    /// Why they decided so.
    pub reason: String,
    /// Why they decided otherwise than the matrix indicates, when they did.
    pub why_otherwise: String,
    /// The carers who will care, whose capacity counts.
    pub carers: Vec<RecordId>,
    /// Another period than six months, fitted to the child's age.
    pub period: Option<Period>,
    /// Who agreed that capacity shown before the zone began counts in full; empty while it counts from the later of
    /// the two days.
    pub earlier_capacity_agreed_by: String,
    /// Who had a say, each for themselves.
    pub voices: Vec<Voice>,
    /// Who else contributed (S4B), in words.
    pub contributors: Vec<String>,
    /// The entries of the chronology that are its evidence.
    pub evidence: Vec<RecordId>,
    /// From which file and row it came in; empty when it was written here.
    pub origin: String,
}

impl ZoneDecision {
    /// A decision of which no more is recorded than the child, the day and the zone.
    pub fn new(child: RecordId, on: FuzzyDate, zone: Zone) -> ZoneDecision {
        ZoneDecision {
            child,
            on,
            zone,
            counts_from: None,
            counts_from_why: String::new(),
            reading: Reading::default(),
            levels: Levels::default(),
            reason: String::new(),
            why_otherwise: String::new(),
            carers: Vec::new(),
            period: None,
            earlier_capacity_agreed_by: String::new(),
            voices: Vec::new(),
            contributors: Vec::new(),
            evidence: Vec::new(),
            origin: String::new(),
        }
    }
}

impl Default for ZoneDecision {
    /// Nothing is said yet. A form asks for the zone: this one is never saved unasked.
    fn default() -> ZoneDecision {
        ZoneDecision::new(RecordId::default(), FuzzyDate::default(), Zone::Red)
    }
}

/// A period other than six months (handbook p31).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// How many months.
    pub months: u32,
    /// Why.
    pub why: String,
    /// The supervisor who agreed.
    pub agreed_by: String,
}

/// In which part somebody speaks (S2H).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum VoiceOf {
    /// The child's practitioner.
    Practitioner,
    /// The supervisor.
    Supervisor,
    /// An independent practitioner who has reviewed the case.
    Independent,
}

choices! { VoiceOf {
    Practitioner "practitioner",
    Supervisor "supervisor",
    Independent "independent practitioner",
} }

/// What somebody thinks of a decision.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum View {
    /// Agrees.
    Agrees,
    /// Does not agree.
    Dissents,
    /// Named, and it was not recorded what they think.
    #[default]
    NotRecorded,
}

choices! { View {
    NotRecorded "not said",
    Agrees "agrees",
    Dissents "does not agree",
} }

/// One voice in a decision, with its own day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voice {
    /// In which part they speak.
    pub of: VoiceOf,
    /// Who.
    pub name: String,
    /// When they said it, when it is another day than the decision's.
    pub on: Option<FuzzyDate>,
    /// What they think of it.
    pub view: View,
    /// In their words.
    pub words: String,
}

/// "Shown since 20 Feb 2023", "not shown".
fn capacity_in_words(decision: &ZoneDecision) -> Value<'_> {
    let words = decision.reading.capacity.map(|capacity| capacity.words());
    Value::Labelled(words.map(|words| ("", words.into())).into_iter().collect())
}

fn period_in_words(decision: &ZoneDecision) -> Value<'_> {
    let words = |period: &Period| {
        let Period {
            months,
            why,
            agreed_by,
        } = period;
        format!("{months} months, agreed by {agreed_by}: {why}")
    };
    let period = decision.period.as_ref();
    Value::Labelled(
        period
            .map(|period| ("", words(period).into()))
            .into_iter()
            .collect(),
    )
}

/// Who had a say, each under their part: "A Brennock agrees on 23 Nov 2026: “…”".
fn voices_in_words(decision: &ZoneDecision) -> Value<'_> {
    let said = decision
        .voices
        .iter()
        .map(|voice| (voice.of.words(), voice.in_words().into()));
    Value::Labelled(said.collect())
}

/// The parts of a decision that its form puts together are not written field by field.
fn leave(_: &mut ZoneDecision, _: &WrittenText<'_>) -> Result<(), Unread> {
    Ok(())
}

impl Voice {
    /// "A Brennock agrees on 23 Nov 2026: “…”".
    pub fn in_words(&self) -> String {
        let mut words = self.name.clone();
        if self.view != View::NotRecorded {
            words += &format!(" {}", self.view.words());
        }
        if let Some(on) = &self.on {
            words += &format!(" on {}", on.in_short());
        }
        match self.words.is_empty() {
            true => words,
            false => format!("{words}: \u{201c}{}\u{201d}", self.words),
        }
    }
}

fields! { ZoneDecision {
    child: Shape::Child, [About];
    on: Shape::Day, [When];
    zone: Shape::One(all_of::<Zone>);
    counts_from: Shape::Date;
    counts_from_why: Shape::Long;
    resilience in reading.resilience: Shape::OneOr("not said", all_of::<Resilience>);
    risk in reading.risk: Shape::OneOr("not said", all_of::<RiskStatus>);
    capacity by capacity_in_words, leave: Shape::Kept;
    positive_change in reading.positive_change: Shape::OneOr("not said", yes_no);
    wishes in reading.wishes: Shape::OneOr("not said", all_of::<Wishes>);
    level_resilience in levels.resilience: Shape::OneOr("not said", || cells(Row::Resilience));
    level_risk in levels.risk: Shape::OneOr("not said", || cells(Row::Risk));
    level_welfare in levels.welfare: Shape::OneOr("not said", || cells(Row::Welfare));
    reason: Shape::Long;
    why_otherwise: Shape::Long;
    carers: Shape::Adults;
    period by period_in_words, leave: Shape::Kept;
    earlier_capacity_agreed_by: Shape::Line;
    voices by voices_in_words, leave: Shape::Kept;
    contributors: Shape::Parts(',');
    evidence: Shape::Entries;
    origin: Shape::Kept, [Origin];
} }

//! What is read of a child at a decision or today, part by part, with where each part comes from.
//!
//! The latest decision counts most. What it leaves unsaid was said by an earlier one, not longer ago than six months, or
//! else is not known; shown capacity goes on until somebody says that it ended, and a risk is new only once. What a
//! record does not hold, the words of its reason may tell: the words then stand beside it.

use super::words::said;
use crate::practice::matrix::months::months_after;
use crate::practice::matrix::{Capacity, Levels, Reading, RiskStatus};
use crate::practice::reading_words::Told;
use crate::record::{
    CaseFile, FuzzyDate, Record, RecordId, SIX_MONTHS, ShownCapacity, ZoneDecision,
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Where a part of a reading comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The decision or the shown capacity that holds it.
    pub record: RecordId,
    /// When it was said.
    pub on: FuzzyDate,
    /// The words of the reason, when it was taken from them; empty when it was recorded as such.
    pub words: String,
}

/// A reading with its sources.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// What was read.
    pub reading: Reading,
    /// Which levels fit.
    pub levels: Levels,
    /// Where each part comes from.
    pub sources: BTreeMap<Told, Source>,
    /// Parts of which a reason says two different things.
    pub unclear: Vec<Told>,
    /// Whether the latest decision tells of a lapse.
    pub lapse: bool,
}

/// What decisions in order of time say, the last first, as on a day.
pub fn read(file: &CaseFile, decisions: &[&Record<ZoneDecision>], day: NaiveDate) -> Read {
    let mut read = Read::default();
    let mut capacity_is_open = true;
    for (nth, decision) in decisions.iter().rev().enumerate() {
        let mut own = of_decision(decision, day);
        if nth == 0 {
            read.unclear.clone_from(&own.unclear);
            read.lapse = own.lapse;
        } else if own.reading.risk == Some(RiskStatus::NewOrReemerged) {
            own.reading.risk = None;
            own.sources.remove(&Told::Risk);
        }
        let is_fresh = is_fresh(&decision.body, day);
        // Capacity called not shown is open again when something improved since.
        let holds = is_fresh && read.reading.positive_change != Some(true);
        if is_fresh {
            read.fill(&own);
        }
        if capacity_is_open {
            capacity_is_open = read.fill_capacity(&own, holds);
        }
    }
    let carers = decisions
        .last()
        .map_or(&[][..], |decision| &decision.body.carers);
    if let Some((capacity, source)) = recorded_capacity(file, carers, day) {
        read.reading.capacity = Some(capacity);
        read.sources.insert(Told::Capacity, source);
    }
    read
}

/// Whether what was read then still speaks: evidence older than six months does not (rule D8).
fn is_fresh(decision: &ZoneDecision, day: NaiveDate) -> bool {
    let on = decision.on.anchor();
    on.is_some_and(|on| months_after(on, SIX_MONTHS) >= day)
}

/// What one decision holds, and what the words of its reason tell beside that.
pub fn of_decision(decision: &Record<ZoneDecision>, day: NaiveDate) -> Read {
    let body = &decision.body;
    let told = said(&body.reason, body.on.anchor().unwrap_or(day));
    let mut read = Read {
        reading: body.reading,
        levels: body.levels,
        lapse: told.lapse,
        ..Read::default()
    };
    let source = |words: &str| Source {
        record: decision.id(),
        on: body.on.clone(),
        words: words.to_owned(),
    };
    for part in read.known() {
        read.sources.insert(part, source(""));
    }
    for (part, words) in &told.words {
        if !read.sources.contains_key(part) && read.take(*part, &told.reading, &told.levels) {
            read.sources.insert(*part, source(words));
        }
    }
    read.unclear = told.unclear;
    read.unclear.retain(|part| !read.sources.contains_key(part));
    read
}

impl Read {
    /// The parts that are known.
    fn known(&self) -> Vec<Told> {
        let Reading {
            resilience,
            risk,
            capacity,
            positive_change,
            wishes,
        } = self.reading;
        [
            (Told::Resilience, resilience.is_some()),
            (Told::Risk, risk.is_some()),
            (Told::Capacity, capacity.is_some()),
            (Told::PositiveChange, positive_change.is_some()),
            (Told::Wishes, wishes.is_some()),
            (Told::ResilienceLevel, self.levels.resilience.is_some()),
            (Told::RiskLevel, self.levels.risk.is_some()),
        ]
        .into_iter()
        .filter(|(_, known)| *known)
        .map(|(part, _)| part)
        .collect()
    }

    /// Takes one part over when it is not known here; says whether it did.
    fn take(&mut self, part: Told, reading: &Reading, levels: &Levels) -> bool {
        fn fill<T: Copy>(empty: &mut Option<T>, other: Option<T>) -> bool {
            let fills = empty.is_none() && other.is_some();
            *empty = empty.or(other);
            fills
        }
        let own = &mut self.reading;
        match part {
            Told::Resilience => fill(&mut own.resilience, reading.resilience),
            Told::Risk => fill(&mut own.risk, reading.risk),
            Told::Capacity => fill(&mut own.capacity, reading.capacity),
            Told::PositiveChange => fill(&mut own.positive_change, reading.positive_change),
            Told::Wishes => fill(&mut own.wishes, reading.wishes),
            Told::ResilienceLevel => fill(&mut self.levels.resilience, levels.resilience),
            Told::RiskLevel => fill(&mut self.levels.risk, levels.risk),
            Told::Lapse => false,
        }
    }

    /// Fills what is not known from an earlier reading, capacity left out.
    fn fill(&mut self, earlier: &Read) {
        for (part, source) in &earlier.sources {
            if *part != Told::Capacity && self.take(*part, &earlier.reading, &earlier.levels) {
                self.sources.insert(*part, source.clone());
            }
        }
    }

    /// Fills capacity from an earlier reading, "not shown" only while that `holds`. "Shown", without a day, is shown since
    /// the day that an earlier decision named. Says whether still earlier ones may tell more.
    fn fill_capacity(&mut self, earlier: &Read, holds: bool) -> bool {
        let (taken, is_open) = match (self.reading.capacity, earlier.reading.capacity) {
            (_, None) => return true,
            (None, Some(Capacity::NotShown)) => (holds, false),
            (None, Some(Capacity::Shown(since))) => (true, since.is_none()),
            (Some(Capacity::Shown(None)), Some(Capacity::Shown(since))) => {
                (since.is_some(), since.is_none())
            }
            (Some(_), Some(_)) => (false, false),
        };
        if let Some(source) = earlier.sources.get(&Told::Capacity).filter(|_| taken) {
            self.reading.capacity = earlier.reading.capacity;
            self.sources.insert(Told::Capacity, source.clone());
        }
        is_open
    }
}

/// The capacity that is recorded of the carers who will care: shown when all of them show it, since the latest of their
/// days (rule A14). `None` while nothing is recorded of any of them.
fn recorded_capacity(
    file: &CaseFile,
    carers: &[RecordId],
    day: NaiveDate,
) -> Option<(Capacity, Source)> {
    let begun =
        |record: &&Record<ShownCapacity>| record.body.from.anchor().is_some_and(|from| from <= day);
    let counts =
        |record: &&Record<ShownCapacity>| carers.is_empty() || carers.contains(&record.body.carer);
    let mut latest: BTreeMap<RecordId, &Record<ShownCapacity>> = BTreeMap::new();
    for record in file.capacities.values().filter(begun).filter(counts) {
        let known = latest.entry(record.body.carer).or_insert(record);
        if known.body.from.order(&record.body.from).is_lt() {
            *known = record;
        }
    }
    if carers.iter().any(|carer| !latest.contains_key(carer)) {
        return None;
    }
    let has_ended = |record: &&&Record<ShownCapacity>| {
        let to = record.body.to.as_ref().and_then(FuzzyDate::anchor);
        to.is_some_and(|to| to <= day)
    };
    let source = |record: &Record<ShownCapacity>, on: &FuzzyDate| Source {
        record: record.id(),
        on: on.clone(),
        words: String::new(),
    };
    if let Some(ended) = latest.values().find(has_ended) {
        let on = ended.body.to.as_ref().unwrap_or(&ended.body.from);
        return Some((Capacity::NotShown, source(ended, on)));
    }
    let last = latest
        .into_values()
        .max_by(|a, b| a.body.from.order(&b.body.from))?;
    Some((
        Capacity::Shown(last.body.from.anchor()),
        source(last, &last.body.from),
    ))
}

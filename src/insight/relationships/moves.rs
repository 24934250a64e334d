//! What a move, a change of school or leaving care would break; what earlier moves broke; how far things are (inventory LR5,
//! S4I.1 to S4I.3).

use super::super::living::{Stay, lives, stays};
use super::knows::is_away_from_parents;
use super::{Someone, child_name};
use crate::insight::due::{has_ended, is_looked_after};
use crate::insight::folding::folded;
use crate::practice::lasting::lasting;
use crate::record::{CaseFile, FuzzyDate, HangsOn, RecordId};
use chrono::NaiveDate;

/// What one change would break.
#[derive(Clone, Debug)]
pub struct Break<'s, 'a> {
    /// "If Lowri changed school".
    pub when: String,
    /// The relationships that hang on it.
    pub breaks: Vec<&'s Someone<'a>>,
    /// How many that count towards the target would be left.
    pub left: usize,
}

/// Each change with what it would break; those first that reach furthest.
pub fn breaks<'s, 'a>(
    file: &CaseFile,
    child: RecordId,
    people: &'s [Someone<'a>],
    day: NaiveDate,
) -> Vec<Break<'s, 'a>> {
    use HangsOn::{Employment, Helper, Home, Nearness, School, Service};
    let name = child_name(file, child);
    let home = lives(file, child);
    let away = home
        .as_ref()
        .is_some_and(|stay| is_away_from_parents(&stay.last.body.kind));
    let from = match home.as_ref().map(|stay| stay.last.body.carer.trim()) {
        Some(carer) if !carer.is_empty() => format!("from {carer}"),
        _ => "from where the child lives now".to_owned(),
    };
    let mut changes: Vec<(String, Vec<HangsOn>)> = vec![
        (format!("If {name} moved {from}"), vec![Home]),
        (
            format!("If {name} moved far away"),
            vec![Home, School, Nearness],
        ),
        (format!("If {name} changed school"), vec![School]),
        (
            "If the people paid to be there changed jobs".to_owned(),
            vec![Employment],
        ),
        (
            "If nobody brought them together any more".to_owned(),
            vec![Helper],
        ),
    ];
    match is_looked_after(file, child, day) {
        true if away => changes.push((
            "On leaving care".to_owned(),
            vec![Home, Service, Employment],
        )),
        true => changes.push(("On leaving care".to_owned(), vec![Service, Employment])),
        false => changes.push(("If a service or plan ended".to_owned(), vec![Service])),
    }
    let here = || people.iter().filter(|one| !one.has_ended);
    let told = changes.into_iter().map(|(when, on)| {
        let hangs = |one: &Someone| {
            let hangs_on = one.relationship.map(|one| &one.body.hangs_on);
            hangs_on.is_some_and(|all| all.iter().any(|one| on.contains(one)))
        };
        Break {
            when,
            breaks: here().filter(|one| hangs(one)).collect(),
            left: here().filter(|one| one.counts() && !hangs(one)).count(),
        }
    });
    told.collect()
}

impl Break<'_, '_> {
    /// What it would break, and how many that count would be left.
    pub fn in_words(&self) -> String {
        let left = match self.left {
            0 => "none loving and safe would be left".to_owned(),
            1 => "one loving and safe would be left".to_owned(),
            many => format!("{many} loving and safe would be left"),
        };
        match self.breaks.is_empty() {
            true => "nothing that is written hangs on it".to_owned(),
            false => format!("{}; {left}", super::names(&self.breaks)),
        }
    }
}

/// Those of whom it is not written what the relationship hangs on.
pub fn unsaid<'s, 'a>(people: &'s [Someone<'a>]) -> Vec<&'s Someone<'a>> {
    let here = people.iter().filter(|one| !one.has_ended);
    here.filter(|one| {
        let hangs_on = one.relationship.map(|one| &one.body.hangs_on);
        hangs_on.is_none_or(Vec::is_empty)
    })
    .collect()
}

/// What an earlier move took with it.
#[derive(Clone, Debug)]
pub struct Lost<'s, 'a> {
    /// The record of the home that was left.
    pub home: RecordId,
    /// The home, with its time.
    pub left: String,
    /// Relationships that ended with it.
    pub ended: Vec<&'s Someone<'a>>,
    /// Whether no relationship is recorded with anybody who cared there: something to be curious about.
    pub nobody: bool,
}

/// What each earlier move away from somebody broke, the earliest first.
pub fn lost<'s, 'a>(
    file: &CaseFile,
    child: RecordId,
    people: &'s [Someone<'a>],
    day: NaiveDate,
) -> Vec<Lost<'s, 'a>> {
    let all = stays(file, child);
    let over = all.iter().filter(|stay| has_ended(stay.to(), day));
    let told = over.filter_map(|stay| {
        let to = stay.to()?;
        let ended: Vec<_> = people.iter().filter(|one| ended_with(one, to)).collect();
        let away = is_away_from_parents(&stay.last.body.kind);
        Some(Lost {
            home: stay.last.id(),
            left: format!(
                "{}, {} to {}",
                stay.last.body.kind_and_carer(),
                stay.from().in_short(),
                to.in_short()
            ),
            nobody: away && !people.iter().any(|one| cared_in(one, stay)),
            ended,
        })
    });
    told.filter(|lost| lost.nobody || !lost.ended.is_empty())
        .collect()
}

/// Whether a relationship ended at or near the end of a stay.
fn ended_with(one: &Someone, end: &FuzzyDate) -> bool {
    let until = one.relationship.and_then(|one| one.body.until.as_ref());
    let near = i64::from(lasting().near_a_move_days);
    let day = |date: &FuzzyDate| date.anchor();
    until
        .and_then(day)
        .zip(day(end))
        .is_some_and(|(until, end)| (until - end).num_days().abs() <= near)
}

/// Whether somebody with whom a relationship is recorded cared in a stay: as one of its carers, else by a name that stands in
/// its words.
fn cared_in(one: &Someone, stay: &Stay) -> bool {
    let home = &stay.last.body;
    let by_person = one.person.is_some_and(|id| home.carers.contains(&id));
    let name = folded(&one.name);
    let by_name = !name.is_empty() && folded(&home.carer).contains(&name);
    one.relationship.is_some() && (by_person || by_name)
}

/// How far something is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distance {
    /// What: the home, or somebody.
    pub what: String,
    /// In miles.
    pub miles: u32,
    /// The record that says so.
    pub record: RecordId,
    /// Whether it holds now.
    pub is_now: bool,
}

/// How far from home the child lives and lived, and how far away people live.
pub fn distances(
    file: &CaseFile,
    child: RecordId,
    people: &[Someone],
    day: NaiveDate,
) -> Vec<Distance> {
    let all = stays(file, child);
    let homes = all.iter().rev().filter_map(|stay| {
        let home = &stay.last.body;
        let is_now = !has_ended(stay.to(), day);
        let lead = match is_now {
            true => "home now",
            false => "lived",
        };
        Some(Distance {
            what: format!("{lead}: {}", home.kind_and_carer()),
            miles: home.miles_from_home?,
            record: stay.last.id(),
            is_now,
        })
    });
    let of_people = people.iter().filter_map(|one| {
        let relationship = one.relationship?;
        Some(Distance {
            what: one.name.clone(),
            miles: relationship.body.miles?,
            record: relationship.id(),
            is_now: !one.has_ended,
        })
    });
    homes.chain(of_people).collect()
}

impl Distance {
    /// "home now: Foster care, the Vosses: 38 miles from home".
    pub fn in_words(&self) -> String {
        let miles = match self.miles {
            0 => "under a mile".to_owned(),
            1 => "1 mile".to_owned(),
            many => format!("{many} miles"),
        };
        format!("{}, {miles}", self.what)
    }
}

//! The line of a case, worked out whenever the case is written to.

use crate::insight::due::{Due, dues};
use crate::record::{CaseFile, CaseLine, ChildLine, DueDay, Entry, Person, Record};
use chrono::{DateTime, Days, NaiveDate, Utc};
use std::collections::BTreeMap;

/// For how many days before the last writing a line tells how much was written.
const RECENT_DAYS: u64 = 42;

impl CaseLine {
    /// The line of a case file; `None` while the file has no case record.
    pub fn of(file: &CaseFile, written_at: DateTime<Utc>) -> Option<CaseLine> {
        let case = file.case.as_ref()?;
        let open = |entry: &Record<Entry>| entry.body.open_questions();
        Some(CaseLine {
            case: case.meta.id,
            name: case.body.name.clone(),
            worker: case.body.worker.clone(),
            children: file
                .children()
                .into_iter()
                .map(|child| ChildLine::of(file, child))
                .collect(),
            entries: u32::try_from(file.entries.len()).unwrap_or(u32::MAX),
            last_entry: file
                .entries
                .values()
                .filter_map(|entry| entry.body.when.exact_day())
                .filter(|day| *day <= written_at.date_naive())
                .max(),
            open_doubts: u32::try_from(file.entries.values().map(open).sum::<usize>())
                .unwrap_or(u32::MAX),
            written_at,
            closed: case.body.closed.is_some(),
            supervised_on: supervised_on(file, written_at.date_naive()),
            dues: due_days(file, written_at.date_naive()),
            recent: recent(file, written_at.date_naive()),
        })
    }
}

impl ChildLine {
    fn of(file: &CaseFile, child: &Record<Person>) -> ChildLine {
        let id = child.id();
        let home = file
            .placements
            .values()
            .filter(|home| home.body.child == id && home.body.to.is_none());
        let home = home.max_by(|a, b| a.body.from.order(&b.body.from));
        let legal = file
            .legal
            .values()
            .filter(|legal| legal.body.child == id && legal.body.to.is_none());
        let legal = legal.max_by(|a, b| a.body.from.order(&b.body.from));
        ChildLine {
            id,
            short_name: child.body.short_name().to_owned(),
            name: child.body.name.clone(),
            born: child.body.born.clone(),
            lives: home.map_or_else(String::new, |home| home.body.kind_and_carer()),
            legal: legal.map_or_else(String::new, |legal| legal.body.status.clone()),
            zones: file.zone_spells(id),
        }
    }
}

fn supervised_on(file: &CaseFile, today: NaiveDate) -> Option<NaiveDate> {
    let held = file.supervisions.values();
    let days = held.filter_map(|session| session.body.on.anchor());
    days.filter(|day| *day <= today).max()
}

fn due_days(file: &CaseFile, today: NaiveDate) -> Vec<DueDay> {
    let all = dues(file, today);
    let with_day = all.into_iter().filter_map(|due| {
        let Due {
            day, short, about, ..
        } = due;
        let child = about.first().copied().filter(|_| about.len() == 1);
        day.map(|day| DueDay {
            day,
            what: short,
            child,
        })
    });
    with_day.collect()
}

/// How many records were written on each of the last days.
fn recent(file: &CaseFile, today: NaiveDate) -> Vec<(NaiveDate, u32)> {
    let from = today.checked_sub_days(Days::new(RECENT_DAYS));
    let mut days: BTreeMap<NaiveDate, u32> = BTreeMap::new();
    for (meta, _) in file.metas() {
        let day = meta.recorded_at.date_naive();
        if Some(day) > from {
            *days.entry(day).or_default() += 1;
        }
    }
    days.into_iter().collect()
}

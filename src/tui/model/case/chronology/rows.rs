//! The rows of the list: entries in order of time, gaps between them, what has no date at the end.

use crate::insight::band::Stretch;
use crate::insight::filter::ChronologyFilter;
use crate::insight::gaps::{Gap, SIX_MONTHS, child_gaps, family_gaps};
use crate::insight::lengths::{Length, Why, of_length};
use crate::practice::Zone;
use crate::record::{CaseFile, RecordId};
use chrono::{Datelike, NaiveDate};
use std::collections::HashMap;
use std::sync::Arc;
use unicode_width::UnicodeWidthStr;

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// An entry.
    Entry(RecordId),
    /// A time in which no entry stands.
    Gap(Gap),
    /// The heading over the entries without a date.
    WithoutDate,
}

impl Row {
    /// The entry, when it is one.
    pub fn entry(&self) -> Option<RecordId> {
        match self {
            Row::Entry(id) => Some(*id),
            _ => None,
        }
    }
}

/// What is shown, and from what it follows.
#[derive(Debug, Default)]
pub struct Shown {
    /// The rows.
    pub rows: Vec<Row>,
    /// How many entries are shown.
    pub entries: usize,
    /// Out of how many: all, or all of the chosen child.
    pub of: usize,
    /// The day at which each entry shown stands, and its colour, for the band.
    pub told: Vec<(NaiveDate, Option<Zone>)>,
    /// Whether any of them has a colour.
    pub has_zones: bool,
    /// Gaps of the family or of the chosen child, whatever else is filtered.
    pub gaps: Vec<Gap>,
    /// Why each entry stands in a shorter length.
    pub why: HashMap<RecordId, Why>,
    /// How many of the entries shown have an open question.
    pub questions: usize,
    /// From the birth of the oldest child, or the first entry where no birth is known, to today.
    pub life: Stretch,
    /// Columns that the longest date takes as written.
    pub date_columns: usize,
    made_from: Option<(Arc<CaseFile>, ChronologyFilter, Length, NaiveDate)>,
}

impl Shown {
    /// Whether it still follows from these.
    pub fn is_of(
        &self,
        file: &Arc<CaseFile>,
        filter: &ChronologyFilter,
        length: Length,
        today: NaiveDate,
    ) -> bool {
        self.made_from
            .as_ref()
            .is_some_and(|(made_file, made_filter, made_length, made_today)| {
                Arc::ptr_eq(made_file, file)
                    && made_filter == filter
                    && *made_length == length
                    && *made_today == today
            })
    }

    /// The length that is shown; `None` before anything is.
    pub fn length(&self) -> Option<Length> {
        self.made_from.as_ref().map(|(_, _, length, _)| *length)
    }

    /// Works out what is shown. What was shown before tells which entries a shorter length has, as long as file and
    /// length are the same: that takes longer than a letter of a filter may.
    pub fn of(
        file: &Arc<CaseFile>,
        filter: &ChronologyFilter,
        length: Length,
        today: NaiveDate,
        before: Shown,
    ) -> Shown {
        let gaps = match filter.child {
            Some(child) => child_gaps(file, child, SIX_MONTHS, today),
            None => family_gaps(file, SIX_MONTHS, today),
        };
        let only_child = ChronologyFilter {
            child: filter.child,
            ..ChronologyFilter::default()
        };
        let same = before
            .made_from
            .as_ref()
            .is_some_and(|(made_file, _, made_length, _)| {
                Arc::ptr_eq(made_file, file) && *made_length == length
            });
        let choose = || {
            let chosen = of_length(file, length).into_iter();
            chosen.map(|chosen| (chosen.entry, chosen.why)).collect()
        };
        let chosen: Option<HashMap<RecordId, Why>> =
            (length != Length::Full).then(|| if same { before.why } else { choose() });
        // Between entries that words have chosen, an empty time is no gap in what was written down.
        let mut between = if *filter == only_child && chosen.is_none() {
            gaps.iter()
        } else {
            [].iter()
        }
        .peekable();
        let mut shown = Shown {
            life: life(file, filter, today),
            ..Shown::default()
        };
        let mut dated = true;
        for entry in file.chronology() {
            shown.of += usize::from(only_child.shows(&entry.body));
            if chosen
                .as_ref()
                .is_some_and(|chosen| !chosen.contains_key(&entry.id()))
                || !filter.shows(&entry.body)
            {
                continue;
            }
            match entry.body.when.anchor() {
                Some(day) => {
                    while let Some(gap) = between.next_if(|gap| gap.to <= day) {
                        shown.rows.push(Row::Gap(gap.clone()));
                    }
                    shown.told.push((day, entry.body.zone));
                }
                None if dated => {
                    dated = false;
                    shown.rows.push(Row::WithoutDate);
                }
                None => {}
            }
            shown.entries += 1;
            shown.has_zones |= entry.body.zone.is_some();
            shown.questions += entry.body.open_questions();
            shown.date_columns = shown.date_columns.max(entry.body.when.in_short().width());
            shown.rows.push(Row::Entry(entry.id()));
        }
        shown.gaps = gaps;
        shown.why = chosen.unwrap_or_default();
        shown.made_from = Some((Arc::clone(file), filter.clone(), length, today));
        shown
    }
}

/// From the beginning of the year in which the oldest of the children shown was born to today.
fn life(file: &CaseFile, filter: &ChronologyFilter, today: NaiveDate) -> Stretch {
    let children = file.people.values().filter(|person| match filter.child {
        Some(child) => person.id() == child,
        None => person.body.is_child,
    });
    let born = children
        .filter_map(|child| child.body.born.as_ref()?.anchor())
        .min();
    let first = || {
        file.entries
            .values()
            .filter_map(|entry| entry.body.when.anchor())
            .min()
    };
    let from = born.or_else(first).unwrap_or(today).min(today);
    Stretch::new(
        NaiveDate::from_ymd_opt(from.year(), 1, 1).unwrap_or(from),
        today,
    )
}

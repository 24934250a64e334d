//! What ends by itself on a day: police protection, emergency orders, temporary placements, short breaks.

use super::days::{first_day, in_words, last_day};
use super::facts::{Child, Facts, living};
use super::telling::{Clocked, Start};
use super::{Due, DueKind, state_on};
use crate::insight::folding::folded;
use crate::insight::living::stays;
use crate::insight::words::day_in_words;
use crate::practice::timescales::{Clock, Timescale};
use crate::practice::{Living, LookedAfter};
use chrono::{Days, NaiveDate};

/// The end of what ends by itself, while nothing is written of it.
pub fn dues(facts: &Facts) -> Vec<Due> {
    let of = |clock, start: fn(&Facts, &Timescale, &Child) -> Option<Start>| {
        let rows = facts.by.rows_of(clock);
        rows.flat_map(move |row| {
            let children = facts.children.iter();
            children.filter_map(move |child| ending(facts, row, child, start(facts, row, child)?))
        })
    };
    let orders = of(Clock::Orders, order);
    let temporary = of(Clock::Temporary, temporary);
    let mut all: Vec<Due> = orders.chain(temporary).collect();
    all.extend(short_breaks(facts));
    all
}

fn ending(facts: &Facts, row: &Timescale, child: &Child, start: Start) -> Option<Due> {
    let clocked = Clocked {
        row,
        kind: DueKind::Formal,
        start,
        span: None,
        was_ever: true,
        more: Vec::new(),
    };
    Some(facts.due(child, clocked))
}

/// The legal status that holds, else the occasion after which nothing is written of how it went on.
fn order(facts: &Facts, row: &Timescale, child: &Child) -> Option<Start> {
    let holds = row.status.iter().find_map(|short| child.status(short));
    if let Some(status) = holds {
        let name = status.kind.map_or("", |kind| kind.name.as_str());
        let period = status.period();
        return Some(Start {
            day: period.since?,
            words: format!("{name} since {}.", in_words(period.written)),
            record: Some(status.record.id()),
        });
    }
    let held = child.held(&row.after);
    let start = held.last()?;
    let is_met = !child.held_since(&row.met_by, start.first).is_empty();
    let goes_on = child.all_statuses.iter().any(|status| {
        let from = first_day(&status.body.from);
        from.is_some_and(|from| from >= start.first)
    });
    let open = !is_met && !goes_on && !facts.is_decided(start.record.id());
    open.then(|| facts.after_first(start))
}

/// The placement that calls itself temporary.
fn temporary(facts: &Facts, _: &Timescale, child: &Child) -> Option<Start> {
    let stay = child.stay.as_ref()?;
    let kind = folded(&stay.last.body.kind);
    let words = &facts.by.temporary_words;
    let is_temporary = words.iter().any(|word| {
        let mut parts = kind.match_indices(word.as_str());
        parts.any(|(at, _)| {
            let after = kind
                .get(at + word.len()..)
                .and_then(|rest| rest.chars().next());
            after.is_none_or(|letter| !letter.is_alphanumeric())
        })
    });
    let day = first_day(stay.from()).filter(|_| is_temporary)?;
    Some(Start {
        day,
        words: format!("Temporary placement since {}.", in_words(stay.from())),
        record: Some(stay.first.id()),
    })
}

/// A short break that goes on: its own limit, or the day on which the days of all breaks within a year reach theirs.
fn short_breaks(facts: &Facts) -> Vec<Due> {
    let rows = facts.by.rows_of(Clock::ShortBreaks);
    let of_row = |row| {
        let children = facts.children.iter();
        children.filter_map(move |child| short_break(facts, row, child))
    };
    rows.flat_map(of_row).collect()
}

fn short_break(facts: &Facts, row: &Timescale, child: &Child) -> Option<Due> {
    let breaks = |kind: LookedAfter| kind == LookedAfter::ShortBreaks;
    let status = child
        .statuses
        .iter()
        .find(|status| status.kind.is_some_and(|kind| breaks(kind.looked_after)))?;
    let stay = child
        .stay
        .as_ref()
        .filter(|stay| living(stay) != Some(Living::Home))?;
    let since = first_day(stay.from()).max(status.period().since)?;
    let start = Start {
        day: since,
        words: format!("Away for a short break since {}.", day_in_words(since)),
        record: Some(stay.first.id()),
    };
    let mut due = ending(facts, row, child, start)?;
    let (used, year_days) = used_days(facts, row, child, status.period().since?)?;
    let left = i64::from(row.total?.number) - used;
    let total_on = match u64::try_from(left) {
        Ok(left) => facts.today.checked_add_days(Days::new(left)),
        Err(_) => facts.today.checked_sub_days(Days::new(left.unsigned_abs())),
    };
    due.why += &format!(
        " Days of short breaks in the last {year_days}: {used} of {}.",
        row.total?.number
    );
    if let Some(total_on) = total_on.filter(|day| Some(*day) < due.day) {
        due.day = Some(total_on);
        due.state = state_on(total_on, facts.today);
        due.why += &format!(" They are reached on {}.", day_in_words(total_on));
    }
    Some(due)
}

/// How many days of breaks lie in the time within which they count, today among them, and that time in words.
fn used_days(
    facts: &Facts,
    row: &Timescale,
    child: &Child,
    since: NaiveDate,
) -> Option<(i64, String)> {
    let within = row.total_within?;
    let back = facts
        .today
        .checked_sub_months(chrono::Months::new(within.number))?;
    let window = since.max(back.succ_opt()?);
    let all = stays(facts.file, child.id?);
    let away = all.iter().filter(|stay| living(stay) != Some(Living::Home));
    let days = away.filter_map(|stay| {
        let from = first_day(stay.from())?.max(window);
        let to = stay
            .to()
            .map_or(Some(facts.today), last_day)?
            .min(facts.today);
        Some(((to - from).num_days() + 1).max(0))
    });
    Some((days.sum(), within.to_string()))
}

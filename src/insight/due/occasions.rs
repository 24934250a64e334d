//! Clocks that run from one occasion to another: referral to assessment, conference to core group, visit to visit. Rows that
//! a team adds run by these.

use super::facts::{Child, Facts, Held};
use super::telling::{Clocked, Start};
use super::{Due, DueKind};
use crate::practice::timescales::{Clock, Span, Timescale, Whose};
use chrono::NaiveDate;

/// What is due by these clocks.
pub fn dues(facts: &Facts) -> Vec<Due> {
    let rows = facts.by.rows_of(Clock::Occasions);
    let of_row = |row| {
        let children = facts.children.iter();
        children.filter_map(move |child| due(facts, row, child))
    };
    rows.flat_map(of_row).collect()
}

fn due(facts: &Facts, row: &Timescale, child: &Child) -> Option<Due> {
    let period = match row.whose {
        Whose::Any => None,
        whose => Some(child.period(whose)?),
    };
    let kind = kind_of(facts, row);
    let back_to = period.and_then(|period| period.reaches_back_to());
    let back_to = back_to.unwrap_or(NaiveDate::MIN);
    let met = child.held_since(&row.met_by, back_to);
    let starts = child.held_since(&row.after, back_to);
    let from_period = || period.and_then(|period| period.start(row.whose));
    let start: Option<Start> = match (met.last(), row.repeats) {
        (Some(last), true) => Some(facts.after_last(last)),
        (None, true) if row.after.is_empty() => from_period(),
        (None, true) => starts.first().map(|start| facts.after_first(start)),
        (met, false) => match first_open(facts, &starts, met) {
            Some(open) => Some(facts.after_first(open)),
            None if met.is_some() || !starts.is_empty() => return None,
            None => from_period(),
        },
    };
    let Some(start) = start else {
        let unknown = period.filter(|period| period.since.is_none())?;
        let why = unknown.unknown(row.whose);
        return Some(facts.without_day(row, kind, child.about(), why));
    };
    let is_started = start.record.is_some();
    let mut more = Vec::new();
    if !row.repeats && !row.after.is_empty() && starts.is_empty() {
        more.push(format!("When {} was is not recorded.", row.starts));
    }
    if kind == DueKind::Visit {
        more.extend(super::visits::seen_alone(child));
    }
    Some(facts.due(
        child,
        Clocked {
            row,
            kind,
            start,
            span: first_span(row, child, back_to, met.is_empty()),
            // Who writes down what starts it would have written down what meets it.
            was_ever: is_started || child.was_ever(&row.met_by),
            more,
        },
    ))
}

/// The first of what starts a clock that nothing has met since, and of which nobody decided otherwise.
fn first_open<'h, 'a>(
    facts: &Facts,
    starts: &'h [Held<'a>],
    met: Option<&Held>,
) -> Option<&'h Held<'a>> {
    let mut open = starts.iter().filter(|start| {
        let is_met = met.is_some_and(|met| met.last >= start.first);
        !is_met && !facts.is_decided(start.record.id())
    });
    open.next()
}

/// The limit that holds first, while it does.
fn first_span(row: &Timescale, child: &Child, since: NaiveDate, unmet: bool) -> Option<Span> {
    let holds = match row.first_until.is_empty() {
        true => unmet,
        false => child.held_since(&[&row.first_until], since).is_empty(),
    };
    row.first.filter(|_| holds)
}

fn kind_of(facts: &Facts, row: &Timescale) -> DueKind {
    let mut met = row.met_by.iter();
    let is_visit = |id: &String| facts.by.occasion(id).is_some_and(|occasion| occasion.visit);
    match met.all(is_visit) {
        true => DueKind::Visit,
        false => DueKind::Formal,
    }
}

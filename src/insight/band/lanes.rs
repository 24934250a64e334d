//! Lanes of the band: where a child lived, and under which legal status.

use super::{Lane, Scale, Segment};
use crate::insight::folding::folded;
use crate::insight::living::{legal_statuses, stays};
use crate::practice::{Living, legal_kind_of, place_of};
use crate::record::{CaseFile, FuzzyDate, RecordId};
use chrono::NaiveDate;

/// A time with its words, not yet in columns.
struct Time {
    from: NaiveDate,
    to: NaiveDate,
    open: bool,
    labels: Vec<String>,
    living: Option<Living>,
}

/// Where a child lived.
pub fn lived(file: &CaseFile, child: RecordId, scale: &Scale, today: NaiveDate) -> Lane {
    let stays = stays(file, child);
    let times = stays.iter().filter_map(|stay| {
        let home = &stay.first.body;
        let place = place_of(&folded(&home.kind));
        let mut labels = vec![home.kind_and_carer(), home.carer.clone(), home.kind.clone()];
        labels.extend(place.map(|place| place.short.clone()));
        let living = place.map(|place| place.living);
        time(stay.from(), stay.to(), today, labels, living)
    });
    Lane {
        children: vec![child],
        segments: in_columns(times.collect(), scale),
    }
}

/// Legal statuses: a lane for each set of children who share theirs, the oldest child first.
pub fn law(file: &CaseFile, children: &[RecordId], scale: &Scale, today: NaiveDate) -> Vec<Lane> {
    let mut lanes: Vec<Lane> = Vec::new();
    for child in children {
        let statuses = legal_statuses(file, *child).into_iter();
        let times = statuses.filter_map(|legal| {
            let legal = &legal.body;
            let words = folded(&legal.status);
            let short = legal_kind_of(&words).map(|kind| kind.short.clone());
            let labels = [legal.status.clone()].into_iter().chain(short).collect();
            time(&legal.from, legal.to.as_ref(), today, labels, None).filter(|_| !says_none(&words))
        });
        let segments = in_columns(times.collect(), scale);
        match lanes.iter_mut().find(|lane| lane.segments == segments) {
            Some(lane) => lane.children.push(*child),
            None => lanes.push(Lane {
                children: vec![*child],
                segments,
            }),
        }
    }
    lanes
}

/// Whether a status, folded, says that there is none.
fn says_none(status: &str) -> bool {
    status.is_empty()
        || status == "none"
        || status.starts_with("none ")
        || status.starts_with("no ")
}

fn time(
    from: &FuzzyDate,
    to: Option<&FuzzyDate>,
    today: NaiveDate,
    mut labels: Vec<String>,
    living: Option<Living>,
) -> Option<Time> {
    let from = from.anchor()?;
    let end = to.and_then(FuzzyDate::anchor);
    labels.retain(|label| !label.is_empty());
    labels.dedup();
    Some(Time {
        from,
        to: end.unwrap_or(today.max(from)),
        open: end.is_none(),
        labels,
        living,
    })
}

/// Paints times over columns in the order in which they begin, so that a later one covers what it replaces and a
/// short stay elsewhere stands within a long one, then reads the colours off: nothing overlaps by construction.
fn in_columns(mut times: Vec<Time>, scale: &Scale) -> Vec<Segment> {
    times.sort_by_key(|time| (time.from, time.to));
    let stretch = scale.stretch();
    let mut columns: Vec<Option<usize>> = vec![None; scale.width()];
    for (index, time) in times.iter().enumerate() {
        if time.to < stretch.from || time.from > stretch.to {
            continue;
        }
        let (first, last) = (scale.clamped(time.from), scale.clamped(time.to));
        for column in columns.iter_mut().take(last + 1).skip(first) {
            *column = Some(index);
        }
    }
    let mut segments = Vec::new();
    let mut from = 0;
    for run in columns.chunk_by(|one, next| one == next) {
        let to = from + run.len();
        if let Some(time) = run
            .first()
            .copied()
            .flatten()
            .and_then(|index| times.get(index))
        {
            segments.push(Segment {
                from,
                to,
                labels: time.labels.clone(),
                living: time.living,
                begins: stretch.holds(time.from),
                ends: stretch.holds(time.to) && !time.open,
            });
        }
        from = to;
    }
    segments
}

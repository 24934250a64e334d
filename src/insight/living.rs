//! Where a child lived, stay after stay, and the legal status on a day.
//!
//! Agencies write a new placement when only the legal status changes. A stay is the time with the same carers in the
//! same kind of place, whatever was written in between.

use crate::insight::spans::span;
use crate::record::{CaseFile, FuzzyDate, LegalStatus, Placement, Record, RecordId};
use chrono::NaiveDate;

/// A time in which a child lived in one place with the same carers.
#[derive(Clone, Debug, PartialEq)]
pub struct Stay<'a> {
    /// The first placement of the stay.
    pub first: &'a Record<Placement>,
    /// The last one, which says why the stay ended.
    pub last: &'a Record<Placement>,
}

impl Stay<'_> {
    /// Since when.
    pub fn from(&self) -> &FuzzyDate {
        &self.first.body.from
    }

    /// Until when; `None` while it lasts.
    pub fn to(&self) -> Option<&FuzzyDate> {
        self.last.body.to.as_ref()
    }
}

/// The stays of a child, in order of time.
pub fn stays(file: &CaseFile, child: RecordId) -> Vec<Stay<'_>> {
    let of_child = |placement: &&Record<Placement>| placement.body.child == child;
    let mut placements: Vec<_> = file.placements.values().filter(of_child).collect();
    placements.sort_by(|a, b| {
        let order = a.body.from.order(&b.body.from);
        order.then_with(|| a.id().cmp(&b.id()))
    });
    let mut stays: Vec<Stay> = Vec::new();
    for placement in placements {
        match stays.last_mut() {
            Some(stay) if goes_on(&stay.last.body, &placement.body) => stay.last = placement,
            _ => stays.push(Stay {
                first: placement,
                last: placement,
            }),
        }
    }
    stays
}

/// Where a child lives and for how long: "Foster care with Mr and Mrs Hale, 8m"; `None` where the record does not say.
pub fn home_in_words(file: &CaseFile, child: RecordId, today: NaiveDate) -> Option<String> {
    let stay = lives(file, child)?;
    let place = stay.last.body.kind_and_carer();
    Some(match stay.from().anchor() {
        Some(day) => format!("{place}, {}", span(day, today)),
        None => place,
    })
}

/// Whether the second placement only writes the first one on: the same people and place, without a day between them.
fn goes_on(one: &Placement, next: &Placement) -> bool {
    let end = one.to.as_ref().and_then(FuzzyDate::latest);
    let start = next.from.earliest();
    let joins = end
        .zip(start)
        .is_some_and(|(end, start)| (0..=1).contains(&(start - end).num_days()));
    let same = (&one.kind, &one.carer, &one.place) == (&next.kind, &next.carer, &next.place);
    // Carers may be known as people in one of the two only; where both name them they must be the same.
    let (here, there) = (&one.carers, &next.carers);
    let both = here.is_empty() || there.is_empty() || same_people(here, there);
    joins && same && both
}

fn same_people(one: &[RecordId], other: &[RecordId]) -> bool {
    let all = |one: &[RecordId], other: &[RecordId]| one.iter().all(|id| other.contains(id));
    all(one, other) && all(other, one)
}

/// Where a child lives now: the last stay that has not ended.
pub fn lives(file: &CaseFile, child: RecordId) -> Option<Stay<'_>> {
    let mut stays = stays(file, child);
    stays.retain(|stay| stay.to().is_none());
    stays.pop()
}

/// The legal statuses of a child, in order of time.
pub fn legal_statuses(file: &CaseFile, child: RecordId) -> Vec<&Record<LegalStatus>> {
    let of_child = |status: &&Record<LegalStatus>| status.body.child == child;
    let mut statuses: Vec<_> = file.legal.values().filter(of_child).collect();
    statuses.sort_by(|a, b| {
        let order = a.body.from.order(&b.body.from);
        order.then_with(|| a.id().cmp(&b.id()))
    });
    statuses
}

/// The legal status of a child now: the last that has not ended.
pub fn legal_status(file: &CaseFile, child: RecordId) -> Option<&Record<LegalStatus>> {
    let mut statuses = legal_statuses(file, child);
    statuses.retain(|status| status.body.to.is_none());
    statuses.pop()
}

/// The first and the last day of a time as far as they are known, an open end being today.
pub fn days(
    from: &FuzzyDate,
    to: Option<&FuzzyDate>,
    today: NaiveDate,
) -> Option<(NaiveDate, NaiveDate)> {
    let last = to.map_or(Some(today), FuzzyDate::anchor)?;
    from.anchor().map(|first| (first, last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::made_up::{MadeUp, date};
    use crate::record::Body;

    fn placed(family: &mut MadeUp, child: RecordId, from: &str, to: &str, carer: &str) {
        family.put(Body::Placement(Placement {
            child,
            from: date(from),
            to: (!to.is_empty()).then(|| date(to)),
            kind: "Foster care".to_owned(),
            carer: carer.to_owned(),
            carers: Vec::new(),
            place: String::new(),
            miles_from_home: None,
            why_ended: String::new(),
            note: String::new(),
        }));
    }

    #[test]
    fn a_new_order_does_not_end_a_stay_but_a_move_and_a_break_do() {
        let mut family = MadeUp::new();
        let child = family.child("Ava Oakes", "4 Mar 2019");
        placed(&mut family, child, "20 Feb 2023", "28 Jul 2023", "Hart");
        placed(&mut family, child, "18 Nov 2022", "20 Feb 2023", "Hart");
        placed(&mut family, child, "28 Jul 2023", "1 Jan 2024", "Ash");
        placed(&mut family, child, "1 Mar 2024", "2 Mar 2024", "Ash");
        placed(&mut family, child, "3 Mar 2024", "", "Ash");
        let said: Vec<String> = stays(&family.file, child)
            .iter()
            .map(|stay| {
                let to = stay.to().map_or("", FuzzyDate::written);
                format!("{} {}-{to}", stay.first.body.carer, stay.from().written())
            })
            .collect();
        assert_eq!(
            said,
            [
                "Hart 18 Nov 2022-28 Jul 2023",
                "Ash 28 Jul 2023-1 Jan 2024",
                "Ash 1 Mar 2024-"
            ]
        );
        let now = lives(&family.file, child).unwrap();
        assert_eq!(now.from().written(), "1 Mar 2024");
    }

    #[test]
    fn other_carers_in_the_same_kind_of_place_are_another_stay() {
        let mut family = MadeUp::new();
        let child = family.child("Ava Oakes", "4 Mar 2019");
        let (hart, ash) = (family.adult("Hart", ""), family.adult("Ash", ""));
        for (from, to, carer) in [("1 Mar 2020", "1 Mar 2021", hart), ("1 Mar 2021", "", ash)] {
            placed(&mut family, child, from, to, "");
            let (id, mut home) = family.file.placements.pop_last().unwrap();
            home.body.carers = vec![carer];
            family.file.placements.insert(id, home);
        }
        assert_eq!(stays(&family.file, child).len(), 2);
    }
}

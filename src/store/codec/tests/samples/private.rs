//! One value of everything that a book of private notes holds.

use super::{date, day, id, moment};
use crate::record::*;
use crate::store::PrivateDraft;
use crate::store::private::{BookKept, BookTally};
use crate::store::slots::Slots;

pub(in crate::store::codec::tests) fn book() -> BookKept {
    BookKept {
        owner: "A Brennock".into(),
        slots: Slots::that_open_nothing("M Tidewell"),
    }
}

pub(in crate::store::codec::tests) fn revision() -> PrivateRevision {
    PrivateRevision {
        id: id(1),
        revision: 300,
        author: "M Tidewell".into(),
        recorded_at: moment(),
        note: PrivateNote {
            on: date(Reading::On(Part::Day(day(4)))),
            worker: "A Brennock".into(),
            supervisor: "M Tidewell".into(),
            how_are_you: "h".into(),
            wellbeing: "w".into(),
            burnout: "b".into(),
            self_efficacy: "e".into(),
            support: "s".into(),
            training: "t".into(),
            emotional_availability: "a".into(),
            facets: vec!["S0D.3".into()],
            what_would_help: "l".into(),
            agreed: "g".into(),
            next_on: Some(date(Reading::On(Part::Day(day(9))))),
        },
    }
}

pub(in crate::store::codec::tests) fn tally() -> BookTally {
    BookTally { revisions: 300 }
}

pub(in crate::store::codec::tests) fn draft() -> PrivateDraft {
    PrivateDraft {
        id: id(1),
        revision: 2,
        fields: vec![("how_are_you".into(), "Ti".into())],
        written_at: moment(),
    }
}

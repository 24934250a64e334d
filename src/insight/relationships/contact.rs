//! Contact that was asked for after care with how it was decided (inventory LR4), and what was promised to a child.

use crate::insight::due::has_ended;
use crate::insight::folding::folded;
use crate::insight::words::listed;
use crate::record::{Answer, CaseFile, ContactAfterCare, Promise, Record, RecordId};
use chrono::NaiveDate;

/// The requests of a child: those that wait for an answer first, then what goes on, then what is over; in each the latest first.
pub fn contacts(
    file: &CaseFile,
    child: RecordId,
    day: NaiveDate,
) -> Vec<&Record<ContactAfterCare>> {
    let of_child = |one: &&Record<ContactAfterCare>| one.body.child == child;
    let mut all: Vec<_> = file.contacts_after_care.values().filter(of_child).collect();
    all.sort_by(|one, other| {
        let place = |one: &ContactAfterCare| {
            let is_over = has_ended(one.ended_on.as_ref(), day);
            (is_over, one.answer != Answer::Open)
        };
        let order = place(&one.body).cmp(&place(&other.body));
        order.then_with(|| other.body.asked_on.order(&one.body.asked_on))
    });
    all
}

/// How a request stands: "open since 12 Oct 2026", "agreed 1 Nov 2026 by the line manager; Sundays, by phone".
pub fn contact_in_words(one: &ContactAfterCare, day: NaiveDate) -> String {
    if one.answer == Answer::Open {
        let by = one.answer_by.as_ref();
        let by = by.map_or(String::new(), |by| format!(", answer by {}", by.in_short()));
        return format!("open since {}{by}", one.asked_on.in_short());
    }
    let on = one.decided_on.as_ref();
    let on = on.map_or(String::new(), |on| format!(" {}", on.in_short()));
    let by = match one.decided_by.trim() {
        "" => String::new(),
        by => format!(" by {by}"),
    };
    let how: Vec<&str> = [one.mode.trim(), one.how_often.trim()]
        .into_iter()
        .filter(|words| !words.is_empty())
        .collect();
    let how = match how.as_slice() {
        [] => String::new(),
        how => format!("; {}", listed(how)),
    };
    let end = match (&one.ended_on, has_ended(one.ended_on.as_ref(), day)) {
        (Some(ended), true) => format!("; ended {}", ended.in_short()),
        _ => String::new(),
    };
    format!("{}{on}{by}{how}{end}", one.answer.words())
}

/// Whether a promise was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kept {
    /// It still is to be kept, and its day has passed.
    Late,
    /// It still is to be kept.
    Open,
    /// It was not kept.
    Not,
    /// It was.
    Yes,
}

/// How a promise stands on a day.
pub fn kept(one: &Promise, day: NaiveDate) -> Kept {
    let last = one
        .due
        .as_ref()
        .and_then(|due| due.latest().or(due.anchor()));
    match (one.is_open(), one.kept_on.is_some()) {
        (true, _) if last.is_some_and(|last| last < day) => Kept::Late,
        (true, _) => Kept::Open,
        (false, true) => Kept::Yes,
        (false, false) => Kept::Not,
    }
}

/// The promises to a child: late and open ones first, the soonest first; then those not kept; then those that were.
pub fn promises(file: &CaseFile, child: RecordId, day: NaiveDate) -> Vec<&Record<Promise>> {
    let of_child = |one: &&Record<Promise>| one.body.child == child;
    let mut all: Vec<_> = file.promises.values().filter(of_child).collect();
    all.sort_by_key(|one| {
        let due = one.body.due.as_ref().and_then(|due| due.anchor());
        let made = one.body.made_on.anchor();
        let place = kept(&one.body, day);
        (place, due.is_none(), due, made, folded(&one.body.words))
    });
    all
}

/// How a promise stands, in words: "by 3 Dec 2026", "kept 2 Feb 2026", "not kept".
pub fn promise_in_words(one: &Promise, day: NaiveDate) -> String {
    let due = one.due.as_ref().map(|due| due.in_short());
    match (kept(one, day), due, &one.kept_on) {
        (Kept::Late, due, _) => format!("late, by {}", due.unwrap_or_default()),
        (Kept::Open, Some(due), _) => format!("by {due}"),
        (Kept::Open, None, _) => "no day".to_owned(),
        (Kept::Not, ..) => "not kept".to_owned(),
        (Kept::Yes, _, Some(on)) => format!("kept {}", on.in_short()),
        (Kept::Yes, _, None) => "kept".to_owned(),
    }
}

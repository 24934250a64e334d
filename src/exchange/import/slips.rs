//! Dates that stand far out of the order that the rest of a file keeps: often a slip of the year.

use crate::record::{Doubt, DoubtKind, Entry, RecordId};
use chrono::NaiveDate;

/// How far out of order a date must be to be asked about, in days: less is a note written up late.
const FAR: i64 = 180;

/// The entries of one file, in the order of its rows, whose day is far from the rows before and behind it, when nearly
/// all of the file is in order of time. A date that is doubted already is not asked about twice.
pub fn find_slips(entries: &[(RecordId, NaiveDate)]) -> Vec<RecordId> {
    let falls =
        |pair: &&[(RecordId, NaiveDate)]| matches!(pair, [(_, one), (_, other)] if other < one);
    let (pairs, falling) = (
        entries.len().saturating_sub(1),
        entries.windows(2).filter(falls).count(),
    );
    let newest_first = falling * 2 > pairs;
    let against = if newest_first {
        pairs - falling
    } else {
        falling
    };
    if pairs < 5 || against * 5 > pairs {
        return Vec::new();
    }
    let odd = entries.windows(3).filter_map(|three| {
        let [(_, before), (id, day), (_, behind)] = three else {
            return None;
        };
        let far = |other: &NaiveDate| day.signed_duration_since(*other).num_days().abs() > FAR;
        let beyond = (day < before.min(behind)) || (day > before.max(behind));
        let in_order = if newest_first {
            behind <= before
        } else {
            before <= behind
        };
        (beyond && in_order && far(before) && far(behind)).then_some(*id)
    });
    odd.collect()
}

/// Asks about an entry whose date stands far out of order.
pub fn ask(entry: &mut Entry) {
    let origins = entry
        .accounts
        .iter_mut()
        .filter_map(|account| account.origin.as_mut());
    for origin in origins.filter(|origin| origin.doubts.is_empty()) {
        let text = "This date is more than six months away from the rows before and behind it. Is the year right?";
        origin
            .doubts
            .push(Doubt::new(DoubtKind::OutOfOrder, text.to_owned()));
    }
}

//! What becomes of the doubts about a date when a person changes it.

use super::outside_life::outside_life;
use crate::record::{CaseFile, DoubtKind, Entry, FuzzyDate};
use chrono::NaiveDate;

/// Settles the doubts that an entry's new date answers. Those that it does not answer stay open and speak of the new
/// date; doubts about anything else are left alone.
pub fn weigh_again(entry: &mut Entry, file: &CaseFile, today: NaiveDate) {
    let concerned = entry.children.iter().chain(&entry.people);
    let concerned = concerned.filter_map(|id| Some((*id, &file.people.get(id)?.body)));
    let outside = outside_life(&entry.when, concerned, today);
    let missing = missing(&entry.when, today);
    let origins = entry
        .accounts
        .iter_mut()
        .filter_map(|account| account.origin.as_mut());
    let doubts = origins.flat_map(|origin| &mut origin.doubts);
    for doubt in doubts.filter(|doubt| !doubt.settled) {
        let still = match doubt.kind {
            kind if kind.asks_for_date() => missing.clone(),
            DoubtKind::InTheFuture | DoubtKind::BeforeBirth | DoubtKind::AfterDeath => {
                let mut outside = outside.iter();
                let found = outside.find(|outside| outside.kind == doubt.kind);
                found.map(|outside| outside.text.clone())
            }
            DoubtKind::OutOfOrder => None,
            _ => continue,
        };
        match still {
            Some(text) => doubt.text = text,
            None => doubt.settled = true,
        }
    }
}

/// Why a date gives no day; `None` when it gives one, or says that nobody knows it.
fn missing(when: &FuzzyDate, today: NaiveDate) -> Option<String> {
    if when.anchor().is_some() || when.says_not_known() {
        return None;
    }
    let problem = FuzzyDate::parse(when.written(), today).err();
    problem.map(|problem| problem.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::made_up::{MadeUp, date, day};
    use crate::record::Doubt;

    /// An entry of a child born in 2019 with these doubts about what a row gives as its date.
    fn doubted(written: &str, kinds: &[DoubtKind]) -> (MadeUp, Entry) {
        let mut family = MadeUp::new();
        let ava = family.child("Ava", "4 Mar 2019");
        let mut account = family.account("s.csv", "School", written, "Ava sang.");
        if let Some(origin) = &mut account.origin {
            origin.doubts = kinds
                .iter()
                .map(|kind| Doubt {
                    kind: *kind,
                    text: "as imported".into(),
                    settled: false,
                })
                .collect();
        }
        (family, Entry::told_by(vec![account], vec![ava]))
    }

    fn open_after(written: &str, mut entry: Entry, family: &MadeUp) -> Vec<String> {
        entry.when = date(written);
        weigh_again(&mut entry, &family.file, day("2026-11-23"));
        let texts = entry.open_doubts().map(|doubt| doubt.text.clone());
        texts.collect()
    }

    #[test]
    fn a_date_that_fits_settles_what_was_asked_about_the_old_one() {
        use DoubtKind::*;
        let kinds = [WeekdayDoesNotFit, InTheFuture, TooManyCells];
        let (family, entry) = doubted("Sat 13 June 2031", &kinds);
        assert_eq!(open_after("7 nov 2026", entry, &family), ["as imported"]);
        let (family, entry) = doubted("3 May 2012", &[BeforeBirth]);
        let said = open_after("3 May 2013", entry.clone(), &family);
        assert_eq!(said.len(), 1, "still before the birth");
        assert!(said[0].starts_with("3 May 2013 is before"), "{}", said[0]);
        assert!(open_after("3 May 2021", entry, &family).is_empty());
    }

    #[test]
    fn a_date_that_cannot_be_read_is_asked_about_until_somebody_answers() {
        let (family, mut entry) = doubted("tbc", &[DoubtKind::NoDate]);
        assert_eq!(open_after("soon", entry.clone(), &family).len(), 1);
        assert!(open_after("not known", entry.clone(), &family).is_empty());
        assert_eq!(entry.open_questions(), 1);
        if let Some(origin) = &mut entry.accounts[0].origin {
            origin.doubts[0].settled = true;
        }
        assert!(!entry.lacks_date(), "somebody said that it stays like this");
        entry.when = date("some time");
        assert!(entry.lacks_date(), "nobody has answered this date");
    }
}

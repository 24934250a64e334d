//! The days that a text names ("police 14.11.20 and 20.02.21"), and the entries of those days: where evidence is told in
//! words, they lead to what the chronology has.

use crate::record::{CaseFile, DateOrder, FuzzyDate, RecordId};
use chrono::NaiveDate;

/// The exact days that a text names, in the order in which it names them. A year alone or a month is no day.
pub fn days_named(text: &str, today: NaiveDate) -> Vec<NaiveDate> {
    let words: Vec<&str> = text
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .collect();
    let mut days = Vec::new();
    let mut at = 0;
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        let (day, taken) = named_first(rest, today);
        days.extend(day.filter(|day| !days.contains(day)));
        at += taken;
    }
    days
}

/// The day that stands at the beginning, and how many words it takes.
fn named_first(words: &[&str], today: NaiveDate) -> (Option<NaiveDate>, usize) {
    let read = |text: &str| {
        let date = FuzzyDate::from_record(text, today, DateOrder::DayFirst).ok()?;
        date.exact_day()
    };
    let has_digit = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let Some(first) = words.first().filter(|word| has_digit(word)) else {
        return (None, 1);
    };
    // "12 and 13 October 2024": the month and the year count for both.
    if let [day, "and" | "to" | "or", other, month, year, ..] = words
        && has_digit(other)
        && month.starts_with(char::is_alphabetic)
        && let Some(found) = read(&format!("{day} {month} {year}"))
    {
        return (Some(found), 2);
    }
    if let [day, month, year, ..] = words
        && has_digit(year)
        && month.starts_with(char::is_alphabetic)
        && let Some(found) = read(&format!("{day} {month} {year}"))
    {
        return (Some(found), 3);
    }
    let signs = first
        .chars()
        .filter(|c| ['/', '.', '-'].contains(c))
        .count();
    (
        Some(first)
            .filter(|_| signs == 2)
            .and_then(|first| read(first)),
        1,
    )
}

/// The entries of the days that a text names, a day on either side counted: agencies often write of an event next day.
pub fn entries_named(file: &CaseFile, text: &str, today: NaiveDate) -> Vec<RecordId> {
    let days = days_named(text, today);
    if days.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(usize, i64, RecordId)> = Vec::new();
    for entry in file.entries.values() {
        let Some(day) = entry.body.when.exact_day() else {
            continue;
        };
        let near = days
            .iter()
            .enumerate()
            .map(|(at, named)| (at, (day - *named).num_days().abs()));
        if let Some((at, apart)) = near
            .filter(|(_, apart)| *apart <= 1)
            .min_by_key(|(_, apart)| *apart)
        {
            found.push((at, apart, entry.id()));
        }
    }
    // Where the day itself has an entry, its neighbours are left out.
    let exact: Vec<usize> = found
        .iter()
        .filter(|(_, apart, _)| *apart == 0)
        .map(|(at, _, _)| *at)
        .collect();
    found.retain(|(at, apart, _)| *apart == 0 || !exact.contains(at));
    found.sort();
    found.into_iter().map(|(_, _, id)| id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::made_up::MadeUp;

    fn today() -> NaiveDate {
        "2026-11-23".parse().unwrap()
    }

    #[test]
    fn days_are_found_in_the_forms_in_which_people_write_them() {
        for (text, expected) in [
            (
                "Police 14.11.20 and 20.02.21.",
                vec!["2020-11-14", "2021-02-20"],
            ),
            (
                "\u{201c}I know it is him that pays\u{201d} (26/05/2026).",
                vec!["2026-05-26"],
            ),
            ("Codeine, 2020 to 2023. None since.", vec![]),
            (
                "No codeine from January 2024 apart from a two-day lapse.",
                vec![],
            ),
            (
                "the lapse of 12 and 13 October 2024.",
                vec!["2024-10-12", "2024-10-13"],
            ),
            ("on 2026-03-07, again on 7 March 2026", vec!["2026-03-07"]),
            ("seven o'clock, four days in five, 3.5 years", vec![]),
        ] {
            let found: Vec<String> = days_named(text, today())
                .iter()
                .map(NaiveDate::to_string)
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn words_lead_to_the_entry_of_the_day_and_else_to_one_beside_it() {
        let mut family = MadeUp::new();
        let that_day = family.told(&[], "a.csv", "Police", "20 Feb 2021", "Called.");
        family.told(&[], "b.csv", "Care", "21 Feb 2021", "Told next day.");
        let beside = family.told(&[], "b.csv", "Care", "15 Nov 2020", "Told next day.");
        let found = entries_named(&family.file, "Police 14.11.20 and 20.02.21", today());
        let told = |id: &RecordId| family.file.entries[id].body.accounts[0].id;
        let found: Vec<RecordId> = found.iter().map(told).collect();
        assert_eq!(found, [beside, that_day]);
    }
}

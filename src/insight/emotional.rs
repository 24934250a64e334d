//! How somebody gets on with others, and with whom they live, in words: "close to Nerys Prosser (since 2014; Kuba says so)".

use super::bonds::time;
use super::people::full_name;
use super::words::listed;
use crate::record::{CaseFile, EmotionalTie, Record, RecordId, TieKind};

/// The emotional lines of one person, each told from their side with the record that it tells.
pub fn emotional_in_words(file: &CaseFile, person: RecordId) -> Vec<(String, RecordId)> {
    let all = file.emotional_ties.values();
    let mut own: Vec<_> = all
        .filter(|tie| tie.body.from == person || tie.body.to == person)
        .collect();
    own.sort_by_key(|tie| (began(tie), tie.id()));
    own.into_iter()
        .map(|tie| (line(file, &tie.body, person), tie.id()))
        .collect()
}

fn began(tie: &Record<EmotionalTie>) -> Option<chrono::NaiveDate> {
    tie.body.since.as_ref().and_then(|since| since.anchor())
}

/// One line from the side of one of the two.
fn line(file: &CaseFile, tie: &EmotionalTie, side: RecordId) -> String {
    let (lead, other) = match tie.from == side {
        true => (says(tie.kind), tie.to),
        false => (answers(tie.kind), tie.from),
    };
    let other = name_of(file, other);
    let words = match tie.kind {
        TieKind::Repaired => format!("{lead} {other} again, after being cut off"),
        _ => format!("{lead} {other}"),
    };
    format!("{words}{}", beside(tie))
}

/// The whole line with both names: "Paweł Dąbek has physically abused Siân Prosser (20 Feb 2021; the police say so)".
pub fn in_words(file: &CaseFile, tie: &EmotionalTie) -> String {
    let from = name_of(file, tie.from);
    let to = name_of(file, tie.to);
    format!(
        "{from} {} {to}{}",
        tie.kind.words_on(tie.until.is_none()),
        beside(tie)
    )
}

/// When, and who sees it so, in brackets; nothing where neither is known.
fn beside(tie: &EmotionalTie) -> String {
    let seen = match tie.told_by.as_str() {
        "" => String::new(),
        by => format!("seen so by {by}"),
    };
    let said = [when(tie), seen];
    let said: Vec<_> = said.into_iter().filter(|one| !one.is_empty()).collect();
    match said.is_empty() {
        true => String::new(),
        false => format!(" ({})", said.join("; ")),
    }
}

/// One day alone where it began and ended on it.
fn when(tie: &EmotionalTie) -> String {
    match (&tie.since, &tie.until) {
        (Some(since), Some(until)) if since == until => since.in_short(),
        (since, until) => time(since.as_ref(), until.as_ref()),
    }
}

fn name_of(file: &CaseFile, person: RecordId) -> String {
    full_name(file, Some(person), "somebody")
}

/// What the first person of a line is to the second.
fn says(kind: TieKind) -> &'static str {
    match kind {
        TieKind::Repaired => "in touch with",
        kind => kind.words().strip_prefix("is ").unwrap_or(kind.words()),
    }
}

/// What the second person is to the first; the same where the line has no direction.
fn answers(kind: TieKind) -> &'static str {
    match kind {
        TieKind::PhysicalAbuse => "physically abused by",
        TieKind::EmotionalAbuse => "emotionally abused by",
        TieKind::SexualAbuse => "sexually abused by",
        TieKind::Controlling => "controlled by",
        TieKind::Caring => "looked after by",
        both => says(both),
    }
}

/// The households of one person: "Tanner Court with Kuba and Wren (since 26 Jul 2025)".
pub fn households_in_words(file: &CaseFile, person: RecordId) -> Vec<(String, RecordId)> {
    let all = file.households.values();
    let own = all.filter(|home| home.body.people.contains(&person));
    own.map(|home| {
        let others = home.body.people.iter().filter(|one| **one != person);
        let others: Vec<_> = others.map(|one| name_of(file, *one)).collect();
        let name = match home.body.name.as_str() {
            "" => "household",
            name => name,
        };
        let with = match others.is_empty() {
            true => "alone".to_owned(),
            false => format!("with {}", listed(&others)),
        };
        let time = time(home.body.since.as_ref(), home.body.until.as_ref());
        let words = match time.is_empty() {
            true => format!("{name}, {with}"),
            false => format!("{name}, {with} ({time})"),
        };
        (words, home.id())
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::made_up::{MadeUp, date};
    use crate::record::{Body, Household};

    fn tie(family: &mut MadeUp, from: RecordId, kind: TieKind, to: RecordId) -> RecordId {
        family.put(Body::EmotionalTie(EmotionalTie {
            from,
            to,
            kind,
            since: Some(date("20 Feb 2021")),
            until: None,
            told_by: "the police".to_owned(),
            evidence: Vec::new(),
            note: String::new(),
        }))
    }

    #[test]
    fn a_line_is_told_from_either_side_with_who_sees_it_so() {
        let mut family = MadeUp::new();
        let al = family.adult("Al", "father");
        let jo = family.adult("Jo", "mother");
        let harm = tie(&mut family, al, TieKind::PhysicalAbuse, jo);
        tie(&mut family, jo, TieKind::Repaired, al);
        let told = |person| emotional_in_words(&family.file, person);
        assert_eq!(
            told(jo)[0],
            (
                "physically abused by Al (since 20 Feb 2021; seen so by the police)".to_owned(),
                harm
            )
        );
        assert!(told(al)[0].0.starts_with("has physically abused Jo ("));
        for person in [al, jo] {
            assert!(told(person)[1].0.contains("again, after being cut off"));
        }
    }

    #[test]
    fn every_kind_has_words_from_both_sides() {
        for kind in TieKind::ALL {
            assert!(!says(kind).is_empty());
            assert_eq!(
                says(kind) != answers(kind),
                kind.has_direction(),
                "{kind:?}"
            );
        }
    }

    #[test]
    fn a_household_names_the_others() {
        let mut family = MadeUp::new();
        let gran = family.adult("Gran", "grandmother");
        let al = family.adult("Al", "uncle");
        family.put(Body::Household(Household {
            name: "the flat".to_owned(),
            people: vec![gran, al],
            since: Some(date("2019")),
            ..Household::default()
        }));
        let told = households_in_words(&family.file, gran);
        assert_eq!(told[0].0, "the flat, with Al (since 2019)");
    }
}

//! What is due as days of a calendar (iCalendar, RFC 5545). A calendar is not sealed and travels through other people's
//! programs, so an event says only what kind of thing is due, and the id by which the case is found here.

use crate::insight::due::{Due, DueKind};
use crate::record::CaseId;
use chrono::{DateTime, Utc};

/// The most octets of a line, its end left out (RFC 5545, 3.1).
const LINE: usize = 75;

/// A calendar of what is due, an event for everything that has a day. `now` is when it was made.
pub fn calendar<'a>(
    dues: impl IntoIterator<Item = (CaseId, &'a Due)>,
    now: DateTime<Utc>,
) -> String {
    let made = now.format("%Y%m%dT%H%M%SZ").to_string();
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Throughline//Due//EN".to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
    ];
    for (case, due) in dues {
        lines.extend(event(case, due, &made).into_iter().flatten());
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

fn event(case: CaseId, due: &Due, made: &str) -> Option<[String; 8]> {
    let day = due.day?;
    Some([
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", uid(case, due)),
        format!("DTSTAMP:{made}"),
        format!("DTSTART;VALUE=DATE:{}", day.format("%Y%m%d")),
        format!("SUMMARY:{}", escaped(&summary(due))),
        format!(
            "DESCRIPTION:{}",
            escaped(&format!("throughline show {case}"))
        ),
        // It stands on a day without taking it.
        "TRANSP:TRANSPARENT".to_owned(),
        "END:VEVENT".to_owned(),
    ])
}

/// The kind of thing, in words that do not come from the case: a zone stays unnamed too.
fn summary(due: &Due) -> String {
    let kind = match due.kind {
        DueKind::Visit | DueKind::Formal | DueKind::Supervision => due.short.as_str(),
        DueKind::Zone => "Zone review",
        DueKind::Goal => "Goal review",
        DueKind::Plan => "Plan review",
        DueKind::Action => "Action",
        DueKind::Curiosity => "Question",
        DueKind::Relationship => due.short.as_str(),
    };
    format!("{kind} due")
}

/// The same for the same thing in every calendar, so that a later one moves the event instead of doubling it, and opaque.
fn uid(case: CaseId, due: &Due) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&case.to_bytes());
    hasher.update(due.rule.as_bytes());
    for person in &due.about {
        hasher.update(&person.to_bytes());
    }
    // One goal or action is not another; of a visit the record is only the last one, which changes.
    let own = matches!(
        due.kind,
        DueKind::Action | DueKind::Goal | DueKind::Curiosity | DueKind::Relationship
    );
    if let Some(record) = due.record.filter(|_| own) {
        hasher.update(&record.to_bytes());
    }
    let hash = hasher.finalize().to_hex();
    format!("{}@throughline", hash.get(..32).unwrap_or_default())
}

/// A text as a value (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// A line with its end, folded so that no part has more octets than it may, and no letter is cut.
fn folded(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + 2);
    let mut octets = 0;
    for letter in line.chars() {
        if octets + letter.len_utf8() > LINE {
            folded.push_str("\r\n ");
            octets = 1;
        }
        folded.push(letter);
        octets += letter.len_utf8();
    }
    folded + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::demo;
    use crate::insight::due::{DueState, dues};
    use crate::record::{CaseFile, RecordId};
    use std::collections::BTreeSet;

    fn made() -> DateTime<Utc> {
        DateTime::from_timestamp(1_795_000_000, 0).unwrap()
    }

    fn id(byte: u8) -> RecordId {
        RecordId::from_bytes([byte; 16])
    }

    fn due(kind: DueKind, short: &str) -> Due {
        Due {
            kind,
            what: "Ring Kuba's school".to_owned(),
            short: short.to_owned(),
            about: vec![id(2)],
            day: "2026-11-26".parse().ok(),
            state: DueState::Ahead,
            why: "Aoife took it on.".to_owned(),
            rule: "ACTION".to_owned(),
            source: String::new(),
            check: String::new(),
            met_by: String::new(),
            occasion: None,
            record: Some(id(3)),
        }
    }

    #[test]
    fn an_event_tells_its_day_its_kind_and_where_to_look() {
        let one = due(DueKind::Action, "Action");
        let text = calendar([(id(1), &one)], made());
        let lines: Vec<&str> = text.split("\r\n").collect();
        assert_eq!(
            lines[..4],
            [
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Throughline//Due//EN",
                "CALSCALE:GREGORIAN"
            ]
        );
        assert_eq!(lines[4], "BEGIN:VEVENT");
        assert!(lines[5].starts_with("UID:") && lines[5].ends_with("@throughline"));
        assert_eq!(lines[6], "DTSTAMP:20261118T110640Z");
        assert_eq!(lines[7], "DTSTART;VALUE=DATE:20261126");
        assert_eq!(lines[8], "SUMMARY:Action due");
        assert_eq!(lines[9], format!("DESCRIPTION:throughline show {}", id(1)));
        assert_eq!(
            lines[10..],
            ["TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR", ""]
        );
        assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
    }

    #[test]
    fn the_same_thing_keeps_its_uid_when_its_day_moves_and_another_has_another() {
        let visit = due(DueKind::Visit, "Visit");
        let moved = Due {
            day: "2027-01-01".parse().ok(),
            record: Some(id(9)),
            ..visit.clone()
        };
        assert_eq!(uid(id(1), &visit), uid(id(1), &moved));
        assert_ne!(uid(id(1), &visit), uid(id(4), &visit));
        let action = due(DueKind::Action, "Action");
        let other = Due {
            record: Some(id(9)),
            ..action.clone()
        };
        assert_ne!(uid(id(1), &action), uid(id(1), &other));
    }

    #[test]
    fn long_lines_are_folded_between_letters_and_signs_are_escaped() {
        let long = format!("SUMMARY:{}", "ą".repeat(80));
        let parts = folded(&long);
        for part in parts.trim_end().split("\r\n") {
            assert!(part.len() <= LINE, "{}", part.len());
        }
        assert_eq!(parts.replace("\r\n ", "").trim_end(), long);
        assert_eq!(folded("SHORT"), "SHORT\r\n");
        assert_eq!(escaped("a, b; c\\d\ne\u{7}"), "a\\, b\\; c\\\\d\\ne");
    }

    #[test]
    fn what_has_no_day_is_no_event() {
        let without = Due {
            day: None,
            ..due(DueKind::Visit, "Visit")
        };
        assert!(!calendar([(id(1), &without)], made()).contains("VEVENT"));
    }

    /// Every text that a record holds.
    fn texts(value: &serde_json::Value, found: &mut BTreeSet<String>) {
        match value {
            serde_json::Value::String(text) => {
                found.insert(text.clone());
            }
            serde_json::Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
            serde_json::Value::Object(fields) => {
                fields.values().for_each(|item| texts(item, found))
            }
            _ => {}
        }
    }

    fn words(text: &str) -> BTreeSet<String> {
        let parts = text.split(|letter: char| !letter.is_alphanumeric());
        parts
            .filter(|word| word.chars().count() > 2)
            .map(str::to_lowercase)
            .collect()
    }

    #[test]
    fn no_name_and_no_word_of_any_record_of_the_demo_stands_in_its_calendar() {
        let store = demo::store().unwrap();
        let mut all: Vec<(CaseId, Due)> = Vec::new();
        let (mut names, mut told) = (BTreeSet::new(), BTreeSet::new());
        for line in store.caseload().unwrap() {
            let file: CaseFile = store.case_file(line.case).unwrap();
            all.extend(
                dues(&file, demo::last_day())
                    .into_iter()
                    .map(|due| (line.case, due)),
            );
            names.extend(words(&format!("{} {}", line.name, line.worker)));
            for person in file.people.values() {
                names.extend(words(&person.body.name));
                names.extend(words(&person.body.known_as));
            }
            for home in file.placements.values() {
                names.extend(words(&format!("{} {}", home.body.carer, home.body.place)));
            }
            for (meta, _) in file.metas() {
                let record = serde_json::to_value(file.record(meta.id).unwrap().body).unwrap();
                texts(&record, &mut told);
            }
        }
        assert!(all.iter().filter(|(_, due)| due.day.is_some()).count() > 20);
        let text = calendar(all.iter().map(|(case, due)| (*case, due)), made());
        let unfolded = text.replace("\r\n ", "");
        let said = words(&unfolded);
        names.remove("and");
        let leaked: Vec<_> = names.intersection(&said).collect();
        assert!(leaked.is_empty(), "{leaked:?}");
        let lower = unfolded.to_lowercase();
        let sentences = told
            .iter()
            .filter(|text| text.trim().contains(' ') && text.len() > 8);
        let leaked: Vec<_> = sentences
            .filter(|text| lower.contains(&text.to_lowercase()))
            .collect();
        assert!(leaked.is_empty(), "{leaked:?}");
        let kinds: BTreeSet<&str> = unfolded
            .lines()
            .filter_map(|line| line.strip_prefix("SUMMARY:"))
            .collect();
        let known: BTreeSet<String> = crate::practice::timescales()
            .rows
            .iter()
            .map(|row| format!("{} due", row.short))
            .chain(
                [
                    "Zone review due",
                    "Goal review due",
                    "Plan review due",
                    "Action due",
                    "Question due",
                    "Relationship due",
                    "Contact due",
                    "Promise due",
                ]
                .map(str::to_owned),
            )
            .collect();
        assert!(kinds.iter().all(|kind| known.contains(*kind)), "{kinds:?}");
        let uids: Vec<&str> = unfolded
            .lines()
            .filter(|line| line.starts_with("UID:"))
            .collect();
        assert_eq!(
            uids.iter().collect::<BTreeSet<_>>().len(),
            uids.len(),
            "each event has its own"
        );
    }
}

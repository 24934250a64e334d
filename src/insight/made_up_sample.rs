//! The sample family of `tests/samples`, read without the import, for the tests of this floor.

use super::folding::folded;
use super::made_up::{MadeUp, date, day};
use super::outside_life::outside_life;
use crate::record::*;
use std::path::Path;

fn rows(file: &str, separator: u8) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/samples")
        .join(file);
    let bytes = std::fs::read(path).unwrap();
    let (text, _) = if std::str::from_utf8(&bytes).is_ok() {
        encoding_rs::UTF_8.decode_with_bom_removal(&bytes)
    } else {
        encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes)
    };
    // Blank lines count as records; the reader would skip them.
    let mut records = vec![String::new()];
    let mut quoted = false;
    for letter in text.replace("\r\n", "\n").chars() {
        quoted ^= letter == '"';
        if letter == '\n' && !quoted {
            records.push(String::new());
        } else {
            records.last_mut().unwrap().push(letter);
        }
    }
    let cells = |record: String| -> Vec<String> {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(separator)
            .has_headers(false)
            .flexible(true)
            .from_reader(record.as_bytes());
        let first = reader.records().next();
        first.map_or_else(Vec::new, |row| {
            row.unwrap().iter().map(str::to_owned).collect()
        })
    };
    records.into_iter().map(cells).collect()
}

/// Columns of a file: date, who, source, text, action; the rest is further.
struct Columns {
    file: &'static str,
    separator: u8,
    when: usize,
    who: usize,
    source: Option<usize>,
    text: usize,
    action: Option<usize>,
    more: &'static [usize],
}

const FILES: [Columns; 5] = [
    Columns {
        file: "social-care.csv",
        separator: b',',
        when: 0,
        who: 1,
        source: Some(2),
        text: 3,
        action: Some(5),
        more: &[],
    },
    Columns {
        file: "health-visitor.csv",
        separator: b';',
        when: 0,
        who: 1,
        source: None,
        text: 2,
        action: Some(3),
        more: &[],
    },
    Columns {
        file: "school.csv",
        separator: b',',
        when: 3,
        who: 0,
        source: None,
        text: 4,
        action: Some(6),
        more: &[2],
    },
    Columns {
        file: "police.csv",
        separator: b'\t',
        when: 1,
        who: 4,
        source: None,
        text: 5,
        action: Some(6),
        more: &[2],
    },
    Columns {
        file: "contact-centre.csv",
        separator: b',',
        when: 1,
        who: 4,
        source: None,
        text: 7,
        action: None,
        more: &[5],
    },
];

/// The sample family with each row of each file as an entry of its own.
pub fn sample() -> MadeUp {
    let mut made = MadeUp::new();
    for row in rows("people.csv", b',')
        .iter()
        .skip(1)
        .filter(|row| row.len() > 5)
    {
        let written = |text: &str| (!text.is_empty()).then(|| date(text));
        let known_as = row[6]
            .split("Known as ")
            .nth(1)
            .and_then(|rest| rest.split('.').next());
        let also_written = row[6]
            .split(['"', '“', '”'])
            .skip(1)
            .step_by(2)
            .map(str::to_owned);
        made.put(Body::Person(Person {
            name: row[1].clone(),
            known_as: known_as.unwrap_or("").to_owned(),
            also_written: also_written.collect(),
            relation: row[2].clone(),
            is_child: row[2] == "child",
            born: written(&row[3]),
            died: written(&row[5]),
            ..Person::default()
        }));
    }
    let children: Vec<(RecordId, Person)> = made
        .file
        .children()
        .iter()
        .map(|child| (child.id(), child.body.clone()))
        .collect();
    for columns in FILES {
        for (number, row) in rows(columns.file, columns.separator)
            .iter()
            .enumerate()
            .skip(1)
        {
            let cell = |place: usize| row.get(place).map_or("", String::as_str);
            if cell(columns.text).is_empty() || cell(columns.when) == "Date" {
                continue;
            }
            let who = folded(cell(columns.who));
            let all = who.contains("three");
            let named = children.iter().filter(|(_, child)| {
                let first = folded(child.name.split(' ').next().unwrap());
                all || who.contains(&first)
                    || !child.known_as.is_empty() && who.contains(&folded(&child.known_as))
            });
            let named: Vec<RecordId> = named.map(|(id, _)| *id).collect();
            let source = columns.source.map_or("", cell);
            let mut account =
                made.account(columns.file, source, cell(columns.when), cell(columns.text));
            account.action = columns.action.map_or("", cell).to_owned();
            account.more = columns
                .more
                .iter()
                .map(|place| (String::new(), cell(*place).to_owned()))
                .collect();
            account.origin.as_mut().unwrap().record = u32::try_from(number + 1).unwrap();
            // As the import does: a day that cannot be right is a question.
            for outside in outside_life(&account.when, people_of(&made, &named), day("2026-11-23"))
            {
                account.origin.as_mut().unwrap().doubts.push(Doubt {
                    kind: outside.kind,
                    text: outside.text,
                    settled: false,
                });
            }
            made.entry(&named, vec![account]);
        }
    }
    made
}

fn people_of<'a>(
    made: &'a MadeUp,
    ids: &'a [RecordId],
) -> impl Iterator<Item = (RecordId, &'a Person)> {
    ids.iter().map(|id| (*id, &made.file.people[id].body))
}

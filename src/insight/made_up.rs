//! Families made up for the tests of this floor.

use super::family::Family;
use super::told::Told;
use crate::record::*;
use chrono::{NaiveDate, TimeZone, Utc};
use std::collections::HashMap;

/// A day, from its ISO form.
pub fn day(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

/// A date as somebody wrote it; what cannot be read is unknown.
pub fn date(written: &str) -> FuzzyDate {
    FuzzyDate::parse(written, day("2026-11-23")).unwrap_or_else(|_| FuzzyDate::unknown(written))
}

/// A family that a test fills.
pub struct MadeUp {
    pub mint: Mint,
    pub file: CaseFile,
    case: CaseId,
}

impl MadeUp {
    pub fn new() -> MadeUp {
        let mut mint = Mint::seeded(7);
        let case = mint.next_id();
        MadeUp {
            mint,
            file: CaseFile::default(),
            case,
        }
    }

    /// A revision of a record, written on a day.
    pub fn written(&self, id: RecordId, on: &str, revision: u32, body: Body) -> Record<Body> {
        let at = day(on).and_hms_opt(10, 0, 0).unwrap();
        let meta = Meta {
            id,
            case: self.case,
            author: "A Worker".into(),
            recorded_at: Utc.from_utc_datetime(&at),
            revision,
            removed: None,
        };
        Record { meta, body }
    }

    pub fn put(&mut self, body: Body) -> RecordId {
        let id = self.mint.next_id();
        let record = self.written(id, "2026-11-23", 1, body);
        self.file.apply(record);
        id
    }

    pub fn child(&mut self, name: &str, born: &str) -> RecordId {
        self.put(Body::Person(Person {
            name: name.into(),
            is_child: true,
            born: Some(date(born)),
            relation: "child".into(),
            ..Person::default()
        }))
    }

    pub fn adult(&mut self, name: &str, relation: &str) -> RecordId {
        self.put(Body::Person(Person {
            name: name.into(),
            relation: relation.into(),
            ..Person::default()
        }))
    }

    /// An account as an import brings it.
    pub fn account(&mut self, file: &str, source: &str, when: &str, text: &str) -> Account {
        Account {
            id: self.mint.next_id(),
            source: source.into(),
            source_kind: String::new(),
            reference: String::new(),
            recorded_by: String::new(),
            when: date(when),
            known_on: None,
            text: text.into(),
            analysis: String::new(),
            action: String::new(),
            more: Vec::new(),
            origin: Some(Origin {
                import: RecordId::from_bytes([0; 16]),
                file: file.into(),
                record: 0,
                line: 0,
                doubts: Vec::new(),
            }),
        }
    }

    /// An entry with these accounts.
    pub fn entry(&mut self, children: &[RecordId], accounts: Vec<Account>) -> RecordId {
        let entry = Entry::told_by(accounts, children.to_vec());
        self.put(Body::Entry(entry))
    }

    /// An entry with one imported account; gives the account's id.
    pub fn told(
        &mut self,
        children: &[RecordId],
        file: &str,
        source: &str,
        when: &str,
        text: &str,
    ) -> AccountId {
        let account = self.account(file, source, when, text);
        let id = account.id;
        self.entry(children, vec![account]);
        id
    }

    pub fn all_told(&self) -> Vec<Told<'_>> {
        Told::all(&self.file)
    }

    pub fn family(&self) -> Family {
        Family::of_case(&self.file)
    }

    /// A family of `tests/stories`, each row an entry, and which event each account tells (empty: told once).
    pub fn story(name: &str) -> (MadeUp, HashMap<AccountId, String>) {
        let mut made = MadeUp::new();
        let mut events = HashMap::new();
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stories");
        let mut file = csv::Reader::from_path(folder.join(name)).unwrap();
        let mut children: HashMap<String, RecordId> = HashMap::new();
        for row in file.records().map(Result::unwrap) {
            let mut named = Vec::new();
            for name in row[3].split("; ") {
                let child = children.entry(name.to_owned());
                named.push(*child.or_insert_with(|| made.child(name, "2008")));
            }
            let account = made.told(&named, &row[0], &row[1], &row[2], &row[5]);
            events.insert(account, row[4].to_owned());
        }
        (made, events)
    }
}

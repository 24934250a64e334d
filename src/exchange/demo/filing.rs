//! Turns a family's file into the change that puts it into a store.

mod on_top;

pub(super) use on_top::{CameIn, change_on_top};

use super::family::{AlsoRow, EntryRow, Family, HomeRow, LegalRow, PersonRow, Source};
use super::thinking::{self, Thinking};
use super::{
    DemoFault, Known, around, at, goals, matrix, plan, relationships, stages, stamped, stamped_on,
    supervision,
};
use crate::insight::plan::parts_today;
use crate::record::{
    Account, Body, Bond, BondKind, Case, CaseFile, Change, Entry, FuzzyDate, LegalStatus, Meta,
    Mint, Person, Placement, Record, RecordId,
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The change that writes a family, and one for what was thought again later.
pub(super) fn change(
    family: &Family,
    thinking: &Thinking,
    today: NaiveDate,
    mint: &mut Mint,
) -> Result<(Change, Option<Change>), DemoFault> {
    let people = family
        .person
        .iter()
        .map(|person| (person.key.clone(), mint.next_id()));
    let mut filing = Filing {
        family,
        today,
        people: people.collect(),
        keys: BTreeMap::new(),
        written: Vec::new(),
        again: Vec::new(),
        mint,
    };
    filing.whole(thinking)
}

/// A family being written down.
pub(super) struct Filing<'a> {
    pub(super) family: &'a Family,
    today: NaiveDate,
    people: BTreeMap<String, RecordId>,
    /// Records of the thinking by their keys.
    keys: BTreeMap<String, RecordId>,
    written: Vec<Known>,
    /// Second revisions.
    again: Vec<Known>,
    mint: &'a mut Mint,
}

impl Filing<'_> {
    fn whole(&mut self, thinking: &Thinking) -> Result<(Change, Option<Change>), DemoFault> {
        let family = self.family;
        let case = self.mint.next_id();
        let opened = self.date(&family.case.opened)?;
        let first_day = opened.anchor().unwrap_or(self.today);
        self.write(case, self.case(opened), first_day);
        for row in &family.person {
            let person = Body::Person(self.person(row)?);
            let id = self.who(&row.key)?;
            let met = self.began_to_foster(&row.key)?;
            self.write(id, person, known(met.as_ref(), first_day));
        }
        for row in &family.bond {
            let bond = Bond {
                from: self.who(&row.from)?,
                to: self.who(&row.to)?,
                kind: row.kind.clone(),
                since: self.maybe_date(row.since.as_deref())?,
                until: self.maybe_date(row.until.as_deref())?,
                note: String::new(),
            };
            let known = known(bond.since.as_ref(), first_day);
            self.add(Body::Bond(bond), known);
        }
        for row in &family.home {
            for child in self.whos(&row.children)? {
                let home = self.home(row, child)?;
                let known = known(Some(&home.from), first_day);
                self.add(Body::Placement(home), known);
            }
        }
        for row in &family.legal {
            for child in self.whos(&row.children)? {
                let legal = self.legal(row, child)?;
                let known = known(Some(&legal.from), first_day);
                self.add(Body::LegalStatus(legal), known);
            }
        }
        for row in &family.entry {
            let entry = self.entry(row)?;
            let known = row.known_on.unwrap_or(known(Some(&entry.when), first_day));
            self.add(Body::Entry(entry), known);
        }
        matrix::file(self, first_day)?;
        stages::file(self, first_day)?;
        thinking::mint_keys(self, thinking)?;
        thinking::file(self, thinking)?;
        goals::file(self, thinking)?;
        plan::file(self, thinking)?;
        supervision::file(self, thinking)?;
        around::file(self, thinking)?;
        relationships::file(self, thinking)?;
        Ok(self.changes(case))
    }

    fn changes(&mut self, case: RecordId) -> (Change, Option<Change>) {
        let author = &self.family.case.worker;
        let again = std::mem::take(&mut self.again);
        let first = stamped(case, author, std::mem::take(&mut self.written));
        let later = (!again.is_empty()).then(|| {
            let file = CaseFile::of(first.records.iter().cloned());
            stamped_on(&file, case, author, "think again", again)
        });
        (first, later)
    }

    /// Whose case it is.
    pub(super) fn worker(&self) -> &str {
        &self.family.case.worker
    }

    /// What is written already.
    pub(super) fn bodies(&self) -> impl Iterator<Item = (RecordId, &Body)> {
        self.written.iter().map(|(id, body, _)| (*id, body))
    }

    /// When somebody came into the family's life as a foster carer; `None` of everybody else.
    fn began_to_foster(&self, key: &str) -> Result<Option<FuzzyDate>, DemoFault> {
        let mut bonds = self.family.bond.iter();
        let bond = bonds.find(|bond| bond.from == key && bond.kind == BondKind::FosterCarer);
        self.maybe_date(bond.and_then(|bond| bond.since.as_deref()))
    }

    pub(super) fn add(&mut self, body: Body, known: NaiveDate) {
        let id = self.mint.next_id();
        self.write(id, body, known);
    }

    pub(super) fn write(&mut self, id: RecordId, body: Body, known: NaiveDate) {
        self.written.push((id, body, known.min(self.today)));
    }

    pub(super) fn write_again(&mut self, id: RecordId, body: Body, known: NaiveDate) {
        self.again.push((id, body, known.min(self.today)));
    }

    /// The parts of the plan as they stood on a day, with the revision of each.
    pub(super) fn parts_on(&self, day: NaiveDate) -> Vec<(RecordId, u32)> {
        let first = self.written.iter().map(|known| (1, known));
        let again = self.again.iter().map(|known| (2, known));
        let by_then = first.chain(again).filter(|(_, (.., known))| *known <= day);
        let records = by_then.map(|(revision, (id, body, known))| Record {
            meta: Meta {
                id: *id,
                case: *id,
                author: String::new(),
                recorded_at: at(*known),
                revision,
                removed: None,
            },
            body: body.clone(),
        });
        parts_today(&CaseFile::of(records), day)
    }

    /// A new id under which a key is known.
    pub(super) fn mint_key(&mut self, key: &str) -> Result<(), DemoFault> {
        let id = self.mint.next_id();
        match self.keys.insert(key.to_owned(), id) {
            Some(_) => Err(self.fault(format!("two things have the key “{key}”"))),
            None => Ok(()),
        }
    }

    /// The record of a key.
    pub(super) fn keyed(&self, key: &str) -> Result<RecordId, DemoFault> {
        let known = self.keys.get(key).copied();
        known.ok_or_else(|| self.fault(format!("nothing has the key “{key}”")))
    }

    /// The records of these keys.
    pub(super) fn all_keyed(&self, keys: &[String]) -> Result<Vec<RecordId>, DemoFault> {
        keys.iter().map(|key| self.keyed(key)).collect()
    }

    /// An id for what has no key.
    pub(super) fn next_id(&mut self) -> RecordId {
        self.mint.next_id()
    }

    fn case(&self, opened: FuzzyDate) -> Body {
        let row = &self.family.case;
        Body::Case(Case {
            name: row.name.clone(),
            reference: row.reference.clone(),
            worker: row.worker.clone(),
            opened: Some(opened),
            closed: None,
            note: row.note.clone(),
        })
    }

    fn person(&self, row: &PersonRow) -> Result<Person, DemoFault> {
        Ok(Person {
            name: row.name.clone(),
            known_as: row.known_as.clone(),
            also_written: row.also_written.clone(),
            relation: row.relation.clone(),
            is_child: row.child,
            born: self.maybe_date(row.born.as_deref())?,
            died: self.maybe_date(row.died.as_deref())?,
            sex: row.sex,
            reference: String::new(),
            notes: row.notes.clone(),
            arrival: row.arrival,
            ..Person::default()
        })
    }

    fn home(&self, row: &HomeRow, child: RecordId) -> Result<Placement, DemoFault> {
        Ok(Placement {
            child,
            from: self.date(&row.start)?,
            to: self.maybe_date(row.end.as_deref())?,
            kind: row.kind.clone(),
            carer: row.carer.clone(),
            carers: self.whos(&row.carers)?,
            place: row.place.clone(),
            miles_from_home: row.miles_from_home,
            why_ended: row.why_ended.clone(),
            note: row.note.clone(),
        })
    }

    fn legal(&self, row: &LegalRow, child: RecordId) -> Result<LegalStatus, DemoFault> {
        Ok(LegalStatus {
            child,
            status: row.status.clone(),
            code: row.code.clone(),
            from: self.date(&row.start)?,
            to: self.maybe_date(row.end.as_deref())?,
            note: row.note.clone(),
        })
    }

    fn entry(&mut self, row: &EntryRow) -> Result<Entry, DemoFault> {
        let first = AlsoRow {
            when: row.when.clone(),
            source: row.source.clone(),
            reference: row.reference.clone(),
            recorded_by: row.recorded_by.clone(),
            text: row.text.clone(),
        };
        let mut accounts = vec![self.account(&first, row.known_on)?];
        for also in &row.also {
            accounts.push(self.account(also, None)?);
        }
        let everyone = self.family.person.iter().filter(|person| person.child);
        let children = match &row.children {
            Some(named) => self.whos(named)?,
            None => self.whos(everyone.map(|child| &child.key))?,
        };
        let mut entry = Entry::told_by(accounts, children);
        entry.when = self.date(&row.when)?;
        entry.people = self.whos(&row.people)?;
        entry.significance = row.significance;
        entry.impact = row.impact.clone();
        entry.impact_evidence = row.impact_evidence.clone();
        entry.link_now = row.link_now.clone();
        entry.link_then = row.link_then.clone();
        entry.research = row.research.clone();
        entry.analysis = row.analysis.clone();
        entry.action = row.action.clone();
        entry.why_no_action = row.why_no_action.clone();
        entry.family_view = row.family_view.clone();
        entry.themes = row.themes.clone();
        entry.zone = row.zone;
        Ok(entry)
    }

    pub(super) fn source(&self, key: &str) -> Result<&Source, DemoFault> {
        let source = self.family.sources.get(key);
        source.ok_or_else(|| self.fault(format!("no source “{key}”")))
    }

    fn account(
        &mut self,
        row: &AlsoRow,
        known_on: Option<NaiveDate>,
    ) -> Result<Account, DemoFault> {
        let id = self.mint.next_id();
        let source = self.source(&row.source)?;
        Ok(Account {
            id,
            source: source.name.clone(),
            source_kind: source.kind.clone(),
            reference: row.reference.clone(),
            recorded_by: row.recorded_by.clone(),
            when: self.date(&row.when)?,
            known_on,
            text: row.text.clone(),
            analysis: String::new(),
            action: String::new(),
            more: Vec::new(),
            origin: None,
        })
    }

    pub(super) fn who(&self, key: &str) -> Result<RecordId, DemoFault> {
        let known = self.people.get(key).copied();
        known.ok_or_else(|| self.fault(format!("nobody has the key “{key}”")))
    }

    pub(super) fn whos<'k>(
        &self,
        keys: impl IntoIterator<Item = &'k String>,
    ) -> Result<Vec<RecordId>, DemoFault> {
        keys.into_iter().map(|key| self.who(key)).collect()
    }

    pub(super) fn date(&self, written: &str) -> Result<FuzzyDate, DemoFault> {
        FuzzyDate::parse(written, self.today)
            .map_err(|problem| self.fault(format!("“{written}”: {problem}")))
    }

    pub(super) fn maybe_date(&self, written: Option<&str>) -> Result<Option<FuzzyDate>, DemoFault> {
        written.map(|written| self.date(written)).transpose()
    }

    /// The entry of a date, as the family's file writes it, or as one of the sources of an entry does.
    fn entry_of(&self, when: &str) -> Result<RecordId, DemoFault> {
        let entries = || {
            let all = self.written.iter();
            all.filter_map(|(id, body, _)| match body {
                Body::Entry(entry) => Some((*id, entry)),
                _ => None,
            })
        };
        let mut of_day = entries().filter(|(_, entry)| entry.when.written() == when);
        let mut told = entries().filter(|(_, entry)| {
            let mut accounts = entry.accounts.iter();
            accounts.any(|account| account.when.written() == when)
        });
        let found = of_day.next_back().or_else(|| told.next_back());
        let found = found.map(|(id, _)| id);
        found.ok_or_else(|| self.fault(format!("no entry of “{when}”")))
    }

    /// The entries of these days.
    pub(super) fn entries_of(&self, days: &[String]) -> Result<Vec<RecordId>, DemoFault> {
        days.iter().map(|when| self.entry_of(when)).collect()
    }

    pub(super) fn fault(&self, why: String) -> DemoFault {
        DemoFault::Family {
            family: self.family.case.name.clone(),
            why,
        }
    }
}

/// What began before the team knew the family was told when the case was opened.
pub(super) fn known(began: Option<&FuzzyDate>, opened: NaiveDate) -> NaiveDate {
    began
        .and_then(FuzzyDate::anchor)
        .map_or(opened, |began| began.max(opened))
}

//! Turns a family's file into the change that puts it into a store: every row into a record by the table of its fields.

use super::filing::{Filing, own_day};
use super::{DemoFault, StampedBody, parts, stamped, stamped_on};
use crate::record::fields::{FieldInfo, Shape};
use crate::record::{Body, BondKind, CaseFile, Change, RecordId, RecordKind};
use chrono::NaiveDate;
use toml::{Table, Value};

/// What is known of a family, in the order in which it is written down.
const FACTS: [RecordKind; 10] = [
    RecordKind::Person,
    RecordKind::Bond,
    RecordKind::Placement,
    RecordKind::LegalStatus,
    RecordKind::Entry,
    RecordKind::FactorFinding,
    RecordKind::ShownCapacity,
    RecordKind::ZoneDecision,
    RecordKind::NamedRole,
    RecordKind::StageMark,
];

/// What is thought about it and planned with it.
const THINKING: [RecordKind; 12] = [
    RecordKind::Story,
    RecordKind::Recognition,
    RecordKind::Hypothesis,
    RecordKind::Need,
    RecordKind::Curiosity,
    RecordKind::Purpose,
    RecordKind::Goal,
    RecordKind::GoalReview,
    RecordKind::PlanStep,
    RecordKind::Support,
    RecordKind::BottomLine,
    RecordKind::PlanVersion,
];

/// What is said in supervision, what is around the family, and its relationships.
const AROUND: [RecordKind; 10] = [
    RecordKind::Supervision,
    RecordKind::Action,
    RecordKind::CaseDecision,
    RecordKind::Occasion,
    RecordKind::EmotionalTie,
    RecordKind::Household,
    RecordKind::Connection,
    RecordKind::Relationship,
    RecordKind::ContactAfterCare,
    RecordKind::Promise,
];

impl Filing<'_> {
    /// The change that writes the family, and one for what was thought again later.
    pub fn whole(mut self) -> Result<(Change, Option<Change>), DemoFault> {
        self.mint_keys(&FACTS)?;
        let id = self.mint.next_id();
        let case = self.body(RecordKind::Case, &self.family.case)?;
        let first_day = own_day(&case).unwrap_or(self.today);
        self.write(id, case, first_day);
        // What began before the team knew the family was told when the case was opened.
        self.put_all(&FACTS, Some(first_day))?;
        self.mint_keys(&THINKING)?;
        self.put_all(&THINKING, None)?;
        self.around(id)
    }

    /// The same where the facts and the plan came in with files.
    pub fn around(mut self, case: RecordId) -> Result<(Change, Option<Change>), DemoFault> {
        self.mint_keys(&AROUND)?;
        self.put_all(&AROUND, None)?;
        let author = self.family.of_case("worker");
        let first = stamped(case, author, self.written);
        let later = (!self.again.is_empty()).then(|| {
            let file = CaseFile::of(first.records.iter().cloned());
            stamped_on(&file, case, author, "think again", self.again)
        });
        Ok((first, later))
    }

    /// Gives every row with a key its id, so that rows can name those that stand further down.
    fn mint_keys(&mut self, kinds: &[RecordKind]) -> Result<(), DemoFault> {
        let rows = kinds.iter().flat_map(|kind| self.family.rows(*kind));
        for key in rows.filter_map(|row| row.get("key")) {
            let key = key.as_str().unwrap_or_default();
            if self
                .keys
                .insert(key.to_owned(), self.mint.next_id())
                .is_some()
            {
                return Err(self.fault(format!("two things have the key “{key}”")));
            }
        }
        Ok(())
    }

    fn put_all(
        &mut self,
        kinds: &[RecordKind],
        first_day: Option<NaiveDate>,
    ) -> Result<(), DemoFault> {
        for kind in kinds {
            let is_field = |name: &str| kind.fields().iter().any(|field| field.name == name);
            for row in self.family.rows(*kind) {
                let mut row = row.clone();
                match row.remove("children") {
                    Some(Value::Array(children)) if !is_field("children") => {
                        for child in children {
                            row.insert("child".to_owned(), child);
                            self.put(*kind, row.clone(), first_day)?;
                        }
                    }
                    children => {
                        row.extend(children.map(|all| ("children".to_owned(), all)));
                        self.put(*kind, row, first_day)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// Writes a row, with what was thought again.
    fn put(
        &mut self,
        kind: RecordKind,
        mut row: Table,
        first_day: Option<NaiveDate>,
    ) -> Result<(), DemoFault> {
        let key = row.remove("key");
        let (written, again) = (self.take_day(&mut row)?, row.remove("again"));
        let body = self.body(kind, &row)?;
        let own = match &body {
            Body::Person(_) => self.began_to_foster(key.as_ref())?,
            Body::Entry(entry) => match entry.accounts.first().and_then(|first| first.known_on) {
                Some(known) => written.or(Some(known)),
                None => own_day(&body),
            },
            Body::Action(action) => self.written.iter().find_map(|known| match &known.body {
                Body::Supervision(held) if Some(known.id) == action.supervision => held.on.anchor(),
                _ => None,
            }),
            _ => own_day(&body),
        };
        let own = match first_day {
            Some(first) => Some(own.map_or(first, |own| own.max(first))),
            None => own,
        };
        let day = written.or(own);
        let day = day.ok_or_else(|| self.fault(format!("no day of writing for {row:?}")))?;
        let body = self.with_accounts(body);
        let id = match key {
            Some(key) => self.keyed(key.as_str().unwrap_or_default())?,
            None => self.mint.next_id(),
        };
        self.write(id, body, day);
        if let Some(Value::Table(mut again)) = again {
            let day = self.take_day(&mut again)?;
            let day = day.ok_or_else(|| self.fault("“again” without a day".to_owned()))?;
            row.extend(again);
            let body = self.body(kind, &row)?;
            let body = self.with_accounts(body);
            let known = day.min(self.today);
            self.again.push(StampedBody { id, body, known });
        }
        Ok(())
    }

    /// The accounts of an entry have ids of their own.
    fn with_accounts(&mut self, mut body: Body) -> Body {
        if let Body::Entry(entry) = &mut body {
            for account in &mut entry.accounts {
                account.id = self.mint.next_id();
            }
        }
        body
    }

    fn write(&mut self, id: RecordId, body: Body, known: NaiveDate) {
        let known = known.min(self.today);
        self.written.push(StampedBody { id, body, known });
    }

    fn take_day(&self, row: &mut Table) -> Result<Option<NaiveDate>, DemoFault> {
        let written = row.remove("written");
        let written = written.as_ref().and_then(Value::as_str);
        let day = written.map(|day| self.date(day)).transpose()?;
        Ok(day.and_then(|day| day.anchor()))
    }

    /// When somebody came into the family's life as a foster carer; `None` of everybody else.
    fn began_to_foster(&self, key: Option<&Value>) -> Result<Option<NaiveDate>, DemoFault> {
        for row in self.family.rows(RecordKind::Bond) {
            if let Body::Bond(bond) = self.body(RecordKind::Bond, row)?
                && bond.kind == BondKind::FosterCarer
                && row.get("from") == key
            {
                return Ok(bond.since.and_then(|since| since.anchor()));
            }
        }
        Ok(None)
    }

    /// What a row says, field by field.
    fn body(&self, kind: RecordKind, row: &Table) -> Result<Body, DemoFault> {
        let (mut body, row) = parts::body(self, kind, row)?;
        let fields = kind.fields();
        for (name, value) in &row {
            let field = fields.iter().find(|field| field.name == name);
            let field = field.ok_or_else(|| self.fault(format!("no field “{name}” in {row:?}")))?;
            let (text, sign) = self.text(field, value)?;
            let set = body.set(name, &text, self.today);
            set.map_err(|why| self.fault(format!("{name}: {why}")))?;
            let kept = body.value(name).map(|kept| kept.as_written(&sign));
            if kept.as_deref() != Some(text.trim()) {
                return Err(self.fault(format!("{name} cannot be “{text}”")));
            }
        }
        Ok(body)
    }

    /// A value as its field reads it, with the sign between several: names and dates become ids.
    fn text(&self, field: &FieldInfo, value: &Value) -> Result<(String, String), DemoFault> {
        let items = match value {
            Value::Array(items) => items.as_slice(),
            one => std::slice::from_ref(one),
        };
        let mut texts = Vec::new();
        for item in items {
            let item = match item {
                Value::String(text) => text.clone(),
                Value::Integer(number) => number.to_string(),
                Value::Boolean(true) => "yes".to_owned(),
                Value::Boolean(false) => "no".to_owned(),
                other => return Err(self.fault(format!("{} cannot be {other}", field.name))),
            };
            match field.shape {
                Shape::Entries => texts.push(self.entry_of(&item)?.to_string()),
                Shape::Whose(groups) if groups.iter().any(|(id, _)| *id == item) => {
                    texts.push(item)
                }
                Shape::Records(&[RecordKind::ZoneDecision]) => {
                    texts.extend(self.zones_of(&item).map(|id| id.to_string()));
                }
                Shape::Line
                | Shape::Long
                | Shape::One(_)
                | Shape::OneOr(..)
                | Shape::Several(_)
                | Shape::SeveralInList(_)
                | Shape::Number(_)
                | Shape::Parts(_) => texts.push(item),
                Shape::Date | Shape::Day | Shape::Dates => {
                    self.date(&item)?;
                    texts.push(item);
                }
                _ => texts.push(self.keyed(&item)?.to_string()),
            }
        }
        let sign = match field.shape {
            Shape::Dates => "; ".to_owned(),
            Shape::Parts(sign) => sign.to_string(),
            _ => "\n".to_owned(),
        };
        Ok((texts.join(&sign), sign))
    }
}

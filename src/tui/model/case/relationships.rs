//! The relationships that last as the family pane shows them: who is there, whether it lasts, contact after care, promises.

use crate::insight::people::who_or_somebody;
use crate::insight::relationships::{
    Kept, Someone, Target, being_done, breaks, child_name, contact_in_words, contacts, distances,
    kept, lost, named_as, names, of_contact, people_of, promise_in_words, promises, target,
};
use crate::insight::words::listed;
use crate::record::{Answer, CaseFile, RecordId, RecordKind, Ring, Standing};
use crate::tui::model::form::FormKind;
use crate::tui::model::ledger::{About, Ledger, List, Row};
use crate::tui::model::list::Place;
use crate::tui::theme::Role;
use chrono::NaiveDate;
use std::sync::Arc;

/// The place of the target and of what a move would break; who is there comes before it.
pub const LASTS: usize = 1;
/// The place of contact after care.
pub const CONTACT: usize = 2;
/// The place of promises.
pub const PROMISES: usize = 3;

/// Somebody whom only another part of the record knows: a relationship with them can begin with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unwritten {
    /// The person, when it is one of the case.
    pub person: Option<RecordId>,
    /// The name.
    pub name: String,
    /// What the record says that they are.
    pub standing: Vec<Standing>,
}

/// The state of this view.
#[derive(Debug, Default)]
pub struct RelationshipsPane {
    /// The lists and the chosen line.
    pub ledger: Ledger,
    /// Whether the map is seen in the place of the lists.
    pub map: bool,
    /// Where the lines of the map stand.
    pub map_place: Place,
    /// Those of whom no relationship is written yet, in the order of the rows.
    pub unwritten: Vec<Unwritten>,
    child: Option<RecordId>,
}

impl RelationshipsPane {
    /// Works the lists out, unless they already follow from this.
    pub fn refresh(&mut self, file: &Arc<CaseFile>, child: Option<RecordId>, day: NaiveDate) {
        if self.child != child {
            self.child = child;
            self.map_place = Place::default();
            let (at, whole) = (self.ledger.at, self.ledger.whole);
            self.ledger = Ledger::default();
            self.ledger.at = at;
            self.ledger.whole = whole;
        }
        if !self.ledger.is_stale(file, day) {
            return;
        }
        self.unwritten.clear();
        let lists = match child {
            Some(child) => self.lists(file, child, day),
            None => without_child(),
        };
        let is_new = self.ledger.lists.is_empty();
        self.ledger.take(lists, file, day);
        if let Some(lasts) = self.ledger.lists.get_mut(LASTS).filter(|_| is_new) {
            // The target is what is read first.
            lasts.place = Place::default();
        }
    }

    fn lists(&mut self, file: &CaseFile, child: RecordId, day: NaiveDate) -> Vec<List> {
        let people = people_of(file, child, day);
        let target = target(file, child, &people, day);
        vec![
            self.there(&people),
            lasts(file, child, &people, &target, day),
            of_contacts(file, child, day),
            of_promises(file, child, day),
        ]
    }

    fn there(&mut self, people: &[Someone]) -> List {
        let mut rows = Vec::new();
        let mut under = None;
        for one in people {
            let over = match (one.has_ended, one.ring()) {
                (true, _) => "Ended",
                (false, Some(Ring::Closest)) => "Closest",
                (false, Some(Ring::Friends)) => "Friends",
                (false, Some(Ring::Participation)) => "Clubs, school, community",
                (false, Some(Ring::Paid)) => "Paid to be there",
                (false, None) => "Not placed in a circle yet",
            };
            if under != Some(over) {
                rows.push(Row::heading(over));
                under = Some(over);
            }
            let words = match one.standing_in_words().as_str() {
                "" => one.name.clone(),
                standing => format!("{}, {standing}", one.name),
            };
            let row = match one.relationship {
                Some(relationship) => Row::of(relationship.id(), one.mark(), words),
                None => {
                    self.unwritten.push(Unwritten {
                        person: one.person,
                        name: one.name.clone(),
                        standing: one.standing.clone(),
                    });
                    let about = About::Offer(self.unwritten.len() - 1);
                    Row {
                        lead: one.mark(),
                        words,
                        role: Role::Text,
                        about,
                    }
                }
            };
            rows.push(match one.has_ended {
                true => row.looking(Role::Quiet),
                false => row,
            });
        }
        let here = people.iter().filter(|one| !one.has_ended).count();
        List::new(
            format!("Who is there, {here}"),
            "relationships",
            "Nobody is written down yet. Ask the child: who is there for you?",
            rows,
        )
    }

    /// The one without a relationship in the chosen row.
    pub fn chosen_unwritten(&self) -> Option<&Unwritten> {
        match self.ledger.chosen()?.about {
            About::Offer(at) => self.unwritten.get(at),
            _ => None,
        }
    }

    /// The form that adds to what is seen: to the map, or to the list that keys go to.
    pub fn adds(&self) -> FormKind {
        match self.ledger.at {
            _ if self.map => FormKind::Record(RecordKind::Relationship),
            LASTS => FormKind::Record(RecordKind::Action),
            CONTACT => FormKind::Record(RecordKind::ContactAfterCare),
            PROMISES => FormKind::Record(RecordKind::Promise),
            _ => FormKind::Record(RecordKind::Relationship),
        }
    }
}

fn without_child() -> Vec<List> {
    let empty = "No child is recorded in this case yet.";
    let list = |title: &str, guide| List::new(title.to_owned(), guide, empty, Vec::new());
    vec![
        list("Who is there", "relationships"),
        list("So that it lasts", "lasting"),
        list("Contact after care", "contact-after-care"),
        list("Promises", "promises"),
    ]
}

fn saying(lead: impl Into<String>, words: impl Into<String>, role: Role) -> Row {
    Row {
        lead: lead.into(),
        words: words.into(),
        role,
        about: About::Nothing,
    }
}

fn lasts(
    file: &CaseFile,
    child: RecordId,
    people: &[Someone],
    target: &Target,
    day: NaiveDate,
) -> List {
    let name = child_name(file, child);
    let role = match (target.is_in_view, target.there < target.wanted) {
        (true, true) => Role::Attention,
        (true, false) => Role::Text,
        (false, _) => Role::Quiet,
    };
    let mut rows = vec![saying(target.count(), target.in_words(&name), role)];
    for standing in [
        Standing::TrustedAdult,
        Standing::LinkPerson,
        Standing::Advocate,
    ] {
        let named: Vec<&Someone> = named_as(people, standing).collect();
        match (named.as_slice(), standing) {
            ([], Standing::TrustedAdult) => rows.push(saying(
                standing.words(),
                "nobody is named yet",
                Role::Attention,
            )),
            ([], _) => {}
            (named, _) => rows.push(saying(standing.words(), names(named), Role::Text)),
        }
    }
    rows.extend(doing(file, people));
    let broken: Vec<Row> = breaks(file, child, people, day)
        .into_iter()
        .filter(|one| !one.breaks.is_empty())
        .map(|one| {
            let words = format!("{}: {}", one.when, one.in_words());
            saying("", words, Role::Text)
        })
        .collect();
    if !broken.is_empty() {
        rows.push(Row::heading("What would break"));
        rows.extend(broken);
    }
    rows.extend(behind(file, child, people, day));
    let title = match target.is_in_care {
        true => format!("So that it lasts, {}", target.count()),
        false => "So that it lasts".to_owned(),
    };
    List::new(title, "lasting", "", rows)
}

/// What is being done for each that counts.
fn doing(file: &CaseFile, people: &[Someone]) -> Vec<Row> {
    let counting = people.iter().filter(|one| one.counts());
    let rows = counting.filter_map(|one| {
        let id = one.relationship?.id();
        let done: Vec<String> = being_done(file, one)
            .into_iter()
            .map(|(words, _)| words)
            .collect();
        Some(match done.as_slice() {
            [] => Row::of(id, &one.name, "nothing is written yet").looking(Role::Attention),
            done => Row::of(id, &one.name, listed(done)),
        })
    });
    let rows: Vec<Row> = rows.collect();
    let heading = (!rows.is_empty()).then(|| Row::heading("What is being done"));
    heading.into_iter().chain(rows).collect()
}

/// What earlier moves took, and how far things are.
fn behind(file: &CaseFile, child: RecordId, people: &[Someone], day: NaiveDate) -> Vec<Row> {
    let mut rows = Vec::new();
    let gone = lost(file, child, people, day);
    if !gone.is_empty() {
        rows.push(Row::heading("What earlier moves took"));
    }
    rows.extend(gone.iter().map(|one| {
        let lead = if one.nobody { "?" } else { "" };
        let words = match one.ended.as_slice() {
            [] => format!(
                "{}: no relationship with those who cared there is written down",
                one.left
            ),
            ended => format!("{}: {}", one.left, names(ended)),
        };
        Row::of(one.home, lead, words)
    }));
    let far = distances(file, child, people, day);
    if !far.is_empty() {
        rows.push(Row::heading("How far it is"));
    }
    rows.extend(far.iter().map(|one| {
        let row = Row::of(one.record, "", one.in_words());
        match one.is_now {
            true => row,
            false => row.looking(Role::Quiet),
        }
    }));
    rows
}

fn of_contacts(file: &CaseFile, child: RecordId, day: NaiveDate) -> List {
    let all = contacts(file, child, day);
    let open = all.iter().filter(|one| one.body.answer == Answer::Open);
    let title = match open.count() {
        0 => format!("Contact after care, {}", all.len()),
        open => format!("Contact after care, {open} open"),
    };
    let rows = all.iter().map(|one| {
        let body = &one.body;
        let asks = match of_contact(body).is_empty() {
            true => "",
            false => "? ",
        };
        let whom = who_or_somebody(file, body.person, &body.name);
        let row = Row::of(
            one.id(),
            format!("{asks}{whom}"),
            format!("{}: {}", contact_in_words(body, day), body.words),
        );
        match (body.answer, &body.ended_on) {
            (Answer::Open, _) => row.looking(Role::Attention),
            (_, Some(_)) => row.looking(Role::Quiet),
            _ => row,
        }
    });
    let rows = rows.collect();
    List::new(
        title,
        "contact-after-care",
        "Nobody has asked for contact after care that is written down.",
        rows,
    )
}

fn of_promises(file: &CaseFile, child: RecordId, day: NaiveDate) -> List {
    let all = promises(file, child, day);
    let open = all.iter().filter(|one| one.body.is_open()).count();
    let rows = all.iter().map(|one| {
        let body = &one.body;
        let by = who_or_somebody(file, body.person, &body.by);
        let words = format!("{by}: {}", body.words);
        let row = Row::of(one.id(), promise_in_words(body, day), words);
        match kept(body, day) {
            Kept::Late => row.looking(Role::Attention),
            Kept::Open => row,
            Kept::Not | Kept::Yes => row.looking(Role::Quiet),
        }
    });
    let rows = rows.collect();
    List::new(
        format!("Promises, {open} open"),
        "promises",
        "No promise is written down.",
        rows,
    )
}

//! The kinds of form: what each asks, and how its fields and its record become one another.

mod bond;
mod capacity;
mod decision;
mod entry;
mod family;
mod finding;
mod legal;
mod person;
mod placement;
mod same_event;
pub mod settle;
mod stages;

use super::{Around, Choice, Choosable, Field, Form, Input, Layout, Refusal};
use crate::practice::field_words;
use crate::record::{Body, Entry, Mint, Record, RecordId};
use crate::tui::input::TextField;

/// What a form writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A family.
    Case,
    /// An entry of the chronology.
    Entry,
    /// A person.
    Person,
    /// What joins two people.
    Bond,
    /// Where a child lived.
    Placement,
    /// A legal status.
    Legal,
    /// A decision on a child's zone.
    Decision,
    /// Capacity for change that a carer shows.
    Capacity,
    /// A lapse of a carer.
    Lapse,
    /// Two entries that tell one event.
    Join,
    /// An account that tells another event.
    Split,
    /// What is open about an entry.
    Settle,
    /// What was found about a factor.
    Finding,
    /// How far an item of the stages is.
    StageMark,
    /// Who has a part in the case.
    NamedRole,
}

impl Kind {
    const ALL: [Kind; 15] = [
        Kind::Case,
        Kind::Entry,
        Kind::Person,
        Kind::Bond,
        Kind::Placement,
        Kind::Legal,
        Kind::Decision,
        Kind::Capacity,
        Kind::Lapse,
        Kind::Join,
        Kind::Split,
        Kind::Settle,
        Kind::Finding,
        Kind::StageMark,
        Kind::NamedRole,
    ];

    /// The name in drafts and in `content/prompts.toml`; never changes.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Case => "case",
            Kind::Entry => "entry",
            Kind::Person => "person",
            Kind::Bond => "bond",
            Kind::Placement => "placement",
            Kind::Legal => "legal",
            Kind::Decision => "decision",
            Kind::Capacity => "capacity",
            Kind::Lapse => "lapse",
            Kind::Join => "join",
            Kind::Split => "split",
            Kind::Settle => "settle",
            Kind::Finding => "finding",
            Kind::StageMark => "stage-mark",
            Kind::NamedRole => "named-role",
        }
    }

    /// The kind of this name.
    pub fn from_name(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The kind of form that changes a record; `None` for records that no form changes.
    pub fn of(body: &Body) -> Option<Kind> {
        Some(match body {
            Body::Case(_) => Kind::Case,
            Body::Entry(_) => Kind::Entry,
            Body::Person(_) => Kind::Person,
            Body::Bond(_) => Kind::Bond,
            Body::Placement(_) => Kind::Placement,
            Body::LegalStatus(_) => Kind::Legal,
            Body::FactorFinding(_) => Kind::Finding,
            Body::StageMark(_) => Kind::StageMark,
            Body::NamedRole(_) => Kind::NamedRole,
            Body::ZoneDecision(_) => Kind::Decision,
            Body::ShownCapacity(_) => Kind::Capacity,
            Body::Lapse(_) => Kind::Lapse,
            Body::Import(_) | Body::Verdict(_) => return None,
        })
    }

    /// "Add an entry" or "Change an entry".
    pub fn title(self, changes: bool) -> String {
        let what = match self {
            Kind::Case => "a family",
            Kind::Entry => "an entry",
            Kind::Person => "a person",
            Kind::Bond => "what joins two people",
            Kind::Placement => "where a child lived",
            Kind::Legal => "a legal status",
            Kind::Decision => "a decision on a zone",
            Kind::Capacity => "capacity that is shown",
            Kind::Lapse => "a lapse",
            Kind::Join => return "Join two entries".to_owned(),
            Kind::Split => return "Split an account off".to_owned(),
            Kind::Settle => return "Settle a question".to_owned(),
            Kind::Finding => "a finding",
            Kind::StageMark => return "Say how far an item is".to_owned(),
            Kind::NamedRole => return "Name who has a part".to_owned(),
        };
        format!("{} {what}", if changes { "Change" } else { "Add" })
    }
}

/// The fields of a form, filled from the record that it changes.
pub(super) fn fields(
    kind: Kind,
    target: Option<RecordId>,
    body: Option<&Body>,
    around: Around<'_>,
) -> Vec<Field> {
    let input = |name: &str| match (kind, body) {
        (Kind::Case, Some(Body::Case(case))) => family::input(name, case),
        (Kind::Case, _) => family::input(name, &Default::default()),
        (Kind::Entry, Some(Body::Entry(entry))) => entry::input(name, Some(entry), target, around),
        (Kind::Entry, _) => entry::input(name, None, None, around),
        (Kind::Person, Some(Body::Person(person))) => person::input(name, person),
        (Kind::Person, _) => person::input(name, &Default::default()),
        (Kind::Bond, Some(Body::Bond(bond))) => bond::input(name, Some(bond), around),
        (Kind::Bond, _) => bond::input(name, None, around),
        (Kind::Placement, Some(Body::Placement(placement))) => {
            placement::input(name, Some(placement), around)
        }
        (Kind::Placement, _) => placement::input(name, None, around),
        (Kind::Legal, Some(Body::LegalStatus(legal))) => legal::input(name, Some(legal), around),
        (Kind::Legal, _) => legal::input(name, None, around),
        (Kind::Decision, Some(Body::ZoneDecision(decision))) => {
            decision::input(name, Some(decision), around)
        }
        (Kind::Decision, _) => decision::input(name, None, around),
        (Kind::Capacity, Some(Body::ShownCapacity(shown))) => {
            capacity::input(name, Some(shown), around)
        }
        (Kind::Capacity, _) => capacity::input(name, None, around),
        (Kind::Lapse, Some(Body::Lapse(lapse))) => capacity::lapse_input(name, Some(lapse), around),
        (Kind::Lapse, _) => capacity::lapse_input(name, None, around),
        (Kind::Join | Kind::Split, Some(Body::Entry(entry))) => {
            same_event::input(name, kind, entry, target, around)
        }
        (Kind::Settle, Some(Body::Entry(entry))) => settle::input(name, entry, around),
        (Kind::Join | Kind::Split | Kind::Settle, _) => None,
        (Kind::Finding, Some(Body::FactorFinding(found))) => {
            finding::input(name, Some(found), around)
        }
        (Kind::Finding, _) => finding::input(name, None, around),
        (Kind::StageMark, Some(Body::StageMark(mark))) => stages::mark(name, Some(mark), around),
        (Kind::StageMark, _) => stages::mark(name, None, around),
        (Kind::NamedRole, Some(Body::NamedRole(role))) => stages::role(name, Some(role), around),
        (Kind::NamedRole, _) => stages::role(name, None, around),
    };
    let words = field_words(kind.name());
    words
        .filter_map(|words| Some(Field::new(words, input(&words.name)?)))
        .collect()
}

/// The record that a form makes of what it changes.
pub(super) fn body(
    form: &Form,
    was: Option<Body>,
    around: Around<'_>,
    mint: &mut Mint,
) -> Result<Body, Refusal> {
    Ok(match (form.kind, was) {
        (Kind::Case, Some(Body::Case(was))) => Body::Case(family::body(form, Some(was), around)?),
        (Kind::Case, _) => Body::Case(family::body(form, None, around)?),
        (Kind::Entry, Some(Body::Entry(was))) => {
            Body::Entry(entry::body(form, Some(was), around, mint)?)
        }
        (Kind::Entry, _) => Body::Entry(entry::body(form, None, around, mint)?),
        (Kind::Person, Some(Body::Person(was))) => {
            Body::Person(person::body(form, Some(was), around)?)
        }
        (Kind::Person, _) => Body::Person(person::body(form, None, around)?),
        (Kind::Bond, Some(Body::Bond(was))) => Body::Bond(bond::body(form, Some(was), around)?),
        (Kind::Bond, _) => Body::Bond(bond::body(form, None, around)?),
        (Kind::Placement, Some(Body::Placement(was))) => {
            Body::Placement(placement::body(form, Some(was), around)?)
        }
        (Kind::Placement, _) => Body::Placement(placement::body(form, None, around)?),
        (Kind::Legal, Some(Body::LegalStatus(was))) => {
            Body::LegalStatus(legal::body(form, Some(was), around)?)
        }
        (Kind::Legal, _) => Body::LegalStatus(legal::body(form, None, around)?),
        (Kind::Finding, Some(Body::FactorFinding(was))) => {
            Body::FactorFinding(finding::body(form, Some(was), around)?)
        }
        (Kind::Finding, _) => Body::FactorFinding(finding::body(form, None, around)?),
        (Kind::StageMark, Some(Body::StageMark(was))) => {
            Body::StageMark(stages::mark_body(form, Some(was), around)?)
        }
        (Kind::StageMark, _) => Body::StageMark(stages::mark_body(form, None, around)?),
        (Kind::NamedRole, Some(Body::NamedRole(was))) => {
            Body::NamedRole(stages::role_body(form, Some(was), around)?)
        }
        (Kind::NamedRole, _) => Body::NamedRole(stages::role_body(form, None, around)?),
        (Kind::Decision, Some(Body::ZoneDecision(was))) => {
            Body::ZoneDecision(decision::body(form, Some(was), around)?)
        }
        (Kind::Decision, _) => Body::ZoneDecision(decision::body(form, None, around)?),
        (Kind::Capacity, Some(Body::ShownCapacity(was))) => {
            Body::ShownCapacity(capacity::body(form, Some(was), around)?)
        }
        (Kind::Capacity, _) => Body::ShownCapacity(capacity::body(form, None, around)?),
        (Kind::Lapse, Some(Body::Lapse(was))) => {
            Body::Lapse(capacity::lapse(form, Some(was), around)?)
        }
        (Kind::Lapse, _) => Body::Lapse(capacity::lapse(form, None, around)?),
        (Kind::Join | Kind::Split | Kind::Settle, Some(was)) => was,
        (Kind::Join | Kind::Split | Kind::Settle, None) => {
            return Err(Refusal::new("why", "This entry is no longer in the case."));
        }
    })
}

fn line(text: &str) -> Option<Input> {
    Some(Input::Text(TextField::line(text)))
}

fn long(text: &str) -> Option<Input> {
    Some(Input::Text(TextField::long(text)))
}

fn date(date: Option<&crate::record::FuzzyDate>) -> Option<Input> {
    Some(Input::Date(TextField::line(
        date.map_or("", |date| date.written()),
    )))
}

fn one(options: Vec<Choosable>, chosen: &str) -> Option<Input> {
    Some(Input::Choice(Choice::one(options, chosen, Layout::Flow)))
}

fn several(options: Vec<Choosable>, chosen: &[String], layout: Layout) -> Option<Input> {
    let chosen = chosen.iter().map(String::as_str);
    Some(Input::Choice(Choice::several(options, chosen, layout)))
}

fn ids(ids: &[RecordId]) -> Vec<String> {
    ids.iter().map(RecordId::to_string).collect()
}

fn none_yet() -> Choosable {
    Choosable::new("", "not chosen")
}

fn children(around: Around<'_>) -> Vec<Choosable> {
    let children = around.file.children().into_iter();
    children
        .map(|child| Choosable::new(child.id().to_string(), child.body.short_name()))
        .collect()
}

/// One of the children: the record's, else the one who is looked at, else the only one.
fn one_child(chosen: Option<RecordId>, around: Around<'_>) -> Option<Input> {
    let mut options = children(around);
    let only = match options.as_slice() {
        [only] => only.id.clone(),
        _ => String::new(),
    };
    options.insert(0, none_yet());
    let chosen = chosen.or(around.child);
    one(options, &chosen.map_or(only, |child| child.to_string()))
}

/// People with what they are to the children, so that two of one name can be told apart. Children stand last.
fn people(around: Around<'_>, with_children: bool) -> Vec<Choosable> {
    let mut people: Vec<_> = around.file.people.values().collect();
    people.sort_by(|a, b| (a.body.is_child, &a.body.name).cmp(&(b.body.is_child, &b.body.name)));
    let shown = people
        .into_iter()
        .filter(|person| with_children || !person.body.is_child);
    let words = |name: &str, relation: &str| match relation.is_empty() {
        true => name.to_owned(),
        false => format!("{name} ({relation})"),
    };
    shown
        .map(|person| {
            Choosable::new(
                person.id().to_string(),
                words(&person.body.name, &person.body.relation),
            )
        })
        .collect()
}

/// Entries by their date and first words, in order of time.
fn entries(around: Around<'_>, but: Option<RecordId>) -> Vec<Choosable> {
    let entries = around
        .file
        .chronology()
        .into_iter()
        .filter(|entry| Some(entry.id()) != but);
    entries
        .map(|entry| {
            let line = entry_line(entry);
            let told = entry.body.accounts.iter().map(|told| told.text.as_str());
            let words: Vec<_> = [line.as_str()].into_iter().chain(told).collect();
            Choosable::new(entry.id().to_string(), line.as_str()).also_found_by(&words.join(" "))
        })
        .collect()
}

fn entry_line(entry: &Record<Entry>) -> String {
    let told = entry.body.accounts.first();
    let words = match (entry.body.headline.is_empty(), told) {
        (true, Some(told)) => told.text.as_str(),
        _ => entry.body.headline.as_str(),
    };
    let source = told.map_or("", |told| told.source.as_str());
    let words: String = words
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
        .take(120)
        .collect();
    let parts = [entry.body.when.written(), source, &words];
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

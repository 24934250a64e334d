//! What a record says, field by field, in words: one label for each field, names of people and words of other records
//! in the place of ids. The history, plain text, pages and screens read it.

use crate::insight::in_a_line::{day_of, words_of};
use crate::insight::people::short_names;
use crate::insight::words::counted;
use crate::practice::field_label;
use crate::record::{
    AccountId, Body, CaseFile, FieldInfo, FieldRole, FuzzyDate, RecordId, RecordKind, Shape, Value,
};

use std::collections::BTreeMap;

/// A field with what it says in words; empty where nobody said anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The field's key.
    pub name: &'static str,
    /// Its label, the same in forms, the history, plain text and documents.
    pub label: &'static str,
    /// What it says.
    pub words: String,
}

/// Every field of a record in the order in which fields are shown. Where it was imported from is not a fact of it.
/// `file` gives the names of people and the words of other records.
pub fn facts(file: &CaseFile, body: &Body) -> Vec<Fact> {
    let kind = body.kind();
    let told = body.values().into_iter();
    told.filter(|(info, _)| !info.is(FieldRole::Origin))
        .map(|(info, value)| Fact {
            name: info.name,
            label: field_label(kind.key(), info.name),
            words: match (body, info.name) {
                (Body::PlanVersion(version), "parts") => {
                    counted_by_kind(file, version.parts.iter().map(|(id, _)| *id))
                }
                (Body::Entry(entry), "accounts") => {
                    let told = entry.accounts.iter().map(account_in_words);
                    told.collect::<Vec<_>>().join("; ")
                }
                _ => in_words(file, info, &value),
            },
        })
        .collect()
}

/// What a field says, in words.
pub fn in_words(file: &CaseFile, info: &FieldInfo, value: &Value<'_>) -> String {
    let named = |id: &str| choice_words(&info.shape, id);
    match value {
        Value::Text(words) => (*words).to_owned(),
        Value::Texts(ids) => several(ids.iter().map(|id| named(id))),
        Value::Date(date) => date.map_or_else(String::new, day),
        Value::Dates(dates) => several(dates.iter().map(day)),
        Value::Records(ids) => records(file, info, ids),
        Value::Whose(people, "") => {
            let names = short_names(file, people);
            match people.len() {
                0 | 1 => names,
                _ => format!("{names} together"),
            }
        }
        Value::Whose(_, group) => named(group),
        Value::Choice(id) => named(id),
        Value::Number(number) => number.map_or_else(String::new, |number| number.to_string()),
        Value::Labelled(parts) => several(parts.iter().map(|(label, words)| match *label {
            "" => words.to_string(),
            label => format!("{label}: {words}"),
        })),
    }
}

/// The words of a choice; the id itself where the content does not have it any more.
pub fn choice_words(shape: &Shape, id: &str) -> String {
    if let (Shape::OneOr(nobody_said, _), "") = (shape, id) {
        // "None chosen" is not a fact; "not asked yet" is.
        return match nobody_said.starts_with("not asked") {
            true => (*nobody_said).to_owned(),
            false => String::new(),
        };
    }
    if let Shape::Whose(groups) = shape {
        let group = groups.iter().find(|(known, _)| *known == id);
        return group.map_or(id, |(_, words)| words).to_owned();
    }
    let offered = shape.offered().into_iter();
    let chosen = offered.into_iter().find(|choice| choice.id == id);
    chosen.map_or_else(|| id.to_owned(), |choice| choice.words.into_owned())
}

/// A date in the form in which all dates are shown, with its time of day when one was written.
fn day(date: &FuzzyDate) -> String {
    match date.time() {
        Some(_) => date.written().to_owned(),
        None => date.in_short(),
    }
}

fn several(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join("; ")
}

fn records(file: &CaseFile, info: &FieldInfo, ids: &[RecordId]) -> String {
    match info.shape {
        Shape::Person("the family as a whole") if ids.is_empty() => "the family".to_owned(),
        Shape::Account => several(ids.iter().map(|id| account_of(file, *id))),
        _ if ids.iter().all(|id| file.people.contains_key(id)) => short_names(file, ids),
        _ => several(ids.iter().map(|id| record_in_words(file, *id))),
    }
}

/// Records by how many of each kind they are: "4 challenges, 6 supports"; "nothing yet" where none is in the case.
pub fn counted_by_kind(file: &CaseFile, ids: impl Iterator<Item = RecordId>) -> String {
    let mut counts: BTreeMap<RecordKind, usize> = BTreeMap::new();
    for record in ids.filter_map(|id| file.record(id)) {
        *counts.entry(record.body.kind()).or_default() += 1;
    }
    // Challenges, supports, bottom lines, then goals: the order of their numbers.
    let told = counts
        .into_iter()
        .map(|(kind, count)| counted(count, kind.one(), kind.many()));
    match told.collect::<Vec<_>>() {
        none if none.is_empty() => "nothing yet".to_owned(),
        told => told.join(", "),
    }
}

/// Another record by its words, an entry with its day before them.
pub fn record_in_words(file: &CaseFile, id: RecordId) -> String {
    if let Some(person) = file.people.get(&id) {
        return person.body.short_name().to_owned();
    }
    if let Some(entry) = file.entries.get(&id) {
        return format!("{}: {}", day(&entry.body.when), entry.body.in_short());
    }
    let Some(record) = file.record(id) else {
        return "a record that is no longer in this case".to_owned();
    };
    let words = match record.body.kind() {
        // A session is known by its day; what was said in it is too long to stand for it.
        RecordKind::Supervision => "",
        _ => words_of(&record.body),
    };
    let kind = record.body.kind().one();
    match (words, day_of(&record.body)) {
        ("", Some(on)) => format!("{kind}, {}", day(on)),
        ("", None) => kind.to_owned(),
        (words, _) => words.to_owned(),
    }
}

/// Who told an entry; of anything else, what it is.
pub fn source_of(body: &Body) -> String {
    match body {
        Body::Entry(entry) => {
            let told = entry.accounts.first();
            told.map_or_else(String::new, |told| told.source.clone())
        }
        other => other.kind().one().to_owned(),
    }
}

/// A record in a few words: those people know it by, else the first things it says beside its days and who it is about.
pub fn in_short(file: &CaseFile, body: &Body) -> String {
    let words = words_of(body);
    if !words.is_empty() {
        return words.to_owned();
    }
    let said = body.values().into_iter().filter(|(info, value)| {
        let is_other = info.is(FieldRole::About) || info.is(FieldRole::Origin);
        !is_other && !matches!(value, Value::Date(_))
    });
    let said = said.map(|(info, value)| in_words(file, info, &value));
    let said: Vec<String> = said.filter(|words| !words.is_empty()).take(3).collect();
    said.join(", ")
}

/// "Police, Police, 20 Feb 2021, MP/17, recorded by PC 41: what it says. Its analysis: …".
fn account_in_words(account: &crate::record::Account) -> String {
    let kind = crate::practice::source_kind_name(&account.source_kind);
    let recorded = match account.recorded_by.as_str() {
        "" => String::new(),
        by => format!("recorded by {by}"),
    };
    let known = account.known_on.map_or_else(String::new, |on| {
        format!("known on {}", on.format("%-d %b %Y"))
    });
    let mut head = vec![
        account.source.clone(),
        kind.to_owned(),
        day(&account.when),
        account.reference.clone(),
        recorded,
        known,
    ];
    head.retain(|part| !part.is_empty());
    let mut said = format!("{}: {}", head.join(", "), account.text);
    for (name, words) in [("analysis", &account.analysis), ("action", &account.action)] {
        if !words.is_empty() {
            said += &format!(" Its {name}: {words}");
        }
    }
    for (name, words) in &account.more {
        said += &format!(" {name}: {words}");
    }
    said
}

/// What an account says, found by its id wherever it stands by now.
pub fn account_of(file: &CaseFile, id: AccountId) -> String {
    let mut accounts = file.entries.values().flat_map(|entry| &entry.body.accounts);
    let found = accounts.find(|account| account.id == id);
    found.map_or_else(String::new, |account| {
        format!(
            "{}, {}: {}",
            account.source,
            day(&account.when),
            account.text
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_field_of_every_kind_has_one_label_of_its_own() {
        for kind in RecordKind::ALL {
            let fields = kind.fields();
            let names: BTreeSet<&str> = fields.iter().map(|field| field.name).collect();
            assert_eq!(names.len(), fields.len(), "{kind:?} names a field twice");
            let labels: BTreeSet<&str> = fields
                .iter()
                .map(|field| field_label(kind.key(), field.name))
                .collect();
            assert!(!labels.contains(""), "{kind:?} has a field without a label");
            assert_eq!(
                labels.len(),
                fields.len(),
                "{kind:?} has a label twice: {labels:?}"
            );
        }
    }
}

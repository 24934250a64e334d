//! The fields of what is known: the family, its people and homes, the chronology, imports, visits and meetings.

use super::{Named, day, day_if, one_person, people, records, several, yes};
use crate::practice::timescales::occasion_name;
use crate::practice::{Zone, source_kinds, theme_name};
use crate::record::*;

pub(super) fn case(case: &Case) -> Vec<Named> {
    vec![
        ("family", case.name.clone()),
        ("reference", case.reference.clone()),
        ("worker", case.worker.clone()),
        ("opened", day_if(case.opened.as_ref())),
        ("closed", day_if(case.closed.as_ref())),
        ("what to know first", case.note.clone()),
    ]
}

pub(super) fn person(person: &Person) -> Vec<Named> {
    let sex = match person.sex {
        Sex::Female => "female",
        Sex::Male => "male",
        Sex::Other => "something else",
        Sex::NotKnown => "",
    };
    vec![
        ("name", person.name.clone()),
        ("known as", person.known_as.clone()),
        ("also written", several(&person.also_written)),
        ("relation", person.relation.clone()),
        ("a child of the case", yes(person.is_child)),
        ("born", day_if(person.born.as_ref())),
        ("died", day_if(person.died.as_ref())),
        ("sex", sex.to_owned()),
        ("reference", person.reference.clone()),
        ("notes", person.notes.clone()),
        ("arrival", person.arrival.words().to_owned()),
        ("born, others say", said(&person.born_elsewhere)),
        ("died, others say", said(&person.died_elsewhere)),
    ]
}

/// "1990 (police)".
fn said(dates: &[SaidDate]) -> String {
    several(
        dates
            .iter()
            .map(|said| format!("{} ({})", day(&said.date), said.by)),
    )
}

pub(super) fn bond(file: &CaseFile, bond: &Bond) -> Vec<Named> {
    vec![
        ("who", people(file, &[bond.from])),
        ("is what", bond.kind.words()),
        ("of whom", people(file, &[bond.to])),
        ("since", day_if(bond.since.as_ref())),
        ("until", day_if(bond.until.as_ref())),
        ("note", bond.note.clone()),
    ]
}

pub(super) fn placement(file: &CaseFile, home: &Placement) -> Vec<Named> {
    let miles = home.miles_from_home;
    vec![
        ("child", people(file, &[home.child])),
        ("from", day(&home.from)),
        ("to", day_if(home.to.as_ref())),
        ("kind of place", home.kind.clone()),
        ("carer", home.carer.clone()),
        ("carers in this case", people(file, &home.carers)),
        ("place", home.place.clone()),
        (
            "miles from home",
            miles.map_or_else(String::new, |miles| miles.to_string()),
        ),
        ("why it ended", home.why_ended.clone()),
        ("note", home.note.clone()),
    ]
}

pub(super) fn legal_status(file: &CaseFile, legal: &LegalStatus) -> Vec<Named> {
    vec![
        ("child", people(file, &[legal.child])),
        ("legal status", legal.status.clone()),
        ("code", legal.code.clone()),
        ("from", day(&legal.from)),
        ("to", day_if(legal.to.as_ref())),
        ("note", legal.note.clone()),
    ]
}

pub(super) fn entry(file: &CaseFile, entry: &Entry) -> Vec<Named> {
    let weight = match entry.significance {
        Significance::Background => "background",
        Significance::Ordinary => "ordinary",
        Significance::Key => "key event",
        Significance::Turning => "turning point",
    };
    vec![
        ("when", day(&entry.when)),
        ("headline", entry.headline.clone()),
        ("children", people(file, &entry.children)),
        ("people", people(file, &entry.people)),
        ("told by", several(entry.accounts.iter().map(account))),
        ("weight", weight.to_owned()),
        ("impact", entry.impact.clone()),
        ("evidence for the impact", entry.impact_evidence.clone()),
        ("link to now", entry.link_now.clone()),
        ("link to the past", entry.link_then.clone()),
        ("research", entry.research.clone()),
        ("analysis", entry.analysis.clone()),
        ("action", entry.action.clone()),
        ("why no action", entry.why_no_action.clone()),
        ("family's view", entry.family_view.clone()),
        (
            "themes",
            several(entry.themes.iter().map(|id| theme_name(id))),
        ),
        (
            "colour",
            entry.zone.map_or_else(String::new, Zone::letter_and_word),
        ),
        ("linked entries", records(file, &entry.linked)),
        (
            "open questions",
            several(entry.open_doubts().map(|doubt| &doubt.text)),
        ),
    ]
}

/// "Police, Police, 20 Feb 2021, MP/17, recorded by PC 41: what it says. Its analysis: …".
fn account(account: &Account) -> String {
    let mut kinds = source_kinds().iter();
    let kind = kinds.find(|kind| kind.id == account.source_kind);
    let kind = kind.map_or(account.source_kind.as_str(), |kind| &kind.name);
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

pub(super) fn import(import: &Import) -> Vec<Named> {
    let files = import.files.iter().map(|file| {
        format!(
            "{}: {} rows, {} became entries, {} joined an event, {} set aside",
            file.file,
            file.rows,
            file.entries,
            file.joined,
            file.set_aside.len()
        )
    });
    vec![("files", several(files))]
}

pub(super) fn verdict(file: &CaseFile, verdict: &Verdict) -> Vec<Named> {
    let said = match verdict.same_event {
        true => "one event",
        false => "two events",
    };
    vec![
        ("decided", said.to_owned()),
        ("the one account", account_in_words(file, verdict.one)),
        ("the other account", account_in_words(file, verdict.other)),
        ("why", verdict.why.clone()),
    ]
}

/// What an account says, found by its id wherever it stands by now.
pub(in crate::insight::changes) fn account_in_words(file: &CaseFile, id: AccountId) -> String {
    let accounts = file.entries.values().flat_map(|entry| &entry.body.accounts);
    let mut found = accounts.filter(|account| account.id == id);
    found.next().map_or_else(String::new, |account| {
        format!(
            "{}, {}: {}",
            account.source,
            day(&account.when),
            account.text
        )
    })
}

pub(super) fn occasion(file: &CaseFile, occasion: &Occasion) -> Vec<Named> {
    vec![
        ("what it was", occasion_name(&occasion.what).to_owned()),
        ("on", day(&occasion.on)),
        ("children", people(file, &occasion.children)),
        ("seen", people(file, &occasion.seen)),
        ("seen alone", people(file, &occasion.seen_alone)),
        ("why not alone", occasion.why_not_alone.clone()),
        ("by", occasion.by.clone()),
        ("what came of it", occasion.outcome.clone()),
        ("entries", records(file, &occasion.entries)),
    ]
}

/// A child, or the family when none is named.
pub(super) fn child_or_family(file: &CaseFile, child: Option<RecordId>) -> String {
    match child {
        None => "the family".to_owned(),
        child => one_person(file, child),
    }
}

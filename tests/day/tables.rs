//! The tables of kinds and fields, over every kind and every field: whatever a new kind forgets fails here.

use super::desk::Desk;
use chrono::{DateTime, NaiveDate};
use std::collections::{BTreeSet, HashMap};
use throughline::insight::fields::facts;
use throughline::insight::references::{pointing_at, redirected, released};
use throughline::insight::search::{Needle, in_record, search};
use throughline::practice::{field_label, field_words};
use throughline::record::*;
use throughline::store::Store;

const WORD: &str = "zebrafinch";

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn id(number: u8) -> RecordId {
    RecordId::from_bytes([number; 16])
}

fn record(number: u8, body: Body) -> Record<Body> {
    let meta = Meta {
        id: id(number),
        case: id(200),
        author: "M Clarke".into(),
        recorded_at: DateTime::default(),
        revision: 1,
        removed: None,
    };
    Record { meta, body }
}

fn family() -> CaseFile {
    CaseFile::of([record(
        200,
        Body::Case(Case {
            name: "Made up".into(),
            ..Case::default()
        }),
    )])
}

/// Every field of words, as a record in which only that field says anything.
fn with_a_word() -> Vec<(RecordKind, &'static FieldInfo, Body)> {
    let mut all = Vec::new();
    for kind in RecordKind::ALL {
        for info in kind.fields() {
            if matches!(info.shape, Shape::Line | Shape::Long | Shape::Parts(_))
                && !info.is(FieldRole::Origin)
            {
                let mut body = kind.blank();
                // A list of dates with who gave them takes nothing else.
                if body.set(info.name, WORD, today()).is_ok() {
                    all.push((*kind, info, body));
                }
            }
        }
    }
    all
}

/// Every field that leads to records, as a record in which only that field leads to one.
fn with_a_reference(to: RecordId) -> Vec<(RecordKind, &'static FieldInfo, Body)> {
    let mut all = Vec::new();
    for kind in RecordKind::ALL {
        for info in kind.fields() {
            let mut body = kind.blank();
            let is_set = body.set(info.name, &to.to_string(), today()).is_ok();
            if is_set && body.references().contains(&to) {
                all.push((*kind, info, body));
            }
        }
    }
    all
}

#[test]
fn every_word_that_anybody_writes_is_found_in_the_case_and_over_all_cases() {
    let needle = Needle::new(WORD);
    let mut kinds = BTreeSet::new();
    for (kind, info, body) in with_a_word() {
        if !kind.is_searched() {
            continue;
        }
        let hit = in_record(&record(1, body.clone()), &needle);
        let hit = hit.unwrap_or_else(|| panic!("{} of {kind:?} is not searched", info.name));
        assert_eq!(hit.field, field_label(kind.key(), info.name));
        if !kinds.insert(kind) {
            continue;
        }
        let mut file = family();
        let number = if kind == RecordKind::Case { 200 } else { 1 };
        file.apply(record(number, body.clone()));
        assert_eq!(search(&file, &needle).len(), 1, "{kind:?} in the case");
        let store = Store::in_memory("M Clarke").unwrap();
        let write = Write::Put(id(number), Box::new(body));
        let change = Change::of(
            &CaseFile::default(),
            id(200),
            "M Clarke",
            "add",
            DateTime::default(),
            vec![write],
        );
        store.save(&change).unwrap();
        let mut found = 0;
        store
            .find_records(&[id(200)], &needle, |_, _| {
                found += 1;
                std::ops::ControlFlow::Continue(())
            })
            .unwrap();
        assert_eq!(found, 1, "{kind:?} over all cases");
    }
    let searched = RecordKind::ALL.iter().filter(|kind| kind.is_searched());
    let silent: Vec<_> = searched.filter(|kind| !kinds.contains(kind)).collect();
    assert_eq!(
        silent,
        [&RecordKind::Entry; 0],
        "these kinds have no words at all"
    );
    // What an import brought, and what was settled on the way, is the program's own book-keeping.
    let unread = RecordKind::ALL.iter().filter(|kind| !kind.is_searched());
    assert_eq!(
        unread.copied().collect::<Vec<_>>(),
        [
            RecordKind::Import,
            RecordKind::Verdict,
            RecordKind::WordingKept,
            RecordKind::GedcomLines
        ]
    );
}

#[test]
fn every_reference_holds_on_to_what_it_points_at_and_follows_it_when_it_is_joined() {
    let all = with_a_reference(id(7));
    assert!(all.len() > 70, "{}", all.len());
    for (kind, info, body) in all {
        let mut file = family();
        let number = if kind == RecordKind::Case { 200 } else { 1 };
        file.apply(record(number, body));
        let holds: Vec<_> = pointing_at(&file, &[id(7)]);
        let is_free = info.is(FieldRole::Moment) || matches!(info.shape, Shape::Kept);
        let expected = match is_free {
            true => vec![],
            false => vec![(kind, id(number))],
        };
        assert_eq!(holds, expected, "{} of {kind:?}", info.name);
        let freed = released(&file, &[id(7)]);
        let is_kept = matches!(info.shape, Shape::Kept) && !info.is(FieldRole::Moment);
        assert_eq!(
            freed.len(),
            usize::from(is_kept),
            "{} of {kind:?}",
            info.name
        );
        assert!(freed.iter().all(|(_, body)| body.references().is_empty()));
        if matches!(info.shape, Shape::Account) {
            continue;
        }
        let moved = HashMap::from([(id(7), id(8))]);
        let now = redirected(&file, &moved);
        assert_eq!(now.len(), 1, "{} of {kind:?}", info.name);
        assert_eq!(now[0].1.references(), [id(8)], "{} of {kind:?}", info.name);
    }
}

#[test]
fn every_field_stands_in_the_history_under_the_label_of_its_form() {
    let file = family();
    for kind in RecordKind::ALL {
        let told = facts(&file, &kind.blank());
        let labels: Vec<&str> = told.iter().map(|fact| fact.label).collect();
        for info in kind.fields() {
            let label = field_label(kind.key(), info.name);
            assert_eq!(
                labels.contains(&label),
                !info.is(FieldRole::Origin),
                "{} of {kind:?}",
                info.name
            );
            let asked = field_words(kind.key()).find(|words| words.name == info.name);
            assert_eq!(asked.map_or(label, |words| &words.label), label);
        }
    }
}

#[test]
fn a_person_is_not_removed_while_records_are_about_them_and_each_can_be_opened() {
    let mut desk = Desk::demo();
    desk.press("/").type_text("prosser").press("enter enter 2");
    let before = desk.line_with("Lowri");
    desk.press("x")
        .shows("Not removed:")
        .shows("to this person");
    desk.press("esc");
    assert_eq!(desk.line_with("Lowri"), before);
    desk.press("x enter").does_not_show("Not removed:");
}

#[test]
fn what_is_written_of_a_lapse_is_read_where_the_matrix_tells_why() {
    use throughline::insight::factors::Sheet;
    use throughline::insight::zones::evidence::{Topic, grounds};
    use throughline::insight::zones::present::present;
    let mut file = family();
    let person = |name: &str, is_child| {
        Body::Person(Person {
            name: name.into(),
            is_child,
            ..Person::default()
        })
    };
    file.apply(record(2, person("Ava", true)));
    file.apply(record(3, person("Jane", false)));
    let mut lapse = RecordKind::Lapse.blank();
    for (field, words) in [
        ("carer", id(3).to_string().as_str()),
        ("on", "3 Nov 2026"),
        ("what", "A bottle of wine."),
        ("how_met", "She rang her sister."),
        ("direction", "Still upwards."),
    ] {
        lapse.set(field, words, today()).unwrap();
    }
    file.apply(record(4, lapse));
    let present = present(&file, id(2), today());
    let sheet = Sheet::of(&file, today());
    let told = grounds(&file, &sheet, id(2), Topic::Capacity, &present, today());
    let words: Vec<&str> = told.iter().map(|ground| ground.words.as_str()).collect();
    let all = words.join("\n");
    for part in [
        "A bottle of wine.",
        "She rang her sister.",
        "Still upwards.",
    ] {
        assert!(all.contains(part), "{part}: {all}");
    }
}

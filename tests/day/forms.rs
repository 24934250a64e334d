//! Writing into forms: records added and changed by keyboard alone, changes taken back.

use super::desk::Desk;
use throughline::record::*;
use throughline::store::Store;

/// A store in memory with one family: two children and their father.
fn haddad() -> Store {
    let store = Store::in_memory("M Clarke").unwrap();
    let mut mint = Mint::seeded(5);
    let id = mint.next_id();
    let day = |day: &str| Some(FuzzyDate::day(day.parse().unwrap()));
    let person = |name: &str, born: Option<FuzzyDate>, relation: &str| Person {
        name: name.to_owned(),
        is_child: born.is_some(),
        born,
        relation: relation.to_owned(),
        ..Person::default()
    };
    let case = Case {
        name: "Haddad".to_owned(),
        ..Case::default()
    };
    let bodies = [
        Body::Case(case),
        Body::Person(person("Amal Haddad", day("2013-11-01"), "")),
        Body::Person(person("Yusuf Haddad", day("2017-05-01"), "")),
        Body::Person(person("Sami Haddad", None, "father")),
    ];
    let writes = bodies.into_iter().enumerate().map(|(place, body)| {
        let id = if place == 0 { id } else { mint.next_id() };
        Write::Put(id, Box::new(body))
    });
    let writes = writes.collect();
    let now = chrono::DateTime::default();
    let change = Change::of(&CaseFile::default(), id, "M Clarke", "made up", now, writes);
    store.save(&change).unwrap();
    store
}

/// The chronology of that family, still empty.
pub fn chronology() -> Desk {
    let mut desk = Desk::with_store(haddad());
    desk.at(80, 24).press("enter 3");
    desk
}

pub fn file(desk: &Desk) -> &CaseFile {
    &desk.model.case().unwrap().file
}

pub fn entry<'a>(desk: &'a Desk, words: &str) -> Option<&'a Record<Entry>> {
    let told = |entry: &&Record<Entry>| {
        entry.body.headline.contains(words)
            || entry
                .body
                .accounts
                .iter()
                .any(|told| told.text.contains(words))
    };
    file(desk).entries.values().find(told)
}

pub fn add(desk: &mut Desk, what: &str) {
    desk.press("a")
        .type_text("3 nov")
        .press("tab")
        .type_text(what)
        .press("ctrl-s");
}

/// The chronology of the demo's first family.

#[test]
fn an_entry_is_added_by_keyboard_alone_and_the_list_stands_on_it() {
    let mut desk = chronology();
    desk.press("a")
        .shows("Add an entry")
        .shows("yesterday, not known");
    desk.type_text("3 nov")
        .shows("reads as Tuesday 3 November 2026")
        .shows("was 13 years");
    desk.press("tab")
        .type_text("Read aloud in class, \"first in line\".\nProud.");
    desk.press("tab tab")
        .shows("[ ] Amal")
        .press("space right space");
    desk.press("tab")
        .type_text("sam had")
        .shows("find: sam had")
        .shows("enter ticks what is found")
        .press("enter")
        .shows("[x] Sami Haddad");
    desk.press("tab right")
        .shows("[key event]")
        .press("tab right right")
        .shows("[Y Yellow]");
    desk.press("ctrl-s")
        .shows("Saved: add an entry (u takes it back).");
    let added = entry(&desk, "first in line").unwrap().clone();
    assert_eq!(added.body.when.written(), "3 Nov 2026");
    assert_eq!(added.body.accounts.len(), 1);
    assert_eq!(
        added.body.accounts[0].text,
        "Read aloud in class, \"first in line\".\nProud."
    );
    assert_eq!((added.body.children.len(), added.body.people.len()), (2, 1));
    assert_eq!(added.body.significance, Significance::Key);
    assert_eq!(added.body.zone, Some(throughline::practice::Zone::Yellow));
    assert_eq!(
        desk.model.case().unwrap().chronology.chosen(),
        Some(added.id())
    );
    assert!(desk.line_with("Read aloud in class").contains("3 Nov 2026"));
    assert!(desk.model.drafts.is_empty());
}

#[test]
fn an_entry_needs_what_happened_and_says_so_at_the_field() {
    let mut desk = chronology();
    desk.press("a").type_text("3 nov").press("ctrl-s");
    desk.shows("An entry needs what happened. Everything else may wait.")
        .shows("▌What happened");
    desk.type_text("Snow.")
        .does_not_show("Everything else may wait")
        .press("ctrl-s");
    assert!(entry(&desk, "Snow.").is_some());
}

#[test]
fn a_date_that_cannot_be_read_asks_and_is_kept() {
    let mut desk = chronology();
    desk.press("a")
        .type_text("the wet spring")
        .shows("could not be read")
        .shows("kept as written");
    desk.press("tab")
        .type_text("Water in the kitchen.")
        .press("ctrl-s")
        .shows("Saved");
    assert_eq!(
        entry(&desk, "Water").unwrap().body.when.written(),
        "the wet spring"
    );
}

#[test]
fn an_entry_is_changed_taken_back_and_changed_again() {
    let mut desk = chronology();
    add(&mut desk, "Read aloud.");
    desk.press("e")
        .shows("Change an entry")
        .shows("Read aloud.")
        .press("tab end")
        .type_text(" Loudly.")
        .press("ctrl-s");
    desk.shows("Saved: change an entry (u takes it back).");
    assert!(entry(&desk, "Loudly").is_some());
    desk.press("u").shows("Taken back: change an entry.");
    assert!(entry(&desk, "Loudly").is_none() && entry(&desk, "Read aloud").is_some());
    desk.press("u").shows("Taken back: add an entry.");
    assert!(entry(&desk, "Read aloud").is_none());
    desk.press("U U").shows("Done again: change an entry.");
    assert!(entry(&desk, "Loudly").is_some());
    desk.press("U").shows("nothing to do again");
    desk.press("u u u").shows("nothing to take back");
}

#[test]
fn a_removed_entry_comes_back_with_all_it_had() {
    let mut desk = chronology();
    add(&mut desk, "Read aloud.");
    let before = entry(&desk, "Read aloud").unwrap().body.clone();
    add(&mut desk, "Sang aloud.");
    add(&mut desk, "Laughed aloud.");
    desk.press("k k");
    desk.press("x")
        .shows("Saved: remove an entry (u takes it back).");
    assert!(entry(&desk, "Read aloud").is_none());
    desk.press("u");
    assert_eq!(entry(&desk, "Read aloud").unwrap().body, before);
    desk.press("j x");
    assert_eq!(
        desk.model.case().unwrap().chronology.place.chosen,
        1,
        "the list stays where it stood"
    );
}

#[test]
fn a_change_is_taken_back_from_the_caseload_and_seen_where_it_happened() {
    let mut desk = chronology();
    add(&mut desk, "Read aloud.");
    desk.press("esc").shows("Caseload").press("u");
    desk.shows("Taken back: add an entry.").shows("Haddad");
    assert!(entry(&desk, "Read aloud").is_none());
    desk.press("U");
    let added = entry(&desk, "Read aloud").unwrap().id();
    assert_eq!(desk.model.case().unwrap().chronology.chosen(), Some(added));
}

#[test]
fn a_family_that_was_begun_is_taken_back_and_comes_again() {
    let mut desk = Desk::empty();
    desk.press("a")
        .type_text("Hill")
        .press("ctrl-s")
        .shows("Hill");
    desk.press("u")
        .shows("Taken back: add a family.")
        .shows("0 families");
    desk.press("U")
        .shows("Done again: add a family.")
        .shows("Hill");
    assert_eq!(file(&desk).name(), "Hill");
}

#[test]
fn two_entries_are_joined_and_split_again() {
    let mut desk = chronology();
    add(&mut desk, "Twice told, once.");
    add(&mut desk, "Twice told, again.");
    desk.press("J")
        .shows("Join two entries")
        .type_text("")
        .press("ctrl-s")
        .shows("Choose the entry");
    desk.type_text("once")
        .press("tab")
        .type_text("Same day, same place")
        .press("ctrl-s")
        .shows("Saved: join two entries (u takes it back).");
    assert_eq!(entry(&desk, "Twice told").unwrap().body.accounts.len(), 2);
    let verdict = file(&desk).verdicts.values().next_back().unwrap();
    assert_eq!(
        (verdict.body.same_event, verdict.body.why.as_str()),
        (true, "Same day, same place")
    );
    desk.press("S")
        .shows("Split an account off")
        .press("ctrl-s")
        .shows("Saved");
    assert_eq!(entry(&desk, "again").unwrap().body.accounts.len(), 1);
    desk.press("u u");
    assert!(entry(&desk, "once").unwrap().id() != entry(&desk, "again").unwrap().id());
}

/// A store on disk with one small family.

#[test]
fn the_past_is_not_written_to() {
    let mut desk = chronology();
    let case = desk.model.case_mut().unwrap();
    case.as_at = Some(("2020-01-01".parse().unwrap(), case.file.clone()));
    for key in ["a", "e", "x", "J", "S", "o", "u"] {
        desk.press(key).shows("To write, come back to today");
        assert!(desk.model.layers.is_empty());
    }
}

#[test]
fn a_family_is_begun_and_its_people_added() {
    let mut desk = Desk::empty();
    desk.at(80, 24)
        .press("a")
        .type_text("Hill and Ŵyn")
        .press("ctrl-s")
        .shows("Hill and Ŵyn")
        .shows("Saved: add a family (u takes it back).");
    desk.press("a")
        .type_text("Wren Hill")
        .press("tab tab right")
        .shows("[a child of the case]")
        .press("tab tab");
    desk.type_text("2 aug 2018")
        .shows("8 years 3 months old")
        .press("ctrl-s")
        .shows("Saved: add a person (u takes it back).");
    desk.press("a").type_text("Siân Ŵyn 👩‍👧").press("ctrl-s");
    desk.press("b")
        .type_text("sian")
        .press("tab")
        .shows("[is a parent of]")
        .press("tab tab")
        .type_text("wren")
        .press("ctrl-s");
    desk.shows("Saved: add a family link (u takes it back).");
    desk.press("p")
        .press("tab")
        .type_text("1/9/26")
        .press("tab tab")
        .type_text("Foster care");
    desk.press("tab tab tab tab")
        .type_text("ten")
        .press("ctrl-s")
        .shows("is not a whole number");
    desk.press("ctrl-u")
        .type_text("10")
        .press("ctrl-s")
        .shows("Saved: add a placement (u takes it back).");
    desk.press("l tab")
        .type_text("Section 20")
        .press("ctrl-s")
        .shows("Saved: add a legal status (u takes it back).");
    let file = file(&desk);
    assert_eq!(
        (
            file.people.len(),
            file.bonds.len(),
            file.placements.len(),
            file.legal.len()
        ),
        (2, 1, 1, 1)
    );
    assert_eq!(
        file.children()[0].body.born.as_ref().unwrap().written(),
        "2 aug 2018"
    );
    let (lines, _) = desk.press("esc").frame();
    assert!(lines[0].contains("1 child, 1 family"), "{}", lines[0]);
}

#[test]
fn the_terminals_cursor_stands_on_the_caret_whatever_is_typed() {
    let mut desk = chronology();
    desk.press("a tab").type_text("日本 Zoë ŵ👩‍👧");
    let (lines, caret) = desk.frame();
    let caret = caret.unwrap();
    assert!(lines[usize::from(caret.y)].contains("日本 Zoë ŵ👩‍👧"));
    assert_eq!(caret.x, 20 + 4 + 1 + 3 + 1 + 1 + 2);
    desk.press("left left");
    assert_eq!(desk.frame().1.unwrap().x, caret.x - 3);
}

#[test]
fn long_text_goes_to_the_users_own_editor_and_comes_back() {
    let mut desk = chronology();
    desk.editor_writes = Some("Written elsewhere.\nTwo lines.\n".to_owned());
    desk.press("a tab")
        .type_text("Begun")
        .press("ctrl-e")
        .shows("Written elsewhere.")
        .shows("Two lines.");
    desk.press("ctrl-s");
    assert_eq!(
        entry(&desk, "Written").unwrap().body.accounts[0].text,
        "Written elsewhere.\nTwo lines."
    );
}

#[test]
fn every_form_at_every_size() {
    for (keys, name) in [
        ("3 a", "entry"),
        ("2 a", "person"),
        ("2 p", "placement"),
        ("2 l", "legal"),
        ("2 b", "bond"),
        ("esc a", "family"),
    ] {
        let mut desk = Desk::with_store(haddad());
        desk.at(80, 24).press("enter").press(keys);
        desk.snapshot(&format!("form-{name}-80x24"));
        desk.at(120, 40).snapshot(&format!("form-{name}-120x40"));
        desk.ascii()
            .at(80, 24)
            .snapshot(&format!("form-{name}-ascii"));
        assert!(desk.screen().is_ascii(), "{}", desk.screen());
        for size in [(1, 1), (2, 3), (60, 16), (61, 17), (200, 60)] {
            desk.at(size.0, size.1).screen();
        }
    }
}

//! What is typed is not lost: drafts outlive esc, a lock, a dropped line and the program; nobody overwrites anybody.

use super::desk::Desk;
use super::forms::{add, chronology, entry, file};
use super::terminal::Start;
use throughline::record::*;
use throughline::store::{Cost, Passphrase, Place, Store};
use throughline::tui::clerk::Clerk;
use throughline::tui::effect::{Effect, Msg};
use throughline::tui::update::update;

#[test]
fn what_is_typed_is_kept_within_a_moment_and_after_esc() {
    let mut desk = chronology();
    desk.press("a")
        .type_text("3 nov")
        .press("tab")
        .type_text("Half a sent");
    assert!(
        desk.model
            .keep_by()
            .is_some_and(|when| (when - desk.model.now).num_milliseconds() <= 300)
    );
    desk.model.now += chrono::Duration::milliseconds(300);
    desk.tell(Msg::Clock);
    assert_eq!((desk.model.keep_by(), desk.model.drafts.len()), (None, 1));
    desk.type_text("ence").press("esc").shows("Kept as a draft");
    desk.press("a")
        .shows("Half a sentence")
        .shows("Your draft from");
    desk.press("ctrl-s").shows("Saved");
    assert!(desk.model.drafts.is_empty(), "saved, so no draft stays");
    desk.press("a").type_text("x").press("backspace esc");
    assert!(desk.model.drafts.is_empty(), "emptied, so no draft stays");
}

#[test]
fn typing_writes_at_most_every_300_milliseconds_and_only_what_changed() {
    let mut desk = chronology();
    desk.press("a tab");
    let mut written = Vec::new();
    for letter in "a".repeat(100).chars() {
        desk.model.now += chrono::Duration::milliseconds(50);
        let key = letter.to_string().parse().unwrap();
        written.extend(update(&mut desk.model, Msg::Key(key)));
    }
    let drafts: Vec<_> = written
        .iter()
        .filter_map(|asked| match &asked.effect {
            Effect::PutDraft(draft) => Some(draft.fields.len()),
            _ => None,
        })
        .collect();
    assert!(
        (10..=17).contains(&drafts.len()),
        "{} writes in five seconds",
        drafts.len()
    );
    assert!(drafts.iter().all(|fields| *fields == 1));
}

#[test]
fn a_draft_is_thrown_away_only_when_it_is_asked_for_twice() {
    let mut desk = chronology();
    desk.press("a tab")
        .type_text("Not this.")
        .press("ctrl-x")
        .shows("again throws away")
        .shows("Not this.");
    desk.press("backspace ctrl-x")
        .shows("again throws away")
        .press("ctrl-x")
        .shows("Thrown away.");
    desk.press("a").does_not_show("Not this");
}

#[test]
fn several_drafts_wait_on_the_caseload() {
    let mut desk = chronology();
    desk.press("a tab")
        .type_text("From the chronology.")
        .press("esc esc");
    desk.press("a")
        .type_text("New family")
        .press("esc")
        .press("d");
    desk.shows("Drafts, the latest first")
        .shows("Haddad, add an entry  From the chronology.")
        .shows("add a family");
    desk.press("j x")
        .shows("thrown away")
        .press("esc d")
        .shows("Add");
    assert_eq!(desk.model.drafts.len(), 1);
}

fn on_disk(folder: &std::path::Path) -> Place {
    let place = Place::at(folder.join("store"));
    let store = Store::create(&place, &passphrase(), "M Clarke", Cost::Cheap).unwrap();
    let mut mint = Mint::seeded(3);
    let id = mint.next_id();
    let put = |id, body| Write::Put(id, Box::new(body));
    let child = Person {
        name: "Wren Hill".to_owned(),
        is_child: true,
        ..Person::default()
    };
    let writes = vec![
        put(
            id,
            Body::Case(Case {
                name: "Hill".to_owned(),
                ..Case::default()
            }),
        ),
        put(mint.next_id(), Body::Person(child)),
    ];
    let change = Change::of(
        &CaseFile::default(),
        id,
        "M Clarke",
        "add a family",
        chrono::Utc::now(),
        writes,
    );
    store.save(&change).unwrap();
    place
}

fn passphrase() -> Passphrase {
    Passphrase::new("rain on the Teifi".into())
}

fn unlocked(place: &Place) -> Desk {
    let mut desk = Desk::locked(Clerk::of_place(place.clone()));
    desk.at(80, 24)
        .type_text("rain on the Teifi")
        .press("enter");
    desk
}

#[test]
fn a_draft_outlives_a_lock_a_dropped_line_and_the_program() {
    let folder = tempfile::tempdir().unwrap();
    let place = on_disk(folder.path());
    let mut desk = unlocked(&place);
    desk.press("enter 3 a tab")
        .type_text("Typed before the lock");
    desk.wait_minutes(30).shows("Locked");
    desk.type_text("rain on the Teifi")
        .press("enter")
        .shows("1 draft waits")
        .shows("Hill, add an entry");
    desk.press("a")
        .shows("Typed before the lock")
        .type_text(", and then the line")
        .tell(Msg::Hangup);
    assert!(desk.left);
    drop(desk);
    let mut desk = unlocked(&place);
    desk.shows("1 draft waits")
        .press("d")
        .shows("Typed before the lock, and then the line");
    desk.press("ctrl-s")
        .shows("Saved: add an entry (u takes it back).");
    assert_eq!(file(&desk).entries.len(), 1);
}

#[test]
fn what_could_not_be_saved_stays_in_the_form_beside_what_others_saved() {
    let mut desk = chronology();
    add(&mut desk, "Read aloud.");
    let saved = entry(&desk, "Read aloud").unwrap().clone();
    desk.press("e tab").type_text(" Mine.");
    // Somebody else saves the same entry: this desk does not know of it.
    let mut theirs = saved.body.clone();
    theirs.accounts[0].text = "Theirs.".to_owned();
    theirs.action = "Rang the school.".to_owned();
    let before = file(&desk).clone();
    let put = Write::Put(saved.id(), Box::new(Body::Entry(theirs)));
    let change = Change::of(
        &before,
        before.id().unwrap(),
        "J Singh",
        "change an entry",
        desk.model.now,
        vec![put],
    );
    desk.somebody_else_saves(change);
    desk.press("ctrl-s")
        .shows("Mine.")
        .shows("Saved here meanwhile: Theirs.")
        .shows("Somebody else saved this too");
    desk.press("ctrl-s")
        .shows("Saved: change an entry (u takes it back).");
    let now = entry(&desk, "Mine.").unwrap();
    assert_eq!(
        (now.body.action.as_str(), now.meta.revision),
        ("Rang the school.", 3)
    );
}

#[test]
fn a_line_that_drops_and_a_program_that_is_killed_leave_what_was_typed() {
    let folder = tempfile::tempdir().unwrap();
    let place = on_disk(folder.path());
    let mut terminal = Start::store(place.folder()).open();
    terminal.wait_for("Passphrase").send("rain on the Teifi\r");
    terminal.wait_for("1 child, 1 family").send("\r");
    terminal.wait_for("Board").send("3");
    terminal.wait_for("[3 Chronology]").send("a");
    terminal.wait_for("Add an entry").send("\tTyped on the bus");
    terminal.wait_for("Typed on the bus").hang_up();
    terminal.ends();

    let mut terminal = Start::store(place.folder()).open();
    terminal.wait_for("Passphrase").send("rain on the Teifi\r");
    terminal.wait_for("1 draft waits").send("d");
    terminal.wait_for("Typed on the bus").send(", then at home");
    terminal.wait_for("then at home");
    // A second later, all of it is on the disk, whatever becomes of the program.
    std::thread::sleep(std::time::Duration::from_secs(1));
    terminal.signal(rustix::process::Signal::KILL);
    terminal.ends();

    let store = Store::open(&place, &passphrase(), &mut |_| {}).unwrap();
    let drafts = store.drafts().unwrap();
    assert_eq!(
        drafts[0].fields,
        [(
            "text".to_owned(),
            "Typed on the bus, then at home".to_owned()
        )]
    );
}

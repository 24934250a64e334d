//! A morning of supervision in a real terminal at 80x24: a walk through the whole caseload of the demo, hung up in the middle of
//! a note and gone on with; every family has its record at the end, with what was decided and why.

use super::line::{passphrase, unlock};
use super::terminal::{Start, Terminal};
use std::path::Path;
use throughline::exchange::demo;
use throughline::practice::walk::{WalkStep, walk_steps};
use throughline::store::{Cost, Place, Store};

/// The family at which the line drops, and the step.
const DROPS_AT: (usize, &str) = (4, "needs");

fn kept_caseload(folder: &Path) {
    let place = Place::at(folder);
    let store = Store::create(&place, &passphrase(), "M Clarke", Cost::Cheap).unwrap();
    store.save_together(&demo::caseload().unwrap()).unwrap();
    store
        .save_together(&demo::thought_again().unwrap())
        .unwrap();
}

fn open(folder: &Path) -> Terminal {
    let start = Start::store(folder).size(80, 24).env("NO_COLOR", "1");
    let mut terminal = start.open();
    unlock(&mut terminal);
    terminal
}

/// Saves the form and waits until it is on the disk.
fn save(terminal: &mut Terminal) {
    terminal.press("ctrl-s").wait_for("takes it back");
}

fn on_the_step(terminal: &mut Terminal, place: usize, step: &WalkStep) {
    let of = walk_steps().len();
    terminal.wait_for(&format!("{} of {of}  {}", place + 1, step.title));
}

/// The last step: a decision with its why, an action with its day, the record.
fn finish(terminal: &mut Terminal, family: usize) {
    terminal
        .press("d")
        .wait_for("Add a decision")
        .press("tab")
        .send(&format!(
            "Decision {family}: read the plan out with the family."
        ))
        .press("tab")
        .send(&format!(
            "Why {family}: they have not heard it in their own words."
        ));
    save(terminal);
    terminal
        .wait_for("Decided in this session")
        .press("a")
        .wait_for("Add an action")
        .send(&format!("Action {family}"))
        .press("tab tab tab")
        .send("30/11/2026");
    save(terminal);
    terminal
        .wait_for("Taken on in this session")
        .press("f")
        .wait_for("Add a supervision")
        .wait_for("Next session")
        .send("7/12/2026")
        .wait_for("Monday 7 December 2026")
        .press("ctrl-s");
}

#[test]
fn a_morning_of_supervision_is_hung_up_in_the_middle_and_gone_on_with() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().join("store");
    kept_caseload(&folder);
    let families = demo::caseload().unwrap().len();
    assert!(families >= 10);

    let mut terminal = open(&folder);
    terminal.wait_for("Kuba").press("w");
    for family in 1..=families {
        terminal.wait_for(&format!("Supervision {family} of {families}"));
        for (place, step) in walk_steps().iter().enumerate() {
            on_the_step(&mut terminal, place, step);
            if step.id == "matrix" {
                let note = format!("Analysis {family}: what would we need to see by February?");
                terminal.press("n").wait_for("Note: Analysis").send(&note);
                terminal.press("ctrl-s").wait_for("space next");
            }
            if (family, step.id.as_str()) == DROPS_AT {
                terminal.press("n").wait_for("Note: Reflection");
                terminal.send("Half a thought").wait_for("Half a thought");
                terminal.hang_up();
                terminal.ends();
                terminal = open(&folder);
                terminal.wait_for("Your walk waits").press("w");
                on_the_step(&mut terminal, place, step);
                terminal.wait_for("Half a thought").press("n");
                terminal.send(", and the other half.");
                terminal.wait_for("Half a thought, and the other half.");
                terminal.press("ctrl-s").wait_for("space next");
            }
            if place + 1 < walk_steps().len() {
                terminal.press("space");
            }
        }
        finish(&mut terminal, family);
    }
    terminal.wait_for(&format!("The walk is over. {families} records"));
    terminal.press("ctrl-c");
    assert_eq!(terminal.ends(), 0);

    let store = Store::open(&Place::at(&folder), &passphrase(), &mut |_| {}).unwrap();
    assert!(
        store.drafts().unwrap().is_empty(),
        "the walk's draft is gone"
    );
    let mut seen = Vec::new();
    for line in store.caseload().unwrap() {
        let file = store.case_file(line.case).unwrap();
        let held = file
            .supervisions
            .values()
            .find(|held| held.body.analysis.contains("by February?"))
            .unwrap_or_else(|| panic!("no record for {}", line.name));
        let family = held
            .body
            .analysis
            .split([' ', ':'])
            .nth(1)
            .unwrap()
            .to_owned();
        let decided = file
            .case_decisions
            .values()
            .find(|decided| decided.body.supervision == Some(held.id()))
            .unwrap();
        assert_eq!(
            decided.body.why,
            format!("Why {family}: they have not heard it in their own words.")
        );
        let action = file
            .actions
            .values()
            .find(|action| action.body.supervision == Some(held.id()))
            .unwrap();
        assert_eq!(action.body.what, format!("Action {family}"));
        let both = [&held.body.worker, &held.body.supervisor];
        assert!(both.iter().all(|name| !name.is_empty()), "{}", line.name);
        let next = held.body.next_on.as_ref().unwrap();
        assert_eq!(next.in_short(), "7 Dec 2026");
        let reflection = match family == DROPS_AT.0.to_string() {
            true => "Half a thought, and the other half.",
            false => "",
        };
        assert_eq!(held.body.reflection, reflection);
        seen.push(family.parse::<usize>().unwrap());
    }
    seen.sort_unstable();
    assert_eq!(seen, (1..=families).collect::<Vec<_>>());
}

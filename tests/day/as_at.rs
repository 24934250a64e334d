//! Seeing a case as it was known on an earlier day.

use super::chronology::sample;
use super::desk::Desk;
use throughline::tui::command::Command;
use throughline::tui::effect::Effect;
use throughline::tui::update;

fn demo() -> Desk {
    let mut desk = Desk::demo();
    desk.press("/").type_text("Prosser").press("enter enter 3");
    desk
}

#[test]
fn the_demo_and_an_import_of_the_same_files_knew_the_same_then() {
    for day in ["1 may 2022", "1 jan 2023", "1 jun 2025"] {
        let seen = [sample(), demo()].map(|mut desk| {
            desk.at(120, 40).press("@").type_text(day).press("enter");
            let entries = desk.line_with(" entries");
            let people = desk.press("2").line_with("People ·");
            // Beside the list stands what is recorded of somebody; the demo has emotional lines typed in.
            let people = people.split('─').next().map(str::to_owned);
            (entries, people)
        });
        assert_eq!(seen[0], seen[1], "{day}");
    }
}

#[test]
fn nothing_without_a_day_is_told_before_it_came_in() {
    let mut desk = demo();
    desk.at(120, 40).press("@").type_text("1 may 2022\n");
    desk.shows("People and bonds that carry no date are shown all the same.");
    desk.press("G").does_not_show("Without a date yet");
    desk.press("2").does_not_show("Marchbank").shows("Nerys");
    desk.press("q 2 @").type_text("1 dec 2022\n");
    desk.shows("Yvonne Marchbank").shows("Ruth");
}

/// Where somebody can stand in a case: the commands that lead there.
fn places() -> Vec<Vec<Command>> {
    use Command::*;
    let panes = [
        &[TabBoard][..],
        &[TabFamily, FamilyPeople],
        &[TabFamily, FamilyGenogram],
        &[TabFamily, FamilyEcomap],
        &[TabFamily, FamilyRelationships],
        &[TabChronology],
        &[TabAnalysis],
        &[TabFactors],
        &[TabMatrix],
        &[TabPlan],
        &[TabGoals],
        &[TabSupervision],
        &[TabStages],
    ];
    let place = |pane: &&[Command]| [pane.to_vec(), [pane, &[PaneNext][..]].concat()];
    panes.iter().flat_map(place).collect()
}

/// The commands that a key or the palette can give where somebody stands.
fn offered(desk: &Desk) -> Vec<Command> {
    let scopes = desk.model.scopes();
    let all = Command::ALL.iter().copied();
    all.filter(|command| scopes.contains(&command.scope()))
        .collect()
}

fn stand(desk: &mut Desk, place: &[Command]) {
    let model = &mut desk.model;
    model.layers.clear();
    model.walk = None;
    for step in place {
        update::run(model, *step);
    }
}

/// Runs one command at a place of the open case: whether it would save or opened a form, and what is said of it.
fn tried(desk: &mut Desk, place: &[Command], command: Command) -> (bool, String) {
    stand(desk, place);
    let model = &mut desk.model;
    let file = model.case().unwrap().file.clone();
    model.notice = None;
    let effects = update::run(model, command);
    let writes = effects.iter().any(|effect| {
        let saves = matches!(effect, Effect::Save(_) | Effect::DropDraft(_));
        saves || matches!(effect, Effect::PutDraft(_))
    });
    let writes = writes || model.form().is_some() || model.walk.is_some();
    assert_eq!(
        *file,
        *model.case().map_or(file.clone(), |case| case.file.clone())
    );
    let said = model
        .notice
        .take()
        .map_or_else(String::new, |notice| notice.words);
    if model.case().is_none() {
        desk.model.layers.clear();
        desk.press("enter");
    }
    (writes, said)
}

#[test]
fn a_command_that_saves_or_opens_a_form_says_that_it_writes() {
    let mut desk = demo();
    for place in places() {
        stand(&mut desk, &place);
        for command in offered(&desk) {
            let (writes, _) = tried(&mut desk, &place, command);
            assert!(
                !writes || command.writes(),
                "{} writes at {place:?}",
                command.name()
            );
        }
    }
}

#[test]
fn every_command_that_writes_is_refused_while_an_earlier_day_is_seen() {
    let mut desk = demo();
    let mut all: Vec<Command> = Command::ALL.to_vec();
    for place in places() {
        stand(&mut desk, &place);
        all.extend(offered(&desk));
        for command in all.drain(..) {
            if desk.model.case().unwrap().as_at.is_none() {
                desk.model.layers.clear();
                desk.press("@").type_text("1 jun 2025\n");
            }
            let (writes, said) = tried(&mut desk, &place, command);
            let is_refused = said.contains("To write, come back to today");
            let name = command.name();
            assert!(!writes, "{name} writes at {place:?}");
            assert_eq!(is_refused, command.writes(), "{name} at {place:?}: {said}");
        }
    }
}

#[test]
fn the_matrix_and_a_draft_on_the_board_write_nothing_on_an_earlier_day() {
    let mut desk = demo();
    desk.press("a").type_text("half").press("esc");
    desk.press("@").type_text("1 jun 2025\n").press("6");
    for key in ["a", "x", "s", "l", "e"] {
        desk.press(key).shows("To write, come back to today");
        assert!(desk.model.form().is_none(), "{key}");
    }
    desk.press("1 tab").line_with("draft");
    desk.press("enter").shows("To write, come back to today");
    // A page over the case changes nothing about that.
    desk.press("? u").shows("To write, come back to today");
}

#[test]
fn nothing_that_writes_runs_while_the_store_is_locked() {
    let mut desk = demo();
    desk.model.can_lock = true;
    desk.press("L");
    for command in Command::ALL.iter().filter(|command| command.writes()) {
        let effects = update::run(&mut desk.model, *command);
        assert!(
            effects.is_empty() && desk.model.layers.is_empty(),
            "{}",
            command.name()
        );
        desk.shows("The store is locked. Give the passphrase first.");
    }
}

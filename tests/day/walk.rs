//! The walk through cases in supervision at a desk: its steps on the sample family, notes in their quadrants, the record at the
//! end, what is parked, left and gone on with.

use super::desk::Desk;
use throughline::record::{Body, CaseFile, Quadrant};
use throughline::tui::effect::{Answer, Effect};
use throughline::tui::model::next::CaseToOpen;

const SIZES: [(u16, u16); 4] = [(60, 16), (80, 24), (120, 40), (200, 60)];

/// The sample family, open on its board.
fn prosser() -> Desk {
    let mut desk = Desk::demo();
    desk.at(80, 24).press("/").type_text("kuba");
    desk.press("enter enter");
    desk
}

/// The walk through it, on a step.
fn on_step(desk: &mut Desk, step: &str) {
    desk.press("w t").type_text(step).press("enter");
}

fn file(desk: &Desk) -> &CaseFile {
    &desk.model.case().unwrap().file
}

#[test]
fn the_matrix_step_shows_kubas_limit_in_three_days_and_the_decision_point_and_the_record_holds_the_why()
 {
    let mut desk = prosser();
    on_step(&mut desk, "matrix");
    desk.at(120, 40)
        .shows("Kuba's limit in Orange is in 3 days, on 26 November 2026")
        .shows("Six months in Orange are over: Yellow if its")
        .shows("People decide between Orange and Red (O-D1, p31)")
        .shows("Decision")
        .shows("point 26/11/2026");
    // The decision with its reason and the supervisor's voice, taken within the walk.
    desk.press("j j j D").shows("Add a zone decision");
    let form = desk.model.form().unwrap();
    assert_eq!(form.text("practitioner"), "A Brennock");
    let kuba = file(&desk)
        .people
        .values()
        .find(|person| person.body.short_name() == "Kuba")
        .unwrap()
        .id();
    let form = desk.model.form_mut().unwrap();
    assert_eq!(form.id("child"), Some(kuba));
    for (name, value) in [
        ("zone", "Orange"),
        (
            "reason",
            "Change since August is three months, not six. We ask for three more.",
        ),
        ("why_otherwise", "Red would end what has begun to hold."),
        ("supervisor", "M Tidewell"),
        ("supervisor_view", "agrees"),
        ("supervisor_words", "What would we need to see by February?"),
    ] {
        form.put(name, value);
    }
    desk.press("ctrl-s").shows("Saved: add a zone decision");
    // The notes of the way, an action, and the record at the end.
    desk.press("n")
        .type_text("Neither no change nor enough for Yellow: a decision with a day.")
        .press("ctrl-s");
    desk.press("a").type_text("Ring the pain clinic");
    desk.press("tab tab tab")
        .type_text("25/11/26")
        .press("ctrl-s");
    desk.press("t").type_text("13").press("enter");
    desk.shows("The circle so far")
        .shows("Analysis: Neither no change nor enough for Yellow")
        .shows("Kuba: O Orange. Change since August is three months, not six.")
        .shows("Ring the pain clinic (A Brennock, by 25 Nov 2026)");
    desk.press("f").shows("Add a supervision");
    let form = desk.model.form_mut().unwrap();
    form.put("supervisor", "M Tidewell");
    form.put("next_on", "7/12/2026");
    desk.press("ctrl-s").shows("The walk is over. 1 record");
    let file = file(&desk);
    let session = file
        .supervisions
        .values()
        .max_by_key(|session| session.body.on.anchor())
        .unwrap();
    let body = &session.body;
    assert_eq!(
        (body.worker.as_str(), body.supervisor.as_str()),
        ("A Brennock", "M Tidewell")
    );
    assert_eq!(
        body.analysis,
        "Neither no change nor enough for Yellow: a decision with a day."
    );
    assert_eq!(body.next_on.as_ref().unwrap().in_short(), "7 Dec 2026");
    let decided = &file.decisions[&body.zones_decided[0]].body;
    assert_eq!(decided.child, kuba);
    assert!(decided.reason.contains("three months, not six"));
    assert!(
        decided
            .voices
            .iter()
            .any(|voice| voice.words.contains("by February"))
    );
    let action = file
        .actions
        .values()
        .find(|action| action.body.supervision == Some(session.id()))
        .unwrap();
    assert_eq!(action.body.owner, "A Brennock");
}

#[test]
fn every_step_at_every_size() {
    for (columns, rows) in SIZES {
        let mut desk = prosser();
        desk.at(columns, rows).press("w");
        for step in throughline::practice::walk::walk_steps() {
            desk.shows(&step.title);
            desk.press("j j G g g p p n");
            if desk.model.walk.as_ref().unwrap().writing.is_some() {
                desk.type_text("A word.").press("esc");
            }
            desk.press("space");
        }
    }
    let mut desk = prosser();
    on_step(&mut desk, "matrix");
    desk.snapshot("walk_80x24");
    desk.at(120, 40).snapshot("walk_120x40");
    desk.at(60, 16).snapshot("walk_60x16");
    desk.ascii().at(80, 24).snapshot("walk_80x24_ascii");
}

#[test]
fn no_size_of_a_terminal_breaks_it() {
    for (columns, rows) in [(1, 1), (20, 4), (60, 16), (61, 17), (110, 17), (300, 90)] {
        let mut desk = prosser();
        desk.at(columns, rows).press("w space n");
        desk.type_text("One line.\nAnd another.")
            .press("tab esc v v v");
        desk.press("space space space v G g g v esc w");
    }
}

#[test]
fn shown_large_it_hides_keys_notes_and_who_writes() {
    let mut desk = prosser();
    desk.press("w space n").type_text("Not for both eyes.");
    desk.press("ctrl-s v")
        .does_not_show("Not for both eyes")
        .does_not_show("space next")
        .does_not_show("M Clarke");
    desk.snapshot("walk_large_80x24");
    desk.at(120, 40).snapshot("walk_large_120x40");
    desk.ascii().at(80, 24).shows("W H A T   C H A N G E D");
    desk.press("v").shows("Not for both eyes");
}

#[test]
fn shown_large_every_line_can_be_read_and_every_key_scrolls() {
    let mut desk = prosser();
    on_step(&mut desk, "due");
    desk.press("v").press("G");
    let lines = &desk.model.walk.as_ref().unwrap().page.blocks;
    let [.., what, why] = lines.as_slice() else {
        panic!("something is due");
    };
    let (what, why) = (what.words.clone(), why.words.clone());
    // The end of the last line: it goes on over several rows.
    let end = why.split_whitespace().last().unwrap();
    let screen = desk.shows(&what).screen();
    let bottom = screen.lines().rev().find(|line| !line.trim().is_empty());
    assert!(bottom.unwrap().trim_end().ends_with(end), "{screen}");
    for key in ["k", "k", "g g", "j", "j", "ctrl-d", "ctrl-u"] {
        let before = desk.screen();
        desk.press(key);
        assert_ne!(before, desk.screen(), "after {key}");
    }
}

#[test]
fn an_action_begins_with_whom_the_line_is_about_and_serves_only_what_can_be_served() {
    let mut desk = prosser();
    let (kuba, decided) = {
        let file = file(&desk);
        let mut children = file.children().into_iter();
        let kuba = children.find(|child| child.body.short_name() == "Kuba");
        let kuba = kuba.unwrap().id();
        (kuba, file.decisions_of(kuba).last().unwrap().id())
    };
    // A line about a child, one about a decision on a zone, one about an entry.
    desk.press("w");
    for (step, down, serves) in [("story", "j j", None), ("matrix", "j j", Some(decided))] {
        desk.press("t").type_text(step).press("enter");
        desk.press(down).press("a").shows("Add an action");
        desk.does_not_show("no longer in the case");
        let form = desk.model.form().unwrap();
        assert_eq!(form.ids("people"), [kuba], "{step}");
        assert_eq!(form.ids("serves"), Vec::from_iter(serves), "{step}");
        desk.press("esc");
    }
    desk.press("t").type_text("2").press("enter");
    desk.press("j j j j j j a").shows("Add an action");
    let form = desk.model.form().unwrap();
    assert_eq!(form.ids("serves"), []);
}

#[test]
fn what_is_said_of_the_worker_is_not_written_into_the_case() {
    let mut desk = prosser();
    desk.press("w").shows("How are you?");
    desk.press("n").shows("does not go into the child's record");
    desk.type_text("x").shows("How are you?");
    assert!(desk.model.walk.as_ref().unwrap().writing.is_none());
}

#[test]
fn notes_land_in_their_quadrant_or_in_the_one_that_is_chosen() {
    let mut desk = prosser();
    on_step(&mut desk, "2");
    desk.press("n").shows("Note: Experience");
    desk.type_text("He told me about the watch.").press("tab");
    desk.shows("Note: Reflection");
    desk.type_text("I wanted it to be good news.").press("esc");
    let walk = desk.model.walk.as_ref().unwrap();
    assert_eq!(
        walk.note(Quadrant::Experience),
        "He told me about the watch."
    );
    assert_eq!(
        walk.note(Quadrant::Reflection),
        "I wanted it to be good news."
    );
    desk.press("t").type_text("13").press("enter");
    desk.shows("Experience: He told me about the watch.")
        .does_not_show("straight to what is done");
}

#[test]
fn the_short_cut_to_action_gets_a_gentle_question_and_is_saved_all_the_same() {
    let mut desk = prosser();
    on_step(&mut desk, "2");
    desk.press("n").type_text("He was late again.").press("esc");
    desk.press("t").type_text("13").press("enter n");
    desk.type_text("Ring the school.").press("esc");
    desk.shows("From what happened straight to what is done");
    desk.press("f");
    desk.model
        .form_mut()
        .unwrap()
        .put("supervisor", "M Tidewell");
    desk.press("ctrl-s").shows("1 record");
    desk.press("9").shows("? 23 Nov 2026");
}

#[test]
fn a_parked_step_is_told_at_the_beginning_of_the_next_session() {
    let mut desk = prosser();
    on_step(&mut desk, "stages");
    desk.press("P")
        .shows("Stages is put off")
        .shows("(put off)");
    desk.press("t").type_text("13").press("enter n");
    desk.type_text("Meet on Thursday.").press("esc f");
    desk.model
        .form_mut()
        .unwrap()
        .put("supervisor", "M Tidewell");
    desk.press("ctrl-s");
    desk.press("w").shows("Put off to this session: Stages.");
}

#[test]
fn it_is_left_and_gone_on_with_where_it_was() {
    let mut desk = prosser();
    on_step(&mut desk, "needs");
    desk.press("n")
        .type_text("Whose need is it?")
        .press("esc esc");
    desk.shows("The walk is kept; w goes back to it.");
    desk.shows("[1 Board]").press("3").shows("[3 Chronology]");
    desk.press("w")
        .shows("Needs and their words")
        .shows("Whose need is it?");
    // From the caseload too.
    desk.press("esc q q").shows("Caseload").press("w");
    desk.shows("Needs and their words")
        .shows("Whose need is it?");
}

#[test]
fn a_line_leads_into_the_case_and_the_same_key_back() {
    let mut desk = prosser();
    on_step(&mut desk, "story");
    desk.press("j j enter").shows("[2 Family]");
    desk.press("w").shows("The story in a minute");
}

#[test]
fn notes_are_asked_about_before_they_are_thrown_away() {
    let mut desk = Desk::demo();
    desk.at(80, 24).press("w");
    let first = desk.model.case().unwrap().file.id();
    desk.press("space n").type_text("A word.").press("esc N");
    desk.shows("Notes of this case are not in a record yet");
    assert_eq!(desk.model.case().unwrap().file.id(), first);
    // Another key takes the question back.
    desk.press("j N").shows("not in a record yet");
    desk.press("N");
    assert_ne!(desk.model.case().unwrap().file.id(), first);
    desk.shows("How are you?");
    desk.press("E")
        .shows("The walk is over. No record was made.");
}

#[test]
fn a_record_that_is_left_half_written_keeps_its_words_in_the_walk() {
    let mut desk = prosser();
    on_step(&mut desk, "13");
    desk.press("n").type_text("First.").press("esc f");
    desk.model
        .form_mut()
        .unwrap()
        .put("action", "First, then second.");
    desk.press("esc").shows("First, then second.");
    desk.press("n").type_text(" Third.").press("esc f");
    let form = desk.model.form().unwrap();
    assert_eq!(form.text("action"), "First, then second. Third.");
}

#[test]
fn what_an_action_serves_shows_it_and_the_walk_finishes_it() {
    let mut desk = Desk::demo();
    desk.at(120, 40).press("/").type_text("osei");
    desk.press("enter enter");
    on_step(&mut desk, "goals");
    desk.press("j j a").shows("Add an action");
    let serves = desk.model.form().unwrap().ids("serves");
    assert_eq!(serves.len(), 1, "the chosen goal");
    desk.type_text("Write the bedtime down with Jane");
    desk.press("tab tab tab").type_text("30/11/26");
    desk.press("ctrl-s")
        .shows("to do: Write the bedtime down with Jane");
    assert!(file(&desk).goals.contains_key(&serves[0]));
    desk.press("esc 8").press("/").press("esc");
    let record = file(&desk)
        .actions
        .values()
        .find(|action| action.body.what.starts_with("Write the bedtime"))
        .unwrap();
    assert_eq!(record.body.serves, serves);
    assert!(matches!(
        file(&desk).record(serves[0]).unwrap().body,
        Body::Goal(_)
    ));
}

#[test]
fn among_the_drafts_it_is_called_a_walk_and_can_be_thrown_away() {
    let mut desk = prosser();
    on_step(&mut desk, "2");
    desk.press("n").type_text("Words.").press("esc");
    desk.wait_minutes(1);
    desk.press("esc 3 a").type_text("yesterday").press("tab");
    desk.type_text("Something").press("esc q q");
    desk.press("d").shows("a walk, at family 1 of 1");
    desk.press("x").shows("thrown away");
    assert!(desk.model.walk.is_none());
    desk.press("esc w").shows("Supervision 1 of 10");
}

#[test]
fn what_somebody_else_saves_meanwhile_is_told_among_the_changes() {
    let mut desk = prosser();
    on_step(&mut desk, "2");
    desk.shows("Since the supervision of 12 November 2026");
    let case = desk.model.case().unwrap().file.id().unwrap();
    let read_again = Box::new(CaseFile::clone(file(&desk)));
    let opening = Box::new(CaseToOpen::of(case));
    desk.told(Effect::OpenCase(opening), Answer::Case(read_again));
    assert_eq!(desk.model.walk.as_ref().unwrap().case(), Some(case));
    desk.shows("Since the supervision of 12 November 2026")
        .does_not_show("Looking through what was written");
}

#[test]
fn an_earlier_day_is_looked_at_without_a_walk() {
    let mut desk = prosser();
    desk.press("@").type_text("1/3/2023").press("enter");
    desk.press("w").shows("To write, come back to today");
    assert!(desk.model.walk.is_none());
}

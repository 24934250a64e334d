//! The factors pane: people side by side, what each factor rests on, what is open, and findings written down.

use super::caseload::keep_at_all_sizes;
use super::desk::Desk;

/// The factors of a family, at a size.
fn factors(name: &str) -> Desk {
    let mut desk = Desk::demo();
    desk.press("/").type_text(name).press("enter enter 5");
    desk
}

/// Only the factors with these words.
fn with_words(desk: &mut Desk, words: &str) {
    desk.press("/").type_text(words).press("enter");
}

#[test]
fn the_factors_at_every_size() {
    let mut desk = factors("lowri");
    desk.press("j");
    keep_at_all_sizes(&mut desk, "factors");
}

#[test]
fn a_factor_in_full_at_every_size() {
    let mut desk = factors("lowri");
    with_words(&mut desk, "inter-parental");
    desk.press("enter z");
    keep_at_all_sizes(&mut desk, "factors_detail");
}

#[test]
fn the_form_for_a_finding_at_every_size() {
    let mut desk = factors("lowri");
    with_words(&mut desk, "corrective");
    desk.press("a").snapshot("form-finding-80x24");
    desk.at(120, 40).snapshot("form-finding-120x40");
    desk.ascii().at(80, 24).snapshot("form-finding-ascii");
}

#[test]
fn four_states_are_told_apart_without_colour() {
    let mut desk = factors("lowri");
    desk.ascii();
    with_words(&mut desk, "healthy child");
    desk.shows("+ present  - absent  ? not known  . not recorded");
    let line = desk.line_with("P  Healthy child");
    let signs: Vec<&str> = line
        .split("Healthy child")
        .nth(1)
        .unwrap()
        .split_whitespace()
        .collect();
    assert_eq!(signs, ["?", ".", "+!"], "Lowri, Kuba, Wren: {line}");
}

#[test]
fn what_is_open_is_asked_in_words_and_found_with_one_key() {
    let mut desk = factors("lowri");
    desk.press("v").shows("recorded");
    desk.press("v").shows("with questions");
    desk.press("v").shows("six months old or more");
    desk.press("v v v").shows("with questions");
    with_words(&mut desk, "absence of domestic");
    desk.at(100, 40)
        .press("enter")
        .shows("Family: present")
        .shows("Both cannot well be so: which holds now?")
        .shows("A strength that does not protect yet")
        .press("esc")
        .press("esc")
        .shows("Recognition of problem");
}

#[test]
fn domains_are_shown_one_after_another() {
    let mut desk = factors("lowri");
    desk.press("D")
        .shows("Factors · Abuse")
        .does_not_show("Healthy child");
    desk.press("D")
        .shows("Factors · Child")
        .shows("Healthy child");
    desk.press("D D D D D").shows("Factors · Social setting");
    desk.press("D")
        .shows("Risk from outside the home")
        .press("D")
        .shows("Involvement of legal");
}

#[test]
fn a_finding_is_added_changed_removed_and_brought_back() {
    let mut desk = factors("ava");
    with_words(&mut desk, "lack of empathy for");
    desk.press("a")
        .shows("Add a finding")
        .shows("Lack of empathy for child")
        .shows("fighting in the home")
        .press("ctrl-s")
        .shows("Choose who it is about.")
        .type_text("jane")
        .press("ctrl-s")
        .shows("Say whether it is present, absent or not known.")
        .type_text("absent")
        .press("tab tab")
        .type_text("Jane kneels to Ben when he cries.")
        .press("ctrl-s")
        .shows("Jane: absent")
        .shows("Jane kneels to Ben when he cries.");
    desk.press("e")
        .shows("Change a finding")
        .press("tab")
        .type_text("not known")
        .press("ctrl-s")
        .shows("Jane: not known");
    desk.press("x")
        .does_not_show("Jane kneels")
        .press("u")
        .shows("Jane kneels to Ben when he cries.");
}

#[test]
fn a_learning_disability_alone_is_refused_with_the_reason() {
    let mut desk = factors("ava");
    with_words(&mut desk, "learning disabilities plus");
    desk.press("a")
        .type_text("jane")
        .press("tab")
        .type_text("present")
        .press("tab tab")
        .type_text("Jane has a learning disability.")
        .press("ctrl-s")
        .shows("A learning disability alone is never a risk.")
        .type_text(" Psychosis, diagnosed by Dr Rao in 2024.")
        .press("ctrl-s")
        .shows("Jane: present");
}

#[test]
fn evidence_leads_to_its_entry_and_back() {
    let mut desk = factors("ava");
    with_words(&mut desk, "neglect");
    desk.press("a tab")
        .type_text("present")
        .press("tab tab")
        .type_text("Ava fed Ben.")
        .press("tab")
        .type_text("collected")
        .press("enter ctrl-s")
        .shows("Ava: present");
    desk.at(80, 100).press("enter");
    while !desk.line_with("Mum collected").starts_with('▌') {
        desk.press("j");
    }
    desk.press("enter")
        .shows("[3 Chronology]")
        .shows("Evidence for")
        .shows("Neglect (Ava): present")
        .press("esc")
        .shows("[5 Factors]")
        .shows("Ava: present");
}

#[test]
fn a_risk_from_outside_the_home_is_named_and_has_its_row() {
    let mut desk = factors("ava");
    with_words(&mut desk, "outside the home");
    desk.press("a")
        .press("ctrl-s")
        .shows("Name the risk in your own words");
    desk.type_text("Older boys at the park").press("ctrl-s");
    desk.shows("Say whether it is")
        .type_text("present")
        .press("ctrl-s")
        .shows("R  Older boys at the park");
}

#[test]
fn the_case_as_it_was_takes_no_findings() {
    let mut desk = factors("ava");
    desk.press("@").type_text("1 jan 2026").press("enter");
    with_words(&mut desk, "neglect");
    desk.press("a").does_not_show("Add a finding");
    desk.press("v").shows("recorded");
}

#[test]
fn nobody_of_whom_something_was_found_is_removed_unawares() {
    let mut desk = factors("ava");
    with_words(&mut desk, "social isolation");
    desk.press("a")
        .type_text("lucia")
        .press("tab")
        .type_text("present")
        .press("ctrl-s")
        .press("2");
    desk.press("G x").shows("Not removed:");
}

#[test]
fn a_finding_left_unfinished_comes_back_from_the_caseload_whole() {
    let mut desk = factors("lowri");
    with_words(&mut desk, "corrective");
    desk.press("a tab")
        .type_text("present")
        .press("tab tab tab tab tab tab")
        .type_text("alcohol")
        .press("enter tab")
        .type_text("Yvonne rings Sian's worker.")
        .press("esc")
        .press("esc esc esc")
        .shows("Caseload");
    desk.press("d").press("enter");
    desk.at(80, 40)
        .shows("Alcohol/drugs abuse")
        .shows("Yvonne rings")
        .shows("Lowri")
        .press("ctrl-s")
        .press("5");
    with_words(&mut desk, "corrective");
    desk.press("enter")
        .shows("Offsets: Alcohol/drugs abuse")
        .shows("One good corrective relationship");
}

#[test]
fn a_risk_tells_what_offsets_it_and_leads_there() {
    let mut desk = factors("lowri");
    with_words(&mut desk, "corrective");
    desk.press("a tab")
        .type_text("present")
        .press("tab tab tab tab tab tab")
        .type_text("alcohol")
        .press("enter ctrl-s");
    desk.press("esc");
    with_words(&mut desk, "drugs abuse");
    desk.at(80, 60).press("enter").shows("Offset by");
    while !desk.line_with("One good corrective").starts_with('▌') {
        desk.press("j");
    }
    desk.press("enter").shows("Offsets: Alcohol/drugs abuse");
}

#[test]
fn the_other_keymaps_write_findings_too() {
    let mut desk = factors("ava");
    desk.keymap("vim");
    with_words(&mut desk, "lack of empathy for");
    desk.press("o").shows("Add a finding");
    let mut desk = factors("ava");
    desk.keymap("emacs");
    desk.press("a").shows("Add a finding");
}

#[test]
fn what_stands_together_is_told_under_its_domain_and_never_added_up() {
    let mut desk = factors("lowri");
    desk.press("k")
        .shows("never added up")
        .at(100, 50)
        .shows("The four that research met most consistently")
        .shows("Inter-parental conflict and violence (Family)");
    desk.press("D D D D D D")
        .shows("Professional: about services, not the family");
    desk.press("k").shows("not about the family");
}

//! The analysis, the plan and the goals at a desk: what they show at every size, words that are looked after, and offers.

use super::desk::Desk;

const SIZES: [(u16, u16); 4] = [(60, 16), (80, 24), (120, 40), (200, 60)];

fn osei() -> Desk {
    let mut desk = Desk::demo();
    desk.at(80, 24).press("/").type_text("osei");
    desk.press("enter enter");
    desk
}

#[test]
fn the_analysis_the_plan_and_the_goals_at_every_size() {
    for (tab, name) in [("4", "analysis"), ("7", "plan"), ("8", "goals")] {
        for (columns, rows) in SIZES {
            osei()
                .at(columns, rows)
                .press(tab)
                .snapshot(&format!("{name}_{columns}x{rows}"));
        }
        osei()
            .ascii()
            .press(tab)
            .snapshot(&format!("{name}_80x24_ascii"));
    }
}

#[test]
fn no_size_of_a_terminal_breaks_them() {
    for tab in ["4", "7", "8"] {
        for (columns, rows) in [
            (1, 1),
            (20, 4),
            (60, 16),
            (61, 17),
            (159, 27),
            (161, 25),
            (300, 90),
        ] {
            osei()
                .at(columns, rows)
                .press(tab)
                .press("tab tab tab tab tab j j enter p z z esc esc");
        }
    }
}

#[test]
fn a_hypothesis_leads_to_its_entries_and_back() {
    let mut desk = osei();
    desk.press("4 tab enter").shows("Speaks for it");
    desk.press("j j j j j j j j j j j j j enter")
        .shows("[3 Chronology]");
    desk.press("esc")
        .shows("[4 Analysis]")
        .shows("Speaks for it");
}

#[test]
fn prompts_of_the_handbook_stand_one_key_away_and_go_away_again() {
    osei()
        .press("4 tab tab p")
        .shows("What the handbook asks: Needs (p23)")
        .shows("not every child needs")
        .press("p")
        .does_not_show("What the handbook asks");
}

#[test]
fn a_gap_that_is_offered_is_let_go_with_its_reason_and_stays_to_be_read() {
    let mut desk = osei();
    desk.at(120, 40).press("4 tab tab tab").shows("2 offered");
    desk.press("j j x").shows("No longer asked");
    desk.type_text("Both schools looked and have nothing.")
        .press("ctrl-s");
    desk.shows("1 offered").shows("let go");
    desk.press("u").shows("2 offered");
}

#[test]
fn a_wording_is_asked_about_kept_and_not_asked_about_again() {
    let mut desk = osei();
    desk.press("4 tab tab a tab")
        .type_text("Ben needs counselling");
    desk.shows("A need phrased as a service");
    desk.press("ctrl-t")
        .does_not_show("A need phrased as a service");
    // It is remembered in the case, not only in this form.
    desk.press("ctrl-s").shows("Saved: add a need");
    desk.press("a tab")
        .type_text("Ava needs counselling and ben needs counselling");
    desk.shows("A need phrased as a service");
}

#[test]
fn a_goal_that_was_agreed_asks_why_when_its_words_change() {
    let mut desk = osei();
    desk.press("8 j e tab").type_text(" And I say so.");
    desk.press("ctrl-s")
        .shows("The goal was agreed in other words");
    desk.type_text("Jane asked for it.").press("ctrl-s");
    desk.shows("Saved: change a goal");
}

#[test]
fn attendance_alone_is_asked_what_is_different_for_the_child() {
    let mut desk = osei();
    desk.press("8 j r tab").type_text("as");
    desk.press("tab")
        .type_text("Attended every session of the course.");
    desk.press("ctrl-s").shows("not yet change (p38)");
    desk.type_text("Nothing yet.").press("ctrl-s");
    desk.shows("Saved: add a goal review");
}

#[test]
fn the_score_is_seen_only_when_it_is_asked_for_and_says_what_it_is() {
    osei()
        .at(120, 40)
        .press("8 j")
        .does_not_show("Goal attainment score")
        .press("S enter G")
        .shows("Goal attainment score")
        .shows("An addition, not in the handbook");
}

#[test]
fn what_changed_since_an_agreed_plan_is_told_field_by_field() {
    osei()
        .at(120, 40)
        .press("7 v")
        .shows("Changed since the plan of")
        .shows("Agreed with");
}

#[test]
fn escape_in_the_goals_leads_out_at_once_after_changes_of_the_plan_were_read() {
    let mut desk = osei();
    desk.press("7 v").shows("Changed since the plan of");
    desk.press("8 esc").shows("Caseload");
}

#[test]
fn somebody_of_whom_only_a_goal_speaks_is_not_removed() {
    let mut desk = osei();
    desk.press("2 a")
        .type_text("Maud Farrow")
        .press("ctrl-s")
        .shows("Maud Farrow");
    desk.press("8 P")
        .type_text("A quiet November.")
        .press("tab");
    desk.type_text("maud")
        .press("ctrl-s")
        .shows("Saved: add a purpose");
    desk.press("2 /")
        .type_text("maud")
        .press("enter")
        .shows("[2 Family]");
    desk.press("x").shows("Not removed:");
}

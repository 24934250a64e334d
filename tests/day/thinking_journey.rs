//! Thinking, planning and goals in a real terminal at 80x24, by keyboard alone: a hypothesis with evidence for and against, a
//! need, a bottom line, a goal with five levels and its review; each found again by search and as at a day.

use super::import_typed::{PASSPHRASE, TypingDesk, said};
use super::terminal::{Start, Terminal};

/// The sample family in a sealed store.
fn filled() -> TypingDesk {
    let desk = TypingDesk::with_store();
    let files = ["social-care.csv", "school.csv"];
    assert!(desk.import(&files, &[]).status.success());
    desk
}

/// Saves the form and waits until it is on the disk.
fn save(terminal: &mut Terminal) {
    terminal.press("ctrl-s").wait_for("takes it back");
}

fn writes_a_hypothesis(terminal: &mut Terminal) {
    terminal
        .press("4")
        .wait_for("[4 Analysis]")
        .wait_for("What happened from 12 November")
        .press("tab")
        .wait_for("What the handbook asks: Working hypotheses")
        .press("a")
        .wait_for("We wonder if")
        .send("Kuba keeps watch because once nobody else did.")
        .press("tab tab tab tab");
    terminal
        .send("counts")
        .wait_for("enter ticks what is found")
        .press("enter tab")
        .send("She counted tablets when she was six.");
    terminal
        .press("tab")
        .send("walked")
        .press("enter tab")
        .send("He did it when all was well, too.")
        .press("tab tab")
        .send("If he stopped while she is in pain.");
    save(terminal);
    terminal
        .wait_for("Working hypotheses, 1 live")
        .press("enter")
        .wait_for("Speaks against it")
        .wait_for("She counted tablets when she was six.")
        .press("esc");
}

fn writes_a_need(terminal: &mut Terminal) {
    terminal
        .press("tab a")
        .wait_for("Whose need")
        .press("tab")
        .send("Kuba needs counselling")
        .wait_for("counselling\": A need phrased as a service.");
    // It asks and does not stand in the way; other words leave it without a question.
    terminal
        .press("ctrl-u")
        .send("Somebody else visibly on watch, so that he can stop.")
        .wait_gone("counselling");
    save(terminal);
    terminal.wait_for("Needs, 1 open");
}

fn writes_a_bottom_line(terminal: &mut Terminal) {
    terminal
        .press("7")
        .wait_for("[7 Plan]")
        .press("b")
        .wait_for("Bottom line")
        .send("No child is the one who checks on her tablets.")
        .press("tab tab")
        .send("It took two of them their childhood once.");
    save(terminal);
    terminal.wait_for("? must");
}

fn writes_a_goal(terminal: &mut Terminal) {
    terminal
        .press("8")
        .wait_for("[8 Goals]")
        .press("a")
        .wait_for("Whose goal")
        .send("prosser si")
        .press("tab")
        .send("Mornings: up before the children.")
        .press("tab tab tab");
    for words in [
        "Up first four days in five.",
        "Up first every school day.",
        "And nobody rings to wake me for a month.",
        "Up late three days a week.",
        "They get themselves up.",
    ] {
        terminal.send(words).press("tab");
    }
    terminal.press("tab ctrl-u").send("1 mar 2035");
    save(terminal);
    terminal
        .wait_for("Siân, no review day: Mornings")
        .press("r")
        .wait_for("Its levels")
        .press("ctrl-u")
        .send("1 apr 2035")
        .press("tab")
        .send("as")
        .press("tab")
        .send("Attended all six sessions.")
        .press("ctrl-s")
        .wait_for("not yet change (p38)");
    terminal.send("Breakfast is together, and Kuba sleeps until seven.");
    save(terminal);
    terminal
        .wait_for("[0]")
        .press("enter")
        .wait_for("reached at the last review")
        .press("esc");
}

#[test]
fn thinking_planning_and_goals_by_keyboard_on_a_small_screen() {
    let desk = filled();
    let store = desk.path("store");
    // A day far ahead of the clock by which records are stamped, so that a day between the two can be looked back to.
    let args = ["--store", store.to_str().unwrap(), "--today", "2035-06-01"];
    let mut terminal = Start::with(&args).env("NO_COLOR", "1").open();
    terminal
        .wait_for("Passphrase")
        .send(PASSPHRASE)
        .press("enter");
    terminal
        .wait_for("Kuba")
        .press("/")
        .send("kuba")
        .press("enter enter");
    terminal.wait_for("[1 Board]");
    writes_a_hypothesis(&mut terminal);
    writes_a_need(&mut terminal);
    writes_a_bottom_line(&mut terminal);
    writes_a_goal(&mut terminal);

    // The board tells of the goal, and each is found again by its words.
    terminal.press("1").wait_for("[1 Board]").wait_for("Goals");
    for (words, kind, tab) in [
        ("nobody else did", "hypothesis", "[4 Analysis]"),
        ("visibly on watch", "need", "[4 Analysis]"),
        ("took two of them", "bottom line", "[7 Plan]"),
        ("wake me for a month", "goal", "[8 Goals]"),
        ("breakfast together", "review", "[8 Goals]"),
    ] {
        terminal
            .press("f")
            .press("ctrl-u")
            .send(words)
            .wait_for(kind)
            .press("enter")
            .wait_for(tab)
            .press("1")
            .wait_for("[1 Board]");
    }

    // As at an early day nobody had thought any of it; once it was written all of it is known.
    terminal
        .press("@")
        .send("1 jan 2024")
        .press("enter")
        .wait_for("As known on")
        .press("4")
        .wait_for("Working hypotheses, 0 live")
        .wait_for("Needs, 0 open")
        .press("7")
        .wait_for("No challenge is written yet.")
        .press("8")
        .wait_for("No goal is written yet.");
    terminal
        .press("@ ctrl-u")
        .send("1 may 2035")
        .press("enter")
        .wait_for("Siân, no review day: Mornings")
        .wait_for("[0]")
        .press("4")
        .wait_for("Working hypotheses, 1 live")
        .wait_for("Needs, 1 open")
        .press("7")
        .wait_for("? must");
    terminal.press("esc").wait_for("Back to today");
    terminal.press("q").wait_for("Caseload").press("ctrl-c");
    assert_eq!(terminal.ends(), 0);

    // It is on the disk, and the other face tells the same.
    let analysis = said(&desk.run(&["show", "Prosser", "analysis"]));
    assert!(
        analysis.contains("Kuba keeps watch because once nobody else did."),
        "{analysis}"
    );
    let goals = said(&desk.run(&["show", "Prosser", "goals"]));
    assert!(
        goals.contains("Mornings: up before the children."),
        "{goals}"
    );
    let plan = said(&desk.run(&["show", "Prosser", "plan"]));
    assert!(plan.contains("No child is the one who checks"), "{plan}");
    assert!(said(&desk.run(&["check"])).contains("All is whole"));
}

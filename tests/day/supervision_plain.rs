//! Without a screen: supervision as plain lines and as JSON, on the made-up families of the demo.

use super::plain::Office;

fn has(said: &str, wanted: &[&str]) {
    for line in wanted {
        assert!(said.lines().any(|said| said == *line), "{line}\n{said}");
    }
}

#[test]
fn sessions_are_told_the_newest_first_with_what_was_taken_on_and_decided() {
    let office = Office::open();
    let said = office.says(&["show", "Prosser", "supervision"]);
    has(
        &said,
        &[
            "  Next session: 24 Nov 2026",
            "Still to be done",
            "  Yvonne Marchbank and A Brennock: Ask Lowri, only if she wants to talk (by 20 Nov 2026, late)",
            "  G Pellow: Gudrun's reading and view in writing (by 23 Nov 2026, due today)",
            "Session of 12 Nov 2026, individual",
            "  Action, done",
            "    What: See Kuba alone; ask about the promise",
            "    Who: A Brennock",
            "    By: 18 Nov 2026",
            "      School is for school: Mam and I have a plan so that I do not need to listen out",
            "  Where and how: In the small room with the kettle",
            "  Decided on 22 Oct 2024",
            "    What: The six-month clock is not restarted",
            "    Decided by: A Brennock and M Tidewell",
        ],
    );
    let heading = |words: &str| said.find(words).unwrap();
    assert!(heading("Session of 12 Nov 2026") < heading("Session of 22 Oct 2024"));
    assert!(heading("Session of 22 Oct 2024") < heading("Session of 22 Nov 2022"));
    let (_, first) = said.split_once("Session of 22 Nov 2022").unwrap();
    assert!(first.contains("  Experience: Siân agreed to section 20"));
    assert!(first.contains("  Reflection: nothing written"));
    assert!(first.contains("  Analysis: nothing written"));
    assert!(first.contains("  To think about: From what happened straight to what is done."));
    assert!(!said.contains("radio off"), "that is not the case's");
}

#[test]
fn scripts_read_sessions_actions_and_what_was_put_off() {
    let office = Office::open();
    let page = office.json(&["show", "Lin", "supervision"]);
    assert_eq!(page["next_on"], "7 Dec 2026");
    assert_eq!(page["next_has_passed"], false);
    let parked: Vec<&str> = page["parked"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|step| step["id"].as_str())
        .collect();
    assert_eq!(parked, ["matrix", "factors", "plan"]);
    assert_eq!(page["open_actions"].as_array().unwrap().len(), 3);
    let latest = &page["sessions"][0];
    assert_eq!(latest["kind"], "individual");
    assert_eq!(latest["principles"][0]["id"], "S0C.1");
    assert_eq!(
        latest["decisions"][0]["evidence"].as_array().unwrap().len(),
        2
    );
    let earlier = &page["sessions"][1]["actions"][0];
    assert_eq!(
        (&earlier["state"], &earlier["revision"]),
        (&"done".into(), &2.into())
    );
}

#[test]
fn a_zone_that_was_decided_in_a_session_is_told_with_it() {
    let office = Office::open();
    let asked = ["show", "Haddad", "supervision"];
    let line = "Amal: Y Yellow. Stays. What helps her is what may end in December.";
    let said = office.says(&asked);
    assert!(
        said.contains(&format!("  Zones decided\n    {line}")),
        "{said}"
    );
    let page = office.json(&asked);
    let sessions = page["sessions"].as_array().unwrap();
    let of_october = sessions.iter().find(|one| one["on"] == "19 Oct 2026");
    assert_eq!(of_october.unwrap()["zones_decided"][0]["text"], line);
}

#[test]
fn a_session_that_was_planned_and_not_held_is_said() {
    let office = Office::open();
    let said = office.says(&["show", "Lyle", "supervision"]);
    has(
        &said,
        &["  Next session: 12 Oct 2026, which has passed without a session"],
    );
}

#[test]
fn as_at_a_day_nothing_that_came_later_is_told() {
    let office = Office::open();
    let asked = ["show", "Osei", "supervision", "--as-at", "2026-10-20"];
    let said = office.says(&asked);
    has(
        &said,
        &[
            "  Next session: 9 Nov 2026",
            "  Jean Hart and the nursery: Write down for two weeks whom Ben looks for when he is hurt (by 20 Nov 2026)",
        ],
    );
    assert!(!said.contains("Seven bumps") && !said.contains("Session of 9 Nov 2026"));
}

#[test]
fn a_case_without_supervision_says_so() {
    let office = Office::open();
    let asked = ["show", "Prosser", "supervision", "--as-at", "2022-11-01"];
    has(&office.says(&asked), &["  No session is written down yet."]);
}

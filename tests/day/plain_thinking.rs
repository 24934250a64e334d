//! Without a screen: the analysis and the plan as plain lines and as JSON, on the made-up families of the demo.

use super::plain::Office;

#[test]
fn the_analysis_keeps_worries_apart_and_says_what_speaks_for_and_against() {
    let office = Office::open();
    let said = office.says(&["show", "Osei", "analysis"]);
    for line in [
        "The story as told by Ava",
        "  Told to: Miss Pereira and M Clarke, on the reading mat",
        "  Jane: The weeks when Daniel is away, and November.",
        "  Daniel: That he will be told last again.",
        "Working hypothesis, well supported",
        "    3 Nov 2025: Did not attend. Third missed Monday. Text from Jane: bad week, sorry, its the anniversary.",
        "  Speaks against it: January 2024 and the summer before the hospital were not November.",
        "    5 Nov 2026, M Clarke: possible before, now well supported; one entry more for it",
        "Working hypothesis, replaced",
        "  To think about: What do the family think of it?",
        "Need of the wider family",
        "Curious about, late",
        "  By when: 9 Nov 2026",
        "The chronology offers to be curious about",
    ] {
        assert!(said.lines().any(|said| said == line), "{line}\n{said}");
    }
    let heading = |words: &str| said.find(words).unwrap();
    assert!(heading("What worries the children") < heading("What worries the parents"));
    assert!(heading("What worries the parents") < heading("What worries the professionals"));
    let page = office.json(&["show", "Osei", "analysis"]);
    assert_eq!(page["worries"]["parents"].as_array().unwrap().len(), 2);
    assert_eq!(page["worries"]["wider_family"][0]["of"], "Gran");
    let first = &page["hypotheses"][0];
    assert_eq!(
        (&first["state"], &first["strength"], &first["revision"]),
        (&"live".into(), &"well supported".into(), &2.into())
    );
    assert_eq!(first["thought_again"].as_array().unwrap().len(), 2);
    assert_eq!(page["curiosities"][0]["state"], "late");
    assert!(!page["offered"].as_array().unwrap().is_empty());
}

#[test]
fn the_analysis_as_at_a_day_is_as_it_was_thought_then() {
    let office = Office::open();
    let before = ["show", "Osei", "analysis", "--as-at", "2026-10-01"];
    let page = office.json(&before);
    assert_eq!(page["hypotheses"][0]["strength"], "possible");
    assert_eq!(
        page["hypotheses"][0]["thought_again"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    assert!(!office.says(&before).contains("they went to see Eve"));
}

#[test]
fn the_plan_tells_what_helps_and_what_changed_since_it_was_agreed() {
    let office = Office::open();
    let said = office.says(&["show", "Osei", "plan"]);
    for line in [
        "Challenge, short: the next weeks",
        "    Guided play twice a week, filmed, so that Jane can see for herself what went well (in place: yes, used: yes, works: in part)",
        "  Who provides it: Pauline Whitlock",
        "  Comes from: the family's own people",
        "  Other plans: Care plan; Personal education plan",
        "Bottom line",
        "Support, over",
        "  15 Jun 2026",
        "    It held: 4 challenges, 6 supports, 2 bottom lines, 2 goals",
    ] {
        assert!(said.lines().any(|said| said == line), "{line}\n{said}");
    }
    assert!(!said.contains("Changed since"));
    let since = ["show", "Osei", "plan", "--since", "2026-06-15"];
    let said = office.says(&since);
    for line in [
        "Changed since the plan of 15 Jun 2026",
        "  New support: Eve's day kept together, and Pauline in the spare room from the night before",
        "  Over support: Drop-in for parents on Wednesday mornings",
    ] {
        assert!(said.lines().any(|said| said == line), "{line}\n{said}");
    }
    let before = "; before: To be made with the family before the autumn.\n";
    let solutions = said.split_once("\n    Solutions: ").unwrap().1;
    assert!(solutions.contains(before), "{said}");
    let page = office.json(&since);
    assert_eq!(page["since"]["agreed_on"], "15 Jun 2026");
    assert_eq!(page["challenges"][0]["horizon"], "short");
    assert_eq!(page["supports"][0]["own_network"], true);
    let later = office.json(&["show", "Osei", "plan", "--since", "2026-11-01"]);
    assert_eq!(
        later["since"]["changes"], page["since"]["changes"],
        "the last version before it"
    );
}

#[test]
fn without_a_version_by_then_the_plan_says_so() {
    let office = Office::open();
    let too_early = office.says(&["show", "Osei", "plan", "--since", "2026-06-14"]);
    let first =
        "No version of this plan was agreed by 14 June 2026; the first was agreed on 15 Jun 2026.";
    assert!(too_early.contains(first), "{too_early}");
    let none = office.says(&["show", "Lyle", "plan", "--since", "2026-06-14"]);
    assert!(none.contains("No version of this plan was agreed yet."));
    let other = office.refuses(&["show", "Osei", "analysis", "--since", "2026-06-14"]);
    assert!(other.contains("Only the plan"), "{other}");
}

//! Births, losses, twins, adoption and care, each with what must be joined.

use super::family::*;

#[test]
fn pregnancy_and_loss_have_their_place_among_brothers_and_sisters() {
    let mut kin = Kin::new();
    kin.bond("Al", Partner, "Ann", "2015");
    for (name, born, arrival) in [
        ("lost", "2017", Arrival::Miscarried),
        ("still", "2019", Arrival::Stillborn),
        ("ended", "2021", Arrival::Ended),
        ("baby", "Mar 2027", Arrival::Expected),
    ] {
        let person = Person {
            name: String::new(),
            born: Some(date(born)),
            arrival,
            ..Person::default()
        };
        kin.person(name, person);
    }
    kin.children(
        &["Al", "Ann"],
        &[
            ("Dot", "2018"),
            ("lost", ""),
            ("still", ""),
            ("ended", ""),
            ("baby", ""),
        ],
    );
    let seen = kin.seen_from("Dot");
    seen.left_to_right(&["lost", "Dot", "still", "ended", "baby"]);
    seen.says("△✗").says("△✗-").says("due Mar 2027").says("?✗?");
    assert!(seen.told("lost").starts_with("Lost by miscarriage, 2017"));
}

#[test]
fn twins_part_from_one_point_and_identical_ones_are_barred() {
    for (kind, identical) in [(Twin, false), (IdenticalTwin, true)] {
        let mut kin = Kin::new();
        kin.children(
            &["Al", "Ann"],
            &[
                ("Dot", "2010"),
                ("Eve", "2012"),
                ("Fay", "2012"),
                ("Gus", "2014"),
            ],
        );
        kin.bond("Eve", kind, "Fay", "");
        let seen = kin.seen_from("Dot");
        seen.left_to_right(&["Dot", "Eve", "Fay", "Gus"])
            .side_by_side(&["Eve", "Fay"]);
        let twins = seen
            .drawing
            .layout
            .lines
            .iter()
            .filter(|line| matches!(line.stroke, Stroke::Twins(_, it) if it == identical));
        let starts: Vec<(i32, i32)> = twins.map(|line| line.points[0]).collect();
        assert_eq!(starts.len(), 2, "{}", seen.picture());
        assert_eq!(starts[0], starts[1], "both come from one point");
        assert_eq!(
            seen.picture().contains('═'),
            identical,
            "{}",
            seen.picture()
        );
    }
}

#[test]
fn three_born_together_hang_on_one_point() {
    let mut kin = Kin::new();
    kin.children(
        &["Al", "Ann"],
        &[("Dot", "2010"), ("Eve", "2010"), ("Fay", "2010")],
    );
    kin.bond("Dot", Twin, "Eve", "");
    kin.bond("Eve", Twin, "Fay", "");
    let seen = kin.seen_from("Dot");
    let twins = seen
        .drawing
        .layout
        .lines
        .iter()
        .filter(|line| matches!(line.stroke, Stroke::Twins(..)));
    assert_eq!(twins.count(), 3, "{}", seen.picture());
}

#[test]
fn an_adopted_child_stands_under_both_families() {
    let mut kin = Kin::new();
    kin.children(&["Al", "Ann"], &[("Dot", "2015")]);
    kin.bond("Bob", Married, "Bea", "2010");
    kin.bond("Bob", AdoptiveParent, "Dot", "2019");
    kin.bond("Bea", AdoptiveParent, "Dot", "2019");
    let seen = kin.seen_from("Dot");
    seen.rows_above("Al", "Dot", 1)
        .rows_above("Bob", "Dot", 1)
        .says("A 2019");
    seen.joined(&["Al", "Ann"], "Dot", KinKind::Birth).joined(
        &["Bob", "Bea"],
        "Dot",
        KinKind::Adopted,
    );
}

#[test]
fn foster_carers_stand_beside_the_parents_with_their_time() {
    let mut kin = Kin::new();
    kin.children(&["Al", "Ann"], &[("Dot", "2015"), ("Eve", "2017")]);
    kin.lived("Dot", &["Bob", "Bea"], "Foster care", "18 Nov 2022", "");
    kin.lived(
        "Eve",
        &["Bob", "Bea"],
        "Foster care",
        "18 Nov 2022",
        "26 Jul 2025",
    );
    let seen = kin.seen_from("Dot");
    seen.left_to_right(&["Al", "Ann", "Bob", "Bea"])
        .says("F 2022")
        .says("F 2022–2025");
    seen.joined(&["Bob", "Bea"], "Dot", KinKind::Foster).joined(
        &["Bob", "Bea"],
        "Eve",
        KinKind::Foster,
    );
    let union = &seen.graph.unions[seen.graph.unions_of(seen.number("Bob")).next().unwrap()];
    assert_eq!(
        union.states[0].0,
        UnionState::CareTogether,
        "nobody said that they are a couple"
    );
}

#[test]
fn a_grandmother_who_cares_has_a_line_of_her_own_past_the_parents() {
    let mut kin = Kin::new();
    kin.children(&["Ann"], &[("Bea", "1990")]);
    kin.children(&["Al", "Bea"], &[("Dot", "2015"), ("Ed", "2017")]);
    kin.bond("Ann", KinshipCarer, "Dot", "2022");
    let seen = kin.seen_from("Dot");
    seen.rows_above("Ann", "Dot", 2)
        .joined(&["Ann"], "Dot", KinKind::Kinship)
        .says("K 2022");
    seen.joined(&["Al", "Bea"], "Dot", KinKind::Birth);
}

#[test]
fn a_sister_who_cares_is_told_in_words_where_no_line_can_go_down() {
    let mut kin = Kin::new();
    kin.children(&["Al", "Ann"], &[("Bea", "1998"), ("Dot", "2015")]);
    kin.bond("Bea", KinshipCarer, "Dot", "2022");
    let seen = kin.seen_from("Dot");
    seen.left_to_right(&["Bea", "Dot"]);
    assert!(
        seen.told("Dot")
            .contains("Cared for in the family by Bea, since 2022")
    );
}

#[test]
fn carers_one_after_another_are_no_couple_and_the_present_ones_are_drawn() {
    let mut kin = Kin::new();
    kin.children(&["Al", "Ann"], &[("Dot", "2010")]);
    kin.bond("Bob", BondKind::FosterCarer, "Dot", "2015");
    kin.bond("Bea", BondKind::FosterCarer, "Dot", "2015");
    kin.bond("Cleo", BondKind::FosterCarer, "Dot", "2018");
    let seen = kin.seen_from("Dot");
    seen.joined(&["Bob", "Bea"], "Dot", KinKind::Foster)
        .joined(&["Cleo"], "Dot", KinKind::Foster);
}

#[test]
fn staff_of_a_home_are_not_drawn_as_carers() {
    let mut kin = Kin::new();
    kin.children(&["Al", "Ann"], &[("Dot", "2010")]);
    kin.lived("Dot", &["Bea"], "Children's home", "5 Sep 2022", "");
    let seen = kin.seen_from("Dot");
    assert!(!seen.told("Dot").contains("Bea"), "{}", seen.told("Dot"));
}

#[test]
fn every_time_of_care_is_told_for_itself() {
    let mut kin = Kin::new();
    kin.children(&["Al", "Ann"], &[("Dot", "2010")]);
    kin.lived(
        "Dot",
        &["Nan"],
        "Informal family care",
        "1 Nov 2017",
        "3 Dec 2017",
    );
    kin.lived("Dot", &["Ann"], "With parents", "3 Dec 2017", "6 May 2022");
    kin.lived(
        "Dot",
        &["Nan"],
        "Informal family care",
        "6 May 2022",
        "18 Nov 2022",
    );
    let seen = kin.seen_from("Dot");
    seen.says("K 2017, 2022");
    let told = seen.told("Dot");
    assert!(
        told.contains("by Nan, 1 Nov 2017 to 3 Dec 2017 and 6 May 2022 to 18 Nov 2022"),
        "{told}"
    );
}

#[test]
fn care_of_a_grandchild_is_not_drawn_as_one_more_child() {
    let mut kin = Kin::new();
    kin.children(&["Nan"], &[("Ann", "1990"), ("Bea", "1992")]);
    kin.children(&["Ann"], &[("Dot", "2015")]);
    kin.bond("Nan", KinshipCarer, "Dot", "2022");
    let seen = kin.seen_from("Dot");
    let lines = seen.drawing.layout.lines.iter();
    let down = lines.filter(|line| matches!(line.stroke, Stroke::Down(_, true)));
    assert!(down.count() > 0, "a way of its own\n{}", seen.picture());
    seen.joined(&["Nan"], "Dot", KinKind::Kinship);
}

#[test]
fn a_birth_that_lies_ahead_is_a_pregnancy_whether_or_not_somebody_said_so() {
    let mut kin = Kin::new();
    kin.children(&["Al", "Ann"], &[("Dot", "2015"), ("Eve", "14 Mar 2027")]);
    let seen = kin.seen_from("Dot");
    seen.says("△ Eve").says("due 14 Mar 2027");
}

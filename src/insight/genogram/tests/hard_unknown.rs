//! What is not known, told twice or wrong, and still drawn.

use super::family::*;

#[test]
fn brother_and_sister_without_parents_on_record_hang_on_a_question_mark() {
    let mut kin = Kin::new();
    kin.born("Dot", "2010");
    kin.born("Ed", "2012");
    kin.bond("Dot", Sibling, "Ed", "");
    let seen = kin.seen_from("Dot");
    seen.left_to_right(&["Dot", "Ed"]).says("?");
    let unknown = seen
        .graph
        .people
        .iter()
        .position(|one| one.id.is_none())
        .unwrap();
    let above = seen.drawing.layout.place(unknown).unwrap();
    assert_eq!(above.row + 1, seen.place("Dot").row, "{}", seen.picture());
    assert!(
        seen.told("Ed").contains("Brother or sister of Dot"),
        "{}",
        seen.told("Ed")
    );
}

#[test]
fn an_aunt_without_parents_on_record_stands_beside_her_sister() {
    let mut kin = Kin::new();
    kin.children(&["Al", "Ann"], &[("Bea", "1990")]);
    kin.children(&["Bea"], &[("Dot", "2015")]);
    kin.born("Cleo", "1996");
    kin.bond("Cleo", Sibling, "Bea", "");
    let seen = kin.seen_from("Dot");
    seen.left_to_right(&["Bea", "Cleo"])
        .joined(&["Al", "Ann"], "Cleo", KinKind::Sibling);
}

#[test]
fn a_half_sister_of_whom_only_that_is_known_is_marked_so() {
    let mut kin = Kin::new();
    kin.children(&["Al", "Ann"], &[("Dot", "2010")]);
    kin.born("Eve", "2005");
    kin.bond("Eve", HalfSibling, "Dot", "");
    let seen = kin.seen_from("Dot");
    seen.left_to_right(&["Eve", "Dot"]).says("½");
    assert!(
        seen.told("Eve")
            .contains("which parent they share is not recorded")
    );
}

#[test]
fn a_grandmother_is_drawn_over_the_parent_on_her_side() {
    let mut kin = Kin::new();
    kin.children(&["Al", "Ann"], &[("Dot", "2015")]);
    let gran = Person {
        name: "Nan".into(),
        relation: "maternal grandmother".into(),
        sex: Sex::Female,
        ..Person::default()
    };
    kin.person("Nan", gran);
    kin.bond("Nan", BondKind::Grandparent, "Dot", "");
    let seen = kin.seen_from("Dot");
    seen.rows_above("Nan", "Ann", 1)
        .joined(&["Nan"], "Ann", KinKind::Between);
}

#[test]
fn a_grandmother_on_no_known_side_stands_apart_two_rows_up() {
    let mut kin = Kin::new();
    kin.children(&["Al", "Ann"], &[("Dot", "2015")]);
    kin.bond("Nan", BondKind::Grandparent, "Dot", "");
    let seen = kin.seen_from("Dot");
    seen.rows_above("Nan", "Dot", 2);
    assert!(seen.told("Nan").contains("through whom is not recorded"));
}

#[test]
fn three_recorded_parents_are_all_drawn() {
    let mut kin = Kin::new();
    kin.bond("Al", Married, "Ann", "2000");
    kin.children(&["Al", "Ann", "Bob"], &[("Dot", "2010")]);
    let seen = kin.seen_from("Dot");
    seen.joined(&["Al", "Ann"], "Dot", KinKind::Birth)
        .joined(&["Bob"], "Dot", KinKind::Birth);
}

#[test]
fn two_years_of_birth_stand_beside_each_other() {
    let mut kin = Kin::new();
    let elsewhere = SaidDate {
        date: date("1990"),
        by: "Police".into(),
    };
    let al = Person {
        name: "Al".into(),
        sex: Sex::Male,
        born: Some(date("1988")),
        born_elsewhere: vec![elsewhere],
        ..Person::default()
    };
    kin.person("Al", al);
    kin.children(&["Al"], &[("Dot", "2010")]);
    let seen = kin.seen_from("Dot");
    seen.says("1988/1990");
    assert!(seen.told("Al").contains("Others say born 1990"));
}

#[test]
fn somebody_recorded_as_their_own_forebear_does_not_stop_the_drawing() {
    let mut kin = Kin::new();
    kin.children(&["Al"], &[("Bob", "1980")]);
    kin.children(&["Bob"], &[("Al", "")]);
    kin.children(&["Bob"], &[("Dot", "2010")]);
    let seen = kin.seen_from("Dot");
    seen.rows_above("Bob", "Dot", 1);
    assert!(
        seen.told("Al").contains("Child of Bob"),
        "the list tells what cannot be drawn"
    );
    assert!(seen.told("Bob").contains("Child of Al"));
}

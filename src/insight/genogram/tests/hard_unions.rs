//! Couples and generations, each with what must stand beside, above and under what.

use super::family::*;

#[test]
fn three_generations_stand_under_each_other() {
    let mut kin = Kin::new();
    kin.bond("Al", Married, "Ann", "1980");
    kin.children(&["Al", "Ann"], &[("Bob", "1982"), ("Bea", "1985")]);
    kin.bond("Bob", Married, "Cleo", "2008");
    kin.children(&["Bob", "Cleo"], &[("Dot", "2010"), ("Dan", "2012")]);
    let seen = kin.seen_from("Dot");
    seen.side_by_side(&["Al", "Ann"])
        .side_by_side(&["Bob", "Cleo"])
        .left_to_right(&["Bob", "Bea"]);
    seen.rows_above("Al", "Bob", 1)
        .rows_above("Bob", "Dot", 1)
        .left_to_right(&["Dot", "Dan"]);
    seen.joined(&["Bob", "Cleo"], "Dan", KinKind::Birth)
        .says("m 2008");
}

#[test]
fn half_siblings_stand_under_their_own_fathers() {
    let mut kin = Kin::new();
    kin.bond("Al", Partner, "Ann", "2005");
    kin.bond("Bob", Partner, "Ann", "2012");
    kin.children(&["Al", "Ann"], &[("Dot", "2006")]);
    kin.children(&["Bob", "Ann"], &[("Ed", "2013")]);
    let seen = kin.seen_from("Dot");
    seen.side_by_side(&["Al", "Ann", "Bob"])
        .left_to_right(&["Dot", "Ed"]);
    seen.joined(&["Al", "Ann"], "Dot", KinKind::Birth).joined(
        &["Bob", "Ann"],
        "Ed",
        KinKind::Birth,
    );
}

#[test]
fn stepchildren_stand_under_their_own_parents_beside_the_new_couple() {
    let mut kin = Kin::new();
    kin.children(&["Al", "Ann"], &[("Dot", "2006")]);
    kin.children(&["Bob", "Bea"], &[("Ed", "2007")]);
    kin.bond("Al", Divorced, "Ann", "2015");
    kin.bond("Ann", Married, "Bob", "2018");
    let seen = kin.seen_from("Dot");
    seen.side_by_side(&["Al", "Ann", "Bob", "Bea"])
        .left_to_right(&["Dot", "Ed"])
        .says("// d 2015");
}

#[test]
fn three_wives_stand_in_the_order_of_their_marriages() {
    let mut kin = Kin::new();
    kin.bond("Al", Married, "Cleo", "2010");
    kin.bond("Al", Divorced, "Ann", "1995");
    kin.bond("Al", Married, "Ann", "1990");
    kin.bond("Al", Married, "Bea", "2000");
    kin.children(&["Al", "Ann"], &[("Dot", "1991")]);
    kin.children(&["Al", "Bea"], &[("Eve", "2001")]);
    kin.children(&["Al", "Cleo"], &[("Fay", "2011")]);
    let seen = kin.seen_from("Fay");
    seen.side_by_side(&["Ann", "Al", "Bea", "Cleo"])
        .left_to_right(&["Dot", "Eve", "Fay"]);
    seen.joined(&["Al", "Cleo"], "Fay", KinKind::Birth);
}

#[test]
fn separation_divorce_and_living_together_are_told_apart() {
    let mut kin = Kin::new();
    kin.bond("Al", Married, "Ann", "2000");
    kin.bond("Al", Separated, "Ann", "2005");
    kin.bond("Bob", Partner, "Bea", "2001");
    kin.bond("Cy", Divorced, "Cleo", "2009");
    kin.children(&["Al", "Ann"], &[("Dan", "2001")]);
    kin.children(&["Bob", "Bea"], &[("Eve", "2002")]);
    kin.children(&["Cy", "Cleo"], &[("Dot", "2002")]);
    let seen = kin.seen_from("Dan");
    seen.says("m 2000 / s 2005")
        .says("LT 2001")
        .says("// d 2009");
    let slashes = |name: &str| {
        seen.graph.unions[seen.graph.unions_of(seen.number(name)).next().unwrap()].slashes()
    };
    assert_eq!((slashes("Al"), slashes("Bob"), slashes("Cy")), (1, 0, 2));
}

#[test]
fn a_widow_is_told_by_the_cross_on_her_husband() {
    let mut kin = Kin::new();
    let al = Person {
        name: "Al".into(),
        sex: Sex::Male,
        born: Some(date("1950")),
        died: Some(date("2010")),
        ..Person::default()
    };
    kin.person("Al", al);
    kin.bond("Al", Married, "Ann", "1975");
    let seen = kin.seen_from("Ann");
    seen.side_by_side(&["Al", "Ann"])
        .says("[✗Al 59–60]")
        .says("1950–2010");
    assert!(seen.told("Ann").contains("widowed"), "{}", seen.told("Ann"));
}

#[test]
fn one_parent_alone_needs_no_partner() {
    let mut kin = Kin::new();
    kin.children(&["Ann"], &[("Dot", "2010"), ("Ed", "2012")]);
    let seen = kin.seen_from("Dot");
    seen.rows_above("Ann", "Dot", 1)
        .joined(&["Ann"], "Ed", KinKind::Birth)
        .left_to_right(&["Dot", "Ed"]);
}

#[test]
fn two_brothers_who_married_two_sisters_stand_beside_their_wives() {
    let mut kin = Kin::new();
    kin.children(&["Al", "Ann"], &[("Bob", "1980"), ("Cy", "1982")]);
    kin.children(&["Dan", "Dot"], &[("Eve", "1981"), ("Fay", "1983")]);
    kin.bond("Bob", Married, "Eve", "2005");
    kin.bond("Cy", Married, "Fay", "2006");
    kin.children(&["Bob", "Eve"], &[("Gus", "2006")]);
    kin.children(&["Cy", "Fay"], &[("Hal", "2007")]);
    let seen = kin.seen_from("Gus");
    seen.side_by_side(&["Bob", "Eve"])
        .side_by_side(&["Cy", "Fay"])
        .left_to_right(&["Bob", "Cy"]);
    seen.left_to_right(&["Eve", "Fay"])
        .left_to_right(&["Gus", "Hal"]);
}

#[test]
fn an_uncle_and_his_niece_stand_on_one_row() {
    let mut kin = Kin::new();
    kin.children(&["Al", "Ann"], &[("Bob", "1960"), ("Cy", "1970")]);
    kin.children(&["Bob", "Bea"], &[("Dot", "1985")]);
    kin.bond("Cy", Partner, "Dot", "2005");
    kin.children(&["Cy", "Dot"], &[("Ed", "2006")]);
    let seen = kin.seen_from("Ed");
    seen.side_by_side(&["Cy", "Dot"])
        .rows_above("Al", "Cy", 2)
        .rows_above("Bob", "Dot", 1);
    seen.joined(&["Al", "Ann"], "Cy", KinKind::Birth);
}

#[test]
fn folding_hides_what_hangs_on_somebody_and_says_how_many() {
    let mut kin = Kin::new();
    kin.children(&["Al", "Ann"], &[("Bea", "1990"), ("Cleo", "1992")]);
    kin.children(&["Bob", "Bea"], &[("Dot", "2015")]);
    let seen = kin.seen_from("Dot");
    let folded = std::collections::BTreeSet::from([seen.number("Bea")]);
    let (shown, hides) = seen.graph.folded(seen.number("Dot"), &folded);
    assert_eq!(
        hides,
        [(seen.number("Bea"), 3)],
        "her parents and her sister"
    );
    let part = seen.graph.only(&shown);
    assert_eq!(part.people.len(), 3);
    let drawing = drawn(&part, part.place(seen.ids["Dot"]).unwrap(), Zoom::Names);
    assert!(
        faults(&part, &drawing.layout).is_empty(),
        "{}",
        drawing.lines().join("\n")
    );
}

#[test]
fn a_couple_who_came_back_together_are_together() {
    let mut kin = Kin::new();
    kin.bond("Al", Partner, "Ann", "2005");
    kin.bond("Al", Separated, "Ann", "2010");
    kin.bond("Al", Married, "Ann", "2012");
    let seen = kin.seen_from("Ann");
    assert_eq!(seen.graph.unions[0].slashes(), 0);
    assert_eq!(
        relation(&seen.graph, seen.number("Ann"), seen.number("Al")).unwrap(),
        "partner"
    );
}

#[test]
fn half_is_only_said_where_both_parents_of_each_are_known() {
    let mut kin = Kin::new();
    kin.children(&["Al", "Ann"], &[("Dot", "2006")]);
    kin.children(&["Bob", "Ann"], &[("Ed", "2008")]);
    kin.children(&["Ann"], &[("Fred", "2010")]);
    let seen = kin.seen_from("Dot");
    let is = |name: &str| relation(&seen.graph, seen.number("Dot"), seen.number(name)).unwrap();
    assert_eq!(is("Ed"), "half-brother");
    assert_eq!(is("Fred"), "brother", "whose father is not recorded");
    assert_eq!(is("Bob"), "partner of Ann");
}

#[test]
fn a_marriage_until_death_did_not_end_apart() {
    let mut kin = Kin::new();
    let al = Person {
        name: "Al".into(),
        sex: Sex::Male,
        died: Some(date("6 Nov 2021")),
        ..Person::default()
    };
    kin.person("Al", al);
    let (al, ann) = (kin.who("Al"), kin.who("Ann"));
    kin.made.put(Body::Bond(Bond {
        since: Some(date("2010")),
        until: Some(date("6 Nov 2021")),
        ..Bond::of(al, Married, ann)
    }));
    let seen = kin.seen_from("Ann");
    assert_eq!(seen.graph.unions[0].slashes(), 0, "{}", seen.picture());
    assert!(
        seen.told("Ann")
            .contains("Married to Al since 2010, widowed"),
        "{}",
        seen.told("Ann")
    );
    assert!(!seen.told("Al").contains("widowed"));
}

#[test]
fn kin_have_the_words_that_people_use() {
    let mut kin = Kin::new();
    kin.children(&["Al", "Ann"], &[("Bob", "1950"), ("Bea", "1952")]);
    kin.children(&["Bob"], &[("Cleo", "1975"), ("Cy", "1977")]);
    kin.children(&["Bea"], &[("Dan", "1976")]);
    kin.children(&["Cleo"], &[("Dot", "2000")]);
    let seen = kin.seen_from("Dot");
    let is = |from: &str, other: &str| relation(&seen.graph, seen.number(from), seen.number(other));
    for (from, other, word) in [
        ("Dot", "Cleo", "mother"),
        ("Dot", "Bob", "grandfather"),
        ("Dot", "Ann", "great-grandmother"),
        ("Dot", "Cy", "uncle"),
        ("Dot", "Bea", "great-aunt"),
        ("Dot", "Dan", "relative"),
        ("Cleo", "Dan", "cousin"),
        ("Cy", "Dot", "niece"),
        ("Al", "Dot", "great-granddaughter"),
    ] {
        assert_eq!(is(from, other).as_deref(), Some(word), "{other} of {from}");
    }
    assert_eq!(is("Dot", "Dot"), None);
}

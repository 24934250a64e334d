//! Hard structures, each with what must stand beside, above and under what, and what must be joined.

use super::checks::{Drawing, drawn, faults};
use crate::insight::genogram::kin::{Genogram, KinKind, UnionState};
use crate::insight::genogram::layout::{Place, Stroke};
use crate::insight::genogram::symbols::Zoom;
use crate::insight::genogram::words::in_words;
use crate::insight::made_up::{MadeUp, date, day};
use crate::record::{Arrival, Body, Bond, BondKind, Person, Placement, RecordId, SaidDate, Sex};
use BondKind::{
    AdoptiveParent, Divorced, HalfSibling, IdenticalTwin, KinshipCarer, Married, Parent, Partner,
    Separated, Sibling, Twin,
};
use std::collections::BTreeMap;

/// A family by names: "Ann" is drawn when she is first spoken of.
struct Kin {
    made: MadeUp,
    ids: BTreeMap<&'static str, RecordId>,
}

/// It as it was drawn.
struct Seen {
    graph: Genogram,
    drawing: Drawing,
    ids: BTreeMap<&'static str, RecordId>,
}

const MEN: [&str; 8] = ["Al", "Bob", "Cy", "Dan", "Ed", "Fred", "Gus", "Hal"];

impl Kin {
    fn new() -> Kin {
        Kin {
            made: MadeUp::new(),
            ids: BTreeMap::new(),
        }
    }

    fn who(&mut self, name: &'static str) -> RecordId {
        if let Some(id) = self.ids.get(name) {
            return *id;
        }
        self.born(name, "")
    }

    fn born(&mut self, name: &'static str, born: &str) -> RecordId {
        let sex = if MEN.contains(&name) {
            Sex::Male
        } else {
            Sex::Female
        };
        let born = (!born.is_empty()).then(|| date(born));
        let person = Person {
            name: name.into(),
            sex,
            born,
            ..Person::default()
        };
        self.person(name, person)
    }

    fn person(&mut self, name: &'static str, person: Person) -> RecordId {
        let id = self.made.put(Body::Person(person));
        self.ids.insert(name, id);
        id
    }

    fn bond(&mut self, from: &'static str, kind: BondKind, to: &'static str, since: &str) {
        let (from, to) = (self.who(from), self.who(to));
        self.made.put(Body::Bond(Bond {
            from,
            to,
            kind,
            since: (!since.is_empty()).then(|| date(since)),
            until: None,
            note: String::new(),
        }));
    }

    fn children(&mut self, parents: &[&'static str], children: &[(&'static str, &str)]) {
        for (child, born) in children {
            if !self.ids.contains_key(child) {
                self.born(child, born);
            }
            for parent in parents {
                self.bond(parent, Parent, child, "");
            }
        }
    }

    fn lived(
        &mut self,
        child: &'static str,
        carers: &[&'static str],
        kind: &str,
        from: &str,
        to: &str,
    ) {
        let child = self.who(child);
        let carers = carers.iter().map(|carer| self.who(carer)).collect();
        self.made.put(Body::Placement(Placement {
            child,
            from: date(from),
            to: (!to.is_empty()).then(|| date(to)),
            kind: kind.into(),
            carer: String::new(),
            carers,
            place: String::new(),
            miles_from_home: None,
            why_ended: String::new(),
            note: String::new(),
        }));
    }

    /// Draws it, seen from somebody, and checks what must hold of every drawing.
    fn seen_from(self, name: &str) -> Seen {
        let graph = Genogram::of(&self.made.file);
        let from = graph.place(self.ids[name]).unwrap();
        let drawing = drawn(&graph, from, Zoom::Names);
        let seen = Seen {
            graph,
            drawing,
            ids: self.ids,
        };
        let faults = faults(&seen.graph, &seen.drawing.layout);
        assert!(
            faults.is_empty(),
            "{}\n{}",
            seen.picture(),
            faults.join("\n")
        );
        seen
    }
}

impl Seen {
    fn picture(&self) -> String {
        self.drawing.lines().join("\n")
    }

    fn number(&self, name: &str) -> usize {
        self.graph.place(self.ids[name]).unwrap()
    }

    fn place(&self, name: &str) -> Place {
        *self.drawing.layout.place(self.number(name)).unwrap()
    }

    /// These stand on one row in this order, with nobody between them.
    fn side_by_side(&self, names: &[&str]) -> &Seen {
        let row: Vec<usize> = self
            .drawing
            .layout
            .row(self.place(names[0]).row)
            .map(|place| place.person)
            .collect();
        let wanted: Vec<usize> = names.iter().map(|name| self.number(name)).collect();
        let found = row.windows(wanted.len()).any(|part| part == wanted);
        assert!(
            found,
            "{names:?} do not stand side by side\n{}",
            self.picture()
        );
        self
    }

    /// These stand on one row in this order.
    fn left_to_right(&self, names: &[&str]) -> &Seen {
        let places: Vec<Place> = names.iter().map(|name| self.place(name)).collect();
        let ordered = places
            .windows(2)
            .all(|pair| pair[0].row == pair[1].row && pair[0].left < pair[1].left);
        assert!(
            ordered,
            "{names:?} do not stand in order\n{}",
            self.picture()
        );
        self
    }

    fn rows_above(&self, upper: &str, lower: &str, rows: usize) -> &Seen {
        let (upper_row, lower_row) = (self.place(upper).row, self.place(lower).row);
        assert_eq!(
            upper_row + rows,
            lower_row,
            "{upper} over {lower}\n{}",
            self.picture()
        );
        self
    }

    /// A line of this kind leads from these parents to the child, and it is drawn.
    fn joined(&self, parents: &[&str], child: &str, kind: KinKind) -> &Seen {
        let mut wanted: Vec<usize> = parents.iter().map(|name| self.number(name)).collect();
        wanted.sort_unstable();
        let line = self.graph.kin.iter().position(|line| {
            let mut partners = self.graph.unions[line.union].partners.clone();
            partners.sort_unstable();
            line.child == self.number(child) && line.kind == kind && partners == wanted
        });
        let line = line
            .unwrap_or_else(|| panic!("no line from {parents:?} to {child}\n{}", self.picture()));
        let union = self.graph.kin[line].union;
        let drawn = self
            .drawing
            .layout
            .lines
            .iter()
            .any(|drawn| match drawn.stroke {
                Stroke::Child(at) => at == line,
                Stroke::Twins(of, _) => of == union,
                _ => false,
            });
        assert!(
            drawn,
            "the line from {parents:?} to {child} is not drawn\n{}",
            self.picture()
        );
        self
    }

    fn says(&self, words: &str) -> &Seen {
        assert!(
            self.picture().contains(words),
            "no {words:?} in\n{}",
            self.picture()
        );
        self
    }

    /// What the list says of somebody.
    fn told(&self, name: &str) -> String {
        let layout = &self.drawing.layout;
        let all = in_words(&self.graph, layout, 0, &[], day("2026-11-23"));
        let of = all
            .iter()
            .find(|one| one.place == self.number(name))
            .unwrap();
        of.lines.join("; ")
    }
}

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
fn one_parent_alone_needs_no_partner() {
    let mut kin = Kin::new();
    kin.children(&["Ann"], &[("Dot", "2010"), ("Ed", "2012")]);
    let seen = kin.seen_from("Dot");
    seen.rows_above("Ann", "Dot", 1)
        .joined(&["Ann"], "Ed", KinKind::Birth)
        .left_to_right(&["Dot", "Ed"]);
}

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
    assert!(seen.told("Nan").contains("on which side is not recorded"));
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

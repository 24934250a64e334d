//! Families of the tests by names, and what can be said of how they are drawn.

pub use super::checks::{Drawing, drawn, faults};
pub use crate::insight::genogram::kin::{Genogram, KinKind, UnionState};
pub use crate::insight::genogram::layout::{Place, Stroke};
pub use crate::insight::genogram::relation;
pub use crate::insight::genogram::symbols::Zoom;
pub use crate::insight::genogram::words::in_words;
pub use crate::insight::made_up::{MadeUp, date, day};
pub use crate::record::{
    Arrival, Body, Bond, BondKind, Person, Placement, RecordId, SaidDate, Sex,
};
pub use BondKind::{
    AdoptiveParent, Divorced, HalfSibling, IdenticalTwin, KinshipCarer, Married, Parent, Partner,
    Separated, Sibling, Twin,
};
pub use std::collections::BTreeMap;

/// A family by names: "Ann" is drawn when she is first spoken of.
pub struct Kin {
    pub made: MadeUp,
    pub ids: BTreeMap<&'static str, RecordId>,
}

/// It as it was drawn.
pub struct Seen {
    pub graph: Genogram,
    pub drawing: Drawing,
    pub ids: BTreeMap<&'static str, RecordId>,
}

const MEN: [&str; 8] = ["Al", "Bob", "Cy", "Dan", "Ed", "Fred", "Gus", "Hal"];

impl Kin {
    pub fn new() -> Kin {
        Kin {
            made: MadeUp::new(),
            ids: BTreeMap::new(),
        }
    }

    pub fn who(&mut self, name: &'static str) -> RecordId {
        if let Some(id) = self.ids.get(name) {
            return *id;
        }
        self.born(name, "")
    }

    pub fn born(&mut self, name: &'static str, born: &str) -> RecordId {
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

    pub fn person(&mut self, name: &'static str, person: Person) -> RecordId {
        let id = self.made.put(Body::Person(person));
        self.ids.insert(name, id);
        id
    }

    pub fn bond(&mut self, from: &'static str, kind: BondKind, to: &'static str, since: &str) {
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

    pub fn children(&mut self, parents: &[&'static str], children: &[(&'static str, &str)]) {
        for (child, born) in children {
            if !self.ids.contains_key(child) {
                self.born(child, born);
            }
            for parent in parents {
                self.bond(parent, Parent, child, "");
            }
        }
    }

    pub fn lived(
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
    pub fn seen_from(self, name: &str) -> Seen {
        let graph = Genogram::of(&self.made.file, day("2026-11-23"));
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
    pub fn picture(&self) -> String {
        self.drawing.lines().join("\n")
    }

    pub fn number(&self, name: &str) -> usize {
        self.graph.place(self.ids[name]).unwrap()
    }

    pub fn place(&self, name: &str) -> Place {
        *self.drawing.layout.place(self.number(name)).unwrap()
    }

    /// These stand on one row in this order, with nobody between them.
    pub fn side_by_side(&self, names: &[&str]) -> &Seen {
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
    pub fn left_to_right(&self, names: &[&str]) -> &Seen {
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

    pub fn rows_above(&self, upper: &str, lower: &str, rows: usize) -> &Seen {
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
    pub fn joined(&self, parents: &[&str], child: &str, kind: KinKind) -> &Seen {
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

    pub fn says(&self, words: &str) -> &Seen {
        assert!(
            self.picture().contains(words),
            "no {words:?} in\n{}",
            self.picture()
        );
        self
    }

    /// What the list says of somebody.
    pub fn told(&self, name: &str) -> String {
        let layout = &self.drawing.layout;
        let all = in_words(&self.graph, layout, 0, &[], day("2026-11-23"));
        let of = all
            .iter()
            .find(|one| one.place == self.number(name))
            .unwrap();
        of.lines.join("; ")
    }
}

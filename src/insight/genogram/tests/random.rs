//! A thousand made-up families.

use super::checks::{drawn, drawn_lines, faults, younger_before_elder};
use crate::insight::genogram::kin::Genogram;
use crate::insight::genogram::symbols::Zoom;
use crate::insight::made_up::{MadeUp, date, day};
use crate::record::{Body, Bond, BondKind, Person, RecordId, Sex};

/// Numbers that look like chance and are the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit).unwrap()).unwrap()
    }

    fn of_hundred(&mut self, share: usize) -> bool {
        self.below(100) < share
    }
}

/// A family of about so many people: couples who married in, several unions, half-siblings, adoption, foster care, people
/// of whom parents are not known.
struct Made {
    family: MadeUp,
    chance: Chance,
    next: usize,
}

impl Made {
    fn person(&mut self, year: i32) -> RecordId {
        self.next += 1;
        let born = self.chance.of_hundred(90).then(|| date(&year.to_string()));
        let sex = match self.chance.below(9) {
            0 => Sex::NotKnown,
            n if n % 2 == 0 => Sex::Female,
            _ => Sex::Male,
        };
        self.family.put(Body::Person(Person {
            name: format!("P{} {}", self.next, "x".repeat(self.chance.below(9))),
            born,
            sex,
            ..Person::default()
        }))
    }

    fn bond(&mut self, from: RecordId, kind: BondKind, to: RecordId) {
        self.family.put(Body::Bond(Bond::of(from, kind, to)));
    }

    fn descend(&mut self, parent: RecordId, year: i32, depth: usize, limit: usize) {
        if depth == 0 || self.next > limit {
            return;
        }
        for at in 0..1 + self.chance.below(6) / 4 {
            let partner = self.chance.of_hundred(85).then(|| self.person(year));
            if let Some(partner) = partner {
                let kinds = [
                    BondKind::Married,
                    BondKind::Partner,
                    BondKind::Separated,
                    BondKind::Divorced,
                ];
                let kind = kinds[self.chance.below(4)].clone();
                self.bond(parent, kind, partner);
                if self.chance.of_hundred(25) {
                    self.ancestors(partner, year, 1);
                }
            }
            for child in 0..self.chance.below(4) {
                let born = year + 20 + i32::try_from(at * 6 + child * 2).unwrap();
                let child = self.person(born);
                self.bond(parent, BondKind::Parent, child);
                if let Some(partner) = partner {
                    self.bond(partner, BondKind::Parent, child);
                }
                if self.chance.of_hundred(8) {
                    let carer = self.person(year);
                    let kinds = [
                        BondKind::FosterCarer,
                        BondKind::AdoptiveParent,
                        BondKind::KinshipCarer,
                    ];
                    let kind = kinds[self.chance.below(3)].clone();
                    self.bond(carer, kind, child);
                }
                if self.chance.of_hundred(5) {
                    let sibling = self.person(born + 1);
                    self.bond(sibling, BondKind::HalfSibling, child);
                }
                self.descend(child, born, depth - 1, limit);
            }
        }
    }

    fn ancestors(&mut self, person: RecordId, year: i32, depth: usize) {
        if depth == 0 {
            return;
        }
        let (one, other) = (self.person(year - 25), self.person(year - 24));
        self.bond(one, BondKind::Parent, person);
        self.bond(other, BondKind::Parent, person);
        for at in 0..self.chance.below(3) {
            let born = year - 3 + i32::try_from(at * 3).unwrap();
            let sibling = self.person(born);
            self.bond(one, BondKind::Parent, sibling);
            self.bond(other, BondKind::Parent, sibling);
            self.descend(sibling, born, 1, usize::MAX);
        }
        self.ancestors(one, year - 25, depth - 1);
    }
}

fn made(seed: u64, limit: usize) -> (MadeUp, RecordId) {
    let mut made = Made {
        family: MadeUp::new(),
        chance: Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1),
        next: 0,
    };
    let child = made.person(1990);
    let generations = made.chance.below(3);
    made.ancestors(child, 1990, generations);
    made.descend(child, 1990, 3, limit);
    (made.family, child)
}

#[test]
fn a_thousand_families_are_drawn_without_a_fault() {
    let (mut people, mut crossed) = (0, 0);
    for seed in 1..=1000 {
        let (family, child) = made(seed, 60);
        let graph = Genogram::of(&family.file, day("2026-11-23"));
        let from = graph.place(child).unwrap_or(0);
        let zoom = if seed % 2 == 0 {
            Zoom::Names
        } else {
            Zoom::Initials
        };
        let sketch = drawn(&graph, from, zoom);
        let faults = faults(&graph, &sketch.layout);
        let picture = sketch.lines().join("\n");
        assert!(
            faults.is_empty(),
            "family {seed}:\n{picture}\n{}",
            faults.join("\n")
        );
        assert_eq!(
            drawn_lines(&graph, &sketch.layout).len(),
            graph.kin.len(),
            "family {seed}"
        );
        let wrong = younger_before_elder(&graph, &sketch.layout);
        assert_eq!(
            wrong, 0,
            "family {seed}: the eldest is not left:\n{picture}"
        );
        people += graph.people.len();
        crossed += usize::from(graph.people.len() > 25);
    }
    assert!(
        people > 15_000 && crossed > 100,
        "{people} people, {crossed} large families"
    );
}

#[test]
fn adding_somebody_moves_nobody_past_anybody_else() {
    for seed in 1..=300 {
        let (mut family, child) = made(seed, 40);
        let graph = Genogram::of(&family.file, day("2026-11-23"));
        if graph.people.is_empty() {
            continue;
        }
        let from = graph.place(child).unwrap_or(0);
        let before = drawn(&graph, from, Zoom::Names);
        let parents: Vec<RecordId> = family.file.people.keys().copied().collect();
        let parent = parents[usize::try_from(seed).unwrap() % parents.len()];
        let new = family.adult("New", "");
        family.put(Body::Bond(Bond {
            from: parent,
            to: new,
            kind: BondKind::Parent,
            since: None,
            until: None,
            note: String::new(),
        }));
        let graph_now = Genogram::of(&family.file, day("2026-11-23"));
        let after = drawn(&graph_now, graph_now.place(child).unwrap_or(0), Zoom::Names);
        let order = |sketch: &super::checks::Drawing, graph: &Genogram| -> Vec<Vec<RecordId>> {
            let rows = sketch
                .layout
                .places
                .iter()
                .map(|place| place.row)
                .max()
                .unwrap_or(0);
            let row = |row| {
                let ids = sketch
                    .layout
                    .row(row)
                    .filter_map(|place| graph.people[place.person].id);
                ids.filter(|id| *id != new).collect::<Vec<_>>()
            };
            let mut rows: Vec<Vec<RecordId>> = (0..=rows).map(row).collect();
            rows.retain(|row| !row.is_empty());
            rows
        };
        let pictures = (before.lines().join("\n"), after.lines().join("\n"));
        let same = order(&before, &graph) == order(&after, &graph_now);
        assert!(same, "family {seed}:\n{}\n\n{}", pictures.0, pictures.1);
    }
}

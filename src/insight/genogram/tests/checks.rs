//! What holds of every drawing.

use crate::insight::genogram::GenogramOptions;
use crate::insight::genogram::kin::{Genogram, Kin, KinKind};
use crate::insight::genogram::layout::{Layout, Line, Stroke};
use crate::insight::genogram::sketch::Sketch;
use crate::insight::genogram::symbols::{Hand, Zoom};
use crate::insight::made_up::day;
use std::collections::BTreeMap;

pub type Drawing = Sketch;

pub fn hand(zoom: Zoom) -> Hand {
    Hand {
        zoom,
        ascii: false,
        day: day("2026-11-23"),
    }
}

/// The drawing with everything shown.
pub fn drawn(graph: &Genogram, from: usize, zoom: Zoom) -> Sketch {
    let shown = GenogramOptions {
        past_care: true,
        ..GenogramOptions::default()
    };
    Sketch::of(graph, from, &hand(zoom), &shown, &[], &[])
}

/// Checks everything that must hold; says what does not.
pub fn faults(graph: &Genogram, layout: &Layout) -> Vec<String> {
    let mut faults = Vec::new();
    everybody_once(graph, layout, &mut faults);
    nobody_on_another(layout, &mut faults);
    lines_end_at_people(graph, layout, &mut faults);
    lines_never_seem_to_join(graph, layout, &mut faults);
    partners_side_by_side(graph, layout, &mut faults);
    children_under_parents(graph, layout, &mut faults);
    faults
}

fn everybody_once(graph: &Genogram, layout: &Layout, faults: &mut Vec<String>) {
    if layout.places.len() != graph.people.len() || layout.people().len() != graph.people.len() {
        faults.push(format!(
            "{} of {} people drawn",
            layout.places.len(),
            graph.people.len()
        ));
    }
}

fn nobody_on_another(layout: &Layout, faults: &mut Vec<String>) {
    for pair in layout.places.windows(2) {
        if pair[0].row == pair[1].row && pair[0].right() + 1 >= pair[1].left {
            faults.push(format!("{pair:?} touch"));
        }
        if pair[0].row < pair[1].row && pair[0].bottom() > pair[1].top {
            faults.push(format!("rows of {pair:?} overlap"));
        }
    }
    // No line runs through a symbol.
    for line in &layout.lines {
        for (x, y) in cells(line) {
            for place in &layout.places {
                let symbol = place.bottom() - 1;
                if y == symbol && place.left <= x && x <= place.right() {
                    faults.push(format!("{line:?} runs through {place:?}"));
                }
            }
        }
    }
}

/// Every cell of a line.
pub fn cells(line: &Line) -> Vec<(i32, i32)> {
    let mut cells = Vec::new();
    for pair in line.points.windows(2) {
        let ((x, y), (to_x, to_y)) = (pair[0], pair[1]);
        if matches!(line.stroke, Stroke::Twins(..)) {
            // Drawn as across and down.
            cells.extend((x.min(to_x)..=x.max(to_x)).map(|x| (x, y + 1)));
            cells.extend((y + 1..=to_y).map(|y| (to_x, y)));
            cells.push((x, y));
            continue;
        }
        for column in x.min(to_x)..=x.max(to_x) {
            for row in y.min(to_y)..=y.max(to_y) {
                cells.push((column, row));
            }
        }
    }
    cells
}

fn union_of(graph: &Genogram, stroke: Stroke) -> usize {
    match stroke {
        Stroke::Union(union) | Stroke::Down(union, _) | Stroke::Across(union, _) => union,
        Stroke::Twins(union, _) => union,
        Stroke::Child(line) => graph.kin[line].union,
    }
}

/// Each line begins and ends on somebody of its union, or on a line of its union.
fn lines_end_at_people(graph: &Genogram, layout: &Layout, faults: &mut Vec<String>) {
    let mut of_union: BTreeMap<(i32, i32), Vec<(usize, usize)>> = BTreeMap::new();
    for (at, line) in layout.lines.iter().enumerate() {
        for cell in cells(line) {
            of_union
                .entry(cell)
                .or_default()
                .push((union_of(graph, line.stroke), at));
        }
    }
    for (at, line) in layout.lines.iter().enumerate() {
        let union = union_of(graph, line.stroke);
        let touches = |(x, y): (i32, i32), people: &[usize]| {
            people
                .iter()
                .filter_map(|one| layout.place(*one))
                .any(|place| {
                    let beside = y == place.bottom() || y == place.bottom() - 2;
                    place.left <= x && x <= place.right() && beside
                })
        };
        let partners = &graph.unions[union].partners;
        let mut people = partners.clone();
        match line.stroke {
            Stroke::Child(line) => people = vec![graph.kin[line].child],
            Stroke::Twins(union, _) => {
                let lines = graph.unions[union].children.iter();
                people = lines.map(|line| graph.kin[*line].child).collect();
            }
            _ => {}
        }
        let ends = [line.points.first(), line.points.last()];
        for end in ends.into_iter().flatten() {
            let near = [(0, 0), (0, 1), (0, -1)];
            let joined = near.iter().any(|(x, y)| {
                let cell = of_union.get(&(end.0 + x, end.1 + y));
                cell.is_some_and(|all| all.iter().any(|(of, other)| *of == union && *other != at))
            });
            if !touches(*end, &people) && !joined {
                faults.push(format!("{line:?} ends in the air at {end:?}"));
            }
        }
        if let Stroke::Child(_) | Stroke::Twins(..) = line.stroke {
            let end = line.points.last().copied().unwrap_or_default();
            if !touches(end, &people) {
                faults.push(format!("{line:?} does not reach its child"));
            }
        }
    }
}

/// A union with whether its lines of care are meant.
type Way = (usize, bool);

/// Lines of different unions share no cell but where one crosses the other at a right angle, at no corner and no end.
fn lines_never_seem_to_join(graph: &Genogram, layout: &Layout, faults: &mut Vec<String>) {
    let mut flat: BTreeMap<(i32, i32), Vec<(Way, bool)>> = BTreeMap::new();
    for line in &layout.lines {
        let union = (union_of(graph, line.stroke), is_care(graph, line.stroke));
        let points = match line.stroke {
            Stroke::Twins(..) => {
                let [(x, y), (to_x, to_y)] = line.points[..] else {
                    panic!("twins")
                };
                vec![(x, y), (x, y + 1), (to_x, y + 1), (to_x, to_y)]
            }
            _ => line.points.clone(),
        };
        for pair in points.windows(2) {
            let ((x, y), (to_x, to_y)) = (pair[0], pair[1]);
            let is_flat = y == to_y && x != to_x;
            for column in x.min(to_x)..=x.max(to_x) {
                for row in y.min(to_y)..=y.max(to_y) {
                    flat.entry((column, row))
                        .or_default()
                        .push((union, is_flat));
                }
            }
        }
    }
    for (cell, all) in flat {
        for (one, one_flat) in &all {
            for (other, other_flat) in &all {
                if one != other && one_flat == other_flat {
                    faults.push(format!(
                        "lines of unions {one:?} and {other:?} lie on each other at {cell:?}"
                    ));
                    return;
                }
            }
        }
    }
}

fn is_care(graph: &Genogram, stroke: Stroke) -> bool {
    match stroke {
        Stroke::Down(_, care) | Stroke::Across(_, care) => care,
        Stroke::Child(line) => graph.kin[line].is_care(),
        Stroke::Union(_) | Stroke::Twins(..) => false,
    }
}

/// Between two partners on one row stand only people whom unions join with them.
fn partners_side_by_side(graph: &Genogram, layout: &Layout, faults: &mut Vec<String>) {
    for union in &graph.unions {
        let [one, other] = union.partners[..] else {
            continue;
        };
        let (Some(one), Some(other)) = (layout.place(one), layout.place(other)) else {
            continue;
        };
        if one.row != other.row {
            continue;
        }
        let joined = joined(graph, layout, one.person);
        let (low, high) = (one.left.min(other.left), one.left.max(other.left));
        let between = layout
            .row(one.row)
            .filter(|place| low < place.left && place.left < high);
        for place in between.filter(|place| !joined.contains(&place.person)) {
            faults.push(format!("{place:?} stands between {one:?} and {other:?}"));
        }
    }
}

fn joined(graph: &Genogram, layout: &Layout, person: usize) -> Vec<usize> {
    let row = layout.place(person).map(|place| place.row);
    let mut all = vec![person];
    let mut at = 0;
    while let Some(one) = all.get(at).copied() {
        at += 1;
        for union in graph.unions_of(one) {
            for partner in &graph.unions[union].partners {
                let here = layout.place(*partner).map(|place| place.row) == row;
                if here && !all.contains(partner) {
                    all.push(*partner);
                }
            }
        }
    }
    all
}

fn children_under_parents(graph: &Genogram, layout: &Layout, faults: &mut Vec<String>) {
    for line in drawn_lines(graph, layout) {
        let is_own = line.kind.is_of_family() || line.kind == KinKind::Adopted;
        for partner in graph.unions[line.union].partners.iter().filter(|_| is_own) {
            let (Some(above), Some(below)) = (layout.place(*partner), layout.place(line.child))
            else {
                continue;
            };
            if above.row >= below.row {
                faults.push(format!("{below:?} is not under {above:?}"));
            }
        }
    }
}

/// The lines to children that are drawn.
pub fn drawn_lines<'a>(graph: &'a Genogram, layout: &Layout) -> Vec<&'a Kin> {
    let is_drawn = |at: usize, kin: &Kin| {
        layout.lines.iter().any(|line| match line.stroke {
            Stroke::Child(of) => of == at,
            Stroke::Twins(union, _) => union == kin.union,
            _ => false,
        })
    };
    let lines = graph.kin.iter().enumerate();
    lines
        .filter(|(at, kin)| is_drawn(*at, kin))
        .map(|(_, kin)| kin)
        .collect()
}

/// Brothers and sisters on one row of whom the younger stands left.
pub fn younger_before_elder(graph: &Genogram, layout: &Layout) -> usize {
    let mut count = 0;
    for union in &graph.unions {
        let lines = union.children.iter().map(|line| &graph.kin[*line]);
        let own: Vec<usize> = lines
            .filter(|line| line.kind == KinKind::Birth)
            .map(|line| line.child)
            .collect();
        for pair in own.windows(2) {
            let (Some(one), Some(other)) = (layout.place(pair[0]), layout.place(pair[1])) else {
                continue;
            };
            count += usize::from(one.row == other.row && one.left > other.left);
        }
    }
    count
}

//! The genogram: walking along kin, folding, zooming, choosing what is drawn.

use crate::insight::genogram::layout::Place as Standing;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::layout::genogram::frames;
use crate::tui::model::Model;
use crate::tui::model::family::genogram::{GenogramPane, Part};
use crate::tui::model::family::{self, View};
use crate::tui::update::records;
use crate::tui::view::family::genogram::{lines_of, words_of};

/// Does what a command asks here.
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(case) = model.case() else {
        return Vec::new();
    };
    let (drawing, beside) = frames(model, case);
    let (columns, rows) = (drawing.rows.width, drawing.rows.height);
    let seen = usize::from(beside.rows.height);
    let words = words_of(&model.look, &case.family.genogram, beside.rows.width);
    let lines = lines_of(&model.look, &case.family.genogram, beside.rows.width).len();
    let chosen = case.family.genogram.chosen();
    let Some(case) = model.case_mut() else {
        return Vec::new();
    };
    let pane = &mut case.family.genogram;
    let moved = match pane.part {
        Part::Drawing => walk(pane, command, columns, rows),
        Part::Words => {
            let moved = pane.words.go(command, words.len(), seen);
            if let (true, Some(line)) = (moved, words.get(pane.words.chosen)) {
                pane.at = line.leads.unwrap_or(pane.at);
                pane.keep_seen(columns, rows);
            }
            moved
        }
        Part::Lines => pane.lines.go(command, lines, seen),
    };
    if moved {
        return Vec::new();
    }
    match command {
        Command::PaneNext => pane.part = next(pane.part, true),
        Command::PanePrevious => pane.part = next(pane.part, false),
        Command::Open if pane.part == Part::Lines => switch(pane),
        Command::GenogramFold if pane.part == Part::Lines => switch(pane),
        Command::Open => return open(model),
        Command::Zoom => pane.whole ^= true,
        Command::GenogramFrom => return see_from(model),
        Command::GenogramFold => return fold(model),
        Command::GenogramNearer => pane.zoom = pane.zoom.nearer(),
        Command::GenogramFurther => pane.zoom = pane.zoom.further(),
        Command::GenogramHouseholds => pane.shown.households ^= true,
        Command::GenogramPastCare => pane.shown.past_care ^= true,
        Command::GenogramTies if pane.switch_ties() => {}
        Command::GenogramTies => model.say("No emotional line is recorded yet."),
        Command::GenogramLeft => pane.move_by(-i32::from(columns / 2), 0, columns, rows),
        Command::GenogramRight => pane.move_by(i32::from(columns / 2), 0, columns, rows),
        Command::PersonEdit => match chosen {
            Some(person) => return records::edit(model, person),
            None => model.say("Nothing is recorded of this person yet; add them first."),
        },
        Command::PersonRemove => model.say("People are removed in the list of people."),
        Command::Filter => return crate::tui::update::search::open(model, false),
        Command::Copy => return copy(model),
        _ => {}
    }
    Vec::new()
}

fn next(part: Part, forward: bool) -> Part {
    match (part, forward) {
        (Part::Drawing, true) | (Part::Lines, false) => Part::Words,
        (Part::Words, true) | (Part::Drawing, false) => Part::Lines,
        (Part::Lines, true) | (Part::Words, false) => Part::Drawing,
    }
}

fn switch(pane: &mut GenogramPane) {
    let switches = pane.switches();
    if let Some((switch, _)) = switches.get(pane.lines.chosen) {
        pane.switch(*switch);
    }
}

/// Walks along kin, or moves the drawing under whoever is chosen. Gives whether the command was one of movement.
fn walk(pane: &mut GenogramPane, command: Command, columns: u16, rows: u16) -> bool {
    let half = i32::from(rows / 2);
    let to = match command {
        Command::Up => above(pane),
        Command::Down => below(pane),
        Command::KinLeft => beside(pane, false),
        Command::KinRight => beside(pane, true),
        Command::First => end(pane, true),
        Command::Last => end(pane, false),
        Command::PageUp | Command::PageDown => {
            let by = if command == Command::PageUp {
                -half
            } else {
                half
            };
            pane.move_by(0, by, columns, rows);
            return true;
        }
        _ => return false,
    };
    if let Some(to) = to {
        pane.at = to;
    }
    pane.keep_seen(columns, rows);
    true
}

/// The parent who stands nearest; else whoever cares.
fn above(pane: &GenogramPane) -> Option<usize> {
    let drawn = pane.drawn.as_ref()?;
    let here = pane.standing()?;
    let lines = drawn.graph.lines_up(pane.at);
    let parents = lines.enumerate().flat_map(|(at, line)| {
        let partners = &drawn.graph.unions.get(line.union)?.partners;
        Some(partners.iter().map(move |one| (at, *one)))
    });
    let mut parents: Vec<(usize, i32, usize)> = parents
        .flatten()
        .filter_map(|(at, one)| Some((at, distance(&here, drawn.sketch.layout.place(one)?), one)))
        .collect();
    parents.sort_unstable();
    parents.first().map(|(.., one)| *one)
}

/// The child who stands nearest below.
fn below(pane: &GenogramPane) -> Option<usize> {
    let drawn = pane.drawn.as_ref()?;
    let here = pane.standing()?;
    let unions = drawn.graph.unions_of(pane.at);
    let children = unions.filter_map(|at| drawn.graph.unions.get(at));
    let children = children.flat_map(|union| &union.children);
    let mut children: Vec<(i32, usize)> = children
        .filter_map(|at| {
            let child = drawn.graph.kin.get(*at)?.child;
            Some((distance(&here, drawn.sketch.layout.place(child)?), child))
        })
        .collect();
    children.sort_unstable();
    children.first().map(|(_, child)| *child)
}

fn distance(one: &Standing, other: &Standing) -> i32 {
    (one.middle() - other.middle()).abs()
}

/// Who stands next on the same row.
fn beside(pane: &GenogramPane, right: bool) -> Option<usize> {
    let drawn = pane.drawn.as_ref()?;
    let here = pane.standing()?;
    let row: Vec<usize> = drawn
        .sketch
        .layout
        .row(here.row)
        .map(|place| place.person)
        .collect();
    let at = row.iter().position(|person| *person == pane.at)?;
    let to = if right {
        at.checked_add(1)
    } else {
        at.checked_sub(1)
    };
    row.get(to?).copied()
}

/// The first or last of everybody.
fn end(pane: &GenogramPane, first: bool) -> Option<usize> {
    let places = &pane.drawn.as_ref()?.sketch.layout.places;
    let place = if first { places.first() } else { places.last() };
    place.map(|place| place.person)
}

/// The chosen person in the list of people, in full.
fn open(model: &mut Model) -> Vec<Effect> {
    let Some(case) = model.case_mut() else {
        return Vec::new();
    };
    let Some(person) = case.family.genogram.chosen() else {
        model.say("Nothing is recorded of this person yet.");
        return Vec::new();
    };
    case.family.view = View::People;
    case.family.back_to = Some(View::Genogram);
    case.family.choose(person);
    case.family.part = family::Part::Detail;
    Vec::new()
}

fn see_from(model: &mut Model) -> Vec<Effect> {
    let Some(case) = model.case_mut() else {
        return Vec::new();
    };
    let pane = &mut case.family.genogram;
    let Some(person) = pane.chosen() else {
        return Vec::new();
    };
    pane.from = Some(person);
    pane.folded.remove(&person);
    let name = case
        .seen()
        .people
        .get(&person)
        .map(|one| one.body.short_name().to_owned());
    model.say(format!(
        "The family as seen from {}.",
        name.unwrap_or_default()
    ));
    Vec::new()
}

fn fold(model: &mut Model) -> Vec<Effect> {
    let Some(case) = model.case_mut() else {
        return Vec::new();
    };
    let child = case.child;
    let pane = &mut case.family.genogram;
    let Some(person) = pane.chosen() else {
        return Vec::new();
    };
    if pane.folded.remove(&person) {
        return Vec::new();
    }
    if pane.from.or(child) == Some(person) {
        model.say(
            "The family is seen from this person, so there is nothing behind them to fold away.",
        );
        return Vec::new();
    }
    pane.folded.insert(person);
    Vec::new()
}

fn copy(model: &mut Model) -> Vec<Effect> {
    let drawn = model
        .case()
        .and_then(|case| case.family.genogram.drawn.as_ref());
    let Some(text) = drawn.map(|drawn| drawn.sketch.lines().join("\n")) else {
        return Vec::new();
    };
    model.say("The genogram is on the clipboard, as text.");
    vec![Effect::Copy(text)]
}

/// Keeps the chosen person on the screen, and the words of the chosen person beside the drawing.
pub fn keep_seen(model: &mut Model) {
    let Some(case) = model.case() else { return };
    let (drawing, beside) = frames(model, case);
    let pane = &case.family.genogram;
    let words = words_of(&model.look, pane, beside.rows.width);
    let first = words.iter().position(|line| line.leads == Some(pane.at));
    let lines = lines_of(&model.look, pane, beside.rows.width).len();
    let seen = usize::from(beside.rows.height);
    let Some(case) = model.case_mut() else { return };
    let pane = &mut case.family.genogram;
    if pane.part != Part::Drawing || pane.drawn.is_none() {
        pane.words.keep_seen(words.len(), seen);
        pane.lines.keep_seen(lines, seen);
        return;
    }
    pane.words.chosen = first.unwrap_or(0);
    pane.words.top = pane.words.chosen.min(words.len().saturating_sub(seen));
    let size = (drawing.rows.width, drawing.rows.height);
    let now = (pane.standing(), size);
    if now != pane.seen_at {
        pane.keep_seen(size.0, size.1);
        pane.seen_at = now;
    }
}

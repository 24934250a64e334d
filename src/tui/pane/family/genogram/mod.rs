//! The genogram: walking along kin, folding, zooming, choosing what is drawn.

pub mod draw;
pub mod layout;

use crate::insight::genogram::layout::Place as Standing;
use crate::tui::command::Command;
use crate::tui::model::Model;
use crate::tui::model::case::family;
use crate::tui::model::case::family::View;
use crate::tui::model::case::family::genogram::{GenogramPane, Part};
use crate::tui::model::request::PaneRequest;
use crate::tui::pane::family::genogram::draw::{lines_of, words_of};
use crate::tui::pane::family::genogram::layout::frames;

/// Does what a command asks here.
pub fn run(model: &mut Model, command: Command) {
    let Some(case) = model.case() else {
        return;
    };
    let (drawing, beside) = frames(model, case);
    let (columns, rows) = (drawing.rows.width, drawing.rows.height);
    let seen = usize::from(beside.rows.height);
    let words = words_of(&model.look, &case.family.genogram, beside.rows.width);
    let lines = lines_of(&model.look, &case.family.genogram, beside.rows.width).len();
    let chosen = case.family.genogram.chosen();
    let Some(case) = model.case_mut() else {
        return;
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
        return;
    }
    match command {
        Command::PaneNext => pane.part = next(pane.part, true),
        Command::PanePrevious => pane.part = next(pane.part, false),
        Command::Open if pane.part == Part::Lines => switch(pane),
        Command::GenogramFold if pane.part == Part::Lines => switch(pane),
        Command::Open => open(model),
        Command::Zoom => pane.whole ^= true,
        Command::GenogramFrom => see_from(model),
        Command::GenogramFold => fold(model),
        Command::GenogramNearer => pane.zoom = pane.zoom.nearer(),
        Command::GenogramFurther => pane.zoom = pane.zoom.further(),
        Command::GenogramHouseholds => pane.shown.households ^= true,
        Command::GenogramPastCare => pane.shown.past_care ^= true,
        Command::GenogramTies if pane.switch_ties() => {}
        Command::GenogramTies => model.say("No emotional line is recorded yet."),
        Command::GenogramLeft => pane.move_by(-i32::from(columns / 2), 0, columns, rows),
        Command::GenogramRight => pane.move_by(i32::from(columns / 2), 0, columns, rows),
        Command::PersonEdit => match chosen {
            Some(person) => model.ask_edit(person),
            None => model.say("Nothing is recorded of this person yet; add them first."),
        },
        Command::PersonRemove => model.say("People are removed in the list of people."),
        Command::Filter => model.ask(PaneRequest::Run(Command::SearchCase)),
        Command::Copy => copy(model),
        _ => {}
    }
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
fn open(model: &mut Model) {
    let Some(case) = model.case_mut() else {
        return;
    };
    let Some(person) = case.family.genogram.chosen() else {
        model.say("Nothing is recorded of this person yet.");
        return;
    };
    case.family.view = View::People;
    case.family.back_to = Some(View::Genogram);
    case.family.choose(person);
    case.family.part = family::Part::Detail;
}

fn see_from(model: &mut Model) {
    let Some(case) = model.case_mut() else {
        return;
    };
    let pane = &mut case.family.genogram;
    let Some(person) = pane.chosen() else {
        return;
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
}

fn fold(model: &mut Model) {
    let Some(case) = model.case_mut() else {
        return;
    };
    let child = case.child;
    let pane = &mut case.family.genogram;
    let Some(person) = pane.chosen() else {
        return;
    };
    if pane.folded.remove(&person) {
        return;
    }
    if pane.from.or(child) == Some(person) {
        model.say(
            "The family is seen from this person, so there is nothing behind them to fold away.",
        );
        return;
    }
    pane.folded.insert(person);
}

fn copy(model: &mut Model) {
    let drawn = model
        .case()
        .and_then(|case| case.family.genogram.drawn.as_ref());
    let Some(text) = drawn.map(|drawn| drawn.sketch.lines().join("\n")) else {
        return;
    };
    model.ask_copy(text, "The genogram is on the clipboard, as text.");
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

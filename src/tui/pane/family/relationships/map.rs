//! The map: four rings around the child, the closest inside, with a mark and a name for each person; the key of the marks; and
//! the same as a list in words.

use crate::insight::relationships::{Judgement, MARKS, Someone, child_name, people_of};
use crate::insight::words::listed;
use crate::record::{CaseFile, RecordId, Ring, Standing};
use crate::tui::theme::{Look, Role};
use crate::tui::widget::text::{columns, cut, wrap};
use chrono::NaiveDate;

/// A line of the map: pieces of text, each with how it looks.
pub type MapLine = Vec<(String, Role)>;

/// The widest that the rings are drawn.
const WIDEST: usize = 104;

/// The narrowest in which rings have room; below it the list alone is shown.
const NARROWEST: usize = 44;

/// Columns that a ring takes on each side: its line, and a blank.
const EDGE: usize = 2;

/// The lines of the map of a child in some room.
pub fn lines_of(
    file: &CaseFile,
    child: RecordId,
    day: NaiveDate,
    (width, height): (usize, usize),
    look: &Look,
) -> Vec<MapLine> {
    let people = people_of(file, child, day);
    let name = child_name(file, child);
    let mut lines = Vec::new();
    if width >= NARROWEST {
        lines.extend(rings(&people, &name, (width, height), look));
    }
    let room = width.saturating_sub(2);
    let outside: Vec<&Someone> = people
        .iter()
        .filter(|one| one.ring().is_none() || one.has_ended)
        .collect();
    if !outside.is_empty() {
        lines.push(vec![(
            " Not in a circle yet, or ended:".to_owned(),
            Role::Quiet,
        )]);
        let rows = flow(&outside, room, look);
        lines.extend(rows.into_iter().map(|row| set_in(1, row)));
    }
    lines.extend(key(room, look));
    lines.extend(in_words(&people, room));
    lines
}

/// The rings from the inside out: each holds its people, half above and half below what it surrounds.
fn rings(
    people: &[Someone],
    name: &str,
    (width, height): (usize, usize),
    look: &Look,
) -> Vec<MapLine> {
    let whole = width.min(WIDEST);
    let count = Ring::ALL.len();
    let inside = |depth: usize| whole.saturating_sub(2 * EDGE * (depth + 1));
    let names = |ring: Ring, depth: usize| {
        let here: Vec<&Someone> = people
            .iter()
            .filter(|one| one.ring() == Some(ring) && !one.has_ended)
            .collect();
        match here.as_slice() {
            [] => vec![vec![("nobody yet".to_owned(), Role::Quiet)]],
            here => flow(here, inside(depth), look),
        }
    };
    // The lines of each ring, the borders and the child.
    let wanted: usize = Ring::ALL
        .iter()
        .enumerate()
        .map(|(at, ring)| names(*ring, count - 1 - at).len() + 2)
        .sum();
    let spare = height.saturating_sub(wanted + 5) > 2 * count;
    let mut lines = vec![vec![(format!("( {name} )"), Role::Title)]];
    for (at, ring) in Ring::ALL.iter().enumerate() {
        let depth = count - 1 - at;
        let mut here = names(*ring, depth);
        let below = here.split_off(here.len().div_ceil(2));
        if spare {
            here.insert(0, Vec::new());
        }
        let held: Vec<MapLine> = here.into_iter().chain(lines).chain(below).collect();
        lines = surround(held, ring.words(), inside(depth) + 2 * EDGE, look);
    }
    let left = width.saturating_sub(whole) / 2;
    lines.into_iter().map(|line| set_in(left, line)).collect()
}

/// Draws a ring around lines, each of them in its middle.
fn surround(held: Vec<MapLine>, title: &str, width: usize, look: &Look) -> Vec<MapLine> {
    let corners = match look.ascii {
        true => [".", ".", "'", "'"],
        false => ["╭", "╮", "╰", "╯"],
    };
    let [left_top, right_top, left_bottom, right_bottom] = corners;
    let rule = look.rule();
    let after = width.saturating_sub(columns(title) + 5);
    let top = vec![
        (format!("{left_top}{rule} "), Role::Border),
        (title.to_owned(), Role::Heading),
        (format!(" {}{right_top}", rule.repeat(after)), Role::Border),
    ];
    let bottom = format!(
        "{left_bottom}{}{right_bottom}",
        rule.repeat(width.saturating_sub(2))
    );
    let inside = width.saturating_sub(2 * EDGE);
    let middle = held.into_iter().map(|line| {
        let free = inside.saturating_sub(columns_of(&line));
        let (before, after) = (free / 2, free - free / 2);
        let edge = |words: String| (words, Role::Border);
        let mut whole = vec![edge(format!(
            "{}{}",
            look.upright(),
            " ".repeat(before + 1)
        ))];
        whole.extend(line);
        whole.push(edge(format!("{}{}", " ".repeat(after + 1), look.upright())));
        whole
    });
    let mut lines = vec![top];
    lines.extend(middle);
    lines.push(vec![(bottom, Role::Border)]);
    lines
}

fn columns_of(line: &MapLine) -> usize {
    line.iter().map(|(words, _)| columns(words)).sum()
}

fn set_in(by: usize, line: MapLine) -> MapLine {
    let blanks = (" ".repeat(by), Role::Text);
    std::iter::once(blanks).chain(line).collect()
}

/// People one after the other, each with the mark before the name, in lines of at most so many columns.
fn flow(people: &[&Someone], room: usize, look: &Look) -> Vec<MapLine> {
    let mut lines: Vec<MapLine> = Vec::new();
    let mut taken = 0;
    for one in people {
        let words = cut(&label(one), room, look.ascii).into_owned();
        let wide = columns(&words);
        match lines.last_mut().filter(|_| taken + 3 + wide <= room) {
            Some(line) => {
                line.push(("   ".to_owned(), Role::Text));
                line.push((words, role(one)));
                taken += 3 + wide;
            }
            None => {
                lines.push(vec![(words, role(one))]);
                taken = wide;
            }
        }
    }
    lines
}

/// "LS Yvonne", "? Kuba (sib)", "x Ruth (fc)".
fn label(one: &Someone) -> String {
    let kin = [
        (Standing::Sibling, "sib"),
        (Standing::FormerCarer, "fc"),
        (Standing::Peer, "pr"),
    ];
    let kin: Vec<&str> = kin
        .into_iter()
        .filter(|(standing, _)| one.is(*standing))
        .map(|(_, sign)| sign)
        .collect();
    match kin.as_slice() {
        [] => format!("{} {}", one.mark(), one.name),
        kin => format!("{} {} ({})", one.mark(), one.name, kin.join(", ")),
    }
}

fn role(one: &Someone) -> Role {
    match (one.has_ended, one.judgement) {
        (true, _) => Role::Quiet,
        (false, Judgement::Both) => Role::Done,
        (false, Judgement::NotAsked) => Role::Attention,
        (false, _) => Role::Text,
    }
}

/// What the marks mean.
fn key(room: usize, look: &Look) -> Vec<MapLine> {
    let marks = MARKS.iter().map(|(mark, means)| format!("{mark} {means}"));
    let kin = [
        "(sib) brother or sister",
        "(fc) former carer",
        "(pr) friend or peer",
    ];
    let all: Vec<String> = marks.chain(kin.map(str::to_owned)).collect();
    let dot = format!(" {} ", look.dot());
    wrap(&all.join(&dot), room)
        .into_iter()
        .map(|line| vec![(format!(" {line}"), Role::Quiet)])
        .collect()
}

/// The same as a list: ring after ring, with what the child says in words.
fn in_words(people: &[Someone], room: usize) -> Vec<MapLine> {
    let mut lines = vec![
        Vec::new(),
        vec![(" The same in words".to_owned(), Role::Heading)],
    ];
    let rings = Ring::ALL.iter().map(|ring| (Some(*ring), ring.words()));
    let none = std::iter::once((None, "not in a circle yet"));
    for (ring, words) in rings.chain(none) {
        let here = people
            .iter()
            .filter(|one| one.ring() == ring && !one.has_ended);
        let told: Vec<String> = here.map(in_a_few_words).collect();
        let told = match told.as_slice() {
            [] => "nobody".to_owned(),
            told => told.join("; "),
        };
        put(&mut lines, &format!("{words}: {told}"), room);
    }
    let ended = people.iter().filter(|one| one.has_ended);
    let ended: Vec<String> = ended.map(in_a_few_words).collect();
    if !ended.is_empty() {
        put(&mut lines, &format!("ended: {}", listed(&ended)), room);
    }
    lines
}

/// Without whether it has ended: the list in which it stands says so.
fn in_a_few_words(one: &Someone) -> String {
    match one.standing_in_words().as_str() {
        "" => format!("{} ({})", one.name, one.said_in_words()),
        standing => format!("{} ({}; {standing})", one.name, one.said_in_words()),
    }
}

fn put(lines: &mut Vec<MapLine>, words: &str, room: usize) {
    for line in wrap(words, room.max(10)) {
        lines.push(vec![(format!(" {line}"), Role::Text)]);
    }
}

//! Whom a row concerns: the children whom it names, those who are meant by "all three", those whose parent it is about.

use super::who::{NamedPeople, PeopleByName};
use crate::record::{CaseFile, Doubt, DoubtKind, FuzzyDate, RecordId};

/// Whom a row concerns.
#[derive(Default)]
pub(super) struct Concerned {
    pub children: Vec<RecordId>,
    pub people: Vec<RecordId>,
    /// Those whom the row names one by one; only their lives say whether a date can be right.
    pub by_name: Vec<RecordId>,
    /// Whether the words of the cell are kept because they could not all be told.
    pub in_words: bool,
}

/// Whom a row concerns, told from its cells for children and for people, else from its words. What is open about it is
/// added to `doubts`.
pub(super) fn concerned(
    who: &mut PeopleByName,
    child_cell: &str,
    people_cell: &str,
    text: &str,
    when: &FuzzyDate,
    doubts: &mut Vec<Doubt>,
) -> Concerned {
    let by_child = if child_cell.is_empty() {
        NamedPeople::default()
    } else {
        who.named(child_cell)
    };
    let by_people = if people_cell.is_empty() {
        NamedPeople::default()
    } else {
        who.named(people_cell)
    };
    let mut concerned = Concerned {
        in_words: by_child.unknown || by_child.says_more,
        ..Concerned::default()
    };
    for named in [&by_child, &by_people] {
        let others = named
            .people
            .iter()
            .filter(|id| !named.children.contains(id));
        take_in(&mut concerned.people, others.copied());
        take_in(&mut concerned.children, named.children.iter().copied());
    }
    concerned.by_name = concerned
        .children
        .iter()
        .chain(&concerned.people)
        .copied()
        .collect();
    if !who.has_children() {
        // Until the children are known the words of the cell stay open: the same file does not bring the row again.
        if !child_cell.is_empty() {
            doubts.push(nobody_told());
        }
        concerned.in_words = true;
        return concerned;
    }
    let all = by_child.all || (by_people.all && by_child.children.is_empty());
    if all {
        let born = who.children_by(when);
        let count = by_child.count.or(by_people.count);
        if let Some(count) = count.filter(|count| *count != born.len()) {
            let text = format!(
                "The row says {count} children; {} had been born by then. Which are meant?",
                born.len()
            );
            doubts.push(Doubt::new(DoubtKind::WhichChild, text));
            concerned.in_words = true;
        }
        take_in(&mut concerned.children, born);
    } else if concerned.children.is_empty() && !concerned.people.is_empty() {
        // What is told of a parent is shared by the brothers and sisters.
        concerned.children = who.children_by(when);
    } else if concerned.children.is_empty() && child_cell.is_empty() && people_cell.is_empty() {
        concerned.children = who.spoken_of(text, when);
    }
    if concerned.children.is_empty() {
        doubts.push(nobody_told());
        concerned.in_words = true;
    } else if by_child.unknown {
        let text = format!(
            "\"{child_cell}\" says more than the names known in this case. Whom else does it concern?"
        );
        doubts.push(Doubt::new(DoubtKind::WhichChild, text));
    }
    concerned
}

/// Who has this reference at the agency.
pub(super) fn by_reference(case: &CaseFile, cell: &str) -> Option<RecordId> {
    let mut people = case.people.values();
    let referred = people.find(|person| !cell.is_empty() && person.body.reference == cell);
    referred.map(|person| person.id())
}

/// The people whom a cell of a table names, all of them known; in words why they cannot be told.
pub(super) fn people_named(
    cell: &str,
    when: &FuzzyDate,
    case: &CaseFile,
    who: &PeopleByName,
) -> Result<Vec<RecordId>, String> {
    if cell.is_empty() {
        return Err(
            "Nobody is named. Write the name into the row and bring it in again.".to_owned(),
        );
    }
    if let Some(person) = by_reference(case, cell) {
        return Ok(vec![person]);
    }
    let named = who.read(cell);
    if named.all {
        let born = who.children_by(when);
        return match named.count.filter(|count| *count != born.len()) {
            None => Ok(born),
            Some(count) => Err(format!(
                "The row says {count} children, and {} had been born by then. Write their names into the row and bring it in again.",
                born.len()
            )),
        };
    }
    if named.unknown || named.people.is_empty() {
        return Err(format!(
            "Nobody in this case goes by \"{cell}\". If it is somebody's name, add the person or the spelling, and bring this file in again."
        ));
    }
    Ok(named.people)
}

fn nobody_told() -> Doubt {
    let text = "No child of this case could be told from the row. Whom does it concern?";
    Doubt::new(DoubtKind::WhichChild, text.to_owned())
}

fn take_in(kept: &mut Vec<RecordId>, added: impl IntoIterator<Item = RecordId>) {
    for id in added {
        if !kept.contains(&id) {
            kept.push(id);
        }
    }
}

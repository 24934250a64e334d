//! The relationships of each child as plain lines.

use super::super::Page;
use super::super::linked::{write, write_day};
use super::{ChildShown, ContactShown, PersonShown, RelationshipsPage};
use crate::cli::lines::Lines;

impl Page for RelationshipsPage {
    fn write(&self, lines: &mut Lines) {
        if self.children.is_empty() {
            lines.item("No child is recorded in this case yet.");
        }
        for child in &self.children {
            of_child(child, lines);
        }
    }
}

fn of_child(child: &ChildShown, lines: &mut Lines) {
    let name = &child.child;
    lines.heading(format!("Relationships of {name}"));
    lines.item(&child.target.text);
    let has = |standing: &str| {
        let people = child.people.iter().filter(|one| !one.ended);
        let named = people.filter(|one| one.standing.contains(&standing));
        let names: Vec<&str> = named.map(|one| one.name.as_str()).collect();
        names.join(", ")
    };
    let trusted = match has("trusted adult") {
        none if none.is_empty() => "nobody is named yet".to_owned(),
        named => named,
    };
    lines.fact("Trusted adult", trusted);
    lines.fact("Link person", has("link person"));
    lines.fact("Advocate", has("advocate"));
    if child.people.is_empty() {
        lines.item("Nobody is written down yet.");
    }
    for person in &child.people {
        of_person(person, lines);
    }
    lines.heading(format!("What would break for {name}"));
    for one in &child.breaks {
        lines.fact(&one.when, &one.text);
    }
    let unsaid = child.hangs_on_not_said.join(", ");
    lines.fact("What it hangs on is not written yet", unsaid);
    if !child.earlier_moves.is_empty() {
        lines.heading(format!("What earlier moves took from {name}"));
    }
    for one in &child.earlier_moves {
        lines.fact(&one.left, one.ended.join(", "));
        if one.nobody {
            lines.fact(
                &one.left,
                "no relationship with those who cared there is written down",
            );
        }
    }
    if !child.distances.is_empty() {
        lines.heading(format!("How far it is for {name}"));
    }
    for one in &child.distances {
        lines.item(&one.text);
    }
    for one in &child.contact_after_care {
        lines.heading(format!("Contact of {name} with {} after care", one.with));
        of_contact(one, lines);
    }
    if !child.promises.is_empty() {
        lines.heading(format!("Promises to {name}"));
    }
    for one in &child.promises {
        lines.item(format!("{}, {}: {}", one.by, one.stands, one.text));
        lines.fact("Why it was not kept", &one.not_kept);
    }
}

fn of_person(person: &PersonShown, lines: &mut Lines) {
    let standing = person.standing.join(", ");
    let standing = match standing.is_empty() {
        true => String::new(),
        false => format!(" ({standing})"),
    };
    lines.heading(format!("{}{standing}: {}", person.name, person.says));
    if person.id.is_some() {
        lines.fact("Circle", person.circle.unwrap_or("not asked yet"));
    }
    write_day(lines, "Asked", person.asked_on.as_ref());
    lines.fact("In the child's words", &person.own_words);
    lines.fact("What is good", person.valued.join("; "));
    lines.fact("Helps with", person.helps_with.join("; "));
    lines.fact("How", &person.how_they_help);
    lines.fact("In touch", &person.in_touch);
    if let Some(miles) = person.miles {
        lines.fact("Miles apart", miles);
    }
    lines.fact("Hangs on", person.hangs_on.join(", "));
    for done in &person.being_done {
        lines.fact("So that it lasts", done);
    }
    write_day(lines, "Since", person.since.as_ref());
    write_day(lines, "Until", person.until.as_ref());
    lines.fact("Why it ended", &person.why_ended);
    write_day(lines, "To be asked again", person.review_on.as_ref());
    write(lines, "Shown by", &person.evidence);
    write(lines, "Known from elsewhere", &person.known_from);
    for question in &person.questions {
        lines.fact("To think about", question);
    }
}

fn of_contact(one: &ContactShown, lines: &mut Lines) {
    lines.item(&one.text);
    write_day(lines, "Asked for on", one.asked_on.as_ref());
    lines.fact("Asked by", &one.asked_by);
    let crisis = match one.in_crisis {
        None => "not said",
        Some(true) => "yes",
        Some(false) => "no",
    };
    lines.fact("In a crisis", crisis);
    lines.fact("Whose need", &one.whose_need);
    lines.fact("What may go wrong", &one.risk_view);
    lines.fact("Employer or manager", &one.guidance);
    lines.fact("How it was decided", &one.stands);
    lines.fact("Why", &one.why);
    lines.fact("Boundary", &one.boundary);
    write_day(lines, "Looked at again", one.review_on.as_ref());
    lines.fact("Why it ended", &one.why_ended);
    for question in &one.questions {
        lines.fact("To think about", question);
    }
}

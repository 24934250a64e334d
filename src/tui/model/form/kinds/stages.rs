//! Forms of the stages: how far an item is, and who has a role in the case.

use super::super::{Around, Choosable, Refusal};
use super::inputs::{adults, children, none_yet, one, people};
use super::{FieldInput, refuse};
use crate::practice::stages::{RoleOf, part, stage_item};
use crate::record::{Body, NamedRole, Progress, StageMark};

pub fn begin_mark(mark: &mut StageMark, around: Around<'_>) {
    mark.item = around.item.map_or_else(String::new, |item| item.id.clone());
    let is_each = around.item.is_none_or(|item| item.each);
    mark.child = around.child.filter(|_| is_each);
}

/// The child is asked for where the item is marked child by child.
pub fn mark_input(name: &str, mark: &StageMark, around: Around<'_>) -> FieldInput {
    if name != "child" {
        return FieldInput::AsUsual;
    }
    let item = stage_item(&mark.item).map(|(_, item)| item);
    let is_each = item.or(around.item).is_none_or(|item| item.each);
    FieldInput::when(is_each, || {
        let mut options = vec![Choosable::new("", "all children")];
        options.extend(children(around));
        one(
            options,
            &mark
                .child
                .map_or_else(String::new, |child| child.to_string()),
        )
    })
}

pub fn check_mark(mark: &StageMark, was: Option<&Body>) -> Option<Refusal> {
    if stage_item(&mark.item).is_none() && was.is_none() {
        return refuse(
            "progress",
            "Choose the item in the list of the stages first, then say how far it is.",
        );
    }
    if mark.progress != Progress::Done && mark.words.is_empty() {
        let far = mark.progress.words();
        return refuse(
            "words",
            format!("Say why it is {far}, so that the next reader knows."),
        );
    }
    None
}

pub fn begin_role(role: &mut NamedRole, around: Around<'_>) {
    role.role = around.part.map_or_else(String::new, |part| part.id.clone());
    let is_of_child = around.part.is_some_and(|part| part.of == RoleOf::Child);
    role.of = around.child.filter(|_| is_of_child);
}

pub fn role_input(name: &str, role: &NamedRole, around: Around<'_>) -> FieldInput {
    if name != "of" {
        return FieldInput::AsUsual;
    }
    let mut options = vec![none_yet()];
    options.extend(match part(&role.role).or(around.part).map(|part| part.of) {
        Some(RoleOf::Case) => return FieldInput::Not,
        Some(RoleOf::Child) => children(around),
        Some(RoleOf::Parent) => adults(around),
        None => people(around, true),
    });
    FieldInput::Otherwise(one(
        options,
        &role.of.map_or_else(String::new, |of| of.to_string()),
    ))
}

pub fn check_role(role: &NamedRole) -> Option<Refusal> {
    let Some(of) = part(&role.role).map(|part| part.of) else {
        return refuse("person", "Choose the role in the list of the stages first.");
    };
    match of {
        RoleOf::Child if role.of.is_none() => return refuse("of", "Choose the child it is for."),
        RoleOf::Parent if role.of.is_none() => return refuse("of", "Choose the parent it is for."),
        _ => {}
    }
    if role.person.is_none() && role.name.is_empty() {
        return refuse(
            "name",
            "Say who it is: choose somebody above, or write the name.",
        );
    }
    None
}

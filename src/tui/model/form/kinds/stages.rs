//! The forms of the stages: how far an item is, and who has a part.

use super::super::{Around, Choosable, Form, Input, Layout, Refusal};
use super::{children, date, entries, ids, line, long, none_yet, one, people, several};
use crate::practice::stages::{RoleOf, items, part, parts, stage_item};
use crate::record::{NamedRole, Progress, RecordId, StageMark};

const FAR: [(Progress, &str, &str); 3] = [
    (Progress::Done, "done", "done"),
    (Progress::NotYet, "not-yet", "not yet"),
    (Progress::NotNeeded, "not-needed", "not needed here"),
];

pub(super) fn mark(name: &str, mark: Option<&StageMark>, around: Around<'_>) -> Option<Input> {
    match name {
        "item" => {
            let chosen = mark.map(|mark| mark.item.as_str());
            let chosen = chosen.or(around.item.map(|item| item.id.as_str()));
            let items = items().map(|item| Choosable::new(&item.id, &item.words));
            one(items.collect(), chosen.unwrap_or_default())
        }
        "child" => child(mark, around),
        "progress" => {
            let chosen = mark.and_then(|mark| FAR.iter().find(|far| far.0 == mark.progress));
            let mut options = vec![none_yet()];
            options.extend(FAR.map(|(_, id, words)| Choosable::new(id, words)));
            one(options, chosen.map_or("", |far| far.1))
        }
        "on" => date(mark.and_then(|mark| mark.on.as_ref())),
        "words" => long(mark.map_or("", |mark| &mark.words)),
        "evidence" => {
            let evidence = mark.map_or(&[][..], |mark| &mark.evidence);
            several(entries(around, None), &ids(evidence), Layout::List)
        }
        _ => None,
    }
}

/// For whom the mark holds, where the item is asked for each child.
fn child(mark: Option<&StageMark>, around: Around<'_>) -> Option<Input> {
    let item = mark.and_then(|mark| Some(stage_item(&mark.item)?.1));
    if item.or(around.item).is_some_and(|item| !item.each) {
        return None;
    }
    let mut options = vec![Choosable::new("", "all children")];
    options.extend(children(around));
    let chosen = mark.map_or(around.child, |mark| mark.child);
    one(
        options,
        &chosen.map_or_else(String::new, |child| child.to_string()),
    )
}

pub(super) fn mark_body(
    form: &Form,
    was: Option<StageMark>,
    around: Around<'_>,
) -> Result<StageMark, Refusal> {
    let item = form.text("item");
    if stage_item(&item).is_none() && was.is_none() {
        let words = "Choose the item in the list of the stages first, then say how far it is.";
        return Err(Refusal::new("progress", words));
    }
    let far = form.text("progress");
    let far = FAR.iter().find(|(_, id, _)| *id == far);
    let Some((progress, _, in_words)) = far else {
        return Err(Refusal::new(
            "progress",
            "Say how far it is: done, not yet, or not needed here.",
        ));
    };
    let words = form.text("words");
    if *progress != Progress::Done && words.is_empty() {
        let words = format!("Say why it is {in_words}, so that the next reader knows.");
        return Err(Refusal::new("words", words));
    }
    let on = was.and_then(|was| was.on);
    Ok(StageMark {
        item,
        child: form.id("child"),
        progress: *progress,
        on: form.date("on", on.as_ref(), around.today),
        words,
        evidence: form.ids("evidence"),
    })
}

pub(super) fn role(name: &str, role: Option<&NamedRole>, around: Around<'_>) -> Option<Input> {
    match name {
        "part" => {
            let chosen = role.map(|role| role.role.as_str());
            let chosen = chosen.or(around.part.map(|part| part.id.as_str()));
            let parts = parts().iter();
            let parts = parts.map(|part| Choosable::new(&part.id, &part.name));
            one(parts.collect(), chosen.unwrap_or_default())
        }
        "of" => {
            let part_of_it = role.and_then(|role| part(&role.role)).or(around.part);
            let mut options = vec![none_yet()];
            let chosen = role.and_then(|role| role.of);
            let chosen = match part_of_it.map(|part| part.of) {
                Some(RoleOf::Case) => return None,
                Some(RoleOf::Child) => {
                    options.extend(children(around));
                    chosen.or(around.child)
                }
                Some(RoleOf::Parent) => {
                    options.extend(people(around, false));
                    chosen
                }
                None => {
                    options.extend(people(around, true));
                    chosen
                }
            };
            one(
                options,
                &chosen.map_or_else(String::new, |of| of.to_string()),
            )
        }
        "person" => {
            let mut options = vec![Choosable::new("", "somebody else, by name")];
            options.extend(people(around, false));
            let person = role.and_then(|role| role.person);
            one(
                options,
                &person.map_or_else(String::new, |person| person.to_string()),
            )
        }
        "name" => line(role.map_or("", |role| &role.name)),
        "since" => date(role.and_then(|role| role.since.as_ref())),
        "until" => date(role.and_then(|role| role.until.as_ref())),
        "note" => long(role.map_or("", |role| &role.note)),
        _ => None,
    }
}

pub(super) fn role_body(
    form: &Form,
    was: Option<NamedRole>,
    around: Around<'_>,
) -> Result<NamedRole, Refusal> {
    let role = form.text("part");
    let Some(of) = part(&role).map(|part| part.of) else {
        return Err(Refusal::new(
            "person",
            "Choose the part in the list of the stages first.",
        ));
    };
    let whom: Option<RecordId> = form.id("of");
    let asks = match of {
        RoleOf::Child => "Choose the child for whom it is.",
        RoleOf::Parent => "Choose the parent for whom it is.",
        RoleOf::Case => "",
    };
    if whom.is_none() && of != RoleOf::Case {
        return Err(Refusal::new("of", asks));
    }
    let (person, name) = (form.id("person"), form.text("name"));
    if person.is_none() && name.is_empty() {
        return Err(Refusal::new(
            "name",
            "Say who it is: choose somebody above, or write the name.",
        ));
    }
    let (since, until) = was.map_or((None, None), |was| (was.since, was.until));
    Ok(NamedRole {
        role,
        of: whom,
        person,
        name,
        since: form.date("since", since.as_ref(), around.today),
        until: form.date("until", until.as_ref(), around.today),
        note: form.text("note"),
    })
}

//! The form for a session of supervision: who and when, the four quadrants, what it rested on, when the next one is.

use super::super::{Around, Choosable, Form, Input, Layout, Refusal};
use super::{chosen_among, date, day_of, ids, line, long, one_among, several};
use crate::insight::supervision::KINDS;
use crate::insight::words::first_large;
use crate::practice::guide::listed;
use crate::practice::stages::lists_of;
use crate::practice::walk::walk_steps;
use crate::record::{Quadrant, Supervision};

/// The six principles, as a list of Stage Zero.
const PRINCIPLES: &str = "S0C";
/// The restorative facets.
const FACETS: &str = "S0D";

pub(super) fn input(
    name: &str,
    session: Option<&Supervision>,
    around: Around<'_>,
) -> Option<Input> {
    let text = |part: fn(&Supervision) -> &str| session.map_or("", part);
    // What a walk has gathered so far begins a new record.
    let walk = around.walk.filter(|_| session.is_none());
    let noted = |quadrant: Quadrant, part: fn(&Supervision) -> &str| {
        let noted = walk.map_or(String::new(), |walk| walk.note(quadrant).trim().to_owned());
        long(session.map_or(&noted, part))
    };
    match name {
        "on" => day_of(
            session.is_none(),
            session.map(|session| &session.on),
            around,
        ),
        "kind" => {
            let kind = session.map(|session| session.kind);
            one_among(&KINDS, &kind.unwrap_or_default())
        }
        "worker" => {
            let case = around.file.case.as_ref();
            let holder = case.map_or("", |case| &case.body.worker);
            let known = walk.map_or(holder, |walk| &walk.worker);
            line(session.map_or(known, |session| &session.worker))
        }
        "supervisor" => line(
            session.map_or(walk.map_or("", |walk| &walk.supervisor), |session| {
                &session.supervisor
            }),
        ),
        "others" => line(text(|session| &session.others)),
        "minutes" => {
            let took = walk.and_then(|walk| walk.minutes());
            let minutes = session.map_or(took, |session| session.minutes);
            line(&minutes.map_or_else(String::new, |minutes| minutes.to_string()))
        }
        "setting" => line(text(|session| &session.setting)),
        "children" => {
            let chosen = session.map_or(&[][..], |session| &session.children);
            several(super::children(around), &ids(chosen), Layout::Flow)
        }
        "conditions" => {
            let all = listed("condition").map(|one| Choosable::new(&one.id, &one.name));
            let chosen = session.map_or(&[][..], |session| &session.conditions);
            several(all.collect(), chosen, Layout::Flow)
        }
        "experience" => noted(Quadrant::Experience, |session| &session.experience),
        "reflection" => noted(Quadrant::Reflection, |session| &session.reflection),
        "in-action" => long(text(|session| &session.in_action)),
        "on-action" => long(text(|session| &session.on_action)),
        "analysis" => noted(Quadrant::Analysis, |session| &session.analysis),
        "action" => noted(Quadrant::Action, |session| &session.action),
        "principles" => of_stage(
            PRINCIPLES,
            session.map_or(&[][..], |session| &session.principles),
        ),
        "facets" => of_stage(FACETS, session.map_or(&[][..], |session| &session.facets)),
        "zones-decided" => {
            let in_walk = walk.map_or(&[][..], |walk| &walk.zones_decided);
            let chosen = session.map_or(in_walk, |session| &session.zones_decided);
            let mut decisions: Vec<_> = around.file.decisions.values().collect();
            decisions.sort_by(|one, other| other.body.on.order(&one.body.on));
            let options = decisions.into_iter().map(|decision| {
                let child = around.file.people.get(&decision.body.child);
                let child = child.map_or("", |child| child.body.short_name());
                let zone = decision.body.zone.letter_and_word();
                let on = decision.body.on.in_short();
                Choosable::new(decision.id().to_string(), format!("{on} {child} {zone}"))
            });
            several(options.collect(), &ids(chosen), Layout::List)
        }
        "parked" => {
            let in_walk = walk.map_or(&[][..], |walk| &walk.parked);
            let all = walk_steps().iter();
            let all = all.map(|step| Choosable::new(&step.id, &step.title));
            let chosen = session.map_or(in_walk, |session| &session.parked);
            several(all.collect(), chosen, Layout::Flow)
        }
        "next-on" => date(session.and_then(|session| session.next_on.as_ref())),
        _ => None,
    }
}

fn of_stage(list: &str, chosen: &[String]) -> Option<Input> {
    let items = lists_of(0).filter(|one| one.id == list);
    let items = items.flat_map(|one| &one.item);
    let options = items.map(|item| Choosable::new(&item.id, first_large(&item.words)));
    several(options.collect(), chosen, Layout::List)
}

pub(super) fn body(
    form: &Form,
    was: Option<Supervision>,
    around: Around<'_>,
) -> Result<Supervision, Refusal> {
    let on = form.date_or_unknown("on", was.as_ref().map(|was| &was.on), around.today);
    match on.anchor() {
        None => {
            let words = "Write the day of the session, such as 23/11/26.";
            return Err(Refusal::new("on", words));
        }
        Some(day) if day > around.today => {
            let words = "That day is still ahead. The next session stands at the end of this form.";
            return Err(Refusal::new("on", words));
        }
        Some(_) => {}
    }
    let written = form.text("minutes");
    let minutes = match written.as_str() {
        "" => None,
        written => Some(written.parse().map_err(|_| {
            let words =
                format!("\u{201c}{written}\u{201d} is not a number of minutes. Empty is fine too.");
            Refusal::new("minutes", words)
        })?),
    };
    let next_on = was.as_ref().and_then(|was| was.next_on.clone());
    let session = Supervision {
        on,
        kind: chosen_among(&KINDS, &form.text("kind")).unwrap_or_default(),
        worker: form.text("worker"),
        supervisor: form.text("supervisor"),
        others: form.text("others"),
        minutes,
        setting: form.text("setting"),
        children: form.ids("children"),
        conditions: form.parts("conditions", '\n'),
        experience: form.text("experience"),
        reflection: form.text("reflection"),
        in_action: form.text("in-action"),
        on_action: form.text("on-action"),
        analysis: form.text("analysis"),
        action: form.text("action"),
        principles: form.parts("principles", '\n'),
        facets: form.parts("facets", '\n'),
        zones_decided: form.ids("zones-decided"),
        parked: form.parts("parked", '\n'),
        next_on: form.date("next-on", next_on.as_ref(), around.today),
    };
    if session.worker.is_empty() {
        return Err(Refusal::new(
            "worker",
            "Write the worker's name: two people hold this record.",
        ));
    }
    if session.supervisor.is_empty() {
        let words = "Write the supervisor's name: two people hold this record.";
        return Err(Refusal::new("supervisor", words));
    }
    if session
        .quadrants()
        .iter()
        .all(|(_, words)| words.is_empty())
    {
        let words = "Write at least what it came to, and why: whoever reads this in a year was not in the room.";
        return Err(Refusal::new("analysis", words));
    }
    Ok(session)
}

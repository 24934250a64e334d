//! The form for a connection: a line of an ecomap.

use super::super::{Around, Choosable, Form, Input, Refusal};
use super::{chosen_among, date, ends_first, line, linked, long, none_yet, one, one_among, people};
use crate::record::{Connection, Flow, RecordId, SystemKind, Tie};

/// The family as a whole in the middle.
const FAMILY: &str = "family";

const FLOWS: [(Flow, &str, &str); 4] = [
    (Flow::NotKnown, "", "not said"),
    (Flow::Towards, "towards", "to them"),
    (Flow::Away, "away", "from them"),
    (Flow::Both, "both", "both ways"),
];

const STRESS: [(bool, &str, &str); 2] = [(false, "", "no stress told"), (true, "stress", "stress")];

pub(super) fn input(name: &str, known: Option<&Connection>, around: Around<'_>) -> Option<Input> {
    match name {
        "whose" => {
            let whose = match known {
                Some(known) => known.whose,
                None => around.beside,
            };
            let mut options = vec![Choosable::new(FAMILY, "the family as a whole")];
            options.extend(people(around, true));
            one(
                options,
                &whose.map_or(FAMILY.to_owned(), |id| id.to_string()),
            )
        }
        "with" => line(known.map_or("", |known| &known.with)),
        "person" => {
            let mut options = people(around, true);
            options.insert(0, Choosable::new("", "nobody of the case"));
            let person = known.and_then(|known| known.person);
            one(
                options,
                &person.map_or_else(String::new, |id| id.to_string()),
            )
        }
        // What nobody said yet is not chosen: a line is drawn as somebody sees it.
        "kind" => {
            let options = SystemKind::ALL.iter().map(|kind| kind.words());
            asked(options, known.map(|known| known.kind.words()))
        }
        "strength" => {
            let options = Tie::ALL.iter().rev().map(|tie| strength_words(*tie));
            asked(options, known.map(|known| strength_words(known.strength)))
        }
        "stressful" => one_among(&STRESS, &known.is_some_and(|known| known.stressful)),
        "flow" => one_among(&FLOWS, &known.map_or(Flow::NotKnown, |known| known.flow)),
        "since" => date(known.and_then(|known| known.since.as_ref())),
        "until" => date(known.and_then(|known| known.until.as_ref())),
        "evidence" => linked(known.map_or(&[], |known| &known.evidence), around),
        "note" => long(known.map_or("", |known| &known.note)),
        _ => None,
    }
}

/// In words of which none begins another, so that a few letters mean one of them.
fn strength_words(strength: Tie) -> &'static str {
    match strength {
        Tie::Ordinary => "neither",
        strength => strength.words(),
    }
}

/// One of a few words, none of them chosen while nobody said.
fn asked(words: impl Iterator<Item = &'static str>, chosen: Option<&str>) -> Option<Input> {
    let options = words.map(|words| Choosable::new(words, words));
    let not_yet = chosen.is_none().then(none_yet);
    one(
        not_yet.into_iter().chain(options).collect(),
        chosen.unwrap_or(""),
    )
}

pub(super) fn body(
    form: &Form,
    was: Option<Connection>,
    around: Around<'_>,
) -> Result<Connection, Refusal> {
    let (since, until) = was.map_or((None, None), |was| (was.since, was.until));
    let whose: Option<RecordId> = form.id("whose");
    let person = form.id("person");
    let with = form.text("with");
    if with.is_empty() && person.is_none() {
        let words = "Write with whom or what they are connected, or choose the person below.";
        return Err(Refusal::new("with", words));
    }
    if person.is_some() && person == whose {
        let words = "This is the person in the middle. Choose whom they are connected with.";
        return Err(Refusal::new("person", words));
    }
    let kind = form.text("kind");
    let kind = SystemKind::ALL.into_iter().find(|one| one.words() == kind);
    let words = "Choose whether it is there by life or by office.";
    let kind = kind.ok_or_else(|| Refusal::new("kind", words))?;
    let strength = form.text("strength");
    let strength = Tie::ALL
        .into_iter()
        .find(|one| strength_words(*one) == strength);
    let words = "Choose how strong it is, as they see it: the line is drawn by it.";
    let strength = strength.ok_or_else(|| Refusal::new("strength", words))?;
    let connection = Connection {
        whose,
        with,
        person,
        kind,
        strength,
        stressful: chosen_among(&STRESS, &form.text("stressful")).unwrap_or_default(),
        flow: chosen_among(&FLOWS, &form.text("flow")).unwrap_or_default(),
        since: form.date("since", since.as_ref(), around.today),
        until: form.date("until", until.as_ref(), around.today),
        evidence: form.ids("evidence"),
        note: form.text("note"),
    };
    match ends_first(connection.since.as_ref(), connection.until.as_ref()) {
        true => Err(Refusal::new(
            "until",
            "This is before the day on which it began.",
        )),
        false => Ok(connection),
    }
}

//! The form for a decision on a child's zone. The matrix indicates; whoever fills this decides, and says why when they
//! decide otherwise.

use super::super::{Around, Choosable, Form, Input, Refusal};
use super::inputs::{date, line, long, one};
use super::{FieldInput, refuse};
use crate::insight::zones::proposed::{otherwise, proposed};
use crate::practice::matrix::Capacity;
use crate::record::{
    FixedChoice, FuzzyDate, Period, SIX_MONTHS, View, Voice, VoiceOf, ZoneDecision,
};
use chrono::NaiveDate;

/// Ids of what was read of the carers' capacity.
const SHOWN: &str = "shown";
const NOT_SHOWN: &str = "not_shown";

/// A voice and the fields that hold it: name, view, day, words.
const VOICES: [(VoiceOf, &str); 3] = [
    (VoiceOf::Practitioner, "practitioner"),
    (VoiceOf::Supervisor, "supervisor"),
    (VoiceOf::Independent, "independent"),
];

pub fn input(name: &str, decision: &ZoneDecision, is_new: bool, around: Around<'_>) -> FieldInput {
    if let Some((of, part)) = voice_field(name) {
        let voice = decision.voices.iter().find(|voice| voice.of == of);
        let named = around.walk.filter(|_| is_new);
        let named = named.map_or("", |walk| match of {
            VoiceOf::Practitioner => &walk.worker,
            VoiceOf::Supervisor => &walk.supervisor,
            VoiceOf::Independent => "",
        });
        return FieldInput::Otherwise(voice_input(part, voice, named));
    }
    let period = decision.period.as_ref();
    let capacity = decision.reading.capacity;
    FieldInput::Otherwise(match name {
        "indicated" => Input::Shown(indicated(decision, around)),
        "capacity" => {
            let options = [("", "not said"), (SHOWN, "shown"), (NOT_SHOWN, "not shown")];
            let options = options.map(|(id, words)| Choosable::new(id, words));
            let chosen = capacity.map_or("", |capacity| match capacity {
                Capacity::Shown(_) => SHOWN,
                Capacity::NotShown => NOT_SHOWN,
            });
            one(options.into(), chosen)
        }
        "capacity_since" => match capacity {
            Some(Capacity::Shown(Some(day))) => date(FuzzyDate::day(day).written()),
            _ => date(""),
        },
        "months" => line(&period.map_or_else(String::new, |period| period.months.to_string())),
        "months_why" => long(period.map_or("", |period| &period.why)),
        "months_agreed_by" => line(period.map_or("", |period| &period.agreed_by)),
        _ => return FieldInput::AsUsual,
    })
}

/// What the matrix indicates on the day that the form is opened.
fn indicated(decision: &ZoneDecision, around: Around<'_>) -> String {
    let child = decision.child;
    if !child.is_some() {
        return "Choose the child: what the matrix indicates is shown on the matrix tab."
            .to_owned();
    }
    let day = decision.on.anchor().unwrap_or(around.today);
    proposed(around.file, child, day)
}

fn voice_field(name: &str) -> Option<(VoiceOf, &str)> {
    let (of, part) = name.split_once('_').unwrap_or((name, ""));
    let (of, _) = VOICES.iter().find(|(_, known)| *known == of)?;
    Some((*of, part))
}

/// `named` is who speaks where nothing is recorded yet: whoever sits in the session.
fn voice_input(part: &str, voice: Option<&Voice>, named: &str) -> Input {
    match part {
        "view" => {
            let views = View::ALL.map(|view| Choosable::new(view.id(), view.words()));
            one(
                views.into(),
                &voice.map_or(View::NotRecorded, |voice| voice.view).id(),
            )
        }
        "on" => date(
            voice
                .and_then(|voice| voice.on.as_ref())
                .map_or("", FuzzyDate::written),
        ),
        "words" => long(voice.map_or("", |voice| &voice.words)),
        _ => line(voice.map_or(named, |voice| &voice.name)),
    }
}

/// What its form puts together from several fields: capacity, another period, voices.
pub fn finish(form: &Form, decision: &mut ZoneDecision, around: Around<'_>) -> Result<(), Refusal> {
    decision.reading.capacity = capacity(form, around.today)?;
    decision.period = period(form)?;
    decision.voices = voices(form, &decision.voices, around.today);
    Ok(())
}

pub fn check(decision: &ZoneDecision, around: Around<'_>) -> Option<Refusal> {
    if decision.counts_from.is_some() && decision.counts_from_why.is_empty() {
        return refuse(
            "counts_from_why",
            "Write why the zone counts from another day. Both days stay on record.",
        );
    }
    match otherwise(around.file, around.target, decision) {
        Some(indicated) if decision.why_otherwise.is_empty() => refuse(
            "why_otherwise",
            format!(
                "The matrix indicates: {}. People decide, also otherwise; write here why.",
                indicated.words()
            ),
        ),
        _ => None,
    }
}

fn capacity(form: &Form, today: NaiveDate) -> Result<Option<Capacity>, Refusal> {
    let since = form.date("capacity_since", None, today);
    let day = since.as_ref().and_then(FuzzyDate::anchor);
    if since.is_some() && day.is_none() {
        let words = "Write a day, such as 20/02/23, or leave it empty.";
        return Err(Refusal::new("capacity_since", words));
    }
    let capacity = form.text("capacity");
    if day.is_some() && capacity != SHOWN {
        let words =
            "A day is written since which it is shown: choose “shown”, or take the day away.";
        return Err(Refusal::new("capacity", words));
    }
    Ok(match capacity.as_str() {
        SHOWN => Some(Capacity::Shown(day)),
        NOT_SHOWN => Some(Capacity::NotShown),
        _ => None,
    })
}

/// Another period than six months: how many, why, and who agreed (rule A18: at least one).
fn period(form: &Form) -> Result<Option<Period>, Refusal> {
    let written = form.text("months");
    if written.is_empty() {
        return Ok(None);
    }
    let months = written
        .parse()
        .ok()
        .filter(|months| (1..=24).contains(months));
    let months = months.ok_or_else(|| {
        Refusal::new(
            "months",
            format!(
                "\u{201c}{written}\u{201d} is not a number of months from 1 to 24. Empty is six."
            ),
        )
    })?;
    let period = Period {
        months,
        why: form.text("months_why"),
        agreed_by: form.text("months_agreed_by"),
    };
    if months != SIX_MONTHS && period.why.is_empty() {
        return Err(Refusal::new(
            "months_why",
            "Write why this child needs another period than six months.",
        ));
    }
    if months != SIX_MONTHS && period.agreed_by.is_empty() {
        return Err(Refusal::new(
            "months_agreed_by",
            "Another period needs a supervisor's agreement: write who agreed.",
        ));
    }
    Ok(Some(period))
}

fn voices(form: &Form, was: &[Voice], today: NaiveDate) -> Vec<Voice> {
    let voice = |(of, field): (VoiceOf, &str)| {
        let named = |part: &str| format!("{field}_{part}");
        let was = was.iter().find(|voice| voice.of == of);
        let voice = Voice {
            of,
            name: form.text(field),
            on: form.date(&named("on"), was.and_then(|was| was.on.as_ref()), today),
            view: View::from_id(&form.text(&named("view"))).unwrap_or_default(),
            words: form.text(&named("words")),
        };
        let is_said =
            !voice.name.is_empty() || !voice.words.is_empty() || voice.view != View::NotRecorded;
        is_said.then_some(voice)
    };
    VOICES.into_iter().filter_map(voice).collect()
}

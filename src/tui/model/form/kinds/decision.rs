//! The form for a decision on a child's zone. The matrix indicates; whoever fills this decides, and says why when they
//! decide otherwise.

use super::super::{Around, Choosable, Form, Input, Layout, Refusal};
use super::{date, entries, ids, line, long, one, one_child, people, several};
use crate::insight::zones::proposed::{otherwise, proposed};
use crate::practice::Zone;
use crate::practice::matrix::cells::{Row, short};
use crate::practice::matrix::{
    Capacity, Levels, Reading, Resilience, RiskStatus, Wishes, name_of, named,
};
use crate::record::{FuzzyDate, Period, SIX_MONTHS, View, Voice, VoiceOf, ZoneDecision};

const NOT_SAID: &str = "not said";

/// A voice and the fields that hold it: name, view, day, words.
const VOICES: [(VoiceOf, &str); 3] = [
    (VoiceOf::Practitioner, "practitioner"),
    (VoiceOf::Supervisor, "supervisor"),
    (VoiceOf::Independent, "independent"),
];

const VIEWS: [(&str, &str, View); 3] = [
    ("not-recorded", NOT_SAID, View::NotRecorded),
    ("agrees", "agrees", View::Agrees),
    ("dissents", "does not agree", View::Dissents),
];

pub(super) fn input(
    name: &str,
    decision: Option<&ZoneDecision>,
    around: Around<'_>,
) -> Option<Input> {
    let text = |part: fn(&ZoneDecision) -> &str| decision.map_or("", part);
    let reading = decision
        .map(|decision| decision.reading)
        .unwrap_or_default();
    let levels = decision.map(|decision| decision.levels).unwrap_or_default();
    let period = decision.and_then(|decision| decision.period.as_ref());
    if let Some((of, part)) = voice_field(name) {
        let voice =
            decision.and_then(|decision| decision.voices.iter().find(|voice| voice.of == of));
        let named = around.walk.filter(|_| decision.is_none());
        let named = named.map_or("", |walk| match of {
            VoiceOf::Practitioner => &walk.worker,
            VoiceOf::Supervisor => &walk.supervisor,
            VoiceOf::Independent => "",
        });
        return voice_input(part, voice, named);
    }
    match name {
        "child" => one_child(decision.map(|decision| decision.child), around),
        "on" => match decision {
            Some(decision) => date(Some(&decision.on)),
            None => date(Some(&FuzzyDate::day(around.today))),
        },
        "indicated" => Some(Input::Shown(indicated(decision, around))),
        "zone" => zones(
            "not chosen",
            decision.map(|decision| decision.zone),
            Zone::word,
        ),
        "resilience" => among(
            Resilience::ALL.map(|it| (name_of(&it), it.words())),
            reading.resilience.map(|it| name_of(&it)),
        ),
        "risk" => among(
            RiskStatus::ALL.map(|it| (name_of(&it), it.words())),
            reading.risk.map(|it| name_of(&it)),
        ),
        "capacity" => {
            let chosen = reading.capacity.map(|capacity| match capacity {
                Capacity::Shown(_) => "shown".to_owned(),
                Capacity::NotShown => "not-shown".to_owned(),
            });
            among([("shown", "shown"), ("not-shown", "not shown")], chosen)
        }
        "capacity-since" => match reading.capacity {
            Some(Capacity::Shown(Some(day))) => date(Some(&FuzzyDate::day(day))),
            _ => date(None),
        },
        "change" => {
            let chosen = reading
                .positive_change
                .map(|change| if change { "yes" } else { "no" }.to_owned());
            among([("yes", "yes"), ("no", "no")], chosen)
        }
        "wishes" => among(
            Wishes::ALL.map(|it| (name_of(&it), it.words())),
            reading.wishes.map(|it| name_of(&it)),
        ),
        "level-resilience" => zones(NOT_SAID, levels.resilience, |zone| {
            short(Row::Resilience, zone)
        }),
        "level-risk" => zones(NOT_SAID, levels.risk, |zone| short(Row::Risk, zone)),
        "level-welfare" => zones(NOT_SAID, levels.welfare, |zone| short(Row::Welfare, zone)),
        "reason" => long(text(|decision| &decision.reason)),
        "why-otherwise" => long(text(|decision| &decision.why_otherwise)),
        "carers" => {
            let carers = decision.map_or(&[][..], |decision| &decision.carers);
            several(people(around, false), &ids(carers), Layout::Flow)
        }
        "evidence" => {
            let evidence = decision.map_or(&[][..], |decision| &decision.evidence);
            several(entries(around, None), &ids(evidence), Layout::List)
        }
        "contributors" => {
            line(&decision.map_or(String::new(), |decision| decision.contributors.join(", ")))
        }
        "counts-from" => date(decision.and_then(|decision| decision.counts_from.as_ref())),
        "counts-why" => long(text(|decision| &decision.counts_from_why)),
        "months" => line(&period.map_or_else(String::new, |period| period.months.to_string())),
        "months-why" => long(period.map_or("", |period| &period.why)),
        "months-agreed" => line(period.map_or("", |period| &period.agreed_by)),
        "earlier-agreed" => line(text(|decision| &decision.earlier_capacity_agreed_by)),
        _ => None,
    }
}

/// What the matrix indicates on the day that the form is opened.
fn indicated(decision: Option<&ZoneDecision>, around: Around<'_>) -> String {
    let child = decision.map(|decision| decision.child).or(around.child);
    let Some(child) = child else {
        return "Choose the child: what the matrix indicates is shown on the matrix tab."
            .to_owned();
    };
    let day = decision
        .and_then(|decision| decision.on.anchor())
        .unwrap_or(around.today);
    proposed(around.file, child, day)
}

fn voice_field(name: &str) -> Option<(VoiceOf, &str)> {
    let (of, part) = name.split_once('-').unwrap_or((name, ""));
    let (of, _) = VOICES.iter().find(|(_, known)| *known == of)?;
    Some((*of, part))
}

/// `named` is who speaks where nothing is recorded yet: whoever sits in the session.
fn voice_input(part: &str, voice: Option<&Voice>, named: &str) -> Option<Input> {
    match part {
        "" => line(voice.map_or(named, |voice| &voice.name)),
        "view" => {
            let view = voice.map_or(View::NotRecorded, |voice| voice.view);
            let chosen = VIEWS
                .iter()
                .find(|(.., known)| *known == view)
                .map_or("", |(id, ..)| *id);
            one(
                VIEWS
                    .iter()
                    .map(|(id, words, _)| Choosable::new(*id, *words))
                    .collect(),
                chosen,
            )
        }
        "on" => date(voice.and_then(|voice| voice.on.as_ref())),
        "words" => long(voice.map_or("", |voice| &voice.words)),
        _ => None,
    }
}

/// One of these, or not said.
fn among<const N: usize, Id: Into<String>>(
    options: [(Id, &str); N],
    chosen: Option<String>,
) -> Option<Input> {
    let options = options.map(|(id, words)| Choosable::new(id, words));
    let options = [Choosable::new("", NOT_SAID)].into_iter().chain(options);
    one(options.collect(), &chosen.unwrap_or_default())
}

/// A zone, or the words with which a zone describes a row.
fn zones(none: &str, chosen: Option<Zone>, words: fn(Zone) -> &'static str) -> Option<Input> {
    let shown = |zone: Zone| match words(zone) == zone.word() {
        true => zone.letter_and_word(),
        false => format!("{} ({})", words(zone), zone.letter()),
    };
    let options = Zone::ALL.map(|zone| Choosable::new(zone.word(), shown(zone)));
    let options = [Choosable::new("", none)].into_iter().chain(options);
    one(options.collect(), chosen.map_or("", Zone::word))
}

pub(super) fn body(
    form: &Form,
    was: Option<ZoneDecision>,
    around: Around<'_>,
) -> Result<ZoneDecision, Refusal> {
    let today = around.today;
    let child = form
        .id("child")
        .ok_or_else(|| Refusal::new("child", "Choose the child whom the decision is about."))?;
    let on = form.date_or_unknown("on", was.as_ref().map(|was| &was.on), today);
    match on.anchor() {
        None => {
            return Err(Refusal::new(
                "on",
                "Write the day of the decision, such as 23/11/26: the clock counts from it.",
            ));
        }
        Some(day) if day > today => {
            return Err(Refusal::new(
                "on",
                "That day is still ahead. Write the day on which it was decided.",
            ));
        }
        Some(_) => {}
    }
    let zone = Zone::from_word(&form.text("zone"))
        .ok_or_else(|| Refusal::new("zone", "Choose the zone that was decided."))?;
    if form.text("reason").is_empty() {
        return Err(Refusal::new(
            "reason",
            "Write why: whoever reads this in a year needs the reason.",
        ));
    }
    let counts_from = form.date(
        "counts-from",
        was.as_ref().and_then(|was| was.counts_from.as_ref()),
        today,
    );
    if counts_from.is_some() && form.text("counts-why").is_empty() {
        return Err(Refusal::new(
            "counts-why",
            "Write why the zone counts from another day. Both days stay on record.",
        ));
    }
    let decision = ZoneDecision {
        child,
        on,
        zone,
        counts_from,
        counts_from_why: form.text("counts-why"),
        reading: reading(form, today)?,
        levels: Levels {
            resilience: Zone::from_word(&form.text("level-resilience")),
            risk: Zone::from_word(&form.text("level-risk")),
            welfare: Zone::from_word(&form.text("level-welfare")),
        },
        reason: form.text("reason"),
        why_otherwise: form.text("why-otherwise"),
        carers: form.ids("carers"),
        period: period(form)?,
        earlier_capacity_agreed_by: form.text("earlier-agreed"),
        voices: voices(form, was.as_ref(), today),
        contributors: form.parts("contributors", ','),
        evidence: form.ids("evidence"),
        origin: was.map_or_else(String::new, |was| was.origin),
    };
    match otherwise(around.file, form.target, &decision) {
        Some(indicated) if decision.why_otherwise.is_empty() => Err(Refusal::new(
            "why-otherwise",
            format!(
                "The matrix indicates: {}. People decide, also otherwise; write here why.",
                indicated.words()
            ),
        )),
        _ => Ok(decision),
    }
}

fn reading(form: &Form, today: chrono::NaiveDate) -> Result<Reading, Refusal> {
    let since = form.date("capacity-since", None, today);
    let day = since.as_ref().and_then(FuzzyDate::anchor);
    if since.is_some() && day.is_none() {
        return Err(Refusal::new(
            "capacity-since",
            "Write a day, such as 20/02/23, or leave it empty.",
        ));
    }
    let capacity = form.text("capacity");
    if day.is_some() && capacity != "shown" {
        return Err(Refusal::new(
            "capacity",
            "A day is written since which it is shown: choose \u{201c}shown\u{201d}, or take the day away.",
        ));
    }
    Ok(Reading {
        resilience: named(&form.text("resilience")),
        risk: named(&form.text("risk")),
        capacity: match capacity.as_str() {
            "shown" => Some(Capacity::Shown(day)),
            "not-shown" => Some(Capacity::NotShown),
            _ => None,
        },
        positive_change: match form.text("change").as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        },
        wishes: named(&form.text("wishes")),
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
        why: form.text("months-why"),
        agreed_by: form.text("months-agreed"),
    };
    if months != SIX_MONTHS && period.why.is_empty() {
        return Err(Refusal::new(
            "months-why",
            "Write why this child needs another period than six months.",
        ));
    }
    if months != SIX_MONTHS && period.agreed_by.is_empty() {
        return Err(Refusal::new(
            "months-agreed",
            "Another period needs a supervisor's agreement: write who agreed.",
        ));
    }
    Ok(Some(period))
}

fn voices(form: &Form, was: Option<&ZoneDecision>, today: chrono::NaiveDate) -> Vec<Voice> {
    let voice = |(of, field): (VoiceOf, &str)| {
        let named = |part: &str| format!("{field}-{part}");
        let was = was.and_then(|was| was.voices.iter().find(|voice| voice.of == of));
        let view = form.text(&named("view"));
        let voice = Voice {
            of,
            name: form.text(field),
            on: form.date(&named("on"), was.and_then(|was| was.on.as_ref()), today),
            view: VIEWS
                .iter()
                .find(|(id, ..)| *id == view)
                .map_or(View::NotRecorded, |(.., view)| *view),
            words: form.text(&named("words")),
        };
        let is_said =
            !voice.name.is_empty() || !voice.words.is_empty() || voice.view != View::NotRecorded;
        is_said.then_some(voice)
    };
    VOICES.into_iter().filter_map(voice).collect()
}

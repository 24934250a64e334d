//! What the matrix indicates and how a decision stands beside it, in sentences that every reader gets alike.

use super::read::{Read, Source};
use super::replay::{Beside, Indicated, Replayed};
use crate::insight::words::{either, first_large, listed};
use crate::practice::Zone;
use crate::practice::matrix::cells::{Row, short};
use crate::practice::matrix::{Answer, Missing, Outcome, Rule};
use crate::practice::reading_words::Told;
use crate::record::ZoneDecision;

/// "To Yellow (O2, p32)", "Orange stays (O0, p31)", "Not enough is recorded to say: …".
pub fn indicated_in_words(indicated: &Indicated) -> String {
    match indicated.outcome() {
        Outcome::NotEnough => format!(
            "Not enough is recorded to say. {}",
            possible_in_words(indicated)
        ),
        outcome => {
            let words = first_large(&outcome.words());
            format!("{words} ({})", rule_in_short(indicated.rule()))
        }
    }
}

/// "O2, p32".
pub fn rule_in_short(rule: &Rule) -> String {
    format!("{}, {}", rule.id, rule.page)
}

/// "It can be Yellow or Orange."
fn possible_in_words(indicated: &Indicated) -> String {
    let words: Vec<String> = indicated
        .possible()
        .iter()
        .map(|outcome| outcome.words())
        .collect();
    format!("Possible: {}.", either(&words))
}

/// The parts that are not known, each with where its answers lead: "Resilience: kept and built on leads to Yellow; …".
/// Parts of which every answer leads to the same are left out.
pub fn missing_in_words(missing: &[Missing]) -> Vec<String> {
    let decides = |missing: &&Missing| {
        let mut answers = missing.answers.iter();
        let first = answers.next();
        first.is_some_and(|first| answers.any(|other| other.outcomes != first.outcomes))
    };
    missing
        .iter()
        .filter(decides)
        .map(|missing| {
            let mut told: Vec<(Vec<Outcome>, Vec<&str>)> = Vec::new();
            for answer in &missing.answers {
                match told
                    .iter_mut()
                    .find(|(outcomes, _)| *outcomes == answer.outcomes)
                {
                    Some((_, words)) => words.push(&answer.words),
                    None => told.push((answer.outcomes.clone(), vec![&answer.words])),
                }
            }
            let told: Vec<String> = told
                .into_iter()
                .map(|(outcomes, words)| {
                    let outcomes: Vec<String> =
                        outcomes.iter().map(|outcome| outcome.words()).collect();
                    format!("{}: {}", either(&words), either(&outcomes))
                })
                .collect();
            format!(
                "{} is not known. {}.",
                missing.part.word(),
                first_large(&told.join("; "))
            )
        })
        .collect()
}

/// How a decision stands beside what was indicated.
pub fn beside_in_words(replayed: &Replayed, decision: &ZoneDecision) -> String {
    let decided = decision.zone.word();
    match replayed.beside {
        Beside::Same => "People decided what the matrix indicated.".to_owned(),
        Beside::LeftToPeople => {
            format!("The matrix leaves this to people, who decided: {decided}.")
        }
        Beside::Possible => {
            let lapse = match replayed.read.lapse {
                true => " A lapse does not start the clock again (T13).",
                false => "",
            };
            format!(
                "Not all that the matrix asks was recorded. {decided} follows {}.{lapse}",
                needed(replayed, decision.zone)
            )
        }
        Beside::Otherwise if decision.why_otherwise.is_empty() => format!(
            "People decided {decided}, otherwise than indicated. Their reason: {}",
            decision.reason
        ),
        Beside::Otherwise => format!(
            "People decided {decided}, otherwise than indicated, because: {}",
            decision.why_otherwise
        ),
    }
}

/// What the parts that are not known must be for a zone to follow: "where resilience is “kept and built on”".
fn needed(replayed: &Replayed, decided: Zone) -> String {
    let missing = match &replayed.indicated {
        Indicated::First(first) => &first.missing,
        Indicated::Again(_, indication) => &indication.missing,
    };
    let told = missing.iter().filter_map(|missing| {
        let leads = |answer: &&Answer| {
            let mut outcomes = answer.outcomes.iter();
            outcomes.any(|outcome| outcome.leads_to(decided))
        };
        let (those, others): (Vec<_>, Vec<_>) = missing.answers.iter().partition(leads);
        let words = |answers: &[&Answer]| {
            let words: Vec<String> = answers
                .iter()
                .map(|answer| format!("\u{201c}{}\u{201d}", answer.words))
                .collect();
            either(&words)
        };
        let part = missing.part.word().to_lowercase();
        match (those.len(), others.len()) {
            (_, 0) => None,
            (few, more) if few <= more => Some(format!("where {part} is {}", words(&those))),
            _ => Some(format!("unless {part} is {}", words(&others))),
        }
    });
    match told.collect::<Vec<_>>().as_slice() {
        [] => "from some of the ways in which it can be read".to_owned(),
        told => listed(told),
    }
}

/// A part of a reading as it is told: its name, its value, where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartTold {
    /// Which.
    pub part: Told,
    /// Its name.
    pub name: &'static str,
    /// Its value; "not recorded" when nobody has said, "said in two ways" when a reason contradicts itself.
    pub value: String,
    /// Where it comes from.
    pub source: Option<Source>,
}

/// The parts of a reading, those too that nobody has said.
pub fn parts_told(read: &Read) -> Vec<PartTold> {
    let reading = &read.reading;
    let level = |zone: Option<Zone>, words: fn(Zone) -> &'static str| {
        zone.map(|zone| words(zone).to_owned())
    };
    let parts = [
        (
            Told::ResilienceLevel,
            "Resilience",
            level(read.levels.resilience, |zone| short(Row::Resilience, zone)),
        ),
        (
            Told::Resilience,
            "Resilience moves",
            reading.resilience.map(|it| it.words().to_owned()),
        ),
        (
            Told::RiskLevel,
            "Risk",
            level(read.levels.risk, |zone| short(Row::Risk, zone)),
        ),
        (
            Told::Risk,
            "Worst open risk",
            reading.risk.map(|it| it.words().to_owned()),
        ),
        (
            Told::Capacity,
            "Capacity to change",
            reading.capacity.map(|it| it.words()),
        ),
        (
            Told::PositiveChange,
            "Change for the better",
            reading
                .positive_change
                .map(|change| if change { "yes" } else { "no" }.to_owned()),
        ),
        (
            Told::Wishes,
            "Wishes",
            reading.wishes.map(|it| it.words().to_owned()),
        ),
    ];
    let told = parts.into_iter().map(|(part, name, value)| PartTold {
        part,
        name,
        source: read.sources.get(&part).cloned(),
        value: value.unwrap_or_else(|| match read.unclear.contains(&part) {
            true => "said in two ways".to_owned(),
            false => "not recorded".to_owned(),
        }),
    });
    told.collect()
}

/// Where a part comes from: "said on 29 Aug 2023: “capacity shown since 20/02/2023”".
pub fn source_in_words(source: &Source) -> String {
    let on = source.on.in_short();
    match source.words.is_empty() {
        true => format!("recorded for {on}"),
        false => format!("in the reason of {on}: \u{201c}{}\u{201d}", source.words),
    }
}

/// Who had a say: "D Hollowby (practitioner), J Pettigrove (supervisor)".
pub fn voices_in_words(decision: &ZoneDecision) -> String {
    use crate::record::{View, VoiceOf};
    let voices: Vec<String> = decision
        .voices
        .iter()
        .map(|voice| {
            let of = match voice.of {
                VoiceOf::Practitioner => "practitioner",
                VoiceOf::Supervisor => "supervisor",
                VoiceOf::Independent => "independent practitioner",
            };
            let view = match voice.view {
                View::Agrees => ", agrees",
                View::Dissents => ", does not agree",
                View::NotRecorded => "",
            };
            let on = voice
                .on
                .as_ref()
                .map_or(String::new(), |on| format!(" on {}", on.in_short()));
            let words = match voice.words.is_empty() {
                true => String::new(),
                false => format!(": \u{201c}{}\u{201d}", voice.words),
            };
            format!("{} ({of}{view}{on}){words}", voice.name)
        })
        .collect();
    listed(&voices)
}

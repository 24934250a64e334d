//! The fields of what is decided and done: zones, capacity, stages, supervision, actions, decisions about the case.

use super::facts::child_or_family;
use super::{Named, day, day_if, one_person, one_record, people, records, several};
use crate::insight::supervision::{
    conditions_in_words, items_in_words, kind_words, parked_in_words,
};
use crate::insight::zones::telling::voices_in_words;
use crate::practice::Zone;
use crate::practice::matrix::cells::{Row, short};
use crate::practice::stages::{part, stage_item};
use crate::record::*;

pub(super) fn zone_decision(file: &CaseFile, decision: &ZoneDecision) -> Vec<Named> {
    let (reading, levels) = (&decision.reading, &decision.levels);
    let level = |zone: Option<Zone>, row: Row| zone.map_or("", |zone| short(row, zone)).to_owned();
    let change = reading
        .positive_change
        .map_or("", |change| if change { "yes" } else { "no" });
    let period = decision.period.as_ref();
    let period = period.map_or_else(String::new, |period| {
        format!(
            "{} months, agreed by {}: {}",
            period.months, period.agreed_by, period.why
        )
    });
    let resilience = reading.resilience.map_or("", |it| it.words());
    let risk = reading.risk.map_or("", |it| it.words());
    let wishes = reading.wishes.map_or("", |it| it.words());
    vec![
        ("child", people(file, &[decision.child])),
        ("on", day(&decision.on)),
        ("zone", decision.zone.letter_and_word()),
        ("counts from", day_if(decision.counts_from.as_ref())),
        ("why it counts from", decision.counts_from_why.clone()),
        ("resilience moves", resilience.to_owned()),
        ("worst open risk", risk.to_owned()),
        (
            "capacity to change",
            reading.capacity.map_or_else(String::new, |it| it.words()),
        ),
        ("change for the better", change.to_owned()),
        ("wishes", wishes.to_owned()),
        ("resilience", level(levels.resilience, Row::Resilience)),
        ("risk", level(levels.risk, Row::Risk)),
        ("welfare at home", level(levels.welfare, Row::Welfare)),
        ("reason", decision.reason.clone()),
        ("why otherwise", decision.why_otherwise.clone()),
        ("carers", people(file, &decision.carers)),
        ("another period", period),
        (
            "earlier capacity agreed by",
            decision.earlier_capacity_agreed_by.clone(),
        ),
        ("who had a say", voices_in_words(decision)),
        ("who else contributed", several(&decision.contributors)),
        ("evidence", records(file, &decision.evidence)),
    ]
}

pub(super) fn shown_capacity(file: &CaseFile, shown: &ShownCapacity) -> Vec<Named> {
    vec![
        ("carer", people(file, &[shown.carer])),
        ("from", day(&shown.from)),
        ("to", day_if(shown.to.as_ref())),
        ("what changed", shown.evidence.clone()),
        ("entries", records(file, &shown.entries)),
        ("why it ended", shown.why_ended.clone()),
    ]
}

pub(super) fn lapse(file: &CaseFile, lapse: &Lapse) -> Vec<Named> {
    vec![
        ("carer", people(file, &[lapse.carer])),
        ("on", day(&lapse.on)),
        ("what happened", lapse.what.clone()),
        ("how it was met", lapse.how_met.clone()),
        ("direction", lapse.direction.clone()),
        ("entries", records(file, &lapse.entries)),
    ]
}

pub(super) fn stage_mark(file: &CaseFile, mark: &StageMark) -> Vec<Named> {
    vec![
        ("item", item_words(&mark.item).to_owned()),
        ("for", child_or_family(file, mark.child)),
        ("how far", progress_words(mark.progress).to_owned()),
        ("on", day_if(mark.on.as_ref())),
        ("what shows it, or why not", mark.words.clone()),
        ("evidence", records(file, &mark.evidence)),
    ]
}

/// The words of an item of the stages.
pub(in crate::insight::changes) fn item_words(id: &str) -> &str {
    stage_item(id).map_or(id, |(_, item)| &item.words)
}

/// How far an item is, in words.
pub(in crate::insight::changes) fn progress_words(progress: Progress) -> &'static str {
    match progress {
        Progress::Done => "done",
        Progress::NotYet => "not yet",
        Progress::NotNeeded => "not needed",
    }
}

/// What a part is called.
pub(in crate::insight::changes) fn part_words(id: &str) -> &str {
    part(id).map_or(id, |part| &part.name)
}

pub(super) fn named_role(file: &CaseFile, role: &NamedRole) -> Vec<Named> {
    vec![
        ("part", part_words(&role.role).to_owned()),
        ("of", one_person(file, role.of)),
        ("person", one_person(file, role.person)),
        ("name", role.name.clone()),
        ("since", day_if(role.since.as_ref())),
        ("until", day_if(role.until.as_ref())),
        ("note", role.note.clone()),
    ]
}

pub(super) fn supervision(file: &CaseFile, session: &Supervision) -> Vec<Named> {
    let minutes = session.minutes;
    vec![
        ("on", day(&session.on)),
        ("how it was held", kind_words(session.kind).to_owned()),
        ("worker", session.worker.clone()),
        ("supervisor", session.supervisor.clone()),
        ("others", session.others.clone()),
        (
            "minutes",
            minutes.map_or_else(String::new, |minutes| minutes.to_string()),
        ),
        ("setting", session.setting.clone()),
        ("about", people(file, &session.children)),
        ("conditions", conditions_in_words(&session.conditions)),
        ("experience", session.experience.clone()),
        ("reflection", session.reflection.clone()),
        ("reflection in action", session.in_action.clone()),
        ("reflection on action", session.on_action.clone()),
        ("analysis", session.analysis.clone()),
        ("action", session.action.clone()),
        ("principles", items_in_words(&session.principles)),
        ("facets", items_in_words(&session.facets)),
        ("zones decided", records(file, &session.zones_decided)),
        ("put off", parked_in_words(&session.parked)),
        ("next session", day_if(session.next_on.as_ref())),
    ]
}

pub(super) fn action(file: &CaseFile, action: &Action) -> Vec<Named> {
    vec![
        ("action", action.what.clone()),
        ("what for", action.why.clone()),
        ("who", action.owner.clone()),
        ("by", day_if(action.due.as_ref())),
        ("about", people(file, &action.people)),
        ("taken on in", one_record(file, action.supervision)),
        ("serves", records(file, &action.serves)),
        ("done on", day_if(action.done_on.as_ref())),
        ("what came of it", action.outcome.clone()),
        ("why let go", action.let_go.clone()),
    ]
}

pub(super) fn case_decision(file: &CaseFile, decision: &CaseDecision) -> Vec<Named> {
    vec![
        ("on", day(&decision.on)),
        ("decision", decision.what.clone()),
        ("why", decision.why.clone()),
        ("about", people(file, &decision.people)),
        ("taken in", one_record(file, decision.supervision)),
        ("decided by", decision.decided_by.clone()),
        ("views", decision.views.clone()),
        ("evidence", records(file, &decision.evidence)),
        ("what would change it", decision.change_mind.clone()),
    ]
}

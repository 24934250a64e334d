//! Supervision as it is read: the sessions, the newest first, with what was said of the case, taken on and decided in each;
//! what is still to be done; and when the next session is.
//!
//! What was said of the worker is no part of the case and does not come here.

use super::{
    actions_of, case_decisions, decisions_of, is_late, open_actions, question, sessions,
    zone_in_words, zones_of,
};
use crate::insight::links::{entries, records};
use crate::insight::people::short_names_of;
use crate::insight::words::first_large;
use crate::page::{Link, Page, Section};
use crate::practice::guide::name_in;
use crate::practice::stages::stage_item;
use crate::practice::timescales::occasion_name;
use crate::practice::walk::walk_step_title;
use crate::record::{
    Action, CaseDecision, CaseFile, FuzzyDate, Occasion, Record, RecordId, Supervision,
};
use chrono::NaiveDate;

/// The supervision of a case.
pub fn section(file: &CaseFile, today: NaiveDate) -> Section {
    let held = sessions(file);
    let latest = held.first().map(|session| &session.body);
    let next = latest.and_then(|session| session.next_on.as_ref());
    let latest_day = next.and_then(FuzzyDate::latest);
    let has_passed = latest_day.is_some_and(|day| day < today);
    let open = open_actions(file);
    let mut all = Section::default();
    if held.is_empty() {
        all.show(|page| page.say("No session is written down yet."));
    }
    let next_on = next.map(FuzzyDate::in_short);
    let words = match (&next_on, has_passed) {
        (Some(next), true) => format!("{next}, which has passed without a session"),
        (next, _) => next.clone().unwrap_or_default(),
    };
    all.value("next_on", "Next session", next_on, &words);
    all.hide("next_has_passed", has_passed);
    let parked = latest.map_or(&[][..], |session| &session.parked);
    all.items("parked", "Put off to it", parked, walk_step_title);
    all.show(|page| {
        if !open.is_empty() {
            page.heading("Still to be done");
        }
        for action in &open {
            let words = in_a_line(&action.body, today);
            page.item(&action.body.owner, words, Some(action.id()));
        }
    });
    let open = open.into_iter();
    all.hide_each("open_actions", open.map(|one| action(file, one, today)));
    let held = held.into_iter();
    all.each("sessions", held.map(|one| session(file, one, today)));
    let outside = case_decisions(file).into_iter();
    let outside = outside.filter(|one| one.body.supervision.is_none());
    let outside: Vec<Section> = outside.map(|one| decision(file, one)).collect();
    if !outside.is_empty() {
        all.show(|page| page.heading("Decided outside supervision"));
    }
    all.each("other_decisions", outside);
    all
}

/// A session with its four quadrants, and what was taken on and decided in it.
pub fn session(file: &CaseFile, record: &Record<Supervision>, today: NaiveDate) -> Section {
    let (id, body) = (record.id(), &record.body);
    let title = format!("Session of {}, {}", body.on.in_short(), body.kind.words());
    let mut told = Section::of(id, title);
    let written = |words: &str| match words {
        "" => "nothing written".to_owned(),
        words => words.to_owned(),
    };
    told.fields("supervision")
        .value("on", body.on.in_short(), "")
        .value("kind", body.kind.words(), "")
        .value(
            "experience",
            body.experience.as_str(),
            &written(&body.experience),
        )
        .value(
            "reflection",
            body.reflection.as_str(),
            &written(&body.reflection),
        )
        .text("in_action", &body.in_action)
        .text("on_action", &body.on_action)
        .value("analysis", body.analysis.as_str(), &written(&body.analysis))
        .value("action", body.action.as_str(), &written(&body.action));
    told.questions(question(body.quadrants()));
    let item = |id: &'_ str| {
        stage_item(id)
            .map_or(id, |(_, item)| item.words.as_str())
            .to_owned()
    };
    told.fields("supervision")
        .text("worker", &body.worker)
        .text("supervisor", &body.supervisor)
        .text("others", &body.others)
        .number("minutes", body.minutes)
        .text("setting", &body.setting)
        .names("children", short_names_of(file, &body.children))
        .items("conditions", &body.conditions, |id| {
            name_in("condition", id)
        })
        .items("principles", &body.principles, item)
        .items("facets", &body.facets, item)
        .items("parked", &body.parked, walk_step_title)
        .day("next_on", body.next_on.as_ref());
    let zones = zones_of(file, &body.zones_decided).into_iter();
    let zones = zones.map(|decision| Link {
        id: decision.id(),
        text: zone_in_words(file, &decision.body),
    });
    told.fields("supervision")
        .links("zones_decided", zones.collect());
    let taken_on = actions_of(file, id).into_iter();
    told.each("actions", taken_on.map(|one| action(file, one, today)));
    let decided = decisions_of(file, id).into_iter();
    told.each("decisions", decided.map(|one| decision(file, one)));
    told.written(&record.meta);
    told
}

/// How an action stands.
fn state(action: &Action, today: NaiveDate) -> &'static str {
    match action {
        action if action.done_on.is_some() => "done",
        action if !action.let_go.is_empty() => "let go",
        action if is_late(action, today) => "late",
        action if action.due.as_ref().and_then(FuzzyDate::exact_day) == Some(today) => "due today",
        _ => "open",
    }
}

/// What is done by when, and how that stands.
fn in_a_line(action: &Action, today: NaiveDate) -> String {
    let due = match &action.due {
        Some(due) => format!("by {}", due.in_short()),
        None => "no day set".to_owned(),
    };
    let state = match state(action, today) {
        "open" => String::new(),
        state => format!(", {state}"),
    };
    format!("{} ({due}{state})", action.what)
}

/// An action, and how it stands.
pub fn action(file: &CaseFile, record: &Record<Action>, today: NaiveDate) -> Section {
    let body = &record.body;
    let state = state(body, today);
    let mut told = Section::of(
        record.id(),
        match state {
            "open" => "Action".to_owned(),
            state => format!("Action, {state}"),
        },
    );
    told.hide("state", state);
    told.fields("action")
        .text("what", &body.what)
        .text("why", &body.why)
        .text("owner", &body.owner)
        .day("due", body.due.as_ref())
        .names("people", short_names_of(file, &body.people))
        .day("done_on", body.done_on.as_ref())
        .text("outcome", &body.outcome)
        .text("let_go", &body.let_go)
        .links("serves", records(file, body.serves.iter().copied()));
    told.written(&record.meta);
    told
}

/// A decision about the case.
pub fn decision(file: &CaseFile, record: &Record<CaseDecision>) -> Section {
    let body = &record.body;
    let mut told = Section::of(record.id(), format!("Decided on {}", body.on.in_short()));
    told.fields("case_decision")
        .value("on", body.on.in_short(), "")
        .text("what", &body.what)
        .text("why", &body.why)
        .names("people", short_names_of(file, &body.people))
        .text("decided_by", &body.decided_by)
        .text("views", &body.views)
        .text("change_mind", &body.change_mind)
        .links("evidence", entries(file, &body.evidence));
    told.written(&record.meta);
    told
}

/// The session to which an action or a decision belongs.
pub fn belongs_to(file: &CaseFile, session: Option<RecordId>) -> Page {
    let mut page = Page::default();
    if let Some(session) = session.and_then(|id| file.supervisions.get(&id)) {
        let words = format!("of {}", session.body.on.in_short());
        page.item("In the session", words, Some(session.id()));
    }
    page
}

/// A visit or a meeting.
pub fn occasion(file: &CaseFile, record: &Record<Occasion>) -> Section {
    let body = &record.body;
    let what = first_large(occasion_name(&body.what));
    let mut told = Section::of(record.id(), format!("{what}, {}", body.on.in_short()));
    told.fields("occasion")
        .text("outcome", &body.outcome)
        .names("children", short_names_of(file, &body.children))
        .names("seen", short_names_of(file, &body.seen))
        .names("seen_alone", short_names_of(file, &body.seen_alone))
        .text("why_not_alone", &body.why_not_alone)
        .text("by", &body.by)
        .links("entries", entries(file, &body.entries));
    told
}

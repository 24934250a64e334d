//! What is chosen in supervision, in lines: a session with its four quadrants, an action, a decision, a visit, or why
//! something is due and what would meet it.

use crate::insight::due::Due;
use crate::insight::spans::ago;
use crate::insight::supervision::{
    actions_of, conditions_in_words, decisions_of, items_in_words, kind_words, parked_in_words,
    question, zone_in_words, zones_of,
};
use crate::insight::thinking::short_names;
use crate::insight::walk;
use crate::insight::words::day_in_words;
use crate::insight::words::first_large;
use crate::practice::timescales::occasion_name;
use crate::record::{
    Action, CaseDecision, CaseFile, FuzzyDate, Occasion, Record, RecordId, Supervision,
};
use crate::tui::model::{Model, OpenCase};
use crate::tui::pane::facts::{entries, fact, records};
use crate::tui::theme::Role;
use crate::tui::view::walk::set;
use crate::tui::widget::page::Page;
use chrono::NaiveDate;

/// The lines of what is chosen; gives the words over them.
pub fn detail(model: &Model, case: &OpenCase, page: &mut Page<RecordId>) -> String {
    let file = case.seen();
    let day = case.last_day(model.today);
    if let Some(since) = case.supervision.since {
        let until = case.last_day(model.today.max(model.now.date_naive()));
        return changed(case, since, until, page);
    }
    if let Some(due) = case.supervision.chosen_due() {
        return of_due(file, due, day, page);
    }
    let Some(id) = case.supervision.ledger.chosen_record() else {
        return String::new();
    };
    if let Some(found) = file.supervisions.get(&id) {
        session(file, found, page)
    } else if let Some(found) = file.actions.get(&id) {
        action(file, found, page)
    } else if let Some(found) = file.case_decisions.get(&id) {
        decision(file, found, page)
    } else if let Some(found) = file.occasions.get(&id) {
        occasion(file, found, page)
    } else {
        String::new()
    }
}

/// What changed since a day, once the revisions were read.
fn changed(
    case: &OpenCase,
    since: NaiveDate,
    until: NaiveDate,
    page: &mut Page<RecordId>,
) -> String {
    match &case.revisions {
        Some(revisions) => set(page, &walk::since(revisions, since, until).lines),
        None => page.words("Looking through what was written ...", Role::Quiet),
    }
    format!("What changed since {}", day_in_words(since))
}

fn day_of(date: Option<&FuzzyDate>) -> String {
    date.map(|on| on.in_short()).unwrap_or_default()
}

fn session(file: &CaseFile, found: &Record<Supervision>, page: &mut Page<RecordId>) -> String {
    let body = &found.body;
    let asked = question(body.quadrants());
    for (quadrant, words) in body.quadrants() {
        page.heading(quadrant.word());
        match words {
            "" => page.set_in(2, "nothing written", Role::Quiet),
            words => page.set_in(2, words, Role::Text),
        }
        if quadrant == crate::record::Quadrant::Reflection {
            fact(page, "In action", &body.in_action);
            fact(page, "On action", &body.on_action);
        }
    }
    if let Some(asked) = asked {
        page.heading("To think about");
        page.set_in(2, asked, Role::Attention);
    }
    let decided = decisions_of(file, found.id()).into_iter();
    records(page, file, "Decided", decided.map(Record::id));
    for decision in zones_of(file, &body.zones_decided) {
        let words = zone_in_words(file, &decision.body);
        page.leading(2, &words, Role::Text, decision.id());
    }
    let taken_on = actions_of(file, found.id()).into_iter();
    records(page, file, "Taken on", taken_on.map(Record::id));
    page.heading("The session");
    fact(page, "Held", kind_words(body.kind));
    fact(page, "About", &short_names(file, &body.children));
    fact(page, "Others", &body.others);
    let minutes = body.minutes.map(|minutes| format!("{minutes} minutes"));
    fact(page, "Took", &minutes.unwrap_or_default());
    fact(page, "Where and how", &body.setting);
    fact(page, "It rested on", &conditions_in_words(&body.conditions));
    fact(page, "It served", &items_in_words(&body.principles));
    fact(page, "It restored", &items_in_words(&body.facets));
    fact(page, "Put off", &parked_in_words(&body.parked));
    fact(page, "Next session", &day_of(body.next_on.as_ref()));
    format!(
        "Supervision of {}, {} with {}",
        body.on.in_short(),
        body.worker,
        body.supervisor
    )
}

fn action(file: &CaseFile, found: &Record<Action>, page: &mut Page<RecordId>) -> String {
    let body = &found.body;
    page.words(&body.what, Role::Text);
    fact(page, "What for", &body.why);
    fact(page, "Who", &body.owner);
    fact(page, "By", &day_of(body.due.as_ref()));
    fact(page, "About", &short_names(file, &body.people));
    fact(page, "Done on", &day_of(body.done_on.as_ref()));
    fact(page, "What came of it", &body.outcome);
    fact(page, "Why let go", &body.let_go);
    records(page, file, "It serves", body.serves.iter().copied());
    let session = body.supervision.into_iter();
    records(page, file, "Taken on in the session", session);
    match (body.is_open(), body.let_go.is_empty()) {
        (true, _) => "Action".to_owned(),
        (false, true) => "Action, done".to_owned(),
        (false, false) => "Action, let go".to_owned(),
    }
}

fn decision(file: &CaseFile, found: &Record<CaseDecision>, page: &mut Page<RecordId>) -> String {
    let body = &found.body;
    page.words(&body.what, Role::Text);
    fact(page, "Because", &body.why);
    fact(page, "About", &short_names(file, &body.people));
    fact(page, "Decided by", &body.decided_by);
    fact(page, "Other views", &body.views);
    fact(page, "Would change it", &body.change_mind);
    entries(page, file, "It rests on", &body.evidence);
    let session = body.supervision.into_iter();
    records(page, file, "Decided in the session", session);
    format!("Decided on {}", body.on.in_short())
}

fn occasion(file: &CaseFile, found: &Record<Occasion>, page: &mut Page<RecordId>) -> String {
    let body = &found.body;
    page.words(&body.outcome, Role::Text);
    fact(page, "For", &short_names(file, &body.children));
    fact(page, "Seen", &short_names(file, &body.seen));
    fact(page, "Seen alone", &short_names(file, &body.seen_alone));
    fact(page, "Why not, or not alone", &body.why_not_alone);
    fact(page, "By", &body.by);
    entries(page, file, "Entries", &body.entries);
    let what = first_large(occasion_name(&body.what));
    format!("{what}, {}", body.on.in_short())
}

fn of_due(file: &CaseFile, due: &Due, today: NaiveDate, page: &mut Page<RecordId>) -> String {
    page.words(&due.what, Role::Text);
    fact(page, "For", &short_names(file, &due.about));
    if let Some(day) = due.day {
        let words = format!("{} ({})", day_in_words(day), ago(day, today));
        fact(page, "By", &words);
    }
    fact(page, "Why", &due.why);
    fact(page, "What would meet it", &due.met_by);
    page.heading("The rule");
    page.set_in(2, &format!("{} ({})", due.source, due.rule), Role::Text);
    if !due.check.is_empty() {
        page.set_in(2, &format!("Checked: {}", due.check), Role::Quiet);
    }
    records(page, file, "It is about", due.record.into_iter());
    "Due".to_owned()
}

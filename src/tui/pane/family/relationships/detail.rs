//! What is chosen among the relationships, in lines: somebody as the child says it, a request with how it was decided, a
//! promise; or, where no record is chosen, what lasts and what a move would break.

use crate::insight::people::who_or_somebody;
use crate::insight::relationships::{
    Someone, Target, being_done, breaks, child_name, contact_in_words, distances, lost, names,
    of_contact, of_someone, people_of, promise_in_words, target, unsaid,
};
use crate::practice::guide::name_in;
use crate::practice::lasting::lasting;
use crate::record::{CaseFile, ContactAfterCare, FuzzyDate, Promise, RecordId};
use crate::tui::model::ledger::About;
use crate::tui::model::{Model, OpenCase};
use crate::tui::pane::analysis::detail::asks;
use crate::tui::pane::facts::{entries, fact, to_do};
use crate::tui::theme::Role;
use crate::tui::widget::page::Page;
use chrono::NaiveDate;

/// The lines of what is chosen; gives the words over them.
pub fn detail(model: &Model, case: &OpenCase, page: &mut Page<RecordId>) -> String {
    let file = case.seen();
    let day = case.last_day(model.today);
    let pane = &case.family.relationships;
    let Some(child) = case.child else {
        return String::new();
    };
    let people = people_of(file, child, day);
    let target = target(file, child, &people, day);
    let chosen = pane.ledger.chosen().map(|row| row.about);
    let of_record = |id: RecordId| people.iter().find(|one| is_of(one, id));
    match chosen {
        Some(About::Offer(_)) => {
            let one = pane.chosen_unwritten().and_then(|chosen| {
                people.iter().find(|one| {
                    one.relationship.is_none()
                        && one.person == chosen.person
                        && one.name == chosen.name
                })
            });
            if let Some(one) = one {
                return somebody(file, one, &target, page);
            }
        }
        Some(About::Record(id)) => {
            if let Some(one) = of_record(id) {
                return somebody(file, one, &target, page);
            }
            if let Some(one) = file.contacts_after_care.get(&id) {
                return contact(file, &one.body, id, day, page);
            }
            if let Some(one) = file.promises.get(&id) {
                return promise(file, &one.body, day, page);
            }
        }
        _ => {}
    }
    whole(file, child, &people, &target, day, page)
}

fn is_of(one: &Someone, id: RecordId) -> bool {
    one.relationship
        .is_some_and(|relationship| relationship.id() == id)
}

fn day_of(date: Option<&FuzzyDate>) -> String {
    date.map_or_else(String::new, FuzzyDate::in_short)
}

fn of_list(list: &str, ids: &[String]) -> String {
    let names: Vec<&str> = ids.iter().map(|id| name_in(list, id)).collect();
    names.join("; ")
}

fn somebody(file: &CaseFile, one: &Someone, target: &Target, page: &mut Page<RecordId>) -> String {
    if let Some(relationship) = one.relationship {
        let body = &relationship.body;
        let said = body.own_words.trim();
        if !said.is_empty() {
            page.words(&format!("\u{201c}{said}\u{201d}"), Role::Text);
        }
        let asked = match &body.asked_on {
            Some(on) => format!("{}, asked {}", one.judgement_in_words(), on.in_short()),
            None => one.judgement_in_words(),
        };
        fact(page, "The child says", &asked);
        let ring = body.ring.map_or("not asked yet", |ring| ring.words());
        fact(page, "Circle", ring);
        fact(page, "Who they are", &one.standing_in_words());
        fact(page, "What is good", &of_list("valued", &body.valued));
        fact(page, "Helps with", &of_list("link-work", &body.does));
        fact(page, "How", &body.does_words);
        fact(page, "In touch", &body.in_touch);
        let miles = body.miles.map(|miles| miles.to_string());
        fact(page, "Miles apart", &miles.unwrap_or_default());
        let hangs: Vec<&str> = body.hangs_on.iter().map(|one| one.words()).collect();
        fact(page, "Hangs on", &hangs.join(", "));
        fact(page, "So that it lasts", &body.being_done);
        to_do(page, file, relationship.id());
        fact(page, "Since", &day_of(body.since.as_ref()));
        fact(page, "Until", &day_of(body.until.as_ref()));
        fact(page, "Why it ended", &body.why_ended);
        fact(page, "To be asked again", &day_of(body.review_on.as_ref()));
        entries(page, file, "What shows it", &body.evidence);
    }
    if !one.known_from.is_empty() {
        page.heading("What the record knows from elsewhere");
    }
    for known in &one.known_from {
        let words = format!("{}: {}", known.standing.words(), known.words);
        page.leading(2, &words, Role::Text, known.record);
    }
    asks(page, &of_someone(one, target));
    one.name.clone()
}

fn contact(
    file: &CaseFile,
    body: &ContactAfterCare,
    id: RecordId,
    day: NaiveDate,
    page: &mut Page<RecordId>,
) -> String {
    page.words(&body.words, Role::Text);
    let by = match body.asked_by.as_str() {
        "" => body.asked_on.in_short(),
        by => format!("{}, by {by}", body.asked_on.in_short()),
    };
    fact(page, "Asked for", &by);
    let crisis = match body.in_crisis {
        None => "not said",
        Some(true) => "yes",
        Some(false) => "no",
    };
    fact(page, "In a crisis", crisis);
    fact(page, "Whose need", &body.whose_need);
    fact(page, "What may go wrong", &body.risk_view);
    fact(page, "Employer or manager", &body.guidance);
    fact(page, "How it was decided", &contact_in_words(body, day));
    fact(page, "Why", &body.why);
    fact(page, "Boundary", &body.boundary);
    fact(page, "Looked at again", &day_of(body.review_on.as_ref()));
    fact(page, "Why it ended", &body.why_ended);
    to_do(page, file, id);
    asks(page, &of_contact(body));
    format!(
        "Contact with {}",
        who_or_somebody(file, body.person, &body.name)
    )
}

fn promise(file: &CaseFile, body: &Promise, day: NaiveDate, page: &mut Page<RecordId>) -> String {
    page.words(&body.words, Role::Text);
    fact(page, "Promised", &body.made_on.in_short());
    fact(page, "How it stands", &promise_in_words(body, day));
    fact(page, "By when", &day_of(body.due.as_ref()));
    fact(page, "Why not kept", &body.not_kept);
    format!(
        "Promise by {}",
        who_or_somebody(file, body.person, &body.by)
    )
}

/// The target, what is being done, what moves would break, what earlier ones took, how far it is.
fn whole(
    file: &CaseFile,
    child: RecordId,
    people: &[Someone],
    target: &Target,
    day: NaiveDate,
    page: &mut Page<RecordId>,
) -> String {
    let name = child_name(file, child);
    page.words(&target.in_words(&name), Role::Text);
    let rule = lasting();
    page.words(&rule.who_counts, Role::Quiet);
    page.words(
        &match target.is_in_care {
            true => format!("Source: {}.", rule.source),
            false => rule.one.clone(),
        },
        Role::Quiet,
    );
    for one in people.iter().filter(|one| one.counts()) {
        let Some(relationship) = one.relationship else {
            continue;
        };
        page.leading(0, &one.name, Role::Heading, relationship.id());
        let done = being_done(file, one);
        if done.is_empty() {
            let words = "What is being done so that it lasts is not written yet.";
            page.set_in(2, words, Role::Attention);
        }
        for (words, leads) in done {
            match leads {
                Some(id) => page.leading(2, &words, Role::Text, id),
                None => page.set_in(2, &words, Role::Text),
            }
        }
    }
    page.heading("What would break");
    for one in breaks(file, child, people, day) {
        page.set_in(2, &format!("{}: {}.", one.when, one.in_words()), Role::Text);
    }
    let open = unsaid(people);
    if !open.is_empty() {
        let words = format!("What it hangs on is not written yet: {}.", names(&open));
        page.set_in(2, &words, Role::Attention);
    }
    let gone = lost(file, child, people, day);
    if !gone.is_empty() {
        page.heading("What earlier moves took");
    }
    for one in &gone {
        if !one.ended.is_empty() {
            let words = format!("{}: {}", one.left, names(&one.ended));
            page.leading(2, &words, Role::Text, one.home);
        }
        if one.nobody {
            let words = format!(
                "{}: no relationship with those who cared there is written down. Does {name} miss somebody?",
                one.left
            );
            page.leading(2, &words, Role::Attention, one.home);
        }
    }
    let far = distances(file, child, people, day);
    if !far.is_empty() {
        page.heading("How far it is");
    }
    for one in far {
        page.leading(2, &one.in_words(), Role::Text, one.record);
    }
    format!("So that it lasts: {name}")
}

//! The relationships of a child as they are read: who is there as the child says it, what a move would break and what earlier
//! ones took, distances, contact after care with how it was decided, promises.

use super::{
    Someone, Target, being_done, breaks, child_name, contact_in_words, contacts, distances, lost,
    named_as, names, of_contact, of_someone, people_of, promise_in_words, promises, target, unsaid,
};
use crate::insight::links::entries;
use crate::insight::people::who_or_somebody;
use crate::insight::supervision::to_do;
use crate::page::{Link, Page, Section};
use crate::practice::guide::name_in;
use crate::practice::lasting::lasting;
use crate::record::{CaseFile, ContactAfterCare, Promise, Record, RecordId, Standing};
use chrono::NaiveDate;

/// The relationships of every child of a case.
pub fn section(file: &CaseFile, day: NaiveDate) -> Section {
    let mut all = Section::default();
    let children = file.children();
    if children.is_empty() {
        all.show(|page| page.say("No child is recorded in this case yet."));
    }
    all.each(
        "children",
        children.iter().map(|child| of_child(file, child.id(), day)),
    );
    all
}

fn of_child(file: &CaseFile, child: RecordId, day: NaiveDate) -> Section {
    let people = people_of(file, child, day);
    let target = target(file, child, &people, day);
    let name = child_name(file, child);
    let mut all = what_lasts(file, child, &people, &target, day);
    all.title = format!("Relationships of {name}");
    if people.is_empty() {
        all.show(|page| page.say("Nobody is written down yet."));
    }
    let people = people.iter();
    all.each("people", people.map(|one| somebody(file, one, &target)));
    let asked = contacts(file, child, day).into_iter();
    all.each(
        "contact_after_care",
        asked.map(|one| contact(file, one, day)),
    );
    let promised = promises(file, child, day).into_iter();
    all.each("promises", promised.map(|one| promise(file, one, day)));
    all
}

/// What is read in a family's report: how it stands to the target, who is there as the child says it, what was promised.
pub fn in_short(file: &CaseFile, day: NaiveDate) -> Page {
    let mut page = Page::titled("Relationships that last");
    for child in file.children() {
        let people = people_of(file, child.id(), day);
        let name = child_name(file, child.id());
        page.heading(name.as_str());
        page.say(target(file, child.id(), &people, day).in_words(&name));
        for one in &people {
            let lead = format!("{} ({})", one.name, one.standing_in_words());
            let leads = one.relationship.map(Record::id);
            page.item(lead, one.judgement_in_words(), leads);
        }
        for one in promises(file, child.id(), day) {
            let lead = format!("{} promised", promised_by(file, &one.body));
            let stands = promise_in_words(&one.body, day);
            page.item(
                lead,
                format!("{} ({stands})", one.body.words),
                Some(one.id()),
            );
        }
    }
    page
}

/// The target, what is done so that relationships last, what changes would break, what earlier moves took, how far it is.
pub fn what_lasts(
    file: &CaseFile,
    child: RecordId,
    people: &[Someone],
    target: &Target,
    day: NaiveDate,
) -> Section {
    let name = child_name(file, child);
    let rule = lasting();
    let mut all = Section::of(child, format!("So that it lasts: {name}"));
    all.hide("child", name.as_str());
    all.one("target", of_target(target, &name));
    all.show(|page| {
        for standing in [
            Standing::TrustedAdult,
            Standing::LinkPerson,
            Standing::Advocate,
        ] {
            let found: Vec<_> = named_as(people, standing).collect();
            let label = crate::insight::words::first_large(standing.words());
            match (standing, found.is_empty()) {
                (Standing::TrustedAdult, true) => page.fact(label, "nobody is named yet"),
                _ => page.fact(label, names(&found)),
            }
        }
        page.quiet(&rule.who_counts);
        page.quiet(match target.is_in_care {
            true => format!("Source: {}.", rule.source),
            false => rule.one.clone(),
        });
        for one in people.iter().filter(|one| one.counts()) {
            page.headed("", &one.name, one.relationship.map(Record::id));
            let done = being_done(file, one);
            if done.is_empty() {
                page.ask(
                    "",
                    "What is being done so that it lasts is not written yet.",
                    None,
                );
            }
            for (words, leads) in done {
                page.item("", words, leads);
            }
        }
        page.heading("What would break");
    });
    all.each(
        "breaks",
        breaks(file, child, people, day).iter().map(|one| {
            let mut told = Section::default();
            told.hide("when", one.when.as_str());
            told.hide("breaks", each_name(&one.breaks));
            told.hide("left", one.left);
            told.text("text", &one.when, one.in_words());
            told
        }),
    );
    let open = each_name(&unsaid(people));
    all.list(
        "hangs_on_not_said",
        "What it hangs on is not written yet",
        open,
    );
    let gone = lost(file, child, people, day);
    if !gone.is_empty() {
        all.show(|page| page.heading("What earlier moves took"));
    }
    all.each(
        "earlier_moves",
        gone.iter().map(|one| {
            let mut told = Section::default();
            told.hide("home", one.home.to_string());
            told.hide("left", one.left.as_str());
            told.hide("ended", each_name(&one.ended));
            told.hide("nobody", one.nobody);
            told.show(|page| {
                if !one.ended.is_empty() {
                    page.item(&one.left, names(&one.ended), Some(one.home));
                }
                if one.nobody {
                    let words = format!("no relationship with those who cared there is written down. Does {name} miss somebody?");
                    page.ask(&one.left, words, Some(one.home));
                }
            });
            told
        }),
    );
    let far = distances(file, child, people, day);
    if !far.is_empty() {
        all.show(|page| page.heading("How far it is"));
    }
    all.each(
        "distances",
        far.iter().map(|one| {
            let mut told = Section::default();
            told.hide("record", one.record.to_string());
            told.hide("miles", one.miles);
            told.hide("now", one.is_now);
            told.hide("text", one.in_words());
            told.show(|page| page.item("", one.in_words(), Some(one.record)));
            told
        }),
    );
    all
}

fn of_target(target: &Target, name: &str) -> Section {
    let mut told = Section::default();
    told.hide("wanted", target.wanted);
    told.hide("there", target.there);
    told.hide("not_asked", target.not_asked);
    told.hide("in_care", target.is_in_care);
    told.hide("leaves_on", target.leaves_on.map(|day| day.to_string()));
    told.hide("in_view", target.is_in_view);
    told.text("text", "", target.in_words(name));
    told.hide("source", lasting().source.as_str());
    told
}

fn each_name(people: &[&Someone]) -> Vec<String> {
    people.iter().map(|one| one.name.clone()).collect()
}

/// Somebody in a child's life, with what there is to ask.
pub fn somebody(file: &CaseFile, one: &Someone, target: &Target) -> Section {
    let id = one.relationship.map(Record::id);
    let mut told = match id {
        Some(id) => Section::of(id, one.name.as_str()),
        None => Section::titled(one.name.as_str()),
    };
    told.hide("person", one.person.map(|id| id.to_string()));
    told.hide("name", one.name.as_str());
    told.hide("counts", one.counts());
    told.hide("ended", one.has_ended);
    let standing = one.standing.iter().map(|one| one.words());
    told.fields("relationship").list("standing", standing);
    told.text("says", "The child says", one.judgement_in_words());
    if let Some(record) = one.relationship {
        let body = &record.body;
        told.fields("relationship")
            .text(
                "ring",
                body.ring.map_or("not asked yet", |ring| ring.words()),
            )
            .value("loving", body.loving.words(), "")
            .value("safe", body.safe.words(), "")
            .day("asked_on", body.asked_on.as_ref())
            .text("own_words", &body.own_words)
            .items("valued", &body.valued, |id| name_in("valued", id))
            .items("does", &body.does, |id| name_in("link-work", id))
            .text("does_words", &body.does_words)
            .text("in_touch", &body.in_touch)
            .number("miles", body.miles)
            .list("hangs_on", body.hangs_on.iter().map(|one| one.words()))
            .text("being_done", &body.being_done)
            .day("review_on", body.review_on.as_ref())
            .day("since", body.since.as_ref())
            .day("until", body.until.as_ref())
            .text("why_ended", &body.why_ended)
            .links("evidence", entries(file, &body.evidence));
        told.links("to_do", "To do", to_do(file, record.id()));
    }
    let known = one.known_from.iter().map(|known| Link {
        id: known.record,
        text: format!("{}: {}", known.standing.words(), known.words),
    });
    told.links("known_from", "Known from elsewhere", known.collect());
    told.questions(of_someone(one, target));
    told
}

/// A request for contact after care, and how it was decided.
pub fn contact(file: &CaseFile, one: &Record<ContactAfterCare>, day: NaiveDate) -> Section {
    let body = &one.body;
    let with = who_or_somebody(file, body.person, &body.name);
    let mut told = Section::of(one.id(), format!("Contact with {with} after care"));
    told.hide("with", with);
    let crisis = body
        .in_crisis
        .map_or("not said", |is| if is { "yes" } else { "no" });
    told.fields("contact_after_care")
        .text("words", &body.words)
        .day("asked_on", Some(&body.asked_on))
        .text("asked_by", &body.asked_by)
        .value("in_crisis", body.in_crisis, crisis)
        .text("whose_need", &body.whose_need)
        .text("risk_view", &body.risk_view)
        .text("guidance", &body.guidance);
    told.text("stands", "How it was decided", contact_in_words(body, day));
    told.fields("contact_after_care")
        .value("answer", body.answer.words(), "")
        .day("answer_by", body.answer_by.as_ref())
        .day("decided_on", body.decided_on.as_ref())
        .text("decided_by", &body.decided_by)
        .text("why", &body.why)
        .text("boundary", &body.boundary)
        .text("mode", &body.mode)
        .text("how_often", &body.how_often)
        .day("review_on", body.review_on.as_ref())
        .day("ended_on", body.ended_on.as_ref())
        .text("why_ended", &body.why_ended);
    told.links("to_do", "To do", to_do(file, one.id()));
    told.questions(of_contact(body));
    told
}

fn promised_by(file: &CaseFile, one: &Promise) -> String {
    who_or_somebody(file, one.person, &one.by)
}

/// A promise to a child, and whether it was kept.
pub fn promise(file: &CaseFile, one: &Record<Promise>, day: NaiveDate) -> Section {
    let body = &one.body;
    let by = promised_by(file, body);
    let mut told = Section::of(one.id(), format!("Promise by {by}"));
    told.hide("by", by);
    told.fields("promise").text("words", &body.words);
    told.text("stands", "How it stands", promise_in_words(body, day));
    told.fields("promise")
        .day("made_on", Some(&body.made_on))
        .day("due", body.due.as_ref())
        .day("kept_on", body.kept_on.as_ref())
        .text("not_kept", &body.not_kept);
    told
}

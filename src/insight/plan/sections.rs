//! The plan as it is read: challenges with their solutions, what supports them and how that goes, bottom lines, the versions
//! that were agreed, and what changed since one of them.

use super::{
    bottom_lines, bounds, compare, helping, horizon_words, in_words, is_part, of_bottom_line,
    of_step, of_support, steps, supports, versions,
};
use crate::insight::changes::put_fields;
use crate::insight::links::records;
use crate::insight::people::short_names_of;
use crate::insight::supervision::to_do;
use crate::insight::words::{day_in_words, first_large};
use crate::page::{Page, Section};
use crate::practice::factors::factor_name;
use crate::practice::guide::name_in;
use crate::record::{Body, BottomLine, CaseFile, PlanStep, PlanVersion, Record, RecordId, Support};
use chrono::NaiveDate;

/// The plan of a case, and what changed in it where that was asked for.
pub fn section(file: &CaseFile, day: NaiveDate, since: Option<Section>) -> Section {
    let (steps, supports) = (steps(file, day), supports(file, day));
    let mut all = Section::default();
    match since {
        Some(since) => all.one("since", since),
        None => all.hide("since", ()),
    }
    all.show(|page| {
        if steps.is_empty() {
            page.say("No challenge is written yet.");
        }
        if supports.is_empty() {
            page.say("No support is written yet.");
        }
    });
    let steps = steps.into_iter();
    all.each("challenges", steps.map(|one| challenge(file, one, day)));
    let supports = supports.into_iter();
    all.each("supports", supports.map(|one| support(file, one, day)));
    let lines = bottom_lines(file, day).into_iter();
    all.each("bottom_lines", lines.map(|one| bottom_line(file, one, day)));
    let versions = versions(file);
    all.show(|page| page.append(agreed(file), None));
    all.hide_each(
        "versions",
        versions.into_iter().map(|one| version(file, one)),
    );
    all
}

/// The title of a part, and whether it is no longer part of the plan.
fn part(file: &CaseFile, id: RecordId, day: NaiveDate, title: &str, over: &str) -> Section {
    let is_over = !is_part(file, id, day);
    let mut told = Section::of(
        id,
        match is_over {
            true => format!("{title}, {over}"),
            false => title.to_owned(),
        },
    );
    told.hide("over", is_over);
    told
}

/// A challenge, with what helps and what bounds it.
pub fn challenge(file: &CaseFile, record: &Record<PlanStep>, day: NaiveDate) -> Section {
    let (id, body) = (record.id(), &record.body);
    let horizon = body.horizon.words();
    let title = format!("Challenge, {}", horizon_words(body.horizon).to_lowercase());
    let mut told = part(file, id, day, &title, "over");
    told.fields("plan_step")
        .value("horizon", horizon, "")
        .text("challenge", &body.challenge)
        .names("people", short_names_of(file, &body.people))
        .text("family_view", &body.family_view)
        .text("solution", &body.solution);
    let helping = helping(file, id, day);
    told.show(|page| {
        page.under("Support for it");
        if helping.is_empty() {
            page.item("", "none yet", None);
        }
        for support in &helping {
            let words = format!("{} ({})", support.body.what, how_it_goes(&support.body));
            page.item("", words, Some(support.id()));
        }
    });
    let helping = helping.into_iter();
    told.hide_each("supports", helping.map(answers));
    let lines = bounds(file, id, day).into_iter();
    told.links(
        "bottom_lines",
        "Bottom lines",
        records(file, lines.map(Record::id)),
    );
    told.fields("plan_step")
        .links("needs", records(file, body.needs.iter().copied()))
        .items("factors", &body.factors, factor_name)
        .links("goals", records(file, body.goals.iter().copied()))
        .items("plans", &body.plans, |id| name_in("plan", id))
        .day("from", body.from.as_ref())
        .day("to", body.to.as_ref())
        .text("why_ended", &body.why_ended);
    told.links("to_do", "To do", to_do(file, id));
    told.questions(of_step(file, id, body, day));
    told.written(&record.meta);
    told
}

fn how_it_goes(support: &Support) -> String {
    let [in_place, used, works] =
        [support.in_place, support.used, support.works].map(|holds| holds.words());
    format!("in place: {in_place}, used: {used}, works: {works}")
}

/// Whether a support is there, used, and works.
fn answers(record: &Record<Support>) -> Section {
    let body = &record.body;
    let mut told = Section::of(record.id(), "Support");
    told.fields("support")
        .text("what", &body.what)
        .text("in_place", body.in_place.words())
        .text("used", body.used.words())
        .text("works", body.works.words());
    told
}

/// A support, and how it goes.
pub fn support(file: &CaseFile, record: &Record<Support>, day: NaiveDate) -> Section {
    let (id, body) = (record.id(), &record.body);
    let mut told = part(file, id, day, "Support", "over");
    let from = match body.own_network {
        true => "the family's own people",
        false => "a service",
    };
    told.fields("support")
        .text("what", &body.what)
        .names("people", short_names_of(file, &body.people))
        .text("provider", &body.provider)
        .value("own_network", body.own_network, from)
        .text("how_reached", &body.how_reached)
        .text("in_place", body.in_place.words())
        .text("used", body.used.words())
        .text("works", body.works.words())
        .text("how_it_goes", &body.how_it_goes)
        .links("steps", records(file, body.steps.iter().copied()))
        .links("needs", records(file, body.needs.iter().copied()))
        .day("from", body.from.as_ref())
        .day("to", body.to.as_ref());
    told.questions(of_support(body, day));
    told.written(&record.meta);
    told
}

/// A bottom line.
pub fn bottom_line(file: &CaseFile, record: &Record<BottomLine>, day: NaiveDate) -> Section {
    let (id, body) = (record.id(), &record.body);
    let mut told = part(file, id, day, "Bottom line", "lifted");
    told.fields("bottom_line")
        .text("words", &body.words)
        .names("people", short_names_of(file, &body.people))
        .text("why", &body.why)
        .text("if_crossed", &body.if_crossed)
        .text("said_to_family", &body.said_to_family)
        .links("steps", records(file, body.steps.iter().copied()))
        .day("from", body.from.as_ref())
        .day("to", body.to.as_ref());
    told.questions(of_bottom_line(body, day));
    told.written(&record.meta);
    told
}

/// A version that was agreed.
fn version(file: &CaseFile, record: &Record<PlanVersion>) -> Section {
    let body = &record.body;
    let mut told = Section::of(record.id(), "");
    told.fields("plan_version")
        .day("on", Some(&body.on))
        .names("with", short_names_of(file, &body.with))
        .text("others", &body.others)
        .text("family_view", &body.family_view)
        .day("review", body.review.as_ref());
    told.fact("It held", in_words(file, &body.parts));
    let parts = body.parts.iter().map(|(id, revision)| {
        let mut part = Section::of(*id, "");
        part.hide("revision", *revision);
        part
    });
    told.hide_each("parts", parts);
    told
}

/// The versions that were agreed.
pub fn agreed(file: &CaseFile) -> Page {
    let mut page = Page::titled("Versions that were agreed");
    let all = versions(file);
    if all.is_empty() {
        page.quiet("No version was agreed yet.");
    }
    for one in all {
        let on = one.body.on.in_short();
        page.headed("", on, Some(one.id()));
        page.blocks.extend(version(file, one).page().blocks);
    }
    page
}

/// What changed since a version. `revisions` is `None` until they were read.
pub fn since(
    file: &CaseFile,
    record: &Record<PlanVersion>,
    revisions: Option<&[Record<Body>]>,
    day: NaiveDate,
) -> Section {
    let on = record.body.on.in_short();
    let mut told = Section::titled(format!("Changed since the plan of {on}"));
    told.hide("version", record.id().to_string());
    told.hide("agreed_on", on);
    told.show(|page| page.append(version(file, record).page(), None));
    let Some(revisions) = revisions else {
        told.show(|page| page.quiet("Its earlier words are being read."));
        return told;
    };
    let all = compare(&record.body, file, revisions, day);
    if all.is_empty() {
        told.show(|page| page.say("Nothing changed since."));
    }
    let changes = all.into_iter().map(|difference| {
        let happened = difference.happened.word();
        let mut told = Section::of(difference.part, "");
        told.hide("part", difference.kind);
        told.hide("happened", happened);
        let label = format!("{} {}", first_large(happened), difference.kind);
        told.hide("text", difference.words.as_str());
        told.show(|page| page.lead_in(label, difference.words.as_str(), Some(difference.part)));
        put_fields(&mut told, &difference.fields);
        told
    });
    told.each("changes", changes);
    told
}

/// What changed since the version agreed on a day, or the last one before it.
pub fn since_day(
    file: &CaseFile,
    asked: NaiveDate,
    revisions: &[Record<Body>],
    day: NaiveDate,
) -> Section {
    let all = versions(file);
    let by_then = all.iter().find(|version| {
        let on = version.body.on.anchor();
        on.is_some_and(|on| on <= asked)
    });
    if let Some(version) = by_then {
        let mut told = since(file, version, Some(revisions), day);
        told.hide("asked", asked.to_string());
        return told;
    }
    let mut told = Section::titled("What changed in the plan");
    told.hide("asked", asked.to_string());
    let first = all.last().map(|version| version.body.on.in_short());
    told.hide("first_agreed_on", first.clone());
    told.show(|page| {
        page.say(match first {
            None => "No version of this plan was agreed yet.".to_owned(),
            Some(first) => format!(
                "No version of this plan was agreed by {}; the first was agreed on {first}.",
                day_in_words(asked)
            ),
        });
    });
    told
}

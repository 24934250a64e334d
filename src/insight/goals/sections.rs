//! Goals as they are read: each with its five levels, its reviews and what is open about it, and, for those who ask, the score.

use super::{ABOUT, Score, Standing, questions, score, standings};
use crate::insight::links::{entries, records, those};
use crate::insight::people::{short_names, short_names_of};
use crate::insight::supervision::to_do;
use crate::insight::words::{counted, day_in_words, first_large};
use crate::page::Section;
use crate::practice::goals::Level;
use crate::practice::guide::name_in;
use crate::record::{CaseFile, FuzzyDate, Goal, GoalReview, Purpose, Record, RecordId};
use chrono::NaiveDate;

/// The goals of a case under the purposes to which they lead, and the score where it was asked for.
pub fn section(file: &CaseFile, day: NaiveDate, with_score: bool) -> Section {
    let standings = standings(file, day);
    let mut all = Section::default();
    if standings.is_empty() {
        all.show(|page| page.say("No goal is written down yet."));
    }
    let id = |one: &Standing| one.purpose.map(Record::id);
    let purposes: Vec<_> = standings
        .chunk_by(|one, other| id(one) == id(other))
        .collect();
    let is_one = purposes.len() == 1;
    let purposes = purposes.into_iter().map(|of| {
        let purpose = of.first().and_then(|one| one.purpose);
        let body = purpose.map(|purpose| &purpose.body);
        let mut told = Section::titled(match body {
            Some(body) => format!("Towards: {}", body.words),
            None if is_one => "Goals".to_owned(),
            None => "Goals without an overall purpose".to_owned(),
        });
        told.hide("purpose", body.map(|body| body.words.as_str()));
        let whose = body.map_or_else(Vec::new, |body| short_names_of(file, &body.people));
        told.names("whose", "Whose", whose);
        told.show(|page| page.say(counted(of.len(), "goal", "goals")));
        told.each("goals", of.iter().map(|one| goal(file, one, day)));
        told
    });
    all.each("purposes", purposes);
    if with_score {
        all.one("score", scored(file, day));
    }
    all
}

/// A purpose, with the goals that lead to it.
pub fn purpose(file: &CaseFile, record: &Record<Purpose>) -> Section {
    let (id, body) = (record.id(), &record.body);
    let mut told = Section::of(id, "Purpose");
    told.fields("purpose")
        .text("words", &body.words)
        .names("people", short_names_of(file, &body.people))
        .day("on", body.on.as_ref());
    let goals = those(file, &file.goals, |goal| goal.purpose == Some(id));
    told.links("goals", "Stages towards it", goals);
    told
}

/// The five steps of the ladder with the level in brackets: `-2 -1 [0] +1 +2`; without brackets before the first review.
pub fn steps(level: Option<Level>) -> String {
    let steps = Level::ALL.map(|step| match level == Some(step) {
        true => format!("[{}]", step.signed()),
        false => format!(" {} ", step.signed()),
    });
    steps.concat().trim_end().to_owned()
}

/// A goal with its levels, the way it went, and what is to be asked.
pub fn goal(file: &CaseFile, standing: &Standing, day: NaiveDate) -> Section {
    let (id, body) = (standing.goal.id(), &standing.goal.body);
    let whose = short_names(file, &body.people);
    let mut told = Section::of(
        id,
        match body.reference.as_str() {
            "" => format!("Goal of {whose}"),
            reference => format!("Goal {reference} of {whose}"),
        },
    );
    let stage = (body.stage > 0).then_some(u32::from(body.stage));
    told.fields("goal")
        .value("reference", body.reference.as_str(), "")
        .text("words", &body.words)
        .value("people", short_names_of(file, &body.people), "")
        .links("purpose", records(file, body.purpose))
        .number("stage", stage);
    levels(&mut told, body, standing.level());
    told.hide("reached", standing.level().map(Level::words));
    let trend = standing.trend().map(|trend| trend.words());
    let now = standing
        .level()
        .zip(trend)
        .map_or(String::new(), |(level, trend)| {
            format!("{}; {trend} since the time before", level.words())
        });
    told.value("trend", "Now", trend, &now);
    let began = body.began_at.map(|level| {
        let set = body.set_on.in_short();
        format!("{}, {} ({set})", steps(Some(level)), level.words())
    });
    told.fields("goal").value(
        "began_at",
        body.began_at.map(Level::words),
        &began.unwrap_or_default(),
    );
    if standing.reviews.is_empty() {
        told.show(|page| page.quiet("Not reviewed yet; that is no level."));
    }
    let reviews = standing.reviews.iter();
    told.each(
        "reviews",
        reviews.map(|one| review(file, one, standing.goal)),
    );
    told.show(|page| page.heading("Agreed and reviewed"));
    let late = if standing.is_late {
        ", which has passed"
    } else {
        ""
    };
    let next = standing
        .next_due
        .map(|next| format!("{}{late}", day_in_words(next)));
    let next_review = standing.next_due.map(|next| next.to_string());
    told.value(
        "next_review",
        "Next review",
        next_review,
        &next.unwrap_or_default(),
    );
    told.hide("late", standing.is_late);
    told.fields("goal")
        .day("set_on", Some(&body.set_on))
        .day("agreed_on", body.agreed_on.as_ref())
        .text("agreed_with", &body.agreed_with)
        .items("smart", &body.smart, |id| name_in("smart", id))
        .list(
            "reviews_due",
            body.reviews_due.iter().map(FuzzyDate::in_short),
        )
        .text("how_reviewed", &body.how_reviewed)
        .text("barriers_within", &body.barriers_within)
        .text("barriers_around", &body.barriers_around)
        .text("if_relapse", &body.if_relapse)
        .text("why_changed", &body.why_changed)
        .day("ended_on", body.ended_on.as_ref())
        .text("how_ended", &body.how_ended)
        .links("needs", records(file, body.needs.iter().copied()));
    let steps = those(file, &file.plan_steps, |step| step.goals.contains(&id));
    told.links("challenges", "Challenges that it measures", steps);
    told.links("to_do", "To do", to_do(file, id));
    told.questions(questions(standing, file, day));
    told.written(&standing.goal.meta);
    told
}

/// The five levels, the best first, as the handbook has them.
fn levels(told: &mut Section, goal: &Goal, reached: Option<Level>) {
    told.show(|page| page.under("Levels"));
    let levels = Level::ALL.into_iter().rev().map(|level| {
        let text = goal.levels.get(level.place()).map_or("", String::as_str);
        let is_reached = reached == Some(level);
        let mut told = Section::default();
        told.hide("level", level.words());
        told.hide("number", level.number());
        told.hide("text", text);
        told.hide("reached", is_reached);
        let sign = level.signed();
        let label = match is_reached {
            true => format!(
                "[{sign}] {}, reached at the last review",
                first_large(level.words())
            ),
            false => format!("{sign} {}", first_large(level.words())),
        };
        let words = if text.is_empty() {
            "not described"
        } else {
            text
        };
        told.show(|page| match is_reached {
            true => page.item(label, words, None),
            false => page.behind(label, words, None),
        });
        told
    });
    told.each("levels", levels);
}

fn review(file: &CaseFile, record: &Record<GoalReview>, goal: &Record<Goal>) -> Section {
    let body = &record.body;
    let on = match body.on.in_short() {
        on if on.is_empty() => "without a day".to_owned(),
        on => on,
    };
    let level = body.level;
    let mut told = Section::of(record.id(), format!("Review {on}: {}", level.words()));
    told.show(|page| page.say(steps(Some(level))));
    told.hide("number", level.number());
    let shown = body.shown.iter().map(|shown| shown.words());
    told.fields("goal_review")
        .value("on", body.on.in_short(), "")
        .value("level", level.words(), "")
        .text("evidence", &body.evidence)
        .list("shown", shown)
        .text("different_for_child", &body.different_for_child)
        .text("analysis", &body.analysis)
        .text("barriers", &body.barriers)
        .text("relapse", &body.relapse)
        .text("what_next", &body.what_next)
        .links("entries", entries(file, &body.entries));
    let is_older = body.goal_revision < goal.meta.revision && !goal.body.why_changed.is_empty();
    if is_older {
        told.show(|page| page.quiet("Measured against the goal as it was recorded then."));
    }
    told.hide("goal_revision", body.goal_revision);
    told
}

/// Person by person: one person's score says nothing beside another's, so there is none of the family.
pub fn scored(file: &CaseFile, day: NaiveDate) -> Section {
    let all = standings(file, day);
    let mut people: Vec<RecordId> = Vec::new();
    for person in all.iter().flat_map(|standing| &standing.goal.body.people) {
        if !people.contains(person) {
            people.push(*person);
        }
    }
    let label = |standing: &Standing| match &standing.goal.body {
        goal if goal.reference.is_empty() => goal.words.clone(),
        goal => goal.reference.clone(),
    };
    let mut told = Section::titled("Goal attainment score");
    told.text("about", "", ABOUT);
    let people = people.into_iter().map(|person| {
        let found = score(file, Some(person), day);
        let own = all.iter();
        let own = own.filter(|standing| standing.goal.body.people.contains(&person));
        let (reviewed, open): (Vec<_>, Vec<_>) = own.partition(|one| one.level().is_some());
        let left_out: Vec<String> = open.into_iter().map(label).collect();
        let change = found.as_ref().and_then(Score::change);
        let began = found.as_ref().and_then(|found| found.began);
        let name = short_names(file, &[person]);
        let words = match &found {
            Some(found) => format!("{:.2}", found.reached),
            None => "no score, and that is not 50".to_owned(),
        };
        let changed = match (began, change) {
            (Some(began), Some(change)) => format!("; it began at {began:.2}, {change:+.2}"),
            _ => String::new(),
        };
        let counted = counted(reviewed.len(), "goal reviewed", "goals reviewed");
        let mut told = Section::default();
        told.hide("name", name.as_str());
        let score = found.map(|found| found.reached);
        told.value(
            "t_score",
            &name,
            score,
            &format!("{words} ({counted}){changed}"),
        );
        told.hide("began", began);
        told.hide("change", change);
        told.hide("counted", reviewed.len());
        let out = format!("Left out, not reviewed yet ({})", left_out.len());
        told.list("left_out", &out, left_out);
        told
    });
    told.each("people", people);
    told
}

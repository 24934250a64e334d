//! `show CASE plan`: challenges with their solutions, what supports them and how that goes, bottom lines, the versions that
//! were agreed, and what changed since one of them.

mod lines;
mod since;

use super::Shown;
use super::linked::{self, Linked};
use crate::insight::plan::{
    bottom_lines, bounds, helping, holds_words, is_part, of_bottom_line, of_step, of_support,
    steps, supports, versions,
};
use crate::insight::thinking::short_names;
use crate::practice::factors::factor_name;
use crate::practice::guide::name_in;
use crate::record::{BottomLine, Horizon, PlanStep, PlanVersion, Record, RecordId, Support};
use chrono::NaiveDate;
use serde::Serialize;

#[derive(Serialize)]
pub struct PlanPage {
    challenges: Vec<ChallengeShown>,
    supports: Vec<SupportShown>,
    bottom_lines: Vec<BottomLineShown>,
    versions: Vec<VersionShown>,
    /// What changed since a version; only where that was asked for.
    since: Option<since::Since>,
}

#[derive(Serialize)]
struct ChallengeShown {
    id: RecordId,
    horizon: Horizon,
    over: bool,
    about: String,
    text: String,
    family_view: String,
    solutions: String,
    supports: Vec<Helps>,
    bottom_lines: Vec<Linked>,
    needs: Vec<Linked>,
    factors: Vec<String>,
    goals: Vec<Linked>,
    plans: Vec<String>,
    from: Option<String>,
    to: Option<String>,
    why_ended: String,
    questions: Vec<&'static str>,
    author: String,
    revision: u32,
}

/// A support where it helps: its answers stand in full under `supports`.
#[derive(Serialize)]
struct Helps {
    id: RecordId,
    text: String,
    in_place: &'static str,
    used: &'static str,
    works: &'static str,
}

#[derive(Serialize)]
struct SupportShown {
    #[serde(flatten)]
    answers: Helps,
    over: bool,
    #[serde(rename = "for")]
    people: String,
    provider: String,
    own_network: bool,
    how_reached: String,
    how_it_goes: String,
    challenges: Vec<Linked>,
    needs: Vec<Linked>,
    from: Option<String>,
    to: Option<String>,
    questions: Vec<&'static str>,
    author: String,
    revision: u32,
}

#[derive(Serialize)]
struct BottomLineShown {
    id: RecordId,
    over: bool,
    text: String,
    binds: String,
    because: String,
    if_crossed: String,
    said_to_family: String,
    challenges: Vec<Linked>,
    from: Option<String>,
    to: Option<String>,
    questions: Vec<&'static str>,
    author: String,
    revision: u32,
}

#[derive(Serialize)]
struct VersionShown {
    id: RecordId,
    on: String,
    agreed_with: Vec<String>,
    others: String,
    family_view: String,
    review: Option<String>,
    parts: Vec<PartOfVersion>,
    #[serde(skip)]
    held: String,
}

#[derive(Serialize)]
struct PartOfVersion {
    id: RecordId,
    revision: u32,
}

/// The plan of a case; `since` asks what changed since the version of a day.
pub fn page(shown: &Shown, since: Option<NaiveDate>) -> PlanPage {
    let (file, day) = (shown.file, shown.now);
    PlanPage {
        challenges: steps(file, day)
            .into_iter()
            .map(|step| challenge(shown, step))
            .collect(),
        supports: supports(file, day)
            .into_iter()
            .map(|one| support(shown, one))
            .collect(),
        bottom_lines: bottom_lines(file, day)
            .into_iter()
            .map(|line| bottom_line(shown, line))
            .collect(),
        versions: versions(file)
            .into_iter()
            .map(|one| version(shown, one))
            .collect(),
        since: since.map(|asked| since::since(shown, asked)),
    }
}

fn challenge(shown: &Shown, record: &Record<PlanStep>) -> ChallengeShown {
    let (file, day) = (shown.file, shown.now);
    let (id, body) = (record.id(), &record.body);
    let bounds = bounds(file, id, day).into_iter();
    let factors = body.factors.iter();
    let plans = body.plans.iter();
    ChallengeShown {
        id,
        horizon: body.horizon,
        over: !is_part(file, id, day),
        about: short_names(file, &body.people),
        text: body.challenge.clone(),
        family_view: body.family_view.clone(),
        solutions: body.solution.clone(),
        supports: helping(file, id, day).into_iter().map(helps).collect(),
        bottom_lines: bounds
            .map(|line| Linked {
                id: line.id(),
                text: line.body.words.clone(),
            })
            .collect(),
        needs: linked::named(&file.needs, &body.needs, |need| &need.words),
        factors: factors.map(|id| factor_name(id).to_owned()).collect(),
        goals: linked::named(&file.goals, &body.goals, |goal| &goal.words),
        plans: plans.map(|id| name_in("plan", id).to_owned()).collect(),
        from: linked::day(body.from.as_ref()),
        to: linked::day(body.to.as_ref()),
        why_ended: body.why_ended.clone(),
        questions: of_step(file, id, body, day),
        author: record.meta.author.clone(),
        revision: record.meta.revision,
    }
}

fn helps(record: &Record<Support>) -> Helps {
    let body = &record.body;
    Helps {
        id: record.id(),
        text: body.what.clone(),
        in_place: holds_words(body.in_place),
        used: holds_words(body.used),
        works: holds_words(body.works),
    }
}

fn support(shown: &Shown, record: &Record<Support>) -> SupportShown {
    let (file, body) = (shown.file, &record.body);
    SupportShown {
        answers: helps(record),
        over: !is_part(file, record.id(), shown.now),
        people: short_names(file, &body.people),
        provider: body.provider.clone(),
        own_network: body.own_network,
        how_reached: body.how_reached.clone(),
        how_it_goes: body.how_it_goes.clone(),
        challenges: linked::named(&file.plan_steps, &body.steps, |step| &step.challenge),
        needs: linked::named(&file.needs, &body.needs, |need| &need.words),
        from: linked::day(body.from.as_ref()),
        to: linked::day(body.to.as_ref()),
        questions: of_support(body, shown.now),
        author: record.meta.author.clone(),
        revision: record.meta.revision,
    }
}

fn bottom_line(shown: &Shown, record: &Record<BottomLine>) -> BottomLineShown {
    let (file, body) = (shown.file, &record.body);
    BottomLineShown {
        id: record.id(),
        over: !is_part(file, record.id(), shown.now),
        text: body.words.clone(),
        binds: short_names(file, &body.people),
        because: body.why.clone(),
        if_crossed: body.if_crossed.clone(),
        said_to_family: body.said_to_family.clone(),
        challenges: linked::named(&file.plan_steps, &body.steps, |step| &step.challenge),
        from: linked::day(body.from.as_ref()),
        to: linked::day(body.to.as_ref()),
        questions: of_bottom_line(body, shown.now),
        author: record.meta.author.clone(),
        revision: record.meta.revision,
    }
}

fn version(shown: &Shown, record: &Record<PlanVersion>) -> VersionShown {
    let body = &record.body;
    let parts = body.parts.iter();
    VersionShown {
        id: record.id(),
        on: body.on.in_short(),
        agreed_with: shown.short_names(&body.with),
        others: body.others.clone(),
        family_view: body.family_view.clone(),
        review: linked::day(body.review.as_ref()),
        parts: parts
            .map(|(id, revision)| PartOfVersion {
                id: *id,
                revision: *revision,
            })
            .collect(),
        held: crate::insight::plan::in_words(shown.file, &body.parts),
    }
}

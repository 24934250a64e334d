//! What is chosen in the plan, in lines: a challenge with its solutions, support and bottom lines; a support and how it goes;
//! a bottom line; or what changed since an agreed version.

use crate::insight::changes::FieldChange;
use crate::insight::plan::{
    bounds, compare, helping, holds_words, horizon_words, in_words, of_bottom_line, of_step,
    of_support, versions,
};
use crate::insight::thinking::short_names;
use crate::practice::factors::factor_name;
use crate::practice::guide::name_in;
use crate::record::{
    BottomLine, CaseFile, FuzzyDate, PlanStep, PlanVersion, Record, RecordId, Support,
};
use crate::tui::model::{Model, OpenCase};
use crate::tui::pane::analysis::detail::asks;
use crate::tui::pane::facts::{fact, records, to_do};
use crate::tui::theme::Role;
use crate::tui::widget::page::Page;
use chrono::NaiveDate;

/// The lines of what is chosen; gives the words over them.
pub fn detail(model: &Model, case: &OpenCase, page: &mut Page<RecordId>) -> String {
    let file = case.seen();
    let day = case.last_day(model.today);
    if let Some(version) = case.plan.since.and_then(|id| file.plan_versions.get(&id)) {
        return since(case, version, day, page);
    }
    let chosen = case.plan.ledger.chosen_record();
    let step = chosen.and_then(|id| file.plan_steps.get(&id));
    let support = chosen.and_then(|id| file.supports.get(&id));
    let bottom = chosen.and_then(|id| file.bottom_lines.get(&id));
    if let Some(step) = step {
        of_the_step(file, step, day, page)
    } else if let Some(support) = support {
        of_the_support(file, support, day, page)
    } else if let Some(bottom) = bottom {
        of_the_line(file, bottom, day, page)
    } else {
        overview(file, page)
    }
}

fn span(from: Option<&FuzzyDate>, to: Option<&FuzzyDate>) -> String {
    let from = from.map(|from| from.in_short()).unwrap_or_default();
    match to {
        Some(to) => format!("{from} to {}", to.in_short()),
        None => from,
    }
}

fn of_the_step(
    file: &CaseFile,
    step: &Record<PlanStep>,
    day: NaiveDate,
    page: &mut Page<RecordId>,
) -> String {
    let (id, body) = (step.id(), &step.body);
    page.words(&body.challenge, Role::Text);
    fact(page, "About", &short_names(file, &body.people));
    fact(page, "The family's view", &body.family_view);
    fact(page, "Solutions", &body.solution);
    let helps = helping(file, id, day);
    page.heading("Support for it");
    if helps.is_empty() {
        page.set_in(2, "none yet", Role::Quiet);
    }
    for support in helps {
        let words = format!("{} ({})", support.body.what, how_it_goes(&support.body));
        page.leading(2, &words, Role::Text, support.id());
    }
    let lines = bounds(file, id, day).into_iter();
    records(page, file, "Bottom lines", lines.map(Record::id));
    records(
        page,
        file,
        "Needs that it answers",
        body.needs.iter().copied(),
    );
    records(
        page,
        file,
        "Goals that measure it",
        body.goals.iter().copied(),
    );
    let factors: Vec<&str> = body.factors.iter().map(|id| factor_name(id)).collect();
    fact(page, "Factors", &factors.join("; "));
    let plans: Vec<&str> = body.plans.iter().map(|id| name_in("plan", id)).collect();
    fact(page, "Part of", &plans.join(", "));
    fact(page, "Since", &span(body.from.as_ref(), body.to.as_ref()));
    fact(page, "How it ended", &body.why_ended);
    to_do(page, file, id);
    asks(page, &of_step(file, id, body, day));
    format!("Challenge, {}", horizon_words(body.horizon).to_lowercase())
}

fn how_it_goes(support: &Support) -> String {
    format!(
        "in place: {}, used: {}, works: {}",
        holds_words(support.in_place),
        holds_words(support.used),
        holds_words(support.works)
    )
}

fn of_the_support(
    file: &CaseFile,
    support: &Record<Support>,
    day: NaiveDate,
    page: &mut Page<RecordId>,
) -> String {
    let body = &support.body;
    page.words(&body.what, Role::Text);
    fact(page, "For", &short_names(file, &body.people));
    let from = match body.own_network {
        true => "the family's own people",
        false => "a service",
    };
    let provider = match body.provider.as_str() {
        "" => from.to_owned(),
        provider => format!("{provider} ({from})"),
    };
    fact(page, "Provided by", &provider);
    fact(page, "How it is reached", &body.how_reached);
    fact(page, "Put in place?", holds_words(body.in_place));
    fact(page, "Used?", holds_words(body.used));
    fact(page, "Does it work?", holds_words(body.works));
    fact(page, "What shows it", &body.how_it_goes);
    fact(page, "Since", &span(body.from.as_ref(), body.to.as_ref()));
    records(page, file, "Helps with", body.steps.iter().copied());
    records(
        page,
        file,
        "Needs that it meets",
        body.needs.iter().copied(),
    );
    asks(page, &of_support(body, day));
    "Support".to_owned()
}

fn of_the_line(
    file: &CaseFile,
    line: &Record<BottomLine>,
    day: NaiveDate,
    page: &mut Page<RecordId>,
) -> String {
    let body = &line.body;
    page.words(&body.words, Role::Text);
    fact(page, "Binds", &short_names(file, &body.people));
    fact(page, "Because", &body.why);
    fact(page, "If it is crossed", &body.if_crossed);
    fact(page, "Said to the family", &body.said_to_family);
    fact(page, "Since", &span(body.from.as_ref(), body.to.as_ref()));
    records(page, file, "Belongs to", body.steps.iter().copied());
    asks(page, &of_bottom_line(body, day));
    "Bottom line".to_owned()
}

/// What stands while nothing is chosen: the versions that were agreed.
fn overview(file: &CaseFile, page: &mut Page<RecordId>) -> String {
    let all = versions(file);
    if all.is_empty() {
        page.words("No version was agreed yet.", Role::Quiet);
    }
    for version in all {
        let words = format!(
            "{}: {}",
            version.body.on.in_short(),
            in_words(file, &version.body.parts)
        );
        page.words(&words, Role::Text);
    }
    "Versions that were agreed".to_owned()
}

fn since(
    case: &OpenCase,
    version: &Record<PlanVersion>,
    day: NaiveDate,
    page: &mut Page<RecordId>,
) -> String {
    let file = case.seen();
    let body = &version.body;
    let with: Vec<String> = [short_names(file, &body.with), body.others.clone()]
        .into_iter()
        .filter(|words| !words.is_empty())
        .collect();
    fact(page, "Agreed with", &with.join(", "));
    fact(page, "The family's view", &body.family_view);
    let review = body.review.as_ref().map(|review| review.in_short());
    fact(page, "Review on", &review.unwrap_or_default());
    fact(page, "It held", &in_words(file, &body.parts));
    let title = format!("Changed since the plan of {}", body.on.in_short());
    let Some(revisions) = &case.revisions else {
        page.words("Its earlier words are being read.", Role::Quiet);
        return title;
    };
    let all = compare(body, file, revisions, day);
    if all.is_empty() {
        page.words("Nothing changed since.", Role::Text);
    }
    for difference in all {
        page.words(" ", Role::Text);
        let words = format!(
            "{} {}: {}",
            difference.happened.word(),
            difference.kind,
            difference.words
        );
        page.leading(0, &words, Role::Text, difference.part);
        for FieldChange { name, before, now } in difference.fields {
            let before = if before.is_empty() {
                "nothing"
            } else {
                &before
            };
            let now = if now.is_empty() { "nothing" } else { &now };
            page.set_in(2, &format!("{name}: {now}"), Role::Text);
            page.set_in(2, &format!("before: {before}"), Role::Quiet);
        }
    }
    title
}

//! The forms for a challenge of the plan with its solutions, and for what helps with it.

use super::super::{Around, Choosable, Form, Input, Layout, Refusal};
use super::{chosen_among, date, day_of, line, long, of_the_case, one_among, several, who};
use crate::insight::plan::{HOLDS, HORIZONS};
use crate::practice::factors::factors;
use crate::practice::guide::other_plans;
use crate::record::{PlanStep, RecordId, Support};

const FROM: [(bool, &str, &str); 2] = [
    (false, "service", "a service"),
    (true, "own", "the family's own people"),
];

pub(super) fn step_input(name: &str, step: Option<&PlanStep>, around: Around<'_>) -> Option<Input> {
    let text = |part: fn(&PlanStep) -> &str| long(step.map_or("", part));
    match name {
        "people" => {
            let child = around.child.map_or_else(Vec::new, |child| vec![child]);
            who(step.map_or(&child, |step| &step.people), around)
        }
        "horizon" => {
            let horizon = step.map_or(Default::default(), |step| step.horizon);
            one_among(&HORIZONS, &horizon)
        }
        "challenge" => text(|step| &step.challenge),
        "family-view" => text(|step| &step.family_view),
        "solution" => text(|step| &step.solution),
        "needs" => needs(step.map_or(&[], |step| &step.needs), around),
        "factors" => {
            let all = factors().iter();
            let all = all.map(|factor| Choosable::new(&factor.id, &factor.name));
            let chosen = step.map_or(&[][..], |step| &step.factors);
            several(all.collect(), chosen, Layout::List)
        }
        "goals" => {
            let goals = around.file.goals.values();
            let goals = goals.map(|goal| (goal.id(), goal.body.words.as_str()));
            of_the_case(goals, step.map_or(&[], |step| &step.goals))
        }
        "plans" => {
            let plans = other_plans().map(|plan| Choosable::new(&plan.id, &plan.name));
            let chosen = step.map_or(&[][..], |step| &step.plans);
            several(plans.collect(), chosen, Layout::Flow)
        }
        "from" => day_of(
            step.is_none(),
            step.and_then(|step| step.from.as_ref()),
            around,
        ),
        "to" => date(step?.to.as_ref()),
        "why-ended" => long(&step?.why_ended),
        _ => None,
    }
}

fn needs(chosen: &[RecordId], around: Around<'_>) -> Option<Input> {
    let needs = around.file.needs.values();
    of_the_case(
        needs.map(|need| (need.id(), need.body.words.as_str())),
        chosen,
    )
}

/// The steps of the plan to choose from; of something new, the step that is chosen in the pane.
pub(super) fn steps(chosen: Option<&[RecordId]>, around: Around<'_>) -> Option<Input> {
    let beside = around
        .beside
        .filter(|id| around.file.plan_steps.contains_key(id));
    let beside = beside.map_or_else(Vec::new, |step| vec![step]);
    let steps = around.file.plan_steps.values();
    let steps = steps.map(|step| (step.id(), step.body.challenge.as_str()));
    of_the_case(steps, chosen.unwrap_or(&beside))
}

pub(super) fn step(
    form: &Form,
    was: Option<PlanStep>,
    around: Around<'_>,
) -> Result<PlanStep, Refusal> {
    let (from, to) = was.map_or((None, None), |was| (was.from, was.to));
    let step = PlanStep {
        people: form.ids("people"),
        horizon: chosen_among(&HORIZONS, &form.text("horizon")).unwrap_or_default(),
        challenge: form.text("challenge"),
        family_view: form.text("family-view"),
        solution: form.text("solution"),
        needs: form.ids("needs"),
        factors: form.parts("factors", '\n'),
        goals: form.ids("goals"),
        plans: form.parts("plans", '\n'),
        from: form.date("from", from.as_ref(), around.today),
        to: form.date("to", to.as_ref(), around.today),
        why_ended: form.text("why-ended"),
    };
    if step.challenge.is_empty() {
        let words = "Write the challenge: what is hard, and what it means for the child.";
        return Err(Refusal::new("challenge", words));
    }
    if step.to.is_some() && step.why_ended.is_empty() {
        let words = "Write how it ended: reached, or why it is no longer worked on.";
        return Err(Refusal::new("why-ended", words));
    }
    Ok(step)
}

pub(super) fn support_input(
    name: &str,
    support: Option<&Support>,
    around: Around<'_>,
) -> Option<Input> {
    let holds = |part: fn(&Support) -> crate::record::Holds| {
        one_among(&HOLDS, &support.map_or(Default::default(), part))
    };
    match name {
        "what" => line(support.map_or("", |support| &support.what)),
        "people" => who(support.map_or(&[], |support| &support.people), around),
        "own-network" => one_among(&FROM, &support.is_some_and(|support| support.own_network)),
        "provider" => line(support.map_or("", |support| &support.provider)),
        "how-reached" => long(support.map_or("", |support| &support.how_reached)),
        "steps" => steps(support.map(|support| support.steps.as_slice()), around),
        "needs" => needs(support.map_or(&[], |support| &support.needs), around),
        "in-place" => holds(|support| support.in_place),
        "used" => holds(|support| support.used),
        "works" => holds(|support| support.works),
        "how-it-goes" => long(support.map_or("", |support| &support.how_it_goes)),
        "from" => date(support.and_then(|support| support.from.as_ref())),
        "to" => date(support.and_then(|support| support.to.as_ref())),
        _ => None,
    }
}

pub(super) fn support(
    form: &Form,
    was: Option<Support>,
    around: Around<'_>,
) -> Result<Support, Refusal> {
    let holds = |name: &str| chosen_among(&HOLDS, &form.text(name)).unwrap_or_default();
    let (from, to) = was.map_or((None, None), |was| (was.from, was.to));
    let support = Support {
        what: form.text("what"),
        people: form.ids("people"),
        provider: form.text("provider"),
        own_network: chosen_among(&FROM, &form.text("own-network")).unwrap_or_default(),
        how_reached: form.text("how-reached"),
        steps: form.ids("steps"),
        needs: form.ids("needs"),
        in_place: holds("in-place"),
        used: holds("used"),
        works: holds("works"),
        how_it_goes: form.text("how-it-goes"),
        from: form.date("from", from.as_ref(), around.today),
        to: form.date("to", to.as_ref(), around.today),
    };
    match support.what.is_empty() {
        true => Err(Refusal::new("what", "Write what would help.")),
        false => Ok(support),
    }
}

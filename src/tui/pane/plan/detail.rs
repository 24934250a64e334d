//! What is chosen in the plan: a challenge with its solutions, support and bottom lines; a support and how it goes; a bottom
//! line; or what changed since an agreed version.

use crate::insight::plan::{agreed, bottom_line, challenge, since, support};
use crate::page::Page;
use crate::tui::model::{Model, OpenCase};

/// What is chosen; the versions that were agreed where nothing is.
pub fn detail(model: &Model, case: &OpenCase) -> Page {
    let file = case.seen();
    let day = case.last_day(model.today);
    if let Some(version) = case.plan.since.and_then(|id| file.plan_versions.get(&id)) {
        return since(file, version, case.revisions.as_deref(), day).page();
    }
    let chosen = case.plan.ledger.chosen_record();
    let step = chosen.and_then(|id| file.plan_steps.get(&id));
    let help = chosen.and_then(|id| file.supports.get(&id));
    let bottom = chosen.and_then(|id| file.bottom_lines.get(&id));
    match (step, help, bottom) {
        (Some(step), ..) => challenge(file, step, day).page(),
        (_, Some(help), _) => support(file, help, day).page(),
        (.., Some(line)) => bottom_line(file, line, day).page(),
        _ => agreed(file),
    }
}

//! What the panes of thinking, of the plan and of goals have in common: moving in their lists, reading the chosen line, going
//! where it leads, the handbook's prompts.

use super::{case, records, search};
use crate::record::{CaseFile, RecordId};
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::layout::ledger::frames;
use crate::tui::model::family::View;
use crate::tui::model::form::FormKind;
use crate::tui::model::ledger::{Ledger, Side};
use crate::tui::model::list::Place;
use crate::tui::model::{Model, Tab};
use crate::tui::view::ledger::{Detail, detail};
use std::sync::Arc;

/// Does what a command asks of lists and detail; `None` when it asks something of the pane itself.
pub fn run(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    let (lists, detail, detail_seen) = sizes(model)?;
    let line = chosen_line(model, &detail);
    let ledger = model.case_mut()?.ledger_mut()?;
    let at = ledger.at;
    let moved = match ledger.side {
        Side::Lists => {
            let seen = lists.get(at).copied().unwrap_or(0);
            let list = ledger.lists.get_mut(at);
            list.is_some_and(|list| list.place.go(command, list.rows.len(), seen))
        }
        Side::Detail => ledger.detail.go(command, detail.lines.len(), detail_seen),
    };
    if moved {
        if ledger.side == Side::Lists {
            ledger.detail = Place::default();
        }
        return Some(Vec::new());
    }
    match command {
        Command::Open => match (line, ledger.side) {
            (Some(record), _) => case::follow(model, record),
            (None, Side::Lists) => go_in(ledger, &detail),
            (None, Side::Detail) => {}
        },
        Command::PaneNext => step(ledger, true),
        Command::PanePrevious => step(ledger, false),
        Command::Zoom => ledger.whole = !ledger.whole,
        Command::Prompts => {
            ledger.guide = !ledger.guide;
            ledger.detail = Place::default();
        }
        Command::Filter => return Some(search::open(model, false)),
        Command::Copy => return Some(copy(model, &detail)),
        Command::PartEdit => return Some(edit(model)),
        Command::PartRemove => return Some(remove(model)),
        _ => return None,
    }
    keep_seen(model);
    Some(Vec::new())
}

/// How many rows of each list are seen, the detail, and how many of its lines are seen.
fn sizes(model: &Model) -> Option<(Vec<usize>, Detail, usize)> {
    let case = model.case()?;
    let ledger = case.ledger()?;
    let (lists, place) = frames(model, ledger);
    let seen = lists.iter().map(|list| list.rows.height.into()).collect();
    let detail = detail(model, case, ledger, place.rows.width);
    Some((seen, detail, place.rows.height.into()))
}

/// The record to which the chosen line of the detail leads, while keys go there.
fn chosen_line(model: &Model, detail: &Detail) -> Option<RecordId> {
    let ledger = model.case()?.ledger()?;
    let at = Some(ledger.detail.chosen).filter(|_| ledger.side == Side::Detail)?;
    detail.lines.get(at)?.leads
}

/// Goes into the detail, to its first line.
fn go_in(ledger: &mut Ledger, detail: &Detail) {
    if !detail.lines.is_empty() {
        ledger.side = Side::Detail;
        ledger.detail = Place::default();
    }
}

/// Goes to the next list, after the last to the detail, or the other way round.
fn step(ledger: &mut Ledger, forward: bool) {
    let count = ledger.lists.len();
    let at = match ledger.side {
        Side::Lists => ledger.at,
        Side::Detail => count,
    };
    let by = if forward { 1 } else { count };
    let to = (at + by) % (count + 1);
    if to == count {
        ledger.side = Side::Detail;
    } else {
        ledger.side = Side::Lists;
        if to != ledger.at {
            ledger.detail = Place::default();
        }
        ledger.at = to;
    }
}

/// Keeps the chosen lines on the screen.
pub fn keep_seen(model: &mut Model) {
    let Some((lists, detail, detail_seen)) = sizes(model) else {
        return;
    };
    let Some(ledger) = model.case_mut().and_then(|case| case.ledger_mut()) else {
        return;
    };
    for (list, seen) in ledger.lists.iter_mut().zip(lists) {
        list.place.keep_seen(list.rows.len(), seen);
        // A heading over the first row that is seen is seen with it.
        if list.place.top == 1 && list.place.chosen < seen {
            list.place.top = 0;
        }
    }
    ledger.detail.keep_seen(detail.lines.len(), detail_seen);
}

/// Goes back from the detail to the lists, or from the prompts; says whether there was such a step.
pub fn back(model: &mut Model) -> bool {
    let Some(case) = model.case_mut() else {
        return false;
    };
    let is_map = case.tab == Tab::Family
        && case.family.view == View::Relationships
        && case.family.relationships.map;
    if is_map {
        case.family.relationships.map = false;
        return true;
    }
    let Some(ledger) = case.ledger_mut() else {
        return false;
    };
    if ledger.side == Side::Detail {
        ledger.side = Side::Lists;
        return true;
    }
    if ledger.guide {
        ledger.guide = false;
        return true;
    }
    match case.tab {
        Tab::Plan => case.plan.since.take().is_some(),
        Tab::Supervision => case.supervision.since.take().is_some(),
        _ => false,
    }
}

fn copy(model: &mut Model, detail: &Detail) -> Vec<Effect> {
    let Some(ledger) = model.case().and_then(|case| case.ledger()) else {
        return Vec::new();
    };
    let words = match ledger.side {
        Side::Lists => ledger
            .chosen()
            .map(|row| format!("{} {}", row.lead, row.words)),
        Side::Detail => {
            let line = detail.lines.get(ledger.detail.chosen);
            line.map(|line| line.words.clone())
        }
    };
    let Some(words) = words else {
        return Vec::new();
    };
    model.say("The line is on the clipboard.");
    vec![Effect::Copy(words.trim().to_owned())]
}

/// Goes to a record of the analysis, of the plan or of the goals: to its row, of a review to that of its goal, of a version
/// to what changed since.
pub fn go_to(model: &mut Model, record: RecordId) {
    let today = model.today;
    let Some(case) = model.case_mut() else {
        return;
    };
    let file = Arc::clone(case.seen());
    let review = file.goal_reviews.get(&record);
    let row = review.map_or(record, |review| review.body.goal);
    let day = case.last_day(today);
    if let Some(child) = child_of(&file, record) {
        case.tab = Tab::Family;
        case.child = Some(child);
        case.family.view = View::Relationships;
        let pane = &mut case.family.relationships;
        pane.map = false;
        pane.refresh(&file, Some(child), day);
        pane.ledger.choose(record);
        return;
    }
    let tab = if file.plan_versions.contains_key(&record) {
        case.plan.since = Some(record);
        Some(Tab::Plan)
    } else {
        tab_of(&file, row)
    };
    let Some(tab) = tab else {
        return;
    };
    case.tab = tab;
    match tab {
        Tab::Analysis => {
            let findings = case.findings_for_offers();
            case.analysis.refresh(&file, findings.as_ref(), day);
        }
        Tab::Plan => {
            if !file.plan_versions.contains_key(&record) {
                case.plan.since = None;
            }
            case.plan.refresh(&file, day);
        }
        Tab::Supervision => case.supervision.refresh(&file, day),
        _ => case.goals.refresh(&file, day),
    }
    if let Some(ledger) = case.ledger_mut() {
        ledger.choose(row);
    }
}

/// The child of a relationship, of contact after care or of a promise.
fn child_of(file: &CaseFile, id: RecordId) -> Option<RecordId> {
    let relationship = file.relationships.get(&id).map(|one| one.body.child);
    let contact = file.contacts_after_care.get(&id).map(|one| one.body.child);
    let promise = file.promises.get(&id).map(|one| one.body.child);
    relationship.or(contact).or(promise)
}

fn tab_of(file: &CaseFile, id: RecordId) -> Option<Tab> {
    let is_thought = file.stories.contains_key(&id)
        || file.recognitions.contains_key(&id)
        || file.hypotheses.contains_key(&id)
        || file.needs.contains_key(&id)
        || file.curiosities.contains_key(&id);
    let is_plan = file.plan_steps.contains_key(&id)
        || file.supports.contains_key(&id)
        || file.bottom_lines.contains_key(&id);
    let is_goal = file.goals.contains_key(&id) || file.purposes.contains_key(&id);
    let is_supervision = file.supervisions.contains_key(&id)
        || file.actions.contains_key(&id)
        || file.case_decisions.contains_key(&id)
        || file.occasions.contains_key(&id);
    let tabs = [
        (is_thought, Tab::Analysis),
        (is_plan, Tab::Plan),
        (is_goal, Tab::Goals),
        (is_supervision, Tab::Supervision),
    ];
    let tab = tabs.into_iter().find(|(is_there, _)| *is_there);
    tab.map(|(_, tab)| tab)
}

/// Opens the form that changes what is chosen.
fn edit(model: &mut Model) -> Vec<Effect> {
    match chosen(model) {
        Some(id) => records::edit(model, id),
        None => {
            model.say("Choose something to change first.");
            Vec::new()
        }
    }
}

/// Removes what is chosen; it can be brought back.
fn remove(model: &mut Model) -> Vec<Effect> {
    let Some(id) = chosen(model) else {
        model.say("Choose something to remove first.");
        return Vec::new();
    };
    let Some(case) = model.case() else {
        return Vec::new();
    };
    let kind = case
        .file
        .record(id)
        .and_then(|record| FormKind::of(&record.body));
    let what = kind.map_or_else(String::new, |kind| kind.title(true).to_lowercase());
    let label = format!("remove {}", what.trim_start_matches("change "));
    records::remove(model, id, &label, "removed")
}

/// The record of the chosen row.
fn chosen(model: &Model) -> Option<RecordId> {
    model.case()?.ledger()?.chosen_record()
}

/// Asks for every revision of the case, for the words of earlier versions, unless they are there.
pub fn read_revisions(model: &Model) -> Vec<Effect> {
    let case = model.case().filter(|case| case.revisions.is_none());
    let id = case.and_then(|case| case.file.id());
    id.map(Effect::LoadRevisions).into_iter().collect()
}

//! What the panes of thinking, of the plan and of goals have in common: moving in their lists, reading the chosen line, going
//! where it leads, the handbook's prompts.

pub mod draw;
pub mod layout;

use crate::record::RecordId;
use crate::tui::command::Command;
use crate::tui::model::form::FormKind;
use crate::tui::model::laid::LaidFor;
use crate::tui::model::ledger::{Ledger, Side};
use crate::tui::model::list::Place;
use crate::tui::model::request::PaneRequest;
use crate::tui::model::{Model, OpenCase};
use crate::tui::pane::ledger::draw::{TellsOf, laid_out};
use crate::tui::pane::ledger::layout::frames;

/// Does what a command asks of lists and detail; `false` when it asks something of the pane itself.
pub fn run(model: &mut Model, command: Command) -> bool {
    let Some((lists, detail_seen)) = seen(model) else {
        return false;
    };
    let Some(ledger) = model.case_mut().and_then(OpenCase::ledger_mut) else {
        return false;
    };
    let at = ledger.at;
    let moved = match ledger.side {
        Side::Lists => {
            let seen = lists.get(at).copied().unwrap_or(0);
            let list = ledger.lists.get_mut(at);
            list.is_some_and(|list| list.place.go(command, list.rows.len(), seen))
        }
        Side::Detail => {
            let lines = ledger.page.lines.len();
            ledger.detail.go(command, lines, detail_seen)
        }
    };
    if moved {
        if ledger.side == Side::Lists {
            ledger.detail = Place::default();
        }
        return true;
    }
    match command {
        Command::Open => match (ledger.side, ledger.chosen_line()) {
            (Side::Detail, Some(line)) => {
                if let Some(record) = line.leads {
                    model.ask(PaneRequest::GoTo(record));
                }
            }
            (Side::Lists, _) if !ledger.page.lines.is_empty() => {
                ledger.side = Side::Detail;
                ledger.detail = Place::default();
            }
            _ => {}
        },
        Command::PaneNext => step(ledger, true),
        Command::PanePrevious => step(ledger, false),
        Command::Zoom => ledger.whole = !ledger.whole,
        Command::Prompts => {
            ledger.guide = !ledger.guide;
            ledger.detail = Place::default();
        }
        Command::Filter => model.ask(PaneRequest::Run(Command::SearchCase)),
        Command::Copy => copy(model),
        Command::PartEdit => edit(model),
        Command::PartRemove => remove(model),
        _ => return false,
    }
    true
}

/// How many rows of each list are seen, and how many lines of the detail.
fn seen(model: &Model) -> Option<(Vec<usize>, usize)> {
    let (lists, place) = frames(model, model.case()?.ledger()?);
    let lists = lists.iter().map(|list| list.rows.height.into());
    Some((lists.collect(), place.rows.height.into()))
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

/// Lays the detail out, unless it stands as it would, and keeps the chosen lines on the screen.
pub fn refresh(model: &mut Model, tells: TellsOf) {
    let Some((case, ledger)) = model.case().and_then(|case| Some((case, case.ledger()?))) else {
        return;
    };
    let (lists, place) = frames(model, ledger);
    let now = LaidFor::now(model, case, place.rows.width, choice(case, ledger));
    let laid = match ledger.page.is_for(&now) {
        true => None,
        false => Some(laid_out(model, case, ledger, tells, place.rows.width)),
    };
    let Some(ledger) = model.case_mut().and_then(OpenCase::ledger_mut) else {
        return;
    };
    if let Some((title, lines)) = laid {
        ledger.page.take(now, title, lines);
    }
    for (list, place) in ledger.lists.iter_mut().zip(lists) {
        let seen = place.rows.height.into();
        list.place.keep_seen(list.rows.len(), seen);
        // A heading over the first row that is seen is seen with it.
        if list.place.top == 1 && list.place.chosen < seen {
            list.place.top = 0;
        }
    }
    let lines = ledger.page.lines.len();
    ledger.detail.keep_seen(lines, place.rows.height.into());
}

/// What the detail shows, of all that the panes with lists can be asked to show there.
fn choice(case: &OpenCase, ledger: &Ledger) -> String {
    let chosen = ledger.chosen().map(|row| row.about);
    let offer = case.analysis.chosen_offer().map(|offer| &offer.key);
    let since = (case.plan.since, case.supervision.since);
    let revisions = case.revisions.as_ref().map(Vec::len);
    let asked = (ledger.guide, case.goals.score, since, revisions);
    format!("{:?}", (case.child, ledger.at, chosen, offer, asked))
}

/// Goes back from the detail to the lists, or from the prompts; says whether there was such a step.
pub fn back(model: &mut Model) -> bool {
    let Some(ledger) = model.case_mut().and_then(OpenCase::ledger_mut) else {
        return false;
    };
    if ledger.side == Side::Detail {
        ledger.side = Side::Lists;
        return true;
    }
    std::mem::take(&mut ledger.guide)
}

fn copy(model: &mut Model) {
    let Some(ledger) = model.case().and_then(|case| case.ledger()) else {
        return;
    };
    let words = match ledger.side {
        Side::Lists => ledger
            .chosen()
            .map(|row| format!("{} {}", row.lead, row.words)),
        Side::Detail => ledger.chosen_line().map(|line| line.words.clone()),
    };
    let Some(words) = words else {
        return;
    };
    model.ask_copy(words.trim().to_owned(), "The line is on the clipboard.");
}

/// Stands on the row about a record, where the pane that is seen has one.
pub fn choose(model: &mut Model, record: RecordId) {
    if let Some(ledger) = model.case_mut().and_then(OpenCase::ledger_mut) {
        ledger.choose(record);
    }
}

/// Opens the form that changes what is chosen.
fn edit(model: &mut Model) {
    match chosen(model) {
        Some(id) => model.ask_edit(id),
        None => {
            model.say("Choose something to change first.");
        }
    }
}

/// Removes what is chosen; it can be brought back.
fn remove(model: &mut Model) {
    let Some(id) = chosen(model) else {
        model.say("Choose something to remove first.");
        return;
    };
    let Some(case) = model.case() else {
        return;
    };
    let kind = case
        .file
        .record(id)
        .and_then(|record| FormKind::of(&record.body));
    let what = kind.map_or_else(String::new, |kind| kind.title(true).to_lowercase());
    let label = format!("remove {}", what.trim_start_matches("change "));
    model.ask_remove(&label, id, "removed");
}

/// The record of the chosen row.
fn chosen(model: &Model) -> Option<RecordId> {
    model.case()?.ledger()?.chosen_record()
}

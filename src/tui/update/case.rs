//! Inside a case: its tabs, and the way to the pane that keys go to.

use super::{
    analysis, as_at, board, chronology, factors, family, goals, import, ledger, matrix, plan,
    search, stages, supervision,
};
use crate::record::RecordId;
use crate::tui::command::Command;
use crate::tui::effect::Effect;
use crate::tui::model::family::View;
use crate::tui::model::{Arrival, Model, Tab};
use std::sync::Arc;

/// Does what a command asks of the case, or hands it to the pane.
pub fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(case) = model.case_mut() else {
        return Vec::new();
    };
    let tab = match command {
        Command::TabBoard => Some(Tab::Board),
        Command::TabFamily => Some(Tab::Family),
        Command::TabChronology => Some(Tab::Chronology),
        Command::TabAnalysis => Some(Tab::Analysis),
        Command::TabFactors => Some(Tab::Factors),
        Command::TabMatrix => Some(Tab::Matrix),
        Command::TabPlan => Some(Tab::Plan),
        Command::TabGoals => Some(Tab::Goals),
        Command::TabSupervision => Some(Tab::Supervision),
        Command::TabStages => Some(Tab::Stages),
        Command::TabNext => Some(case.tab.step(1)),
        Command::TabPrevious => Some(case.tab.step(Tab::ALL.len() - 1)),
        _ => None,
    };
    if let Some(tab) = tab {
        case.tab = tab;
        case.came_from.clear();
        return Vec::new();
    }
    match command {
        Command::SearchCase => search::open(model, false),
        Command::ImportChronology => import::open(model),
        Command::AsAt => as_at::ask(model),
        _ => pane(case.tab, model, command),
    }
}

/// Hands a command to the pane of a tab.
fn pane(tab: Tab, model: &mut Model, command: Command) -> Vec<Effect> {
    match tab {
        Tab::Board => board::run(model, command),
        Tab::Family => family::run(model, command),
        Tab::Chronology => chronology::run(model, command),
        Tab::Factors => factors::run(model, command),
        Tab::Matrix => matrix::run(model, command),
        Tab::Analysis => analysis::run(model, command),
        Tab::Plan => plan::run(model, command),
        Tab::Goals => goals::run(model, command),
        Tab::Supervision => supervision::run(model, command),
        Tab::Stages => stages::run(model, command),
    }
}

/// Brings the pane that is seen up to date with the case, the day and the size. Asked after every message; does
/// nothing while nothing changed.
pub fn refresh(model: &mut Model) {
    let Some(tab) = model.case().map(|case| case.tab) else {
        return;
    };
    let today = model.today;
    let ascii = model.look.ascii;
    let drafts = std::mem::take(&mut model.drafts);
    if let Some(case) = model.case_mut() {
        let file = Arc::clone(case.seen());
        let day = case.last_day(today);
        match tab {
            Tab::Board => {
                let findings = case.chronology.findings_of(&file);
                case.board
                    .refresh(&file, findings.as_deref(), &drafts, day, ascii);
            }
            Tab::Family => {
                case.family.refresh(&file);
                let child = case.child;
                match case.family.view {
                    View::Genogram => case.family.genogram.refresh(&file, child, day, ascii),
                    View::Relationships => case.family.relationships.refresh(&file, child, day),
                    View::People | View::Ecomap => {}
                }
            }
            Tab::Factors => case.factors.refresh(&file, day),
            Tab::Stages => case.stages.refresh(&file, day),
            Tab::Matrix => case.matrix.refresh(&file, case.child, day),
            Tab::Analysis => {
                let findings = case.findings_for_offers();
                case.analysis.refresh(&file, findings.as_ref(), day);
            }
            Tab::Plan => case.plan.refresh(&file, day),
            Tab::Goals => case.goals.refresh(&file, day),
            Tab::Supervision => case.supervision.refresh(&file, day),
            Tab::Chronology => {}
        }
    }
    model.drafts = drafts;
    match tab {
        Tab::Board => board::keep_seen(model),
        Tab::Family => family::keep_seen(model),
        Tab::Chronology => {}
        Tab::Factors => factors::keep_seen(model),
        Tab::Matrix => matrix::keep_seen(model),
        Tab::Stages => stages::keep_seen(model),
        Tab::Analysis | Tab::Plan | Tab::Goals | Tab::Supervision => ledger::keep_seen(model),
    }
}

/// Goes to a record from the pane that is seen; going back leads to this pane again.
pub fn follow(model: &mut Model, record: RecordId) {
    let Some(tab) = model.case().map(|case| case.tab) else {
        return;
    };
    go_to(model, record);
    if let Some(case) = model.case_mut().filter(|case| case.tab != tab) {
        case.came_from.push(tab);
    }
}

/// Goes back to the pane from which somebody came to this one; says whether there was one.
pub fn come_back(model: &mut Model) -> bool {
    let Some(case) = model.case_mut() else {
        return false;
    };
    match case.came_from.pop() {
        Some(tab) => {
            case.tab = tab;
            true
        }
        None => false,
    }
}

/// Goes to a record: a person in the family, an entry in the chronology, a placement or status at its child.
pub fn go_to(model: &mut Model, record: RecordId) {
    let Some(case) = model.case_mut() else {
        return;
    };
    let file = Arc::clone(case.seen());
    let of_placement = file
        .placements
        .get(&record)
        .map(|placement| placement.body.child);
    let of_status = file.legal.get(&record).map(|status| status.body.child);
    let of_bond = file.bonds.get(&record).map(|bond| bond.body.from);
    let of_tie = file.emotional_ties.get(&record);
    let of_tie = of_tie.map(|tie| tie.body.from);
    let lives = file.households.get(&record);
    let lives = lives.and_then(|home| home.body.people.first().copied());
    let person = of_placement.or(of_status).or(of_bond).or(of_tie).or(lives);
    let person = person.unwrap_or(record);
    if file.connections.contains_key(&record) {
        case.tab = Tab::Family;
        case.family.refresh(&file);
        case.family.view = View::Ecomap;
        case.family.ecomap.choose(&file, record);
    } else if file.people.contains_key(&person) {
        let stays = case.tab == Tab::Family && case.family.view == View::Genogram;
        case.tab = Tab::Family;
        case.family.refresh(&file);
        case.family.choose(person);
        // Whoever adds somebody to the genogram wants to see them there.
        match stays {
            true => case.family.genogram.wanted = Some(person),
            false => case.family.view = View::People,
        }
    } else if file.factors.contains_key(&record) {
        case.tab = Tab::Factors;
    } else if file.decisions.contains_key(&record) {
        matrix::choose(model, record);
    } else if file.entries.contains_key(&record) {
        chronology::go_to(model, record);
    } else {
        ledger::go_to(model, record);
    }
}

/// A case was opened: stand where whoever opened it wanted to go.
pub fn arrived(model: &mut Model, arrival: Arrival) {
    let Some(case) = model.case_mut() else {
        return;
    };
    if arrival
        .child
        .is_some_and(|child| case.file.people.contains_key(&child))
    {
        case.child = arrival.child;
    }
    if let Some(record) = arrival.record {
        go_to(model, record);
    }
}

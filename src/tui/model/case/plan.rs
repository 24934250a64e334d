//! The plan pane: challenges and bottom lines on one side, support on the other, and what changed since an agreed version.

use crate::insight::plan::{
    bottom_lines, helping, horizon_words, is_part, of_bottom_line, of_step, of_support, steps,
    supports, versions,
};
use crate::record::{CaseFile, Holds, Horizon, RecordId, Support};
use crate::tui::model::ledger::{Ledger, List, Row};
use crate::tui::theme::Role;
use chrono::NaiveDate;
use std::sync::Arc;

/// The place of support; challenges and bottom lines come before it.
pub const SUPPORT: usize = 1;

/// The state of the plan pane.
#[derive(Debug, Default)]
pub struct PlanPane {
    /// The lists and the chosen line.
    pub ledger: Ledger,
    /// The version since which changes are shown.
    pub since: Option<RecordId>,
}

impl PlanPane {
    /// Works the lists out, unless they already follow from this.
    pub fn refresh(&mut self, file: &Arc<CaseFile>, day: NaiveDate) {
        if self.ledger.is_stale(file, day) {
            let lists = vec![challenge(file, day), support(file, day)];
            self.ledger.take(lists, file, day);
        }
    }

    /// Shows changes since the next earlier version; after the earliest none.
    pub fn next_version(&mut self, file: &CaseFile) {
        let all: Vec<RecordId> = versions(file).iter().map(|version| version.id()).collect();
        self.since = match self.since {
            None => all.first().copied(),
            Some(shown) => {
                let at = all.iter().position(|id| *id == shown);
                at.and_then(|at| all.get(at + 1)).copied()
            }
        };
    }
}

fn challenge(file: &CaseFile, day: NaiveDate) -> List {
    let mut rows = Vec::new();
    let all = steps(file, day);
    let (going, over): (Vec<_>, Vec<_>) = all
        .into_iter()
        .partition(|step| is_part(file, step.id(), day));
    let count = going.len();
    for horizon in Horizon::ALL {
        let of_it: Vec<_> = going
            .iter()
            .filter(|step| step.body.horizon == horizon)
            .collect();
        if !of_it.is_empty() {
            rows.push(Row::heading(horizon_words(horizon)));
        }
        rows.extend(of_it.into_iter().map(|step| {
            let asks = !of_step(file, step.id(), &step.body, day).is_empty();
            let support = match helping(file, step.id(), day).len() {
                0 => "no support".to_owned(),
                1 => "1 support".to_owned(),
                many => format!("{many} supports"),
            };
            let lead = if asks {
                format!("? {support}")
            } else {
                support
            };
            Row::of(step.id(), lead, &step.body.challenge)
        }));
    }
    let lines = bottom_lines(file, day);
    if !lines.is_empty() {
        rows.push(Row::heading("Bottom lines"));
    }
    rows.extend(lines.into_iter().map(|line| {
        let is_over = !is_part(file, line.id(), day);
        let asks = !of_bottom_line(&line.body, day).is_empty();
        let lead = match (is_over, asks) {
            (true, _) => "lifted",
            (false, true) => "? must",
            (false, false) => "must",
        };
        let row = Row::of(line.id(), lead, &line.body.words);
        if is_over {
            row.looking(Role::Quiet)
        } else {
            row
        }
    }));
    if !over.is_empty() {
        rows.push(Row::heading("Over"));
    }
    rows.extend(
        over.into_iter()
            .map(|step| Row::of(step.id(), "over", &step.body.challenge).looking(Role::Quiet)),
    );
    List::new(
        format!("Challenge, {count}"),
        "challenge",
        "No challenge is written yet.",
        rows,
    )
}

fn support(file: &CaseFile, day: NaiveDate) -> List {
    let all = supports(file, day);
    let going = all
        .iter()
        .filter(|support| is_part(file, support.id(), day))
        .count();
    let rows = all.into_iter().map(|support| {
        let row = |lead: &str| {
            let from = match support.body.provider.as_str() {
                "" => String::new(),
                provider => format!(" ({provider})"),
            };
            Row::of(support.id(), lead, format!("{}{from}", support.body.what))
        };
        if !is_part(file, support.id(), day) {
            return row("over").looking(Role::Quiet);
        }
        match of_support(&support.body, day).is_empty() {
            true => row(&state(&support.body)),
            false => row(&format!("? {}", state(&support.body))),
        }
    });
    let rows = rows.collect();
    List::new(
        format!("Support, {going}"),
        "support",
        "No support is written yet.",
        rows,
    )
}

/// How far a support is, in a word or two: the furthest answer that there is.
fn state(support: &Support) -> String {
    let (asked, answer) = match (support.in_place, support.used, support.works) {
        (_, _, works) if works != Holds::NotSaid => ("works", works),
        (_, used, _) if used != Holds::NotSaid => ("used", used),
        (in_place, ..) => ("in place", in_place),
    };
    match answer {
        Holds::Yes => asked.to_owned(),
        Holds::NotSaid => "not said".to_owned(),
        other => format!("{asked}: {}", other.words()),
    }
}

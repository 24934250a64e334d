//! The goals pane: goals under the purposes that they lead to, each with the level that it reached.

use crate::insight::goals::{Standing, questions, standings, steps};
use crate::insight::people::short_names;
use crate::insight::spans::ago;
use crate::record::{CaseFile, RecordId};
use crate::tui::model::ledger::{About, Ledger, List, Row};
use crate::tui::theme::Role;
use chrono::NaiveDate;
use std::sync::Arc;

/// The state of the goals pane.
#[derive(Debug, Default)]
pub struct GoalsPane {
    /// The list and the chosen line.
    pub ledger: Ledger,
    /// Whether the optional score is shown; nobody sees it who did not ask for it.
    pub score: bool,
}

impl GoalsPane {
    /// Works the list out, unless it already follows from this.
    pub fn refresh(&mut self, file: &Arc<CaseFile>, day: NaiveDate) {
        if self.ledger.is_stale(file, day) {
            let lists = vec![goals(file, day)];
            self.ledger.take(lists, file, day);
        }
    }
}

/// Whose goal it is, what it is, and when it is looked at.
pub fn in_a_line(file: &CaseFile, standing: &Standing, day: NaiveDate) -> String {
    let goal = &standing.goal.body;
    let when = match (standing.is_ended, standing.next_due) {
        (true, _) => "ended".to_owned(),
        (false, None) => "no review day".to_owned(),
        (false, Some(due)) if standing.is_late => format!("review late, {}", ago(due, day)),
        (false, Some(due)) => format!("review {}", ago(due, day)),
    };
    // What is due stands before the words: a narrow screen cuts their end.
    let whose = short_names(file, &goal.people);
    format!("{whose}, {when}: {}", goal.words)
}

fn goals(file: &CaseFile, day: NaiveDate) -> List {
    let all = standings(file, day);
    let mut rows = Vec::new();
    let mut over: Option<Option<RecordId>> = None;
    let has_purposes = !file.purposes.is_empty();
    for standing in &all {
        let purpose = standing.purpose.map(|purpose| purpose.id());
        if has_purposes && over != Some(purpose) {
            rows.push(match standing.purpose {
                Some(purpose) => purpose_row(purpose.id(), &purpose.body.words),
                None => Row::heading("Without a purpose"),
            });
            over = Some(purpose);
        }
        let asks = !questions(standing, file, day).is_empty();
        let lead = format!(
            "{} {}",
            steps(standing.level()),
            if asks { "?" } else { " " }
        );
        let row = Row::of(standing.goal.id(), lead, in_a_line(file, standing, day));
        rows.push(match (standing.is_ended, standing.is_late) {
            (true, _) => row.looking(Role::Quiet),
            (false, true) => row.looking(Role::Attention),
            (false, false) => row,
        });
    }
    let used = |id: RecordId| {
        all.iter()
            .any(|standing| standing.goal.body.purpose == Some(id))
    };
    let unused = file.purposes.values().filter(|purpose| !used(purpose.id()));
    rows.extend(unused.map(|purpose| purpose_row(purpose.id(), &purpose.body.words)));
    let late = all.iter().filter(|standing| standing.is_late).count();
    let title = match late {
        0 => format!("Goals, {}", all.len()),
        late => format!("Goals, {}, {late} to be reviewed", all.len()),
    };
    List::new(title, "goals", "No goal is written yet.", rows)
}

fn purpose_row(id: RecordId, words: &str) -> Row {
    Row {
        lead: String::new(),
        words: words.to_owned(),
        role: Role::Heading,
        about: About::Record(id),
    }
}

//! The supervision pane: sessions, what people took on, what is due, decisions and visits, side by side.

use crate::insight::due::{Due, DueState, dues};
use crate::insight::people::short_names;
use crate::insight::spans::ago;
use crate::insight::supervision::{
    actions, case_decisions, is_late, open_actions, question, sessions,
};
use crate::insight::words::first_large;
use crate::practice::timescales::occasion_name;
use crate::record::{CaseFile, Occasion, Record, RecordKind};
use crate::tui::model::form::FormKind;
use crate::tui::model::ledger::{About, Ledger, List, Row};
use crate::tui::theme::Role;
use chrono::NaiveDate;
use std::sync::Arc;

/// The place of what people took on; sessions come before it.
pub const ACTIONS: usize = 1;
/// The place of what is due.
pub const DUE: usize = 2;
/// The place of decisions and visits.
pub const DECIDED: usize = 3;

/// The state of the supervision pane.
#[derive(Debug, Default)]
pub struct SupervisionPane {
    /// The lists and the chosen line.
    pub ledger: Ledger,
    /// What is due, in the order in which it is shown.
    pub dues: Vec<Due>,
    /// The day since which changes are shown in the place of what is chosen.
    pub since: Option<NaiveDate>,
}

impl SupervisionPane {
    /// Works the lists out, unless they already follow from this.
    pub fn refresh(&mut self, file: &Arc<CaseFile>, day: NaiveDate) {
        if !self.ledger.is_stale(file, day) {
            return;
        }
        self.dues = dues(file, day);
        let lists = vec![
            of_sessions(file, day),
            of_actions(file, day),
            of_dues(file, &self.dues, day),
            decided(file),
        ];
        self.ledger.take(lists, file, day);
    }

    /// What is due in the chosen row.
    pub fn chosen_due(&self) -> Option<&Due> {
        match self.ledger.chosen()?.about {
            About::Due(at) => self.dues.get(at),
            _ => None,
        }
    }

    /// The form that adds to the list that keys go to.
    pub fn adds(&self) -> FormKind {
        match self.ledger.at {
            ACTIONS => FormKind::Record(RecordKind::Action),
            DUE => FormKind::Record(RecordKind::Occasion),
            DECIDED => FormKind::Record(RecordKind::CaseDecision),
            _ => FormKind::Record(RecordKind::Supervision),
        }
    }
}

fn of_sessions(file: &CaseFile, day: NaiveDate) -> List {
    let all = sessions(file);
    let rows = all.iter().map(|session| {
        let body = &session.body;
        let on = body.on.in_short();
        let asks = question(body.quadrants()).is_some();
        let lead = format!("{}{on}", if asks { "? " } else { "" });
        let words = format!(
            "{} with {}, {}: {}",
            body.worker,
            body.supervisor,
            body.kind.words(),
            body.in_short()
        );
        Row::of(session.id(), lead, words)
    });
    let rows: Vec<Row> = rows.collect();
    let next = all.first().and_then(|last| last.body.next_on.as_ref());
    let title = match next.and_then(|next| next.anchor()) {
        Some(next) => format!("Supervision, {}, next {}", all.len(), ago(next, day)),
        None => format!("Supervision, {}", all.len()),
    };
    List::new(
        title,
        "supervision",
        "No supervision is recorded yet.",
        rows,
    )
}

fn of_actions(file: &CaseFile, day: NaiveDate) -> List {
    let rows = actions(file).into_iter().map(|action| {
        let body = &action.body;
        let due = body.due.as_ref().map(|due| due.in_short());
        let words = format!("{}: {}", body.owner, body.what);
        if !body.let_go.is_empty() {
            Row::of(action.id(), "let go", words).looking(Role::Quiet)
        } else if body.done_on.is_some() {
            Row::of(action.id(), "done", words).looking(Role::Quiet)
        } else if is_late(body, day) {
            let lead = format!("late {}", due.unwrap_or_default());
            Row::of(action.id(), lead, words).looking(Role::Attention)
        } else {
            Row::of(action.id(), due.unwrap_or_default(), words)
        }
    });
    let rows = rows.collect();
    let title = format!("Actions, {} open", open_actions(file).len());
    List::new(
        title,
        "supervision-action",
        "Nobody has taken anything on yet.",
        rows,
    )
}

fn of_dues(file: &CaseFile, dues: &[Due], day: NaiveDate) -> List {
    let rows = dues.iter().enumerate().map(|(at, due)| {
        let role = match (due.state, due.day) {
            (DueState::Late, Some(_)) => Role::Attention,
            (DueState::NotRecorded, _) | (_, None) => Role::Quiet,
            (_, Some(_)) => Role::Text,
        };
        Row {
            lead: due.when_in_words(day),
            words: due.in_words(file),
            role,
            about: About::Due(at),
        }
    });
    let rows = rows.collect();
    let late = dues
        .iter()
        .filter(|due| due.state == DueState::Late)
        .count();
    let title = match late {
        0 => format!("Due, {}", dues.len()),
        late => format!("Due, {}, {late} late", dues.len()),
    };
    List::new(title, "due", "Nothing is due.", rows)
}

fn decided(file: &CaseFile) -> List {
    let decisions = case_decisions(file);
    let mut rows: Vec<Row> = decisions
        .iter()
        .map(|decision| {
            let body = &decision.body;
            Row::of(decision.id(), body.on.in_short(), &body.what)
        })
        .collect();
    let mut held: Vec<&Record<Occasion>> = file.occasions.values().collect();
    held.sort_by(|one, other| other.body.on.order(&one.body.on));
    if !held.is_empty() {
        rows.push(Row::heading("Visits, reviews and other steps"));
    }
    rows.extend(held.iter().map(|occasion| {
        let body = &occasion.body;
        let alone = match body.seen_alone.as_slice() {
            [] => String::new(),
            seen => format!(", alone with {}", short_names(file, seen)),
        };
        let what = first_large(occasion_name(&body.what));
        let words = format!("{what}{alone}: {}", body.outcome);
        Row::of(occasion.id(), body.on.in_short(), words)
    }));
    let title = format!("Decided, {}; visits, {}", decisions.len(), held.len());
    List::new(
        title,
        "supervision",
        "No decision and no visit is written yet.",
        rows,
    )
}

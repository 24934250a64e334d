//! The stages pane: the stages with their lists and items, who has which part, and the reunification framework's tasks.

use crate::insight::stages::{ItemSeen, Stages};
use crate::practice::stages::{Part, lists_of, part, part_of, parts, phases, stage_item, stages};
use crate::record::{CaseFile, RecordId};
use crate::tui::model::laid::LaidPage;
use crate::tui::model::list::Place;
use crate::tui::theme::Role;
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A line of the list, by the ids of the content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Row {
    /// A stage by its number; it folds.
    Stage(u8),
    /// A list of a stage; it folds.
    List(&'static str),
    /// An item.
    Item(&'static str),
    /// The heading over the parts; it folds.
    Parts,
    /// A part that somebody is named for.
    Part(&'static str),
    /// A phase of the reunification framework.
    Phase(u8),
    /// A task of the reunification framework.
    Task(&'static str),
}

impl Row {
    /// Whether other lines stand under it.
    pub fn folds(self) -> bool {
        matches!(self, Row::Stage(_) | Row::List(_) | Row::Parts)
    }
}

/// Where a line leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leads {
    /// To a record of the case.
    To(RecordId),
    /// To an item of the stages.
    Item(&'static str),
    /// To a task of the reunification framework.
    Task(&'static str),
}

/// A line of the detail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The words.
    pub words: String,
    /// How it looks.
    pub role: Role,
    /// Where it leads.
    pub leads: Option<Leads>,
    /// The child it is about.
    pub child: Option<RecordId>,
}

/// The side of the pane that keys go to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// The list.
    #[default]
    List,
    /// The chosen line in full.
    Detail,
}

/// The state of the stages pane.
#[derive(Debug, Default)]
pub struct StagesPane {
    /// Where the case stands.
    pub seen: Stages,
    /// The lines of the list.
    pub rows: Vec<Row>,
    /// Where the list stands.
    pub place: Place,
    /// The side that keys go to.
    pub side: Side,
    /// Whether that side has the whole body.
    pub whole: bool,
    /// The chosen one in full, as it is laid out.
    pub page: LaidPage<Line>,
    /// Where its lines stand.
    pub detail: Place,
    /// Whether the tasks of the reunification framework are seen instead of the stages.
    pub framework: bool,
    /// The child of the line of the detail that was chosen last, where it tells of one.
    pub child: Option<RecordId>,
    open: BTreeSet<Row>,
    made_from: Option<(Arc<CaseFile>, NaiveDate)>,
}

impl StagesPane {
    /// The chosen line.
    pub fn chosen(&self) -> Option<Row> {
        self.rows.get(self.place.chosen).copied()
    }

    /// The chosen line of the detail, while keys go there.
    pub fn chosen_line(&self) -> Option<&Line> {
        let at = Some(self.detail.chosen).filter(|_| self.side == Side::Detail)?;
        self.page.lines.get(at)
    }

    /// The chosen item as it stands in the case.
    pub fn chosen_item(&self) -> Option<&ItemSeen> {
        match self.chosen()? {
            Row::Item(id) => self.seen.item(id),
            _ => None,
        }
    }

    /// The part that is chosen, or for which the chosen item asks.
    pub fn chosen_part(&self) -> Option<&'static Part> {
        match self.chosen()? {
            Row::Item(id) => part_of(id),
            Row::Part(id) => part(id),
            _ => None,
        }
    }

    /// Whether the lines under this one are seen.
    pub fn is_open(&self, row: Row) -> bool {
        self.open.contains(&row)
    }

    /// Works out where the case stands, unless it already follows from this file and day. What was chosen stays chosen.
    /// The first time, the stage in which the case stands lies open.
    pub fn refresh(&mut self, file: &Arc<CaseFile>, today: NaiveDate) {
        let made = self.made_from.as_ref();
        if made.is_some_and(|(made, day)| Arc::ptr_eq(made, file) && *day == today) {
            return;
        }
        let is_first = made.is_none();
        self.seen = Stages::of(file, today);
        self.made_from = Some((Arc::clone(file), today));
        if !is_first {
            return;
        }
        self.open.insert(Row::Parts);
        let now = self.seen.current(None).map(|seen| seen.stage.number);
        if let Some(now) = now {
            self.open.insert(Row::Stage(now));
            let gates = lists_of(now).map(|list| Row::List(&list.id));
            self.open.extend(gates.take(1));
        }
        self.lay_out(now.map(Row::Stage));
    }

    /// Folds the lines under the chosen one away, or shows them.
    pub fn fold(&mut self) {
        let Some(row) = self.chosen().filter(|row| row.folds()) else {
            return;
        };
        if !self.open.remove(&row) {
            self.open.insert(row);
            if let Row::Stage(number) = row {
                let first = lists_of(number).map(|list| Row::List(&list.id)).next();
                self.open.extend(first);
            }
        }
        self.lay_out(Some(row));
    }

    /// Shows the tasks of the reunification framework, or the stages again.
    pub fn turn(&mut self) {
        self.framework = !self.framework;
        self.side = Side::List;
        self.lay_out(None);
    }

    /// Goes to an item of the stages; says whether there is such an item.
    pub fn go_to(&mut self, item: &str) -> bool {
        let Some((list, item)) = stage_item(item) else {
            return false;
        };
        self.framework = false;
        self.side = Side::List;
        self.open
            .extend([Row::Stage(list.stage), Row::List(&list.id)]);
        self.lay_out(Some(Row::Item(&item.id)));
        true
    }

    /// Goes to a task of the reunification framework.
    pub fn go_to_task(&mut self, task: &'static str) {
        self.framework = true;
        self.side = Side::List;
        self.lay_out(Some(Row::Task(task)));
    }

    fn lay_out(&mut self, chosen: Option<Row>) {
        self.rows = match self.framework {
            true => framework(),
            false => self.stages(),
        };
        let at = self.rows.iter().position(|row| Some(*row) == chosen);
        self.place = Place {
            chosen: at.unwrap_or(0),
            top: self.place.top,
        };
        self.detail = Place::default();
        self.child = None;
    }

    fn stages(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        for stage in stages() {
            rows.push(Row::Stage(stage.number));
            if !self.is_open(Row::Stage(stage.number)) {
                continue;
            }
            for list in lists_of(stage.number) {
                rows.push(Row::List(&list.id));
                if self.is_open(Row::List(&list.id)) {
                    rows.extend(list.item.iter().map(|item| Row::Item(&item.id)));
                }
            }
        }
        rows.push(Row::Parts);
        if self.is_open(Row::Parts) {
            rows.extend(parts().iter().map(|part| Row::Part(&part.id)));
        }
        rows
    }
}

fn framework() -> Vec<Row> {
    let rows = phases().iter().flat_map(|phase| {
        let tasks = phase.tasks.iter().map(|task| Row::Task(&task.id));
        std::iter::once(Row::Phase(phase.number)).chain(tasks)
    });
    rows.collect()
}

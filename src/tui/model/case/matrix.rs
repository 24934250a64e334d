//! The matrix pane: where a child stands in the Risk and Resilience Matrix, what is indicated, what people decided, and why.

use crate::insight::factors::Sheet;
use crate::insight::zones::evidence::{Ground, Topic, grounds};
use crate::insight::zones::present::{Present, present};
use crate::insight::zones::replay::{Indicated, Replayed, replay};
use crate::practice::matrix::cells::{Row, rows};
use crate::record::{CaseFile, RecordId};
use crate::tui::model::laid::{LaidPage, Line};
use crate::tui::model::list::Place;
use crate::tui::theme::Role;
use chrono::NaiveDate;
use std::sync::Arc;

/// The side of the pane that keys go to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// The matrix.
    #[default]
    Matrix,
    /// Why the chosen line says so.
    Why,
}

/// What a line of the matrix is about: what it rests on is shown when somebody asks why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// The zone and its clock.
    Clock,
    /// A row of the matrix.
    Row(Row),
    /// What is indicated.
    Indicated,
    /// A warning, by its place.
    Warning(usize),
    /// What the matrix says of a return home.
    Return,
    /// A move, by its place.
    Move(usize),
    /// A condition of a move, by their places.
    Condition(usize, usize),
    /// A day ahead, by its place.
    Date(usize),
    /// A decision.
    Decision(RecordId),
    /// Nothing of its own: a heading, an empty line.
    Nothing,
}

/// A line: pieces in columns, and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixLine {
    /// Words, columns, role; the last piece takes what is left.
    pub pieces: Vec<(String, usize, Role)>,
    /// What it is about.
    pub about: About,
}

/// What was worked out for a child.
#[derive(Debug)]
pub struct Seen {
    /// The child.
    pub child: RecordId,
    /// Where the child stands.
    pub present: Present,
    /// Every decision beside what was indicated, the earliest first.
    pub replayed: Vec<Replayed>,
    grounds: Vec<(Topic, Vec<Ground>)>,
}

impl Seen {
    /// What a topic rests on.
    pub fn grounds(&self, topic: Topic) -> &[Ground] {
        let found = self.grounds.iter().find(|(known, _)| *known == topic);
        found.map_or(&[], |(_, grounds)| grounds)
    }

    /// What is indicated again, once a zone was decided.
    pub fn indication(&self) -> Option<&crate::practice::matrix::Indication> {
        match &self.present.indicated {
            Indicated::First(_) => None,
            Indicated::Again(_, indication) => Some(indication),
        }
    }
}

/// The state of the matrix pane.
#[derive(Debug, Default)]
pub struct MatrixPane {
    /// What was worked out; `None` in a family without children.
    pub seen: Option<Seen>,
    /// Whether the family's version is shown.
    pub family: bool,
    /// Where the lines of the matrix stand.
    pub place: Place,
    /// The side that keys go to.
    pub side: Side,
    /// Whether that side has the whole body.
    pub whole: bool,
    /// Where the lines on why stand.
    pub why: Place,
    /// The lines of the matrix as they are laid out.
    pub list: LaidPage<MatrixLine>,
    /// Why the chosen line says so, or the family's version, as it is laid out.
    pub page: LaidPage<Line<RecordId>>,
    made_from: Option<(Arc<CaseFile>, NaiveDate, Option<RecordId>)>,
}

impl MatrixPane {
    /// What the chosen line is about.
    pub fn about(&self) -> About {
        let chosen = self.list.lines.get(self.place.chosen);
        chosen.map_or(About::Nothing, |line| line.about)
    }

    /// Works out where the child stands, unless it already follows from this.
    pub fn refresh(&mut self, file: &Arc<CaseFile>, child: Option<RecordId>, day: NaiveDate) {
        let same = self
            .made_from
            .as_ref()
            .is_some_and(|(made, on, of)| Arc::ptr_eq(made, file) && (*on, *of) == (day, child));
        if same {
            return;
        }
        if self.made_from.as_ref().is_some_and(|(.., of)| *of != child) {
            self.place = Place::default();
            self.why = Place::default();
            self.side = Side::Matrix;
        }
        self.seen = child.map(|child| {
            let present = present(file, child, day);
            let mut replayed = replay(file, child);
            let sheet = Sheet::of(file, day);
            replayed.retain(|one| {
                let on = file
                    .decisions
                    .get(&one.decision)
                    .and_then(|made| made.body.on.anchor());
                on.is_some_and(|on| on <= day)
            });
            let topics = rows()
                .iter()
                .map(|row| Topic::from(row.row))
                .chain([Topic::Time]);
            let grounds =
                topics.map(|topic| (topic, grounds(file, &sheet, child, topic, &present, day)));
            Seen {
                grounds: grounds.collect(),
                replayed,
                child,
                present,
            }
        });
        self.made_from = Some((Arc::clone(file), day, child));
    }
}

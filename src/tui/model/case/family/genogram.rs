//! The genogram of a case: what is drawn, how, and where somebody stands in it.

use crate::insight::genogram::households::{households, of_now};
use crate::insight::genogram::layout::Place as Standing;
use crate::insight::genogram::sketch::Sketch;
use crate::insight::genogram::symbols::{Hand, Zoom};
use crate::insight::genogram::words::{InWords, in_words};
use crate::insight::genogram::{Around, Genogram};
use crate::insight::genogram::{GenogramOptions, TieLine, tie_lines};
use crate::record::{CaseFile, RecordId, TieKind};
use crate::tui::model::list::Place;
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The part that keys go to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// The drawing.
    #[default]
    Drawing,
    /// The same in words.
    Words,
    /// Which lines are drawn, and the key.
    Lines,
}

/// A line that can be switched on and off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    /// The lines around households.
    Households,
    /// Care that ended.
    PastCare,
    /// Emotional lines of a kind.
    Tie(TieKind),
}

/// What was drawn, with what it follows from.
#[derive(Debug)]
pub struct Drawn {
    /// The family, without what is folded away.
    pub graph: Genogram,
    /// The drawing.
    pub sketch: Sketch,
    /// The same in words.
    pub words: Vec<InWords>,
    /// How many people each folded person hides.
    pub hidden: Vec<(usize, usize)>,
    /// How many people are folded away in all.
    pub folded_away: usize,
    /// How many are too far away to be drawn.
    pub left_out: usize,
    /// Emotional lines that there are, drawn or not.
    pub ties: Vec<TieLine>,
    /// People of the case who are neither relatives nor carers, by name.
    pub outside: Vec<String>,
    file: Arc<CaseFile>,
    how: How,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct How {
    from: Option<RecordId>,
    zoom: Zoom,
    shown: GenogramOptions,
    folded: BTreeSet<RecordId>,
    ascii: bool,
    day: NaiveDate,
}

/// The state of the genogram.
#[derive(Debug, Default)]
pub struct GenogramPane {
    /// The part that keys go to.
    pub part: Part,
    /// Whether that part has the whole body.
    pub whole: bool,
    /// Whom the family is seen from; `None` for the child who is looked at.
    pub from: Option<RecordId>,
    /// How near.
    pub zoom: Zoom,
    /// What is drawn beside the family itself.
    pub shown: GenogramOptions,
    /// Whose branches are folded away.
    pub folded: BTreeSet<RecordId>,
    /// Who is to be chosen once they are drawn.
    pub wanted: Option<RecordId>,
    /// The chosen person, by place in what is drawn.
    pub at: usize,
    /// The first column and row that are seen.
    pub pan: (i32, i32),
    /// Where the words stand.
    pub words: Place,
    /// Where the list of lines stands.
    pub lines: Place,
    /// Where the chosen person stood and how large the drawing was when it was last made sure that they are seen.
    pub seen_at: (Option<Standing>, (u16, u16)),
    /// What is drawn; `None` before the first time.
    pub drawn: Option<Drawn>,
}

impl GenogramPane {
    /// The record of the chosen person; `None` for somebody who is not recorded.
    pub fn chosen(&self) -> Option<RecordId> {
        self.drawn.as_ref()?.graph.people.get(self.at)?.id
    }

    /// Draws again what changed. Whoever was chosen stays chosen.
    pub fn refresh(
        &mut self,
        file: &Arc<CaseFile>,
        child: Option<RecordId>,
        day: NaiveDate,
        ascii: bool,
    ) {
        let known = |id: &RecordId| file.people.contains_key(id);
        let how = How {
            from: self.from.filter(known).or(child),
            zoom: self.zoom,
            shown: self.shown.clone(),
            folded: self.folded.clone(),
            ascii,
            day,
        };
        let is_same = |drawn: &Drawn| Arc::ptr_eq(&drawn.file, file) && drawn.how == how;
        if self.drawn.as_ref().is_some_and(is_same) {
            return;
        }
        let first = self.drawn.is_none();
        let chosen = if first {
            how.from
        } else {
            self.chosen().or(how.from)
        };
        let drawn = draw(file, how);
        let from = drawn
            .how
            .from
            .and_then(|id| drawn.graph.place(id))
            .unwrap_or(0);
        let chosen = self.wanted.take().or(chosen);
        self.at = chosen.and_then(|id| drawn.graph.place(id)).unwrap_or(from);
        self.drawn = Some(drawn);
    }

    /// The lines that can be switched, with whether each is drawn.
    pub fn switches(&self) -> Vec<(Switch, bool)> {
        let mut switches = vec![
            (Switch::Households, self.shown.households),
            (Switch::PastCare, self.shown.past_care),
        ];
        let ties = self.drawn.as_ref().map_or(&[][..], |drawn| &drawn.ties);
        for kind in TieKind::ALL {
            if ties.iter().any(|tie| tie.kind == kind) {
                switches.push((Switch::Tie(kind), self.shown.ties.contains(&kind)));
            }
        }
        switches
    }

    /// Switches a line on or off.
    pub fn switch(&mut self, switch: Switch) {
        match switch {
            Switch::Households => self.shown.households ^= true,
            Switch::PastCare => self.shown.past_care ^= true,
            Switch::Tie(kind) => {
                if !self.shown.ties.remove(&kind) {
                    self.shown.ties.insert(kind);
                }
            }
        }
    }

    /// Switches all emotional lines on, or off when some are on. Gives whether there are any.
    pub fn switch_ties(&mut self) -> bool {
        let ties = self.drawn.as_ref().map_or(&[][..], |drawn| &drawn.ties);
        match self.shown.ties.is_empty() {
            true => self.shown.ties = ties.iter().map(|tie| tie.kind).collect(),
            false => self.shown.ties.clear(),
        }
        !ties.is_empty()
    }

    /// Where the chosen person stands.
    pub fn standing(&self) -> Option<Standing> {
        self.drawn.as_ref()?.sketch.layout.place(self.at).copied()
    }

    /// Brings the chosen person onto a screen of so many columns and rows.
    pub fn keep_seen(&mut self, columns: u16, rows: u16) {
        let Some(standing) = self.standing() else {
            return;
        };
        let (columns, rows) = (i32::from(columns), i32::from(rows));
        self.pan.0 = within(self.pan.0, standing.left - 1, standing.right() + 1, columns);
        self.pan.1 = within(self.pan.1, standing.top, standing.bottom() - 1, rows);
        self.hold(columns, rows);
    }

    /// Moves what is seen by some columns and rows, not past the drawing.
    pub fn move_by(&mut self, across: i32, down: i32, columns: u16, rows: u16) {
        self.pan.0 += across;
        self.pan.1 += down;
        self.hold(columns.into(), rows.into());
    }

    fn hold(&mut self, columns: i32, rows: i32) {
        let size = self.drawn.as_ref().map(|drawn| &drawn.sketch.layout);
        let (width, height) = size.map_or((0, 0), |layout| (layout.width + 1, layout.height));
        self.pan.0 = self.pan.0.clamp(-1, (width - columns).max(-1));
        self.pan.1 = self.pan.1.clamp(0, (height - rows).max(0));
    }
}

/// The first column or row that must be seen so that everything from `low` to `high` is, moved as little as can be.
fn within(first: i32, low: i32, high: i32, seen: i32) -> i32 {
    first.max(high + 1 - seen).min(low)
}

fn draw(file: &Arc<CaseFile>, how: How) -> Drawn {
    let Around {
        graph: all,
        left_out,
        ..
    } = Genogram::seen_from(file, how.from, how.day);
    let all = match how.shown.past_care {
        true => all,
        false => of_now(&all),
    };
    let from = how.from.and_then(|id| all.place(id)).unwrap_or(0);
    let folded = how.folded.iter().filter_map(|id| all.place(*id)).collect();
    let (shown, hides) = all.folded(from, &folded);
    let graph = all.only(&shown);
    let now = |place: usize| all.people.get(place).and_then(|one| graph.place(one.id?));
    let hidden = hides
        .into_iter()
        .filter_map(|(person, count)| Some((now(person)?, count)));
    let hidden = hidden.collect();
    let from = how.from.and_then(|id| graph.place(id)).unwrap_or(0);
    let homes = households(file, &graph, how.day);
    let ties = tie_lines(file, &graph, how.day);
    let hand = Hand {
        zoom: how.zoom,
        ascii: how.ascii,
        day: how.day,
    };
    let sketch = Sketch::of(&graph, from, &hand, &how.shown, &homes, &ties);
    let words = in_words(&graph, &sketch.layout, from, &homes, how.day);
    Drawn {
        outside: (graph.outside.iter())
            .filter_map(|id| Some(file.people.get(id)?.body.name.clone()))
            .collect(),
        folded_away: all.people.len() - graph.people.len(),
        left_out,
        words,
        sketch,
        hidden,
        ties,
        graph,
        file: Arc::clone(file),
        how,
    }
}

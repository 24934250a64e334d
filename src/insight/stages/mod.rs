//! Where a case stands in the stages of the 8 R's: what people said of each item, and what the record shows of it. What
//! the record shows is offered and never ticks an item by itself.

mod sections;
mod shows;
#[cfg(test)]
mod tests;

use crate::practice::stages::{ListKind, Stage, StageItem, StageList, lists_of, stages};
use crate::record::{CaseFile, Progress, Record, RecordId, StageMark};
use chrono::{Months, NaiveDate};

pub use sections::section;
pub use shows::{Shows, holder, holders};

/// How far an item is, in the order of what is most open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Nobody has said anything of it.
    Open,
    /// Not yet, for a reason.
    NotYet,
    /// Done.
    Done,
    /// Does not apply here, for a reason.
    NotNeeded,
}

impl State {
    /// In a word or two.
    pub fn words(self) -> &'static str {
        match self {
            State::Open => "open",
            State::NotYet => "not yet",
            State::Done => "done",
            State::NotNeeded => "not needed",
        }
    }

    /// Whether nothing more is to be done about it.
    pub fn is_settled(self) -> bool {
        matches!(self, State::Done | State::NotNeeded)
    }
}

impl From<Progress> for State {
    fn from(progress: Progress) -> State {
        match progress {
            Progress::Done => State::Done,
            Progress::NotYet => State::NotYet,
            Progress::NotNeeded => State::NotNeeded,
        }
    }
}

/// What was said of an item, for one child or for the family.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The child, where the item is asked for each.
    pub child: Option<RecordId>,
    /// The mark; `None` while nobody has said anything.
    pub mark: Option<RecordId>,
    /// How far it is.
    pub state: State,
}

/// An item as it stands in a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemSeen {
    /// The item.
    pub item: &'static StageItem,
    /// What was said: once, or once for each child. Never empty while there is somebody to ask about.
    pub said: Vec<Said>,
    /// What the record shows of it.
    pub shows: Vec<Shows>,
}

impl ItemSeen {
    /// How far it is, for a child or for all: the most open of what was said.
    pub fn state(&self, child: Option<RecordId>) -> State {
        let said = self.said.iter();
        let of_child =
            said.filter(|said| child.is_none() || said.child.is_none() || said.child == child);
        of_child.map(|said| said.state).min().unwrap_or(State::Open)
    }
}

/// A list of items as it stands in a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListSeen {
    /// The list.
    pub list: &'static StageList,
    /// Its items.
    pub items: Vec<ItemSeen>,
}

impl ListSeen {
    /// How many of its items are how far.
    pub fn count(&self, child: Option<RecordId>) -> Count {
        Count::of(self.items.iter().map(|item| item.state(child)))
    }
}

/// How many items are how far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// All of them.
    pub all: usize,
    /// Done.
    pub done: usize,
    /// Not yet, for a reason.
    pub not_yet: usize,
    /// Not needed, for a reason.
    pub not_needed: usize,
    /// Of which nobody has said anything.
    pub open: usize,
}

impl Count {
    fn of(states: impl Iterator<Item = State>) -> Count {
        let mut count = Count::default();
        for state in states {
            count.all += 1;
            *match state {
                State::Done => &mut count.done,
                State::NotYet => &mut count.not_yet,
                State::NotNeeded => &mut count.not_needed,
                State::Open => &mut count.open,
            } += 1;
        }
        count
    }

    /// "9 of 14 done, 2 not yet, 1 not needed, 2 open"; what there is none of is not said.
    pub fn in_words(&self) -> String {
        let others = [
            (self.not_yet, State::NotYet),
            (self.not_needed, State::NotNeeded),
            (self.open, State::Open),
        ];
        let others = others
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, state)| format!(", {count} {}", state.words()));
        let done = format!("{} of {} done", self.done, self.all);
        std::iter::once(done).chain(others).collect()
    }
}

/// A stage as it stands in a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageSeen {
    /// The stage.
    pub stage: &'static Stage,
    /// Its lists, gates first.
    pub lists: Vec<ListSeen>,
}

impl StageSeen {
    /// The items of its gates or of its checklists.
    pub fn items(&self, kind: ListKind) -> impl Iterator<Item = &ItemSeen> {
        let lists = self.lists.iter().filter(move |seen| seen.list.kind == kind);
        lists.flat_map(|seen| &seen.items)
    }

    /// How many items of its gates or of its checklists are how far.
    pub fn count(&self, kind: ListKind, child: Option<RecordId>) -> Count {
        Count::of(self.items(kind).map(|item| item.state(child)))
    }

    /// Whether every item of its gates is settled, for a child or for all.
    pub fn is_finished(&self, child: Option<RecordId>) -> bool {
        self.items(ListKind::Gate)
            .all(|item| item.state(child).is_settled())
    }
}

/// All stages as they stand in a case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stages {
    /// In their order.
    pub stages: Vec<StageSeen>,
    /// About when the matrix is to be looked at again (handbook p40): six months after the case was opened, as Stage 1
    /// begins then. Sooner or later as the child's age asks.
    pub look_again: Option<NaiveDate>,
}

impl Stages {
    /// Where a case stands today.
    pub fn of(file: &CaseFile, today: NaiveDate) -> Stages {
        let seen = stages().iter().map(|stage| StageSeen {
            stage,
            lists: lists_of(stage.number)
                .map(|list| list_seen(file, list, today))
                .collect(),
        });
        let mut seen: Vec<StageSeen> = seen.collect();
        shows::sum_up(&mut seen);
        Stages {
            stages: seen,
            look_again: look_again(file),
        }
    }

    /// The stage in which a child, or the slowest of all children, stands: the first whose gates are not all settled.
    /// Stage 0 runs throughout and never holds a case back. `None` when every gate is behind them.
    pub fn current(&self, child: Option<RecordId>) -> Option<&StageSeen> {
        let mut later = self.stages.iter().filter(|seen| seen.stage.number > 0);
        later.find(|seen| !seen.is_finished(child))
    }

    /// An item as it stands, by its id.
    pub fn item(&self, id: &str) -> Option<&ItemSeen> {
        let lists = self.stages.iter().flat_map(|stage| &stage.lists);
        lists
            .flat_map(|list| &list.items)
            .find(|seen| seen.item.id == id)
    }
}

/// About when the matrix is to be looked at again (handbook p40): six months after the case was opened, as Stage 1 begins
/// then. `None` where the day of the opening is not known exactly.
pub fn look_again(file: &CaseFile) -> Option<NaiveDate> {
    let opened = file.case.as_ref()?.body.opened.as_ref()?;
    opened.exact_day()?.checked_add_months(Months::new(6))
}

fn list_seen(file: &CaseFile, list: &'static StageList, today: NaiveDate) -> ListSeen {
    let items = list.item.iter().map(|item| ItemSeen {
        item,
        said: said(file, item),
        shows: shows::shows(file, item, today),
    });
    ListSeen {
        list,
        items: items.collect(),
    }
}

/// What was said last of an item: for each child where it is asked for each, else once. What was said for the family
/// holds for a child until something is said for that child.
fn said(file: &CaseFile, item: &StageItem) -> Vec<Said> {
    let last = |child: Option<RecordId>| {
        let marks = file.marks.values();
        let about = marks.filter(|mark| mark.body.item == item.id && mark.body.child == child);
        about.max_by_key(|mark| (mark.meta.recorded_at, mark.id()))
    };
    let as_said = |child, mark: Option<&Record<StageMark>>| Said {
        child,
        mark: mark.map(Record::id),
        state: mark.map_or(State::Open, |mark| mark.body.progress.into()),
    };
    let children = file.children();
    if !item.each || children.is_empty() {
        return vec![as_said(None, last(None))];
    }
    let of_each = children.iter().map(|child| {
        let child = Some(child.id());
        as_said(child, last(child).or_else(|| last(None)))
    });
    of_each.collect()
}

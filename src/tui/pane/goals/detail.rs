//! What is chosen in the goals: a goal with its five levels, its reviews, what stands in the way and what to ask; a purpose; and,
//! for those who ask for it, the score.

use crate::insight::goals::{goal, purpose, scored, standings};
use crate::page::Page;
use crate::tui::model::{Model, OpenCase};

/// What is chosen.
pub fn detail(model: &Model, case: &OpenCase) -> Page {
    let file = case.seen();
    let day = case.last_day(model.today);
    let id = case.goals.ledger.chosen_record();
    let all = standings(file, day);
    let standing = all.iter().find(|one| Some(one.goal.id()) == id);
    let found = id.and_then(|id| file.purposes.get(&id));
    let mut page = match (found, standing) {
        (Some(found), _) => purpose(file, found).page(),
        (None, Some(standing)) => goal(file, standing, day).page(),
        (None, None) => Page::default(),
    };
    if case.goals.score {
        page.append(scored(file, day).page(), None);
    }
    page
}

//! What a form needs to know of the case around it, from the pane that is seen.

use super::Tab;
use super::family::View;
use super::stages::StagesPane;
use crate::record::{CaseFile, RecordId};
use crate::tui::model::Model;
use crate::tui::model::form::Around;

impl Model {
    /// What a form of the model needs to know, with the case file that it writes to. Among the people, the child who is
    /// looked at is the one in the list; in the stages, the one whom the chosen line tells of.
    pub fn around<'a>(&self, file: &'a CaseFile) -> Around<'a> {
        let model = self;
        let listed = model
            .case()
            .filter(|case| case.tab == Tab::Family && case.family.view != View::Relationships)
            .and_then(|case| case.family.whom());
        let is_child = |id: &RecordId| {
            file.people
                .get(id)
                .is_some_and(|person| person.body.is_child)
        };
        let stages = model.case().filter(|case| case.tab == Tab::Stages);
        let stages = stages.map(|case| &case.stages);
        let asked = stages.and_then(|pane| pane.child);
        let factors = model.case().filter(|case| case.tab == Tab::Factors);
        let factors = factors.map(|case| &case.factors);
        let row = factors.and_then(|pane| pane.sheet.rows.get(pane.chosen_row()?));
        let opened = || model.case().and_then(|case| case.child);
        let child = listed.filter(is_child).or(asked).or_else(opened);
        Around {
            file,
            today: model.today,
            child,
            offered: &[],
            item: stages.and_then(|pane| Some(pane.chosen_item()?.item)),
            part: stages.and_then(StagesPane::chosen_part),
            factor: row.map(|row| row.factor),
            beside: match model.walk_seen() {
                Some(_) => None,
                None => model.case().and_then(|case| match case.tab {
                    Tab::Family => case.family.whom(),
                    _ => case.ledger()?.chosen_record(),
                }),
            },
            walk: None,
            session: model.walk_seen().map(|walk| walk.session),
            occasion: None,
            offer: None,
            target: None,
            column: factors.and_then(|pane| pane.column),
        }
    }
}

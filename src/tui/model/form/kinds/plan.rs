//! Forms of the Support and Solutions Plan.

use super::super::{Around, Input};
use super::FieldInput;
use crate::insight::plan::{in_words, parts_today};
use crate::record::{PlanVersion, RecordId};

/// The challenge that is chosen in the pane: a support or a bottom line begins with it.
pub fn step_beside(around: Around<'_>) -> Vec<RecordId> {
    let beside = around
        .beside
        .filter(|id| around.file.plan_steps.contains_key(id));
    beside.into_iter().collect()
}

pub fn begin_version(version: &mut PlanVersion, around: Around<'_>) {
    version.parts = parts_today(around.file, around.today);
}

pub fn parts(version: &PlanVersion, around: Around<'_>) -> FieldInput {
    FieldInput::Otherwise(Input::Shown(in_words(around.file, &version.parts)))
}

//! Saving: writes become the effect that puts them on the disk.

use crate::record::{CaseFile, CaseId, Change, Write};
use crate::tui::effect::{Effect, SaveRequest};
use crate::tui::model::Model;
use crate::tui::model::next::SavePurpose;
use std::sync::Arc;

/// What saves these writes to a case, stamped as seen from `file`.
pub fn save(
    model: &Model,
    file: Arc<CaseFile>,
    case: CaseId,
    label: &str,
    writes: Vec<Write>,
    purpose: SavePurpose,
) -> Effect {
    let at = model.now;
    let change = Change::without_line(&file, case, &model.author, label, at, writes);
    Effect::Save(Box::new(SaveRequest {
        change,
        file,
        at,
        purpose,
    }))
}

/// Saves writes to the open case.
pub fn save_in_case(model: &Model, label: &str, writes: Vec<Write>) -> Vec<Effect> {
    let Some((case, id)) = model.case().and_then(|case| Some((case, case.file.id()?))) else {
        return Vec::new();
    };
    let file = Arc::clone(&case.file);
    vec![save(model, file, id, label, writes, SavePurpose::Command)]
}

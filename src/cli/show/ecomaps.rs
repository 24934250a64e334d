//! Whose ecomaps `show CASE ecomap` tells and draws.

use crate::cli::fault::Fault;
use crate::insight::ecomap::{Ecomap, centre_name, centres, ecomap};
use crate::insight::folding::folded;
use crate::insight::people::full_name;
use crate::record::{CaseFile, RecordId};
use chrono::NaiveDate;

/// The ecomaps that are asked for: of somebody by name, of the family, or of everybody who has one.
///
/// # Errors
/// Nobody of that name.
pub fn ecomaps(file: &CaseFile, asked: Option<&str>, day: NaiveDate) -> Result<Vec<Ecomap>, Fault> {
    let of = |whose: &Option<RecordId>| ecomap(file, *whose, day);
    let centres = centres(file);
    let Some(asked) = asked else {
        let all = centres.iter().map(of);
        let all: Vec<_> = all.filter(|one| !one.is_empty()).collect();
        return Ok(match all.is_empty() {
            true => vec![of(&None)],
            false => all,
        });
    };
    let asked_for = folded(asked);
    let is_meant = |whose: &&Option<RecordId>| match whose {
        None => asked_for == "family",
        Some(person) => {
            let whole = folded(&full_name(file, Some(*person), ""));
            let short = folded(&centre_name(file, Some(*person)));
            whole.starts_with(&asked_for) || short.starts_with(&asked_for)
        }
    };
    match centres.iter().find(is_meant) {
        Some(whose) => Ok(vec![of(whose)]),
        None => Err(Fault::NobodyInTheMiddle(asked.to_owned())),
    }
}

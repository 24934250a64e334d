//! What people took on by a day.

use super::{Due, DueKind, state_on};
use crate::insight::words::day_in_words;
use crate::record::CaseFile;
use chrono::NaiveDate;

/// Every open action that has a day.
pub fn dues(file: &CaseFile, today: NaiveDate) -> Vec<Due> {
    let open = file.actions.values().filter(|action| action.body.is_open());
    let due = open.filter_map(|action| {
        let body = &action.body;
        let day = body
            .due
            .as_ref()?
            .latest()
            .or(body.due.as_ref()?.anchor())?;
        let from = body.supervision.and_then(|id| file.supervisions.get(&id));
        let taken_on = from.and_then(|session| session.body.on.anchor());
        let why = match taken_on {
            Some(on) => format!(
                "{} took it on in supervision on {}.",
                body.owner,
                day_in_words(on)
            ),
            None => format!("{} took it on.", body.owner),
        };
        Some(Due {
            kind: DueKind::Action,
            what: body.what.clone(),
            short: "Action".to_owned(),
            about: body.people.clone(),
            day: Some(day),
            state: state_on(day, today),
            why,
            rule: "ACTION".to_owned(),
            source: "Agreed in this case".to_owned(),
            check: String::new(),
            met_by: "Say what came of it, or why it is let go.".to_owned(),
            occasion: None,
            record: Some(action.id()),
        })
    });
    due.collect()
}

//! How a walk ends: what was decided and taken on in it so far.

use super::{Seen, Sheet, Tone};
use crate::insight::supervision::{actions_of, decisions_of, open_actions, question};
use crate::record::Quadrant;

/// What this session has decided and who took what on; then what is open from earlier ones.
pub fn close(seen: Seen<'_>, sheet: &mut Sheet) {
    if let Some(noted) = seen.noted {
        circle(noted, sheet);
    }
    if let Some(session) = seen.session {
        let decided = decisions_of(seen.file, session);
        sheet.heading("Decided in this session");
        if decided.is_empty() {
            sheet.quiet("Nothing yet, zones apart.");
        }
        for decision in decided {
            let body = &decision.body;
            let words = format!("{} Because: {}", body.what, body.why);
            sheet.put(&body.decided_by, words, Tone::Plain, Some(decision.id()));
        }
        let taken_on = actions_of(seen.file, session);
        sheet.heading("Taken on in this session");
        if taken_on.is_empty() {
            sheet.quiet("Nothing yet.");
        }
        for action in taken_on {
            let by = action.body.due.as_ref().map(|due| due.in_short());
            let words = format!("{} (by {})", action.body.what, by.unwrap_or_default());
            sheet.of(action.id(), &action.body.owner, words);
        }
    }
    let earlier: Vec<_> = open_actions(seen.file)
        .into_iter()
        .filter(|action| seen.session.is_none() || action.body.supervision != seen.session)
        .collect();
    if !earlier.is_empty() {
        sheet.heading("Still open from earlier");
    }
    for action in earlier {
        let by = action.body.due.as_ref().map(|due| due.in_short());
        let words = format!("{} (by {})", action.body.what, by.unwrap_or_default());
        sheet.of(action.id(), &action.body.owner, words);
    }
}

/// How the circle was gone round so far, and the question when a part of it was passed over.
fn circle(noted: &[(Quadrant, String); 4], sheet: &mut Sheet) {
    sheet.heading("The circle so far");
    for (quadrant, words) in noted {
        let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
        match line.as_str() {
            "" => sheet.put(quadrant.word(), "nothing noted yet", Tone::Quiet, None),
            line => sheet.put(quadrant.word(), line, Tone::Plain, None),
        }
    }
    if let Some(asks) = question(noted.each_ref().map(|(of, words)| (*of, words.as_str()))) {
        sheet.ask(asks);
    }
}

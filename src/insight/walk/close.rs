//! How a walk ends: what was decided and taken on in it so far.

use super::{Seen, Sheet, Tone};
use crate::insight::supervision::{
    action_in_words, actions_of, decisions_of, open_actions, question, zone_in_words, zones_of,
};
use crate::record::{Action, Quadrant, Record};

/// What this session has decided and who took what on; then what is open from earlier ones.
pub fn close(seen: Seen<'_>, sheet: &mut Sheet) {
    if let Some(noted) = seen.noted {
        circle(noted, sheet);
    }
    if let Some(session) = seen.session {
        let decided = decisions_of(seen.file, session);
        let zones = zones_of(seen.file, seen.zones_decided);
        sheet.heading("Decided in this session");
        if decided.is_empty() && zones.is_empty() {
            sheet.quiet("Nothing yet.");
        }
        for decision in zones {
            let words = zone_in_words(seen.file, &decision.body);
            sheet.of(decision.id(), "", words);
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
        told(taken_on, sheet);
    }
    let earlier: Vec<_> = open_actions(seen.file)
        .into_iter()
        .filter(|action| seen.session.is_none() || action.body.supervision != seen.session)
        .collect();
    if !earlier.is_empty() {
        sheet.heading("Still open from earlier");
    }
    told(earlier, sheet);
}

fn told(actions: Vec<&Record<Action>>, sheet: &mut Sheet) {
    for action in actions {
        sheet.of(action.id(), "", action_in_words(&action.body));
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

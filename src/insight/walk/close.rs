//! How a walk ends: what was decided and taken on in it so far.

use super::Seen;
use crate::insight::supervision::{
    action_in_words, actions_of, decisions_of, open_actions, question, zone_in_words, zones_of,
};
use crate::page::Page;
use crate::record::{Action, Quadrant, Record};

/// What this session has decided and who took what on; then what is open from earlier ones.
pub fn close(seen: Seen<'_>, page: &mut Page) {
    if let Some(noted) = seen.noted {
        circle(noted, page);
    }
    if let Some(session) = seen.session {
        let decided = decisions_of(seen.file, session);
        let zones = zones_of(seen.file, seen.zones_decided);
        page.heading("Decided in this session");
        if decided.is_empty() && zones.is_empty() {
            page.quiet("Nothing yet.");
        }
        for decision in zones {
            let words = zone_in_words(seen.file, &decision.body);
            page.item("", words, Some(decision.id()));
        }
        for decision in decided {
            let body = &decision.body;
            let words = format!("{} Because: {}", body.what, body.why);
            page.item(&body.decided_by, words, Some(decision.id()));
        }
        let taken_on = actions_of(seen.file, session);
        page.heading("Taken on in this session");
        if taken_on.is_empty() {
            page.quiet("Nothing yet.");
        }
        told(taken_on, page);
    }
    let earlier: Vec<_> = open_actions(seen.file)
        .into_iter()
        .filter(|action| seen.session.is_none() || action.body.supervision != seen.session)
        .collect();
    if !earlier.is_empty() {
        page.heading("Still open from earlier");
    }
    told(earlier, page);
}

fn told(actions: Vec<&Record<Action>>, page: &mut Page) {
    for action in actions {
        page.item("", action_in_words(&action.body), Some(action.id()));
    }
}

/// How the circle was gone round so far, and the question when a part of it was passed over.
fn circle(noted: &[(Quadrant, String); 4], page: &mut Page) {
    page.heading("The circle so far");
    for (quadrant, words) in noted {
        let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
        match line.as_str() {
            "" => page.behind(quadrant.word(), "nothing noted yet", None),
            line => page.item(quadrant.word(), line, None),
        }
    }
    if let Some(asks) = question(noted.each_ref().map(|(of, words)| (*of, words.as_str()))) {
        page.ask("", asks, None);
    }
}

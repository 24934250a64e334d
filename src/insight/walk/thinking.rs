//! Hypotheses with both their sides, needs and their words, what we are still curious about.

use super::Seen;
use crate::insight::people::short_names;
use crate::insight::supervision::{action_in_words, actions_for};
use crate::insight::thinking::{
    curiosities, hypotheses, is_late, needs, of_hypotheses, of_hypothesis, of_need, offers,
    whose_words,
};
use crate::insight::wording::{TextOf, open_flags};
use crate::page::Page;
use crate::record::{CaseFile, HypothesisState, RecordId};

/// Live hypotheses, each with what speaks for it and against it.
pub fn hypotheses_seen(seen: Seen<'_>, page: &mut Page) {
    let file = seen.file;
    let live = hypotheses(file)
        .into_iter()
        .filter(|thought| thought.body.state == HypothesisState::Live);
    for thought in live {
        let body = &thought.body;
        let whose = short_names(file, &body.people);
        let lead = match whose.as_str() {
            "" => body.strength.words().to_owned(),
            whose => format!("{whose}, {}", body.strength.words()),
        };
        page.headed(lead, &body.words, Some(thought.id()));
        side(
            page,
            thought.id(),
            "for",
            &body.evidence_for,
            body.entries_for.len(),
        );
        side(
            page,
            thought.id(),
            "against",
            &body.evidence_against,
            body.entries_against.len(),
        );
        for question in of_hypothesis(body) {
            page.ask("", question, Some(thought.id()));
        }
        to_do(seen, page, thought.id());
    }
    for question in of_hypotheses(file) {
        page.ask("", question, None);
    }
    if file.hypotheses.is_empty() {
        page.ask(
            "",
            "No explanation is written yet; more than one is expected (p23).",
            None,
        );
    }
}

fn side(page: &mut Page, id: RecordId, lead: &str, words: &str, entries: usize) {
    let linked = match entries {
        0 => String::new(),
        1 => " (1 entry)".to_owned(),
        count => format!(" ({count} entries)"),
    };
    match words {
        "" if entries == 0 => page.ask(lead, "nothing written", Some(id)),
        words => page.item(lead, format!("{words}{linked}").trim(), Some(id)),
    }
}

/// What is already to be done for a record.
pub(super) fn to_do(seen: Seen<'_>, page: &mut Page, record: RecordId) {
    let open = actions_for(seen.file, record);
    for action in open.into_iter().filter(|action| action.body.is_open()) {
        page.item("to do", action_in_words(&action.body), Some(action.id()));
    }
}

/// Open needs: first those whose words ask for another look.
pub fn needs_seen(seen: Seen<'_>, page: &mut Page) {
    let file = seen.file;
    let open: Vec<_> = needs(file)
        .into_iter()
        .filter(|need| need.body.met_on.is_none())
        .collect();
    if open.is_empty() {
        page.say("No need is written yet.");
    }
    let mut rest = Vec::new();
    for need in open {
        let asked = asked_of(file, need.id());
        if asked.is_empty() {
            rest.push(need);
            continue;
        }
        let whose = whose_words(file, &need.body.of);
        page.headed(whose, &need.body.words, Some(need.id()));
        for words in asked {
            page.ask("", words, Some(need.id()));
        }
        to_do(seen, page, need.id());
    }
    if !rest.is_empty() {
        page.heading("Worded as needs");
    }
    for need in rest {
        page.item(
            whose_words(file, &need.body.of),
            &need.body.words,
            Some(need.id()),
        );
        to_do(seen, page, need.id());
    }
}

/// What is asked of a need: its wording first, then what it lacks.
fn asked_of(file: &CaseFile, id: RecordId) -> Vec<String> {
    let Some(need) = file.needs.get(&id) else {
        return Vec::new();
    };
    let words = &need.body.words;
    let flags = open_flags(words, TextOf::Need, file);
    let wording = flags.iter().map(|flag| {
        format!(
            "\u{201c}{}\u{201d}: {}",
            flag.phrase(words),
            flag.rule.question
        )
    });
    let lacks = of_need(file, id, &need.body);
    wording
        .chain(lacks.into_iter().map(str::to_owned))
        .collect()
}

/// What waits for an answer, and what the chronology leaves open.
pub fn curious(seen: Seen<'_>, page: &mut Page) {
    let file = seen.file;
    let open: Vec<_> = curiosities(file)
        .into_iter()
        .filter(|asked| asked.body.is_open())
        .collect();
    for asked in &open {
        let body = &asked.body;
        let by = body.by.as_ref().map(|by| by.in_short());
        let from = match body.from_whom.as_str() {
            "" => String::new(),
            from => format!(" ({from})"),
        };
        let words = format!("{}{from}", body.words);
        match (is_late(body, seen.today), by) {
            (true, by) => {
                page.ask(
                    format!("late {}", by.unwrap_or_default()),
                    words,
                    Some(asked.id()),
                );
            }
            (false, Some(by)) => page.item(format!("by {by}"), words, Some(asked.id())),
            (false, None) => page.item("open", words, Some(asked.id())),
        }
        to_do(seen, page, asked.id());
    }
    if open.is_empty() {
        page.ask("", "Nothing is open. What do we not know yet?", None);
    }
    let offered = offers(file, &[], seen.today);
    if !offered.is_empty() {
        page.heading("The chronology leaves open");
    }
    for offer in offered {
        let entry = offer.entries.first().copied();
        page.behind("", offer.asks, entry);
    }
}

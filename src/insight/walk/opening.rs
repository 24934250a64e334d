//! How a walk begins: a safe place, what the last session left, and the story in a minute.

use super::Seen;
use crate::insight::ages::name_and_age;
use crate::insight::lengths::{Length, of_length};
use crate::insight::living::{home_in_words, legal_status};
use crate::insight::spans::ago;
use crate::insight::supervision::{action_in_words, actions_of, is_late, parked_in_words};
use crate::page::Page;
use crate::record::{CaseFile, Person, Record};
use chrono::NaiveDate;

/// The last session, what it put off, and what became of what was taken on in it.
pub fn safe_space(seen: Seen<'_>, page: &mut Page) {
    let Some(last) = seen.last() else {
        page.say("No supervision of this case is recorded yet.");
        return;
    };
    let body = &last.body;
    page.heading("Last time");
    let when = body.on.anchor().map(|on| ago(on, seen.today));
    let with = format!(
        "{}, {} with {} ({})",
        body.on.in_short(),
        body.worker,
        body.supervisor,
        body.kind.words()
    );
    page.item(when.unwrap_or_default(), with, Some(last.id()));
    if let Some(next) = &body.next_on {
        let is_past = next.anchor().is_some_and(|next| next < seen.today);
        let words = format!("The next session was to be on {}.", next.in_short());
        match is_past {
            true => page.ask("", words, None),
            false => page.quiet(words),
        }
    }
    if !body.parked.is_empty() {
        page.ask(
            "",
            format!(
                "Put off to this session: {}.",
                parked_in_words(&body.parked)
            ),
            None,
        );
    }
    let taken_on = actions_of(seen.file, last.id());
    if !taken_on.is_empty() {
        page.heading("What was taken on");
    }
    for action in taken_on {
        let body = &action.body;
        if !body.let_go.is_empty() {
            let words = format!("{} ({}): {}", body.what, body.owner, body.let_go);
            page.behind("let go", words, Some(action.id()));
        } else if body.done_on.is_some() {
            let words = format!("{} ({}): {}", body.what, body.owner, body.outcome);
            page.behind("done", words, Some(action.id()));
        } else if is_late(body, seen.today) {
            page.ask("late", action_in_words(body), Some(action.id()));
        } else {
            page.item("open", action_in_words(body), Some(action.id()));
        }
    }
}

/// Who the children are and where they live, then the turning points in one page.
pub fn story(seen: Seen<'_>, page: &mut Page) {
    for child in seen.file.children() {
        let words = child_now(seen.file, child, seen.today);
        page.item(
            name_and_age(&child.body, seen.today, true),
            words,
            Some(child.id()),
        );
    }
    page.heading("The turning points");
    let chosen = of_length(seen.file, Length::Story);
    if chosen.is_empty() {
        page.say("The chronology has no entry yet.");
    }
    for chosen in chosen {
        if let Some(entry) = seen.file.entries.get(&chosen.entry) {
            let body = &entry.body;
            page.item(body.when.in_short(), body.in_short(), Some(entry.id()));
        }
    }
}

fn child_now(file: &CaseFile, child: &Record<Person>, today: NaiveDate) -> String {
    let home = home_in_words(file, child.id(), today);
    let legal = legal_status(file, child.id()).map(|legal| legal.body.status.clone());
    let told: Vec<String> = home.into_iter().chain(legal).collect();
    match told.is_empty() {
        true => "where the child lives is not recorded".to_owned(),
        false => told.join("; "),
    }
}

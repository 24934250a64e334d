//! Accounts as the detail tells them: each in full, where they differ side by side, and those that may belong together.

use crate::insight::contradictions::{Claim, Contradiction};
use crate::insight::duplicates::Pair;
use crate::insight::words::{day_in_words, listed};
use crate::practice::source_kinds;
use crate::record::{Account, CaseFile, Entry, RecordId};
use crate::tui::command::Command;
use crate::tui::model::Model;
use crate::tui::pane::chronology::list::{teller, what_happened, when_in_short};
use crate::tui::pane::chronology::page::Page;

/// One account in full: who told it, with what reference, recorded by whom, dated when, its words unchanged, its row.
pub fn account(page: &mut Page, account: &Account, (number, of): (usize, usize), entry: &Entry) {
    page.blank();
    let number = if of > 1 {
        format!("{number}. ")
    } else {
        String::new()
    };
    let kind = source_kinds()
        .iter()
        .find(|kind| kind.id == account.source_kind);
    let kind = kind
        .map(|kind| kind.name.as_str())
        .filter(|name| *name != teller(account));
    let kind = kind.map(|kind| format!(" ({kind})")).unwrap_or_default();
    page.heading(&format!("{number}{}{kind}", teller(account)));
    page.words(&account.text);
    for (name, words) in [
        ("It concluded", &account.analysis),
        ("It did", &account.action),
    ] {
        if !words.trim().is_empty() {
            page.field(name, words);
        }
    }
    if of > 1 || account.when.written() != when_in_short(&entry.when) {
        page.field("Its date", account.when.written());
    }
    if let Some(day) = account.known_on {
        page.field("Known on", &day_in_words(day));
    }
    for (name, words) in [
        ("Reference", &account.reference),
        ("Recorded by", &account.recorded_by),
    ] {
        if !words.is_empty() {
            page.field(name, words);
        }
    }
    for (name, words) in account
        .more
        .iter()
        .filter(|(_, words)| !words.trim().is_empty())
    {
        page.field(
            if name.is_empty() {
                "Further cell"
            } else {
                name
            },
            words,
        );
    }
    if let Some(origin) = &account.origin {
        let row = match origin.record == origin.line {
            true => format!("{}, row {}", origin.file, origin.record),
            false => format!(
                "{}, row {}, line {}",
                origin.file, origin.record, origin.line
            ),
        };
        page.field("From", &row);
    }
}

/// Accounts that differ, side by side with who said what.
pub fn differing(page: &mut Page, file: &CaseFile, contradiction: &Contradiction) {
    page.blank();
    let sign = if page.ascii() { "!" } else { "≠" };
    page.attention(&format!("{sign} {}", contradiction.text));
    let claims: Vec<(String, String)> = contradiction
        .claims
        .iter()
        .map(|claim| said(page, file, claim))
        .collect();
    let columns = if page.width() >= 100 { 3 } else { 2 };
    for row in claims.chunks(columns) {
        page.side_by_side(row);
    }
    for support in &contradiction.supports {
        let (who, words) = said(page, file, support);
        page.field("Also", &format!("{who}: {words}"));
    }
}

/// Who said it and when, and what it comes to with the words themselves.
fn said(page: &Page, file: &CaseFile, claim: &Claim) -> (String, String) {
    let (open, close) = if page.ascii() {
        ('"', '"')
    } else {
        ('“', '”')
    };
    let entry = file.entries.get(&claim.entry);
    let account = entry.and_then(|entry| {
        entry
            .body
            .accounts
            .iter()
            .find(|account| account.id == claim.account)
    });
    let who = account.map_or_else(String::new, |account| {
        match (teller(account), account.when.written()) {
            ("", written) => written.to_owned(),
            (teller, "") => teller.to_owned(),
            (teller, written) => format!("{teller}, {written}"),
        }
    });
    (
        who,
        format!("{}: {open}{}{close}", claim.means, claim.quote.trim()),
    )
}

/// Another entry that may tell the same event, why, and the key that joins them.
pub fn offered(page: &mut Page, model: &Model, file: &CaseFile, other: RecordId, pair: &Pair) {
    let Some(entry) = file.entries.get(&other) else {
        return;
    };
    page.blank();
    let sign = if page.ascii() { "~" } else { "≈" };
    let tellers: Vec<&str> = entry.body.accounts.iter().map(teller).collect();
    let does = |command, words: &str| {
        let keys = model.keymap.keys_for(&model.scopes(), command);
        keys.first().map(|key| format!("{key} {words}"))
    };
    let ways = [
        does(Command::EntryJoin, "joins them"),
        does(Command::EntrySettle, "says that it is another event"),
    ];
    let ways: Vec<String> = ways.into_iter().flatten().collect();
    let ways = match ways.is_empty() {
        true => String::new(),
        false => format!(" {}.", ways.join(", ")),
    };
    page.attention(&format!(
        "{sign} {} may tell the same event ({}).{ways}",
        listed(&tellers),
        pair.because()
    ));
    page.field(
        "It says",
        &format!("{}: {}", entry.body.when, what_happened(&entry.body)),
    );
}

/// Entries of which somebody said that they tell another event, and why.
pub fn told_apart(page: &mut Page, file: &CaseFile, entry: &Entry) {
    let holds = |entry: &Entry, id| entry.accounts.iter().any(|account| account.id == id);
    let verdicts = file.verdicts.values().map(|verdict| &verdict.body);
    for verdict in verdicts.filter(|verdict| !verdict.same_event) {
        let other = match (holds(entry, verdict.one), holds(entry, verdict.other)) {
            (true, false) => verdict.other,
            (false, true) => verdict.one,
            _ => continue,
        };
        let mut entries = file.entries.values();
        if let Some(other) = entries.find(|entry| holds(&entry.body, other)) {
            let words = what_happened(&other.body);
            page.blank();
            page.quiet(&format!(
                "Settled: another event than {}: {words} {}",
                other.body.when.in_short(),
                verdict.why
            ));
        }
    }
}

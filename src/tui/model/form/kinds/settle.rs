//! The form that settles what is open about an entry: which question, and why.

use super::super::{Around, Choice, Choosable, Form, Input, Layout, Refusal};
use super::inputs::{entry_line, line};
use crate::record::{Account, AccountId, Body, CaseFile, Entry, Mint, RecordId, Verdict, Write};

/// What can be settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    /// A question of an account's row, by its place there.
    Doubt(AccountId, usize),
    /// Two accounts that were offered as one event.
    Pair(AccountId, AccountId),
}

impl Open {
    fn id(self) -> String {
        match self {
            Open::Doubt(account, place) => format!("{account} {place}"),
            Open::Pair(one, other) => format!("{one} {other}"),
        }
    }

    fn from_id(id: &str) -> Option<Open> {
        let (account, rest) = id.split_once(' ')?;
        let account = account.parse().ok()?;
        match rest.parse() {
            Ok(place) => Some(Open::Doubt(account, place)),
            Err(_) => Some(Open::Pair(account, rest.parse().ok()?)),
        }
    }
}

pub(in crate::tui::model::form) fn input(
    name: &str,
    entry: &Entry,
    around: Around<'_>,
) -> Option<Input> {
    match name {
        "about" => {
            let options = open(entry, around);
            let first = options.first().map(|first| first.id.clone());
            let chosen = first.as_deref();
            Some(Input::Choice(Choice::several(
                options.clone(),
                chosen,
                Layout::List,
            )))
        }
        "why" => Some(line("")),
        _ => None,
    }
}

/// What is open about an entry and can be settled.
fn open(entry: &Entry, around: Around<'_>) -> Vec<Choosable> {
    let doubts = entry.accounts.iter().flat_map(|account| {
        let doubts = account.origin.iter().flat_map(|origin| &origin.doubts);
        let open = doubts.enumerate().filter(|(_, doubt)| !doubt.settled);
        open.map(|(place, doubt)| Choosable::new(Open::Doubt(account.id, place).id(), &doubt.text))
    });
    let is_here = |id: AccountId| entry.accounts.iter().any(|account| account.id == id);
    let pairs = around.offered.iter().filter_map(|pair| {
        let other = match (is_here(pair.one), is_here(pair.other)) {
            (true, false) => pair.other,
            (false, true) => pair.one,
            _ => return None,
        };
        let other = told_in(around.file, other)?;
        let words = format!("Another event than {}", entry_line(other));
        Some(Choosable::new(Open::Pair(pair.one, pair.other).id(), words))
    });
    doubts.chain(pairs).collect()
}

fn told_in(file: &CaseFile, account: AccountId) -> Option<&crate::record::Record<Entry>> {
    let mut entries = file.entries.values();
    entries.find(|entry| entry.body.accounts.iter().any(|told| told.id == account))
}

/// The writes that settle what was chosen.
pub fn writes(form: &Form, file: &CaseFile, mint: &mut Mint) -> Result<Vec<Write>, Refusal> {
    let entry = form
        .target
        .and_then(|id| Some((id, file.entries.get(&id)?.body.clone())));
    let chosen: Vec<Open> = form
        .parts("about", '\n')
        .iter()
        .filter_map(|id| Open::from_id(id))
        .collect();
    let (Some((id, mut entry)), false) = (entry, chosen.is_empty()) else {
        return Err(Refusal::new("about", "Tick what is settled (space)."));
    };
    let why = form.text("why");
    let mut verdicts = Vec::new();
    let mut settled = 0;
    for open in chosen {
        match open {
            Open::Doubt(account, place) => {
                settled += usize::from(settle(&mut entry.accounts, account, place, &why));
            }
            Open::Pair(one, other) => verdicts.push(Verdict {
                one,
                other,
                same_event: false,
                why: why.clone(),
            }),
        }
    }
    let entry = (settled > 0).then(|| Write::Put(id, Box::new(Body::Entry(entry))));
    let verdicts = verdicts.into_iter().map(|verdict| {
        let id: RecordId = mint.next_id();
        Write::Put(id, Box::new(Body::Verdict(verdict)))
    });
    Ok(entry.into_iter().chain(verdicts).collect())
}

/// Settles a question, with the answer behind its words; `false` when it is settled already.
fn settle(accounts: &mut [Account], account: AccountId, place: usize, why: &str) -> bool {
    let mut accounts = accounts.iter_mut().filter(|told| told.id == account);
    let origin = accounts.next().and_then(|told| told.origin.as_mut());
    let doubt = origin.and_then(|origin| origin.doubts.get_mut(place));
    let Some(doubt) = doubt.filter(|doubt| !doubt.settled) else {
        return false;
    };
    doubt.settled = true;
    if !why.is_empty() {
        doubt.text = format!("{} Answer: {why}", doubt.text);
    }
    true
}

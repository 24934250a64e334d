//! The forms that ask which entry tells the same event, and which account tells another.

use super::super::{Around, Choice, Choosable, Input, Layout};
use super::FormKind;
use super::inputs::{beginning, entries, entry_line, line, none_yet};
use crate::record::{Account, Entry};

pub fn input(name: &str, kind: FormKind, entry: &Entry, around: Around<'_>) -> Option<Input> {
    match (kind, name) {
        (FormKind::Join, "this") => {
            let this = around.target.and_then(|id| around.file.entries.get(&id))?;
            Some(Input::Shown(entry_line(this)))
        }
        (FormKind::Join, "other") => {
            let mut options = entries(around, around.target);
            options.insert(0, none_yet());
            Some(Input::Choice(Choice::one(options, "", Layout::List)))
        }
        (FormKind::Split, "account") => {
            let told = |account: &Account| {
                let words = beginning(&account.text);
                Choosable::new(
                    account.id.to_string(),
                    format!("{} · {} · {words}", account.source, account.when),
                )
            };
            let options: Vec<_> = entry.accounts.iter().map(told).collect();
            let last = options
                .last()
                .map_or_else(String::new, |option| option.id.clone());
            Some(Input::Choice(Choice::one(options, &last, Layout::List)))
        }
        (_, "why") => Some(line("")),
        _ => None,
    }
}

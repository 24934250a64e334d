//! An account in its setting: what one source said of one event, and whom it concerns.

use crate::record::{Account, AccountId, CaseFile, Entry, FuzzyDate, RecordId};

/// An account as the findings across accounts look at it.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// The entry in which it stands. Accounts of one entry already tell one event.
    pub entry: RecordId,
    /// The children whom it concerns; empty when that is not known.
    pub children: &'a [RecordId],
    /// What was said.
    pub account: &'a Account,
}

impl<'a> Told<'a> {
    /// An account of an entry.
    pub fn of(entry: RecordId, children: &'a [RecordId], account: &'a Account) -> Told<'a> {
        Told {
            entry,
            children,
            account,
        }
    }

    /// All accounts of an entry.
    pub fn all_of(id: RecordId, entry: &'a Entry) -> impl Iterator<Item = Told<'a>> {
        let accounts = entry.accounts.iter();
        accounts.map(move |account| Told::of(id, &entry.children, account))
    }

    /// All accounts of a case, in order of time.
    pub fn all(file: &'a CaseFile) -> Vec<Told<'a>> {
        let entries = file.chronology().into_iter();
        entries
            .flat_map(|entry| Told::all_of(entry.id(), &entry.body))
            .collect()
    }

    /// The account's id.
    pub fn id(&self) -> AccountId {
        self.account.id
    }

    /// When it says that the event was.
    pub fn when(&self) -> &'a FuzzyDate {
        &self.account.when
    }

    /// Whose account it is: the agency whose file it came from, else the kind of source, else the source as named.
    /// One teller does not tell one event twice.
    pub fn teller(&self) -> &'a str {
        let account = self.account;
        match &account.origin {
            Some(origin) => &origin.file,
            None if !account.source_kind.is_empty() => &account.source_kind,
            None => &account.source,
        }
    }
}

//! Where accounts differ as it is read: side by side, with who said what.

use super::{Claim, Contradiction, find};
use crate::insight::family::Family;
use crate::insight::told::Told;
use crate::page::Section;
use crate::record::CaseFile;

/// Everything on which accounts of a case differ, in order of time.
pub fn of_case(file: &CaseFile) -> Vec<Contradiction> {
    find(&Told::all(file), &Family::of_case(file))
}

/// The differences of a case.
pub fn section(file: &CaseFile) -> Section {
    let found = of_case(file);
    let mut all = Section::default();
    if found.is_empty() {
        all.show(|page| page.say("No accounts were found to differ."));
    }
    let found = found.iter().map(|found| {
        let mut told = Section::titled(found.text.as_str());
        told.hide("about", found.about.id());
        told.hide("text", found.text.as_str());
        told.each(
            "claims",
            found.claims.iter().map(|claim| said(file, claim, "")),
        );
        let supports = found.supports.iter();
        told.each(
            "supports",
            supports.map(|claim| said(file, claim, "In support, ")),
        );
        told
    });
    all.each("contradictions", found);
    all
}

fn said(file: &CaseFile, claim: &Claim, lead: &str) -> Section {
    let entry = file.entries.get(&claim.entry);
    let mut accounts = entry.into_iter().flat_map(|entry| &entry.body.accounts);
    let account = accounts.find(|account| account.id == claim.account);
    let source = account.map_or("", |account| &account.source);
    let when = account.map_or_else(String::new, |account| account.when.to_string());
    let mut told = Section::default();
    let whence = format!("{lead}{source}, {when} ({})", claim.means);
    told.hide("source", source);
    told.hide("when", when);
    told.text("quote", &whence, &claim.quote);
    told.hide("means", claim.means.as_str());
    told
}

//! `show CASE contradictions`: where accounts differ, side by side, with who said what.

use super::{Page, Shown};
use crate::cli::lines::Lines;
use crate::insight::contradictions::{Claim, Contradiction, find};
use crate::insight::told::Told;
use serde::Serialize;

#[derive(Serialize)]
pub struct Differences {
    contradictions: Vec<Difference>,
}

#[derive(Serialize)]
struct Difference {
    about: &'static str,
    text: String,
    claims: Vec<Said>,
    supports: Vec<Said>,
}

#[derive(Serialize)]
struct Said {
    source: String,
    when: String,
    quote: String,
    means: String,
}

/// Everything on which accounts of the case differ, in order of time.
pub fn all(shown: &Shown) -> Vec<Contradiction> {
    find(&Told::all(shown.file), &shown.names)
}

/// The differences of a case.
pub fn page(shown: &Shown) -> Differences {
    let difference = |found: Contradiction| Difference {
        about: found.about.id(),
        text: found.text,
        claims: found
            .claims
            .iter()
            .map(|claim| said(shown, claim))
            .collect(),
        supports: found
            .supports
            .iter()
            .map(|claim| said(shown, claim))
            .collect(),
    };
    Differences {
        contradictions: all(shown).into_iter().map(difference).collect(),
    }
}

fn said(shown: &Shown, claim: &Claim) -> Said {
    let entry = shown.file.entries.get(&claim.entry);
    let account = entry.and_then(|entry| {
        entry
            .body
            .accounts
            .iter()
            .find(|account| account.id == claim.account)
    });
    Said {
        source: account.map_or_else(String::new, |account| account.source.clone()),
        when: account.map_or_else(String::new, |account| account.when.to_string()),
        quote: claim.quote.clone(),
        means: claim.means.clone(),
    }
}

impl Page for Differences {
    fn write(&self, lines: &mut Lines) {
        if self.contradictions.is_empty() {
            lines.item("No accounts were found to differ.");
        }
        for difference in &self.contradictions {
            lines.heading(&difference.text);
            for said in &difference.claims {
                lines.fact(&said.whence(), &said.quote);
            }
            for said in &difference.supports {
                lines.fact(&format!("In support, {}", said.whence()), &said.quote);
            }
        }
    }
}

impl Said {
    fn whence(&self) -> String {
        format!("{}, {} ({})", self.source, self.when, self.means)
    }
}

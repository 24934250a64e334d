//! Finds the case that somebody means: by the family's name, a child's name, the beginning of either, or the id.

use super::fault::Fault;
use crate::insight::folding::folded;
use crate::record::{CaseId, CaseLine};

/// The case that `asked` names. Accents and capitals do not count; a whole name wins over the beginning of one.
///
/// # Errors
/// [`Fault::NoSuchCase`]; [`Fault::SeveralCases`] with the names of those that fit.
pub fn find(caseload: &[CaseLine], asked: &str) -> Result<CaseId, Fault> {
    if let Ok(id) = asked.parse::<CaseId>()
        && caseload.iter().any(|line| line.case == id)
    {
        return Ok(id);
    }
    let wanted = folded(asked.trim());
    let whole = |line: &&CaseLine| names(line).any(|name| name == wanted);
    let begins = |line: &&CaseLine| names(line).any(|name| begins_a_word(&name, &wanted));
    let mut found: Vec<&CaseLine> = caseload.iter().filter(whole).collect();
    if found.is_empty() && !wanted.is_empty() {
        found = caseload.iter().filter(begins).collect();
    }
    match found.as_slice() {
        [] => Err(Fault::NoSuchCase(asked.to_owned())),
        [only] => Ok(only.case),
        several => Err(Fault::SeveralCases {
            asked: asked.to_owned(),
            which: which(several),
        }),
    }
}

fn names(line: &CaseLine) -> impl Iterator<Item = String> {
    let children = line
        .children
        .iter()
        .flat_map(|child| [&child.name, &child.short_name]);
    std::iter::once(&line.name)
        .chain(children)
        .map(|name| folded(name))
}

/// Whether a word of the name, or the whole of it, begins so.
fn begins_a_word(name: &str, wanted: &str) -> bool {
    name.match_indices(wanted).any(|(at, _)| {
        let before = name.get(..at).and_then(|text| text.chars().next_back());
        before.is_none_or(|letter| !letter.is_alphanumeric())
    })
}

/// "Prosser and Dąbek (01ARZ…)", at most ten of them.
fn which(several: &[&CaseLine]) -> String {
    let shown = several
        .iter()
        .take(10)
        .map(|line| format!("{} ({})", line.name, line.case));
    let mut which = shown.collect::<Vec<_>>().join(", ");
    if several.len() > 10 {
        which += &format!(" and {} more", several.len() - 10);
    }
    which
}

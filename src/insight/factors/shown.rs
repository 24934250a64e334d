//! Whether a finding's evidence names what its factor needs: a diagnosis, or somebody who is trained to see it.

use crate::insight::folding::folded;
use crate::practice::factors::{Factor, Needs, diagnosis};
use crate::practice::source_kind_of;
use crate::record::{CaseFile, FactorFinding};

/// Whether it does. Words that say that there is no diagnosis weigh more than whoever wrote them; where a factor cannot
/// be without its diagnosis, an illness must be named too, since a learning disability is diagnosed as well.
pub fn is_shown(file: &CaseFile, factor: &Factor, found: &FactorFinding) -> bool {
    let evidence = folded(&found.evidence);
    let entries = found.entries.iter().filter_map(|id| file.entries.get(id));
    let told = entries.flat_map(|entry| &entry.body.accounts);
    let told = told.map(|account| account.source_kind.as_str());
    let mut kinds = told.chain([found.source_kind.as_str()]);
    match factor.needs {
        None => true,
        Some(Needs::Observer) => {
            let said_by = folded(&found.said_by);
            let named = [evidence.as_str(), said_by.as_str()];
            let named = named.into_iter().filter_map(source_kind_of);
            kinds
                .chain(named.map(|kind| kind.id.as_str()))
                .any(|kind| ["health", "school"].contains(&kind))
        }
        Some(Needs::Diagnosis) => {
            let is_named = match named(&evidence) {
                Some(named) => named,
                None => kinds.any(|kind| kind == "health"),
            };
            is_named && (!factor.never_without_diagnosis || names_illness(&evidence))
        }
    }
}

/// Whether folded words name a diagnosis; `None` when they do not speak of one.
fn named(evidence: &str) -> Option<bool> {
    let mut spoken_of = None;
    for sentence in evidence.split(['.', ';', '!', '?']) {
        let words = sentence.split(|letter: char| !letter.is_alphanumeric());
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        for (at, word) in words.iter().enumerate() {
            if !word.contains("diagnos") {
                continue;
            }
            let near = words.iter().take(at + 3).skip(at.saturating_sub(3));
            let is_denied = word.starts_with("un")
                || near
                    .copied()
                    .any(|near| diagnosis().denied.iter().any(|denied| denied == near));
            spoken_of = Some(spoken_of == Some(true) || !is_denied);
        }
    }
    spoken_of
}

fn names_illness(evidence: &str) -> bool {
    let mut illness = diagnosis().illness.iter();
    illness.any(|illness| evidence.contains(illness))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diagnosis_is_named_denied_or_not_spoken_of() {
        for (words, named_is) in [
            ("diagnosed with depression by dr rao in 2024.", Some(true)),
            (
                "never violent. bipolar disorder, diagnosed 2019.",
                Some(true),
            ),
            ("no formal diagnosis.", Some(false)),
            ("diagnosis not confirmed", Some(false)),
            ("self-diagnosed", Some(false)),
            ("undiagnosed", Some(false)),
            ("not diagnosed in 2019; diagnosed in 2021", Some(true)),
            ("low mood, says the neighbour", None),
        ] {
            assert_eq!(named(words), named_is, "{words}");
        }
    }
}

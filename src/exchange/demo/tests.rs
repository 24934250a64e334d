//! The demo's families are whole: every date reads, every theme and source is known, every child has a story.

use super::*;
use crate::insight::zones::replay::{Beside, replay};
use crate::practice::factors::{critical_questions, factor};
use crate::practice::matrix::months::full_months;
use crate::practice::{Zone, source_kinds, themes};
use crate::record::{Body, CaseFile};

mod supervision;
mod thinking;

fn files() -> Vec<CaseFile> {
    caseload()
        .unwrap()
        .into_iter()
        .map(|change| CaseFile::of(change.records))
        .collect()
}

#[test]
fn at_least_twelve_children_in_seven_families_have_a_story() {
    let files = files();
    assert!(files.len() >= 7);
    assert!(
        files
            .iter()
            .map(|file| file.children().len())
            .sum::<usize>()
            >= 12
    );
    for file in &files {
        assert!(file.entries.len() >= 8, "{}", file.name());
        for child in file.children() {
            let unborn = child.body.born.as_ref().and_then(|born| born.anchor()) > Some(last_day());
            let lives = file
                .placements
                .values()
                .any(|home| home.body.child == child.id() && home.body.to.is_none());
            assert!(lives || unborn, "{} lives nowhere", child.body.name);
            let told = file
                .entries
                .values()
                .any(|entry| entry.body.children.contains(&child.id()));
            assert!(told, "{} has no story", child.body.name);
        }
    }
}

#[test]
fn the_ages_run_from_before_birth_to_seventeen() {
    let today = crate::record::FuzzyDate::day(last_day());
    let files = files();
    let ages: Vec<_> = files
        .iter()
        .flat_map(|file| file.children())
        .map(|child| child.body.born.as_ref().unwrap().age_range(&today))
        .collect();
    assert!(ages.contains(&None), "a child who is expected");
    assert!(ages.contains(&Some((0, 0))), "a baby");
    assert!(
        ages.contains(&Some((17, 17))),
        "a young person about to leave care"
    );
}

#[test]
fn themes_and_kinds_of_source_are_those_of_practice_or_the_workers_own_words() {
    let own_words = ["strengths", "loss", "young carer", "leaving care"];
    for entry in files().iter().flat_map(|file| file.entries.values()) {
        for theme in &entry.body.themes {
            let known = themes().iter().any(|known| known.id == *theme);
            assert!(known || own_words.contains(&theme.as_str()), "{theme}");
        }
        for account in &entry.body.accounts {
            let known = source_kinds()
                .iter()
                .any(|kind| kind.id == account.source_kind);
            assert!(known, "{}", account.source_kind);
        }
    }
}

#[test]
fn nothing_is_recorded_before_it_happened_or_after_the_last_day() {
    for change in caseload().unwrap() {
        for record in &change.records {
            let recorded = record.meta.recorded_at.date_naive();
            assert!(recorded <= last_day());
            if let Body::Entry(entry) = &record.body {
                assert!(Some(recorded) >= entry.when.anchor(), "{}", entry.when);
            }
        }
    }
}

#[test]
fn the_same_caseload_comes_out_again() {
    assert_eq!(caseload().unwrap(), caseload().unwrap());
}

#[test]
fn a_large_caseload_has_the_size_that_was_asked_for_and_comes_out_again() {
    let make = || large_caseload(60, 2_000, 5).unwrap().collect::<Vec<_>>();
    let cases = make();
    assert_eq!(cases.len(), 60);
    let entries = |change: &Change| change.line.as_ref().unwrap().entries;
    assert_eq!(cases.iter().map(entries).sum::<u32>(), 2_000);
    assert!(cases.iter().all(|change| entries(change) > 0));
    assert_eq!(cases, make());
    let other = large_caseload(60, 2_000, 6).unwrap().collect::<Vec<_>>();
    assert_ne!(cases.last(), other.last());
    let ids: std::collections::BTreeSet<_> = cases
        .iter()
        .flat_map(|change| &change.records)
        .map(|record| record.id())
        .collect();
    assert_eq!(
        ids.len(),
        cases
            .iter()
            .map(|change| change.records.len())
            .sum::<usize>()
    );
}

#[test]
fn made_up_sentences_have_no_gap_left_open() {
    for change in large_caseload(30, 1_500, 3).unwrap() {
        for record in &change.records {
            if let Body::Entry(entry) = &record.body {
                let texts = [&entry.analysis, &entry.action, &entry.accounts[0].text];
                assert!(
                    texts.iter().all(|text| !text.contains(['{', '}'])),
                    "{texts:?}"
                );
            }
        }
    }
}

#[test]
fn marks_and_parts_name_items_and_parts_that_there_are() {
    use crate::practice::stages::{RoleOf, part, stage_item};
    let mut said = 0;
    for file in files() {
        for mark in file.marks.values().map(|mark| &mark.body) {
            said += 1;
            let (_, item) = stage_item(&mark.item).unwrap();
            assert_eq!(mark.child.is_some(), item.each, "{}", mark.item);
        }
        for role in file.roles.values().map(|role| &role.body) {
            let part = part(&role.role).unwrap();
            assert_eq!(role.of.is_some(), part.of != RoleOf::Case, "{}", role.role);
        }
    }
    assert!(said > 20);
}

#[test]
fn findings_name_factors_and_answers_that_there_are() {
    let mut found = 0;
    for finding in files().iter().flat_map(|file| file.factors.values()) {
        let finding = &finding.body;
        found += 1;
        for id in std::iter::once(&finding.factor).chain(&finding.offsets) {
            assert!(factor(id).is_some(), "{id}");
        }
        let answers = [
            &finding.rating,
            &finding.probability,
            &finding.timescale,
            &finding.frequency,
            &finding.movement,
        ];
        for (question, answer) in critical_questions().iter().zip(answers) {
            let known = question.choices.iter().any(|choice| choice.id == *answer);
            assert!(answer.is_empty() || known, "{}: {answer}", question.id);
        }
    }
    assert!(found > 58, "the sample's and those of the families");
}

#[test]
fn what_was_decided_is_what_the_matrix_indicates_or_somebody_said_why_not() {
    let mut otherwise = Vec::new();
    for file in files() {
        for child in file.children() {
            for replayed in replay(&file, child.id()) {
                let decision = &file.decisions[&replayed.decision].body;
                let is_otherwise = replayed.beside == Beside::Otherwise;
                let said = !decision.why_otherwise.is_empty();
                let name = child.body.short_name().to_owned();
                assert_eq!(is_otherwise, said, "{name} {}", decision.on);
                otherwise.extend(is_otherwise.then_some(name));
            }
        }
    }
    assert_eq!(
        otherwise,
        ["Ava", "Maisie"],
        "and they are there to be looked at"
    );
}

#[test]
fn the_caseload_shows_all_four_zones_and_children_of_whom_nobody_has_decided() {
    let changes = caseload().unwrap();
    let lines = changes.iter().filter_map(|change| change.line.as_ref());
    let now: Vec<_> = lines
        .flat_map(|line| &line.children)
        .map(|child| child.zones.last().map(|spell| spell.zone))
        .collect();
    for zone in Zone::ALL {
        assert!(now.contains(&Some(zone)), "{}", zone.word());
    }
    assert!(now.contains(&None));
}

#[test]
fn made_up_zones_get_better_one_step_after_six_months_and_never_sooner() {
    let mut zones = std::collections::BTreeSet::new();
    for change in large_caseload(60, 2_000, 5).unwrap().skip(10) {
        let file = CaseFile::of(change.records);
        for child in file.children() {
            let spells = file.zone_spells(child.id());
            zones.insert(spells.last().map(|spell| spell.zone));
            for pair in spells.windows(2) {
                let [before, after] = pair else { continue };
                let step = i32::from(after.zone < before.zone);
                assert!(step == 0 || before.zone as i32 - after.zone as i32 == 1);
                let months = full_months(before.from, after.from);
                assert!(step == 0 || months >= 6, "{months} months");
            }
            let born = child.body.born.as_ref().and_then(|born| born.anchor());
            assert!(spells.first().is_none_or(|first| Some(first.from) >= born));
        }
    }
    assert_eq!(zones.len(), 5, "all four, and children with none");
}

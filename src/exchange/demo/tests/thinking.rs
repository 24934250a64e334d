//! The thinking, plans and goals of the demo's families are whole: what they name is there, in its time, and there is
//! something of everything to look at.

use super::*;
use crate::insight::folding::folded;
use crate::insight::goals::standings;
use crate::insight::plan::{Happened, compare};
use crate::insight::thinking::is_late;
use crate::practice::guide::listed;
use crate::record::{FuzzyDate, HypothesisState, Record, RecordId, Subject, Teller};

/// A family with all its revisions: as it was first written, and as it was thought again.
struct Thought {
    file: CaseFile,
    revisions: Vec<Record<Body>>,
}

fn families() -> Vec<Thought> {
    let again = thought_again().unwrap();
    let all = caseload().unwrap().into_iter().map(|first| {
        let later = again.iter().filter(|change| change.case == first.case);
        let later = later.flat_map(|change| &change.records).cloned();
        let revisions: Vec<_> = first.records.into_iter().chain(later).collect();
        Thought {
            file: CaseFile::of(revisions.iter().cloned()),
            revisions,
        }
    });
    all.filter(|thought| !thought.file.stories.is_empty())
        .collect()
}

/// Every record that a record of the thinking names.
fn named(body: &Body) -> Vec<RecordId> {
    let of = |subject: &Subject| match subject {
        Subject::Person(person) => vec![*person],
        Subject::Together(people) => people.clone(),
        Subject::Family => Vec::new(),
    };
    match body {
        Body::Story(story) => {
            let people = match &story.teller {
                Teller::Person(person) => vec![*person],
                Teller::Together(people) => people.clone(),
                Teller::WiderFamily | Teller::Professionals => Vec::new(),
            };
            [people, story.entries.clone()].concat()
        }
        Body::Recognition(seen) => [vec![seen.of], seen.entries.clone()].concat(),
        Body::Hypothesis(thought) => [
            &thought.people[..],
            &thought.entries_for,
            &thought.entries_against,
            thought.replaced_by.as_slice(),
        ]
        .concat(),
        Body::Need(need) => [
            &of(&need.of)[..],
            &need.entries,
            &need.linked,
            &need.hypotheses,
        ]
        .concat(),
        Body::Curiosity(asked) => [
            &asked.people[..],
            &asked.hypotheses,
            &asked.entries,
            &asked.answered_by,
        ]
        .concat(),
        Body::PlanStep(step) => [&step.people[..], &step.needs, &step.goals].concat(),
        Body::Support(support) => [&support.people[..], &support.steps, &support.needs].concat(),
        Body::BottomLine(line) => [&line.people[..], &line.steps].concat(),
        Body::PlanVersion(version) => {
            let parts = version.parts.iter().map(|(id, _)| *id);
            version.with.iter().copied().chain(parts).collect()
        }
        Body::Purpose(purpose) => purpose.people.clone(),
        Body::Goal(goal) => [&goal.people[..], goal.purpose.as_slice(), &goal.needs].concat(),
        Body::GoalReview(review) => [vec![review.goal], review.entries.clone()].concat(),
        _ => Vec::new(),
    }
}

#[test]
fn three_families_have_something_of_everything_to_look_at() {
    let families = families();
    assert_eq!(families.len(), 3);
    for Thought { file, .. } in &families {
        let name = file.name();
        assert!((3..=5).contains(&file.stories.len()), "{name}");
        assert!((2..=3).contains(&file.recognitions.len()), "{name}");
        assert!((3..=4).contains(&file.hypotheses.len()), "{name}");
        assert!((4..=5).contains(&file.needs.len()), "{name}");
        assert!((3..=4).contains(&file.curiosities.len()), "{name}");
        let asked = || file.curiosities.values().map(|asked| &asked.body);
        assert!(asked().any(|asked| is_late(asked, last_day())), "{name}");
        assert!(asked().any(|asked| !asked.answered_by.is_empty()), "{name}");
        let linked = file.needs.values().any(|need| !need.body.linked.is_empty());
        assert!(linked, "{name}");
        let horizons: std::collections::BTreeSet<_> = file
            .plan_steps
            .values()
            .map(|step| step.body.horizon)
            .collect();
        assert_eq!(horizons.len(), 3, "{name}");
        assert_eq!(file.bottom_lines.len(), 2, "{name}");
        assert!(file.supports.len() >= 4, "{name}");
        let all = standings(file, last_day());
        let is_soon = |day: NaiveDate| (0..=7).contains(&(day - last_day()).num_days());
        let mut due = all.iter().filter_map(|one| one.next_due);
        assert!(due.any(is_soon), "{name}: a goal due soon");
        assert!(all.iter().any(|one| one.is_late), "{name}: one late");
        assert!(all.iter().all(|one| one.purpose.is_some()), "{name}");
        assert!(all.iter().all(|one| one.last().is_some()), "{name}");
    }
}

#[test]
fn what_the_thinking_names_is_there_and_was_known_when_it_was_written() {
    for Thought { revisions, .. } in families() {
        for record in &revisions {
            for id in named(&record.body) {
                let first = revisions.iter().find(|other| other.id() == id).unwrap();
                let (known, written) = (first.meta.recorded_at, record.meta.recorded_at);
                assert!(
                    known <= written,
                    "{known} is later than {written}: {:?}",
                    record.body
                );
            }
        }
    }
}

#[test]
fn later_revisions_are_later_and_differ() {
    let mut again = 0;
    for Thought { revisions, .. } in families() {
        for later in revisions.iter().filter(|one| one.meta.revision == 2) {
            again += 1;
            let mut firsts = revisions.iter();
            let first = firsts
                .find(|one| one.id() == later.id() && one.meta.revision == 1)
                .unwrap();
            assert!(first.meta.recorded_at < later.meta.recorded_at);
            assert_ne!(first.body, later.body);
        }
    }
    assert!(again > 10);
    let store = store().unwrap();
    let cases = store.caseload().unwrap();
    let osei = cases.iter().find(|line| line.name.starts_with("Osei"));
    let kept = store.revisions(osei.unwrap().case).unwrap();
    assert!(kept.iter().any(|record| record.meta.revision == 2));
}

#[test]
fn thinking_names_forms_questions_factors_and_plans_that_there_are() {
    let is_in = |list, id: &str| listed(list).any(|one| one.id == id);
    for Thought { file, .. } in families() {
        for seen in file.recognitions.values() {
            assert!(is_in("recognition", &seen.body.form), "{}", seen.body.form);
        }
        for thought in file.hypotheses.values() {
            let question = &thought.body.question;
            assert!(is_in("question", question), "{question}");
        }
        for step in file.plan_steps.values() {
            assert!(step.body.plans.iter().all(|id| is_in("plan", id)));
            assert!(step.body.factors.iter().all(|id| factor(id).is_some()));
        }
        for goal in file.goals.values() {
            assert!(goal.body.smart.iter().all(|id| is_in("smart", id)));
        }
    }
}

#[test]
fn hypotheses_have_two_sides_and_one_was_given_up_with_its_reason() {
    for Thought { file, .. } in families() {
        let mut given_up = 0;
        for thought in file.hypotheses.values().map(|thought| &thought.body) {
            assert!(!thought.entries_for.is_empty(), "{}", thought.words);
            assert!(!thought.evidence_against.is_empty(), "{}", thought.words);
            let is_past = thought.state != HypothesisState::Live;
            assert_eq!(is_past, !thought.state_why.is_empty(), "{}", thought.words);
            given_up += u8::from(is_past);
        }
        assert_eq!(given_up, 1, "{}", file.name());
    }
}

#[test]
fn every_goal_has_five_levels_in_different_words_and_days_in_their_order() {
    let day = |on: &FuzzyDate| on.anchor().unwrap();
    for Thought { file, .. } in families() {
        for goal in file.goals.values().map(|goal| &goal.body) {
            let levels: std::collections::BTreeSet<String> =
                goal.levels.iter().map(|level| folded(level)).collect();
            assert_eq!(levels.len(), 5, "{}", goal.words);
            assert!(!levels.contains(""), "{}", goal.words);
            let due = goal.reviews_due.iter();
            assert!(due.map(day).all(|due| due > day(&goal.set_on)));
        }
        for review in file.goal_reviews.values().map(|review| &review.body) {
            let goal = &file.goals[&review.goal].body;
            assert!(day(&review.on) > day(&goal.set_on) && day(&review.on) <= last_day());
            assert!(!review.evidence.is_empty() && !review.analysis.is_empty());
        }
    }
}

#[test]
fn the_agreed_plan_holds_its_parts_and_something_changed_since() {
    let mut happened = std::collections::BTreeSet::new();
    for Thought { file, revisions } in families() {
        assert_eq!(file.plan_versions.len(), 1);
        for version in file.plan_versions.values() {
            let parts = &version.body.parts;
            let step = |id: &RecordId| file.plan_steps.contains_key(id);
            assert!(parts.iter().any(|(id, _)| step(id)), "{}", file.name());
            let changes = compare(&version.body, &file, &revisions, last_day());
            let changed = changes.iter().filter(|one| !one.fields.is_empty());
            assert!(changed.count() > 0, "{}", file.name());
            happened.extend(changes.iter().map(|one| one.happened));
        }
    }
    let all = [Happened::New, Happened::Changed, Happened::Over];
    assert_eq!(happened.into_iter().collect::<Vec<_>>(), all);
}

//! What belongs to a plan on a day, what there is to ask about it, and what changed since a version.

use super::*;
use crate::insight::made_up::{MadeUp, date, day};

fn today() -> NaiveDate {
    day("2026-11-23")
}

fn step(words: &str) -> PlanStep {
    PlanStep {
        people: Vec::new(),
        horizon: Horizon::Short,
        challenge: words.into(),
        family_view: String::new(),
        solution: String::new(),
        needs: Vec::new(),
        factors: Vec::new(),
        goals: Vec::new(),
        plans: Vec::new(),
        from: None,
        to: None,
        why_ended: String::new(),
    }
}

fn support(what: &str, steps: &[RecordId]) -> Support {
    Support {
        what: what.into(),
        people: Vec::new(),
        provider: "Nan".into(),
        own_network: true,
        how_reached: String::new(),
        steps: steps.to_vec(),
        needs: Vec::new(),
        in_place: Holds::NotSaid,
        used: Holds::NotSaid,
        works: Holds::NotSaid,
        how_it_goes: String::new(),
        from: None,
        to: None,
    }
}

fn line(words: &str, steps: &[RecordId]) -> BottomLine {
    BottomLine {
        words: words.into(),
        people: Vec::new(),
        why: String::new(),
        if_crossed: String::new(),
        said_to_family: String::new(),
        steps: steps.to_vec(),
        from: None,
        to: None,
    }
}

fn version(file: &CaseFile) -> PlanVersion {
    PlanVersion {
        on: date("4 Mar 2026"),
        with: Vec::new(),
        others: String::new(),
        family_view: String::new(),
        review: None,
        parts: parts_today(file, today()),
    }
}

/// Writes a later revision, and gives it.
fn again(made: &mut MadeUp, id: RecordId, body: Body) -> Record<Body> {
    let revision = made.file.revisions.get(&id).copied().unwrap_or(0) + 1;
    let record = made.written(id, "2026-11-23", revision, body);
    made.file.apply(record.clone());
    record
}

#[test]
fn what_is_over_is_no_part_of_the_plan_and_stands_last() {
    let mut made = MadeUp::new();
    let ending = |to: &str| PlanStep {
        to: Some(date(to)),
        ..step(to)
    };
    let over = made.put(Body::PlanStep(ending("22 Nov 2026")));
    let long = made.put(Body::PlanStep(PlanStep {
        horizon: Horizon::Long,
        ..step("long")
    }));
    let still = made.put(Body::PlanStep(ending("24 Nov 2026")));
    let order: Vec<_> = steps(&made.file, today())
        .iter()
        .map(|step| step.id())
        .collect();
    assert_eq!(order, [still, long, over]);
    let parts = parts_today(&made.file, today());
    assert_eq!(parts, [(long, 1), (still, 1)]);
    assert_eq!(in_words(&made.file, &parts), "2 challenges");
    assert_eq!(in_words(&made.file, &[]), "nothing yet");
    assert!(is_part(&made.file, over, day("2026-11-21")));
}

#[test]
fn a_challenge_is_asked_about_until_it_has_support() {
    let mut made = MadeUp::new();
    let whole = PlanStep {
        solution: "He is up first.".into(),
        family_view: "So they want it.".into(),
        goals: vec![made.mint.next_id()],
        ..step("Nobody is up.")
    };
    let id = made.put(Body::PlanStep(whole.clone()));
    let asked = |made: &MadeUp, body: &PlanStep| of_step(&made.file, id, body, today());
    assert_eq!(
        asked(&made, &whole),
        ["Challenge without support: what do we do so that they can do it?"]
    );
    let mut helps = support("Nan rings at seven.", &[id]);
    helps.in_place = Holds::No;
    let nan = made.put(Body::Support(helps.clone()));
    let told = asked(&made, &whole);
    assert!(
        told[0].starts_with("No support for it is in place yet."),
        "{told:?}"
    );
    helps.in_place = Holds::Yes;
    again(&mut made, nan, Body::Support(helps.clone()));
    assert!(asked(&made, &whole).is_empty());
    assert_eq!(
        asked(&made, &step("bare")).len(),
        3,
        "solutions, family's view, goal"
    );
    helps.to = Some(date("1 Nov 2026"));
    again(&mut made, nan, Body::Support(helps));
    assert_eq!(asked(&made, &whole).len(), 1, "support that is over");
    let over = PlanStep {
        to: Some(date("1 Nov 2026")),
        ..step("over")
    };
    assert!(asked(&made, &over).is_empty());
}

#[test]
fn a_support_is_asked_the_next_question_and_a_bottom_line_what_follows() {
    let mut made = MadeUp::new();
    let mut helps = support("Nan rings at seven.", &[made.mint.next_id()]);
    let asked = |helps: &Support| of_support(helps, today());
    assert_eq!(asked(&helps), ["Was it put in place?"]);
    helps.in_place = Holds::Partly;
    assert_eq!(asked(&helps), ["Is it used?"]);
    helps.used = Holds::Yes;
    assert_eq!(asked(&helps), ["Does it work?"]);
    helps.works = Holds::No;
    assert!(asked(&helps).is_empty());
    helps.used = Holds::No;
    assert_eq!(asked(&helps), ["Why is it not used?"]);
    helps.steps.clear();
    helps.provider.clear();
    assert_eq!(asked(&helps).len(), 3, "and what for, and who");
    assert_eq!(of_bottom_line(&line("No driving.", &[]), today()).len(), 2);
}

#[test]
fn bottom_lines_bind_their_own_challenges_or_the_whole_plan() {
    let mut made = MadeUp::new();
    let one = made.put(Body::PlanStep(step("one")));
    let other = made.put(Body::PlanStep(step("other")));
    let all = made.put(Body::BottomLine(line("all", &[])));
    let only = made.put(Body::BottomLine(line("only", &[one])));
    let of = |step| -> Vec<RecordId> {
        let lines = bounds(&made.file, step, today()).into_iter();
        lines.map(|line| line.id()).collect()
    };
    assert_eq!((of(one), of(other)), (vec![all, only], vec![all]));
}

#[test]
fn the_latest_version_stands_first() {
    let mut made = MadeUp::new();
    for on in ["4 Mar 2026", "1 Sep 2026", "2 Jan 2026"] {
        let body = PlanVersion {
            on: date(on),
            ..version(&made.file)
        };
        made.put(Body::PlanVersion(body));
    }
    let days: Vec<_> = versions(&made.file)
        .iter()
        .map(|version| version.body.on.in_short())
        .collect();
    assert_eq!(days, ["1 Sep 2026", "4 Mar 2026", "2 Jan 2026"]);
}

/// A difference in short: what happened, the words, and the names of fields.
fn short(all: &[Difference]) -> Vec<String> {
    all.iter()
        .map(|one| {
            let fields: Vec<_> = one.fields.iter().map(|field| field.name).collect();
            let words = format!("{} {}: {}", one.happened.word(), one.kind, one.words);
            format!("{words} [{}]", fields.join(", "))
        })
        .collect()
}

#[test]
fn what_is_new_changed_or_over_since_a_version_is_told_and_the_rest_is_not() {
    let mut made = MadeUp::new();
    let same = made.put(Body::PlanStep(step("same")));
    let changed = made.put(Body::PlanStep(step("changed")));
    let over = made.put(Body::PlanStep(step("over")));
    let linked = made.put(Body::Support(support("linked", &[same])));
    let agreed = version(&made.file);
    let mut revisions: Vec<Record<Body>> = [same, changed, over, linked]
        .into_iter()
        .map(|id| made.file.record(id).unwrap())
        .collect();
    let body = PlanStep {
        solution: "Nan is up first.".into(),
        horizon: Horizon::Long,
        ..step("changed")
    };
    revisions.push(again(&mut made, changed, Body::PlanStep(body)));
    let body = PlanStep {
        to: Some(date("1 Nov 2026")),
        why_ended: "It went well.".into(),
        ..step("over")
    };
    revisions.push(again(&mut made, over, Body::PlanStep(body)));
    let body = support("linked", &[same, changed]);
    revisions.push(again(&mut made, linked, Body::Support(body)));
    // Written again, with nothing in it that is different.
    revisions.push(again(&mut made, same, Body::PlanStep(step("same"))));
    made.put(Body::BottomLine(line("new", &[])));
    let all = compare(&agreed, &made.file, &revisions, today());
    let told = [
        "new bottom line: new []",
        "changed challenge: changed [How far ahead, Solutions]",
        "changed support: linked [Helps with]",
        "over challenge: over [How it ended]",
    ];
    assert_eq!(short(&all), told);
    let solutions = &all[1].fields[1];
    let was_and_is = (solutions.before.as_str(), solutions.now.as_str());
    assert_eq!(was_and_is, ("", "Nan is up first."));
    assert_eq!(all[3].fields[0].now, "It went well.");
    revisions.reverse();
    assert_eq!(compare(&agreed, &made.file, &revisions, today()), all);
}

#[test]
fn a_part_without_its_old_revision_is_told_as_changed_and_one_taken_out_as_over() {
    let mut made = MadeUp::new();
    let id = made.put(Body::PlanStep(step("before")));
    let gone = made.put(Body::Support(support("gone", &[id])));
    let agreed = version(&made.file);
    let first = made.file.record(gone).unwrap();
    let later = again(&mut made, id, Body::PlanStep(step("now")));
    let mut removed = made.written(gone, "2026-11-23", 2, first.body.clone());
    removed.meta.removed = Some("written twice".into());
    made.file.apply(removed);
    let all = compare(&agreed, &made.file, &[later, first], today());
    assert_eq!(
        short(&all),
        ["changed challenge: now []", "over support: gone []"]
    );
    assert!(compare(&version(&made.file), &made.file, &[], today()).is_empty());
}

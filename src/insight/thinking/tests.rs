//! The order of what is thought, what the chronology offers, how a hypothesis was thought again, and what there is to ask.

use super::*;
use crate::insight::contradictions::find;
use crate::insight::joining::join;
use crate::insight::made_up::{MadeUp, date, day};

fn story(teller: Teller) -> Body {
    Body::Story(Story {
        teller,
        words: String::new(),
        drivers: String::new(),
        hopes: String::new(),
        fears: String::new(),
        worries: String::new(),
        resilience_and_risk: String::new(),
        own_part: String::new(),
        told_on: None,
        heard_by: String::new(),
        entries: Vec::new(),
    })
}

fn hypothesis(words: &str) -> Hypothesis {
    Hypothesis {
        words: words.into(),
        people: Vec::new(),
        question: String::new(),
        on: None,
        evidence_for: String::new(),
        entries_for: Vec::new(),
        evidence_against: String::new(),
        entries_against: Vec::new(),
        strength: Strength::FirstThought,
        change_mind: String::new(),
        family_view: String::new(),
        state: HypothesisState::Live,
        state_why: String::new(),
        replaced_by: None,
    }
}

fn need(of: Subject, words: &str) -> Need {
    Need {
        of,
        words: words.into(),
        because: String::new(),
        entries: Vec::new(),
        linked: Vec::new(),
        hypotheses: Vec::new(),
        family_words: String::new(),
        on: None,
        met_on: None,
        met_how: String::new(),
    }
}

fn curiosity(words: &str, by: Option<&str>) -> Curiosity {
    Curiosity {
        words: words.into(),
        why: String::new(),
        from_whom: String::new(),
        by: by.map(date),
        people: Vec::new(),
        hypotheses: Vec::new(),
        entries: Vec::new(),
        answer: String::new(),
        answered_by: Vec::new(),
        let_go: String::new(),
        offered: String::new(),
    }
}

fn today() -> NaiveDate {
    day("2026-11-23")
}

/// A mother with a child, and a neighbour.
fn people() -> (MadeUp, [RecordId; 3]) {
    let mut made = MadeUp::new();
    let joan = made.adult("Joan Reed", "mother");
    let olga = made.adult("Olga Field", "neighbour");
    let ivy = made.child("Ivy Reed", "3 May 2018");
    made.put(Body::Bond(Bond {
        from: joan,
        to: ivy,
        kind: BondKind::Parent,
        since: None,
        until: None,
        note: String::new(),
    }));
    (made, [ivy, joan, olga])
}

#[test]
fn stories_begin_with_the_children_and_end_with_the_professionals() {
    let (mut made, [ivy, joan, olga]) = people();
    for teller in [
        Teller::Professionals,
        Teller::WiderFamily,
        Teller::Person(olga),
        Teller::Together(vec![joan, olga]),
        Teller::Person(joan),
        Teller::Person(ivy),
    ] {
        made.put(story(teller));
    }
    let told = stories(&made.file).into_iter();
    let told: Vec<_> = told
        .map(|story| teller_words(&made.file, &story.body.teller))
        .collect();
    let order = [
        "Ivy",
        "Joan",
        "Joan and Olga together",
        "Olga",
        "the wider family",
        "the professionals",
    ];
    assert_eq!(told, order);
}

#[test]
fn live_hypotheses_stand_before_past_ones_and_the_strongest_first() {
    let mut made = MadeUp::new();
    for (words, state, strength) in [
        (
            "past",
            HypothesisState::SetAside,
            Some(Strength::WellSupported),
        ),
        ("thought", HypothesisState::Live, None),
        (
            "strong",
            HypothesisState::Live,
            Some(Strength::WellSupported),
        ),
        ("possible", HypothesisState::Live, Some(Strength::Possible)),
    ] {
        made.put(Body::Hypothesis(Hypothesis {
            state,
            strength: strength.unwrap_or_default(),
            ..hypothesis(words)
        }));
    }
    let words: Vec<_> = hypotheses(&made.file)
        .iter()
        .map(|thought| thought.body.words.clone())
        .collect();
    assert_eq!(words, ["strong", "possible", "thought", "past"]);
}

#[test]
fn open_needs_stand_first_in_the_order_of_the_family() {
    let (mut made, [ivy, joan, _]) = people();
    let met = need(Subject::Person(ivy), "met");
    made.put(Body::Need(Need {
        met_on: Some(date("1 May 2026")),
        ..met
    }));
    made.put(Body::Need(need(Subject::Family, "family")));
    let parent = made.put(Body::Need(need(Subject::Person(joan), "parent")));
    let child = made.put(Body::Need(Need {
        linked: vec![parent],
        ..need(Subject::Person(ivy), "child")
    }));
    let words: Vec<_> = needs(&made.file)
        .iter()
        .map(|need| need.body.words.clone())
        .collect();
    assert_eq!(words, ["child", "parent", "family", "met"]);
    let linked = |of| -> Vec<RecordId> {
        let linked = linked_needs(&made.file, of).into_iter();
        linked.map(|need| need.id()).collect()
    };
    assert_eq!((linked(child), linked(parent)), (vec![parent], vec![child]));
}

#[test]
fn curiosities_stand_by_their_day_and_the_settled_ones_last() {
    let mut made = MadeUp::new();
    made.put(Body::Curiosity(Curiosity {
        answer: "Yes.".into(),
        ..curiosity("answered", Some("1 Jan 2026"))
    }));
    made.put(Body::Curiosity(curiosity("some day", None)));
    made.put(Body::Curiosity(curiosity("today", Some("23 Nov 2026"))));
    made.put(Body::Curiosity(curiosity("late", Some("22 Nov 2026"))));
    let all = curiosities(&made.file);
    let words: Vec<_> = all.iter().map(|asked| asked.body.words.as_str()).collect();
    assert_eq!(words, ["late", "today", "some day", "answered"]);
    let late: Vec<_> = all
        .iter()
        .filter(|asked| is_late(&asked.body, today()))
        .map(|asked| asked.body.words.as_str())
        .collect();
    assert_eq!(late, ["late"], "the day itself is not late yet");
}

fn offered(made: &MadeUp) -> Vec<Offer> {
    let differing = find(&made.all_told(), &made.family());
    offers(&made.file, &differing, today())
}

/// A child of whom little is told, and twice differently.
fn differing() -> (MadeUp, [RecordId; 3], [RecordId; 2]) {
    let (mut made, people) = people();
    let [ivy, ..] = people;
    made.told(&[ivy], "a.csv", "A", "1/2/2026", "Ivy sang.");
    let one = made.account("a.csv", "A", "3/11/2026", "Joan did not attend the review.");
    let other = made.account("b.csv", "B", "3/11/2026", "Joan attended the review.");
    let one = made.entry(&[ivy], vec![one]);
    let other = made.entry(&[ivy], vec![other]);
    (made, people, [one, other])
}

#[test]
fn gaps_and_differences_are_offered_with_their_entries_and_children() {
    let (made, [ivy, ..], [one, other]) = differing();
    let all = offered(&made);
    let keys: Vec<&str> = all.iter().map(|offer| offer.key.as_str()).collect();
    assert!(keys[0].starts_with("gap ") && keys[1].starts_with("differ "));
    assert_eq!(keys.len(), 2, "{keys:?}");
    assert!(
        all[0]
            .asks
            .starts_with("What happened from 1 February 2026 to 3 November 2026?"),
        "{}",
        all[0].asks
    );
    assert_eq!(all[1].entries, [one, other]);
    assert!(all.iter().all(|offer| offer.people == [ivy]));
    assert_eq!(Offer::from_where(keys[0]), "a gap of the chronology");
    assert_eq!(Offer::from_where(keys[1]), "accounts that differ");
    assert_eq!(Offer::from_where(""), "somebody thought of it");
}

#[test]
fn an_offer_keeps_its_key_when_its_entries_are_joined() {
    let (mut made, _, [one, other]) = differing();
    let before = offered(&made);
    let (first, second) = (
        made.file.entries[&one].clone(),
        made.file.entries[&other].clone(),
    );
    for write in join(&mut made.mint, &made.file.clone(), &first, &second) {
        match write {
            Write::Put(id, body) => {
                let revision = made.file.revisions.get(&id).copied().unwrap_or(0) + 1;
                let record = made.written(id, "2026-11-23", revision, *body);
                made.file.apply(record);
            }
            Write::Remove(id, why) => {
                let mut record =
                    made.written(id, "2026-11-23", 2, Body::Entry(second.body.clone()));
                record.meta.removed = Some(why);
                made.file.apply(record);
            }
        }
    }
    let after = offered(&made);
    assert_eq!(after[1].key, before[1].key);
    assert_eq!(after[1].entries, [one]);
}

#[test]
fn an_offer_goes_away_when_it_is_taken_up_answered_or_let_go() {
    for settle in [
        |_: &mut Curiosity| {},
        |asked: &mut Curiosity| asked.answer = "She was at her aunt's.".into(),
        |asked: &mut Curiosity| asked.let_go = "Nobody remembers.".into(),
    ] {
        let (mut made, ..) = differing();
        let all = offered(&made);
        let mut asked = curiosity("taken up", None);
        asked.offered = all[0].key.clone();
        settle(&mut asked);
        made.put(Body::Curiosity(asked));
        assert_eq!(offered(&made), all[1..]);
    }
}

#[test]
fn a_hypothesis_is_told_as_it_was_thought_again_whatever_the_order() {
    let mut made = MadeUp::new();
    let (id, entry): (RecordId, RecordId) = (made.mint.next_id(), made.mint.next_id());
    let first = hypothesis("She is tired.");
    let second = Hypothesis {
        strength: Strength::Possible,
        entries_for: vec![entry],
        ..first.clone()
    };
    let third = Hypothesis {
        state: HypothesisState::SetAside,
        state_why: "She slept and it went on.".into(),
        ..second.clone()
    };
    let mut all: Vec<Record<Body>> = [
        ("2026-01-01", first),
        ("2026-02-01", second),
        ("2026-03-01", third.clone()),
        ("2026-03-02", third.clone()),
    ]
    .into_iter()
    .zip(1..)
    .map(|((on, body), revision)| made.written(id, on, revision, Body::Hypothesis(body)))
    .collect();
    let mut removed = made.written(id, "2026-03-03", 5, Body::Hypothesis(third));
    removed.meta.removed = Some("written twice".into());
    all.push(removed);
    let other = made.mint.next_id();
    all.push(made.written(
        other,
        "2026-01-05",
        1,
        Body::Hypothesis(hypothesis("Another.")),
    ));
    let told = rethinking(&all, id);
    all.reverse();
    all.push(all[1].clone());
    assert_eq!(told, rethinking(&all, id), "and each is told once");
    let said: Vec<String> = told
        .iter()
        .map(|one| format!("{} {}", one.on, one.changes.join("; ")))
        .collect();
    assert_eq!(
        said,
        [
            "2026-01-01 first written: She is tired.",
            "2026-02-01 first thought before, now possible; one entry more for it",
            "2026-03-01 set aside: She slept and it went on.",
            "2026-03-02 written again",
            "2026-03-03 removed: written twice",
        ]
    );
}

#[test]
fn hypotheses_are_asked_about_until_both_sides_are_there() {
    let mut made = MadeUp::new();
    let bare = hypothesis("She is tired.");
    assert_eq!(of_hypothesis(&bare).len(), 4);
    made.put(Body::Hypothesis(bare.clone()));
    assert_eq!(of_hypotheses(&made.file).len(), 1, "one explanation only");
    let mut whole = Hypothesis {
        evidence_for: "She yawns.".into(),
        evidence_against: "She slept.".into(),
        change_mind: "A night of sleep.".into(),
        family_view: "So she says.".into(),
        ..bare.clone()
    };
    let asked = of_hypothesis(&whole);
    assert_eq!(
        asked,
        ["What speaks for it is linked to no entry of the chronology."]
    );
    whole.entries_for.push(made.mint.next_id());
    assert!(of_hypothesis(&whole).is_empty());
    made.put(Body::Hypothesis(whole));
    assert!(of_hypotheses(&made.file).is_empty());
    let past = Hypothesis {
        state: HypothesisState::Replaced,
        ..bare
    };
    assert!(of_hypothesis(&past).is_empty(), "nothing is asked any more");
}

#[test]
fn needs_are_asked_about_until_they_are_met() {
    let (mut made, [ivy, ..]) = people();
    let mut bare = need(Subject::Person(ivy), "Somebody who is up first.");
    let id = made.put(Body::Need(bare.clone()));
    assert_eq!(of_need(&made.file, id, &bare).len(), 3);
    bare.because = "She lays out the clothes.".into();
    bare.family_words = "I could do it less.".into();
    assert_eq!(
        of_need(&made.file, id, &bare),
        ["Nothing in the plan answers it yet."]
    );
    bare.family_words.clear();
    bare.met_on = Some(date("1 Nov 2026"));
    assert!(of_need(&made.file, id, &bare).is_empty());
}

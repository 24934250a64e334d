//! Worked examples: what counts and what does not, what moves would break and broke, what the record knows from elsewhere.

use super::*;
use crate::insight::made_up::{MadeUp, date, day};
use crate::record::*;

/// A relationship of a child, as nobody has asked about it yet.
pub fn with(child: RecordId, name: &str) -> Relationship {
    Relationship {
        child,
        person: None,
        name: name.to_owned(),
        standing: Vec::new(),
        ring: None,
        loving: OwnView::NotAsked,
        safe: OwnView::NotAsked,
        asked_on: None,
        own_words: String::new(),
        valued: Vec::new(),
        does: Vec::new(),
        does_words: String::new(),
        in_touch: String::new(),
        miles: None,
        hangs_on: Vec::new(),
        being_done: String::new(),
        since: None,
        until: None,
        why_ended: String::new(),
        review_on: None,
        evidence: Vec::new(),
    }
}

fn says(child: RecordId, name: &str, loving: OwnView, safe: OwnView) -> Relationship {
    Relationship {
        loving,
        safe,
        ..with(child, name)
    }
}

fn placed(child: RecordId, from: &str, to: &str, carer: &str, carers: &[RecordId]) -> Body {
    Body::Placement(Placement {
        child,
        from: date(from),
        to: (!to.is_empty()).then(|| date(to)),
        kind: "Foster care".to_owned(),
        carer: carer.to_owned(),
        carers: carers.to_vec(),
        place: String::new(),
        miles_from_home: Some(38),
        why_ended: String::new(),
        note: String::new(),
    })
}

fn bond(from: RecordId, kind: BondKind, to: RecordId) -> Body {
    Body::Bond(Bond::of(from, kind, to))
}

fn advocate(of: RecordId, person: Option<RecordId>, name: &str) -> Body {
    Body::NamedRole(NamedRole {
        role: "advocate".into(),
        of: Some(of),
        person,
        name: name.into(),
        since: None,
        until: None,
        note: String::new(),
    })
}

/// A young person in foster care since 2020 who turns 18 on 2 February 2027.
fn in_care() -> (MadeUp, RecordId) {
    let mut family = MadeUp::new();
    let child = family.child("Noor Lane", "2 Feb 2009");
    family.put(Body::LegalStatus(LegalStatus {
        child,
        status: "Care order".into(),
        code: String::new(),
        from: date("1 Mar 2020"),
        to: None,
        note: String::new(),
    }));
    (family, child)
}

const TODAY: &str = "2026-11-23";

fn target_of(family: &MadeUp, child: RecordId) -> Target {
    let people = people_of(&family.file, child, day(TODAY));
    target(&family.file, child, &people, day(TODAY))
}

#[test]
fn only_what_the_young_person_calls_loving_and_safe_and_has_not_ended_counts() {
    use OwnView::{No, NotAsked, Unsure, Yes};
    let (mut family, child) = in_care();
    let mut put = |one| family.put(Body::Relationship(one));
    put(says(child, "Both", Yes, Yes));
    put(says(child, "Loving only", Yes, No));
    put(says(child, "Safe, the rest not asked", NotAsked, Yes));
    put(says(child, "Asked and no", No, No));
    put(says(child, "Not sure", Unsure, Unsure));
    put(with(child, "Nobody asked"));
    put(Relationship {
        until: Some(date("1 Oct 2026")),
        ..says(child, "Over", Yes, Yes)
    });
    put(Relationship {
        until: Some(date("1 Dec 2026")),
        ..says(child, "Ends next week", Yes, Yes)
    });
    let target = target_of(&family, child);
    assert_eq!((target.there, target.wanted, target.not_asked), (2, 2, 1));
    assert_eq!(target.leaves_on, Some(day("2027-02-02")));
    assert!(target.is_in_care && target.is_in_view);
    assert_eq!(
        target.in_words("Noor"),
        "At least 2 by leaving care on 2 February 2027: 2 that Noor calls loving and safe. One person was not asked about yet."
    );
    let people = people_of(&family.file, child, day(TODAY));
    let marked: Vec<_> = people
        .iter()
        .map(|one| (one.name.as_str(), one.mark()))
        .collect();
    let mark = |name: &str| {
        let found = marked.iter().find(|(known, _)| *known == name);
        found.map(|(_, mark)| mark.as_str()).unwrap()
    };
    assert_eq!(mark("Both"), "LS");
    assert_eq!(mark("Loving only"), "L-");
    assert_eq!(mark("Safe, the rest not asked"), "?S");
    assert_eq!(mark("Asked and no"), "--", "a no is not a question");
    assert_eq!(mark("Not sure"), "~~");
    assert_eq!(mark("Nobody asked"), "?");
    assert_eq!(mark("Over"), "x");
    assert_eq!(
        people.last().unwrap().name,
        "Over",
        "what ended stands last"
    );
}

#[test]
fn the_target_is_quiet_before_leaving_care_is_in_view_and_is_none_out_of_care() {
    let (mut family, child) = in_care();
    let later = |family: &MadeUp, on: &str| {
        let people = people_of(&family.file, child, day(on));
        target(&family.file, child, &people, day(on))
    };
    assert!(!later(&family, "2025-02-01").is_in_view, "15 years old");
    assert!(later(&family, "2025-02-02").is_in_view, "16 today");
    let home = family.child("Ida Lane", "2 Feb 2009");
    let target = target_of(&family, home);
    assert!(!target.is_in_care && !target.is_in_view);
    assert!(target.in_words("Ida").starts_with("Not in care"));
    let unknown = family.child("Bo Lane", "not known");
    assert_eq!(target_of(&family, unknown).leaves_on, None);
}

#[test]
fn the_closest_come_first_and_what_was_not_placed_after_the_circles() {
    let (mut family, child) = in_care();
    for (name, ring) in [
        ("Paid", Some(Ring::Paid)),
        ("Not placed", None),
        ("Club", Some(Ring::Participation)),
        ("Close", Some(Ring::Closest)),
        ("Friend", Some(Ring::Friends)),
    ] {
        family.put(Body::Relationship(Relationship {
            ring,
            ..with(child, name)
        }));
    }
    let people = people_of(&family.file, child, day(TODAY));
    let told: Vec<_> = people.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(told, ["Close", "Friend", "Club", "Paid", "Not placed"]);
}

#[test]
fn what_a_move_a_school_and_leaving_care_would_break_is_said_with_who_is_left() {
    let (mut family, child) = in_care();
    family.put(placed(child, "1 Mar 2020", "", "the Hales", &[]));
    let hanging = |name: &str, on: &[HangsOn]| Relationship {
        hangs_on: on.to_vec(),
        ..says(child, name, OwnView::Yes, OwnView::Yes)
    };
    family.put(Body::Relationship(hanging("Ana Hale", &[HangsOn::Home])));
    family.put(Body::Relationship(hanging("Coach", &[HangsOn::Nearness])));
    family.put(Body::Relationship(hanging("Tutor", &[HangsOn::School])));
    family.put(Body::Relationship(hanging("Adviser", &[HangsOn::Service])));
    family.put(Body::Relationship(with(child, "Cousin")));
    let people = people_of(&family.file, child, day(TODAY));
    let all = breaks(&family.file, child, &people, day(TODAY));
    let said: Vec<String> = all
        .iter()
        .map(|one| format!("{}: {}", one.when, one.in_words()))
        .collect();
    assert_eq!(
        said,
        [
            "If Noor moved from the Hales: Ana Hale; 3 loving and safe would be left",
            "If Noor moved far away: Ana Hale, Coach and Tutor; one loving and safe would be left",
            "If Noor changed school: Tutor; 3 loving and safe would be left",
            "If the people paid to be there changed jobs: nothing that is written hangs on it",
            "If nobody brought them together any more: nothing that is written hangs on it",
            "On leaving care: Adviser and Ana Hale; 2 loving and safe would be left",
        ]
    );
    assert_eq!(names(&unsaid(&people)), "Cousin", "not said is not nothing");
}

#[test]
fn what_earlier_moves_took_and_who_is_missing_from_there() {
    let (mut family, child) = in_care();
    let mo = family.adult("Mo Platt", "foster carer");
    family.put(placed(
        child,
        "1 Mar 2020",
        "30 Aug 2022",
        "Mo Platt",
        &[mo],
    ));
    family.put(placed(
        child,
        "30 Aug 2022",
        "1 Jan 2024",
        "The Garsides",
        &[],
    ));
    family.put(placed(child, "1 Jan 2024", "", "the Hales", &[]));
    family.put(Body::Relationship(Relationship {
        person: Some(mo),
        standing: vec![Standing::FormerCarer],
        ..with(child, "")
    }));
    family.put(Body::Relationship(Relationship {
        until: Some(date("10 Jan 2024")),
        ..with(child, "Liam")
    }));
    family.put(Body::Relationship(Relationship {
        until: Some(date("10 Jun 2023")),
        ..with(child, "Quarrelled")
    }));
    let people = people_of(&family.file, child, day(TODAY));
    let gone = lost(&family.file, child, &people, day(TODAY));
    let told: Vec<_> = gone
        .iter()
        .map(|one| (one.left.as_str(), names(&one.ended), one.nobody))
        .collect();
    assert_eq!(
        told,
        [(
            "Foster care, The Garsides, 30 Aug 2022 to 1 Jan 2024",
            "Liam".to_owned(),
            true
        )]
    );
    let far = distances(&family.file, child, &people, day(TODAY));
    assert_eq!(
        far[0].in_words(),
        "home now: Foster care, the Hales, 38 miles"
    );
}

#[test]
fn what_the_record_knows_is_shown_with_its_place_and_never_doubled() {
    let (mut family, child) = in_care();
    let mo = family.adult("Mo Platt", "foster carer");
    let mother = family.adult("Ruth Lane", "mother");
    let sister = family.child("Kit Lane", "2012");
    family.put(placed(
        child,
        "1 Mar 2020",
        "30 Aug 2022",
        "Mo Platt",
        &[mo],
    ));
    family.put(bond(mo, BondKind::TrustedAdult, child));
    family.put(bond(mother, BondKind::Parent, child));
    family.put(bond(mother, BondKind::Parent, sister));
    family.put(advocate(child, None, "Ms Aziz"));
    let told = |family: &MadeUp| -> Vec<String> {
        let people = people_of(&family.file, child, day(TODAY));
        let words = people.iter().map(|one| {
            let from = one.known_from.iter().map(|known| known.words.as_str());
            let from: Vec<&str> = from.collect();
            format!(
                "{}, {}: {}",
                one.name,
                one.standing_in_words(),
                from.join(" / ")
            )
        });
        words.collect()
    };
    let elsewhere = [
        "Kit, brother or sister: the same parent, among the family's bonds",
        "Mo, trusted adult, former carer: among the family's bonds / cared 1 Mar 2020 to 30 Aug 2022",
        "Ms Aziz, advocate: named among the parts of the stages",
        "Ruth, family: among the family's bonds",
    ];
    assert_eq!(told(&family), elsewhere);
    family.put(Body::Relationship(Relationship {
        person: Some(mo),
        ring: Some(Ring::Closest),
        ..with(child, "")
    }));
    family.put(Body::Relationship(with(child, "ms aziz")));
    let now = told(&family);
    assert_eq!(now.len(), 4, "{now:?}");
    assert!(
        now[0].starts_with("Mo, trusted adult, former carer"),
        "{now:?}"
    );
    assert!(now.iter().any(|one| one.starts_with("ms aziz, advocate")));
}

#[test]
fn nobody_who_died_or_was_never_born_is_still_to_be_asked_about() {
    let (mut family, child) = in_care();
    let gone = |family: &mut MadeUp, name: &str| {
        family.put(Body::Person(Person {
            name: name.into(),
            died: Some(date("4 May 2022")),
            ..Person::default()
        }))
    };
    let brother = gone(&mut family, "Sam Lane");
    let carer = gone(&mut family, "Mo Platt");
    let teacher = gone(&mut family, "Mr Obuya");
    let speaks = gone(&mut family, "Ms Aziz");
    let twin = family.put(Body::Person(Person {
        name: "Baby Lane".into(),
        arrival: Arrival::Stillborn,
        ..Person::default()
    }));
    let sister = family.child("Kit Lane", "2012");
    family.put(bond(child, BondKind::Sibling, brother));
    family.put(bond(twin, BondKind::Twin, child));
    family.put(bond(teacher, BondKind::TrustedAdult, child));
    family.put(bond(sister, BondKind::Sibling, child));
    family.put(placed(
        child,
        "1 Mar 2020",
        "4 May 2022",
        "Mo Platt",
        &[carer],
    ));
    family.put(advocate(child, Some(speaks), ""));
    let people = people_of(&family.file, child, day(TODAY));
    let told: Vec<_> = people.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(told, ["Kit"]);
    assert_eq!(target_of(&family, child).not_asked, 1);
}

#[test]
fn promises_that_are_late_come_first_and_requests_that_wait() {
    let (mut family, child) = in_care();
    let promise = |words: &str, due: &str, kept: &str, not_kept: &str| {
        Body::Promise(Promise {
            child,
            person: None,
            by: "B Sands".into(),
            words: words.into(),
            made_on: date("1 Sep 2026"),
            due: (!due.is_empty()).then(|| date(due)),
            kept_on: (!kept.is_empty()).then(|| date(kept)),
            not_kept: not_kept.into(),
        })
    };
    family.put(promise("kept", "1 Oct 2026", "30 Sep 2026", ""));
    family.put(promise("open", "30 Nov 2026", "", ""));
    family.put(promise("broken", "", "", "It was not hers to promise."));
    family.put(promise("late", "20 Nov 2026", "", ""));
    let all = promises(&family.file, child, day(TODAY));
    let told: Vec<_> = all
        .iter()
        .map(|one| promise_in_words(&one.body, day(TODAY)))
        .collect();
    assert_eq!(
        told,
        [
            "late, by 20 Nov 2026",
            "by 30 Nov 2026",
            "not kept",
            "kept 30 Sep 2026"
        ]
    );
}

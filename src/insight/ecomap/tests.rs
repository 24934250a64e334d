//! Who stands in the middle, in which order what is around them is told, and what is left out.

use super::*;
use crate::insight::made_up::{MadeUp, date, day};
use crate::record::{Body, Bond, BondKind, NamedRole};

fn connection(whose: Option<RecordId>, with: &str, kind: SystemKind, strength: Tie) -> Connection {
    Connection {
        whose,
        with: with.to_owned(),
        kind,
        strength,
        ..Connection::default()
    }
}

fn put(family: &mut MadeUp, connection: Connection) -> RecordId {
    family.put(Body::Connection(connection))
}

const TODAY: &str = "2026-11-23";

#[test]
fn informal_comes_first_and_in_it_what_is_strong_and_calm() {
    use SystemKind::{Formal, Informal};
    let mut family = MadeUp::new();
    let ava = Some(family.child("Ava", "2019"));
    for (with, kind, strength) in [
        ("Court", Formal, Tie::Tenuous),
        ("Brass band", Informal, Tie::Tenuous),
        ("Aunt", Informal, Tie::Strong),
        ("School", Formal, Tie::Strong),
        ("Zoe", Informal, Tie::Strong),
    ] {
        put(&mut family, connection(ava, with, kind, strength));
    }
    let father = Connection {
        stressful: true,
        ..connection(ava, "Dad", Informal, Tie::Strong)
    };
    put(&mut family, father);
    put(
        &mut family,
        connection(None, "Neighbours", Informal, Tie::Strong),
    );
    let ecomap = ecomap(&family.file, ava, day(TODAY));
    let names: Vec<_> = ecomap.systems.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(
        names,
        ["Aunt", "Zoe", "Dad", "Brass band", "School", "Court"]
    );
    assert_eq!(ecomap.systems[2].in_words(), "strong, with stress");
}

#[test]
fn what_ended_or_lies_ahead_is_told_and_not_drawn() {
    let mut family = MadeUp::new();
    let job = |since: Option<&str>, until: Option<&str>| Connection {
        since: since.map(date),
        until: until.map(date),
        ..connection(None, "Job", SystemKind::Informal, Tie::Ordinary)
    };
    for (since, until, is_drawn) in [
        (None, None, true),
        (Some("2024"), None, true),
        (None, Some("Aug 2022"), false),
        (None, Some("23 Nov 2026"), false),
        (None, Some("24 Nov 2026"), true),
        (None, Some("Nov 2026"), true),
        (None, Some("not known"), false),
        (Some("Jan 2027"), None, false),
    ] {
        let id = put(&mut family, job(since, until));
        let ecomap = ecomap(&family.file, None, day(TODAY));
        let is_in = |all: &[System]| all.iter().any(|one| one.record == id);
        assert_eq!(is_in(&ecomap.systems), is_drawn, "{since:?} {until:?}");
        assert_eq!(is_in(&ecomap.not_drawn), !is_drawn, "{since:?} {until:?}");
    }
    let before = ecomap(&family.file, None, day("2022-01-01"));
    assert!(
        before
            .systems
            .iter()
            .any(|one| one.time == "until Aug 2022")
    );
}

#[test]
fn every_child_can_stand_in_the_middle_and_grown_ups_who_have_a_connection() {
    let mut family = MadeUp::new();
    let ava = family.child("Ava", "2019");
    let jo = family.adult("Jo", "mother");
    family.adult("Al", "father");
    put(
        &mut family,
        connection(Some(jo), "Work", SystemKind::Informal, Tie::Strong),
    );
    assert_eq!(centres(&family.file), [None, Some(ava), Some(jo)]);
    assert_eq!(centre_name(&family.file, None), "The family");
}

#[test]
fn what_the_record_knows_is_offered_until_it_is_connected() {
    let mut family = MadeUp::new();
    let ava = family.child("Ava", "2019");
    let teacher = family.adult("Mr Obuya", "teacher");
    family.put(Body::Bond(Bond {
        from: teacher,
        to: ava,
        kind: BondKind::TrustedAdult,
        since: None,
        until: None,
        note: String::new(),
    }));
    let offered = |family: &MadeUp, whose| -> Vec<String> {
        let also = also_in_the_record(&family.file, whose, day(TODAY));
        also.into_iter()
            .map(|one| format!("{}: {}", one.name, one.as_what))
            .collect()
    };
    assert_eq!(offered(&family, Some(ava)), ["Mr Obuya: trusted adult"]);
    assert!(offered(&family, None).is_empty());
    put(
        &mut family,
        connection(
            Some(ava),
            "Mr Obuya at school",
            SystemKind::Formal,
            Tie::Strong,
        ),
    );
    assert!(offered(&family, Some(ava)).is_empty());
}

#[test]
fn what_the_record_knows_is_offered_until_its_last_day_has_come() {
    let mut family = MadeUp::new();
    let ava = family.child("Ava", "2019");
    for (name, until) in [
        ("Today", "23 Nov 2026"),
        ("Tomorrow", "24 Nov 2026"),
        ("Unclear", "not known"),
    ] {
        let person = family.adult(&format!("{name} by bond"), "teacher");
        family.put(Body::Bond(Bond {
            from: person,
            to: ava,
            kind: BondKind::TrustedAdult,
            since: None,
            until: Some(date(until)),
            note: String::new(),
        }));
        family.put(Body::NamedRole(NamedRole {
            role: "advocate".to_owned(),
            of: Some(ava),
            person: None,
            name: format!("{name} by part"),
            since: None,
            until: Some(date(until)),
            note: String::new(),
        }));
    }
    let also = also_in_the_record(&family.file, Some(ava), day(TODAY));
    let names: Vec<_> = also.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Tomorrow by bond", "Tomorrow by part"]);
}

#[test]
fn a_person_reads_their_connections_and_those_with_them() {
    let mut family = MadeUp::new();
    let ava = family.child("Ava", "2019");
    let gran = family.adult("Gran", "grandmother");
    let with_gran = Connection {
        person: Some(gran),
        flow: Flow::Towards,
        ..connection(Some(ava), "", SystemKind::Informal, Tie::Strong)
    };
    put(&mut family, with_gran);
    let told = |person| {
        let lines = connections_in_words(&family.file, person, day(TODAY));
        lines
            .into_iter()
            .map(|(words, _)| words)
            .collect::<Vec<_>>()
    };
    assert_eq!(told(ava), ["Gran (informal): strong; gives to them"]);
    assert_eq!(told(gran), ["On the ecomap of Ava: strong; gives to them"]);
}

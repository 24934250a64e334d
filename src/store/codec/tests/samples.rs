//! One value of every kind, with nothing left empty: what the golden files hold.

pub(super) mod private;
mod relations;
mod supervision;
mod thinking;

use crate::practice::Zone;
use crate::practice::matrix::{self, Capacity, Levels, Resilience, RiskStatus, Wishes};
use crate::record::*;
use crate::store::journal::{JournalEntry, WrittenRevision};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

pub(super) fn id(number: u8) -> RecordId {
    RecordId::from_bytes([number; 16])
}

pub(super) fn moment() -> DateTime<Utc> {
    DateTime::from_timestamp_nanos(1_795_420_800_123_456_789)
}

pub(super) fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2021, 3, day).unwrap()
}

pub(super) fn date(reading: Reading) -> FuzzyDate {
    let time = NaiveTime::from_hms_opt(21, 5, 0);
    FuzzyDate::new("?tua'r 4ydd", reading, time, true)
}

pub(super) fn record(body: Body) -> Record<Body> {
    let meta = Meta {
        id: id(1),
        case: id(2),
        author: "M Clarke".into(),
        recorded_at: moment(),
        revision: 300,
        removed: Some("entered twice".into()),
    };
    Record { meta, body }
}

pub(super) fn account() -> Account {
    let doubt = Doubt {
        kind: DoubtKind::OutOfOrder,
        text: "Far from the rows around it.".into(),
        settled: true,
    };
    Account {
        id: id(3),
        source: "Police".into(),
        source_kind: "police".into(),
        reference: "MP/1".into(),
        recorded_by: "PC 12".into(),
        when: date(Reading::About(Part::Month {
            year: 2021,
            month: 3,
        })),
        known_on: Some(day(5)),
        text: "Łukasz rang.".into(),
        analysis: "a".into(),
        action: "b".into(),
        more: vec![("Officer".into(), "12".into())],
        origin: Some(Origin {
            import: id(4),
            file: "police.csv".into(),
            record: 7,
            line: 70_000,
            doubts: vec![doubt],
        }),
    }
}

pub(super) fn entry() -> Entry {
    Entry {
        when: date(Reading::On(Part::Day(day(4)))),
        headline: "Rang".into(),
        children: vec![id(5)],
        people: vec![id(6)],
        accounts: vec![account()],
        significance: Significance::Turning,
        impact: "c".into(),
        impact_evidence: "d".into(),
        link_now: "e".into(),
        link_then: "f".into(),
        research: "g".into(),
        analysis: "h".into(),
        action: "i".into(),
        why_no_action: "j".into(),
        family_view: "k".into(),
        themes: vec!["police".into()],
        zone: Some(Zone::Orange),
        linked: vec![id(7)],
    }
}

/// One record of every kind.
pub(super) fn records() -> Vec<(&'static str, Body)> {
    let year = Reading::Before(Part::Year(2019));
    let between = Reading::Between(Part::Year(2019), Part::Day(day(1)));
    let mut records = vec![
        (
            "case",
            Body::Case(Case {
                name: "Hughes".into(),
                reference: "1".into(),
                worker: "M Clarke".into(),
                opened: Some(date(year)),
                closed: Some(date(between)),
                note: "n".into(),
            }),
        ),
        (
            "person",
            Body::Person(Person {
                name: "Siân".into(),
                known_as: "Nain".into(),
                also_written: vec!["SIAN".into()],
                relation: "grandmother".into(),
                is_child: true,
                born: Some(date(Reading::After(Part::Year(1950)))),
                died: Some(date(Reading::Unknown)),
                sex: Sex::Other,
                reference: "p1".into(),
                notes: "n".into(),
                arrival: Arrival::Stillborn,
                born_elsewhere: vec![SaidDate {
                    date: date(year),
                    by: "Police".into(),
                }],
                died_elsewhere: vec![SaidDate {
                    date: date(between),
                    by: "GP".into(),
                }],
            }),
        ),
        (
            "bond",
            Body::Bond(Bond {
                from: id(8),
                to: id(9),
                kind: BondKind::Other("godmother".into()),
                since: Some(date(year)),
                until: None,
                note: "n".into(),
            }),
        ),
        (
            "placement",
            Body::Placement(Placement {
                child: id(5),
                from: date(year),
                to: Some(date(between)),
                kind: "Foster care".into(),
                carer: "P Hart".into(),
                carers: vec![id(10)],
                place: "Aberaeron".into(),
                miles_from_home: Some(40),
                why_ended: "planned".into(),
                note: "n".into(),
            }),
        ),
        (
            "legal-status",
            Body::LegalStatus(LegalStatus {
                child: id(5),
                status: "Section 20".into(),
                code: "V2".into(),
                from: date(year),
                to: None,
                note: "n".into(),
            }),
        ),
        ("entry", Body::Entry(entry())),
        (
            "import",
            Body::Import(Import {
                files: vec![ImportedFile {
                    file: "police.csv".into(),
                    encoding: "windows-1252".into(),
                    separator: ';',
                    rows: 3,
                    entries: 1,
                    joined: 1,
                    set_aside: vec![SetAside {
                        record: 3,
                        line: 4,
                        why: "blank".into(),
                        cells: vec![String::new()],
                    }],
                }],
            }),
        ),
        (
            "verdict",
            Body::Verdict(Verdict {
                one: id(3),
                other: id(11),
                same_event: true,
                why: "w".into(),
            }),
        ),
        ("factor-finding", Body::FactorFinding(factor_finding())),
        ("zone-decision", Body::ZoneDecision(zone_decision())),
        (
            "shown-capacity",
            Body::ShownCapacity(ShownCapacity {
                carer: id(6),
                from: date(year),
                to: Some(date(between)),
                evidence: "e".into(),
                entries: vec![id(13)],
                why_ended: "w".into(),
            }),
        ),
        (
            "lapse",
            Body::Lapse(Lapse {
                carer: id(6),
                on: date(year),
                what: "w".into(),
                how_met: "h".into(),
                direction: "d".into(),
                entries: vec![id(13)],
            }),
        ),
        (
            "stage-mark",
            Body::StageMark(StageMark {
                item: "S1G.4".into(),
                child: Some(id(5)),
                progress: Progress::NotNeeded,
                on: Some(date(year)),
                words: "w".into(),
                evidence: vec![id(13)],
            }),
        ),
        (
            "named-role",
            Body::NamedRole(NamedRole {
                role: "trusted-adult".into(),
                of: Some(id(5)),
                person: Some(id(6)),
                name: "Y Marchbank".into(),
                since: Some(date(year)),
                until: None,
                note: "n".into(),
            }),
        ),
    ];
    records.extend(thinking::records());
    records.extend(supervision::records());
    records.extend(relations::records());
    records
}

pub(super) fn factor_finding() -> FactorFinding {
    FactorFinding {
        subject: Subject::Together(vec![id(6), id(7)]),
        factor: "neglect".into(),
        named: "n".into(),
        status: Status::Absent,
        on: Some(date(Reading::On(Part::Day(day(4))))),
        evidence: "e".into(),
        entries: vec![id(13)],
        source_kind: "health".into(),
        said_by: "s".into(),
        offsets: vec!["high-stress".into()],
        how_offsets: "h".into(),
        rating: "r".into(),
        probability: "p".into(),
        timescale: "t".into(),
        frequency: "f".into(),
        movement: "m".into(),
        changes_needed: "c".into(),
        origin: "factors.csv, row 2".into(),
    }
}

pub(super) fn zone_decision() -> ZoneDecision {
    ZoneDecision {
        child: id(5),
        on: date(Reading::On(Part::Day(day(4)))),
        zone: Zone::Yellow,
        counts_from: Some(date(Reading::On(Part::Day(day(2))))),
        counts_from_why: "w".into(),
        reading: matrix::Reading {
            resilience: Some(Resilience::Reduced),
            risk: Some(RiskStatus::NewOrReemerged),
            capacity: Some(Capacity::Shown(Some(day(1)))),
            positive_change: Some(false),
            wishes: Some(Wishes::ChildOfTwoMinds),
        },
        levels: Levels {
            resilience: Some(Zone::Green),
            risk: Some(Zone::Orange),
            welfare: None,
        },
        reason: "r".into(),
        why_otherwise: "o".into(),
        carers: vec![id(6)],
        period: Some(Period {
            months: 3,
            why: "under two".into(),
            agreed_by: "M Tidewell".into(),
        }),
        earlier_capacity_agreed_by: "M Tidewell".into(),
        voices: vec![Voice {
            of: VoiceOf::Independent,
            name: "G Pellow".into(),
            on: Some(date(Reading::On(Part::Day(day(5))))),
            view: View::Dissents,
            words: "w".into(),
        }],
        contributors: vec!["S4B.3".into()],
        evidence: vec![id(13)],
        origin: "zones.csv, row 2".into(),
    }
}

pub(super) fn line() -> CaseLine {
    CaseLine {
        case: id(2),
        name: "Hughes".into(),
        worker: "M Clarke".into(),
        children: vec![ChildLine {
            id: id(5),
            short_name: "Gwen".into(),
            name: "Gwen Hughes".into(),
            born: Some(date(Reading::On(Part::Year(2015)))),
            lives: "Foster care".into(),
            legal: "Section 20".into(),
            zones: vec![ZoneSpell {
                zone: Zone::Orange,
                from: day(4),
                last_decided: day(9),
                months: 6,
            }],
        }],
        entries: 300,
        last_entry: Some(day(9)),
        open_doubts: 2,
        written_at: moment(),
        closed: true,
        supervised_on: Some(day(8)),
        dues: vec![DueDay {
            day: day(9),
            what: "Review".into(),
            child: Some(id(5)),
        }],
        recent: vec![(day(9), 300)],
    }
}

pub(super) fn journal_entry() -> JournalEntry {
    JournalEntry {
        author: "M Clarke".into(),
        at: moment(),
        label: "add entry".into(),
        case: id(2),
        written: vec![WrittenRevision {
            kind: 6,
            id: id(1),
            revision: 300,
            hash: [9; 16],
        }],
        previous: [8; 32],
    }
}

//! Golden files: every kind of value, as the program that wrote it first wrote it, opens for ever and means the same.
//!
//! They stand in `tests/golden/v1/`, one file a kind, the envelope in hexadecimal. When a test here fails, a type that is
//! stored was changed: see the top of `codec/mod.rs` for what to do. `GOLDEN=write cargo test golden` writes files that
//! are missing and never touches one that is there.

mod samples;

use super::*;
use crate::practice::Zone;
use crate::practice::goals::Level;
use crate::practice::matrix::{Capacity, Resilience, RiskStatus, Wishes};
use crate::store::draft::{Draft, Setting};
use crate::store::journal::{Head, Tally};
use samples::*;
use std::fmt::Debug;
use std::path::PathBuf;

/// Compares an envelope with the golden file of its name and gives what the file holds.
fn golden(name: &str, bytes: &[u8]) -> Vec<u8> {
    golden_of(1, name, bytes)
}

fn golden_of(version: u8, name: &str, bytes: &[u8]) -> Vec<u8> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/v{version}"));
    let path = folder.join(format!("{name}.hex"));
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    if !path.exists() && std::env::var_os("GOLDEN").is_some_and(|word| word == "write") {
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(&path, hex.clone() + "\n").unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("no golden file {name}"));
    let found = found.trim_end();
    assert_eq!(
        found, hex,
        "today's encoding of {name} differs from version {version}"
    );
    let byte = |at: usize| u8::from_str_radix(&found[at..at + 2], 16).unwrap();
    (0..found.len()).step_by(2).map(byte).collect()
}

#[test]
fn golden_records_of_every_kind_open_and_are_written_the_same() {
    let all = records();
    assert_eq!(
        all.len(),
        RecordKind::ALL.len(),
        "a kind has no golden file"
    );
    for (name, body) in all {
        let record = record(body);
        let version = version_of(record.body.kind().number());
        let bytes = golden_of(version, name, &encode_record(&record).unwrap());
        assert_eq!(decode_record(&bytes).unwrap(), record, "{name}");
    }
}

#[test]
fn golden_values_that_are_no_records_open_and_are_written_the_same() {
    fn same<T: Stored + PartialEq + Debug>(name: &str, value: &T) {
        let bytes = golden_of(T::VERSION, name, &encode(value).unwrap());
        assert_eq!(decode::<T>(&bytes).unwrap(), *value, "{name}");
    }
    same("caseload-line", &line());
    same("journal-entry", &journal_entry());
    same(
        "journal-head",
        &Head {
            seq: 300,
            hash: [7; 32],
            lines: 10_000,
        },
    );
    same(
        "tally",
        &Tally {
            records: 300,
            superseded: 1,
            last: 1 << 60,
        },
    );
    same(
        "draft",
        &Draft {
            id: id(12),
            case: Some(id(2)),
            kind: "entry".into(),
            fields: vec![("what".into(), "Sch".into())],
            written_at: moment(),
        },
    );
    same("private-book", &private::book());
    same("private-note", &private::revision());
    same("private-tally", &private::tally());
    same("private-draft", &private::draft());
    same(
        "setting",
        &Setting {
            name: "idle_minutes".into(),
            value: "10".into(),
        },
    );
}

#[test]
fn golden_caseload_lines_of_earlier_versions_open_and_know_of_less() {
    let mut expected = CaseLine {
        supervised_on: None,
        dues: Vec::new(),
        recent: Vec::new(),
        ..line()
    };
    assert_eq!(earlier_line("v2"), expected);
    expected.children[0].zones.clear();
    assert_eq!(earlier_line("v1"), expected);
}

#[test]
fn golden_people_and_bonds_of_earlier_versions_open_and_tell_less() {
    let mut all = records().into_iter();
    let Some((_, Body::Person(person))) = all.find(|(name, _)| *name == "person") else {
        panic!("no person")
    };
    let then = Person {
        arrival: Arrival::Born,
        born_elsewhere: Vec::new(),
        died_elsewhere: Vec::new(),
        ..person
    };
    let of_file = |name: &str| decode_record(&bytes_of("v1", name)).unwrap();
    assert_eq!(of_file("person"), record(Body::Person(then)));
    let bond = records().into_iter().find(|(name, _)| *name == "bond");
    assert_eq!(of_file("bond"), record(bond.unwrap().1));
}

fn earlier_line(version: &str) -> CaseLine {
    decode::<CaseLine>(&bytes_of(version, "caseload-line")).unwrap()
}

fn bytes_of(version: &str, name: &str) -> Vec<u8> {
    let path = format!(
        "{}/tests/golden/{version}/{name}.hex",
        env!("CARGO_MANIFEST_DIR")
    );
    let found = std::fs::read_to_string(path).unwrap();
    let found = found.trim_end();
    let byte = |at: usize| u8::from_str_radix(&found[at..at + 2], 16).unwrap();
    (0..found.len()).step_by(2).map(byte).collect()
}

#[test]
fn what_a_newer_version_wrote_is_refused_and_never_guessed_at() {
    let mut bytes = encode(&line()).unwrap();
    bytes[1] = 4;
    let refused = decode::<CaseLine>(&bytes);
    assert!(matches!(
        refused,
        Err(StoreError::Newer { found: 4, known: 3 })
    ));
    let mut bytes = encode_record(&record(Body::Entry(entry()))).unwrap();
    bytes[1] = 2;
    assert!(matches!(
        decode_record(&bytes),
        Err(StoreError::Newer { .. })
    ));
    assert!(
        decode::<Tally>(&encode(&line()).unwrap()).is_err(),
        "another kind"
    );
    assert!(decode_record(&[]).is_err());
}

#[test]
fn golden_choices_keep_their_numbers() {
    use BondKind::*;
    let bonds = [
        Parent,
        StepParent,
        AdoptiveParent,
        Grandparent,
        AuntOrUncle,
        Sibling,
        HalfSibling,
        FosterCarer,
        KinshipCarer,
        Married,
        Partner,
        Separated,
        Advocate,
        TrustedAdult,
        Other(String::new()),
    ];
    use DoubtKind::*;
    let doubts = [
        NoDate,
        NoSuchDay,
        WeekdayDoesNotFit,
        InTheFuture,
        BeforeBirth,
        AfterDeath,
        TooManyCells,
        TooFewCells,
        WhichChild,
        OutOfOrder,
        Unreadable,
    ];
    use Significance::*;
    let weights = [Background, Ordinary, Key, Turning];
    let sexes = [Sex::Female, Sex::Male, Sex::Other, Sex::NotKnown];
    let year = Part::Year(1);
    let readings = [
        Reading::Unknown,
        Reading::On(year),
        Reading::About(year),
        Reading::Before(year),
        Reading::After(year),
        Reading::Between(year, year),
    ];
    let all = (bonds.to_vec(), doubts, weights, sexes, Zone::ALL, readings);
    let bytes = write(0, 1, &all).unwrap();
    let found = golden("choices", &bytes);
    assert_eq!(found, bytes);
    let of_the_matrix = (
        Resilience::ALL,
        RiskStatus::ALL,
        Wishes::ALL,
        [Capacity::NotShown, Capacity::Shown(None)],
        [Status::Present, Status::Absent, Status::NotKnown],
        VoiceOf::ALL,
        [View::Agrees, View::Dissents, View::NotRecorded],
        [Progress::Done, Progress::NotYet, Progress::NotNeeded],
        [
            Subject::Person(id(1)),
            Subject::Together(vec![]),
            Subject::Family,
        ],
    );
    let bytes = write(0, 1, &of_the_matrix).unwrap();
    let found = golden("choices-of-the-matrix", &bytes);
    assert_eq!(found, bytes);
    let of_thinking = (
        [
            Teller::Person(id(1)),
            Teller::Together(vec![]),
            Teller::WiderFamily,
            Teller::Professionals,
        ],
        [
            HypothesisState::Live,
            HypothesisState::SetAside,
            HypothesisState::Replaced,
        ],
        [
            Strength::FirstThought,
            Strength::Possible,
            Strength::WellSupported,
        ],
        Horizon::ALL,
        [Holds::NotSaid, Holds::Yes, Holds::Partly, Holds::No],
        Level::ALL,
        [
            Shown::Seen,
            Shown::OwnAccount,
            Shown::OthersAccount,
            Shown::Attendance,
        ],
    );
    let bytes = write(0, 1, &of_thinking).unwrap();
    let found = golden("choices-of-thinking", &bytes);
    assert_eq!(found, bytes);
    let of_supervision = [
        SupervisionKind::Individual,
        SupervisionKind::Group,
        SupervisionKind::AdHoc,
    ];
    let bytes = write(0, 1, &of_supervision).unwrap();
    let found = golden("choices-of-supervision", &bytes);
    assert_eq!(found, bytes);
    // In the order of their numbers; forms list them otherwise.
    let views = [
        OwnView::NotAsked,
        OwnView::Yes,
        OwnView::No,
        OwnView::Unsure,
    ];
    let of_relations = (
        [Divorced, StepSibling, Twin, IdenticalTwin],
        Arrival::ALL,
        TieKind::ALL,
        (SystemKind::ALL, Tie::ALL, Flow::ALL),
        (views, Standing::ALL, Ring::ALL, HangsOn::ALL),
        Answer::ALL,
    );
    let bytes = write(0, 1, &of_relations).unwrap();
    let found = golden("choices-of-relations", &bytes);
    assert_eq!(found, bytes);
}

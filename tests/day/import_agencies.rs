//! Files as other agencies send them: encodings, separators, headers and habits that no sample shows.

use crate::import_desk::day;
use throughline::exchange::import::*;
use throughline::record::*;

fn child(name: &str, born: NaiveDateParts) -> Person {
    let born = FuzzyDate::day(day(born.0, born.1, born.2));
    Person {
        name: name.to_owned(),
        is_child: true,
        born: Some(born),
        ..Person::default()
    }
}

type NaiveDateParts = (i32, u32, u32);

/// A family with two children and their mother.
fn family() -> CaseFile {
    let mut mint = Mint::seeded(9);
    let case = mint.next_id();
    let people = [
        child("Gwenllian Rhys", (2012, 5, 1)),
        child("Tomos Rhys", (2015, 9, 9)),
        Person {
            name: "Ffion Rhys".to_owned(),
            relation: "mother".to_owned(),
            ..Person::default()
        },
    ];
    let mut writes = vec![Write::Put(
        case,
        Box::new(Body::Case(Case {
            name: "Rhys".to_owned(),
            ..Case::default()
        })),
    )];
    writes.extend(people.map(|person| Write::Put(mint.next_id(), Box::new(Body::Person(person)))));
    let mut file = CaseFile::default();
    let change = Change::of(
        &file,
        case,
        "A Worker",
        "begin",
        chrono::DateTime::UNIX_EPOCH,
        writes,
    );
    change.apply(&mut file);
    file
}

pub fn read(name: &str, bytes: &[u8]) -> Result<ImportPlan, ImportFault> {
    read_with(name, bytes, Mapping::default())
}

pub fn read_with(name: &str, bytes: &[u8], mapping: Mapping) -> Result<ImportPlan, ImportFault> {
    let files = ImportFiles {
        chronologies: vec![SourceFile {
            name: name.to_owned(),
            bytes: bytes.to_vec(),
        }],
        ..ImportFiles::default()
    };
    let options = ImportOptions {
        family: "Rhys".to_owned(),
        today: day(2026, 11, 23),
        mapping,
    };
    plan(
        &family(),
        &files,
        &options,
        &mut Mint::seeded(2),
        &mut |_| {},
    )
}

/// The entries that a file would bring, in the order of its rows.
pub fn entries(plan: &ImportPlan) -> Vec<Entry> {
    let entries = plan.writes.iter().filter_map(|write| match write {
        Write::Put(_, body) => match body.as_ref() {
            Body::Entry(entry) => Some(entry.clone()),
            _ => None,
        },
        Write::Remove(..) => None,
    });
    entries.collect()
}

pub fn told(name: &str, bytes: &[u8]) -> Vec<Entry> {
    entries(&read(name, bytes).unwrap_or_else(|fault| panic!("{fault}")))
}

pub fn doubts(entry: &Entry) -> Vec<DoubtKind> {
    entry.accounts[0]
        .origin
        .as_ref()
        .unwrap()
        .doubts
        .iter()
        .map(|doubt| doubt.kind)
        .collect()
}

pub const TABLE: &str = "Date,Child,Event\n03/02/2021,Tomos,Sŵn mawr yn y tŷ – £5\n04/02/2021,Gwenllian,Heard it\n05/02/2021,Tomos,Slept\n06/02/2021,Tomos,Well\n";

#[test]
fn an_encoding_is_found_with_or_without_a_mark() {
    let utf16 = |text: &str, bytes_of: fn(u16) -> [u8; 2]| {
        text.encode_utf16().flat_map(bytes_of).collect::<Vec<u8>>()
    };
    let tabs = TABLE.replace(',', "\t").replace('\n', "\r\n");
    let cases: [(&str, Vec<u8>); 6] = [
        ("UTF-8", TABLE.as_bytes().to_vec()),
        ("UTF-8", ["\u{feff}", TABLE].concat().into_bytes()),
        (
            "UTF-16LE",
            utf16(&["\u{feff}", &tabs].concat(), u16::to_le_bytes),
        ),
        (
            "UTF-16BE",
            utf16(&["\u{feff}", &tabs].concat(), u16::to_be_bytes),
        ),
        ("UTF-16LE", utf16(&tabs, u16::to_le_bytes)),
        ("UTF-16BE", utf16(&tabs, u16::to_be_bytes)),
    ];
    for (encoding, bytes) in cases {
        let plan = read("other.csv", &bytes).unwrap();
        assert_eq!(plan.report.files[0].encoding, encoding);
        let entries = entries(&plan);
        assert_eq!(entries.len(), 4, "{encoding}");
        assert_eq!(
            entries[0].accounts[0].text, "Sŵn mawr yn y tŷ – £5",
            "{encoding}"
        );
        assert!(
            entries.iter().all(|entry| doubts(entry).is_empty()),
            "{encoding}"
        );
    }
}

#[test]
fn letters_that_do_not_fit_are_kept_and_asked_about() {
    let mut bytes = TABLE.as_bytes().to_vec();
    bytes.extend(b"07/02/2021,Tomos,She said \x93hello\x94\n");
    let plan = read("pasted.csv", &bytes).unwrap();
    let entries = entries(&plan);
    assert_eq!(plan.report.files[0].encoding, "UTF-8");
    assert_eq!(
        entries[0].accounts[0].text, "Sŵn mawr yn y tŷ – £5",
        "the rest stays as it is"
    );
    assert_eq!(entries[4].accounts[0].text, "She said “hello”");
    assert_eq!(doubts(&entries[4]), [DoubtKind::Unreadable]);
    assert!(
        doubts(&entries[3]).is_empty(),
        "only that row is asked about"
    );
}

#[test]
fn separators_and_line_ends_are_found() {
    for separator in [',', ';', '\t', '|'] {
        for end in ["\n", "\r\n", "\r"] {
            let text = TABLE
                .replace(',', &separator.to_string())
                .replace('\n', end);
            let plan = read("other.csv", text.as_bytes()).unwrap();
            let origins: Vec<_> = entries(&plan)
                .iter()
                .map(|entry| entry.accounts[0].origin.clone().unwrap())
                .collect();
            let places: Vec<_> = origins
                .iter()
                .map(|origin| (origin.record, origin.line))
                .collect();
            assert_eq!(
                places,
                [(2, 2), (3, 3), (4, 4), (5, 5)],
                "{separator:?} {end:?}"
            );
            assert_eq!(plan.report.files[0].separator, separator, "{end:?}");
        }
    }
}

#[test]
fn a_header_is_found_under_titles() {
    let text = format!("Rhys family: significant events,,\nPrinted 20/11/2026,,\n,,\n{TABLE}");
    let plan = read("other.csv", text.as_bytes()).unwrap();
    let entries = entries(&plan);
    assert_eq!(entries.len(), 4);
    let origin = entries[0].accounts[0].origin.as_ref().unwrap();
    assert_eq!(
        (origin.record, origin.line),
        (2, 5),
        "the header is 1; lines are the file's own"
    );
    assert!(
        plan.report.notices[0].ends_with("Rhys family: significant events / Printed 20/11/2026"),
        "what stands above is told: {:?}",
        plan.report.notices
    );
}

#[test]
fn no_row_is_taken_for_a_header_or_passed_over_above_one() {
    let rows = "Easter 2020,Lowri,She stayed with Moira\n03/05/2021,Lowri,She was late\n04/05/2021,Lowri,She was early\n";
    let plan = read("nameless.csv", rows.as_bytes()).unwrap();
    assert_eq!(entries(&plan).len(), 3, "the first row is one of them");
    let late = "Pryd,Pwy,Beth\n01/05/2021,Lowri,One\n02/05/2021,Lowri,Two\nDate,Child,Note\n03/05/2021,Lowri,Three\n";
    let fault = read("late.csv", late.as_bytes()).err().unwrap();
    assert!(fault.to_string().contains("nothing was written"), "{fault}");
}

#[test]
fn columns_are_told_by_their_cells_when_nobody_knows_their_names() {
    let text = "Wann,Wer,Was\n03/02/2021,Tomos Rhys,A long sentence about the day\n04/02/2021,Gwenllian Rhys,Another long one\n";
    let entries = told("other.csv", text.as_bytes());
    assert_eq!(entries[0].when.exact_day(), Some(day(2021, 2, 3)));
    assert_eq!(entries[1].accounts[0].text, "Another long one");
    assert_eq!(
        (entries[0].children.len(), doubts(&entries[0]).len()),
        (1, 0)
    );
    let headless = "03/02/2021,Tomos Rhys,A long sentence about the day\n04/02/2021,Gwenllian Rhys,Another long one\n";
    let entries = told("other.csv", headless.as_bytes());
    let origin = entries[0].accounts[0].origin.as_ref().unwrap();
    assert_eq!(
        (entries.len(), origin.record, origin.line),
        (2, 1, 1),
        "without a header the first record is a row"
    );
}

#[test]
fn what_cannot_be_told_is_asked_in_one_sentence() {
    let none = read("a.csv", b"Name,Event\nTomos,Slept\nTomos,Woke\n")
        .unwrap_err()
        .to_string();
    assert!(
        none.contains("a.csv")
            && none.contains("\"Name\", \"Event\"")
            && none.contains("--mapping"),
        "{none}"
    );
    let two = read(
        "b.csv",
        b"Alpha,Omega,Event\n1/2/2021,2/2/2021,Slept\n3/2/2021,4/2/2021,Woke\n",
    )
    .unwrap_err();
    assert!(matches!(two, ImportFault::TwoDateColumns { .. }), "{two}");
    let chosen = Mapping::from_toml(
        "[[file]]\nheader = [\"alpha\", \"OMEGA\", \"Event\"]\n[file.columns]\ndate = \"Omega\"\ntext = \"Event\"\n",
    );
    let entries = entries(
        &read_with(
            "b.csv",
            b"Alpha,Omega,Event\n1/2/2021,2/2/2021,Slept\n",
            chosen.unwrap(),
        )
        .unwrap(),
    );
    assert_eq!(entries[0].when.exact_day(), Some(day(2021, 2, 2)));
    assert_eq!(
        entries[0].accounts[0].more,
        [("Alpha".to_owned(), "1/2/2021".to_owned())],
        "no cell is lost"
    );
    let wrong =
        Mapping::from_toml("[[file]]\nheader = [\"Alpha\"]\n[file.columns]\ndate = \"Beta\"\n")
            .unwrap();
    let fault = read_with("c.csv", b"Alpha\n1/2/2021\n", wrong).unwrap_err();
    assert!(fault.to_string().contains("no column \"Beta\""), "{fault}");
}

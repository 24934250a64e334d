//! Whom the rows of a file concern: nobody else's child is taken for one of the family's, and no word is lost.

use crate::import_desk::day;
use throughline::exchange::import::*;
use throughline::record::*;

const PEOPLE: &str = "name,known as,relation,dob\nMorgan Adeyemi-Finch,Mo,child,12/08/2016\nOluwaseun Adeyemi-Finch,Seun,child,03/05/2013\nTeleri Adeyemi-Finch,,mother,01/02/1988\n";

fn file(name: &str, text: &str) -> SourceFile {
    SourceFile {
        name: name.to_owned(),
        bytes: text.as_bytes().to_vec(),
    }
}

/// What bringing chronologies, and a table of the people where there is one, into a case would do.
fn bring(case: &CaseFile, people: Option<&str>, chronologies: &[&str]) -> ImportPlan {
    let files = ImportFiles {
        chronologies: chronologies
            .iter()
            .map(|text| file("log.csv", text))
            .collect(),
        people: people.map(|text| file("people.csv", text)),
        ..ImportFiles::default()
    };
    let options = ImportOptions {
        family: "Adeyemi-Finch".to_owned(),
        today: day(2026, 11, 23),
        mapping: Mapping::default(),
    };
    let seed = 3 + case.entries.len() as u64 + case.people.len() as u64;
    plan(case, &files, &options, &mut Mint::seeded(seed), &mut |_| {}).unwrap()
}

fn after(case: &CaseFile, plan: &ImportPlan) -> CaseFile {
    let mut file = case.clone();
    plan.change(case, "A Worker", chrono::DateTime::UNIX_EPOCH)
        .apply(&mut file);
    file
}

fn entries(plan: &ImportPlan) -> Vec<Entry> {
    let file = after(&CaseFile::default(), plan);
    let mut entries: Vec<Entry> = file.entries.into_values().map(|entry| entry.body).collect();
    entries.sort_by_key(|entry| {
        entry.accounts[0]
            .origin
            .as_ref()
            .map(|origin| origin.record)
    });
    entries
}

fn children(people: &str, plan: &ImportPlan, entry: &Entry) -> Vec<String> {
    let file = after(&CaseFile::default(), plan);
    assert!(people.contains("child"));
    let names = entry
        .children
        .iter()
        .map(|id| file.people[id].body.name.clone());
    let mut names: Vec<String> = names
        .map(|name| name.split(' ').next().unwrap_or_default().to_owned())
        .collect();
    names.sort();
    names
}

fn kinds(entry: &Entry) -> Vec<DoubtKind> {
    let origin = entry.accounts[0].origin.as_ref().unwrap();
    origin.doubts.iter().map(|doubt| doubt.kind).collect()
}

/// One row with this cell for the child: whom it is linked to, whether it is asked about, and the words kept.
fn of_cell(cell: &str) -> (Vec<String>, bool, Option<String>) {
    let text = format!("Date,Child,Event\n01/02/2021,\"{cell}\",Came to school\n");
    let plan = bring(&CaseFile::default(), Some(PEOPLE), &[&text]);
    let entry = &entries(&plan)[0];
    let kept = entry.accounts[0].more.iter();
    let kept = kept
        .filter(|(column, _)| column == "Child")
        .map(|(_, words)| words.clone())
        .next();
    (
        children(PEOPLE, &plan, entry),
        kinds(entry).contains(&DoubtKind::WhichChild),
        kept,
    )
}

#[test]
fn another_family_s_child_is_not_taken_for_one_of_this_family() {
    for (cell, linked) in [
        ("Morgan Jones", &[][..]),
        ("Mo's cousin Tia", &[]),
        ("Mo’s friend", &[]),
        ("Not Mo", &[]),
        ("Not Mo and Seun", &[]),
        ("Not Morgan Adeyemi-Finch", &[]),
        ("Seun's", &[]),
        ("Morgan J", &[]),
        ("Morgan Freeman & Seun", &["Oluwaseun"]),
        ("Mo, school nurse", &["Morgan"]),
        ("Morgan Adeyemi-Finch and cousin", &["Morgan"]),
    ] {
        let (children, asked, kept) = of_cell(cell);
        assert_eq!(children, linked, "{cell}");
        assert!(asked, "{cell} is asked about");
        assert_eq!(kept.as_deref(), Some(cell), "no word is lost");
    }
}

#[test]
fn a_known_name_is_still_told_without_a_question() {
    for (cell, linked) in [
        ("Mo", &["Morgan"][..]),
        ("ADEYEMI-FINCH, Morgan", &["Morgan"]),
        ("Morgan A", &["Morgan"]),
        ("Seun & Mo", &["Morgan", "Oluwaseun"]),
        ("Teleri (mother)", &["Morgan", "Oluwaseun"]),
    ] {
        let (children, asked, _) = of_cell(cell);
        assert_eq!(
            (children.as_slice(), asked),
            (
                linked
                    .iter()
                    .map(|name| (*name).to_owned())
                    .collect::<Vec<_>>()
                    .as_slice(),
                false
            ),
            "{cell}"
        );
    }
    assert_eq!(of_cell("Mo").2, None, "only the name");
    let (children, asked, kept) = of_cell("Mo (pupil, aged 4)");
    assert_eq!((children.len(), asked), (1, false));
    assert_eq!(kept.as_deref(), Some("Mo (pupil, aged 4)"));
}

const EVERYDAY: &str = "name,relation,dob\nMay Adeyemi-Finch,child,12/08/2016\nWill Adeyemi-Finch,child,03/05/2013\nRose Adeyemi-Finch,child,03/05/2012\nSeun Adeyemi-Finch,child,03/05/2011\n";

#[test]
fn an_everyday_word_in_a_text_is_no_child() {
    for (words, linked) in [
        (
            "The family moved in May and the landlord will write.",
            &[][..],
        ),
        ("Rent rose again. Will the landlord write?", &[]),
        ("Seen on 3 May. May was warm.", &[]),
        ("THE LANDLORD WILL WRITE IN MAY", &[]),
        ("may come, seun said", &[]),
        ("Police saw Rose and Will at home.", &["Rose", "Will"]),
        ("The nurse weighed May.", &["May"]),
        ("Seun was late.", &["Seun"]),
        ("SEUN WAS LATE", &["Seun"]),
    ] {
        let text = format!("Date,Child,Event\n01/02/2021,,\"{words}\"\n");
        let plan = bring(&CaseFile::default(), Some(EVERYDAY), &[&text]);
        let entry = &entries(&plan)[0];
        assert_eq!(children(EVERYDAY, &plan, entry), linked, "{words}");
        assert_eq!(
            kinds(entry).contains(&DoubtKind::WhichChild),
            linked.is_empty(),
            "{words}"
        );
    }
}

#[test]
fn rows_that_came_before_the_children_stay_open() {
    let text = "Date,Child,Event\n01/02/2021,Mo,Came to school\n02/02/2021,,Rang\n";
    let first = bring(&CaseFile::default(), None, &[text]);
    let found = entries(&first);
    assert_eq!(kinds(&found[0]), [DoubtKind::WhichChild]);
    let kept = ("Child".to_owned(), "Mo".to_owned());
    assert!(found[0].accounts[0].more.contains(&kept));
    assert!(kinds(&found[1]).is_empty(), "the row names nobody");
    let case = after(&CaseFile::default(), &first);
    let again = bring(&case, Some(PEOPLE), &[text]);
    assert_eq!(again.report.files[0].entries, 0);
    let case = after(&case, &again);
    let open = case
        .entries
        .values()
        .filter(|entry| !kinds(&entry.body).is_empty());
    assert_eq!(open.count(), 1, "the question is still there");
}

#[test]
fn a_file_named_twice_comes_in_once() {
    let text = "Date,Child,Event\n01/02/2021,Mo,No answer\n01/02/2021,Mo,No answer\n02/02/2021,Seun,Rang\n";
    let plan = bring(&CaseFile::default(), Some(PEOPLE), &[text, text, text]);
    let told = |file: usize| {
        let report = &plan.report.files[file];
        (report.rows, report.entries, report.set_aside.len())
    };
    assert_eq!(told(0), (3, 3, 0), "equal rows of one file stay");
    assert_eq!([told(1), told(2)], [(3, 0, 3), (3, 0, 3)]);
    assert_eq!(
        plan.report.files[1].set_aside[0].why,
        "Already in the chronology."
    );
    let other = "Date,Child,Event\n01/02/2021,Seun,No answer\n";
    let plan = bring(&CaseFile::default(), Some(PEOPLE), &[text, other]);
    assert_eq!(plan.report.files[1].set_aside.len(), 0, "of another child");
}

#[test]
fn another_birth_of_a_known_name_is_asked_about() {
    let first = bring(&CaseFile::default(), Some(PEOPLE), &[]);
    let case = after(&CaseFile::default(), &first);
    let later = "name,relation,dob\nMorgan Adeyemi-Finch,child,21/08/2016\n";
    let plan = bring(&case, Some(later), &[]);
    let asked = &plan.report.notices[0];
    assert!(
        asked.starts_with("people.csv, row 2: Morgan Adeyemi-Finch is known with another birth"),
        "{asked}"
    );
    let case = after(&case, &plan);
    assert_eq!(case.people.len(), 3, "one person");
    let mut people = case.people.values();
    let morgan = people
        .find(|person| person.body.name.starts_with("Morgan"))
        .unwrap();
    assert_eq!(
        morgan.body.born.as_ref().and_then(FuzzyDate::exact_day),
        Some(day(2016, 8, 12))
    );
    let elsewhere = &morgan.body.born_elsewhere;
    assert_eq!(elsewhere[0].date.written(), "21/08/2016");
    assert_eq!(elsewhere[0].by, "people.csv");
    assert!(
        bring(&case, Some(later), &[]).writes.is_empty(),
        "nothing new"
    );
}

#[test]
fn a_table_of_people_asks_what_cannot_be_read_in_it() {
    let table = "name,relation,dob\nTia Rhys,child,01/02/2015\nTia Rhys,child,05/06/2018\nOwain Rhys,child,sometime soon\nTotal: 3,,\n";
    let plan = bring(&CaseFile::default(), Some(table), &[]);
    let case = after(&CaseFile::default(), &plan);
    assert_eq!(case.people.len(), 3, "two of one name, and Owain");
    let told = |row: &str| plan.report.notices.iter().any(|text| text.starts_with(row));
    assert!(told(
        "people.csv, row 3: Tia Rhys stands in the table with another birth"
    ));
    assert!(told(
        "people.csv, row 4: the birth of Owain Rhys (\"sometime soon\")"
    ));
    assert!(told(
        "people.csv, row 5: \"Total: 3\" is not taken for a person"
    ));
}

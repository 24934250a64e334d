//! Rows as other agencies write them: dates, widths, quotes, children; nothing guessed, no word lost.

use crate::import_agencies::*;
use crate::import_desk::day;
use throughline::exchange::import::*;
use throughline::record::*;

#[test]
fn american_dates_are_not_guessed_until_somebody_says_so() {
    let text =
        "Date,Child,Event\n03/25/2021,Tomos,One\n04/05/2021,Tomos,Two\n06/06/2021,Tomos,Three\n";
    let plan = read("export.csv", text.as_bytes()).unwrap();
    let found = entries(&plan);
    assert_eq!(doubts(&found[0]), [DoubtKind::NoSuchDay]);
    assert_eq!(doubts(&found[1]), [DoubtKind::NoDate], "4 May or 5 April");
    assert_eq!(found[1].when.reading(), Reading::Unknown);
    assert_eq!(
        found[2].when.exact_day(),
        Some(day(2021, 6, 6)),
        "the same either way"
    );
    let mut mapping = plan.mapping.clone();
    mapping.files[0].month_first = true;
    let found = entries(&read_with("export.csv", text.as_bytes(), mapping).unwrap());
    let days: Vec<_> = found.iter().map(|entry| entry.when.exact_day()).collect();
    assert_eq!(
        days,
        [
            Some(day(2021, 3, 25)),
            Some(day(2021, 4, 5)),
            Some(day(2021, 6, 6))
        ]
    );
    assert_eq!(
        found[1].when.to_string(),
        "5 Apr 2021",
        "shown so that nobody reads it the other way"
    );
    let raw = ("Date as written".to_owned(), "04/05/2021".to_owned());
    assert!(found[1].accounts[0].more.contains(&raw));
}

#[test]
fn dates_with_the_month_first_among_british_ones_are_only_asked_about_themselves() {
    let text =
        "Date,Child,Event\n25/03/2021,Tomos,One\n04/05/2021,Tomos,Two\n05/25/2021,Tomos,Three\n";
    let found = told("mixed.csv", text.as_bytes());
    assert_eq!(found[1].when.exact_day(), Some(day(2021, 5, 4)));
    assert_eq!(doubts(&found[2]), [DoubtKind::NoSuchDay]);
}

#[test]
fn rows_of_the_wrong_width_keep_every_word() {
    let text = "Date,Child,Event,Worker\n1/2/2021,Tomos,Ran home, cold, hungry,Mr Lee\n2/2/2021,Tomos\n3/2/2021,Tomos,Fine,Mr Lee,,,\n";
    let found = told("wide.csv", text.as_bytes());
    let words = |entry: &Entry| {
        format!(
            "{} {}",
            entry.accounts[0].text, entry.accounts[0].recorded_by
        )
    };
    assert_eq!(words(&found[0]), "Ran home, cold, hungry Mr Lee");
    assert_eq!(doubts(&found[0]), [DoubtKind::TooManyCells]);
    assert_eq!(doubts(&found[1]), [DoubtKind::TooFewCells]);
    assert!(
        doubts(&found[2]).is_empty(),
        "empty cells beyond the header are nothing"
    );
}

#[test]
fn quotes_are_read_as_people_make_them() {
    let text = "Date,Child,Event\n1/2/2021,Tomos,\"He said \"hello\" to me\"\n2/2/2021, \"Tomos\" ,\"two\r\nlines\"\n3/2/2021,Tomos,6\" ruler\n";
    let found = told("quotes.csv", text.as_bytes());
    let words: Vec<_> = found
        .iter()
        .map(|entry| entry.accounts[0].text.as_str())
        .collect();
    assert_eq!(
        words,
        ["He said \"hello\" to me", "two\nlines", "6\" ruler"]
    );
    let lines: Vec<_> = found
        .iter()
        .map(|entry| entry.accounts[0].origin.as_ref().unwrap().line)
        .collect();
    assert_eq!(
        lines,
        [2, 3, 5],
        "the physical line, past the line break in a cell"
    );
}

#[test]
fn a_quote_that_swallows_rows_is_found_though_a_later_quote_closes_it() {
    let text = "Date,Child,Event\n1/2/2021,Tomos,\"never closed\n2/2/2021,Tomos,\"quite right\"\n";
    let fault = read("quote.csv", text.as_bytes()).unwrap_err();
    assert_eq!(
        fault,
        ImportFault::UnclosedQuote {
            file: "quote.csv".to_owned(),
            record: 2,
            line: 2
        }
    );
}

#[test]
fn children_are_not_guessed() {
    let text = "Date,Child,Event\n1/2/2021,Macsen,Fell\n2/2/2021,Tomos and Macsen,Played\n3/2/2021,T.R.,Slept\n4/2/2021,Mrs Rhys,Rang\n5/2/2010,All children,Early\n6/2/2021,\"Rhys, Tomos\",Ate\n7/2/2021,three children,Sang\n";
    let found = told("other.csv", text.as_bytes());
    let counted: Vec<_> = found
        .iter()
        .map(|entry| (entry.children.len(), doubts(entry)))
        .collect();
    let which = || vec![DoubtKind::WhichChild];
    assert_eq!(counted[0], (0, which()), "a child who is not of this case");
    assert_eq!(counted[1], (1, which()), "one of two");
    assert_eq!(counted[2], (1, vec![]), "initials that only one has");
    assert_eq!(counted[3], (0, which()), "a family name is everybody's");
    assert_eq!(counted[4].0, 0, "nobody had been born");
    assert_eq!(counted[5], (1, vec![]), "the family name first");
    assert_eq!(counted[6], (2, which()), "three, but two are known");
    let kept = |entry: &Entry| {
        entry.accounts[0]
            .more
            .iter()
            .any(|(name, _)| name == "Child")
    };
    assert!(
        kept(&found[0]) && kept(&found[1]),
        "the words stay where they cannot be told"
    );
}

#[test]
fn a_year_that_slipped_is_asked_about() {
    let mut text = "Date,Child,Event\n".to_owned();
    for (row, year) in [2019, 2019, 2020, 2020, 2014, 2020, 2021, 2021]
        .iter()
        .enumerate()
    {
        text += &format!("0{}/03/{year},Gwenllian,Row {row} of the file\n", row + 1);
    }
    let found = told("slip.csv", text.as_bytes());
    let odd: Vec<_> = found
        .iter()
        .enumerate()
        .filter(|(_, entry)| !doubts(entry).is_empty())
        .map(|(row, _)| row)
        .collect();
    assert_eq!(odd, [4]);
    assert_eq!(doubts(&found[4]), [DoubtKind::OutOfOrder]);
    assert_eq!(
        found[4].when.exact_day(),
        Some(day(2014, 3, 5)),
        "kept as it is"
    );
}

#[test]
fn a_case_without_children_is_told_so_and_each_name_stays_open() {
    let files = ImportFiles {
        chronologies: vec![SourceFile {
            name: "a.csv".to_owned(),
            bytes: TABLE.as_bytes().to_vec(),
        }],
        ..ImportFiles::default()
    };
    let options = ImportOptions {
        family: "New".to_owned(),
        today: day(2026, 11, 23),
        mapping: Mapping::default(),
    };
    let plan = plan(
        &CaseFile::default(),
        &files,
        &options,
        &mut Mint::seeded(2),
        &mut |_| {},
    )
    .unwrap();
    let asked = &plan.report.files[0].doubts;
    assert_eq!(asked.len(), 4, "every row names a child");
    assert!(
        asked
            .iter()
            .all(|doubt| doubt.kind == DoubtKind::WhichChild)
    );
    assert!(plan.report.notices[0].contains("--children"));
    let named = entries(&plan)[0].accounts[0].more.clone();
    assert_eq!(
        named,
        [("Child".to_owned(), "Tomos".to_owned())],
        "whom it named is kept"
    );
}

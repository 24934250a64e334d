//! What people type and what agencies send, read and shown.

use super::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// Monday 23 November 2026.
fn today() -> NaiveDate {
    day(2026, 11, 23)
}

fn typed(text: &str) -> FuzzyDate {
    FuzzyDate::parse(text, today()).unwrap_or_else(|problem| panic!("{text}: {problem}"))
}

fn in_file(text: &str) -> Result<FuzzyDate, DateProblem> {
    FuzzyDate::from_record(text, today(), DateOrder::DayFirst)
}

fn on(year: i32, month: u32, d: u32) -> Reading {
    Reading::On(Part::Day(day(year, month, d)))
}

fn month(year: i32, month: u32) -> Part {
    Part::Month { year, month }
}

fn between(from: (i32, u32, u32), to: (i32, u32, u32)) -> Reading {
    Reading::Between(
        Part::Day(day(from.0, from.1, from.2)),
        Part::Day(day(to.0, to.1, to.2)),
    )
}

#[test]
fn a_day_is_read_however_it_is_written() {
    for text in [
        "3/11/26",
        "03/11/2026",
        "03.11.26",
        "3-11-2026",
        "03 11 2026",
        "2026-11-03",
        "2026/11/03",
        "20261103",
        "3 Nov 2026",
        "3 November 2026",
        "3rd of November 2026",
        "3rd November, 2026",
        "03-Nov-26",
        "November 3, 2026",
        "Tue 3 November 2026",
        "Tuesday, 3 Nov 2026",
        "3 November 2026 (Tue)",
        "on 3/11/2026",
        "3\u{a0}Nov\u{2009}2026",
        "2026-11-03T00:00:00",
        "03/11/2026 00:00:00",
        "3 Tachwedd 2026",
        "2026-W45-2",
        " 3/11/26 ",
    ] {
        let date = typed(text);
        assert_eq!(date.reading(), on(2026, 11, 3), "{text}");
        assert_eq!(date.written(), text.trim(), "shown as written");
        assert_eq!((date.time(), date.is_uncertain()), (None, false), "{text}");
        assert_eq!(in_file(text).unwrap(), date, "{text}");
    }
}

#[test]
fn months_years_and_what_stands_about_them() {
    use Reading::{About, After, Before, Between, On};
    let cases = [
        ("mar 2021", On(month(2021, 3))),
        ("March 2021", On(month(2021, 3))),
        ("in March 2021", On(month(2021, 3))),
        ("2021-03", On(month(2021, 3))),
        ("03/2021", On(month(2021, 3))),
        ("Mar-21", On(month(2021, 3))),
        ("2019", On(Part::Year(2019))),
        ("c 2019", About(Part::Year(2019))),
        ("c. 2019", About(Part::Year(2019))),
        ("c2019", About(Part::Year(2019))),
        ("circa 2019", About(Part::Year(2019))),
        ("~ 2019", About(Part::Year(2019))),
        ("about March 2021", About(month(2021, 3))),
        ("12/03/2021 (approx)", About(Part::Day(day(2021, 3, 12)))),
        ("before 2019", Before(Part::Year(2019))),
        ("prior to 2019", Before(Part::Year(2019))),
        ("after 5 May 2021", After(Part::Day(day(2021, 5, 5)))),
        (
            "between 3 and 10 May 2022",
            between((2022, 5, 3), (2022, 5, 10)),
        ),
        (
            "between 28 April and 3 May 2022",
            between((2022, 4, 28), (2022, 5, 3)),
        ),
        (
            "between December and February 2021",
            Between(month(2020, 12), month(2021, 2)),
        ),
        (
            "from March to May 2021",
            Between(month(2021, 3), month(2021, 5)),
        ),
        ("3-10 May 2022", between((2022, 5, 3), (2022, 5, 10))),
        ("3 – 10 May 2022", between((2022, 5, 3), (2022, 5, 10))),
        ("12/03/21-14/03/21", between((2021, 3, 12), (2021, 3, 14))),
        ("2019-2020", Between(Part::Year(2019), Part::Year(2020))),
        ("2019/20", Between(Part::Year(2019), Part::Year(2020))),
        ("spring 2019", Between(month(2019, 3), month(2019, 5))),
        ("summer 2019", Between(month(2019, 6), month(2019, 8))),
        ("winter 2019/20", Between(month(2019, 12), month(2020, 2))),
        ("early 2019", Between(month(2019, 1), month(2019, 4))),
        ("mid-2019", Between(month(2019, 5), month(2019, 8))),
        ("late 2019", Between(month(2019, 9), month(2019, 12))),
        (
            "end of February 2021",
            between((2021, 2, 21), (2021, 2, 28)),
        ),
        ("early 1990s", Between(Part::Year(1990), Part::Year(1993))),
        ("w/c 8/3/2021", between((2021, 3, 8), (2021, 3, 14))),
        ("2021-W10", between((2021, 3, 8), (2021, 3, 14))),
        ("??/05/2019", On(month(2019, 5))),
        ("n/k", Reading::Unknown),
        ("Unknown", Reading::Unknown),
        ("not known", Reading::Unknown),
    ];
    for (text, reading) in cases {
        assert_eq!(typed(text).reading(), reading, "{text}");
        assert_eq!(in_file(text).unwrap().reading(), reading, "{text}");
    }
    assert_eq!(
        typed("until May 2021").latest(),
        Some(day(2021, 5, 31)),
        "until takes the month in"
    );
    assert_eq!(typed("by 5 May 2021").latest(), Some(day(2021, 5, 5)));
    assert_eq!(typed("since May 2021").earliest(), Some(day(2021, 5, 1)));
    assert_eq!(typed("from 2019").earliest(), Some(day(2019, 1, 1)));
}

#[test]
fn words_that_lean_on_today_are_written_out() {
    for (text, shown) in [
        ("today", "23 Nov 2026"),
        ("yesterday", "22 Nov 2026"),
        ("-2w", "9 Nov 2026"),
        ("-3d", "20 Nov 2026"),
        ("3 days ago", "20 Nov 2026"),
        ("a week ago", "16 Nov 2026"),
        ("+1m", "23 Dec 2026"),
        ("monday", "23 Nov 2026"),
        ("this monday", "23 Nov 2026"),
        ("last monday", "16 Nov 2026"),
        ("last sunday", "22 Nov 2026"),
        ("saturday", "21 Nov 2026"),
        ("last week", "between 16 Nov 2026 and 22 Nov 2026"),
        ("last month", "Oct 2026"),
        ("3 nov", "3 Nov 2026"),
        ("3/11", "3 Nov 2026"),
        ("3 dec", "3 Dec 2025"),
        ("29 feb", "29 Feb 2024"),
        ("before 3 nov", "before 3 Nov 2026"),
        ("?3 nov", "?3 Nov 2026"),
        ("yesterday 14:20", "22 Nov 2026 14:20"),
    ] {
        assert_eq!(typed(text).written(), shown, "{text}");
        assert!(in_file(text).is_err(), "a file has no today: {text}");
    }
}

#[test]
fn times_of_day() {
    for text in [
        "14.11.20 22:40",
        "14/11/2020 at 22.40",
        "2020-11-14T22:40",
        "2020-11-14T22:40:00Z",
        "14 Nov 2020 10:40 pm",
        "14 Nov 2020, 10.40pm",
        "14/11/20 2240hrs",
        "14/11/20 22:40-23:10",
        "14/11/20 22:40 - 23:10",
    ] {
        let date = typed(text);
        assert_eq!(date.exact_day(), Some(day(2020, 11, 14)), "{text}");
        assert_eq!(date.time(), NaiveTime::from_hms_opt(22, 40, 0), "{text}");
    }
    assert_eq!(
        typed("14.11.20 00:00").time(),
        Some(NaiveTime::MIN),
        "midnight can be meant"
    );
}

#[test]
fn a_date_from_memory_is_a_day_that_is_uncertain() {
    for text in [
        "?12/04/2021",
        "12/04/2021?",
        "12/04/2021 (?)",
        "possibly 12 April 2021",
    ] {
        let date = typed(text);
        assert!(date.is_uncertain(), "{text}");
        assert_eq!(date.exact_day(), Some(day(2021, 4, 12)), "{text}");
        assert_eq!(date.to_string(), text);
    }
}

#[test]
fn two_digit_years_turn_on_today() {
    assert_eq!(typed("12/10/59").exact_day(), Some(day(1959, 10, 12)));
    assert_eq!(typed("01/01/31").exact_day(), Some(day(2031, 1, 1)));
    assert_eq!(typed("01/01/32").exact_day(), Some(day(1932, 1, 1)));
}

#[test]
fn what_cannot_be_read_says_why_and_what_to_do() {
    assert_eq!(in_file("  "), Err(DateProblem::Empty));
    for text in [
        "tbc",
        "3",
        "44265",
        "banana",
        "March",
        "nov 3",
        "1/2/3/4",
        "99/99",
        "12345678901",
        "Mar 0000",
    ] {
        assert!(
            matches!(in_file(text), Err(DateProblem::NotADate { .. })),
            "{text}: {:?}",
            in_file(text)
        );
    }
    assert!(
        FuzzyDate::parse("mar 21", today()).is_err(),
        "the 21st or 2021: not guessed"
    );
    for text in [
        "31/02/2021",
        "31 Feb 2021",
        "2021-02-31",
        "30/02/21 14:00",
        "about 31/02/2021",
    ] {
        assert!(
            matches!(
                in_file(text),
                Err(DateProblem::NoSuchDay {
                    month_first: None,
                    ..
                })
            ),
            "{text}"
        );
    }
    let american = in_file("03/25/2021").unwrap_err();
    assert!(american.to_string().contains("25/03/2021"), "{american}");
    let read = FuzzyDate::from_record("03/25/2021", today(), DateOrder::MonthFirst).unwrap();
    assert_eq!(read.exact_day(), Some(day(2021, 3, 25)));
    let read = FuzzyDate::from_record("03/04/2021", today(), DateOrder::MonthFirst).unwrap();
    assert_eq!(
        read.written(),
        "4 Mar 2021",
        "shown so that nobody reads it as 3 April"
    );
    let weekday = in_file("Sat 13 June 2031").unwrap_err();
    assert!(
        weekday.to_string().contains("is a Friday, not a Saturday"),
        "{weekday}"
    );
    assert!(matches!(
        in_file("10/05/2022 - 03/05/2022"),
        Err(DateProblem::EndsBeforeItBegins { .. })
    ));
}

#[test]
fn about_february_reaches_all_of_march() {
    let about = typed("about Feb 2021");
    assert_eq!(
        (about.earliest(), about.latest()),
        (Some(day(2021, 1, 1)), Some(day(2021, 3, 31)))
    );
}

#[test]
fn ages_are_ranges_when_dates_are() {
    let born = typed("14/06/2014");
    assert_eq!(born.age_range(&typed("13/06/2021")), Some((6, 6)));
    assert_eq!(born.age_range(&typed("14/06/2021")), Some((7, 7)));
    assert_eq!(born.age_range(&typed("2021")), Some((6, 7)));
    assert_eq!(
        born.age_range(&typed("2014")),
        Some((0, 0)),
        "born within the year"
    );
    assert_eq!(born.age_range(&typed("2009")), None, "before birth");
    assert_eq!(typed("1988").age_range(&typed("1/7/2020")), Some((31, 32)));
    assert_eq!(typed("before 1990").age_range(&born), None, "no oldest age");
}

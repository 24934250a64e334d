//! The band keeps order and stays within its width, whatever the stretch and whatever was recorded.

use super::*;
use crate::record::*;
use chrono::Days;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn stamped(mint: &mut Mint, body: Body) -> Record<Body> {
    let meta = Meta {
        id: mint.next_id(),
        case: RecordId::from_bytes([0; 16]),
        author: "M Clarke".to_owned(),
        recorded_at: "2026-11-23T09:00:00Z".parse().unwrap(),
        revision: 1,
        removed: None,
    };
    Record { meta, body }
}

fn home(child: RecordId, from: &str, to: Option<&str>, kind: &str, carer: &str) -> Body {
    Body::Placement(Placement {
        child,
        from: FuzzyDate::day(day(from)),
        to: to.map(|to| FuzzyDate::day(day(to))),
        kind: kind.to_owned(),
        carer: carer.to_owned(),
        carers: Vec::new(),
        place: String::new(),
        miles_from_home: None,
        why_ended: String::new(),
        note: String::new(),
    })
}

fn status(child: RecordId, from: &str, to: Option<&str>, status: &str) -> Body {
    Body::LegalStatus(LegalStatus {
        child,
        status: status.to_owned(),
        code: String::new(),
        from: FuzzyDate::day(day(from)),
        to: to.map(|to| FuzzyDate::day(day(to))),
        note: String::new(),
    })
}

fn file(bodies: Vec<Body>) -> CaseFile {
    let mut mint = Mint::seeded(7);
    CaseFile::of(bodies.into_iter().map(|body| stamped(&mut mint, body)))
}

fn child(number: u8) -> RecordId {
    RecordId::from_bytes([number; 16])
}

fn drawn(lane: &Lane) -> Vec<(usize, usize, &str)> {
    let segments = lane.segments.iter();
    segments
        .map(|s| {
            (
                s.from,
                s.to,
                s.labels.last().map_or("", |label| label.as_str()),
            )
        })
        .collect()
}

#[test]
fn a_life_is_laid_out_from_left_to_right() {
    let file = file(vec![
        home(
            child(1),
            "2016-01-01",
            Some("2018-01-01"),
            "With parents",
            "A and B",
        ),
        home(
            child(1),
            "2018-01-01",
            Some("2018-07-01"),
            "Family care",
            "Gran",
        ),
        home(child(1), "2018-07-01", None, "Foster care", "The Harts"),
    ]);
    let scale = Scale::new(Stretch::new(day("2016-01-01"), day("2019-12-31")), 48);
    let lane = lived(&file, child(1), &scale, day("2019-12-31"));
    assert_eq!(
        drawn(&lane),
        [(0, 24, "home"), (24, 29, "family"), (29, 48, "foster")]
    );
    assert!(
        lane.segments[1].ends && !lane.segments[2].ends,
        "the last is still open"
    );
}

#[test]
fn a_short_stay_elsewhere_stands_within_a_long_one() {
    let file = file(vec![
        home(child(1), "2020-01-01", None, "Foster care", "The Harts"),
        home(child(1), "2020-06-01", Some("2020-07-31"), "Hospital", ""),
    ]);
    let scale = Scale::new(Stretch::new(day("2020-01-01"), day("2020-12-31")), 12);
    let lane = lived(&file, child(1), &scale, day("2021-01-01"));
    let words: Vec<_> = drawn(&lane)
        .into_iter()
        .map(|(_, _, label)| label)
        .collect();
    assert_eq!(words, ["foster", "hospital", "foster"]);
}

#[test]
fn children_who_share_their_legal_status_share_a_lane() {
    let file = file(vec![
        status(child(1), "2022-01-01", Some("2023-01-01"), "Section 20"),
        status(child(2), "2022-01-01", Some("2023-01-01"), "Section 20"),
        status(child(1), "2023-01-01", None, "Interim care order"),
        status(child(2), "2023-01-01", None, "None"),
        status(child(1), "2020-01-01", Some("2022-01-01"), "None"),
    ]);
    let scale = Scale::new(Stretch::new(day("2020-01-01"), day("2025-12-31")), 72);
    let lanes = law(&file, &[child(1), child(2)], &scale, day("2025-12-31"));
    assert_eq!(lanes.len(), 2);
    assert_eq!(drawn(&lanes[0]), [(24, 36, "s20"), (36, 72, "ICO")]);
    let earlier = Scale::new(Stretch::new(day("2020-01-01"), day("2022-12-31")), 36);
    let lanes = law(&file, &[child(1), child(2)], &earlier, day("2025-12-31"));
    assert_eq!(lanes.len(), 1, "on this stretch both have the same");
    assert_eq!(lanes[0].children, [child(1), child(2)]);
}

#[test]
fn what_was_told_is_counted_by_column_and_a_gap_covers_only_empty_columns() {
    let told = [
        (day("2020-01-10"), None),
        (day("2020-01-20"), Some(Zone::Yellow)),
        (day("2020-01-25"), Some(Zone::Orange)),
        (day("2020-11-10"), None),
        (day("2019-12-31"), None),
        (day("2031-01-01"), None),
    ];
    let gap = Stretch::new(day("2020-01-25"), day("2020-11-10"));
    let stretch = Stretch::new(day("2020-01-01"), day("2020-12-31"));
    let band = lay_out(
        &CaseFile::default(),
        &[],
        &told,
        &[gap],
        stretch,
        day("2020-12-15"),
        12,
    );
    assert_eq!(
        band.told[0],
        Told {
            count: 3,
            zone: Some(Zone::Orange)
        }
    );
    assert_eq!(
        band.gaps,
        [GapMark {
            from: 1,
            to: 10,
            months: 9
        }]
    );
    assert_eq!(band.beyond, (1, 1));
    assert_eq!(band.today, Some(11));
}

#[test]
fn ticks_name_months_when_there_is_room_and_years_when_there_is_not() {
    let labels = |from, to, width| {
        let ticks = Scale::new(Stretch::new(day(from), day(to)), width).ticks();
        ticks
            .into_iter()
            .map(|tick| tick.label)
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(
        labels("2021-01-01", "2021-06-30", 60),
        "2021 Feb Mar Apr May Jun"
    );
    assert_eq!(
        labels("2021-04-01", "2022-03-31", 72),
        "2021 May Jun Jul Aug Sep Oct Nov Dec 2022 Feb Mar"
    );
    assert_eq!(
        labels("2014-01-01", "2017-12-31", 30),
        "2014 2015 2016 2017"
    );
    assert_eq!(
        labels("2014-01-01", "2026-12-31", 40),
        "2014 2016 2018 2020 2022 2024 2026"
    );
    assert_eq!(labels("2014-01-01", "2026-12-31", 1), "");
}

prop_compose! {
    fn any_day()(days in 0u64..20_000) -> NaiveDate {
        day("1990-01-01") + Days::new(days)
    }
}

proptest! {
    #[test]
    fn any_life_over_any_width_keeps_its_order_and_overlaps_nothing(
        stays in prop::collection::vec((any_day(), prop::option::of(any_day())), 0..12),
        one in any_day(), other in any_day(), today in any_day(), width in 0usize..220,
        told in prop::collection::vec(any_day(), 0..40),
    ) {
        let bodies = stays.iter().enumerate().map(|(index, (from, to))| {
            let to = to.map(|to| to.to_string());
            home(child(1), &from.to_string(), to.as_deref(), "Foster care", &format!("Carer {index}"))
        });
        let file = file(bodies.collect());
        let stretch = Stretch::new(one, other);
        let told: Vec<_> = told.into_iter().map(|day| (day, None)).collect();
        let gaps: Vec<_> = told.windows(2).map(|pair| Stretch::new(pair[0].0, pair[1].0)).collect();
        let band = lay_out(&file, &[child(1)], &told, &gaps, stretch, today, width);
        let width = width.max(1);
        let mut end = 0;
        for segment in &band.lived[0].segments {
            prop_assert!(end <= segment.from && segment.from < segment.to && segment.to <= width);
            end = segment.to;
        }
        prop_assert_eq!(band.told.len(), width);
        let seen: usize = band.told.iter().map(|cell| cell.count).sum();
        prop_assert_eq!(seen + band.beyond.0 + band.beyond.1, told.len(), "no entry is lost");
        for gap in &band.gaps {
            prop_assert!(gap.from < gap.to && gap.to <= width);
            prop_assert!(band.told[gap.from..gap.to].iter().all(|cell| cell.count == 0));
        }
        let mut end = 0;
        for (index, tick) in band.ticks.iter().enumerate() {
            prop_assert!(index == 0 || tick.column > end, "names of times touch: {:?}", band.ticks);
            end = tick.column + tick.label.len();
            prop_assert!(end <= width);
        }
    }

    #[test]
    fn later_days_never_stand_further_left(a in any_day(), b in any_day(), one in any_day(), other in any_day(), width in 1usize..200) {
        let scale = Scale::new(Stretch::new(one, other), width);
        prop_assert!(scale.clamped(a.min(b)) <= scale.clamped(a.max(b)));
        prop_assert!(scale.clamped(a) < width);
    }
}

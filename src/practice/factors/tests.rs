//! The content holds the whole table and is whole in itself.

use super::*;
use std::collections::BTreeSet;

#[test]
fn the_content_file_reads_and_holds_the_whole_table() {
    let ids: BTreeSet<_> = factors().iter().map(|factor| &factor.id).collect();
    assert_eq!(ids.len(), factors().len(), "every id stands once");
    let rows = |polarity| {
        let of = factors().iter().filter(move |of| of.polarity == polarity);
        of.filter(|of| of.id != "outside-home")
            .map(|of| of.domains.len())
            .sum::<usize>()
    };
    assert_eq!(
        rows(Polarity::Risk),
        35,
        "34 of Table 4 and one of Annex One"
    );
    assert_eq!(
        rows(Polarity::Protective),
        26,
        "25, of which one stands twice"
    );
    let strongest: Vec<&str> = factors()
        .iter()
        .filter(|factor| factor.strongest)
        .map(|factor| factor.id.as_str())
        .collect();
    assert_eq!(
        strongest,
        [
            "neglect",
            "previous-maltreatment",
            "developmental-delay",
            "very-young-child",
            "personality-disorder",
            "paranoid-psychosis",
            "parental-mental-health",
        ]
    );
    let only: Vec<_> = factors().iter().filter(|one| one.annex_only).collect();
    assert_eq!(only.len(), 1);
    assert_eq!(only[0].page, "p54");
    let undefined = factors().iter().filter(|factor| !factor.defined).count();
    // The handbook leaves fifteen rows without a meaning of their own. Two of them have one all the same: the title
    // of "Attributions" says it, and the partner's second row shares that of the first.
    assert_eq!(undefined, 13);
}

#[test]
fn whatever_a_factor_names_is_there() {
    for factor in factors() {
        let named = factor.contradicts.iter().chain(&factor.overlaps);
        for id in named.chain(&factor.only_with) {
            assert!(super::factor(id).is_some(), "{} names {id}", factor.id);
            assert_ne!(id, &factor.id);
        }
        for id in &factor.domains {
            assert!(domains().iter().any(|domain| &domain.id == id), "{id}");
        }
        assert!(
            !factor.of.is_empty() && !factor.page.is_empty(),
            "{}",
            factor.id
        );
    }
    for id in clusters().iter().flat_map(|cluster| &cluster.factors) {
        assert!(factor(id).is_some(), "{id}");
    }
    assert!(clusters().len() == 1 && domains().len() == 8);
}

#[test]
fn a_factor_is_known_by_each_of_its_titles() {
    let id = |title| factor_named(title).map(|factor| factor.id.as_str());
    assert_eq!(id("Neglect"), Some("neglect"));
    assert_eq!(id(" substance ABUSE "), Some("alcohol-drugs"));
    assert_eq!(
        id("Non-abusive partner (Family)"),
        Some("non-abusive-partner")
    );
    assert_eq!(
        id("Non-abusive partner (Parent)"),
        Some("non-abusive-partner")
    );
    assert_eq!(id("Attributions"), Some("attributions"));
    assert_eq!(id("Rows about bedtime"), None);
    assert_eq!(factor_name("no-such"), "no-such");
}

#[test]
fn every_name_in_the_sample_of_a_caseworker_is_a_factor() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples");
    let mut file = csv::Reader::from_path(folder.join("factors.csv")).unwrap();
    for row in file.records().map(Result::unwrap) {
        assert!(factor_named(&row[1]).is_some(), "{}", &row[1]);
    }
}

#[test]
fn two_that_cannot_stand_together_say_so_from_either_side() {
    let absence = factor("absence-of-domestic-abuse").unwrap();
    let conflict = factor("inter-parental-conflict").unwrap();
    assert!(absence.contradicts(conflict) && conflict.contradicts(absence));
    assert!(!absence.contradicts(absence));
}

#[test]
fn the_five_critical_questions_offer_answers_and_leave_room_for_not_knowing() {
    let asked: Vec<&str> = critical_questions()
        .iter()
        .map(|question| question.id.as_str())
        .collect();
    let five = [
        "rating",
        "probability",
        "timescale",
        "frequency",
        "movement",
    ];
    assert_eq!(asked, five);
    for question in critical_questions() {
        assert_eq!(question.answer("not-known"), "Not known", "{}", question.id);
    }
    assert_eq!(critical_questions()[3].answer("rare"), "Rare");
    assert_eq!(
        critical_questions()[3].answer("each full moon"),
        "each full moon"
    );
}

#[test]
fn words_are_sentences_that_fit_a_small_screen() {
    for factor in factors() {
        for words in [
            &factor.means,
            &factor.evidence,
            &factor.caveat,
            &factor.research,
        ] {
            assert!(words.chars().count() <= 300, "{}", factor.id);
            assert!(words.is_empty() || words.ends_with(['.', '?']), "{words}");
        }
        assert!(!factor.means.is_empty() && !factor.evidence.is_empty());
    }
}

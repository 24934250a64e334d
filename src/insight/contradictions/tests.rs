//! Where accounts differ, and where they only seem to.

use super::*;
use crate::insight::duplicates;
use crate::insight::made_up::MadeUp;
use crate::insight::made_up_sample::sample;

/// What was found: on what, the rows that claim, the rows that support.
type Found = (About, Vec<String>, Vec<String>);

fn shown(told: &[Told], family: &Family) -> Vec<Found> {
    let at = |claim: &Claim| {
        let told = told.iter().find(|told| told.id() == claim.account).unwrap();
        let origin = told.account.origin.as_ref().unwrap();
        format!("{} {}", origin.file.trim_end_matches(".csv"), origin.record)
    };
    let found = find(told, family).into_iter();
    found
        .map(|found| {
            let claims = found.claims.iter().map(at).collect();
            (found.about, claims, found.supports.iter().map(at).collect())
        })
        .collect()
}

/// The accounts of a family, those joined that are at least so likely to tell one event.
fn joined_from(made: &MadeUp, least: duplicates::Strength) -> Vec<Told<'_>> {
    let mut told = made.all_told();
    for pair in duplicates::find(&told, &made.family(), []) {
        if pair.strength >= least {
            let entry = told
                .iter()
                .find(|told| told.id() == pair.one)
                .unwrap()
                .entry;
            told.iter_mut()
                .find(|told| told.id() == pair.other)
                .unwrap()
                .entry = entry;
        }
    }
    told
}

#[test]
fn families_whose_agencies_agree_have_none() {
    for name in ["tower-block.csv", "childrens-home.csv", "kitchen-fire.csv"] {
        let (made, _) = MadeUp::story(name);
        let told = joined_from(&made, duplicates::Strength::Likely);
        assert_eq!(find(&told, &made.family()), [], "{name}");
    }
}

#[test]
fn the_sample_family_has_its_four_and_no_others() {
    let rows = |rows: &[&str]| rows.iter().map(|row| (*row).to_owned()).collect::<Vec<_>>();
    let wanted: Vec<Found> = vec![
        (
            About::Presence,
            rows(&["social-care 13", "police 14"]),
            rows(&[]),
        ),
        (
            About::Injury,
            rows(&["social-care 28", "school 15"]),
            rows(&[]),
        ),
        (
            About::DayOfMove,
            rows(&["social-care 30", "police 9", "health-visitor 25"]),
            rows(&["school 16"]),
        ),
        (
            About::Attendance,
            rows(&["social-care 45", "contact-centre 11"]),
            rows(&[]),
        ),
    ];
    let made = sample();
    // Whether what is only likely to be one event has been joined or not.
    for least in [duplicates::Strength::Sure, duplicates::Strength::Likely] {
        let told = joined_from(&made, least);
        assert_eq!(shown(&told, &made.family()), wanted);
    }
}

/// Two accounts of one event of a family with two children, a mother Joan, a father Ali and an aunt Bea.
fn two_accounts(
    children: &str,
    one: (&str, &str),
    other: (&str, &str),
    joined: bool,
) -> Vec<Contradiction> {
    let mut made = MadeUp::new();
    let zed = made.child("Zed Reed", "1/2/2016");
    let ivy = made.child("Ivy Reed", "1/2/2019");
    made.adult("Joan Reed", "mother");
    made.adult("Ali Khan", "father");
    made.adult("Bea Reed", "maternal aunt");
    let concerned: Vec<_> = [("Z", zed), ("I", ivy)]
        .into_iter()
        .filter(|(letter, _)| children.contains(letter))
        .map(|(_, id)| id)
        .collect();
    let mut accounts = vec![
        made.account("a.csv", "A", one.0, one.1),
        made.account("b.csv", "B", other.0, other.1),
    ];
    for account in &mut accounts {
        // "Status: text" stands for a status in a column of its own.
        if let Some((status, text)) = account.text.split_once("Status: ") {
            account.more.push(("Status".into(), text.to_owned()));
            account.text = status.to_owned();
        }
    }
    if joined {
        made.entry(&concerned, accounts);
    } else {
        for account in accounts {
            made.entry(&concerned, vec![account]);
        }
    }
    find(&made.all_told(), &made.family())
}

fn joined(one: &str, other: &str) -> Vec<About> {
    let found = two_accounts("ZI", ("3/3/2024", one), ("3/3/2024", other), true);
    found.into_iter().map(|found| found.about).collect()
}

fn apart(one: (&str, &str), other: (&str, &str)) -> Vec<About> {
    two_accounts("ZI", one, other, false)
        .into_iter()
        .map(|found| found.about)
        .collect()
}

#[test]
fn who_came() {
    use About::Attendance;
    assert_eq!(
        joined(
            "Joan did not attend the review.",
            "Joan came to the review with her sister."
        ),
        [Attendance]
    );
    assert_eq!(
        joined(
            "Dad DNA for contact session.",
            "Ali was there on time. Status: Attended"
        ),
        [Attendance]
    );
    assert_eq!(
        joined(
            "Ali failed to attend family time.",
            "Status: Cancelled by centre"
        ),
        [Attendance]
    );
    assert_eq!(
        joined(
            "Mum was not there for the conference.",
            "Joan Reed attended the conference."
        ),
        [Attendance]
    );
    assert_eq!(
        apart(
            ("3/3/2024", "Joan did not attend her appointment."),
            ("3/3/2024", "Joan attended the clinic appointment.")
        ),
        [Attendance]
    );
    assert_eq!(
        joined(
            "Mum wasn't there for the review.",
            "Joan attended the review."
        ),
        [Attendance]
    );
    // Others, another day, a plan, or no arrangement at all.
    assert_eq!(
        joined("Joan did not attend the review.", "Ali came to the review."),
        []
    );
    assert_eq!(
        joined(
            "Joan did not attend the review.",
            "Joan was invited to attend the review."
        ),
        []
    );
    assert_eq!(
        joined(
            "Joan did not attend the review.",
            "Joan came to the door in her coat."
        ),
        []
    );
    assert_eq!(joined("Joan attended family time.", "Status: Attended"), []);
    assert_eq!(
        apart(
            ("3/3/2024", "Joan did not attend the review."),
            ("4/3/2024", "Joan attended the review.")
        ),
        []
    );
}

#[test]
fn who_was_there() {
    use About::Presence;
    assert_eq!(
        joined(
            "Both children were upstairs asleep.",
            "Zed was at his aunt's; only Ivy at home."
        ),
        [Presence]
    );
    assert_eq!(
        joined(
            "Children not present.",
            "The children were in the living room."
        ),
        [Presence]
    );
    assert_eq!(
        joined(
            "Ivy was at school.",
            "Zed and Ivy were in the kitchen when it happened."
        ),
        [Presence]
    );
    assert_eq!(
        joined(
            "Both children were upstairs asleep.",
            "Zed and Ivy at home, in bed."
        ),
        []
    );
    assert_eq!(joined("Zed was at his aunt's.", "Ivy was at home."), []);
    assert_eq!(
        joined("The children weren't at home.", "Ivy stood between them."),
        [Presence]
    );
    // On entries of their own they may be hours apart.
    assert_eq!(
        apart(
            ("3/3/2024", "Zed was at school."),
            ("3/3/2024", "Zed was at home.")
        ),
        []
    );
}

#[test]
fn whether_an_injury_was_seen() {
    use About::Injury;
    assert_eq!(
        joined(
            "Zed has a bruise on his cheek.",
            "No marks or bruises on Zed."
        ),
        [Injury]
    );
    assert_eq!(
        joined("Small cut to Ivy's lip.", "Ivy seen, no visible injuries."),
        [Injury]
    );
    assert_eq!(
        joined("Zed has a bruise on his cheek.", "No bruise on Ivy."),
        []
    );
    assert_eq!(
        joined(
            "School reported a mark on Zed's arm.",
            "Zed: no mark seen on his arm."
        ),
        []
    );
    assert_eq!(
        joined("Zed got top marks, and hours were cut.", "No marks on Zed."),
        []
    );
    assert_eq!(
        joined(
            "A bruise on Zed's knee, none new. No bruise on Zed's face.",
            "No bruise on Zed."
        ),
        []
    );
}

#[test]
fn since_when_somebody_lives_somewhere() {
    use About::DayOfMove;
    let went = (
        "3/3/2024",
        "The children went to Bea's that evening with their bags.",
    );
    assert_eq!(
        apart(
            went,
            (
                "12/3/2024",
                "Aunt says that both children have lived with her since 20 February."
            )
        ),
        [DayOfMove]
    );
    assert_eq!(
        apart(
            went,
            (
                "12/3/2024",
                "Zed and Ivy have been living with Bea since Sunday 3 March."
            )
        ),
        []
    );
    assert_eq!(
        apart(
            went,
            (
                "12/3/2024",
                "Zed and Ivy have been living with Ali since 20 February."
            )
        ),
        []
    );
    assert_eq!(
        apart(
            went,
            (
                "12/9/2024",
                "The children have lived with Bea since 20 August."
            )
        ),
        []
    );
    let tea = ("3/3/2024", "The children went to Bea's for tea.");
    assert_eq!(
        apart(
            tea,
            (
                "12/3/2024",
                "Both children have lived with Bea since 20 February."
            )
        ),
        []
    );
    // She had them before and has them again.
    assert_eq!(
        apart(
            went,
            (
                "12/3/2024",
                "Both children have lived with Bea since Friday."
            )
        ),
        [DayOfMove]
    );
    assert_eq!(
        apart(
            (
                "1/2/2024",
                "The children have lived with Bea since 20 January."
            ),
            ("3/3/2024", "The children went to Bea's.")
        ),
        []
    );
}

#[test]
fn claims_are_shown_with_their_own_words_and_what_they_are_taken_to_mean() {
    let one = (
        "3/3/2024",
        "Long day. Zed was at his aunt's; only Ivy at home.",
    );
    let other = ("3/3/2024", "Both children asleep. Quiet on leaving.");
    let found = two_accounts("ZI", one, other, true);
    assert_eq!(found[0].text, "Two accounts differ on who was there.");
    let claims: Vec<_> = found[0]
        .claims
        .iter()
        .map(|claim| (claim.quote.as_str(), claim.means.as_str()))
        .collect();
    assert_eq!(
        claims,
        [
            ("Zed was at his aunt's;", "Zed elsewhere"),
            ("Both children asleep.", "Ivy and Zed there")
        ]
    );
}

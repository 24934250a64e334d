//! One value of every kind of what stands between people: emotional lines, households, ecomap, relationships, promises.

use super::{date, day, id};
use crate::record::*;

/// Each with the name of its golden file.
pub(super) fn records() -> Vec<(&'static str, Body)> {
    let on = || date(Reading::On(Part::Day(day(4))));
    let later = || Some(date(Reading::On(Part::Day(day(9)))));
    vec![
        (
            "emotional-tie",
            Body::EmotionalTie(EmotionalTie {
                from: id(5),
                to: id(6),
                kind: TieKind::CutOff,
                since: Some(on()),
                until: later(),
                told_by: "t".into(),
                evidence: vec![id(13)],
                note: "n".into(),
            }),
        ),
        (
            "household",
            Body::Household(Household {
                name: "the flat".into(),
                people: vec![id(5), id(6)],
                since: Some(on()),
                until: later(),
                note: "n".into(),
            }),
        ),
        (
            "connection",
            Body::Connection(Connection {
                whose: Some(id(5)),
                with: "School".into(),
                person: Some(id(6)),
                kind: SystemKind::Formal,
                strength: Tie::Strong,
                stressful: true,
                flow: Flow::Both,
                since: Some(on()),
                until: later(),
                evidence: vec![id(13)],
                note: "n".into(),
            }),
        ),
        (
            "relationship",
            Body::Relationship(Relationship {
                child: id(5),
                person: Some(id(6)),
                name: "Y Marchbank".into(),
                standing: vec![Standing::TrustedAdult, Standing::FormerCarer],
                ring: Some(Ring::Friends),
                loving: OwnView::Yes,
                safe: OwnView::Unsure,
                asked_on: Some(on()),
                own_words: "o".into(),
                valued: vec!["LR2.1".into()],
                does: vec!["LR3.1".into()],
                does_words: "d".into(),
                in_touch: "i".into(),
                miles: Some(12),
                hangs_on: vec![HangsOn::School],
                being_done: "b".into(),
                since: Some(on()),
                until: later(),
                why_ended: "w".into(),
                review_on: later(),
                evidence: vec![id(13)],
            }),
        ),
        (
            "contact-after-care",
            Body::ContactAfterCare(ContactAfterCare {
                child: id(5),
                person: Some(id(6)),
                name: "Y Marchbank".into(),
                asked_on: on(),
                asked_by: "a".into(),
                words: "w".into(),
                whose_need: "n".into(),
                in_crisis: Some(false),
                risk_view: "r".into(),
                guidance: "g".into(),
                answer_by: later(),
                answer: Answer::InPart,
                decided_on: later(),
                decided_by: "d".into(),
                why: "y".into(),
                boundary: "b".into(),
                mode: "m".into(),
                how_often: "h".into(),
                review_on: later(),
                ended_on: later(),
                why_ended: "e".into(),
            }),
        ),
        (
            "promise",
            Body::Promise(Promise {
                child: id(5),
                person: Some(id(6)),
                by: "b".into(),
                words: "w".into(),
                made_on: on(),
                due: later(),
                kept_on: later(),
                not_kept: "n".into(),
            }),
        ),
        (
            "gedcom-lines",
            Body::GedcomLines(GedcomLines {
                of: Some(id(5)),
                xref: "@I1@".into(),
                lines: "1 OCCU cellist".into(),
            }),
        ),
    ]
}

//! The form for a relationship, as the child or young person says it.

use super::super::{Around, Choosable, Form, Input, Layout, Refusal};
use super::{chosen_among, date, line, linked, long, one_among, one_child, one_person, several};
use crate::practice::guide::{Listed, link_work, valued};
use crate::record::{HangsOn, OwnView, Relationship, Ring, Standing};

const STANDINGS: [(Standing, &str); 10] = [
    (Standing::TrustedAdult, "trusted-adult"),
    (Standing::LinkPerson, "link-person"),
    (Standing::Advocate, "advocate"),
    (Standing::Family, "family"),
    (Standing::Sibling, "sibling"),
    (Standing::Peer, "peer"),
    (Standing::Carer, "carer"),
    (Standing::FormerCarer, "former-carer"),
    (Standing::Community, "community"),
    (Standing::Worker, "worker"),
];

const HANGS_ON: [(HangsOn, &str); 6] = [
    (HangsOn::Home, "home"),
    (HangsOn::School, "school"),
    (HangsOn::Nearness, "nearness"),
    (HangsOn::Employment, "employment"),
    (HangsOn::Service, "service"),
    (HangsOn::Helper, "helper"),
];

/// What a child says, with the ids that drafts keep.
const VIEWS: [(OwnView, &str, &str); 4] = [
    (OwnView::Yes, "yes", "yes"),
    (OwnView::No, "no", "no"),
    (OwnView::Unsure, "unsure", "asked, not sure"),
    (OwnView::NotAsked, "not-asked", "not asked yet"),
];

const RINGS: [(Option<Ring>, &str, &str); 5] = [
    (None, "", "not asked yet"),
    (Some(Ring::Closest), "closest", "closest"),
    (Some(Ring::Friends), "friends", "friends"),
    (
        Some(Ring::Participation),
        "participation",
        "clubs, school, community",
    ),
    (Some(Ring::Paid), "paid", "paid"),
];

fn of_content(
    all: impl Iterator<Item = &'static Listed>,
    chosen: Option<&Vec<String>>,
) -> Option<Input> {
    let options = all.map(|one| Choosable::new(&one.id, &one.name));
    several(
        options.collect(),
        chosen.map_or(&[][..], Vec::as_slice),
        Layout::Flow,
    )
}

/// What somebody is to the child, as a draft keeps it.
pub fn standing_ids(chosen: &[Standing]) -> Vec<String> {
    let known = chosen.iter().filter_map(|one| {
        let (_, id) = STANDINGS.iter().find(|(standing, _)| standing == one)?;
        Some((*id).to_owned())
    });
    known.collect()
}

pub(super) fn input(
    name: &str,
    relationship: Option<&Relationship>,
    around: Around<'_>,
) -> Option<Input> {
    let text = |part: fn(&Relationship) -> &str| relationship.map_or("", part);
    match name {
        "child" => one_child(relationship.map(|one| one.child), around),
        "person" => {
            let child = relationship.map(|one| one.child).or(around.child);
            one_person(relationship.and_then(|one| one.person), child, around)
        }
        "name" => line(text(|one| &one.name)),
        "standing" => {
            let options = STANDINGS.iter();
            let options = options.map(|(one, id)| Choosable::new(*id, one.words()));
            let chosen = relationship.map_or(&[][..], |one| &one.standing);
            several(options.collect(), &standing_ids(chosen), Layout::Flow)
        }
        "ring" => one_among(&RINGS, &relationship.and_then(|one| one.ring)),
        "loving" => one_among(
            &VIEWS,
            &relationship.map_or_else(OwnView::default, |one| one.loving),
        ),
        "safe" => one_among(
            &VIEWS,
            &relationship.map_or_else(OwnView::default, |one| one.safe),
        ),
        "asked-on" => date(relationship.and_then(|one| one.asked_on.as_ref())),
        "own-words" => long(text(|one| &one.own_words)),
        "valued" => of_content(valued(), relationship.map(|one| &one.valued)),
        "does" => of_content(link_work(), relationship.map(|one| &one.does)),
        "does-words" => long(text(|one| &one.does_words)),
        "in-touch" => line(text(|one| &one.in_touch)),
        "miles" => {
            let miles = relationship.and_then(|one| one.miles);
            line(&miles.map_or_else(String::new, |miles| miles.to_string()))
        }
        "hangs-on" => {
            let options = HANGS_ON.iter();
            let options = options.map(|(one, id)| Choosable::new(*id, one.words()));
            let chosen = relationship.map_or(&[][..], |one| &one.hangs_on).iter();
            let chosen = chosen.filter_map(|one| {
                let (_, id) = HANGS_ON.iter().find(|(hangs, _)| hangs == one)?;
                Some((*id).to_owned())
            });
            let chosen: Vec<String> = chosen.collect();
            several(options.collect(), &chosen, Layout::Flow)
        }
        "being-done" => long(text(|one| &one.being_done)),
        "review-on" => date(relationship.and_then(|one| one.review_on.as_ref())),
        "since" => date(relationship.and_then(|one| one.since.as_ref())),
        "until" => date(relationship.and_then(|one| one.until.as_ref())),
        "why-ended" => long(text(|one| &one.why_ended)),
        "evidence" => linked(relationship.map_or(&[], |one| &one.evidence), around),
        _ => None,
    }
}

pub(super) fn body(
    form: &Form,
    was: Option<Relationship>,
    around: Around<'_>,
) -> Result<Relationship, Refusal> {
    let child = form
        .id("child")
        .ok_or_else(|| Refusal::new("child", "Choose the child whose relationship it is."))?;
    let miles = match form.text("miles") {
        none if none.is_empty() => None,
        miles => Some(miles.parse().map_err(|_| {
            Refusal::new(
                "miles",
                format!("\"{miles}\" is not a whole number of miles. Write 12, or leave it empty."),
            )
        })?),
    };
    let all_of = |name: &str| form.parts(name, '\n');
    let standing = all_of("standing").into_iter().filter_map(|id| {
        let known = STANDINGS.iter().find(|(_, known)| *known == id);
        known.map(|(one, _)| *one)
    });
    let hangs_on = all_of("hangs-on").into_iter().filter_map(|id| {
        let known = HANGS_ON.iter().find(|(_, known)| *known == id);
        known.map(|(one, _)| *one)
    });
    let view = |name: &str| chosen_among(&VIEWS, &form.text(name)).unwrap_or_default();
    let when = |name: &str, part: fn(&Relationship) -> Option<&crate::record::FuzzyDate>| {
        form.date(name, was.as_ref().and_then(part), around.today)
    };
    let relationship = Relationship {
        child,
        person: form.id("person"),
        name: form.text("name"),
        standing: standing.collect(),
        ring: chosen_among(&RINGS, &form.text("ring")).flatten(),
        loving: view("loving"),
        safe: view("safe"),
        asked_on: when("asked-on", |was| was.asked_on.as_ref()),
        own_words: form.text("own-words"),
        valued: all_of("valued"),
        does: all_of("does"),
        does_words: form.text("does-words"),
        in_touch: form.text("in-touch"),
        miles,
        hangs_on: hangs_on.collect(),
        being_done: form.text("being-done"),
        since: when("since", |was| was.since.as_ref()),
        until: when("until", |was| was.until.as_ref()),
        why_ended: form.text("why-ended"),
        review_on: when("review-on", |was| was.review_on.as_ref()),
        evidence: form.ids("evidence"),
    };
    refused(&relationship, around).map_or(Ok(relationship), Err)
}

/// What a relationship still needs.
fn refused(one: &Relationship, around: Around<'_>) -> Option<Refusal> {
    let refusal = |field: &str, words: &str| Some(Refusal::new(field, words));
    if one.person.is_none() && one.name.is_empty() {
        let words = "Choose who it is, or write the name below.";
        return refusal("person", words);
    }
    if one.person == Some(one.child) {
        return refusal("person", "This is the child. Choose somebody else.");
    }
    let was_asked = [one.loving, one.safe]
        .iter()
        .any(|view| *view != OwnView::NotAsked);
    if was_asked && one.asked_on.is_none() {
        let words =
            "Write on which day the child was asked; \u{201c}not known\u{201d} is an answer too.";
        return refusal("asked-on", words);
    }
    let asked = one.asked_on.as_ref().and_then(|asked| asked.anchor());
    if asked.is_some_and(|day| day > around.today) {
        let words = "That day is still ahead. Write it down once the child was asked.";
        return refusal("asked-on", words);
    }
    None
}

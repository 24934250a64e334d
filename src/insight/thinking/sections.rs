//! The analysis as it is read: the story so far as each tells it, worries kept apart, recognition, working hypotheses with what
//! speaks for and against them, needs, and what there is still to find out.

use super::{
    Offer, curiosities, hypotheses, is_late, linked_needs, needs, of_hypotheses, of_hypothesis,
    of_need, offers, recognitions, rethinking, stories, teller_words, whose_words,
};
use crate::insight::contradictions::Contradiction;
use crate::insight::links::{entries, records, those};
use crate::insight::people::{Circle, people_in_order, short_names, short_names_of};
use crate::insight::supervision::to_do;
use crate::insight::words::first_large;
use crate::page::{Link, Section};
use crate::practice::guide::{name_in, recognition_forms};
use crate::record::{
    Body, CaseFile, Curiosity, Hypothesis, HypothesisState, Need, Recognition, Record, RecordId,
    Story, Teller,
};
use chrono::NaiveDate;

/// The analysis of a case on a day. `differing` are the places where accounts differ; `revisions` tell how hypotheses were
/// thought again, as far as they were written by the end of `last`.
pub fn section(
    file: &CaseFile,
    differing: &[Contradiction],
    revisions: &[Record<Body>],
    last: NaiveDate,
    day: NaiveDate,
) -> Section {
    let (told, thoughts, needs) = (stories(file), hypotheses(file), needs(file));
    let (asked, offered) = (curiosities(file), offers(file, differing, day));
    let mut all = Section::default();
    all.show(|page| {
        if told.is_empty() {
            page.say("Nobody's story is written yet.");
        }
        if thoughts.is_empty() {
            page.say("No explanation is written yet; more than one is expected.");
        }
        if needs.is_empty() {
            page.say("No need is written yet.");
        }
        if asked.is_empty() && offered.is_empty() {
            page.say("Nothing is open. What do we not know yet?");
        }
    });
    all.each("stories", told.iter().map(|one| story(file, one)));
    all.one("worries", worries(file, &told));
    let seen = recognitions(file).into_iter();
    all.each("recognition", seen.map(|one| recognition(file, one)));
    let thoughts = thoughts.into_iter();
    all.each(
        "hypotheses",
        thoughts.map(|one| hypothesis(file, one, Some(revisions), last)),
    );
    let questions = of_hypotheses(file);
    if !questions.is_empty() {
        all.show(|page| page.heading("All hypotheses together"));
    }
    all.questions(questions);
    let needs = needs.into_iter();
    all.each("needs", needs.map(|one| need(file, one)));
    let asked = asked.into_iter();
    all.each("curiosities", asked.map(|one| curiosity(file, one, day)));
    if !offered.is_empty() {
        all.show(|page| page.heading("The chronology offers to be curious about"));
    }
    let offers = offered.iter().map(|offer| {
        let mut told = offer_told(file, offer);
        told.title = String::new();
        told
    });
    all.each("offered", offers);
    all
}

/// The story so far as somebody tells it.
pub fn story(file: &CaseFile, record: &Record<Story>) -> Section {
    let body = &record.body;
    let teller = teller_words(file, &body.teller);
    let mut told = Section::of(record.id(), format!("The story as told by {teller}"));
    told.hide("told_by", teller);
    told.fields("story")
        .text("words", &body.words)
        .text("drivers", &body.drivers)
        .text("hopes", &body.hopes)
        .text("fears", &body.fears)
        .text("worries", &body.worries)
        .text("own_part", &body.own_part)
        .text("resilience_and_risk", &body.resilience_and_risk)
        .day("told_on", body.told_on.as_ref())
        .text("heard_by", &body.heard_by)
        .links("entries", entries(file, &body.entries));
    told.written(&record.meta);
    told
}

/// What worries whom, never put together. Whoever is neither child nor parent, and no professional, is of the wider family, as
/// carers and friends are here.
fn worries(file: &CaseFile, stories: &[&Record<Story>]) -> Section {
    let order = people_in_order(file);
    let circle = |people: &[RecordId]| {
        let mut found = order.iter();
        let found = found.find(|(_, person)| people.contains(&person.id()));
        found.map_or(Circle::Other, |(circle, _)| *circle)
    };
    let side = |story: &Record<Story>| {
        let circle = match &story.body.teller {
            Teller::Person(person) => circle(&[*person]),
            Teller::Together(people) => circle(people),
            Teller::WiderFamily => Circle::Kin,
            Teller::Professionals => return "professionals",
        };
        match circle {
            Circle::Child => "children",
            Circle::Parent => "parents",
            _ => "wider_family",
        }
    };
    let mut all = Section::default();
    for (key, title) in [
        ("children", "What worries the children"),
        ("parents", "What worries the parents"),
        ("wider_family", "What worries the wider family"),
        ("professionals", "What worries the professionals"),
    ] {
        let worried = stories.iter().filter(|one| !one.body.worries.is_empty());
        let worried: Vec<_> = worried.filter(|one| side(one) == key).collect();
        if !worried.is_empty() {
            all.show(|page| page.heading(title));
        }
        let worried = worried.into_iter().map(|one| {
            let of = teller_words(file, &one.body.teller);
            let mut told = Section::default();
            told.hide("story", one.id().to_string());
            told.text("text", &first_large(&of), &one.body.worries);
            told.hide("of", of);
            told
        });
        all.each(key, worried);
    }
    all
}

/// How somebody is recognised in a form, and where it is missing.
pub fn recognition(file: &CaseFile, record: &Record<Recognition>) -> Section {
    let body = &record.body;
    let (of, name) = (
        short_names(file, &[body.of]),
        name_in("recognition", &body.form),
    );
    let mut told = Section::of(record.id(), format!("{name}: {of}"));
    told.hide("of", of);
    told.hide("form", body.form.as_str());
    told.hide("name", name);
    if let Some(form) = recognition_forms().find(|form| form.id == body.form) {
        told.show(|page| page.quiet(&form.means));
    }
    let recognised = match body.recognised.as_str() {
        "" => "not recognised yet",
        recognised => recognised,
    };
    told.fields("recognition")
        .value("recognised", body.recognised.as_str(), recognised)
        .text("missing", &body.missing)
        .day("on", body.on.as_ref())
        .links("entries", entries(file, &body.entries));
    told.written(&record.meta);
    told
}

/// A hypothesis, with what speaks for and against it, and how it was thought again by the end of `last`. `revisions` is
/// `None` until they were read.
pub fn hypothesis(
    file: &CaseFile,
    record: &Record<Hypothesis>,
    revisions: Option<&[Record<Body>]>,
    last: NaiveDate,
) -> Section {
    let (id, body) = (record.id(), &record.body);
    let stands = match body.state {
        HypothesisState::Live => body.strength.words(),
        past => past.words(),
    };
    let mut told = Section::of(id, format!("Working hypothesis, {stands}"));
    let question = match body.question.as_str() {
        "" => "",
        id => name_in("question", id),
    };
    told.fields("hypothesis")
        .text("words", &body.words)
        .value("state", body.state.words(), "")
        .value("strength", body.strength.words(), "")
        .text("state_why", &body.state_why)
        .links("replaced_by", records(file, body.replaced_by));
    let before = those(file, &file.hypotheses, |other| {
        other.replaced_by == Some(id)
    });
    told.links("took_the_place_of", "It took the place of", before);
    let nothing = |words: &str, linked: &[RecordId]| match (words, linked) {
        ("", []) => "nothing written yet".to_owned(),
        (words, _) => words.to_owned(),
    };
    told.fields("hypothesis")
        .names("people", short_names_of(file, &body.people))
        .text("question", question)
        .day("on", body.on.as_ref());
    let pro = nothing(&body.evidence_for, &body.entries_for);
    told.value(
        "evidence_for",
        "Speaks for it",
        body.evidence_for.as_str(),
        &pro,
    );
    told.fields("hypothesis")
        .links("entries_for", entries(file, &body.entries_for));
    let contra = nothing(&body.evidence_against, &body.entries_against);
    told.value(
        "evidence_against",
        "Speaks against it",
        body.evidence_against.as_str(),
        &contra,
    );
    told.fields("hypothesis")
        .links("entries_against", entries(file, &body.entries_against))
        .text("change_mind", &body.change_mind)
        .text("family_view", &body.family_view);
    let needs = those(file, &file.needs, |need| need.hypotheses.contains(&id));
    told.links("needs", "Needs that follow", needs);
    let asked = those(file, &file.curiosities, |asked| {
        asked.hypotheses.contains(&id)
    });
    told.links("curiosities", "Curious about", asked);
    told.links("to_do", "To do", to_do(file, id));
    told.questions(of_hypothesis(body));
    let again = rethinking(revisions.unwrap_or_default(), id).into_iter();
    let again: Vec<_> = again.filter(|one| one.on <= last).collect();
    if !again.is_empty() {
        told.show(|page| page.under("How it was thought again"));
    }
    let again = again.into_iter().map(|one| {
        let mut told = Section::default();
        told.hide("on", one.on.to_string());
        told.hide("author", one.author.as_str());
        let label = match one.author.as_str() {
            "" => one.on.format("%-d %b %Y").to_string(),
            author => format!("{}, {author}", one.on.format("%-d %b %Y")),
        };
        let words = one.changes.join("; ");
        told.show(|page| page.item(label, words, None));
        told.hide("changes", one.changes);
        told
    });
    told.each("thought_again", again);
    told.written(&record.meta);
    told
}

/// A need, with what it belongs to.
pub fn need(file: &CaseFile, record: &Record<Need>) -> Section {
    let (id, body) = (record.id(), &record.body);
    let of = whose_words(file, &body.of);
    let mut told = Section::of(
        id,
        match &body.met_on {
            Some(on) => format!("Need of {of}, met {}", on.in_short()),
            None => format!("Need of {of}"),
        },
    );
    told.hide("of", of);
    told.fields("need")
        .text("words", &body.words)
        .text("because", &body.because)
        .text("family_words", &body.family_words)
        .day("on", body.on.as_ref())
        .day("met_on", body.met_on.as_ref())
        .text("met_how", &body.met_how)
        .links("entries", entries(file, &body.entries));
    let linked = linked_needs(file, id).into_iter();
    let linked = linked.map(|other| Link {
        id: other.id(),
        text: format!(
            "{}: {}",
            whose_words(file, &other.body.of),
            other.body.words
        ),
    });
    told.fields("need")
        .links("linked", linked.collect())
        .links("hypotheses", records(file, body.hypotheses.iter().copied()));
    let steps = those(file, &file.plan_steps, |step| step.needs.contains(&id));
    told.links("challenges", "Challenges that answer it", steps);
    let supports = those(file, &file.supports, |one| one.needs.contains(&id));
    told.links("supports", "Support that meets it", supports);
    let goals = those(file, &file.goals, |goal| goal.needs.contains(&id));
    told.links("goals", "Goals", goals);
    told.links("to_do", "To do", to_do(file, id));
    told.questions(of_need(file, id, body));
    told.written(&record.meta);
    told
}

/// Something to find out, with its answer.
pub fn curiosity(file: &CaseFile, record: &Record<Curiosity>, day: NaiveDate) -> Section {
    let body = &record.body;
    let state = match body.is_open() {
        true if is_late(body, day) => "late",
        true => "open",
        false if body.let_go.is_empty() => "answered",
        false => "let go",
    };
    let mut told = Section::of(record.id(), format!("Curious about, {state}"));
    told.hide("state", state);
    let offered = (!body.offered.is_empty()).then(|| Offer::from_where(&body.offered));
    told.fields("curiosity")
        .text("words", &body.words)
        .text("why", &body.why)
        .text("from_whom", &body.from_whom)
        .day("by", body.by.as_ref())
        .names("people", short_names_of(file, &body.people))
        .text("answer", &body.answer)
        .links("answered_by", entries(file, &body.answered_by))
        .text("let_go", &body.let_go)
        .links("entries", entries(file, &body.entries))
        .links("hypotheses", records(file, body.hypotheses.iter().copied()))
        .value("offered", offered, offered.unwrap_or_default());
    told.links("to_do", "To do", to_do(file, record.id()));
    told.written(&record.meta);
    told
}

/// Something that the chronology offers to be curious about.
pub fn offer_told(file: &CaseFile, offer: &Offer) -> Section {
    let from = Offer::from_where(&offer.key);
    let mut told = Section::titled(format!("Offered by {from}"));
    told.text("text", "", &offer.asks);
    told.names("about", "About", short_names_of(file, &offer.people));
    told.hide("offered_by", from);
    told.links("entries", "Entries", entries(file, &offer.entries));
    told
}

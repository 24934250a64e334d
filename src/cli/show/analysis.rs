//! `show CASE analysis`: the story so far as each tells it, worries kept apart, recognition, working hypotheses with what
//! speaks for and against them, needs, and what there is still to find out.

mod lines;
mod worries;

use super::linked::{self, Linked};
use super::{Shown, differences};
use crate::insight::thinking::{
    Offer, Rethought, curiosities, hypotheses, is_late, linked_needs, needs, of_hypotheses,
    of_hypothesis, of_need, offers, recognitions, rethinking, short_names, state_words, stories,
    strength_words, teller_words, whose_words,
};
use crate::practice::guide::name_in;
use crate::record::{CaseFile, Curiosity, Hypothesis, Need, Recognition, Record, RecordId, Story};
use chrono::NaiveDate;
use serde::Serialize;
use worries::Worries;

#[derive(Serialize)]
pub struct AnalysisPage {
    stories: Vec<StoryShown>,
    worries: Worries,
    recognition: Vec<RecognitionShown>,
    hypotheses: Vec<HypothesisShown>,
    /// What there is to ask about all hypotheses together.
    questions: Vec<&'static str>,
    needs: Vec<NeedShown>,
    curiosities: Vec<CuriosityShown>,
    offered: Vec<OfferShown>,
}

#[derive(Serialize)]
struct StoryShown {
    id: RecordId,
    told_by: String,
    words: String,
    drivers: String,
    hopes: String,
    fears: String,
    worries: String,
    own_part: String,
    resilience_and_risk: String,
    told_on: Option<String>,
    heard_by: String,
    entries: Vec<Linked>,
    author: String,
    revision: u32,
}

#[derive(Serialize)]
struct RecognitionShown {
    id: RecordId,
    of: String,
    form: String,
    name: String,
    recognised: String,
    missing: String,
    on: Option<String>,
    entries: Vec<Linked>,
    author: String,
    revision: u32,
}

#[derive(Serialize)]
struct HypothesisShown {
    id: RecordId,
    text: String,
    state: &'static str,
    strength: &'static str,
    state_why: String,
    replaced_by: Option<Linked>,
    took_the_place_of: Vec<Linked>,
    about: String,
    speaks_to: String,
    on: Option<String>,
    #[serde(rename = "for")]
    pro: Side,
    against: Side,
    change_mind: String,
    family_view: String,
    needs: Vec<Linked>,
    curiosities: Vec<Linked>,
    questions: Vec<&'static str>,
    thought_again: Vec<ThoughtAgain>,
    author: String,
    revision: u32,
}

#[derive(Serialize)]
struct Side {
    words: String,
    entries: Vec<Linked>,
}

#[derive(Serialize)]
struct ThoughtAgain {
    on: NaiveDate,
    author: String,
    changes: Vec<String>,
}

#[derive(Serialize)]
struct NeedShown {
    id: RecordId,
    of: String,
    text: String,
    because: String,
    entries: Vec<Linked>,
    family_words: String,
    linked: Vec<Linked>,
    follows_from: Vec<Linked>,
    challenges: Vec<Linked>,
    supports: Vec<Linked>,
    goals: Vec<Linked>,
    on: Option<String>,
    met_on: Option<String>,
    met_how: String,
    questions: Vec<&'static str>,
    author: String,
    revision: u32,
}

#[derive(Serialize)]
struct CuriosityShown {
    id: RecordId,
    text: String,
    state: &'static str,
    why: String,
    from_whom: String,
    by: Option<String>,
    about: String,
    speaks_to: Vec<Linked>,
    entries: Vec<Linked>,
    answer: String,
    answered_by: Vec<Linked>,
    let_go: String,
    offered_by: Option<&'static str>,
    author: String,
    revision: u32,
}

#[derive(Serialize)]
struct OfferShown {
    text: String,
    about: String,
    offered_by: &'static str,
    entries: Vec<Linked>,
}

/// The analysis of a case.
pub fn page(shown: &Shown) -> AnalysisPage {
    let file = shown.file;
    let told = stories(file);
    let offered = offers(file, &differences::all(shown), shown.now);
    AnalysisPage {
        worries: Worries::of(file, &told),
        stories: told.into_iter().map(|one| story(file, one)).collect(),
        recognition: recognitions(file)
            .into_iter()
            .map(|seen| recognition(file, seen))
            .collect(),
        hypotheses: hypotheses(file)
            .into_iter()
            .map(|thought| hypothesis(shown, thought))
            .collect(),
        questions: of_hypotheses(file),
        needs: needs(file).into_iter().map(|one| need(file, one)).collect(),
        curiosities: curiosities(file)
            .into_iter()
            .map(|asked| curiosity(shown, asked))
            .collect(),
        offered: offered.iter().map(|one| offer(file, one)).collect(),
    }
}

fn story(file: &CaseFile, record: &Record<Story>) -> StoryShown {
    let body = &record.body;
    StoryShown {
        id: record.id(),
        told_by: teller_words(file, &body.teller),
        words: body.words.clone(),
        drivers: body.drivers.clone(),
        hopes: body.hopes.clone(),
        fears: body.fears.clone(),
        worries: body.worries.clone(),
        own_part: body.own_part.clone(),
        resilience_and_risk: body.resilience_and_risk.clone(),
        told_on: linked::day(body.told_on.as_ref()),
        heard_by: body.heard_by.clone(),
        entries: linked::entries(file, &body.entries),
        author: record.meta.author.clone(),
        revision: record.meta.revision,
    }
}

fn recognition(file: &CaseFile, record: &Record<Recognition>) -> RecognitionShown {
    let body = &record.body;
    RecognitionShown {
        id: record.id(),
        of: short_names(file, &[body.of]),
        form: body.form.clone(),
        name: name_in("recognition", &body.form).to_owned(),
        recognised: body.recognised.clone(),
        missing: body.missing.clone(),
        on: linked::day(body.on.as_ref()),
        entries: linked::entries(file, &body.entries),
        author: record.meta.author.clone(),
        revision: record.meta.revision,
    }
}

fn hypothesis(shown: &Shown, record: &Record<Hypothesis>) -> HypothesisShown {
    let (file, id, body) = (shown.file, record.id(), &record.body);
    let words = |thought: &Hypothesis| thought.words.clone();
    let other = body.replaced_by.and_then(|id| file.hypotheses.get(&id));
    let thought_again = rethinking(shown.revisions, id).into_iter();
    let side = |words: &str, entries: &[RecordId]| Side {
        words: words.to_owned(),
        entries: linked::entries(file, entries),
    };
    HypothesisShown {
        id,
        text: words(body),
        state: state_words(body.state),
        strength: strength_words(body.strength),
        state_why: body.state_why.clone(),
        replaced_by: other.map(|other| Linked {
            id: other.id(),
            text: words(&other.body),
        }),
        took_the_place_of: linked::those(
            &file.hypotheses,
            |other| other.replaced_by == Some(id),
            |other| &other.words,
        ),
        about: short_names(file, &body.people),
        speaks_to: match body.question.as_str() {
            "" => String::new(),
            question => name_in("question", question).to_owned(),
        },
        on: linked::day(body.on.as_ref()),
        pro: side(&body.evidence_for, &body.entries_for),
        against: side(&body.evidence_against, &body.entries_against),
        change_mind: body.change_mind.clone(),
        family_view: body.family_view.clone(),
        needs: linked::those(
            &file.needs,
            |need| need.hypotheses.contains(&id),
            |need| &need.words,
        ),
        curiosities: linked::those(
            &file.curiosities,
            |asked| asked.hypotheses.contains(&id),
            |asked| &asked.words,
        ),
        questions: of_hypothesis(body),
        thought_again: thought_again
            .filter(|one| shown.as_at.is_none_or(|day| one.on <= day))
            .map(
                |Rethought {
                     on,
                     author,
                     changes,
                 }| ThoughtAgain {
                    on,
                    author,
                    changes,
                },
            )
            .collect(),
        author: record.meta.author.clone(),
        revision: record.meta.revision,
    }
}

fn need(file: &CaseFile, record: &Record<Need>) -> NeedShown {
    let (id, body) = (record.id(), &record.body);
    let linked = linked_needs(file, id).into_iter();
    NeedShown {
        id,
        of: whose_words(file, &body.of),
        text: body.words.clone(),
        because: body.because.clone(),
        entries: linked::entries(file, &body.entries),
        family_words: body.family_words.clone(),
        linked: linked
            .map(|other| Linked {
                id: other.id(),
                text: format!(
                    "{}: {}",
                    whose_words(file, &other.body.of),
                    other.body.words
                ),
            })
            .collect(),
        follows_from: linked::named(&file.hypotheses, &body.hypotheses, |thought| &thought.words),
        challenges: linked::those(
            &file.plan_steps,
            |step| step.needs.contains(&id),
            |step| &step.challenge,
        ),
        supports: linked::those(
            &file.supports,
            |support| support.needs.contains(&id),
            |support| &support.what,
        ),
        goals: linked::those(
            &file.goals,
            |goal| goal.needs.contains(&id),
            |goal| &goal.words,
        ),
        on: linked::day(body.on.as_ref()),
        met_on: linked::day(body.met_on.as_ref()),
        met_how: body.met_how.clone(),
        questions: of_need(file, id, body),
        author: record.meta.author.clone(),
        revision: record.meta.revision,
    }
}

fn curiosity(shown: &Shown, record: &Record<Curiosity>) -> CuriosityShown {
    let (file, body) = (shown.file, &record.body);
    let from_where = (!body.offered.is_empty()).then(|| Offer::from_where(&body.offered));
    CuriosityShown {
        id: record.id(),
        text: body.words.clone(),
        state: match body.is_open() {
            true if is_late(body, shown.now) => "late",
            true => "open",
            false if body.let_go.is_empty() => "answered",
            false => "let go",
        },
        why: body.why.clone(),
        from_whom: body.from_whom.clone(),
        by: linked::day(body.by.as_ref()),
        about: short_names(file, &body.people),
        speaks_to: linked::named(&file.hypotheses, &body.hypotheses, |thought| &thought.words),
        entries: linked::entries(file, &body.entries),
        answer: body.answer.clone(),
        answered_by: linked::entries(file, &body.answered_by),
        let_go: body.let_go.clone(),
        offered_by: from_where,
        author: record.meta.author.clone(),
        revision: record.meta.revision,
    }
}

fn offer(file: &CaseFile, offer: &Offer) -> OfferShown {
    OfferShown {
        text: offer.asks.clone(),
        about: short_names(file, &offer.people),
        offered_by: Offer::from_where(&offer.key),
        entries: linked::entries(file, &offer.entries),
    }
}

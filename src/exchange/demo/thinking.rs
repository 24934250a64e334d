//! What is thought about a family, as its file `families/<name>_thinking.toml` writes it: stories, recognition, hypotheses,
//! needs and curiosities. Plan, goals, supervision and relationships stand in the same file and are read by their own modules.
//!
//! Records name each other by `key`, entries by their dates. `written` is the day of writing where it is not the record's
//! own day; under `again` stands what a later revision says differently, with its day.

use super::DemoFault;
use super::filing::Filing;
use crate::record::{
    Body, Curiosity, FuzzyDate, Hypothesis, HypothesisState, Need, Recognition, Story, Strength,
    Subject, Teller,
};
use chrono::NaiveDate;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::{Table, Value};

/// A family's thinking; rows are read kind by kind.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Thinking {
    story: Vec<Table>,
    recognition: Vec<Table>,
    hypothesis: Vec<Table>,
    need: Vec<Table>,
    curiosity: Vec<Table>,
    pub purpose: Vec<Table>,
    pub goal: Vec<Table>,
    pub review: Vec<Table>,
    pub challenge: Vec<Table>,
    pub support: Vec<Table>,
    pub bottom_line: Vec<Table>,
    pub version: Vec<Table>,
    pub supervision: Vec<Table>,
    pub action: Vec<Table>,
    pub case_decision: Vec<Table>,
    pub occasion: Vec<Table>,
    pub tie: Vec<Table>,
    pub household: Vec<Table>,
    pub connection: Vec<Table>,
    pub relationship: Vec<Table>,
    pub contact: Vec<Table>,
    pub promise: Vec<Table>,
}

/// Told by people together, or by "family" or "professionals".
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct StoryRow {
    by: Vec<String>,
    words: String,
    drivers: String,
    hopes: String,
    fears: String,
    worries: String,
    own_part: String,
    resilience_and_risk: String,
    told_on: Option<String>,
    heard_by: String,
    entries: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct RecognitionRow {
    of: String,
    form: String,
    recognised: String,
    missing: String,
    on: Option<String>,
    entries: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct HypothesisRow {
    words: String,
    about: Vec<String>,
    question: String,
    on: Option<String>,
    evidence_for: String,
    entries_for: Vec<String>,
    evidence_against: String,
    entries_against: Vec<String>,
    strength: Strength,
    change_mind: String,
    family_view: String,
    state: HypothesisState,
    state_why: String,
    replaced_by: Option<String>,
}

/// Of people, or of "family".
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct NeedRow {
    of: Vec<String>,
    words: String,
    because: String,
    entries: Vec<String>,
    linked: Vec<String>,
    hypotheses: Vec<String>,
    family_words: String,
    on: Option<String>,
    met_on: Option<String>,
    met_how: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct CuriosityRow {
    words: String,
    why: String,
    from_whom: String,
    by: Option<String>,
    about: Vec<String>,
    hypotheses: Vec<String>,
    entries: Vec<String>,
    answer: String,
    answered_by: Vec<String>,
    let_go: String,
}

/// Gives every row with a key its id, so that rows can name those that stand further down.
pub(super) fn mint_keys(filing: &mut Filing<'_>, all: &Thinking) -> Result<(), DemoFault> {
    let kinds = [
        &all.hypothesis,
        &all.need,
        &all.purpose,
        &all.goal,
        &all.challenge,
    ];
    for key in kinds.into_iter().flatten().filter_map(|row| row.get("key")) {
        filing.mint_key(key.as_str().unwrap_or_default())?;
    }
    Ok(())
}

/// Writes the thinking of a family.
pub(super) fn file(filing: &mut Filing<'_>, all: &Thinking) -> Result<(), DemoFault> {
    put(filing, &all.story, story)?;
    put(filing, &all.recognition, recognition)?;
    put(filing, &all.hypothesis, hypothesis)?;
    put(filing, &all.need, need)?;
    put(filing, &all.curiosity, curiosity)
}

/// What a row says: its content, and its own day.
pub(super) type Said = Result<(Body, Option<FuzzyDate>), DemoFault>;

/// Writes rows of a kind, with what was thought again.
pub(super) fn put<T: DeserializeOwned>(
    filing: &mut Filing<'_>,
    rows: &[Table],
    make: impl Fn(&Filing<'_>, T) -> Said,
) -> Result<(), DemoFault> {
    for row in rows {
        let mut row = row.clone();
        let id = match row.remove("key") {
            Some(key) => filing.keyed(key.as_str().unwrap_or_default())?,
            None => filing.next_id(),
        };
        let written = take_day(filing, &mut row)?;
        let again = row.remove("again");
        let (body, own_day) = make(filing, read(filing, &row)?)?;
        let day = written.or_else(|| own_day.and_then(|day| day.anchor()));
        let day = day.ok_or_else(|| filing.fault(format!("no day of writing for {row:?}")))?;
        filing.write(id, body, day);
        if let Some(Value::Table(mut again)) = again {
            let day = take_day(filing, &mut again)?;
            let day = day.ok_or_else(|| filing.fault("“again” without a day".to_owned()))?;
            row.extend(again);
            let (body, _) = make(filing, read(filing, &row)?)?;
            filing.write_again(id, body, day);
        }
    }
    Ok(())
}

fn take_day(filing: &Filing<'_>, row: &mut Table) -> Result<Option<NaiveDate>, DemoFault> {
    let written = row.remove("written");
    let day = filing.maybe_date(written.as_ref().and_then(Value::as_str))?;
    Ok(day.and_then(|day| day.anchor()))
}

fn read<T: DeserializeOwned>(filing: &Filing<'_>, row: &Table) -> Result<T, DemoFault> {
    let read = row.clone().try_into();
    read.map_err(|fault: toml::de::Error| filing.fault(format!("{fault} in {row:?}")))
}

fn story(filing: &Filing<'_>, row: StoryRow) -> Said {
    let teller = match row.by.as_slice() {
        [only] if only == "family" => Teller::WiderFamily,
        [only] if only == "professionals" => Teller::Professionals,
        [only] => Teller::Person(filing.who(only)?),
        several => Teller::Together(filing.whos(several)?),
    };
    let told_on = filing.maybe_date(row.told_on.as_deref())?;
    let story = Story {
        teller,
        words: row.words,
        drivers: row.drivers,
        hopes: row.hopes,
        fears: row.fears,
        worries: row.worries,
        resilience_and_risk: row.resilience_and_risk,
        own_part: row.own_part,
        told_on: told_on.clone(),
        heard_by: row.heard_by,
        entries: filing.entries_of(&row.entries)?,
    };
    Ok((Body::Story(story), told_on))
}

fn recognition(filing: &Filing<'_>, row: RecognitionRow) -> Said {
    let on = filing.maybe_date(row.on.as_deref())?;
    let seen = Recognition {
        of: filing.who(&row.of)?,
        form: row.form,
        recognised: row.recognised,
        missing: row.missing,
        on: on.clone(),
        entries: filing.entries_of(&row.entries)?,
    };
    Ok((Body::Recognition(seen), on))
}

fn hypothesis(filing: &Filing<'_>, row: HypothesisRow) -> Said {
    let on = filing.maybe_date(row.on.as_deref())?;
    let replaced_by = row.replaced_by.as_deref();
    let thought = Hypothesis {
        words: row.words,
        people: filing.whos(&row.about)?,
        question: row.question,
        on: on.clone(),
        evidence_for: row.evidence_for,
        entries_for: filing.entries_of(&row.entries_for)?,
        evidence_against: row.evidence_against,
        entries_against: filing.entries_of(&row.entries_against)?,
        strength: row.strength,
        change_mind: row.change_mind,
        family_view: row.family_view,
        state: row.state,
        state_why: row.state_why,
        replaced_by: replaced_by.map(|key| filing.keyed(key)).transpose()?,
    };
    Ok((Body::Hypothesis(thought), on))
}

fn need(filing: &Filing<'_>, row: NeedRow) -> Said {
    let of = match row.of.as_slice() {
        [only] if only == "family" => Subject::Family,
        [only] => Subject::Person(filing.who(only)?),
        several => Subject::Together(filing.whos(several)?),
    };
    let on = filing.maybe_date(row.on.as_deref())?;
    let need = Need {
        of,
        words: row.words,
        because: row.because,
        entries: filing.entries_of(&row.entries)?,
        linked: filing.all_keyed(&row.linked)?,
        hypotheses: filing.all_keyed(&row.hypotheses)?,
        family_words: row.family_words,
        on: on.clone(),
        met_on: filing.maybe_date(row.met_on.as_deref())?,
        met_how: row.met_how,
    };
    Ok((Body::Need(need), on))
}

fn curiosity(filing: &Filing<'_>, row: CuriosityRow) -> Said {
    let asked = Curiosity {
        words: row.words,
        why: row.why,
        from_whom: row.from_whom,
        by: filing.maybe_date(row.by.as_deref())?,
        people: filing.whos(&row.about)?,
        hypotheses: filing.all_keyed(&row.hypotheses)?,
        entries: filing.entries_of(&row.entries)?,
        answer: row.answer,
        answered_by: filing.entries_of(&row.answered_by)?,
        let_go: row.let_go,
        offered: String::new(),
    };
    Ok((Body::Curiosity(asked), None))
}

//! What is chosen in the analysis, in lines: a story with its parts, a hypothesis with what speaks for and against it, a need
//! with what it belongs to, a curiosity with its answer. Lines of entries and of other records lead there.

use crate::insight::thinking::{
    Offer, linked_needs, of_hypothesis, of_need, rethinking, short_names, state_words,
    strength_words, teller_words, whose_words,
};
use crate::practice::guide::name_in;
use crate::record::{
    CaseFile, Curiosity, Hypothesis, HypothesisState, Need, Recognition, Record, RecordId, Story,
};
use crate::tui::model::{Model, OpenCase};
use crate::tui::pane::facts::{entries, fact, records, to_do};
use crate::tui::theme::Role;
use crate::tui::widget::page::Page;

/// The lines of what is chosen; gives the words over them.
pub fn detail(model: &Model, case: &OpenCase, page: &mut Page<RecordId>) -> String {
    let file = case.seen();
    if let Some(offer) = case.analysis.chosen_offer() {
        return offered(file, offer, page);
    }
    let Some(id) = case.analysis.ledger.chosen_record() else {
        return String::new();
    };
    if let Some(found) = file.stories.get(&id) {
        story(file, found, page)
    } else if let Some(found) = file.recognitions.get(&id) {
        recognition(file, found, page)
    } else if let Some(found) = file.hypotheses.get(&id) {
        hypothesis(file, found, page);
        thought_again(model, case, id, page);
        "Hypothesis".to_owned()
    } else if let Some(found) = file.needs.get(&id) {
        need(file, found, page)
    } else if let Some(found) = file.curiosities.get(&id) {
        curiosity(file, found, page)
    } else {
        String::new()
    }
}

fn story(file: &CaseFile, story: &Record<Story>, page: &mut Page<RecordId>) -> String {
    let body = &story.body;
    page.words(&body.words, Role::Text);
    fact(page, "Drives and hinders", &body.drivers);
    fact(page, "Hopes", &body.hopes);
    fact(page, "Fears", &body.fears);
    fact(page, "Worries", &body.worries);
    fact(page, "Their own part", &body.own_part);
    fact(page, "Strength and risk", &body.resilience_and_risk);
    let told = body
        .told_on
        .as_ref()
        .map(|on| on.in_short())
        .unwrap_or_default();
    fact(page, "Told on", &told);
    fact(page, "Told to", &body.heard_by);
    entries(page, file, "Entries", &body.entries);
    format!("The story as told by {}", teller_words(file, &body.teller))
}

fn recognition(file: &CaseFile, seen: &Record<Recognition>, page: &mut Page<RecordId>) -> String {
    let body = &seen.body;
    let mut forms = crate::practice::guide::recognition_forms();
    if let Some(form) = forms.find(|form| form.id == body.form) {
        page.words(&form.means, Role::Quiet);
    }
    fact(page, "How they are recognised", &body.recognised);
    fact(page, "Where it is missing", &body.missing);
    let on = body.on.as_ref().map(|on| on.in_short()).unwrap_or_default();
    fact(page, "As of", &on);
    entries(page, file, "Entries", &body.entries);
    let form = name_in("recognition", &body.form);
    format!("{form}: {}", short_names(file, &[body.of]))
}

fn hypothesis(file: &CaseFile, thought: &Record<Hypothesis>, page: &mut Page<RecordId>) {
    let body = &thought.body;
    page.words(&body.words, Role::Text);
    let stands = match body.state {
        HypothesisState::Live => strength_words(body.strength).to_owned(),
        past => state_words(past).to_owned(),
    };
    fact(page, "It stands", &stands);
    fact(page, "Why", &body.state_why);
    if let Some(other) = body.replaced_by.and_then(|id| file.hypotheses.get(&id)) {
        page.words("Replaced by", Role::Heading);
        page.leading(2, &other.body.words, Role::Text, other.id());
    }
    let before = file.hypotheses.values();
    let before = before.filter(|other| other.body.replaced_by == Some(thought.id()));
    records(page, file, "It took the place of", before.map(Record::id));
    fact(page, "About", &short_names(file, &body.people));
    let question = match body.question.as_str() {
        "" => "",
        id => name_in("question", id),
    };
    fact(page, "It speaks to", question);
    page.heading("What speaks for it");
    side(page, file, &body.evidence_for, &body.entries_for);
    page.heading("What speaks against it");
    side(page, file, &body.evidence_against, &body.entries_against);
    fact(page, "Would change our mind", &body.change_mind);
    fact(page, "The family's view", &body.family_view);
    let needs = file.needs.values();
    let needs = needs.filter(|need| need.body.hypotheses.contains(&thought.id()));
    records(page, file, "Needs that follow", needs.map(Record::id));
    let asked = file.curiosities.values();
    let asked = asked.filter(|asked| asked.body.hypotheses.contains(&thought.id()));
    records(page, file, "Curious about", asked.map(Record::id));
    to_do(page, file, thought.id());
    asks(page, &of_hypothesis(body));
}

fn side(page: &mut Page<RecordId>, file: &CaseFile, words: &str, linked: &[RecordId]) {
    if words.is_empty() && linked.is_empty() {
        page.set_in(2, "nothing written yet", Role::Quiet);
    }
    page.set_in(2, words, Role::Text);
    crate::tui::pane::facts::leads(page, file, linked);
}

/// How it was thought and thought again, once the revisions were read.
fn thought_again(model: &Model, case: &OpenCase, id: RecordId, page: &mut Page<RecordId>) {
    let Some(revisions) = &case.revisions else {
        return;
    };
    let last = case.last_day(model.today);
    let all = rethinking(revisions, id);
    let seen: Vec<_> = all
        .iter()
        .filter(|one| one.on <= last || case.as_at.is_none())
        .collect();
    if seen.is_empty() {
        return;
    }
    page.heading("How it was thought again");
    for one in seen {
        let on = one.on.format("%-d %b %Y");
        let who = match one.author.as_str() {
            "" => String::new(),
            author => format!(", {author}"),
        };
        let words = format!("{on}{who}: {}", one.changes.join("; "));
        page.set_in(2, &words, Role::Text);
    }
}

fn need(file: &CaseFile, need: &Record<Need>, page: &mut Page<RecordId>) -> String {
    let body = &need.body;
    page.words(&body.words, Role::Text);
    fact(page, "Because", &body.because);
    fact(page, "The family says", &body.family_words);
    let day = |on: &Option<crate::record::FuzzyDate>| {
        on.as_ref().map(|on| on.in_short()).unwrap_or_default()
    };
    fact(page, "Known since", &day(&body.on));
    fact(page, "Met on", &day(&body.met_on));
    fact(page, "What shows it", &body.met_how);
    entries(page, file, "Entries", &body.entries);
    let linked = linked_needs(file, need.id()).into_iter();
    records(page, file, "Linked needs", linked.map(Record::id));
    records(page, file, "Follows from", body.hypotheses.iter().copied());
    let steps = file
        .plan_steps
        .values()
        .filter(|step| step.body.needs.contains(&need.id()));
    records(
        page,
        file,
        "Challenges that answer it",
        steps.map(Record::id),
    );
    let supports = file
        .supports
        .values()
        .filter(|one| one.body.needs.contains(&need.id()));
    records(
        page,
        file,
        "Support that meets it",
        supports.map(Record::id),
    );
    let goals = file
        .goals
        .values()
        .filter(|goal| goal.body.needs.contains(&need.id()));
    records(page, file, "Goals", goals.map(Record::id));
    to_do(page, file, need.id());
    asks(page, &of_need(file, need.id(), body));
    format!("Need of {}", whose_words(file, &body.of))
}

fn curiosity(file: &CaseFile, asked: &Record<Curiosity>, page: &mut Page<RecordId>) -> String {
    let body = &asked.body;
    page.words(&body.words, Role::Text);
    fact(page, "Why it matters", &body.why);
    fact(page, "From whom", &body.from_whom);
    let by = body.by.as_ref().map(|by| by.in_short()).unwrap_or_default();
    fact(page, "By when", &by);
    fact(page, "About", &short_names(file, &body.people));
    fact(page, "Answer", &body.answer);
    fact(page, "No longer asked", &body.let_go);
    entries(page, file, "Answered by", &body.answered_by);
    entries(page, file, "What made us ask", &body.entries);
    records(page, file, "Speaks to", body.hypotheses.iter().copied());
    to_do(page, file, asked.id());
    if !body.offered.is_empty() {
        fact(page, "Offered by", Offer::from_where(&body.offered));
    }
    "Curious about".to_owned()
}

fn offered(file: &CaseFile, offer: &Offer, page: &mut Page<RecordId>) -> String {
    page.words(&offer.asks, Role::Text);
    fact(page, "About", &short_names(file, &offer.people));
    entries(page, file, "Entries", &offer.entries);
    page.words(" ", Role::Text);
    page.words(
        "Adding takes it up as something to find out; removing lets it go, with the reason.",
        Role::Quiet,
    );
    format!("Offered by {}", Offer::from_where(&offer.key))
}

/// Questions to think with.
pub fn asks(page: &mut Page<RecordId>, asked: &[&str]) {
    if !asked.is_empty() {
        page.heading("To think about");
    }
    for question in asked {
        page.set_in(2, question, Role::Attention);
    }
}

//! The chosen row in full: an entry with everything that is written of it, a gap with what stands around it.

use crate::insight::factors::evidenced_by;
use crate::insight::gaps::Gap;
use crate::insight::lengths::Why;
use crate::insight::words::{day_in_words, listed};
use crate::practice::theme_name;
use crate::record::{CaseFile, Doubt, DoubtKind, Entry, Record, RecordId, Significance};
use crate::tui::model::case::chronology::{Row, Telling};
use crate::tui::model::{Model, OpenCase};
use crate::tui::pane::chronology::accounts;
use crate::tui::pane::chronology::history;
use crate::tui::pane::chronology::list::{
    age_of, gap_in_words, has_draft, what_happened, when_in_short,
};
use crate::tui::pane::chronology::page::Page;
use ratatui::text::Line;

/// The lines of the chosen row at this width.
pub fn lines(model: &Model, case: &OpenCase, width: usize) -> Vec<Line<'static>> {
    let mut page = Page::new(&model.look, width);
    let pane = &case.chronology;
    let file = case.seen();
    match pane.chosen_row() {
        Some(Row::Entry(id)) => match (file.entries.get(id), pane.telling) {
            (Some(entry), Telling::Entry) => whole_entry(&mut page, model, case, entry),
            (Some(entry), Telling::History(..)) => history::tell(&mut page, case, entry),
            (None, _) => {}
        },
        Some(Row::Gap(gap)) => whole_gap(&mut page, file, gap),
        Some(Row::WithoutDate) => {
            page.heading("Without a date yet");
            page.words("The entries under this line wait for their date. Ask the source, then change the entry.");
        }
        None => {}
    }
    page.lines
}

fn whole_entry(page: &mut Page, model: &Model, case: &OpenCase, entry: &Record<Entry>) {
    let file = case.seen();
    let body = &entry.body;
    head(page, file, body);
    if let Some(why) = case
        .chronology
        .shown
        .why
        .get(&entry.id())
        .filter(|why| !is_marked(why))
    {
        page.quiet(&format!("Chosen here by its words: {why}."));
    }
    if has_draft(model, entry.id()) {
        page.attention(
            "A change to this entry was begun and is kept as a draft. Editing goes on with it.",
        );
    }
    page.blank();
    page.words(&body.headline);
    let findings = case.chronology.findings.as_deref();
    let contradictions: Vec<_> = findings
        .into_iter()
        .flat_map(|findings| findings.contradictions_of(entry.id()))
        .collect();
    for contradiction in contradictions {
        accounts::differing(page, file, contradiction);
    }
    doubts(page, body);
    for (other, pair) in findings
        .into_iter()
        .flat_map(|findings| findings.offered_with(entry.id()))
    {
        accounts::offered(page, model, file, other, pair);
    }
    accounts::told_apart(page, file, body);
    for (number, account) in (1..).zip(&body.accounts) {
        accounts::account(page, account, (number, body.accounts.len()), body);
    }
    what_the_team_makes_of_it(page, file, entry);
    page.blank();
    written(page, entry);
}

/// Whether a person marked the entry, which the weight says already.
fn is_marked(why: &Why) -> bool {
    matches!(why, Why::Turning | Why::Key | Why::Everything)
}

/// When, who was concerned and how old, colour and weight.
fn head(page: &mut Page, file: &CaseFile, entry: &Entry) {
    let when = match entry.when.anchor() {
        Some(_) => when_in_short(&entry.when),
        None if entry.when.written().is_empty() => "No date yet".to_owned(),
        None => format!("No date yet (written \"{}\")", entry.when.written()),
    };
    let sure = if entry.when.is_uncertain() {
        ", from memory"
    } else {
        ""
    };
    let children = entry.children.iter().map(|child| {
        let name = short_name(file, *child);
        format!("{name} {}", age_of(file, *child, entry, page.ascii()))
            .trim()
            .to_owned()
    });
    let head: Vec<String> = [format!("{when}{sure}")]
        .into_iter()
        .chain(children)
        .collect();
    page.heading(&head.join(page.dot()));
    let weight = match entry.significance {
        Significance::Turning => Some("Turning point"),
        Significance::Key => Some("Key event"),
        Significance::Ordinary => None,
        Significance::Background => Some("Background"),
    };
    let accounts = (entry.accounts.len() > 1)
        .then(|| format!("{} accounts of one event", entry.accounts.len()));
    let facts: Vec<String> = weight
        .map(str::to_owned)
        .into_iter()
        .chain(accounts)
        .collect();
    page.zone_and(entry.zone, &facts.join(page.dot()));
}

fn short_name(file: &CaseFile, person: RecordId) -> &str {
    file.people
        .get(&person)
        .map_or("somebody no longer on file", |person| {
            person.body.short_name()
        })
}

/// Questions that imported rows leave open, and what can be done about each; those already answered in one line.
fn doubts(page: &mut Page, entry: &Entry) {
    let origins = entry
        .accounts
        .iter()
        .filter_map(|account| account.origin.as_ref());
    let (settled, open): (Vec<&Doubt>, Vec<&Doubt>) = origins
        .flat_map(|origin| &origin.doubts)
        .partition(|doubt| doubt.settled);
    for doubt in open {
        page.blank();
        page.attention(&format!("? {}", doubt.text));
        page.quiet(what_to_do(doubt.kind));
    }
    if entry.lacks_date() {
        page.blank();
        page.attention("? Nobody has said yet when this was.");
        page.quiet("Ask who told it and change the date; \"not known\" is an answer too.");
    }
    for doubt in settled {
        page.blank();
        page.quiet(&format!("Settled: {}", doubt.text));
    }
}

/// What can be done about a doubt, in a sentence.
fn what_to_do(kind: DoubtKind) -> &'static str {
    match kind {
        DoubtKind::NoDate | DoubtKind::NoSuchDay => {
            "Ask the source which day was meant and change the date, or settle it if it cannot be known."
        }
        DoubtKind::WeekdayDoesNotFit | DoubtKind::InTheFuture | DoubtKind::OutOfOrder => {
            "See whether the year or the day was mistyped. Change the date, or settle it if it is right."
        }
        DoubtKind::BeforeBirth => {
            "Perhaps another year is meant, or it tells of a parent's own childhood. Change the date, or settle it."
        }
        DoubtKind::AfterDeath => {
            "Perhaps another year or another person is meant. Change it, or settle it if it is right."
        }
        DoubtKind::TooManyCells | DoubtKind::TooFewCells => {
            "The row's cells may have slipped. Compare with the file, put the words right, then settle it."
        }
        DoubtKind::WhichChild => {
            "Say which child it concerns by changing the entry, then settle it."
        }
        DoubtKind::Unreadable => {
            "Ask the source for the file again, or put the letters right and settle it."
        }
    }
}

/// Significance and meaning: what stands written, then which questions nobody has answered yet.
fn what_the_team_makes_of_it(page: &mut Page, file: &CaseFile, record: &Record<Entry>) {
    let entry = &record.body;
    let fields = [
        ("Impact", &entry.impact),
        ("Evidence of it", &entry.impact_evidence),
        ("Linked to now", &entry.link_now),
        ("Linked to before", &entry.link_then),
        ("Research", &entry.research),
        ("What it means", &entry.analysis),
        ("Action taken", &entry.action),
        ("Why no action", &entry.why_no_action),
        ("Family's view", &entry.family_view),
    ];
    let people: Vec<&str> = entry
        .people
        .iter()
        .map(|person| short_name(file, *person))
        .collect();
    if !people.is_empty() {
        page.field("Also involved", &listed(&people));
    }
    page.blank();
    page.heading("What we make of it");
    for (name, words) in fields {
        if !words.trim().is_empty() {
            page.field(name, words);
        }
    }
    if !entry.themes.is_empty() {
        let themes: Vec<&str> = entry.themes.iter().map(|theme| theme_name(theme)).collect();
        page.field("Themes", &themes.join("; "));
    }
    for factor in evidenced_by(file, record.id()) {
        page.field("Evidence for", &factor);
    }
    for other in &entry.linked {
        if let Some(other) = file.entries.get(other) {
            let words = format!("{}: {}", other.body.when, what_happened(&other.body));
            page.field("Linked entry", &words);
        }
    }
    // An action answers why there was none, and the other way round.
    let acted = is_written(&entry.action) || is_written(&entry.why_no_action);
    let missing = fields.iter().filter(|(name, words)| {
        !(is_written(words) || acted && (*name == "Action taken" || *name == "Why no action"))
    });
    let mut missing: Vec<String> = missing.map(|(name, _)| name.to_lowercase()).collect();
    if !acted {
        missing.retain(|name| name != "why no action");
        if let Some(action) = missing.iter_mut().find(|name| *name == "action taken") {
            "action taken, or why none".clone_into(action);
        }
    }
    missing.extend(entry.themes.is_empty().then(|| "themes".to_owned()));
    missing.extend(entry.zone.is_none().then(|| "colour".to_owned()));
    if !missing.is_empty() {
        page.quiet(&format!("Not written yet: {}.", missing.join(", ")));
    }
}

fn is_written(words: &str) -> bool {
    !words.trim().is_empty()
}

/// Who wrote it here or brought it in, when, and whether it was changed since. Who recorded an account in another agency
/// is told with the account.
fn written(page: &mut Page, entry: &Record<Entry>) {
    let meta = &entry.meta;
    let day = day_in_words(meta.recorded_at.date_naive());
    let by = match meta.author.as_str() {
        "" => String::new(),
        author => format!(" by {author}"),
    };
    let imported = entry.body.accounts.iter().any(|told| told.origin.is_some());
    let words = match (meta.revision, imported) {
        (0 | 1, true) => format!("Brought in{by} on {day}."),
        (0 | 1, false) => format!("Written here{by} on {day}."),
        (revision, _) => format!(
            "Changed {}, last{by} on {day}. Its history shows each change.",
            times(revision - 1)
        ),
    };
    page.quiet(&words);
}

fn times(count: u32) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        count => format!("{count} times"),
    }
}

fn whole_gap(page: &mut Page, file: &CaseFile, gap: &Gap) {
    let mut words = gap_in_words(gap);
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    page.heading(&words);
    page.words(&format!(
        "From {} to {}, {} days.",
        day_in_words(gap.from),
        day_in_words(gap.to),
        gap.days
    ));
    for (name, entries) in [
        ("Last before", &gap.last_before),
        ("First after", &gap.first_after),
    ] {
        for entry in entries.iter().filter_map(|id| file.entries.get(id)) {
            page.field(
                name,
                &format!("{}: {}", entry.body.when, what_happened(&entry.body)),
            );
        }
    }
    page.blank();
    page.words(
        "Nobody wrote anything down in this time. What was life like for the children then, and who would know? \
         Family, neighbours, school and health may each remember.",
    );
}

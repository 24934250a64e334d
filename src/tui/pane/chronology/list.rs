//! The list of entries: when, how old, what is doubtful or differs, zone, who told it, what happened; gaps between.

use crate::insight::ages::Age;
use crate::practice::source_kinds;
use crate::record::{Account, CaseFile, Entry, FuzzyDate, Reading, Record, RecordId, Significance};
use crate::tui::model::case::chronology::{ChronologyPane, Part, Row};
use crate::tui::model::form::drafts::DraftOf;
use crate::tui::model::{Model, OpenCase};
use crate::tui::pane::chronology::layout::Layout;
use crate::tui::theme::{Look, Role};
use crate::tui::widget::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Columns of a row, in columns of the screen.
#[derive(Clone, Copy, Debug)]
struct Columns {
    when: usize,
    who: usize,
    source: usize,
    what: usize,
}

/// Letters that say what to look at: weight, question, accounts that differ, may be told elsewhere, accounts.
const SIGNS: usize = 4;

/// Those letters in their order, each with its plain one and what it says, as the help tells them.
pub const MEANINGS: [(char, char, &str); 6] = [
    ('◆', '#', "a turning point"),
    ('*', '*', "a key event"),
    ('?', '?', "a question about it is open"),
    ('≠', '!', "accounts differ"),
    ('≈', '~', "another entry may tell the same event"),
    ('✎', 'd', "a change to it was begun and is kept as a draft"),
];

impl Columns {
    fn of(width: usize, pane: &ChronologyPane, one_child: bool) -> Columns {
        // Narrow lists show a day in full and cut what is longer; the detail shows every date in full.
        let (longest, source) = match width {
            ..76 => (12, 11),
            76..100 => (17, 12),
            _ => (25, 20),
        };
        let when = pane.shown.date_columns.clamp(4, longest);
        let who = if one_child { 6 } else { 12 };
        let taken = 2 + when + 1 + who + 1 + SIGNS + 1 + 2 + source + 1;
        Columns {
            when,
            who,
            source,
            what: width.saturating_sub(taken),
        }
    }

    /// One line of text: when, who, signs, zone, source and what happened, each in its column.
    fn line(&self, [when, who, signs, zone, source, what]: [&str; 6], ascii: bool) -> String {
        let fill = |words: &str, room| text::fill(words, room, ascii);
        format!(
            "{} {} {} {} {} {}",
            fill(when, self.when),
            fill(who, self.who),
            fill(signs, SIGNS),
            fill(zone, 1),
            fill(source, self.source),
            text::cut(what, self.what, ascii)
        )
    }

    /// The beginning of a row, by which the chosen one is marked: little to send when the choice moves on.
    fn begins(&self, line: Rect) -> Rect {
        let width = u16::try_from(2 + self.when).unwrap_or(u16::MAX);
        Rect { width, ..line }.intersection(line)
    }

    fn zone_at(&self) -> usize {
        2 + self.when + 1 + self.who + 1 + SIGNS + 1
    }
}

/// Draws the names of the columns and the rows that are seen.
pub fn draw(model: &Model, case: &OpenCase, at: &Layout, buffer: &mut Buffer) {
    let file = case.seen();
    let pane = &case.chronology;
    let look = &model.look;
    let child = child_whose_age(pane, file);
    let columns = Columns::of(usize::from(at.list.width), pane, child.is_some());
    if at.columns.height > 0 {
        let who = if child.is_some() { "Age" } else { "Who, age" };
        let names = columns.line(
            ["When", who, "", "", "Who told", "What happened"],
            look.ascii,
        );
        let style = look.style(Role::Heading);
        buffer.set_stringn(
            at.columns.x + 2,
            at.columns.y,
            names.trim_end(),
            room(at.columns, 2),
            style,
        );
    }
    if pane.shown.rows.is_empty() {
        return nothing(model, case, at.list, buffer);
    }
    let seen = pane.shown.rows.iter().enumerate().skip(pane.place.top);
    for (y, (index, row)) in (at.list.top()..at.list.bottom()).zip(seen) {
        let chosen = index == pane.place.chosen;
        let line = Rect {
            y,
            height: 1,
            ..at.list
        };
        match row {
            Row::Entry(id) => {
                if let Some(entry) = file.entries.get(id) {
                    let signs = signs(model, pane, entry);
                    entry_row(look, file, child, columns, entry, &signs, line, buffer);
                }
                if pane.marked.contains(id) {
                    buffer.set_string(line.x + 1, y, "+", look.style(Role::Attention));
                }
            }
            Row::Gap(gap) => {
                let months = gap_in_words(gap);
                let rule = if look.ascii { "~~~" } else { "┄┄┄" };
                let words = format!("{rule} {months} {rule}");
                let style = look.style(Role::Attention);
                buffer.set_stringn(line.x + 2, y, words, room(line, 2), style);
            }
            Row::WithoutDate => {
                let style = look.style(Role::Heading);
                buffer.set_stringn(line.x + 2, y, "Without a date yet", room(line, 2), style);
            }
        }
        if chosen {
            let (marker, role) = match pane.part {
                Part::List => (look.marker(), Role::Selected),
                Part::Detail => (look.marker_elsewhere(), Role::SelectedElsewhere),
            };
            let style = look.style(role);
            buffer.set_stringn(line.x, y, marker, 1, style);
            buffer.set_style(columns.begins(line), style);
        }
    }
}

fn room(area: Rect, taken: u16) -> usize {
    usize::from(area.width.saturating_sub(taken))
}

/// "no entry for 10 months".
pub fn gap_in_words(gap: &crate::insight::gaps::Gap) -> String {
    let months = crate::insight::ages::months_between(gap.from, gap.to).unwrap_or(0);
    match months {
        0 | 1 => format!("no entry for {} days", gap.days),
        months => format!("no entry for {months} months"),
    }
}

fn nothing(model: &Model, case: &OpenCase, area: Rect, buffer: &mut Buffer) {
    let words = match (
        case.seen().entries.is_empty(),
        case.chronology.filter.is_empty(),
    ) {
        (true, _) => {
            "Nothing stands in this chronology yet. Add an entry, or bring in what agencies have sent."
        }
        (false, false) => "No entry fits what is filtered. Show everything again to see them all.",
        (false, true) => {
            "No entry is marked as a key event yet. Change the weight of an entry to have it here."
        }
    };
    for (y, line) in (area.top()..area.bottom()).zip(text::wrap(words, room(area, 4))) {
        buffer.set_stringn(
            area.x + 2,
            y,
            line,
            room(area, 2),
            model.look.style(Role::Quiet),
        );
    }
}

#[expect(
    clippy::too_many_arguments,
    reason = "a row is drawn from many small facts, named once here"
)]
fn entry_row(
    look: &Look,
    file: &CaseFile,
    child: Option<RecordId>,
    columns: Columns,
    entry: &Record<Entry>,
    signs: &str,
    line: Rect,
    buffer: &mut Buffer,
) {
    let body = &entry.body;
    let who = match child {
        Some(child) => age_of(file, child, body, look.ascii),
        None => who_and_age(file, body, look.ascii),
    };
    let zone = body
        .zone
        .map(|zone| zone.letter().to_string())
        .unwrap_or_default();
    let source = body.accounts.first().map_or("", teller);
    let when = when(&body.when, columns.when);
    let what = what_happened(body);
    let words = columns.line([&when, &who, signs, &zone, source, &what], look.ascii);
    let quiet = matches!(body.significance, Significance::Background);
    let plain = look.style(if quiet { Role::Quiet } else { Role::Text });
    buffer.set_stringn(line.x + 2, line.y, words, room(line, 2), plain);
    if let Some(zone) = body.zone {
        let column = u16::try_from(columns.zone_at()).unwrap_or(u16::MAX);
        if column < line.width {
            buffer.set_string(
                line.x + column,
                line.y,
                zone.letter().to_string(),
                look.zone(zone),
            );
        }
    }
}

/// A date where it fits. A longer one is told by its reading, since a date cut at its end could lose its year; the
/// detail has it as written.
fn when(date: &FuzzyDate, room: usize) -> String {
    let short = date.in_short();
    match date.anchor() {
        Some(_) if text::columns(&short) > room => {
            FuzzyDate::of(date.reading()).written().to_owned()
        }
        _ => short,
    }
}

/// The child whose age every row tells: the chosen one, or the only one.
pub fn child_whose_age(pane: &ChronologyPane, file: &CaseFile) -> Option<RecordId> {
    let mut children = file.people.values().filter(|person| person.body.is_child);
    let only = children.next().filter(|_| children.next().is_none());
    pane.filter.child.or(only.map(Record::id))
}

/// How old this child was.
pub fn age_of(file: &CaseFile, child: RecordId, entry: &Entry, ascii: bool) -> String {
    let born = file
        .people
        .get(&child)
        .and_then(|child| child.body.born.as_ref());
    let age = born.and_then(|born| Age::at(born, &entry.when));
    age.map(|age| age.short(ascii)).unwrap_or_default()
}

/// "Kuba 3y4m" when it concerns one child, "all 3" or "2 of 3" when more.
fn who_and_age(file: &CaseFile, entry: &Entry, ascii: bool) -> String {
    let all = file
        .people
        .values()
        .filter(|person| person.body.is_child)
        .count();
    match entry.children.as_slice() {
        [] => String::new(),
        [child] => {
            let name = file
                .people
                .get(child)
                .map_or("", |child| child.body.short_name());
            let age = age_of(file, *child, entry, ascii);
            let name = text::cut(name, 11usize.saturating_sub(text::columns(&age)), ascii);
            format!("{name} {age}").trim().to_owned()
        }
        some if some.len() == all => format!("all {all}"),
        some => format!("{} of {all}", some.len()),
    }
}

/// Who told it: the source's own name, else its kind.
pub fn teller(account: &Account) -> &str {
    if !account.source.is_empty() {
        return &account.source;
    }
    let kind = source_kinds()
        .iter()
        .find(|kind| kind.id == account.source_kind);
    kind.map_or("", |kind| &kind.name)
}

/// What happened, on one line: the team's words, else those of the first account.
pub fn what_happened(entry: &Entry) -> String {
    let words = match entry.headline.is_empty() {
        true => entry.accounts.first().map_or("", |account| &account.text),
        false => &entry.headline,
    };
    // A row shows no more than a line, so there is no need to look at the whole of a long text.
    words
        .split_whitespace()
        .take(60)
        .collect::<Vec<_>>()
        .join(" ")
}

/// The signs of an entry, one after another.
fn signs(model: &Model, pane: &ChronologyPane, entry: &Record<Entry>) -> String {
    let ascii = model.look.ascii;
    let findings = pane.findings.as_deref();
    let id = entry.id();
    let weight = entry.body.significance;
    let differs = findings.is_some_and(|findings| findings.differs(id));
    let offered = findings.is_some_and(|findings| findings.offered_with(id).next().is_some());
    let holds = [
        weight == Significance::Turning,
        weight == Significance::Key,
        entry.body.open_questions() > 0,
        differs,
        offered,
        has_draft(model, id),
    ];
    let signs = holds.into_iter().zip(MEANINGS).filter(|(holds, _)| *holds);
    let signs = signs.map(|(_, (rich, plain, _))| if ascii { plain } else { rich });
    let accounts = u32::try_from(entry.body.accounts.len()).unwrap_or(u32::MAX);
    let accounts = (accounts > 1).then(|| char::from_digit(accounts, 10).unwrap_or('+'));
    signs.chain(accounts).collect()
}

/// Whether a change to this entry was begun and not saved.
pub fn has_draft(model: &Model, entry: RecordId) -> bool {
    let of = model.drafts.iter().filter_map(DraftOf::of);
    of.filter_map(|draft| draft.target)
        .any(|(target, _)| target == entry)
}

/// A date as the list tells it, with its time of day; as it was written it stands beside who wrote it.
pub fn when_in_short(when: &FuzzyDate) -> String {
    match (when.reading(), when.time()) {
        (Reading::On(_), Some(time)) => format!("{} {}", when.in_short(), time.format("%H:%M")),
        _ => when.in_short(),
    }
}

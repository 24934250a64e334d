//! The lines of the matrix: its cells, the clock, what is indicated, what would move the child, and the decisions.

use crate::insight::spans::ago;
use crate::insight::words::first_large;
use crate::insight::zones::replay::{Indicated, Replayed};
use crate::insight::zones::telling::{indicated_in_words, missing_in_words, rule_in_short};
use crate::practice::Zone;
use crate::practice::matrix::Condition;
use crate::practice::matrix::cells::rows;
use crate::practice::matrix::months::month_words;
use crate::tui::model::case::matrix::{About, MatrixLine, Seen};
use crate::tui::model::{Model, OpenCase};
use crate::tui::theme::{Look, Role};
use crate::tui::widget::text;

/// Columns for the name of a row.
pub const NAME: usize = 10;
/// Columns for a cell, brackets included.
pub const CELL: usize = 16;

/// The lines for the child who is looked at.
pub fn lines(model: &Model, case: &OpenCase, seen: &Seen, width: usize) -> Vec<MatrixLine> {
    let mut page = Lines {
        lines: Vec::new(),
        width,
        look: &model.look,
    };
    let name = case
        .seen()
        .people
        .get(&seen.child)
        .map_or("", |child| child.body.short_name());
    page.cells(seen);
    page.clock(case, seen, name);
    page.indicated(seen, name);
    page.moves(seen, name);
    page.dates(seen, case.last_day(model.today));
    page.decisions(case, seen);
    page.lines
}

struct Lines<'a> {
    lines: Vec<MatrixLine>,
    width: usize,
    look: &'a Look,
}

impl Lines<'_> {
    fn push(&mut self, pieces: Vec<(String, usize, Role)>, about: About) {
        self.lines.push(MatrixLine { pieces, about });
    }

    fn words(&mut self, by: usize, words: &str, role: Role, about: About) {
        for line in text::wrap(words, self.width.saturating_sub(by + 1)) {
            self.push(vec![(format!("{}{line}", " ".repeat(by)), 0, role)], about);
        }
    }

    fn heading(&mut self, words: &str) {
        self.words(0, " ", Role::Text, About::Nothing);
        self.words(0, words, Role::Heading, About::Nothing);
    }

    fn cells(&mut self, seen: &Seen) {
        let decided = seen.present.clock.map(|clock| clock.zone);
        let mut head = vec![(String::new(), NAME, Role::Text)];
        head.extend(Zone::ALL.map(|zone| {
            let words = zone.letter_and_word();
            let words = match decided == Some(zone) {
                true => format!("[{words}]"),
                false => format!(" {words}"),
            };
            (words, CELL, Role::of_zone(zone))
        }));
        self.push(head, About::Clock);
        for row in rows() {
            let (said, is_said) = match seen.present.said_to_fit(row.row) {
                Some(zone) => (Some(zone), true),
                None => (decided, false),
            };
            let mut pieces = vec![(row.name.clone(), NAME, Role::Heading)];
            pieces.extend(Zone::ALL.map(|zone| {
                let short = seen.present.cell(row.row, zone);
                match (said == Some(zone), is_said) {
                    (false, _) => (format!(" {short}"), CELL, Role::Quiet),
                    (true, true) => (format!("[{short}]"), CELL, Role::of_zone(zone)),
                    (true, false) => (format!("({short})"), CELL, Role::of_zone(zone)),
                }
            }));
            self.push(pieces, About::Row(row.row));
        }
        let legend = "[ ] said at an analysis   ( ) only by the zone that was decided";
        self.words(NAME + 1, legend, Role::Quiet, About::Nothing);
    }

    fn clock(&mut self, case: &OpenCase, seen: &Seen, name: &str) {
        let Some(clock) = seen.present.clock else {
            self.words(
                0,
                &format!("No zone has been decided for {name} yet."),
                Role::Attention,
                About::Clock,
            );
            return;
        };
        let full = clock.full_on.format("%-d %b %Y");
        let rest = match clock.days_left() {
            0 if clock.full_on == clock.today => "today".to_owned(),
            0 => format!(
                "{} ago",
                ago(clock.full_on, clock.today).trim_end_matches(" ago")
            ),
            1 => "tomorrow".to_owned(),
            days => format!("in {days} days"),
        };
        let words = format!(
            "In {} since {} {} full {full}, {rest}",
            clock.zone.word(),
            clock.since.format("%-d %b %Y"),
            clock.drawn(self.look.ascii),
        );
        self.words(0, &words, Role::of_zone(clock.zone), About::Clock);
        let child = case.seen().people.get(&seen.child);
        let born = child.and_then(|child| child.body.born.as_ref());
        let share = born.and_then(|born| clock.share_of_life(born));
        let share = share.map_or(String::new(), |share| {
            format!("; {share}% of {name}'s life so far")
        });
        let words = format!(
            "{} of {}{share}",
            clock.time_in_zone(),
            month_words(clock.months)
        );
        self.words(0, &words, Role::Quiet, About::Clock);
    }

    fn indicated(&mut self, seen: &Seen, name: &str) {
        self.heading("The matrix indicates; people decide");
        self.words(
            0,
            &indicated_in_words(&seen.present.indicated),
            Role::Text,
            About::Indicated,
        );
        let missing = match &seen.present.indicated {
            Indicated::First(first) => &first.missing,
            Indicated::Again(_, indication) => &indication.missing,
        };
        for words in missing_in_words(missing) {
            self.words(2, &words, Role::Quiet, About::Indicated);
        }
        let Some(indication) = seen.indication() else {
            let words = format!("The first classification of {name} is still to be made.");
            self.words(0, &words, Role::Attention, About::Indicated);
            return;
        };
        for (at, warning) in indication.warnings.iter().enumerate() {
            self.words(
                0,
                &format!("! {}", warning.words),
                Role::Attention,
                About::Warning(at),
            );
        }
        if let Some(rule) = indication.return_home {
            let words = format!("Return home: {}", rule.said(indication.months));
            self.words(0, &words, Role::Text, About::Return);
        }
    }

    fn moves(&mut self, seen: &Seen, name: &str) {
        let Some(indication) = seen.indication() else {
            return;
        };
        self.heading(&format!("What would move {name}"));
        for (at, one) in indication.moves.iter().enumerate() {
            let stands = match one.holds() {
                Some(true) => "all of it holds",
                Some(false) => "does not hold",
                None => "not all is known",
            };
            let words = format!(
                "{} ({}): {stands}",
                first_large(&one.to.words()),
                rule_in_short(one.rule)
            );
            let role = one.to.zone().map_or(Role::Text, Role::of_zone);
            self.words(0, &words, role, About::Move(at));
            for (nth, condition) in one.conditions.iter().enumerate() {
                let role = match condition.holds {
                    Some(true) => Role::Done,
                    Some(false) => Role::Text,
                    None => Role::Attention,
                };
                let words = condition_in_words(condition, self.look);
                self.words(2, &words, role, About::Condition(at, nth));
            }
        }
    }

    fn dates(&mut self, seen: &Seen, today: chrono::NaiveDate) {
        let dates = seen
            .indication()
            .map_or(&[][..], |indication| &indication.dates);
        if dates.is_empty() {
            return;
        }
        self.heading("Days ahead");
        for (at, date) in dates.iter().enumerate() {
            let day = format!("{}, {}", date.on.format("%-d %b %Y"), ago(date.on, today));
            let words = format!(
                "{day}: {} Then indicated, if nothing changes: {}.",
                date.words,
                date.then.words()
            );
            self.words(0, &words, Role::Text, About::Date(at));
        }
    }

    fn decisions(&mut self, case: &OpenCase, seen: &Seen) {
        self.heading("Decisions, last first");
        if seen.replayed.is_empty() {
            self.words(0, "None yet.", Role::Quiet, About::Nothing);
        }
        for replayed in seen.replayed.iter().rev() {
            let Some(decision) = case.seen().decisions.get(&replayed.decision) else {
                continue;
            };
            let body = &decision.body;
            let about = About::Decision(replayed.decision);
            let pieces = vec![
                (body.on.in_short(), 11, Role::Quiet),
                (
                    moved(replayed, body.zone, self.look),
                    20,
                    Role::of_zone(body.zone),
                ),
                (replayed.beside.words().to_owned(), 14, Role::Text),
                (body.reason.clone(), 0, Role::Quiet),
            ];
            self.push(pieces, about);
        }
    }
}

/// "Y Yellow > O Orange", "O Orange stays".
fn moved(replayed: &Replayed, decided: Zone, look: &Look) -> String {
    match replayed.before {
        None => format!("first: {}", decided.letter_and_word()),
        Some(before) if before == decided => format!("{} stays", decided.letter_and_word()),
        Some(before) => format!(
            "{} {} {}",
            before.word(),
            look.step(),
            decided.letter_and_word()
        ),
    }
}

/// "yes  resilience kept and built on", "no   capacity for six months: 4 of 6 months, on 26 Nov 2026".
pub fn condition_in_words(condition: &Condition, look: &Look) -> String {
    let holds = match (condition.holds, look.ascii) {
        (Some(true), false) => "✓ yes",
        (Some(false), false) => "✗ no ",
        (Some(true), true) => "+ yes",
        (Some(false), true) => "x no ",
        (None, _) => "? not known",
    };
    let months = condition.months.map_or(String::new(), |(gone, all)| {
        format!(", {gone} of {all} months")
    });
    let on = condition.on.map_or(String::new(), |on| {
        format!(", on {}", on.format("%-d %b %Y"))
    });
    format!("{holds}  {}{months}{on}", condition.words)
}

//! `throughline due`: what is due over all cases, as plain lines, as JSON, or as days for a calendar.

use super::args::Due as Asked;
use super::fault::Fault;
use super::find::find;
use super::options::Options;
use super::output::{say, say_json};
use crate::exchange::export::icalendar::calendar;
use crate::insight::due::{Due, DueKind, DueState, dues, from_today};
use crate::insight::folding::folded;
use crate::insight::words::day_in_words;
use crate::page::plain::render_plain;
use crate::page::{Page, Section};
use crate::practice::matrix::months::months_after;
use crate::record::{CaseFile, CaseId, CaseLine, RecordId};
use crate::store::Store;
use chrono::{Days, NaiveDate, Utc};
use color_eyre::Result;
use serde_json::json;
use std::process::ExitCode;

/// The groups in which it is listed, most pressing first.
const GROUPS: [(DueState, &str); 4] = [
    (DueState::Late, "Late"),
    (DueState::Today, "Today"),
    (DueState::Ahead, "Ahead"),
    (DueState::NotRecorded, "Not recorded, so no day can be told"),
];

/// Something that is due, with the case in which it is.
struct Found {
    case: CaseId,
    family: String,
    worker: String,
    children: Vec<String>,
    due: Due,
}

/// Lists what is due.
///
/// # Errors
/// Faults of the store; a case or a length of time that is not understood.
pub fn run(options: &Options, asked: &Asked) -> Result<ExitCode> {
    let today = options.today();
    let until = asked
        .within
        .as_deref()
        .map(|within| until(within, today))
        .transpose()?;
    let store = options.open_store()?;
    let mut found = Vec::new();
    for line in cases(&store, asked)? {
        let file = store.case_file(line.case)?;
        found.extend(of_case(&line, &file, today));
    }
    found.retain(|one| until.is_none_or(|until| one.due.day.is_none_or(|day| day <= until)));
    found.sort_by(|one, other| {
        let place = |one: &Found| {
            (
                one.due.day.is_none(),
                one.due.day,
                folded(&one.family),
                one.due.what.clone(),
            )
        };
        place(one).cmp(&place(other))
    });
    if asked.ics {
        let events = found.iter().map(|one| (one.case, &one.due));
        return say(&calendar(events, Utc::now()));
    }
    if asked.json {
        let told = found.iter().map(|one| one.section(false, today));
        return say_json(&told.collect::<Vec<_>>());
    }
    say(&render_plain(&page(&found, asked, today)))
}

/// The open cases that were asked for.
fn cases(store: &Store, asked: &Asked) -> Result<Vec<CaseLine>> {
    let mut caseload = store.caseload()?;
    if let Some(case) = &asked.case {
        let case = find(&caseload, case)?;
        caseload.retain(|line| line.case == case);
    }
    if let Some(worker) = &asked.worker {
        let wanted = folded(worker.trim());
        let holds = |line: &CaseLine| folded(&line.worker).contains(&wanted);
        if !caseload.iter().any(holds) {
            return Err(Fault::NoSuchWorker(worker.clone()).into());
        }
        caseload.retain(holds);
    }
    Ok(caseload)
}

fn of_case(line: &CaseLine, file: &CaseFile, today: NaiveDate) -> Vec<Found> {
    let name = |id: &RecordId| {
        file.people
            .get(id)
            .map(|person| person.body.short_name().to_owned())
    };
    let all = dues(file, today).into_iter();
    all.map(|due| Found {
        case: line.case,
        family: line.name.clone(),
        worker: line.worker.clone(),
        children: due
            .about
            .iter()
            .map(|id| name(id).unwrap_or_default())
            .collect(),
        due,
    })
    .collect()
}

fn page(found: &[Found], asked: &Asked, today: NaiveDate) -> Page {
    let mut page = Page::titled(format!("Due, as of {}", day_in_words(today)));
    if found.is_empty() {
        page.say("Nothing is due.");
    }
    for (state, name) in GROUPS {
        let of_state: Vec<&Found> = found.iter().filter(|one| one.due.state == state).collect();
        if of_state.is_empty() {
            continue;
        }
        page.heading(format!("{name}: {}", of_state.len()));
        for one in of_state {
            page.append(one.section(asked.why, today).page(), one.due.record);
        }
    }
    if !asked.why && !found.is_empty() {
        page.heading("Why, and who says so: --why");
    }
    page
}

impl Found {
    /// "26 Nov 2026, in 3 days: End of the time in Orange; Kuba; Prosser and Dąbek; A Brennock".
    fn section(&self, why: bool, today: NaiveDate) -> Section {
        let due = &self.due;
        let when = due.day.map_or(String::new(), |day| {
            format!("{}, {}", day.format("%-d %b %Y"), from_today(day, today))
        });
        let children = self.children.join(", ");
        let beside = [due.what.as_str(), &children, &self.family, &self.worker];
        let beside = beside.into_iter().filter(|part| !part.trim().is_empty());
        let line = beside.collect::<Vec<_>>().join("; ");
        let named = due.about.iter().zip(&self.children);
        let about = named.map(|(id, name)| json!({ "id": id, "name": name }));
        let mut told = Section::default();
        told.hide("case", json!(self.case));
        told.hide("family", self.family.as_str());
        told.hide("worker", self.worker.as_str());
        told.hide("about", about.collect::<Vec<_>>());
        told.hide("state", state_word(due.state));
        told.hide("day", due.day.map(|day| day.to_string()));
        told.hide("days", due.day.map(|day| (day - today).num_days()));
        told.hide("kind", kind_word(due.kind));
        told.value("what", &when, due.what.as_str(), &line);
        told.hide("short", due.short.as_str());
        for (key, label, words) in [
            ("why", "Why", &due.why),
            ("source", "Who says so", &due.source),
            ("check", "How far checked", &due.check),
            ("met_by", "What meets it", &due.met_by),
            ("rule", "Rule", &due.rule),
        ] {
            told.value(key, label, words.as_str(), if why { words } else { "" });
        }
        told.hide("record", due.record.map(|id| id.to_string()));
        told
    }
}

fn state_word(state: DueState) -> &'static str {
    match state {
        DueState::Late => "late",
        DueState::Today => "today",
        DueState::Ahead => "ahead",
        DueState::NotRecorded => "not recorded",
    }
}

fn kind_word(kind: DueKind) -> &'static str {
    match kind {
        DueKind::Zone => "zone",
        DueKind::Visit => "visit",
        DueKind::Formal => "formal",
        DueKind::Goal => "goal",
        DueKind::Plan => "plan",
        DueKind::Action => "action",
        DueKind::Supervision => "supervision",
        DueKind::Curiosity => "question",
        DueKind::Relationship => "relationship",
    }
}

/// The last day of a length of time such as "14d", "2w" or "3m" from today.
fn until(within: &str, today: NaiveDate) -> Result<NaiveDate, Fault> {
    let fault = || Fault::NotALength(within.to_owned());
    let unit = within.chars().next_back().ok_or_else(fault)?;
    let number = within
        .strip_suffix(unit)
        .and_then(|number| number.parse::<u32>().ok());
    let number = number.ok_or_else(fault)?;
    let days = |days: u64| today.checked_add_days(Days::new(days));
    let last = match unit {
        'd' => days(number.into()),
        'w' => days(u64::from(number) * 7),
        'm' => Some(months_after(today, number)),
        _ => None,
    };
    last.ok_or_else(fault)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_of_time_is_read_in_days_weeks_and_months() {
        let today: NaiveDate = "2026-11-30".parse().unwrap();
        let until = |within: &str| until(within, today).map(|day| day.to_string());
        assert_eq!(until("14d").unwrap(), "2026-12-14");
        assert_eq!(until("2w").unwrap(), "2026-12-14");
        assert_eq!(until("3m").unwrap(), "2027-02-28");
        assert_eq!(until("0d").unwrap(), "2026-11-30");
        for wrong in ["", "d", "14", "2y", "-1d", "zwei", "1ö"] {
            assert!(
                until(wrong).unwrap_err().to_string().contains("14d"),
                "{wrong}"
            );
        }
    }
}

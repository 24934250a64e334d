//! The form for an entry of the chronology.
//!
//! What a source said is never changed here: only the one account that the team wrote itself (it has no origin in a
//! file) is asked with its words; other accounts are shown.

use super::super::{Around, Choosable, Form, Input, Refusal};
use super::inputs::{date, line, long, many, one};
use super::{FieldInput, refuse};
use crate::insight::date_doubts::weigh_again;
use crate::practice::{source_kinds, themes};
use crate::record::{Account, Body, Entry, FuzzyDate, Mint};
use crate::tui::model::form::Layout;

/// The column under which "told on" is kept when it is not one day.
const TOLD_ON: &str = "Told on";

/// The account that the team wrote itself.
fn own(entry: &Entry) -> Option<&Account> {
    entry
        .accounts
        .iter()
        .find(|account| account.origin.is_none())
}

/// A family's only child is the one it is about.
pub fn begin(entry: &mut Entry, around: Around<'_>) {
    if let [only] = around.file.children().as_slice() {
        entry.children = vec![only.id()];
    }
}

pub fn input(name: &str, entry: &Entry, is_new: bool, _: Around<'_>) -> FieldInput {
    let told = own(entry);
    let source = |part: fn(&Account) -> &str| told.map_or("", part);
    FieldInput::Otherwise(match name {
        "accounts" => match told_elsewhere(entry) {
            Some(told) => told,
            None => return FieldInput::Not,
        },
        "themes" => {
            let all = themes()
                .iter()
                .map(|theme| Choosable::new(&theme.id, &theme.name));
            let known: Vec<&str> = parted(entry).0;
            many(all.collect(), &known, Layout::Flow)
        }
        "own_themes" => line(&parted(entry).1.join(", ")),
        "text" | "source" | "source_kind" | "reference" | "recorded_by" | "told_on"
            if !is_new && told.is_none() =>
        {
            return FieldInput::Not;
        }
        "text" => long(source(|told| &told.text)),
        "source" => line(source(|told| &told.source)),
        "source_kind" => {
            let mut options = vec![Choosable::new("", "not known")];
            let kinds = source_kinds().iter();
            options.extend(kinds.map(|kind| Choosable::new(&kind.id, &kind.name)));
            one(options, source(|told| &told.source_kind))
        }
        "reference" => line(source(|told| &told.reference)),
        "recorded_by" => line(source(|told| &told.recorded_by)),
        "told_on" => {
            let day = told.and_then(|told| told.known_on).map(FuzzyDate::day);
            let loose = || told.and_then(loose_told_on).map(FuzzyDate::unknown);
            let told_on = day.or_else(loose);
            date(told_on.as_ref().map_or("", FuzzyDate::written))
        }
        _ => return FieldInput::AsUsual,
    })
}

/// Themes of the content, and themes in somebody's own words.
fn parted(entry: &Entry) -> (Vec<&str>, Vec<&str>) {
    entry
        .themes
        .iter()
        .map(String::as_str)
        .partition(|id| is_known(id))
}

fn is_known(theme: &str) -> bool {
    themes().iter().any(|known| known.id == theme)
}

fn loose_told_on(told: &Account) -> Option<&str> {
    told.more
        .iter()
        .find(|(column, _)| column == TOLD_ON)
        .map(|(_, words)| words.as_str())
}

/// What other sources said, to be read while the team's own fields are written.
fn told_elsewhere(entry: &Entry) -> Option<Input> {
    let own = own(entry).map(|own| own.id);
    let others = entry
        .accounts
        .iter()
        .filter(|account| Some(account.id) != own);
    let lines = others.map(|told| {
        let head = [
            told.source.as_str(),
            told.when.written(),
            told.reference.as_str(),
        ];
        let head: Vec<_> = head.into_iter().filter(|part| !part.is_empty()).collect();
        format!("{}: {}", head.join(", "), told.text)
    });
    let lines: Vec<_> = lines.collect();
    (!lines.is_empty()).then(|| Input::Shown(lines.join("\n")))
}

/// Tells the team's own account, keeps themes of both kinds, and looks again at a date that was changed.
pub fn finish(
    form: &Form,
    entry: &mut Entry,
    was: Option<&Body>,
    around: Around<'_>,
    mint: &mut Mint,
) {
    let was = match was {
        Some(Body::Entry(was)) => Some(was),
        _ => None,
    };
    if was.is_none() {
        entry.accounts = vec![untold(mint)];
    }
    let is_only_own = entry.accounts.len() == 1;
    let when = entry.when.clone();
    if let Some(told) = entry
        .accounts
        .iter_mut()
        .find(|account| account.origin.is_none())
    {
        if is_only_own {
            told.when = when;
        }
        tell(form, told, around);
    }
    entry.themes = match was.filter(|_| !form.changed("themes") && !form.changed("own_themes")) {
        Some(was) => was.themes.clone(),
        None => {
            let mut themes = form.parts("themes", '\n');
            themes.extend(form.parts("own_themes", ','));
            themes
        }
    };
    if was.is_some_and(|was| was.when != entry.when) {
        weigh_again(entry, around.file, around.today);
    }
}

pub fn check(entry: &Entry) -> Option<Refusal> {
    let says_nothing =
        own(entry).is_some_and(|own| own.text.is_empty()) && entry.headline.is_empty();
    match says_nothing {
        true => refuse(
            "text",
            "An entry needs what happened. Everything else may wait.",
        ),
        false => None,
    }
}

/// An account of the team's own, still empty.
fn untold(mint: &mut Mint) -> Account {
    Account {
        id: mint.next_id(),
        source: String::new(),
        source_kind: String::new(),
        reference: String::new(),
        recorded_by: String::new(),
        when: FuzzyDate::unknown(""),
        known_on: None,
        text: String::new(),
        analysis: String::new(),
        action: String::new(),
        more: Vec::new(),
        origin: None,
    }
}

/// The team's own account, from the fields of its source.
fn tell(form: &Form, told: &mut Account, around: Around<'_>) {
    told.text = form.text("text");
    told.source = form.text("source");
    told.source_kind = form.text("source_kind");
    told.reference = form.text("reference");
    told.recorded_by = form.text("recorded_by");
    if form.changed("told_on") {
        let told_on = form.date("told_on", None, around.today);
        told.known_on = told_on.as_ref().and_then(FuzzyDate::exact_day);
        told.more.retain(|(column, _)| column != TOLD_ON);
        let loose = told_on.filter(|_| told.known_on.is_none());
        told.more
            .extend(loose.map(|date| (TOLD_ON.to_owned(), date.written().to_owned())));
    }
}

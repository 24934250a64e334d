//! The form for an entry of the chronology.
//!
//! What a source said is never changed here: only the one account that the team wrote itself (it has no origin in a
//! file) is asked with its words; other accounts are shown.

use super::super::{Around, Choosable, Form, Input, Layout, Refusal};
use super::{children, date, entries, ids, line, long, one, people, several};
use crate::insight::date_doubts::weigh_again;
use crate::practice::{Zone, source_kinds, themes};
use crate::record::{Account, Entry, FuzzyDate, Mint, Significance};

const WEIGHTS: [(&str, &str, Significance); 4] = [
    ("background", "background", Significance::Background),
    ("ordinary", "ordinary", Significance::Ordinary),
    ("key", "key event", Significance::Key),
    ("turning", "turning point", Significance::Turning),
];

/// The column under which "told on" is kept when it is not one day.
const TOLD_ON: &str = "Told on";

/// The account that the team wrote itself.
fn own(entry: &Entry) -> Option<&Account> {
    entry
        .accounts
        .iter()
        .find(|account| account.origin.is_none())
}

pub(super) fn input(name: &str, entry: Option<&Entry>, around: Around<'_>) -> Option<Input> {
    let text = |part: fn(&Entry) -> &str| entry.map_or("", part);
    let told = entry.and_then(own);
    let is_own = entry.is_none() || told.is_some();
    let source = |part: fn(&Account) -> &str| told.map_or("", part);
    match name {
        "when" => date(entry.map(|entry| &entry.when)),
        "accounts" => shown(entry?),
        "headline" => line(text(|entry| &entry.headline)),
        "children" => {
            let only = match around.file.children().as_slice() {
                [only] if entry.is_none() => vec![only.id()],
                _ => entry.map_or_else(Vec::new, |entry| entry.children.clone()),
            };
            several(children(around), &ids(&only), Layout::Flow)
        }
        "people" => several(
            people(around, false),
            &ids(entry.map_or(&[], |entry| &entry.people)),
            Layout::Flow,
        ),
        "significance" => {
            let weight = entry.map_or(Significance::default(), |entry| entry.significance);
            let chosen = WEIGHTS
                .iter()
                .find(|(.., known)| *known == weight)
                .map_or("", |(id, ..)| *id);
            one(
                WEIGHTS
                    .iter()
                    .map(|(id, words, _)| Choosable::new(*id, *words))
                    .collect(),
                chosen,
            )
        }
        "zone" => {
            let words = |zone: Zone| Choosable::new(zone.word(), zone.letter_and_word());
            let mut options = vec![Choosable::new("", "none")];
            options.extend(Zone::ALL.map(words));
            one(
                options,
                entry.and_then(|entry| entry.zone).map_or("", Zone::word),
            )
        }
        "themes" => {
            let options = themes()
                .iter()
                .map(|theme| Choosable::new(&theme.id, &theme.name))
                .collect();
            let known: Vec<_> = entry
                .map_or(&[][..], |entry| &entry.themes)
                .iter()
                .filter(|id| is_known(id))
                .cloned()
                .collect();
            several(options, &known, Layout::Flow)
        }
        "own-themes" => {
            let own = entry
                .map_or(&[][..], |entry| &entry.themes)
                .iter()
                .filter(|id| !is_known(id))
                .cloned();
            line(&own.collect::<Vec<_>>().join(", "))
        }
        "impact" => long(text(|entry| &entry.impact)),
        "impact-evidence" => long(text(|entry| &entry.impact_evidence)),
        "link-now" => long(text(|entry| &entry.link_now)),
        "link-then" => long(text(|entry| &entry.link_then)),
        "research" => long(text(|entry| &entry.research)),
        "analysis" => long(text(|entry| &entry.analysis)),
        "linked" => several(
            entries(around, around.target),
            &ids(entry.map_or(&[], |entry| &entry.linked)),
            Layout::List,
        ),
        "action" => long(text(|entry| &entry.action)),
        "why-no-action" => long(text(|entry| &entry.why_no_action)),
        "family-view" => long(text(|entry| &entry.family_view)),
        _ if !is_own => None,
        "text" => long(source(|told| &told.text)),
        "source" => line(source(|told| &told.source)),
        "source-kind" => {
            let mut options = vec![Choosable::new("", "not known")];
            options.extend(
                source_kinds()
                    .iter()
                    .map(|kind| Choosable::new(&kind.id, &kind.name)),
            );
            one(options, source(|told| &told.source_kind))
        }
        "reference" => line(source(|told| &told.reference)),
        "recorded-by" => line(source(|told| &told.recorded_by)),
        "told-on" => {
            let day = told.and_then(|told| told.known_on).map(FuzzyDate::day);
            let loose = || told.and_then(loose_told_on).map(FuzzyDate::unknown);
            date(day.or_else(loose).as_ref())
        }
        _ => None,
    }
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
fn shown(entry: &Entry) -> Option<Input> {
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

pub(super) fn body(
    form: &Form,
    was: Option<Entry>,
    around: Around<'_>,
    mint: &mut Mint,
) -> Result<Entry, Refusal> {
    let mut entry = was.unwrap_or_else(|| Entry::told_by(vec![untold(mint)], Vec::new()));
    if own(&entry).is_some() && form.text("text").is_empty() && form.text("headline").is_empty() {
        return Err(Refusal::new(
            "text",
            "An entry needs what happened. Everything else may wait.",
        ));
    }
    let when = form.date_or_unknown("when", Some(&entry.when), around.today);
    let is_only_own = entry.accounts.len() == 1;
    if let Some(told) = entry
        .accounts
        .iter_mut()
        .find(|account| account.origin.is_none())
    {
        if is_only_own {
            told.when = when.clone();
        }
        tell(form, told, around);
    }
    let weight = form.text("significance");
    let redated = entry.when != when;
    entry.when = when;
    entry.headline = form.text("headline");
    entry.children = form.ids("children");
    entry.people = form.ids("people");
    entry.significance = WEIGHTS
        .iter()
        .find(|(id, ..)| *id == weight)
        .map_or(entry.significance, |(.., weight)| *weight);
    entry.impact = form.text("impact");
    entry.impact_evidence = form.text("impact-evidence");
    entry.link_now = form.text("link-now");
    entry.link_then = form.text("link-then");
    entry.research = form.text("research");
    entry.analysis = form.text("analysis");
    entry.action = form.text("action");
    entry.why_no_action = form.text("why-no-action");
    entry.family_view = form.text("family-view");
    if form.changed("themes") || form.changed("own-themes") {
        entry.themes = form.parts("themes", '\n');
        entry.themes.extend(form.parts("own-themes", ','));
    }
    entry.zone = Zone::from_word(&form.text("zone"));
    entry.linked = form.ids("linked");
    if redated {
        weigh_again(&mut entry, around.file, around.today);
    }
    Ok(entry)
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
    told.source_kind = form.text("source-kind");
    told.reference = form.text("reference");
    told.recorded_by = form.text("recorded-by");
    if form.changed("told-on") {
        let told_on = form.date("told-on", None, around.today);
        told.known_on = told_on.as_ref().and_then(FuzzyDate::exact_day);
        told.more.retain(|(column, _)| column != TOLD_ON);
        let loose = told_on.filter(|_| told.known_on.is_none());
        told.more
            .extend(loose.map(|date| (TOLD_ON.to_owned(), date.written().to_owned())));
    }
}

//! What one account says on matters on which accounts can differ.

use super::days::days_at;
use super::phrases::{Hit, Kind, PhraseBook};
use super::who::{Mention, Who, adult_before, children_between, mentions};
use crate::insight::family::Family;
use crate::insight::reading::Reading;
use crate::insight::told::Told;
use crate::record::RecordId;
use chrono::NaiveDate;

/// Whether somebody came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Came {
    Yes,
    No,
    Cancelled,
}

/// A claim.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// Whether somebody came to an arrangement; nobody named when only a status says it.
    Came { who: Option<Who>, came: Came },
    /// Whether somebody was there.
    There { who: RecordId, here: bool },
    /// Whether an injury was seen on somebody.
    Injury { who: Option<RecordId>, seen: bool },
    /// Children live with somebody since a day; `ongoing` when the account says so by "since".
    LivesWith {
        children: Vec<RecordId>,
        with: Who,
        from: NaiveDate,
        to: NaiveDate,
        ongoing: bool,
    },
}

/// A claim with the sentence that makes it.
#[derive(Clone, Debug)]
pub struct Saying {
    pub said: Said,
    pub quote: String,
}

/// Everything that an account claims.
pub fn sayings(told: &Told, book: &PhraseBook, family: &Family) -> Vec<Saying> {
    let text = told.account.text.as_str();
    let reading = Reading::of(text);
    let mentions = mentions(&reading, book, family);
    let hits = book.hits(&reading, &mentions);
    let children = if told.children.len() > 1 {
        told.children
    } else {
        family.children()
    };
    let account = Heard {
        children,
        told,
        text,
        reading: &reading,
        mentions: &mentions,
        hits: &hits,
    };
    let mut out = account.status(book, family);
    if !hits.is_empty() {
        account.attendance(&mut out);
        account.presence(&mut out);
        account.injuries(&mut out);
        account.moves(&mut out);
    }
    let mut once: Vec<Saying> = Vec::with_capacity(out.len());
    for saying in out {
        if !once.iter().any(|other| other.said == saying.said) {
            once.push(saying);
        }
    }
    once
}

struct Heard<'a> {
    told: &'a Told<'a>,
    text: &'a str,
    reading: &'a Reading,
    mentions: &'a [Mention],
    hits: &'a [Hit],
    /// Whom "the children" means: those concerned, or all of the family when the account concerns one.
    children: &'a [RecordId],
}

impl Heard<'_> {
    fn say(&self, out: &mut Vec<Saying>, said: Said, place: usize) {
        let quote = self.reading.quote(self.text, place).to_owned();
        out.push(Saying { said, quote });
    }

    fn of(&self, kinds: &[Kind]) -> impl Iterator<Item = &Hit> {
        self.hits.iter().filter(|hit| kinds.contains(&hit.kind))
    }

    /// Whether one of these kinds stands in the same sentence, within so many words before the place.
    fn before(&self, kind: Kind, place: usize, words: usize) -> bool {
        let sentence = self.reading.sentence(place);
        self.of(&[kind]).any(|hit| {
            hit.to <= place && place - hit.to < words && self.reading.sentence(hit.from) == sentence
        })
    }

    fn in_sentence(&self, kind: Kind, place: usize) -> bool {
        let sentence = self.reading.sentence(place);
        self.of(&[kind])
            .any(|hit| self.reading.sentence(hit.from) == sentence)
    }

    /// A cell that holds a status and no more: "Attended", "Cancelled by centre".
    fn status(&self, book: &PhraseBook, family: &Family) -> Vec<Saying> {
        let mut who = None;
        let mut came = None;
        for (_, cell) in &self.told.account.more {
            let reading = Reading::of(cell);
            if reading.len() > 4 {
                continue;
            }
            let people = mentions(&reading, book, family);
            let hits = book.hits(&reading, &people);
            let said = hits
                .iter()
                .filter(|hit| hit.from == 0)
                .find_map(|hit| as_came(hit.kind));
            if let Some(said) = said {
                came = Some((said, cell));
            } else if let [only] = people.as_slice()
                && !only.is_child
            {
                who = Some(only.who.clone());
            }
        }
        let saying = |(came, cell): (Came, &String)| Saying {
            said: Said::Came {
                who: who.clone(),
                came,
            },
            quote: cell.clone(),
        };
        came.map(saying).into_iter().collect()
    }

    fn attendance(&self, out: &mut Vec<Saying>) {
        for hit in self.of(&[Kind::Came, Kind::DidNotCome, Kind::Cancelled]) {
            let Some(came) = as_came(hit.kind) else {
                continue;
            };
            let overlaps = |other: &&Hit| {
                other.kind == Kind::DidNotCome && other.from <= hit.from && hit.to <= other.to
            };
            if hit.kind == Kind::Came && self.hits.iter().any(|other| overlaps(&other)) {
                continue;
            }
            let starts = self.before(Kind::NotNow, hit.from, 2);
            if starts || !self.in_sentence(Kind::Arrangement, hit.from) {
                continue;
            }
            let sentence = self.reading.sentence(hit.from);
            let named = self.mentions.iter().rev().find(|mention| {
                mention.to <= hit.from && self.reading.sentence(mention.from) == sentence
            });
            if let Some(named) = named {
                self.say(
                    out,
                    Said::Came {
                        who: Some(named.who.clone()),
                        came,
                    },
                    hit.from,
                );
            }
        }
    }

    fn presence(&self, out: &mut Vec<Saying>) {
        let mut sentence = usize::MAX;
        let mut from = 0;
        for hit in self.of(&[Kind::Here, Kind::Away]) {
            let within = self
                .of(&[Kind::Away])
                .any(|away| away.from <= hit.from && hit.to <= away.to && hit.kind == Kind::Here);
            if within {
                continue;
            }
            if self.reading.sentence(hit.from) != sentence {
                sentence = self.reading.sentence(hit.from);
                from = (0..hit.from)
                    .rev()
                    .take_while(|place| self.reading.sentence(*place) == sentence)
                    .last()
                    .unwrap_or(hit.from);
            }
            let here = hit.kind == Kind::Here;
            let mut people =
                children_between(self.mentions, self.hits, self.children, from, hit.from);
            let mut adults = self.mentions.iter().filter(|mention| {
                !mention.is_child && mention.from >= from && mention.to <= hit.from
            });
            let last_adult = adults.next_back().and_then(|mention| mention.who.only());
            if people.is_empty() {
                people.extend(last_adult);
            }
            let only = self
                .of(&[Kind::Only])
                .any(|only| only.from >= from && only.to <= hit.from);
            if only && !people.is_empty() {
                for other in self.children.iter().filter(|child| !people.contains(child)) {
                    self.say(
                        out,
                        Said::There {
                            who: *other,
                            here: !here,
                        },
                        hit.from,
                    );
                }
            }
            for who in people {
                self.say(out, Said::There { who, here }, hit.from);
            }
            from = hit.to;
        }
    }

    fn injuries(&self, out: &mut Vec<Saying>) {
        let only_child = match self.told.children {
            [only] => Some(*only),
            _ => None,
        };
        for hit in self.of(&[Kind::Injury, Kind::UnclearInjury, Kind::NoneSeen]) {
            let none = hit.kind == Kind::NoneSeen || self.before(Kind::No, hit.from, 3);
            if !none
                && (self.before(Kind::Hearsay, hit.from, 2)
                    || (hit.kind == Kind::UnclearInjury && !self.in_sentence(Kind::Body, hit.from)))
            {
                continue;
            }
            let sentence = self.reading.sentence(hit.from);
            let mut named = self
                .mentions
                .iter()
                .filter(|mention| self.reading.sentence(mention.from) == sentence);
            let who = named.find_map(|mention| mention.who.only()).or(only_child);
            self.say(out, Said::Injury { who, seen: !none }, hit.from);
        }
    }

    fn moves(&self, out: &mut Vec<Saying>) {
        let when = self.told.when();
        let Some((first, last)) = when.earliest().zip(when.latest()) else {
            return;
        };
        for hit in self.of(&[Kind::Went, Kind::Since]) {
            let ongoing = hit.kind == Kind::Since;
            let sentence = self.reading.sentence(hit.from);
            let visit = self
                .of(&[Kind::Visit])
                .any(|visit| visit.from >= hit.to && self.reading.sentence(visit.from) == sentence);
            if visit || (!ongoing && self.before(Kind::NotNow, hit.from, 2)) {
                continue;
            }
            let start = (0..=hit.from)
                .rev()
                .take_while(|place| self.reading.sentence(*place) == sentence)
                .last()
                .unwrap_or(hit.from);
            let mut children =
                children_between(self.mentions, self.hits, self.children, start, hit.to);
            let points_back = (hit.from..hit.to)
                .any(|place| ["them", "him", "her"].contains(&self.reading.word(place)));
            if children.is_empty() && points_back {
                children = self.told.children.to_vec();
            }
            let with = hit
                .who
                .clone()
                .or_else(|| adult_before(self.mentions, hit.from));
            let (Some(with), false) = (with, children.is_empty()) else {
                continue;
            };
            let dated = days_at(self.reading, hit.to, last);
            let (from, to) = match (dated, ongoing) {
                (Some(days), _) => days,
                (None, false) => (first, last),
                (None, true) => continue,
            };
            self.say(
                out,
                Said::LivesWith {
                    children,
                    with,
                    from,
                    to,
                    ongoing,
                },
                hit.from,
            );
        }
    }
}

fn as_came(kind: Kind) -> Option<Came> {
    match kind {
        Kind::Came => Some(Came::Yes),
        Kind::DidNotCome => Some(Came::No),
        Kind::Cancelled => Some(Came::Cancelled),
        _ => None,
    }
}

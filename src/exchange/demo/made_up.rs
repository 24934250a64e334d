//! A caseload of any size put together from banks of words, to measure with: the same for the same seed.
//!
//! Texts vary as real ones do: common words are common, and a few words stand in about one entry of a million.

use super::chance::SeededChance;
use super::made_up_supervision::{self, SupervisedFamily};
use super::made_up_words::{SourceWords, WordBanks};
use super::{DemoFault, StampedBody, last_day, made_up_matrix, stamped};
use crate::practice::Zone;
use crate::record::{
    Account, Body, Bond, BondKind, Case, Change, Entry, FuzzyDate, LegalStatus, Mint, Part, Person,
    Placement, Reading, RecordId, Significance,
};
use chrono::{Datelike, Days, NaiveDate};
use std::fmt::Write as _;

/// The largest case; one case of the caseload is as large as this when there are entries enough.
const LARGEST: u32 = 5_000;

/// One entry in so many holds one of the rare words; there are seventy-six of them.
const RARE: u32 = 13_000;

/// Made-up cases, one change each.
pub struct MadeUpCases {
    words: WordBanks,
    chance: SeededChance,
    mint: Mint,
    cases: u32,
    entries: u32,
    first: bool,
}

impl MadeUpCases {
    /// So many cases with so many entries in all; every case has at least one entry as long as they last.
    pub(super) fn new(
        cases: u32,
        entries: u32,
        seed: u64,
        mint: Mint,
    ) -> Result<MadeUpCases, DemoFault> {
        Ok(MadeUpCases {
            words: WordBanks::read()?,
            chance: SeededChance::seeded(seed),
            mint,
            cases,
            entries,
            first: true,
        })
    }

    /// How many of the entries that are left the next case takes.
    fn share(&mut self) -> u32 {
        if self.cases == 1 {
            return self.entries;
        }
        let mean = self.entries / self.cases;
        let spread = mean / 2 + self.chance.below(mean.max(1));
        let share = if std::mem::take(&mut self.first) {
            LARGEST.min(self.entries / 4)
        } else {
            spread
        };
        share.max(1).min(self.entries)
    }
}

impl Iterator for MadeUpCases {
    type Item = Change;

    fn next(&mut self) -> Option<Change> {
        if self.cases == 0 {
            return None;
        }
        let share = self.share();
        self.cases -= 1;
        self.entries -= share;
        let mut family = MadeUpFamily::new(&self.words, &mut self.chance, &mut self.mint);
        family.gather();
        family.tell(share);
        family.supervise();
        Some(stamped(family.case, &family.worker, family.writes))
    }
}

/// One family while it is being made up.
struct MadeUpFamily<'a> {
    words: &'a WordBanks,
    chance: &'a mut SeededChance,
    mint: &'a mut Mint,
    case: RecordId,
    name: String,
    worker: String,
    born: NaiveDate,
    children: Vec<(RecordId, String)>,
    adults: Vec<(RecordId, String)>,
    writes: Vec<StampedBody>,
}

impl<'a> MadeUpFamily<'a> {
    fn new(
        words: &'a WordBanks,
        chance: &'a mut SeededChance,
        mint: &'a mut Mint,
    ) -> MadeUpFamily<'a> {
        let case = mint.next_id();
        let one = chance.pick(&words.family_names).to_owned();
        let other = chance.pick(&words.family_names).to_owned();
        let name = if chance.one_in(3) {
            format!("{one} and {other}")
        } else {
            one
        };
        let worker = chance.pick(&words.workers).to_owned();
        let born = last_day() - Days::new(200 + u64::from(chance.below(6_000)));
        MadeUpFamily {
            words,
            chance,
            mint,
            case,
            name,
            worker,
            born,
            children: Vec::new(),
            adults: Vec::new(),
            writes: Vec::new(),
        }
    }

    fn add(&mut self, body: Body, known: NaiveDate) -> RecordId {
        let id = self.mint.next_id();
        self.writes.push(StampedBody { id, body, known });
        id
    }

    /// The case, its people, their bonds, where the children lived.
    fn gather(&mut self) {
        let case = Body::Case(Case {
            name: self.name.clone(),
            reference: format!("NM-{:06}", self.chance.below(1_000_000)),
            worker: self.worker.clone(),
            opened: Some(FuzzyDate::day(self.born)),
            ..Case::default()
        });
        self.writes.push(StampedBody {
            id: self.case,
            body: case,
            known: self.born,
        });
        for relation in ["mother", "father", "maternal grandmother"] {
            let age = if relation == "maternal grandmother" {
                50
            } else {
                27
            };
            let year = self.born.year() - age - i32::try_from(self.chance.below(8)).unwrap_or(0);
            let born = FuzzyDate::of(Reading::On(Part::Year(year)));
            let (id, name) = self.person(relation, born, false);
            self.adults.push((id, name));
        }
        for _ in 0..1 + self.chance.below(3) {
            let later = Days::new(u64::from(self.chance.below(900)));
            let born = (self.born + later).min(last_day());
            let (id, name) = self.person("child", FuzzyDate::day(born), true);
            self.children.push((id, name));
            self.bind(id);
            self.house(id, born);
            self.decide(id, born);
        }
        for (parent, _) in self.adults.clone() {
            let day = last_day() - Days::new(u64::from(self.chance.below(400)));
            let finding = made_up_matrix::finding(parent, day, self.chance);
            self.add(Body::FactorFinding(finding), day);
        }
    }

    fn decide(&mut self, child: RecordId, born: NaiveDate) {
        let WordBanks { workers, zone, .. } = self.words;
        let made = made_up_matrix::decisions(child, born, &self.worker, workers, zone, self.chance);
        for (decision, day) in made {
            self.add(Body::ZoneDecision(decision), day);
        }
    }

    fn supervise(&mut self) {
        let about = SupervisedFamily {
            worker: &self.worker,
            supervisors: &self.words.workers,
            children: &self.children,
            from: self.born,
        };
        let said = &self.words.supervision;
        let made = made_up_supervision::supervision(&about, said, self.mint, self.chance);
        self.writes.extend(made);
    }

    fn person(&mut self, relation: &str, born: FuzzyDate, is_child: bool) -> (RecordId, String) {
        let first = self.chance.pick(&self.words.first_names).to_owned();
        let last = self.name.rsplit(' ').next().unwrap_or(&self.name);
        let person = Person {
            name: format!("{first} {last}"),
            relation: relation.to_owned(),
            is_child,
            born: Some(born),
            ..Person::default()
        };
        let id = self.add(Body::Person(person), self.born);
        (id, first)
    }

    fn bind(&mut self, child: RecordId) {
        let parents: Vec<RecordId> = self.adults.iter().take(2).map(|(id, _)| *id).collect();
        for parent in parents {
            let bond = Bond {
                from: parent,
                to: child,
                kind: BondKind::Parent,
                ..Bond::default()
            };
            self.add(Body::Bond(bond), self.born);
        }
    }

    fn house(&mut self, child: RecordId, born: NaiveDate) {
        let mut from = born;
        for home in 0..1 + self.chance.below(4) {
            let length = Days::new(90 + u64::from(self.chance.below(1_200)));
            let until = from + length;
            let last = until >= last_day();
            let kind = if home == 0 {
                "With parents"
            } else {
                self.chance.pick(&self.words.homes)
            };
            let carer = if kind == "With parents" {
                ""
            } else {
                self.chance.pick(&self.words.family_names)
            };
            let placement = Placement {
                child,
                from: FuzzyDate::day(from),
                to: (!last).then(|| FuzzyDate::day(until)),
                kind: kind.to_owned(),
                carer: carer.to_owned(),
                ..Placement::default()
            };
            self.add(Body::Placement(placement), from);
            if home > 0 {
                let legal = LegalStatus {
                    child,
                    status: self.chance.pick(&self.words.legal).to_owned(),
                    from: FuzzyDate::day(from),
                    to: (!last).then(|| FuzzyDate::day(until)),
                    ..LegalStatus::default()
                };
                self.add(Body::LegalStatus(legal), from);
            }
            if last {
                return;
            }
            from = until;
        }
    }

    /// The chronology, spread over the years from the first birth to the last day.
    fn tell(&mut self, entries: u32) {
        let days = u32::try_from((last_day() - self.born).num_days())
            .unwrap_or(1)
            .max(1);
        let mut when: Vec<u32> = (0..entries).map(|_| self.chance.below(days)).collect();
        when.sort_unstable();
        for day in when {
            let day = self.born + Days::new(u64::from(day));
            if let Some(entry) = self.entry(day) {
                self.add(Body::Entry(entry), day);
            }
        }
    }

    fn entry(&mut self, day: NaiveDate) -> Option<Entry> {
        let teller = self.chance.pick_of(&self.words.source)?;
        let child = self.chance.pick_of(&self.children)?.clone();
        let adult = self.chance.pick_of(&self.adults)?.clone();
        let account = self.account(day, teller, &child.1, &adult.1);
        let mut entry = Entry::told_by(vec![account], vec![child.0]);
        entry.people = vec![adult.0];
        entry.significance = match self.chance.below(40) {
            0 => Significance::Turning,
            1..=4 => Significance::Key,
            _ => Significance::Ordinary,
        };
        if self.chance.one_in(2) {
            let analysis = self.chance.pick(&self.words.analysis);
            self.fill(analysis, &child.1, &adult.1, &mut entry.analysis);
        }
        if self.chance.one_in(3) {
            let action = self.chance.pick(&self.words.action);
            self.fill(action, &child.1, &adult.1, &mut entry.action);
        }
        entry.zone = match self.chance.below(12) {
            0 => Some(Zone::Green),
            1 | 2 => Some(Zone::Yellow),
            3 => Some(Zone::Orange),
            4 if self.chance.one_in(3) => Some(Zone::Red),
            _ => None,
        };
        Some(entry)
    }

    fn account(
        &mut self,
        day: NaiveDate,
        teller: &SourceWords,
        child: &str,
        adult: &str,
    ) -> Account {
        let mut text = String::new();
        for _ in 0..1 + self.chance.below(3) {
            let says = self.chance.pick(&teller.says);
            self.fill(says, child, adult, &mut text);
        }
        if self.chance.one_in(RARE) {
            let rare = self.chance.pick(&self.words.rare);
            let _ = write!(text, " {child} talked about {rare}.");
        }
        let reference = match teller.reference.as_str() {
            "" => String::new(),
            letters => format!(
                "{letters}/{}/{:07}",
                day.year(),
                self.chance.below(10_000_000)
            ),
        };
        Account {
            id: self.mint.next_id(),
            source: self.chance.pick(&teller.names).to_owned(),
            source_kind: teller.kind.clone(),
            reference,
            recorded_by: self.chance.pick(&self.words.workers).to_owned(),
            when: self.written(day),
            text,
            ..Account::default()
        }
    }

    /// Nine dates in ten are exact; the rest are a month or a year.
    fn written(&mut self, day: NaiveDate) -> FuzzyDate {
        let month = Part::Month {
            year: day.year(),
            month: day.month(),
        };
        match self.chance.below(40) {
            0 => FuzzyDate::of(Reading::On(Part::Year(day.year()))),
            1 => FuzzyDate::of(Reading::About(month)),
            2 | 3 => FuzzyDate::of(Reading::On(month)),
            _ => FuzzyDate::day(day),
        }
    }

    /// Appends a sentence with its gaps filled in.
    fn fill(&mut self, sentence: &str, child: &str, adult: &str, text: &mut String) {
        if !text.is_empty() {
            text.push(' ');
        }
        for piece in sentence.split_inclusive('}') {
            let (plain, gap) = piece.split_once('{').unwrap_or((piece, ""));
            text.push_str(plain);
            match gap {
                "child}" => text.push_str(child),
                "adult}" => text.push_str(adult),
                "thing}" => text.push_str(self.chance.pick(&self.words.things)),
                "place}" => text.push_str(self.chance.pick(&self.words.places)),
                "food}" => text.push_str(self.chance.pick(&self.words.foods)),
                "count}" => {
                    let _ = write!(text, "{}", 2 + self.chance.below(97));
                }
                _ => {}
            }
        }
    }
}

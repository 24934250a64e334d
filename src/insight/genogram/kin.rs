//! The graph of a family: people, unions with the children in them, and by which line each child belongs there.

mod children;
mod gather;
mod unions;

use crate::record::{Arrival, CaseFile, FuzzyDate, RecordId, Sex};
use chrono::NaiveDate;
use std::collections::{BTreeSet, HashMap, VecDeque};

/// Since when and until when something holds; each may be unknown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LineDates {
    /// Since.
    pub since: Option<FuzzyDate>,
    /// Until; `None` while it lasts.
    pub until: Option<FuzzyDate>,
}

/// Somebody who is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Somebody {
    /// Their record; `None` for somebody of whom is only known that they must have been there, drawn as "?".
    pub id: Option<RecordId>,
    /// What people call them.
    pub short_name: String,
    /// The full name.
    pub name: String,
    /// Sex as recorded.
    pub sex: Sex,
    /// Born, expected, or never came to live.
    pub arrival: Arrival,
    /// Born.
    pub born: Option<FuzzyDate>,
    /// Died.
    pub died: Option<FuzzyDate>,
    /// Dates of birth that others give.
    pub born_elsewhere: Vec<FuzzyDate>,
    /// Dates of death that others give.
    pub died_elsewhere: Vec<FuzzyDate>,
    /// A child whom the case is about.
    pub is_child: bool,
}

/// What two people are or were to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnionState {
    /// Married or in a civil partnership.
    Married,
    /// Together without marriage, or it is not recorded.
    Together,
    /// Apart.
    Separated,
    /// The marriage was ended.
    Divorced,
    /// They care or cared for the same child; more is not recorded.
    CareTogether,
}

/// Two partners, or one parent of whom no partner is recorded, with the children who belong to them.
#[derive(Clone, Debug, PartialEq)]
pub struct Union {
    /// One or two people. The first stands left where nothing else speaks for the other order.
    pub partners: Vec<usize>,
    /// What is recorded of the two, in order of time; empty where they are only parents of the same child.
    pub states: Vec<(UnionState, LineDates)>,
    /// Lines to children, by their place in [`Genogram::kin`], the oldest child first.
    pub children: Vec<usize>,
}

impl Union {
    /// Whether the line is drawn solid: a marriage is recorded.
    pub fn is_marriage(&self) -> bool {
        let married = [UnionState::Married, UnionState::Divorced];
        self.states.iter().any(|(state, _)| married.contains(state))
    }

    /// How many slashes cross the line: one where they live apart, two after a divorce. What came last counts: a couple who
    /// came back together are together.
    pub fn slashes(&self) -> usize {
        let begins =
            |state: UnionState| matches!(state, UnionState::Married | UnionState::Together);
        let last = self.states.iter().rposition(|(state, _)| begins(*state));
        let since = last.map_or(0, |at| at + 1);
        let after = self.states.get(since..).unwrap_or_default();
        let is = |wanted| after.iter().any(|(state, _)| *state == wanted);
        let ended = last.and_then(|at| self.states.get(at));
        let ended = ended.is_some_and(|(_, dates)| dates.until.is_some());
        match (is(UnionState::Divorced), is(UnionState::Separated) || ended) {
            (true, _) => 2,
            (false, true) => 1,
            (false, false) => 0,
        }
    }

    /// Whether they only care together for somebody else's child.
    pub fn is_care_only(&self) -> bool {
        !self.states.is_empty()
            && (self.states.iter()).all(|(state, _)| *state == UnionState::CareTogether)
    }
}

/// By which line a child belongs to a union.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KinKind {
    /// Born to them.
    Birth,
    /// Brother or sister of a child here; the parents are not recorded.
    Sibling,
    /// Half-brother or half-sister of a child here; which parent is shared is not recorded.
    HalfSibling,
    /// Follows from a grandparent or an aunt who is recorded, not from a record of its own.
    Between,
    /// Adopted.
    Adopted,
    /// Stepchild of somebody who is not recorded as a partner of a parent.
    Step,
    /// Fostered.
    Foster,
    /// Cared for by family or friends, or by a special guardian.
    Kinship,
    /// Cared for; by which kind of care is not recorded.
    Care,
}

impl KinKind {
    /// Whether the parents' place in the drawing follows from it, before any care.
    pub fn is_of_family(self) -> bool {
        matches!(
            self,
            KinKind::Birth | KinKind::Sibling | KinKind::HalfSibling | KinKind::Between
        )
    }
}

/// A line from a union to a child.
#[derive(Clone, Debug, PartialEq)]
pub struct Kin {
    /// The union.
    pub union: usize,
    /// The child.
    pub child: usize,
    /// Of which kind.
    pub kind: KinKind,
    /// The times of adoption and care, each for itself, in order; none where no time is recorded.
    pub times: Vec<LineDates>,
}

impl Kin {
    /// Whether it is a line of care, not of birth or adoption.
    pub fn is_care(&self) -> bool {
        matches!(
            self.kind,
            KinKind::Foster | KinKind::Kinship | KinKind::Care | KinKind::Step
        )
    }

    /// Whether it goes on: birth and adoption always, care while one of its times has not ended.
    pub fn is_now(&self) -> bool {
        let ended = |time: &LineDates| time.until.is_some();
        !self.is_care() || self.times.is_empty() || !self.times.iter().all(ended)
    }
}

/// Two children born together, by their places, and whether they are identical.
pub type Twins = (usize, usize, bool);

/// A family as a graph.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Genogram {
    /// Everybody who is drawn.
    pub people: Vec<Somebody>,
    /// The unions.
    pub unions: Vec<Union>,
    /// The lines from unions to children.
    pub kin: Vec<Kin>,
    /// Twins.
    pub twins: Vec<Twins>,
    /// Relatives who are drawn without a line, with so many rows above the child whose relative they are: through whom is not
    /// recorded.
    pub apart: Vec<(usize, usize, usize)>,
    /// People of the case who are no relatives and no carers, so that they are not drawn.
    pub outside: Vec<RecordId>,
    places: HashMap<RecordId, usize>,
}

/// More people than this are not drawn at once: nobody can read them, and a drawing must answer to every key.
const MOST: usize = 400;

/// A family around whoever it is seen from.
pub struct Around {
    /// The family, the nearest people of it.
    pub graph: Genogram,
    /// Whom it is seen from, by place.
    pub from: usize,
    /// How many people are further away and left out.
    pub left_out: usize,
}

impl Genogram {
    /// The genogram of a case, seen from somebody, else from the eldest child; of a large family the nearest people.
    pub fn seen_from(file: &CaseFile, from: Option<RecordId>, day: NaiveDate) -> Around {
        let graph = Genogram::of(file, day);
        let eldest = || file.children().first().map(|child| child.id());
        let from = from
            .or_else(eldest)
            .and_then(|id| graph.place(id))
            .unwrap_or(0);
        graph.around(from, MOST)
    }

    /// The genogram of a case as it is known, on a day: what ends later has not ended.
    pub fn of(file: &CaseFile, day: NaiveDate) -> Genogram {
        gather::genogram(file, day)
    }

    /// The place of a person; `None` for who is not drawn.
    pub fn place(&self, person: RecordId) -> Option<usize> {
        self.places.get(&person).copied()
    }

    /// The unions in which somebody is a partner, in order of time.
    pub fn unions_of(&self, person: usize) -> impl Iterator<Item = usize> + '_ {
        let all = self.unions.iter().enumerate();
        all.filter(move |(_, union)| union.partners.contains(&person))
            .map(|(at, _)| at)
    }

    /// The lines by which somebody is a child.
    pub fn lines_up(&self, person: usize) -> impl Iterator<Item = &Kin> + '_ {
        self.kin.iter().filter(move |line| line.child == person)
    }

    /// Everybody one step away: parents, partners, children, brothers and sisters by the same line.
    pub fn next_of_kin(&self, person: usize) -> BTreeSet<usize> {
        self.near(person, |_| true)
    }

    /// The same by some lines only.
    fn near(&self, person: usize, by: fn(&Kin) -> bool) -> BTreeSet<usize> {
        let mut near = BTreeSet::new();
        for line in self.lines_up(person).filter(|line| by(line)) {
            let union = &self.unions[line.union];
            near.extend(&union.partners);
        }
        for union in self.unions_of(person) {
            let union = &self.unions[union];
            near.extend(&union.partners);
            let lines = union.children.iter().map(|line| &self.kin[*line]);
            near.extend(lines.filter(|line| by(line)).map(|line| line.child));
        }
        near.remove(&person);
        near
    }

    /// The family without what hangs on folded people, seen from somebody: who can be reached only through one of them is not
    /// drawn. Gives how many each of them hides.
    pub fn folded(
        &self,
        from: usize,
        folded: &BTreeSet<usize>,
    ) -> (BTreeSet<usize>, Vec<(usize, usize)>) {
        let all: BTreeSet<usize> = self.reached(from, &BTreeSet::new());
        let shown = self.reached(from, folded);
        let alone = (0..self.people.len()).filter(|person| !all.contains(person));
        let mut hides = Vec::new();
        for person in folded.iter().filter(|person| shown.contains(person)) {
            let others: BTreeSet<usize> =
                folded.iter().copied().filter(|one| one != person).collect();
            let hidden = self.reached(from, &others).len() - shown.len();
            hides.push((*person, hidden));
        }
        (shown.iter().copied().chain(alone).collect(), hides)
    }

    /// Who can be reached from somebody without going on behind the walls, and not by care that ended.
    fn reached(&self, from: usize, walls: &BTreeSet<usize>) -> BTreeSet<usize> {
        let mut reached = BTreeSet::new();
        if from < self.people.len() {
            reached.insert(from);
        }
        let mut open: Vec<usize> = reached.iter().copied().collect();
        while let Some(person) = open.pop() {
            if walls.contains(&person) && person != from {
                continue;
            }
            for next in self.near(person, Kin::is_now) {
                if reached.insert(next) {
                    open.push(next);
                }
            }
        }
        reached
    }

    /// The family around somebody, at most so many people, the nearest first.
    fn around(self, from: usize, most: usize) -> Around {
        let all = self.people.len();
        if all <= most {
            return Around {
                graph: self,
                from,
                left_out: 0,
            };
        }
        let mut near = BTreeSet::from([from]);
        let mut open = VecDeque::from([from]);
        while let Some(person) = open.pop_front() {
            for next in self.next_of_kin(person) {
                if near.len() < most && near.insert(next) {
                    open.push_back(next);
                }
            }
        }
        Around {
            graph: self.only(&near),
            // Places are given in the order of the people who are left.
            from: near.range(..from).count(),
            left_out: all - near.len(),
        }
    }

    /// The same family with only these people; unions keep the partners and children who are left.
    pub fn only(&self, shown: &BTreeSet<usize>) -> Genogram {
        let mut part = Genogram {
            outside: self.outside.clone(),
            ..Genogram::default()
        };
        let mut now: HashMap<usize, usize> = HashMap::new();
        for person in shown {
            now.insert(*person, part.people.len());
            part.people.push(self.people[*person].clone());
        }
        let known = |person: &usize| now.get(person).copied();
        for union in &self.unions {
            let partners: Vec<usize> = union.partners.iter().filter_map(known).collect();
            let lines = union.children.iter().map(|line| &self.kin[*line]);
            let lines: Vec<&Kin> = lines.filter(|line| now.contains_key(&line.child)).collect();
            if partners.is_empty() || (partners.len() < 2 && lines.is_empty()) {
                continue;
            }
            let at = part.unions.len();
            let first = part.kin.len();
            part.kin.extend(lines.iter().filter_map(|line| {
                let child = known(&line.child)?;
                Some(Kin {
                    union: at,
                    child,
                    ..(*line).clone()
                })
            }));
            part.unions.push(Union {
                partners,
                states: union.states.clone(),
                children: (first..part.kin.len()).collect(),
            });
        }
        let pairs = self.twins.iter();
        part.twins = pairs
            .filter_map(|(one, other, identical)| Some((known(one)?, known(other)?, *identical)))
            .collect();
        part.apart = (self.apart.iter())
            .filter_map(|(who, child, rows)| Some((known(who)?, known(child)?, *rows)))
            .collect();
        part.places = (self.places.iter())
            .filter_map(|(id, place)| Some((*id, known(place)?)))
            .collect();
        part
    }
}

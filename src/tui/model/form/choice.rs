//! Fields that are chosen, not written: one of several, or any of several. Typing a part of a name finds it.

use crate::insight::folding::folded;

/// Something that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choosable {
    /// What is written down; empty for "none of these".
    pub id: String,
    /// What is shown.
    pub words: String,
    folded: String,
    /// Words that find it where nothing is found otherwise.
    elsewise: String,
}

impl Choosable {
    /// By its id and its words.
    pub fn new(id: impl Into<String>, words: impl Into<String>) -> Choosable {
        let words = words.into();
        Choosable {
            id: id.into(),
            folded: folded(&words),
            elsewise: String::new(),
            words,
        }
    }

    /// The same, found by other words too: what is shown of a long text is only its beginning.
    pub fn also_found_by(self, text: &str) -> Choosable {
        Choosable {
            folded: folded(text),
            ..self
        }
    }

    /// The same, found by these words too where what is typed finds nothing in all the others.
    pub fn else_found_by(self, text: &str) -> Choosable {
        Choosable {
            elsewise: folded(text),
            ..self
        }
    }

    /// Whether every one of the folded beginnings of words is the beginning of a word of it.
    fn is_found_by(&self, typed: &str) -> bool {
        begins_words_of(&self.folded, typed)
    }
}

fn begins_words_of(text: &str, typed: &str) -> bool {
    typed.split_whitespace().all(|part| {
        text.match_indices(part).any(|(at, _)| {
            let before = text.get(..at).and_then(|text| text.chars().next_back());
            before.is_none_or(|letter| !letter.is_alphanumeric())
        })
    })
}

/// How a list of things to choose from lies on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Beside one another, as many as fit a row.
    Flow,
    /// Each on a row of its own.
    List,
}

/// A field that takes one thing (`many` false) or any number of things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What there is to choose from.
    pub options: Vec<Choosable>,
    /// What is chosen, by place in `options`, in the order in which it was chosen.
    pub chosen: Vec<usize>,
    /// Where keys stand.
    pub at: usize,
    /// Letters typed to find one.
    pub typed: String,
    /// Whether more than one can be chosen.
    pub many: bool,
    /// How it lies on the screen.
    pub layout: Layout,
}

impl Choice {
    /// One of these; `chosen` is its id. An id that is not among them is offered as it is, so that it is not lost.
    pub fn one(mut options: Vec<Choosable>, chosen: &str, layout: Layout) -> Choice {
        let at = place_of(&mut options, chosen);
        Choice {
            options,
            chosen: vec![at],
            at,
            typed: String::new(),
            many: false,
            layout,
        }
    }

    /// Any of these; `chosen` are ids. Ids that are not among them are offered as they are.
    pub fn several<'a>(
        mut options: Vec<Choosable>,
        chosen: impl IntoIterator<Item = &'a str>,
        layout: Layout,
    ) -> Choice {
        let chosen: Vec<usize> = chosen
            .into_iter()
            .map(|id| place_of(&mut options, id))
            .collect();
        let at = chosen.first().copied().unwrap_or(0);
        Choice {
            options,
            chosen,
            at,
            typed: String::new(),
            many: true,
            layout,
        }
    }

    /// The ids chosen, a line each.
    pub fn value(&self) -> String {
        let ids = self
            .chosen
            .iter()
            .filter_map(|at| self.options.get(*at))
            .map(|option| option.id.as_str());
        ids.collect::<Vec<_>>().join("\n")
    }

    /// Chooses the ids of a value; ids that are not known are offered as they are.
    pub fn set(&mut self, value: &str) {
        let ids = value.split('\n').filter(|id| !self.many || !id.is_empty());
        self.chosen = ids.map(|id| place_of(&mut self.options, id)).collect();
        self.at = self.chosen.first().copied().unwrap_or(0);
        self.typed.clear();
    }

    /// The words of what is chosen, with commas between them.
    pub fn in_words(&self) -> String {
        let words = self
            .chosen
            .iter()
            .filter_map(|at| self.options.get(*at))
            .map(|option| option.words.as_str());
        words.collect::<Vec<_>>().join(", ")
    }

    /// Whether this one is chosen.
    pub fn is_chosen(&self, at: usize) -> bool {
        self.chosen.contains(&at)
    }

    /// What is offered now: everything, or what the letters typed find.
    pub fn offered(&self) -> Vec<usize> {
        let typed = folded(&self.typed);
        let all = || self.options.iter().enumerate();
        let found: Vec<usize> = all()
            .filter(|(_, option)| option.is_found_by(&typed))
            .map(|(at, _)| at)
            .collect();
        match typed.is_empty() || !found.is_empty() {
            true => found,
            false => all()
                .filter(|(_, option)| begins_words_of(&option.elsewise, &typed))
                .map(|(at, _)| at)
                .collect(),
        }
    }

    /// Goes to the next thing offered, or the one before. Gives whether there was one.
    pub fn step(&mut self, forward: bool) -> bool {
        let offered = self.offered();
        let place = offered.iter().position(|at| *at == self.at);
        let to = match (place, forward) {
            (None, _) => offered.first(),
            (Some(place), true) => offered.get(place + 1),
            (Some(place), false) => place.checked_sub(1).and_then(|place| offered.get(place)),
        };
        let Some(to) = to.copied() else { return false };
        self.go(to);
        true
    }

    /// Ticks or unticks what keys stand on; in a field that takes one thing it is already chosen.
    pub fn tick(&mut self) -> bool {
        if !self.many || !self.offered().contains(&self.at) {
            return false;
        }
        match self.chosen.iter().position(|at| *at == self.at) {
            Some(place) => drop(self.chosen.remove(place)),
            None => self.chosen.push(self.at),
        }
        self.typed.clear();
        true
    }

    /// Takes a letter of a name; a blank lets another word follow. A letter that finds nothing is not taken.
    pub fn type_letter(&mut self, letter: char) -> bool {
        if letter == ' ' && (self.typed.is_empty() || self.typed.ends_with(' ')) {
            return false;
        }
        let begins = self.typed.is_empty();
        self.typed.push(letter);
        let offered = self.offered();
        let Some(first) = offered.first() else {
            self.typed.pop();
            return false;
        };
        if begins || !offered.contains(&self.at) {
            self.go(*first);
        }
        true
    }

    /// Takes the last letter typed back. Gives whether there was one.
    pub fn erase(&mut self) -> bool {
        self.typed.pop().is_some()
    }

    /// When the field is left: letters that find one thing alone mean it, so it is ticked rather than lost. Gives
    /// whether that changed anything.
    pub fn leave(&mut self) -> bool {
        let offered = self.offered();
        let meant = offered
            .first()
            .filter(|only| self.many && offered.len() == 1 && !self.is_chosen(**only));
        let meant = meant.filter(|_| !self.typed.is_empty());
        self.chosen.extend(meant);
        self.typed.clear();
        meant.is_some()
    }

    /// Whether letters are typed that find more than one thing, so that nobody knows which is meant.
    pub fn is_unclear(&self) -> bool {
        self.many && !self.typed.is_empty() && self.offered().len() > 1
    }

    fn go(&mut self, at: usize) {
        self.at = at;
        if !self.many {
            self.chosen = vec![at];
        }
    }
}

fn place_of(options: &mut Vec<Choosable>, id: &str) -> usize {
    if let Some(place) = options.iter().position(|option| option.id == id) {
        return place;
    }
    let words = match id.parse::<crate::record::RecordId>() {
        Ok(_) => "(no longer in the case)",
        Err(_) => id,
    };
    options.push(Choosable::new(id, words));
    options.len() - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn family() -> Vec<Choosable> {
        ["", "Siân Prosser", "Lowri Dąbek", "Kuba Dąbek"]
            .map(|name| Choosable::new(name, name))
            .into()
    }

    #[test]
    fn a_part_of_a_name_finds_whoever_bears_it_without_accents() {
        let mut who = Choice::one(family(), "", Layout::Flow);
        assert!("dab".chars().all(|letter| who.type_letter(letter)));
        assert_eq!(who.value(), "Lowri Dąbek");
        assert!(who.step(true));
        assert_eq!(who.value(), "Kuba Dąbek");
        assert!(!who.step(true), "nobody else is called so");
        assert!(!who.type_letter('z'));
        assert_eq!(who.typed, "dab", "a letter that finds nothing is not taken");
    }

    #[test]
    fn names_find_somebody_before_what_they_are_and_other_names_too() {
        let people = vec![
            Choosable::new("baby", "Baby Dabek (unborn half-sibling of Kuba)")
                .also_found_by("Baby Dabek")
                .else_found_by("unborn half-sibling of Kuba"),
            Choosable::new("kuba", "Jakub Dąbek (child)")
                .also_found_by("Jakub Dąbek Kuba")
                .else_found_by("child"),
        ];
        let find = |typed: &str| {
            let mut who = Choice::one(people.clone(), "", Layout::Flow);
            assert!(
                typed.chars().all(|letter| who.type_letter(letter)),
                "{typed}"
            );
            who.value()
        };
        assert_eq!(find("kuba"), "kuba");
        assert_eq!(find("child"), "kuba", "what they are, where no name fits");
        assert_eq!(find("unb"), "baby");
    }

    #[test]
    fn several_are_ticked_in_the_order_of_ticking_and_come_back() {
        let mut who = Choice::several(family(), ["Kuba Dąbek"], Layout::Flow);
        assert!("pros si".chars().all(|letter| who.type_letter(letter)));
        who.tick();
        assert_eq!(who.value(), "Kuba Dąbek\nSiân Prosser");
        let mut again = Choice::several(family(), [], Layout::Flow);
        again.set(&who.value());
        assert_eq!(again.value(), who.value());
        again.set("");
        assert_eq!(again.value(), "");
    }

    #[test]
    fn what_is_no_longer_offered_is_kept() {
        let theme = Choice::several(family(), ["the allotment", "Kuba Dąbek"], Layout::Flow);
        assert_eq!(theme.value(), "the allotment\nKuba Dąbek");
    }
}

//! What a file tells that has no place in the record: found by taking from its structures what the record would write
//! itself, kept, and laid back where it belonged when the record is written.
//!
//! A line may also say the same as the record in other words ("CAL 1950" for "about 1950", a name with its surname marked).
//! Such a wording is kept too and stands in the place of the record's own, as long as the two mean the same.

use super::date;
use super::facts::{self, Records};
use super::keeping::Keeping;
use super::node::Node;
use super::words;
use crate::record::Sex;
use std::collections::{HashMap, HashSet};

/// What says of which kind a line about somebody is, and is said once.
const TELLING: [&str; 3] = ["TYPE", "ROLE", "PEDI"];

/// What of a structure is left when what the record writes is taken away; the line itself always stays.
pub fn less(told: &Node, written: &Node) -> Node {
    let mut rest = Node {
        children: Vec::new(),
        ..told.clone()
    };
    let mut free: Vec<Option<&Node>> = written.children.iter().map(Some).collect();
    let keys: Vec<Option<String>> = told
        .children
        .iter()
        .map(|child| key(&told.tag, child))
        .collect();
    let times = counted(&keys);
    for (child, own) in told.children.iter().zip(&keys) {
        let several = own.is_some() && times.get(own).is_some_and(|times| *times > 1);
        let same_date = |other: &&Node| date::under(other) == date::under(child);
        let fits = |place: &Option<&Node>| place.is_some_and(|other| other.same_line(child));
        let best = free
            .iter()
            .position(|place| fits(place) && place.as_ref().is_some_and(same_date))
            .or_else(|| free.iter().position(fits).filter(|_| !several));
        let taken = best.and_then(|at| free.get_mut(at)).and_then(Option::take);
        let Some(taken) = taken else {
            rest.children.push(child.clone());
            continue;
        };
        let mut left = less(child, taken);
        // Of several that could be meant, each keeps what tells it from the others.
        if several
            && let Some(date) = child.first("DATE")
            && left.first("DATE").is_none()
        {
            left.children.insert(0, date.clone());
        }
        if several || !left.children.is_empty() {
            // What says which line this is stays with it.
            for part in child.children.iter().filter(|_| own.is_some()) {
                if TELLING.contains(&part.tag.as_str()) && left.first(&part.tag).is_none() {
                    left.children.insert(0, part.clone());
                }
            }
            rest.children.push(left);
        }
    }
    rest
}

fn counted(keys: &[Option<String>]) -> HashMap<&Option<String>, usize> {
    let mut times = HashMap::new();
    for key in keys {
        *times.entry(key).or_default() += 1;
    }
    times
}

/// What a line under a person or a family is about, where the record knows of it too.
fn key(above: &str, node: &Node) -> Option<String> {
    let (tag, value) = (node.tag.as_str(), &node.value);
    let about = match (above, tag) {
        ("INDI", "NAME") => format!("name {}", facts::name_of(node)),
        ("INDI", "BIRT" | "DEAT") => tag.to_owned(),
        ("INDI", "SEX") => format!("sex {:?}", facts::sex(node)),
        ("INDI", "FAMS") => format!("family {value}"),
        ("INDI", "FAMC") => format!("child of {value} {:?}", words::read_pedigree(node)),
        ("INDI", "ASSO") => format!("association {value} {:?}", words::read_role(node)),
        ("FAM", "HUSB" | "WIFE") => format!("parent {value}"),
        ("FAM", "CHIL") => format!("child {value}"),
        ("FAM", _) => format!("couple {:?}", words::couple(node)?),
        _ => return None,
    };
    Some(about)
}

/// Whom and what the record writes itself, so that a kept line about them that the record no longer has is let go.
#[derive(Default)]
pub struct WrittenRecords<'a> {
    /// The tags of people and families by their xrefs.
    pub tags: HashMap<&'a str, &'a str>,
    /// The file's own structures, for notes and sources that lines lead to.
    pub records: Records<'a>,
    /// The child and the family of every kept place in a family that says too little to join anybody.
    pub unsaid: HashSet<(&'a str, &'a str)>,
}

impl<'a> WrittenRecords<'a> {
    /// What is written of these, beside what the case keeps.
    pub fn new(own: &'a [(String, String)], keeping: &'a Keeping) -> WrittenRecords<'a> {
        let mut unsaid = HashSet::new();
        for (_, node) in keeping.of_people() {
            let places = node
                .all("FAMC")
                .filter(|place| words::read_pedigree(place).is_none());
            unsaid.extend(places.map(|place| (node.xref.as_str(), place.value.as_str())));
        }
        WrittenRecords {
            tags: own
                .iter()
                .map(|(xref, tag)| (xref.as_str(), tag.as_str()))
                .collect(),
            records: keeping
                .of_file()
                .map(|node| (node.xref.as_str(), node))
                .collect(),
            unsaid,
        }
    }

    /// Whether a line under this structure could be a bond between people whom the record has. One that never was one cannot
    /// have been let go of.
    fn could_join(&self, above: &Node, line: &Node) -> bool {
        let leads_to = match line.tag.as_str() {
            "FAMC" | "FAMS" => "FAM",
            _ => "INDI",
        };
        if !line.pointer || self.tags.get(line.value.as_str()) != Some(&leads_to) {
            return false;
        }
        match line.tag.as_str() {
            "FAMC" => words::read_pedigree(line).is_some(),
            "ASSO" => line.value != above.xref && words::read_role(line).is_some(),
            "CHIL" => !self
                .unsaid
                .contains(&(line.value.as_str(), above.xref.as_str())),
            _ => true,
        }
    }
}

/// Lays kept lines back over what the record writes of a person or a family.
pub fn lay_back(node: &mut Node, kept: &Node, written: &WrittenRecords) {
    let own = node.clone();
    let mut used: HashSet<usize> = HashSet::new();
    let keys: Vec<Option<String>> = own
        .children
        .iter()
        .map(|child| key(&own.tag, child))
        .collect();
    let all_notes = facts::notes(&kept.children, &written.records);
    let notes_stand = own
        .first("NOTE")
        .is_some_and(|note| note.value == all_notes);
    if notes_stand {
        node.children.retain(|child| child.tag != "NOTE");
        let notes = kept.children.iter().filter(|child| facts::is_note(child));
        node.children.extend(notes.cloned());
    }
    let told: Vec<Option<String>> = kept
        .children
        .iter()
        .map(|child| key(&own.tag, child))
        .collect();
    let times = counted(&told);
    for child in &kept.children {
        if facts::is_note(child) && own.tag == "INDI" {
            let words = facts::note(child, &written.records);
            if !notes_stand {
                put_note(node, child, words);
            }
            continue;
        }
        let about = key(&own.tag, child);
        let same = |at: &usize| match &about {
            Some(_) => keys.get(*at) == Some(&about),
            None => own
                .children
                .get(*at)
                .is_some_and(|other| other.same_line(child)),
        };
        let places: Vec<usize> = (0..own.children.len()).filter(same).collect();
        let dated = child
            .first("DATE")
            .filter(|_| child.tag != "NO")
            .and_then(date::read_date);
        let same_date = |at: &&usize| {
            own.children
                .get(**at)
                .is_some_and(|other| date::under(other) == dated)
        };
        let only = times.get(&about) == Some(&1);
        let free = || places.iter().filter(|at| !used.contains(at));
        let place = free()
            .find(same_date)
            .or_else(|| free().next().filter(|_| only));
        match place
            .copied()
            .and_then(|at| Some((at, own.children.get(at)?)))
        {
            Some((at, before)) => {
                used.insert(at);
                let line = node.children.iter_mut().find(|line| *line == before);
                if let Some(line) = line {
                    absorb(line, child, &written.records);
                }
            }
            None => put_alone(node, child, about.is_some() && !places.is_empty(), written),
        }
    }
}

/// Puts a kept note back that the record's notes do not speak of. One that was written anew leaves what stood under it.
fn put_note(node: &mut Node, note: &Node, words: &str) {
    let own = node.children.iter_mut().find(|line| line.tag == "NOTE");
    match own {
        Some(line) if !words.trim().is_empty() => line.take_in(&Node {
            children: note.children.clone(),
            ..line.clone()
        }),
        _ if words.trim().is_empty() => node.children.push(note.clone()),
        _ => {}
    }
}

/// Lays a kept line over the record's own line of the same meaning.
fn absorb(line: &mut Node, kept: &Node, records: &Records) {
    if !kept.value.is_empty() || line.tag == "EVEN" {
        line.value.clone_from(&kept.value);
    }
    if line.tag != kept.tag {
        line.tag.clone_from(&kept.tag);
        // The kind of our own line is said by the tag of theirs.
        line.children.retain(|own| own.tag != "TYPE");
    }
    // The kept one means the same, or the two would not have met.
    line.children.retain(|own| {
        let replaced = TELLING.contains(&own.tag.as_str()) && kept.first(&own.tag).is_some();
        let by = |kept: &&Node| own.said("PAGE") == facts::said_by(kept, records);
        let said =
            own.tag == "SOUR" && own.value == "@VOID@" && kept.all("SOUR").find(by).is_some();
        !replaced && !said
    });
    if line.value == "Y"
        && kept.first("DATE").is_none()
        && kept.value.is_empty()
        && !kept.children.is_empty()
    {
        line.value.clear();
    }
    let mut rest = Node::default();
    for child in &kept.children {
        let own = line.children.iter_mut().find(|own| own.tag == child.tag);
        match (child.tag.as_str(), own) {
            ("DATE" | "_SINCE" | "_UNTIL", Some(own)) => {
                if date::read_date(own) == date::read_date(child) {
                    *own = child.clone();
                }
            }
            ("NICK" | "_FREL" | "_MREL", Some(own)) if own.value != child.value => {}
            // The record has no such date any more; one that cannot be read was never the record's.
            ("DATE", None) if date::read_date(child).is_some() && line.tag != "NO" => {}
            _ => rest.children.push(child.clone()),
        }
    }
    line.take_in(&rest);
}

/// Puts a kept line for which the record has no line of its own. `twice` says that the record has one of this meaning
/// already, so that this is a second telling of it.
fn put_alone(node: &mut Node, kept: &Node, twice: bool, written: &WrittenRecords) {
    let two = node
        .children
        .iter()
        .filter(|line| matches!(line.tag.as_str(), "HUSB" | "WIFE"))
        .count()
        == 2;
    match (node.tag.as_str(), kept.tag.as_str()) {
        ("INDI", "BIRT" | "DEAT") => {
            let mut kept = kept.clone();
            let date = date::under(&kept);
            // A date that was put right here is not written again beside the right one.
            let stands = date.is_none() || node.all(&kept.tag).any(|own| date::under(own) == date);
            if !stands {
                kept.children.retain(|child| child.tag != "DATE");
                kept.value.clear();
            }
            if stands || !kept.children.is_empty() {
                node.children.push(kept);
            }
        }
        _ if twice => node.children.push(kept.clone()),
        // Somebody let go of it here.
        ("INDI", "FAMS" | "FAMC" | "ASSO") | ("FAM", "HUSB" | "WIFE" | "CHIL")
            if written.could_join(node, kept) => {}
        ("INDI", "SEX") if facts::sex(kept) == Sex::NotKnown && node.first("SEX").is_some() => {}
        ("FAM", _) if two && words::couple(kept).is_some() => {}
        ("INDI", "NAME") if !facts::name_of(kept).is_empty() => {
            // Another name stands here now; what was told of the old one besides its pieces is told of it.
            let pieces = ["GIVN", "SURN", "NICK", "NPFX", "NSFX", "SPFX", "TYPE"];
            if let Some(name) = node.children.iter_mut().find(|line| line.tag == "NAME") {
                let others = kept
                    .children
                    .iter()
                    .filter(|child| !pieces.contains(&child.tag.as_str()));
                name.children.extend(others.cloned());
            }
        }
        _ => node.children.push(kept.clone()),
    }
}

//! The lines that a case keeps from GEDCOM files, as structures.

use super::forms::{self, GedcomForm};
use super::lines;
use super::node::Node;
use crate::record::{Body, CaseFile, GedcomLines, RecordId};
use std::collections::HashMap;

/// Kept structures of a case.
#[derive(Debug, Default)]
pub struct Keeping {
    kept: Vec<KeptRecord>,
    by_xref: HashMap<String, usize>,
}

#[derive(Debug)]
struct KeptRecord {
    id: RecordId,
    of: Option<RecordId>,
    node: Node,
}

impl Keeping {
    /// What the case keeps, in the order in which it came.
    pub fn from_case(file: &CaseFile) -> Keeping {
        let mut keeping = Keeping::default();
        for record in file.gedcom_lines.values() {
            for mut node in lines::parse(&record.body.lines).records {
                forms::unescape(&mut node);
                keeping.add(record.id(), record.body.of, node);
            }
        }
        keeping
    }

    /// People's structures.
    pub fn of_people(&self) -> impl Iterator<Item = (RecordId, &Node)> {
        let people = self.kept.iter().filter(|kept| kept.node.tag == "INDI");
        people.filter_map(|kept| Some((kept.of?, &kept.node)))
    }

    /// Families' structures, each with what it belongs to.
    pub fn of_families(&self) -> impl Iterator<Item = (Option<RecordId>, &Node)> {
        let families = self.kept.iter().filter(|kept| kept.node.tag == "FAM");
        families.map(|kept| (kept.of, &kept.node))
    }

    /// The structures of the file itself.
    pub fn of_file(&self) -> impl Iterator<Item = &Node> {
        let is_own = |kept: &&KeptRecord| match kept.node.tag.as_str() {
            // Without a name nobody can say who that is.
            "INDI" => kept.of.is_none(),
            tag => tag != "FAM",
        };
        let own = self.kept.iter().filter(is_own);
        own.map(|kept| &kept.node)
    }

    pub fn all(&self) -> impl Iterator<Item = &Node> {
        self.kept.iter().map(|kept| &kept.node)
    }

    /// The structure that is called by this xref.
    pub fn called(&self, xref: &str) -> Option<&Node> {
        let place = *self.by_xref.get(xref)?;
        self.kept.get(place).map(|kept| &kept.node)
    }

    /// Keeps a structure: with one of the same name, kind and owner it becomes one. Gives the record to write, if that
    /// changes anything.
    pub fn keep(
        &mut self,
        of: Option<RecordId>,
        node: Node,
        mint: &mut dyn FnMut() -> RecordId,
    ) -> Option<(RecordId, Body)> {
        let same =
            |kept: &&mut KeptRecord| kept.node.tag == node.tag && kept.node.xref == node.xref;
        let known = match node.xref.is_empty() {
            true => self
                .kept
                .iter_mut()
                .filter(same)
                .find(|kept| node.tag == "HEAD" || kept.node == node),
            false => {
                let place = self.by_xref.get(&node.xref).copied();
                place
                    .and_then(|place| self.kept.get_mut(place))
                    .filter(same)
            }
        };
        let (id, of, node) = match known {
            Some(known) => {
                let before = known.node.clone();
                known.node.take_in(&node);
                if known.node == before {
                    return None;
                }
                (known.id, known.of.or(of), known.node.clone())
            }
            None => {
                let id = mint();
                self.add(id, of, node.clone());
                (id, of, node)
            }
        };
        let mut lines = String::new();
        node.write(0, GedcomForm::Gedcom7, &mut lines);
        let xref = node.xref;
        Some((id, Body::GedcomLines(GedcomLines { of, xref, lines })))
    }

    fn add(&mut self, id: RecordId, of: Option<RecordId>, node: Node) {
        if !node.xref.is_empty() {
            self.by_xref.insert(node.xref.clone(), self.kept.len());
        }
        self.kept.push(KeptRecord { id, of, node });
    }
}

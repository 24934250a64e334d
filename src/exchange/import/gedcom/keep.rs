//! What of a file has no place in the record, found and kept.

use super::{GedcomImport, call_anew};
use crate::exchange::gedcom::export::own_head;
use crate::exchange::gedcom::facts;
use crate::exchange::gedcom::families::Families;
use crate::exchange::gedcom::keeping::Keeping;
use crate::exchange::gedcom::kept;
use crate::exchange::gedcom::node::Node;
use crate::exchange::gedcom::sheet::{self, Names};
use crate::record::RecordId;
use std::collections::{HashMap, HashSet};

impl GedcomImport<'_, '_> {
    /// Keeps what has no place in the record; gives how many lines that are.
    pub(super) fn keep(
        &mut self,
        mut records: Vec<Node>,
        ids: &HashMap<String, RecordId>,
        told: &[(String, Vec<RecordId>)],
        keeping: &mut Keeping,
        is_own: bool,
    ) -> usize {
        let families = Families::from_case(self.run.case());
        let mut names = Names::default();
        keeping.all().for_each(|node| names.take(&node.xref));
        records.iter().for_each(|node| names.take(&node.xref));
        names.people = ids.iter().map(|(xref, id)| (*id, xref.clone())).collect();
        let place = |bonds: &[RecordId]| {
            bonds
                .iter()
                .find_map(|bond| families.of_bond.get(bond))
                .copied()
        };
        names.take_families(keeping, &families);
        let mut new: HashMap<String, String> = HashMap::new();
        let known: HashSet<usize> = names.families.keys().copied().collect();
        for (xref, bonds) in told {
            let Some(place) = place(bonds) else { continue };
            if !known.contains(&place) {
                names.families.entry(place).or_insert_with(|| xref.clone());
            } else if keeping.called(xref).is_none()
                && let Some(name) = names.families.get(&place)
            {
                new.insert(xref.clone(), name.clone());
            }
        }
        records.iter_mut().for_each(|node| call_anew(node, &new));
        names.complete(self.run.case(), &families);
        let mut owners: HashMap<String, RecordId> = HashMap::new();
        for (xref, bonds) in told {
            let xref = new.get(xref).unwrap_or(xref).clone();
            if let Some(bond) = bonds.first() {
                owners.entry(xref).or_insert(*bond);
            }
        }
        let written: HashMap<String, Node> =
            sheet::individuals(self.run.case(), &families, &names)
                .into_iter()
                .map(|(_, node)| node)
                .chain(
                    families.all.iter().enumerate().map(|(place, family)| {
                        sheet::family(place, family, self.run.case(), &names)
                    }),
                )
                .map(|node| (node.xref.clone(), node))
                .collect();
        let mut rests: Vec<(Option<RecordId>, Node)> = Vec::new();
        for mut node in records {
            rests.push(match node.tag.as_str() {
                "TRLR" => continue,
                "HEAD" => (None, own_head(node)),
                "INDI" | "FAM" => {
                    let of = ids
                        .get(&node.xref)
                        .or_else(|| owners.get(&node.xref))
                        .copied();
                    node.children
                        .retain(|child| child.said("TYPE") != facts::OWN_NUMBER);
                    let rest = match written.get(&node.xref) {
                        Some(written) => kept::less(&node, written),
                        None => node,
                    };
                    (of, rest)
                }
                _ => (None, node),
            });
        }
        let mut led_to = HashSet::new();
        rests.iter().for_each(|(_, node)| leads(node, &mut led_to));
        let mut count = 0;
        for (of, rest) in rests {
            let is_told =
                matches!(rest.tag.as_str(), "HEAD" | "INDI" | "FAM") && !rest.xref.is_empty();
            count += size(&rest) - usize::from(is_told || rest.tag == "HEAD");
            let is_bare = rest.children.is_empty() && rest.value.is_empty();
            // What this program wrote needs no name of its own, unless kept lines lead to it.
            let needless = is_told && is_own && !led_to.contains(&rest.xref);
            if is_bare && (rest.xref.is_empty() || needless) {
                continue;
            }
            let record = keeping.keep(of, rest, &mut || self.run.mint.next_id());
            if let Some((id, body)) = record {
                self.run.put(id, body);
            }
        }
        count
    }
}

/// The xrefs to which lines lead.
fn leads(node: &Node, found: &mut HashSet<String>) {
    if node.pointer {
        found.insert(node.value.clone());
    }
    node.children.iter().for_each(|child| leads(child, found));
}

fn size(node: &Node) -> usize {
    1 + node.children.iter().map(size).sum::<usize>()
}

//! A case written as a GEDCOM file.

use super::families::Families;
use super::forms::{self, GedcomForm};
use super::keeping::Keeping;
use super::kept::{self, WrittenRecords};
use super::node::Node;
use super::sheet::{self, Names};
use crate::record::CaseFile;
use chrono::NaiveDate;

/// By what name the program calls itself in a file.
pub const PROGRAM: &str = "THROUGHLINE";

/// The tags for which the standard has nothing, and what they are.
const OWN_TAGS: [(&str, &str); 4] = [
    ("_SINCE", "urn:throughline:gedcom:since"),
    ("_UNTIL", "urn:throughline:gedcom:until"),
    ("_FREL", "urn:throughline:gedcom:relation-to-first-parent"),
    ("_MREL", "urn:throughline:gedcom:relation-to-second-parent"),
];

/// The people and bonds of a case as a file of this form, with everything that was kept from files that were brought in.
pub fn export(file: &CaseFile, form: GedcomForm, today: NaiveDate) -> String {
    let keeping = Keeping::from_case(file);
    let families = Families::from_case(file);
    let mut names = Names::default();
    keeping.all().for_each(|node| names.take(&node.xref));
    for (of, node) in keeping.of_people() {
        names.people.entry(of).or_insert_with(|| node.xref.clone());
    }
    names.take_families(&keeping, &families);
    names.complete(file, &families);
    let mut nodes: Vec<Node> = sheet::individuals(file, &families, &names)
        .into_iter()
        .map(|(_, node)| node)
        .collect();
    let all = families.all.iter().enumerate();
    nodes.extend(all.map(|(place, family)| sheet::family(place, family, file, &names)));
    let own: Vec<(String, String)> = nodes
        .iter()
        .map(|node| (node.xref.clone(), node.tag.clone()))
        .collect();
    let written = WrittenRecords::new(&own, &keeping);
    for node in &mut nodes {
        let kept = keeping
            .called(&node.xref)
            .filter(|kept| kept.tag == node.tag);
        if let Some(kept) = kept {
            kept::lay_back(node, kept, &written);
        }
    }
    // Families that nobody's bonds tell of stand as they stood; what belonged to a bond that was let go goes with it.
    let alone = keeping.of_families().filter(|(of, node)| {
        let of_nobody =
            of.is_none_or(|of| file.bonds.contains_key(&of) || file.people.contains_key(&of));
        of_nobody && !written.tags.contains_key(node.xref.as_str())
    });
    nodes.extend(alone.map(|(_, node)| node.clone()));
    let rest = keeping.of_file().filter(|node| node.tag != "HEAD");
    nodes.extend(rest.cloned());
    let mut head = head(&keeping, form, today);
    if form == GedcomForm::Gedcom7 {
        add_schema(&mut head, &nodes);
    } else if head.first("SUBM").is_none() {
        let name = names.fresh("U");
        head.children.push(Node::to("SUBM", &name));
        nodes.push(Node::record(&name, "SUBM").with([Node::new("NAME", "Not named")]));
    }
    let mut text = String::from('\u{FEFF}');
    head.write(0, form, &mut text);
    for mut node in nodes {
        if form == GedcomForm::Gedcom551 {
            forms::down(&mut node, "");
        }
        node.write(0, form, &mut text);
    }
    text.push_str("0 TRLR\n");
    text
}

/// What of a header is to be kept: the program that wrote the file and what it added to the file's form, under names of
/// their own, and everything that is not the form.
pub fn own_head(mut head: Node) -> Node {
    head.children.retain(|child| match child.tag.as_str() {
        "GEDC" | "CHAR" | "DATE" | "DEST" => !is_form(child),
        "SOUR" => child.value != PROGRAM,
        _ => true,
    });
    for child in &mut head.children {
        if ["SOUR", "GEDC", "CHAR", "DATE", "DEST"].contains(&child.tag.as_str()) {
            child.tag = format!("_{}", child.tag);
        }
        if child.tag == "SCHMA" {
            let own = |tag: &Node| OWN_TAGS.iter().any(|(own, _)| tag.value.starts_with(own));
            child.children.retain(|tag| !own(tag));
        }
    }
    let says = |child: &Node| child.tag != "SCHMA" || !child.children.is_empty();
    head.children.retain(says);
    head
}

/// Whether a line of a header says no more than the standard has it say of the file's form.
fn is_form(node: &Node) -> bool {
    let known =
        |child: &Node| ["VERS", "FORM", "TIME"].contains(&child.tag.as_str()) && is_form(child);
    node.children.iter().all(known)
}

fn head(keeping: &Keeping, form: GedcomForm, today: NaiveDate) -> Node {
    let mut gedc = Node::new("GEDC", "").with([Node::new("VERS", form.version())]);
    let mut head = Node::record("", "HEAD");
    if form == GedcomForm::Gedcom551 {
        gedc.children.push(Node::new("FORM", "LINEAGE-LINKED"));
    }
    head.children.push(gedc);
    if form == GedcomForm::Gedcom551 {
        head.children.push(Node::new("CHAR", "UTF-8"));
    }
    let program = [
        Node::new("VERS", env!("CARGO_PKG_VERSION")),
        Node::new("NAME", "Throughline"),
    ];
    head.children.push(Node::new("SOUR", PROGRAM).with(program));
    let day = today.format("%-d %b %Y").to_string().to_uppercase();
    head.children.push(Node::new("DATE", day));
    // One file has one submitter, one copyright, one language; those of further files stay beside under names of their own.
    let once = ["SUBM", "SUBN", "COPR", "LANG", "PLAC", "FILE", "SCHMA"];
    for kept in keeping.of_file().filter(|node| node.tag == "HEAD") {
        let mut kept = kept.clone();
        if form == GedcomForm::Gedcom551 {
            forms::down(&mut kept, "");
        }
        for mut child in kept.children {
            if once.contains(&child.tag.as_str()) && head.first(&child.tag).is_some() {
                child.tag = format!("_{}", child.tag);
            }
            head.children.push(child);
        }
    }
    head
}

/// Says what the tags mean that the standard does not have, where they are used.
fn add_schema(head: &mut Node, nodes: &[Node]) {
    let used = OWN_TAGS
        .iter()
        .filter(|(tag, _)| nodes.iter().any(|node| uses(node, tag)));
    let tags: Vec<Node> = used
        .map(|(tag, what)| Node::new("TAG", format!("{tag} {what}")))
        .collect();
    if tags.is_empty() {
        return;
    }
    match head.children.iter_mut().find(|child| child.tag == "SCHMA") {
        Some(schema) => schema.children.extend(tags),
        None => head.children.insert(1, Node::new("SCHMA", "").with(tags)),
    }
}

fn uses(node: &Node, tag: &str) -> bool {
    node.tag == tag || node.children.iter().any(|child| uses(child, tag))
}

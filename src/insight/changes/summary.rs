//! What changed in so few words that a narrow place holds them: "+4 events, 1 zone, 2 goals".

use super::{Changes, Group, Heading, What};
use crate::insight::words::counted;
use crate::record::{RecordId, RecordKind};
use std::collections::BTreeSet;

impl Changes {
    /// The summary, the most important first; "nothing new" when nothing changed.
    pub fn summary(&self) -> String {
        let parts: Vec<String> = self.groups.iter().flat_map(parts).collect();
        match parts.is_empty() {
            true => "nothing new".to_owned(),
            false => parts.join(", "),
        }
    }
}

/// The words of one heading.
fn parts(group: &Group) -> Vec<String> {
    let new = group
        .news
        .iter()
        .filter(|news| news.what == What::New)
        .count();
    let all = group.news.len();
    let earlier: usize = group.earlier.iter().map(|one| one.records.len()).sum();
    let (told, (one, several)) = match group.heading {
        Heading::Entries => {
            let rest = all - new;
            let mut said = Vec::new();
            if new > 0 {
                said.push(format!("+{}", counted(new, "event", "events")));
            }
            if rest > 0 {
                said.push(format!("{} changed", counted(rest, "event", "events")));
            }
            if earlier > 0 {
                said.push(format!("{earlier} of earlier times"));
            }
            return said;
        }
        Heading::Decisions => {
            let zones = group
                .news
                .iter()
                .filter(|news| news.kind == RecordKind::ZoneDecision);
            let zones = zones.count();
            let rest = all - zones;
            let mut said = Vec::new();
            if zones > 0 {
                said.push(counted(zones, "zone", "zones"));
            }
            if rest > 0 {
                said.push(counted(rest, "decision", "decisions"));
            }
            return said;
        }
        // A goal and its review are one goal that moved.
        Heading::Goals => {
            let goals = group
                .news
                .iter()
                .filter(|news| news.kind != RecordKind::Purpose);
            let goals: BTreeSet<RecordId> = goals.map(|news| news.under).collect();
            (goals.len(), ("goal", "goals"))
        }
        Heading::Factors => (all, ("factor", "factors")),
        Heading::Thinking => (all, ("thought", "thoughts")),
        Heading::Plan => (all, ("part of the plan", "parts of the plan")),
        Heading::Family => (all, ("family fact", "family facts")),
        Heading::Relationships => (all, ("relationship", "relationships")),
        Heading::Actions => (all, ("action", "actions")),
        Heading::Meetings => (all, ("meeting", "meetings")),
        Heading::Stages => (all, ("stage item", "stage items")),
        Heading::Other => (all, ("other", "others")),
    };
    (told > 0)
        .then(|| counted(told, one, several))
        .into_iter()
        .collect()
}

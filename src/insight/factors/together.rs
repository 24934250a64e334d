//! Which factors stand together: context for people who look for clusters (inventory S2D.6), never a sum.

use super::Sheet;
use crate::practice::factors::{Polarity, clusters, domains};
use crate::record::CaseFile;

/// Factors that are present and worth seeing together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Context {
    /// What they have in common.
    pub title: String,
    /// Why that is worth seeing; empty when the title says it.
    pub means: String,
    /// Which, as row and column.
    pub members: Vec<(usize, usize)>,
}

/// Everything that stands together: groups that research names, then risks of one domain.
pub(super) fn context(sheet: &Sheet) -> Vec<Context> {
    let present: Vec<(usize, usize)> = sheet.present(Polarity::Risk).collect();
    let is_of = |at: &(usize, usize), belongs: &dyn Fn(&super::Row) -> bool| {
        sheet.rows.get(at.0).is_some_and(belongs)
    };
    let several = |members: &[(usize, usize)]| {
        let first = members.first().map(|(row, _)| row);
        members.iter().any(|(row, _)| Some(row) != first)
    };
    let named = clusters().iter().map(|cluster| {
        let members = present
            .iter()
            .filter(|at| is_of(at, &|row| cluster.factors.contains(&row.factor.id)));
        Context {
            title: cluster.name.clone(),
            means: cluster.means.clone(),
            members: members.copied().collect(),
        }
    });
    let by_domain = domains().iter().map(|domain| {
        let members = present
            .iter()
            .filter(|at| is_of(at, &|row| row.factor.is_in(&domain.id)));
        Context {
            title: format!("Risks under {}", domain.name),
            means: String::new(),
            members: members.copied().collect(),
        }
    });
    named
        .chain(by_domain)
        .filter(|context| several(&context.members))
        .collect()
}

impl Sheet {
    /// The risks that are present and that nothing recorded as present is said to offset, as row and column.
    pub fn not_offset(&self, file: &CaseFile) -> Vec<(usize, usize)> {
        self.present(Polarity::Risk)
            .filter(|(row, _)| {
                let risk = self.rows.get(*row).map_or("", |row| &row.factor.id);
                self.offset_by(file, risk).is_empty()
            })
            .collect()
    }
}

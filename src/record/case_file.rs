//! Everything of one family in memory.

use super::*;

impl CaseFile {
    /// A case file from current records in any order.
    pub fn of(records: impl IntoIterator<Item = Record<Body>>) -> CaseFile {
        let mut file = CaseFile::default();
        for record in records {
            file.apply(record);
        }
        file
    }

    /// The case's id.
    pub fn id(&self) -> Option<CaseId> {
        self.case.as_ref().map(|case| case.meta.id)
    }

    /// The family's name.
    pub fn name(&self) -> &str {
        self.case.as_ref().map_or("", |case| &case.body.name)
    }

    /// The children, oldest first.
    pub fn children(&self) -> Vec<&Record<Person>> {
        let mut children: Vec<_> = self
            .people
            .values()
            .filter(|person| person.body.is_child)
            .collect();
        let unborn = FuzzyDate::unknown("");
        children.sort_by(|a, b| {
            let born = |p: &Record<Person>| p.body.born.clone().unwrap_or_else(|| unborn.clone());
            born(a)
                .order(&born(b))
                .then_with(|| a.body.name.cmp(&b.body.name))
        });
        children
    }

    /// The chronology in order of time; entries without a date stand last.
    pub fn chronology(&self) -> Vec<&Record<Entry>> {
        let mut entries: Vec<_> = self.entries.values().collect();
        entries.sort_by(|a, b| {
            a.body
                .when
                .order(&b.body.when)
                .then_with(|| a.meta.id.cmp(&b.meta.id))
        });
        entries
    }
}

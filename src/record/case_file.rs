//! Everything of one family in memory.

use super::*;
use std::collections::BTreeMap;

/// One family: every record that has not been removed, by kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CaseFile {
    /// The case's own record; `None` only while a file is being filled.
    pub case: Option<Record<Case>>,
    /// People, children among them.
    pub people: BTreeMap<RecordId, Record<Person>>,
    /// Bonds between them.
    pub bonds: BTreeMap<RecordId, Record<Bond>>,
    /// Where the children lived.
    pub placements: BTreeMap<RecordId, Record<Placement>>,
    /// Legal statuses.
    pub legal: BTreeMap<RecordId, Record<LegalStatus>>,
    /// The chronology, by id; [`CaseFile::chronology`] gives it in order of time.
    pub entries: BTreeMap<RecordId, Record<Entry>>,
    /// What was imported.
    pub imports: BTreeMap<RecordId, Record<Import>>,
    /// Decisions on what is the same event.
    pub verdicts: BTreeMap<RecordId, Record<Verdict>>,
    /// What was found about factors.
    pub factors: BTreeMap<RecordId, Record<FactorFinding>>,
    /// Decisions on zones.
    pub decisions: BTreeMap<RecordId, Record<ZoneDecision>>,
    /// Capacity that carers showed.
    pub capacities: BTreeMap<RecordId, Record<ShownCapacity>>,
    /// Lapses of carers.
    pub lapses: BTreeMap<RecordId, Record<Lapse>>,
    /// How far the items of the stages are.
    pub marks: BTreeMap<RecordId, Record<StageMark>>,
    /// Who has which part in the case.
    pub roles: BTreeMap<RecordId, Record<NamedRole>>,
    /// Stories as somebody tells them.
    pub stories: BTreeMap<RecordId, Record<Story>>,
    /// How people are recognised.
    pub recognitions: BTreeMap<RecordId, Record<Recognition>>,
    /// Working hypotheses.
    pub hypotheses: BTreeMap<RecordId, Record<Hypothesis>>,
    /// Needs.
    pub needs: BTreeMap<RecordId, Record<Need>>,
    /// What is still to be found out.
    pub curiosities: BTreeMap<RecordId, Record<Curiosity>>,
    /// Steps of the plan.
    pub plan_steps: BTreeMap<RecordId, Record<PlanStep>>,
    /// Supports, services and plans.
    pub supports: BTreeMap<RecordId, Record<Support>>,
    /// Bottom lines.
    pub bottom_lines: BTreeMap<RecordId, Record<BottomLine>>,
    /// Versions of the plan as agreed.
    pub plan_versions: BTreeMap<RecordId, Record<PlanVersion>>,
    /// Overall purposes.
    pub purposes: BTreeMap<RecordId, Record<Purpose>>,
    /// Goals.
    pub goals: BTreeMap<RecordId, Record<Goal>>,
    /// Reviews of goals.
    pub goal_reviews: BTreeMap<RecordId, Record<GoalReview>>,
    /// Wordings that were looked at and kept.
    pub wordings_kept: BTreeMap<RecordId, Record<WordingKept>>,
    /// Sessions of supervision.
    pub supervisions: BTreeMap<RecordId, Record<Supervision>>,
    /// What people are to do.
    pub actions: BTreeMap<RecordId, Record<Action>>,
    /// Decisions about the case.
    pub case_decisions: BTreeMap<RecordId, Record<CaseDecision>>,
    /// Visits, reviews and formal steps.
    pub occasions: BTreeMap<RecordId, Record<Occasion>>,
    /// Emotional lines between people.
    pub emotional_ties: BTreeMap<RecordId, Record<EmotionalTie>>,
    /// Households that no placement tells of.
    pub households: BTreeMap<RecordId, Record<Household>>,
    /// Lines of the ecomap.
    pub connections: BTreeMap<RecordId, Record<Connection>>,
    /// Relationships of the children.
    pub relationships: BTreeMap<RecordId, Record<Relationship>>,
    /// Contact that was asked for after care.
    pub contacts_after_care: BTreeMap<RecordId, Record<ContactAfterCare>>,
    /// What somebody promised a child.
    pub promises: BTreeMap<RecordId, Record<Promise>>,
    /// What GEDCOM files told that has no place of its own.
    pub gedcom_lines: BTreeMap<RecordId, Record<GedcomLines>>,
    /// The current revision of every record ever written, removed ones included.
    pub revisions: BTreeMap<RecordId, u32>,
}

impl CaseFile {
    /// A case file from current records in any order.
    pub fn of(records: impl IntoIterator<Item = Record<Body>>) -> CaseFile {
        let mut file = CaseFile::default();
        for record in records {
            file.apply(record);
        }
        file
    }

    /// Takes a record in: adds it, replaces its earlier revision, or lets go of it when the revision removes it.
    pub fn apply(&mut self, record: Record<Body>) {
        let Record { meta, body } = record;
        let id = meta.id;
        self.revisions.insert(id, meta.revision);
        let gone = meta.removed.is_some();
        macro_rules! keep {
            ($map:expr, $body:expr) => {
                if gone {
                    $map.remove(&id);
                } else {
                    $map.insert(id, Record { meta, body: $body });
                }
            };
        }
        match body {
            Body::Case(body) => self.case = (!gone).then_some(Record { meta, body }),
            Body::Person(body) => keep!(self.people, body),
            Body::Bond(body) => keep!(self.bonds, body),
            Body::Placement(body) => keep!(self.placements, body),
            Body::LegalStatus(body) => keep!(self.legal, body),
            Body::Entry(body) => keep!(self.entries, body),
            Body::Import(body) => keep!(self.imports, body),
            Body::Verdict(body) => keep!(self.verdicts, body),
            Body::FactorFinding(body) => keep!(self.factors, body),
            Body::ZoneDecision(body) => keep!(self.decisions, body),
            Body::ShownCapacity(body) => keep!(self.capacities, body),
            Body::Lapse(body) => keep!(self.lapses, body),
            Body::StageMark(body) => keep!(self.marks, body),
            Body::NamedRole(body) => keep!(self.roles, body),
            Body::Story(body) => keep!(self.stories, body),
            Body::Recognition(body) => keep!(self.recognitions, body),
            Body::Hypothesis(body) => keep!(self.hypotheses, body),
            Body::Need(body) => keep!(self.needs, body),
            Body::Curiosity(body) => keep!(self.curiosities, body),
            Body::PlanStep(body) => keep!(self.plan_steps, body),
            Body::Support(body) => keep!(self.supports, body),
            Body::BottomLine(body) => keep!(self.bottom_lines, body),
            Body::PlanVersion(body) => keep!(self.plan_versions, body),
            Body::Purpose(body) => keep!(self.purposes, body),
            Body::Goal(body) => keep!(self.goals, body),
            Body::GoalReview(body) => keep!(self.goal_reviews, body),
            Body::WordingKept(body) => keep!(self.wordings_kept, body),
            Body::Supervision(body) => keep!(self.supervisions, body),
            Body::Action(body) => keep!(self.actions, body),
            Body::CaseDecision(body) => keep!(self.case_decisions, body),
            Body::Occasion(body) => keep!(self.occasions, body),
            Body::EmotionalTie(body) => keep!(self.emotional_ties, body),
            Body::Household(body) => keep!(self.households, body),
            Body::Connection(body) => keep!(self.connections, body),
            Body::Relationship(body) => keep!(self.relationships, body),
            Body::ContactAfterCare(body) => keep!(self.contacts_after_care, body),
            Body::Promise(body) => keep!(self.promises, body),
            Body::GedcomLines(body) => keep!(self.gedcom_lines, body),
        }
    }

    /// A current record by its id, whatever its kind.
    pub fn record(&self, id: RecordId) -> Option<Record<Body>> {
        macro_rules! find {
            ($($map:ident $kind:ident),*) => {
                $(if let Some(found) = self.$map.get(&id) {
                    return Some(Record { meta: found.meta.clone(), body: Body::$kind(found.body.clone()) });
                })*
            };
        }
        find!(people Person, bonds Bond, placements Placement, legal LegalStatus, entries Entry, imports Import,
            verdicts Verdict, factors FactorFinding, decisions ZoneDecision, capacities ShownCapacity, lapses Lapse,
            marks StageMark, roles NamedRole, stories Story, recognitions Recognition, hypotheses Hypothesis, needs Need,
            curiosities Curiosity, plan_steps PlanStep, supports Support, bottom_lines BottomLine,
            plan_versions PlanVersion, purposes Purpose, goals Goal, goal_reviews GoalReview, wordings_kept WordingKept,
            supervisions Supervision, actions Action, case_decisions CaseDecision, occasions Occasion,
            emotional_ties EmotionalTie, households Household, connections Connection, relationships Relationship, contacts_after_care ContactAfterCare, promises Promise, gedcom_lines GedcomLines);
        let case = self.case.as_ref().filter(|case| case.meta.id == id)?;
        Some(Record {
            meta: case.meta.clone(),
            body: Body::Case(case.body.clone()),
        })
    }

    /// Who wrote what stands now, and when, of every record that was not removed.
    pub fn metas(&self) -> impl Iterator<Item = &Meta> {
        macro_rules! metas {
            ($($map:ident)*) => {
                self.case.iter().map(|case| &case.meta)$(.chain(self.$map.values().map(|record| &record.meta)))*
            };
        }
        metas!(people bonds placements legal entries imports verdicts factors decisions capacities lapses marks roles
            stories recognitions hypotheses needs curiosities plan_steps supports bottom_lines plan_versions purposes
            goals goal_reviews wordings_kept supervisions actions case_decisions occasions
            emotional_ties households connections relationships contacts_after_care promises gedcom_lines)
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

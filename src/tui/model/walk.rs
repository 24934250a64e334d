//! The walk through cases in supervision: which case and step it is at, what was noted on the way, and how all of it is kept
//! as a draft, so that a lost line or a locked screen brings it back where it was.

use super::list::Place;
use crate::insight::due::Due;
use crate::page::Page;
use crate::practice::walk::{WalkStep, walk_steps};
use crate::record::{Body, CaseFile, CaseId, Quadrant, Record, RecordId};
use crate::store::Draft;
use crate::tui::command::Command;
use crate::tui::input::TextField;
use chrono::{DateTime, Duration, NaiveDate, Utc};
use std::sync::Arc;

/// The kind of draft that a walk is kept as; never changes.
pub const DRAFT: &str = "walk";

/// A pause between two keys counts as time of the session up to this long.
const PAUSE: Duration = Duration::minutes(10);

/// A walk.
#[derive(Debug)]
pub struct Walk {
    /// The cases in their order.
    pub cases: Vec<CaseId>,
    /// The one that it is at.
    pub at: usize,
    /// The step that it is at, by its place.
    pub step: usize,
    /// The record that this session is going to make.
    pub session: RecordId,
    /// The worker.
    pub worker: String,
    /// The supervisor.
    pub supervisor: String,
    /// What was noted, quadrant by quadrant.
    notes: [TextField; 4],
    /// Steps that were put off to the next session, by their ids.
    pub parked: Vec<String>,
    /// Decisions on zones that were taken in it.
    pub zones_decided: Vec<RecordId>,
    /// How many records of supervision the walk has made so far.
    pub made: usize,
    /// The time that this case has taken.
    pub spent: Duration,
    /// When the last key came.
    last_key: Option<DateTime<Utc>>,
    /// The draft that keeps it.
    pub draft: RecordId,
    /// When it must be kept next; `None` while all of it is.
    pub keep_by: Option<DateTime<Utc>>,
    /// The quadrant in which somebody is writing.
    pub writing: Option<Quadrant>,
    /// The command that would throw notes away and asked first.
    pub asked: Option<Command>,
    /// Whether the handbook's prompts stand in the place of what the step shows.
    pub prompts: bool,
    /// Whether somebody went into the case and comes back to the walk.
    pub is_away: bool,
    /// What the step shows.
    pub page: Page,
    /// Where its list stands.
    pub place: Place,
    /// What is due in the case.
    pub dues: Vec<Due>,
    made_from: Option<MadeFrom>,
}

/// What the page of a step follow from.
#[derive(Debug)]
struct MadeFrom {
    file: Arc<CaseFile>,
    day: NaiveDate,
    step: usize,
    has_revisions: bool,
}

impl Walk {
    /// A walk through cases, none of which was begun.
    pub fn new(cases: Vec<CaseId>, session: RecordId, draft: RecordId) -> Walk {
        Walk {
            cases,
            at: 0,
            step: 0,
            session,
            worker: String::new(),
            supervisor: String::new(),
            notes: empty_notes(),
            parked: Vec::new(),
            zones_decided: Vec::new(),
            made: 0,
            spent: Duration::zero(),
            last_key: None,
            draft,
            keep_by: None,
            writing: None,
            asked: None,
            prompts: false,
            is_away: false,
            page: Page::default(),
            place: Place::default(),
            dues: Vec::new(),
            made_from: None,
        }
    }

    /// The case that it is at; `None` behind the last.
    pub fn case(&self) -> Option<CaseId> {
        self.cases.get(self.at).copied()
    }

    /// The step that it is at.
    pub fn step(&self) -> Option<&'static WalkStep> {
        walk_steps().get(self.step)
    }

    /// The quadrant in which a note of this step lands; none where nothing is written.
    pub fn lands_in(&self) -> Option<Quadrant> {
        let named = self.step()?.quadrant.as_deref()?;
        Quadrant::ALL
            .into_iter()
            .find(|quadrant| quadrant.word().eq_ignore_ascii_case(named))
    }

    /// The words of a quadrant so far.
    pub fn note(&self, quadrant: Quadrant) -> String {
        self.field(quadrant)
            .map(TextField::text)
            .unwrap_or_default()
    }

    /// The field of a quadrant.
    pub fn field(&self, quadrant: Quadrant) -> Option<&TextField> {
        self.notes.get(place_of(quadrant))
    }

    /// The field of a quadrant, to be changed.
    pub fn field_mut(&mut self, quadrant: Quadrant) -> Option<&mut TextField> {
        self.notes.get_mut(place_of(quadrant))
    }

    /// The four quadrants with what was noted in each.
    pub fn noted(&self) -> [(Quadrant, String); 4] {
        Quadrant::ALL.map(|quadrant| (quadrant, self.note(quadrant)))
    }

    /// Whether anything was written, put off or decided in this case, so that leaving it would lose something.
    pub fn has_notes(&self) -> bool {
        let noted = self.noted();
        let has_words = noted.iter().any(|(_, words)| !words.trim().is_empty());
        has_words || !self.parked.is_empty() || !self.zones_decided.is_empty()
    }

    /// Whether anything was done in it: a case finished, something written or put off.
    pub fn is_begun(&self) -> bool {
        self.at > 0 || self.made > 0 || self.has_notes()
    }

    /// The whole minutes that this case has taken; `None` under one.
    pub fn minutes(&self) -> Option<u32> {
        let minutes = u32::try_from(self.spent.num_minutes()).unwrap_or(u32::MAX);
        (minutes > 0).then_some(minutes)
    }

    /// A key came: the time since the last one counts, a long pause only in part.
    pub fn key_came(&mut self, now: DateTime<Utc>) {
        if let Some(last) = self.last_key.replace(now) {
            self.spent += (now - last).clamp(Duration::zero(), PAUSE);
        }
    }

    /// Goes on to the next case with a new record. What was noted is gone from here: it stands in the record that was saved.
    pub fn next_case(&mut self, session: RecordId) {
        self.at += 1;
        self.step = 0;
        self.session = session;
        self.worker.clear();
        self.supervisor.clear();
        self.notes = empty_notes();
        self.parked.clear();
        self.zones_decided.clear();
        self.spent = Duration::zero();
        self.writing = None;
        self.asked = None;
        self.is_away = false;
        self.place = Place::default();
        self.made_from = None;
    }

    /// Stands on a step.
    pub fn go_to_step(&mut self, step: usize) {
        self.step = step.min(walk_steps().len().saturating_sub(1));
        self.place = Place::default();
        self.prompts = false;
    }

    /// Puts a step off to the next session, or takes it up again; says whether it is put off now.
    pub fn park(&mut self, id: &str) -> bool {
        let before = self.parked.len();
        self.parked.retain(|parked| parked != id);
        let is_new = self.parked.len() == before;
        if is_new {
            self.parked.push(id.to_owned());
        }
        is_new
    }

    /// Whether the page no longer follow from this.
    pub fn is_stale(&self, file: &Arc<CaseFile>, day: NaiveDate, has_revisions: bool) -> bool {
        !self.made_from.as_ref().is_some_and(|made| {
            Arc::ptr_eq(&made.file, file)
                && (made.day, made.step, made.has_revisions) == (day, self.step, has_revisions)
        })
    }

    /// Takes a page that was made anew.
    pub fn take(&mut self, page: Page, file: &Arc<CaseFile>, day: NaiveDate, revisions: bool) {
        self.page = page;
        self.made_from = Some(MadeFrom {
            file: Arc::clone(file),
            day,
            step: self.step,
            has_revisions: revisions,
        });
    }

    /// What was noted changed: the last step shows how the circle was gone round.
    pub fn noted_again(&mut self) {
        if self.step + 1 == walk_steps().len() {
            self.made_from = None;
        }
    }

    /// Whether what is due must be worked out again for this file.
    pub fn is_of_another(&self, file: &Arc<CaseFile>) -> bool {
        !self
            .made_from
            .as_ref()
            .is_some_and(|made| Arc::ptr_eq(&made.file, file))
    }

    /// A record of the case that was just saved in it.
    pub fn took_in(&mut self, record: &Record<Body>) {
        let id = record.id();
        let is_zone = matches!(record.body, Body::ZoneDecision(_));
        if is_zone && !self.zones_decided.contains(&id) {
            self.zones_decided.push(id);
        }
    }

    /// The walk as a draft.
    pub fn as_draft(&self, written_at: DateTime<Utc>) -> Draft {
        let ids = |ids: &[RecordId]| {
            let ids: Vec<String> = ids.iter().map(RecordId::to_string).collect();
            ids.join("\n")
        };
        let step = self.step().map_or("", |step| step.id.as_str());
        let mut fields = vec![
            ("cases", ids(&self.cases)),
            ("at", self.at.to_string()),
            ("step", step.to_owned()),
            ("session", self.session.to_string()),
            ("worker", self.worker.clone()),
            ("supervisor", self.supervisor.clone()),
            ("parked", self.parked.join("\n")),
            ("zones_decided", ids(&self.zones_decided)),
            ("made", self.made.to_string()),
            ("seconds", self.spent.num_seconds().to_string()),
        ];
        for (quadrant, words) in self.noted() {
            fields.push((quadrant.word(), words));
        }
        Draft {
            id: self.draft,
            case: self.case(),
            kind: DRAFT.to_owned(),
            fields: fields
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect(),
            written_at,
        }
    }

    /// The walk that a draft is of; `None` for a draft of something else.
    pub fn from_draft(draft: &Draft) -> Option<Walk> {
        if draft.kind != DRAFT {
            return None;
        }
        let value = |name: &str| {
            let mut all = draft.fields.iter();
            all.find(|(known, _)| known == name)
                .map_or("", |(_, value)| value.as_str())
        };
        let ids = |name: &str| -> Vec<RecordId> {
            let lines = value(name).lines();
            lines.filter_map(|id| id.parse().ok()).collect()
        };
        let session = value("session").parse().ok()?;
        let mut walk = Walk::new(ids("cases"), session, draft.id);
        walk.at = value("at").parse().unwrap_or(0);
        let step = value("step");
        let place = walk_steps().iter().position(|known| known.id == step);
        walk.step = place.unwrap_or(0);
        walk.worker = value("worker").to_owned();
        walk.supervisor = value("supervisor").to_owned();
        walk.parked = value("parked").lines().map(str::to_owned).collect();
        walk.zones_decided = ids("zones_decided");
        walk.made = value("made").parse().unwrap_or(0);
        walk.spent = Duration::seconds(value("seconds").parse().unwrap_or(0).clamp(0, 86_400));
        for quadrant in Quadrant::ALL {
            if let Some(field) = walk.field_mut(quadrant) {
                *field = TextField::long(value(quadrant.word()));
            }
        }
        walk.case().map(|_| walk)
    }
}

fn empty_notes() -> [TextField; 4] {
    std::array::from_fn(|_| TextField::long(""))
}

fn place_of(quadrant: Quadrant) -> usize {
    let place = Quadrant::ALL.iter().position(|known| *known == quadrant);
    place.unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(number: u8) -> RecordId {
        RecordId::from_bytes([number; 16])
    }

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_795_000_000 + seconds, 0).unwrap()
    }

    #[test]
    fn a_walk_comes_back_from_its_draft_where_it_was() {
        let mut walk = Walk::new(vec![id(1), id(2)], id(9), id(8));
        walk.at = 1;
        walk.go_to_step(3);
        walk.worker = "A Brennock".into();
        walk.supervisor = "M Tidewell".into();
        walk.park("stages");
        walk.zones_decided.push(id(7));
        walk.made = 1;
        let words = "What would we need\nto see by February?";
        walk.field_mut(Quadrant::Analysis).unwrap().insert(words);
        walk.key_came(at(0));
        walk.key_came(at(90));
        let back = Walk::from_draft(&walk.as_draft(at(90))).unwrap();
        assert_eq!(back.as_draft(at(90)), walk.as_draft(at(90)));
        assert_eq!((back.case(), back.minutes()), (Some(id(2)), Some(1)));
        assert_eq!(back.note(Quadrant::Analysis), words);
        assert_eq!(back.step().unwrap().id, "matrix");
        assert_eq!(back.lands_in(), Some(Quadrant::Analysis));
    }

    #[test]
    fn a_draft_of_a_form_is_no_walk_and_one_without_a_case_is_none() {
        let walk = Walk::new(Vec::new(), id(9), id(8));
        assert!(Walk::from_draft(&walk.as_draft(at(0))).is_none());
        let mut other = Walk::new(vec![id(1)], id(9), id(8)).as_draft(at(0));
        assert!(Walk::from_draft(&other).is_some());
        other.kind = "entry".into();
        assert!(Walk::from_draft(&other).is_none());
    }

    #[test]
    fn a_long_pause_does_not_count_as_time_of_the_session() {
        let mut walk = Walk::new(vec![id(1)], id(9), id(8));
        for seconds in [0, 60, 60 + 3 * 3600, 120 + 3 * 3600] {
            walk.key_came(at(seconds));
        }
        assert_eq!(walk.minutes(), Some(12));
    }
}

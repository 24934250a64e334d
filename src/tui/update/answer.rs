//! What the store thread answered, taken into the model.

use super::{as_at, case, caseload, drafts, import, private, saved, search, walk};
use crate::tui::effect::{Answer, Effect};
use crate::tui::model::next::CaseToOpen;
use crate::tui::model::{Model, OpenCase, Screen};
use crate::tui::pane::chronology;
use crate::tui::ticket::{RequestKind, Ticket};

/// Takes an answer in, unless the screen was locked since it was asked for, or the same was asked again.
pub fn take(model: &mut Model, ticket: Ticket, answer: Answer) -> Vec<Effect> {
    if !model.waiting.tickets().counts(ticket) {
        // That something was lost must be known all the same; the words hold nothing of the case.
        if let Answer::NotSaved(_, words) | Answer::PrivateNotSaved(words) = answer {
            model.notify(words);
        }
        return Vec::new();
    }
    match answer {
        Answer::Unlocked(holder) => return unlocked(model, holder),
        Answer::IdleMinutes(minutes) => model.idle_minutes = minutes,
        Answer::StaysLocked(words) => {
            if let Screen::Unlock(unlock) = &mut model.screen {
                unlock.waiting = false;
                unlock.progress = None;
                unlock.refused = Some(words);
            } else {
                model.say_fault(words);
            }
        }
        Answer::Progress(what, done, of) => {
            if let Screen::Unlock(unlock) = &mut model.screen {
                unlock.progress = Some((what, done, of));
            } else {
                model.say(format!("{what}: {done} of {of}"));
            }
        }
        Answer::Caseload(cases) => caseload::loaded(model, cases),
        Answer::Found(finds, complete) => search::found(model, finds, complete),
        Answer::Planned(planned) => import::planned(model, planned),
        Answer::Paths(typed, paths) => return import::completed(model, &typed, &paths),
        Answer::Drafts(drafts) => drafts::found(model, drafts),
        Answer::Saved(saved) => return saved::saved(model, ticket, *saved),
        Answer::NotSaved(case, words) => return saved::not_saved(model, ticket, case, words),
        Answer::Case(file) => {
            let Some(opening) = model.waiting.opening_ended() else {
                return Vec::new();
            };
            if saved::is_open(model, &file) {
                return saved::read_again(model, *file, opening.next);
            }
            let mut case = OpenCase::of(*file);
            if let Screen::Unlock(unlock) = &model.screen
                && let Some((_, tab)) = unlock.comes_back_to
            {
                case.tab = tab;
            }
            model.screen = Screen::Case(Box::new(case));
            case::arrived(model, opening.arrival);
            let mut effects = walk::found_gone(model);
            walk::arrived(model);
            effects.extend(saved::go_on(model, opening.next));
            return effects;
        }
        Answer::FoundOut(findings) => chronology::found_out(model, findings),
        Answer::Revisions(of, revisions) => {
            model.waiting.answered(RequestKind::Revisions);
            as_at::read_back(model, of, revisions);
        }
        Answer::PrivateBooks(covers) => private::books(model, covers),
        Answer::PrivateOpened(opened) => return private::opened(model, *opened),
        Answer::PrivateStaysClosed(words) => private::stays_closed(model, words),
        Answer::PrivateSaved(notes) => private::saved(model, ticket, notes),
        Answer::PrivateNotSaved(words) => private::not_saved(model, ticket, words),
        Answer::Fault(words) => {
            if ticket.question() == Some(RequestKind::Case) {
                model.waiting.opening_ended();
                // The store is open, but the case in which it was locked cannot be read: the caseload still can.
                if matches!(&model.screen, Screen::Unlock(_)) {
                    model.screen = Screen::Caseload;
                }
            }
            model.notify(words);
        }
    }
    Vec::new()
}

/// The store is open: the caseload is read, and the case in which the screen was locked.
fn unlocked(model: &mut Model, holder: String) -> Vec<Effect> {
    if model.author.is_empty() {
        model.author = holder;
    }
    model.last_key = model.now;
    let mut effects = vec![Effect::LoadCaseload, Effect::LoadDrafts];
    if let Screen::Unlock(unlock) = &model.screen
        && let Some((case, _)) = unlock.comes_back_to
    {
        // The screen goes on asking until the case is there, so that nothing else flashes by.
        effects.push(Effect::OpenCase(Box::new(CaseToOpen::of(case))));
        return effects;
    }
    model.screen = Screen::Caseload;
    effects
}

//! Which commands the hint line offers on a screen, with a word each: the most wanted first.

use super::command::{Command, Scope};

/// Those of the chronology while its chosen entry is read in full.
pub const READING: &[(Command, &str)] = &[
    (Command::Down, "scroll"),
    (Command::PaneNext, "to the list"),
    (Command::Back, "back"),
    (Command::EntryEdit, "edit"),
    (Command::EntryHistory, "history"),
    (Command::Copy, "copy"),
];

/// The commands worth a place on the hint line, the most wanted first.
pub fn hints(scope: Scope) -> &'static [(Command, &'static str)] {
    match scope {
        Scope::Everywhere => &[(Command::Undo, "undo"), (Command::Palette, "command")],
        Scope::Unlock => &[(Command::Unlock, "open"), (Command::Quit, "leave")],
        Scope::List => &[(Command::Open, "open"), (Command::Filter, "filter")],
        Scope::Caseload => &[
            (Command::Open, "open"),
            (Command::Walk, "walk"),
            (Command::Filter, "filter"),
            (Command::CaseloadSort, "sort"),
            (Command::CaseAdd, "new family"),
            (Command::CaseMark, "mark"),
            (Command::CaseloadByWorker, "by worker"),
            (Command::ImportChronology, "import"),
            (Command::SearchCaseload, "search"),
        ],
        Scope::Case => &[(Command::SearchCase, "search"), (Command::Back, "back")],
        Scope::Board => &[(Command::PaneNext, "next pane"), (Command::Zoom, "zoom")],
        Scope::Chronology => &[
            (Command::EntryAdd, "add"),
            (Command::EntryEdit, "edit"),
            (Command::Filter, "filter"),
            (Command::LengthNext, "length"),
            (Command::BandIn, "zoom in"),
            (Command::DoubtNext, "next question"),
        ],
        Scope::Family => &[
            (Command::FamilyView, "view"),
            (Command::PersonAdd, "add"),
            (Command::PersonEdit, "edit"),
            (Command::PlacementAdd, "where lived"),
        ],
        Scope::Genogram => &[
            (Command::Open, "in full"),
            (Command::GenogramFrom, "see from"),
            (Command::GenogramFold, "fold"),
            (Command::GenogramNearer, "nearer"),
            (Command::GenogramHouseholds, "homes"),
            (Command::GenogramTies, "emotional lines"),
            (Command::PaneNext, "words, key"),
        ],
        Scope::Ecomap => &[
            (Command::ConnectionAdd, "add"),
            (Command::EcomapCentre, "next in the middle"),
            (Command::PaneNext, "words"),
            (Command::ConnectionEdit, "edit"),
            (Command::ConnectionRemove, "remove"),
        ],
        Scope::Relationships => &[
            (Command::Open, "in full"),
            (Command::RelationshipAdd, "add"),
            (Command::RelationshipAsked, "the child says"),
            (Command::RelationshipMap, "map"),
            (Command::RelationshipSettle, "decide, kept"),
            (Command::RelationshipChild, "next child"),
        ],
        Scope::Stages => &[
            (Command::StageMark, "how far"),
            (Command::StageRole, "name somebody"),
            (Command::StageView, "reunification"),
            (Command::PaneNext, "next pane"),
        ],
        Scope::Factors => &[
            (Command::Open, "in full"),
            (Command::FactorAdd, "add"),
            (Command::FactorEdit, "edit"),
            (Command::FactorView, "view"),
            (Command::FactorDomain, "domain"),
        ],
        Scope::Matrix => &[
            (Command::Open, "why"),
            (Command::DecisionAdd, "decide"),
            (Command::MatrixChild, "next child"),
            (Command::MatrixFamily, "for the family"),
            (Command::MatrixEdit, "edit"),
            (Command::CapacityAdd, "capacity"),
            (Command::LapseAdd, "lapse"),
        ],
        Scope::Thinking => &[
            (Command::PartEdit, "edit"),
            (Command::Prompts, "prompts"),
            (Command::PaneNext, "next list"),
        ],
        Scope::Analysis => &[
            (Command::Open, "in full"),
            (Command::ThoughtAdd, "add"),
            (Command::RecognitionAdd, "recognition"),
        ],
        Scope::Plan => &[
            (Command::Open, "in full"),
            (Command::PlanAdd, "add"),
            (Command::BottomLineAdd, "bottom line"),
            (Command::PlanAgree, "agree"),
            (Command::PlanSince, "changes since"),
        ],
        Scope::Goals => &[
            (Command::Open, "in full"),
            (Command::GoalAdd, "add"),
            (Command::GoalReview, "review"),
            (Command::PurposeAdd, "purpose"),
        ],
        Scope::Supervision => &[
            (Command::Open, "in full"),
            (Command::SupervisionAdd, "add"),
            (Command::OccasionAdd, "visit"),
            (Command::ActionDone, "done"),
            (Command::DueMeet, "what meets it"),
            (Command::ChangesSince, "changes since"),
        ],
        Scope::Walk => &[
            (Command::WalkNext, "next"),
            (Command::WalkBack, "before"),
            (Command::WalkNote, "note"),
            (Command::WalkAction, "action"),
            (Command::WalkDecision, "decide"),
            (Command::Prompts, "prompts"),
            (Command::WalkFinish, "finish"),
            (Command::WalkPark, "park"),
            (Command::WalkJump, "to a step"),
            (Command::Present, "show large"),
        ],
        Scope::Note => &[
            (Command::NoteDone, "keep it"),
            (Command::NoteQuadrant, "next quadrant"),
            (Command::FieldEditor, "editor"),
        ],
        Scope::Search => &[
            (Command::PromptAccept, "go there"),
            (Command::Back, "leave"),
        ],
        Scope::Import => &[
            (Command::ImportAccept, "bring in"),
            (Command::Back, "leave as it was"),
        ],
        Scope::Form => &[
            (Command::FormSave, "save"),
            (Command::FieldNext, "next"),
            (Command::Back, "keep draft"),
            (Command::DraftDrop, "throw away"),
            (Command::FieldEditor, "editor"),
            (Command::WordingKeep, "keep wording"),
        ],
        Scope::Drafts => &[
            (Command::Open, "go on with it"),
            (Command::DraftDrop, "throw away"),
            (Command::Back, "back"),
        ],
        Scope::Private => &[
            (Command::Open, "read"),
            (Command::PrivateAdd, "write"),
            (Command::PrivateEdit, "put right"),
            (Command::Back, "close"),
        ],
        Scope::Prompt => &[(Command::PromptAccept, "use"), (Command::Back, "leave")],
        Scope::Help => &[(Command::Down, "down"), (Command::Back, "back")],
    }
}

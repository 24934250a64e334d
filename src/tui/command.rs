//! The command table: every action once, with its name, where it belongs, and its words.
//!
//! Keymap files, the palette, the hint line, the help and the documentation all read this table. A command has no
//! payload: what it acts on stands in the model.

/// Where keys and commands belong. A key is looked up in the scopes of the model from the innermost out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// On every screen.
    Everywhere,
    /// The screen that asks for the passphrase.
    Unlock,
    /// In any list.
    List,
    /// The list of all children.
    Caseload,
    /// Inside a case, whatever the pane.
    Case,
    /// The board of a case.
    Board,
    /// The chronology.
    Chronology,
    /// The people of a family and where they live.
    Family,
    /// The genogram of a family.
    Genogram,
    /// The ecomap of a child or a family.
    Ecomap,
    /// Relationships that last, contact after care, promises.
    Relationships,
    /// Risk and protective factors.
    Factors,
    /// The Risk and Resilience Matrix.
    Matrix,
    /// The stages, their gates and checklists.
    Stages,
    /// What the panes of thinking, of the plan and of goals have in common.
    Thinking,
    /// The story so far, hypotheses, needs, curiosities.
    Analysis,
    /// The Support and Solutions Plan.
    Plan,
    /// Goals and their reviews.
    Goals,
    /// Supervision: sessions, actions, what is due, decisions, visits.
    Supervision,
    /// The walk through a case in supervision.
    Walk,
    /// A note being written in the walk.
    Note,
    /// Results of a search.
    Search,
    /// The preview of an import.
    Import,
    /// A form with fields.
    Form,
    /// The drafts that were left unfinished.
    Drafts,
    /// Private notes about a worker.
    Private,
    /// One line of text: filter, search words, a date, the palette.
    Prompt,
    /// The help.
    Help,
}

impl Scope {
    /// The section of a keymap file.
    pub fn name(self) -> &'static str {
        match self {
            Scope::Everywhere => "everywhere",
            Scope::Unlock => "unlock",
            Scope::List => "list",
            Scope::Caseload => "caseload",
            Scope::Case => "case",
            Scope::Board => "board",
            Scope::Chronology => "chronology",
            Scope::Family => "family",
            Scope::Genogram => "genogram",
            Scope::Ecomap => "ecomap",
            Scope::Relationships => "relationships",
            Scope::Factors => "factors",
            Scope::Matrix => "matrix",
            Scope::Stages => "stages",
            Scope::Thinking => "thinking",
            Scope::Analysis => "analysis",
            Scope::Plan => "plan",
            Scope::Goals => "goals",
            Scope::Supervision => "supervision",
            Scope::Walk => "walk",
            Scope::Note => "note",
            Scope::Search => "search",
            Scope::Import => "import",
            Scope::Form => "form",
            Scope::Drafts => "drafts",
            Scope::Private => "private",
            Scope::Prompt => "prompt",
            Scope::Help => "help",
        }
    }

    /// What the help calls it.
    pub fn title(self) -> &'static str {
        match self {
            Scope::Everywhere => "Everywhere",
            Scope::Unlock => "While it is locked",
            Scope::List => "In lists",
            Scope::Caseload => "Caseload",
            Scope::Case => "In a case",
            Scope::Board => "Board",
            Scope::Chronology => "Chronology",
            Scope::Family => "Family",
            Scope::Genogram => "Genogram",
            Scope::Ecomap => "Ecomap",
            Scope::Relationships => "Relationships",
            Scope::Factors => "Factors",
            Scope::Matrix => "Matrix",
            Scope::Stages => "Stages",
            Scope::Thinking => "In the analysis, the plan, goals and supervision",
            Scope::Analysis => "Analysis",
            Scope::Plan => "Support and Solutions Plan",
            Scope::Goals => "Goals",
            Scope::Supervision => "Supervision",
            Scope::Walk => "Walking through a case in supervision",
            Scope::Note => "Writing a note in the walk",
            Scope::Search => "What a search found",
            Scope::Import => "Bringing a file in",
            Scope::Form => "In a form",
            Scope::Drafts => "Drafts",
            Scope::Private => "Private notes",
            Scope::Prompt => "On a line that asks",
            Scope::Help => "In this help",
        }
    }

    /// All scopes, in the order in which the help tells of them.
    pub const ALL: [Scope; 28] = [
        Scope::Everywhere,
        Scope::Caseload,
        Scope::Case,
        Scope::Board,
        Scope::Family,
        Scope::Genogram,
        Scope::Ecomap,
        Scope::Relationships,
        Scope::Chronology,
        Scope::Analysis,
        Scope::Factors,
        Scope::Matrix,
        Scope::Plan,
        Scope::Goals,
        Scope::Supervision,
        Scope::Thinking,
        Scope::Stages,
        Scope::Walk,
        Scope::Note,
        Scope::List,
        Scope::Search,
        Scope::Import,
        Scope::Form,
        Scope::Drafts,
        Scope::Private,
        Scope::Prompt,
        Scope::Help,
        Scope::Unlock,
    ];
}

macro_rules! commands {
    ($($(#[$doc:meta])* $variant:ident $name:literal $scope:ident $words:literal)*) => {
        /// An action that a key or the palette can ask for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Command { $(#[doc = $words] $variant,)* }

        impl Command {
            /// Every command, in the order of the table.
            pub const ALL: &'static [Command] = &[$(Command::$variant,)*];

            /// The name: in keymap files, the palette and the documentation.
            pub fn name(self) -> &'static str {
                match self { $(Command::$variant => $name,)* }
            }

            /// Where it belongs.
            pub fn scope(self) -> Scope {
                match self { $(Command::$variant => Scope::$scope,)* }
            }

            /// What it does, in words.
            pub fn words(self) -> &'static str {
                match self { $(Command::$variant => $words,)* }
            }
        }
    };
}

commands! {
    Help "help" Everywhere "Show the keys that work here"
    Palette "palette" Everywhere "Find any command by its name"
    Back "back" Everywhere "Go back one step"
    Quit "quit" Everywhere "Leave Throughline"
    Lock "lock" Everywhere "Lock the screen until the passphrase is given"
    Undo "undo" Everywhere "Take back the last change"
    Redo "redo" Everywhere "Do again what was taken back"
    Walk "walk" Everywhere "Walk through the case for supervision, or go on with the walk"
    ThemeNext "theme-next" Everywhere "Use the next theme"
    SearchCaseload "search-caseload" Everywhere "Search every case for words"
    Redraw "redraw" Everywhere "Draw the whole screen again"
    PrivateNotes "private-notes" Everywhere "Open private notes about a worker, apart from every case"

    Unlock "unlock" Unlock "Open the store with this passphrase"

    Down "down" List "Go down one line"
    Up "up" List "Go up one line"
    First "first" List "Go to the first line"
    Last "last" List "Go to the last line"
    PageDown "page-down" List "Go down half a page"
    PageUp "page-up" List "Go up half a page"
    Open "open" List "Open what is chosen"
    Filter "filter" List "Show only lines with these words"
    Mark "mark" List "Mark this line, or take the mark away"
    Copy "copy" List "Copy this line to the clipboard"
    PaneNext "pane-next" List "Go to the next part of the screen"
    PanePrevious "pane-previous" List "Go to the part of the screen before"

    CaseAdd "case-add" Caseload "Add a family"
    CaseEdit "case-edit" Caseload "Change a family's name, worker or note"
    CaseloadSort "caseload-sort" Caseload "Sort the caseload another way"
    CaseMark "case-mark" Caseload "Mark this family, or take the mark away"
    CaseloadByWorker "caseload-by-worker" Caseload "Show the caseload worker by worker, or all together"
    DraftOpen "draft-open" Caseload "Open a draft that was left unfinished"

    TabBoard "tab-board" Case "Go to the board"
    TabFamily "tab-family" Case "Go to the family"
    TabChronology "tab-chronology" Case "Go to the chronology"
    TabAnalysis "tab-analysis" Case "Go to the analysis"
    TabFactors "tab-factors" Case "Go to the factors"
    TabMatrix "tab-matrix" Case "Go to the matrix"
    TabPlan "tab-plan" Case "Go to the Support and Solutions Plan"
    TabGoals "tab-goals" Case "Go to the goals"
    TabSupervision "tab-supervision" Case "Go to supervision"
    TabStages "tab-stages" Case "Go to the stages"
    TabNext "tab-next" Case "Go to the next tab"
    TabPrevious "tab-previous" Case "Go to the tab before"
    SearchCase "search-case" Case "Search this case for words"
    AsAt "as-at" Case "See the case as it was known on an earlier day"
    ImportChronology "import-chronology" Case "Bring in chronologies of other agencies"
    Zoom "zoom" Case "Give the whole screen to this part, or give it back"

    EntryAdd "entry-add" Chronology "Add an entry to the chronology"
    EntryEdit "entry-edit" Chronology "Change this entry"
    EntryRemove "entry-remove" Chronology "Remove this entry (it can be brought back)"
    EntryJoin "entry-join" Chronology "Join this entry with one that tells the same event"
    EntrySplit "entry-split" Chronology "Split an account off into an entry of its own"
    EntrySettle "entry-settle" Chronology "Settle what is open about this entry, and say why"
    EntryHistory "entry-history" Chronology "Show how this entry was changed over time"
    BandIn "band-in" Chronology "See less time and more detail on the band"
    BandOut "band-out" Chronology "See more time on the band"
    BandEarlier "band-earlier" Chronology "Move the band to earlier times"
    BandLater "band-later" Chronology "Move the band to later times"
    LengthNext "length-next" Chronology "Show all entries, key events, or the story in one page"
    FilterForm "filter-form" Chronology "Filter by theme, source, person, zone or period"
    FilterClear "filter-clear" Chronology "Show everything again"
    DoubtNext "doubt-next" Chronology "Go to the next entry with an open question"
    ContradictionNext "contradiction-next" Chronology "Go to the next place where accounts differ"
    GapNext "gap-next" Chronology "Go to the next gap"
    ChildNext "child-next" Chronology "Show the ages and entries of another child"

    PersonAdd "person-add" Family "Add a person"
    PersonEdit "person-edit" Family "Change what is recorded of this person"
    PersonRemove "person-remove" Family "Remove this person (can be brought back)"
    PlacementAdd "placement-add" Family "Add where a child lived"
    LegalAdd "legal-add" Family "Add a legal status of a child"
    BondAdd "bond-add" Family "Add what joins two people"
    EmotionalLineAdd "emotional-line-add" Family "Add an emotional line: how two people get on"
    HouseholdAdd "household-add" Family "Add a household: who lives together"

    FamilyView "family-view" Family "Look at the family another way: people, genogram, ecomap, relationships"
    FamilyPeople "family-people" Family "Show the people of the family in a list"
    FamilyGenogram "family-genogram" Family "Show the genogram: how the family belongs together"
    FamilyEcomap "family-ecomap" Family "Show the ecomap: what is around the child or the family"
    FamilyRelationships "family-relationships" Family "Show the relationships that last, contact after care, promises"

    KinLeft "kin-left" Genogram "Go to who stands left: a brother, a sister, a partner"
    KinRight "kin-right" Genogram "Go to who stands right: a brother, a sister, a partner"
    GenogramFrom "genogram-from" Genogram "See the family from this person"
    GenogramFold "genogram-fold" Genogram "Fold the branch behind this person away, or unfold it"
    GenogramNearer "genogram-nearer" Genogram "Write more on each person: names, full names"
    GenogramFurther "genogram-further" Genogram "Write less on each person: names, initials"
    GenogramHouseholds "genogram-households" Genogram "Show or hide the lines around those who live together"
    GenogramPastCare "genogram-past-care" Genogram "Show or hide care that ended"
    GenogramTies "genogram-emotional-lines" Genogram "Show or hide all emotional lines"
    GenogramLeft "genogram-left" Genogram "Move the drawing to see more of its left"
    GenogramRight "genogram-right" Genogram "Move the drawing to see more of its right"
    ConnectionAdd "connection-add" Ecomap "Add what the one in the middle is connected with"
    ConnectionEdit "connection-edit" Ecomap "Change this connection"
    ConnectionRemove "connection-remove" Ecomap "Remove this connection (it can be brought back)"
    EcomapCentre "ecomap-centre" Ecomap "Put the next person, or the family, in the middle"
    EcomapAcross "ecomap-across" Ecomap "Go to the other side, informal or formal"
    RelationshipAdd "relationship-add" Relationships "Add to the chosen list: a relationship, an action, a request, a promise"
    RelationshipAsked "relationship-asked" Relationships "Write down what the child says of this relationship today"
    RelationshipSettle "relationship-settle" Relationships "Decide on this request, or say that this promise was kept"
    RelationshipMap "relationship-map" Relationships "Show the map of the circles around the child, or the lists"
    RelationshipChild "relationship-child" Relationships "Look at the relationships of the next child"

    StageMark "stage-mark" Stages "Say how far this item is"
    StageRemove "stage-remove" Stages "Take back what was said of this item"
    StageRole "stage-role" Stages "Name who has this part, or change it"
    StageView "stage-view" Stages "Show the reunification tasks or stages"

    FactorAdd "factor-add" Factors "Add what was found about this factor"
    FactorEdit "factor-edit" Factors "Change this finding"
    FactorRemove "factor-remove" Factors "Remove this finding (it can be brought back)"
    FactorDomain "factor-domain" Factors "Show one domain after another, or all of them"
    FactorView "factor-view" Factors "Show all factors, those recorded, with questions, or old"

    DecisionAdd "decision-add" Matrix "Record a decision on this child's zone"
    MatrixEdit "matrix-edit" Matrix "Change this decision, or what shows capacity"
    MatrixRemove "matrix-remove" Matrix "Remove this decision (it can be brought back)"
    MatrixChild "matrix-child" Matrix "Look at the next child's matrix"
    MatrixFamily "matrix-family" Matrix "Show the family's version, or go back from it"
    CapacityAdd "capacity-add" Matrix "Record capacity for change that a carer shows"
    LapseAdd "lapse-add" Matrix "Record a lapse; it does not start the clock again"

    Prompts "prompts" Thinking "Show what the handbook asks here, or hide it"
    PartEdit "part-edit" Thinking "Change what is chosen"
    PartRemove "part-remove" Thinking "Remove what is chosen (it can be brought back)"

    ThoughtAdd "thought-add" Analysis "Add to the heading that is chosen"
    RecognitionAdd "recognition-add" Analysis "Say how somebody is recognised"
    ThoughtHistory "thought-history" Analysis "Show how a hypothesis was thought again"

    PlanAdd "plan-add" Plan "Add a challenge, or a support on its side"
    BottomLineAdd "bottom-line-add" Plan "Add a bottom line"
    PlanAgree "plan-agree" Plan "Keep the plan as it is agreed today"
    PlanSince "plan-since" Plan "Show what changed since an agreed version"

    GoalAdd "goal-add" Goals "Add a goal with its five levels"
    GoalReview "goal-review" Goals "Review this goal"
    PurposeAdd "purpose-add" Goals "Add a purpose that goals lead to"
    GoalScore "goal-score" Goals "Show or hide the optional score"

    SupervisionAdd "supervision-add" Supervision "Add to the heading that is chosen: a session, an action, a decision"
    OccasionAdd "occasion-add" Supervision "Add a visit, a review or another formal step"
    ActionDone "action-done" Supervision "Say that this action is done, and what came of it"
    ChangesSince "changes-since" Supervision "Show what changed since a day, such as the last supervision"
    DueMeet "due-meet" Supervision "Write down what meets this date"

    WalkNext "walk-next" Walk "Go on to the next step"
    WalkBack "walk-back" Walk "Go back to the step before"
    WalkJump "walk-jump" Walk "Jump to a step by its number or first letters"
    WalkPark "walk-park" Walk "Put this step off to the next session, or take it up again"
    WalkNote "walk-note" Walk "Write a note; it lands in the quadrant of this step"
    WalkAction "walk-action" Walk "Take on an action, with who and by when"
    WalkDecision "walk-decision" Walk "Write down a decision, with its why"
    WalkZone "walk-zone" Walk "Decide on the zone of the chosen child"
    WalkFinish "walk-finish" Walk "Make the record of this session and go on to the next case"
    WalkSkip "walk-skip" Walk "Leave this case as it is and go on to the next"
    WalkEnd "walk-end" Walk "End the walk here"
    Present "present" Walk "Show it large, for two people at one screen; again to come back"

    NoteDone "note-done" Note "Keep the note and go on"
    NoteQuadrant "note-quadrant" Note "Write in the next quadrant instead"

    ImportAccept "import-accept" Import "Bring these rows in"

    FieldNext "field-next" Form "Go to the next field"
    FieldPrevious "field-previous" Form "Go to the field before"
    FormSave "form-save" Form "Save"
    DraftDrop "draft-drop" Form "Throw away what was typed"
    WordingKeep "wording-keep" Form "Keep this wording as it is; it is not asked about again"
    FieldEditor "field-editor" Form "Write this field in your own editor"
    ChoiceNext "choice-next" Form "Take the next choice of this field"
    ChoicePrevious "choice-previous" Form "Take the choice before"

    PrivateAdd "private-add" Private "Write a note"
    PrivateEdit "private-edit" Private "Put this note right; what stood there stays too"

    PromptAccept "prompt-accept" Prompt "Use these words"
    PromptNext "prompt-next" Prompt "Go to the next line of what was found"
    PromptPrevious "prompt-previous" Prompt "Go to the line before"
}

impl Command {
    /// The command of this name.
    pub fn from_name(name: &str) -> Option<Command> {
        Command::ALL
            .iter()
            .copied()
            .find(|command| command.name() == name)
    }
}

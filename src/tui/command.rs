//! The command table: every action once, with its name, where it belongs, whether it reads or writes, and its words.
//!
//! Keymap files, the palette, the hint line, the help and the documentation all read this table. A command has no
//! payload: what it acts on stands in the model.

pub use super::scope::Scope;

macro_rules! commands {
    (@reads) => { false };
    (@writes) => { true };
    ($($(#[$doc:meta])* $variant:ident $name:literal $scope:ident $does:ident $words:literal)*) => {
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

            /// Whether it can change what is kept: a record, a draft, a private note. Such a command is refused while
            /// an earlier day of the case is seen, and while the store is locked.
            pub fn writes(self) -> bool {
                match self { $(Command::$variant => commands!(@$does),)* }
            }

            /// What it does, in words.
            pub fn words(self) -> &'static str {
                match self { $(Command::$variant => $words,)* }
            }
        }
    };
}

commands! {
    Help "help" Everywhere reads "Show the keys that work here"
    Palette "palette" Everywhere reads "Find any command by its name"
    Back "back" Everywhere reads "Go back one step"
    Quit "quit" Everywhere reads "Leave Throughline"
    Lock "lock" Everywhere reads "Lock the screen until the passphrase is given"
    Undo "undo" Everywhere writes "Take back the last change"
    Redo "redo" Everywhere writes "Do again what was taken back"
    Walk "walk" Everywhere writes "Walk through the case for supervision, or go on with the walk"
    ThemeNext "theme-next" Everywhere reads "Use the next theme"
    SearchCaseload "search-caseload" Everywhere reads "Search every case for words"
    Redraw "redraw" Everywhere reads "Draw the whole screen again"
    PrivateNotes "private-notes" Everywhere reads "Open private notes about a worker, apart from every case"

    Unlock "unlock" Unlock reads "Open the store with this passphrase"

    Down "down" List reads "Go down one line"
    Up "up" List reads "Go up one line"
    First "first" List reads "Go to the first line"
    Last "last" List reads "Go to the last line"
    PageDown "page-down" List reads "Go down half a page"
    PageUp "page-up" List reads "Go up half a page"
    Open "open" List reads "Open what is chosen"
    Filter "filter" List reads "Show only lines with these words"
    Mark "mark" List reads "Mark this line, or take the mark away"
    Copy "copy" List reads "Copy this line to the clipboard"
    PaneNext "pane-next" List reads "Go to the next part of the screen"
    PanePrevious "pane-previous" List reads "Go to the part of the screen before"

    CaseAdd "case-add" Caseload writes "Add a family"
    CaseEdit "case-edit" Caseload writes "Change a family's name, worker or note"
    CaseloadSort "caseload-sort" Caseload reads "Sort the caseload another way"
    CaseMark "case-mark" Caseload reads "Mark this family, or take the mark away"
    CaseloadByWorker "caseload-by-worker" Caseload reads "Show the caseload worker by worker, or all together"
    DraftOpen "draft-open" Caseload writes "Open a draft that was left unfinished"

    TabBoard "tab-board" Case reads "Go to the board"
    TabFamily "tab-family" Case reads "Go to the family"
    TabChronology "tab-chronology" Case reads "Go to the chronology"
    TabAnalysis "tab-analysis" Case reads "Go to the analysis"
    TabFactors "tab-factors" Case reads "Go to the factors"
    TabMatrix "tab-matrix" Case reads "Go to the matrix"
    TabPlan "tab-plan" Case reads "Go to the Support and Solutions Plan"
    TabGoals "tab-goals" Case reads "Go to the goals"
    TabSupervision "tab-supervision" Case reads "Go to supervision"
    TabStages "tab-stages" Case reads "Go to the stages"
    TabNext "tab-next" Case reads "Go to the next tab"
    TabPrevious "tab-previous" Case reads "Go to the tab before"
    SearchCase "search-case" Case reads "Search this case for words"
    AsAt "as-at" Case reads "See the case as it was known on an earlier day"
    ImportChronology "import-chronology" Case writes "Bring in chronologies of other agencies"
    Zoom "zoom" Case reads "Give the whole screen to this part, or give it back"

    EntryAdd "entry-add" Chronology writes "Add an entry to the chronology"
    EntryEdit "entry-edit" Chronology writes "Change this entry"
    EntryRemove "entry-remove" Chronology writes "Remove this entry (it can be brought back)"
    EntryJoin "entry-join" Chronology writes "Join this entry with one that tells the same event"
    EntrySplit "entry-split" Chronology writes "Split an account off into an entry of its own"
    EntrySettle "entry-settle" Chronology writes "Settle what is open about this entry, and say why"
    EntryHistory "entry-history" Chronology reads "Show how this entry was changed over time"
    BandIn "band-in" Chronology reads "See less time and more detail on the band"
    BandOut "band-out" Chronology reads "See more time on the band"
    BandEarlier "band-earlier" Chronology reads "Move the band to earlier times"
    BandLater "band-later" Chronology reads "Move the band to later times"
    LengthNext "length-next" Chronology reads "Show all entries, key events, or the story in one page"
    FilterForm "filter-form" Chronology reads "Filter by theme, source, person, zone or period"
    FilterClear "filter-clear" Chronology reads "Show everything again"
    DoubtNext "doubt-next" Chronology reads "Go to the next entry with an open question"
    ContradictionNext "contradiction-next" Chronology reads "Go to the next place where accounts differ"
    GapNext "gap-next" Chronology reads "Go to the next gap"
    ChildNext "child-next" Chronology reads "Show the ages and entries of another child"

    PersonAdd "person-add" Family writes "Add a person"
    PersonEdit "person-edit" Family writes "Change what is recorded of this person"
    PersonRemove "person-remove" Family writes "Remove this person (can be brought back)"
    PlacementAdd "placement-add" Family writes "Add a placement"
    LegalAdd "legal-add" Family writes "Add a legal status of a child"
    BondAdd "bond-add" Family writes "Add a family link"
    EmotionalLineAdd "emotional-line-add" Family writes "Add an emotional line: how two people get on"
    HouseholdAdd "household-add" Family writes "Add a household: who lives together"

    FamilyView "family-view" Family reads "Look at the family another way: people, genogram, ecomap, relationships"
    FamilyPeople "family-people" Family reads "Show the people of the family in a list"
    FamilyGenogram "family-genogram" Family reads "Show the genogram: how the family belongs together"
    FamilyEcomap "family-ecomap" Family reads "Show the ecomap: what is around the child or the family"
    FamilyRelationships "family-relationships" Family reads "Show the relationships that last, contact after care, promises"

    KinLeft "kin-left" Genogram reads "Go to who stands left: a brother, a sister, a partner"
    KinRight "kin-right" Genogram reads "Go to who stands right: a brother, a sister, a partner"
    GenogramFrom "genogram-from" Genogram reads "See the family from this person"
    GenogramFold "genogram-fold" Genogram reads "Fold the branch behind this person away, or unfold it"
    GenogramNearer "genogram-nearer" Genogram reads "Write more on each person: names, full names"
    GenogramFurther "genogram-further" Genogram reads "Write less on each person: names, initials"
    GenogramHouseholds "genogram-households" Genogram reads "Show or hide the lines around those who live together"
    GenogramPastCare "genogram-past-care" Genogram reads "Show or hide care that ended"
    GenogramTies "genogram-emotional-lines" Genogram reads "Show or hide all emotional lines"
    GenogramLeft "genogram-left" Genogram reads "Move the drawing to see more of its left"
    GenogramRight "genogram-right" Genogram reads "Move the drawing to see more of its right"
    ConnectionAdd "connection-add" Ecomap writes "Add what the one in the middle is connected with"
    ConnectionEdit "connection-edit" Ecomap writes "Change this connection"
    ConnectionRemove "connection-remove" Ecomap writes "Remove this connection (it can be brought back)"
    EcomapCentre "ecomap-centre" Ecomap reads "Put the next person, or the family, in the middle"
    EcomapAcross "ecomap-across" Ecomap reads "Go to the other side, informal or formal"
    RelationshipAdd "relationship-add" Relationships writes "Add to the chosen list: a relationship, an action, a request, a promise"
    RelationshipAsked "relationship-asked" Relationships writes "Write down what the child says of this relationship today"
    RelationshipSettle "relationship-settle" Relationships writes "Decide on this request, or say that this promise was kept"
    RelationshipMap "relationship-map" Relationships reads "Show the map of the circles around the child, or the lists"
    RelationshipChild "relationship-child" Relationships reads "Look at the relationships of the next child"

    StageMark "stage-mark" Stages writes "Say how far this item is"
    StageRemove "stage-remove" Stages writes "Take back what was said of this item"
    StageRole "stage-role" Stages writes "Name who has this part, or change it"
    StageView "stage-view" Stages reads "Show the reunification tasks or stages"

    FactorAdd "factor-add" Factors writes "Add a finding about this factor"
    FactorEdit "factor-edit" Factors writes "Change this finding"
    FactorRemove "factor-remove" Factors writes "Remove this finding (it can be brought back)"
    FactorDomain "factor-domain" Factors reads "Show one domain after another, or all of them"
    FactorView "factor-view" Factors reads "Show all factors, those recorded, with questions, or old"

    DecisionAdd "decision-add" Matrix writes "Record a decision on this child's zone"
    MatrixEdit "matrix-edit" Matrix writes "Change this decision, or what shows capacity"
    MatrixRemove "matrix-remove" Matrix writes "Remove this decision (it can be brought back)"
    MatrixChild "matrix-child" Matrix reads "Look at the next child's matrix"
    MatrixFamily "matrix-family" Matrix reads "Show the family's version, or go back from it"
    CapacityAdd "capacity-add" Matrix writes "Record capacity for change that a carer shows"
    LapseAdd "lapse-add" Matrix writes "Record a lapse; it does not start the clock again"

    Prompts "prompts" Thinking reads "Show what the handbook asks here, or hide it"
    PartEdit "part-edit" Thinking writes "Change what is chosen"
    PartRemove "part-remove" Thinking writes "Remove what is chosen (it can be brought back)"

    ThoughtAdd "thought-add" Analysis writes "Add to the heading that is chosen"
    RecognitionAdd "recognition-add" Analysis writes "Say how somebody is recognised"
    ThoughtHistory "thought-history" Analysis reads "Show how a hypothesis was thought again"

    PlanAdd "plan-add" Plan writes "Add a challenge, or a support on its side"
    BottomLineAdd "bottom-line-add" Plan writes "Add a bottom line"
    PlanAgree "plan-agree" Plan writes "Keep the plan as it is agreed today"
    PlanSince "plan-since" Plan reads "Show what changed since an agreed version"

    GoalAdd "goal-add" Goals writes "Add a goal with its five levels"
    GoalReview "goal-review" Goals writes "Review this goal"
    PurposeAdd "purpose-add" Goals writes "Add a purpose that goals lead to"
    GoalScore "goal-score" Goals reads "Show or hide the optional score"

    SupervisionAdd "supervision-add" Supervision writes "Add to the heading that is chosen: a session, an action, a decision"
    OccasionAdd "occasion-add" Supervision writes "Add a visit, a review or another formal step"
    ActionDone "action-done" Supervision writes "Say that this action is done, and what came of it"
    ChangesSince "changes-since" Supervision reads "Show what changed since a day, such as the last supervision"
    DueMeet "due-meet" Supervision writes "Write down what meets this date"

    WalkNext "walk-next" Walk reads "Go on to the next step"
    WalkBack "walk-back" Walk reads "Go back to the step before"
    WalkJump "walk-jump" Walk reads "Jump to a step by its number or first letters"
    WalkPark "walk-park" Walk writes "Put this step off to the next session, or take it up again"
    WalkNote "walk-note" Walk writes "Write a note; it lands in the quadrant of this step"
    WalkAction "walk-action" Walk writes "Take on an action, with who and by when"
    WalkDecision "walk-decision" Walk writes "Write down a decision, with its why"
    WalkZone "walk-zone" Walk writes "Decide on the zone of the chosen child"
    WalkFinish "walk-finish" Walk writes "Make the record of this session and go on to the next case"
    WalkSkip "walk-skip" Walk reads "Leave this case as it is and go on to the next"
    WalkEnd "walk-end" Walk reads "End the walk here"
    Present "present" Walk reads "Show it large, for two people at one screen; again to come back"

    NoteDone "note-done" Note writes "Keep the note and go on"
    NoteQuadrant "note-quadrant" Note writes "Write in the next quadrant instead"

    ImportAccept "import-accept" Import writes "Bring these rows in"

    FieldNext "field-next" Form reads "Go to the next field"
    FieldPrevious "field-previous" Form reads "Go to the field before"
    FormSave "form-save" Form writes "Save"
    DraftDrop "draft-drop" Form writes "Throw away what was typed"
    WordingKeep "wording-keep" Form writes "Keep this wording as it is; it is not asked about again"
    FieldEditor "field-editor" Form reads "Write this field in your own editor"
    ChoiceNext "choice-next" Form reads "Take the next choice of this field"
    ChoicePrevious "choice-previous" Form reads "Take the choice before"

    PrivateAdd "private-add" Private writes "Write a note"
    PrivateEdit "private-edit" Private writes "Put this note right; what stood there stays too"

    PromptAccept "prompt-accept" Prompt reads "Use these words"
    PromptNext "prompt-next" Prompt reads "Go to the next line of what was found"
    PromptPrevious "prompt-previous" Prompt reads "Go to the line before"
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

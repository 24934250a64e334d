//! The table of scopes: where keys and commands belong, in the order in which the help tells of them.

macro_rules! scopes {
    ($($variant:ident $name:literal $title:literal $doc:literal)*) => {
        /// Where keys and commands belong. A key is looked up in the scopes of the model from the innermost out.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Scope { $(#[doc = $doc] $variant,)* }

        impl Scope {
            /// All scopes, in the order of the table.
            pub const ALL: &'static [Scope] = &[$(Scope::$variant,)*];

            /// The section of a keymap file.
            pub fn name(self) -> &'static str {
                match self { $(Scope::$variant => $name,)* }
            }

            /// What the help calls it.
            pub fn title(self) -> &'static str {
                match self { $(Scope::$variant => $title,)* }
            }
        }
    };
}

scopes! {
    Everywhere "everywhere" "Everywhere" "On every screen."
    Caseload "caseload" "Caseload" "The list of all children."
    Case "case" "In a case" "Inside a case, whatever the pane."
    Board "board" "Board" "The board of a case."
    Family "family" "Family" "The people of a family and where they live."
    Genogram "genogram" "Genogram" "The genogram of a family."
    Ecomap "ecomap" "Ecomap" "The ecomap of a child or a family."
    Relationships "relationships" "Relationships" "Relationships that last, contact after care, promises."
    Chronology "chronology" "Chronology" "The chronology."
    Analysis "analysis" "Analysis" "The story so far, hypotheses, needs, curiosities."
    Factors "factors" "Factors" "Risk and protective factors."
    Matrix "matrix" "Matrix" "The Risk and Resilience Matrix."
    Plan "plan" "Support and Solutions Plan" "The Support and Solutions Plan."
    Goals "goals" "Goals" "Goals and their reviews."
    Supervision "supervision" "Supervision" "Supervision: sessions, actions, what is due, decisions, visits."
    Thinking "thinking" "In the analysis, the plan, goals and supervision" "What the panes of thinking, of the plan and of goals have in common."
    Stages "stages" "Stages" "The stages, their gates and checklists."
    Walk "walk" "Walking through a case in supervision" "The walk through a case in supervision."
    Note "note" "Writing a note in the walk" "A note being written in the walk."
    List "list" "In lists" "In any list."
    Search "search" "What a search found" "Results of a search."
    Import "import" "Bringing a file in" "The preview of an import."
    Form "form" "In a form" "A form with fields."
    Drafts "drafts" "Drafts" "The drafts that were left unfinished."
    Private "private" "Private notes" "Private notes about a worker."
    Prompt "prompt" "On a line that asks" "One line of text: filter, search words, a date, the palette."
    Help "help" "In this help" "The help."
    Unlock "unlock" "While it is locked" "The screen that asks for the passphrase."
}

//! The views of a case that `show` knows, as they are typed.

use clap::ValueEnum;

/// Views of a case in lines.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum View {
    /// Who the children are, where they live, and how much is recorded
    #[default]
    Summary,
    /// Everything that is told, in order of time, with gaps and doubts in their place
    Chronology,
    /// The people, how they belong together, and where each child lived
    Family,
    /// The genogram: three generations and more, drawn and told in words
    Genogram,
    /// The ecomap: what is around the family or a child, drawn and told in words
    Ecomap,
    /// Relationships that last, as each child judges them, contact after care, promises
    Relationships,
    /// The turning points in one page
    Story,
    /// Long stretches of which nothing is told
    Gaps,
    /// Where sources tell it differently, side by side
    Contradictions,
    /// Questions that imports left open
    Doubts,
    /// Risk and protective factors, person by person, with their evidence
    Factors,
    /// Where each child stands in the matrix, what is indicated and why, and what was decided
    Matrix,
    /// The matrix in plain words for the family, to print
    MatrixForFamily,
    /// Where the case stands in the stages, and who has which part
    Stages,
    /// Goals with their five levels, how far each has come, and when it is reviewed next
    Goals,
    /// Stories, working hypotheses with what speaks for and against them, needs, what to find out
    Analysis,
    /// Challenges, support, bottom lines, and the versions of the plan that were agreed
    Plan,
    /// Sessions of supervision, what was taken on and decided in them, and what is still to be done
    Supervision,
    /// What a session of supervision walks through, step by step, with the handbook's prompts
    Walk,
}

//! Values of which there is a fixed set, each with its words: one line a value.

use crate::practice::Zone;
use crate::practice::goals::Level;
use crate::practice::matrix::{Resilience, RiskStatus, Wishes, name_of};
use serde::Serialize;
use std::borrow::Cow;

/// One of what a field offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceWords {
    /// What drafts and records keep.
    pub id: Cow<'static, str>,
    /// What people read.
    pub words: Cow<'static, str>,
}

impl ChoiceWords {
    /// An id with its words.
    pub fn new(
        id: impl Into<Cow<'static, str>>,
        words: impl Into<Cow<'static, str>>,
    ) -> ChoiceWords {
        ChoiceWords {
            id: id.into(),
            words: words.into(),
        }
    }
}

/// A type with a fixed set of values.
pub trait FixedChoice: Copy + PartialEq + Serialize + 'static {
    /// Every value, in the order in which people choose among them.
    const CHOICES: &'static [Self];

    /// What people read.
    fn in_words(self) -> Cow<'static, str>;

    /// What drafts, tables and JSON keep: the same name everywhere.
    fn id(self) -> String {
        name_of(&self)
    }

    /// The value of an id.
    fn from_id(id: &str) -> Option<Self> {
        Self::CHOICES.iter().copied().find(|value| value.id() == id)
    }
}

/// Says the words of every value of a type, in the order in which screens list them: from it come `ALL`, `words` and
/// [`FixedChoice`].
macro_rules! choices {
    ($type:ident { $($value:ident $words:literal,)+ }) => {
        impl $type {
            /// Every one, in the order in which screens list them.
            pub const ALL: [$type; [$($type::$value),+].len()] = [$($type::$value),+];

            /// In words.
            pub fn words(self) -> &'static str {
                match self { $($type::$value => $words),+ }
            }
        }

        impl $crate::record::choices::FixedChoice for $type {
            const CHOICES: &'static [$type] = &$type::ALL;

            fn in_words(self) -> std::borrow::Cow<'static, str> {
                self.words().into()
            }
        }
    };
}
pub(crate) use choices;

macro_rules! of_practice {
    ($($type:ident $words:expr;)*) => {
        $(impl FixedChoice for $type {
            const CHOICES: &'static [$type] = &$type::ALL;

            fn in_words(self) -> Cow<'static, str> {
                $words(self)
            }
        })*
    };
}
of_practice! {
    Zone |zone: Zone| Cow::from(zone.letter_and_word());
    Level |level: Level| Cow::from(format!("{} ({})", level.words(), level.signed()));
    Resilience |it: Resilience| Cow::from(it.words());
    RiskStatus |it: RiskStatus| Cow::from(it.words());
    Wishes |it: Wishes| Cow::from(it.words());
}

//! The words by which accounts make claims that other accounts may contradict: read from `content/claims.toml`.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Words of claims, by what they are about.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claims {
    /// Words of kinship by the relation that they speak of.
    pub kin: BTreeMap<String, Vec<String>>,
    /// Words for all the children whom an account concerns.
    pub all_children: AllChildren,
    /// Who came.
    pub attendance: Attendance,
    /// Who was there.
    pub presence: Presence,
    /// Whether an injury was seen.
    pub injury: Injury,
    /// Where somebody moved to, and since when.
    #[serde(rename = "move")]
    pub moves: Moves,
}

/// Words for all the children.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AllChildren {
    /// The words.
    pub words: Vec<String>,
}

/// Words on who came to an arrangement.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attendance {
    /// What an arrangement is called.
    pub arrangement: Vec<String>,
    /// Somebody came.
    pub came: Vec<String>,
    /// Somebody did not.
    pub did_not_come: Vec<String>,
    /// It was cancelled.
    pub cancelled: Vec<String>,
    /// Words before, after which it is not about this time.
    pub not_now: Vec<String>,
}

/// Words on who was there.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Presence {
    /// Was there.
    pub here: Vec<String>,
    /// Was elsewhere.
    pub away: Vec<String>,
    /// Only the one named was there.
    pub only: Vec<String>,
}

/// Words on injuries.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Injury {
    /// An injury.
    pub seen: Vec<String>,
    /// Words before one, by which none was seen.
    pub none: Vec<String>,
    /// Whole phrases by which none was seen.
    pub none_seen: Vec<String>,
    /// Words before one, by which it was only told of.
    pub hearsay: Vec<String>,
    /// Words for an injury that count only beside a part of the body.
    pub unclear: Vec<String>,
    /// Parts of the body.
    pub body: Vec<String>,
}

/// Words on moves.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moves {
    /// Went to live with somebody.
    pub went: Vec<String>,
    /// Has lived with somebody since.
    pub since: Vec<String>,
    /// Words behind it that make it a visit.
    pub visit: Vec<String>,
}

/// The words that are compiled in.
pub fn claims() -> &'static Claims {
    static CLAIMS: LazyLock<Claims> =
        LazyLock::new(|| toml::from_str(include_str!("content/claims.toml")).unwrap_or_default());
    &CLAIMS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_can_be_read() {
        let claims: Claims = toml::from_str(include_str!("content/claims.toml")).unwrap();
        assert!(claims.kin.len() > 5 && claims.moves.since.len() > 5);
        let unclear = claims.injury.unclear.iter();
        assert!(
            unclear
                .clone()
                .all(|word| claims.injury.seen.contains(word))
        );
    }
}

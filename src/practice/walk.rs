//! The steps of the walk through a case in supervision, from `content/walk.toml`.

use serde::Deserialize;
use std::sync::LazyLock;

/// A step.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WalkStep {
    /// By which records know it; never changes.
    pub id: String,
    /// Its name.
    pub title: String,
    /// What it shows, in a sentence.
    pub about: String,
    /// The heading of `content/guide.toml` whose prompts help with it.
    pub guide: String,
    /// The quadrant in which its notes land ("experience", "reflection", "analysis", "action"); none where nothing is written.
    pub quadrant: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    step: Vec<WalkStep>,
}

static FILE: LazyLock<File> =
    LazyLock::new(|| toml::from_str(include_str!("content/walk.toml")).unwrap_or_default());

/// The steps in their order.
pub fn walk_steps() -> &'static [WalkStep] {
    &FILE.step
}

/// The step of an id.
pub fn walk_step(id: &str) -> Option<&'static WalkStep> {
    FILE.step.iter().find(|step| step.id == id)
}

/// The title of a step; its id where there is none of it any more.
pub fn walk_step_title(id: &str) -> &str {
    walk_step(id).map_or(id, |step| &step.title)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::guide::guide;
    use std::collections::BTreeSet;

    #[test]
    fn the_walk_begins_with_a_safe_place_and_acts_last() {
        let ids: Vec<&str> = walk_steps().iter().map(|step| step.id.as_str()).collect();
        assert_eq!(ids.first(), Some(&"safe-space"));
        assert_eq!(ids.last(), Some(&"close"));
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
        let acts = |step: &WalkStep| step.quadrant.as_deref() == Some("action");
        let first_action = walk_steps().iter().position(acts).unwrap();
        assert!(walk_steps()[first_action..].iter().all(acts));
    }

    #[test]
    fn every_step_has_prompts_and_a_quadrant_that_is_known() {
        for step in walk_steps() {
            assert!(guide(&step.guide).is_some(), "{}", step.id);
            let known = ["experience", "reflection", "analysis", "action"];
            let quadrant = step.quadrant.as_deref();
            assert!(
                quadrant.is_none_or(|one| known.contains(&one)),
                "{}",
                step.id
            );
        }
        assert_eq!(walk_step_title("of-old"), "of-old");
    }
}

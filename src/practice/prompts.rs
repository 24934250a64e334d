//! The fields of the forms as people read them, from `content/prompts.toml`: heading, label and prompt.

use serde::Deserialize;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A field of a form in words.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldWords {
    /// The form that it belongs to; kept in drafts, never changes.
    pub form: String,
    /// The field; kept in drafts, never changes.
    pub name: String,
    /// The heading under which it stands.
    pub heading: String,
    /// Its name on the screen.
    pub label: String,
    /// The prompt for whoever fills it.
    pub asks: String,
    /// Whether it says what the record is about: shown and not asked, and a draft about something else is another draft.
    #[serde(default)]
    pub about: bool,
    /// Whether what stands in a new form at first leans on the day or on whoever is looked at: a draft keeps it, so that
    /// it means the same when it comes back elsewhere.
    #[serde(default)]
    pub leans: bool,
    /// The inventory items behind it (S1H to S1L: handbook p22 and p23).
    #[serde(default)]
    pub items: Vec<String>,
}

#[derive(Default, Deserialize)]
struct File {
    field: Vec<FieldWords>,
}

static FIELDS: LazyLock<Vec<FieldWords>> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("content/prompts.toml")).unwrap_or_default();
    file.field
});

/// The fields of a form, in the order in which they are asked.
pub fn field_words(form: &str) -> impl Iterator<Item = &'static FieldWords> + '_ {
    FIELDS.iter().filter(move |field| field.form == form)
}

/// The label of a field; its name where no form asks for it.
pub fn field_label(form: &str, name: &'static str) -> &'static str {
    static LABELS: LazyLock<HashMap<(&str, &str), &str>> = LazyLock::new(|| {
        let all = FIELDS.iter();
        all.map(|field| {
            (
                (field.form.as_str(), field.name.as_str()),
                field.label.as_str(),
            )
        })
        .collect()
    });
    LABELS.get(&(form, name)).copied().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_content_file_reads_and_no_field_is_asked_twice() {
        let names: BTreeSet<_> = FIELDS
            .iter()
            .map(|field| (&field.form, &field.name))
            .collect();
        assert!(names.len() > 40, "the file did not read");
        assert_eq!(names.len(), FIELDS.len());
    }

    #[test]
    fn every_question_of_the_significance_test_is_asked() {
        let asked: BTreeSet<_> = field_words("entry")
            .flat_map(|field| &field.items)
            .map(String::as_str)
            .collect();
        let wanted = [
            "S1J.1", "S1J.2", "S1J.3", "S1J.4", "S1J.5", "S1J.6", "S1J.7", "S1K.1",
        ];
        assert_eq!(
            wanted
                .into_iter()
                .filter(|item| !asked.contains(item))
                .collect::<Vec<_>>(),
            [""; 0]
        );
    }

    #[test]
    fn labels_and_prompts_fit_a_small_screen() {
        for field in FIELDS.iter() {
            assert!(field.label.chars().count() <= 17, "{}", field.label);
            assert!(field.asks.chars().count() <= 150, "{}", field.asks);
        }
    }
}

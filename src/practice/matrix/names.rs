//! The names that values have in data and drafts ("mostly_mitigated"), the same everywhere.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// The name of a value.
pub fn name_of(value: &impl Serialize) -> String {
    let json = serde_json::to_value(value).unwrap_or_default();
    json.as_str().unwrap_or_default().to_owned()
}

/// The value of a name; `None` when there is none.
pub fn named<T: DeserializeOwned>(name: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::from(name)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::matrix::{Resilience, RiskStatus, Wishes};

    #[test]
    fn every_value_is_found_by_its_name() {
        for risk in RiskStatus::ALL {
            assert_eq!(named(&name_of(&risk)), Some(risk));
        }
        for wishes in Wishes::ALL {
            assert_eq!(named(&name_of(&wishes)), Some(wishes));
        }
        assert_eq!(name_of(&Resilience::Building), "building");
        assert_eq!(named::<Resilience>("soaring"), None);
    }
}

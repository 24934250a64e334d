//! The tests of a working day: one binary, one module a subject.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "day/answers.rs"]
mod answers;
#[path = "day/as_at.rs"]
mod as_at;
#[path = "day/board.rs"]
mod board;
#[path = "day/caseload.rs"]
mod caseload;
#[path = "day/changes.rs"]
mod changes;
#[path = "day/changes_fields.rs"]
mod changes_fields;
#[path = "day/chronology.rs"]
mod chronology;
#[path = "day/decisions.rs"]
mod decisions;
#[path = "day/desk.rs"]
mod desk;
#[path = "day/drafts.rs"]
mod drafts;
#[path = "day/due.rs"]
mod due;
#[path = "day/ecomap.rs"]
mod ecomap;
#[path = "day/ecomap_plain.rs"]
mod ecomap_plain;
#[path = "day/factors.rs"]
mod factors;
#[path = "day/family.rs"]
mod family;
#[path = "day/family_journey.rs"]
mod family_journey;
#[path = "day/finding.rs"]
mod finding;
#[path = "day/first_day.rs"]
mod first_day;
#[path = "day/forms.rs"]
mod forms;
#[path = "day/frame.rs"]
mod frame;
#[path = "day/gedcom.rs"]
mod gedcom;
#[path = "day/gedcom_commands.rs"]
mod gedcom_commands;
#[path = "day/gedcom_honest.rs"]
mod gedcom_honest;
#[path = "day/gedcom_properties.rs"]
mod gedcom_properties;
#[path = "day/genogram.rs"]
mod genogram;
#[path = "day/goals_plain.rs"]
mod goals_plain;
#[path = "day/house.rs"]
mod house;
#[path = "day/house_circles.rs"]
mod house_circles;
#[path = "day/house_names.rs"]
mod house_names;
#[path = "day/import.rs"]
mod import;
#[path = "day/import_across.rs"]
mod import_across;
#[path = "day/import_agencies.rs"]
mod import_agencies;
#[path = "day/import_commands.rs"]
mod import_commands;
#[path = "day/import_desk.rs"]
mod import_desk;
#[path = "day/import_factors.rs"]
mod import_factors;
#[path = "day/import_goals.rs"]
mod import_goals;
#[path = "day/import_goals_again.rs"]
mod import_goals_again;
#[path = "day/import_people.rs"]
mod import_people;
#[path = "day/import_properties.rs"]
mod import_properties;
#[path = "day/import_rows.rs"]
mod import_rows;
#[path = "day/import_screen.rs"]
mod import_screen;
#[path = "day/import_typed.rs"]
mod import_typed;
#[path = "day/import_who.rs"]
mod import_who;
#[path = "day/import_zones.rs"]
mod import_zones;
#[path = "day/indicate.rs"]
mod indicate;
#[path = "day/journeys.rs"]
mod journeys;
#[path = "day/json_docs.rs"]
mod json_docs;
#[path = "day/line.rs"]
mod line;
#[path = "day/lock.rs"]
mod lock;
#[path = "day/matrix.rs"]
mod matrix;
#[path = "day/matrix_journey.rs"]
mod matrix_journey;
#[path = "day/notices.rs"]
mod notices;
#[path = "day/open_questions.rs"]
mod open_questions;
#[path = "day/plain.rs"]
mod plain;
#[path = "day/plain_thinking.rs"]
mod plain_thinking;
#[path = "day/private.rs"]
mod private;
#[path = "day/private_plain.rs"]
mod private_plain;
#[path = "day/relationships.rs"]
mod relationships;
#[path = "day/seeing.rs"]
mod seeing;
#[path = "day/stages.rs"]
mod stages;
#[path = "day/standing.rs"]
mod standing;
#[path = "day/store_backup.rs"]
mod store_backup;
#[path = "day/store_commands.rs"]
mod store_commands;
#[path = "day/store_desk.rs"]
mod store_desk;
#[path = "day/store_faults.rs"]
mod store_faults;
#[path = "day/store_foreign.rs"]
mod store_foreign;
#[path = "day/store_kills.rs"]
mod store_kills;
#[path = "day/store_private.rs"]
mod store_private;
#[path = "day/store_seal.rs"]
mod store_seal;
#[path = "day/supervision_desk.rs"]
mod supervision_desk;
#[path = "day/supervision_plain.rs"]
mod supervision_plain;
#[path = "day/tables.rs"]
mod tables;
#[path = "day/terminal.rs"]
mod terminal;
#[path = "day/thinking.rs"]
mod thinking;
#[path = "day/thinking_journey.rs"]
mod thinking_journey;
#[path = "day/walk.rs"]
mod walk;
#[path = "day/walk_journey.rs"]
mod walk_journey;
#[path = "day/wording.rs"]
mod wording;
#[path = "day/workers.rs"]
mod workers;

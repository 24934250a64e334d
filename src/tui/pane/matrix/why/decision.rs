//! Why a decision was made: its reason and voices, what was indicated before it, and its evidence.

use crate::insight::zones::evidence::decision;
use crate::insight::zones::replay::{Indicated, Replayed};
use crate::insight::zones::telling::{beside_in_words, indicated_in_words, voices_in_words};
use crate::practice::Zone;
use crate::record::{RecordId, SIX_MONTHS, VoiceOf};
use crate::tui::pane::matrix::why::Why;
use crate::tui::theme::Role;

impl Why<'_> {
    pub(super) fn decision(&mut self, id: RecordId) {
        let Some(record) = self.file.decisions.get(&id) else {
            return;
        };
        let body = &record.body;
        let replayed = self
            .seen
            .replayed
            .iter()
            .find(|replayed| replayed.decision == id);
        self.page.words(
            &format!("{}: {}", body.on.in_short(), body.zone.letter_and_word()),
            Role::Heading,
        );
        self.page.words(&body.reason, Role::Text);
        if let Some(from) = &body.counts_from {
            let words = format!(
                "Counts from {}, decided on {}: {}",
                from.in_short(),
                body.on.in_short(),
                body.counts_from_why
            );
            self.page.words(&words, Role::Text);
        }
        if let Some(period) = &body.period {
            let words = format!(
                "Period of {} months, agreed by {}: {}",
                period.months, period.agreed_by, period.why
            );
            self.page.words(&words, Role::Text);
        }
        let voices = voices_in_words(body);
        match voices.is_empty() {
            true => self.page.words("Nobody is named for it.", Role::Attention),
            false => self.page.words(&voices, Role::Text),
        }
        if !body.contributors.is_empty() {
            self.page.words(
                &format!("Also heard: {}", body.contributors.join(", ")),
                Role::Text,
            );
        }
        let independent = body
            .voices
            .iter()
            .any(|voice| voice.of == VoiceOf::Independent);
        if body.zone == Zone::Red && !independent {
            let words = "No independent practitioner is named; for Red one should be where there is one (p29).";
            self.page.words(words, Role::Attention);
        }
        if let Some(replayed) = replayed {
            self.replayed(replayed);
        }
        self.page.heading("Its evidence");
        if let Some(ground) = decision(self.file, id, self.today) {
            self.entries(&ground);
        }
        if !body.origin.is_empty() {
            self.page
                .words(&format!("Came in from {}.", body.origin), Role::Quiet);
        }
    }

    fn replayed(&mut self, replayed: &Replayed) {
        self.page.heading("Indicated before it");
        self.page
            .words(&indicated_in_words(&replayed.indicated), Role::Text);
        let months = match &replayed.indicated {
            Indicated::Again(_, told) => told.months,
            Indicated::First(_) => SIX_MONTHS,
        };
        self.rule(replayed.indicated.rule(), months);
        if let Some(decision) = self.file.decisions.get(&replayed.decision) {
            self.page
                .words(&beside_in_words(replayed, &decision.body), Role::Text);
        }
        self.page.heading("What was read at it");
        self.parts(&replayed.read);
    }
}

//! The plan as plain lines.

use super::{BottomLineShown, ChallengeShown, Helps, PlanPage, SupportShown, VersionShown};
use crate::cli::lines::{Lines, listed};
use crate::cli::show::Page;
use crate::cli::show::linked::{write, write_day};
use crate::insight::plan::horizon_words;
use crate::record::Horizon;

impl Page for PlanPage {
    fn write(&self, lines: &mut Lines) {
        if let Some(since) = &self.since {
            since.write(lines);
        }
        if self.challenges.is_empty() {
            lines.heading("Challenges");
            lines.item("No challenge is written yet.");
        }
        for horizon in Horizon::ALL {
            for challenge in &self.challenges {
                if challenge.horizon == horizon && !challenge.over {
                    challenge.write(lines);
                }
            }
        }
        for support in self.supports.iter().filter(|support| !support.over) {
            support.write(lines);
        }
        if self.supports.is_empty() {
            lines.heading("Support");
            lines.item("No support is written yet.");
        }
        for line in self.bottom_lines.iter().filter(|line| !line.over) {
            line.write(lines);
        }
        for challenge in self.challenges.iter().filter(|challenge| challenge.over) {
            challenge.write(lines);
        }
        for support in self.supports.iter().filter(|support| support.over) {
            support.write(lines);
        }
        for line in self.bottom_lines.iter().filter(|line| line.over) {
            line.write(lines);
        }
        lines.heading("Versions that were agreed");
        if self.versions.is_empty() {
            lines.item("No version was agreed yet.");
        }
        for version in &self.versions {
            version.write(lines);
        }
    }
}

fn questions(lines: &mut Lines, asked: &[&str]) {
    for question in asked {
        lines.fact("To think about", question);
    }
}

fn over(is_over: bool, word: &str) -> String {
    match is_over {
        true => format!(", {word}"),
        false => String::new(),
    }
}

impl ChallengeShown {
    fn write(&self, lines: &mut Lines) {
        lines.heading(format!(
            "Challenge{}, {}",
            over(self.over, "over"),
            horizon_words(self.horizon).to_lowercase()
        ));
        lines.item(&self.text);
        lines.fact("About", &self.about);
        lines.fact("The family's view", &self.family_view);
        lines.fact("Solutions", &self.solutions);
        if self.supports.is_empty() && !self.over {
            lines.fact("Support for it", "none yet");
        }
        for support in &self.supports {
            lines.fact(
                "Support for it",
                format!("{} ({})", support.text, support.in_words()),
            );
        }
        write(lines, "Bottom line", &self.bottom_lines);
        write(lines, "Need that it answers", &self.needs);
        lines.fact("Factors", self.factors.join("; "));
        write(lines, "Goal that measures it", &self.goals);
        lines.fact("Part of", self.plans.join(", "));
        write_day(lines, "Since", self.from.as_ref());
        write_day(lines, "Until", self.to.as_ref());
        lines.fact("How it ended", &self.why_ended);
        questions(lines, &self.questions);
    }
}

impl Helps {
    fn in_words(&self) -> String {
        format!(
            "in place: {}, used: {}, works: {}",
            self.in_place, self.used, self.works
        )
    }
}

impl SupportShown {
    fn write(&self, lines: &mut Lines) {
        lines.heading(format!("Support{}", over(self.over, "over")));
        lines.item(&self.answers.text);
        lines.fact("For", &self.people);
        match (self.provider.as_str(), self.own_network) {
            ("", true) => lines.fact("Provided by", "the family's own people"),
            (provider, true) => {
                lines.fact(
                    "Provided by",
                    format!("{provider} (the family's own people)"),
                );
            }
            (provider, false) => lines.fact("Provided by", provider),
        }
        lines.fact("How it is reached", &self.how_reached);
        lines.fact("Put in place", self.answers.in_place);
        lines.fact("Used", self.answers.used);
        lines.fact("Works", self.answers.works);
        lines.fact("What shows it", &self.how_it_goes);
        write(lines, "Helps with", &self.challenges);
        write(lines, "Need that it meets", &self.needs);
        write_day(lines, "Since", self.from.as_ref());
        write_day(lines, "Until", self.to.as_ref());
        questions(lines, &self.questions);
    }
}

impl BottomLineShown {
    fn write(&self, lines: &mut Lines) {
        lines.heading(format!("Bottom line{}", over(self.over, "lifted")));
        lines.item(&self.text);
        lines.fact("Binds", &self.binds);
        lines.fact("Because", &self.because);
        lines.fact("If it is crossed", &self.if_crossed);
        lines.fact("Said to the family", &self.said_to_family);
        write(lines, "Belongs to", &self.challenges);
        write_day(lines, "Since", self.from.as_ref());
        write_day(lines, "Until", self.to.as_ref());
        questions(lines, &self.questions);
    }
}

impl VersionShown {
    fn write(&self, lines: &mut Lines) {
        let with = [listed(&self.agreed_with), self.others.clone()];
        let with: Vec<String> = with.into_iter().filter(|who| !who.is_empty()).collect();
        lines.fact(&self.on, &self.held);
        lines.fact(&format!("{}, agreed with", self.on), with.join("; "));
        lines.fact(
            &format!("{}, the family's view", self.on),
            &self.family_view,
        );
        let review = self.review.as_deref().unwrap_or_default();
        lines.fact(&format!("{}, to be reviewed", self.on), review);
    }
}

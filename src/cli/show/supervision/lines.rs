//! Supervision as plain lines.

use super::{ActionShown, DecisionShown, Named, SessionShown, SupervisionPage};
use crate::cli::lines::{Lines, listed};
use crate::cli::show::Page;
use crate::cli::show::linked::{write, write_day};

impl Page for SupervisionPage {
    fn write(&self, lines: &mut Lines) {
        lines.heading("Supervision");
        if self.sessions.is_empty() {
            lines.item("No session is written down yet.");
        }
        if let Some(next) = &self.next_on {
            let passed = match self.next_has_passed {
                true => ", which has passed without a session",
                false => "",
            };
            lines.fact("Next session", format!("{next}{passed}"));
        }
        lines.fact("Put off to it", names(&self.parked));
        if !self.open_actions.is_empty() {
            lines.heading("Still to be done");
        }
        for action in &self.open_actions {
            lines.item(action.in_a_line());
        }
        for session in &self.sessions {
            session.write(lines);
        }
        if !self.other_decisions.is_empty() {
            lines.heading("Decided outside supervision");
        }
        for decision in &self.other_decisions {
            decision.write(lines);
        }
    }
}

fn names(of: &[Named]) -> String {
    let names: Vec<&str> = of.iter().map(|one| one.name.as_str()).collect();
    names.join("; ")
}

impl SessionShown {
    fn write(&self, lines: &mut Lines) {
        lines.heading(format!("Session of {}, {}", self.on, self.kind));
        lines.fact("Worker", &self.worker);
        lines.fact("Supervisor", &self.supervisor);
        lines.fact("Also there", &self.others);
        if let Some(minutes) = self.minutes {
            lines.fact("Minutes", minutes);
        }
        lines.fact("Where and how", &self.setting);
        lines.fact("About", listed(&self.children));
        for (quadrant, words) in [
            ("Experience", &self.experience),
            ("Reflection", &self.reflection),
            ("Reflection in action", &self.in_action),
            ("Reflection on action", &self.on_action),
            ("Analysis", &self.analysis),
            ("Action", &self.action),
        ] {
            lines.fact(quadrant, words);
        }
        lines.fact("Question", self.question.unwrap_or_default());
        for action in &self.actions {
            action.write(lines);
        }
        for decision in &self.decisions {
            decision.write(lines);
        }
        for zone in &self.zones_decided {
            lines.fact("Decided on a zone", &zone.text);
        }
        lines.fact("It rested on", names(&self.conditions));
        lines.fact("It served", names(&self.principles));
        lines.fact("It restored", names(&self.facets));
        lines.fact("Put off", names(&self.parked));
        write_day(lines, "Next session", self.next_on.as_ref());
    }
}

impl ActionShown {
    /// Who does what by when, and how that stands.
    fn in_a_line(&self) -> String {
        let due = match &self.due {
            Some(due) => format!("by {due}"),
            None => "no day set".to_owned(),
        };
        let state = match self.state {
            "open" => String::new(),
            state => format!(", {state}"),
        };
        format!("{}: {} ({due}{state})", self.owner, self.text)
    }

    fn write(&self, lines: &mut Lines) {
        lines.fact("Taken on", self.in_a_line());
        lines.fact("- What for", &self.what_for);
        lines.fact("- About", listed(&self.about));
        write(lines, "- Serves", &self.serves);
        if let Some(done) = &self.done_on {
            lines.fact("- Done", format!("{done}. {}", self.outcome));
        }
        lines.fact("- Let go", &self.let_go);
    }
}

impl DecisionShown {
    fn write(&self, lines: &mut Lines) {
        lines.fact("Decided", format!("{} ({})", self.text, self.on));
        lines.fact("- Why", &self.why);
        lines.fact("- About", listed(&self.about));
        lines.fact("- By", &self.decided_by);
        lines.fact("- What those think whom it concerns", &self.views);
        write(lines, "- Rests on", &self.evidence);
        lines.fact("- What would change it", &self.change_mind);
    }
}

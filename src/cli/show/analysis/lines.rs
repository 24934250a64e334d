//! The analysis as plain lines.

use super::worries::Worry;
use super::{
    AnalysisPage, CuriosityShown, HypothesisShown, NeedShown, OfferShown, RecognitionShown, Side,
    StoryShown,
};
use crate::cli::lines::Lines;
use crate::cli::show::Page;
use crate::cli::show::linked::{write, write_day};
use crate::insight::words::first_large;

impl Page for AnalysisPage {
    fn write(&self, lines: &mut Lines) {
        if self.stories.is_empty() {
            lines.heading("Story so far");
            lines.item("Nobody's story is written yet.");
        }
        for story in &self.stories {
            story.write(lines);
        }
        let sides = [
            ("What worries the children", &self.worries.children),
            ("What worries the parents", &self.worries.parents),
            ("What worries the wider family", &self.worries.wider_family),
            (
                "What worries the professionals",
                &self.worries.professionals,
            ),
        ];
        for (title, worries) in sides {
            worried(lines, title, worries);
        }
        if !self.recognition.is_empty() {
            lines.heading("Recognition");
        }
        for seen in &self.recognition {
            seen.write(lines);
        }
        if self.hypotheses.is_empty() {
            lines.heading("Working hypotheses");
            lines.item("No explanation is written yet; more than one is expected.");
        }
        for thought in &self.hypotheses {
            thought.write(lines);
        }
        if !self.questions.is_empty() {
            lines.heading("To think about, of all hypotheses");
        }
        for question in &self.questions {
            lines.item(question);
        }
        if self.needs.is_empty() {
            lines.heading("Needs");
            lines.item("No need is written yet.");
        }
        for need in &self.needs {
            need.write(lines);
        }
        if self.curiosities.is_empty() && self.offered.is_empty() {
            lines.heading("Curious about");
            lines.item("Nothing is open. What do we not know yet?");
        }
        for asked in &self.curiosities {
            asked.write(lines);
        }
        if !self.offered.is_empty() {
            lines.heading("The chronology offers to be curious about");
        }
        for offer in &self.offered {
            offer.write(lines);
        }
    }
}

/// A line for each question to think with.
pub fn questions(lines: &mut Lines, asked: &[&str]) {
    for question in asked {
        lines.fact("To think about", question);
    }
}

fn worried(lines: &mut Lines, title: &str, worries: &[Worry]) {
    if worries.is_empty() {
        return;
    }
    lines.heading(title);
    for worry in worries {
        lines.fact(&first_large(&worry.of), &worry.text);
    }
}

impl StoryShown {
    fn write(&self, lines: &mut Lines) {
        lines.heading(format!("The story as told by {}", self.told_by));
        if !self.words.is_empty() {
            lines.item(&self.words);
        }
        lines.fact("Drives and hinders", &self.drivers);
        lines.fact("Hopes", &self.hopes);
        lines.fact("Fears", &self.fears);
        lines.fact("Worries", &self.worries);
        lines.fact("Their own part", &self.own_part);
        lines.fact("Strength and risk", &self.resilience_and_risk);
        write_day(lines, "Told on", self.told_on.as_ref());
        lines.fact("Told to", &self.heard_by);
        write(lines, "Entry", &self.entries);
    }
}

impl RecognitionShown {
    fn write(&self, lines: &mut Lines) {
        let title = format!("{}, {}", self.of, self.name.to_lowercase());
        let on = self.on.as_ref();
        let on = on.map_or(String::new(), |on| format!(" (as of {on})"));
        match self.recognised.is_empty() {
            true => lines.fact(&title, format!("not recognised yet{on}")),
            false => lines.fact(&title, format!("{}{on}", self.recognised)),
        }
        lines.fact(&format!("{title}, missing"), &self.missing);
        write(lines, &format!("{title}, entry"), &self.entries);
    }
}

impl HypothesisShown {
    fn write(&self, lines: &mut Lines) {
        let stands = match self.state {
            "live" => self.strength,
            past => past,
        };
        lines.heading(format!("Working hypothesis, {stands}"));
        lines.item(&self.text);
        lines.fact(&format!("Why {stands}"), &self.state_why);
        if let Some(other) = &self.replaced_by {
            lines.fact("Replaced by", &other.text);
        }
        write(lines, "It took the place of", &self.took_the_place_of);
        lines.fact("About", &self.about);
        lines.fact("It speaks to", &self.speaks_to);
        write_day(lines, "First thought", self.on.as_ref());
        self.pro.write(lines, "Speaks for it");
        self.against.write(lines, "Speaks against it");
        lines.fact("Would change our mind", &self.change_mind);
        lines.fact("The family's view", &self.family_view);
        write(lines, "Need that follows", &self.needs);
        write(lines, "Curious about", &self.curiosities);
        questions(lines, &self.questions);
        for one in &self.thought_again {
            let on = one.on.format("%-d %b %Y");
            lines.fact(
                &format!("Thought on {on} by {}", one.author),
                one.changes.join("; "),
            );
        }
    }
}

impl Side {
    fn write(&self, lines: &mut Lines, name: &str) {
        if self.words.is_empty() && self.entries.is_empty() {
            lines.fact(name, "nothing written yet");
        }
        lines.fact(name, &self.words);
        write(lines, &format!("{name}, entry"), &self.entries);
    }
}

impl NeedShown {
    fn write(&self, lines: &mut Lines) {
        match &self.met_on {
            Some(day) => lines.heading(format!("Need of {}, met {day}", self.of)),
            None => lines.heading(format!("Need of {}", self.of)),
        }
        lines.item(&self.text);
        lines.fact("Because", &self.because);
        write(lines, "Entry", &self.entries);
        lines.fact("The family says", &self.family_words);
        write_day(lines, "Known since", self.on.as_ref());
        lines.fact("What shows that it is met", &self.met_how);
        write(lines, "Linked with", &self.linked);
        write(lines, "Follows from", &self.follows_from);
        write(lines, "Challenge that answers it", &self.challenges);
        write(lines, "Support that meets it", &self.supports);
        write(lines, "Goal", &self.goals);
        questions(lines, &self.questions);
    }
}

impl CuriosityShown {
    fn write(&self, lines: &mut Lines) {
        match (self.state, &self.by) {
            ("late" | "open", Some(by)) => {
                lines.heading(format!("Curious about, {}, by {by}", self.state));
            }
            (state, _) => lines.heading(format!("Curious about, {state}")),
        }
        lines.item(&self.text);
        lines.fact("Why it matters", &self.why);
        lines.fact("From whom", &self.from_whom);
        lines.fact("About", &self.about);
        lines.fact("Answer", &self.answer);
        write(lines, "Answered by", &self.answered_by);
        lines.fact("No longer asked", &self.let_go);
        write(lines, "What made us ask", &self.entries);
        write(lines, "Speaks to", &self.speaks_to);
        lines.fact("Offered by", self.offered_by.unwrap_or_default());
    }
}

impl OfferShown {
    fn write(&self, lines: &mut Lines) {
        match self.about.is_empty() {
            true => lines.item(&self.text),
            false => lines.item(format!("{} (about {})", self.text, self.about)),
        }
        write(lines, "- Entry", &self.entries);
    }
}

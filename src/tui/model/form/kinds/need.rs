//! The form for what somebody needs.

use super::super::{Around, Choosable, Form, Input, Layout, Refusal};
use super::{date, day_of, ids, linked, long, of_the_case, people, several};
use crate::record::{Need, Subject};

const WIDER_FAMILY: &str = "family";

pub(super) fn input(name: &str, need: Option<&Need>, around: Around<'_>) -> Option<Input> {
    match name {
        "of" => {
            let chosen = match need.map(|need| &need.of) {
                None => around.child.map_or_else(Vec::new, |child| ids(&[child])),
                Some(Subject::Person(person)) => ids(&[*person]),
                Some(Subject::Together(people)) => ids(people),
                Some(Subject::Family) => vec![WIDER_FAMILY.to_owned()],
            };
            let mut options = people(around, true);
            options.push(Choosable::new(WIDER_FAMILY, "the wider family"));
            several(options, &chosen, Layout::Flow)
        }
        "words" => long(need.map_or("", |need| &need.words)),
        "because" => long(need.map_or("", |need| &need.because)),
        "entries" => linked(need.map_or(&[], |need| &need.entries), around),
        "linked" => {
            let others = around.file.needs.values();
            let others = others.filter(|other| Some(other.id()) != around.target);
            let others = others.map(|other| (other.id(), other.body.words.as_str()));
            of_the_case(others, need.map_or(&[], |need| &need.linked))
        }
        "hypotheses" => {
            let thoughts = around.file.hypotheses.values();
            let thoughts = thoughts.map(|thought| (thought.id(), thought.body.words.as_str()));
            of_the_case(thoughts, need.map_or(&[], |need| &need.hypotheses))
        }
        "family-words" => long(need.map_or("", |need| &need.family_words)),
        "on" => day_of(
            need.is_none(),
            need.and_then(|need| need.on.as_ref()),
            around,
        ),
        // A new need is not met yet.
        "met-on" => date(need?.met_on.as_ref()),
        "met-how" => long(&need?.met_how),
        _ => None,
    }
}

pub(super) fn body(form: &Form, was: Option<Need>, around: Around<'_>) -> Result<Need, Refusal> {
    let people = form.ids("of");
    let is_family = form.parts("of", '\n').iter().any(|one| one == WIDER_FAMILY);
    let of = match (people.as_slice(), is_family) {
        ([], true) => Subject::Family,
        ([only], false) => Subject::Person(*only),
        ([_, _, ..], false) => Subject::Together(people),
        ([], false) => return Err(Refusal::new("of", "Choose whose need it is.")),
        _ => {
            let words =
                "One person's need and the wider family's are two: write each, and link them.";
            return Err(Refusal::new("of", words));
        }
    };
    let (on, met_on) = was.map_or((None, None), |was| (was.on, was.met_on));
    let need = Need {
        of,
        words: form.text("words"),
        because: form.text("because"),
        entries: form.ids("entries"),
        linked: form.ids("linked"),
        hypotheses: form.ids("hypotheses"),
        family_words: form.text("family-words"),
        on: form.date("on", on.as_ref(), around.today),
        met_on: form.date("met-on", met_on.as_ref(), around.today),
        met_how: form.text("met-how"),
    };
    if need.words.is_empty() {
        return Err(Refusal::new("words", "Write what they need."));
    }
    if need.met_on.is_some() && need.met_how.is_empty() {
        let words = "Write what shows that it is met: the family and the next worker will ask.";
        return Err(Refusal::new("met-how", words));
    }
    Ok(need)
}

//! The structure of the picture: every system once, every line from circle to circle, nothing over anything else.

use super::picture;
use crate::exchange::export::svg::testing::{Element, parse};
use crate::exchange::export::svg::width_of;
use crate::insight::ecomap::{Ecomap, System};
use crate::record::{Flow, RecordId, SystemKind, Tie};
use proptest::prelude::*;

fn system(name: &str, at: usize) -> System {
    System {
        record: RecordId::from_bytes([u8::try_from(at).unwrap(); 16]),
        name: name.to_owned(),
        kind: SystemKind::ALL[at % 3 % 2],
        strength: Tie::ALL[at % 3],
        stressful: at % 4 == 1,
        flow: Flow::ALL[at % 4],
        time: String::new(),
        evidence: Vec::new(),
        note: String::new(),
    }
}

fn ecomap(name: &str, systems: &[String]) -> Ecomap {
    let all = systems.iter().enumerate();
    let all = all.map(|(at, name)| system(name, at));
    let (mut informal, formal): (Vec<_>, Vec<_>) =
        all.partition(|one| one.kind == SystemKind::Informal);
    informal.extend(formal);
    Ecomap {
        name: name.to_owned(),
        systems: informal,
        ..Ecomap::default()
    }
}

#[derive(Clone, Copy, Debug)]
struct Round {
    x: f64,
    y: f64,
    r: f64,
}

impl Round {
    fn of(circle: &Element) -> Round {
        let [x, y, r] = ["cx", "cy", "r"].map(|name| circle.number(name));
        Round { x, y, r }
    }

    fn far(&self, (x, y): (f64, f64)) -> f64 {
        (self.x - x).hypot(self.y - y)
    }

    /// Whether a point lies on its edge.
    fn ends(&self, point: (f64, f64)) -> bool {
        (self.far(point) - self.r).abs() < 0.1
    }
}

/// The points of a path.
fn points(path: &Element) -> Vec<(f64, f64)> {
    let path = path.attributes["d"].replace(['M', 'L', 'Q', 'Z'], " ");
    let numbers = path.split_whitespace().map(|pair| {
        let (x, y) = pair.split_once(',').unwrap();
        (x.parse().unwrap(), y.parse().unwrap())
    });
    numbers.collect()
}

fn of_class<'a>(all: &'a [Element], class: &'a str) -> impl Iterator<Item = &'a Element> {
    all.iter().filter(move |one| one.is(class))
}

/// Fails unless a picture of one ecomap is drawn as it should be.
fn check(ecomap: &Ecomap) {
    let drawn = picture(std::slice::from_ref(ecomap));
    let all = parse(&drawn);
    let page = &all[0];
    let centre = Round::of(of_class(&all, "centre").next().unwrap());
    let rounds: Vec<Round> = of_class(&all, "system").map(Round::of).collect();
    assert_eq!(rounds.len(), ecomap.systems.len());
    for (at, round) in rounds.iter().enumerate() {
        let others = rounds.iter().skip(at + 1).chain([&centre]);
        for other in others {
            let apart = round.far((other.x, other.y));
            assert!(apart > round.r + other.r, "{round:?} lies over {other:?}");
        }
        assert!(round.x - round.r > 0.0 && round.x + round.r < page.number("width"));
        assert!(round.y - round.r > 0.0 && round.y + round.r < page.number("height"));
    }
    let groups = (0..all.len()).filter(|at| all[*at].is("connection"));
    for ((group, round), system) in groups.zip(&rounds).zip(&ecomap.systems) {
        let own = |class: &'static str| -> Vec<&Element> {
            let inside = of_class(&all, class);
            inside.filter(|one| one.inside.contains(&group)).collect()
        };
        let mut ends: Vec<(f64, f64)> = Vec::new();
        for line in own("line") {
            let points = points(line);
            ends.extend([points[0], points[points.len() - 1]]);
            for other in rounds.iter().filter(|other| !std::ptr::eq(*other, round)) {
                let crossed = points.iter().any(|point| other.far(*point) < other.r);
                assert!(!crossed, "a line runs through another circle");
            }
        }
        let arrows = own("arrow");
        let wanted = match system.flow {
            Flow::NotKnown => 0,
            Flow::Towards | Flow::Away => 1,
            Flow::Both => 2,
        };
        assert_eq!(arrows.len(), wanted);
        ends.extend(arrows.iter().map(|arrow| points(arrow)[0]));
        assert!(
            ends.iter().any(|end| centre.ends(*end)),
            "{ends:?} {centre:?}"
        );
        assert!(
            ends.iter().any(|end| round.ends(*end)),
            "{ends:?} {round:?}"
        );
        let texts = all
            .iter()
            .filter(|one| one.name == "text" && one.inside.contains(&group));
        let texts: Vec<&Element> = texts.collect();
        let told: String = texts.iter().map(|text| text.words.as_str()).collect();
        let letters = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(
            letters(&told),
            letters(&system.name),
            "the name is there whole"
        );
        for text in texts {
            let (x, y) = (text.number("x"), text.number("y"));
            let half = width_of(&text.words, text.number("font-size")) / 2.0;
            for corner in [(x - half, y - 11.0), (x + half, y + 4.0)] {
                assert!(
                    round.far(corner) <= round.r,
                    "{:?} leaves its circle",
                    text.words
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn whatever_is_around_somebody_is_drawn_once_and_joined_to_the_middle(
        name in "[A-Za-z<&ŵ ]{1,30}[a-z]",
        systems in proptest::collection::vec("[A-Za-z&ąŵ' -]{0,59}[a-z]", 0..31),
    ) {
        check(&ecomap(&name, &systems));
    }
}

#[test]
fn the_shape_of_a_line_says_what_it_is() {
    let names: Vec<String> = (0..12).map(|at| format!("System {at}")).collect();
    let ecomap = ecomap("Ava", &names);
    check(&ecomap);
    let all = parse(&picture(std::slice::from_ref(&ecomap)));
    let groups = (0..all.len()).filter(|at| all[*at].is("connection"));
    for (group, system) in groups.zip(&ecomap.systems) {
        let mut lines = of_class(&all, "line").filter(|one| one.inside.contains(&group));
        let line = lines.next().unwrap();
        assert_eq!(line.attributes["d"].contains('Q'), system.stressful);
        assert_eq!(
            line.number("stroke-width") > 4.0,
            system.strength == Tie::Strong
        );
        let is_dotted = line.attributes["stroke-dasharray"] != "none";
        assert_eq!(is_dotted, system.strength == Tie::Tenuous);
    }
}

#[test]
fn the_key_is_printed_and_words_stay_words() {
    let ecomap = ecomap("<script>Ava</script>", &["A & B \"C\"".to_owned()]);
    let drawn = picture(&[ecomap.clone(), ecomap]);
    assert!(!drawn.contains("<script"));
    assert!(!drawn.contains("href"), "nothing remote");
    let all = parse(&drawn);
    assert_eq!(of_class(&all, "ecomap").count(), 2);
    for words in ["strong", "tenuous", "wavy: stress in it", "grey: formal"] {
        let printed = all.iter().filter(|one| one.words == words).count();
        assert_eq!(printed, 2, "{words}");
    }
    let told = all.iter().find(|one| one.name == "desc").unwrap();
    assert!(
        told.words.contains("A & B \"C\" (informal): tenuous"),
        "{}",
        told.words
    );
}

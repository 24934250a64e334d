//! Whatever is drawn stands in its place: nothing over anything else, every line from a name to the middle, all of it there.

use super::*;
use crate::record::RecordId;
use proptest::prelude::*;

fn system((name, kind, strength, stressful, flow): (String, bool, usize, bool, usize)) -> System {
    System {
        record: RecordId::from_bytes([1; 16]),
        name,
        kind: SystemKind::ALL[usize::from(kind)],
        strength: Tie::ALL[strength],
        stressful,
        flow: Flow::ALL[flow],
        time: String::new(),
        evidence: Vec::new(),
        note: String::new(),
    }
}

fn systems() -> impl Strategy<Value = Vec<System>> {
    let one = (
        "[A-Za-zŵą' -]{0,59}[a-z]",
        any::<bool>(),
        0..3usize,
        any::<bool>(),
        0..4usize,
    );
    let all = proptest::collection::vec(one.prop_map(system), 0..31);
    all.prop_map(|mut all| {
        all.sort_by_key(|one| one.kind == SystemKind::Formal);
        all
    })
}

fn ecomap(systems: Vec<System>) -> Ecomap {
    Ecomap {
        name: "Kuba".to_owned(),
        systems,
        ..Ecomap::default()
    }
}

fn meet(one: Cells, other: Cells) -> bool {
    one.x < other.x + other.width
        && other.x < one.x + one.width
        && one.y < other.y + other.height
        && other.y < one.y + one.height
}

proptest! {
    #[test]
    fn nothing_lies_over_anything_and_every_line_ends_at_its_two(
        systems in systems(), columns in 40usize..201, rows in 3usize..61,
    ) {
        let ecomap = ecomap(systems);
        let drawing = Drawing::of(&ecomap, columns, rows);
        let centre = drawing.centre();
        let all: Vec<_> = drawing.placed().map(|(_, placed)| *placed).collect();
        prop_assert_eq!(all.len(), ecomap.systems.len(), "all of them are there");
        for (at, (system, placed)) in drawing.placed().enumerate() {
            let (name, line) = (placed.cells, placed.line);
            prop_assert!(name.x + name.width <= columns && name.y + name.height <= drawing.rows());
            let touches = match system.kind {
                SystemKind::Informal => name.x + name.width == line.x && line.x + line.width == centre.x,
                SystemKind::Formal => centre.x + centre.width == line.x && line.x + line.width == name.x,
            };
            prop_assert!(touches, "{placed:?} {centre:?}");
            prop_assert!((name.y..name.y + name.height).contains(&line.y));
            prop_assert!(line.y > centre.y && line.y + 1 < centre.y + centre.height);
            for other in all.iter().skip(at + 1) {
                for mine in [name, line] {
                    prop_assert!(!meet(mine, other.cells) && !meet(mine, other.line));
                }
            }
            prop_assert!(!meet(name, centre) && !meet(line, centre));
        }
    }

    #[test]
    fn whatever_is_chosen_is_seen(
        systems in systems(), columns in 40u16..201, rows in 3u16..61, ascii: bool,
    ) {
        let ecomap = ecomap(systems);
        let look = Look::mono(ascii);
        let room = usize::from(rows);
        let drawing = Drawing::of(&ecomap, usize::from(columns), room);
        let mut top = 0;
        for (at, system) in ecomap.systems.iter().enumerate() {
            top = drawing.top_for(at, top, room);
            let area = Rect::new(0, 0, columns, rows);
            let mut buffer = Buffer::empty(area);
            drawing.draw(&look, Some(at), true, top, &mut buffer, area);
            let seen: String = buffer.content().iter().map(|cell| cell.symbol()).collect();
            let word = drawing.names[at].first().cloned().unwrap_or_default();
            prop_assert!(seen.contains(word.as_str()), "{} is not seen", system.name);
            prop_assert!(seen.contains(look.marker()));
            prop_assert!(seen.contains("Kuba"), "the one in the middle is always named");
            if ascii {
                let drawn = seen.replace(|letter: char| ecomap.systems.iter().any(|one| one.name.contains(letter)), "");
                prop_assert!(drawn.is_ascii(), "{drawn}");
            }
        }
    }
}

#[test]
fn lines_tell_strength_stress_and_flow_by_their_shape() {
    let look = Look::mono(true);
    let signs = signs(&look);
    let drawn = |strength: usize, stressful, flow: usize, is_left: bool| {
        let one = system(("x".to_owned(), !is_left, strength, stressful, flow));
        line(&one, is_left, 7, &signs)
    };
    assert_eq!(drawn(2, false, 0, true), "=======");
    assert_eq!(drawn(1, true, 0, true), "-~-~-~-");
    assert_eq!(
        drawn(0, false, 1, true),
        "......>",
        "to the middle, which lies on the right"
    );
    assert_eq!(
        drawn(0, false, 1, false),
        "<......",
        "and on the left of what is formal"
    );
    assert_eq!(drawn(2, true, 3, false), "<~=~=~>");
    assert_eq!(drawn(1, false, 2, true), "<------");
}

#[test]
fn the_key_keeps_signs_and_words_together_at_every_width() {
    for columns in [10, 40, 60, 120, 200] {
        for ascii in [false, true] {
            let rows = key(&Look::mono(ascii), columns);
            let all = rows.join("   ");
            for word in [
                "strong",
                "neither",
                "tenuous",
                "stress in it",
                "help flows this way",
                "informal",
                "formal",
            ] {
                assert!(all.contains(word), "{word}");
            }
            assert!(columns < 40 || rows.iter().all(|row| text::columns(row) <= columns));
        }
    }
}

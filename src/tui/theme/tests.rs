//! Themes can be read by people: contrast, colours told apart, faults that say where they are.

use super::*;

fn theme(name: &str) -> Theme {
    let (_, text) = BUILT_IN.iter().find(|(known, _)| *known == name).unwrap();
    Theme::read(name, name, text).unwrap()
}

/// Red, green and blue as amounts of light (sRGB).
fn light(colour: Color) -> [f64; 3] {
    let Color::Rgb(r, g, b) = colour else {
        panic!("{colour} is not a true colour");
    };
    [r, g, b].map(|channel| {
        let part = f64::from(channel) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    })
}

fn luminance([r, g, b]: [f64; 3]) -> f64 {
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// The contrast of WCAG 2.2: from 1 for the same to 21 for black on white.
fn contrast(a: Color, b: Color) -> f64 {
    let (a, b) = (luminance(light(a)) + 0.05, luminance(light(b)) + 0.05);
    a.max(b) / a.min(b)
}

#[test]
fn every_theme_gives_every_role_a_style() {
    for (name, _) in BUILT_IN {
        let theme = theme(name);
        for role in Role::ALL {
            assert!(
                theme.styles.contains_key(role),
                "{name} says nothing of {}",
                role.name()
            );
        }
    }
}

#[test]
fn text_can_be_read_on_the_ground_that_a_theme_is_made_for() {
    for (name, least) in [
        ("dark", 4.5),
        ("light", 4.5),
        ("colour-blind", 4.5),
        ("contrast", 7.0),
    ] {
        let theme = theme(name);
        let ground = theme.made_for.unwrap();
        for (role, style) in &theme.styles {
            let behind = style.bg.unwrap_or(ground);
            let Some(letters @ Color::Rgb(..)) = style.fg else {
                assert!(
                    behind == ground,
                    "{name}: {} has a ground but no colour of letters",
                    role.name()
                );
                continue;
            };
            let contrast = contrast(letters, behind);
            assert!(
                contrast >= least,
                "{name}: {} has a contrast of {contrast:.1}",
                role.name()
            );
        }
    }
}

/// How people see colours who lack one kind of cones (Machado, Oliveira and Fernandes 2009, severity 1).
const EYES: [(&str, [[f64; 3]; 3]); 4] = [
    (
        "full colour sight",
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    ),
    (
        "protanopia",
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
    ),
];

/// Lightness and two axes of colour (CIE L*a*b*, daylight), in which distance is difference.
fn lab(light: [f64; 3]) -> [f64; 3] {
    let [r, g, b] = light;
    let xyz = [
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047,
        luminance(light),
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883,
    ];
    let [x, y, z] = xyz.map(|part| {
        if part > 0.008856 {
            part.cbrt()
        } else {
            7.787 * part + 16.0 / 116.0
        }
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn difference(a: Color, b: Color, eye: &[[f64; 3]; 3]) -> f64 {
    let seen = |colour: Color| {
        let light = light(colour);
        let part = |row: [f64; 3]| row.iter().zip(light).map(|(m, l)| m * l).sum::<f64>();
        lab(eye.map(|row| part(row).clamp(0.0, 1.0)))
    };
    let (a, b) = (seen(a), seen(b));
    a.iter()
        .zip(b)
        .map(|(a, b)| (a - b).powi(2))
        .sum::<f64>()
        .sqrt()
}

const ZONES: [Role; 4] = [
    Role::ZoneGreen,
    Role::ZoneYellow,
    Role::ZoneOrange,
    Role::ZoneRed,
];

#[test]
fn zones_stay_apart_for_every_eye_in_the_colour_blind_theme() {
    let theme = theme("colour-blind");
    for (sight, eye) in EYES {
        for (at, a) in ZONES.iter().enumerate() {
            for b in &ZONES[at + 1..] {
                let difference = difference(
                    theme.styles[a].fg.unwrap(),
                    theme.styles[b].fg.unwrap(),
                    &eye,
                );
                assert!(
                    difference >= 30.0,
                    "{} and {}: {difference:.0} with {sight}",
                    a.name(),
                    b.name()
                );
            }
        }
    }
}

#[test]
fn zones_stay_apart_at_every_depth_of_colour() {
    for name in ["dark", "light", "contrast", "colour-blind", "sixteen"] {
        // True colours are for terminals that have many; on others the theme "sixteen" is the usual one.
        let fewest = if name == "sixteen" {
            Depth::Eight
        } else {
            Depth::Indexed
        };
        for depth in [Depth::True, Depth::Indexed, Depth::Sixteen, Depth::Eight] {
            if depth < fewest {
                continue;
            }
            let look = Look::of(&theme(name), depth, false);
            let mut seen: Vec<Style> = ZONES.iter().map(|zone| look.style(*zone)).collect();
            seen.dedup();
            assert_eq!(seen.len(), 4, "{name} at {depth:?}");
        }
    }
}

#[test]
fn without_colour_what_is_chosen_still_stands_out() {
    for (name, _) in BUILT_IN {
        let look = Look::of(&theme(name), Depth::None, false);
        let style = look.style(Role::Selected);
        assert!(style.add_modifier.contains(Modifier::REVERSED), "{name}");
        for role in Role::ALL {
            let style = look.style(*role);
            assert_eq!(
                (style.fg, style.bg),
                (None, None),
                "{name}: {}",
                role.name()
            );
        }
    }
}

#[test]
fn the_theme_suits_the_terminal() {
    let around = |term: &str, colorfgbg: &str, color: bool| Surroundings {
        term: term.to_owned(),
        colorfgbg: colorfgbg.to_owned(),
        color,
        ..Surroundings::default()
    };
    for (term, colorfgbg, color, name) in [
        ("xterm-256color", "", true, "dark"),
        ("xterm-256color", "15;0", true, "dark"),
        ("rxvt-256color", "0;default;15", true, "light"),
        ("xterm-256color", "", false, "mono"),
        ("xterm", "", true, "sixteen"),
        ("linux", "", true, "sixteen"),
        ("vt100", "", true, "mono"),
    ] {
        let look = Look::choose(None, &around(term, colorfgbg, color)).unwrap();
        assert_eq!(look.name, name, "{term} {colorfgbg} {color}");
    }
}

#[test]
fn the_next_theme_goes_round_and_comes_back_to_the_users_own() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.toml");
    std::fs::write(&file, "heading = \"#ff00ff\"\n").unwrap();
    let around = Surroundings {
        term: "xterm-direct".to_owned(),
        color: true,
        ..Surroundings::default()
    };
    let own = Look::choose(file.to_str(), &around).unwrap();
    assert_eq!(own.style(Role::Heading).fg, Some(Color::Rgb(255, 0, 255)));
    let mut look = own.clone();
    let mut names = Vec::new();
    for _ in 0..7 {
        look = look.next();
        names.push(look.name.clone());
    }
    assert_eq!(names[..6], BUILT_IN.map(|(name, _)| name));
    assert_eq!(look, own);
}

#[test]
fn faults_name_file_line_and_what_was_meant() {
    for (text, told) in [
        (
            "\nheadng = \"red\"",
            "mine.toml, line 2: there is nothing on the screen called \"headng\"; did you mean \"heading\"?",
        ),
        ("text = \"gren\"", "did you mean \"green\"?"),
        ("text = \"#12345\"", "line 1: \"#12345\" is not a colour"),
        ("text = 7", "is not a colour"),
        (
            "text = { bolt = true }",
            "a style has no \"bolt\"; did you mean \"bold\"?",
        ),
        ("text = { bold = 1 }", "bold is true or false"),
        ("text = \"red\"\ntext = \"blue\"", "line 2"),
        ("text =", "line 1"),
    ] {
        let fault = Theme::read("mine", "mine.toml", text)
            .unwrap_err()
            .to_string();
        assert!(fault.contains(told), "{fault}");
    }
    let fault = Look::choose(Some("drak"), &Surroundings::default()).unwrap_err();
    assert_eq!(
        fault.to_string(),
        "--theme: there is no theme called \"drak\"; did you mean \"dark\"?"
    );
}

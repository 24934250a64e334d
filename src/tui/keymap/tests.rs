//! Keymaps that come with the program reach every command; files of users change single keys and are told where they err.

use super::*;
use crate::exchange::own_file::FileFault;

const NAMES: [&str; 3] = ["default", "vim", "emacs"];

/// The scopes that are asked together, as the model puts them.
fn screens() -> Vec<Vec<Scope>> {
    let case = |tab| vec![tab, Scope::Case, Scope::List, Scope::Everywhere];
    let thinking = |tab| {
        vec![
            tab,
            Scope::Thinking,
            Scope::Case,
            Scope::List,
            Scope::Everywhere,
        ]
    };
    let view = |view| {
        vec![
            view,
            Scope::Family,
            Scope::Case,
            Scope::List,
            Scope::Everywhere,
        ]
    };
    vec![
        vec![Scope::Unlock, Scope::Everywhere],
        vec![Scope::Caseload, Scope::List, Scope::Everywhere],
        case(Scope::Board),
        case(Scope::Family),
        // A view of the family has its own keys, inside those of the family.
        vec![
            Scope::Relationships,
            Scope::Family,
            Scope::Thinking,
            Scope::Case,
            Scope::List,
            Scope::Everywhere,
        ],
        view(Scope::Genogram),
        view(Scope::Ecomap),
        case(Scope::Chronology),
        case(Scope::Factors),
        case(Scope::Matrix),
        case(Scope::Stages),
        thinking(Scope::Analysis),
        thinking(Scope::Plan),
        thinking(Scope::Goals),
        thinking(Scope::Supervision),
        vec![Scope::Walk, Scope::List, Scope::Everywhere],
        vec![Scope::Note, Scope::Everywhere],
        vec![Scope::Search, Scope::List, Scope::Everywhere],
        vec![Scope::Import, Scope::List, Scope::Everywhere],
        vec![Scope::Drafts, Scope::List, Scope::Everywhere],
        vec![Scope::Private, Scope::List, Scope::Everywhere],
        vec![Scope::Form, Scope::Everywhere],
        vec![Scope::Prompt, Scope::Everywhere],
        vec![Scope::Help, Scope::List, Scope::Everywhere],
    ]
}

fn built_in(name: &str) -> Keymap {
    Keymap::built_in(name).unwrap().unwrap()
}

fn keys(written: &str) -> Vec<Key> {
    written.split(' ').map(|key| key.parse().unwrap()).collect()
}

fn laid(text: &str) -> Result<Keymap, FileFault> {
    let mut keymap = built_in("default");
    keymap.lay_over("mine.toml", text).map(|()| keymap)
}

#[test]
fn every_command_has_a_key_on_its_own_screen_in_every_keymap() {
    for name in NAMES {
        let keymap = built_in(name);
        for command in Command::ALL {
            let mut on = screens();
            on.retain(|scopes| scopes.contains(&command.scope()));
            let has_key = on
                .iter()
                .any(|scopes| !keymap.keys_for(scopes, *command).is_empty());
            assert!(has_key, "{name}: no key for {}", command.name());
        }
    }
}

#[test]
fn an_inner_key_never_hides_the_way_back_or_out() {
    for name in NAMES {
        let keymap = built_in(name);
        for scopes in screens() {
            for command in [Command::Back, Command::Quit, Command::Palette] {
                let keys = keymap.keys_for(&scopes, command);
                let typed = scopes.iter().any(|scope| {
                    matches!(
                        scope,
                        Scope::Form | Scope::Prompt | Scope::Unlock | Scope::Note
                    )
                });
                // Where letters are text, a key of one letter is none; the palette is then one of the screens below.
                let usable = keys.iter().any(|key| !typed || key.chars().count() > 1);
                assert!(
                    usable || (typed && command == Command::Palette),
                    "{name}: {} in {scopes:?}",
                    command.name()
                );
            }
        }
    }
}

#[test]
fn no_key_that_begins_a_longer_one_inside_hides_it_outside() {
    for name in NAMES {
        let keymap = built_in(name);
        for scopes in screens() {
            for command in Command::ALL
                .iter()
                .filter(|command| scopes.contains(&command.scope()))
            {
                let inner = keymap.bindings.get(&command.scope()).into_iter().flatten();
                for (keys, bound) in inner.filter(|(_, bound)| *bound == command) {
                    for beginning in 1..keys.len() {
                        let answer = keymap.answer(&scopes, &keys[..beginning]);
                        let run = matches!(answer, Answer::Run(_));
                        assert!(
                            !run,
                            "{name}: {} for {} is cut off in {scopes:?}",
                            written(keys),
                            bound.name()
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn no_keymap_relies_on_alt_or_on_what_terminals_do_not_send() {
    for name in NAMES {
        let keymap = built_in(name);
        for (scope, bindings) in &keymap.bindings {
            for (keys, command) in bindings {
                assert!(
                    keys.iter().all(|key| !(key.ctrl
                        && matches!(
                            key.name,
                            crate::tui::input::KeyName::Char('h' | 'i' | 'm' | 'j')
                        ))),
                    "{name}: {}",
                    written(keys)
                );
                if keys.iter().any(|key| key.alt) {
                    let others = bindings.iter().filter(|(keys, other)| {
                        *other == command && keys.iter().all(|key| !key.alt)
                    });
                    let plain = others.count() > 0
                        || !keymap
                            .keys_for(&[*scope, Scope::List, Scope::Everywhere], *command)
                            .iter()
                            .all(|key| key.contains("alt-"));
                    assert!(
                        plain,
                        "{name}: {} has only {}",
                        command.name(),
                        written(keys)
                    );
                }
            }
        }
    }
}

#[test]
fn vim_and_emacs_hands_find_their_keys() {
    let form = [Scope::Form, Scope::Everywhere];
    let list = [Scope::Caseload, Scope::List, Scope::Everywhere];
    let chronology = [
        Scope::Chronology,
        Scope::Case,
        Scope::List,
        Scope::Everywhere,
    ];
    for (name, scopes, pressed, command) in [
        ("vim", &list[..], "Z Z", Command::Quit),
        ("vim", &list, "ctrl-f", Command::PageDown),
        ("vim", &chronology, "d d", Command::EntryRemove),
        ("vim", &chronology, "o", Command::EntryAdd),
        ("vim", &chronology, "g t", Command::TabNext),
        ("emacs", &list, "ctrl-n", Command::Down),
        ("emacs", &list, "ctrl-x ctrl-c", Command::Quit),
        ("emacs", &list, "ctrl-s", Command::Filter),
        ("emacs", &chronology, "n", Command::Down),
        ("emacs", &chronology, "ctrl-_", Command::Undo),
        ("emacs", &form, "ctrl-x ctrl-s", Command::FormSave),
        ("emacs", &form, "ctrl-g", Command::Back),
    ] {
        assert_eq!(
            built_in(name).answer(scopes, &keys(pressed)),
            Answer::Run(command),
            "{name} {pressed}"
        );
    }
}

#[test]
fn a_users_file_changes_single_keys_and_leaves_the_others() {
    let keymap = laid("[chronology]\n\"n\" = \"entry-add\"\n\"a\" = \"\"\n").unwrap();
    let scopes = [
        Scope::Chronology,
        Scope::Case,
        Scope::List,
        Scope::Everywhere,
    ];
    assert_eq!(keymap.keys_for(&scopes, Command::EntryAdd), ["n"]);
    assert_eq!(keymap.answer(&scopes, &keys("a")), Answer::Nothing);
    assert_eq!(
        keymap.answer(&scopes, &keys("e")),
        Answer::Run(Command::EntryEdit)
    );
}

#[test]
fn a_key_pressed_inside_is_not_offered_for_what_it_means_outside() {
    let keymap = laid("[chronology]\n\"j\" = \"entry-join\"\n").unwrap();
    let scopes = [
        Scope::Chronology,
        Scope::Case,
        Scope::List,
        Scope::Everywhere,
    ];
    assert_eq!(keymap.keys_for(&scopes, Command::Down), ["down"]);
}

#[test]
fn faults_name_file_line_and_what_was_meant() {
    for (text, told) in [
        (
            "[chronlogy]\n",
            "mine.toml, line 1: there is no part of the screen called \"chronlogy\"; did you mean \"chronology\"?",
        ),
        (
            "[list]\n\"j\" = \"dwon\"",
            "mine.toml, line 2: there is no command called \"dwon\"; did you mean \"down\"?",
        ),
        (
            "[list]\n\n\"crtl-d\" = \"down\"",
            "line 3: \"crtl-d\" is not a key; keys are written",
        ),
        (
            "[list]\n\"g\" = \"down\"",
            "line 2: \"g g\" can never be pressed, because \"g\" is a command by itself",
        ),
        (
            "[list]\n\"ctrl-d\" = \"down\"\n\"ctrl-d\" = \"up\"",
            "line 3",
        ),
        (
            "[list]\n\"g g\" = \"down\"\n\"g  g\" = \"up\"",
            "line 3: \"g  g\" already has a command on line 2",
        ),
        (
            "[list]\n\"j\" = 7",
            "line 2: a key is followed by a command's name in quotes",
        ),
        (
            "list = 7",
            "line 1: \"list\" is a part of the screen: write [list]",
        ),
        ("[list\n", "line 1"),
    ] {
        let fault = laid(text).unwrap_err().to_string();
        assert!(fault.contains(told), "{fault}");
    }
}

#[test]
fn a_file_at_fault_changes_nothing() {
    let mut keymap = built_in("default");
    let fault = keymap.lay_over(
        "mine.toml",
        "[list]\n\"j\" = \"up\"\n[case]\n\"z\" = \"zom\"",
    );
    assert!(fault.is_err());
    assert_eq!(keymap, built_in("default"));
}

#[test]
fn the_users_own_file_lies_over_the_keymap_that_was_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("keymap.toml");
    std::fs::write(&own, "base = \"emacs\"\n[list]\n\"z\" = \"down\"\n").unwrap();
    let list = [Scope::List, Scope::Everywhere];
    let chosen = |asked: Option<&str>| Keymap::choose_with(asked, Some(&own)).unwrap();
    assert_eq!(
        chosen(None).keys_for(&list, Command::Down),
        ["j", "n", "z", "down", "ctrl-n"]
    );
    assert_eq!(
        chosen(Some("default")).keys_for(&list, Command::Down),
        ["j", "z", "down"]
    );
    assert_eq!(
        Keymap::choose_with(own.to_str(), None).unwrap(),
        chosen(None)
    );
    let fault = Keymap::choose_with(Some("emcas"), None).unwrap_err();
    assert_eq!(
        fault.to_string(),
        "--keymap: there is no keymap called \"emcas\"; did you mean \"emacs\"?"
    );
    let fault = Keymap::base_of("mine.toml", "\nbase = \"vin\"").unwrap_err();
    assert_eq!(
        fault.to_string(),
        "mine.toml, line 2: there is no keymap called \"vin\"; did you mean \"vim\"?"
    );
}

//! Forms as they are filled in: fields, drafts, what is saved.

mod supervision;
mod thinking;

use super::*;
use crate::practice::field_words;
use crate::record::*;
use proptest::prelude::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

/// A family with two children, a mother, an entry of the team's own and one that was imported.
fn family() -> (CaseFile, Vec<RecordId>) {
    let mut mint = Mint::seeded(7);
    let ids: Vec<RecordId> = (0..8).map(|_| mint.next_id()).collect();
    let person = |name: &str, is_child| {
        Body::Person(Person {
            name: name.to_owned(),
            is_child,
            ..Person::default()
        })
    };
    let account = |id, text: &str, origin| Account {
        id,
        source: "School".to_owned(),
        source_kind: String::new(),
        reference: String::new(),
        recorded_by: String::new(),
        when: FuzzyDate::parse("3 Nov 2026", today()).unwrap(),
        known_on: None,
        text: text.to_owned(),
        analysis: String::new(),
        action: String::new(),
        more: Vec::new(),
        origin,
    };
    let origin = Origin {
        import: ids[6],
        file: "school.csv".to_owned(),
        record: 2,
        line: 2,
        doubts: Vec::new(),
    };
    let bodies = [
        Body::Case(Case {
            name: "Made up".to_owned(),
            ..Case::default()
        }),
        person("Ava", true),
        person("Ben", true),
        person("Siân", false),
        Body::Entry(Entry::told_by(
            vec![account(ids[5], "Ava read.", None)],
            vec![ids[1]],
        )),
        Body::Entry(Entry::told_by(
            vec![account(ids[6], "Late twice.", Some(origin))],
            vec![ids[2]],
        )),
    ];
    let records = bodies.into_iter().zip(&ids).map(|(body, id)| Record {
        meta: Meta {
            id: *id,
            case: ids[0],
            author: "M Clarke".to_owned(),
            recorded_at: DateTime::default(),
            revision: 1,
            removed: None,
        },
        body,
    });
    (CaseFile::of(records), ids)
}

fn around(file: &CaseFile) -> Around<'_> {
    Around {
        walk: None,
        session: None,
        occasion: None,
        file,
        today: today(),
        child: None,
        offered: &[],
        item: None,
        part: None,
        factor: None,
        target: None,
        beside: None,
        offer: None,
        column: None,
    }
}

/// A text that a person could type: letters of many kinds, no blanks at the ends.
fn words() -> impl Strategy<Value = String> {
    "[a-zA-ZŵłÀ日e\u{301}\u{1F467} ,;.\"-]{0,30}".prop_map(|text| text.trim().to_owned())
}

fn date() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "",
        "3/11/26",
        "mar 2021",
        "about 2019",
        "not known",
        "the week of the flood",
        "30 Feb 2020",
    ])
    .prop_map(str::to_owned)
}

/// Fills a form with made-up answers, by the seeds of `texts` and `dates`; choices take every other option.
fn fill(form: &mut Form, texts: &[String], dates: &[String]) {
    for (place, field) in form.fields.iter_mut().enumerate() {
        match &mut field.input {
            Input::Text(text) if field.words.name == "miles" => text.replace("12"),
            Input::Text(text) => text.replace(&texts[place % texts.len()]),
            Input::Date(text) => text.replace(&dates[place % dates.len()]),
            Input::Choice(choice) if choice.many => {
                choice.chosen = (0..choice.options.len()).step_by(2).collect()
            }
            Input::Choice(choice) => choice.chosen = vec![place % choice.options.len()],
            Input::Shown(_) => {}
        }
    }
}

fn values(form: &Form) -> Vec<(String, String)> {
    form.fields
        .iter()
        .map(|field| (field.words.name.clone(), field.input.value()))
        .collect()
}

const RECORDS: [FormKind; 8] = [
    FormKind::Record(RecordKind::Case),
    FormKind::Record(RecordKind::Entry),
    FormKind::Record(RecordKind::Person),
    FormKind::Record(RecordKind::Bond),
    FormKind::Record(RecordKind::Placement),
    FormKind::Record(RecordKind::LegalStatus),
    FormKind::Record(RecordKind::StageMark),
    FormKind::Record(RecordKind::NamedRole),
];

#[test]
fn every_field_that_the_prompts_name_is_in_its_form_and_no_other() {
    let (file, ids) = family();
    for kind in RECORDS {
        let target = (kind == FormKind::Record(RecordKind::Entry)).then_some(ids[5]);
        let names = |target| {
            Form::open(kind, target, ids[7], around(&file))
                .fields
                .iter()
                .map(|f| f.words.name.clone())
                .collect::<Vec<_>>()
        };
        let mut shown = names(None);
        shown.extend(names(target));
        // What the program writes itself has a label and no prompt.
        let asked = field_words(kind.key());
        for words in asked.filter(|words| !words.asks.is_empty()) {
            assert!(
                shown.contains(&words.name),
                "{} of {}",
                words.name,
                words.form
            );
        }
    }
}

#[test]
fn a_pregnancy_that_was_lost_before_the_day_it_was_due_is_saved_and_a_placement_that_ends_first_is_not()
 {
    let (file, ids) = family();
    let saved = |kind: RecordKind, fields: &[(&str, &str)]| {
        let mut form = Form::open(kind, None, ids[7], around(&file));
        for (name, words) in fields {
            form.put(name, words);
        }
        form.body(around(&file), &mut Mint::seeded(1))
    };
    let lost = [
        ("name", "Baby"),
        ("arrival", "Miscarried"),
        ("born", "1/3/2027"),
        ("died", "2/11/2026"),
    ];
    assert!(saved(RecordKind::Person, &lost).is_ok());
    let child = ids[1].to_string();
    let home = [
        ("child", child.as_str()),
        ("kind", "Foster care"),
        ("from", "1/3/2026"),
        ("to", "2/2/2026"),
    ];
    assert_eq!(saved(RecordKind::Placement, &home).unwrap_err().field, "to");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_filled_in_comes_back_from_the_record(
        kind in 0usize..6,
        texts in prop::collection::vec(words(), 3..9),
        dates in prop::collection::vec(date(), 2..5),
    ) {
        let (mut file, ids) = family();
        let mut mint = Mint::seeded(1);
        let mut form = Form::open(RECORDS[kind], None, ids[7], around(&file));
        fill(&mut form, &texts, &dates);
        let Ok(body) = form.body(around(&file), &mut mint) else { return Ok(()) };
        let id = mint.next_id();
        let change = Change::of(&file, ids[0], "M", "t", DateTime::default(), vec![Write::Put(id, Box::new(body.clone()))]);
        change.apply(&mut file);
        let again = Form::open(RECORDS[kind], Some(id), ids[7], around(&file));
        for ((name, filled), (_, read)) in values(&form).iter().zip(values(&again)) {
            let is_list = ["also_written", "own_themes"].contains(&name.as_str());
            // Of "lists in words" the parts count; of dates that lean on today, what they stand for; words for a kind
            // of bond count only where no kind was chosen.
            let is_date = matches!(again.fields.iter().find(|f| f.words.name == *name).unwrap().input, Input::Date(_));
            if !is_list && !is_date && name != "kind_words" {
                prop_assert_eq!(filled.trim(), read.trim(), "{}", name);
            }
        }
        let same = again.body(around(&file), &mut mint).unwrap();
        prop_assert_eq!(same, body, "opening and saving changes nothing");
    }
}

#[test]
fn a_date_that_cannot_be_read_is_kept_as_written() {
    let (file, ids) = family();
    let mut form = Form::open(
        FormKind::Record(RecordKind::Entry),
        None,
        ids[7],
        around(&file),
    );
    form.fields[0].input.set("the week of the flood");
    form.go_to("text");
    form.field_mut().unwrap().input.set("Water in the kitchen.");
    let Body::Entry(entry) = form.body(around(&file), &mut Mint::seeded(1)).unwrap() else {
        panic!()
    };
    assert_eq!(entry.when, FuzzyDate::unknown("the week of the flood"));
}

#[test]
fn what_a_source_said_is_shown_and_never_changed() {
    let (file, ids) = family();
    let mut form = Form::open(
        FormKind::Record(RecordKind::Entry),
        Some(ids[5]),
        ids[7],
        around(&file),
    );
    assert!(
        form.fields
            .iter()
            .all(|field| !["text", "source", "reference"].contains(&field.words.name.as_str()))
    );
    form.go_to("headline");
    form.field_mut().unwrap().input.set("Ben was late");
    form.fields[0].input.set("mar 2021");
    let Body::Entry(entry) = form.body(around(&file), &mut Mint::seeded(1)).unwrap() else {
        panic!()
    };
    assert_eq!(entry.accounts, file.entries[&ids[5]].body.accounts);
    assert_eq!(
        (entry.headline.as_str(), entry.when.written()),
        ("Ben was late", "mar 2021")
    );
}

#[test]
fn a_form_says_what_it_needs_at_the_field() {
    let (file, ids) = family();
    let needs = |kind| {
        Form::open(kind, None, ids[7], around(&file))
            .body(around(&file), &mut Mint::seeded(1))
            .unwrap_err()
            .field
    };
    assert_eq!(needs(FormKind::Record(RecordKind::Case)), "name");
    assert_eq!(needs(FormKind::Record(RecordKind::Entry)), "text");
    assert_eq!(needs(FormKind::Record(RecordKind::Person)), "name");
    assert_eq!(needs(FormKind::Record(RecordKind::Bond)), "from");
    assert_eq!(needs(FormKind::Record(RecordKind::Placement)), "child");
    assert_eq!(needs(FormKind::Record(RecordKind::LegalStatus)), "child");
}

#[test]
fn a_draft_keeps_only_what_was_changed_and_comes_back() {
    let (file, ids) = family();
    let mut form = Form::open(
        FormKind::Record(RecordKind::Entry),
        Some(ids[4]),
        ids[7],
        around(&file),
    );
    assert_eq!(
        form.as_draft(DateTime::default()),
        None,
        "nothing typed, nothing kept"
    );
    form.go_to("impact");
    form.field_mut().unwrap().input.set("Ava slept badly.");
    let draft = form.as_draft(DateTime::default()).unwrap();
    assert_eq!(
        draft.fields,
        [("impact".to_owned(), "Ava slept badly.".to_owned())]
    );
    let again = Form::from_draft(&draft, around(&file)).unwrap();
    assert_eq!(values(&again), values(&form));
    assert_eq!(
        again.field().unwrap().words.name,
        "impact",
        "the keys stand where they stood last"
    );
}

#[test]
fn what_others_saved_meanwhile_stands_beside_what_was_typed() {
    let (mut file, ids) = family();
    let mut form = Form::open(
        FormKind::Record(RecordKind::Entry),
        Some(ids[4]),
        ids[7],
        around(&file),
    );
    form.go_to("impact");
    form.field_mut().unwrap().input.set("Mine");
    let draft = form.as_draft(DateTime::default()).unwrap();
    let mut theirs = file.entries[&ids[4]].body.clone();
    theirs.impact = "Theirs".to_owned();
    theirs.action = "Rang school".to_owned();
    let put = Write::Put(ids[4], Box::new(Body::Entry(theirs)));
    Change::of(
        &file.clone(),
        ids[0],
        "J",
        "t",
        DateTime::default(),
        vec![put],
    )
    .apply(&mut file);
    assert_eq!(form.meet(around(&file)), 1);
    for form in [form, Form::from_draft(&draft, around(&file)).unwrap()] {
        assert_eq!(
            (form.text("impact").as_str(), form.text("action").as_str()),
            ("Mine", "Rang school")
        );
        let impact = form
            .fields
            .iter()
            .find(|field| field.words.name == "impact")
            .unwrap();
        assert_eq!(impact.meanwhile.as_deref(), Some("Theirs"));
        assert_eq!(form.base, 2);
    }
}

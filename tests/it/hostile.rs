//! Whatever an author writes comes out as text, or is refused where it stands.

mod fields;
mod office;
mod strings;
mod trial;

use std::collections::BTreeSet;

use crate::house::{self, FILE, Finding};
use fields::{Document, Field, Use};
use trial::{Trial, is_on, mark, printed, runs_out, shown};

/// So many texts are tried in one document: setting it is what takes time.
const AT_ONCE: usize = 6;

/// Every text stands at the start, within, and at the end of every field.
#[track_caller]
fn all_fields_hold_or_refuse(document: &Document) {
    let mut trial = Trial::new(document);
    let wrapped = |text: &str, field: &Field| {
        let mark = mark(document, field);
        format!("{text} {mark} e{text}{mark} {text}")
    };
    let mut texts = strings::all();
    texts.retain(|text| trial.is_allowed(text, &|field| wrapped(text, field)));
    for group in texts.chunks(AT_ONCE) {
        let put = |field: &Field| {
            let parts: Vec<String> = group.iter().map(|text| wrapped(text, field)).collect();
            parts.join(&format!(" {} ", mark(document, field)))
        };
        if trial.is_allowed(&group.concat(), &put) && trial.do_all_hold(&put) {
            continue;
        }
        // Together they are too long, or part over pages with other texts between.
        for text in group {
            trial.all_hold(&|field| wrapped(text, field));
        }
    }
    trial.end();
}

/// Every text is all there is in a field: in another field each time.
#[track_caller]
fn fields_hold_a_text_alone(document: &Document) {
    let mut trial = Trial::new(document);
    let mut texts = strings::all();
    texts.retain(|text| trial.is_allowed(text, &|_| text.clone()));
    let fields = document.texts();
    for first in (0..texts.len()).step_by(fields.len()) {
        for turn in [0, 7] {
            trial.all_hold(&|field| {
                let place = fields.iter().position(|known| known.name == field.name);
                let place = (place.expect("it is one of ours") + turn) % fields.len();
                texts[(first + place) % texts.len()].clone()
            });
        }
    }
    trial.end();
}

#[test]
fn there_are_200_texts_and_no_two_alike() {
    let all = strings::all();
    let distinct: BTreeSet<&String> = all.iter().collect();
    assert_eq!(distinct.len(), all.len());
    assert!(all.len() >= 200, "{}", all.len());
}

#[test]
fn the_documents_with_holes_can_be_set() {
    for document in [fields::letter(), fields::plan(), fields::decision()] {
        let outcome = house::build(&document.with(|_| None));
        assert!(outcome.pdf.is_some(), "{}", house::listed(&outcome.findings));
    }
}

#[test]
fn a_text_in_the_letter_is_text_or_refused() {
    all_fields_hold_or_refuse(&fields::letter());
}

#[test]
fn a_text_in_the_plan_is_text_or_refused() {
    all_fields_hold_or_refuse(&fields::plan());
}

#[test]
fn a_text_in_the_decision_is_text_or_refused() {
    all_fields_hold_or_refuse(&fields::decision());
}

#[test]
fn a_text_that_is_all_of_a_field_is_text_or_refused() {
    fields_hold_a_text_alone(&fields::letter());
    fields_hold_a_text_alone(&fields::plan());
    fields_hold_a_text_alone(&fields::decision());
}

/// As text, never as a formula or a tag; in fields that refuse it, it is not written.
#[test]
fn a_text_in_word_and_excel_is_text() {
    let press = crate::nd30::office_press();
    let (mut wrong, mut tried) = (Vec::new(), 0);
    for document in [fields::letter(), fields::plan(), fields::decision()] {
        let fields = document.texts();
        for (turn, text) in strings::all().into_iter().enumerate() {
            let is_text = |field: &Field| fields.iter().any(|known| known.name == field.name);
            let all = document.with(|field| is_text(field).then(|| trial::value_for(field, &text)));
            let one = |name: &str| {
                document.with(|it| (it.name == name).then(|| trial::value_for(it, &text)))
            };
            // Where some field refuses it, it stands in one, another one each time.
            let is_refused = house::examine(&all).findings.iter().any(|it| it.is_error);
            let yaml = if is_refused { one(fields[turn % fields.len()].name) } else { all };
            tried += 1;
            let found = crate::nd30::office_differences(&press, &yaml);
            wrong.extend(found.iter().map(|it| format!("{}: {it}", shown(&text))));
        }
    }
    let few = wrong.iter().take(20).cloned().collect::<Vec<_>>().join("\n");
    assert!(wrong.is_empty(), "{} of {tried}:\n{few}", wrong.len());
}

/// It parts over pages, between other texts; no word of it is lost.
#[test]
fn a_text_as_long_as_a_text_may_be_is_printed_whole() {
    let document = fields::letter();
    for field in document.texts().into_iter().filter(|field| field.use_ != Use::Kept) {
        let text = "Kq ".repeat(660);
        let yaml = document.with(|known| (known.name == field.name).then(|| text.clone()));
        // YAML allows a key 1,024 characters.
        if field.name == "row.name" {
            assert!(house::examine(&yaml).findings.iter().any(|finding| finding.is_error));
            continue;
        }
        // In some places there are only certain words.
        if house::examine(&yaml).findings.iter().any(|it| it.is_error) {
            continue;
        }
        let outcome = house::build(&yaml);
        // A signature block, or the head of a table, stands on one page: a longer one is refused.
        if runs_out(&outcome) {
            continue;
        }
        let found = printed(&outcome).to_uppercase().matches("KQ").count();
        // Some stand at two places.
        assert!(found >= 660, "{}: {found}", field.name);
    }
}

/// Kinds, dates, numbers, ids, formulas: a text there is refused, or happens to be one.
#[test]
fn a_text_where_a_word_of_ours_belongs_is_refused_on_its_line() {
    for document in [fields::letter(), fields::plan(), fields::decision()] {
        let mut trial = Trial::new(&document);
        for field in document.fields().iter().filter(|field| field.use_ == Use::Closed) {
            for text in strings::all() {
                let value = |known: &Field| (known.name == field.name).then(|| text.clone());
                let yaml = document.with(value);
                let outcome = house::examine(&yaml);
                if trial.placed(&[field], &outcome, &text).is_empty() {
                    let outcome = house::build(&yaml);
                    let is_refused = runs_out(&outcome);
                    assert!(is_refused || outcome.pdf.is_some(), "{}: {text}", field.name);
                }
            }
        }
        trial.end();
    }
}

/// A name that nobody bears any more is also missed where it is called.
#[test]
fn a_text_where_a_name_belongs_is_refused_in_the_file() {
    let document = fields::letter();
    for field in document.fields().iter().filter(|field| field.use_ == Use::Name) {
        for text in strings::all() {
            let value = |known: &Field| (known.name == field.name).then(|| text.clone());
            let outcome = house::examine(&document.with(value));
            let line = document.line_of(field);
            let mut own = outcome.findings.iter().filter(|finding| finding.accepted.is_none());
            let is_in_file =
                |finding: &Finding| finding.place.as_ref().is_some_and(|(file, ..)| file == FILE);
            assert!(own.clone().all(is_in_file), "{}", house::listed(&outcome.findings));
            // What may be a name is missed; what may not is refused where it stands.
            // Signs without width are dropped when a text is read.
            let has_width = |sign: &char| {
                !matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
            };
            let mut signs = text.chars().filter(has_width);
            let is_name = signs.all(|sign| sign.is_ascii_alphanumeric() || sign == '_');
            let is_refused = own.any(|finding| is_on(finding, line));
            assert!(is_name || is_refused, "{}: {}", field.name, shown(&text));
        }
    }
}

/// As Markdown the texts may mean something; they are then refused, and nothing is run.
#[test]
fn a_text_in_the_body_without_escapes_harms_nothing() {
    for document in [fields::letter(), fields::plan(), fields::decision()] {
        let mut trial = Trial::new(&document);
        let body = document.fields().iter().find(|field| field.use_ == Use::Body);
        let body = body.expect("a directive has a body");
        let with =
            |text: &str| document.with(|field| (field.name == body.name).then(|| text.to_owned()));
        let mut texts = strings::all();
        texts.retain(|text| {
            let outcome = house::examine(&with(text));
            !trial.placed(&[body], &outcome, text).iter().any(|finding| finding.is_error)
        });
        for group in texts.chunks(20) {
            let text = group.join("\n\n");
            trial.placed(&[body], &house::build(&with(&text)), &text);
        }
        trial.end();
    }
}

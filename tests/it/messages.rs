//! The two catalogs of messages say the same, in the form messages have.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use clap::CommandFactory;
use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
};
use fluent_syntax::parser;
use vanthu::cli::args::Args;
use vanthu::messages::Language;

use crate::project::of_project;

/// `id` or `id.help`, and its pattern.
type Patterns = BTreeMap<String, Pattern<&'static str>>;

#[test]
fn both_catalogs_have_the_same_ids_attributes_and_variables() {
    let shape = |language| -> BTreeMap<String, BTreeSet<String>> {
        patterns(language).iter().map(|(id, pattern)| (id.clone(), variables(pattern))).collect()
    };
    let (vi, en) = (shape(Language::Vi), shape(Language::En));
    for (id, variables) in &vi {
        assert_eq!(Some(variables), en.get(id), "`{id}` differs in en.ftl");
    }
    let only_en: Vec<&String> = en.keys().filter(|id| !vi.contains_key(*id)).collect();
    assert!(only_en.is_empty(), "only in en.ftl: {only_en:?}");
}

#[test]
fn every_message_is_used_and_every_message_used_is_there() {
    let source = source();
    let arguments = arguments();
    let ids: BTreeSet<String> =
        patterns(Language::Vi).into_keys().filter(|id| !id.contains('.')).collect();
    let idle: Vec<&String> = ids
        .iter()
        .filter(|id| !source.contains(&format!("\"{id}\"")) && !arguments.contains(*id))
        .filter(|id| !Language::Vi.text().contains(&format!("{{ {id} }}")))
        .collect();
    assert!(idle.is_empty(), "nobody says {idle:?}");
    let said = ["Message::new(\"", "unknown(\""].into_iter().flat_map(|call| {
        source.split(call).skip(1).map(|rest| rest.split('"').next().unwrap_or_default())
    });
    let absent: BTreeSet<&str> = said.filter(|id| !ids.contains(*id)).collect();
    assert!(absent.is_empty(), "not in the catalogs: {absent:?}");
    let unexplained: Vec<&String> = arguments.difference(&ids).collect();
    assert!(unexplained.is_empty(), "arguments without help: {unexplained:?}");
}

#[test]
fn messages_begin_small_and_end_without_a_full_stop() {
    for language in [Language::Vi, Language::En] {
        for (id, pattern) in patterns(language) {
            let is_heading = id == "about" || id.contains("heading");
            for text in edges(&pattern, <[Element]>::first) {
                let word = text.split_whitespace().next().unwrap_or_default();
                let begins_small = !word.starts_with(char::is_uppercase) || is_name(word);
                assert!(begins_small || is_heading, "{language:?} `{id}` begins with `{word}`");
            }
            for text in edges(&pattern, <[Element]>::last) {
                assert!(
                    !text.trim_end().ends_with('.'),
                    "{language:?} `{id}` ends with a full stop"
                );
                assert!(!text.ends_with(' '), "{language:?} `{id}` ends with a space");
            }
        }
    }
}

/// Names keep their capital wherever they stand.
fn is_name(word: &str) -> bool {
    ["HTML", "PDF/A", "SOURCE_DATE_EPOCH", "Typst"].contains(&word)
}

fn patterns(language: Language) -> Patterns {
    let resource = match parser::parse(language.text()) {
        Ok(resource) => resource,
        Err((_, errors)) => panic!("{language:?}: {errors:?}"),
    };
    let mut patterns = Patterns::new();
    let mut add = |id: String, pattern| {
        assert!(patterns.insert(id.clone(), pattern).is_none(), "{language:?} has `{id}` twice");
    };
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let id = message.id.name.to_owned();
                for attribute in message.attributes {
                    add(format!("{id}.{}", attribute.id.name), attribute.value);
                }
                add(id, message.value.expect("a message says something"));
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            other => panic!("{language:?}: {other:?}"),
        }
    }
    patterns
}

fn variables(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let placeables = pattern.elements.iter().filter_map(|element| match element {
        PatternElement::Placeable { expression } => Some(expression),
        PatternElement::TextElement { .. } => None,
    });
    placeables.flat_map(of_expression).collect()
}

fn of_expression(expression: &Expression<&str>) -> BTreeSet<String> {
    match expression {
        Expression::Inline(inline) => of_inline(inline),
        Expression::Select { selector, variants } => {
            let inner = variants.iter().flat_map(|variant| variables(&variant.value));
            of_inline(selector).into_iter().chain(inner).collect()
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>) -> BTreeSet<String> {
    match inline {
        InlineExpression::VariableReference { id } => BTreeSet::from([id.name.to_owned()]),
        InlineExpression::Placeable { expression } => of_expression(expression),
        InlineExpression::FunctionReference {
            arguments: CallArguments { positional, .. }, ..
        } => positional.iter().flat_map(of_inline).collect(),
        _ => BTreeSet::new(),
    }
}

type Element = PatternElement<&'static str>;

/// The words at one end of a pattern, in each of its variants.
fn edges(
    pattern: &Pattern<&'static str>,
    end: fn(&[Element]) -> Option<&Element>,
) -> Vec<&'static str> {
    match end(&pattern.elements) {
        Some(PatternElement::TextElement { value }) => vec![value],
        Some(PatternElement::Placeable { expression: Expression::Select { variants, .. } }) => {
            variants.iter().flat_map(|variant| edges(&variant.value, end)).collect()
        }
        _ => Vec::new(),
    }
}

/// All of `src`, in one text.
fn source() -> String {
    walkdir::WalkDir::new(of_project("src"))
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.path().extension().is_some_and(|extension| extension == "rs"))
        .map(|entry| fs::read_to_string(entry.path()).unwrap())
        .collect()
}

/// The ids under which commands and arguments are explained.
fn arguments() -> BTreeSet<String> {
    let command = Args::command();
    let mut ids = BTreeSet::from(["arg-help".to_owned(), "arg-version".to_owned()]);
    for subcommand in command.get_subcommands() {
        ids.insert(format!("command-{}", subcommand.get_name()));
        ids.extend(subcommand.get_arguments().map(|arg| format!("arg-{}", arg.get_id())));
    }
    ids
}

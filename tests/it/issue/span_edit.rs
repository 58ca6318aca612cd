//! The edit that issues a draft: every other byte stays, and what is read afterwards is what was
//! given.

use std::path::Path;

use proptest::prelude::*;
use vanthu::compute::Tables;
use vanthu::diagnostic::Report;
use vanthu::issue::{Given, applied, edits, meaning_of};
use vanthu::load;
use vanthu::model::Directive;
use vanthu::model::catalog::Catalog;
use vanthu::model::date::IssueDate;
use vanthu::model::directive::Status;
use vanthu::pipeline;
use vanthu::source::Sources;

use crate::project::of_project;

fn computed(text: &str) -> Option<(load::raw::Directive, Directive, Tables)> {
    let mut sources = Sources::default();
    let source = sources.add("a.yaml", text);
    let none = |_: &str| Ok(None);
    let mut report = Report::default();
    let loaded = load::load(&mut sources, source, &none, &mut report).unwrap()?;
    let catalog = Catalog::default();
    let found = pipeline::computed(&mut sources, source, &none, &catalog, &mut report).unwrap()?;
    Some((loaded.raw, found.directive, found.tables))
}

/// How a key can be written that has no value, or is not there, or has another one.
fn line_of(key: &'static str, others: &'static [&'static str]) -> impl Strategy<Value = String> {
    let forms = prop::sample::select(others);
    let comment = prop::sample::select(vec!["", " # ghi sau", "   # a: b, c"]);
    let space = prop::sample::select(vec!["", " ", "   "]);
    (forms, comment, space).prop_map(move |(form, comment, space)| match form {
        "absent" => String::new(),
        "" => format!("{key}:{space}{comment}\n"),
        "quoted key" => format!("\"{key}\":{comment}\n"),
        "below" => format!("{key}:\n  ~{comment}\n"),
        value => format!("{key}: {space}{value}{comment}\n"),
    })
}

const STATUS: &[&str] = &["absent", "", "draft", "\"draft\"", "'draft'", "~", "quoted key"];
const NUMBER: &[&str] = &["absent", "", "~", "null", "49", "\"49\"", "049", "quoted key", "below"];
const DATE: &[&str] = &["absent", "", "2023", "2023-02", "\"2023-02\"", "~", "2023-02-10"];

fn draft_in_lines() -> impl Strategy<Value = String> {
    let issuer = prop::sample::select(vec![
        "issuer:\n  name: Trung tâm Y tế\n  # hết\n",
        "issuer: {name: Trung tâm Y tế,\n  cited_as: Trung tâm}\n",
        "",
        "# cơ quan\nissuer: {name: Trung tâm Y tế} # tên\n",
    ]);
    let keys = (
        line_of("status", STATUS),
        line_of("number", NUMBER),
        line_of("date", DATE),
        issuer,
        prop::sample::select(vec!["place: Yên Phong\n", "", "\n# nơi\nplace: 'Yên Phong'\n"]),
        Just("kind: cong-van # loại\n"),
        Just("symbol: TTYT-KH\n"),
        Just("subject: \"số: 5, date: 7\"\n"),
        Just("recipients:\n  cc:\n  - \"number: 5\"\n  - b\n"),
        Just("body: |\n  number: 5\n\n  # I. Date\n\n  status: draft\n"),
    );
    let lines = keys.prop_map(|(a, b, c, d, e, f, g, h, i, j)| {
        [
            a,
            b,
            c,
            d.to_owned(),
            e.to_owned(),
            f.to_owned(),
            g.to_owned(),
            h.to_owned(),
            i.to_owned(),
            j.to_owned(),
        ]
    });
    let shuffled = lines.prop_flat_map(|lines| Just(lines.to_vec()).prop_shuffle());
    let newline = prop::sample::select(vec!["\n", "\r\n"]);
    let head = prop::sample::select(vec!["", "# đầu\n\n", "---\n"]);
    (shuffled, newline, head, any::<bool>()).prop_map(|(lines, newline, head, ends)| {
        let text = format!("{head}{}", lines.concat());
        let text = if ends { text } else { text.trim_end_matches('\n').to_owned() };
        text.replace('\n', newline)
    })
}

fn draft_in_braces() -> impl Strategy<Value = String> {
    let status = prop::sample::select(vec![
        "",
        "status: draft, ",
        "\"status\": \"draft\",\n ",
        "status: , ",
    ]);
    let number = prop::sample::select(vec![
        "",
        "number: ,",
        "number: ~, ",
        "\"number\": null,\n",
        "number: 49 ,",
    ]);
    let date = prop::sample::select(vec!["", "date: 2023-02, ", "\"date\": \"2023\", ", "date: ,"]);
    (status, number, date, any::<bool>()).prop_map(|(status, number, date, json)| {
        let body =
            "\"kind\": \"cong-van\", \"symbol\": \"TTYT, {KH}\",\n  \"body\": \"a: b, c # d./.\"";
        let issuer =
            "\"issuer\": {\"name\": \"Trung tâm [Y tế]\", \"contact\": {\"phone\": \"1\"}}";
        let subject = if json {
            "\"subject\": \"x \\\" number: 5\""
        } else {
            "subject: 'x number' # n, x: y\n"
        };
        format!("{{{status}{body}, {number} {issuer}, {date}{subject}}}\n")
    })
}

fn holds(text: &str) -> Result<(), TestCaseError> {
    let Some((raw, before, tables)) = computed(text) else {
        return Err(TestCaseError::fail(format!("a draft that cannot be read:\n{text}")));
    };
    let given = Given { number: "49".parse().unwrap(), date: "2023-02-10".parse().unwrap() };
    let edits = edits(text, &raw, given)
        .map_err(|key| TestCaseError::fail(format!("{key:?} cannot be written:\n{text}")))?;
    let after = applied(text, &edits);
    // Every other byte stays: what the edits leave out is what they leave in.
    let (mut kept, mut left, mut from, mut at) = (String::new(), String::new(), 0, 0);
    for edit in &edits {
        prop_assert!(edit.range.start >= from, "in order, none over another");
        kept.push_str(&text[from..edit.range.start]);
        left.push_str(&after[at..at + edit.range.start - from]);
        at += edit.range.start - from + edit.with.len();
        from = edit.range.end;
    }
    kept.push_str(&text[from..]);
    left.push_str(&after[at..]);
    prop_assert_eq!(&kept, &left);
    let comments = |text: &str| text.matches('#').count();
    prop_assert_eq!(comments(text), comments(&after));
    let Some((_, directive, after_tables)) = computed(&after) else {
        return Err(TestCaseError::fail(format!("{text}\nbecame\n{after}")));
    };
    prop_assert_eq!(directive.status, Status::Issued, "{}", after);
    prop_assert_eq!(directive.number, Some(given.number), "{}", after);
    prop_assert_eq!(directive.date, IssueDate::Day(given.date), "{}", after);
    let mut wanted = before;
    (wanted.status, wanted.number) = (Status::Issued, Some(given.number));
    wanted.date = IssueDate::Day(given.date);
    prop_assert_eq!(meaning_of(&directive, &after_tables), meaning_of(&wanted, &tables));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn a_draft_in_lines_is_edited_in_three_places_at_most(text in draft_in_lines()) {
        holds(&text)?;
    }

    #[test]
    fn a_draft_in_braces_is_edited_in_three_places_at_most(text in draft_in_braces()) {
        holds(&text)?;
    }
}

#[test]
fn every_draft_of_the_project_can_be_edited() {
    let mut count = 0;
    for folder in ["data", "tests/cases"] {
        for entry in walkdir::WalkDir::new(of_project(folder)).sort_by_file_name() {
            let path = entry.unwrap().into_path();
            if path.extension().is_none_or(|it| it != "yaml") || path.starts_with(catalogs()) {
                continue;
            }
            let Ok(text) = std::fs::read_to_string(&path) else { continue };
            let Some((_, directive, _)) = computed(&text) else { continue };
            let has_own = directive.number.is_some() || directive.status == Status::Issued;
            if has_own || !matches!(directive.date, IssueDate::Open) {
                continue;
            }
            let held = holds(&text);
            assert!(held.is_ok(), "{}: {held:?}", path.display());
            count += 1;
        }
    }
    assert!(count > 100, "only {count}");
}

fn catalogs() -> impl AsRef<Path> {
    of_project("data/catalog")
}

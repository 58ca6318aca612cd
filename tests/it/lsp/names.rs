//! Definition, references and rename.

use serde_json::{Value, json};

use super::client::Client;
use super::{CATALOG, PLAN, project};
use crate::project::Project;

const FILE: &str = "data/plan.yaml";

fn definition(client: &mut Client<'_>, words: &str) -> Vec<String> {
    let at = client.at(FILE, words);
    let answer = client.request("textDocument/definition", at);
    client.locations(&answer)
}

fn references(client: &mut Client<'_>, words: &str) -> Vec<String> {
    let mut params = client.at(FILE, words);
    params["context"] = json!({"includeDeclaration": true});
    let answer = client.request("textDocument/references", params);
    client.locations(&answer)
}

fn rename(client: &mut Client<'_>, words: &str, name: &str) -> Value {
    let mut params = client.at(FILE, words);
    params["newName"] = json!(name);
    client.answer("textDocument/rename", params)
}

#[test]
fn the_way_leads_from_a_name_to_where_it_is_made() {
    let project = project();
    let mut client = Client::start(&project);
    client.open(FILE);
    for (words, wanted) in [
        ("total.ta^ng", "data/plan.yaml 18:13-18:17"),
        ("{{ chi^_tieu.total", "data/plan.yaml 12:2-12:10"),
        ("appendix(\"chi^-tieu", "data/plan.yaml 12:2-12:10"),
        ("[\"Thôn^ Hạ\"]", "data/plan.yaml 23:6-23:13"),
        ("formula: tn_2024 - tn^_2023", "data/plan.yaml 16:13-16:20"),
        ("declared: {ta^ng", "data/plan.yaml 18:13-18:17"),
        ("cite(\"nq^-28", "data/catalog/chung.yaml 1:2-1:18"),
        ("  - nq^-28", "data/catalog/chung.yaml 1:2-1:18"),
        ("id: ubnd^-an-lac", "data/catalog/chung.yaml 17:2-17:13"),
        ("id: chu^-tich", "data/catalog/chung.yaml 22:6-22:14"),
    ] {
        assert_eq!(definition(&mut client, words), [wanted], "{words}");
    }
    assert_eq!(definition(&mut client, "sub^ject"), Vec::<String>::new());
}

#[test]
fn all_places_of_a_name_are_found() {
    let project = project();
    let mut client = Client::start(&project);
    client.open(FILE);
    let tang = ["18:13-18:17", "25:15-25:19", "28:81-28:85", "31:41-31:45"];
    let tang = tang.map(|it| format!("data/plan.yaml {it}"));
    assert_eq!(references(&mut client, "- {id: ta^ng"), tang);
    assert_eq!(references(&mut client, "total.ta^ng"), tang);
}

/// What the catalog holds is named in directives that are not open, too.
#[test]
fn an_entry_of_the_catalog_is_found_in_the_whole_project() {
    let project = project().file("data/other.yaml", PLAN);
    let mut client = Client::start(&project);
    client.open(FILE);
    let found = references(&mut client, "cite(\"nq^-28");
    let files: Vec<&str> = found.iter().map(|it| it.split(' ').next().unwrap()).collect();
    let wanted = [
        "data/catalog/chung.yaml",
        "data/catalog/chung.yaml",
        "data/other.yaml",
        "data/other.yaml",
        "data/plan.yaml",
        "data/plan.yaml",
    ];
    assert_eq!(files, wanted, "{found:?}");
}

/// After a rename the document prints what it printed before, but for the name.
#[test]
fn a_renamed_name_is_renamed_everywhere() {
    let project = project().file("data/other.yaml", PLAN);
    let mut client = Client::start(&project);
    client.open(FILE);
    for (words, name, is_shared) in [
        ("total.ta^ng", "them", false),
        ("{{ chi^_tieu.total", "giao-chi-tieu", false),
        ("Thôn Hạ^: [", "Thôn Hạ: mới", false),
        ("Khu^ Đông:", "Khu Tây", false),
        ("formula: tn^_2024", "ke_hoach", false),
        ("cite(\"nq^-28", "nghi-quyet-28", true),
        ("id: ubnd^-an-lac", "an-lac", true),
        ("id: chu^-tich", "ct", true),
    ] {
        let answer = rename(&mut client, words, name);
        let after = client.applied(&answer["result"]);
        let mut renamed =
            Project::new().file("vanthu.yaml", "").file("data/catalog/chung.yaml", CATALOG);
        assert_eq!(after.len(), if is_shared { 3 } else { 1 }, "{words}: {answer}");
        for (path, text) in &after {
            renamed = renamed.file(path, text);
        }
        let text = &after.last().unwrap().1;
        assert!(text.contains(name) || text.contains(&name.replace('-', "_")), "{text}");
        renamed.run(["check", "--format", "short"]).succeeds();
    }
}

#[test]
fn a_name_that_cannot_be_is_refused_and_nothing_is_written() {
    let project = project();
    let mut client = Client::start(&project);
    client.open(FILE);
    for (words, name, wanted) in [
        ("total.ta^ng", "tn_2023", "đã có tên `tn_2023`"),
        ("total.ta^ng", "Tăng", "`Tăng`"),
        ("total.ta^ng", "sum", "`sum`"),
        ("Thôn Hạ^: [", "Thôn Đoài", "đã có tên `Thôn Đoài`"),
        ("Thôn Hạ^: [", " ", "tên dòng"),
        ("cite(\"nq^-28", "qd-546-ttg-2022", "đã có tên"),
    ] {
        let answer = rename(&mut client, words, name);
        let said = answer["error"]["message"].as_str().unwrap_or_default();
        assert!(said.contains(wanted), "{words} {name}: {answer}");
    }
    let at = client.at(FILE, "total.ta^ng");
    let prepared = client.request("textDocument/prepareRename", at);
    assert_eq!(prepared["placeholder"], "tang");
    let at = client.at(FILE, "sub^ject");
    assert_eq!(client.request("textDocument/prepareRename", at), Value::Null);
}

/// Rows of a CSV are renamed there, and in every directive that reads it.
#[test]
fn a_row_of_a_file_is_renamed_in_all_directives_that_read_it() {
    let start = PLAN.find("    rows:\n").unwrap();
    let end = PLAN.find("    total:").unwrap();
    let text = format!("{}    rows: {{file: rows.csv}}\n{}", &PLAN[..start], &PLAN[end..]);
    let text = text.replace("    declared: {tang: 45}\n", "");
    let rows = "Thôn,Thực hiện 2023,Kế hoạch 2024\nThôn Đoài,100,120\nThôn Hạ,50,60\n";
    let project =
        project().file(FILE, &text).file("data/other.yaml", &text).file("data/rows.csv", rows);
    let mut client = Client::start(&project);
    client.open(FILE);
    let answer = rename(&mut client, "[\"Thôn^ Hạ\"]", "Thôn Hậu");
    let after = client.applied(&answer["result"]);
    let names: Vec<&str> = after.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["data/other.yaml", "data/plan.yaml", "data/rows.csv"]);
    for (name, text) in &after {
        assert!(text.contains("Thôn Hậu"), "{name}: {text}");
        assert!(!text.contains("\"Thôn Hạ\"") && !text.contains("\nThôn Hạ,"), "{name}: {text}");
    }
}

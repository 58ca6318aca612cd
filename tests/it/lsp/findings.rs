//! Findings while somebody types.

use serde_json::json;

use super::client::Client;
use super::{CATALOG, project};

#[test]
fn findings_come_and_go_as_one_types() {
    let project = project();
    let mut client = Client::start(&project);
    client.open("data/plan.yaml");
    assert_eq!(client.diagnostics("data/plan.yaml"), Vec::<String>::new());
    client.edit("data/plan.yaml", "total.tang", "total.tangg");
    assert_eq!(
        client.diagnostics("data/plan.yaml"),
        ["28:63-28:89 error N011 bảng không có cột số `tangg` / ý bạn là `tang`?"]
    );
    client.edit("data/plan.yaml", "total.tangg", "total.tang");
    assert_eq!(client.diagnostics("data/plan.yaml"), Vec::<String>::new());
    // A text that is no YAML any more.
    client.edit("data/plan.yaml", "kind: cong-van", "kind: [cong-van");
    let found = client.diagnostics("data/plan.yaml");
    assert!(found.iter().any(|it| it.contains(" error Y")), "{found:?}");
}

/// `𝄞` is two units, a letter with its marks set apart is three.
#[test]
fn places_are_counted_in_utf16_units() {
    let project = project();
    let mut client = Client::start(&project);
    client.open("data/plan.yaml");
    client.edit(
        "data/plan.yaml",
        "total: {label: Tổng cộng}",
        "total: {label: \"𝄞 e\u{302}\u{323}\", att: top}",
    );
    let found = client.diagnostics("data/plan.yaml");
    assert!(found.iter().any(|it| it.starts_with("24:29-24:32 error Y003")), "{found:?}");
}

#[test]
fn messages_are_in_the_language_of_the_project() {
    let project = project().file("vanthu.yaml", "language: en\n");
    let mut client = Client::start(&project);
    client.open("data/plan.yaml");
    client.edit("data/plan.yaml", "total.tang", "total.tangg");
    let found = client.diagnostics("data/plan.yaml");
    assert!(found[0].contains("no column of figures `tangg`"), "{found:?}");
    client.stop();
    let mut client = Client::start_with(&project, &json!({}), &["--lang", "vi", "--stdio"]);
    client.open("data/plan.yaml");
    client.edit("data/plan.yaml", "total.tang", "total.tangg");
    let found = client.diagnostics("data/plan.yaml");
    assert!(found[0].contains("không có cột số"), "{found:?}");
}

#[test]
fn an_unsaved_catalog_counts_and_has_findings_of_its_own() {
    let project = project();
    let mut client = Client::start(&project);
    client.open("data/plan.yaml");
    client.open("data/catalog/chung.yaml");
    assert_eq!(client.diagnostics("data/plan.yaml"), Vec::<String>::new());
    client.replace("data/catalog/chung.yaml", &CATALOG.replace("  nq-28-nq-tw-2018:", "  nq-28:"));
    let found = client.diagnostics("data/plan.yaml");
    assert!(
        found.iter().all(|it| it.contains("nq-28-nq-tw-2018")) && found.len() == 2,
        "{found:?}"
    );
    let found = client.diagnostics("data/catalog/chung.yaml");
    assert!(found.len() == 1 && found[0].contains("nq-28-nq-tw-2018"), "{found:?}");
    client.replace("data/catalog/chung.yaml", CATALOG);
    assert_eq!(client.diagnostics("data/plan.yaml"), Vec::<String>::new());
    assert_eq!(client.diagnostics("data/catalog/chung.yaml"), Vec::<String>::new());
}

#[test]
fn mistakes_in_the_settings_are_told_in_their_file() {
    let project = project();
    let mut client = Client::start(&project);
    client.open("data/plan.yaml");
    client.open("vanthu.yaml");
    client.replace("vanthu.yaml", "langauge: vi\n");
    let found = client.diagnostics("vanthu.yaml");
    assert!(found.len() == 1 && found[0].contains("`langauge`"), "{found:?}");
    assert_eq!(client.diagnostics("data/plan.yaml"), Vec::<String>::new());
    client.replace("vanthu.yaml", "language: vi\n");
    assert_eq!(client.diagnostics("vanthu.yaml"), Vec::<String>::new());
}

/// A figure of a file of rows that is open in the editor, too.
#[test]
fn findings_of_rows_are_told_in_the_file_of_rows() {
    let rows = "Thôn,Thực hiện 2023,Kế hoạch 2024\nThôn Đoài,100,120\nThôn Hạ,50,6o\n";
    let text = super::PLAN;
    let start = text.find("    rows:\n").unwrap();
    let end = text.find("    total:").unwrap();
    let text = format!("{}    rows: {{file: rows.csv}}\n{}", &text[..start], &text[end..]);
    let text = text.replace("    declared: {tang: 45}\n", "");
    let project = project().file("data/plan.yaml", &text).file("data/rows.csv", rows);
    let mut client = Client::start(&project);
    client.open("data/plan.yaml");
    let found = client.diagnostics("data/rows.csv");
    assert!(found.len() == 1 && found[0].starts_with("2:11-2:13 error"), "{found:?}");
    client.open("data/rows.csv");
    client.edit("data/rows.csv", "6o", "60");
    client.diagnostics("data/plan.yaml");
    assert_eq!(client.diagnostics("data/rows.csv"), Vec::<String>::new());
}

//! Outline and folding.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::client::{Client, range};
use super::project;

const FILE: &str = "data/plan.yaml";

fn drawn(symbols: &Value, depth: usize, text: &mut String) {
    for symbol in symbols.as_array().into_iter().flatten() {
        let detail = symbol["detail"].as_str().map(|it| format!(" = {it}")).unwrap_or_default();
        let name = symbol["name"].as_str().unwrap();
        writeln!(text, "{}{name}{detail}", "  ".repeat(depth)).unwrap();
        let (whole, selection) = (range(&symbol["range"]), range(&symbol["selectionRange"]));
        assert!(!whole.is_empty() && !selection.is_empty());
        drawn(&symbol["children"], depth + 1, text);
    }
}

#[test]
fn the_outline_shows_keys_tables_and_parts_of_the_text() {
    let project = project();
    let mut client = Client::start(&project);
    client.open(FILE);
    let id = json!({"textDocument": {"uri": client.uri(FILE)}});
    let mut text = String::new();
    drawn(&client.request("textDocument/documentSymbol", id.clone()), 0, &mut text);
    let wanted = "\
kind = cong-van
issuer
  id = ubnd-an-lac
subject = giao chỉ tiêu năm 2024
date = 2024-03
recipients
  to
    Các thôn
  file = {unit: VP}
legal_bases
  nq-28-nq-tw-2018
targets
  chi-tieu
    title = Chỉ tiêu các thôn
    row_header = Thôn
    columns
      tn_2023 = Thực hiện 2023
      tn_2024 = Kế hoạch 2024
      tang = Tăng
    rows
      Khu Đông
        Thôn Đoài
        Thôn Thượng
      Thôn Hạ
    total = {label: Tổng cộng}
    declared = {tang: 45}
body
  I. MỤC TIÊU
  II. TỔ CHỨC THỰC HIỆN
signatory
  id = chu-tich
";
    assert_eq!(text, wanted);
    let folds = client.request("textDocument/foldingRange", id.clone());
    let fold = |it: &Value| format!("{}-{}", it["startLine"], it["endLine"]);
    let folds: Vec<String> = folds.as_array().unwrap().iter().map(fold).collect();
    let wanted = [
        "1-2", "5-8", "6-7", "9-10", "11-25", "12-25", "15-18", "19-23", "20-22", "26-31", "27-28",
        "30-31", "32-33",
    ];
    assert_eq!(folds, wanted);
    // Of a text that is no YAML the keys are still there.
    client.edit(FILE, "kind: cong-van", "kind: [");
    let mut broken = String::new();
    drawn(&client.request("textDocument/documentSymbol", id), 0, &mut broken);
    assert!(broken.contains("  chi-tieu\n") && !broken.contains("MỤC TIÊU"), "{broken}");
}

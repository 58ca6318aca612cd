//! Hover and inlay hints, and how long an answer takes.

use std::fmt::Write as _;
use std::time::Duration;

use serde_json::{Value, json};

use super::client::{Client, fastest};
use super::{PLAN, project};

const FILE: &str = "data/plan.yaml";

fn hover(client: &mut Client<'_>, words: &str) -> String {
    let at = client.at(FILE, words);
    let answer = client.request("textDocument/hover", at);
    answer["contents"]["value"].as_str().unwrap_or_default().to_owned()
}

fn hints(client: &mut Client<'_>) -> Vec<String> {
    let range =
        json!({"start": {"line": 0, "character": 0}, "end": {"line": 9999, "character": 0}});
    let params = json!({"textDocument": {"uri": client.uri(FILE)}, "range": range});
    let answer = client.request("textDocument/inlayHint", params);
    let hint =
        |it: &Value| format!("{}: {}", it["position"]["line"], it["label"].as_str().unwrap());
    answer.as_array().unwrap().iter().map(hint).collect()
}

#[test]
fn a_figure_tells_how_it_came_about() {
    let project = project();
    let mut client = Client::start(&project);
    client.open(FILE);
    assert_eq!(
        hover(&mut client, "chi_tieu.total.ta^ng"),
        "\
**chi\\_tieu.total.tang = 45**
- Tổng cộng · Tăng · Chỉ tiêu các thôn
- cộng 3 dòng (data/plan.yaml:22–24)
  - Thôn Đoài: 20
  - Thôn Thượng: 15
  - Thôn Hạ: 10
- tính ngang cũng ra số này, theo công thức `tn_2024 - tn_2023` (data/plan.yaml:19): 275 - 230 = 45
  - chi\\_tieu.total.tn\\_2024 = 275 · Kế hoạch 2024
    - cộng 3 dòng (data/plan.yaml:22–24)
  - chi\\_tieu.total.tn\\_2023 = 230 · Thực hiện 2023
    - cộng 3 dòng (data/plan.yaml:22–24)
- số khai 45 (data/plan.yaml:26): khớp
- in tại
  - data/plan.yaml:29: “… về cải cách chính sách bảo hiểm xã hội, giao các thôn tăng \\[45\\] người.”
  - Phụ lục
"
    );
}

#[test]
fn a_citation_tells_its_title_and_whether_it_is_in_force() {
    let project = project();
    let mut client = Client::start(&project);
    client.open(FILE);
    assert_eq!(
        hover(&mut client, "cite(\"nq^-28"),
        "Nghị quyết số 28-NQ/TW ngày 23 tháng 5 năm 2018 của Ban Chấp hành Trung ương về cải cách \
         chính sách bảo hiểm xã hội\n\ncó hiệu lực từ 23/5/2018\n"
    );
    client.edit(FILE, "  - nq-28-nq-tw-2018", "  - qd-546-ttg-2022");
    let said = hover(&mut client, "  - qd^-546");
    assert!(said.contains("hết hiệu lực sau ngày 31/12/2025"), "{said}");
    assert!(said.contains("thay bằng `nq-28-nq-tw-2018`"), "{said}");
}

#[test]
fn tables_columns_rows_and_people_tell_what_they_are() {
    let project = project();
    let mut client = Client::start(&project);
    client.open(FILE);
    for (words, wanted) in [
        ("  chi^-tieu:", "3 dòng, 3 cột"),
        ("- {id: ta^ng", "`tang = tn_2024 - tn_2023`\n\nTổng cộng: 45\n"),
        ("Thôn Hạ^: [", "- Kế hoạch 2024: 60\n- Tăng: 10\n"),
        ("id: ubnd^-an-lac", "**Ủy ban nhân dân xã An Lạc**"),
        ("id: chu^-tich", "Nguyễn Văn An"),
    ] {
        let said = hover(&mut client, words);
        assert!(said.contains(wanted), "{words}: {said}");
    }
    assert_eq!(hover(&mut client, "Các^ thôn"), "");
}

#[test]
fn totals_and_values_of_references_stand_beside_the_text() {
    let project = project();
    let mut client = Client::start(&project);
    client.open(FILE);
    assert_eq!(
        hints(&mut client),
        [
            "20: tn_2023 180 · tn_2024 215 · tang 35",
            "24: tn_2023 230 · tn_2024 275 · tang 45",
            "28: 45",
            "31: 10",
            "31: Phụ lục",
        ]
    );
    client.edit(FILE, "Thôn Hạ: [50, 60]", "Thôn Hạ: [50, 70]");
    assert!(hints(&mut client).contains(&"31: 20".to_owned()));
}

/// The promise is 50 ms for the program as it is shipped; tests may be compiled without
/// optimisation, and run on a machine that does other things.
#[test]
fn an_edit_in_a_thousand_lines_is_answered_at_once() {
    let mut rows = String::new();
    for row in 0..900 {
        writeln!(rows, "        Thôn số {row} A: [{}, {}]", 100 + row, 200 + row).unwrap();
    }
    let text =
        PLAN.replace("        Thôn Đoài: [100, 120]\n", &rows).replace("tang: 45", "tang: 90025");
    let project = project().file(FILE, &text);
    let mut client = Client::start(&project);
    client.open(FILE);
    assert_eq!(client.diagnostics(FILE), Vec::<String>::new());
    let edit = fastest(|| {
        client.edit(FILE, "Thôn Hạ: [50, 60]", "Thôn Hạ: [50, 61]");
        let at = client.at(FILE, "total.ta^ng");
        client.request("textDocument/hover", at);
        client.edit(FILE, "Thôn Hạ: [50, 61]", "Thôn Hạ: [50, 60]");
    });
    let at = client.at(FILE, "total.^tang");
    let completion = fastest(|| _ = client.request("textDocument/completion", at.clone()));
    let told = format!("edit and hover: {edit:?}, completion: {completion:?}\n");
    std::io::Write::write_all(&mut std::io::stdout(), told.as_bytes()).unwrap();
    let most = Duration::from_secs(2);
    assert!(edit < most && completion < most, "{edit:?} {completion:?}");
}

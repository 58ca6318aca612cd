//! Completion.

use serde_json::{Value, json};

use super::client::Client;
use super::{CATALOG, PLAN, project};

const FILE: &str = "data/plan.yaml";

/// The labels at the cursor after `words` were put in the place of `before`.
fn labels(client: &mut Client<'_>, before: &str, words: &str) -> Vec<String> {
    client.replace(FILE, &PLAN.replacen(before, &words.replacen('^', "", 1), 1));
    let at = client.at(FILE, words);
    let answer = client.request("textDocument/completion", at);
    let items = answer["items"].as_array().unwrap().iter();
    items.map(|it| it["label"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn ids_rows_columns_and_documents_are_offered_where_they_can_stand() {
    let project = project().file("data/rows.csv", "a,b\n");
    let mut client = Client::start(&project);
    client.open(FILE);
    for (before, words, wanted) in [
        ("{{ chi_tieu.total.tang }}", "{{ ^ }}", "bases cite appendix table chi_tieu"),
        ("{{ chi_tieu.total.tang }}", "{{ ^", "bases cite appendix table chi_tieu"),
        ("{{ chi_tieu.total.tang }}", "{{ ch^ }}", "chi_tieu"),
        ("{{ chi_tieu.total.tang }}", "{{ chi_tieu.^ }}", "total"),
        ("{{ chi_tieu.total.tang }}", "{{ chi_tieu.total.^ }}", "tn_2023 tn_2024 tang"),
        ("{{ chi_tieu.total.tang }}", "{{ chi_tieu.total.tn^ }}", "tn_2023 tn_2024"),
        ("{{ chi_tieu.total.tang }}", "{{ chi_tieu[\"Thôn H^\"] }}", "Thôn Hạ"),
        ("{{ chi_tieu.total.tang }}", "{{ chi_tieu[\"Thôn Hạ\"].^ }}", "tn_2023 tn_2024 tang"),
        ("{{ chi_tieu.total.tang }}", "{{ chi_tieu.total.tang | ^ }}", "so phan_tram bang_chu"),
        ("{{ chi_tieu.total.tang }}", "{{ cite(\"^\") }}", "nq-28-nq-tw-2018 qd-546-ttg-2022"),
        ("{{ chi_tieu.total.tang }}", "{{ appendix(\"^\") }}", "chi-tieu"),
        ("  id: ubnd-an-lac", "  id: ^", "ubnd-an-lac"),
        ("  id: chu-tich", "  id: ^\n  title: x", "chu-tich pho"),
        ("  - nq-28-nq-tw-2018", "  - qd^", "qd-546-ttg-2022"),
        ("formula: tn_2024 - tn_2023", "formula: tn_2024 - tn^", "tn_2023 tn_2024"),
        ("formula: tn_2024 - tn_2023", "formula: ro^", "growth round"),
        ("{tang: 45}", "{tan^}", "tang"),
        ("      Thôn Hạ: [50, 60]", "      nam s^", "Huyện Nam Sách Xã Nam Sách"),
        ("kind: cong-van", "kind: ke^", "ke-hoach"),
        ("kind: cong-van", "kind: quyet^", "nghi-quyet quyet-dinh"),
        ("date: 2024-03", "da^", "date"),
        ("date: 2024-03", "status: ^", "draft issued"),
        ("  file: {unit: VP}", "  file: {dr^}", "drafter"),
        ("    title: Chỉ tiêu các thôn", "    orient^", "orientation"),
    ] {
        assert_eq!(labels(&mut client, before, words).join(" "), wanted, "{words}");
    }
    // In a text there is nothing to complete.
    assert_eq!(labels(&mut client, "người.", "người ^."), Vec::<String>::new());
}

#[test]
fn keys_bring_what_stands_behind_them() {
    let project = project();
    let mut client = Client::start(&project);
    client.open(FILE);
    for (before, words, wanted) in [
        ("date: 2024-03", "pla^", "place: "),
        ("date: 2024-03", "num^:", "number"),
        ("date: 2024-03", "enac^", "enacts:\n  - "),
        ("  file: {unit: VP}", "  c^", "cc:\n    - "),
        ("kind: cong-van", "kind: ke^", "ke-hoach"),
    ] {
        client.replace(FILE, &PLAN.replacen(before, &words.replacen('^', "", 1), 1));
        let at = client.at(FILE, words);
        let answer = client.request("textDocument/completion", at);
        assert_eq!(answer["items"][0]["textEdit"]["newText"], wanted, "{words}");
    }
    let documentation = {
        client.replace(FILE, &PLAN.replacen("date: 2024-03", "pla", 1));
        let at = client.at(FILE, "pla^");
        client.request("textDocument/completion", at)["items"][0]["documentation"]["value"].clone()
    };
    assert!(documentation.as_str().unwrap().contains("Địa danh"), "{documentation}");
}

/// Where a YAML server knows the schemas, keys are not offered twice.
#[test]
fn keys_are_left_to_a_yaml_server_where_there_is_one() {
    let project = project();
    let mut client = Client::start_with(&project, &json!({"schema": false}), &[]);
    client.open(FILE);
    assert_eq!(labels(&mut client, "date: 2024-03", "da^"), Vec::<String>::new());
    assert_eq!(labels(&mut client, "  id: ubnd-an-lac", "  id: ^"), ["ubnd-an-lac"]);
}

#[test]
fn the_keys_of_catalog_and_settings_are_offered_in_their_files() {
    let project = project();
    let mut client = Client::start(&project);
    client.open("data/catalog/chung.yaml");
    client.replace("data/catalog/chung.yaml", &format!("{CATALOG}  x:\n    succ"));
    let at = client.at("data/catalog/chung.yaml", "    succ^");
    let answer = client.request("textDocument/completion", at);
    assert_eq!(answer["items"][0]["label"], "successor", "{answer}");
    client.open("vanthu.yaml");
    client.replace("vanthu.yaml", "language: ");
    let at = client.at("vanthu.yaml", "language: ^");
    let answer = client.request("textDocument/completion", at);
    let labels: Vec<&Value> =
        answer["items"].as_array().unwrap().iter().map(|it| &it["label"]).collect();
    assert_eq!(labels, ["vi", "en"]);
}

//! The edits of findings as quick fixes.

use serde_json::{Value, json};

use super::client::Client;
use super::project;

fn actions(client: &mut Client<'_>, words: &str, only: Option<&str>) -> Vec<Value> {
    let at = client.at("data/plan.yaml", words);
    let mut context = json!({"diagnostics": []});
    if let Some(only) = only {
        context["only"] = json!([only]);
    }
    let range = json!({"start": at["position"], "end": at["position"]});
    let params = json!({"textDocument": at["textDocument"], "range": range, "context": context});
    client.request("textDocument/codeAction", params).as_array().unwrap().clone()
}

/// A document with a day as it is printed.
fn client_with_day(project: &crate::project::Project) -> Client<'_> {
    let mut client = Client::start(project);
    client.open("data/plan.yaml");
    client.edit("data/plan.yaml", "date: 2024-03", "date: 15/03/2024");
    client
}

#[test]
fn a_quick_fix_is_the_edit_of_its_finding() {
    let project = project();
    let mut client = client_with_day(&project);
    let found = client.diagnostics("data/plan.yaml");
    assert!(found.len() == 1 && found[0].contains("15/03/2024"), "{found:?}");
    let actions = actions(&mut client, "date: 15^/03", None);
    assert_eq!(actions.len(), 1, "{actions:?}");
    assert_eq!(actions[0]["kind"], "quickfix");
    assert_eq!(actions[0]["isPreferred"], true);
    assert_eq!(actions[0]["diagnostics"].as_array().unwrap().len(), 1);
    let after = client.applied(&actions[0]["edit"]);
    let wanted = super::PLAN.replace("date: 2024-03", "date: 2024-03-15");
    assert_eq!(after, [("data/plan.yaml".to_owned(), wanted)]);
}

#[test]
fn elsewhere_there_is_nothing_to_fix() {
    let project = project();
    let mut client = client_with_day(&project);
    assert_eq!(actions(&mut client, "kind^:", None), Vec::<Value>::new());
    assert_eq!(actions(&mut client, "date: 15^/03", Some("refactor")), Vec::<Value>::new());
}

#[test]
fn all_safe_edits_are_one_action_for_those_who_ask() {
    let project = project();
    let mut client = client_with_day(&project);
    client.edit("data/plan.yaml", "subject: giao", "subjetc: giao");
    let actions = actions(&mut client, "kind^:", Some("source.fixAll"));
    assert_eq!(actions.len(), 1, "{actions:?}");
    let after = client.applied(&actions[0]["edit"]);
    let wanted = super::PLAN.replace("date: 2024-03", "date: 2024-03-15");
    assert_eq!(after, [("data/plan.yaml".to_owned(), wanted)]);
    // The file on the disk has nothing to fix, but the text of the editor counts.
    assert!(project.output_file("data/plan.yaml").contains("date: 2024-03\n"));
}

//! Beginning, end, and what is no message for this server.

use serde_json::{Value, json};

use super::client::Client;
use super::project;

#[test]
fn the_server_ends_with_the_editor() {
    let project = project();
    assert_eq!(Client::start(&project).stop(), Some(0));
    // The protocol wants an error where nobody said goodbye.
    assert_eq!(Client::start(&project).leave(), Some(1));
}

#[test]
fn an_unknown_request_is_refused_and_the_next_one_is_answered() {
    let project = project();
    let mut client = Client::start(&project);
    let answer = client.answer("textDocument/colour", json!({}));
    assert_eq!(answer["error"]["code"], -32601);
    let answer = client.answer("textDocument/hover", json!({"textDocument": 1}));
    assert_eq!(answer["error"]["code"], -32602);
    client.notify("textDocument/didOpen", json!({"textDocument": []}));
    client.notify("$/setTrace", json!({"value": "off"}));
    client.open("data/plan.yaml");
    assert!(
        !client.request("textDocument/hover", client.at("data/plan.yaml", "total.^tang")).is_null()
    );
    assert_eq!(client.stop(), Some(0));
}

#[test]
fn files_outside_a_project_are_let_alone() {
    let project =
        crate::project::Project::new().file("data/plan.yaml", super::PLAN).file("x.yaml", "a: [");
    let mut client = Client::start(&project);
    client.open("x.yaml");
    assert_eq!(client.diagnostics("x.yaml"), Vec::<String>::new());
    assert_eq!(client.request("textDocument/hover", client.at("x.yaml", "^a")), Value::Null);
    // The folder of the editor is the project where `data/` lies in it.
    client.open("data/plan.yaml");
    assert!(!client.diagnostics("data/plan.yaml").is_empty());
}

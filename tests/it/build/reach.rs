//! How far a change reaches beyond the files of one directive: through the catalog and the
//! settings, and not beyond what is printed.

use super::{AN_LAC, BUILD, DRY, write};
use crate::project::Project;

const CATALOG: &str = "\
issuers:
  ubnd-an-lac: {name: Ủy ban nhân dân xã An Lạc, code: UBND, place: An Lạc}
";

/// The directives that were set, as the trace tells: others were looked at only.
fn set(project: &Project) -> Vec<String> {
    let run = project.run(BUILD.into_iter().chain(["--timings", "trace.json"]));
    run.whatever().succeeds();
    let trace: serde_json::Value =
        serde_json::from_str(&project.output_file("trace.json")).unwrap();
    let events = trace["traceEvents"].as_array().unwrap();
    let mut document = "";
    let mut set = Vec::new();
    for event in events {
        let name = event["name"].as_str().unwrap();
        if event["cat"] == "document" {
            document = name;
        } else if name == "set" {
            set.push(document.to_owned());
        }
    }
    set
}

#[test]
fn an_entry_of_the_catalog_reaches_the_documents_that_say_something_else_because_of_it() {
    let project = Project::new()
        .file("data/catalog/co-quan.yaml", CATALOG)
        .file("data/a.yaml", AN_LAC)
        .file("data/b.yaml", crate::MINIMAL);
    assert_eq!(set(&project), ["data/a.yaml", "data/b.yaml"]);
    assert_eq!(set(&project), [""; 0]);
    write(
        &project,
        "data/catalog/co-quan.yaml",
        &CATALOG.replace("place: An Lạc", "place: Chí Linh"),
    );
    let both = "data/a.yaml: đã đổi: danh mục\ndata/b.yaml: đã đổi: danh mục\n";
    project.run(DRY).stdout(both).succeeds();
    assert_eq!(set(&project), ["data/a.yaml"]);
    assert!(project.output_file("out/a.typ").contains("Chí Linh"));
    project.run(DRY).succeeds();
}

#[test]
fn what_does_not_come_to_the_text_sets_nothing() {
    let project = Project::new()
        .file("vanthu.yaml", "")
        .file("data/a.yaml", AN_LAC)
        .file("data/catalog/co-quan.yaml", CATALOG);
    assert_eq!(set(&project), ["data/a.yaml"]);
    write(&project, "data/a.yaml", &format!("# Ghi chú\n{AN_LAC}"));
    write(&project, "vanthu.yaml", "# Ghi chú\n");
    assert_eq!(set(&project), [""; 0]);
    project.run(DRY).succeeds();
    // Asked for, it is set all the same; and so it is when somebody changed it.
    write(&project, "data/a.yaml", AN_LAC);
    write(&project, "out/a.typ", "sửa tay");
    assert_eq!(set(&project), ["data/a.yaml"]);
    assert!(!project.output_file("out/a.typ").contains("sửa tay"));
}

//! The forms a comparison is told in.

use serde_json::Value;
use vanthu::schema::{SchemaKind, schema};

use super::Repository;
use crate::project::{Project, files_of};

/// Whether a value is what the schema of `vanthu schema diff` says.
fn complaint(value: &Value) -> Option<String> {
    let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
    compiler.add_resource("diff", schema(SchemaKind::Diff)).expect("a schema is JSON");
    let index = compiler.compile("diff", &mut schemas).expect("it is a schema");
    schemas.validate(value, index).err().map(|error| error.to_string())
}

#[test]
fn every_comparison_of_the_history_is_as_the_schema_says() {
    let files = files_of("tests/cases/diff", "json");
    assert_eq!(files.len(), 12);
    for (name, path) in files {
        let text = std::fs::read_to_string(path).expect("an expected file");
        let mut value: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(complaint(&value), None, "{name}");
        value["documents"][0]["weight"] = "heavy".into();
        assert!(complaint(&value).is_some(), "{name}: the schema takes anything");
    }
}

const HOSTILE: &str = "\
kind: ke-hoach
symbol: KH-UBND
subject: \"a | b <script>alert(1)</script> @admin #1 **đậm** `mã` $x$ [x](y) ~~z~~ :tada:\"
targets:
  ho:
    title: \"Số | hộ\"
    row_header: Xã
    columns:
      - {id: so, header: \"Số | <b>hộ</b>\"}
    rows:
      \"Tân | Phú @admin\": [40]
      \"- Tân An\": [60]
    total: {label: Tổng cộng}
body: |
  Rà soát {{ ho.total.so }} hộ theo {{ appendix(\"ho\") }}./.
";

#[test]
fn no_name_breaks_the_markdown_of_a_merge_request() {
    let repository = Repository::of(Project::new().file("data/a|b`c.yaml", HOSTILE));
    repository.commit("first");
    repository.replace("data/a|b`c.yaml", "[40]", "[41]");
    repository.replace("data/a|b`c.yaml", "[60]", "[61]");
    let (said, code) = repository.diff(&["--format", "markdown", "--no-pages"]);
    assert_eq!(code, Some(0), "{said}");
    for row in said.lines().filter(|line| line.starts_with('|')) {
        let bars = row.replace("\\|", "").matches('|').count();
        assert_eq!(bars, 6, "{row}");
    }
    assert!(said.contains("`` data/a|b`c.yaml ``"), "{said}");
    for word in ["<script", "@admin", "#1 ", " :tada:", "**đậm**", "`mã`", "$x$", "[x](y)"] {
        let text = said.replace("\\*\\*", "").replace("\\`", "").replace("\\$", "");
        assert!(!text.contains(word), "`{word}` is left as it was\n{said}");
    }
    assert!(
        said.contains("| Tân \\| Phú \\@<!-- -->admin | Số \\| &lt;b&gt;hộ&lt;/b&gt; |"),
        "{said}"
    );
    assert!(said.contains("| \\- Tân An |"), "{said}");
}

#[test]
fn json_is_whole_and_named() {
    let repository = Repository::of(Project::new().file("data/a.yaml", HOSTILE));
    repository.commit("first");
    repository.replace("data/a.yaml", "[40]", "[41]");
    let (said, _) = repository.diff(&["--format", "json", "--no-pages", "--lang", "en"]);
    let value: Value = serde_json::from_str(&said).expect("JSON");
    assert_eq!(complaint(&value), None);
    assert_eq!(value["after"]["kind"], "work-tree");
    assert_eq!(value["on_paper"], true);
    let figure = &value["documents"][0]["authored"][0];
    assert_eq!(figure["kind"], "figure");
    assert_eq!(figure["row"], "Tân | Phú @admin");
    assert_eq!((&figure["before"], &figure["after"]), (&"40".into(), &"41".into()));
    assert_eq!((&figure["difference"], &figure["percent"]), (&"+1".into(), &"+2,50".into()));
}

#[test]
fn both_languages_say_it() {
    let repository = Repository::of(Project::new().file("data/a.yaml", HOSTILE));
    repository.commit("first");
    repository.replace("data/a.yaml", "[40]", "[41]");
    let told = repository.told(&["--lang", "en"]);
    assert!(told.contains("  Changed by the author\n"), "{told}");
    assert!(told.ends_with("\n1 different on paper\n"), "{told}");
    let (said, _) = repository.diff(&["--color", "always", "--no-pages"]);
    assert!(said.contains("\u{1b}[31m40\u{1b}[0m → \u{1b}[32m41\u{1b}[0m (+1; +2,50%)"), "{said}");
}

//! What a newcomer begins with: `init`, `new`, `doctor`, `fonts`, `completions`, `man`.

use vanthu::model::kind::KINDS;

use crate::project::Project;

/// What `vanthu new KIND data/a.yaml` writes into `project`.
fn new(project: &Project, kind: &str) -> String {
    let run = project.run(["new", kind, "data/a.yaml"]);
    run.stdout("data/a.yaml\n").stderr_has(&["vanthu build"]).succeeds();
    project.output_file("data/a.yaml")
}

#[test]
fn a_new_document_of_every_kind_is_without_findings() {
    for kind in KINDS {
        let project = Project::new().file("vanthu.yaml", "");
        let text = new(&project, kind.id);
        assert!(text.contains(&format!("\nkind: {}\n", kind.id)), "{text}");
        assert!(text.matches("[…]").count() > 3, "{text}");
        project.run(["check", "--deny-warnings"]).succeeds();
    }
}

#[test]
fn a_new_document_uses_the_catalog_of_a_new_project() {
    for kind in KINDS {
        let project = Project::new();
        project.run(["init", "."]).stdout_has(&["vanthu.yaml"]).stderr_has(&["out"]).succeeds();
        let text = new(&project, kind.id);
        assert!(text.starts_with("# yaml-language-server: $schema=schema/directive.json\n"));
        assert!(text.contains("\n  id: ubnd-an-binh "), "{text}");
        // Parties, and those of a meeting, sign with others.
        assert!(kind.has_many_signers() || text.contains("\n  id: chu-tich "), "{text}");
        project.run(["check", "--deny-warnings"]).succeeds();
    }
}

/// Every blank that the author forgets is found when the document is issued.
#[test]
fn every_blank_of_a_new_document_is_an_error_once_it_is_issued() {
    for kind in KINDS {
        let project = Project::new().file("vanthu.yaml", "");
        let text = new(&project, kind.id);
        let lines: Vec<&str> = text.lines().skip(1).collect();
        let blanks = lines.join("\n").matches("[…]").count();
        let issued = text.replace("status: draft", "status: issued");
        let issued =
            issued.replace("number: ", "number: 7 ").replace("date: ", "date: 2026-03-05 ");
        let project = Project::new().file("vanthu.yaml", "").file("data/a.yaml", &issued);
        let run = project.command().args(["check", "--format", "short"]).output().unwrap();
        let said = String::from_utf8_lossy(&run.stderr).into_owned();
        assert_eq!(said.matches("[D508]").count(), blanks, "{}\n{said}", kind.id);
        assert_eq!(run.status.code(), Some(1));
    }
}

#[test]
fn the_table_of_a_new_document_works_once_its_marks_are_taken_away() {
    for kind in KINDS {
        let project = Project::new().file("vanthu.yaml", "");
        let text = new(&project, kind.id);
        // Without a text there is no place for one.
        if !text.contains("\nbody: |") {
            assert!(!text.contains("# targets:"), "{text}");
            continue;
        }
        let (before, rest) = text.split_once("# targets:").expect("the table is there");
        let (table, after) = rest.split_once("body: |\n").expect("the body follows");
        let table = table.replace("\n# ", "\n");
        let text = format!(
            "{before}targets:{table}body: |\n  Số liệu:\n\n  {{{{ table(\"chi-tieu\") }}}}\n\n{after}"
        );
        let project = Project::new().file("vanthu.yaml", "").file("data/a.yaml", &text);
        project.run(["check", "--deny-warnings"]).succeeds();
    }
}

#[test]
fn a_kind_may_be_named_as_people_write_it() {
    for name in ["ke-hoach", "Kế hoạch", "KẾ HOẠCH", "ke hoach"] {
        let project = Project::new().file("vanthu.yaml", "");
        assert!(new(&project, name).contains("\nkind: ke-hoach\n"));
    }
    let project = Project::new();
    project
        .run(["new", "ke-hoac", "data/a.yaml"])
        .stderr_has(&["không có loại văn bản `ke-hoac`", "`ke-hoach`"])
        .fails(2);
    assert!(project.all_files(".").is_empty());
}

#[test]
fn the_help_names_every_kind() {
    let kinds: Vec<&str> = KINDS.iter().map(|kind| kind.id).collect();
    for language in ["vi", "en"] {
        let help = Project::new().run(["new", "--help", "--lang", language]).said().0;
        let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(help.contains(&kinds.join(", ")), "{help}");
    }
}

#[test]
fn an_existing_file_is_never_overwritten() {
    let project = Project::new().file("data/a.yaml", "kind: cong-van\n");
    project.run(["new", "ke-hoach", "data/a"]).stderr_has(&["`data/a.yaml` đã có"]).fails(2);
    assert_eq!(project.output_file("data/a.yaml"), "kind: cong-van\n");
    project.run(["new", "ke-hoach", "data/a.txt"]).stderr_has(&["`.yaml`"]).fails(2);
}

#[test]
fn the_schema_is_named_from_the_folder_of_the_document() {
    for (file, schema) in [
        ("a.yaml", "data/schema/directive.json"),
        ("data/b.yaml", "schema/directive.json"),
        ("data/2026/xa/c.yaml", "../../schema/directive.json"),
        ("nhap/d.yaml", "../data/schema/directive.json"),
    ] {
        let project = Project::new();
        project.run(["init", "."]).stdout_has(&[]).stderr_has(&[]).succeeds();
        project.run(["new", "cong-van", file]).stdout_has(&[]).stderr_has(&[]).succeeds();
        let line = format!("# yaml-language-server: $schema={schema}\n");
        assert!(project.output_file(file).starts_with(&line), "{file}");
        let folder = project.path(file).parent().unwrap().to_owned();
        assert!(folder.join(schema).is_file(), "{file}");
    }
}

#[test]
fn a_new_project_is_whole_and_without_findings() {
    let project = Project::new();
    project.run(["init", "xã an bình"]).stdout_has(&[]).stderr_has(&["vanthu build"]).succeeds();
    let expected = [
        "xã an bình/.gitattributes",
        "xã an bình/.gitignore",
        "xã an bình/.vscode/extensions.json",
        "xã an bình/HUONG-DAN.md",
        "xã an bình/Makefile",
        "xã an bình/data/catalog/co-quan.yaml",
        "xã an bình/data/catalog/van-ban.yaml",
        "xã an bình/data/schema/catalog.json",
        "xã an bình/data/schema/directive.json",
        "xã an bình/data/schema/office.json",
        "xã an bình/data/vi-du/ra-soat-bhyt.yaml",
        "xã an bình/vanthu.yaml",
    ];
    assert_eq!(project.all_files("."), expected);
    let check = ["check", "--deny-warnings", "-C", "xã an bình"];
    project.run(check).succeeds();
}

#[test]
fn init_keeps_what_is_there_and_refuses_a_project() {
    let project = Project::new().file("Makefile", "all:\n");
    project.run(["init", "."]).stdout_has(&[]).stderr_has(&["Makefile` đã có"]).succeeds();
    assert_eq!(project.output_file("Makefile"), "all:\n");
    let before = project.all_files(".");
    project.run(["init", "."]).stderr_has(&["đã có dự án ở đây", "vanthu.yaml"]).fails(2);
    assert_eq!(project.all_files("."), before);
}

#[test]
fn doctor_names_what_is_missing_and_what_to_do() {
    let project = Project::new();
    let bare = project.run(["doctor", "--lang", "en"]);
    bare.stdout_has(&["problem:", "vanthu init DIR"]).fails(1);
    project.run(["init", "."]).stdout_has(&[]).stderr_has(&[]).succeeds();
    if cfg!(feature = "embedded") {
        let ready = project.run(["doctor", "--lang", "en"]);
        ready.stdout_has(&["good: project:", "advice: font: Liberation Serif"]).succeeds();
    }
    let wrong = project.run(["doctor", "--typst", "no-such-program", "--lang", "en"]);
    wrong.stdout_has(&["problem:", "no-such-program"]).fails(1);
    std::fs::write(project.path("data/schema/office.json"), "{}").unwrap();
    let (said, _) = project.run(["doctor"]).said();
    assert!(said.contains("vanthu schema office > data/schema/office.json"), "{said}");
}

#[test]
fn fonts_marks_the_family_in_use() {
    let styles = "bold, bold italic, italic, regular";
    Project::new().run(["fonts"]).stdout(&format!("* Liberation Serif: {styles}\n")).succeeds();
}

#[test]
fn completions_and_manual_pages_name_every_command() {
    let commands = [
        "build",
        "check",
        "completions",
        "diff",
        "doctor",
        "explain",
        "fonts",
        "init",
        "issue",
        "lsp",
        "man",
        "new",
        "preview",
        "register",
        "schema",
        "tasks",
        "verify",
        "watch",
    ];
    let project = Project::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        project.run(["completions", shell]).stdout_has(&commands).succeeds();
    }
    project.run(["man"]).stdout_has(&[".TH", "vanthu"]).succeeds();
    project.run(["man", "pages"]).stdout_has(&["pages/vanthu.1"]).succeeds();
    let pages: Vec<String> = commands.iter().map(|name| format!("pages/vanthu-{name}.1")).collect();
    let mut all = vec!["pages/vanthu.1".to_owned()];
    all.extend(pages);
    all.sort();
    let mut found = project.all_files("pages");
    found.sort();
    assert_eq!(found, all);
}

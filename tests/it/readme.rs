//! What the documentation says is true.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub(crate) fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The part of `document` under the heading `title`, up to the next one of its level.
fn section<'a>(document: &'a str, title: &str) -> &'a str {
    let heading = format!("\n{title}\n");
    let start = document.find(&heading).unwrap_or_else(|| panic!("no heading `{title}`"));
    let level = title.split(' ').next().unwrap_or_default();
    let rest = &document[start + heading.len()..];
    rest.split(&format!("\n{level} ")).next().unwrap_or_default()
}

/// The first words in backticks of each line that begins a row of a table.
fn first_cells(part: &str) -> BTreeSet<String> {
    let cells = part.lines().filter_map(|line| line.strip_prefix("| `")?.split('|').next());
    cells.flat_map(|cell| cell.split('`').step_by(2)).map(str::to_owned).collect()
}

/// The fields of the structs in `source` that YAML fills, as the YAML spells them.
fn keys(source: &str, only: Option<&str>) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    let (mut inside, mut renamed) = ("", None);
    for line in source.lines() {
        if let Some(name) = line.strip_prefix("pub struct ") {
            inside = name.split(['<', '(', ' ']).next().unwrap_or_default();
        }
        if let Some(name) = line.trim().strip_prefix("#[serde(rename = \"") {
            renamed = name.split('"').next().map(str::to_owned);
        }
        let field = line.strip_prefix("    pub ").and_then(|rest| rest.split_once(": "));
        let is_helper = ["Spanned", "Entries"].contains(&inside);
        let is_wanted = !is_helper && only.is_none_or(|only| only == inside);
        if let Some((field, _)) = field.filter(|_| is_wanted) {
            keys.insert(renamed.take().unwrap_or_else(|| field.to_owned()));
        }
    }
    assert!(!keys.is_empty(), "the scan for keys finds nothing any more");
    keys
}

fn assert_names(path: &str, keys: &BTreeSet<String>) {
    let document = text(path);
    let missing: Vec<_> =
        keys.iter().filter(|key| !document.contains(&format!("`{key}`"))).collect();
    assert!(missing.is_empty(), "{path} does not name {missing:?}");
}

#[test]
fn every_key_is_documented() {
    let parts = ["mod", "particulars", "table"];
    let raw = parts.map(|part| text(&format!("src/load/raw/{part}.rs"))).concat();
    assert_names("docs/format.md", &keys(&raw, None));
    assert_names("README.vi.md", &keys(&raw, Some("Directive")));
    assert_names("docs/settings.md", &keys(&text("src/load/office.rs"), None));
}

#[test]
fn every_code_is_documented() {
    let rules = vanthu::check::rules::RULES.iter().map(|rule| &rule.code);
    let codes = vanthu::codes::ALL.iter().copied().chain(rules);
    let written: BTreeSet<String> = codes
        .map(|code| format!("| {} | {} | {} |", code.id, code.name, code.severity.name()))
        .collect();
    let format = text("docs/format.md");
    let rows = section(&format, "## codes").lines().filter(|line| {
        line.strip_prefix("| ")
            .is_some_and(|row| row.as_bytes().get(1).is_some_and(u8::is_ascii_digit))
    });
    let documented = rows.map(|row| row.split_inclusive('|').take(4).collect()).collect();
    assert_eq!(written, documented);
}

#[test]
fn every_kind_is_documented() {
    let kinds: BTreeSet<String> =
        vanthu::model::kind::KINDS.iter().map(|kind| kind.id.to_owned()).collect();
    assert_names("docs/format.md", &kinds);
    assert_names("README.vi.md", &kinds);
}

#[test]
fn the_table_of_dependencies_is_that_of_the_manifest() {
    let manifest = text("Cargo.toml");
    let mut direct = BTreeSet::new();
    let mut is_inside = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            is_inside = line.ends_with("dependencies]");
        } else if let Some((name, _)) = line.split_once(" = ").filter(|_| is_inside) {
            direct.insert(name.to_owned());
        }
    }
    let readme = text("README.md");
    let table = section(&readme, "## Dependencies");
    let rows = table.lines().filter(|line| line.starts_with("| `"));
    let named = rows.flat_map(|row| row.split('|').nth(1).unwrap_or_default().split('`'));
    let named: BTreeSet<String> =
        named.map(str::trim).filter(|name| !["", ","].contains(name)).map(str::to_owned).collect();
    assert_eq!(named, direct, "left: README.md, right: Cargo.toml");
}

#[test]
fn the_table_of_options_is_that_of_the_program() {
    let help: String = ["build", "check"]
        .map(|command| vanthu(root(), &[command, "--help"], "en").stdout)
        .map(|help| String::from_utf8_lossy(&help).into_owned())
        .concat();
    let of = |words: &str| -> BTreeSet<String> {
        let signs = |c: char| !(c.is_ascii_lowercase() || c == '-');
        words
            .split(signs)
            .filter(|word| word.starts_with("--") && word.len() > 3)
            .map(str::to_owned)
            .collect()
    };
    let page = text("docs/cli.md");
    let rows: String = section(&page, "## Options")
        .lines()
        .filter(|l| l.starts_with("| `-"))
        .map(|row| row.split('|').nth(1).unwrap_or_default())
        .collect();
    let mut known = of(&help);
    known.insert("--version".to_owned());
    assert_eq!(of(&rows), known, "left: docs/cli.md, right: --help");
    assert!(first_cells(&page).iter().any(|cell| cell.starts_with("vanthu build")));
}

/// Runs the program in `folder`, with nothing of this environment.
pub(crate) fn vanthu(folder: &Path, arguments: &[&str], language: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_vanthu"))
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .env("VANTHU_LANG", language)
        .output()
        .expect("the program was built for this test")
}

/// A copy of this project's settings and documents.
fn project() -> TempDir {
    let copy = tempfile::tempdir().expect("a temporary folder");
    fs::copy(root().join("vanthu.yaml"), copy.path().join("vanthu.yaml")).expect("a copy");
    copy_folder(&root().join("data"), &copy.path().join("data"));
    copy
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder to read") {
        let entry = entry.expect("an entry").path();
        let target = to.join(entry.file_name().expect("an entry has a name"));
        if entry.is_dir() {
            copy_folder(&entry, &target);
        } else {
            fs::copy(&entry, &target).expect("a copy");
        }
    }
}

/// The fenced blocks of `part`, with their languages, in order.
pub(crate) fn blocks(part: &str) -> Vec<(&str, &str)> {
    let fenced = part.split("```").skip(1).step_by(2);
    fenced.map(|block| block.split_once('\n').unwrap_or((block, ""))).collect()
}

/// Makes the change that a `diff` block shows.
fn apply(diff: &str, folder: &Path) {
    let file = diff.lines().find_map(|line| line.strip_prefix("+++ b/")).expect("a file name");
    let path = folder.join(file);
    let mut content = fs::read_to_string(&path).expect("the file of the diff");
    for hunk in diff.split("\n@@") {
        let changed = |sign: char| -> String {
            let lines = hunk.lines().filter(|line| line.starts_with(sign));
            let lines = lines.filter(|line| !line.starts_with("+++") && !line.starts_with("---"));
            lines.flat_map(|line| [&line[1..], "\n"]).collect()
        };
        let old = changed('-');
        assert_eq!(content.matches(&old).count(), 1, "once in {file}: {old}");
        content = content.replace(&old, &changed('+'));
    }
    fs::write(path, content).expect("the changed file");
}

/// Runs each `$ vanthu …` of a `console` block and compares what it prints and its exit code: 0,
/// or what `$ echo $?` shows. A line `…` stands for any lines.
fn run(console: &str, folder: &Path) {
    let mut commands = console.split("$ ").skip(1).peekable();
    while let Some(command) = commands.next() {
        let (line, shown) = command.split_once('\n').expect("a command ends its line");
        let words: Vec<&str> = line.split(' ').collect();
        assert_eq!(words[0], "vanthu", "$ {line}");
        let told = commands.next_if(|next| next.starts_with("echo $?"));
        let code = told.map_or("0", |told| told.trim_start_matches("echo $?").trim());
        let output = vanthu(folder, &words[1..], "vi");
        let mut said = String::from_utf8_lossy(&output.stdout).into_owned();
        said.push_str(&String::from_utf8_lossy(&output.stderr));
        assert_eq!(
            output.status.code().map(|code| code.to_string()).as_deref(),
            Some(code),
            "{said}"
        );
        let mut rest = said.as_str();
        for part in shown.split("…\n") {
            let at = rest
                .find(part)
                .unwrap_or_else(|| panic!("$ {line}\nprints\n{said}\nwithout\n{part}"));
            rest = &rest[at + part.len()..];
        }
    }
}

#[test]
fn the_commands_of_the_documentation_do_what_it_says() {
    let mut count = 0;
    for page in ["README.md", "docs/cli.md", "docs/checks.md"] {
        for part in text(page).split("\n## ") {
            let project = project();
            for (language, block) in blocks(part) {
                match language {
                    "diff" => apply(block, project.path()),
                    "console" => {
                        run(block, project.path());
                        count += 1;
                    }
                    _ => {}
                }
            }
        }
    }
    assert!(count >= 2, "{count} blocks of commands");
}

/// The Typst texts of all documents in `folder`.
fn typst(folder: &Path) -> String {
    let output = vanthu(folder, &["build", "-q", "--emit", "typ", "data/hai-duong"], "en");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let path = folder.join("out/hai-duong/2024/phat-trien-doi-tuong.typ");
    // Held spaces read as spaces.
    fs::read_to_string(path).expect("the text was written").replace('\u{a0}', " ")
}

#[test]
fn the_first_edit_changes_what_the_readme_says() {
    let readme = text("README.md");
    let part = section(&readme, "## The first edit");
    let project = project();
    let before = typst(project.path());
    let (_, diff) = blocks(part)[0];
    apply(diff, project.path());
    let after = typst(project.path());
    let rows: Vec<Vec<&str>> = part
        .lines()
        .filter(|line| line.starts_with("| appendix") || line.starts_with("| page"))
        .map(|line| line.split('|').map(str::trim).collect())
        .collect();
    assert_eq!(rows.len(), 5);
    // A figure alone is a whole cell: `5.000` is not in `35.000`.
    let printed = |cell: &str| {
        if cell.contains(' ') { cell.to_owned() } else { format!("\"{cell}\"") }
    };
    for row in rows {
        let (old, new) = (printed(row[2]), printed(row[3]));
        assert!(before.contains(&old) && !after.contains(&old), "{row:?}");
        assert!(after.contains(&new) && !before.contains(&new), "{row:?}");
        let vietnamese = format!("| {} | {} |", row[2], row[3]);
        assert!(text("README.vi.md").contains(&vietnamese), "README.vi.md: {vietnamese}");
    }
}

#[test]
fn the_whole_documents_in_the_documentation_are_without_findings() {
    for path in ["README.vi.md", "docs/format.md"] {
        let document = text(path);
        let whole = blocks(&document).into_iter().filter(|(_, block)| block.starts_with("kind:"));
        for (_, block) in whole {
            let project = tempfile::tempdir().expect("a temporary folder");
            fs::write(project.path().join("a.yaml"), block).expect("the document");
            // What the certified copy is a copy of.
            let copied = project.path().join("nguon");
            fs::create_dir(&copied).expect("a folder");
            let source = root().join("data/vi-du/nguon/ke-hoach-so-y-te.pdf");
            fs::copy(source, copied.join("ke-hoach-so-y-te.pdf")).expect("the PDF");
            let output = vanthu(project.path(), &["check", "--deny-warnings", "a.yaml"], "en");
            let said = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(0), "{path}: {said}\n{block}");
        }
    }
}

/// Every Markdown file of the project.
fn documents(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder to read") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir()
            && !name.starts_with('.')
            && !["target", "out", "node_modules"].contains(&name.as_str())
        {
            documents(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            found.push(path);
        }
    }
}

/// Where the links and images of a document lead, outside of code.
fn links(document: &str) -> Vec<String> {
    let prose: String = document.split("```").step_by(2).collect();
    let prose: String = prose.split('`').step_by(2).collect();
    let targets = prose.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let images = prose.split("src=\"").skip(1).filter_map(|rest| rest.split('"').next());
    targets.chain(images).map(str::to_owned).collect()
}

/// Where links to the headings of `document` lead.
fn anchors(document: &str) -> BTreeSet<String> {
    let headings = document.lines().filter_map(|line| line.strip_prefix('#'));
    let is_kept = |c: &char| c.is_alphanumeric() || [' ', '-', '_'].contains(c);
    headings
        .map(|heading| heading.trim_start_matches('#').trim().to_lowercase())
        .map(|heading| heading.chars().filter(is_kept).collect::<String>().replace(' ', "-"))
        .collect()
}

#[test]
fn links_lead_to_files_and_headings() {
    let mut found = Vec::new();
    documents(root(), &mut found);
    assert!(found.len() >= 6);
    for path in found {
        let document = fs::read_to_string(&path).expect("a document");
        for link in links(&document).iter().filter(|link| !link.contains("://")) {
            let (file, heading) = link.split_once('#').unwrap_or((link, ""));
            let target = if file.is_empty() { path.clone() } else { path.with_file_name(file) };
            assert!(target.exists(), "{}: {link}", path.display());
            if !heading.is_empty() {
                let target = fs::read_to_string(target).expect("a document");
                assert!(anchors(&target).contains(heading), "{}: {link}", path.display());
            }
        }
    }
}

//! The recipes of docs/review.md, run as far as they can be without GitHub and GitLab: in a clone
//! of a repository here, with programs in the place of `cargo`, `gh` and `curl` that note what
//! they were asked for.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::Repository;
use crate::project::Project;
use crate::readme::text;

const LETTER: &str = "\
kind: cong-van
symbol: UBND-VX
subject: rà soát hộ nghèo
body: Đề nghị các xã rà soát hộ nghèo./.
";

/// A repository with a branch, and a clone of it as a runner has one.
fn cloned() -> Repository {
    let repository = Repository::of(Project::new().file("data/a.yaml", LETTER));
    repository.commit("first");
    repository.git(&["switch", "--quiet", "--create", "sua"]);
    repository.replace("data/a.yaml", "các xã", "các thôn");
    repository.commit("second");
    repository.git(&["clone", "--quiet", ".", "clone"]);
    repository.git(&["-C", "clone", "switch", "--quiet", "--detach", "origin/sua"]);
    repository
}

/// A program `name` that notes its arguments and copies the file it is to send.
fn pretended(repository: &Repository, name: &str) {
    let path = repository.project.path(&format!("programs/{name}"));
    repository.write(&format!("programs/{name}"), &format!(
        "#!/bin/sh\necho \"$0 $*\" | sed 's/.*programs.//' >> \"{0}/asked\"\ncp thay-doi.md \"{0}/sent.md\" 2>/dev/null || true\n",
        repository.project.path("programs").display()
    ));
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("it can be run");
}

/// Runs a script as a runner does, in the clone.
fn run(repository: &Repository, script: &str, variables: &[(&str, &str)]) {
    let programs = repository.project.path("programs");
    let vanthu = Path::new(env!("CARGO_BIN_EXE_vanthu")).parent().map(PathBuf::from);
    let path = std::env::var("PATH").expect("there is a path");
    let vanthu = vanthu.expect("a program has a folder");
    let output = Command::new("bash")
        .args(["-e", "-o", "pipefail", "-c", script])
        .current_dir(repository.project.path("clone"))
        .env_clear()
        .env("PATH", format!("{}:{}:{path}", programs.display(), vanthu.display()))
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .envs(variables.iter().copied())
        .output()
        .expect("bash starts");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{script}\n{said}");
}

/// The first block of YAML of docs/review.md that holds `words`.
fn recipe(words: &str) -> serde_norway::Value {
    let document = text("docs/review.md");
    let mut blocks = document.split("```yaml\n").skip(1);
    let block = blocks.find(|block| block.contains(words)).expect("the recipe is there");
    let block = block.split("```").next().unwrap_or_default();
    serde_norway::from_str(block).expect("the recipe is YAML")
}

/// What came of it: the comment, the page, the documents.
fn assert_done(repository: &Repository) {
    let sent = repository.read("programs/sent.md");
    assert!(sent.contains("Đề nghị các <del>xã</del><ins>thôn</ins> rà soát"), "{sent}");
    assert!(repository.read("clone/thay-doi.html").contains("<figcaption>Trang 1, nay"));
    assert!(repository.project.path("clone/out/a.pdf").is_file());
}

#[test]
fn the_workflow_for_github_posts_what_a_branch_means() {
    let repository = cloned();
    ["cargo", "gh"].iter().for_each(|name| pretended(&repository, name));
    let notes = |name: &str| repository.project.path(name).display().to_string();
    let (path, summary) = (notes("path"), notes("summary"));
    let variables = [
        ("GITHUB_PATH", path.as_str()),
        ("GITHUB_STEP_SUMMARY", &summary),
        ("GITHUB_BASE_REF", "main"),
        ("PULL_REQUEST", "7"),
        ("GH_TOKEN", "t"),
    ];
    let recipe = recipe("runs-on");
    let steps = recipe["jobs"]["duyet"]["steps"].as_sequence().expect("steps").clone();
    let scripts: Vec<&str> = steps.iter().filter_map(|step| step["run"].as_str()).collect();
    assert_eq!(scripts.len(), 4);
    scripts.iter().for_each(|script| run(&repository, script, &variables));
    assert_done(&repository);
    let asked = repository.read("programs/asked");
    assert_eq!(
        asked,
        "cargo build --release --locked\ngh pr comment 7 --edit-last --create-if-none \
         --body-file thay-doi.md\n"
    );
    assert_eq!(repository.read("summary"), repository.read("programs/sent.md"));
}

#[test]
fn the_job_for_gitlab_posts_what_a_branch_means() {
    let repository = cloned();
    ["cargo", "curl"].iter().for_each(|name| pretended(&repository, name));
    let base = repository.git(&["rev-parse", "main"]);
    let variables = [
        ("CI_MERGE_REQUEST_DIFF_BASE_SHA", base.trim()),
        ("CI_API_V4_URL", "https://gitlab.example/api/v4"),
        ("CI_PROJECT_ID", "5"),
        ("CI_MERGE_REQUEST_IID", "7"),
        ("REVIEW_TOKEN", "t"),
    ];
    let recipe = recipe("merge_request_event");
    let lines = recipe["duyet"]["script"].as_sequence().expect("a script").clone();
    let lines: Vec<&str> = lines.iter().filter_map(|line| line.as_str()).collect();
    run(&repository, &lines.join("\n"), &variables);
    assert_done(&repository);
    let asked = repository.read("programs/asked");
    assert!(
        asked.ends_with("https://gitlab.example/api/v4/projects/5/merge_requests/7/notes\n"),
        "{asked}"
    );
    assert!(asked.contains("--data-urlencode body@thay-doi.md"), "{asked}");
}

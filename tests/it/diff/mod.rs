//! `vanthu diff`: what a change means on paper.

mod driver;
mod formats;
mod history;
#[cfg(feature = "embedded")]
mod paper;
#[cfg(feature = "embedded")]
mod recipe;
mod revisions;
mod rows;
mod said;
mod states;

use std::fs;
use std::process::Command;

use crate::project::{Project, of_project};

/// A git repository in the folder of a project: nothing of whoever runs the test is in it.
struct Repository {
    project: Project,
}

impl Repository {
    /// One that holds what `project` has, committed.
    fn of(project: Project) -> Self {
        let repository = Self { project };
        repository.git(&["init", "--quiet", "--initial-branch=main", "--object-format=sha1"]);
        repository
    }

    /// One with the example documents.
    fn of_examples() -> Self {
        let mut project = Project::new();
        for entry in walkdir::WalkDir::new(of_project("data")).sort_by_file_name() {
            let entry = entry.expect("an entry of the folder");
            let name = entry.path().strip_prefix(of_project("")).expect("below the project");
            if entry.file_type().is_file() && !name.starts_with("data/schema") {
                let name = name.to_string_lossy().replace('\\', "/");
                project = project.bytes(&name, &fs::read(entry.path()).expect("an example"));
            }
        }
        let repository = Self::of(project.file("vanthu.yaml", "language: vi\n"));
        repository.commit("examples");
        repository
    }

    /// git, ready to run here.
    fn git_command(&self) -> Command {
        let mut command = Command::new("git");
        command.current_dir(self.project.path("")).env_clear();
        for key in ["PATH", "TMPDIR"] {
            if let Some(value) = std::env::var_os(key) {
                command.env(key, value);
            }
        }
        command
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null")
            .env("GIT_AUTHOR_DATE", "2026-01-05T08:00:00+07:00")
            .env("GIT_COMMITTER_DATE", "2026-01-05T08:00:00+07:00")
            .args(["-c", "user.name=Văn thư", "-c", "user.email=van-thu@example.vn"])
            .args(["-c", "core.autocrlf=false", "-c", "protocol.file.allow=always"]);
        command
    }

    /// Runs git to its good end, and gives what it says.
    fn git(&self, arguments: &[&str]) -> String {
        let output = self.git_command().args(arguments).output().expect("git starts");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "git {arguments:?}: {said}");
        String::from_utf8(output.stdout).expect("git speaks UTF-8")
    }

    /// All files as they are, as a commit.
    fn commit(&self, message: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--allow-empty", "--message", message]);
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.project.path(path)).expect("a file of the project")
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.project.path(path);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("folder");
        fs::write(path, text).expect("file");
    }

    /// Puts `new` in the place of `old`, which stands once in the file.
    fn replace(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        assert_eq!(text.matches(old).count(), 1, "`{old}` in {path}");
        self.write(path, &text.replace(old, new));
    }

    /// What `vanthu diff` says, and its exit code.
    fn diff(&self, arguments: &[&str]) -> (String, Option<i32>) {
        let mut command = self.project.command();
        command.arg("diff").args(arguments).env("GIT_CONFIG_GLOBAL", "/dev/null");
        let output = command.output().expect("the program starts");
        let root = self.project.path("").display().to_string();
        let text = |bytes: Vec<u8>| {
            let text = String::from_utf8(bytes).expect("the program speaks UTF-8");
            text.replace(root.trim_end_matches('/'), "[project]")
        };
        (text(output.stdout) + &text(output.stderr), output.status.code())
    }

    /// The same without the first line, which names the states.
    fn told(&self, arguments: &[&str]) -> String {
        let (said, _) = self.diff(&[&["--no-pages"], arguments].concat());
        said.split_once('\n').map_or(said.clone(), |(_, rest)| rest.trim_start().to_owned())
    }
}

/// What is said of a change of one directive.
#[cfg(feature = "embedded")]
pub(crate) fn between(was: &str, is: &str) -> String {
    let project = Project::new().file("vanthu.yaml", "language: vi\n").file("data/a.yaml", was);
    let repository = Repository::of(project);
    repository.commit("was");
    repository.write("data/a.yaml", is);
    repository.told(&[])
}

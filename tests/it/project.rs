//! A project folder for one test, and what the program says about it.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// What a message or a path says in place of the project folder.
const FOLDER: &str = "[project]";

/// What the program says, with the words for severities of machines, and without the last line of
/// `check`, which counts: `tests/it/outputs.rs` looks at both.
fn in_short(text: &str) -> String {
    let words = [
        (": lỗi[", ": error["),
        (": cảnh báo[", ": warning["),
        (": ghi chú[", ": info["),
        (": note[", ": info["),
    ];
    let is_count = |line: &str| {
        let rest = line.trim_start_matches(|sign: char| sign.is_ascii_digit());
        rest.len() < line.len()
            && [" văn bản, ", " documents; "].iter().any(|begin| rest.starts_with(begin))
    };
    let lines = text.split_inclusive('\n').filter(|line| !is_count(line));
    words.iter().fold(lines.collect(), |text, (word, known)| text.replace(word, known))
}

/// A folder with files, gone when it is dropped.
pub(crate) struct Project {
    folder: TempDir,
    variables: Vec<(String, String)>,
    within: PathBuf,
}

impl Project {
    /// An empty folder.
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        Self { folder, variables: Vec::new(), within: PathBuf::new() }
    }

    /// Adds a text file.
    pub(crate) fn file(self, path: &str, text: &str) -> Self {
        self.bytes(path, text.as_bytes())
    }

    /// Adds a file of any content.
    pub(crate) fn bytes(self, path: &str, bytes: &[u8]) -> Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("folder");
        fs::write(path, bytes).expect("file");
        self
    }

    /// Adds a file of `length` zero bytes that takes no room on the disk.
    pub(crate) fn sparse(self, path: &str, length: u64) -> Self {
        let this = self.bytes(path, b"");
        let file = fs::OpenOptions::new().write(true).open(this.path(path)).expect("file");
        file.set_len(length).expect("length");
        this
    }

    /// Adds a folder.
    pub(crate) fn folder(self, path: &str) -> Self {
        fs::create_dir_all(self.path(path)).expect("folder");
        self
    }

    /// Sets a variable of the program's environment, which has `PATH` and `TMPDIR` alone.
    pub(crate) fn env(mut self, key: &str, value: &str) -> Self {
        self.variables.push((key.to_owned(), value.to_owned()));
        self
    }

    /// Writes a text file, whatever there was.
    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("folder");
        fs::write(path, text).expect("file");
    }

    /// Runs the program from a folder of the project.
    pub(crate) fn within(mut self, folder: &str) -> Self {
        self.within = PathBuf::from(folder);
        self
    }

    /// Where a file of the project is, links followed.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// The program, ready to run here.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vanthu"));
        command.current_dir(self.path("").join(&self.within)).env_clear().stdin(Stdio::null());
        for key in ["PATH", "TMPDIR"] {
            if let Some(value) = std::env::var_os(key) {
                command.env(key, value);
            }
        }
        command.envs(self.variables.iter().map(|(key, value)| (key, value)));
        command
    }

    /// Runs the program to its end.
    pub(crate) fn run<I: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = I>) -> Run<'_> {
        let mut command = self.command();
        command.args(arguments);
        self.finish(&mut command)
    }

    /// Runs a command that was made here to its end.
    pub(crate) fn finish(&self, command: &mut Command) -> Run<'_> {
        let output = command.output().expect("the program starts");
        let text = |bytes: Vec<u8>| {
            let text = String::from_utf8(bytes).expect("the program speaks UTF-8");
            in_short(&text.replace(&self.root().display().to_string(), FOLDER))
        };
        Run {
            project: self,
            code: output.status.code(),
            stdout: (text(output.stdout), Wanted::Exactly(String::new())),
            stderr: (text(output.stderr), Wanted::Exactly(String::new())),
        }
    }

    /// The text of a file that was written.
    pub(crate) fn output_file(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Every file below a folder, by its path in the project, hidden ones too, but for what the
    /// program notes for itself.
    pub(crate) fn listing(&self, folder: &str) -> Vec<String> {
        let notes = format!("{folder}/.vanthu/");
        let mut files = self.all_files(folder);
        files.retain(|path| !path.starts_with(&notes));
        files
    }

    /// Every file below a folder, by its path in the project.
    pub(crate) fn all_files(&self, folder: &str) -> Vec<String> {
        let mut files: Vec<String> = walkdir::WalkDir::new(self.path(folder))
            .into_iter()
            .filter_map(Result::ok)
            .filter(|entry| !entry.file_type().is_dir())
            .map(|entry| {
                let path = entry.path().strip_prefix(self.root()).expect("it is below the folder");
                path.to_string_lossy().replace('\\', "/")
            })
            .collect();
        files.sort();
        files
    }

    fn root(&self) -> PathBuf {
        fs::canonicalize(self.folder.path()).expect("the folder is there")
    }
}

/// What a test demands of a stream.
enum Wanted {
    Exactly(String),
    Containing(Vec<String>),
}

/// What the program did. Streams that are not spoken of must be empty.
#[must_use = "say how it ends: succeeds, fails or breaks"]
pub(crate) struct Run<'a> {
    project: &'a Project,
    code: Option<i32>,
    stdout: (String, Wanted),
    stderr: (String, Wanted),
}

impl<'a> Run<'a> {
    /// Demands this on stdout, to the letter.
    pub(crate) fn stdout(mut self, text: &str) -> Self {
        self.stdout.1 = Wanted::Exactly(text.to_owned());
        self
    }

    /// Demands this on stderr, to the letter.
    pub(crate) fn stderr(mut self, text: &str) -> Self {
        self.stderr.1 = Wanted::Exactly(text.to_owned());
        self
    }

    /// Demands these words on stdout.
    pub(crate) fn stdout_has(mut self, words: &[&str]) -> Self {
        self.stdout.1 = containing(words);
        self
    }

    /// Demands these words on stderr; for what the system says in its own way.
    pub(crate) fn stderr_has(mut self, words: &[&str]) -> Self {
        self.stderr.1 = containing(words);
        self
    }

    /// Takes whatever is said.
    pub(crate) fn whatever(mut self) -> Self {
        (self.stdout.1, self.stderr.1) = (containing(&[]), containing(&[]));
        self
    }

    /// Exit code 0.
    pub(crate) fn succeeds(self) -> &'a Project {
        self.ends(0)
    }

    /// An exit code that says the input has errors.
    pub(crate) fn fails(self, code: i32) -> &'a Project {
        self.ends(code)
    }

    /// An exit code that says the program could not do its work.
    pub(crate) fn breaks(self, code: i32) -> &'a Project {
        self.ends(code)
    }

    /// What was said: stdout and stderr.
    pub(crate) fn said(self) -> (String, String) {
        (self.stdout.0, self.stderr.0)
    }

    fn ends(self, code: i32) -> &'a Project {
        let streams = [("stdout", &self.stdout), ("stderr", &self.stderr)];
        let mut wrong: Vec<String> =
            streams.into_iter().filter_map(|(name, stream)| complaint(name, stream)).collect();
        if self.code != Some(code) {
            wrong.push(format!(
                "exit code is {:?}, expected {code}\n--- stdout\n{}--- stderr\n{}",
                self.code, self.stdout.0, self.stderr.0
            ));
        }
        assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
        self.project
    }
}

fn complaint(name: &str, (found, wanted): &(String, Wanted)) -> Option<String> {
    match wanted {
        Wanted::Exactly(wanted) if wanted == found => None,
        Wanted::Exactly(wanted) => Some(format!("{name} differs\n{}", diff(wanted, found))),
        Wanted::Containing(words) => {
            let lacking = words.iter().find(|words| !found.contains(*words))?;
            Some(format!("{name} lacks `{lacking}`\n{found}"))
        }
    }
}

fn containing(words: &[&str]) -> Wanted {
    Wanted::Containing(words.iter().map(|words| (*words).to_owned()).collect())
}

/// The lines that differ: `-` expected, `+` found, with those around them that agree.
pub(crate) fn diff(expected: &str, found: &str) -> String {
    let (expected, found): (Vec<_>, Vec<_>) = (lines(expected), lines(found));
    let same = expected.iter().zip(&found).take_while(|(one, other)| one == other).count();
    let rest = expected.len().min(found.len()) - same;
    let same_end = expected
        .iter()
        .rev()
        .zip(found.iter().rev())
        .take(rest)
        .take_while(|(a, b)| a == b)
        .count();
    let mut text = String::new();
    let mut show = |sign: char, lines: &[&str]| {
        lines.iter().for_each(|line| text.extend([sign.to_string().as_str(), " ", line]));
    };
    show(' ', &expected[same.saturating_sub(2)..same]);
    show('-', &expected[same..expected.len() - same_end]);
    show('+', &found[same..found.len() - same_end]);
    show(' ', &found[found.len() - same_end..(found.len() - same_end + 2).min(found.len())]);
    text
}

/// Lines with their ends; a last one without says so.
fn lines(text: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    if !text.is_empty() && !text.ends_with('\n') {
        lines.push("(no line end)\n");
    }
    lines
}

/// Where the project's own files are.
pub(crate) fn of_project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The files of a folder of the project with this extension, by name.
pub(crate) fn files_of(folder: &str, extension: &str) -> Vec<(String, PathBuf)> {
    let folder = of_project(folder);
    let entries = fs::read_dir(&folder).unwrap_or_else(|_| panic!("{}", folder.display()));
    let mut files: Vec<(String, PathBuf)> = entries
        .map(|entry| entry.expect("an entry of the folder").path())
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .map(|path| (path.file_stem().unwrap_or_default().to_string_lossy().into_owned(), path))
        .collect();
    files.sort();
    files
}

/// Compares with an expected file, or writes it when `UPDATE=1`.
pub(crate) fn same_as_file(path: &Path, found: &str) -> Result<(), String> {
    let expected = fs::read_to_string(path).unwrap_or_default();
    if expected == found && path.exists() {
        return Ok(());
    }
    if is_update() {
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("folder");
        fs::write(path, found).expect("expected file");
        return Ok(());
    }
    let name = path.strip_prefix(of_project("")).unwrap_or(path).display().to_string();
    Err(format!("{name} differs; UPDATE=1 takes what is found\n{}", diff(&expected, found)))
}

/// Whether expected files are to be rewritten.
pub(crate) fn is_update() -> bool {
    std::env::var_os("UPDATE").is_some_and(|value| value == "1")
}

//! The program itself, run in a folder that an office could have.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// A project folder that goes when the test ends.
pub(crate) struct Office {
    folder: TempDir,
}

/// How a run ended.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Ended {
    /// Exit code; none after a signal.
    pub(crate) code: Option<i32>,
    /// What was said to the caller.
    pub(crate) stdout: String,
    /// What was said to the user.
    pub(crate) stderr: String,
}

/// A run in the making. It inherits nothing but `PATH`.
pub(crate) struct Run {
    command: Command,
}

impl Office {
    /// A folder with settings that set nothing.
    pub(crate) fn new() -> Self {
        let folder = tempfile::Builder::new().prefix("office-").tempdir();
        let office = Self { folder: folder.expect("a folder can be made") };
        office.write("vanthu.yaml", "");
        office
    }

    /// A folder with the examples of `data/`.
    #[cfg(feature = "embedded")]
    pub(crate) fn with_examples() -> Self {
        let office = Self::new();
        for (name, text) in crate::examples::sources() {
            office.write(&name, &text);
        }
        for (name, bytes) in crate::examples::pdfs() {
            office.write(&name, "");
            std::fs::write(office.path(&name), bytes).expect("the file can be written");
        }
        office
    }

    /// The path of a file.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file.
    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().expect("below the folder")).expect("a folder");
        std::fs::write(path, text).expect("the file can be written");
    }

    /// Writes a shell script that can be run, and gives its path.
    #[cfg(unix)]
    pub(crate) fn script(&self, name: &str, lines: &str) -> PathBuf {
        use std::os::unix::fs::PermissionsExt as _;
        self.write(name, &format!("#!/bin/sh\n{lines}\n"));
        let path = self.path(name);
        let mode = std::fs::Permissions::from_mode(0o755);
        std::fs::set_permissions(&path, mode).expect("the script can be made runnable");
        path
    }

    /// A run of the program in the folder.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        Run::new(self.folder.path(), arguments)
    }

    /// Everything below `folder`, by name.
    pub(crate) fn files(&self, folder: &str) -> Vec<(String, Vec<u8>)> {
        let mut files = Vec::new();
        collect(&self.path(folder), &self.path(folder), &mut files);
        files.sort();
        files
    }
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, Vec<u8>)>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.expect("the folder can be read").path();
        if path.file_name().is_some_and(|name| name == ".vanthu") {
            // What the program notes for itself.
            continue;
        }
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let name = path.strip_prefix(root).expect("it is below").display().to_string();
            files.push((name, std::fs::read(&path).expect("the file can be read")));
        }
    }
}

impl Run {
    /// A run in a folder.
    pub(crate) fn new(folder: &Path, arguments: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vanthu"));
        command.args(arguments).current_dir(folder).env_clear();
        command.envs(std::env::var_os("PATH").map(|path| ("PATH", path)));
        Self { command }
    }

    /// With a variable.
    pub(crate) fn env(mut self, key: &str, value: impl AsRef<std::ffi::OsStr>) -> Self {
        self.command.env(key, value);
        self
    }

    /// From another folder.
    #[cfg(feature = "embedded")]
    pub(crate) fn from(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Runs it.
    pub(crate) fn end(mut self) -> Ended {
        let output = self.command.output().expect("the program can be started");
        let text = |bytes| String::from_utf8(bytes).expect("the program speaks UTF-8");
        Ended {
            code: output.status.code(),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }
}

/// A directive of `kind` with a table of so many rows in each of so many appendices.
pub(crate) fn directive(kind: &str, appendices: usize, rows: usize) -> String {
    let code = vanthu::model::kind::Kind::find(kind).and_then(|kind| kind.code);
    let symbol = code.map_or("A-B".to_owned(), |code| format!("{code}-UBND"));
    let mut yaml = format!(
        "kind: {kind}\nsymbol: {symbol}\nsubject: thử việc {kind}\ndate: 2024-02-29\nnumber: 7\n\
         place: Trà Vinh\n\
         signatory: {{title: Chủ tịch, name: Nguyễn Văn A}}\ntargets:\n"
    );
    let mut body = "body: |\n  Nội dung thử.\n\n".to_owned();
    for table in 1..=appendices {
        let _ = write!(
            yaml,
            "  bang-{table}:\n    title: Bảng {table}\n    row_header: Đơn vị\n    columns:\n      \
             - {{id: a, header: Kế hoạch}}\n      - {{id: b, header: Thực hiện}}\n      \
             - {{id: c, header: Chênh lệch, formula: b - a}}\n    rows:\n"
        );
        for row in 1..=rows {
            let _ = writeln!(yaml, "      Xã số {row}: [{}, {}]", row * 7, row * 11 + table);
        }
        yaml.push_str("    total: {label: Tổng cộng}\n");
        let _ = write!(body, "  {table}. Xem {{{{ appendix(\"bang-{table}\") }}}}.\n\n");
    }
    if appendices == 0 {
        yaml.truncate(yaml.len() - "targets:\n".len());
    }
    format!("{yaml}{body}  Hết./.\n")
}

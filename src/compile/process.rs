//! Typst as a program of its own, through `std::process`.

use std::ffi::{OsStr, OsString};
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use process_wrap::std::{ChildWrapper, CommandWrap};
use tempfile::TempDir;

use super::attached::FOLDER;
use super::{Compiled, Engine, Extras, Library, Standard, TYPST_VERSION, TypstFinding, pdf};
use crate::error::Error;
use crate::fonts::Fonts;
use crate::source::disk;
use crate::write;

/// A program that answers `--version` in more time is not Typst.
const VERSION_LIMIT: Duration = Duration::from_secs(20);

/// How often a running program is looked after.
const LOOK: Duration = Duration::from_millis(2);

/// A document is never larger, nor is what Typst says about one: who writes more is stopped
/// before the disk is full.
const MOST_WRITTEN: u64 = 256 * 1024 * 1024;

/// The second that Typst takes for now, in a year for which it has no date: so there is none to
/// ask for, as in the engine within.
const BEYOND_ALL_DATES: &str = "8000000000000";

/// What the text may read; the fonts stand beside it.
const ROOT: &str = "root";

/// The Typst program, in a folder of its own that holds the library and the fonts.
pub struct ProcessEngine {
    program: OsString,
    folder: TempDir,
    limit: Duration,
    standard: Standard,
}

/// What a program left behind.
struct Ended {
    status: ExitStatus,
    stdout: Vec<u8>,
    stderr: String,
}

impl ProcessEngine {
    /// Starts `program` once, to learn that it is the Typst documents are proved with, and lays
    /// out its folder. `limit` is the time it has for one document.
    pub fn new(
        program: &OsStr,
        library: &Library,
        fonts: &Fonts,
        limit: Duration,
    ) -> Result<Self, Error> {
        let folder = write::private_folder()?;
        // Also without a library: the program runs there.
        write::plain(&folder.path().join(ROOT).join("main.typ"), b"")?;
        let standard = Standard::default();
        let engine = Self { program: program.to_owned(), folder, limit, standard };
        let found = engine.version()?;
        let is_wanted = found.split_whitespace().nth(1) == Some(TYPST_VERSION)
            && found.split_whitespace().next() == Some("typst");
        if !is_wanted {
            let program = engine.name();
            return Err(Error::EngineVersion { program, found, wanted: TYPST_VERSION });
        }
        for (path, bytes) in library {
            write::plain(&engine.root().join(path), bytes)?;
        }
        for (index, file) in fonts.files.iter().enumerate() {
            // The number keeps the order, and two files of one name apart.
            let name = format!("fonts/{index:03}-{}", file.name);
            write::plain(&engine.folder.path().join(name), &file.data)?;
        }
        Ok(engine)
    }

    /// The same for PDFs of another standard.
    #[must_use]
    pub fn with_standard(self, standard: Standard) -> Self {
        Self { standard, ..self }
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join(ROOT)
    }

    fn name(&self) -> String {
        self.program.to_string_lossy().into_owned()
    }

    fn version(&self) -> Result<String, Error> {
        let ended = self.run(&[OsStr::new("--version")], VERSION_LIMIT.min(self.limit))?;
        let said = String::from_utf8_lossy(&ended.stdout);
        Ok(said.lines().next().unwrap_or_default().trim().chars().take(80).collect())
    }

    /// Runs the program in its folder, with no other input and nothing of our environment.
    fn run(&self, arguments: &[&OsStr], limit: Duration) -> Result<Ended, Error> {
        // Files, not pipes: a program that is killed may leave a child that holds a pipe open.
        let mut stdout = write::scratch_file()?;
        let mut stderr = write::scratch_file()?;
        let shared = |file: &std::fs::File| file.try_clone().map_err(write::scratch_failed);
        #[expect(clippy::disallowed_methods, reason = "the one place that starts a program")]
        let mut command = Command::new(&self.program);
        command
            .args(arguments)
            .current_dir(self.root())
            .env_clear()
            // No network: a package is looked for here, and nobody answers.
            .envs(["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"].map(|key| (key, "http://127.0.0.1:9")))
            .envs(disk::needed_by_programs())
            .stdin(Stdio::null())
            .stdout(shared(&stdout)?)
            .stderr(shared(&stderr)?);
        let mut command = CommandWrap::from(command);
        #[cfg(unix)]
        command.wrap(process_wrap::std::ProcessGroup::leader());
        #[cfg(windows)]
        command.wrap(process_wrap::std::JobObject);
        let started = command.spawn();
        let mut child =
            started.map_err(|cause| Error::EngineMissing { program: self.name(), cause })?;
        let status = self.wait(child.as_mut(), limit, [&stdout, &stderr])?;
        Ok(Ended {
            status,
            stdout: contents(&mut stdout)?,
            stderr: String::from_utf8_lossy(&contents(&mut stderr)?).into_owned(),
        })
    }

    fn wait(
        &self,
        child: &mut dyn ChildWrapper,
        limit: Duration,
        written: [&std::fs::File; 2],
    ) -> Result<ExitStatus, Error> {
        let lost = |cause| Error::EngineMissing { program: self.name(), cause };
        let started = Instant::now();
        loop {
            let is_flood = written
                .iter()
                .any(|file| file.metadata().is_ok_and(|facts| facts.len() > MOST_WRITTEN));
            if !is_flood && let Some(status) = child.try_wait().map_err(lost)? {
                return Ok(status);
            }
            let is_late = started.elapsed() >= limit;
            if is_flood || is_late {
                // It may have ended just now; then there is nothing left to kill.
                let _ = child.start_kill();
                let _ = child.wait();
                let program = self.name();
                return Err(if is_flood {
                    Error::EngineFlood { program }
                } else {
                    Error::EngineTimeout { program, seconds: limit.as_secs() }
                });
            }
            std::thread::sleep(LOOK);
        }
    }

    fn crashed(&self, ended: &Ended) -> Error {
        let said = ended.stderr.lines().rev().find(|line| !line.trim().is_empty());
        Error::EngineCrash {
            program: self.name(),
            status: ended.status.to_string(),
            said: said.unwrap_or_default().chars().take(200).collect(),
        }
    }
}

fn contents(file: &mut std::fs::File) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(0))
        .and_then(|_| file.read_to_end(&mut bytes))
        .map_err(write::scratch_failed)?;
    Ok(bytes)
}

impl Engine for ProcessEngine {
    fn compile_with(&self, main: &str, extras: &Extras) -> Result<Compiled, Error> {
        write::plain(&self.root().join("main.typ"), extras.added_to(main).as_bytes())?;
        for (index, file) in extras.files.iter().enumerate() {
            let path = self.root().join(FOLDER).join(index.to_string());
            write::plain(&path, &file.bytes)?;
        }
        let standard = extras.standard.unwrap_or(self.standard);
        let standards = standard.parts().collect::<Vec<_>>().join(",");
        let nowhere = Path::new("../no-packages").as_os_str();
        let arguments = [
            OsStr::new("compile"),
            OsStr::new("--root"),
            OsStr::new("."),
            OsStr::new("--ignore-system-fonts"),
            OsStr::new("--ignore-embedded-fonts"),
            OsStr::new("--font-path"),
            OsStr::new("../fonts"),
            OsStr::new("--package-path"),
            nowhere,
            OsStr::new("--package-cache-path"),
            nowhere,
            OsStr::new("--diagnostic-format"),
            OsStr::new("short"),
            OsStr::new("--pdf-standard"),
            OsStr::new(&standards),
            OsStr::new("--creation-timestamp"),
            OsStr::new(BEYOND_ALL_DATES),
            OsStr::new("main.typ"),
            OsStr::new("-"),
        ];
        let ended = self.run(&arguments, self.limit)?;
        // Where its folder is changes from run to run, and says nothing.
        let said = ended.stderr.replace(&format!("{}/", self.root().display()), "");
        let findings: Vec<TypstFinding> = said.lines().filter_map(finding).collect();
        let has_error = findings.iter().any(|finding| finding.is_error);
        match ended.status.code() {
            Some(0) if is_pdf(&ended.stdout) => {
                let pages = pdf::pages(&ended.stdout);
                Ok(Compiled { pdf: Some(ended.stdout), pages, findings })
            }
            Some(0) => Err(Error::EngineGarbage { program: self.name() }),
            Some(1) if has_error => Ok(Compiled { pdf: None, pages: Vec::new(), findings }),
            _ => Err(self.crashed(&ended)),
        }
    }
}

/// Begins and ends as a PDF does: what is cut off is no document.
fn is_pdf(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-") && bytes.trim_ascii_end().ends_with(b"%%EOF")
}

/// A line of Typst's short form: `main.typ:3:4: error: …`, its columns from 0.
fn finding(line: &str) -> Option<TypstFinding> {
    let (place, is_error, message) = ["error", "warning"].iter().find_map(|word| {
        let mark = format!("{word}: ");
        let at = line.find(&mark)?;
        let place = &line[..at];
        (place.is_empty() || place.ends_with(": "))
            .then(|| (place.trim_end_matches(": "), *word == "error", &line[at + mark.len()..]))
    })?;
    let mut parts = place.rsplitn(3, ':');
    let mut number = || parts.next()?.parse::<usize>().ok();
    let (column, line) = (number(), number());
    let file = parts.next().map(|file| file.trim_start_matches("./").replace('\\', "/"));
    Some(TypstFinding {
        is_error,
        message: message.to_owned(),
        file,
        line: line.unwrap_or(1),
        column: column.unwrap_or(0) + 1,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_line_becomes_a_finding() {
        let found = finding("lib/page.typ:3:4: error: unknown variable: x");
        let expected = TypstFinding {
            is_error: true,
            message: "unknown variable: x".into(),
            file: Some("lib/page.typ".into()),
            line: 3,
            column: 5,
        };
        assert_eq!(found, Some(expected));
    }

    #[test]
    fn a_warning_without_a_place_is_a_finding_too() {
        let found = finding("warning: unknown font family: x").expect("a warning");
        assert!(!found.is_error);
        assert_eq!(found.file, None);
    }

    #[test]
    fn other_lines_are_not_findings() {
        assert_eq!(finding("Segmentation fault"), None);
        assert_eq!(finding(""), None);
    }
}

//! Fixtures that say themselves what is found in them.
//!
//! `# error[Y003]: message` stands on the line above the finding. Where no comment can stand
//! (within a body), it stands anywhere above and says what the finding begins at:
//! ``# error[N012] at `<b>`: message``; a byte-order mark is at `start`.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

use crate::project::{Project, files_of, of_project};

/// A fixture: its name, its bytes.
pub(crate) struct Fixture {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// Every fixture of a folder below `tests/cases`; those in its folder `catalog` become files of
/// the catalog, those in `project` files of the project folder.
pub(crate) fn fixtures(folder: &str) -> Vec<Fixture> {
    let in_folder = |folder: String, prefix: &'static str| {
        files_of(&folder, "yaml").into_iter().map(move |(name, path)| Fixture {
            name: format!("{prefix}{name}"),
            bytes: fs::read(path).expect("fixture"),
        })
    };
    let own = format!("tests/cases/{folder}");
    let mut found: Vec<Fixture> = in_folder(own.clone(), "").collect();
    for (name, prefix) in [("catalog", "catalog/"), ("project", PROJECT)] {
        let folder = format!("{own}/{name}");
        if of_project(&folder).is_dir() {
            found.extend(in_folder(folder, prefix));
        }
    }
    found
}

/// What names of fixtures begin with that stand in the project folder.
const PROJECT: &str = "../";

impl Fixture {
    fn path(&self) -> String {
        let of_project = self.name.strip_prefix(PROJECT).map(|name| format!("{name}.yaml"));
        of_project.unwrap_or_else(|| format!("data/{}.yaml", self.name))
    }
}

/// A project that has each fixture as a directive, and the files that fixtures name.
pub(crate) fn project(fixtures: &[Fixture]) -> Project {
    let beside = ["csv", "pdf"].into_iter().flat_map(|extension| {
        let files = files_of("tests/cases/shape", extension).into_iter();
        files.map(move |(name, path)| (format!("data/{name}.{extension}"), path))
    });
    let project = beside.fold(Project::new(), |project, (name, path)| {
        project.bytes(&name, &fs::read(path).expect("a file that fixtures name"))
    });
    fixtures.iter().fold(project, |project, fixture| project.bytes(&fixture.path(), &fixture.bytes))
}

/// Checks every fixture of a folder: what is expected happens, what happens is expected. Gives
/// the codes that were expected.
pub(crate) fn hold(folder: &str) -> BTreeSet<String> {
    let fixtures = fixtures(folder);
    let (_, said) =
        project(&fixtures).run(["check", "--format", "short", "--show", "accepted"]).said();
    let mut wrong = String::new();
    let mut codes = BTreeSet::new();
    for fixture in &fixtures {
        let text = String::from_utf8_lossy(&fixture.bytes);
        let path = format!("{}:", fixture.path());
        let mut found: Vec<&str> =
            said.lines().filter_map(|line| line.strip_prefix(&path)).collect();
        for expected in expectations(&text) {
            codes.insert(expected.code.clone());
            match found.iter().position(|line| expected.is(line)) {
                Some(index) => drop(found.remove(index)),
                None => drop(writeln!(wrong, "missing     {path}{expected}")),
            }
        }
        for line in found {
            let _ = writeln!(wrong, "unexpected  {path}{line}");
        }
    }
    assert!(wrong.is_empty(), "\nin tests/cases/{folder}:\n{wrong}");
    codes
}

/// The directive `text` after `vanthu check --fix`.
pub(crate) fn fixed(text: &str) -> String {
    let project = Project::new().file("data/a.yaml", text);
    project.run(["check", "--fix", "-q"]).said();
    project.output_file("data/a.yaml")
}

/// A finding that a comment announces.
struct Expected {
    line: usize,
    column: Option<usize>,
    code: String,
    /// `error[Y003]: message`
    words: String,
}

impl Expected {
    /// Whether this is what the program says in `line:column: error[Y003]: message`.
    fn is(&self, said: &str) -> bool {
        let mut parts = said.splitn(3, ':');
        let (line, column) = (parts.next(), parts.next());
        let is = |part: Option<&str>, number: usize| part == Some(number.to_string().as_str());
        is(line, self.line)
            && self.column.is_none_or(|wanted| is(column, wanted))
            && parts.next().is_some_and(|words| words.trim_start() == self.words)
    }
}

impl std::fmt::Display for Expected {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}:", self.line)?;
        match self.column {
            Some(column) => write!(formatter, "{column}: {}", self.words),
            None => write!(formatter, "*: {}", self.words),
        }
    }
}

fn expectations(text: &str) -> Vec<Expected> {
    let lines: Vec<&str> = text.split('\n').collect();
    let announced = |line: &str| announcement(line).is_some();
    let mut expected = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let Some((code, at, words)) = announcement(line) else { continue };
        let below = (index + 1..lines.len()).find(|other| !announced(lines[*other]));
        let (line, column) = match at {
            None => (below.map_or(lines.len(), |below| below + 1), None),
            Some("start") => (1, Some(1)),
            Some(words) => {
                let start = place(&lines, index + 1, words).unwrap_or_else(|| {
                    panic!("`{words}` does not stand below its expectation in\n{text}")
                });
                (start.0, Some(start.1))
            }
        };
        expected.push(Expected { line, column, code: code.to_owned(), words });
    }
    expected
}

/// Line and column of the first `words` below, past other expectations.
fn place(lines: &[&str], from: usize, words: &str) -> Option<(usize, usize)> {
    (from..lines.len()).filter(|index| announcement(lines[*index]).is_none()).find_map(|index| {
        let start = lines[index].find(words)?;
        Some((index + 1, lines[index][..start].chars().count() + 1))
    })
}

/// Code, words to look for and `error[Y003]: message` of a comment that announces a finding.
fn announcement(line: &str) -> Option<(&str, Option<&str>, String)> {
    let words = line.trim_start().trim_start_matches('\u{feff}').strip_prefix("# ")?;
    let severity = ["error[", "warning[", "info["].into_iter().find(|s| words.starts_with(s))?;
    let (code, rest) = words[severity.len()..].split_once(']')?;
    let (at, message) = if let Some(at) = rest.strip_prefix(" at `") {
        let (at, message) = at.split_once("`: ")?;
        (Some(at), message)
    } else if let Some(message) = rest.strip_prefix(" at start: ") {
        (Some("start"), message)
    } else {
        (None, rest.strip_prefix(": ")?)
    };
    Some((code, at, format!("{severity}{code}]: {message}")))
}

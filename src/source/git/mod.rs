//! Revisions of a git repository, read through git itself.
//!
//! Only read-only commands: neither the work tree nor the index is read or changed, no hook and no
//! program from the settings of the repository runs, nothing is fetched.

mod blobs;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::diagnostic::Message;
use crate::error::Error;
use crate::source::disk;

use blobs::Blobs;

/// Upper limit of symbolic links that are followed in a row.
const MOST_LINKS: usize = 8;

/// Upper limit of a file. Of a larger one only so much is read as shows that it is larger.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// A repository, seen from a folder in it.
#[derive(Debug)]
pub struct Repository {
    folder: PathBuf,
    /// The path from its root to the folder, with `/` behind each part.
    pub prefix: String,
    /// Whether it has no work tree.
    pub is_bare: bool,
    is_shallow: bool,
}

/// The files of a revision below the folder of its repository.
#[derive(Debug)]
pub struct Revision {
    /// The name that was given for it.
    pub name: String,
    /// Its commit.
    pub commit: String,
    entries: BTreeMap<String, Entry>,
    blobs: RefCell<Blobs>,
}

#[derive(Debug)]
struct Entry {
    id: String,
    is_link: bool,
}

impl Repository {
    /// The repository that `folder` is in.
    pub fn around(folder: &Path) -> Result<Self, Error> {
        let asked =
            ["rev-parse", "--is-bare-repository", "--is-shallow-repository", "--show-prefix"];
        let said = match run(folder, &asked)? {
            Ok(said) => said,
            Err(why) if why.contains("not a git repository") => {
                let message = Message::new("git-no-repository");
                let shown = disk::from_here(folder);
                let shown = if shown.as_os_str().is_empty() { Path::new(".") } else { &shown };
                return Err(Error::Usage(message.with("path", shown.display())));
            }
            Err(why) => return Err(failed(&why)),
        };
        let said = String::from_utf8_lossy(&said);
        let mut lines = said.lines();
        let mut is = || lines.next() == Some("true");
        let (is_bare, is_shallow) = (is(), is());
        let prefix = lines.next().unwrap_or_default().to_owned();
        Ok(Self { folder: folder.to_owned(), prefix, is_bare, is_shallow })
    }

    /// The commit that `name` means.
    pub fn commit(&self, name: &str) -> Result<String, Error> {
        if let Some(commit) = self.find(name)? {
            return Ok(commit);
        }
        let id = if name == "HEAD" {
            "git-no-commit"
        } else if self.is_shallow {
            "git-shallow-revision"
        } else {
            "git-unknown-revision"
        };
        Err(Error::Usage(Message::new(id).with("name", name)))
    }

    /// The commit that `name` means, when it means one.
    pub fn find(&self, name: &str) -> Result<Option<String>, Error> {
        let name = format!("{name}^{{commit}}");
        let asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", &name];
        Ok(run(&self.folder, &asked)?.ok().map(|said| line_of(&said)))
    }

    /// Whether `name` means a commit, or might if all of the history were here.
    pub fn may_have(&self, name: &str) -> Result<bool, Error> {
        Ok(self.is_shallow || name == "HEAD" || self.find(name)?.is_some())
    }

    /// The commits that changed the file at `path` of the folder, the last one first; `most` at
    /// most.
    pub fn commits_of(&self, path: &str, most: usize) -> Result<Vec<String>, Error> {
        let most = most.to_string();
        let asked = ["log", "--format=%H", "-n", &most, "--", path];
        let said = run(&self.folder, &asked)?.map_err(|why| failed(&why))?;
        Ok(String::from_utf8_lossy(&said).lines().map(str::to_owned).collect())
    }

    /// The merge base of two commits.
    pub fn merge_base(&self, before: &str, after: &str) -> Result<String, Error> {
        let (one, other) = (self.commit(before)?, self.commit(after)?);
        let found =
            run(&self.folder, &["merge-base", &one, &other])?.ok().map(|said| line_of(&said));
        found.filter(|commit| !commit.is_empty()).ok_or_else(|| {
            let message = Message::new("git-no-merge-base");
            Error::Usage(message.with("before", before).with("after", after))
        })
    }

    /// The files of `commit` below the folder, told as `name`.
    pub fn revision(&self, name: &str, commit: &str) -> Result<Revision, Error> {
        let mut asked = vec!["ls-tree", "-r", "-z", "--full-tree", commit];
        if !self.prefix.is_empty() {
            asked.push(&self.prefix);
        }
        let listed = run(&self.folder, &asked)?.map_err(|why| failed(&why))?;
        let entries = entries(&listed, &self.prefix);
        let blobs = RefCell::new(Blobs::open(&self.folder)?);
        Ok(Revision { name: name.to_owned(), commit: commit.to_owned(), entries, blobs })
    }

    /// Sets `key` of the repository's settings.
    pub fn set(&self, key: &str, value: &str) -> Result<(), Error> {
        run(&self.folder, &["config", "--local", key, value])?.map_err(|why| failed(&why))?;
        Ok(())
    }
}

impl Revision {
    /// The paths of all files.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }

    /// The object id of the content of a file: equal contents have equal ids.
    #[must_use]
    pub fn id(&self, path: &str) -> Option<&str> {
        self.entries.get(path).filter(|entry| !entry.is_link).map(|entry| entry.id.as_str())
    }

    /// The content of a file, links followed; nothing when there is no such file.
    pub fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Error> {
        let mut path = path.to_owned();
        for _ in 0..MOST_LINKS {
            let Some(entry) = self.entries.get(&path) else { return Ok(None) };
            let content = self.blobs.borrow_mut().read(&entry.id, &path)?;
            if !entry.is_link {
                return Ok(Some(content));
            }
            let target = String::from_utf8_lossy(&content).into_owned();
            let beside = Path::new(&path).with_file_name("").join(target);
            path = disk::with_slashes(&disk::without_detours(&beside));
        }
        Ok(None)
    }
}

/// A path as git lists it, as on the disk.
fn path_of(bytes: &[u8]) -> String {
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt as _;
        crate::visible::text_of(std::ffi::OsStr::from_bytes(bytes)).into_owned()
    }
    #[cfg(not(unix))]
    {
        String::from_utf8_lossy(bytes).into_owned()
    }
}

/// The files that `git ls-tree -r -z` lists, by their paths below `prefix`.
fn entries(listed: &[u8], prefix: &str) -> BTreeMap<String, Entry> {
    listed.split(|byte| *byte == 0).filter_map(|line| entry(line, prefix)).collect()
}

/// `mode type id<tab>path`
fn entry(line: &[u8], prefix: &str) -> Option<(String, Entry)> {
    let tab = line.iter().position(|byte| *byte == b'\t')?;
    let path = path_of(&line[tab + 1..]);
    let facts = String::from_utf8_lossy(&line[..tab]);
    let mut facts = facts.split(' ');
    let (mode, kind, id) = (facts.next()?, facts.next()?, facts.next()?);
    let path = path.strip_prefix(prefix)?.to_owned();
    let entry = Entry { id: id.to_owned(), is_link: mode == "120000" };
    (kind == "blob").then_some((path, entry))
}

/// The paths that a listing of git has, and whether each is a link; for tests of how it is read.
#[must_use]
pub fn listed(listing: &[u8]) -> Vec<(String, bool)> {
    let entries = entries(listing, "").into_iter();
    entries.map(|(path, entry)| (path, entry.is_link)).collect()
}

/// The output of git, or its error message.
fn run(folder: &Path, arguments: &[&str]) -> Result<Result<Vec<u8>, String>, Error> {
    let output = command(folder, arguments).stdin(Stdio::null()).output().map_err(missing)?;
    if output.status.success() {
        return Ok(Ok(output.stdout));
    }
    Ok(Err(String::from_utf8_lossy(&output.stderr).trim().to_owned()))
}

/// The command `git` in `folder`.
pub(crate) fn command(folder: &Path, arguments: &[&str]) -> Command {
    #[expect(clippy::disallowed_methods, reason = "the one place that starts git")]
    let mut command = Command::new("git");
    command
        .args(["--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false"])
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .envs(disk::needed_by_programs())
        .envs(disk::needed_by_git())
        // Its error messages are parsed, and it must not prompt.
        .envs([("LC_ALL", "C"), ("GIT_TERMINAL_PROMPT", "0")])
        .envs([("GIT_OPTIONAL_LOCKS", "0"), ("GIT_NO_LAZY_FETCH", "1")]);
    command
}

fn line_of(said: &[u8]) -> String {
    String::from_utf8_lossy(said).lines().next().unwrap_or_default().to_owned()
}

fn missing(cause: io::Error) -> Error {
    Error::Usage(Message::new("git-missing").with("cause", cause))
}

fn failed(why: &str) -> Error {
    let line = why.lines().rfind(|line| !line.trim().is_empty()).unwrap_or_default();
    Error::Usage(Message::new("git-failed").with("cause", line.trim_start_matches("fatal: ")))
}

/// Environment variables that tell git its repository and settings.
pub(super) const VARIABLES: [&str; 13] = [
    "HOME",
    "USERPROFILE",
    "XDG_CONFIG_HOME",
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_COMMON_DIR",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_CEILING_DIRECTORIES",
    "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_SYSTEM",
    "GIT_CONFIG_NOSYSTEM",
    "GIT_CONFIG_PARAMETERS",
];

/// A variable of the environment, which git has set or the user has.
pub(super) type Variable = (&'static str, OsString);

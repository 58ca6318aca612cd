//! The content of objects of git, from one process that stays.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use super::{MOST_BYTES, command, failed, missing};
use crate::diagnostic::Message;
use crate::error::Error;

/// A `git cat-file --batch` process: gives the content of objects, one after the other.
#[derive(Debug)]
pub(super) struct Blobs {
    folder: PathBuf,
    child: Child,
    ask: Option<ChildStdin>,
    answer: BufReader<ChildStdout>,
}

impl Blobs {
    pub(super) fn open(folder: &Path) -> Result<Self, Error> {
        let mut command = command(folder, &["cat-file", "--batch"]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().map_err(missing)?;
        let (ask, answer) = (child.stdin.take(), child.stdout.take());
        let Some(answer) = answer else { return Err(failed("stdout")) };
        let answer = BufReader::new(answer);
        Ok(Self { folder: folder.to_owned(), child, ask, answer })
    }

    pub(super) fn read(&mut self, id: &str, path: &str) -> Result<Vec<u8>, Error> {
        let content = self.content(id).map_err(|cause| failed(&cause.to_string()))?;
        // A process with unread output is killed.
        if content.as_ref().is_some_and(|content| content.len() as u64 > MOST_BYTES) {
            *self = Self::open(&self.folder.clone())?;
        }
        content.ok_or_else(|| Error::Usage(Message::new("git-absent-object").with("path", path)))
    }

    /// `id blob size`, the content and a line end; or `id missing`.
    pub(super) fn content(&mut self, id: &str) -> io::Result<Option<Vec<u8>>> {
        let ask = self.ask.as_mut().ok_or(io::ErrorKind::BrokenPipe)?;
        writeln!(ask, "{id}").and_then(|()| ask.flush())?;
        let mut head = String::new();
        self.answer.read_line(&mut head)?;
        let mut facts = head.trim_end().split(' ').skip(1);
        let size = match (facts.next(), facts.next()) {
            (Some("blob"), Some(size)) => size.parse::<u64>().map_err(io::Error::other)?,
            (Some("missing"), _) => return Ok(None),
            _ => return Err(io::ErrorKind::UnexpectedEof.into()),
        };
        let mut content = Vec::new();
        self.answer.by_ref().take(size.min(MOST_BYTES + 1)).read_to_end(&mut content)?;
        if size > MOST_BYTES {
            return Ok(Some(content));
        }
        let mut end = [0];
        self.answer.read_exact(&mut end)?;
        Ok(Some(content))
    }
}

impl Drop for Blobs {
    fn drop(&mut self) {
        // It ends with its input, unless it is still sending.
        self.ask = None;
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

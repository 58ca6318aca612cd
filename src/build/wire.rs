//! What the program and its workers say to each other: a length, then so many bytes.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::fingerprint::Fingerprint;
use crate::diagnostic::Message;
use crate::diff::stored_figures::Figures;
use crate::digest::Digest;
use crate::messages::stored::StoredFinding;

/// No frame is longer; whoever announces more does not speak this language.
const LONGEST: usize = 1 << 30;

/// Writes one frame.
pub(crate) fn send(stream: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    let length = u32::try_from(bytes.len()).map_err(|_| io::Error::other("frame too long"))?;
    stream.write_all(&length.to_le_bytes())?;
    stream.write_all(bytes)
}

/// Reads one frame; `None` at the end of the stream.
pub(crate) fn receive(stream: &mut impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut length = [0; 4];
    match stream.read_exact(&mut length) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        Err(error) => return Err(error),
    }
    let length = u32::from_le_bytes(length) as usize;
    if length > LONGEST {
        return Err(io::Error::other("frame too long"));
    }
    let mut bytes = vec![0; length];
    stream.read_exact(&mut bytes)?;
    Ok(Some(bytes))
}

/// Writes `value` as one frame.
pub(crate) fn send_value(stream: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    send(stream, &serde_json::to_vec(value)?)
}

/// The value in a frame.
pub(crate) fn value<T: for<'de> Deserialize<'de>>(frame: &[u8]) -> io::Result<T> {
    Ok(serde_json::from_slice(frame)?)
}

/// One directive to work on. Its path follows in a frame of its own, for it need not be UTF-8.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Job {
    /// Its path in the project.
    pub name: String,
    /// Where it is.
    #[serde(skip)]
    pub path: PathBuf,
    /// Whether its figures are wanted, too.
    pub with_figures: bool,
    /// Whether a document is wanted, or its figures alone.
    pub with_document: bool,
    /// The directive that bears its number already.
    pub number_of: Option<String>,
    /// Which of its numbers are borne already, where its copies have their own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taken: Vec<String>,
    /// What the document that is there was set from: it is not set once more from the same.
    pub known: Option<Digest>,
    /// The same of its copies, by the names of their files.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub known_copies: BTreeMap<String, Digest>,
    /// Which part of the copies is wanted, of how many parts; the general document goes with the
    /// first one.
    #[serde(default)]
    pub part: CopiesPart,
    /// A PDF, as bytes of its path, that is to be compared with what the directive gives. Then the
    /// rules are not asked, and there are no copies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against: Option<Vec<u8>>,
}

/// A part of the copies of a directive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct CopiesPart {
    /// From 0.
    pub index: usize,
    /// How many there are.
    pub count: usize,
}

impl Default for CopiesPart {
    fn default() -> Self {
        Self { index: 0, count: 1 }
    }
}

impl CopiesPart {
    /// Whether the general document goes with it.
    #[must_use]
    pub(crate) fn is_first(self) -> bool {
        self.index == 0
    }

    /// Which of `count` copies it has.
    #[must_use]
    pub(crate) fn of(self, count: usize) -> Range<usize> {
        let at = |index: usize| count * index / self.count;
        at(self.index)..at(self.index + 1)
    }
}

impl Job {
    /// A document to be made, whatever there is.
    #[must_use]
    pub(crate) fn document(name: &str, path: &Path) -> Self {
        Self {
            name: name.to_owned(),
            path: path.to_owned(),
            with_figures: false,
            with_document: true,
            number_of: None,
            taken: Vec::new(),
            known: None,
            known_copies: BTreeMap::new(),
            part: CopiesPart::default(),
            against: None,
        }
    }
}

/// The first thing a worker says.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Ready {
    /// It can work, by this fingerprint.
    By(Fingerprint),
    /// It cannot; why.
    Not(Message),
}

/// A copy that was made, or would have been.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct CopyReply {
    /// From 1.
    pub at: usize,
    /// Number and symbol.
    pub number: String,
    /// Whom it is for.
    pub name: String,
    /// Its file without extension.
    pub file: String,
    /// How many pages it has; unknown where it was not set.
    pub pages: usize,
}

/// What a directive with copies wants besides each of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct CopiesReply {
    /// How many there are.
    pub count: usize,
    /// Whether there is a general document.
    pub has_general: bool,
    /// Whether there is a file with all of them.
    pub is_merged: bool,
    /// Whether each begins on the front of a sheet there.
    pub is_duplex: bool,
}

/// What came of one directive, or of one copy of it. So many frames follow as there are outputs.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Reply {
    /// Its findings, in the order they are printed.
    pub findings: Vec<StoredFinding>,
    /// A failure of the program.
    pub failure: Option<Message>,
    /// Whether the worker is no longer to be trusted.
    pub is_broken: bool,
    /// What was read, by path in the project; without a digest what was looked for in vain.
    pub inputs: BTreeMap<String, Option<Digest>>,
    /// Extension of each output.
    pub outputs: Vec<String>,
    /// What the document is set from.
    pub text: Option<Digest>,
    /// Whether that was known, so that it was not set.
    pub is_known: bool,
    /// The figures, when they were wanted and there are any.
    pub figures: Option<Figures>,
    /// The copy that this is about; another reply follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copy: Option<CopyReply>,
    /// What the directive wants of its copies, when it has any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copies: Option<CopiesReply>,
    /// What each stage took.
    pub phases: Vec<(String, u64)>,
    /// The most memory the worker ever had, in KiB; 0 where the system does not tell.
    pub peak: u64,
}

/// `path` as bytes.
#[must_use]
pub(crate) fn path_bytes(path: &Path) -> Vec<u8> {
    path.as_os_str().as_encoded_bytes().to_vec()
}

/// The path of these bytes.
#[must_use]
pub(crate) fn path_of(bytes: Vec<u8>) -> PathBuf {
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStringExt as _;
        PathBuf::from(OsString::from_vec(bytes))
    }
    #[cfg(not(unix))]
    {
        PathBuf::from(OsString::from(String::from_utf8_lossy(&bytes).into_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_are_read_as_they_were_sent() {
        let mut stream = Vec::new();
        send(&mut stream, b"one").expect("a vector takes all");
        send(&mut stream, b"").expect("a vector takes all");
        let mut stream = stream.as_slice();
        assert_eq!(receive(&mut stream).expect("a frame"), Some(b"one".to_vec()));
        assert_eq!(receive(&mut stream).expect("a frame"), Some(Vec::new()));
        assert_eq!(receive(&mut stream).expect("the end"), None);
    }

    #[test]
    fn a_frame_that_breaks_off_is_an_error() {
        let mut stream: &[u8] = &[9, 0, 0, 0, 1];
        assert!(receive(&mut stream).is_err());
        let mut stream: &[u8] = &[255, 255, 255, 255];
        assert!(receive(&mut stream).is_err());
    }
}

//! An editor as the server sees it: messages of JSON-RPC over the streams of a process.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::project::Project;

/// No answer takes longer, on a busy machine either.
const PATIENCE: Duration = Duration::from_mins(1);

/// A running server and what it has said so far.
pub(super) struct Client<'p> {
    project: &'p Project,
    child: Child,
    stdin: Option<ChildStdin>,
    messages: Receiver<Value>,
    next_id: i64,
    versions: BTreeMap<String, i64>,
    texts: BTreeMap<String, String>,
    notifications: Vec<Value>,
}

impl<'p> Client<'p> {
    /// Starts the server for `project`.
    pub(super) fn start(project: &'p Project) -> Self {
        Self::start_with(project, &json!({}), &[])
    }

    /// Starts it with options of the editor and of the command line.
    pub(super) fn start_with(project: &'p Project, options: &Value, arguments: &[&str]) -> Self {
        let mut command = project.command();
        command.arg("lsp").args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().expect("the server starts");
        let mut stdout = BufReader::new(child.stdout.take().expect("a pipe"));
        let (sender, messages) = channel();
        std::thread::spawn(move || {
            while let Some(message) = read(&mut stdout) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        let stdin = child.stdin.take();
        let mut client = Self {
            project,
            child,
            stdin,
            messages,
            next_id: 1,
            versions: BTreeMap::new(),
            texts: BTreeMap::new(),
            notifications: Vec::new(),
        };
        let root = client.uri("");
        let params = json!({
            "processId": null,
            "rootUri": root,
            "capabilities": {},
            "workspaceFolders": [{"uri": root, "name": "project"}],
            "initializationOptions": options,
        });
        client.request("initialize", params);
        client.notify("initialized", json!({}));
        client
    }

    /// The address of a file of the project.
    pub(super) fn uri(&self, name: &str) -> String {
        format!("file://{}", self.project.path(name).display())
    }

    /// The address as a short word.
    fn name(&self, uri: &str) -> String {
        let root = format!("file://{}", self.project.path("").display());
        let name = uri.strip_prefix(&root).unwrap_or(uri);
        name.trim_start_matches('/').to_owned()
    }

    /// Opens a file of the disk in the editor.
    pub(super) fn open(&mut self, name: &str) {
        let text = self.project.output_file(name);
        let item = json!({
            "uri": self.uri(name), "languageId": "yaml", "version": 1, "text": text,
        });
        self.versions.insert(name.to_owned(), 1);
        self.texts.insert(name.to_owned(), text);
        self.notify("textDocument/didOpen", json!({"textDocument": item}));
    }

    /// Replaces the first `before` of an open document by `after`, as if it had been typed.
    pub(super) fn edit(&mut self, name: &str, before: &str, after: &str) {
        let text = self.texts[name].clone();
        let start = text.find(before).unwrap_or_else(|| panic!("no `{before}` in {name}"));
        let range = json!({
            "start": position(&text, start), "end": position(&text, start + before.len()),
        });
        self.texts.insert(name.to_owned(), text.replacen(before, after, 1));
        self.changed(name, &json!([{"range": range, "text": after}]));
    }

    /// Replaces the whole text.
    pub(super) fn replace(&mut self, name: &str, text: &str) {
        self.texts.insert(name.to_owned(), text.to_owned());
        self.changed(name, &json!([{"text": text}]));
    }

    fn changed(&mut self, name: &str, changes: &Value) {
        let version = self.versions.get_mut(name).expect("it is open");
        *version += 1;
        let id = json!({"uri": format!("file://{}", self.project.path(name).display()),
            "version": *version});
        let params = json!({"textDocument": id, "contentChanges": changes});
        self.notify("textDocument/didChange", params);
    }

    /// Document and position of the first `words` of an open document; `^` in them is the cursor.
    pub(super) fn at(&self, name: &str, words: &str) -> Value {
        let cursor = words.find('^').expect("a cursor");
        let found = self.texts[name].find(&words.replacen('^', "", 1));
        let start = found.unwrap_or_else(|| panic!("no `{words}` in {name}"));
        let position = position(&self.texts[name], start + cursor);
        json!({"textDocument": {"uri": self.uri(name)}, "position": position})
    }

    /// Sends a request, and waits for its result.
    pub(super) fn request(&mut self, method: &str, params: Value) -> Value {
        let answer = self.answer(method, params);
        assert!(answer["error"].is_null(), "{method}: {answer}");
        answer["result"].clone()
    }

    /// The same, with the answer as it comes.
    #[expect(clippy::needless_pass_by_value, reason = "parameters are made for one request")]
    pub(super) fn answer(&mut self, method: &str, params: Value) -> Value {
        let id = self.next_id;
        self.next_id += 1;
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
        loop {
            let message = self.message();
            if message["id"] == id && message["method"].is_null() {
                return message;
            }
            self.notifications.push(message);
        }
    }

    /// What was told last of a file, once the server has answered all that was sent before:
    /// `line:column severity code message`, lines and columns from 0.
    pub(super) fn diagnostics(&mut self, name: &str) -> Vec<String> {
        // Findings are told behind the messages that came together; an answer says they were.
        let id = json!({"textDocument": {"uri": self.uri(name)}});
        self.request("textDocument/foldingRange", id.clone());
        self.request("textDocument/foldingRange", id);
        let uri = self.uri(name);
        let told = self.notifications.iter().rev().find(|it| {
            it["method"] == "textDocument/publishDiagnostics" && it["params"]["uri"] == uri
        });
        let told = told.map(|it| it["params"]["diagnostics"].clone()).unwrap_or_default();
        let line = |it: &Value| {
            let severity = match it["severity"].as_u64() {
                Some(1) => "error",
                Some(2) => "warning",
                _ => "info",
            };
            format!(
                "{} {severity} {} {}",
                range(&it["range"]),
                it["code"].as_str().unwrap(),
                it["message"].as_str().unwrap().replace('\n', " / ")
            )
        };
        told.as_array().into_iter().flatten().map(line).collect()
    }

    /// Tells something.
    #[expect(clippy::needless_pass_by_value, reason = "parameters are made for one message")]
    pub(super) fn notify(&mut self, method: &str, params: Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    fn send(&mut self, message: &Value) {
        let text = message.to_string();
        let stdin = self.stdin.as_mut().expect("it is open");
        write!(stdin, "Content-Length: {}\r\n\r\n{text}", text.len()).expect("it listens");
        stdin.flush().expect("it listens");
    }

    fn message(&mut self) -> Value {
        self.messages.recv_timeout(PATIENCE).expect("an answer in time")
    }

    /// Says goodbye; the exit code of the server.
    pub(super) fn stop(mut self) -> Option<i32> {
        self.request("shutdown", Value::Null);
        self.notify("exit", Value::Null);
        self.stdin = None;
        self.child.wait().expect("it ends").code()
    }

    /// Leaves without a word; the exit code of the server.
    pub(super) fn leave(mut self) -> Option<i32> {
        self.stdin = None;
        self.child.wait().expect("it ends").code()
    }

    /// The locations of an answer, as `file line:column-line:column`.
    pub(super) fn locations(&self, answer: &Value) -> Vec<String> {
        let location = |it: &Value| {
            format!("{} {}", self.name(it["uri"].as_str().unwrap()), range(&it["range"]))
        };
        answer.as_array().into_iter().flatten().map(location).collect()
    }

    /// The texts of open and other documents after an edit of the workspace.
    pub(super) fn applied(&self, edit: &Value) -> Vec<(String, String)> {
        let changes = edit["changes"].as_object().expect("there are changes");
        let after = |(uri, edits): (&String, &Value)| {
            let name = self.name(&uri.replace("%20", " "));
            let text = self.texts.get(&name).cloned();
            let text = text.unwrap_or_else(|| self.project.output_file(&name));
            (name, apply(&text, edits.as_array().expect("a list")))
        };
        let mut texts: Vec<(String, String)> = changes.iter().map(after).collect();
        texts.sort();
        texts
    }
}

impl Drop for Client<'_> {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// `line:column-line:column`
pub(super) fn range(range: &Value) -> String {
    let point = |it: &Value| format!("{}:{}", it["line"], it["character"]);
    format!("{}-{}", point(&range["start"]), point(&range["end"]))
}

/// A position of byte `offset`, in UTF-16 units, found without the program.
fn position(text: &str, offset: usize) -> Value {
    let before = &text[..offset];
    let line = before.matches('\n').count();
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let units = before[start..].encode_utf16().count();
    json!({"line": line, "character": units})
}

fn offset(text: &str, position: &Value) -> usize {
    let line = usize::try_from(position["line"].as_u64().unwrap()).unwrap();
    let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let mut units = usize::try_from(position["character"].as_u64().unwrap()).unwrap();
    for (at, sign) in text[start..].char_indices() {
        if units == 0 {
            return start + at;
        }
        units -= sign.len_utf16();
    }
    text.len()
}

fn apply(text: &str, edits: &[Value]) -> String {
    let place = |edit: &Value| {
        let range = &edit["range"];
        offset(text, &range["start"])..offset(text, &range["end"])
    };
    let mut edits: Vec<_> =
        edits.iter().map(|it| (place(it), it["newText"].as_str().unwrap())).collect();
    edits.sort_by_key(|(range, _)| range.start);
    let mut after = text.to_owned();
    for (range, with) in edits.into_iter().rev() {
        after.replace_range(range, with);
    }
    after
}

/// Reads a message; nothing when the server has ended.
fn read(stream: &mut BufReader<ChildStdout>) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let line = line.trim();
        if line.is_empty() {
            break;
        }
        if let Some(count) = line.strip_prefix("Content-Length: ") {
            length = count.parse().ok()?;
        }
    }
    let mut bytes = vec![0; length];
    stream.read_exact(&mut bytes).ok()?;
    serde_json::from_slice(&bytes).ok()
}

/// How long `work` takes at least, of several times.
pub(super) fn fastest(mut work: impl FnMut()) -> Duration {
    let time = |_| {
        let begin = Instant::now();
        work();
        begin.elapsed()
    };
    (0..5).map(time).min().expect("several times")
}

"use strict";

// An editor without a window: the client library of npm, and texts that change.

const assert = require("node:assert/strict");
const { spawn } = require("node:child_process");
const { pathToFileURL, fileURLToPath } = require("node:url");
const fs = require("node:fs");
const path = require("node:path");
const lsp = require("vscode-languageserver-protocol/node");
const { environment } = require("./project.js");

/** No answer takes longer, on a busy machine either. */
const PATIENCE = 20_000;

/** What an editor of today says of itself, as far as it concerns the server. */
const CAPABILITIES = {
  general: { positionEncodings: ["utf-16"] },
  workspace: {
    workspaceFolders: true,
    applyEdit: true,
    workspaceEdit: { documentChanges: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: {
    synchronization: { didSave: true },
    completion: { completionItem: { snippetSupport: false, documentationFormat: ["markdown", "plaintext"] } },
    hover: { contentFormat: ["markdown", "plaintext"] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "source", "source.fixAll"] } },
      isPreferredSupport: true,
    },
    rename: { prepareSupport: true },
    publishDiagnostics: { versionSupport: true, relatedInformation: true, codeDescriptionSupport: true },
    foldingRange: { lineFoldingOnly: true },
    inlayHint: {},
  },
};

class Editor {
  /** Starts `command` for the project; `options` are those of the editor for the server. */
  static async start(project, { command, args = ["lsp"], options = {}, capabilities = CAPABILITIES, settings, isVersioned = true } = {}) {
    const editor = new Editor(project, command ?? project.program, args, settings);
    editor.isVersioned = isVersioned;
    const root = editor.uri("");
    editor.initialized = await editor.ask(lsp.InitializeRequest.type, {
      processId: process.pid,
      clientInfo: { name: "vanthu-tests" },
      locale: "vi",
      rootUri: root,
      capabilities,
      workspaceFolders: [{ uri: root, name: "project" }],
      initializationOptions: options,
    });
    await editor.tell(lsp.InitializedNotification.type, {});
    return editor;
  }

  constructor(project, command, args, settings) {
    this.project = project;
    this.texts = new Map();
    this.versions = new Map();
    this.told = new Map();
    this.registered = [];
    this.logged = [];
    this.waiting = [];
    this.errors = "";
    this.child = spawn(command, args, { cwd: "/", env: environment(), stdio: "pipe" });
    this.child.stderr.on("data", (bytes) => (this.errors += bytes));
    this.ended = new Promise((resolve) => this.child.on("close", resolve));
    const reader = new lsp.StreamMessageReader(this.child.stdout);
    const writer = new lsp.StreamMessageWriter(this.child.stdin);
    this.connection = lsp.createProtocolConnection(reader, writer);
    this.connection.onNotification(lsp.PublishDiagnosticsNotification.type, (params) => {
      this.told.set(decodeURIComponent(params.uri), params);
      this.waiting = this.waiting.filter((it) => !it());
    });
    this.connection.onNotification(lsp.LogMessageNotification.type, (it) => this.logged.push(it.message));
    this.connection.onRequest(lsp.RegistrationRequest.type, (params) => {
      this.registered.push(...params.registrations);
    });
    // What a YAML server asks its editor for.
    this.connection.onRequest(lsp.ConfigurationRequest.type, (params) =>
      params.items.map((item) => (item.section === "yaml" ? (settings ?? null) : null)),
    );
    this.connection.onError(([error]) => this.logged.push(String(error)));
    this.connection.listen();
  }

  uri(name) {
    return pathToFileURL(this.project.path(name)).href.replace(/\/$/, "");
  }

  /** The path in the project of an address. */
  name(uri) {
    return path.relative(this.project.folder, fileURLToPath(uri)).replaceAll("\\", "/");
  }

  /** Asks the server, and waits for its result; an error of the server is thrown. */
  ask(type, params) {
    let timer = null;
    const late = new Promise((_, reject) => {
      const method = typeof type === "string" ? type : type.method;
      timer = setTimeout(() => reject(new Error(`${method}: no answer in time`)), PATIENCE);
    });
    const gone = this.ended.then((code) => {
      throw new Error(`the server has ended with ${code}: ${this.errors}`);
    });
    gone.catch(() => {});
    const answer = this.connection.sendRequest(type, ...(params === undefined ? [] : [params]));
    return Promise.race([answer, late, gone]).finally(() => clearTimeout(timer));
  }

  tell(type, params) {
    return this.connection.sendNotification(type, params);
  }

  /** The error that a request is refused with. */
  async refused(type, params) {
    let answer = null;
    try {
      answer = await this.ask(type, params);
    } catch (error) {
      if (error.code === undefined) throw error;
      return error;
    }
    return assert.fail(`it is answered: ${JSON.stringify(answer)}`);
  }

  async open(name, text = this.project.read(name), languageId = "yaml") {
    this.texts.set(name, text);
    this.versions.set(name, 1);
    const textDocument = { uri: this.uri(name), languageId, version: 1, text };
    await this.tell(lsp.DidOpenTextDocumentNotification.type, { textDocument });
  }

  async close(name) {
    this.texts.delete(name);
    await this.tell(lsp.DidCloseTextDocumentNotification.type, { textDocument: { uri: this.uri(name) } });
  }

  /** Saves what is in the editor. */
  async save(name) {
    this.project.write(name, this.texts.get(name));
    await this.tell(lsp.DidSaveTextDocumentNotification.type, { textDocument: { uri: this.uri(name) } });
  }

  /** Puts `after` in the place of the text from `start` to `end`. */
  async splice(name, start, end, after) {
    const text = this.texts.get(name);
    const range = { start: position(text, start), end: position(text, end) };
    this.texts.set(name, text.slice(0, start) + after + text.slice(end));
    await this.changed(name, [{ range, text: after }]);
  }

  /** Puts `after` in the place of the first `before`. */
  async edit(name, before, after) {
    const start = this.find(name, before);
    await this.splice(name, start, start + before.length, after);
  }

  /** Types `words` behind the first `before`, letter by letter. */
  async type(name, before, words) {
    let at = this.find(name, before) + before.length;
    for (const letter of words) {
      await this.splice(name, at, at, letter);
      at += letter.length;
    }
  }

  async replace(name, text) {
    this.texts.set(name, text);
    await this.changed(name, [{ text }]);
  }

  async changed(name, contentChanges) {
    const version = this.versions.get(name) + 1;
    this.versions.set(name, version);
    if (!this.isVersioned) this.told.delete(decodeURIComponent(this.uri(name)));
    const textDocument = { uri: this.uri(name), version };
    await this.tell(lsp.DidChangeTextDocumentNotification.type, { textDocument, contentChanges });
  }

  find(name, words) {
    const found = this.texts.get(name).indexOf(words);
    assert.ok(found >= 0, `no \`${words}\` in ${name}`);
    return found;
  }

  /** Document and position of the first `words` of an open document; `^` in them is the cursor. */
  at(name, words) {
    const cursor = words.indexOf("^");
    assert.ok(cursor >= 0, `no cursor in \`${words}\``);
    const offset = this.find(name, words.replace("^", "")) + cursor;
    return { textDocument: { uri: this.uri(name) }, position: position(this.texts.get(name), offset) };
  }

  document(name) {
    return { textDocument: { uri: this.uri(name) } };
  }

  /**
   * Waits until all that was sent before has been taken in, also by documents that were not
   * changed themselves. Findings are told behind the messages that came together.
   */
  async settled() {
    const id = { textDocument: { uri: this.uri("vanthu.yaml") } };
    await this.ask(lsp.FoldingRangeRequest.type, id);
    await this.ask(lsp.FoldingRangeRequest.type, id);
  }

  /** The findings of the text as it is now. */
  async diagnostics(name) {
    const uri = decodeURIComponent(this.uri(name));
    const version = this.isVersioned ? this.versions.get(name) : undefined;
    const isIt = () => {
      const told = this.told.get(uri);
      return told !== undefined && (version === undefined || told.version === version);
    };
    if (!isIt()) {
      await new Promise((resolve, reject) => {
        const late = () => reject(new Error(`${name}: version ${version} was not examined in time`));
        const timer = setTimeout(late, PATIENCE);
        this.waiting.push(() => {
          if (isIt()) {
            clearTimeout(timer);
            resolve();
          }
          return isIt();
        });
      });
    }
    return this.told.get(uri).diagnostics;
  }

  /** The same, without what need not be done. */
  async problems(name) {
    const all = await this.diagnostics(name);
    return all.filter((it) => it.severity <= lsp.DiagnosticSeverity.Warning);
  }

  /** The words at a range. */
  words(name, range) {
    const text = this.texts.get(name) ?? this.project.read(name);
    return text.slice(offset(text, range.start), offset(text, range.end));
  }

  /** Locations as `file line:column words`, lines and columns from 1. */
  places(locations) {
    return (locations ?? []).map((it) => {
      const name = this.name(it.uri);
      const { line, character } = it.range.start;
      return `${name} ${line + 1}:${character + 1} ${this.words(name, it.range)}`;
    });
  }

  async hover(name, words) {
    const answer = await this.ask(lsp.HoverRequest.type, this.at(name, words));
    return answer === null ? "" : answer.contents.value;
  }

  completion(name, words) {
    return this.completionAt(name, this.find(name, words.replace("^", "")) + words.indexOf("^"));
  }

  async completionAt(name, offset) {
    const at = { ...this.document(name), position: position(this.texts.get(name), offset) };
    const answer = await this.ask(lsp.CompletionRequest.type, at);
    return Array.isArray(answer) ? answer : (answer?.items ?? []);
  }

  async definition(name, words) {
    return this.places(await this.ask(lsp.DefinitionRequest.type, this.at(name, words)));
  }

  async references(name, words, includeDeclaration = true) {
    const params = { ...this.at(name, words), context: { includeDeclaration } };
    return this.places(await this.ask(lsp.ReferencesRequest.type, params));
  }

  rename(name, words, newName) {
    return this.ask(lsp.RenameRequest.type, { ...this.at(name, words), newName });
  }

  /** Actions at the place of a finding, as an editor asks for them. */
  actions(name, range, only) {
    const all = this.told.get(decodeURIComponent(this.uri(name)))?.diagnostics ?? [];
    const overlaps = (it) => compare(it.range.start, range.end) <= 0 && compare(range.start, it.range.end) <= 0;
    const context = { diagnostics: all.filter(overlaps), triggerKind: 1, ...(only ? { only } : {}) };
    return this.ask(lsp.CodeActionRequest.type, { ...this.document(name), range, context });
  }

  /** The texts after an edit of the workspace, by file. */
  applied(edit) {
    const byFile = new Map();
    for (const [uri, edits] of Object.entries(edit.changes ?? {})) byFile.set(this.name(uri), edits);
    for (const change of edit.documentChanges ?? []) {
      byFile.set(this.name(change.textDocument.uri), change.edits);
    }
    const after = {};
    for (const [name, edits] of byFile) {
      after[name] = apply(this.texts.get(name) ?? this.project.read(name), edits);
    }
    return after;
  }

  /** Processor time of the server in milliseconds, where the system tells it. */
  processor() {
    try {
      const text = fs.readFileSync(`/proc/${this.child.pid}/stat`, "utf8");
      const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
      return (Number(fields[11]) + Number(fields[12])) * 10;
    } catch {
      return 0;
    }
  }

  /** Says goodbye; the exit code of the server. */
  async stop() {
    await this.ask(lsp.ShutdownRequest.type);
    await this.tell(lsp.ExitNotification.type);
    return this.gone();
  }

  /** Leaves without a word; the exit code of the server. */
  leave() {
    this.child.stdin.end();
    return this.gone();
  }

  async gone() {
    let timer = null;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error("the server does not end")), PATIENCE);
    });
    const code = await Promise.race([this.ended, late]).finally(() => clearTimeout(timer));
    this.connection.dispose();
    return code;
  }

  kill() {
    this.child.kill();
    this.connection.dispose();
  }
}

/** The position of an offset. Strings of this language are counted in UTF-16 units, as the protocol wants it. */
function position(text, offset) {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length - 1, character: before[before.length - 1].length };
}

function offset(text, { line, character }) {
  const ends = /\r\n|\n|\r/g;
  for (let at = 0; at < line; at += 1) assert.ok(ends.exec(text), `the text has no line ${line}`);
  return ends.lastIndex + character;
}

function compare(one, other) {
  return one.line - other.line || one.character - other.character;
}

/** `text` after edits, which must not overlap. */
function apply(text, edits) {
  const sorted = [...edits].sort((one, other) => compare(other.range.start, one.range.start));
  let end = text.length;
  for (const edit of sorted) {
    const [from, to] = [offset(text, edit.range.start), offset(text, edit.range.end)];
    assert.ok(from <= to && to <= end, `edits overlap: ${JSON.stringify(edits)}`);
    end = from;
    text = text.slice(0, from) + edit.newText + text.slice(to);
  }
  return text;
}

module.exports = { Editor, lsp, position, offset, apply };

"use strict";

// Starts `vanthu` for the editor: as a language server, for the pages beside the text, in a
// terminal. Everything that is known about documents is known by the program.

const { spawn } = require("node:child_process");
const { randomBytes } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");
const commands = require("./commands");

/** The language server, and the pages that are shown. */
let client = null;
let shown = null;

const settings = () => vscode.workspace.getConfiguration("vanthu");
const program = () => settings().get("path", "vanthu");
const language = () => settings().get("language", "auto");

async function activate(context) {
  const register = (name, run) =>
    context.subscriptions.push(vscode.commands.registerCommand(`vanthu.${name}`, run));
  register("preview", () => preview());
  register("build", () => inTerminal(commands.build));
  register("diff", () => inTerminal(commands.diff));
  register("issue", issue);
  register("restart", async () => {
    await stop();
    await start();
  });
  context.subscriptions.push({ dispose: () => shown?.dispose() });
  await vscode.commands.executeCommand("setContext", "vanthu.active", true);
  await start();
}

async function deactivate() {
  shown?.dispose();
  await stop();
}

async function start() {
  const run = { command: program(), args: commands.server(language()) };
  // Keys are left to the YAML extension where it is there.
  const schema = vscode.extensions.getExtension("redhat.vscode-yaml") === undefined;
  const documentSelector = [
    { scheme: "file", language: "yaml" },
    { scheme: "file", pattern: "**/*.csv" },
  ];
  const options = { documentSelector, initializationOptions: { schema } };
  client = new LanguageClient("vanthu", "vanthu", run, options);
  try {
    await client.start();
  } catch (error) {
    failed(error);
  }
}

async function stop() {
  const old = client;
  client = null;
  await old?.stop().catch(() => {});
}

function failed(error) {
  const text = "The program {0} cannot be started: {1}";
  vscode.window.showErrorMessage(vscode.l10n.t(text, program(), error.message));
}

/** The document in front, saved. */
async function current() {
  const document = vscode.window.activeTextEditor?.document;
  if (!document || document.uri.scheme !== "file" || !/\.ya?ml$/i.test(document.fileName)) {
    vscode.window.showInformationMessage(vscode.l10n.t("Open a document of the project first"));
    return null;
  }
  await document.save();
  return document.fileName;
}

async function inTerminal(argumentsFor) {
  const file = await current();
  if (file) await run(argumentsFor(file), path.dirname(file));
}

async function run(args, cwd) {
  const execution = new vscode.ProcessExecution(program(), args, { cwd });
  const scope = vscode.workspace.getWorkspaceFolder(vscode.Uri.file(cwd)) ?? vscode.TaskScope.Workspace;
  const task = new vscode.Task({ type: "vanthu" }, scope, `vanthu ${args[0]}`, "vanthu", execution);
  await vscode.tasks.executeTask(task);
}

async function issue() {
  const file = await current();
  if (!file) return;
  const number = await vscode.window.showInputBox({ prompt: vscode.l10n.t("Number of the document") });
  if (!number) return;
  const date = await vscode.window.showInputBox({ prompt: vscode.l10n.t("Date of issue, year-month-day") });
  if (date) await run(commands.issue(file, number, date), path.dirname(file));
}

async function preview() {
  const file = await current();
  if (!file) return;
  shown?.dispose();
  const child = spawn(program(), commands.preview(file, language()), { cwd: path.dirname(file) });
  let printed = "";
  let said = "";
  let panel = null;
  const ended = (error) => {
    if (!panel && error) failed(error);
    panel?.dispose();
  };
  child.on("error", ended);
  child.on("exit", (code) => ended(code === null ? null : new Error(said.trim() || `${code}`)));
  child.stderr.on("data", (data) => (said += data));
  child.stdout.on("data", (data) => {
    printed += data;
    const url = commands.address(printed);
    if (url && !panel) panel = show(url, file, child);
  });
}

function show(url, file, child) {
  const title = `${vscode.l10n.t("Pages")}: ${path.basename(file)}`;
  const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
  const options = { enableScripts: true, retainContextWhenHidden: true, localResourceRoots: [] };
  const panel = vscode.window.createWebviewPanel("vanthu.preview", title, column, options);
  panel.webview.html = commands.frame(url, vscode.l10n.t("Pages"), randomBytes(16).toString("hex"));
  panel.webview.onDidReceiveMessage((message) => open(message, file));
  panel.onDidDispose(() => child.kill());
  shown = panel;
  return panel;
}

/** Opens the place that the page asks for, when it is a file of the project. */
async function open(message, file) {
  const place = commands.place(message);
  if (!place) return;
  const root = projectOf(path.dirname(file));
  const target = vscode.Uri.file(path.join(root, place.file));
  const document = await vscode.workspace.openTextDocument(target);
  const position = new vscode.Position(place.line - 1, 0);
  const selection = new vscode.Range(position, position);
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One, selection });
}

/** The nearest folder from `folder` upwards with a `vanthu.yaml`. */
function projectOf(folder) {
  for (let at = folder; ; at = path.dirname(at)) {
    if (fs.existsSync(path.join(at, "vanthu.yaml"))) return at;
    if (at === path.dirname(at)) return folder;
  }
}

module.exports = { activate, deactivate };

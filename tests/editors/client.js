#!/usr/bin/env node
"use strict";

// Drives `vanthu lsp` as an editor does, with the client library of npm.
//
//     NODE_PATH=target/tools/editors/node_modules node tests/editors/client.js target/quick/vanthu
//
// One line per fact. `tests/editors/run.sh` installs what is needed and runs this.

const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { Editor, lsp, apply } = require("./editor.js");
const { Project } = require("./project.js");
const { facts, has, hasNot, spread } = require("./facts.js");

/** Facts that do not hold yet, with the reason. It has to be empty. */
const WORDS = "only ids are known, not documents that are cited by their numbers";
const KNOWN = {
  "hover: a citation in words tells title and status": WORDS,
  "definition: from a citation in words to the catalog": WORDS,
};

const PROGRAM = path.resolve(process.argv[2] ?? "target/quick/vanthu");
const DOCUMENTS = path.join(__dirname, "project");
const GIAO = "data/giao.yaml";
const NHAC = "data/nhac.yaml";
const KHEN = "data/khen.yaml";
const CHU = "data/chu.yaml";
const CSV = "data/thon.csv";
const CATALOG = "data/catalog/chung.yaml";
const { fact, skip, finish } = facts(KNOWN);

/** Runs `check` with an editor in a new project. */
async function within(check, options) {
  const project = new Project(PROGRAM, DOCUMENTS);
  let editor = null;
  try {
    editor = await Editor.start(project, options);
    return await check(editor, project);
  } finally {
    editor?.kill();
    project.remove();
  }
}

/** A fact of a new server in a new project, with these files open. */
function fresh(name, files, check, options) {
  const opened = async (editor, project) => {
    for (const file of files) await editor.open(file);
    await check(editor, project);
  };
  return fact(name, () => within(opened, options));
}

const messages = (found) => found.map((it) => it.message);
const labels = (items) => items.map((it) => it.label);
const is_vietnamese = (text) => /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i.test(text);

async function lifecycle() {
  await fresh("start: the server names itself and all it can do", [], async (editor) => {
    const { capabilities, serverInfo } = editor.initialized;
    assert.equal(serverInfo.name, "vanthu");
    assert.match(serverInfo.version, /^\d+\.\d+/);
    assert.equal(capabilities.positionEncoding, "utf-16");
    assert.equal(capabilities.textDocumentSync.change, lsp.TextDocumentSyncKind.Incremental);
    for (const feature of [
      "completionProvider",
      "hoverProvider",
      "definitionProvider",
      "referencesProvider",
      "documentSymbolProvider",
      "foldingRangeProvider",
      "inlayHintProvider",
      "codeActionProvider",
    ]) {
      assert.ok(capabilities[feature], `no ${feature}`);
    }
    assert.equal(capabilities.renameProvider.prepareProvider, true);
  });

  await fresh("start: it asks to be told of files that others change", [GIAO], async (editor) => {
    await editor.diagnostics(GIAO);
    const methods = editor.registered.map((it) => it.method);
    assert.deepEqual(methods, ["workspace/didChangeWatchedFiles"]);
  });

  const plain = { capabilities: {} };
  await fresh("start: an editor that can do nothing is asked nothing", [GIAO], async (editor) => {
    assert.deepEqual(await editor.problems(GIAO), []);
    assert.deepEqual(editor.registered, []);
  }, plain);

  await fresh("end: exit code 0 after shutdown and exit", [GIAO], async (editor) => {
    await editor.settled();
    assert.equal(await editor.stop(), 0);
    assert.equal(editor.errors, "");
  });

  await fresh("end: exit code 0 also when other messages come between shutdown and exit", [GIAO], async (editor) => {
    await editor.settled();
    await editor.ask(lsp.ShutdownRequest.type);
    await editor.tell("$/setTrace", { value: "off" });
    await editor.tell(lsp.ExitNotification.type);
    assert.equal(await editor.gone(), 0);
  });

  await fresh("end: requests after shutdown are refused as invalid", [GIAO], async (editor) => {
    await editor.settled();
    await editor.ask(lsp.ShutdownRequest.type);
    const error = await editor.refused(lsp.HoverRequest.type, editor.at(GIAO, "total.ta^ng"));
    assert.equal(error.code, lsp.ErrorCodes.InvalidRequest);
    await editor.tell(lsp.ExitNotification.type);
    assert.equal(await editor.gone(), 0);
  });

  // Whether both are read at once is a matter of luck.
  await fact("end: at once, also when shutdown and exit come together", async () => {
    for (let time = 0; time < 10; time += 1) {
      await within(async (editor) => {
        await editor.settled();
        const framed = (message) => {
          const text = JSON.stringify({ jsonrpc: "2.0", ...message });
          return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
        };
        const begin = performance.now();
        editor.child.stdin.write(framed({ id: 4711, method: "shutdown" }) + framed({ method: "exit" }));
        assert.equal(await editor.gone(), 0);
        const seconds = (performance.now() - begin) / 1000;
        assert.ok(seconds < 5, `it took ${seconds.toFixed(1)} s`);
      });
    }
  });

  await fresh("end: exit code 1 when the editor is gone without a word", [GIAO], async (editor) => {
    assert.equal(await editor.leave(), 1);
  });

  await fresh("start: `--stdio` of the usual clients is taken", [GIAO], async (editor) => {
    assert.deepEqual(await editor.problems(GIAO), []);
  }, { args: ["lsp", "--stdio"] });

  await fresh("it writes no file", [GIAO, NHAC, KHEN, CHU, CSV, CATALOG], async (editor, project) => {
    const before = listing(project);
    await editor.type(GIAO, "năm 2024", " và 2025");
    await editor.diagnostics(GIAO);
    await editor.rename(GIAO, "total.ta^ng", "them");
    await editor.hover(GIAO, "total.ta^ng");
    assert.equal(await editor.stop(), 0);
    assert.deepEqual(listing(project), before);
  });
}

/** All files of a project and their texts. */
function listing(project) {
  const names = fs.readdirSync(project.folder, { recursive: true, withFileTypes: true });
  const files = names.filter((it) => it.isFile()).map((it) => path.join(it.parentPath ?? it.path, it.name));
  return files.sort().map((it) => [it, fs.readFileSync(it, "utf8")]);
}

async function diagnostics() {
  await fresh("diagnostics: a good document has none", [GIAO, NHAC, KHEN], async (editor) => {
    for (const name of [GIAO, NHAC, KHEN]) assert.deepEqual(messages(await editor.diagnostics(name)), []);
  });

  await fresh("diagnostics: they come and go as one types", [GIAO], async (editor) => {
    await editor.type(GIAO, "chi_tieu.total.tang", "g");
    const [found, ...more] = await editor.diagnostics(GIAO);
    assert.deepEqual(more, []);
    assert.equal(found.code, "N011");
    assert.equal(found.source, "vanthu");
    assert.equal(found.severity, lsp.DiagnosticSeverity.Error);
    has(found.message, "bảng không có cột số `tangg`");
    has(found.message, "ý bạn là `tang`?");
    has(editor.words(GIAO, found.range), "chi_tieu.total.tangg");
    await editor.edit(GIAO, "tangg", "tang");
    assert.deepEqual(messages(await editor.diagnostics(GIAO)), []);
  });

  await fresh("diagnostics: fast typing is followed to the last letter", [GIAO], async (editor) => {
    await editor.edit(GIAO, "năm 2024", "");
    await editor.type(GIAO, "giao các thôn tăng", " năm 2024 là {{ chi_tieu.total.tang }} người, tức");
    await editor.type(GIAO, "declared: {tang: 4", "6");
    const found = messages(await editor.diagnostics(GIAO)).join("\n");
    has(found, "khai là 465");
    hasNot(found, "tham chiếu");
    hasNot(found, "không có cột");
  });

  await fresh("diagnostics: all are in Vietnamese", [GIAO], async (editor) => {
    for (const [before, after] of [
      ["kind: cong-van", "kind: cong-vn"],
      ["subject: giao", "subjetc: giao"],
      ["date: 2024-03", "date: 32/13/2024"],
      ["  - nq-28-nq-tw-2018", "  - nq-28-nq-tw-2019"],
      ["declared: {tang: 45}", "declared: {tang: 46}"],
      ["id: chu-tich", "id: chu-tick"],
      ["formula: tn_2024 - tn_2023", "formula: tn_2024 - tn_202"],
      ["[100, 120]", "[100, 12o]"],
      ["kind: cong-van", "kind: [cong-van"],
    ]) {
      const text = editor.texts.get(GIAO);
      await editor.edit(GIAO, before, after);
      const found = messages(await editor.diagnostics(GIAO));
      assert.ok(found.length > 0, `\`${after}\` is not found`);
      for (const it of found) assert.ok(is_vietnamese(it), `\`${after}\`: ${it}`);
      await editor.replace(GIAO, text);
    }
    assert.deepEqual(messages(await editor.diagnostics(GIAO)), []);
  });

  await fresh("diagnostics: in English when the command line says so", [GIAO], async (editor) => {
    await editor.edit(GIAO, "total.tang", "total.tangg");
    has(messages(await editor.diagnostics(GIAO)).join(), "no column of figures `tangg`");
  }, { args: ["lsp", "--lang", "en"] });

  await fresh("diagnostics: the same as `vanthu check` prints", [GIAO], async (editor, project) => {
    await editor.edit(GIAO, "total.tang", "total.tangg");
    await editor.edit(GIAO, "declared: {tang: 45}", "declared: {tang: 46}");
    const found = await editor.diagnostics(GIAO);
    await editor.save(GIAO);
    const { stdout } = project.run("check", "--format", "json", GIAO);
    const told = stdout.trim().split("\n").map((line) => JSON.parse(line));
    const printed = told.map((it) => `${it.line}:${it.code}`);
    assert.deepEqual(found.map((it) => `${it.range.start.line + 1}:${it.code}`).sort(), printed.sort());
  });

  await fresh("diagnostics: of an unsaved catalog, in all that name it", [GIAO, NHAC, CATALOG], async (editor) => {
    await editor.edit(CATALOG, "  nq-28-nq-tw-2018:", "  nq-28:");
    await editor.settled();
    for (const name of [GIAO, NHAC]) {
      const found = messages(await editor.problems(name)).join("\n");
      has(found, "nq-28-nq-tw-2018");
    }
    has(messages(await editor.diagnostics(CATALOG)).join(), "nq-28-nq-tw-2018");
    await editor.edit(CATALOG, "  nq-28:", "  nq-28-nq-tw-2018:");
    await editor.settled();
    for (const name of [GIAO, NHAC, CATALOG]) assert.deepEqual(messages(await editor.problems(name)), []);
  });

  await fresh("diagnostics: of rows, in the file of rows", [NHAC, CSV], async (editor) => {
    await editor.edit(CSV, "60,50", "60,5o");
    await editor.settled();
    const found = await editor.diagnostics(CSV);
    assert.equal(found.length, 1, JSON.stringify(found));
    has(found[0].message, "5o");
    assert.equal(editor.words(CSV, found[0].range), "5o");
  });

  await fresh("diagnostics: of a file that another program changes", [GIAO], async (editor, project) => {
    assert.deepEqual(messages(await editor.problems(GIAO)), []);
    const text = project.read(CATALOG);
    project.write(CATALOG, text.replace("  nq-28-nq-tw-2018:", "  nq-29:"));
    const changes = [{ uri: editor.uri(CATALOG), type: lsp.FileChangeType.Changed }];
    await editor.tell(lsp.DidChangeWatchedFilesNotification.type, { changes });
    await editor.settled();
    has(messages(await editor.diagnostics(GIAO)).join(), "nq-28-nq-tw-2018");
  });

  await fresh("diagnostics: none are left when a document is closed", [GIAO], async (editor) => {
    await editor.edit(GIAO, "total.tang", "total.tangg");
    assert.equal((await editor.diagnostics(GIAO)).length, 1);
    await editor.close(GIAO);
    await editor.open(NHAC);
    await editor.diagnostics(NHAC);
    assert.deepEqual(editor.told.get(decodeURIComponent(editor.uri(GIAO))).diagnostics, []);
  });
}

/** The quick fixes at the first finding of `code`. */
async function fixes(editor, name, code) {
  const found = (await editor.diagnostics(name)).find((it) => it.code === code);
  assert.ok(found, `no ${code} in ${name}: ${messages(await editor.diagnostics(name))}`);
  const actions = await editor.actions(name, found.range, ["quickfix"]);
  assert.ok(actions?.length, `no quick fix of ${code}: ${found.message}`);
  return actions;
}

async function quickFixes() {
  // What is near a name that is known says so; taking it is the quick fix.
  for (const [what, code, before, after] of [
    ["a key", "Y003", "recipients:", "recipient:"],
    ["a key within", "Y003", "{unit: VP}", "{unt: VP}"],
    ["a kind", "N001", "kind: cong-van", "kind: cong-vn"],
    ["a value of a closed list", "N001", "status: draft", "status: drafft"],
    ["a column in a text", "N011", "total.tang", "total.tangg"],
    ["a table in a text", "N011", "{{ chi_tieu.total", "{{ chi_tie.total"],
    ["a row in a text", "N011", '["Thôn Hạ"]', '["Thôn Hà"]'],
    ["a document in a text", "N011", 'cite("nq-28', 'cite("nq-29'],
    ["a table of an appendix", "N011", 'appendix("chi-tieu"', 'appendix("chi-tiu"'],
    ["a document", "N019", "  - nq-28", "  - nq-29"],
    ["a signatory", "N019", "id: chu-tich", "id: chu-tick"],
    ["an issuer", "N019", "id: ubnd-an-binh", "id: ubnd-an-bin"],
    ["a column in a formula", "N010", "tn_2024 - tn_2023", "tn_2024 - tn_2033"],
    ["a column of `declared`", "N008", "declared: {tang", "declared: {tan"],
  ]) {
    await fresh(`quick fix: ${what} with a mistake`, [GIAO], async (editor) => {
      const good = editor.texts.get(GIAO);
      await editor.edit(GIAO, before, after);
      const [action] = await fixes(editor, GIAO, code);
      assert.equal(action.kind, "quickfix");
      assert.ok(is_vietnamese(action.title), action.title);
      assert.equal(action.diagnostics.length, 1);
      const fixed = editor.applied(action.edit);
      assert.deepEqual(fixed, { [GIAO]: good });
      await editor.replace(GIAO, fixed[GIAO]);
      assert.deepEqual(messages(await editor.diagnostics(GIAO)), []);
    });
  }

  await fresh("quick fix: a safe one is preferred, and takes the finding away", [GIAO], async (editor) => {
    await editor.edit(GIAO, "date: 2024-03", "date: 15/03/2024");
    const [found] = await editor.diagnostics(GIAO);
    const [action] = await fixes(editor, GIAO, found.code);
    assert.equal(action.isPreferred, true);
    const fixed = editor.applied(action.edit)[GIAO];
    has(fixed, "date: 2024-03-15\n");
    await editor.replace(GIAO, fixed);
    assert.ok(!(await editor.diagnostics(GIAO)).some((it) => it.code === found.code));
  });

  await fresh("quick fix: `source.fixAll` applies all that is safe, and only that", [GIAO], async (editor) => {
    await editor.edit(GIAO, "date: 2024-03", "date: 15/03/2024");
    await editor.edit(GIAO, "total.tang ", "total.tangg ");
    await editor.diagnostics(GIAO);
    const start = { line: 0, character: 0 };
    const [action, ...more] = await editor.actions(GIAO, { start, end: start }, ["source.fixAll"]);
    assert.deepEqual(more, []);
    assert.equal(action.kind, "source.fixAll");
    const fixed = editor.applied(action.edit)[GIAO];
    has(fixed, "date: 2024-03-15\n");
    has(fixed, "total.tangg ");
  });

  await fresh("quick fix: none where nothing is to be fixed, none of a kind nobody asked for", [GIAO], async (editor) => {
    await editor.edit(GIAO, "date: 2024-03", "date: 15/03/2024");
    const [found] = await editor.diagnostics(GIAO);
    const start = { line: 0, character: 0 };
    assert.deepEqual(await editor.actions(GIAO, { start, end: start }), []);
    assert.deepEqual(await editor.actions(GIAO, found.range, ["refactor"]), []);
  });
}

async function hover() {
  await fresh("hover: a figure tells value, formula and rows", [GIAO], async (editor) => {
    const said = await editor.hover(GIAO, "chi_tieu.total.ta^ng");
    for (const words of ["= 45**", "`tn_2024 - tn_2023`", "Thôn Đoài: 20", "Thôn Thượng: 15", "Thôn Hạ: 10", "số khai 45"]) {
      has(said, words);
    }
    has(await editor.hover(GIAO, 'chi_tieu["Thôn^ Hạ"].tang'), "= 10**");
  });

  await fresh("hover: a figure of a file of rows", [NHAC], async (editor) => {
    has(await editor.hover(NHAC, 'ket_qua["Thôn Hạ"].da^t'), "= 50");
    const total = await editor.hover(NHAC, "ket_qua.total.da^t");
    for (const words of ["= 150", "thon.csv", "Thôn Đoài: 100", "Thôn Hạ: 50"]) has(total, words);
  });

  await fresh("hover: the range is the reference", [GIAO], async (editor) => {
    const answer = await editor.ask(lsp.HoverRequest.type, editor.at(GIAO, "chi_tieu.total.ta^ng"));
    assert.equal(answer.contents.kind, "markdown");
    has(editor.words(GIAO, answer.range), "chi_tieu.total.tang");
  });

  await fresh("hover: a citation tells title and status", [GIAO], async (editor) => {
    const title =
      "Nghị quyết số 28-NQ/TW ngày 23 tháng 5 năm 2018 của Ban Chấp hành Trung ương về cải cách chính sách bảo hiểm xã hội";
    for (const words of ['cite("nq^-28', "  - nq^-28"]) {
      const said = await editor.hover(GIAO, words);
      has(said, title);
      has(said, "có hiệu lực từ 23/5/2018");
    }
    await editor.edit(GIAO, "  - nq-28-nq-tw-2018", "  - qd-546-ttg-2022");
    const said = await editor.hover(GIAO, "  - qd^-546");
    has(said, "hết hiệu lực sau ngày 31/12/2025");
    has(said, "thay bằng `nq-28-nq-tw-2018`");
  });

  await fresh("hover: a citation in words tells title and status", [GIAO], async (editor) => {
    await editor.edit(GIAO, "1. Thôn Hạ tăng", "1. Theo Quyết định số 546/QĐ-TTg ngày 29 tháng 4 năm 2022, Thôn Hạ tăng");
    const said = await editor.hover(GIAO, "Quyết định số 546^/QĐ-TTg");
    has(said, "về việc giao chỉ tiêu");
    has(said, "hết hiệu lực sau ngày 31/12/2025");
  });

  await fresh("hover: a citation in a file of the catalog", [CATALOG], async (editor) => {
    has(await editor.hover(CATALOG, "  qd^-546-ttg-2022:"), "hết hiệu lực sau ngày 31/12/2025");
    has(await editor.hover(CATALOG, "replaced_by: nq^-28"), "có hiệu lực từ 23/5/2018");
    has(await editor.hover(CATALOG, "  nam^-sach:"), "Huyện Nam Sách");
  });

  await fresh("hover: tables, columns, rows, issuers and signatories", [GIAO], async (editor) => {
    for (const [words, wanted] of [
      ["  chi^-tieu:", "3 dòng, 3 cột"],
      ['appendix("chi^-tieu")', "Chỉ tiêu các thôn"],
      ["- {id: ta^ng", "Tổng cộng: 45"],
      ["Thôn Hạ^: [", "Tăng: 10"],
      ["id: ubnd^-an-binh", "Ủy ban nhân dân xã An Bình"],
      ["id: chu^-tich", "Trần Văn Bình"],
    ]) {
      has(await editor.hover(GIAO, words), wanted);
    }
    assert.equal(await editor.hover(GIAO, "Các^ thôn"), "");
  });

  await fresh("hover: the figure of the text as it is typed, not as it was saved", [GIAO], async (editor) => {
    await editor.edit(GIAO, "Thôn Hạ: [50, 60]", "Thôn Hạ: [50, 1060]");
    has(await editor.hover(GIAO, "chi_tieu.total.ta^ng"), "1.045");
  });
}

async function completion() {
  // What is put in the place of what; `^` is the cursor. What has to be offered, in any order, and
  // the text after the first of it is taken.
  const cases = [
    ["keys", GIAO, "date: 2024-03", "da^", ["date"], "date: "],
    ["keys of a mapping within", GIAO, "  file: {unit: VP}", "  file: {unit: VP, dr^}", ["drafter"], "drafter: "],
    ["keys of a table", GIAO, "    title: Chỉ tiêu các thôn", "    orient^", ["orientation"], "orientation: "],
    ["kinds", GIAO, "kind: cong-van", "kind: quyet^", ["quyet-dinh", "nghi-quyet"], null],
    ["values of a closed list", GIAO, "status: draft", "status: ^", ["draft", "issued"], null],
    ["ids of issuers", GIAO, "  id: ubnd-an-binh", "  id: ^", ["ubnd-an-binh"], "  id: ubnd-an-binh"],
    ["ids of signatories", GIAO, "  id: chu-tich\n", "  id: ^\n", ["chu-tich", "pho-chu-tich"], null],
    ["ids of documents in bases", GIAO, "  - nq-28-nq-tw-2018", "  - qd^", ["luat-tccqdp-2025", "qd-546-ttg-2022"], null],
    ["ids of documents in `cite`", GIAO, 'cite("nq-28-nq-tw-2018")', 'cite("^")',
      ["luat-tccqdp-2025", "nq-28-nq-tw-2018", "qd-546-ttg-2022"], null],
    ["tables and functions", GIAO, "{{ chi_tieu.total.tang }}", "{{ ^ }}",
      ["chi_tieu", "appendix", "cite", "bases", "table"], null],
    ["tables in `appendix`", GIAO, 'appendix("chi-tieu")', 'appendix("^")', ["chi-tieu"], 'appendix("chi-tieu")'],
    ["rows in a reference", GIAO, 'chi_tieu["Thôn Hạ"]', 'chi_tieu["^"]',
      ["Khu Đông", "Thôn Đoài", "Thôn Thượng", "Thôn Hạ"], null],
    ["a row begun", GIAO, 'chi_tieu["Thôn Hạ"]', 'chi_tieu["Thôn Th^"]', ["Thôn Thượng"], 'chi_tieu["Thôn Thượng"]'],
    ["rows of a file", NHAC, 'ket_qua["Thôn Hạ"]', 'ket_qua["^"]', ["Thôn Đoài", "Thôn Hạ"], null],
    ["columns in a reference", GIAO, "chi_tieu.total.tang", "chi_tieu.total.^", ["tn_2023", "tn_2024", "tang"], null],
    ["columns in a formula", GIAO, "formula: tn_2024 - tn_2023", "formula: tn_2024 - tn^", ["tn_2023", "tn_2024"], null],
    ["columns of `declared`", GIAO, "declared: {tang: 45}", "declared: {tn^}", ["tn_2023", "tn_2024"], null],
    ["units as rows", GIAO, "      Thôn Hạ: [50, 60]", "      nam s^", ["Huyện Nam Sách", "Xã Nam Sách"], null],
    ["files of rows", NHAC, "rows: {file: thon.csv}", "rows: {file: ^}", ["thon.csv"], "rows: {file: thon.csv}"],
    ["formats of a figure", GIAO, "chi_tieu.total.tang }}", "chi_tieu.total.tang | ^ }}", ["so", "phan_tram", "bang_chu"], null],
    ["keys of the catalog", CATALOG, "    from: 2018-05-23", "    unt^", ["until"], "until: "],
    ["the language in the settings", "vanthu.yaml", "language: vi", "language: ^", ["vi", "en"], null],
  ];
  for (const [what, name, before, words, wanted, after] of cases) {
    await fresh(`completion: ${what}`, [name], async (editor) => {
      const start = editor.find(name, before);
      await editor.splice(name, start, start + before.length, words.replace("^", ""));
      const items = await editor.completionAt(name, start + words.indexOf("^"));
      assert.deepEqual(labels(items).sort(), [...wanted].sort());
      for (const item of items) {
        assert.ok(item.textEdit, `${item.label} has no edit`);
        // What an editor filters by has to begin at the edit's range.
        const typed = editor.words(name, item.textEdit.range);
        assert.ok(words.replace("^", "").includes(typed), `${item.label} replaces \`${typed}\``);
      }
      if (after !== null) {
        const text = apply(editor.texts.get(name), [items[0].textEdit]);
        has(text, after);
      }
    });
  }

  await fresh("completion: a key tells what it is for, in Vietnamese", [GIAO], async (editor) => {
    await editor.edit(GIAO, "date: 2024-03", "pla");
    const [item] = await editor.completion(GIAO, "pla^");
    assert.equal(item.label, "place");
    has(item.documentation.value, "Địa danh");
  });

  await fresh("completion: a document tells its title, a column its header", [GIAO], async (editor) => {
    await editor.edit(GIAO, 'cite("nq-28-nq-tw-2018")', 'cite("nq")');
    const items = await editor.completion(GIAO, 'cite("nq^")');
    has(items.find((it) => it.label === "nq-28-nq-tw-2018").detail, "cải cách chính sách bảo hiểm xã hội");
    const [column] = await editor.completion(GIAO, "total.ta^ng");
    has(column.detail, "Tăng");
  });

  await fresh("completion: nothing in the words of a text and in comments", [GIAO], async (editor) => {
    await editor.edit(GIAO, "người (chi", "người  (chi");
    assert.deepEqual(labels(await editor.completion(GIAO, "người ^ (chi")), []);
    await editor.edit(GIAO, "kind: cong-van", "kind: cong-van # ki");
    assert.deepEqual(labels(await editor.completion(GIAO, "# ki^")), []);
  });

  await fresh("completion: works in a text that is broken elsewhere", [GIAO], async (editor) => {
    // What it was before it broke must have been read.
    assert.deepEqual(messages(await editor.diagnostics(GIAO)), []);
    await editor.edit(GIAO, "total: {label: Tổng cộng}", "total: {label: Tổng cộng");
    await editor.edit(GIAO, "chi_tieu.total.tang", "chi_tieu.total.");
    has(labels(await editor.completion(GIAO, "chi_tieu.total.^")).join(), "tang");
  });
}

async function names() {
  await fresh("definition: from a figure to its column and its row", [GIAO], async (editor) => {
    assert.deepEqual(await editor.definition(GIAO, "total.ta^ng"), [`${GIAO} 23:14 tang`]);
    assert.deepEqual(await editor.definition(GIAO, '["Thôn^ Hạ"]'), [`${GIAO} 28:7 Thôn Hạ`]);
    assert.deepEqual(await editor.definition(GIAO, "formula: tn_2024 - tn^_2023"), [`${GIAO} 21:14 tn_2023`]);
    assert.deepEqual(await editor.definition(GIAO, "declared: {ta^ng"), [`${GIAO} 23:14 tang`]);
  });

  await fresh("definition: from a figure to its row in a file of rows", [NHAC], async (editor) => {
    assert.deepEqual(await editor.definition(NHAC, '["Thôn^ Hạ"]'), [`${CSV} 3:1 Thôn Hạ`]);
  });

  await fresh("definition: from an appendix to its table", [GIAO], async (editor) => {
    assert.deepEqual(await editor.definition(GIAO, 'appendix("chi^-tieu'), [`${GIAO} 17:3 chi-tieu`]);
    assert.deepEqual(await editor.definition(GIAO, "{{ chi^_tieu.total"), [`${GIAO} 17:3 chi-tieu`]);
  });

  await fresh("definition: from an id to the catalog", [GIAO], async (editor) => {
    for (const words of ['cite("nq^-28', "  - nq^-28"]) {
      assert.deepEqual(await editor.definition(GIAO, words), [`${CATALOG} 4:3 nq-28-nq-tw-2018`]);
    }
    const office = "data/catalog/co-quan.yaml";
    const issuer = await editor.definition(GIAO, "id: ubnd^-an-binh");
    assert.match(issuer.join(), new RegExp(`^${office} \\d+:3 ubnd-an-binh$`));
    const signatory = await editor.definition(GIAO, "id: chu^-tich");
    assert.match(signatory.join(), new RegExp(`^${office} \\d+:7 chu-tich$`));
  });

  await fresh("definition: from a citation in words to the catalog", [GIAO], async (editor) => {
    await editor.edit(GIAO, "1. Thôn Hạ tăng", "1. Theo Quyết định số 546/QĐ-TTg ngày 29 tháng 4 năm 2022, Thôn Hạ tăng");
    assert.deepEqual(await editor.definition(GIAO, "Quyết định số 546^/QĐ-TTg"), [`${CATALOG} 11:3 qd-546-ttg-2022`]);
  });

  await fresh("definition: none of words that name nothing", [GIAO], async (editor) => {
    assert.deepEqual(await editor.definition(GIAO, "sub^ject"), []);
    assert.deepEqual(await editor.definition(GIAO, "Các^ thôn"), []);
  });

  await fresh("references: of a column, from the column and from a figure", [GIAO], async (editor) => {
    const wanted = ["23:14", "30:16", "33:82", "36:42"].map((it) => `${GIAO} ${it} tang`);
    assert.deepEqual(await editor.references(GIAO, "- {id: ta^ng"), wanted);
    assert.deepEqual(await editor.references(GIAO, "total.ta^ng"), wanted);
    assert.deepEqual(await editor.references(GIAO, "total.ta^ng", false), wanted.slice(1));
  });

  await fresh("references: of a table, from the table and from an appendix", [GIAO], async (editor) => {
    const found = await editor.references(GIAO, "  chi^-tieu:");
    assert.deepEqual(found.map((it) => it.split(" ").at(-1)), ["chi-tieu", "chi_tieu", "chi_tieu", "chi-tieu"]);
    assert.deepEqual(await editor.references(GIAO, 'appendix("chi^-tieu'), found);
  });

  await fresh("references: of a document, in all files, from the catalog and from a directive", [GIAO, CATALOG], async (editor) => {
    const found = await editor.references(GIAO, 'cite("nq^-28');
    const files = found.map((it) => it.split(" ")[0]);
    assert.deepEqual(files, [CATALOG, CATALOG, GIAO, GIAO, KHEN, KHEN, NHAC, NHAC]);
    assert.ok(found.every((it) => it.endsWith("nq-28-nq-tw-2018")), found.join());
    assert.deepEqual(await editor.references(CATALOG, "  nq^-28-nq-tw-2018:"), found);
  });

  await fresh("references: of an issuer, in all files", [GIAO], async (editor) => {
    const files = new Set((await editor.references(GIAO, "id: ubnd^-an-binh")).map((it) => it.split(" ")[0]));
    const wanted = ["data/catalog/co-quan.yaml", CHU, GIAO, KHEN, NHAC, "data/vi-du/ra-soat-bhyt.yaml"];
    assert.deepEqual([...files].sort(), wanted.sort());
  });

  await fresh("references: of a row in a file of rows", [NHAC], async (editor) => {
    const found = await editor.references(NHAC, '["Thôn^ Hạ"]');
    assert.ok(found.includes(`${CSV} 3:1 Thôn Hạ`), found.join());
    assert.ok(found.some((it) => it.startsWith(NHAC)), found.join());
  });
}

/** The Typst text of all documents: what is printed. */
function printed(project) {
  // The letters of one document have no font: it is not for paper.
  const { status, stderr } = project.run("build", "--quiet", "--emit", "typ", GIAO, NHAC, KHEN);
  assert.equal(status, 0, stderr);
  return Object.fromEntries([GIAO, NHAC, KHEN].map((it) => {
    const name = it.replace("data/", "out/").replace(".yaml", ".typ");
    return [it, project.read(name)];
  }));
}

async function rename() {
  for (const [what, words, name, files] of [
    ["a column", "total.ta^ng", "them", [GIAO]],
    ["a column, from its formula", "formula: tn^_2024", "ke_hoach", [GIAO]],
    ["a table", "{{ chi^_tieu.total", "giao-chi-tieu", [GIAO]],
    ["a document, in all files", 'cite("nq^-28', "nghi-quyet-28", [CATALOG, GIAO, KHEN, NHAC]],
    ["an issuer, in all files", "id: ubnd^-an-binh", "an-binh",
      ["data/catalog/co-quan.yaml", CHU, GIAO, KHEN, NHAC, "data/vi-du/ra-soat-bhyt.yaml"]],
    ["a signatory, in all files", "id: chu^-tich", "ct", ["data/catalog/co-quan.yaml", CHU, GIAO]],
  ]) {
    await fresh(`rename: ${what}; the documents print the same`, [GIAO], async (editor, project) => {
      const before = printed(project);
      const after = editor.applied(await editor.rename(GIAO, words, name));
      assert.deepEqual(Object.keys(after).sort(), [...files].sort());
      for (const [file, text] of Object.entries(after)) project.write(file, text);
      assert.deepEqual(printed(project), before);
    });
  }

  await fresh("rename: a row, and only the row is printed otherwise", [GIAO], async (editor, project) => {
    const before = printed(project);
    const edit = await editor.rename(GIAO, '["Thôn^ Hạ"]', "Thôn Hậu: mới");
    const after = editor.applied(edit);
    assert.deepEqual(Object.keys(after), [GIAO]);
    project.write(GIAO, after[GIAO]);
    const now = printed(project);
    const once = (text) => text.split("\n").filter((line) => !/Thôn H|\(side: /.test(line));
    assert.deepEqual(once(now[GIAO]), once(before[GIAO]));
    has(now[GIAO], "Thôn Hậu: mới");
    // The words of the text are the author's.
    has(after[GIAO], "1. Thôn Hạ tăng {{ chi_tieu[\"Thôn Hậu: mới\"].tang }}");
  });

  await fresh("rename: a row of a file, in all documents that read it", [NHAC], async (editor, project) => {
    const after = editor.applied(await editor.rename(NHAC, '["Thôn^ Hạ"]', "Thôn Hậu"));
    assert.deepEqual(Object.keys(after).sort(), [KHEN, NHAC, CSV].sort());
    for (const [file, text] of Object.entries(after)) project.write(file, text);
    printed(project);
  });

  await fresh("rename: from the file of the catalog", [CATALOG], async (editor) => {
    const after = editor.applied(await editor.rename(CATALOG, "  nq^-28-nq-tw-2018:", "nq-28"));
    assert.deepEqual(Object.keys(after).sort(), [CATALOG, GIAO, KHEN, NHAC].sort());
    for (const text of Object.values(after)) hasNot(text, "nq-28-nq-tw-2018");
  });

  await fresh("rename: unsaved texts of other documents count", [GIAO, NHAC], async (editor) => {
    await editor.edit(NHAC, "  Theo {{", "  Căn cứ vào {{");
    const after = editor.applied(await editor.rename(GIAO, 'cite("nq^-28', "nq-28"));
    has(after[NHAC], 'Căn cứ vào {{ cite("nq-28") }}');
  });

  await fresh("rename: the name and its place are told before", [GIAO], async (editor) => {
    const told = await editor.ask(lsp.PrepareRenameRequest.type, editor.at(GIAO, "total.ta^ng"));
    assert.equal(told.placeholder, "tang");
    assert.equal(editor.words(GIAO, told.range), "tang");
    assert.equal(await editor.ask(lsp.PrepareRenameRequest.type, editor.at(GIAO, "sub^ject")), null);
  });

  await fresh("rename: a name that is taken or cannot be is refused, in Vietnamese", [GIAO], async (editor) => {
    for (const [words, name, wanted] of [
      ["total.ta^ng", "tn_2023", "đã có tên `tn_2023`"],
      ["total.ta^ng", "Tăng", "`Tăng`"],
      ["total.ta^ng", "sum", "`sum`"],
      ["Thôn Hạ^: [", "Thôn Đoài", "đã có tên `Thôn Đoài`"],
      ["Thôn Hạ^: [", " ", "tên dòng"],
      ['cite("nq^-28', "qd-546-ttg-2022", "đã có tên"],
    ]) {
      const error = await editor.refused(lsp.RenameRequest.type, { ...editor.at(GIAO, words), newName: name });
      has(error.message, wanted);
    }
  });
}

async function shown() {
  const all = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
  const hints = async (editor, name, range = all) => {
    const answer = await editor.ask(lsp.InlayHintRequest.type, { ...editor.document(name), range });
    const words = (it) => (typeof it.label === "string" ? it.label : it.label.map((part) => part.value).join(""));
    return answer.map((it) => `${it.position.line + 1}: ${words(it)}`);
  };

  await fresh("inlay hints: totals, subtotals and values of references", [GIAO], async (editor) => {
    assert.deepEqual(await hints(editor, GIAO), [
      "25: tn_2023 180 · tn_2024 215 · tang 35",
      "29: tn_2023 230 · tn_2024 275 · tang 45",
      "33: 45",
      "36: 10",
      "36: Phụ lục",
    ]);
  });

  await fresh("inlay hints: only of the lines that are asked for", [GIAO], async (editor) => {
    const range = { start: { line: 31, character: 0 }, end: { line: 33, character: 0 } };
    assert.deepEqual(await hints(editor, GIAO, range), ["33: 45"]);
  });

  await fresh("inlay hints: follow what is typed", [GIAO], async (editor) => {
    await editor.edit(GIAO, "Thôn Hạ: [50, 60]", "Thôn Hạ: [50, 70]");
    const found = await hints(editor, GIAO);
    assert.ok(found.includes("36: 20"), found.join("; "));
    assert.ok(found.includes("29: tn_2023 230 · tn_2024 285 · tang 55"), found.join("; "));
  });

  await fresh("inlay hints: totals of a file of rows", [NHAC], async (editor) => {
    assert.ok((await hints(editor, NHAC)).join("; ").includes("giao 180 · dat 150"));
  });

  await fresh("symbols: keys, tables with columns and rows, parts of the text", [GIAO], async (editor) => {
    const symbols = await editor.ask(lsp.DocumentSymbolRequest.type, editor.document(GIAO));
    const found = [];
    const walk = (symbol, above) => {
      const name = [...above, symbol.name];
      found.push(name.join(" / "));
      const { range, selectionRange } = symbol;
      const within = (one, other) => one.line > other.line || (one.line === other.line && one.character >= other.character);
      assert.ok(within(selectionRange.start, range.start) && within(range.end, selectionRange.end), symbol.name);
      for (const child of symbol.children ?? []) {
        assert.ok(within(child.range.start, range.start) && within(range.end, child.range.end), child.name);
        walk(child, name);
      }
    };
    symbols.forEach((it) => walk(it, []));
    for (const wanted of [
      "kind",
      "targets / chi-tieu / columns / tang",
      "targets / chi-tieu / rows / Khu Đông / Thôn Đoài",
      "targets / chi-tieu / rows / Thôn Hạ",
      "body / I. MỤC TIÊU",
      "body / II. TỔ CHỨC THỰC HIỆN",
    ]) {
      assert.ok(found.includes(wanted), `no \`${wanted}\` in ${found.join("; ")}`);
    }
  });

  await fresh("folding: blocks of keys and parts of the text", [GIAO], async (editor) => {
    const folds = await editor.ask(lsp.FoldingRangeRequest.type, editor.document(GIAO));
    const lines = editor.texts.get(GIAO).split("\n");
    const heads = folds.map((it) => lines[it.startLine].trim());
    for (const wanted of ["targets:", "chi-tieu:", "columns:", "rows:", "Khu Đông:", "body: |", "# I. MỤC TIÊU"]) {
      assert.ok(heads.includes(wanted), `no fold at \`${wanted}\`: ${heads}`);
    }
    for (const it of folds) assert.ok(it.startLine < it.endLine && it.endLine < lines.length);
    const body = folds.find((it) => lines[it.startLine] === "body: |");
    assert.match(lines[body.endLine], /1\. Thôn Hạ tăng/);
  });
}

/** Numbers that look random, the same in each run. */
function* random(seed) {
  for (;;) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    yield seed / 2 ** 32;
  }
}

async function utf16() {
  const decomposed = "Thôn".normalize("NFD");

  await fresh("UTF-16: findings stand at their words behind emoji", [CHU], async (editor) => {
    const found = await editor.diagnostics(CHU);
    const letters = found.filter((it) => it.message.includes("không có ký tự"));
    assert.ok(letters.length >= 5, messages(found).join("; "));
    for (const it of letters) {
      const sign = /không có ký tự `(.+?)`/u.exec(it.message)[1];
      has(editor.words(CHU, it.range), sign);
    }
    const apart = found.filter((it) => it.message.includes("gõ rời dấu"));
    assert.deepEqual(apart.map((it) => editor.words(CHU, it.range)), ["Số".normalize("NFD"), decomposed]);
  });

  await fresh("UTF-16: a mistake behind emoji on the same line", [CHU], async (editor) => {
    await editor.edit(CHU, "so_dan.total.dan ", "so_dan.total.dann ");
    const found = (await editor.diagnostics(CHU)).find((it) => it.code === "N011");
    has(editor.words(CHU, found.range), "so_dan.total.dann");
    hasNot(editor.words(CHU, found.range), "😀");
    await editor.edit(CHU, "{header: \"Hộ 🏠\", id: ho}", "{header: \"Hộ 🏠\", idd: ho}");
    const key = (await editor.diagnostics(CHU)).find((it) => it.code === "Y003");
    assert.equal(editor.words(CHU, key.range), "idd");
  });

  await fresh("UTF-16: definition, references and rename behind emoji", [CHU], async (editor) => {
    assert.match((await editor.definition(CHU, "so_dan.total.da^n")).join(), / dan$/);
    const rows = await editor.references(CHU, '["Thôn Hậu^ 🌊"]');
    assert.deepEqual(rows.map((it) => it.split(" ").slice(2).join(" ")), ["Thôn Hậu 🌊", "Thôn Hậu 🌊"]);
    const after = editor.applied(await editor.rename(CHU, '["Thôn Hậu^ 🌊"]', "Thôn 🌸 Hậu"))[CHU];
    has(after, "      Thôn 🌸 Hậu: [20, 4]");
    has(after, 'Thôn Hậu 🌊 có {{ so_dan["Thôn 🌸 Hậu"].ho }}');
    const column = editor.applied(await editor.rename(CHU, "so_dan.total.da^n", "nguoi"))[CHU];
    has(column, 'dân", id: nguoi, unit: người}');
    has(column, "{{ so_dan.total.nguoi }}");
  });

  await fresh("UTF-16: a quick fix behind emoji changes the right letters", [CHU], async (editor) => {
    const good = editor.texts.get(CHU);
    await editor.edit(CHU, "so_dan.total.dan ", "so_dan.total.dann ");
    const [action] = await fixes(editor, CHU, "N011");
    assert.equal(editor.applied(action.edit)[CHU], good);
  });

  await fresh("UTF-16: a safe quick fix behind emoji changes the right letters", [CHU], async (editor) => {
    const good = editor.texts.get(CHU);
    await editor.edit(CHU, "id: ho}", "idd: ho}");
    const [action] = await fixes(editor, CHU, "Y003");
    assert.equal(editor.applied(action.edit)[CHU], good);
  });

  await fresh("UTF-16: completion behind emoji replaces the right letters", [CHU], async (editor) => {
    await editor.edit(CHU, "so_dan.total.dan ", "so_dan.total.da ");
    const [item] = await editor.completion(CHU, "so_dan.total.da^ ");
    assert.equal(item.label, "dan");
    has(apply(editor.texts.get(CHU), [item.textEdit]), `${decomposed} ${"có".normalize("NFD")} 𝄞 {{ so_dan.total.dan }} người`);
  });

  await fresh("UTF-16: hints stand behind their references", [CHU], async (editor) => {
    const range = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
    const hints = await editor.ask(lsp.InlayHintRequest.type, { ...editor.document(CHU), range });
    const text = editor.texts.get(CHU).split("\n");
    const behind = hints.map((it) => text[it.position.line].slice(0, it.position.character));
    assert.ok(behind.some((it) => it.endsWith("{{ so_dan.total.dan }}")), behind.join("\n"));
    assert.ok(behind.some((it) => it.endsWith('{{ so_dan["Thôn Hậu 🌊"].ho }}')), behind.join("\n"));
  });

  await fresh("UTF-16: emoji and marks that are typed move what is behind them", [CHU], async (editor) => {
    await editor.type(CHU, "body: |\n  ", "👩‍🌾𝄞ế");
    has(await editor.hover(CHU, "so_dan.total.da^n"), "= 30");
    await editor.edit(CHU, "👩‍🌾", "");
    has(await editor.hover(CHU, "so_dan.total.da^n"), "= 30");
  });

  for (const [what, ending] of [["LF", "\n"], ["CRLF", "\r\n"]]) {
    await fresh(`UTF-16: 300 edits at random places leave the text in step (${what})`, [], async (editor) => {
      const text = editor.project.read(CHU).replaceAll("\n", ending);
      await editor.open(CHU, text);
      const numbers = random(7);
      const below = (limit) => Math.floor(numbers.next().value * limit);
      const pieces = ["😀", "a", "ế", "e\u0302\u0301", ending, "  ", "👩‍🌾", "{{ ", " }}", ": ", "đ", "\""];
      for (let round = 0; round < 300; round += 1) {
        const now = editor.texts.get(CHU);
        const place = () => whole(now, below(now.length + 1));
        const [one, other] = [place(), place()].sort((a, b) => a - b);
        const end = whole(now, Math.min(other, one + below(4)));
        await editor.splice(CHU, one, Math.max(one, end), pieces[below(pieces.length)]);
      }
      await inStep(editor, CHU);
      // Back to a text that is good again, by one edit.
      await editor.splice(CHU, 0, editor.texts.get(CHU).length, text);
      await inStep(editor, CHU);
      has(await editor.hover(CHU, "so_dan.total.da^n"), "= 30");
    });
  }

  await fresh("UTF-16: positions beyond the end of a line or a text are borne", [CHU], async (editor) => {
    const position = { line: 99_999, character: 99_999 };
    assert.equal(await editor.ask(lsp.HoverRequest.type, { ...editor.document(CHU), position }), null);
    const end = { line: 0, character: 99_999 };
    await editor.ask(lsp.HoverRequest.type, { ...editor.document(CHU), position: end });
    // Between the two halves of a sign.
    const at = editor.at(CHU, "body: |\n  ^😀");
    at.position.character += 1;
    await editor.ask(lsp.CompletionRequest.type, at);
    has(await editor.hover(CHU, "so_dan.total.da^n"), "= 30");
  });
}

/** `offset`, but not between the halves of a sign or of an end of line. */
function whole(text, offset) {
  const before = text.charCodeAt(offset - 1);
  const isSplit = (before >= 0xd800 && before < 0xdc00) || text.startsWith("\r\n", offset - 1);
  return isSplit ? offset + 1 : offset;
}

/** The server tells of the text of the editor what another one tells that never saw the edits. */
async function inStep(editor, name) {
  const other = await Editor.start(editor.project);
  try {
    await other.open(name, editor.texts.get(name));
    assert.deepEqual(await editor.diagnostics(name), await other.diagnostics(name));
    const id = editor.document(name);
    for (const type of [lsp.DocumentSymbolRequest.type, lsp.FoldingRangeRequest.type]) {
      assert.deepEqual(await editor.ask(type, id), await other.ask(type, id));
    }
  } finally {
    other.kill();
  }
}

async function beside() {
  await fresh("beside others: unknown requests are refused, and the next one is answered", [GIAO], async (editor) => {
    for (const method of ["textDocument/semanticTokens/full", "yaml/get/jsonSchema", "custom/schema/associations"]) {
      const error = await editor.refused(method, editor.document(GIAO));
      assert.equal(error.code, lsp.ErrorCodes.MethodNotFound, method);
    }
    has(await editor.hover(GIAO, "total.ta^ng"), "= 45");
  });

  await fresh("beside others: unknown notifications are let pass", [GIAO], async (editor) => {
    await editor.tell("yaml/schema/store/initialized");
    await editor.tell("$/setTrace", { value: "verbose" });
    await editor.tell("workspace/didChangeConfiguration", { settings: { yaml: { validate: true } } });
    has(await editor.hover(GIAO, "total.ta^ng"), "= 45");
    assert.equal(await editor.stop(), 0);
  });

  await fresh("beside others: parameters that are none are refused", [GIAO], async (editor) => {
    const error = await editor.refused("textDocument/hover", { textDocument: 1 });
    assert.equal(error.code, lsp.ErrorCodes.InvalidParams);
    has(await editor.hover(GIAO, "total.ta^ng"), "= 45");
  });

  await fresh("beside others: documents that are not open, or of no project, are let alone", [], async (editor, project) => {
    project.write("docker-compose.yaml", "services: [\n");
    await editor.open("docker-compose.yaml");
    assert.equal(await editor.hover("docker-compose.yaml", "ser^vices"), "");
    assert.deepEqual(await editor.completion("docker-compose.yaml", "ser^vices"), []);
    assert.ok(!editor.told.get(decodeURIComponent(editor.uri("docker-compose.yaml")))?.diagnostics.length);
    editor.texts.set(GIAO, project.read(GIAO));
    assert.equal(await editor.hover(GIAO, "total.ta^ng"), "");
  });

  await fresh("beside others: keys are left to them with `schema: false`, ids are not", [GIAO], async (editor) => {
    await editor.edit(GIAO, "date: 2024-03", "da");
    assert.deepEqual(await editor.completion(GIAO, "\nda^"), []);
    await editor.edit(GIAO, "\nda\n", "\ndate: 2024-03\n");
    await editor.edit(GIAO, "kind: cong-van", "kind: ");
    assert.deepEqual(await editor.completion(GIAO, "kind: ^"), []);
    await editor.edit(GIAO, "kind: ", "kind: cong-van");
    assert.deepEqual(labels(await editor.completion(GIAO, "  id: ubnd^-an-binh")), ["ubnd-an-binh"]);
  }, { options: { schema: false } });

  await fresh("beside others: a cancelled request does no harm", [GIAO], async (editor) => {
    const source = new lsp.CancellationTokenSource();
    const sent = editor.connection.sendRequest(lsp.HoverRequest.type, editor.at(GIAO, "total.ta^ng"), source.token);
    source.cancel();
    const answer = await sent.catch((error) => error.code);
    assert.ok(answer === lsp.LSPErrorCodes.RequestCancelled || answer?.contents, JSON.stringify(answer));
    has(await editor.hover(GIAO, "total.ta^ng"), "= 45");
  });

  await yamlServer();
}

/** The YAML server that editors use, on the same documents. */
async function yamlServer() {
  let server = null;
  try {
    server = require.resolve("yaml-language-server/bin/yaml-language-server");
  } catch {
    return skip("beside others: the YAML server of Red Hat", "it is not installed");
  }
  const settings = { validate: true, completion: true, hover: true, schemaStore: { enable: false } };
  await fresh("beside others: the YAML server finds no mistake where this one finds none", [GIAO], async (editor, project) => {
    assert.deepEqual(messages(await editor.diagnostics(GIAO)), []);
    const yaml = await Editor.start(project, { command: process.execPath, args: [server, "--stdio"], settings, isVersioned: false });
    try {
      for (const name of [GIAO, NHAC, KHEN, CATALOG, "vanthu.yaml"]) {
        await yaml.open(name);
        assert.deepEqual(messages(await yaml.diagnostics(name)), [], name);
      }
      // Both find the same mistake in the shape, and stand at the same place.
      await editor.edit(GIAO, "subject: giao", "subjetc: giao");
      await yaml.edit(GIAO, "subject: giao", "subjetc: giao");
      const own = (await editor.diagnostics(GIAO)).find((it) => it.code === "Y003");
      const other = await yaml.diagnostics(GIAO);
      assert.ok(other.some((it) => it.range.start.line === own.range.start.line), JSON.stringify(other));
      // Keys come from one of them.
      await yaml.edit(GIAO, "date: 2024-03", "da");
      assert.ok(labels(await yaml.completion(GIAO, "\nda^")).includes("date"));
    } finally {
      yaml.kill();
    }
  }, { options: { schema: false } });
}

/** So long, in milliseconds, one kind of answer is measured, at most 100 of them. */
const LONGEST = 15_000;

/** A document of 1,000 lines: most of them rows, or most of them text. */
function long(text, of) {
  const lines = text.split("\n").length;
  const number = 1000 - lines + 1;
  const make = (one) => Array.from({ length: number }, (_, index) => one(index)).join("");
  if (of === "rows") {
    const rows = make((it) => `        Thôn số ${it} A: [${100 + it}, ${200 + it}]\n`);
    return text.replace("        Thôn Đoài: [100, 120]\n", `        Thôn Đoài: [100, 120]\n${rows}`)
      .replace("declared: {tang: 45}", `declared: {tang: ${45 + 100 * number}}`);
  }
  const clause = (it) => (it % 2 ? "\n" : `  Thôn Hạ tăng {{ chi_tieu["Thôn Hạ"].tang }} người, các thôn tăng {{ chi_tieu.total.tang }} người.\n`);
  return text.replace("  # II. TỔ CHỨC", `${make(clause)}  # II. TỔ CHỨC`);
}

async function speed() {
  for (const of of ["rows", "text"]) {
    await within(async (editor, project) => {
      const text = long(project.read(GIAO), of);
      assert.equal(text.split("\n").length, 1001);
      await editor.open(GIAO, text);
      const first = messages(await editor.problems(GIAO));
      await fact(`speed: a file of 1,000 lines of ${of} is good`, () => assert.deepEqual(first, []));
      const range = { start: { line: 0, character: 0 }, end: { line: 1001, character: 0 } };
      const document = editor.document(GIAO);
      const at = editor.at(GIAO, "chi_tieu.total.ta^ng");
      const inTable = editor.at(GIAO, "declared: {^tang");
      // One of two texts is put in the place of the other.
      const toggle = (one, other) =>
        editor.texts.get(GIAO).includes(one) ? editor.edit(GIAO, one, other) : editor.edit(GIAO, other, one);
      const typed = () => toggle("[50, 60]", "[50, 61]");
      for (const [what, ask] of [
        ["a letter in a table, to the findings", async () => (await typed(), editor.diagnostics(GIAO))],
        ["a letter in the text, to the findings", async () => {
          await toggle("giao các thôn", "giao cho các thôn");
          return editor.diagnostics(GIAO);
        }],
        ["a letter and completion", async () => (await typed(), editor.ask(lsp.CompletionRequest.type, inTable))],
        ["a letter and hover", async () => (await typed(), editor.ask(lsp.HoverRequest.type, at))],
        ["hover", () => editor.ask(lsp.HoverRequest.type, at)],
        ["completion", () => editor.ask(lsp.CompletionRequest.type, at)],
        ["definition", () => editor.ask(lsp.DefinitionRequest.type, at)],
        ["references", () => editor.ask(lsp.ReferencesRequest.type, { ...at, context: { includeDeclaration: true } })],
        ["rename", () => editor.ask(lsp.RenameRequest.type, { ...at, newName: "them" })],
        ["references of an issuer", () => editor.ask(lsp.ReferencesRequest.type, {
          ...editor.at(GIAO, "id: ubnd^-an-binh"), context: { includeDeclaration: true },
        })],
        ["inlay hints", () => editor.ask(lsp.InlayHintRequest.type, { ...document, range })],
        ["symbols", () => editor.ask(lsp.DocumentSymbolRequest.type, document)],
        ["folding", () => editor.ask(lsp.FoldingRangeRequest.type, document)],
        ["quick fixes", () => editor.actions(GIAO, range, ["quickfix"])],
      ]) {
        const durations = [];
        const [start, before] = [performance.now(), editor.processor()];
        while (durations.length < 100 && performance.now() - start < LONGEST) {
          const begin = performance.now();
          await ask();
          durations.push(performance.now() - begin);
        }
        // What the server worked tells more than the clock where others use the machine, too.
        const worked = ((editor.processor() - before) / durations.length).toFixed(0);
        const mark = Math.max(...durations) > 50 ? "  (more than 50 ms)" : "";
        console.log(`time    1,000 lines of ${of}, ${what}: ${spread(durations)}, processor ${worked} ms each${mark}`);
      }
    });
  }
}

async function main() {
  const parts = { lifecycle, diagnostics, quickFixes, hover, completion, names, rename, shown, utf16, beside, speed };
  const wanted = process.env.PARTS?.split(",") ?? Object.keys(parts);
  for (const name of wanted) await parts[name]();
  process.exitCode = finish(process.env.PARTS === undefined);
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});

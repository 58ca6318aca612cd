"use strict";

const assert = require("node:assert");
const test = require("node:test");
const commands = require("../commands");

test("a file name is never taken for an option", () => {
  for (const args of [commands.build("-x"), commands.diff("-x"), commands.preview("-x", "vi"), commands.issue("-x", "5", "2026-03-05")]) {
    assert.deepStrictEqual(args.slice(-2), ["--", "-x"]);
  }
});

test("a language is passed on only when it is chosen", () => {
  assert.deepStrictEqual(commands.server("auto"), ["lsp"]);
  assert.deepStrictEqual(commands.server("en"), ["lsp", "--lang", "en"]);
});

test("only an address of this machine with a token is shown", () => {
  const token = "0123456789abcdef0123456789abcdef";
  assert.strictEqual(commands.address(`http://127.0.0.1:8000/${token}/\n`), `http://127.0.0.1:8000/${token}/`);
  for (const printed of ["", `http://127.0.0.1:8000/${token}/`, "http://127.0.0.1:8000/\n", `http://evil.example/${token}/\n`]) {
    assert.strictEqual(commands.address(printed), null, printed);
  }
});

test("the frame may load nothing but the pages", () => {
  const html = commands.frame("http://127.0.0.1:8000/a/", "Trang", "n");
  assert.match(html, /default-src 'none'; frame-src http:\/\/127\.0\.0\.1:8000;/);
  assert.match(html, /event\.origin === "http:\/\/127\.0\.0\.1:8000"/);
});

test("only files of the project are opened", () => {
  assert.deepStrictEqual(commands.place({ vanthu: "open", file: "data/a.yaml", line: 3 }), { file: "data/a.yaml", line: 3 });
  for (const message of [
    null,
    {},
    { vanthu: "open", file: "../a.yaml", line: 1 },
    { vanthu: "open", file: "/etc/passwd", line: 1 },
    { vanthu: "open", file: "C:\\a.yaml", line: 1 },
    { vanthu: "open", file: "data/a.yaml", line: 0 },
    { vanthu: "run", file: "data/a.yaml", line: 1 },
  ]) {
    assert.strictEqual(commands.place(message), null, JSON.stringify(message));
  }
});

"use strict";

// What the extension starts: arguments of the program, and nothing that the program knows itself.

/** The arguments of the language server. `language` is `auto`, `vi` or `en`. */
function server(language) {
  return ["lsp", ...languageArguments(language)];
}

/** The arguments that show the pages of `file`. */
function preview(file, language) {
  return ["preview", ...languageArguments(language), "--", file];
}

/** The arguments that build `file`. */
function build(file) {
  return ["build", "--", file];
}

/** The arguments that compare `file` with what was committed. */
function diff(file) {
  return ["diff", "--", file];
}

/** The arguments that issue `file`. */
function issue(file, number, date) {
  return ["issue", "--number", number, "--date", date, "--", file];
}

function languageArguments(language) {
  return language === "vi" || language === "en" ? ["--lang", language] : [];
}

/** The address in what `vanthu preview` prints: of this machine, with a token; else nothing. */
function address(printed) {
  const found = /^(http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}\/)\r?\n/m.exec(printed);
  return found ? found[1] : null;
}

/** The page of the panel that holds the pages in a frame. */
function frame(url, title, nonce) {
  const { origin } = new URL(url);
  const policy = `default-src 'none'; frame-src ${origin}; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
<style nonce="${nonce}">html, body, iframe { border: 0; height: 100%; margin: 0; padding: 0; width: 100%; }</style>
</head>
<body>
<iframe src="${url}" title="${title}"></iframe>
<script nonce="${nonce}">
const api = acquireVsCodeApi();
window.addEventListener("message", (event) => {
  if (event.origin === ${JSON.stringify(origin)}) api.postMessage(event.data);
});
</script>
</body>
</html>`;
}

/** The file and the line that a message of the page asks to open; nothing for any other message. */
function place(message) {
  const isPlace = message && message.vanthu === "open" && typeof message.file === "string";
  if (!isPlace || !Number.isInteger(message.line) || message.line < 1) return null;
  const isInside = !message.file.split(/[/\\]/).includes("..") && !/^([/\\]|[A-Za-z]:)/.test(message.file);
  return isInside ? { file: message.file, line: message.line } : null;
}

module.exports = { address, build, diff, frame, issue, place, preview, server };

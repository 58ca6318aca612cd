"use strict";

// Shows what the server tells of a document. No part of the program's logic is here.

const element = (id) => document.getElementById(id);
const texts = document.body.dataset;
const main = element("pages");
const choice = element("document");
const inFrame = window.parent !== window;
let view = null;
let scale = 1;
let asked = 0;
// The line that was opened, and the paths of the figures that are explained.
let here = null;
let explained = [];

async function get(path) {
  const response = await fetch(path, { cache: "no-store" });
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}

function make(name, properties = {}, children = []) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// The list of documents; the address keeps the one that is shown, so that a reload shows it again.
async function list() {
  const known = await get("list");
  const wanted = choice.value || location.hash.slice(1) || texts.first;
  choice.replaceChildren(...known.map((it) => make("option", { value: it.id, textContent: it.name })));
  if (known.some((it) => it.id === wanted)) choice.value = wanted;
  if (known.length === 0) element("state").textContent = texts.none;
}

async function show() {
  if (!choice.value) return;
  const mine = ++asked;
  const next = await get(`document/${choice.value}`);
  // A later save was asked for meanwhile.
  if (mine !== asked) return;
  if (next.failure) {
    element("state").textContent = next.failure;
    return;
  }
  const isOther = view === null || view.name !== next.name;
  view = next;
  document.title = view.name;
  element("title").textContent = view.name;
  if (isOther) {
    here = null;
    explain(null);
  }
  pages(isOther);
  findings();
  source();
  if (!isOther && explained.length > 0) explain(figuresOf(explained));
}

// The figures of the state that is shown now, by their paths.
function figuresOf(paths) {
  const all = (view.pages || []).flatMap((page) => page.pieces).flatMap((piece) => piece.figures);
  return paths.map((path) => all.find((it) => it.path === path)).filter(Boolean);
}

// What is made anew keeps the focus of what it replaces, by its place among its kind.
function keepingFocus(before, after, kind, change) {
  const at = [...before.querySelectorAll(kind)].indexOf(document.activeElement);
  change();
  const all = after.querySelectorAll(kind);
  if (at < 0 || all.length === 0) return;
  const to = all[Math.min(at, all.length - 1)];
  to.tabIndex = 0;
  to.focus({ preventScroll: true });
}

// Only pages that look other than before are replaced, so that nothing moves.
function pages(isOther) {
  if (isOther) main.replaceChildren();
  if (!view.pages) {
    element("state").textContent = main.children.length ? texts.stale : texts.failed;
    return;
  }
  const top = main.scrollTop;
  view.pages.forEach((page, index) => {
    const old = main.children[index];
    const key = JSON.stringify(page);
    if (old && old.key === key) return;
    const made = drawn(page, index, old);
    made.key = key;
    if (old) keepingFocus(old, made, "button.piece", () => old.replaceWith(made));
    else main.append(made);
  });
  while (main.children.length > view.pages.length) main.lastChild.remove();
  main.scrollTop = isOther ? 0 : top;
  const changed = view.changed.length ? ` · ${texts.changed}: ${view.changed.length}` : "";
  element("state").textContent = `${texts.page}: ${view.pages.length}${changed}`;
}

function drawn(page, index, old) {
  const title = `${texts.page} ${index + 1}`;
  const box = make("section", { className: "page" });
  box.setAttribute("aria-label", title);
  box.dataset.width = page.width;
  box.dataset.height = page.height;
  size(box);
  // The old picture stays until the new one is there.
  const address = `page/${page.digest}`;
  const image = make("img", { alt: "", src: address });
  if (old && old.dataset.digest === page.digest) image.decoding = "sync";
  box.dataset.digest = page.digest;
  box.append(image, ...page.pieces.map((piece) => pieceOf(piece, page)));
  const first = box.querySelector("button.piece");
  if (first) first.tabIndex = 0;
  return box;
}

function pieceOf(piece, page) {
  const isButton = piece.line !== null || piece.figures.length > 0;
  const made = make(isButton ? "button" : "span", { className: "piece", textContent: piece.text, lang: "vi" });
  const part = (length, whole) => `${(100 * length) / whole}%`;
  made.style.left = part(piece.left, page.width);
  made.style.top = part(piece.top, page.height);
  made.style.width = part(piece.width, page.width);
  made.style.height = part(piece.height, page.height);
  if (piece.is_changed) made.classList.add("changed");
  if (!isButton) return made;
  made.type = "button";
  made.tabIndex = -1;
  const figures = piece.figures.map((it) => it.path).join(", ");
  made.title = [figures, piece.line === null ? "" : `${texts.line} ${piece.line}`]
    .filter(Boolean)
    .join(" · ");
  made.addEventListener("click", async () => {
    // The explanation takes room of the lines: these are moved when it is there.
    await explain(piece.figures);
    if (piece.line !== null) open(piece.line);
  });
  return made;
}

function size(box) {
  const inches = box.dataset.width / 72000;
  box.style.width = `${inches * 96 * scale}px`;
  box.style.height = `${(box.dataset.height / 72000) * 96 * scale}px`;
}

// Within a page the arrow keys go from text to text; Tab goes to the next page.
main.addEventListener("keydown", (event) => {
  const here = document.activeElement;
  if (!here.classList.contains("piece")) return;
  const all = [...here.parentElement.querySelectorAll("button.piece")];
  const at = all.indexOf(here);
  const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  let to = null;
  if (event.key in steps) to = all[at + steps[event.key]];
  if (event.key === "Home") to = all[0];
  if (event.key === "End") to = all[all.length - 1];
  if (!to) return;
  event.preventDefault();
  here.tabIndex = -1;
  to.tabIndex = 0;
  to.focus();
});

function findings() {
  const made = view.findings.map((it) => {
    const place = it.is_here ? `${texts.line} ${it.line}` : `${it.file}:${it.line}`;
    const parts = [
      make("span", { className: "label", textContent: `${it.label} ${it.code}` }),
      ` ${it.message}`,
      make("small", { textContent: [it.help, place].filter(Boolean).join(" · ") }),
    ];
    const button = make("button", { type: "button" }, parts);
    button.addEventListener("click", () => {
      if (it.is_here) open(it.line);
      tell({ file: it.file, line: it.line, column: it.column });
    });
    return make("li", { className: it.severity }, [button]);
  });
  if (made.length === 0) made.push(make("li", { textContent: texts.clean }));
  const list = element("findings");
  keepingFocus(list, list, "button", () => list.replaceChildren(...made));
}

function source() {
  const list = element("source");
  const top = list.scrollTop;
  const lines = view.lines.map((line) => make("li", { textContent: line || " " }));
  list.replaceChildren(...lines);
  if (here !== null && lines[here - 1]) lines[here - 1].classList.add("here");
  list.scrollTop = top;
  element("editor").href = address(here || 1);
}

const address = (line) => `vscode://file${encodeURI(view.path.startsWith("/") ? view.path : `/${view.path}`)}:${line}`;

// Shows a line of the directive, here and in the editor around this page.
function open(line) {
  const list = element("source");
  const row = list.children[line - 1];
  if (!row) return;
  list.querySelectorAll(".here").forEach((it) => it.classList.remove("here"));
  row.classList.add("here");
  here = line;
  list.scrollTop = row.offsetTop - list.offsetTop - list.clientHeight / 3;
  element("editor").href = address(line);
  tell({ file: view.name, line, column: 1 });
}

// Only the viewer of VS Code may have this page in a frame.
function tell(place) {
  if (inFrame) window.parent.postMessage({ vanthu: "open", ...place }, "*");
}

async function explain(figures) {
  const panel = element("explanation");
  explained = (figures || []).map((it) => it.path);
  if (!figures || figures.length === 0) {
    panel.hidden = true;
    return;
  }
  const told = figures.map((it) => get(`figure/${choice.value}/${it.place}`));
  const trees = await Promise.all(told);
  const line = ([depth, text]) => {
    const made = make("li", { textContent: text });
    made.style.paddingLeft = `${depth}rem`;
    return made;
  };
  element("tree").replaceChildren(...trees.flat().map(line));
  panel.hidden = false;
}

element("close").addEventListener("click", () => {
  explain(null);
  main.focus();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") explain(null);
});
choice.addEventListener("change", () => {
  location.hash = choice.value;
  show();
});
const zoom = (by) => {
  scale = Math.min(3, Math.max(0.4, scale * by));
  document.querySelectorAll(".page").forEach(size);
};
element("smaller").addEventListener("click", () => zoom(1 / 1.15));
element("larger").addEventListener("click", () => zoom(1.15));

// Every save is told; the first event comes at once.
const events = new EventSource("events");
events.onmessage = async () => {
  try {
    await list();
    await show();
  } catch {
    element("state").textContent = texts.gone;
  }
};
events.onerror = () => {
  element("state").textContent = texts.gone;
};

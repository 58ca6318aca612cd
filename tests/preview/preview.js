#!/usr/bin/env node
"use strict";

// Drives `vanthu preview` with headless Chromium, and asks it for what it must not give.
//
//     NODE_PATH=target/tools/preview/node_modules node tests/preview/preview.js target/quick/vanthu target/preview
//
// One line per fact; pictures go to the second folder: look at them.
// `tests/editors/run.sh` runs this, `tests/editors/install.sh` installs what is needed.

const assert = require("node:assert/strict");
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const http = require("node:http");
const net = require("node:net");
const os = require("node:os");
const path = require("node:path");
const { chromium } = require("playwright-core");
const { facts, has, hasNot, spread } = require("../editors/facts.js");
const { Project } = require("../editors/project.js");
const { Preview, listens } = require("./server.js");

/** Facts that do not hold yet, with the reason. It has to be empty. */
const KNOWN = {
  "saves: a browser that still loads the pages before the last save gets them":
    "its pages are forgotten at once: 404, and a broken picture until the next save is drawn",
  "edit: in a sentence the changed figure is highlighted, not the lines around it":
    "all lines of its paragraph are",
};

const PROGRAM = path.resolve(process.argv[2] ?? "target/quick/vanthu");
const PICTURES = path.resolve(process.argv[3] ?? "target/preview");
const DOCUMENTS = path.join(__dirname, "../editors/project");
const AXE = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const SAVES = Number(process.env.SAVES ?? 200);
const GIAO = "data/giao.yaml";
const LONG = "data/dai.yaml";
const { fact, skip, finish } = facts(KNOWN);

let browser = null;

/** A text of several pages. */
function long(text) {
  const clause = (it) => `  ${it + 3}. Thôn thứ ${it + 1} lập danh sách những người chưa tham gia, gửi Ủy ban nhân dân xã trước ngày 20 hằng tháng; các thôn tăng {{ chi_tieu.total.tang }} người.\n\n`;
  return text.replace("signatory:", `\n${Array.from({ length: 40 }, (_, it) => clause(it)).join("")}signatory:`)
    .replace('{{ appendix("chi-tieu") }})./.', '{{ appendix("chi-tieu") }}).')
    .replace(/người\.\n\nsignatory/, "người./.\n\nsignatory");
}

/** A page of the browser that shows a document, and all that it loads and complains of. */
async function shown(preview, { file = null, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "vi-VN", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.requests = [];
  page.complaints = [];
  page.on("request", (it) => page.requests.push(it.url()));
  page.on("console", (it) => ["error", "warning"].includes(it.type()) && page.complaints.push(it.text()));
  page.on("pageerror", (it) => page.complaints.push(String(it)));
  await page.goto(preview.address);
  if (file) await page.selectOption("#document", { label: file });
  if (file) await page.waitForFunction((name) => document.title === name, file);
  return page;
}

/** The pieces of text that hold `words`. */
const piece = (page, words) => page.locator(".piece", { hasText: words }).first();

/** Waits until a piece of the pages holds `words`; a number and its unit are held together there. */
function says(page, words) {
  const isThere = (wanted) =>
    [...document.querySelectorAll(".piece")].some((it) => it.textContent.replaceAll("\u00a0", " ").includes(wanted));
  return page.waitForFunction(isThere, words);
}

const pages = (page) => page.locator("section.page").count();

/** The line of the source that is marked. */
const marked = (page) => page.locator("#source .here").textContent({ timeout: 3_000 }).catch(() => "(none)");

/** Waits until the marked line is where one sees it; the list scrolls smoothly. */
async function seesLine(page) {
  const isSeen = () => {
    const [row, list] = [document.querySelector("#source .here"), document.querySelector("#source")];
    if (!row) return false;
    const [small, big] = [row, list].map((it) => it.getBoundingClientRect());
    return small.top >= big.top - 1 && small.bottom <= big.bottom + 1 && big.bottom <= innerHeight;
  };
  const seen = await page.waitForFunction(isSeen, null, { timeout: 3_000 }).catch(() => null);
  assert.ok(seen, `line \`${await marked(page)}\` is not in view`);
}

async function picture(page, name) {
  fs.mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
}

/** Runs `check` with a server and a page in a new project. */
async function within(check, { args = [GIAO], file = null, settings = null, prepare = () => {}, ...options } = {}) {
  const project = new Project(PROGRAM, DOCUMENTS);
  let preview = null;
  let page = null;
  try {
    project.write(LONG, long(project.read(GIAO)));
    if (settings !== null) project.write("vanthu.yaml", settings);
    prepare(project);
    preview = await Preview.start(project, args);
    page = await shown(preview, { file, ...options });
    if (file === null) await says(page, "UBND");
    await check(page, project, preview);
  } finally {
    await page?.context().close();
    await preview?.stop("SIGKILL");
    project.remove();
  }
}

const fresh = (name, check, options) => fact(name, () => within(check, options));

async function reading() {
  await fresh("page: the document that was named is shown, with pictures of its pages", async (page) => {
    assert.equal(await page.title(), GIAO);
    assert.equal(await page.locator("#title").textContent(), GIAO);
    assert.equal(await pages(page), 2);
    const widths = await page.locator("section.page img").evaluateAll((all) =>
      Promise.all(all.map(async (it) => (await it.decode(), it.naturalWidth))));
    assert.ok(widths.every((it) => it > 0), widths.join());
    await picture(page, "1-light");
  });

  await fresh("page: texts stand over their pictures", async (page) => {
    const box = await piece(page, "giao chỉ tiêu năm 2024").boundingBox();
    const paper = await page.locator("section.page").first().boundingBox();
    assert.ok(box.x > paper.x && box.y > paper.y && box.x + box.width < paper.x + paper.width, JSON.stringify({ box, paper }));
    assert.ok(box.height > 8 && box.height < 40, JSON.stringify(box));
  });

  await fresh("page: nothing is loaded from elsewhere, nothing is complained of", async (page, project, preview) => {
    await piece(page, "45").click();
    await says(page, "45");
    for (const url of page.requests) assert.ok(url.startsWith(preview.address), url);
    assert.deepEqual(page.complaints, []);
  });

  await fresh("list: all documents, and nothing else", async (page) => {
    const names = await page.locator("#document option").allTextContents();
    assert.deepEqual(names.sort(), ["data/chu.yaml", LONG, GIAO, "data/khen.yaml", "data/nhac.yaml", "data/vi-du/ra-soat-bhyt.yaml"]);
  });

  await fresh("list: another document is shown, from its beginning, also after a reload", async (page) => {
    await page.selectOption("#document", { label: LONG });
    await says(page, "Thôn thứ 1 ");
    await page.locator("#pages").evaluate((it) => (it.scrollTop = 700));
    await page.selectOption("#document", { label: "data/nhac.yaml" });
    await says(page, "mới đạt");
    assert.equal(await page.locator("#pages").evaluate((it) => it.scrollTop), 0);
    await page.reload();
    await says(page, "mới đạt");
    assert.equal(await page.title(), "data/nhac.yaml");
  });

  await fresh("list: documents that are made, renamed and removed", async (page, project) => {
    const has_option = (name) => page.waitForFunction(
      (wanted) => [...document.querySelectorAll("#document option")].some((it) => it.textContent === wanted), name);
    const has_not = (name) => page.waitForFunction(
      (wanted) => ![...document.querySelectorAll("#document option")].some((it) => it.textContent === wanted), name);
    project.write("data/2026/mới.yaml", project.read(GIAO));
    await has_option("data/2026/mới.yaml");
    fs.renameSync(project.path("data/2026/mới.yaml"), project.path("data/2026/cũ.yaml"));
    await has_option("data/2026/cũ.yaml");
    await has_not("data/2026/mới.yaml");
    fs.rmSync(project.path("data/2026/cũ.yaml"));
    await has_not("data/2026/cũ.yaml");
    assert.equal(await page.title(), GIAO);
  });
}

async function edits() {
  await fresh("edit: a save is on the page, the scroll position stays", async (page, project) => {
    const before = await page.locator("#pages").evaluate((it) => (it.scrollTop = 1_234, it.scrollTop));
    assert.equal(before, 1_234);
    const text = project.read(LONG);
    await page.evaluate(() => {
      window.first = document.querySelectorAll("section.page")[0];
      window.second = document.querySelectorAll("section.page")[1];
    });
    project.save(LONG, text.replace("Thôn thứ 12 lập", "Thôn thứ MƯỜI HAI lập"));
    await says(page, "MƯỜI HAI");
    assert.equal(await page.locator("#pages").evaluate((it) => it.scrollTop), before);
    // Pages that look the same are not touched.
    const same = await page.evaluate(() => {
      const all = [...document.querySelectorAll("section.page")];
      return [all.includes(window.first), all.includes(window.second)];
    });
    assert.ok(same.includes(true), "all pages are replaced");
  }, { args: [LONG] });

  await fresh("edit: the scroll position stays when pages come and go", async (page, project) => {
    const text = project.read(LONG);
    const many = await pages(page);
    const before = await page.locator("#pages").evaluate((it) => (it.scrollTop = 900, it.scrollTop));
    project.save(LONG, text.replace("signatory:", `${"  Thêm một đoạn nữa để có thêm một trang.\n\n".repeat(40)}signatory:`).replace("./.", "."));
    await page.waitForFunction((count) => document.querySelectorAll("section.page").length > count, many);
    assert.equal(await page.locator("#pages").evaluate((it) => it.scrollTop), before);
    project.save(LONG, text);
    await page.waitForFunction((count) => document.querySelectorAll("section.page").length === count, many);
    assert.equal(await page.locator("#pages").evaluate((it) => it.scrollTop), before);
  }, { args: [LONG] });

  for (const [how, write] of [
    ["in place", (project, name, text) => fs.writeFileSync(project.path(name), text)],
    ["with a new file in the place of the old one", (project, name, text) => project.save(name, text)],
    ["with the old file set aside first", (project, name, text) => {
      fs.renameSync(project.path(name), project.path(`${name}~`));
      fs.writeFileSync(project.path(name), text);
      fs.rmSync(project.path(`${name}~`));
    }],
  ]) {
    await fresh(`edit: a file saved ${how}`, async (page, project) => {
      write(project, GIAO, project.read(GIAO).replace("giao các thôn tăng", "giao cho các thôn tăng"));
      await says(page, "giao cho các thôn tăng");
      write(project, GIAO, project.read(GIAO).replace("giao cho các thôn tăng", "giao lại các thôn tăng"));
      await says(page, "giao lại các thôn tăng");
    });
  }

  await fresh("edit: a change of the catalog, of rows in a file, of the settings", async (page, project) => {
    const office = "data/catalog/co-quan.yaml";
    project.save(office, project.read(office).replace("name: Nguyễn Thị An", "name: Nguyễn Thị Bình Minh"));
    await says(page, "Nguyễn Thị Bình Minh");
    project.save("data/thon.csv", project.read("data/thon.csv").replace("60,50", "60,55"));
    await says(page, "155");
    project.save("vanthu.yaml", "language: vi\nprofile: narrow\n");
    await page.waitForFunction(() => document.querySelectorAll("section.page").length > 0);
  }, { args: ["data/nhac.yaml"] });

  await fresh("edit: changed figures are highlighted, others are not", async (page, project) => {
    assert.equal(await page.locator(".piece.changed").count(), 0);
    project.save(GIAO, project.read(GIAO).replace("Thôn Hạ: [50, 60]", "Thôn Hạ: [50, 70]").replace("declared: {tang: 45}", "declared: {tang: 55}"));
    await says(page, "55");
    await page.waitForFunction(() => document.querySelectorAll(".piece.changed").length > 0);
    const texts = (await page.locator(".piece.changed").allTextContents()).map((it) => it.trim());
    for (const wanted of ["70", "20", "285", "55"]) assert.ok(texts.includes(wanted), `no ${wanted}: ${texts}`);
    for (const unwanted of ["120", "230", "95"]) assert.ok(!texts.includes(unwanted), `${unwanted}: ${texts}`);
    // Also in the sentences that name them.
    assert.ok(texts.some((it) => it.includes("thôn tăng 55")), texts.join("; "));
    const color = await page.locator(".piece.changed").first().evaluate((it) => getComputedStyle(it).backgroundColor);
    assert.notEqual(color, "rgba(0, 0, 0, 0)");
    has(await page.locator("#state").textContent(), "Số đã đổi");
    await page.locator(".piece.changed").last().scrollIntoViewIfNeeded();
    await picture(page, "2-changed");
  });
}

async function highlights() {
  const change = (project) => project.save(GIAO, project.read(GIAO).replace("Thôn Hạ: [50, 60]", "Thôn Hạ: [50, 70]")
    .replace("declared: {tang: 45}", "declared: {tang: 55}"));

  await fresh("edit: in a sentence the changed figure is highlighted, not the lines around it", async (page, project) => {
    change(project);
    await says(page, "tăng 55 ");
    const texts = await page.locator("section.page").first().locator(".piece.changed").allTextContents();
    assert.ok(texts.some((it) => it.includes("55")), texts.join("; "));
    // This line of the paragraph holds no figure of a table.
    for (const it of texts) hasNot(it, "Nghị quyết số");
  });

  await fresh("edit: a changed figure stays highlighted below the pointer", async (page, project) => {
    change(project);
    await says(page, "tăng 55 ");
    const figure = page.locator(".piece.changed").filter({ hasText: /^70$/ });
    const color = () => figure.evaluate((it) => getComputedStyle(it).backgroundColor);
    const before = await color();
    await figure.hover();
    assert.equal(await color(), before);
  });
}

async function findings() {
  await fresh("findings: a mistake is told beside the page, in Vietnamese; the old pages stay", async (page, project) => {
    has(await page.locator("#findings").textContent(), "Không có gì phải sửa");
    const text = project.read(GIAO);
    project.save(GIAO, text.replace("total.tang }}", "total.tangg }}"));
    const finding = page.locator("#findings li.error button");
    await finding.waitFor();
    has(await finding.textContent(), "bảng không có cột số `tangg`");
    has(await finding.textContent(), "ý bạn là `tang`?");
    assert.equal(await pages(page), 2);
    has(await page.locator("#state").textContent(), "Trang cũ");
    await finding.click();
    has(await marked(page), "total.tangg");
    await seesLine(page);
    await picture(page, "3-findings");
    project.save(GIAO, text);
    await page.locator("#findings li.error").waitFor({ state: "detached" });
    has(await page.locator("#findings").textContent(), "Không có gì phải sửa");
  });

  await fresh("findings: warnings and notes have their words, too", async (page, project) => {
    project.save(GIAO, project.read(GIAO).replace("date: 2024-03", "date: 15/03/2024").replace("title: Chỉ tiêu các thôn", "note: Giả định"));
    await page.locator("#findings li button").first().waitFor();
    const labels = await page.locator("#findings .label").allTextContents();
    assert.ok(labels.every((it) => /^(lỗi|cảnh báo|ghi chú) [A-Z]\d{3}$/.test(it)), labels.join());
  });

  await fresh("findings: a document that has errors from the start says so", async (page) => {
    await page.selectOption("#document", { label: "data/chu.yaml" });
    await page.waitForFunction(() => document.title === "data/chu.yaml");
    assert.equal(await pages(page), 0);
    has(await page.locator("#state").textContent(), "Chưa dựng được");
    assert.ok((await page.locator("#findings li.error").count()) > 3);
    has(await page.locator("#source").textContent(), "😀😀");
  });

  await fresh("findings: a file that is no text is told, and the page recovers", async (page, project) => {
    const text = project.read(GIAO);
    fs.writeFileSync(project.path(GIAO), Buffer.from([0xff, 0xfe, 0x00, 0x41]));
    await page.waitForFunction(() => document.querySelectorAll("#findings li.error").length > 0 || /UTF-8/.test(document.querySelector("#state").textContent));
    project.save(GIAO, text.replace("giao các thôn", "giao cho các thôn"));
    await says(page, "giao cho các thôn");
    await page.waitForFunction(() => document.querySelectorAll("#findings li.error").length === 0);
  });

  await fresh("findings: mistakes in the settings are told, and the page recovers", async (page, project) => {
    project.save("vanthu.yaml", "langauge: vi\n");
    await page.waitForFunction(() => document.querySelector("#findings").textContent.includes("langauge"));
    project.save("vanthu.yaml", "language: vi\n");
    await page.waitForFunction(() => !document.querySelector("#findings").textContent.includes("langauge"));
    await says(page, "UBND");
  });
}

async function clicks() {
  await fresh("click: on a word opens its line", async (page) => {
    for (const [words, line] of [
      ["TỔ CHỨC THỰC HIỆN", "# II. TỔ CHỨC THỰC HIỆN"],
      ["Thôn Đoài", "Thôn Đoài: [100, 120]"],
      ["Tổng cộng", "total: {label: Tổng cộng}"],
      ["Kế hoạch 2024", "header: Kế hoạch 2024"],
      ["giao chỉ tiêu năm 2024", "subject: giao chỉ tiêu năm 2024"],
    ]) {
      await piece(page, words).click();
      has(await marked(page), line);
      await seesLine(page);
    }
    const link = await page.locator("#editor").getAttribute("href");
    assert.match(decodeURI(link), /^vscode:\/\/file\/.*\/văn bản của xã\/data\/giao\.yaml:8$/);
    await picture(page, "4-click");
  });

  await fresh("click: the line of a figure stays in view when its explanation opens", async (page) => {
    await piece(page, "giao các thôn tăng").click();
    has(await marked(page), "giao các thôn tăng {{ chi_tieu");
    await page.locator("#tree li").first().waitFor();
    await seesLine(page);
  });

  await fresh("click: a line stays marked and in view after a save", async (page, project) => {
    await piece(page, "TỔ CHỨC THỰC HIỆN").click();
    await seesLine(page);
    project.save(GIAO, project.read(GIAO).replace("giao các thôn", "giao cho các thôn"));
    await says(page, "giao cho các thôn");
    has(await marked(page), "# II. TỔ CHỨC THỰC HIỆN");
    await seesLine(page);
  });

  await fresh("click: on a figure of a table shows its explanation", async (page) => {
    assert.equal(await page.locator("#explanation").isVisible(), false);
    const total = page.locator("section.page").nth(1).locator(".piece").filter({ hasText: /^45$/ });
    await total.scrollIntoViewIfNeeded();
    await total.click();
    await page.locator("#tree li").first().waitFor();
    const told = await page.locator("#tree").innerText();
    for (const words of ["= 45", "Thôn Đoài: 20", "Thôn Hạ: 10", "tn_2024 - tn_2023"]) has(told, words);
    await picture(page, "5-figure");
    await page.locator("#close").click();
    assert.equal(await page.locator("#explanation").isVisible(), false);
  });

  await fresh("click: on a sentence shows the figure in it, on a plain one none", async (page) => {
    await piece(page, "giao các thôn tăng").click();
    await page.locator("#tree li").first().waitFor();
    has(await page.locator("#tree").innerText(), "= 45");
    await piece(page, "TỔ CHỨC THỰC HIỆN").click();
    await page.locator("#explanation").waitFor({ state: "hidden" });
  });

  await fresh("click: the title of a text names line and figure", async (page) => {
    const title = await piece(page, "giao các thôn tăng").getAttribute("title");
    has(title, "chi_tieu.total.tang");
    has(title, "Dòng 33");
  });

  await fresh("click: an open explanation follows a save", async (page, project) => {
    await piece(page, "giao các thôn tăng").click();
    await page.locator("#tree li").first().waitFor();
    project.save(GIAO, project.read(GIAO).replace("Thôn Hạ: [50, 60]", "Thôn Hạ: [50, 70]").replace("declared: {tang: 45}", "declared: {tang: 55}"));
    await says(page, "tăng 55 ");
    await page.waitForFunction(() => document.querySelector("#tree").innerText.includes("= 55"), null, { timeout: 3_000 })
      .catch(async () => assert.fail(`it still says ${(await page.locator("#tree li").first().textContent())}`));
  });

  await fresh("zoom: larger and smaller, texts stay over their pictures", async (page) => {
    const width = () => page.locator("section.page").first().evaluate((it) => it.getBoundingClientRect().width);
    const before = await width();
    await page.locator("#larger").click();
    assert.ok((await width()) > before * 1.1);
    await piece(page, "Thôn Đoài").click();
    has(await marked(page), "Thôn Đoài: [100, 120]");
    await page.locator("#smaller").click();
    assert.ok(Math.abs((await width()) - before) < 1);
  });
}

/** What has the focus, in words. */
const focus = (page) => page.evaluate(() => {
  const it = document.activeElement;
  return `${it.tagName.toLowerCase()}${it.id ? `#${it.id}` : ""}${it.className ? `.${it.className.split(" ")[0]}` : ""}`;
});

async function keyboard() {
  await fresh("keyboard: the way leads through skip link, list, zoom, pages, findings and source", async (page) => {
    const seen = [];
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press("Tab");
      const now = await focus(page);
      if (seen.at(-1) !== now || now === "button.piece") seen.push(now);
    }
    const wanted = ["a.skip", "select#document", "button#smaller", "button#larger", "button.piece", "button.piece", "a#editor", "ol#source"];
    assert.deepEqual(seen.slice(0, wanted.length), wanted);
  });

  await fresh("keyboard: the skip link leads to the pages", async (page) => {
    await page.keyboard.press("Tab");
    const box = await page.locator(".skip").boundingBox();
    assert.ok(box.x >= 0, "the skip link is not seen");
    await page.keyboard.press("Enter");
    assert.equal(await focus(page), "main#pages");
    await page.keyboard.press("Tab");
    assert.equal(await focus(page), "button.piece");
    assert.equal(await page.title(), GIAO);
  });

  await fresh("keyboard: arrows go from text to text, Enter opens line and explanation, Esc closes it", async (page) => {
    for (let step = 0; step < 5; step += 1) await page.keyboard.press("Tab");
    assert.equal(await focus(page), "button.piece");
    const text = () => page.evaluate(() => document.activeElement.textContent);
    const first = await text();
    await page.keyboard.press("ArrowDown");
    assert.notEqual(await text(), first);
    await page.keyboard.press("ArrowUp");
    assert.equal(await text(), first);
    await page.keyboard.press("End");
    await page.keyboard.press("Home");
    assert.equal(await text(), first);
    for (let step = 0; step < 60 && !(await text()).includes("giao các thôn tăng"); step += 1) await page.keyboard.press("ArrowRight");
    has(await text(), "giao các thôn tăng");
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.equal(outline, "solid");
    await picture(page, "6-keyboard");
    await page.keyboard.press("Enter");
    has(await marked(page), "giao các thôn tăng");
    await page.locator("#tree li").first().waitFor();
    has(await page.locator("#tree").innerText(), "= 45");
    await page.keyboard.press("Escape");
    await page.locator("#explanation").waitFor({ state: "hidden" });
    has(await text(), "giao các thôn tăng");
  });

  await fresh("keyboard: a text that has the focus is in view", async (page) => {
    await page.selectOption("#document", { label: LONG });
    await says(page, "Thôn thứ 1 ");
    await page.locator("section.page").nth(1).locator("button.piece").first().focus();
    await page.keyboard.press("End");
    const isIn = await page.evaluate(() => {
      const [small, big] = [document.activeElement, document.querySelector("#pages")].map((it) => it.getBoundingClientRect());
      return small.top >= big.top && small.bottom <= big.bottom;
    });
    assert.ok(isIn);
  });

  await fresh("keyboard: a save leaves the focus at its text", async (page, project) => {
    await piece(page, "giao các thôn tăng").focus();
    project.save(GIAO, project.read(GIAO).replace("các thôn tăng", "mọi thôn tăng"));
    await says(page, "giao mọi thôn tăng");
    assert.equal(await focus(page), "button.piece");
    has(await page.evaluate(() => document.activeElement.textContent), "giao mọi thôn tăng");
  });

  await fresh("keyboard: a save leaves the focus at its finding", async (page, project) => {
    const text = project.read(GIAO).replace("total.tang }}", "total.tangg }}");
    project.save(GIAO, text);
    await page.locator("#findings li.error button").focus();
    project.save(GIAO, text.replace("các thôn tăng", "mọi thôn tăng"));
    await page.waitForFunction(() => document.querySelector("#source").textContent.includes("mọi thôn tăng"));
    assert.equal(await page.evaluate(() => document.activeElement.closest("#findings") !== null), true);
  });

  await fresh("keyboard: a finding and a document are chosen", async (page, project) => {
    project.save(GIAO, project.read(GIAO).replace("total.tang }}", "total.tangg }}"));
    await page.locator("#findings li.error button").focus();
    await page.keyboard.press("Enter");
    has(await marked(page), "total.tangg");
    await page.locator("#document").focus();
    await page.keyboard.type("data/khen");
    await page.waitForFunction(() => document.title === "data/khen.yaml");
  });
}

async function readers() {
  await fresh("screen reader: pages, findings and source have names", async (page) => {
    const snapshot = await page.locator("body").ariaSnapshot();
    for (const words of ['main "Các trang"', 'region "Trang 1"', 'region "Trang 2"', 'complementary "Thông báo và nguồn"', 'region "Thông báo"', 'combobox "Văn bản"', 'button "Phóng to"', 'button "Thu nhỏ"', "status:"]) {
      has(snapshot, words);
    }
    has(snapshot, "giao các thôn tăng 45 người");
  });

  await fresh("screen reader: the order of texts is that of reading", async (page) => {
    const texts = (await page.locator("section.page").first().locator(".piece").allTextContents()).join(" ");
    const order = ["MỤC TIÊU", "giao các thôn tăng", "TỔ CHỨC THỰC HIỆN", "Trần Văn Bình"].map((it) => texts.indexOf(it));
    assert.ok(order.every((it, index) => it >= 0 && (index === 0 || it > order[index - 1])), order.join());
  });

  await fresh("screen reader: an explanation that opens is told", async (page) => {
    await piece(page, "giao các thôn tăng").focus();
    await page.keyboard.press("Enter");
    await page.locator("#tree li").first().waitFor();
    const isTold = await page.evaluate(() => {
      const panel = document.querySelector("#explanation");
      const isLive = panel.closest("[aria-live], [role=status], [role=alert]") || panel.querySelector("[aria-live], [role=status], [role=alert]");
      return Boolean(isLive) || panel.contains(document.activeElement);
    });
    assert.ok(isTold, "it is no live region, and the focus does not go there");
  });

  await fresh("screen reader: new findings are told", async (page, project) => {
    project.save(GIAO, project.read(GIAO).replace("total.tang }}", "total.tangg }}"));
    await page.locator("#findings li.error").waitFor();
    has(await page.locator('[role="status"]').allTextContents().then((it) => it.join()), "văn bản đang có lỗi");
  });

  await fresh("screen reader: in an English page the texts of documents are marked as Vietnamese", async (page) => {
    const language = await piece(page, "giao các thôn tăng").evaluate((it) => it.closest("[lang]").lang);
    assert.equal(language, "vi");
  }, { settings: "language: en\n" });

  for (const [what, options, prepare] of [
    ["light", {}, null],
    ["dark", { colorScheme: "dark" }, null],
    ["light, English", { settings: "language: en\n" }, null],
    ["a narrow window", { viewport: { width: 400, height: 800 } }, null],
    ["a document without pages", { file: "data/chu.yaml" }, null],
    ["light, with findings", {}, findingsShown],
    ["dark, with findings", { colorScheme: "dark" }, findingsShown],
    ["light, with an explanation and changed figures", {}, explanationShown],
    ["dark, with an explanation and changed figures", { colorScheme: "dark" }, explanationShown],
  ]) {
    await fresh(`axe: no violation (${what})`, async (page, project) => {
      await prepare?.(page, project);
      await picture(page, `axe-${what.replace(/[^a-z]+/gi, "-").toLowerCase()}`);
      await page.evaluate(AXE);
      const { violations, passes } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations", "passes"] }));
      assert.ok(passes.length > 15, `only ${passes.length} rules were applied`);
      const told = violations.map((it) => `${it.id} (${it.impact}): ${it.help}: ${it.nodes.slice(0, 3).map((node) => node.html).join(" ")}`);
      assert.deepEqual(told, []);
    }, options);
  }
}

async function findingsShown(page, project) {
  project.save(GIAO, project.read(GIAO).replace("total.tang }}", "total.tangg }}").replace("title: Chỉ tiêu các thôn", "note: x"));
  await page.locator("#findings li.error button").first().click();
}

async function explanationShown(page, project) {
  project.save(GIAO, project.read(GIAO).replace("Thôn Hạ: [50, 60]", "Thôn Hạ: [50, 70]").replace("declared: {tang: 45}", "declared: {tang: 55}"));
  await says(page, "tăng 55 ");
  await piece(page, "giao các thôn tăng").click();
  await page.locator("#tree li").first().waitFor();
}

async function appearance() {
  const colors = (page) => page.evaluate(() => {
    const light = (color) => color.match(/[\d.]+/g).slice(0, 3).reduce((sum, it) => sum + Number(it), 0) / 3;
    const of = (selector, what) => light(getComputedStyle(document.querySelector(selector))[what]);
    return { back: of("body", "backgroundColor"), text: of("body", "color"), panel: of("aside", "backgroundColor") };
  });

  await fresh("appearance: dark where the system is dark, and without a reload", async (page) => {
    const dark = await colors(page);
    assert.ok(dark.back < 60 && dark.panel < 60 && dark.text > 200, JSON.stringify(dark));
    // Paper is shown dark, too: its own letters are light then.
    has(await page.locator("section.page img").first().evaluate((it) => getComputedStyle(it).filter), "invert");
    await picture(page, "7-dark");
    await page.emulateMedia({ colorScheme: "light" });
    const light = await colors(page);
    assert.ok(light.back > 200 && light.panel > 200 && light.text < 60, JSON.stringify(light));
  }, { colorScheme: "dark" });

  for (const [language, settings, args, words, others] of [
    ["vi", "language: vi\n", [GIAO], ["Thông báo", "Tệp nguồn", "Không có gì phải sửa", "Mở trong VS Code"], /findings|nothing to correct/i],
    ["en", "language: en\n", [GIAO], ["Findings", "Source file", "Nothing to correct", "Open in VS Code"], /thông báo|tệp nguồn/i],
    ["en", "language: vi\n", ["--lang", "en", GIAO], ["Findings"], /thông báo|tệp nguồn/i],
  ]) {
    await fresh(`appearance: in ${language} with ${settings.trim()} and ${args.join(" ")}`, async (page, project) => {
      assert.equal(await page.locator("html").getAttribute("lang"), language);
      const text = await page.locator("aside").innerText();
      for (const it of words) has(text.toLowerCase(), it.toLowerCase());
      assert.ok(!others.test(await page.locator("header").innerText()) && !others.test(text), text);
      await piece(page, "giao các thôn tăng").click();
      await page.locator("#tree li").first().waitFor();
      has(await page.locator("#explanation").innerText(), language === "vi" ? "cộng 3 dòng" : "sum of 3 rows");
      project.save(GIAO, project.read(GIAO).replace("total.tang }}", "total.tangg }}"));
      await page.locator("#findings li.error").waitFor();
      has(await page.locator("#findings").textContent(), language === "vi" ? "không có cột số" : "no column of figures");
      if (language === "en") await picture(page, "8-english");
    }, { settings, args });
  }

  await fresh("appearance: in a narrow window nothing sticks out, and the source is below the pages", async (page) => {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await picture(page, "9-narrow");
    assert.ok(wide <= 0, `${wide} pixels stick out`);
  }, { viewport: { width: 400, height: 800 } });

  await fresh("appearance: nothing sticks out at twice the size of letters (1280 pixels at 400 %)", async (page) => {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${wide} pixels stick out`);
  }, { viewport: { width: 320, height: 256 } });
}

async function saves() {
  for (const [what, name, count] of [["a text of 2 pages", GIAO, SAVES], ["a text of many pages", LONG, Math.ceil(SAVES / 4)]]) {
    await fact(`saves: each of ${count} is on the page (${what})`, () => within(async (page, project, preview) => {
      const text = project.read(name);
      const durations = [];
      const memory = () => Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${preview.child.pid}/status`, "utf8"))[1]) / 1024;
      await page.evaluate(() => {
        // When the page says what, on the clock of the machine.
        window.when = {};
        const look = () => {
          for (const it of document.querySelectorAll(".piece")) {
            const found = /lần\sthứ\s(\d+)/.exec(it.textContent);
            if (found && !(found[1] in window.when)) window.when[found[1]] = performance.timeOrigin + performance.now();
          }
        };
        new MutationObserver(look).observe(document.querySelector("#pages"), { childList: true, subtree: true });
      });
      let early = 0;
      await page.locator("#pages").evaluate((it) => (it.scrollTop = 300));
      for (let save = 1; save <= count; save += 1) {
        const begin = performance.timeOrigin + performance.now();
        project.save(name, text.replace("giao các thôn tăng", `lần thứ ${save} giao các thôn tăng`));
        await page.waitForFunction((it) => it in window.when, String(save), { polling: 20 });
        durations.push((await page.evaluate((it) => window.when[it], String(save))) - begin);
        if (save === Math.ceil(count / 10)) early = memory();
      }
      assert.equal(await page.locator("#pages").evaluate((it) => it.scrollTop), 300);
      console.log(`time    from a save to the page, ${what}: ${spread(durations)}`);
      console.log(`memory  of the server after ${Math.ceil(count / 10)} saves ${early.toFixed(0)} MB, after ${count} ${memory().toFixed(0)} MB`);
      // What a picture costs that a later save has overtaken is a fact of its own.
      assert.deepEqual(page.complaints.filter((it) => !it.includes("404")), []);
    }, { args: [name] }));
  }

  await fresh("saves: a browser that still loads the pages before the last save gets them", async (page, project, preview) => {
    const { id } = (await preview.json("list")).find((it) => it.name === GIAO);
    const before = await preview.json(`document/${id}`);
    project.save(GIAO, project.read(GIAO).replace("giao các thôn tăng", "giao cho các thôn tăng"));
    await says(page, "giao cho các thôn");
    const after = await preview.json(`document/${id}`);
    assert.notEqual(before.pages[0].digest, after.pages[0].digest);
    assert.equal((await preview.get(`/${preview.token}/page/${before.pages[0].digest}`)).status, 200);
  });

  await fresh("saves: 50 in quick succession end with the last text", async (page, project) => {
    const text = project.read(GIAO);
    for (let save = 1; save <= 50; save += 1) {
      project.save(GIAO, text.replace("giao các thôn tăng", `lần thứ ${save} giao các thôn tăng`));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await says(page, "lần thứ 50 ");
    await new Promise((resolve) => setTimeout(resolve, 500));
    await says(page, "lần thứ 50 ");
  });

  await fresh("end: the page says when the server is gone", async (page, project, preview) => {
    await preview.stop();
    await page.waitForFunction(() => document.querySelector("#state").textContent.includes("Mất kết nối"));
    assert.equal(await listens("127.0.0.1", preview.port), false);
  });

  await fresh("it writes no file", async (page, project) => {
    const files = () => fs.readdirSync(project.folder, { recursive: true }).sort();
    const before = files();
    await piece(page, "giao các thôn tăng").click();
    await page.selectOption("#document", { label: "data/nhac.yaml" });
    await says(page, "mới đạt");
    assert.deepEqual(files(), before);
  });
}

/** A page of somebody else, on another port of this machine. */
function foreign(body) {
  return new Promise((resolve) => {
    const seen = [];
    const server = http.createServer((request, response) => {
      seen.push(request.url);
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.end(`<!doctype html><title>foreign</title>${body}`);
    });
    server.listen(0, "127.0.0.1", () => resolve({ server, seen, url: `http://127.0.0.1:${server.address().port}/` }));
  });
}

async function security() {
  const project = new Project(PROGRAM, DOCUMENTS);
  const preview = await Preview.start(project, [GIAO]);
  const { port, token } = preview;
  const own = `Host: 127.0.0.1:${port}\r\n`;
  const refused = async (status, path, headers = own, method = "GET") => {
    const answer = await preview.get(path, headers, method);
    assert.equal(answer.status, status, `${method} ${path} ${headers}: ${answer.head}`);
    assert.equal(answer.body, "", `${method} ${path}`);
  };

  await fact("security: the own page is answered, by each name of this machine", async () => {
    for (const host of ["127.0.0.1", "localhost", "[::1]"]) {
      assert.equal((await preview.get(`/${token}/list`, `Host: ${host}:${port}\r\n`)).status, 200, host);
    }
    const origin = `${own}Origin: http://127.0.0.1:${port}\r\n`;
    assert.equal((await preview.get(`/${token}/list`, origin)).status, 200);
  });

  await fact("security: a foreign Host gets nothing (DNS rebinding)", async () => {
    for (const host of ["evil.example", `evil.example:${port}`, "127.0.0.1", `127.0.0.1:${port + 1}`, `127.0.0.1.evil.example:${port}`, `localhost.:${port}`, `0.0.0.0:${port}`, `[::ffff:127.0.0.1]:${port}`, ""]) {
      await refused(403, `/${token}/list`, `Host: ${host}\r\n`);
    }
    await refused(403, `/${token}/list`, "");
    await refused(403, `/${token}/list`, `${own}Host: evil.example\r\n`);
  });

  await fact("security: a foreign Origin gets nothing", async () => {
    for (const origin of ["http://evil.example", "null", `http://127.0.0.1:${port + 1}`, `https://127.0.0.1:${port}`, "vscode-webview://x", `http://127.0.0.1:${port}.evil.example`, "file://"]) {
      await refused(403, `/${token}/list`, `${own}Origin: ${origin}\r\n`);
    }
  });

  await fact("security: without the token nothing is answered", async () => {
    const other = token.replace(/./g, (it) => (it === "0" ? "1" : "0"));
    const cut = [token.slice(1), token.slice(0, -1), `${token}0`, token.toUpperCase() === token ? other : token.toUpperCase(), other, ""];
    for (const wrong of cut) {
      for (const name of ["", "list", "events", "preview.js", "preview.css", "icon.svg"]) await refused(404, `/${wrong}/${name}`);
    }
    for (const name of ["/", "/list", "/preview.js", "/favicon.ico", "/robots.txt", `/?token=${token}`, `/list?${token}`]) await refused(404, name);
    await refused(404, "/", `${own}Authorization: Bearer ${token}\r\nCookie: token=${token}\r\nReferer: ${preview.address}\r\n`);
  });

  await fact("security: the token cannot be guessed", async () => {
    assert.match(token, /^[0-9a-f]{32}$/);
    const tokens = new Set([token]);
    for (let time = 0; time < 5; time += 1) {
      const other = await Preview.start(project, []);
      tokens.add(other.token);
      assert.equal((await other.get(`/${token}/list`, `Host: 127.0.0.1:${other.port}\r\n`)).status, 404);
      await other.stop("SIGKILL");
    }
    assert.equal(tokens.size, 6);
  });

  await fact("security: no part of an address is a path on the disk", async () => {
    for (const name of [
      "../vanthu.yaml", "../../etc/passwd", "..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/etc/passwd", "..%252f..%252fetc%252fpasswd",
      "....//....//etc/passwd", "..\\..\\etc\\passwd", "/etc/passwd", "//etc/passwd", "data/giao.yaml", "vanthu.yaml", ".git/config",
      "document/../../vanthu.yaml", "document/data/giao.yaml", "document/data%2fgiao.yaml", "document/0000000000000000", "document/", "document",
      "page/../../../etc/passwd", "page/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "page/0000000000000000", "page/", "figure/0000000000000000/0/0/0",
      "preview.js/../list", "./list", "list/", "list%00", "list%0d%0aX:1",
    ]) {
      await refused(404, `/${token}/${name}`);
    }
    const [{ id }] = await preview.json("list");
    for (const place of ["0/total/99", "99/0/0", "-1/0/0", "0/0/../0", "0/x/0", `${"9".repeat(30)}/0/0`]) {
      const answer = await preview.get(`/${token}/figure/${id}/${place}`);
      assert.ok(answer.status === 404 || answer.body === "[]", `${place}: ${answer.status} ${answer.body}`);
    }
  });

  await fact("security: nothing but GET is answered", async () => {
    for (const method of ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "CONNECT", "get", "PROPFIND"]) {
      const answer = await preview.get(`/${token}/list`, own, method);
      assert.equal(answer.status, 405, method);
      has(answer.head, "Allow: GET");
      assert.equal(answer.body, "");
    }
    const text = JSON.stringify({ name: "data/giao.yaml" });
    const posted = await preview.send(`POST /${token}/list HTTP/1.1\r\n${own}Content-Type: application/json\r\nContent-Length: ${text.length}\r\n\r\n${text}`);
    assert.equal(posted.status, 405);
  });

  await fact("security: what is no request is refused, and the next one is answered", async () => {
    for (const bytes of ["\r\n\r\n", "hello\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc", `GET /${token}/list HTTP/1.1\r\nHost : x\r\n\r\n`, `GET /${token}/list HTTP/1.1\r\n${own}X: ${"a".repeat(100_000)}\r\n\r\n`, `GET /${"a".repeat(100_000)} HTTP/1.1\r\n${own}\r\n`, `GET /${token}/list HTTP/1.1\r\n${own}${"X: y\r\n".repeat(200)}\r\n`]) {
      const answer = await preview.send(bytes).catch((error) => ({ status: 0, error }));
      assert.ok([0, 400, 403, 404].includes(answer.status) || Number.isNaN(answer.status), `${bytes.slice(0, 40)}: ${answer.status}`);
    }
    assert.equal((await preview.get(`/${token}/list`)).status, 200);
  });

  await fact("security: all answers have the headers that guard them", async () => {
    const [{ id }] = await preview.json("list");
    for (const name of ["", "list", "preview.js", "preview.css", "icon.svg", `document/${id}`, "nothing"]) {
      const { head } = await preview.get(`/${token}/${name}`);
      for (const header of ["Content-Security-Policy: default-src 'none';", "X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer", "Cross-Origin-Resource-Policy: same-origin", "Cache-Control: no-store", "frame-ancestors", "base-uri 'none'", "form-action 'none'"]) has(head, header);
      hasNot(head, "Access-Control");
      hasNot(head, "unsafe-");
      hasNot(head.toLowerCase(), "set-cookie");
    }
  });

  await fact("security: it listens on the loopback of this machine alone", async () => {
    const addresses = Object.values(os.networkInterfaces()).flat().filter((it) => !it.internal).map((it) => it.address);
    for (const address of ["127.0.0.2", ...addresses]) assert.equal(await listens(address, port), false, address);
    assert.equal(await listens("127.0.0.1", port), true);
  });

  await fact("security: idle connections are given up, and the page is answered again", async () => {
    const idle = Array.from({ length: 100 }, () => net.connect(port, "127.0.0.1"));
    idle.forEach((it) => it.on("error", () => {}));
    await new Promise((resolve) => setTimeout(resolve, 500));
    const begin = performance.now();
    for (;;) {
      const answer = await preview.get(`/${token}/list`).catch(() => ({ status: 0 }));
      if (answer.status === 200) break;
      assert.ok(performance.now() - begin < 15_000, "no answer within 15 s");
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    console.log(`time    from 100 idle connections to an answer: ${((performance.now() - begin) / 1000).toFixed(1)} s`);
    idle.forEach((it) => it.destroy());
  });

  const script = `
    <img id="image" src="${preview.address}icon.svg"><iframe id="frame" src="${preview.address}"></iframe>
    <script src="${preview.address}preview.js"></script>
    <script>
      const tried = {};
      const note = (name, promise) => promise.then((it) => (tried[name] = it), () => (tried[name] = "refused"));
      window.all = Promise.all([
        note("cors", fetch("${preview.address}list").then((it) => it.text())),
        note("no-cors", fetch("${preview.address}list", { mode: "no-cors" }).then((it) => it.type)),
        note("post", fetch("${preview.address}list", { method: "POST", mode: "no-cors", body: "x" }).then((it) => it.type)),
        note("events", new Promise((resolve, reject) => {
          const events = new EventSource("${preview.address}events");
          events.onmessage = () => resolve("told");
          events.onerror = () => reject();
        })),
        note("image", new Promise((resolve, reject) => {
          const image = new Image();
          image.onload = () => resolve("shown");
          image.onerror = () => reject();
          image.src = "${preview.address}icon.svg?again";
        })),
      ]).then(() => tried);
    </script>`;

  await fact("security: a foreign page in the browser gets nothing, even with the token", async () => {
    const { server, url } = await foreign(script);
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(url);
      const tried = await page.evaluate(() => window.all);
      assert.deepEqual(tried, { cors: "refused", "no-cors": "refused", post: "refused", events: "refused", image: "refused" });
      const framed = page.frames().find((it) => it !== page.mainFrame());
      const text = await framed.evaluate(() => document.body?.innerText ?? "").catch(() => "");
      hasNot(text, "giao");
      assert.equal(await page.evaluate(() => typeof window.texts), "undefined");
    } finally {
      await context.close();
      server.close();
      server.closeAllConnections?.();
    }
  });

  await fact("security: the page itself may load and send nothing elsewhere", async () => {
    const { server, url, seen } = await foreign("");
    const page = await shown(preview);
    try {
      await says(page, "UBND");
      const tried = await page.evaluate(async (other) => {
        const image = await new Promise((resolve) => {
          const made = new Image();
          made.onload = made.onerror = (event) => resolve(event.type);
          made.src = `${other}image`;
        });
        const sent = await fetch(`${other}fetch`, { mode: "no-cors" }).then(() => "sent", () => "refused");
        const script = document.createElement("script");
        script.textContent = "window.inline = true";
        document.body.append(script);
        const form = document.createElement("form");
        form.action = `${other}form`;
        document.body.append(form);
        form.submit();
        await new Promise((resolve) => setTimeout(resolve, 300));
        return { image, sent, inline: window.inline ?? false };
      }, url);
      assert.deepEqual(tried, { image: "error", sent: "refused", inline: false });
      assert.deepEqual(seen, []);
    } finally {
      await page.context().close();
      server.close();
      server.closeAllConnections?.();
    }
  });

  await preview.stop("SIGKILL");
  project.remove();

  await fresh("security: texts of documents and names of files are no markup", async (page, project) => {
    const name = "data/<img src=x onerror=alert(1)>.yaml";
    assert.equal(await page.title(), name);
    await says(page, "onerror=alert(2)");
    await page.locator("#findings li.error").waitFor({ state: "detached" });
    project.save(name, project.read(name).replace("kind: cong-van", "kind: <img src=x onerror=alert(3)>"));
    await page.locator("#findings li.error").first().waitFor();
    const made = await page.evaluate(() => document.querySelectorAll("img[onerror], img[src=x]").length);
    assert.equal(made, 0);
    assert.deepEqual(page.complaints, []);
    assert.ok(page.requests.every((it) => !it.endsWith("/x")));
  }, {
    args: ["data/<img src=x onerror=alert(1)>.yaml"],
    prepare: (project) => {
      const text = project.read(GIAO).replace("row_header: Thôn", 'row_header: "<img src=x onerror=alert(2)>"');
      project.write("data/<img src=x onerror=alert(1)>.yaml", text);
    },
  });
}

/** Another user of the machine. */
const OTHER = { uid: 65_534, gid: 65_534 };

async function users() {
  if (process.getuid?.() !== 0) return skip("two users", "only root can be two users");
  const project = new Project(PROGRAM, DOCUMENTS);
  const theirs = new Project(PROGRAM, DOCUMENTS);
  spawnSync("chown", ["-R", `${OTHER.uid}:${OTHER.gid}`, theirs.temporary]);
  // The program may lie where another user may not look.
  theirs.program = path.join(theirs.temporary, "vanthu");
  fs.copyFileSync(PROGRAM, theirs.program);
  fs.chmodSync(theirs.program, 0o755);
  const preview = await Preview.start(project, [GIAO]);
  const { port, token } = preview;
  const other = (code) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["-e", code], { ...OTHER, encoding: "utf8", cwd: "/" });
    assert.equal(status, 0, stderr);
    return stdout;
  };

  await fact("two users: the other one does not see the token of a running server", () => {
    const code = `
      const fs = require("node:fs");
      const read = (name) => { try { return fs.readFileSync(name, "utf8"); } catch { return ""; } };
      const found = ["cmdline", "environ", "status", "comm", "maps"].map((it) => read("/proc/${preview.child.pid}/" + it)).join("\\n");
      const below = (folder, depth) => {
        let names = [];
        try { names = fs.readdirSync(folder, { withFileTypes: true }); } catch {}
        return names.map((it) => it.name + (it.isFile() ? read(folder + "/" + it.name) : depth ? below(folder + "/" + it.name, depth - 1) : "")).join("\\n");
      };
      process.stdout.write(String((found + below(${JSON.stringify(os.tmpdir())}, 1) + read("/proc/net/tcp")).includes("${token}")));`;
    assert.equal(other(code), "false");
  });

  await fact("two users: without the token the other one gets nothing", () => {
    const code = `
      (async () => {
        const found = [];
        for (const name of ["/", "/list", "/events", "/${"0".repeat(32)}/list"]) {
          const answer = await fetch("http://127.0.0.1:${port}" + name);
          found.push(answer.status, (await answer.text()).length);
        }
        process.stdout.write(found.join());
      })();`;
    assert.equal(other(code), "404,0,404,0,404,0,404,0");
  });

  await fact("two users: each has a server, and the token of one opens nothing of the other", async () => {
    const second = await Preview.start(theirs, [GIAO], OTHER);
    try {
      assert.notEqual(second.token, token);
      assert.notEqual(second.port, port);
      assert.equal((await second.get(`/${second.token}/list`)).status, 200);
      assert.equal((await second.get(`/${token}/list`)).status, 404);
      assert.equal((await preview.get(`/${second.token}/list`)).status, 404);
    } finally {
      await second.stop("SIGKILL");
    }
  });

  await fact("two users: a port that the other one has is refused, not shared", async () => {
    const error = await Preview.start(theirs, ["--port", String(port), GIAO], OTHER).then(
      async (second) => (await second.stop("SIGKILL"), "it started"), (it) => it.message);
    assert.match(error, /it ended with [1-9]/);
  });

  await preview.stop("SIGKILL");
  project.remove();
  theirs.remove();
}

async function main() {
  const named = process.env.PATH.split(path.delimiter).map((it) => path.join(it, "chromium"));
  const executablePath = process.env.CHROMIUM ?? named.find((it) => fs.existsSync(it));
  assert.ok(executablePath, "there is no `chromium`; CHROMIUM names another program");
  // As root Chromium has no sandbox of its own; it opens nothing but the pages of these tests.
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const parts = { reading, edits, highlights, findings, clicks, keyboard, readers, appearance, saves, security, users };
  const wanted = process.env.PARTS?.split(",") ?? Object.keys(parts);
  for (const name of wanted) await parts[name]();
  await browser.close();
  process.exitCode = finish(process.env.PARTS === undefined);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});

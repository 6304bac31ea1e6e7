// SPDX-License-Identifier: GPL-3.0-or-later
// node check.mjs BROWSER WORK [full]: what a reader does with a report, and what must not happen.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { axe, browse, launch } from "./browser.mjs";

const [executable, work, full] = process.argv.slice(2);
const browser = await launch(executable);
const address = (name) => pathToFileURL(join(work, "pages", name)).href;
// What differs from page to page: language, tables or a data file, one document, two, many folded ones.
// "two" has the tables, charts and findings of a Korean bulletin and an English brief.
const pages = ["two", "island-series", "hostile"];
if (full) pages.push("harbour-weekly-ko", "energy-brief-en", "many", "page-zh", "page-ja");
const widths = [390, 1280];
let failures = 0;

async function test(name, run) {
  const begin = Date.now();
  try {
    await run();
    console.log(`ok   ${name} (${Date.now() - begin} ms)`);
  } catch (error) {
    failures++;
    console.log(`FAIL ${name}\n${error.message}`);
  }
}

const inBrowser = (options, visit) => browse(browser, options, visit);

// --- every page: nothing wider than the window, nothing that axe-core objects to, pictures --------

async function inspect(page, name, scheme, rules) {
  await page.goto(address(name + ".html"));
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(over <= 0, `${name} is ${over} px wider than a window of ${width} px`);
    await page.screenshot({ path: join(work, "shots", `${name}-${width}-${scheme}.png`), fullPage: true });
    if (rules[width] !== "none") assert.deepEqual(await axe(page, rules[width]), [], `${name}, ${width} px, ${scheme}`);
  }
}

// Between light and dark only colours differ, and between widths little but the size of targets.
await test("every page, light", () => inBrowser({ colorScheme: "light" }, async (page) => {
  for (const name of pages) await inspect(page, name, "light", { 390: name === "two" ? undefined : ["target-size"] });
}));
await test("every page, dark", () => inBrowser({ colorScheme: "dark" }, async (page) => {
  const all = { 390: "none" };
  const colours = { 390: "none", 1280: ["color-contrast", "link-in-text-block"] };
  for (const name of pages) await inspect(page, name, "dark", name === "two" ? all : colours);
}));

// --- what scripts add ----------------------------------------------------------------------------

const rowsShown = (page) => page.locator("#all-series tbody tr:visible");

await test("searches the series", () => inBrowser({}, async (page) => {
  await page.goto(address("harbour-weekly-ko.html"));
  const all = await rowsShown(page).count();
  await page.getByLabel("계열 찾기").fill("한결해운");
  assert.equal(await rowsShown(page).count(), 1);
  assert.match(await rowsShown(page).first().innerText(), /81,275\.20/);
  assert.equal(await page.locator("#shown").innerText(), `계열 ${all}개 중 1개`);
  await page.locator("#search").fill("no such thing");
  assert.equal(await rowsShown(page).count(), 0);
  await page.locator("#search").fill("");
  assert.equal(await rowsShown(page).count(), all);
}));

await test("sorts the series", () => inBrowser({}, async (page) => {
  await page.goto(address("harbour-weekly-ko.html"));
  await page.locator("#search").fill("상위 8위");
  const head = page.locator("#all-series thead th", { hasText: "최근 값" });
  const firsts = async () => (await rowsShown(page).allInnerTexts()).map((text) => text.split(/[\t\n]/)[0]);
  await head.getByRole("button").click();
  assert.equal(await head.getAttribute("aria-sort"), "ascending");
  assert.equal((await firsts())[0], "아라수산물류, 계약금액");
  await head.getByRole("button").click();
  assert.equal(await head.getAttribute("aria-sort"), "descending");
  assert.equal((await firsts())[0], "가온물류, 계약금액");
}));

await test("says what a number is under the pointer", () => inBrowser({}, async (page) => {
  await page.goto(address("harbour-weekly-ko.html"));
  await page.locator("#tables td", { hasText: "1500" }).hover();
  assert.equal(await page.locator("#hint").innerText(), "육상 전력 설비 · 2025 · MW · 목표 · 24행 22열");
  await page.keyboard.press("Escape");
  assert.ok(await page.locator("#hint").isHidden());
}));

await test("changes between light and dark", () => inBrowser({ colorScheme: "light" }, async (page) => {
  await page.goto(address("energy-brief-en.html"));
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const before = await paper();
  await page.getByRole("button", { name: "Light or dark" }).click();
  assert.notEqual(await paper(), before);
  await page.getByRole("button", { name: "Light or dark" }).click();
  assert.equal(await paper(), before);
}));

await test("unfolds what a link points at", () => inBrowser({}, async (page) => {
  await page.goto(address("many.html"));
  const line = page.locator("#d4L23");
  assert.ok(await line.isHidden());
  await page.goto(address("many.html") + "#d4L23");
  await line.waitFor({ state: "visible" });
}));

// --- with and without scripts --------------------------------------------------------------------

async function followFinding(page) {
  await page.goto(address("energy-brief-en.html"));
  await page.locator(".first a").first().click();
  assert.equal(new URL(page.url()).hash, "#f1");
  const finding = page.locator("#f1");
  await finding.getByRole("link", { name: "Go to the line" }).click();
  assert.equal(new URL(page.url()).hash, "#d1L23");
  const line = page.locator(":target");
  assert.equal((await line.locator("mark").innerText()).trim(), "4,218");
  assert.ok(await line.evaluate((one) => { const box = one.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; }));
  await line.locator("a.flag").click();
  assert.equal(new URL(page.url()).hash, "#f1");
}

async function download(page, name) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).first().click()]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
}

async function downloadBoth(page) {
  await page.goto(address("energy-brief-en.html"));
  const values = await download(page, "Values (CSV)");
  assert.equal(values.name, "energy-brief-en.csv");
  const rows = values.text.replace(/^\uFEFF/, "").trim().split("\r\n");
  assert.ok(rows[0].startsWith("series,label,"), rows[0]);
  assert.ok(rows.some((row) => row.includes(",2025-03,") && row.includes(",4218,")), "the total of March is missing");
  const findings = await download(page, "Findings (CSV)");
  assert.equal(findings.name, "energy-brief-en-findings.csv");
  assert.match(findings.text, /4,128/);
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with scripts" : "without scripts";
  await test(`follows a finding to its line and back, ${how}`, () => inBrowser({ javaScriptEnabled }, followFinding));
  await test(`downloads the values, ${how}`, () => inBrowser({ javaScriptEnabled }, downloadBoth));
}

await test("shows all there is without scripts, and no idle control", () => inBrowser({ javaScriptEnabled: false }, async (page) => {
  await page.goto(address("many.html"));
  assert.ok(await page.locator("#search").isHidden());
  assert.ok(await page.locator("#theme").isHidden());
  const shown = await page.locator("#all-series tbody tr:visible").count();
  assert.equal(shown, await page.locator("#all-series tbody tr").count());
  assert.ok(shown > 50);
}));

// --- keyboard alone ------------------------------------------------------------------------------

await test("is used with the keyboard alone", () => inBrowser({}, async (page) => {
  await page.goto(address("energy-brief-en.html"));
  const focused = (what) => page.evaluate(what);
  await page.keyboard.press("Tab");
  assert.equal(await focused("document.activeElement.className"), "skip");
  assert.ok(await page.locator(".skip").isVisible());
  await page.keyboard.press("Enter");
  assert.equal(await focused("document.activeElement.id"), "main");
  const wanted = ["first", "finding", "scroll", "search", "sort", "download", "flag"];
  const seen = new Set();
  for (let i = 0; i < 120 && seen.size < wanted.length; i++) {
    await page.keyboard.press("Tab");
    const here = await focused(`(() => {
      const at = document.activeElement;
      const outline = getComputedStyle(at).outlineStyle;
      const kind = at.closest(".first") ? "first" : at.closest(".text") ? "flag" : at.closest(".finding") ? "finding"
        : at.id === "search" ? "search" : at.closest("th[scope=col]") ? "sort" : at.matches(".download") ? "download"
        : at.matches(".scroll") ? "scroll" : "";
      return { kind, outline, name: at.outerHTML.slice(0, 80) };
    })()`);
    assert.notEqual(here.outline, "none", "no focus to be seen at " + here.name);
    if (here.kind === "sort" && !seen.has("sort")) {
      await page.keyboard.press("Enter");
      assert.equal(await page.locator("#all-series th[aria-sort]").count(), 1);
    }
    if (here.kind) seen.add(here.kind);
  }
  assert.deepEqual([...seen].sort(), [...wanted].sort());
}));

// --- text stays text -----------------------------------------------------------------------------

await test("hostile text stays text", () => inBrowser({}, async (page) => {
  await page.goto(address("hostile.html"));
  const odd = await page.evaluate(() => ({
    scripts: document.querySelectorAll("script").length,
    frames: document.querySelectorAll("iframe, img, object, embed, base, form").length,
    heads: document.querySelectorAll("h1").length,
    handlers: [...document.querySelectorAll("*")].filter((one) => one.getAttributeNames().some((name) => name.startsWith("on"))).length,
    links: [...document.querySelectorAll("a")].filter((one) => !/^(#|data:text\/csv;)/.test(one.getAttribute("href"))).length,
    marks: /[\u202A-\u202E\u2066-\u2069\u0001\u001B\u0085]/.test(document.documentElement.outerHTML),
  }));
  assert.deepEqual(odd, { scripts: 1, frames: 0, heads: 1, handlers: 0, links: 0, marks: false });
  assert.match(await page.locator("h1").innerText(), /<script>alert\(1\)<\/script> & "quotes" 'single'/);
  assert.match(await page.locator("main").innerText(), /\\u202e/);
}));

await test("prints light and whole", () => inBrowser({ colorScheme: "dark" }, async (page) => {
  await page.goto(address("energy-brief-en.html"));
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
  assert.ok(await page.locator("nav").isHidden());
  writeFileSync(join(work, "shots", "energy-brief-en.pdf"), await page.pdf({ format: "A4" }));
}));

// --- charts by themselves ------------------------------------------------------------------------

await test("charts pass axe-core", () => inBrowser({}, async (page) => {
  const kinds = readdirSync(join(work, "pages")).filter((name) => /^kind-.*\.svg$/.test(name));
  assert.equal(kinds.length, 7);
  for (const name of ["panels.svg", "bars.svg", "line-dark.svg", ...kinds]) {
    const frame = `<!DOCTYPE html><html lang="en"><title>${name}</title><main><h1>${name}</h1>`;
    writeFileSync(join(work, "pages", name + ".html"), frame + readFileSync(join(work, "pages", name), "utf8") + "</main></html>");
    await page.goto(address(name + ".html"));
    assert.deepEqual(await axe(page), [], name);
    await page.goto(address(name));
    const parts = await page.evaluate(() => ({
      role: document.documentElement.getAttribute("role"),
      named: (document.documentElement.getAttribute("aria-labelledby") || "").split(" ").every((id) => document.getElementById(id).textContent.length > 0),
      texts: document.querySelectorAll("text").length,
    }));
    assert.deepEqual({ role: parts.role, named: parts.named }, { role: "img", named: true });
    assert.ok(parts.texts > 5);
  }
}));

await browser.close();
console.log(failures === 0 ? "all is well" : `${failures} failed`);
process.exit(failures === 0 ? 0 : 1);

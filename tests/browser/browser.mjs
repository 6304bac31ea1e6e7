// SPDX-License-Identifier: GPL-3.0-or-later
// A browser of one's own, that may open files and nothing else.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const flags = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

// Playwright makes a fresh profile for it, and removes it.
export function launch(executablePath) {
  return chromium.launch({ executablePath, headless: true, args: flags });
}

// Runs `visit(page)` in a context of its own. Fails on a request that is not for a file, on an
// error of a script, and on a dialog.
export async function browse(browser, options, visit) {
  const faults = [];
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(20000);
    context.on("request", (request) => {
      if (!/^(file|data|blob):/.test(request.url())) faults.push("asks for " + request.url());
    });
    page.on("pageerror", (error) => faults.push("script: " + error.message));
    page.on("console", (message) => { if (message.type() === "error") faults.push("console: " + message.text()); });
    page.on("dialog", (dialog) => { faults.push("dialog: " + dialog.message()); dialog.dismiss(); });
    await visit(page);
  } finally {
    await context.close();
  }
  if (faults.length > 0) throw new Error(faults.join("\n"));
}

// What axe-core finds wrong, as lines of text. It runs in a world of its own, as the page's policy
// lets no foreign script in. `only` names the rules; without it, all that count are run.
export async function axe(page, only) {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send("Page.getFrameTree");
  const world = await session.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id, worldName: "axe" });
  const evaluate = async (expression) => {
    const answer = await session.send("Runtime.evaluate", {
      expression, contextId: world.executionContextId, awaitPromise: true, returnByValue: true,
    });
    if (answer.exceptionDetails) throw new Error(JSON.stringify(answer.exceptionDetails));
    return answer.result.value;
  };
  await evaluate(axeSource + ";0");
  const options = JSON.stringify({ runOnly: only || rules, resultTypes: ["violations"] });
  const result = await evaluate(`axe.run(document, ${options}).then((all) => ({
    passes: all.passes.length,
    violations: all.violations.map((one) => one.id + ": " + one.help + "\\n    " +
      one.nodes.slice(0, 5).map((node) => node.target.join(" ") + " " + (node.any[0] ? node.any[0].message : "")).join("\\n    ")),
  }))`);
  await session.detach();
  if (result.passes === 0) throw new Error("axe-core looked at nothing");
  return result.violations;
}

// WCAG 2.2 AA as far as a machine can judge it. Reading order, wording and sense stay with people.

import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import { newReader } from "./browser.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/**
 * Fails with rule, element and help address for each violation, in light and in dark colours. Judging contrast is most
 * of the work: `colours: false` leaves it out where the same design was judged in another language.
 */
export async function assertAccessible(page, { colours = true, exclude = [] } = {}) {
  if (page.context().withoutScript) return withTwin(page, (twin) => assertAccessible(twin, { colours, exclude }));
  const found = [];
  for (const colorScheme of colours ? ["light", "dark"] : ["light"]) {
    await page.emulateMedia({ colorScheme });
    // Without legacy mode axe opens a second page to sum up frames. Our pages have none.
    const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode(true);
    // Between colour schemes only colours differ, and a whole analysis takes seconds.
    if (colorScheme === "light") axe.withTags(TAGS);
    else axe.withRules(["color-contrast"]);
    if (!colours) axe.disableRules(["color-contrast"]);
    for (const part of exclude) axe.exclude(part);
    const { violations } = await axe.analyze();
    for (const { id, help, helpUrl, nodes } of violations) {
      for (const node of nodes) found.push(`${colorScheme}: ${id}: ${help}\n    ${node.html}\n    ${node.failureSummary}\n    ${helpUrl}`);
    }
  }
  await page.emulateMedia({ colorScheme: null });
  if (found.length) assert.fail(`${page.url().slice(0, 200)} is not accessible:\n  ${found.join("\n  ")}`);
}

// axe is a script, and waits for timers, which stand still where script is off. So it looks at a twin: the same HTML
// and style sheets where script could run, but every script of the page is refused and <noscript> is opened.
async function withTwin(page, look) {
  const html = (await page.content()).replaceAll(/<\/?noscript>/g, "");
  const twin = await newReader(page.context().browser(), { ...page.context().reader, script: true });
  await twin.route("**/*", (route) => {
    if (!route.request().isNavigationRequest()) return route.continue();
    const headers = { "content-type": "text/html; charset=utf-8", "content-security-policy": "script-src 'none'" };
    return route.fulfill({ body: html, headers });
  });
  try {
    const copy = await twin.newPage();
    await copy.goto(page.url());
    await look(copy);
  } finally {
    await twin.close();
  }
}

// Lighthouse, as a phone on a slow line, on the public pages that strangers open first: 98 of 100 in each of its categories.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import lighthouse from "lighthouse";
import { freePort, startPortal } from "./lib/portal.mjs";
import { launch } from "./lib/browser.mjs";

const ENOUGH = 0.98;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
// A neighbour on the machine slows one measurement, never all of them.
const TRIES = 3;

describe("Lighthouse", () => {
  let portal, browser, port;

  before(async () => {
    port = await freePort();
    portal = await startPortal();
    browser = await launch([`--remote-debugging-port=${port}`]);
  });
  after(async () => {
    await browser?.close();
    await portal?.stop();
  });

  /** What is below the bar, as a line for each category and what it is made of. */
  async function shortcomings(address) {
    const flags = { port, output: "json", logLevel: "error", onlyCategories: CATEGORIES };
    const { lhr } = await lighthouse(portal.url + address, flags);
    // A trace that was not recorded measured nothing: that try is lost, too.
    if (lhr.runtimeError) return [`${address}: ${lhr.runtimeError.code} ${lhr.runtimeError.message}`];
    return CATEGORIES.filter((name) => !(lhr.categories[name].score >= ENOUGH)).map((name) => {
      const { score, auditRefs } = lhr.categories[name];
      const lost = auditRefs.map(({ id, weight }) => ({ ...lhr.audits[id], weight })).filter((audit) => audit.weight && audit.score !== null && audit.score < 1);
      const reasons = lost.map((audit) => `${audit.id} ${audit.score} ${audit.displayValue ?? ""} ${JSON.stringify(audit.details?.items?.slice(0, 2) ?? "").slice(0, 400)}`);
      return `${address} ${name}: ${score}\n  ${reasons.join("\n  ")}`;
    });
  }

  async function measure(address) {
    let wrong;
    for (let tries = 0; tries < TRIES; tries++) {
      wrong = await shortcomings(address);
      if (!wrong.length) return;
    }
    assert.fail(wrong.join("\n"));
  }

  for (const [name, address] of [["home", "/ky/"], ["getting help", "/ky/help"], ["safe migration", "/ru/safe-migration"], ["the library", "/ru/documents"]]) {
    it(name, { timeout: 300_000 }, () => measure(address));
  }

  it("a text", { timeout: 300_000 }, async () => {
    const list = await (await fetch(`${portal.url}/ru/documents`)).text();
    const [, text] = list.match(/href="([^"]*\/documents\/[0-9A-Za-z]{13})"/);
    await measure(text);
  });
});

// A phone without a connection: what was read stays readable and says so, the numbers to call are always there, and all of it can be
// forgotten. The portal is really gone meanwhile, so nothing can come from it.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { launch, newReader, PHONE } from "./lib/browser.mjs";
import { startPortal } from "./lib/portal.mjs";

describe("without a connection", () => {
  let portal, browser;

  before(async () => {
    portal = await startPortal();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await portal?.stop();
  });

  it("pages that were read and the numbers stay, until the reader lets them be forgotten", { timeout: 120_000 }, async () => {
    const context = await newReader(browser, { device: PHONE, lang: "ky" });
    const page = await context.newPage();
    await page.goto(`${portal.url}/ky/`);
    // From here on the worker stands between the browser and the portal.
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const number = (await page.locator(".call b").first().textContent()).trim();
    await page.goto(`${portal.url}/ky/documents`);
    await page.locator("ol.docs h2 a").first().click();
    await page.waitForURL(/\/documents\/\w{13}$/);
    const [address, heading] = [page.url(), await page.locator("h1").textContent()];
    assert.ok(await page.locator("[data-offline]").isHidden(), "with a connection nothing says that there is none");
    await page.waitForFunction(async (address) => (await caches.match(address)) !== undefined, address);

    await portal.kill();
    await page.goto(`${portal.url}/ky/help`).catch(() => {});
    assert.ok((await page.locator("main").textContent()).includes(number), "a page that was not read gives way to the numbers");
    await page.goto(address);
    assert.equal(await page.locator("h1").textContent(), heading);
    assert.ok(await page.locator("[data-offline] time").isVisible(), "a kept page says when it was read");
    assert.ok(await page.evaluate(() => [...document.styleSheets].some((sheet) => sheet.cssRules.length > 0)), "it looks as it did");

    await portal.start();
    await page.goto(`${portal.url}/ky/help`);
    await page.locator("[data-forget-all]").click();
    await page.waitForFunction(async () => (await caches.keys()).length === 0);
    await portal.kill();
    await assert.rejects(page.goto(address), "nothing of the page is left on the phone");
    await portal.start();
    assert.deepEqual(await context.cookies(), []);
  });

  it("leaving takes the page off the screen, and going back does not lead to it", { timeout: 120_000 }, async () => {
    const context = await newReader(browser, { device: PHONE, lang: "ru" });
    // The neutral page is somebody else's; here it answers from memory.
    await context.route((address) => !address.href.startsWith(portal.url), (route) => route.fulfill({ contentType: "text/html", body: "<title>Weather</title>" }));
    const page = await context.newPage();
    await page.goto(`${portal.url}/ru/help`);
    assert.ok(!(await page.title()).includes("помощ"), "the title says nothing of help");
    for (let press = 0; press < 3; press++) await page.keyboard.press("Shift");
    await page.waitForURL((address) => !address.href.startsWith(portal.url));
    await page.goBack().catch(() => {});
    assert.ok(!page.url().includes("/help"), page.url());
  });
});

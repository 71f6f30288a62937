// Every page: accessible in light and dark, valid HTML, no sideways scroll on any width, no error in the console,
// nothing from another host. First the gallery of samples in three languages, then the real pages of each role.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { assertAccessible } from "./lib/axe.mjs";
import { DESKTOP, LANGUAGES, launch, newReader, PHONE, scrollsSideways } from "./lib/browser.mjs";
import { assertValidHtml } from "./lib/html.mjs";
import { signInByLink, troubles } from "./lib/people.mjs";
import { startPortal } from "./lib/portal.mjs";

// The narrowest phone people use, the usual one, and a desktop.
const WIDTHS = [320, 360, 1280];
// Side by side; more only wait for each other's processor.
const AT_ONCE = 3;

describe("pages", () => {
  let portal, browser;
  const sources = {};
  const contexts = [];

  before(async () => {
    portal = await startPortal();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await portal?.stop();
  });

  async function open(reader) {
    const context = await newReader(browser, reader);
    contexts.push(context);
    return context.newPage();
  }

  /** Looks at one page; what is wrong with it comes back as text. `name` is for the reports. */
  async function look(page, address, { name = address, status = 200, colours } = {}) {
    const wrong = [];
    const answer = await page.goto(new URL(address, portal.url).href);
    if (answer.status() !== status) return [`${name} answers ${answer.status()} instead of ${status}`];
    sources[name] = await answer.text();
    const device = page.viewportSize();
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: device.height });
      if (await scrollsSideways(page)) wrong.push(`${name} scrolls sideways at ${width} px: ${await widest(page)}`);
    }
    await page.setViewportSize(device);
    await assertAccessible(page, { colours }).catch((error) => wrong.push(error.message));
    return wrong;
  }

  /** The elements that stick out, for the report. */
  function widest(page) {
    return page.evaluate(() => {
      const width = document.documentElement.clientWidth;
      const out = [...document.body.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > width + 1);
      return out.slice(0, 3).map((element) => element.outerHTML.slice(0, 120)).join(" … ");
    });
  }

  /** One line for each thing that is wrong, and nothing else. */
  function report(wrong) {
    if (wrong.length) assert.fail(`${wrong.length} found:\n${wrong.join("\n")}`);
  }

  /** Looks at many pages side by side, as one reader, and fails with everything found. */
  async function lookAtAll(context, addresses, { who, ...how } = {}) {
    const rest = [...addresses];
    const wrong = [];
    await Promise.all(Array.from({ length: AT_ONCE }, async () => {
      const page = await context.newPage();
      for (let address = rest.shift(); address; address = rest.shift()) {
        wrong.push(...(await look(page, address, { ...how, name: who ? `${who} ${address}` : address })));
      }
    }));
    report(wrong);
  }

  for (const lang of LANGUAGES) {
    it(`the gallery: ${lang}`, async () => {
      const index = await (await fetch(`${portal.url}/dev/pages`)).text();
      const addresses = [...index.matchAll(/href="(\/dev\/pages\/[^"]+)"/g)].map(([, address]) => address);
      const ours = addresses.filter((address) => address.startsWith(`/dev/pages/${lang}/`));
      assert.ok(ours.length >= 20, `the gallery shows only ${ours.length} pages`);
      // The longest words are Russian, so they are looked at on a desktop, the others on a phone. Colours are the same
      // in every language: contrast is looked at once on each.
      const device = lang === "ru" ? DESKTOP : PHONE;
      await lookAtAll((await open({ device, lang })).context(), ours, { colours: lang !== "en" });
    });
  }

  it("every section shows its pages in the gallery", async () => {
    const index = await (await fetch(`${portal.url}/dev/pages`)).text();
    for (const name of ["organisations-", "members-", "files-", "programme", "notifications", "audit", "documents-show", "documents-edit", "documents-decide", "documents-verify", "site-", "kits-", "api-", "home", "error"]) {
      assert.ok(index.includes(`/dev/pages/ru/${name}`), `no sample of ${name}`);
    }
  });

  it("the public pages, for guests, without a cookie", async () => {
    const context = await newReader(browser, { device: DESKTOP, lang: "ru" });
    contexts.push(context);
    const page = await context.newPage();
    const addresses = [];
    for (const lang of LANGUAGES) {
      await page.goto(`${portal.url}/${lang}/partners`);
      addresses.push(await page.locator(`main a[href^="/${lang}/partners/"]:not([href$="/export"])`).first().getAttribute("href"));
      await page.goto(`${portal.url}/${lang}/documents`);
      addresses.push(await page.locator("ol.docs a").first().getAttribute("href"));
      await page.goto(`${portal.url}/${lang}/kits`);
      addresses.push(await page.locator("ul.cards h2 a").first().getAttribute("href"));
      await page.goto(`${portal.url}/${lang}/calendar`);
      for (const section of ["campaigns", "calendar"]) {
        addresses.push(await page.locator(`main .docs h3 a[href^="/${lang}/${section}/"]`).first().getAttribute("href"));
      }
      for (const path of ["/", "/documents", "/documents?kind=press-release", "/programme", "/partners", "/sign-in", "/sign-in/sent",
        "/search?q=адам", "/search?q=zzzz", "/hotlines", "/glossary", "/verify", "/questions", "/questions/ask", "/questions/receipt", "/help", "/safe-migration", "/trafficking", "/press", "/about", "/for/migrants", "/kits", "/campaigns", "/calendar", "/calendar/past", "/offline", "/developers"]) {
        addresses.push(`/${lang}${path}`);
      }
    }
    await lookAtAll(context, addresses.filter((address) => address.startsWith("/ky/")));
    await lookAtAll(context, addresses.filter((address) => !address.startsWith("/ky/")), { colours: false });
    report(await look(page, "/ru/no-such-page", { status: 404 }));
    assert.deepEqual(await context.cookies(), []);
  });

  it("the pages of a contributor", async () => {
    const page = await open({ device: PHONE, lang: "ru" });
    await signInByLink(page, portal.links.contributor);
    await page.goto(`${portal.url}/ru/documents/work`);
    const returned = await page.locator("ul.waits li", { hasText: "Возвращён" }).locator("h2 a").first().getAttribute("href");
    await lookAtAll(page.context(), [
      "/ru/", "/ru/documents", "/ru/documents/work", "/ru/documents/new", returned, `${returned}/edit`,
      "/ru/files", "/ru/files/new", "/ru/notifications", "/ru/account", "/ru/partners", "/ru/questions", "/ru/kits", "/ru/kits/new", "/ru/campaigns/new", "/ru/calendar/new",
    ], { who: "contributor" });
  });

  it("the pages of the press secretary", async () => {
    const page = await open({ device: PHONE, lang: "ru" });
    await signInByLink(page, portal.links.approver);
    await page.goto(`${portal.url}/ru/documents/waiting`);
    const decide = await page.locator("ul.waits a.button").first().getAttribute("href");
    await page.goto(`${portal.url}/ru/documents`);
    const detail = await page.locator("ol.docs a").first().getAttribute("href");
    await page.goto(`${portal.url}${detail}`);
    const withdrawal = await page.locator('main a[href$="/withdrawal"]').getAttribute("href");
    await lookAtAll(page.context(), ["/ru/", "/ru/documents/waiting", decide, detail, withdrawal, "/ru/audit", "/ru/notifications", "/ru/members"], { who: "approver" });
  });

  it("the pages of the chair, in Kyrgyz on a desktop", async () => {
    const page = await open({ device: DESKTOP, lang: "ky" });
    await signInByLink(page, portal.links.chair);
    await page.goto(`${portal.url}/ky/documents/waiting`);
    const submitted = page.locator("ul.waits li").filter({ has: page.locator(".badge.submitted") }).first();
    const record = await submitted.locator("a.button").getAttribute("href");
    await lookAtAll(page.context(), [
      "/ky/", "/ky/documents/waiting", record, record.replace(/recorded-approval$/, "emergency"), record.replace(/\/recorded-approval$/, ""),
      "/ky/audit", "/ky/members", "/ky/members/new", "/ky/questions", "/ky/hotlines", "/ky/hotlines/new", "/ky/site/slots", "/ky/documents/freshness", "/ky/glossary/new", "/ky/search/unanswered",
      "/ky/partners/new", "/ky/files", "/ky/notifications", "/ky/account",
    ], { who: "chair" });
  });

  it("the HTML of all of them is valid", async () => {
    assert.ok(Object.keys(sources).length > 100, `only ${Object.keys(sources).length} pages were seen`);
    await assertValidHtml(sources);
  });

  it("none loads anything from elsewhere or leaves an error in the console", () => {
    assert.deepEqual(contexts.flatMap((context) => troubles(context, [404])), []);
  });
});

// Decisions beside the mailed link: the press secretary returns a text with reasons and then approves it from what
// waits for him, and the chair writes down an approval that was given on the phone, with its scan.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { launch, newReader, READERS, scrollsSideways } from "./lib/browser.mjs";
import { DANIYAR, GULZAT, handIn, NARGIZA, signInByLink, troubles } from "./lib/people.mjs";
import { startPortal } from "./lib/portal.mjs";

const TITLE = "Горячая линия работает и в праздники";
const REASONS = "Укажите, что звонок бесплатный.";
const CORRECTED = "Звонок бесплатный. Отвечают на трёх языках.";
const BY_PHONE = "Памятка для тех, кто едет на сезонные работы";
// The smallest picture a browser takes for one: a single grey point.
const SCAN = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==", "base64");

for (const { name, ...kind } of [READERS[0], READERS[3]]) {
  describe(`decisions: ${name}`, () => {
    let portal, browser, contributor, approver, chair, edition, recorded;
    const main = (page) => page.locator("main").innerText();
    const path = (page) => new URL(page.url()).pathname;

    before(async () => {
      portal = await startPortal();
      browser = await launch();
      const open = async (link) => {
        const page = await (await newReader(browser, { ...kind, lang: "ru" })).newPage();
        await signInByLink(page, link);
        return page;
      };
      contributor = await open(portal.links.contributor);
      approver = await open(portal.links.approver);
      chair = await open(portal.links.chair);
    });
    after(async () => {
      await browser?.close();
      await portal?.stop();
    });

    /** Writes a text and sends it for approval: the address of its edition. */
    async function submit(title, body) {
      await contributor.goto(`${portal.url}/ru/documents/new`);
      await contributor.locator("#kind").selectOption({ label: "Пресс-релиз" });
      await contributor.locator("#language").selectOption("ru");
      await contributor.fill("#title", title);
      await contributor.getByRole("button", { name: "Начать писать" }).click();
      await contributor.waitForURL(/\/edit$/);
      await contributor.fill("#body", body);
      await handIn(contributor);
      await contributor.locator(".notice.ok", { hasText: "Отправлено." }).waitFor();
      return path(contributor);
    }

    /** Opens the decision on a text from what waits for the press secretary. */
    async function openFromWaiting(title) {
      await approver.goto(`${portal.url}/ru/documents/waiting`);
      assert.equal(await scrollsSideways(approver), false);
      const waiting = approver.locator("ul.waits li").filter({ has: approver.locator("h2", { hasText: title }) });
      assert.equal(await waiting.count(), 1);
      await waiting.locator("a.button").click();
      await approver.locator("form[data-decision]").waitFor();
      assert.equal(await approver.locator("h1").innerText(), title);
    }

    it("he returns a text, and cannot without reasons", async () => {
      edition = await submit(TITLE, "Линия отвечает **каждый день**.");
      await openFromWaiting(TITLE);
      await approver.locator("input[name=decision][value=return]").check();
      await approver.locator("form[data-decision] button").click();
      await approver.locator(".notice.errors").waitFor();
      assert.equal(await approver.locator("input[name=decision][value=return]").isChecked(), true);
      await approver.fill("#reasons", REASONS);
      await approver.locator("form[data-decision] button").click();
      await approver.locator(".notice.ok", { hasText: "Текст вернулся к автору с вашими замечаниями." }).waitFor();
      assert.equal(await approver.locator("ul.waits h2", { hasText: TITLE }).count(), 0, "it still waits");
    });

    it("the author gets his reasons by mail and on the text, and sends it anew", async () => {
      const mail = await portal.mailbox.waitFor({ to: NARGIZA.email, subject: `Исправьте, пожалуйста: ${TITLE}` });
      assert.ok(mail.text.includes(REASONS), mail.text);
      await contributor.goto(`${portal.url}${edition}`);
      assert.match(await main(contributor), new RegExp(`с такими замечаниями:[\\s\\S]*${REASONS}`));
      await contributor.goto(`${portal.url}${edition}/edit`);
      await contributor.fill("#body", CORRECTED);
      await handIn(contributor);
      await contributor.locator(".notice.ok", { hasText: "Отправлено." }).waitFor();
    });

    it("he approves it from what waits for him, and it is public", async () => {
      await openFromWaiting(TITLE);
      assert.match(await approver.locator(".prose").innerText(), /Отвечают на трёх языках/);
      await approver.locator("input[name=level][value=agreed]").check();
      await approver.locator("input[name=when][value=now]").check();
      await approver.locator("form[data-decision] button").click();
      await approver.locator(".notice.ok").waitFor();
      await portal.mailbox.waitFor({ to: NARGIZA.email, subject: `Согласовано: ${TITLE}` });
      const guest = await (await newReader(browser, { ...kind, lang: "ru" })).newPage();
      await guest.goto(`${portal.url}/ru/documents`);
      await guest.locator("ol.docs a", { hasText: TITLE }).click();
      assert.match(await main(guest), /Отвечают на трёх языках/);
      assert.doesNotMatch(await main(guest), new RegExp(REASONS));
      await guest.context().close();
    });

    it("the chair writes down what he approved on the phone, with a scan, and he is told", async () => {
      recorded = await submit(BY_PHONE, "Возьмите с собой копию паспорта.");
      await chair.goto(`${portal.url}${recorded}`);
      await chair.getByRole("link", { name: "Записать согласование" }).click();
      await chair.locator("#approver").selectOption({ label: DANIYAR.name });
      await chair.locator("#channel").selectOption({ label: "по телефону" });
      await chair.fill("#approved_at", "2026-11-20T10:30");
      await chair.locator("input[name=level][value=agreed]").check();
      await chair.locator("input[name=when][value=now]").check();
      await chair.fill("#note", "Звонил сам.");
      await chair.locator("#scan").setInputFiles({ name: "протокол.png", mimeType: "image/png", buffer: SCAN });
      await chair.locator("form[data-record] button.button").last().click();
      await chair.locator(".notice.ok", { hasText: "Согласование записано." }).waitFor();
      const mail = await portal.mailbox.waitFor({ to: DANIYAR.email, subject: `Записано от вашего имени: ${BY_PHONE}` });
      assert.ok(mail.text.includes(GULZAT.name), mail.text);
    });

    it("those who work with the text see how it was approved and the scan; readers see neither", async () => {
      await approver.goto(`${portal.url}${recorded}`);
      const given = await main(approver);
      for (const words of ["по телефону", "Звонил сам.", GULZAT.name]) assert.ok(given.includes(words), `${words} is not in:\n${given}`);
      const scan = await approver.getByRole("link", { name: "Открыть скан" }).getAttribute("href");
      const address = new URL(scan, portal.url).href;
      assert.equal((await approver.request.get(address)).status(), 200);
      const guest = await (await newReader(browser, { ...kind, lang: "ru" })).newPage();
      assert.notEqual((await guest.request.get(address, { maxRedirects: 0 })).status(), 200);
      await guest.goto(`${portal.url}/ru/documents`);
      await guest.locator("ol.docs a", { hasText: BY_PHONE }).click();
      assert.doesNotMatch(await main(guest), /Звонил сам|по телефону|Открыть скан/);
      await guest.context().close();
    });

    it("no page left an error in the console", () => {
      for (const page of [contributor, approver, chair]) assert.deepEqual(troubles(page.context(), [422]), []);
    });
  });
}

// What goes wrong in daily work: two people in one draft, a session that ended, a form from a strange site.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { launch, newReader, READERS } from "./lib/browser.mjs";
import { handIn, NARGIZA, signInByLink, signInByMail } from "./lib/people.mjs";
import { startPortal } from "./lib/portal.mjs";

for (const { name, ...kind } of [READERS[0], READERS[3]]) {
  describe(`accidents: ${name}`, () => {
    let portal, browser, page, draft;
    before(async () => {
      portal = await startPortal();
      browser = await launch();
      page = await (await newReader(browser, { ...kind, lang: "ru" })).newPage();
      await signInByLink(page, portal.links.contributor);
      await page.goto(`${portal.url}/ru/documents/new`);
      await page.locator("#kind").selectOption({ label: "Пресс-релиз" });
      await page.locator("#language").selectOption("ru");
      await page.fill("#title", "Общий черновик");
      await page.getByRole("button", { name: "Начать писать" }).click();
      await page.waitForURL(/\/edit$/);
      draft = page.url();
    });
    after(async () => {
      await browser?.close();
      await portal?.stop();
    });
    const save = (which) => which.locator("button[name=then][value=save]").click();

    it("two browsers edit one draft: the second sees both texts and saves the joined one", async () => {
      const second = await (await newReader(browser, { ...kind, lang: "ru" })).newPage();
      await signInByMail(second, portal, NARGIZA);
      await second.goto(draft);
      await page.goto(draft);
      await page.fill("#body", "Слова первой.");
      await save(page);
      await page.locator(".notice.ok").waitFor();

      await second.fill("#body", "Слова второй.");
      const answered = second.waitForResponse((answer) => answer.request().isNavigationRequest() && answer.request().method() === "POST");
      await save(second);
      assert.equal((await answered).status(), 409);
      await second.getByRole("heading", { name: "Этот текст изменили двое" }).waitFor();
      assert.match(await second.inputValue("#theirs"), /^Слова первой\./);
      assert.match(await second.inputValue("#body"), /^Слова второй\./);
      assert.match(await second.locator(".diff del").first().innerText(), /первой/);
      assert.match(await second.locator(".diff ins").first().innerText(), /второй/);
      await second.fill("#body", "Слова первой.\n\nСлова второй.");
      await second.getByRole("button", { name: "Сохранить соединённый текст" }).click();
      await second.locator(".notice.ok").waitFor();
      assert.equal((await second.inputValue("#body")).replaceAll("\r\n", "\n").trim(), "Слова первой.\n\nСлова второй.");
      await second.context().close();
    });

    it("a form sent after the session ended comes back with its text and can be sent again", async () => {
      const text = "Строка до конца сеанса.\n\nСтрока после него.";
      await page.goto(draft);
      await page.fill("#body", text);
      await page.context().clearCookies();
      await save(page);
      await page.getByRole("heading", { name: "Ваш сеанс завершился" }).waitFor();
      assert.equal((await page.locator("textarea[name=body]").inputValue()).replaceAll("\r\n", "\n").trim(), text);

      const other = await page.context().newPage();
      await signInByMail(other, portal, NARGIZA);
      await page.getByRole("button", { name: "Отправить ещё раз" }).click();
      // The page was made for nobody and has no token yet; the next one has, and asks once more.
      await page.getByRole("heading", { name: "Эта страница устарела" }).waitFor();
      await page.getByRole("button", { name: "Отправить ещё раз" }).click();
      await page.locator(".notice.ok").waitFor();
      await other.goto(draft);
      assert.equal((await other.inputValue("#body")).replaceAll("\r\n", "\n").trim(), text);
      await other.close();
    });

    it("a colleague submits first: what she wrote is kept, and comes back as a draft", async () => {
      await page.goto(draft);
      const second = await (await newReader(browser, { ...kind, lang: "ru" })).newPage();
      await signInByMail(second, portal, NARGIZA);
      await second.goto(draft);
      await page.fill("#body", "Слова для согласования.");
      await handIn(page);
      await page.locator(".notice.ok").waitFor();

      await second.fill("#body", "Слова, которые пишут дальше.");
      const answered = second.waitForResponse((answer) => answer.request().isNavigationRequest() && answer.request().method() === "POST");
      await save(second);
      assert.equal((await answered).status(), 409);
      await second.getByRole("heading", { name: "Текст тем временем отправлен на согласование" }).waitFor();
      assert.equal((await second.inputValue("#body")).trim(), "Слова, которые пишут дальше.");
      await second.getByRole("button", { name: "Вернуть в черновики и сохранить мой текст" }).click();
      await second.locator(".notice.ok").waitFor();
      assert.equal((await second.inputValue("#body")).trim(), "Слова, которые пишут дальше.");
      assert.equal(await second.locator(".notice.warn").count(), 0, "no copy is offered of what was saved");
      await second.context().close();
    });

    it("a file is attached and what was typed before it is saved", async () => {
      await page.goto(draft);
      await page.fill("#body", "Набрано перед файлом.");
      await page.locator("#file").setInputFiles({ name: "план.txt", mimeType: "text/plain", buffer: Buffer.from("План.") });
      await page.getByRole("button", { name: "Приложить" }).click();
      await page.locator(".files a", { hasText: "план.txt" }).waitFor();
      assert.equal((await page.inputValue("#body")).trim(), "Набрано перед файлом.");
      await page.getByRole("button", { name: "Убрать план.txt" }).click();
      await page.locator(".notice.ok", { hasText: "Файл больше не приложен." }).waitFor();
    });

    if (kind.script) {
      it("the saving script goes on when she has signed in anew in another tab", async () => {
        await page.goto(draft);
        await page.context().clearCookies();
        await page.fill("#body", "Набрано без сеанса.");
        await page.locator("[data-save-state]", { hasText: "Ваш сеанс завершился" }).waitFor();
        const other = await page.context().newPage();
        await signInByMail(other, portal, NARGIZA);
        await page.bringToFront();
        await page.locator("[data-save-state]", { hasText: /^Сохранено в \d\d:\d\d$/ }).waitFor({ timeout: 45_000 });
        await other.goto(draft);
        assert.equal((await other.inputValue("#body")).trim(), "Набрано без сеанса.");
        await other.close();
      });

      it("the saving script leads to the page that joins both texts, and offers no old copy afterwards", async () => {
        await page.goto(draft);
        const second = await (await newReader(browser, { ...kind, lang: "ru" })).newPage();
        // Not by mail: she has had as many links as one may have in an hour.
        await signInByLink(second, (await portal.birge("member", "link", "--email", NARGIZA.email)).trim());
        await second.goto(draft);
        const saved = second.waitForResponse((answer) => answer.request().method() === "POST" && answer.status() === 200);
        await second.fill("#body", "Сохранено второй.");
        await saved;
        await page.fill("#body", "Набрано первой.");
        const merge = page.getByRole("button", { name: "Сравнить и соединить" });
        await merge.waitFor();
        await merge.click();
        await page.getByRole("heading", { name: "Этот текст изменили двое" }).waitFor();
        assert.equal((await page.inputValue("#body")).trim(), "Набрано первой.");
        await page.fill("#body", "Сохранено второй. Набрано первой.");
        await page.getByRole("button", { name: "Сохранить соединённый текст" }).click();
        await page.locator(".notice.ok").waitFor();
        await page.waitForLoadState("networkidle");
        assert.equal((await page.inputValue("#body")).trim(), "Сохранено второй. Набрано первой.");
        assert.equal(await page.locator(".notice.warn").count(), 0, "an old copy is offered");
        assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("birge:draft:")).length), 0);
        await second.context().close();
      });
    }

    it("a form from another site is refused and does nothing", async () => {
      await page.goto(draft);
      const before = await page.inputValue("#body");
      const csrf = await page.locator("input[name=_csrf]").first().inputValue();
      const version = await page.locator("input[name=version]").inputValue();
      const action = draft.replace(/\/edit$/, "");
      const field = (key, value) => `<input type="hidden" name="${key}" value="${value}">`;
      const form = `<form method="post" action="${action}">${field("_csrf", csrf)}${field("version", version)}${field("title", "x")}${field("body", "x")}<button>!</button></form>`;
      const stranger = await page.context().newPage();
      // A page of another host, which never leaves this process.
      await stranger.route("http://localhost:9/", (route) => route.fulfill({ contentType: "text/html", body: `<!doctype html>${form}` }));
      await stranger.goto("http://localhost:9/");
      const answered = stranger.waitForResponse((answer) => answer.request().method() === "POST");
      await stranger.locator("button").click();
      assert.equal((await answered).status(), 403);
      await stranger.getByRole("heading", { name: "Это пришло не с нашей страницы" }).waitFor();
      await stranger.close();

      const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
      const answer = await fetch(action, {
        method: "POST",
        headers: { cookie, origin: "http://elsewhere.example" },
        body: new URLSearchParams({ _csrf: csrf, version, title: "x", body: "x" }),
        redirect: "manual",
      });
      assert.equal(answer.status, 403);
      await page.reload();
      assert.equal(await page.inputValue("#body"), before);
    });
  });
}

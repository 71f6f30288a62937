// The main job from end to end: a press release goes from draft to an approved public page, is corrected, withdrawn
// and removed. On a phone and on a desktop, with script and without, on both databases. Steps build on each other.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { launch, newReader, READERS, scrollsSideways } from "./lib/browser.mjs";
import { emptyDatabase, withoutPostgres } from "./lib/databases.mjs";
import { linkIn } from "./lib/mailbox.mjs";
import { DANIYAR, GULZAT, handIn, ledger, NARGIZA, nextMail, openOnPhone, signInByLink, signInByMail, troubles, WHY_DIFFERENT } from "./lib/people.mjs";
import { startPortal } from "./lib/portal.mjs";
import { TITLE, SUMMARY, BODY, CORRECTED, KYRGYZ, URGENT, ATTACHED, ACT, WORD } from "./lib/texts.mjs";

const [phone, phoneWithoutScript, desktop, desktopWithoutScript] = READERS;
const JOURNEYS = [{ ...phone, embargoed: true }, phoneWithoutScript, { ...desktop, onPostgres: true }, { ...desktopWithoutScript, embargoed: true }];

for (const { name, embargoed = false, onPostgres = false, ...kind } of JOURNEYS) {
  const byScript = kind.script;

  describe(`the journey of a press release: ${name}${onPostgres ? ", PostgreSQL" : ""}`, { skip: onPostgres && withoutPostgres }, () => {
    let own, portal, browser, contributor, page, guest, approver, chair;
    let signInLink, draft, document, edition1, kyrgyzEdition, sharedFile, edition2, urgentEdition, urgentDocument, decisionLink, embargo;
    const [expected, tags] = [[], {}];
    const expectMail = (person, subject) => expected.push(`${person.email}: ${subject}`);
    const main = (which) => which.locator("main").innerText();
    const path = (which) => new URL(which.url()).pathname;
    const sideways = async (which) => assert.equal(await scrollsSideways(which), false, `${which.url()} scrolls sideways`);

    /** Sends what stands in the edit form for approval, and gives the address of the submitted edition. */
    async function submit(title) {
      const earlier = portal.mailbox.find({ to: DANIYAR.email, subject: title }).length;
      await handIn(page);
      await page.locator(".notice.ok").waitFor();
      assert.match(await page.locator(".notice.ok").innerText(), /^Отправлено\. Пресс-секретарь получит письмо с текстом\.$/);
      expectMail(DANIYAR, `На согласование: ${title}`);
      return nextMail(portal, { to: DANIYAR.email, subject: title }, earlier);
    }

    const openLink = (link) => openOnPhone(browser, link, byScript);

    async function expectEndedLink(link, why) {
      const { phone, answer, close } = await openLink(link);
      assert.equal(answer.status(), 410);
      assert.match(await main(phone), why);
      await close();
    }

    before(async () => {
      own = onPostgres ? emptyDatabase("journey") : undefined;
      portal = await startPortal({ database: own?.url });
      browser = await launch();
      const open = async (reader) => (await newReader(browser, reader)).newPage();
      page = await open({ ...kind, lang: "ru" });
      contributor = page.context();
      guest = await open({ ...kind, lang: "ru" });
      approver = await open({ ...kind, lang: "ru" });
      chair = await open({ ...kind, lang: "ky" });
    });
    after(() => Promise.all([browser?.close(), portal?.stop()]).then(() => own?.drop()));

    it("1. the contributor signs in by her mailed link", async () => {
      signInLink = await signInByMail(page, portal, NARGIZA);
      expectMail(NARGIZA, "Ссылка для входа: Бирге");
      assert.equal(path(page), "/ru/");
      assert.match(await main(page), /Здравствуйте, Наргиза Бектемирова/);
    });

    it("1. a used link says so kindly", async () => {
      const context = await newReader(browser, { ...kind, lang: "ru" });
      const other = await context.newPage();
      assert.equal((await other.goto(signInLink)).status(), 410);
      assert.match(await main(other), /Эту ссылку уже открывали, а каждая действует один раз\./);
      assert.equal(await other.locator('main a[href="/ru/sign-in"]').count(), 1);
      await context.close();
    });

    it("1. she begins a press release in Russian", async () => {
      await page.locator('main a[href="/ru/documents/work"]').click();
      await page.locator('main a[href="/ru/documents/new"]').click();
      await page.locator("#kind").selectOption({ label: "Пресс-релиз" });
      await page.locator("#language").selectOption("ru");
      await page.fill("#title", TITLE);
      await page.getByRole("button", { name: "Начать писать" }).click();
      await page.waitForURL(/\/documents\/editions\/\w{13}\/edit$/);
      draft = path(page).replace(/\/edit$/, "");
      assert.equal(await page.inputValue("#title"), TITLE);
      await sideways(page);
    });

    if (byScript) {
      it("1. the toolbar makes words bold and the preview shows it", async () => {
        await page.fill("#body", "Автобус надежды едет.");
        await page.locator("#body").evaluate((area) => area.setSelectionRange(8, 15));
        await page.getByRole("button", { name: "Полужирный", exact: true }).click();
        assert.equal(await page.inputValue("#body"), "Автобус **надежды** едет.");
        await page.locator("#preview strong", { hasText: "надежды" }).waitFor();
      });

      it("1. the draft saves itself and says so", async () => {
        const saved = page.waitForResponse((answer) => answer.request().method() === "POST" && answer.url().endsWith(draft));
        await page.fill("#summary", SUMMARY);
        assert.equal((await saved).status(), 200);
        await page.locator("[data-save-state]", { hasText: /^Сохранено в \d\d:\d\d$/ }).waitFor();
        await page.reload();
        assert.equal(await page.inputValue("#summary"), SUMMARY);
        assert.equal(await page.inputValue("#body"), "Автобус **надежды** едет.");
      });

      it("1. a paste from Word keeps headings, lists and links", async () => {
        await page.fill("#body", "");
        await page.locator(".toolbar").waitFor();
        // The paste listener stands once its module has come.
        await page.waitForLoadState("networkidle");
        await page.locator("#body").evaluate((area, html) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/html", html);
          clipboardData.setData("text/plain", "Кому помогут Приходите с паспортом.");
          area.focus();
          area.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
        }, WORD);
        assert.equal(await page.inputValue("#body"), [
          "## Кому помогут",
          "Приходите **с паспортом**.",
          "- тем, кто уезжает\n- их родным",
          "Адреса [здесь](https://zhol-chyragy.example/villages).",
        ].join("\n\n"));
        await page.locator("#preview h2, #preview h3").filter({ hasText: "Кому помогут" }).waitFor();
        await page.locator("#preview li", { hasText: "их родным" }).waitFor();
        await page.locator('#preview a[href="https://zhol-chyragy.example/villages"]').waitFor();
      });
    }

    it("1. she writes the text, tags it and saves", async () => {
      await page.fill("#summary", SUMMARY);
      await page.fill("#body", BODY);
      for (const dimension of ["audience", "channel", "region", "task"]) {
        const group = page.locator("details.group").filter({ has: page.locator(`input[name=${dimension}]`) });
        if (!(await group.evaluate((details) => details.open))) await group.locator("summary").click();
        const label = group.locator("label.check").first();
        await label.locator("input").check();
        tags[dimension] = (await label.innerText()).trim();
      }
      await page.locator("button[name=then][value=save]").click();
      await page.locator(".notice.ok", { hasText: /^Сохранено в \d\d:\d\d$/ }).waitFor();
      assert.equal((await page.inputValue("#body")).replaceAll("\r\n", "\n"), BODY);
      assert.equal(await page.locator("details.group input:checked").count(), 4);
    });

    it("1. she attaches a file", async () => {
      await page.locator("#file").setInputFiles({ name: "маршрут.txt", mimeType: "text/plain", buffer: Buffer.from(ATTACHED) });
      await page.getByRole("button", { name: "Приложить" }).click();
      await page.locator(".files a", { hasText: "маршрут.txt" }).waitFor();
      assert.equal(await page.inputValue("#title"), TITLE);
      await sideways(page);
    });

    it("1. she begins the Kyrgyz sibling", async () => {
      await page.goto(`${portal.url}${draft}`);
      await page.getByRole("button", { name: "Начать текст: Кыргызча" }).click();
      await page.waitForURL(/\/edit$/);
      kyrgyzEdition = path(page).replace(/\/edit$/, "");
      assert.notEqual(kyrgyzEdition, draft);
      assert.equal(await page.getAttribute("#body", "lang"), "ky");
      await page.fill("#title", KYRGYZ);
      await page.fill("#summary", "");
      await page.fill("#body", "Автобус биринчи декабрда **Баткенден** чыгат.");
      await page.locator("button[name=then][value=save]").click();
      await page.locator(".notice.ok").waitFor();
      const tabs = await page.locator("nav.tabs a").allInnerTexts();
      assert.deepEqual(tabs.map((tab) => tab.split("\n")[0].trim()), ["Кыргызча", "Русский"]);
      await page.locator("#file").setInputFiles({ name: "каттам.txt", mimeType: "text/plain", buffer: Buffer.from(ATTACHED) });
      await page.getByRole("button", { name: "Приложить" }).click();
      await page.locator(".files a", { hasText: "каттам.txt" }).waitFor();
    });

    it("1. a guest sees nothing of the drafts", async () => {
      assert.equal((await guest.request.get(`${portal.url}${draft}`, { maxRedirects: 0 })).status(), 303);
      assert.doesNotMatch(await (await guest.request.get(`${portal.url}/ru/documents`)).text(), new RegExp(TITLE));
    });

    it("2. she submits, and the press secretary gets the text in Russian", async () => {
      await page.goto(`${portal.url}${draft}/edit`);
      const mail = await submit(TITLE);
      edition1 = path(page);
      assert.equal(mail.subject, `На согласование: ${TITLE}`);
      assert.deepEqual(mail.envelope.to, [DANIYAR.email]);
      assert.match(mail.text, /Здравствуйте, Данияр Өмүркулов!/);
      assert.match(mail.text, /Наргиза Бектемирова \(Общественный фонд «Жол чырагы»\) отправляет вам текст на согласование: Пресс-релиз, Русский, редакция 1\./);
      for (const words of [SUMMARY, "Что привезёт автобус", "бесплатную консультацию юриста"]) {
        assert.ok(mail.text.includes(words), `the mail lacks "${words}":\n${mail.text}`);
        assert.ok(mail.html.includes(words), `the mail's HTML lacks "${words}"`);
      }
      assert.match(mail.html, /<h\d[^>]*>Что привезёт автобус/);
      decisionLink = linkIn(mail, "/ru/approve/");
    });

    it("3. the Kyrgyz text is approved to appear at a time", async () => {
      await page.goto(`${portal.url}${kyrgyzEdition}/edit`);
      const mail = await submit(KYRGYZ);
      const { phone, close } = await openLink(linkIn(mail, "/ru/approve/"));
      await phone.locator("input[name=level][value=own]").check();
      if (embargoed) {
        // The next minute that leaves a quarter of one for the pages between: a time field has no seconds.
        embargo = new Date(Math.ceil((Date.now() + 15_000) / 60_000) * 60_000);
        await phone.locator("input[name=when][value=at]").check();
        await phone.fill("#publish_at", new Date(embargo.getTime() + 6 * 3_600_000).toISOString().slice(0, 16));
      }
      await phone.locator("form[data-decision] button").click();
      await phone.getByRole("heading", { name: "Спасибо" }).waitFor();
      const time = embargoed && new Intl.DateTimeFormat("ru", { timeZone: "Asia/Bishkek", timeStyle: "short" }).format(embargo);
      assert.match(await main(phone), embargoed ? new RegExp(`Текст согласован и выйдет .*${time}`) : /Текст согласован и опубликован\./);
      await close();
      const told = await portal.mailbox.waitFor({ to: NARGIZA.email, subject: `Согласовано: ${KYRGYZ}` });
      expectMail(NARGIZA, `Согласовано: ${KYRGYZ}`);
      assert.match(told.text, embargoed ? new RegExp(`Он выйдет сам .*${time}`) : /Он опубликован\./);
    });

    it("3. he reads on a phone without signing in, and is told what is missing", async () => {
      const { phone, answer, close } = await openLink(decisionLink);
      assert.equal(answer.status(), 200);
      assert.equal(await phone.locator("h1").innerText(), TITLE);
      assert.equal(await phone.locator(".prose strong").innerText(), "автобус надежды");
      assert.equal(await phone.locator(".prose li").count(), 2);
      const file = await phone.locator(".files a").getAttribute("href");
      assert.equal(await (await phone.request.get(new URL(file, portal.url).href)).text(), ATTACHED);
      await sideways(phone);
      await phone.locator("input[name=level][value=official]").check();
      await phone.fill("#note", "Проверено");
      await phone.locator("form[data-decision] button").click();
      await phone.locator(".notice.errors", { hasText: "Напишите номер акта" }).waitFor();
      assert.equal(await phone.inputValue("#note"), "Проверено");
      await sideways(phone);
      assert.deepEqual(troubles(phone.context(), [422]), []);
      await close();
    });

    it("3. he approves officially with the act's number and date", async () => {
      const { phone, close } = await openLink(decisionLink);
      await phone.locator("input[name=decision][value=approve]").check();
      await phone.locator("input[name=level][value=official]").check();
      await phone.fill("#act_number", ACT);
      await phone.fill("#act_date", "2026-11-20");
      await phone.locator("form[data-decision] button").click();
      await phone.getByRole("heading", { name: "Спасибо" }).waitFor();
      assert.match(await main(phone), /Текст согласован и опубликован\./);
      await phone.getByRole("link", { name: "Читать опубликованный текст" }).click();
      await phone.waitForURL(/\/ru\/documents\/\w{13}\/editions\/1$/);
      assert.equal(await phone.locator("h1").innerText(), TITLE);
      assert.deepEqual(troubles(phone.context()), []);
      await close();
      const told = await portal.mailbox.waitFor({ to: NARGIZA.email, subject: `Согласовано: ${TITLE}` });
      expectMail(NARGIZA, `Согласовано: ${TITLE}`);
      assert.match(told.text, /Уровень: Официальный\.[\s\S]*Он опубликован\./);
      await expectEndedLink(decisionLink, /Эта ссылка больше не нужна[\s\S]*Вы уже приняли решение\.[\s\S]*Опубликован/);
    });

    it("3. the public page shows the text, who approved it, when, and the file", async () => {
      await guest.goto(`${portal.url}/ru/documents`);
      await guest.locator("ol.docs a", { hasText: TITLE }).click();
      document = path(guest);
      assert.match(document, /^\/ru\/documents\/\w{13}$/);
      assert.equal(await guest.locator("h1").innerText(), TITLE);
      assert.equal(await guest.locator("#text .lead").innerText(), SUMMARY);
      assert.match(await guest.locator(".prose").innerText(), /выезжает автобус надежды/);
      assert.equal(await guest.locator('.prose a[href="https://zhol-chyragy.example/bus"]').count(), 1);
      const facts = await guest.locator("dl.facts:not(.wide)").evaluate((list) => Object.fromEntries(
        [...list.querySelectorAll("dt")].map((term) => [term.textContent.trim(), term.nextElementSibling.textContent.trim()]),
      ));
      const today = new Intl.DateTimeFormat("ru", { timeZone: "Asia/Bishkek", dateStyle: "long" }).format(new Date()).replace(/\s*г\.$/, "");
      assert.equal(facts["Уровень согласования"], "Официальный");
      assert.equal(facts["Кто согласовал"], "Министерство труда и миграции (пример)");
      assert.match(facts["Акт"], new RegExp(`^№ ${ACT} от 20 ноября 2026`));
      assert.ok(facts["Дата согласования"].startsWith(today), `${facts["Дата согласования"]} is not ${today}`);
      assert.ok(facts["Дата публикации"].startsWith(today), `${facts["Дата публикации"]} is not ${today}`);
      assert.equal(facts["Редакция"], "1");
      assert.equal(facts["Ведущая организация"], "Общественный фонд «Жол чырагы»");
      assert.deepEqual(
        [facts["Аудитория"], facts["Канал"], facts["Регион"], facts["Задача"]],
        [tags.audience, tags.channel, tags.region, tags.task],
      );
      sharedFile = await guest.locator(".files a", { hasText: "маршрут.txt" }).getAttribute("href");
      const answer = await guest.request.get(new URL(sharedFile, portal.url).href);
      assert.equal(await answer.text(), ATTACHED);
      await sideways(guest);
    });

    it("3. the siblings stand in tabs, and the text in the Atom feed", async () => {
      const tabs = await guest.locator("nav.tabs a").allInnerTexts();
      const notes = Object.fromEntries(tabs.map((tab) => tab.split("\n").map((part) => part.trim()).filter(Boolean)));
      assert.deepEqual(notes, {
        "Кыргызча": embargoed && Date.now() < embargo.getTime() ? "пока нет" : "редакция 1",
        "Русский": "редакция 1",
        English: "пока нет",
      });
      await guest.goto(`${portal.url}/ru/documents`);
      const feed = await guest.locator('main a[href*="feed.atom"]').getAttribute("href");
      const answer = await guest.request.get(new URL(feed, portal.url).href);
      assert.match(answer.headers()["content-type"], /^application\/atom\+xml/);
      const entry = (await answer.text()).split("<entry>").find((part) => part.includes(TITLE));
      assert.ok(entry, "the feed lacks the text");
      assert.ok(entry.includes(`${portal.url}${document}`), entry);
      assert.ok(entry.includes("автобус надежды"), entry);
    });

    it("3. a missing language says so and offers the others", async () => {
      await guest.goto(`${portal.url}${document.replace("/ru/", "/en/")}`);
      assert.match(await main(guest), /This text is not there in English yet\. You can read it in another language:/);
      await guest.locator("main ul.docs a", { hasText: TITLE }).click();
      assert.equal(path(guest), document);
    });

    it("4. the correction is compared, approved again and supersedes the first edition", async () => {
      await page.goto(`${portal.url}${edition1}`);
      await page.getByRole("button", { name: "Начать текст: Русский" }).click();
      await page.waitForURL(/\/edit$/);
      edition2 = path(page).replace(/\/edit$/, "");
      assert.equal((await page.inputValue("#body")).replaceAll("\r\n", "\n"), BODY);
      assert.equal(await page.locator(".files a", { hasText: "маршрут.txt" }).count(), 1);
      await page.fill("#title", CORRECTED);
      await page.fill("#body", BODY.replace("памятки", "листовки"));
      const mail = await submit(CORRECTED);
      assert.match(mail.text, /редакция 2/);
      const { phone, close } = await openLink(linkIn(mail, "/ru/approve/"));
      assert.match(await main(phone), /Что изменилось после редакции 1/);
      assert.match((await phone.locator(".diff ins").allInnerTexts()).join(" "), /Кадамжай[\s\S]*листовки/);
      assert.match((await phone.locator(".diff del").allInnerTexts()).join(" "), /памятки/);
      await phone.locator("input[name=level][value=agreed]").check();
      await phone.locator("form[data-decision] button").click();
      await phone.getByRole("heading", { name: "Спасибо" }).waitFor();
      await close();
      expectMail(NARGIZA, `Согласовано: ${CORRECTED}`);
      await guest.goto(`${portal.url}${document}`);
      assert.equal(await guest.locator("h1").innerText(), CORRECTED);
      assert.match(await main(guest), /листовки/);
    });

    it("4. the old address says in title and first line what replaced it", async () => {
      assert.equal((await guest.goto(`${portal.url}${document}/editions/1`)).status(), 200);
      assert.match(await guest.title(), new RegExp(`^Заменён: ${TITLE}`));
      assert.equal(await guest.locator("h1").innerText(), `Заменён: ${TITLE}`);
      const first = guest.locator("article > :first-child");
      assert.match(await first.innerText(), /^С .+ вместо этой редакции действует новая\./);
      assert.match(await main(guest), /памятки/);
      await first.getByRole("link", { name: `Читать редакцию 2: ${CORRECTED}` }).click();
      assert.equal(path(guest), document);
    });

    it("4. a withdrawn text stays readable and gives the reason", async () => {
      await signInByLink(approver, portal.links.approver);
      await approver.goto(`${portal.url}${edition2}`);
      await approver.getByRole("link", { name: "Отозвать" }).click();
      await approver.locator("form[data-withdraw] button").click();
      await approver.locator(".notice.errors", { hasText: "Напишите причину" }).waitFor();
      await approver.fill("#reason", "Рейс отменён из-за снега.");
      await approver.locator("form[data-withdraw] button").click();
      await approver.locator(".notice.ok", { hasText: "Текст отозван." }).waitFor();
      await portal.mailbox.waitFor({ to: NARGIZA.email, subject: `Отозвано: ${CORRECTED}` });
      expectMail(NARGIZA, `Отозвано: ${CORRECTED}`);
      assert.equal((await guest.goto(`${portal.url}${document}`)).status(), 200);
      assert.match(await guest.title(), new RegExp(`^Отозван: ${CORRECTED}`));
      assert.match(await guest.locator("article > :first-child").innerText(), /этот текст отозван[\s\S]*Рейс отменён из-за снега\./);
      assert.match(await main(guest), /листовки/);
      await guest.goto(`${portal.url}/ru/documents`);
      assert.equal(await guest.locator("ol.docs a", { hasText: CORRECTED }).count(), 0);
    });

    it("4. the chair publishes in an emergency with a reason, and the approver is asked again", async () => {
      await page.goto(`${portal.url}/ru/documents/new`);
      await page.locator("#kind").selectOption({ label: "Официальное заявление" });
      await page.locator("#language").selectOption("ru");
      await page.fill("#title", URGENT);
      await page.getByRole("button", { name: "Начать писать" }).click();
      await page.waitForURL(/\/edit$/);
      await page.fill("#body", "Объявления о стройке за рубежом **ложные**.");
      const first = await submit(URGENT);
      urgentEdition = path(page);
      await signInByLink(chair, portal.links.chair);
      await chair.goto(`${portal.url}${urgentEdition.replace("/ru/", "/ky/")}`);
      await chair.locator('a[href$="/emergency"]').click();
      await chair.locator("form[data-emergency] button").click();
      await chair.locator(".notice.errors").waitFor();
      await chair.fill("#reason", "Люди уезжают уже завтра.");
      await chair.locator("form[data-emergency] button").click();
      await chair.locator(".notice.ok").waitFor();
      const late = await nextMail(portal, { to: DANIYAR.email, subject: URGENT }, 1);
      expectMail(DANIYAR, `На согласование: ${URGENT}`);
      assert.match(late.text, /Текст опубликован срочно и ждёт вашего согласования/);
      await portal.mailbox.waitFor({ to: NARGIZA.email, subject: `Опубликовано: ${URGENT}` });
      expectMail(NARGIZA, `Опубликовано: ${URGENT}`);

      await guest.goto(`${portal.url}/ru/documents`);
      await guest.locator("ol.docs a", { hasText: URGENT }).click();
      urgentDocument = path(guest);
      assert.match(await guest.locator("article > :first-child").innerText(), /Опубликовано срочно, до согласования\. Причина:[\s\S]*Люди уезжают уже завтра\./);
      assert.match(await main(guest), /Ещё не согласован/);

      await expectEndedLink(linkIn(first, "/ru/approve/"), /Эта ссылка больше не нужна/);
      const { phone, close } = await openLink(linkIn(late, "/ru/approve/"));
      assert.match(await main(phone), /Люди уезжают уже завтра\./);
      await phone.locator("input[name=level][value=agreed]").check();
      await phone.locator("form[data-decision] button").click();
      await phone.getByRole("heading", { name: "Спасибо" }).waitFor();
      await close();
      await portal.mailbox.waitFor({ to: NARGIZA.email, subject: `Согласовано: ${URGENT}` });
      expectMail(NARGIZA, `Согласовано: ${URGENT}`);
      await guest.goto(`${portal.url}${urgentDocument}`);
      assert.doesNotMatch(await main(guest), /Ещё не согласован|Опубликовано срочно/);
      assert.match(await main(guest), /Согласован/);
    });

    if (embargoed) {
      it("3. the Kyrgyz text appears by itself when its time has come", async () => {
        const kyrgyz = `${portal.url}${document.replace("/ru/", "/ky/")}`;
        const shown = async () => {
          await guest.goto(kyrgyz);
          return (await guest.locator("h1").innerText()) === KYRGYZ;
        };
        const before = Date.now();
        if (before < embargo.getTime() - 2_000) assert.equal(await shown(), false, "the text appeared before its time");
        const deadline = embargo.getTime() + 15_000;
        while (!(await shown())) {
          assert.ok(Date.now() < deadline, "the text did not appear within 15 seconds of its time");
          await new Promise((resolve) => setTimeout(resolve, 500));
        }
        await portal.mailbox.waitFor({ to: NARGIZA.email, subject: `Опубликовано: ${KYRGYZ}` });
        expectMail(NARGIZA, `Опубликовано: ${KYRGYZ}`);
      });
    }

    it("4. a removed text is gone, and so is the file that nothing else carries", async () => {
      const kyrgyz = `${portal.url}${document.replace("/ru/", "/ky/")}`;
      await guest.goto(kyrgyz);
      const kyrgyzFile = await guest.locator(".files a", { hasText: "каттам.txt" }).getAttribute("href");
      assert.equal((await guest.request.get(new URL(kyrgyzFile, portal.url).href)).status(), 200);
      await approver.goto(`${portal.url}${kyrgyzEdition}`);
      await approver.getByRole("link", { name: "Отозвать" }).click();
      await approver.locator("input[name=manner][value=removed]").check();
      await approver.fill("#reason", "Опубликован по ошибке.");
      await approver.locator("form[data-withdraw] button").click();
      await approver.locator(".notice.ok", { hasText: "Текст удалён." }).waitFor();
      await portal.mailbox.waitFor({ to: NARGIZA.email, subject: `Отозвано: ${KYRGYZ}` });
      expectMail(NARGIZA, `Отозвано: ${KYRGYZ}`);
      for (const address of [kyrgyz, `${kyrgyz}/editions/1`]) {
        const answer = await guest.request.get(address);
        assert.equal(answer.status(), 410, address);
        assert.doesNotMatch(await answer.text(), new RegExp(KYRGYZ));
      }
      assert.equal((await guest.request.get(new URL(kyrgyzFile, portal.url).href)).status(), 410);
      assert.equal((await guest.request.get(new URL(sharedFile, portal.url).href)).status(), 200);
    });

    it("5. the record tells its history in sentences", async () => {
      await page.goto(`${portal.url}${edition2}`);
      const history = await page.locator("section[aria-labelledby=history] li p").allInnerTexts();
      for (const sentence of [
        `${NARGIZA.name}: начат текст «${TITLE}» (Русский)`,
        `${NARGIZA.name}: текст «${TITLE}» (Русский, редакция 1) отправлен на согласование, хотя языки расходятся: ${WHY_DIFFERENT}`,
        `${DANIYAR.name}: согласован текст «${TITLE}» (Русский, редакция 1). Уровень: Официальный`,
        `${DANIYAR.name}: опубликован текст «${TITLE}» (Русский, редакция 1)`,
        `${NARGIZA.name}: текст «${KYRGYZ}» (Кыргызча, редакция 1) отправлен на согласование, хотя языки расходятся: ${WHY_DIFFERENT}`,
        `${NARGIZA.name}: текст «${CORRECTED}» (Русский, редакция 2) отправлен на согласование, хотя языки расходятся: ${WHY_DIFFERENT}`,
        `${DANIYAR.name}: согласован текст «${CORRECTED}» (Русский, редакция 2). Уровень: Согласован`,
        `${DANIYAR.name}: опубликован текст «${CORRECTED}» (Русский, редакция 2)`,
        `${DANIYAR.name}: отозван текст «${CORRECTED}» (Русский, редакция 2): Рейс отменён из-за снега.`,
      ]) {
        assert.equal(history.filter((line) => line === sentence).length, 1, `"${sentence}" is not once in:\n${history.join("\n")}`);
      }
      await sideways(page);
    });

    it("5. the audit page tells it in three languages", async () => {
      const sentences = {
        ru: [`${DANIYAR.name}: согласован текст «${TITLE}» (Русский, редакция 1). Уровень: Официальный`, `${GULZAT.name}: срочно опубликован текст «${URGENT}» (Русский, редакция 1): Люди уезжают уже завтра.`],
        ky: [`${DANIYAR.name} «${TITLE}» текстин бекитти (Русский, 1-басылыш). Деңгээли: `, `${GULZAT.name} «${URGENT}» текстин шашылыш жарыялады (Русский, 1-басылыш): Люди уезжают уже завтра.`],
        en: [`${DANIYAR.name} approved “${TITLE}” (Русский, edition 1). Level: Official`, `${GULZAT.name} published “${URGENT}” in an emergency (Русский, edition 1): Люди уезжают уже завтра.`],
      };
      for (const [lang, wanted] of Object.entries(sentences)) {
        await approver.goto(`${portal.url}/${lang}/audit`);
        const cells = await approver.locator("tbody td:last-child").allInnerTexts();
        for (const sentence of wanted) {
          assert.equal(cells.filter((cell) => cell.includes(sentence)).length, 1, `"${sentence}" is not once in:\n${cells.join("\n")}`);
        }
      }
      await sideways(approver);
    });

    it("5. each person got exactly the mails they should, none twice", async () => {
      // What is still on its way would be one too many.
      await new Promise((resolve) => setTimeout(resolve, 1500));
      assert.deepEqual(ledger(portal), expected.sort());
    });

    it("no page loaded from elsewhere or left an error in the console; a guest carries no cookie", async () => {
      assert.deepEqual(troubles(contributor), []);
      assert.deepEqual(troubles(approver.context(), [422]), []);
      assert.deepEqual(troubles(chair.context(), [422]), []);
      assert.deepEqual(troubles(guest.context(), [404, 410]), []);
      assert.deepEqual(await guest.context().cookies(), []);
    });
  });
}

// The tools of these tests, tested by themselves: no portal is needed here.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, describe, it } from "node:test";
import { createTransport } from "nodemailer";
import { assertAccessible } from "./lib/axe.mjs";
import { launch, newReader, READERS, scrollsSideways } from "./lib/browser.mjs";
import { assertValidHtml } from "./lib/html.mjs";
import { linkIn, startMailbox } from "./lib/mailbox.mjs";

const GOOD = `<!DOCTYPE html>
<html lang="ky"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>Бирге</title></head>
<body><main><h1>Өз ара жардам</h1><p>Күн, түн, өмүр.</p></main></body></html>`;
const BAD = GOOD.replace("<p>", '<img src="data:,"><p style="color:#eee;background:#fff">').replace("</p>", "</p><center>x</center>");

describe("the mailbox", () => {
  const mail = { from: "portal@example.kg", to: "aida@example.kg", subject: "Бекитүү күтүлүүдө", text: "http://portal.kg/ky/x" };

  it("receives a mail over STARTTLS, its certificate checked", async () => {
    const mailbox = await startMailbox({ encryption: "starttls" });
    const sender = createTransport({
      host: mailbox.host, port: mailbox.port, requireTLS: true, tls: { ca: readFileSync(mailbox.certificate) },
    });
    await sender.sendMail(mail);
    const received = await mailbox.waitFor({ to: "aida@example.kg", subject: "Бекитүү" });
    assert.equal(received.encrypted, true);
    assert.equal(linkIn(received, "/ky/"), "http://portal.kg/ky/x");
    await mailbox.stop();
  });

  it("refuses mail in the clear when it asks for STARTTLS, and takes it when not", async () => {
    const strict = await startMailbox({ encryption: "starttls" });
    const plain = await startMailbox();
    const send = ({ host, port }) => createTransport({ host, port, ignoreTLS: true }).sendMail(mail);
    await assert.rejects(send(strict), /STARTTLS/);
    await send(plain);
    assert.equal(plain.find({ to: "aida@example.kg" }).length, 1);
    assert.equal(strict.messages.length, 0);
    await Promise.all([strict.stop(), plain.stop()]);
  });

  it("says what it received when the wanted mail does not come", async () => {
    const mailbox = await startMailbox();
    await createTransport({ host: mailbox.host, port: mailbox.port, ignoreTLS: true }).sendMail(mail);
    await assert.rejects(mailbox.waitFor({ to: "nobody@example.kg" }, { timeout: 50 }), /aida@example.kg: Бекитүү/);
    await mailbox.stop();
  });

  it("can turn mail away for a while", async () => {
    const mailbox = await startMailbox();
    const sender = createTransport({ host: mailbox.host, port: mailbox.port, ignoreTLS: true });
    mailbox.refuse(451);
    await assert.rejects(sender.sendMail(mail), { responseCode: 451 });
    mailbox.accept();
    await sender.sendMail(mail);
    assert.equal(mailbox.messages.length, 1);
    await mailbox.stop();
  });
});

describe("the browser", () => {
  let browser, server, site;
  before(async () => {
    browser = await launch();
    server = createServer((request, response) => {
      response.setHeader("content-type", "text/html; charset=utf-8").end(request.url === "/bad" ? BAD : GOOD);
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    site = `http://127.0.0.1:${server.address().port}`;
  });
  after(async () => {
    await browser.close();
    server.close();
  });

  for (const { name, ...reader } of READERS) {
    it(`passes a good page and fails a bad one: ${name}`, async () => {
      const context = await newReader(browser, { ...reader, lang: "ky" });
      const page = await context.newPage();
      await page.goto(`${site}/good`);
      await assertAccessible(page);
      assert.equal(await scrollsSideways(page), false);
      assert.equal(await page.evaluate("navigator.language"), "ky-KG");
      await page.goto(`${site}/bad`);
      await assert.rejects(assertAccessible(page), (error) => {
        assert.match(error.message, /color-contrast/);
        assert.match(error.message, /image-alt/);
        return true;
      });
      assert.deepEqual(context.problems, []);
      await context.close();
    });
  }
});

describe("the HTML checker", () => {
  it("passes a valid page and names the page and line of an error", async () => {
    await assertValidHtml({ "/ky/": GOOD });
    await assert.rejects(assertValidHtml({ "/ky/": GOOD, "/ru/": BAD }), (error) => {
      assert.match(error.message, /\/ru\/ line 4: The “center” element is obsolete/);
      assert.doesNotMatch(error.message, /\/ky\//);
      return true;
    });
  });
});

// Hostile files are sent to a running portal as a browser sends them. Nothing of them is kept, the sender is told in a sentence,
// and the portal goes on: what such a file breaks is a process of its own.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { Client } from "./lib/client.mjs";
import { DOCUMENT, archive, docx, pdf, png, seed } from "./lib/hostile.mjs";
import { startPortal } from "./lib/portal.mjs";

const ENTITY = '<!DOCTYPE a [<!ENTITY secret SYSTEM "file:///etc/passwd">]>';
const SVG = 'xmlns="http://www.w3.org/2000/svg"';

describe("hostile files", { timeout: 600_000 }, () => {
  let portal, member;
  before(async () => {
    portal = await startPortal();
    member = await new Client(portal.url).signIn(portal.links.contributor);
  });
  after(() => portal?.stop());

  /** Sends a file with the form of the page, and says what came back and how long it took. */
  async function send(name, content) {
    const { fields } = await member.form("/ru/files/new");
    const form = new FormData();
    // First, as on the page: it is checked before the file is read.
    form.append("_csrf", fields._csrf);
    form.append("file", new Blob([content]), name);
    const begun = Date.now();
    const headers = { cookie: member.cookie, origin: portal.url, accept: "application/json" };
    const answer = await fetch(`${portal.url}/ru/files/new`, { method: "POST", body: form, headers, redirect: "manual" });
    return { status: answer.status, said: await answer.json(), took: Date.now() - begun };
  }

  /** Every content in the store, and how many files the list of the organisation counts. */
  async function kept() {
    const contents = readdirSync(join(portal.data, "files"), { recursive: true, withFileTypes: true });
    const count = (await member.page("/ru/files")).querySelector("main .meta strong").textContent;
    return `${contents.filter((entry) => entry.isFile()).length} contents, ${count}`;
  }

  async function answers() {
    const begun = Date.now();
    assert.equal((await fetch(`${portal.url}/ru/`)).status, 200);
    assert.equal((await fetch(`${portal.url}/readyz`)).status, 200);
    assert.ok(Date.now() - begun < 5_000, "the portal is slow while it looks at a file");
  }

  it("an honest file of the same make is taken", async () => {
    const { status, said } = await send("honest.docx", docx(DOCUMENT));
    assert.equal(status, 200, JSON.stringify(said));
    assert.match(said.url, /^\/ru\/files\/[0-9A-Z]{13}$/);
  });

  const hostile = [
    ["an archive bomb", "bomb.docx", () => docx(DOCUMENT, { "word/media/a.png": Buffer.alloc(150_000_000) }), /огромный объём/],
    ["an archive in which a part leaves the archive", "names.docx", () => docx(DOCUMENT, { "../../etc/cron.d/a": "* * * * * root id" }), /необычно и небезопасно/],
    ["an archive that is no document", "other.docx", () => archive({ "a.txt": "a" }), /не соответствует/],
    ["a picture of ten thousand million pixels", "large.png", () => png(100_000, 100_000), /Картинка слишком большая/],
    ["a document that reads another file", "entity.docx", () => docx(ENTITY + DOCUMENT.replace("Салам", "&secret;")), /читать другие файлы/],
    ["a drawing that reads another file", "entity.svg", () => `${ENTITY}<svg ${SVG}><text>&secret;</text></svg>`, /читать другие файлы/],
    ["a document with a web page behind its end", "both.docx", () => Buffer.concat([seed("libreoffice.docx"), Buffer.from("<script>alert(1)</script>")]), /спрятан другой файл/],
    ["a PDF with an archive behind its end", "both.pdf", () => Buffer.concat([seed("encrypted.pdf"), seed("libreoffice.odt")]), /спрятан другой файл/],
    ["a web page by the name of a drawing", "page.svg", () => '<html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>', /не соответствует/],
    ["a web page in XML by the name of a drawing", "page.svg", () => '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>', /такого вида/],
    ["a program by the name of a text", "program.txt", () => Buffer.from("\x7fELF\x02\x01\x01", "latin1"), /не соответствует/],
    // Nine million objects: more than the gigabyte that the process may have.
    ["a document that takes more memory than there is for it", "exhausting.pdf", () => pdf(9_000_000), /слишком сложный/],
  ];
  for (const [what, name, make, words] of hostile) {
    it(`${what} is refused, leaves nothing, and the portal goes on`, async () => {
      const before = await kept();
      const content = make();
      const sending = send(name, content);
      await answers();
      const { status, said, took } = await sending;
      assert.equal(status, 422, JSON.stringify(said));
      assert.match(said.errors.file, words);
      assert.ok(took < 60_000, `${took} ms`);
      assert.equal(await kept(), before);
      await answers();
    });
  }

  it("two such documents at once do not keep an honest file waiting for ever", async () => {
    const content = pdf(9_000_000);
    const sending = [send("a.pdf", content), send("b.pdf", content)];
    assert.equal((await send("honest.txt", "Салам")).status, 200);
    for (const { status } of await Promise.all(sending)) assert.equal(status, 422);
  });

  it("a drawing is taken without what runs in it, and is saved, not opened", async () => {
    const drawing = `<svg ${SVG} onload="alert(1)"><script>alert(2)</script><a href="javascript:alert(3)"><path d="M0 0h9"/></a></svg>`;
    const { status, said } = await send("logo.svg", drawing);
    assert.equal(status, 200, JSON.stringify(said));
    const address = (await member.page(said.url)).querySelector("main a[download]").getAttribute("href");
    const got = await member.request(address);
    assert.doesNotMatch(await got.text(), /alert|script/);
    assert.match(got.headers.get("content-disposition"), /^attachment/);
    assert.match(got.headers.get("content-security-policy"), /sandbox$/);
    assert.equal(got.headers.get("x-content-type-options"), "nosniff");
  });

  it("of a photo with an archive behind its end the photo is left", async () => {
    const { status, said } = await send("both.jpg", seed("polyglot.jpg"));
    assert.equal(status, 200, JSON.stringify(said));
    const address = (await member.page(said.url)).querySelector("main a[download]").getAttribute("href");
    const bytes = Buffer.from(await (await member.request(address)).arrayBuffer());
    assert.ok(bytes.length > 100 && !bytes.includes("PK\x05\x06") && !bytes.includes("SECRET"));
  });

  it("a name cannot lead out of the store or deceive about its ending", async () => {
    for (const [name, shown] of [["../../../etc/passwd.txt", "passwd.txt"], ["..\\..\\a.txt", "a.txt"], ["отчёт\u202etxt.exe.txt", "отчётtxt.exe.txt"]]) {
      const { status, said } = await send(name, "Салам");
      assert.equal(status, 200, JSON.stringify(said));
      assert.equal((await member.page(said.url)).querySelector("h1").textContent, shown);
    }
    const outside = readdirSync(portal.data).filter((name) => name.includes("passwd"));
    assert.deepEqual(outside, []);
  });
});

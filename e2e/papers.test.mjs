// A text of the library is there as PDF and DOCX from the real program, made by its typesetter, and once known not made again.

import assert from "node:assert/strict";
import { test } from "node:test";
import { startPortal } from "./lib/portal.mjs";

test("a text is downloaded as PDF and DOCX in three languages, with a code that leads back to it", { timeout: 300_000 }, async () => {
  const portal = await startPortal();
  try {
    for (const lang of ["ky", "ru", "en"]) {
      const list = await (await fetch(`${portal.url}/${lang}/documents`)).text();
      const [, document] = list.match(/href="([^"]*\/documents\/[0-9A-Za-z]{13})"/);
      const page = await (await fetch(portal.url + document)).text();
      for (const [format, begins] of [["pdf", "%PDF-"], ["docx", "PK"]]) {
        const [, address] = page.match(new RegExp(`href="([^"]*/paper\\.${format})"`));
        const paper = await fetch(portal.url + address);
        assert.equal(paper.status, 200, await paper.clone().text());
        const file = await paper.clone().blob();
        assert.ok((await paper.text()).startsWith(begins));
        const brought = new FormData();
        brought.set("file", file, `copy.${format}`);
        const answer = await fetch(`${portal.url}/${lang}/verify`, { method: "POST", body: brought, headers: { origin: portal.url } });
        const said = await answer.text();
        assert.equal(answer.status, 200, said);
        assert.ok(said.includes('class="notice ok"') && said.includes(document), `${lang}: the file ${format} is recognised\n${said}`);
        const again = await fetch(portal.url + address, { headers: { "if-none-match": paper.headers.get("etag") } });
        assert.equal(again.status, 304);
      }
      const [, code] = page.match(/\/verify\?code=([0-9A-Z-]{11})"/);
      const verified = await (await fetch(`${portal.url}/${lang}/verify?code=${code}`)).text();
      assert.ok(verified.includes('class="notice ok"') && verified.includes(document), `${lang}: ${code} leads back`);
    }
    const { findings } = JSON.parse(await portal.birge("doctor", "--json"));
    assert.equal(findings.find(({ check }) => check === "papers").state, "ok");
  } finally {
    await portal.stop();
  }
});

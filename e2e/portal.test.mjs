// A portal comes up on an empty folder, survives a power cut, and stops when asked.

import assert from "node:assert/strict";
import { test } from "node:test";
import { startPortal } from "./lib/portal.mjs";

for (const mail of ["plain", "starttls"]) {
  test(`a portal starts, is killed, starts again and stops in order; mail ${mail}`, async () => {
    const portal = await startPortal({ seed: false, mail });
    try {
      assert.deepEqual(await portal.kill(), { code: null, by: "SIGKILL" });
      await portal.start();
      const page = await fetch(`${portal.url}/ky`);
      assert.equal(page.status, 200);
      assert.match(await page.text(), /<html[^>]* lang="?ky/);
    } finally {
      assert.deepEqual(await portal.stop(), { code: 0, by: null }, portal.log());
    }
  });
}

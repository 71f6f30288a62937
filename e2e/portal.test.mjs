// A portal comes up on an empty folder, survives a power cut, sends a mail however its server is spoken to, and stops when asked.

import assert from "node:assert/strict";
import { test } from "node:test";
import { startPortal } from "./lib/portal.mjs";

for (const mail of ["none", "starttls", "tls"]) {
  test(`a portal starts, is killed, starts again, mails and stops in order; encryption of mail: ${mail}`, async () => {
    const portal = await startPortal({ seed: false, mail });
    try {
      assert.deepEqual(await portal.kill(), { code: null, by: "SIGKILL" });
      await portal.start();
      const page = await fetch(`${portal.url}/ky`);
      assert.equal(page.status, 200);
      assert.match(await page.text(), /<html[^>]* lang="?ky/);

      const to = "ayim@example.kg";
      await portal.birge("member", "invite", "--email", to, "--name", "Айым", "--role", "chair", "--organisation", "Алты Кереге");
      const invitation = await portal.mailbox.waitFor({ to });
      assert.equal(invitation.encrypted, mail !== "none");
      const { findings } = JSON.parse(await portal.birge("doctor", "--json"));
      assert.equal(findings.find(({ check }) => check === "mail").state, "ok");
    } finally {
      assert.deepEqual(await portal.stop(), { code: 0, by: null }, portal.log());
    }
  });
}

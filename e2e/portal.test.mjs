// A portal comes up on an empty folder, survives a power cut, sends a mail however its server is spoken to, and stops when asked.
// It is not held up by who sends slowly, and lets nobody without a name send without end.

import assert from "node:assert/strict";
import { connect } from "node:net";
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

test("who opens a connection and says nothing, or very slowly, is cut off", { timeout: 60_000 }, async () => {
  const portal = await startPortal({ seed: false });
  try {
    const { hostname: host, port } = new URL(portal.url);
    // Whether the portal ends a connection that begins with these words and then drips, or says nothing more.
    const cutOff = (words) =>
      new Promise((resolve) => {
        const socket = connect({ host, port: Number(port) }, () => socket.write(words));
        const drip = setInterval(() => words && socket.write("x"), 500);
        const end = (how) => {
          clearInterval(drip);
          clearTimeout(patience);
          socket.destroy();
          resolve(how);
        };
        const patience = setTimeout(() => end(false), 30_000);
        socket.on("error", () => {});
        socket.on("close", () => end(true));
        socket.resume();
      });
    for (const held of ["", "GET /ky/ HTTP/1.1\r\nHost: x\r\nX-Slow: ", "PRI * HT"].map(cutOff)) assert.ok(await held, "a slow connection is held");
  } finally {
    assert.deepEqual(await portal.stop(), { code: 0, by: null }, portal.log());
  }
});

test("a stranger who sends without end is asked to wait, and members go on", { timeout: 60_000 }, async () => {
  const portal = await startPortal({ seed: false });
  try {
    const ask = () =>
      fetch(`${portal.url}/ru/sign-in`, { method: "POST", body: new URLSearchParams({ email: "x@example.kg" }), redirect: "manual" });
    let answer = await ask();
    for (let tries = 0; answer.status === 303 && tries < 100; tries += 1) answer = await ask();
    assert.equal(answer.status, 429);
    assert.match(answer.headers.get("retry-after"), /^[0-9]+$/);
    assert.match(await answer.text(), /Слишком часто/);
    assert.equal((await fetch(`${portal.url}/ru/`)).status, 200, "reading is not counted");
    assert.ok(!portal.log().includes("127.0.0.1:") || !/127\.0\.0\.1.*sign-in/.test(portal.log()), "no address is logged");
  } finally {
    await portal.stop();
  }
});

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
    const lasted = (words) =>
      new Promise((resolve) => {
        const begun = performance.now();
        const socket = connect({ host, port: Number(port) }, () => socket.write(words));
        const drip = setInterval(() => words && socket.write("x"), 500);
        socket.on("error", () => {});
        socket.on("close", () => (clearInterval(drip), resolve(performance.now() - begun)));
        socket.resume();
      });
    const times = await Promise.all([lasted(""), lasted("GET /ky/ HTTP/1.1\r\nHost: x\r\nX-Slow: ")]);
    for (const time of times) assert.ok(time < 30_000, `a silent connection was held for ${Math.round(time / 1000)} s`);
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

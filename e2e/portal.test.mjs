// A portal comes up on an empty folder, survives a power cut, sends a mail however its server is spoken to, and stops when asked.
// It is not held up by who sends slowly, and lets nobody without a name send without end.

import assert from "node:assert/strict";
import { request } from "node:http";
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

test("who sends or fetches more slowly than any line is cut off, and holds no place", { timeout: 120_000 }, async () => {
  const portal = await startPortal({ seed: false });
  try {
    const { hostname: host, port } = new URL(portal.url);
    const begun = Date.now();
    // Seconds until the portal ends a connection that begins with these words; `behave` says how it goes on.
    const held = (words, behave) =>
      new Promise((resolve) => {
        const socket = connect({ host, port: Number(port) }, () => socket.write(words));
        const stop = behave(socket) ?? (() => {});
        const end = (how) => {
          clearTimeout(patience);
          stop();
          socket.destroy();
          resolve(how);
        };
        const patience = setTimeout(() => end(Infinity), 60_000);
        socket.on("error", () => {});
        socket.on("close", () => end((Date.now() - begun) / 1000));
      });
    const post = "POST /ru/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\nemail=";
    const every = (pause, what) => (socket) => {
      const timer = setInterval(() => what(socket), pause);
      return () => clearInterval(timer);
    };
    const dripping = held(post, (socket) => {
      socket.resume();
      return every(500, () => socket.write("x"))(socket);
    });
    const silent = held(post, (socket) => void socket.resume());
    // Asks for the same page over and over without reading any of it: what the portal writes backs up.
    const get = "GET /ru/programme HTTP/1.1\r\nHost: x\r\n\r\n";
    const neverReading = held(get.repeat(2000), (socket) => {
      socket.pause();
      // Who does not read learns of the end only by writing.
      return every(500, () => socket.write("x"))(socket);
    });
    const ends = { dripping: await dripping, silent: await silent, neverReading: await neverReading };
    for (const [who, after] of Object.entries(ends)) assert.ok(after > 20 && after < 55, `${who}: ${after} s`);
    assert.equal((await fetch(`${portal.url}/ru/`)).status, 200);
  } finally {
    assert.deepEqual(await portal.stop(), { code: 0, by: null }, portal.log());
  }
});

test("one address holds no more than its share of connections, and others are served", { timeout: 60_000 }, async () => {
  const portal = await startPortal({ seed: false });
  const held = [];
  try {
    const { hostname: host, port } = new URL(portal.url);
    const open = () =>
      new Promise((resolve) => {
        const socket = connect({ host, port: Number(port), localAddress: "127.0.0.2" }, () => socket.write("GET /"));
        held.push(socket);
        // What is over the share is ended at once; the others wait for the rest of the request.
        const patience = setTimeout(() => resolve("held"), 3_000);
        socket.on("error", () => {});
        socket.on("close", () => {
          clearTimeout(patience);
          resolve("ended");
        });
      });
    const all = await Promise.all(Array.from({ length: 300 }, open));
    assert.equal(all.filter((how) => how === "held").length, 256);
    const status = (localAddress) =>
      new Promise((resolve) => {
        const asked = request({ host, port, path: "/healthz", localAddress, agent: false }, (answer) => resolve(answer.resume().statusCode));
        asked.on("error", () => resolve("refused"));
        asked.end();
      });
    assert.equal(await status("127.0.0.3"), 200);
    assert.equal(await status("127.0.0.2"), "refused");
    for (const socket of held) socket.destroy();
    const deadline = Date.now() + 10_000;
    while ((await status("127.0.0.2")) !== 200) assert.ok(Date.now() < deadline, "its places come back");
  } finally {
    for (const socket of held) socket.destroy();
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

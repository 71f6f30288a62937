// Who gets in, and how: passkeys and one-time codes in a real browser, what is demanded of whom, the fresh proof before
// what matters, and everything that must not work: forged, replayed, expired and foreign proofs, and other origins.

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import { after, before, describe, it } from "node:test";
import { DESKTOP, launch, newReader, PHONE } from "./lib/browser.mjs";
import { Client } from "./lib/client.mjs";
import { DANIYAR, NARGIZA, signInByLink } from "./lib/people.mjs";
import { startPortal } from "./lib/portal.mjs";

const link = async (portal, { email }) => (await portal.birge("member", "link", "--email", email)).trim();
const path = (page) => new URL(page.url()).pathname;
const heading = (page) => page.locator("h1").innerText();

/** What an app shows for a seed in base32, `ahead` steps from now. */
function totp(seed, ahead = 0) {
  const bits = [...seed.replaceAll(" ", "")].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead));
  const mac = createHmac("sha1", key).update(counter).digest();
  const at = mac.at(-1) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** A device that keeps passkeys and is always unlocked by its holder. */
async function authenticator(page, options = {}) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true,
      isUserVerified: true, automaticPresenceSimulation: true, ...options,
    },
  });
  return {
    credentials: async () => (await cdp.send("WebAuthn.getCredentials", { authenticatorId })).credentials,
    add: (credential) => cdp.send("WebAuthn.addCredential", { authenticatorId, credential }),
  };
}

/** Sets up an app by hand and returns its seed and the codes on paper. */
async function setUpApp(page, portal) {
  await page.goto(`${portal.url}/ru/account/security`);
  await page.locator("form[data-new-app] button").click();
  const seed = await page.locator("code.seed").innerText();
  const used = totp(seed);
  await page.fill("#code", used);
  await page.locator("form[data-confirm-app] button").click();
  return { seed, used, codes: await page.locator("ol.codes code").allInnerTexts() };
}

describe("signing in", () => {
  let portal, browser;
  before(async () => {
    portal = await startPortal({ host: "localhost", env: { BIRGE_IDENTITY_REQUIRE_FACTOR: "true", BIRGE_LOG_LEVEL: "debug" } });
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await portal?.stop();
  });
  const open = async (reader = {}) => (await newReader(browser, { lang: "ru", ...reader })).newPage();

  it("a passkey is made in the account and signs in without an address", async () => {
    const page = await open({ device: PHONE });
    const device = await authenticator(page);
    await signInByLink(page, await link(portal, NARGIZA));
    await page.goto(`${portal.url}/ru/account/security`);
    await page.fill("#name", "мой телефон");
    await page.locator("[data-passkey-new]").click();
    await page.locator("ol.codes").waitFor();
    assert.equal((await page.locator("ol.codes li").count()), 10);
    const [credential] = await device.credentials();
    assert.equal(credential.isResidentCredential, true);
    assert.equal(credential.rpId, "localhost");

    await page.goto(`${portal.url}/ru/account/security`);
    assert.match(await page.locator("main tbody").innerText(), /мой телефон/);
    await page.context().clearCookies();
    await page.goto(`${portal.url}/ru/sign-in?next=%2Fru%2Faccount`);
    // The list of the address field may answer before anybody presses the button: a virtual device is always ready.
    await page.locator("[data-passkey]").click({ timeout: 3000 }).catch(() => {});
    await page.waitForURL(/\/ru\/account$/);
    assert.equal(await page.inputValue("#name"), NARGIZA.name);

    // The link alone now leads to the second step, which the passkey does, too.
    await page.context().clearCookies();
    await page.goto(await link(portal, NARGIZA));
    await page.locator("form[data-sign-in] button").click();
    await page.waitForURL(/second-step/);
    assert.equal((await page.context().request.get(`${portal.url}/ru/account`, { maxRedirects: 0 })).status(), 303);
    await page.locator("[data-passkey]").click();
    await page.waitForURL(/\/ru\/$/);
    await page.context().close();
  });

  it("a challenge is good once, in its own browser, and for its own portal", async () => {
    const client = new Client(portal.url);
    const other = new Client(portal.url);
    const challenged = await client.request("/ru/sign-in/passkey/challenge", { fields: {} });
    assert.equal(challenged.status, 200);
    assert.equal(challenged.headers.get("cache-control"), "no-store");
    const forged = JSON.stringify({ id: "AAAA", rawId: "AAAA", type: "public-key", extensions: {},
      response: { authenticatorData: "AAAA", clientDataJSON: "AAAA", signature: "AAAA", userHandle: "AAAA" } });
    for (const who of [client, other, client]) {
      const answer = await who.request("/ru/sign-in/passkey", { fields: { credential: forged } });
      assert.equal(answer.headers.get("location"), "/ru/sign-in");
      assert.equal((await who.request("/ru/account")).status, 303);
    }
  });

  it("a passkey answer recorded in one browser is worth nothing in another or a second time", async () => {
    const page = await open({ device: DESKTOP });
    await authenticator(page);
    await signInByLink(page, await link(portal, { email: "asel@kosh-terek.example" }));
    await page.goto(`${portal.url}/ru/account/security`);
    await page.locator("[data-passkey-new]").click();
    await page.locator("ol.codes").waitFor();
    await page.context().clearCookies();
    await page.goto(`${portal.url}/ru/sign-in/sent`);
    const answer = await page.evaluate(async () => {
      const challenge = await (await fetch("/ru/sign-in/passkey/challenge", { method: "POST" })).json();
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(challenge.publicKey);
      return JSON.stringify((await navigator.credentials.get({ publicKey })).toJSON());
    });
    const thief = new Client(portal.url);
    await thief.request("/ru/sign-in/passkey/challenge", { fields: {} });
    assert.equal((await thief.request("/ru/sign-in/passkey", { fields: { credential: answer } })).headers.get("location"), "/ru/sign-in");
    const send = (credential) => page.context().request.post(`${portal.url}/ru/sign-in/passkey`,
      { form: { credential }, headers: { origin: portal.url }, maxRedirects: 0 });
    assert.equal((await send(answer)).headers().location, "/ru/");
    await page.context().clearCookies({ name: "birge" });
    assert.equal((await send(answer)).headers().location, "/ru/sign-in");
    await page.context().close();
  });

  it("without script an app with codes is set up, and asked for at the next sign-in", async () => {
    const page = await open({ device: PHONE, script: false });
    await signInByLink(page, await link(portal, { email: "irina@ak-iyne.example" }));
    const { seed, used, codes } = await setUpApp(page, portal);
    assert.equal(codes.length, 10);
    await page.context().clearCookies();
    await page.goto(await link(portal, { email: "irina@ak-iyne.example" }));
    await page.locator("form[data-sign-in] button").click();
    assert.equal(path(page), "/ru/sign-in/second-step");
    // The code that set the app up is spent; the next one is allowed a little early.
    await page.fill("#code", used);
    await page.locator("form[data-second-step] button:not([data-passkey])").click();
    assert.match(await page.locator(".field .error").innerText(), /Код не подошёл/);
    await page.fill("#code", totp(seed, 1));
    await page.locator("form[data-second-step] button:not([data-passkey])").click();
    assert.equal(path(page), "/ru/");
    await page.locator("details.account").waitFor();
    await page.context().close();
  });

  it("an approver may sign in three times without; then everything leads to setting one up", async () => {
    for (const left of [/2 раза/, /1 раз/, /последний вход/]) {
      const page = await open({ script: false });
      await signInByLink(page, await link(portal, DANIYAR));
      assert.match(await page.locator(".notice.warn").innerText(), left);
      await page.context().close();
    }
    const page = await open({ script: false });
    await page.goto(await link(portal, DANIYAR));
    await page.locator("form[data-sign-in] button").click();
    for (const where of ["/ru/", "/ru/documents/waiting", "/ru/audit", "/ru/documents"]) {
      await page.goto(`${portal.url}${where}`);
      assert.equal(path(page), "/ru/account/security", where);
    }
    await setUpApp(page, portal);
    await page.goto(`${portal.url}/ru/audit`);
    assert.equal(path(page), "/ru/audit");
    await page.context().close();
  });

  it("a planted session is worth nothing, and a new one comes with each step", async () => {
    const context = await newReader(browser, { lang: "ru" });
    await context.addCookies([{ name: "birge", value: "planted", url: portal.url }]);
    const page = await context.newPage();
    await signInByLink(page, await link(portal, { email: "nurlan@office-osh.example" }));
    const session = async () => (await context.cookies()).find((cookie) => cookie.name === "birge").value;
    const first = await session();
    assert.notEqual(first, "planted");
    await setUpApp(page, portal);
    assert.notEqual(await session(), first);
    const old = await fetch(`${portal.url}/ru/account`, { headers: { cookie: `birge=${first}` }, redirect: "manual" });
    assert.equal(old.status, 303);
    await context.close();
  });

  it("a form on another origin changes nothing", async () => {
    const page = await open({ script: false });
    await signInByLink(page, await link(portal, { email: "timur@ministry.example" }));
    const evil = createServer((_, answer) => {
      answer.setHeader("content-type", "text/html");
      answer.end(`<form method="post" action="${portal.url}/ru/account/totp/new"><button>x</button></form>`);
    });
    await new Promise((resolve) => evil.listen(0, "127.0.0.1", resolve));
    await page.goto(`http://127.0.0.1:${evil.address().port}/`);
    const [answer] = await Promise.all([page.waitForResponse((response) => response.url().includes("/totp/new")), page.locator("button").click()]);
    assert.equal(answer.status(), 403);
    evil.close();
    await page.context().close();
  });

  it("no seed, code, cookie or key is in the log", () => {
    const log = portal.log();
    assert.match(log, /sign-in/);
    for (const secret of [/secret=/, /otpauth/, /birge=/, /\bkey: \[/]) assert.doesNotMatch(log, secret);
  });
});

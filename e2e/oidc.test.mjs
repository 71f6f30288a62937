// Signing in with an account elsewhere, against a real OpenID Connect provider: who is let in, who is not, and what
// does not work a second time or in another browser.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import Provider from "oidc-provider";
import { DESKTOP, launch, newReader } from "./lib/browser.mjs";
import { NARGIZA } from "./lib/people.mjs";
import { freePort, startPortal } from "./lib/portal.mjs";

const SECRET = "a-secret-of-the-provider-that-stands-in-no-log";
const ACCOUNTS = {
  nargiza: { email: NARGIZA.email, email_verified: true },
  // Says that the chair's address is theirs, and nobody has checked it.
  pretender: { email: "gulzat@alty-kerege.example", email_verified: false },
  stranger: { email: "somebody@elsewhere.example", email_verified: true },
  newcomer: { email: "new@ministry.example", email_verified: true },
};

describe("an identity provider", () => {
  let portal, browser, server, folder;
  let handle = (_, answer) => answer.end();

  before(async () => {
    const port = await freePort();
    const issuer = `http://localhost:${port}`;
    server = createServer((request, answer) => handle(request, answer)).listen(port, "localhost");
    folder = mkdtempSync(join(tmpdir(), "birge-oidc-"));
    const config = join(folder, "birge.toml");
    writeFileSync(config, `[[identity.provider]]
key = "esi"
name = { ky = "ЕСИ", ru = "ЕСИ", en = "ESI" }
issuer = "${issuer}"
client_id = "birge"
client_secret = "${SECRET}"
`);
    portal = await startPortal({ host: "localhost", args: ["--config", config], env: { BIRGE_LOG_LEVEL: "debug" } });
    const provider = new Provider(issuer, {
      clients: [{ client_id: "birge", client_secret: SECRET, redirect_uris: [`${portal.url}/sign-in/back/esi`] }],
      claims: { openid: ["sub"], email: ["email", "email_verified"] },
      findAccount: (_, sub) => ACCOUNTS[sub] && { accountId: sub, claims: () => ({ sub, ...ACCOUNTS[sub] }) },
      cookies: { keys: ["a test"] },
    });
    handle = provider.callback();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await portal?.stop();
    server?.close();
    server?.closeAllConnections();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Goes to the provider, signs in there and comes back. Returns the page and the address it came back with. */
  async function signIn(account) {
    const context = await newReader(browser, { device: DESKTOP, lang: "ru" });
    const page = await context.newPage();
    let back = null;
    page.on("request", (request) => request.url().includes("/sign-in/back/") && (back = request.url()));
    await page.goto(`${portal.url}/ru/sign-in?next=%2Fru%2Faccount`);
    await page.getByRole("link", { name: "Войти через ЕСИ" }).click();
    await page.fill("[name=login]", account);
    await page.fill("[name=password]", "any");
    await page.locator("button[type=submit]").click();
    await page.locator("button[type=submit]").click();
    await page.waitForURL((address) => address.origin === portal.url);
    return { context, page, back };
  }

  it("lets a member in by the address it vouches for, and comes back to where they were going", async () => {
    const { context, page, back } = await signIn("nargiza");
    assert.equal(new URL(page.url()).pathname, "/ru/account");
    assert.equal(await page.inputValue("#name"), NARGIZA.name);
    // The code is good once and the step is over; in another browser it never was any good.
    const thief = await newReader(browser, { lang: "ru" });
    for (const which of [context, thief]) {
      await which.clearCookies({ name: "birge" });
      const answer = await which.request.get(back, { maxRedirects: 0 });
      assert.match(answer.headers().location, /\/sign-in$/);
      assert.equal((await which.request.get(`${portal.url}/ru/account`, { maxRedirects: 0 })).status(), 303);
    }
    await thief.close();
    await context.close();
    // The second time the account is known by itself.
    const again = await signIn("nargiza");
    assert.equal(await again.page.inputValue("#name"), NARGIZA.name);
    await again.context.close();
  });

  it("lets in neither strangers nor addresses nobody checked", async () => {
    for (const account of ["stranger", "pretender"]) {
      const { context, page } = await signIn(account);
      assert.equal(new URL(page.url()).pathname, "/ru/sign-in", account);
      assert.match(await page.locator(".notice.warn").innerText(), /порталу не известен/);
      await context.close();
    }
  });

  it("lets an invited person join", async () => {
    await portal.birge("member", "invite", "--email", ACCOUNTS.newcomer.email, "--name", "Азамат Токтосунов",
      "--role", "contributor", "--organisation", "Министерство", "--language", "ru");
    const { context, page } = await signIn("newcomer");
    assert.equal(await page.inputValue("#name"), "Азамат Токтосунов");
    await context.close();
  });

  it("a forged answer is refused, and the secret is in no log", async () => {
    const context = await newReader(browser, { lang: "ru" });
    await context.request.get(`${portal.url}/ru/sign-in/with/esi`, { maxRedirects: 0 });
    const answer = await context.request.get(`${portal.url}/sign-in/back/esi?state=forged&code=forged`, { maxRedirects: 0 });
    assert.match(answer.headers().location, /\/sign-in$/);
    assert.ok(!portal.log().includes(SECRET));
    await context.close();
  });
});

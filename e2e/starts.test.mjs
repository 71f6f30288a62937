// What goes wrong at a start is said in one sentence, and the process ends: nothing hangs, nothing panics, nothing is
// half begun. `birge doctor` says the same without starting. And what a portal that did start tells its operator.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { Client } from "./lib/client.mjs";
import { NARGIZA } from "./lib/people.mjs";
import { binary, freePort, startPortal } from "./lib/portal.mjs";

let folder, taken, takenPort;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "birge-starts-"));
  taken = createServer();
  await new Promise((resolve) => taken.listen(0, "127.0.0.1", resolve));
  takenPort = taken.address().port;
  file("unknown.toml", "[server]\nlisten = '127.0.0.1:0'\nlissten = 'x'\n");
  file("programme.toml", "code = 'kg'\nthis is no programme\n");
  file("a-file", "");
});
after(() => {
  taken.close();
  rmSync(folder, { recursive: true, force: true });
});

const file = (name, text) => writeFileSync(join(folder, name), text);

/** Runs the binary to its end; a portal that starts although it should not is ended after a while and fails. */
async function birge({ args = [], env = {}, data = join(folder, "data"), command = ["serve"], listen }) {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("BIRGE_") && name !== "DATABASE_URL"));
  const address = listen ?? `127.0.0.1:${await freePort()}`;
  const child = spawn(binary(), ["--data", data, "--listen", address, ...args, ...command], { env: { ...own, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let said = "";
  child.stdout.on("data", (text) => (out += text));
  child.stderr.on("data", (text) => (said += text));
  const patience = setTimeout(() => child.kill("SIGKILL"), 20_000);
  const code = await new Promise((resolve) => child.once("exit", resolve));
  clearTimeout(patience);
  return { code, out, said: said.trim() };
}

/** Each: what is wrong, how it is said, and the finding of the doctor, if it looks there: the port is the portal's own. */
const BAD = [
  {
    what: "an unknown key in the configuration",
    how: () => ({ args: ["--config", join(folder, "unknown.toml")] }),
    said: /unknown\.toml, line 3: there is no setting `server\.lissten`; did you mean `server\.listen`\?/,
    finding: "configuration",
  },
  {
    what: "a variable that sets nothing",
    how: () => ({ env: { BIRGE_SERVER_LISSTEN: "x" } }),
    said: /BIRGE_SERVER_LISSTEN sets nothing; did you mean BIRGE_SERVER_LISTEN\?/,
    finding: "configuration",
  },
  {
    what: "a configuration file that is not there",
    how: () => ({ args: ["--config", join(folder, "nowhere.toml")] }),
    said: /the configuration file .*nowhere\.toml cannot be read/,
    finding: "configuration",
  },
  {
    what: "a level of logging that nobody knows",
    how: () => ({ env: { BIRGE_LOG_LEVEL: "portal=loud" } }),
    said: /`log\.level` portal=loud/,
    finding: "configuration",
  },
  {
    what: "a programme file with a mistake",
    how: () => ({ env: { BIRGE_PORTAL_PROGRAMME: join(folder, "programme.toml") } }),
    said: /programme\.toml, line 2: this is not valid TOML/,
    finding: "programme",
  },
  {
    what: "a port that is taken",
    how: () => ({ listen: `127.0.0.1:${takenPort}` }),
    said: /the address 127\.0\.0\.1:\d+ is in use; .*`server\.listen`/,
  },
  {
    what: "a port for figures that is taken",
    how: () => ({ env: { BIRGE_SERVER_METRICS_LISTEN: `127.0.0.1:${takenPort}` } }),
    said: /the address 127\.0\.0\.1:\d+ is in use; .*`server\.metrics_listen`/,
  },
  {
    what: "a PostgreSQL that does not answer",
    how: async () => ({ env: { DATABASE_URL: `postgres://birge@127.0.0.1:${await freePort()}/birge` } }),
    said: /the database cannot be reached: .*refused/i,
    finding: "database",
  },
  {
    what: "a database of an unknown kind",
    how: () => ({ env: { DATABASE_URL: "mysql://localhost/birge" } }),
    said: /`database\.url` must start with postgres:\/\/ or sqlite:\/\//,
    finding: "database",
  },
  {
    what: "a data folder that cannot be made",
    // Below a file: who runs tests as root may write everywhere else.
    how: () => ({ data: join(folder, "a-file", "data") }),
    said: /the folder .*a-file\/data cannot be made/,
    finding: "disk",
  },
];

describe("a start that cannot succeed", () => {
  for (const { what, how, said, finding } of BAD) {
    test(`${what} is said in one line`, async () => {
      const start = await how();
      const { code, said: stderr } = await birge(start);
      assert.equal(code, 1, stderr);
      assert.equal(stderr.split("\n").length, 1, stderr);
      assert.match(stderr, /^birge: /);
      assert.match(stderr, said);
      assert.doesNotMatch(stderr, /panicked/);
      if (!finding) return;

      const looked = await birge({ ...start, command: ["doctor", "--json"] });
      assert.equal(looked.code, 1, looked.out + looked.said);
      const report = JSON.parse(looked.out);
      assert.equal(report.healthy, false);
      assert.equal(report.findings.find(({ check }) => check === finding).state, "failed", looked.out);
    });
  }
});

test("the doctor makes nothing, before the first start either", async () => {
  const data = join(folder, "untouched");
  const { code, out } = await birge({ data, command: ["doctor", "--json"] });
  assert.equal(code, 1);
  const { findings } = JSON.parse(out);
  const of = (name) => findings.find(({ check }) => check === name);
  assert.match(of("database").text, /birge\.db yet; the first start makes it/);
  assert.equal(of("key").state, "warning");
  assert.ok(of("disk").value > 0, "free megabytes are a figure");
  assert.equal(existsSync(data), false);
});

describe("a portal that runs", () => {
  let portal, metrics;
  before(async () => {
    const port = await freePort();
    metrics = `http://127.0.0.1:${port}/metrics`;
    portal = await startPortal({ env: { BIRGE_SERVER_METRICS_LISTEN: `127.0.0.1:${port}` } });
    await workedOff();
  });

  /** A sample world is new to its readers: what they remind of, index and read has to be done first. */
  async function workedOff() {
    const deadline = Date.now() + 60_000;
    for (;;) {
      const { findings } = JSON.parse(await portal.birge("doctor", "--json"));
      const left = findings.filter(({ check, value }) => ["readers", "jobs", "outbox"].includes(check) && value !== 0);
      if (!left.length) return;
      if (Date.now() > deadline) assert.fail(JSON.stringify(left));
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }

  after(() => portal.stop());

  test("says that it is ready, and gives figures on an address of their own", async () => {
    const ready = await fetch(`${portal.url}/readyz`);
    assert.deepEqual([ready.status, await ready.text()], [200, "ready"]);
    for (let time = 0; time < 2; time += 1) assert.equal((await fetch(`${portal.url}/ru/`)).status, 200);
    const text = await (await fetch(metrics)).text();
    const figure = (name) => Number(text.split("\n").find((line) => line.startsWith(`${name} `))?.split(" ")[1]);
    assert.ok(figure('birge_requests_total{class="2xx"}') >= 2, text);
    assert.ok(figure("birge_page_cache_hits_total") >= 1, text);
    assert.equal(figure("birge_jobs_parked"), 0);
    assert.equal(figure('birge_reader_lag{reader="notifications"}'), 0);
    assert.equal((await fetch(`${portal.url}/metrics`)).status, 404, "the public does not reach them");
  });

  test("is looked at by the doctor, who gives figures and changes nothing", async () => {
    const files = readdirSync(portal.data).sort();
    const { healthy, findings } = JSON.parse(await portal.birge("doctor", "--json"));
    assert.equal(healthy, true, JSON.stringify(findings));
    const value = Object.fromEntries(findings.map((it) => [it.check, it.value]));
    assert.deepEqual([value.readers, value.parked_events, value.jobs, value.outbox], [0, 0, 0, 0]);
    assert.ok(value.disk > 0);
    assert.deepEqual(readdirSync(portal.data).sort(), files);
  });

  test("answers what was being sent when it is asked to stop, and takes nothing new", { timeout: 60_000 }, async () => {
    const nargiza = await new Client(portal.url).signIn((await portal.birge("member", "link", "--email", NARGIZA.email)).trim());
    const { action, fields } = await nargiza.form("/ru/documents/new");
    const title = "Отправлен во время остановки";
    const body = new URLSearchParams({ ...fields, kind: "press_release", language: "ru", title }).toString();
    const { hostname: host, port } = new URL(portal.url);
    const head = [
      `POST ${action} HTTP/1.1`, `Host: ${host}:${port}`, `Cookie: ${nargiza.cookie}`, `Origin: ${portal.url}`,
      "Content-Type: application/x-www-form-urlencoded", `Content-Length: ${Buffer.byteLength(body)}`, "", "",
    ].join("\r\n");
    const socket = connect({ host, port: Number(port) });
    let answer = "";
    socket.on("data", (text) => (answer += text));
    const ended = new Promise((resolve) => socket.once("close", resolve));
    socket.write(head + body.slice(0, 40));
    await new Promise((resolve) => setTimeout(resolve, 300));

    const stopped = portal.end("SIGTERM");
    await new Promise((resolve) => setTimeout(resolve, 500));
    await assert.rejects(fetch(`${portal.url}/readyz`), "a portal that stops takes no new connection");
    socket.write(body.slice(40));
    await ended;
    assert.match(answer, /^HTTP\/1\.1 303 /);
    assert.deepEqual(await stopped, { code: 0, by: null }, portal.log());

    await portal.start();
    const edit = answer.match(/location: (\S+)/i)[1];
    assert.equal((await nargiza.form(edit, "main form:has([name=title])")).fields.title, title);
  });
});

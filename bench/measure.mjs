// Seeds two worlds, one a hundred times the other, and asks what a page costs in each, as multiples of what the same
// server needs for a static page in the same run.
//
// CPU is the server's own, user and system, from /proc; the load generator's is not in it.

import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "../e2e/lib/client.mjs";
import { binary, freePort } from "../e2e/lib/portal.mjs";
import { report } from "./report.mjs";

const WORLDS = process.argv.includes("--quick") ? [2_000] : [2_000, 200_000];
const SECONDS = 4;
const ROUNDS = 7;
const AUTHOR = "nargiza@zhol-chyragy.example";
const BROWSER = { "accept-encoding": "gzip, deflate, br, zstd" };
const TICK = 1 / Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

/** A server on a world, with further settings. */
async function serve(data, env = {}) {
  const listen = `127.0.0.1:${await freePort()}`;
  const settings = { ...process.env, BIRGE_SERVER_DEVELOPMENT: "true", BIRGE_MAIL_TRANSPORT: "catcher", BIRGE_LOG_LEVEL: "warn", ...env };
  const args = ["--data", data, "--listen", listen];
  const begun = performance.now();
  const child = spawn(binary(), [...args, "serve"], { env: settings, stdio: ["ignore", "ignore", "inherit"] });
  const url = `http://${listen}`;
  while (!(await fetch(`${url}/readyz`).then((it) => it.ok, () => false))) {
    if (child.exitCode !== null) throw new Error("birge ended before it was ready");
    await pause(2);
  }
  const started = performance.now() - begun;
  return {
    url,
    started,
    birge: (...command) => execFileSync(binary(), [...args, ...command], { env: settings, encoding: "utf8" }),
    cpu() {
      const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1].split(" ");
      return (Number(fields[11]) + Number(fields[12])) * TICK;
    },
    /** Megabytes of this process's own, and all that is resident, files mapped into memory included. */
    memory() {
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      const megabytes = (name) => Number(status.match(new RegExp(`${name}:\\s+(\\d+) kB`))[1]) / 1024;
      return { own: megabytes("RssAnon"), resident: megabytes("VmRSS") };
    },
    stop: () => new Promise((resolve) => (child.once("exit", resolve), child.kill("SIGTERM"))),
  };
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Asks for one address as fast as the server answers: { rate per second, cpu seconds per 1,000 requests }. */
function load(server, path, cookie = "") {
  const headers = Object.entries({ ...BROWSER, ...(cookie && { cookie }) }).flatMap(([name, value]) => ["-H", `${name}: ${value}`]);
  const before = server.cpu();
  return new Promise((resolve, reject) => {
    const wrk = spawn("wrk", ["-t1", "-c16", `-d${SECONDS}s`, ...headers, server.url + path]);
    let output = "";
    wrk.stdout.on("data", (text) => (output += text));
    wrk.on("exit", () => {
      const requests = Number(output.match(/(\d+) requests in/)?.[1]);
      if (!requests || output.includes("Non-2xx")) return reject(new Error(`${path}: ${output}`));
      resolve({ rate: Number(output.match(/Requests\/sec:\s+([\d.]+)/)[1]), cpu: ((server.cpu() - before) / requests) * 1000 });
    });
  });
}

/** Sixteen people save their drafts again and again, each a text of some 2,000 letters. */
async function saves(server, author) {
  const drafts = [];
  for (let number = 0; number < 16; number += 1) {
    const { action, fields } = await author.form("/ru/documents/new");
    const created = await author.request(action, { fields: { ...fields, kind: "statement", language: "ru", title: `Черновик ${number}` } });
    drafts.push(await author.form(created.headers.get("location")));
  }
  const before = server.cpu();
  const begun = performance.now();
  const each = 100;
  await Promise.all(
    drafts.map(async ({ action, fields }) => {
      for (let number = 0; number < each; number += 1) {
        const body = `Сохранение ${number}. `.repeat(100);
        const saved = await author.request(action, {
          fields: { _csrf: fields._csrf, version: fields.version, body, _changed: "body" },
          headers: { accept: "application/json" },
        });
        if (saved.status !== 200) throw new Error(`saving answers ${saved.status}`);
        fields.version = (await saved.json()).version;
      }
    }),
  );
  const requests = drafts.length * each;
  return { rate: requests / ((performance.now() - begun) / 1000), cpu: ((server.cpu() - before) / requests) * 1000 };
}

/** The bytes that travel: the page, and the style sheet that its first view needs. */
async function weigh(server, path, cookie = "") {
  const bytes = async (address) => {
    const answer = await fetch(new URL(address, server.url), { headers: { ...BROWSER, cookie } });
    const encoding = answer.headers.get("content-encoding") ?? "none";
    // fetch unpacks; what travelled is asked for once more, by curl, which does not.
    const sent = execFileSync("curl", ["-s", "-H", `accept-encoding: ${BROWSER["accept-encoding"]}`, "-H", `cookie: ${cookie}`, answer.url]);
    return { text: await answer.text(), sent: sent.length, encoding };
  };
  const page = await bytes(path);
  const sheet = page.text.match(/<link rel="?stylesheet"? href="?([^" >]+)/)?.[1];
  const css = sheet ? await bytes(sheet) : { sent: 0 };
  const scripts = [...page.text.matchAll(/<script[^>]* src="?([^" >]+)/g)].map((it) => it[1]);
  let script = 0;
  for (const address of scripts) script += (await bytes(address)).sent;
  return { path, raw: Buffer.byteLength(page.text), html: page.sent, css: css.sent, script, encoding: page.encoding };
}

async function measure(editions) {
  const data = mkdtempSync(join(tmpdir(), "birge-bench-"));
  try {
    console.error(`\n${editions.toLocaleString("en")} editions: seeding`);
    const begun = performance.now();
    execFileSync(binary(), ["--data", data, "seed", "--sample", "--documents", String(editions)], { stdio: ["ignore", "ignore", "inherit"] });
    const seeded = (performance.now() - begun) / 1000;

    const starts = [];
    for (let round = 0; round < 7; round += 1) {
      const server = await serve(data);
      starts.push(server.started);
      await server.stop();
    }

    const results = { editions, seeded, coldStart: median(starts), pages: [], weights: [], memory: {} };
    const kept = await serve(data);
    await pause(3000);
    results.memory.idle = kept.memory();
    const author = await new Client(kept.url).signIn(kept.birge("member", "link", "--email", AUTHOR).trim());
    const detail = (await author.page("/ru/documents?kind=press_release")).querySelector("main a[href*='/documents/0']").getAttribute("href");
    const addresses = { home: "/ru/", list: "/ru/documents?kind=press_release", detail };
    for (const [name, path] of Object.entries(addresses)) {
      results.weights.push({ page: name, as: "guest", ...(await weigh(kept, path)) });
      results.weights.push({ page: name, as: "member", ...(await weigh(kept, path, author.cookie)) });
    }
    const fresh = await serve(data, { BIRGE_SERVER_PAGE_CACHE_MB: "0" });
    const cases = Object.entries(addresses).flatMap(([page, path]) => [
      { page, as: "guest", server: kept, path, cookie: "" },
      { page, as: "guest, cache off", server: fresh, path, cookie: "" },
      { page, as: "member", server: kept, path, cookie: author.cookie },
    ]);
    const rounds = cases.map(() => []);
    const static_ = [];
    const saving = [];
    // The baseline stands beside every round, so that a machine that grows slower slows both.
    for (let round = 0; round < ROUNDS; round += 1) {
      static_.push(await load(kept, "/dev/static"));
      for (const [number, { server, path, cookie }] of cases.entries()) rounds[number].push(await load(server, path, cookie));
      saving.push(await saves(kept, author));
    }
    // The ratio of medians: one round that something else disturbed, baseline or page, moves it little.
    const base = median(static_.map((it) => it.cpu));
    const middle = (taken) => {
      const cpu = median(taken.map((it) => it.cpu));
      return { rate: median(taken.map((it) => it.rate)), cpu, ratio: cpu / base };
    };
    results.baseline = middle(static_);
    results.pages = cases.map(({ page, as }, number) => ({ page, as, ...middle(rounds[number]) }));
    results.pages.push({ page: "save a draft", as: "member", ...middle(saving) });
    results.memory.loaded = kept.memory();
    await kept.stop();
    await fresh.stop();
    return results;
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

const worlds = [];
for (const editions of WORLDS) worlds.push(await measure(editions));
const text = report({ machine: `${cpus().length} × ${cpus()[0].model}`, seconds: SECONDS, rounds: ROUNDS, worlds });
console.log(text.markdown);
const folder = new URL("results/", import.meta.url).pathname;
mkdirSync(folder, { recursive: true });
if (WORLDS.length > 1) writeFileSync(join(folder, "pages.md"), text.markdown);
process.exitCode = text.missed ? 1 : 0;

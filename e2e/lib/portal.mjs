// The built `birge` binary with a data folder of its own, a free port and a mailbox. One per test file, so that
// test files run side by side.

import { execFile, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { startMailbox } from "./mailbox.mjs";

const run = promisify(execFile);

/** The binary under test: BIRGE_TEST_BINARY, or the debug build in cargo's target folder. */
export function binary() {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
  const target = process.env.CARGO_TARGET_DIR ?? join(cache, "birge", "target");
  const path = process.env.BIRGE_TEST_BINARY ?? join(target, "debug", "birge");
  if (!existsSync(path)) throw new Error(`${path} does not exist: build it with "cargo build -p portal", or set BIRGE_TEST_BINARY`);
  return path;
}

/**
 * Starts a portal and waits until it is ready.
 *
 * - `seed`: load the sample world first; its output is `seedOutput`, its sign-in links are `links` by role.
 * - `mail`: how the mailbox is spoken to: "none", "starttls" or "tls".
 * - `database`: a PostgreSQL address instead of the embedded SQLite; the database must be empty.
 * - `host`: how the portal is called in addresses; passkeys need a name, say "localhost".
 * - `env`: further settings. `args`: further arguments of `birge serve`.
 */
export async function startPortal({ seed = true, mail = "none", database, env = {}, args = [], host = "127.0.0.1" } = {}) {
  const mailbox = await startMailbox({ encryption: mail });
  const data = mkdtempSync(join(tmpdir(), "birge-data-"));
  const port = await freePort();
  const listen = `127.0.0.1:${port}`;
  const url = `http://${host}:${port}`;
  const global = ["--data", data, "--listen", listen];
  const settings = { ...cleanEnvironment(), ...settingsFor(url, mailbox), ...env };
  if (database) settings.DATABASE_URL = database;

  let child = null;
  let log = "";
  const portal = { url, data, mailbox, seedOutput: "", links: {}, start, stop, kill, end, birge, log: () => log };

  /** Runs another command of the binary on the same data, say `birge("doctor", "--json")`. */
  async function birge(...command) {
    const { stdout } = await run(binary(), [...global, ...command], { env: settings });
    return stdout;
  }

  /** Starts the server; after `kill` this is the restart on the same data and port. */
  async function start() {
    const started = spawn(binary(), [...global, "serve", ...args], { env: settings, stdio: ["ignore", "pipe", "pipe"] });
    child = started;
    started.stdout.on("data", (text) => (log += text));
    started.stderr.on("data", (text) => (log += text));
    started.on("exit", () => child === started && (child = null));
    const deadline = Date.now() + 30_000;
    for (;;) {
      if (!child) throw new Error(`birge ended before it was ready:\n${log}`);
      if (await answers(`${url}/readyz`)) return;
      if (Date.now() > deadline) {
        await kill();
        throw new Error(`birge was not ready after 30 seconds:\n${log}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /** Ends the process as a power cut would, and leaves the data. */
  function kill() {
    return end("SIGKILL");
  }

  /** Sends a signal and tells how the server ended. */
  function end(signal) {
    if (!child) return Promise.resolve();
    const ended = new Promise((resolve) => child.once("exit", (code, by) => resolve({ code, by })));
    child.kill(signal);
    return ended;
  }

  /** Asks the server to finish, then removes what the test left behind. */
  async function stop() {
    const ended = await end("SIGTERM");
    await mailbox.stop();
    rmSync(data, { recursive: true, force: true });
    return ended;
  }

  try {
    if (seed) {
      portal.seedOutput = await birge("seed", "--sample");
      portal.links = linksByRole(portal.seedOutput);
    }
    await start();
  } catch (error) {
    await stop();
    throw error;
  }
  return portal;
}

/** How the portal is told about its address and its mailbox; the one place that knows these names. */
function settingsFor(url, mailbox) {
  return {
    BIRGE_SERVER_PUBLIC_URL: url,
    // The gallery and the like. Not `serve --dev`, which would keep the mails to itself.
    BIRGE_SERVER_DEVELOPMENT: "true",
    // One person plays the chair again and again; identity.test.mjs turns the demand on.
    BIRGE_IDENTITY_REQUIRE_FACTOR: "false",
    BIRGE_MAIL_TRANSPORT: "smtp",
    BIRGE_MAIL_SMTP_HOST: mailbox.host,
    BIRGE_MAIL_SMTP_PORT: String(mailbox.port),
    BIRGE_MAIL_SMTP_ENCRYPTION: mailbox.encryption,
    ...(mailbox.certificate ? { BIRGE_MAIL_SMTP_CA_FILE: mailbox.certificate } : {}),
  };
}

/** The environment without what somebody has set for a portal of their own. */
function cleanEnvironment() {
  const own = ([name]) => name === "DATABASE_URL" || (name.startsWith("BIRGE_") && !name.startsWith("BIRGE_TEST_"));
  return Object.fromEntries(Object.entries(process.env).filter((entry) => !own(entry)));
}

/** Reads the lines of `birge seed` that name a role and a link: `пресс-секретарь (approver) …: http://…`. */
function linksByRole(output) {
  const links = {};
  for (const line of output.split("\n")) {
    const [, role, link] = line.match(/\((\w+)\).*?(https?:\/\/\S+)/) ?? [];
    if (role) links[role] = link;
  }
  return links;
}

async function answers(address) {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

// The log as evidence: an export is verified without the portal, every kind of change to it shows, and a log changed by hand in the
// database is found by `birge doctor`.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { binary, startPortal } from "./lib/portal.mjs";

describe("the log as evidence", { timeout: 300_000 }, () => {
  let portal, folder, lines;
  before(async () => {
    portal = await startPortal();
    folder = mkdtempSync(join(tmpdir(), "birge-export-"));
    lines = (await portal.birge("audit", "export")).trimEnd().split("\n");
    assert.ok(lines.length > 50, "the sample world has a history");
  });
  after(async () => {
    await portal?.stop();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  /** Verifies these lines in an empty environment, far from the portal's folder: what it ends with, and what it says. */
  function verify(lines, ...known) {
    const file = join(folder, "log.jsonl");
    writeFileSync(file, lines.map((line) => `${line}\n`).join(""));
    const { status, stdout, stderr } = spawnSync(binary(), ["audit", "verify", file, ...known], { cwd: folder, env: {}, encoding: "utf8" });
    return { status, said: stdout + stderr };
  }

  const changed = (at, change) => lines.map((line, number) => (number === at ? JSON.stringify(change(JSON.parse(line))) : line));

  it("an export as it came is in order, and says what to write down", () => {
    const { status, said } = verify(lines);
    assert.equal(status, 0, said);
    assert.match(said, /unbroken chain/);
    assert.ok(said.includes(JSON.parse(lines.at(-1)).hash));
    assert.match(said, /--last-hash/);
    assert.equal(JSON.parse(lines.at(-1)).kind, "audit.log.exported", "that a copy was taken is part of it");
  });

  const alterations = {
    "an altered fact": (at) => changed(at, (event) => ({ ...event, data: event.data.replace("{", "{ ") })),
    "another person": (at) => changed(at, (event) => ({ ...event, actor: "member:0000000000001" })),
    "another time": (at) => changed(at, (event) => ({ ...event, at: event.at - 60_000 })),
    "another hash": (at) => changed(at, (event) => ({ ...event, hash: "0".repeat(64) })),
    "a hash taken away": (at) => changed(at, (event) => ({ ...event, hash: "" })),
    "a missing event": (at) => lines.filter((_, number) => number !== at),
    "an event told twice": (at) => [...lines.slice(0, at), lines[at], ...lines.slice(at)],
    "two events in another order": (at) => [...lines.slice(0, at), lines[at + 1], lines[at], ...lines.slice(at + 2)],
    "a line that is no event": (at) => lines.map((line, number) => (number === at ? "{}" : line)),
    "a missing beginning": (at) => lines.slice(at),
  };
  for (const [what, alter] of Object.entries(alterations)) {
    it(`shows ${what}`, () => {
      const at = Math.floor(lines.length / 2);
      const { status, said } = verify(alter(at));
      assert.equal(status, 1, said);
      assert.match(said, /line \d+|event \d+/);
    });
  }

  it("a cut tail shows against what was written down, and only then", () => {
    const last = JSON.parse(lines.at(-1)).hash;
    const cut = lines.slice(0, -3);
    assert.equal(verify(cut).status, 0, "the chain itself is whole");
    assert.equal(verify(cut, "--last-hash", last).status, 1);
    assert.equal(verify(cut, "--events", String(lines.length)).status, 1);
    assert.equal(verify(lines, "--last-hash", last, "--events", String(lines.length)).status, 0);
    // The log has grown since; what was written down is still in it.
    assert.equal(verify(lines, "--last-hash", JSON.parse(lines.at(-9)).hash, "--events", String(lines.length - 8)).status, 0);
  });

  it("an empty file is no log", () => {
    const { status, said } = verify([]);
    assert.equal(status, 1);
    assert.match(said, /no event/);
  });

  it("a log changed by hand in the database is found by the portal's own check", async () => {
    const check = async () => {
      const { code = 0, stdout } = await portal.birge("doctor", "--json").then((stdout) => ({ stdout }), (failed) => failed);
      return { code, ...JSON.parse(stdout).findings.find(({ check }) => check === "log") };
    };
    const database = join(portal.data, "birge.db");
    const sql = (statement) => execFileSync("sqlite3", [database, `PRAGMA busy_timeout = 5000; ${statement}`], { encoding: "utf8" });
    assert.deepEqual([(await check()).state, (await check()).code], ["ok", 0]);
    const seq = Math.floor(lines.length / 2);
    const actor = JSON.parse(lines[seq - 1]).actor;
    sql(`UPDATE activity SET actor = 'member:0000000000001' WHERE seq = ${seq}`);
    const found = await check();
    assert.deepEqual([found.state, found.code], ["failed", 1]);
    assert.match(found.text, new RegExp(`event ${seq} `));
    sql(`UPDATE activity SET actor = '${actor}' WHERE seq = ${seq}`);
    assert.equal((await check()).state, "ok");
    sql("DELETE FROM activity WHERE seq = (SELECT MAX(seq) FROM activity)");
    assert.equal((await check()).state, "failed", "the end of the log is known to the portal");
  });
});

// The JSON API, asked by schemathesis as its description allows and as it does not: every answer is one that is described, in the
// described shape, and nothing makes the portal fail. Schemathesis comes from PyPI, by `e2e/schemathesis`.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { startPortal } from "./lib/portal.mjs";

const SCHEMATHESIS = fileURLToPath(new URL("schemathesis", import.meta.url));

test("the API keeps what its description promises, whatever it is asked", { timeout: 600_000 }, async (t) => {
  const portal = await startPortal();
  try {
    const asked = spawnSync(
      SCHEMATHESIS,
      ["run", `${portal.url}/api/v1/openapi.json`, "--checks", "all", "--max-examples", "40", "--seed", "7", "--workers", "1", "--no-color"],
      { encoding: "utf8", cwd: portal.data },
    );
    // Where PyPI cannot be reached.
    if (asked.status === 77) return t.skip(asked.stderr);
    assert.equal(asked.status, 0, asked.stdout + asked.stderr);
    assert.doesNotMatch(portal.log(), /ERROR|panicked/);
  } finally {
    await portal.stop();
  }
});

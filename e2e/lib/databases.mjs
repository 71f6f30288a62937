// Databases of PostgreSQL for one test each. e2e/postgres runs the server and sets its address.

import { execFileSync } from "node:child_process";
import { randomInt } from "node:crypto";

/** Why a test that needs PostgreSQL is skipped, or false. */
export const withoutPostgres = !process.env.BIRGE_TEST_POSTGRES && "needs BIRGE_TEST_POSTGRES, which e2e/postgres sets";

/** Makes an empty database: its `url`, and `drop` for when the test is over. */
export function emptyDatabase(purpose) {
  const server = process.env.BIRGE_TEST_POSTGRES;
  const psql = (sql) => execFileSync("psql", ["-X", "-q", "-v", "ON_ERROR_STOP=1", server, "-c", sql]);
  const name = `${purpose}_${randomInt(1e9)}`;
  psql(`CREATE DATABASE ${name}`);
  const address = new URL(server);
  address.pathname = `/${name}`;
  return { url: address.href, drop: () => psql(`DROP DATABASE ${name} WITH (FORCE)`) };
}

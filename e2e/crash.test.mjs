// The process dies at random moments while people write: nothing acknowledged is lost, the log and the tables agree,
// and every mail arrives, none twice but those that were in flight when the process died.
//
// SIGKILL ends the process, not the machine: what the kernel has taken it keeps. Power cuts are the database's own promise.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { join } from "node:path";
import { describe, test } from "node:test";
import { Client } from "./lib/client.mjs";
import { emptyDatabase, withoutPostgres } from "./lib/databases.mjs";
import { DANIYAR, NARGIZA } from "./lib/people.mjs";
import { startPortal } from "./lib/portal.mjs";

const KILLS = 50;
const WRITERS = [NARGIZA.email, "asel@kosh-terek.example", "hannah@north-bridge.example", "bakyt@darbaza.example"];

// Side by side, as each waits two minutes for the last leases of its dead processes.
describe(`${KILLS} kills while people write`, { concurrency: 2 }, () => {
  killed("SQLite", sqlite, false);
  killed("PostgreSQL", postgres, withoutPostgres);
});

function killed(name, open, skip) {
  test(`on ${name}`, { skip, timeout: 900_000 }, async (t) => {
    const database = open();
    const portal = await startPortal({ database: database.url, env: { BIRGE_LOG_LEVEL: "warn" } });
    try {
      const signIn = async (email) => new Client(portal.url).signIn((await portal.birge("member", "link", "--email", email)).trim());
      const people = [];
      for (const email of [...WRITERS, DANIYAR.email]) people.push(await signIn(email));
      const approver = people.pop();
      const kept = { texts: new Map(), approved: new Set(), inFlight: new Map(), before: database.head(portal.data) };

      for (let round = 0; round < KILLS; round += 1) {
        const life = { over: false };
        const work = [...people.map((person, number) => write(person, `${round}-${number}`, kept, life)), approve(approver, kept, life)];
        // Every other life lasts until something more was handed in, so that a slow machine proves as much as a fast one.
        if (round % 2 === 1) await handedInSince(kept, handedIn(kept));
        await new Promise((resolve) => setTimeout(resolve, randomInt(20, 600)));
        life.over = true;
        await portal.kill();
        await Promise.all(work);
        // A lease that a dead process held: its mail may have been accepted and not marked. One that an earlier one
        // left is the same lease still, and counts once.
        for (const { mail, until } of database.leased(portal.data)) {
          kept.inFlight.set(mail, (kept.inFlight.get(mail) ?? new Set()).add(until));
        }
        await portal.start();
      }

      await everythingSent(database, portal);
      check(database.rows(portal.data), portal.mailbox.messages, kept, t);
      const { findings } = JSON.parse(await portal.birge("doctor", "--json"));
      const ill = findings.filter((it) => it.state === "failed");
      assert.deepEqual(ill, []);
    } finally {
      await portal.stop();
      database.drop();
    }
  });
}

const handedIn = (kept) => [...kept.texts.values()].filter((text) => text.submitted).length;

async function handedInSince(kept, before) {
  const deadline = Date.now() + 30_000;
  while (handedIn(kept) <= before) {
    if (Date.now() > deadline) assert.fail("nothing was handed in for half a minute");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Writes, saves and submits texts until the process dies. Only what was acknowledged goes into `kept`. */
async function write(person, name, kept, life) {
  for (let number = 0; !life.over; number += 1) {
    await untilDeath(life, async () => {
      const start = await person.form("/ru/documents/new");
      const title = `Текст ${name}-${number}`;
      const created = await person.request(start.action, { fields: { ...start.fields, kind: "press_release", language: "ru", title } });
      assert.equal(created.status, 303);
      const edit = created.headers.get("location");
      const edition = edit.match(/editions\/(\w+)/)[1];
      const known = { title, version: 1, body: "", submitted: false };
      kept.texts.set(edition, known);
      const { action, fields } = await person.form(edit, "form[data-autosave], main form[method=post]");
      for (let save = 0; save < 3; save += 1) {
        const body = `Текст ${name}, сохранение ${save}. `.repeat(20);
        const changed = { ...fields, version: known.version, body, _changed: "body" };
        const saved = await person.request(action, { fields: changed, headers: { accept: "application/json" } });
        assert.equal(saved.status, 200);
        known.version = (await saved.json()).version;
        known.body = body.trim();
      }
      const submitted = await person.request(action, {
        fields: { ...fields, title, body: known.body, version: known.version, contact: "Пресс-служба", contact_email: "press@zhol-chyragy.example", then: "submit", wish: "now" },
      });
      assert.equal(submitted.status, 303);
      known.submitted = true;
    });
  }
}

/** The press secretary approves whatever has been handed in. */
async function approve(person, kept, life) {
  while (!life.over) {
    await untilDeath(life, async () => {
      const waiting = [...kept.texts].find(([edition, text]) => text.submitted && !kept.approved.has(edition));
      if (!waiting) return new Promise((resolve) => setTimeout(resolve, 10));
      const [edition] = waiting;
      const path = `/ru/documents/editions/${edition}/approval`;
      const page = await person.request(path);
      // Approved just before the last kill, and never told so.
      if (page.status !== 200) return kept.approved.add(edition);
      const { action, fields } = await person.form(path, "main form:has([name=decision])");
      const decided = await person.request(action, { fields: { ...fields, decision: "approve", level: "agreed", when: "now" } });
      if (decided.status === 409) return kept.approved.add(edition);
      assert.ok([200, 303].includes(decided.status), `the decision answers ${decided.status}`);
      kept.approved.add(edition);
    });
  }
}

/** A connection that breaks is the end of this life; anything else that goes wrong is a failure. */
async function untilDeath(life, step) {
  try {
    await step();
  } catch (error) {
    const broken = error instanceof TypeError && ["fetch failed", "terminated"].includes(error.message);
    if (!broken || !life.over) {
      // The kill comes a moment after `over` is set; a break before that is a crash of its own.
      if (!broken) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (!life.over) throw error;
    }
  }
}

/** Waits until readers and outbox have nothing left to do. What a dead process had claimed is free after two minutes. */
async function everythingSent(database, portal) {
  const deadline = Date.now() + 180_000;
  for (;;) {
    const left = database.left(portal.data);
    if (left === 0) return;
    if (Date.now() > deadline) assert.fail(`${left} events or mails are still waiting:\n${portal.log().slice(-4000)}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

function check({ counter, activity, editions, outbox, approvals, approvers }, messages, kept, t) {
  // The log: no gap, no double, and its counter stands at its end.
  assert.deepEqual(activity.map(({ seq }) => seq), activity.map((_, place) => place + 1));
  assert.equal(counter, activity.length);

  // Log and tables tell the same story of every edition.
  const told = new Map();
  for (const { kind, data } of activity) {
    if (!kind.startsWith("documents.")) continue;
    const story = told.get(data.edition) ?? { version: 0, kinds: [] };
    story.version = data.version ?? story.version;
    story.title = data.title ?? story.title;
    story.kinds.push(kind);
    told.set(data.edition, story);
  }
  assert.deepEqual(new Set(told.keys()), new Set(editions.map(({ id }) => id)), "an edition without its events, or the reverse");
  const approved = new Map(approvals);
  for (const edition of editions) {
    const story = told.get(edition.id);
    // A decision changes the row once more after the facts of its event were taken.
    const decided = ["published", "approved"].includes(edition.state) || approved.has(edition.id);
    assert.ok(decided ? story.version <= edition.version : story.version === edition.version,
      `${edition.title}: the log has version ${story.version}, the table ${edition.version}`);
    assert.equal(story.title, edition.title);
    const approvalsTold = story.kinds.filter((kind) => kind === "documents.edition.approved").length;
    assert.equal(approvalsTold, approved.get(edition.id) ?? 0, `${edition.title}: approvals in the log and in the table`);
    // Nothing is returned or taken back here: who hands in again after a kill is told that it was done.
    const submitted = story.kinds.filter((kind) => kind === "documents.edition.submitted").length;
    assert.ok(submitted <= 1, `${edition.title} was submitted ${submitted} times`);
  }

  // Every write that was acknowledged is there.
  const stored = new Map(editions.map((edition) => [edition.id, edition]));
  for (const [id, text] of kept.texts) {
    const edition = stored.get(id);
    assert.ok(edition, `${text.title} was acknowledged and is lost`);
    assert.ok(edition.version >= text.version, `${text.title} has lost a save`);
    if (edition.version === text.version && text.body) assert.equal(edition.body, text.body);
    if (text.submitted) assert.notEqual(edition.state, "draft", `${text.title} was handed in and is a draft`);
    if (kept.approved.has(id)) assert.ok(approved.has(id), `${text.title} was approved and is not`);
  }

  // Every submission and every approval has one mail in the outbox for each who is to know, and for nobody else.
  const expected = [];
  for (const { seq, kind, data } of activity.filter((it) => it.seq > kept.before)) {
    if (kind === "documents.edition.submitted") {
      expected.push(...approvers.filter((it) => it !== data.submitted_by).map((to) => `notice:${seq}:${to} documents.to_decide`));
    }
    if (kind === "documents.edition.approved") expected.push(`notice:${seq}:${data.submitted_by} documents.decided`);
  }
  const kinds = new Map(activity.map(({ seq, kind }) => [String(seq), kind]));
  const ofWorld = ({ key, kind }) => OF_WORLD[kind] !== undefined && OF_WORLD[kind] === kinds.get(key.split(":")[1]);
  const all = outbox.filter(({ key }) => key.startsWith("notice:"));
  assert.equal(new Set(all.map(({ key }) => key)).size, all.length, "two mails for one notice");
  const notices = all.filter((it) => !ofWorld(it)).map(({ key, kind }) => `${key} ${kind}`);
  assert.deepEqual(notices.sort(), expected.sort());

  // Each was sent, unless the text had been decided on before its mail went out, which then is dropped.
  const submissions = activity.filter(({ kind, data }) => kind === "documents.edition.submitted" && kept.texts.has(data.edition));
  const arrived = messages.filter(({ envelope }) => envelope.to.includes(DANIYAR.email));
  for (const { data } of submissions.filter((it) => !approved.has(it.data.edition))) {
    assert.ok(arrived.some(({ subject }) => subject.includes(data.title)), `no mail about ${data.title}`);
  }
  assert.ok(arrived.length > 0, "not one mail came to the press secretary");
  const times = new Map();
  for (const { messageId } of messages) {
    const id = messageId.match(/^<?(\w+)@/)[1];
    times.set(id, (times.get(id) ?? 0) + 1);
  }
  const queued = new Set(outbox.map(({ id }) => id));
  assert.deepEqual([...times.keys()].filter((id) => !queued.has(id)), [], "mails that the outbox knows nothing of");
  assert.deepEqual(outbox.filter(({ id, sent }) => sent && !times.has(id)), [], "marked as sent and never arrived");
  const undecided = outbox.filter(({ id, kind, sent }) => !sent && !times.has(id) && kind !== "documents.to_decide");
  assert.deepEqual(undecided, [], "given up although nobody can have decided meanwhile");

  // A mail came again only for a process that died with it in hand.
  const tooOften = [...times].filter(([id, count]) => count > 1 + (kept.inFlight.get(id)?.size ?? 0));
  assert.deepEqual(tooOften, [], "came again and was not in flight when a process died");
  const doubled = messages.length - times.size;

  assert.ok(submissions.length >= KILLS / 2, "too little was written to prove anything");
  t.diagnostic(
    `${kept.texts.size} texts acknowledged, ${submissions.length} submitted, ${approvals.length} approved, ` +
      `${activity.length} events, ${messages.length} mails of which ${doubled} twice`,
  );
}

// What the sample world gives rise to by itself: a line not called for long, texts due to be looked at. Its mails, and the
// events they are about.
const OF_WORLD = {
  "hotlines.attention": "hotlines.check.overdue",
  "documents.freshness_due": "documents.freshness.due",
  "documents.freshness_overdue": "documents.freshness.overdue",
};

const COUNTER = "SELECT last FROM activity_counter";
const ACTIVITY = "SELECT seq, kind, data FROM activity ORDER BY seq";
const EDITIONS = "SELECT id, title, version, state, body FROM documents_editions";
const OUTBOX = "SELECT id, CASE WHEN sent_at IS NULL THEN 0 ELSE 1 END, dedupe_key, kind FROM mail_outbox";
const APPROVERS = "SELECT id FROM members WHERE role = 'approver'";
const LEASED = "SELECT payload, locked_until FROM jobs WHERE kind = 'mail.send' AND done_at IS NULL AND locked_until IS NOT NULL";
const APPROVALS = "SELECT edition_id, COUNT(*) FROM documents_approvals GROUP BY edition_id";
const LEFT = `SELECT (SELECT COUNT(*) FROM mail_outbox WHERE sent_at IS NULL AND dropped_at IS NULL)
  + (SELECT COALESCE(SUM(c.last - r.position), 0) FROM activity_readers r, activity_counter c)`;

/** The rows that `check` compares, read with `query`, a function from SQL to lists of values. */
function rowsOf(query) {
  return {
    counter: Number(query(COUNTER)[0][0]),
    activity: query(ACTIVITY).map(([seq, kind, data]) => ({ seq: Number(seq), kind, data: JSON.parse(data) })),
    editions: query(EDITIONS).map(([id, title, version, state, body]) => ({ id: shown(id), title, version: Number(version), state, body })),
    outbox: query(OUTBOX).map(([id, sent, key, kind]) => ({ id: shown(id), sent: sent === "1", key, kind })),
    approvers: query(APPROVERS).map(([id]) => shown(id)),
    approvals: query(APPROVALS).map(([edition, count]) => [shown(edition), Number(count)]),
  };
}

const leased = (query) => query(LEASED).map(([payload, until]) => ({ mail: JSON.parse(payload).mail, until }));

/** An id as addresses and events show it: 13 letters of Crockford's base32. */
function shown(id) {
  const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  let rest = BigInt(id);
  let letters = "";
  for (let place = 0; place < 13; place += 1) {
    letters = ALPHABET[Number(rest & 31n)] + letters;
    rest >>= 5n;
  }
  return letters;
}

const UNIT = "\u001f";
const RECORD = "\u001e";

function separated(output) {
  // psql ends its output with a line feed, which would pass for a part of the last value.
  return output.replace(/\n$/, "").split(RECORD).filter((line) => line.trim()).map((line) => line.split(UNIT));
}

function sqlite() {
  const query = (data) => (sql) =>
    separated(execFileSync("sqlite3", ["-readonly", "-ascii", join(data, "birge.db"), sql], { encoding: "utf8", maxBuffer: 1 << 30 }));
  return {
    url: undefined,
    rows(data) {
      assert.deepEqual(query(data)("PRAGMA integrity_check"), [["ok"]]);
      return rowsOf(query(data));
    },
    left: (data) => Number(query(data)(LEFT)[0][0]),
    head: (data) => Number(query(data)(COUNTER)[0][0]),
    leased: (data) => leased(query(data)),
    drop() {},
  };
}

function postgres() {
  const { url, drop } = emptyDatabase("crash");
  const query = (sql) =>
    separated(execFileSync("psql", ["-X", "-q", "-A", "-t", "-F", UNIT, "-R", RECORD, "-v", "ON_ERROR_STOP=1", url, "-c", sql], { encoding: "utf8", maxBuffer: 1 << 30 }));
  return {
    url,
    rows: () => rowsOf(query),
    left: () => Number(query(LEFT)[0][0]),
    head: () => Number(query(COUNTER)[0][0]),
    leased: () => leased(query),
    drop,
  };
}

// The scripts of the public site without a browser: leaving a page, what is kept for reading without a connection, and the check
// that partners paste. The real browser has its own tests; these hold every branch.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";

const source = (name) => readFileSync(new URL(`../../crates/portal/assets/${name}`, import.meta.url), "utf8");

/** A page as visitor.js sees it, with a way out or without. */
function visited({ leave = true, manifest = true, onLine = true } = {}) {
  const done = [];
  const handlers = {};
  const link = { href: "https://neutral.example/", closest: () => null };
  const document = {
    title: "Help",
    documentElement: { hidden: false },
    querySelector: (css) => (css === "[data-leave]" ? (leave ? link : null) : manifest ? {} : null),
  };
  const context = vm.createContext({
    document,
    addEventListener: (name, handler) => (handlers[name] ??= []).push(handler),
    history: { replaceState: (...args) => done.push(["replaced", args[2]]) },
    location: { replace: (address) => done.push(["went", address]) },
    navigator: { onLine, serviceWorker: { register: async (address) => done.push(["registered", address]) } },
    caches: { delete: async (name) => done.push(["forgot", name]) },
  });
  vm.runInContext(source("visitor.js"), context);
  const press = (key, at, repeat = false) => handlers.keydown.forEach((handler) => handler({ key, timeStamp: at, repeat }));
  const click = (target) => handlers.click.forEach((handler) => handler({ target: { closest: (css) => (css === target ? link : null) }, preventDefault() {} }));
  return { done, document, press, click };
}

test("Shift three times leaves at once: hidden, without a title, out of the history, nothing kept", () => {
  const { done, document, press } = visited();
  press("Shift", 0); press("Shift", 400);
  assert.deepEqual(done, [["registered", "/sw.js"]]);
  press("Shift", 800);
  assert.deepEqual(done.slice(1), [["replaced", "/"], ["forgot", "birge-pages"], ["went", "https://neutral.example/"]]);
  assert.equal(document.title, "");
  assert.equal(document.documentElement.hidden, true);
});

test("the button does the same", () => {
  const { done, click } = visited();
  click("[data-leave]");
  assert.deepEqual(done.at(-1), ["went", "https://neutral.example/"]);
});

test("without a connection an empty page opens", () => {
  const { done, click } = visited({ onLine: false });
  click("[data-leave]");
  assert.deepEqual(done.at(-1), ["went", "about:blank"]);
});

test("writing capitals, holding Shift and slow presses leave nothing, nor does a page without a way out", () => {
  const { done, press } = visited();
  press("Shift", 0); press("A", 100); press("Shift", 200); press("B", 300); press("Shift", 400); press("C", 500);
  press("Shift", 1000); press("Shift", 1100, true); press("Shift", 1200, true); press("Shift", 1300, true);
  press("x", 1400); press("Shift", 2000); press("Shift", 4500); press("Shift", 7000);
  assert.deepEqual(done, [["registered", "/sw.js"]]);
  const other = visited({ leave: false, manifest: false });
  [0, 1, 2, 3].forEach((at) => other.press("Shift", at));
  assert.deepEqual(other.done, [], "a member's page begins to keep nothing");
});

/** The worker with caches in memory; `net` answers or throws. */
function worker(net) {
  const stores = new Map();
  const url = (request) => new URL(typeof request === "string" ? request : request.url, "https://birge.example").href;
  const cache = (name) => {
    if (!stores.has(name)) stores.set(name, new Map());
    const store = stores.get(name);
    return {
      match: async (request) => store.get(url(request))?.clone(),
      put: async (request, response) => void store.set(url(request), response),
      delete: async (request) => store.delete(url(request)),
      keys: async () => [...store.keys()],
      addAll: async (all) => { for (const one of all) store.set(url(one), await net(one)); },
    };
  };
  const caches = {
    open: async (name) => cache(name),
    match: async (request) => { for (const name of stores.keys()) { const found = await cache(name).match(request); if (found) return found; } },
    delete: async (name) => stores.delete(name),
  };
  const handlers = {};
  const self = { birge: { pages: ["/ky/offline", "/ru/offline", "/en/offline"], assets: [] }, addEventListener: (name, handler) => { handlers[name] = handler; }, skipWaiting: async () => {}, clients: { claim: async () => {} } };
  vm.runInContext(source("worker.js"), vm.createContext({ self, caches, fetch: (request) => net(request), location: { origin: "https://birge.example" }, URL, Headers, Response, Date, setTimeout: (handler, ms, ...rest) => setTimeout(handler, ms, ...rest).unref(), Promise, Error, console }));
  const run = async (name, event) => {
    const waits = [];
    let answer;
    handlers[name]({ ...event, waitUntil: (promise) => waits.push(promise), respondWith: (promise) => { answer = promise; } });
    const response = answer && (await answer);
    await Promise.all(waits);
    return response;
  };
  return { stores, install: () => run("install", {}), visit: (path, more = {}) => run("fetch", { request: { url: `https://birge.example${path}`, method: "GET", mode: "navigate", ...more } }) };
}

const page = (words, cache = "public, no-cache") => new Response(`<html lang="ru"><p class="notice warn" data-offline hidden>Нет связи <b></b></p>${words}</html>`, { headers: { "content-type": "text/html; charset=utf-8", "cache-control": cache } });
const path = (request) => new URL(typeof request === "string" ? request : request.url, "https://birge.example").pathname;

test("a page read before is there without a connection and says so; an unread one gives the numbers of its language", async () => {
  let online = true;
  const portal = worker(async (request) => { if (!online) throw new TypeError("offline"); return page(path(request)); });
  await portal.install();
  assert.match(await (await portal.visit("/ru/help")).text(), /data-offline hidden>/);
  online = false;
  const kept = await (await portal.visit("/ru/help")).text();
  assert.match(kept, /data-offline role="status">Нет связи <time datetime="20/);
  assert.match(kept, /\/ru\/help<\/html>/);
  assert.match(await (await portal.visit("/ru/other")).text(), /\/ru\/offline<\/html>/);
  assert.match(await (await portal.visit("/files/x")).text(), /\/ky\/offline<\/html>/);
});

test("nothing of members, no error, no file is kept, and thirty pages at most", async () => {
  const portal = worker(async (request) => {
    const at = path(request);
    if (at.startsWith("/ru/private")) return page("secret", "private, no-cache");
    if (at.startsWith("/ru/gone")) return new Response("no", { status: 404, headers: { "content-type": "text/html", "cache-control": "public" } });
    if (at.startsWith("/files")) return new Response("%PDF", { headers: { "content-type": "application/pdf", "cache-control": "public" } });
    return page(at);
  });
  await portal.install();
  for (const at of ["/ru/private", "/ru/gone", "/files/a.pdf"]) await portal.visit(at);
  assert.equal(portal.stores.get("birge-pages"), undefined);
  for (let n = 0; n < 35; n += 1) await portal.visit(`/ru/documents/${n}`);
  const kept = [...portal.stores.get("birge-pages").keys()];
  assert.equal(kept.length, 30);
  assert.ok(kept.at(-1).endsWith("/34") && kept[0].endsWith("/5"), kept.join("\n"));
  assert.equal(await portal.visit("/ru/sign-out", { method: "POST" }), undefined, "what is sent passes by");
});

/** A partner's page with one pasted text, visited once. */
async function pasted(net, kept = new Map()) {
  const notes = [];
  const quote = { lang: "ru", dataset: { birge: "000B", edition: "2", checked: "Проверено:", outdated: "Заменён." }, append: (note) => notes.push(note.textContent) };
  const asked = [];
  vm.runInContext(source("embed.js"), vm.createContext({
    document: { currentScript: { src: "https://birge.example/embed/v1.js" }, readyState: "complete", querySelectorAll: () => [quote], createElement: () => ({}) },
    localStorage: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) },
    fetch: async (address, how) => { asked.push(address); assert.equal(how.credentials, "omit"); return net(); },
    URL, Date, JSON, Object, String, Number,
  }));
  await new Promise((done) => setTimeout(done, 5));
  return { notes, asked, kept };
}

test("a pasted text says when it was checked, once a day, and warns when it is no longer current", async () => {
  const texts = (edition) => async () => Response.json({ texts: [{ language: "ru", edition }] });
  const first = await pasted(texts(2));
  assert.match(first.notes[0], /^Проверено: \d/);
  assert.deepEqual(first.asked, ["https://birge.example/api/v1/documents/000B"]);
  const again = await pasted(texts(3), first.kept);
  assert.deepEqual(again.asked, [], "it was asked today");
  assert.match((await pasted(texts(3))).notes[0], /Заменён/);
  assert.match((await pasted(async () => new Response("", { status: 404 }))).notes[0], /Заменён/);
});

test("when the portal does not answer, a pasted text says what was known last, or nothing", async () => {
  const away = async () => { throw new TypeError("offline"); };
  assert.deepEqual((await pasted(away)).notes, []);
  const old = new Map([["birge:000B", JSON.stringify({ at: Date.now() - 3 * 864e5, editions: { ru: 2 } })]]);
  assert.match((await pasted(away, old)).notes[0], /^Проверено:/);
  assert.match((await pasted(async () => new Response("", { status: 503 }), old)).notes[0], /^Проверено:/);
});

// Between browser and portal: the last pages a guest read, and the numbers to call, stay readable without a connection.
// Pages come from the network whenever it answers; a kept one says that it is kept and when it was read. Deliberately not here:
// push messages, and pages of members: only answers that the portal calls public are kept, and it calls none of theirs so.
// The portal puts the addresses of `self.birge` before this text.
"use strict";
const KEPT = 30;
const LONGEST_WAIT = 8000;
const DAY = 24 * 60 * 60 * 1000;

const isPublic = (response) => response.ok && !response.redirected && /\bpublic\b/.test(response.headers.get("cache-control") ?? "");

/** Puts a page into a cache with the time it was read at, the newest last. */
async function keep(name, request, response) {
  const headers = new Headers(response.headers);
  headers.set("x-read-at", new Date().toISOString());
  const cache = await caches.open(name);
  await cache.delete(request);
  await cache.put(request, new Response(await response.blob(), { status: response.status, headers }));
  const all = await cache.keys();
  for (const old of all.slice(0, Math.max(0, all.length - KEPT))) await cache.delete(old);
}

/** The numbers of all languages and what their pages look like, at most once a day. */
async function refresh() {
  const cache = await caches.open("birge-numbers");
  const seen = await cache.match(self.birge.pages[0]);
  if (seen && Date.now() - Date.parse(seen.headers.get("x-read-at")) < DAY) return;
  for (const page of self.birge.pages) {
    const response = await fetch(page, { credentials: "omit" });
    if (isPublic(response)) await keep("birge-numbers", page, response);
  }
}

/** A kept page that says so: the layout has the words ready, hidden. */
async function marked(response) {
  const at = new Date(response.headers.get("x-read-at"));
  const html = await response.text();
  const lang = /<html lang="(\w+)"/.exec(html)?.[1] ?? "ky";
  const words = at.toLocaleString(lang === "en" ? "en-GB" : lang, { dateStyle: "medium", timeStyle: "short" });
  const said = html.replace(" data-offline hidden>", " data-offline role=\"status\">").replace("<b></b>", `<time datetime="${at.toISOString()}">${words}</time>`);
  return new Response(said, { headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": response.headers.get("content-security-policy") ?? "" } });
}

/** What is left for an address that cannot be reached: the numbers, in the language of the address. */
const numbers = async (address) =>
  (await caches.match(`${new URL(address).pathname.slice(0, 3)}/offline`)) ?? (await caches.match(self.birge.pages[0]));

async function page(event) {
  const { request } = event;
  const fetched = fetch(request);
  try {
    const response = await Promise.race([fetched, new Promise((_, late) => setTimeout(late, LONGEST_WAIT, new Error("late")))]);
    const kind = response.headers.get("content-type") ?? "";
    if (isPublic(response) && kind.startsWith("text/html")) event.waitUntil(keep("birge-pages", request.url, response.clone()).then(refresh).catch(() => {}));
    return response;
  } catch {
    const kept = await caches.match(request.url);
    if (kept) return marked(kept);
    // A slow line is still a line: without a kept page it is waited for.
    try {
      return await fetched;
    } catch (error) {
      const page = await numbers(request.url);
      if (!page) throw error;
      return marked(page);
    }
  }
}

/** Files never change under their address. */
async function asset(event) {
  const kept = await caches.match(event.request);
  if (kept) return kept;
  const response = await fetch(event.request);
  const copy = response.clone();
  if (response.ok) event.waitUntil(caches.open("birge-assets").then((cache) => cache.put(event.request, copy)));
  return response;
}

self.addEventListener("install", (event) => event.waitUntil((async () => {
  await caches.delete("birge-assets");
  const cache = await caches.open("birge-assets");
  await cache.addAll(self.birge.assets);
  await refresh();
  await self.skipWaiting();
})()));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin) return;
  if (address.pathname.startsWith("/assets/")) event.respondWith(asset(event));
  else if (request.mode === "navigate") event.respondWith(page(event));
});

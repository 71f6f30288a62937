// For partners' pages: asks the portal once a day whether a pasted text still stands, and says so under it. No cookies, nothing about
// the reader. The last answer is kept, so that the note stays when the portal cannot be reached.
"use strict";
(() => {
  const portal = new URL(document.currentScript.src).origin;
  const DAY = 864e5;
  const load = (key) => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } };
  const store = (key, value) => { try { localStorage.setItem(key, JSON.stringify(value)); } catch {} };

  /** When it was asked, and the current edition of each language; none for a text that is gone. */
  async function known(id) {
    const key = `birge:${id}`;
    const kept = load(key);
    if (kept && Date.now() - kept.at < DAY) return kept;
    try {
      const response = await fetch(`${portal}/api/v1/documents/${id}`, { credentials: "omit" });
      if (!response.ok && response.status !== 404) return kept;
      const texts = response.ok ? (await response.json()).texts : [];
      const fresh = { at: Date.now(), editions: Object.fromEntries(texts.map((text) => [text.language, text.edition])) };
      store(key, fresh);
      return fresh;
    } catch {
      return kept;
    }
  }

  async function check(quote) {
    const answer = await known(quote.dataset.birge);
    if (!answer) return;
    const note = document.createElement("p");
    note.textContent = String(answer.editions[quote.lang]) === quote.dataset.edition
      ? `${quote.dataset.checked} ${new Date(answer.at).toLocaleDateString(quote.lang)}`
      : `⚠ ${quote.dataset.outdated}`;
    quote.append(note);
  }

  const start = () => document.querySelectorAll("blockquote[data-birge]").forEach(check);
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
})();

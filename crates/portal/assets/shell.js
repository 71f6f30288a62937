// The small conveniences of every page: theme choice, "/" for search, copy buttons. Every page works without this file.
// Members' pages load it in <head> without defer, so that a chosen theme stands before the first paint; public pages defer it.
// Deliberately not here: confirmations (the server has pages for them) and anything about drafts except forgetting them.
"use strict";
(() => {
  const root = document.documentElement;
  root.dataset.js = "";

  // Reading or writing storage throws where the reader has forbidden it; the choice then lasts for one page.
  const remember = (theme) => { try { theme ? localStorage.setItem("birge:theme", theme) : localStorage.removeItem("birge:theme"); } catch {} };
  const remembered = () => { try { return localStorage.getItem("birge:theme") ?? ""; } catch { return ""; } };
  const show = (theme) => {
    if (theme === "dark" || theme === "light") root.dataset.theme = theme;
    else delete root.dataset.theme;
  };
  show(remembered());

  addEventListener("DOMContentLoaded", () => {
    for (const select of document.querySelectorAll("[data-theme-choice]")) {
      select.value = remembered();
      select.addEventListener("change", () => { remember(select.value); show(select.value); });
    }
  });
  addEventListener("storage", (event) => { if (event.key === "birge:theme") show(event.newValue); });

  const typing = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const search = [...document.querySelectorAll("[data-search]")].find((input) => input.checkVisibility?.() ?? input.offsetParent);
    if (!search) return;
    event.preventDefault();
    search.focus();
    search.select();
  });

  // What a copy button copies: the text of the element it names, then its source line, so that a passed-on text can be traced.
  // A button without a selector copies its own data-copy-text, for example an address.
  const textOf = (button) => {
    const source = button.dataset.copy ? document.querySelector(button.dataset.copy)?.innerText.trim() : button.dataset.copyText;
    return [source, button.dataset.copySource].filter(Boolean).join("\n\n");
  };
  // The clipboard exists only on https and may be refused; the older way also works on a plain address inside an office network.
  const copy = async (text) => {
    try { return await navigator.clipboard.writeText(text); } catch {}
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "vh";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    if (!done) throw new Error("copying is not allowed here");
  };
  addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-copy], [data-copy-text]");
    if (!button) return;
    try { await copy(textOf(button)); } catch { return; }
    const label = button.textContent;
    if (button.dataset.copied && label !== button.dataset.copied) {
      button.setAttribute("aria-live", "polite");
      button.textContent = button.dataset.copied;
      setTimeout(() => { button.textContent = label; }, 2500);
    }
    button.focus();
  });

  // Signing out on a shared computer also forgets the drafts that autosave.js kept in this browser.
  addEventListener("submit", (event) => {
    if (!event.target.matches("[data-forget]")) return;
    try {
      for (const key of Object.keys(localStorage)) if (key.startsWith("birge:draft:")) localStorage.removeItem(key);
    } catch {}
  });
})();

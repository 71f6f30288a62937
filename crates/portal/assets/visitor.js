// For readers who may be watched and readers without a connection: leaving a page at once, keeping pages for later, forgetting
// them. Without this file "leave this page" is a plain link. Deliberately not here: anything that tells somebody was here.
"use strict";
(() => {
  const forgetPages = () => globalThis.caches?.delete("birge-pages");

  // The entry of the history becomes the neutral page, so that going back does not lead here. The page is hidden first: the neutral
  // one may take a while. Without a connection only an empty page is sure to open.
  const leave = (address) => {
    document.documentElement.hidden = true;
    document.title = "";
    try { history.replaceState(null, "", "/"); } catch {}
    forgetPages();
    location.replace(navigator.onLine === false ? "about:blank" : address);
  };
  addEventListener("click", (event) => {
    const link = event.target.closest?.("[data-leave]");
    if (!link) return;
    event.preventDefault();
    leave(link.href);
  });
  let presses = [];
  addEventListener("keydown", (event) => {
    const link = document.querySelector("[data-leave]");
    if (!link || event.repeat) return;
    if (event.key !== "Shift") { presses = []; return; }
    presses = [...presses.filter((at) => event.timeStamp - at < 2000), event.timeStamp];
    if (presses.length === 3) leave(link.href);
  });

  // Pages of members are never kept; they carry no manifest, so nobody who signed in begins to keep any.
  if (document.querySelector("link[rel=manifest]")) navigator.serviceWorker?.register("/sw.js").catch(() => {});

  addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-forget-all]");
    if (!button) return;
    try {
      for (const name of await caches.keys()) await caches.delete(name);
      for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
      localStorage.clear();
      sessionStorage.clear();
    } catch {}
    button.disabled = true;
    button.setAttribute("aria-live", "polite");
    button.textContent = button.dataset.forgetAll;
  });
})();

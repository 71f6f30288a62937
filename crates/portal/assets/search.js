// Titles below the search box while somebody types. The box works without this file, and it loads nothing until one types.
for (const box of document.querySelectorAll("[data-search]")) {
  const list = document.createElement("ul");
  Object.assign(list, { id: `${box.id}-titles`, className: "titles", role: "listbox", hidden: true, ariaLabel: box.labels[0].textContent });
  box.after(list);
  Object.assign(box, { role: "combobox", autocomplete: "off", ariaExpanded: "false", ariaAutoComplete: "list" });
  box.setAttribute("aria-controls", list.id);
  let at = -1, asked, timer;
  const show = (open) => { list.hidden = !open; box.ariaExpanded = String(open); if (!open) choose(-1); };
  const choose = (to) => {
    at = to;
    [...list.children].forEach((item, i) => { item.ariaSelected = String(i === at); });
    at < 0 ? box.removeAttribute("aria-activedescendant") : box.setAttribute("aria-activedescendant", list.children[at].id);
  };
  const fill = async () => {
    asked?.abort();
    asked = new AbortController();
    const q = box.value.trim();
    if (q.length < 2) return show(false);
    try {
      const answer = await fetch(`${box.form.action}/suggestions?${new URLSearchParams({ q })}`, { signal: asked.signal });
      const found = answer.ok ? await answer.json() : [];
      list.replaceChildren(...found.map(({ title, kind, href, lang }, i) => {
        const item = document.createElement("li"), small = document.createElement("small");
        Object.assign(item, { id: `${list.id}-${i}`, role: "option", textContent: title, lang });
        Object.assign(small, { textContent: kind, lang: document.documentElement.lang });
        item.append(small);
        item.dataset.href = href;
        return item;
      }));
      show(found.length > 0 && document.activeElement === box);
      choose(-1);
    } catch {}
  };
  box.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(fill, 150); });
  box.addEventListener("blur", () => show(false));
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    const item = event.target.closest("li");
    if (item) location.href = item.dataset.href;
  });
  box.addEventListener("keydown", (event) => {
    const many = list.children.length;
    if (list.hidden || event.isComposing) return;
    if (event.key === "ArrowDown") choose((at + 1) % many);
    else if (event.key === "ArrowUp") choose((at <= 0 ? many : at) - 1);
    else if (event.key === "Escape") show(false);
    else if (event.key === "Enter" && at >= 0) location.href = list.children[at].dataset.href;
    else return;
    event.preventDefault();
  });
}

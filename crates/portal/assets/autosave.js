// Drafts that save themselves: <form data-autosave="URL" data-autosave-key="EDITION">. Nothing typed is lost: a copy stays in this
// browser until the server has confirmed it, through lost connections, expired sessions and closed tabs.
// The server is the judge of versions: 409 ends saving, and the form's own button leads to the page where both texts are
// merged. That page has the key only: it keeps the copy up to date, so that its text, once saved, is not offered again.
// All words come from data-said-* in the reader's language. Without this file the form is saved by its button.

// Milliseconds from the last change to the save and to the local copy, and between tries when saving fails.
const [DELAY, KEEP_DELAY, RETRY] = [3000, 400, [5000, 15000, 30000, 60000]];
const KEPT_DAYS = 30;
const PREFIX = "birge:draft:";
const OURS = new Set(["_csrf", "version"]);

function autosave(form) {
  const key = PREFIX + form.dataset.autosaveKey;
  const state = form.querySelector("[data-save-state]") ?? document.createElement("p");
  const saves = Boolean(form.dataset.autosave);
  const confirmed = saves ? valuesOnServer(form) : new Map();
  let saveTimer, keepTimer, running, attempts = 0, stopped = !saves, submitted = false, kept = true;

  const changed = () => [...valuesNow(form)].filter(([name, values]) => !equal(values, confirmed.get(name)));
  const said = (name, replacements = {}) =>
    (form.dataset[`said${name}`] ?? "").replace(/\{(\w+)\}/g, (_, word) => replacements[word] ?? "");
  const say = (text, trouble = false, button) => {
    if (state.textContent !== text) state.textContent = text;
    state.toggleAttribute("data-trouble", trouble);
    if (button) state.append(" ", button);
  };

  form.addEventListener("input", touched);
  form.addEventListener("change", touched);
  form.addEventListener("submit", submitting);
  document.addEventListener("visibilitychange", () => (document.hidden ? leave() : comeBack()));
  addEventListener("pagehide", leave);
  addEventListener("online", comeBack);
  addEventListener("focus", comeBack);
  addEventListener("beforeunload", (event) => { if (!submitted && !kept && changed().length > 0) event.preventDefault(); });
  if (!saves) return;
  // Back to a form that was already sent: its version is old, so the page is asked for again.
  addEventListener("pageshow", (event) => { if (event.persisted && submitted) location.reload(); });
  // Another script leaves the page: what is not saved yet is saved first.
  form.addEventListener("leaving", (event) => event.detail.push(running?.then(() => save()) ?? save()));
  offerCopy();
  if (changed().length > 0) touched();

  function touched() {
    clearTimeout(keepTimer);
    keepTimer = setTimeout(keep, KEEP_DELAY);
    if (!stopped) schedule(DELAY);
  }

  function schedule(delay) {
    clearTimeout(saveTimer);
    saveTimer = setTimeout(save, delay);
  }

  function leave() {
    if (submitted) return;
    clearTimeout(keepTimer);
    keep();
    save({ keepalive: true });
  }

  function comeBack() {
    if (attempts > 0) schedule(0);
  }

  // A submission waits for a save on its way, or the two would collide on the version and the writer would meet herself.
  async function submitting(event) {
    if (event.defaultPrevented) return;
    clearTimeout(saveTimer);
    keep();
    if (!running) { submitted = stopped = true; return; }
    event.preventDefault();
    await running;
    form.requestSubmit(event.submitter);
  }

  function save({ keepalive = false } = {}) {
    clearTimeout(saveTimer);
    if (stopped) return undefined;
    if (running) { schedule(DELAY); return running; }
    running = send(keepalive).finally(() => { running = undefined; });
    return running;
  }

  async function send(keepalive, secondTry = false) {
    const fields = changed();
    if (fields.length === 0) { if (attempts > 0) { attempts = 0; say(""); } forget(); return; }
    const body = new URLSearchParams({ _csrf: form.elements._csrf?.value ?? "", version: form.elements.version?.value ?? "" });
    for (const was of form.querySelectorAll("[name=_was]")) body.append("_was", was.value);
    // "_changed" names what is sent, so that a group whose last box was unticked is not mistaken for one left alone.
    for (const [name, values] of fields) { body.append("_changed", name); for (const value of values) body.append(name, value); }
    let answer, data;
    try {
      answer = await fetch(form.dataset.autosave, { method: "POST", body, keepalive, redirect: "manual", headers: { accept: "application/json" } });
      data = await answer.json().catch(() => ({}));
    } catch {
      return again("Offline");
    }
    // A new sign-in in another tab brings a new token with it.
    if (data.csrf && form.elements._csrf) {
      form.elements._csrf.value = data.csrf;
      if (answer.status === 403 && !secondTry) return send(keepalive, true);
    }
    if (answer.ok) return confirm(fields, data);
    if (answer.status === 401 || answer.status === 403 || answer.type === "opaqueredirect") return again("SignedOut");
    if (answer.status === 409) return conflict(data.said);
    if (answer.status === 422) return invalid(data.errors ?? {});
    return again("Offline");
  }

  function confirm(fields, data) {
    for (const [name, values] of fields) { confirmed.set(name, values); standOn(form, name, values); }
    // A file that was attached meanwhile has raised it further.
    if (form.elements.version && data.version > Number(form.elements.version.value)) form.elements.version.value = data.version;
    attempts = 0;
    showErrors(form, {});
    say(said("Saved", { time: data.saved_at }));
    if (changed().length === 0) forget();
    else { keep(); schedule(DELAY); }
  }

  function again(reason) {
    keep();
    say(said(kept ? reason : "Lost") || said(reason), true);
    schedule(RETRY[Math.min(attempts, RETRY.length - 1)]);
    attempts += 1;
  }

  function conflict(text) {
    stopped = true;
    keep();
    const merge = Object.assign(document.createElement("button"), { type: "button", className: "button link", textContent: said("Merge") });
    merge.addEventListener("click", () => form.requestSubmit(form.querySelector("button:not([type=button])")));
    say(text ?? "", true, merge);
  }

  function invalid(errors) {
    attempts = 0;
    keep();
    showErrors(form, errors);
    say(said("Invalid"), true);
  }

  function keep() {
    const fields = changed();
    if (fields.length === 0) return;
    const copy = { version: form.elements.version?.value, at: Date.now(), fields };
    try { localStorage.setItem(key, JSON.stringify(copy)); kept = true; } catch { kept = false; }
  }

  function forget() {
    clearTimeout(keepTimer);
    try { localStorage.removeItem(key); } catch {}
  }

  function offerCopy() {
    const copy = readCopy(key);
    const different = copy?.fields.filter(([name, values]) => confirmed.has(name) && !equal(values.map(tidied), confirmed.get(name).map(tidied)));
    if (!different) return;
    if (different.length === 0) { forget(); return; }
    const time = new Date(copy.at).toLocaleString(document.documentElement.lang || undefined, { dateStyle: "medium", timeStyle: "short" });
    const notice = Object.assign(document.createElement("div"), { className: "notice warn" });
    notice.setAttribute("role", "status");
    const row = Object.assign(document.createElement("p"), { className: "actions" });
    const button = (className, text, act) => {
      const element = Object.assign(document.createElement("button"), { type: "button", className, textContent: text });
      element.addEventListener("click", () => { act(); notice.remove(); form.querySelector("textarea, input:not([type=hidden])")?.focus(); });
      return element;
    };
    row.append(
      button("button", said("Restore"), () => {
        // Typed over an older version: the server shall see that and offer to merge, not overwrite what came in between.
        if (form.elements.version && Number(copy.version) < Number(form.elements.version.value)) form.elements.version.value = copy.version;
        fill(form, different);
      }),
      button("button link", said("Drop"), forget),
    );
    notice.append(Object.assign(document.createElement("p"), { textContent: said("Found", { time }) }), row);
    form.before(notice);
  }
}

const equal = (a = [], b = []) => a.length === b.length && a.every((value, index) => value === b[index]);
// The server takes white space off; a copy that differs by nothing else was saved.
const tidied = (text) => text.split(/\r\n?|\n/).map((line) => line.trimEnd()).join("\n").trim();
const fieldsOf = (form) => [...form.elements].filter((field) => field.name && !OURS.has(field.name) && !/^(submit|button|reset|file|image|fieldset|hidden|password)$/.test(field.type));
const isTick = (field) => field.type === "checkbox" || field.type === "radio";

function gather(form, read) {
  const values = new Map();
  for (const field of fieldsOf(form)) values.set(field.name, [...(values.get(field.name) ?? []), ...read(field)]);
  return values;
}

function valuesNow(form) {
  return gather(form, (field) => isTick(field) ? (field.checked ? [field.value] : []) : field.localName === "select" ? [...field.selectedOptions].map((option) => option.value) : [field.value]);
}

// What the boxes of a group stood on when the server last knew: it takes the difference, so that a colleague's ticks stay.
function standOn(form, name, values) {
  if (!form.querySelector(`[type=checkbox][name="${name}"]`)) return;
  for (const was of form.querySelectorAll(`[name=_was][value^="${name}:"]`)) was.remove();
  form.append(...values.map((value) => Object.assign(document.createElement("input"), { type: "hidden", name: "_was", value: `${name}:${value}` })));
}

// What the page was delivered with, not what a reloading browser put back into the fields.
function valuesOnServer(form) {
  return gather(form, (field) => {
    if (isTick(field)) return field.defaultChecked ? [field.value] : [];
    if (field.localName !== "select") return [field.defaultValue];
    const chosen = [...field.options].filter((option) => option.defaultSelected);
    return (chosen.length > 0 || field.multiple ? chosen : [...field.options].slice(0, 1)).map((option) => option.value);
  });
}

function fill(form, fields) {
  for (const [name, values] of fields) {
    for (const [index, field] of fieldsOf(form).filter((one) => one.name === name).entries()) {
      if (isTick(field)) field.checked = values.includes(field.value);
      else if (field.localName === "select") for (const option of field.options) option.selected = values.includes(option.value);
      else field.value = values[index] ?? "";
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
  }
}

// Same markup as the server's field errors, so that both look and read alike.
function showErrors(form, errors) {
  const describe = (field, ids) => (ids.length > 0 ? field.setAttribute("aria-describedby", ids.join(" ")) : field.removeAttribute("aria-describedby"));
  const described = (field) => (field.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
  for (const old of form.querySelectorAll("[data-autosave-error]")) {
    const field = form.querySelector(`[aria-describedby~="${old.id}"]`);
    field.removeAttribute("aria-invalid");
    describe(field, described(field).filter((id) => id !== old.id));
    field.closest(".field")?.classList.remove("invalid");
    old.remove();
  }
  for (const [name, text] of Object.entries(errors)) {
    const field = fieldsOf(form).find((one) => one.name === name);
    if (!field) continue;
    const note = Object.assign(document.createElement("p"), { className: "error", id: `autosave-${name}`, textContent: text });
    note.dataset.autosaveError = "";
    field.before(note);
    field.setAttribute("aria-invalid", "true");
    describe(field, [...described(field), note.id]);
    field.closest(".field")?.classList.add("invalid");
  }
}

function readCopy(key) {
  let copy;
  try { copy = JSON.parse(localStorage.getItem(key)); } catch {} // Forbidden storage or a broken copy: there is none.
  return Array.isArray(copy?.fields) ? copy : undefined;
}

function forgetOldCopies() {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(PREFIX) && !(Date.now() - readCopy(key)?.at < KEPT_DAYS * 86_400_000)) localStorage.removeItem(key);
    }
  } catch {}
}

forgetOldCopies();
for (const form of document.querySelectorAll("form[data-autosave-key]")) autosave(form);

// Files with a progress bar: <form data-upload data-max-bytes data-accept>, or <div data-upload="URL"> with a file field and a button
// of a form that stands elsewhere. Size and type are looked at before a slow line is kept busy for minutes; the server checks again
// and is the judge. Without this file the form is sent as usual.
// The server answers JSON to "accept: application/json": { "url": "…" } when done, { "errors": { "file": "…" } } when refused; a
// "version" goes into the form, which may save itself before the page is left.

function setUp(part) {
  const input = part.querySelector("input[type=file]");
  if (!input) return;
  input.addEventListener("change", () => showError(input, problem(part, input)));
  input.form.addEventListener("submit", (event) => {
    if (part !== input.form && !part.contains(event.submitter)) return; // Another button of the same form.
    if (input.files.length === 0) return; // The server says what is missing, in its own words.
    event.preventDefault();
    const text = problem(part, input);
    showError(input, text);
    if (text) input.focus();
    else send(part, input);
  });
}

function problem(part, input) {
  const { maxBytes, accept, saidTooLarge, saidRefused } = part.dataset;
  const endings = accept?.toLowerCase().split(/[\s,.]+/).filter(Boolean);
  for (const file of input.files) {
    if (maxBytes && file.size > Number(maxBytes)) return `${file.name}: ${saidTooLarge}`;
    if (endings && !endings.includes(file.name.toLowerCase().split(".").pop())) return `${file.name}: ${saidRefused}`;
  }
  return "";
}

function send(part, input) {
  const said = part.dataset;
  const form = input.form;
  // The token first, then nothing but the file: the rest of the form is saved in its own way.
  const body = new FormData();
  body.append("_csrf", form.elements._csrf?.value ?? "");
  for (const file of input.files) body.append(input.name, file);
  const request = new XMLHttpRequest();
  const box = Object.assign(document.createElement("div"), { className: "field" });
  const bar = Object.assign(document.createElement("progress"), { max: 100, value: 0 });
  // Only beginning, middle and end are spoken; the bar shows the rest.
  const state = Object.assign(document.createElement("p"), { className: "hint", ariaLive: "polite" });
  bar.setAttribute("aria-label", input.labels?.[0]?.textContent ?? input.name);
  box.append(state, bar);
  if (said.labelCancel) {
    const cancel = Object.assign(document.createElement("button"), { type: "button", className: "button link", textContent: said.labelCancel });
    cancel.addEventListener("click", () => request.abort());
    box.append(cancel);
  }
  part.append(box);

  const buttons = [...part.querySelectorAll("button:not([type=button])")];
  for (const button of buttons) button.disabled = true;
  const stay = (event) => event.preventDefault();
  addEventListener("beforeunload", stay);
  const finish = () => {
    removeEventListener("beforeunload", stay);
    for (const button of buttons) button.disabled = false;
    box.remove();
  };

  let spoken = -1;
  request.upload.addEventListener("progress", (event) => {
    if (!event.lengthComputable) { bar.removeAttribute("value"); return; }
    const percent = Math.floor((event.loaded / event.total) * 100);
    bar.value = percent;
    if (percent < 100 && Math.floor(percent / 25) > spoken) {
      spoken = Math.floor(percent / 25);
      state.textContent = (said.saidSending ?? "").replace("{percent}", percent);
    }
  });
  request.upload.addEventListener("load", () => { bar.removeAttribute("value"); state.textContent = said.saidChecking ?? ""; });
  request.addEventListener("load", async () => {
    finish();
    const answer = parse(request.responseText);
    if (request.status < 300) {
      if (answer.version && form.elements.version) form.elements.version.value = answer.version;
      const saves = [];
      form.dispatchEvent(new CustomEvent("leaving", { detail: saves }));
      await Promise.all(saves);
      location.assign(answer.url ?? request.responseURL);
    } else showError(input, Object.values(answer.errors ?? {}).join(" ") || said.saidFailed);
  });
  request.addEventListener("error", () => { finish(); showError(input, said.saidFailed); });
  request.addEventListener("abort", () => { finish(); input.focus(); });
  request.open("POST", said.upload || form.getAttribute("action") || location.href);
  request.setRequestHeader("accept", "application/json");
  request.send(body);
}

function parse(text) {
  try { return JSON.parse(text) ?? {}; } catch { return {}; }
}

// Same markup as the server's field errors, so that both look and read alike.
function showError(input, text) {
  const id = `${input.id || input.name}-upload-error`;
  const described = (input.getAttribute("aria-describedby") ?? "").split(" ").filter((one) => one && one !== id);
  document.getElementById(id)?.remove();
  input.closest(".field")?.classList.toggle("invalid", Boolean(text));
  input.setAttribute("aria-invalid", String(Boolean(text)));
  if (text) {
    const note = Object.assign(document.createElement("p"), { className: "error", id, textContent: text });
    note.setAttribute("role", "alert");
    input.before(note);
    described.push(id);
  }
  input.setAttribute("aria-describedby", described.join(" "));
}

for (const part of document.querySelectorAll("[data-upload]")) setUp(part);

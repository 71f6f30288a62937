// The writing surface: a Markdown toolbar, shortcuts, list continuation, paste from Word and a live preview for <textarea data-editor>.
// Without this file the textarea is a plain form field and the server previews on its own page. Labels come from data-label-*.
// Deliberately not here: rendering Markdown. Only the server does that, so that the preview is what readers will get.

const PREVIEW_DELAY = 400;

// Drawn with strokes in currentColor, 20 × 20; bold and italic are letters everywhere and need no drawing.
const DRAWINGS = {
  heading: "M5 4v12M15 4v12M5 10h10",
  list: "M8 5h9M8 10h9M8 15h9M3 5h1M3 10h1M3 15h1",
  numbers: "M9 5h8M9 10h8M9 15h8M3 4l1.500-1v5M2.500 12q2.500-1.500 2.500.500q0 1-2.500 3.500h3",
  link: "M8 12l4-4M9 6l2-2q2-1.500 4 .500t.500 4l-2 2M11 14l-2 2q-2 1.500-4-.500t-.500-4l2-2",
  quote: "M8 6q-4 1-4 5v3h4v-4h-4M16 6q-4 1-4 5v3h4v-4h-4",
};

const ACTIONS = {
  bold: { key: "B", run: (area) => surround(area, "**") },
  italic: { key: "I", run: (area) => surround(area, "*") },
  heading: { run: (area) => prefix(area, /^#{1,6} /, () => "## ") },
  list: { run: (area) => prefix(area, /^([-*+]|\d+[.)]) /, () => "- ", /^[-*+] /) },
  numbers: { run: (area) => prefix(area, /^([-*+]|\d+[.)]) /, (index) => `${index + 1}. `, /^\d+[.)] /) },
  link: { key: "K", run: link },
  quote: { run: (area) => prefix(area, /^> ?/, () => "> ") },
};

function setUp(area) {
  area.before(toolbar(area));
  area.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.metaKey) return continueList(area, event);
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    // By position, not by letter: on a Cyrillic layout the B key types и.
    const action = Object.values(ACTIONS).find(({ key }) => key && event.code === `Key${key}`);
    if (!action) return;
    event.preventDefault();
    action.run(area);
  });
  // Asked for by address, because scripts are served under names that change with their content; without it a paste is plain.
  import(area.dataset.pasteUrl ?? "./paste.js").then(({ htmlToMarkdown }) => {
    area.addEventListener("paste", (event) => paste(area, event, htmlToMarkdown));
  }, () => {});
  if (area.dataset.previewUrl) preview(area);
}

function toolbar(area) {
  const bar = document.createElement("div");
  bar.className = "toolbar";
  bar.setAttribute("role", "group");
  if (area.dataset.labelToolbar) bar.setAttribute("aria-label", area.dataset.labelToolbar);
  for (const [name, { key, run }] of Object.entries(ACTIONS)) {
    const label = area.dataset[`label${name[0].toUpperCase()}${name.slice(1)}`];
    if (!label) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.title = key ? `${label} (Ctrl+${key})` : label;
    button.setAttribute("aria-label", label);
    if (key) button.setAttribute("aria-keyshortcuts", `Control+${key}`);
    button.append(picture(name));
    // A click must not take the selection away from the text.
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => run(area));
    bar.append(button);
  }
  return bar;
}

function picture(name) {
  if (!DRAWINGS[name]) return document.createElement(name === "bold" ? "b" : "i").appendChild(document.createTextNode(name === "bold" ? "B" : "I")).parentNode;
  const svg = (tag, attributes) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const image = svg("svg", { viewBox: "0 0 20 20", width: 20, height: 20, fill: "none", stroke: "currentColor", "stroke-width": 1.75, "stroke-linecap": "round", "aria-hidden": "true" });
  image.append(svg("path", { d: DRAWINGS[name] }));
  return image;
}

// The old command is the only one that keeps the browser's own undo; where it refuses, the text is still right.
function replace(area, start, end, text) {
  area.focus();
  area.setSelectionRange(start, end);
  const done = text === "" ? start === end || document.execCommand("delete") : document.execCommand("insertText", false, text);
  if (done && area.value.slice(start, start + text.length) === text) return;
  area.setRangeText(text, start, end, "end");
  area.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

function surround(area, sign) {
  const { selectionStart: start, selectionEnd: end, value } = area;
  const selected = value.slice(start, end);
  const [, before, core, after] = /^(\s*)(.*?)(\s*)$/s.exec(selected);
  const outside = value.slice(start - sign.length, start) === sign && value.slice(end, end + sign.length) === sign;
  // One star outside may be half of a bold sign; italic is taken off only where it really is italic.
  const half = sign === "*" && /(^|[^*])\*\*$/.test(value.slice(0, start));
  if (selected && outside && !half) {
    replace(area, start - sign.length, end + sign.length, selected);
    area.setSelectionRange(start - sign.length, end - sign.length);
  } else {
    replace(area, start, end, before + sign + core + sign + after);
    const from = start + before.length + sign.length;
    area.setSelectionRange(from, from + core.length);
  }
}

// Puts `sign` before each selected line, in place of what `replaced` matches; takes it away when every line has it already.
function prefix(area, replaced, sign, present = replaced) {
  const { selectionStart, selectionEnd, value } = area;
  const start = value.lastIndexOf("\n", selectionStart - 1) + 1;
  const stop = value.indexOf("\n", Math.max(selectionStart, selectionEnd - 1));
  const end = stop < 0 ? value.length : stop;
  const lines = value.slice(start, end).split("\n");
  const filled = lines.filter((line) => line.trim());
  const remove = filled.length > 0 && filled.every((line) => present.test(line));
  let index = 0;
  const changed = lines.map((line) => {
    const bare = line.replace(replaced, "");
    return remove || (!line.trim() && lines.length > 1) ? bare : sign(index++) + bare;
  });
  const text = changed.join("\n");
  replace(area, start, end, text);
  if (lines.length > 1) area.setSelectionRange(start, start + text.length);
}

function link(area) {
  const { selectionStart: start, selectionEnd: end, value } = area;
  const selected = value.slice(start, end);
  const isAddress = /^(https?:\/\/|mailto:|tel:)\S+$/.test(selected);
  replace(area, start, end, isAddress ? `[](${selected})` : `[${selected}](https://)`);
  // The cursor stands where something is still missing: the words, or the address.
  if (isAddress || !selected) area.setSelectionRange(start + 1, start + 1);
  else area.setSelectionRange(start + selected.length + 3, start + selected.length + 11);
}

// Enter in a list begins the next item; Enter in an empty item ends the list.
function continueList(area, event) {
  const { selectionStart: at, selectionEnd, value } = area;
  if (at !== selectionEnd) return;
  const start = value.lastIndexOf("\n", at - 1) + 1;
  const found = /^(\s*)([-*+]|(\d+)([.)])) (.*)$/s.exec(value.slice(start, at));
  if (!found) return;
  event.preventDefault();
  const [, indent, sign, number, point, text] = found;
  if (!text.trim()) return replace(area, start, at, "");
  replace(area, at, at, `\n${indent}${number ? `${Number(number) + 1}${point}` : sign} `);
}

function paste(area, event, htmlToMarkdown) {
  const html = event.clipboardData?.getData("text/html");
  if (!html) return;
  const markdown = htmlToMarkdown(html);
  const plain = event.clipboardData.getData("text/plain");
  // Nothing but plain words: the browser's own paste is right, also for Markdown copied as text from somewhere else.
  const flat = (text) => text.replace(/\\(?=[!-/:-@[-`{-~])/g, "").replace(/\s+/g, " ").trim();
  if (!markdown || flat(markdown) === plain.replace(/\s+/g, " ").trim()) return;
  event.preventDefault();
  replace(area, area.selectionStart, area.selectionEnd, markdown);
}

function preview(area) {
  const target = document.querySelector(area.dataset.preview);
  if (!target) return;
  let timer;
  let running;
  const show = async () => {
    running?.abort();
    const mine = running = new AbortController();
    const body = new URLSearchParams({ _csrf: area.form?.elements._csrf?.value ?? "", text: area.value });
    try {
      const answer = await fetch(area.dataset.previewUrl, { method: "POST", body, redirect: "error", signal: mine.signal });
      if (!answer.ok) throw new Error(`preview answered ${answer.status}`);
      const html = await answer.text();
      if (!mine.signal.aborted) target.innerHTML = html;
    } catch {
      // The last good preview stays, marked as old; autosave.js tells about a lost connection.
      if (mine.signal.aborted) return;
      const note = target.querySelector(":scope > .hint") ?? document.createElement("p");
      note.className = "hint";
      note.textContent = area.dataset.labelPreviewFailed ?? "";
      target.prepend(note);
    }
  };
  area.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(show, PREVIEW_DELAY); });
  // A browser that kept the typed text over a reload shows a preview of what stands in the field, not of what the server sent.
  if (area.value !== area.defaultValue) show();
}

for (const area of document.querySelectorAll("textarea[data-editor]")) setUp(area);

// Turns what Word, Google Docs, LibreOffice and web pages put on the clipboard into Markdown, for editor.js.
// Kept: headings, bold, italic, lists (also Word's, which are paragraphs in disguise), links, simple tables, line breaks.
// Dropped: everything else, above all Word comments and deleted or hidden text, which have named people who must not be named.
// Pure: no page, no clipboard; it needs only a DOMParser.

const BLOCKS = "address,article,aside,blockquote,dd,div,dl,dt,figure,footer,form,h1,h2,h3,h4,h5,h6,header,hr,li,main,nav,ol,p,pre,section,table,ul";
const DROPPED = "head,style,script,meta,link,title,template,noscript,iframe,object,svg,img,picture,video,audio,button,input,select,textarea,del,o\\:p:empty";
const isBlock = (node) => node.nodeType === 1 && node.matches(BLOCKS);
const styleOf = (element) => (element.getAttribute("data-style") ?? "").toLowerCase().replace(/\s*([:;])\s*/g, "$1");

/** Markdown for an HTML fragment or document; "" when nothing readable is in it. */
export function htmlToMarkdown(html) {
  const body = new DOMParser().parseFromString(quiet(html), "text/html").body;
  if (!body) return "";
  for (const element of [...body.querySelectorAll("*")]) if (unwanted(element)) element.remove();
  const blocks = [];
  collect(body, {}, blocks);
  return write(blocks);
}

// Even a document that is never shown reports its styles to the content security policy. They are read here, never applied,
// so they are parsed under another name.
const quiet = (html) => html.replace(/<style[\s>].*?<\/style>/gis, "").replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, " data-style="));

function unwanted(element) {
  if (element.matches(DROPPED)) return true;
  const style = styleOf(element);
  if (/mso-element:(comment|header|footer)|mso-hide:all|display:none|mso-special-character:comment/.test(style)) return true;
  return /msocom|MsoComment|MsoHeader|MsoFooter/.test(element.getAttribute("class") ?? "") || /^_?msocom/i.test(element.getAttribute("id") ?? "");
}

// Walks block by block. `marks` is the formatting inherited from the outside, `list` the list we stand in, `quote` a quotation.
function collect(parent, context, blocks) {
  let runs = [];
  const flush = () => {
    const paragraphs = splitParagraphs(runs);
    for (const text of paragraphs) blocks.push({ kind: "text", text, quote: context.quote });
    runs = [];
  };
  for (const node of parent.childNodes) {
    const holdsBlocks = node.nodeType === 1 && (isBlock(node) || node.querySelector(BLOCKS));
    if (!holdsBlocks) { inline(node, context.marks ?? {}, runs); continue; }
    flush();
    block(node, context, blocks);
  }
  flush();
}

function block(element, context, blocks) {
  const tag = element.localName;
  const heading = headingLevel(element);
  const word = wordListItem(element);
  if (heading) {
    const text = line(element, { heading: true });
    if (text) blocks.push({ kind: "heading", level: heading, text });
  } else if (word) {
    const text = itemText(element, {});
    if (text) blocks.push({ kind: "item", ...word, text });
  } else if (tag === "ul" || tag === "ol") {
    list(element, context.depth ?? 0, blocks);
  } else if (tag === "table") {
    table(element, context, blocks);
  } else if (tag === "blockquote") {
    collect(element, { ...context, quote: true }, blocks);
  } else if (tag === "hr") {
    blocks.push({ kind: "text", text: "---" });
  } else {
    collect(element, { ...context, marks: isBlock(element) ? context.marks : marksOf(element, context.marks ?? {}) }, blocks);
  }
}

function headingLevel(element) {
  const tag = /^h([1-6])$/.exec(element.localName);
  if (tag) return Number(tag[1]);
  if (element.localName !== "p") return 0;
  if (element.classList.contains("MsoTitle")) return 1;
  const outline = /mso-outline-level:([1-6])(?!\d)/.exec(styleOf(element));
  return outline ? Number(outline[1]) : 0;
}

// Word writes <p style="mso-list:l0 level2 lfo1"> and puts the visible bullet or number into a span marked "Ignore".
function wordListItem(element) {
  const found = /mso-list:\s*l\d+ level(\d)/.exec(styleOf(element));
  if (element.localName !== "p" || !found) return null;
  const ignored = [...element.querySelectorAll("span")].filter((span) => styleOf(span).includes("mso-list:ignore"));
  const marker = ignored.map((span) => span.textContent).join("").trim();
  for (const span of ignored) span.remove();
  return { depth: Number(found[1]) - 1, ordered: /^\(?(\d+|\p{L}{1,4})[.)]/u.test(marker), number: Number.parseInt(marker.replace("(", ""), 10) || undefined };
}

function list(element, depth, blocks) {
  let number = Number(element.getAttribute("start")) || 1;
  for (const child of element.children) {
    // Google Docs and old Word put the inner list beside its item instead of inside it.
    if (child.matches("ul, ol")) { list(child, depth + 1, blocks); continue; }
    const inner = [...child.querySelectorAll("ul, ol")].filter((nested) => nested.parentElement.closest("li") === child);
    for (const nested of inner) nested.remove();
    const text = itemText(child, {});
    if (text) blocks.push({ kind: "item", depth, ordered: element.localName === "ol", number: number++, text });
    for (const nested of inner) list(nested, depth + 1, blocks);
  }
}

// A table of one column or with a table inside only places things on a page: its cells are read as ordinary text.
function table(element, context, blocks) {
  const rows = [...element.querySelectorAll("tr")].map((row) => [...row.children].filter((cell) => cell.matches("td, th")));
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width < 2 || element.querySelector("table")) {
    for (const cell of rows.flat().filter((cell) => !cell.parentElement.closest("td, th"))) collect(cell, context, blocks);
    return;
  }
  const lines = rows.filter((row) => row.length > 0).map((row, index) => {
    const cells = Array.from({ length: width }, (_, column) => (row[column] ? line(row[column], { heading: index === 0 }).replaceAll("|", "\\|") : ""));
    return `| ${cells.join(" | ")} |`;
  });
  lines.splice(1, 0, `|${" --- |".repeat(width)}`);
  blocks.push({ kind: "table", text: lines.join("\n") });
}

// Inline content becomes runs of equally formatted text first, so that `<b>a</b><b>b</b>` is one bold word and not `**a****b**`.
function inline(node, marks, runs) {
  if (node.nodeType === 3) runs.push({ ...marks, text: node.data.replace(/[\u00ad\u200b\ufeff]/g, "").replace(/[\s\u00a0]+/g, " ") });
  if (node.nodeType !== 1) return;
  if (node.localName === "br") { runs.push({ text: "\n" }); return; }
  const own = marksOf(node, marks);
  for (const child of node.childNodes) {
    inline(child, own, runs);
    if (isBlock(child)) runs.push({ text: "\n" });
  }
}

function marksOf(element, marks) {
  const style = styleOf(element);
  const weight = /font-weight:(\w+)/.exec(style)?.[1];
  const slant = /font-style:(\w+)/.exec(style)?.[1];
  const href = element.localName === "a" ? target(element.getAttribute("href")) : undefined;
  return {
    bold: weight ? weight === "bold" || weight === "bolder" || Number(weight) >= 600 : marks.bold || element.matches("b, strong"),
    italic: slant ? slant !== "normal" : marks.italic || element.matches("i, em"),
    href: href ?? marks.href,
  };
}

function target(href) {
  let address = (href ?? "").trim();
  try {
    const url = new URL(address);
    // Google wraps every link of a document in a redirect that tells it who clicked.
    if (/(^|\.)google\.[a-z.]+$/.test(url.hostname) && url.pathname === "/url") address = url.searchParams.get("q") ?? url.searchParams.get("url") ?? address;
  } catch { return undefined; }
  if (!/^(https?|mailto|tel):/i.test(address)) return undefined;
  return address.replace(/[\s()<>]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`);
}

const same = (a, b) => !a.bold === !b.bold && !a.italic === !b.italic && a.href === b.href;

function tidy(runs, heading) {
  const plain = heading ? runs.map((run) => ({ ...run, bold: false })) : runs;
  const joined = [];
  for (const [index, run] of plain.entries()) {
    const before = joined.at(-1);
    const after = plain[index + 1];
    // A blank between two bold words is bold; any other blank has no formatting.
    const blank = !run.text.trim();
    const next = !blank ? { ...run } : before && after && same(before, after) ? { ...before, text: run.text } : { text: run.text };
    if (before && same(before, next)) before.text += next.text;
    else if (next.text) joined.push(next);
  }
  return joined;
}

function render(runs) {
  return group(runs, "href", (linked, href) => {
    const text = group(linked, "bold", (strong, bold) => wrap(group(strong, "italic", (slanted, italic) =>
      wrap(slanted.map((run) => escape(run.text)).join(""), italic ? "*" : "")), bold ? "**" : ""));
    if (!href) return text;
    const [, start, core, end] = /^(\s*)(.*?)(\s*)$/s.exec(text);
    return core ? `${start}[${core.replaceAll("\n", " ")}](${href})${end}` : text;
  });
}

function group(runs, key, each) {
  const parts = [];
  for (const run of runs) {
    const last = parts.at(-1);
    if (last && (last.value || undefined) === (run[key] || undefined)) last.runs.push(run);
    else parts.push({ value: run[key], runs: [run] });
  }
  return parts.map((part) => each(part.runs, part.value)).join("");
}

// Markdown closes emphasis only after a letter or before a gap, so blanks and a final colon or full stop stay outside.
function wrap(text, sign) {
  const [, start, core, end] = /^(\s*)(.*?)([\s.,:;!?]*)$/s.exec(text);
  return sign && core ? `${start}${sign}${core}${sign}${end}` : text;
}

const escape = (text) => text.replace(/[\\`*[]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|<(?=[a-z/!?])/giu, "\\$&");
// A line that only looks like a heading, list or quotation must stay a line.
const escapeStart = (text) => text.replace(/^(#{1,6}(?= )|[-+](?= )|>|={2,}|-{3,})/, "\\$1").replace(/^(\d{1,9})([.)])(?= )/, "$1\\$2");

function splitParagraphs(runs) {
  const lines = render(tidy(runs)).replace(/[^\S\n]*\n[^\S\n]*/g, "\n").trim().split(/\n{2,}/);
  return lines.filter(Boolean).map((text) => text.split("\n").map((part) => escapeStart(part.replace(/ +/g, " "))).join("  \n"));
}

function line(element, { heading }) {
  const runs = [];
  inline(element, {}, runs);
  return render(tidy(runs, heading)).replace(/\s+/g, " ").trim();
}

const itemText = (element) => escapeStart(line(element, {}));

function write(blocks) {
  // The page's own title is the only first-level heading, so a text that brings one moves down a level.
  const shift = blocks.some((one) => one.kind === "heading" && one.level === 1) ? 1 : 0;
  let markdown = "";
  let previous;
  let indents = [];
  let counters = [];
  for (const one of blocks) {
    let text = one.text;
    let gap = "\n\n";
    if (one.kind === "heading") text = `${"#".repeat(Math.min(6, one.level + shift))} ${text}`;
    if (one.quote) text = text.replace(/^/gm, "> ");
    if (one.quote && previous?.quote) gap = "\n>\n";
    if (one.kind === "item") {
      if (previous?.kind !== "item") [indents, counters] = [[], []];
      const depth = Math.min(one.depth, indents.length);
      if (previous?.kind === "item" && (depth > 0 || previous.ordered === one.ordered || previous.depth > one.depth)) gap = "\n";
      const number = one.number ?? (counters[depth] ?? 0) + 1;
      counters = [...counters.slice(0, depth), number];
      const marker = one.ordered ? `${number}. ` : "- ";
      text = indents.slice(0, depth).join("") + marker + text;
      indents = [...indents.slice(0, depth), " ".repeat(marker.length)];
    }
    markdown += (markdown && gap) + text;
    previous = one;
  }
  return markdown;
}

// The results as a page to read, each figure beside what was promised.

const RATIO = {
  "home, guest": 2, "list, guest": 2, "detail, guest": 2,
  "list, guest, cache off": 15, "detail, guest, cache off": 6, "list, member": 20, "save a draft, member": 40,
};
const GROWTH = 1.3;
const IDLE_MB = 60;
const START_MS = 300;
const FIRST_VIEW = 14_000;
const NEXT_PAGE = 8_000;

const of = ({ page, as }) => `${page}, ${as}`;
const mark = (value, limit) => (limit === undefined ? "" : value <= limit ? "✔" : "**✘**");
const table = (head, rows) => [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

/** { markdown, missed: how many promises are not kept }. */
export function report({ machine, seconds, rounds, worlds }) {
  const parts = [
    "# What pages cost",
    `Made by \`bench/run\` on ${machine}. Medians of ${rounds} rounds of ${seconds} seconds, 16 connections, compression accepted. ` +
      "*Ratio* is the median of CPU-seconds for 1,000 requests as a multiple of the median for the static 12 kB page `/dev/static` of the same server in the same rounds. " +
      "The times are those of this machine and mean nothing elsewhere.",
    "*Cache off* and *member* mean that the page is made anew each time: session, statements, template, hash. As the same page is asked for again and again, " +
      "its compressed body is found by that hash, as it is for a reader who comes back, and so is the count of a list that did not change. Compressing a new body is not in these figures.",
  ];
  for (const world of worlds) {
    parts.push(`## ${world.editions.toLocaleString("en")} editions`);
    parts.push(
      table(
        ["page", "as", "ratio", "promised", "", "CPU-s / 1,000", "requests / s"],
        [{ page: "static page", as: "baseline", ...world.baseline }, ...world.pages].map((it) => [
          it.page, it.as, it.ratio.toFixed(1), RATIO[of(it)] ? `≤ ${RATIO[of(it)]}` : "", mark(it.ratio, RATIO[of(it)]), it.cpu.toFixed(3), Math.round(it.rate),
        ]),
      ),
    );
    const { idle, loaded } = world.memory;
    const figures = [
      ["memory when idle, resident", `${idle.resident.toFixed(0)} MB (own ${idle.own.toFixed(0)})`, `≤ ${IDLE_MB} MB`, mark(idle.resident, IDLE_MB)],
      ["memory after the load, resident", `${loaded.resident.toFixed(0)} MB (own ${loaded.own.toFixed(0)})`, "", ""],
      ["start on this database", `${world.coldStart.toFixed(0)} ms`, `≤ ${START_MS} ms`, mark(world.coldStart, START_MS)],
      ["seeding", `${world.seeded.toFixed(1)} s`, "", ""],
    ];
    parts.push(table(["what", "measured", "promised", ""], figures));
  }
  if (worlds.length > 1) {
    const [small, large] = worlds;
    const rows = small.pages.map((it, number) => {
      const grown = large.pages[number].ratio / it.ratio;
      return [it.page, it.as, grown.toFixed(2), GROWN.includes(it.page) ? `≤ ${GROWTH}` : "", mark(grown, GROWN.includes(it.page) ? GROWTH : undefined)];
    });
    parts.push("## Growth\nThe ratio in the large world by that in the small one.", table(["page", "as", "growth", "promised", ""], rows));
  }
  parts.push(
    "## Weights\nBytes that travel, compressed. The first view has the style sheet with it; following pages have it already.",
    table(
      ["page", "as", "HTML raw", "HTML", "style sheet", "script", "first view", "", "next page", ""],
      worlds[0].weights.map((it) => [
        it.page, it.as, it.raw, `${it.html} (${it.encoding})`, it.css, it.script,
        it.html + it.css, it.as === "guest" ? mark(it.html + it.css, FIRST_VIEW) : "", it.html, it.as === "guest" ? mark(it.html, NEXT_PAGE) : "",
      ]),
    ),
  );
  const markdown = `${parts.join("\n\n")}\n`;
  return { markdown, missed: markdown.split("✘").length - 1 };
}

const GROWN = ["list", "detail"];

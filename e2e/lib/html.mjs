// HTML validity, judged by the W3C's checker (vnu). It is a Java program and starts in seconds: give it all pages at once.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const CHECKER = join(dirname(require.resolve("vnu-jar/package.json")), "build", "dist", "vnu.jar");

/** `pages` maps a page's address to its HTML as the server sent it. Fails with address and line for each error. */
export async function assertValidHtml(pages) {
  const folder = mkdtempSync(join(tmpdir(), "birge-html-"));
  try {
    const addresses = Object.keys(pages);
    const files = addresses.map((_, number) => join(folder, `${number}.html`));
    files.forEach((file, number) => writeFileSync(file, pages[addresses[number]]));
    const found = (await check(files)).map(({ url, lastLine, message, extract }) => {
      const number = Number.parseInt(url.slice(url.lastIndexOf("/") + 1), 10);
      return `${addresses[number]} line ${lastLine}: ${message}\n    ${extract?.trim()}`;
    });
    if (found.length) assert.fail(`HTML errors:\n  ${found.join("\n  ")}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// The checker ends with status 1 when it finds errors, so the status alone says nothing about whether it ran.
function check(files) {
  return new Promise((resolve, reject) => {
    const args = ["-Xss4m", "-jar", CHECKER, "--errors-only", "--format", "json", ...files];
    execFile("java", args, { maxBuffer: 64 << 20 }, (error, _stdout, stderr) => {
      try {
        const { messages } = JSON.parse(stderr);
        resolve(messages.filter((message) => message.type !== "info"));
      } catch {
        reject(error ?? new Error(`the HTML checker answered strangely:\n${stderr}`));
      }
    });
  });
}

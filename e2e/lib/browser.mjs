// Debian's Chromium, and the reader who sits before it: a phone or a desktop, a language, with or without script.

import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

export const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
export const DESKTOP = { viewport: { width: 1280, height: 800 } };
export const LANGUAGES = ["ky", "ru", "en"];
const LOCALES = { ky: "ky-KG", ru: "ru-KG", en: "en-GB" };

/** Starts the browser, with further arguments. It makes no connection of its own: no updates, no sync, no telemetry. */
export function launch(further = []) {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  if (!existsSync(executablePath)) throw new Error(`${executablePath} does not exist: install Debian's chromium, or set CHROMIUM`);
  return chromium.launch({
    executablePath,
    args: [
      // Chromium refuses its own sandbox as root, which is what CI and fresh machines are.
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...further,
    ],
  });
}

/** A new reader: own cookies and cache, Bishkek time. `problems` fills with what no page may do. */
export async function newReader(browser, reader = {}) {
  const { device = PHONE, lang = "ky", script = true, dark = false } = reader;
  const context = await browser.newContext({
    ...device,
    locale: LOCALES[lang],
    timezoneId: "Asia/Bishkek",
    javaScriptEnabled: script,
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(15_000);
  context.reader = reader;
  context.withoutScript = !script;
  context.problems = [];
  let home = null;
  context.on("request", (request) => {
    const address = new URL(request.url());
    if (!address.protocol.startsWith("http")) return;
    home ??= address.host;
    if (address.host !== home) context.problems.push(`loads ${address} from another host`);
  });
  context.on("console", (message) => {
    if (message.type() === "error") context.problems.push(`console: ${message.text()}`);
  });
  context.on("weberror", (error) => context.problems.push(`script: ${error.error().stack}`));
  return context;
}

/** The four ways a journey is made: phone and desktop, with and without script. */
export const READERS = [
  { name: "phone", device: PHONE, script: true },
  { name: "phone without script", device: PHONE, script: false },
  { name: "desktop", device: DESKTOP, script: true },
  { name: "desktop without script", device: DESKTOP, script: false },
];

/** True if the page must be scrolled sideways, which no page may need. */
export function scrollsSideways(page) {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

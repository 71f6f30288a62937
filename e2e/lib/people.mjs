// What people of the sample world do again and again: sign in, and look at what went wrong on the way.

import assert from "node:assert/strict";
import { newReader, PHONE } from "./browser.mjs";
import { linkIn } from "./mailbox.mjs";

export const NARGIZA = { name: "Наргиза Бектемирова", email: "nargiza@zhol-chyragy.example", role: "contributor" };
export const DANIYAR = { name: "Данияр Өмүркулов", email: "daniyar@ministry.example", role: "approver" };
export const GULZAT = { name: "Гүлзат Жайлообаева", email: "gulzat@alty-kerege.example", role: "chair" };

export const WHY_DIFFERENT = "Кыргызский текст короче.";

/** Hands in the text of an edit form, with whom journalists ask, and a reason where languages differ. */
export async function handIn(page) {
  const words = { "#contact": "Пресс-служба", "#contact_email": "press@zhol-chyragy.example", "#differences_reason": WHY_DIFFERENT };
  for (const [field, said] of Object.entries(words)) {
    const input = page.locator(field);
    if ((await input.count()) && !(await input.inputValue())) await input.fill(said);
  }
  await page.locator("button[name=then][value=submit]").click();
}

/** Opens a sign-in link and presses the one button behind it. */
export async function signInByLink(page, link) {
  await page.goto(link);
  await page.locator("form[data-sign-in] button").click();
  await page.locator("details.account").waitFor();
}

/** Somebody opens the link of a mail on a phone, in Russian and not signed in. */
export async function openOnPhone(browser, link, script) {
  const context = await newReader(browser, { device: PHONE, script, lang: "ru" });
  const phone = await context.newPage();
  const answer = await phone.goto(link);
  return { phone, answer, close: () => context.close() };
}

/** Asks for a link with one's address and follows the one that comes by mail. Returns it. */
export async function signInByMail(page, portal, { email }) {
  const before = portal.mailbox.find({ to: email }).length;
  await page.goto(`${portal.url}/ru/sign-in`);
  await page.fill("#email", email);
  await page.locator("main form button").click();
  await page.waitForURL(/\/sign-in\/sent/);
  const mail = await nextMail(portal, { to: email }, before);
  const link = linkIn(mail, "/sign-in/");
  await signInByLink(page, link);
  return link;
}

/** The mail that comes after `before` others like it. */
export async function nextMail(portal, wanted, before) {
  const deadline = Date.now() + 15_000;
  while (portal.mailbox.find(wanted).length <= before) {
    if (Date.now() > deadline) assert.fail(`no further mail like ${JSON.stringify(wanted)}; received: ${ledger(portal).join(" | ")}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return portal.mailbox.find(wanted).at(-1);
}

/** Every mail received, as `address: subject`, sorted; without what the portal asks of its own accord about the sample world. */
export function ledger(portal) {
  const asked = /: (Кайра чала турган убакыт келди|Эч ким текшерген жок|Всё ещё верно\?)/;
  return portal.mailbox.messages.map((mail) => `${mail.envelope.to}: ${mail.subject}`).filter((line) => !asked.test(line)).sort();
}

/**
 * What a reader met that no page may do. The browser also reports answers such as 422 to its console; those that a
 * test provoked on purpose are named in `expected`.
 */
export function troubles(context, expected = []) {
  return context.problems.filter((problem) => !expected.some((status) => problem.includes(`with a status of ${status}`)));
}

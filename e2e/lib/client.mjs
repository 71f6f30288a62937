// A reader without a browser: keeps cookies, reads a form from its page and sends it. For many requests at once.

import { parseHTML } from "linkedom";

export class Client {
  #cookies = new Map();

  constructor(url) {
    this.url = url;
  }

  /** The Cookie header, for load generators. */
  get cookie() {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  /** Follows no redirect: where an answer leads is part of what a test looks at. */
  async request(path, { fields, headers = {} } = {}) {
    const address = new URL(path, this.url);
    const answer = await fetch(address, {
      method: fields ? "POST" : "GET",
      body: fields && new URLSearchParams(fields),
      headers: { cookie: this.cookie, ...(fields ? { origin: address.origin } : {}), ...headers },
      redirect: "manual",
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = cookie.match(/^([^=]+)=([^;]*)/);
      if (/max-age=0/i.test(cookie)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return answer;
  }

  /** The page as a document to search in. */
  async page(path) {
    const answer = await this.request(path);
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
    return parseHTML(await answer.text()).document;
  }

  /** The fields a browser would send with a form of a page, as [name, value] pairs. */
  async form(path, selector = "main form[method=post]") {
    const form = (await this.page(path)).querySelector(selector);
    if (!form) throw new Error(`${path} has no form ${selector}`);
    const fields = [];
    for (const field of form.querySelectorAll("input[name], textarea[name], select[name]")) {
      const type = field.getAttribute("type");
      if ((type === "checkbox" || type === "radio") && !field.hasAttribute("checked")) continue;
      if (type === "file") continue;
      const chosen = field.querySelector("option[selected]") ?? field.querySelector("option");
      const value = field.localName === "select" ? chosen?.getAttribute("value") : (field.getAttribute("value") ?? field.textContent);
      fields.push([field.getAttribute("name"), value ?? ""]);
    }
    return { action: form.getAttribute("action") ?? path, fields: Object.fromEntries(fields) };
  }

  /** Presses the button behind a sign-in link. */
  async signIn(link) {
    const { action, fields } = await this.form(link);
    const answer = await this.request(action, { fields });
    if (answer.status !== 303) throw new Error(`signing in answers ${answer.status}`);
    return this;
  }
}

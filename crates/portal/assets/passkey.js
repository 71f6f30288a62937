// Passkeys: asks the browser for one, or to make one, and puts its answer into the form around the button. Loaded by the
// pages that offer a passkey; without it they offer codes and mailed links. No library: browsers read and write the JSON
// of WebAuthn themselves.
"use strict";
const api = globalThis.PublicKeyCredential;
const able = Boolean(api?.parseRequestOptionsFromJSON);

/** The challenge of the portal; each is good once. */
async function challenge(address, form) {
  const fields = new URLSearchParams();
  const token = form?.querySelector("[name=_csrf]")?.value;
  if (token) fields.set("_csrf", token);
  const answer = await fetch(address, { method: "POST", body: fields, headers: { accept: "application/json" }, redirect: "error" });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return (await answer.json()).publicKey;
}

function send(form, credential) {
  form.querySelector("[data-passkey-answer]").value = JSON.stringify(credential.toJSON());
  form.submit();
}

function failed(form, is) {
  const text = form.querySelector("[data-passkey-failed]");
  if (text) text.hidden = !is;
}

// A browser answers one question at a time: the one in the background ends when a button asks.
let background = null;

async function ask(form, address) {
  background?.abort();
  failed(form, false);
  try {
    const publicKey = api.parseRequestOptionsFromJSON(await challenge(address, form));
    send(form, await navigator.credentials.get({ publicKey }));
  } catch {
    failed(form, true);
  }
}

async function make(form, address) {
  failed(form, false);
  try {
    const publicKey = api.parseCreationOptionsFromJSON(await challenge(address, form));
    send(form, await navigator.credentials.create({ publicKey }));
  } catch (error) {
    // 403: the portal wants to know first that it is them. The form as it stands leads there and back.
    if (error.message === "403") form.submit();
    else failed(form, true);
  }
}

/** Offers passkeys in the list that the address field drops down, where the browser can. */
async function offer(form, address) {
  if (!(await api.isConditionalMediationAvailable?.())) return;
  background = new AbortController();
  try {
    const publicKey = api.parseRequestOptionsFromJSON(await challenge(address, form));
    send(form, await navigator.credentials.get({ publicKey, mediation: "conditional", signal: background.signal }));
  } catch {
    // Nobody chose one; the page goes on as it is.
  }
}

for (const button of document.querySelectorAll("[data-passkey]")) {
  if (!able) button.hidden = true;
  else button.addEventListener("click", () => ask(button.closest("form"), button.dataset.passkey));
}
for (const button of document.querySelectorAll("[data-passkey-new]")) {
  if (!able) continue;
  button.addEventListener("click", (event) => {
    event.preventDefault();
    make(button.closest("form"), button.dataset.passkeyNew);
  });
}
const offered = document.querySelector("form[data-passkey-offer]");
if (able && offered) offer(offered, offered.dataset.passkeyOffer);

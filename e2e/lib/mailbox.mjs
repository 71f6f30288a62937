// A real SMTP server inside the test process: what the portal sends, a test reads here, parsed.
// It accepts every sender and recipient; it is no model of a strict relay.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/**
 * Starts a server on a free port of 127.0.0.1.
 *
 * With `encryption` "starttls" it offers STARTTLS under a self-signed certificate, whose path is `certificate`, and
 * refuses mail that came in the clear; with "tls" it speaks nothing but TLS; with "none" it offers no encryption at all.
 *
 * `messages` holds every mail in the order of arrival: mailparser's object plus `envelope` (`from`, `to[]`)
 * and `encrypted`.
 */
export async function startMailbox({ encryption = "none" } = {}) {
  const messages = [];
  const waiting = new Set();
  const folder = mkdtempSync(join(tmpdir(), "birge-mail-"));
  const identity = encryption === "none" ? {} : selfSigned(folder);
  let refusal = null;

  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    secure: encryption === "tls",
    hideSTARTTLS: encryption !== "starttls",
    logger: false,
    ...(identity.key && { key: readFileSync(identity.key), cert: readFileSync(identity.certificate) }),
    onMailFrom(_address, session, done) {
      if (refusal) return done(refusal);
      if (encryption === "starttls" && !session.secure) return done(answer(530, "Must issue a STARTTLS command first"));
      done();
    },
    async onData(stream, session, done) {
      try {
        const mail = await simpleParser(stream);
        mail.envelope = {
          from: session.envelope.mailFrom.address,
          to: session.envelope.rcptTo.map((recipient) => recipient.address),
        };
        mail.encrypted = session.secure;
        messages.push(mail);
        for (const check of waiting) check();
        done();
      } catch (error) {
        done(error);
      }
    },
  });
  // A client that is killed in the middle of a conversation is part of the tests, not an error of ours.
  server.on("error", () => {});
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.server.address();

  /** The mails that match; `to` compares whole addresses, `subject` is a part of the subject or a RegExp. */
  function find({ to, subject } = {}) {
    return messages.filter((mail) => {
      if (to && !mail.envelope.to.includes(to)) return false;
      if (subject instanceof RegExp) return subject.test(mail.subject ?? "");
      return !subject || (mail.subject ?? "").includes(subject);
    });
  }

  /** The newest mail that matches, as soon as there is one. */
  function waitFor(wanted, { timeout = 15_000 } = {}) {
    return new Promise((resolve, reject) => {
      const check = () => {
        const found = find(wanted);
        if (!found.length) return;
        clearTimeout(timer);
        waiting.delete(check);
        resolve(found.at(-1));
      };
      const timer = setTimeout(() => {
        waiting.delete(check);
        const seen = messages.map((mail) => `${mail.envelope.to}: ${mail.subject}`).join("\n  ");
        reject(new Error(`no mail like ${describe(wanted)} within ${timeout} ms; received:\n  ${seen || "nothing"}`));
      }, timeout);
      waiting.add(check);
      check();
    });
  }

  return {
    host: "127.0.0.1",
    port,
    encryption,
    certificate: identity.certificate,
    messages,
    find,
    waitFor,
    /** Forgets what was received. */
    clear: () => messages.splice(0),
    /** From now on answers every sender with this SMTP error (421 and 451 mean: try later). */
    refuse: (code = 451, text = "Try again later") => (refusal = answer(code, text)),
    accept: () => (refusal = null),
    async stop() {
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The first link in a mail's text that contains `part`. */
export function linkIn(mail, part = "") {
  const link = (mail.text ?? "").match(/https?:\/\/[^\s<>"]+/g)?.find((address) => address.includes(part));
  if (!link) throw new Error(`no link with "${part}" in the mail "${mail.subject}":\n${mail.text}`);
  return link;
}

function answer(responseCode, text) {
  return Object.assign(new Error(text), { responseCode });
}

function describe(wanted) {
  return JSON.stringify(wanted, (_key, value) => (value instanceof RegExp ? String(value) : value));
}

// Node can read certificates but not make them, so openssl does. The addresses go into the certificate because
// a client that checks names checks these.
function selfSigned(folder) {
  const key = join(folder, "key.pem");
  const certificate = join(folder, "certificate.pem");
  execFileSync("openssl", [
    "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
    "-subj", "/CN=localhost", "-addext", "basicConstraints=critical,CA:FALSE", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
    "-keyout", key, "-out", certificate,
  ], { stdio: ["ignore", "ignore", "pipe"] });
  return { key, certificate };
}

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'yaml';

const sample = (name) =>
  parse(readFileSync(join(import.meta.dirname, '../samples', `${name}.yaml`), 'utf8'))[name];

/** The sample people, each signed in once and by cookie, as the pages do it. */
export const signInOfficers = ({ address: first, password }) => {
  let address = first;
  const [units, people] = [sample('units'), sample('people')];
  const cookies = new Map();

  const signIn = async (name) => {
    const response = await fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, password }),
    });
    if (!response.ok) throw new Error(`${name} cannot sign in: ${await response.text()}`);
    const [cookie = ''] = response.headers.getSetCookie();
    return cookie.split(';', 1)[0];
  };

  const send = async (person, path, content, key = randomUUID()) => {
    const response = await fetch(`${address}/api${path}`, {
      method: 'POST',
      headers: {
        cookie: cookies.get(person),
        'content-type': 'application/json',
        'idempotency-key': key,
        'x-requested-with': 'jiechu',
      },
      body: JSON.stringify(content),
    });
    const body = await response.text();
    if (!response.ok) throw new Error(`${person}: ${path} ${JSON.stringify(content)}: ${body}`);
    return JSON.parse(body);
  };

  return {
    /** The person who holds a role at a unit, or in the nearest one above it where somebody does. */
    holder(role, unit) {
      for (let at = unit; at !== undefined; at = units.find(({ id }) => id === at)?.parent) {
        const found = people.find((person) => person.unit === at && person.roles.includes(role));
        if (found) return found.id;
      }
      throw new Error(`nobody holds ${role} at ${unit}`);
    },
    signIn: async (person) => cookies.set(person, cookies.get(person) ?? (await signIn(person))),
    /** The same system at another address: the sessions go on. */
    moveTo: (other) => (address = other),
    /** Sends as the pages do, by somebody who has signed in; gives the answer once it is all there. */
    send,
    /** Reports, and asks again under the same key until the incident runs. */
    report: async (person, report) => {
      const key = randomUUID();
      for (;;) {
        const { incident, pending } = await send(person, '/reports', report, key);
        if (incident !== undefined && pending !== true) return incident;
        await sleep(500);
      }
    },
  };
};

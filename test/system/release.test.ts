import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { startSystem, temporaryFolder, type System } from './system.ts';
import { begin, bureau, follow, shortTheft, theft, type Bureau } from './stories.ts';

const added = `
  ask-witnesses:
    title: { zh: 走访周围群众, en: "Ask the people around" }
    by: handling-officer
    after: first-contact
    due: { within: 2h, after: first-contact, basis: assumed }
    basis: assumed
`;

/** The repository's policy in a folder of its own, as a bureau keeps it. */
function copyOfPolicy(): string {
  const root = temporaryFolder();
  for (const part of ['standards', 'rules', 'samples']) {
    const from = fileURLToPath(new URL(`../../${part}`, import.meta.url));
    cpSync(from, join(root, part), { recursive: true });
  }
  return root;
}

/** Gives theft a step more that is required. */
function addStep(root: string): void {
  const file = join(root, 'standards/08-theft-general/standard.yaml');
  const standard = readFileSync(file, 'utf8');
  writeFileSync(file, standard.replace('\nswitch:', `${added}\nswitch:`));
}

let root: string;
let system: System;
let people: Bureau;
let old: string;
let young: string;
beforeAll(async () => {
  root = copyOfPolicy();
  system = await startSystem({ root });
  people = await bureau(system);
});

test('an incident that has begun does not get a step that the standard gets later', async () => {
  old = await begin(people.operator, theft);
  await follow(people, old, shortTheft.slice(0, 6));
  const before = await people.leader.incident(old);
  await system.stop();
  addStep(root);
  await system.start();
  const after = await people.leader.incident(old);
  expect(after.release).toBe(before.release);
  expect(after.steps.map(({ id }) => id)).toEqual(before.steps.map(({ id }) => id));
});

test('one that begins after the change gets it, under another release', async () => {
  young = await begin(people.operator, theft);
  const view = await people.leader.incident(young);
  expect(view.release).not.toBe((await people.leader.incident(old)).release);
  expect(view.steps.find(({ id }) => id === 'ask-witnesses')).toMatchObject({
    status: 'waiting',
    title: { en: 'Ask the people around' },
  });
});

test('the old one closes without the step, and the new one only with it', async () => {
  await follow(people, old, shortTheft.slice(6));
  expect((await people.officer.close(old)).status).toBe(200);
  await follow(people, young, shortTheft);
  const early = await people.officer.close(young);
  expect(early.body).toMatchObject({ code: 'steps-open', open: ['ask-witnesses'] });
  await follow(people, young, [['officer', 'ask-witnesses']]);
  expect((await people.officer.close(young)).status).toBe(200);
});

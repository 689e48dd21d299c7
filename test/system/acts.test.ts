import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Officer, type Answer } from './officer.ts';
import { startSystem, type System } from './system.ts';
import {
  begin,
  bureau,
  follow,
  theft,
  theftAccepted,
  theftAtTheScene,
  trace,
  type Bureau,
} from './stories.ts';

let system: System;
let people: Bureau;
let incident: string;
beforeAll(async () => {
  system = await startSystem();
  people = await bureau(system);
});
beforeEach(async () => void (incident = await begin(people.operator, theft)));

const form = { evidence: [{ kind: 'incident-form', reference: 'form.pdf' }] };
const refusal = ({ status, body }: Answer) => [status, body.code];
const actsIn = async (step: string) =>
  (await people.leader.incident(incident)).log.filter(
    (line) => line.kind === 'act' && line.step === step,
  );

describe('the same act', () => {
  test('sent twice has one effect and the same receipt', async () => {
    const key = randomUUID();
    const first = await people.operator.step(incident, 'accept-register', form, key);
    const second = await people.operator.step(incident, 'accept-register', form, key);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body.receipt).toEqual(first.body.receipt);
    expect(await actsIn('accept-register')).toHaveLength(1);
  });

  test('sent five times at once has one effect and the same receipt', async () => {
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => people.operator.step(incident, 'accept-register', form, key)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(answers.map(({ body }) => body.receipt.hash)).size).toBe(1);
    expect(await actsIn('accept-register')).toHaveLength(1);
  });

  test('under its key with other content is refused', async () => {
    const key = randomUUID();
    await people.operator.step(incident, 'accept-register', form, key);
    const other = { ...form, note: '另一份' };
    const answers = [
      await people.operator.step(incident, 'accept-register', other, key),
      await people.operator.step(incident, 'dispatch', {}, key),
    ];
    expect(answers.map(refusal)).toEqual([
      [409, 'key-reused'],
      [409, 'key-reused'],
    ]);
  });

  test('as a report makes one incident', async () => {
    const key = randomUUID();
    const [first, second] = [
      await people.operator.report(theft, key),
      await people.operator.report(theft, key),
    ];
    expect(second.body.incident).toBe(first.body.incident);
    const other = await people.operator.report({ ...theft, text: '另一件事' }, key);
    expect(refusal(other)).toEqual([409, 'key-reused']);
  });
});

test.each([
  ['trace', 'cctv-trace', trace[2]],
  // The officer who signs has the role alone from then on; the other comes too late all the same.
  ['sign', 'sign', {}],
])(
  'of two officers who %s at once one has it, and the other is told who',
  async (_, step, work) => {
    const before = step === 'sign' ? -1 : theftAccepted.length;
    await follow(people, incident, theftAccepted.slice(0, before));
    if (step !== 'sign') await follow(people, incident, theftAtTheScene);
    const both = [people.officer, people.colleague];
    const answers = await Promise.all(both.map((person) => person.step(incident, step, work)));
    const winner = both[answers.findIndex(({ status }) => status === 200)];
    expect(answers.filter(({ status }) => status !== 200)).toMatchObject([
      { status: 409, body: { code: 'step-not-open', doneBy: winner?.person } },
    ]);
    expect(await actsIn(step)).toMatchObject([{ by: { id: winner?.person } }]);
  },
);

describe('an act is refused', () => {
  test('that is to have happened in the future', async () => {
    const happened = new Date(Date.now() + 3_600_000).toISOString();
    const answer = await people.operator.step(incident, 'accept-register', { ...form, happened });
    expect(refusal(answer)).toEqual([409, 'happened-in-future']);
  });

  test('that is to have happened before the report', async () => {
    const { reportedAt } = await people.operator.incident(incident);
    const happened = new Date(Date.parse(reportedAt) - 60_000).toISOString();
    const answer = await people.operator.step(incident, 'accept-register', { ...form, happened });
    expect(refusal(answer)).toEqual([409, 'happened-too-long-ago']);
  });

  test('of another station, which is not told that the incident exists', async () => {
    await follow(people, incident, theftAccepted.slice(0, -1));
    expect(refusal(await people.elsewhere.step(incident, 'sign'))).toEqual([
      404,
      'incident-unknown',
    ]);
  });

  test('of another role, naming the role it takes', async () => {
    await follow(people, incident, theftAccepted.slice(0, -1));
    const answer = await people.leader.step(incident, 'sign');
    expect([answer.status, answer.body]).toMatchObject([
      409,
      { code: 'not-your-role', role: 'on-scene-officer' },
    ]);
  });

  test('without its evidence, naming it', async () => {
    const answer = await people.operator.step(incident, 'accept-register');
    expect([answer.status, answer.body]).toMatchObject([
      409,
      { code: 'evidence-missing', missing: ['incident-form'] },
    ]);
  });

  test('without the facts it asks, naming them', async () => {
    await follow(people, incident, theftAccepted);
    const answer = await people.officer.step(incident, 'feedback-accept');
    expect([answer.status, answer.body]).toMatchObject([
      409,
      { code: 'facts-missing', missing: ['reporter-reached'] },
    ]);
  });

  test('with an answer that is none of the choices', async () => {
    await follow(people, incident, theftAccepted);
    const facts = { 'reporter-reached': 'perhaps' };
    const answer = await people.officer.step(incident, 'feedback-accept', { facts });
    expect(refusal(answer)).toEqual([409, 'fact-invalid']);
  });

  test('on a step that there is not', async () => {
    expect(refusal(await people.operator.step(incident, 'nothing'))).toEqual([409, 'step-unknown']);
  });

  test('on an incident that there is not', async () => {
    const answer = await people.operator.step('I20260101-000001', 'accept-register', form);
    expect(refusal(answer)).toEqual([404, 'incident-unknown']);
  });

  test.each([
    ['no JSON', '{"action":', 400, 'malformed'],
    ['no object', '[]', 400, 'invalid'],
    ['an unknown action', '{"action":"undo"}', 400, 'invalid'],
    ['an unknown field', '{"action":"do","by":"me"}', 400, 'invalid'],
    ['a wrong instant', '{"action":"do","happened":"yesterday"}', 400, 'invalid'],
    ['too much', `{"action":"do","note":"${'x'.repeat(300_000)}"}`, 413, 'too-large'],
  ])('that is %s', async (_what, sent, status, code) => {
    const path = `/api/incidents/${incident}/steps/accept-register`;
    const response = await people.operator.post(path, sent, randomUUID());
    expect([response.status, await response.json()]).toMatchObject([status, { code }]);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await actsIn('accept-register')).toEqual([]);
  });

  test('without a key, and without a sign-in', async () => {
    const path = `/api/incidents/${incident}/steps/accept-register`;
    const bare = await people.operator.post(path, JSON.stringify({ action: 'do', ...form }), '');
    expect([bare.status, await bare.json()]).toMatchObject([400, { code: 'key-missing' }]);
    const unknown = await fetch(`${system.address()}/api/incidents/${incident}`);
    expect([unknown.status, await unknown.json()]).toMatchObject([401, { code: 'sign-in-needed' }]);
    const wrong = Officer.signIn({ ...system, password: () => 'wrong' }, 'cao-anran');
    await expect(wrong).rejects.toThrow('sign-in-wrong');
  });
});

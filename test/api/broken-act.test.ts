import { inspect } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IncidentView } from '../../src/contract/incident-contract.ts';
import type { Release } from '../../src/model/release.ts';
import { startEngine, type Engine } from '../temporal/engine.ts';
import { apiOnEngine, reportTheft } from './api-on-engine.ts';
import { sampleRelease } from './bureau.ts';
import type { RunningApi } from './running-api.ts';

// As no compiler makes it: the standards are no list, and one starts something for no reason.
const whole = sampleRelease();
const theft = whole.procedures['theft']!;
const release: Release = {
  ...whole,
  procedures: {
    ...whole.procedures,
    theft: {
      ...theft,
      standards: 46 as never,
      steps: {
        ...theft.steps,
        dispatch: {
          ...theft.steps['dispatch']!,
          starts: [{ procedure: 'care', onePer: null as never }],
        },
      },
    },
  },
};

let engine: Engine;
let api: RunningApi;
let incident: string;
beforeAll(async () => {
  engine = await startEngine([release], { timeSkipping: false });
  api = await apiOnEngine(engine, release);
  incident = await reportTheft(api);
}, 120_000);
afterAll(async () => {
  await api.app.close();
  await engine.stop();
});

test.each([
  [
    'where it is judged whether it may be taken',
    'acts',
    { action: 'switch', to: 'injury', note: '换' },
  ],
  ['while it is taken', 'steps/dispatch', { action: 'do' }],
])(
  'an act that breaks the engine %s is answered 500 and changes nothing',
  async (_, path, body) => {
    const before = await engine.store.log.lastSeq(incident);
    const url = `/api/incidents/${incident}/${path}`;
    const answer = await api.ask('ora', { method: 'POST', url, key: path.replace('/', '-'), body });
    expect([answer.statusCode, answer.headers['retry-after'], answer.json()]).toMatchObject([
      500,
      undefined,
      { code: 'engine-broken', text: { en: expect.stringContaining('tell the engineers') } },
    ]);
    expect(await engine.store.log.lastSeq(incident)).toBe(before);
    const seen = (await api.ask('ora', { url: `/api/incidents/${incident}` })).json<IncidentView>();
    expect(seen.steps.find(({ id }) => id === 'dispatch')?.status).toBe('open');
  },
);

test('the engineers are told where in the code it broke', async () => {
  const received = Date.now();
  const broken = await engine
    .gateway()
    .act(incident, {
      id: 'where',
      digest: 'where',
      act: { kind: 'do', step: 'dispatch', facts: {}, evidence: [] },
      actor: { person: 'ora', unit: 'east', roles: ['operator'], reach: ['east'] },
      happened: received,
      received,
      salt: 's',
    })
    .catch((error: unknown) => inspect(error, { depth: 10 }));
  expect(broken).toMatch(/TypeError: Cannot read properties of null[^]*src\/machine\/acts\//);
});

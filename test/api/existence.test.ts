import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LogData } from '../../src/model/log-entry.ts';
import { logOf, newIncident, started, step } from '../store/log-of.ts';
import { people, roles } from './bureau.ts';
import { runApi, type Asked, type RunningApi } from './running-api.ts';

const specialists = {
  ...roles,
  auditor: { ...roles['auditor']!, sees: 'reads' },
  fraud: { id: 'fraud', title: { zh: '反诈', en: 'Fraud' }, bound: 'centre', sees: 'asked' },
  lab: { id: 'lab', title: { zh: '技术', en: 'Lab' }, bound: 'shift', sees: 'asked' },
} as const;

let api: RunningApi;
let incident: string;
let asking: string;
beforeAll(async () => {
  api = await runApi({ roles: specialists });
  const tom = people.find(({ id }) => id === 'top')!;
  await api.store.directory.replace({
    units: [],
    people: [
      { ...tom, id: 'lab', roles: ['lab'] },
      { ...tom, id: 'fox', unit: 'room', roles: ['fraud'] },
      { ...tom, id: 'mix', unit: 'east', roles: ['auditor'] },
    ],
  });
  for (const id of ['lab', 'fox', 'mix']) {
    const { passwordHash } = (await api.store.accounts.of('sam'))!;
    await api.store.accounts.put({ person: id, name: id, passwordHash });
  }
  const begin = async (...told: readonly LogData[]) => {
    const id = newIncident();
    const begun = started({ procedure: 'theft', release: api.release.hash, unit: 'east' });
    const bound = { unit: 'east' };
    const entries = logOf(
      begun,
      { kind: 'bound', role: 'scene-officer', binding: bound, why: 'started' },
      ...told,
    );
    await api.store.log.append({ incident: id, entries, personal: [] });
    return id;
  };
  incident = await begin();
  asking = await begin(
    step('sample', { opened: 1 }, { procedure: 'theft', role: 'lab' }),
    step('stop', { status: 'done', opened: 1 }, { procedure: 'theft', role: 'fraud' }),
  );
});
afterAll(() => api.stop());

const acts = (id: string): readonly (Asked & { readonly what: string })[] => [
  { what: 'reading', url: `/api/incidents/${id}` },
  { what: 'its dossier', url: `/api/incidents/${id}/dossier` },
  { what: 'a file', url: `/api/incidents/${id}/files/${'a'.repeat(64)}` },
  {
    what: 'a step',
    method: 'POST',
    url: `/api/incidents/${id}/steps/look`,
    key: 'k1',
    body: { action: 'do' },
  },
  {
    what: 'an agreement',
    method: 'POST',
    url: `/api/incidents/${id}/steps/look`,
    key: 'k2',
    body: { action: 'agree' },
  },
  {
    what: 'an answer',
    method: 'POST',
    url: `/api/incidents/${id}/acts`,
    key: 'k3',
    body: { action: 'answer', facts: { stolen: 'yes' } },
  },
  {
    what: 'handing over',
    method: 'POST',
    url: `/api/incidents/${id}/acts`,
    key: 'k4',
    body: { action: 'hand-over', role: 'scene-officer', unit: 'west' },
  },
  { what: 'closing', method: 'POST', url: `/api/incidents/${id}/close`, key: 'k5', body: {} },
];
const seen = async (person: string, { what: _, ...asked }: Asked & { readonly what: string }) => {
  const { statusCode, payload } = await api.ask(person, asked);
  return { statusCode, payload };
};

describe('what one may not know of is answered as what there is not', () => {
  test.each(acts('').map(({ what }, index) => [what, index] as const))('%s', async (_, index) => {
    const there = await seen('wes', acts(incident)[index]!);
    const missing = await seen('wes', acts('I20260101-000001')[index]!);
    expect(there).toEqual(missing);
    expect(there.statusCode).toBe(404);
    // Both are written down alike, so that neither takes longer.
    const [first, second] = (await api.store.apiLog.read({ limit: 10_000 })).slice(-2);
    expect([first?.kind, second?.kind]).toEqual(['refused', 'refused']);
  });
});

describe('an auditor', () => {
  test.each(['aud', 'mix'])('%s reads, and does nothing', async (person) => {
    const [reading, dossier, , ...doing] = acts(incident);
    expect((await seen(person, reading!)).statusCode).toBe(200);
    expect((await seen(person, dossier!)).statusCode).toBe(200);
    for (const act of doing) {
      const { statusCode, payload } = await seen(person, act);
      expect([act.what, statusCode, JSON.parse(payload)]).toMatchObject([
        act.what,
        403,
        { code: 'forbidden' },
      ]);
    }
  });

  test('reads the counters and the list of what is due', async () => {
    expect((await api.ask('aud', { url: '/api/dues' })).statusCode).toBe(200);
  });
});

describe('a role that sees what has asked it', () => {
  test.each([
    ['fox', 'a centre whose step is done'],
    ['lab', 'a laboratory above the station whose step is open'],
  ])('%s, %s: that incident, and no other', async (person) => {
    const listed = (await api.ask(person, { url: '/api/incidents' })).json() as {
      readonly incidents: readonly { readonly id: string }[];
    };
    expect(listed.incidents.map(({ id }) => id)).toEqual([asking]);
    expect((await seen(person, acts(asking)[0]!)).statusCode).toBe(200);
    expect((await seen(person, acts(asking)[1]!)).statusCode).toBe(200);
    expect((await seen(person, acts(incident)[0]!)).statusCode).toBe(404);
    expect((await seen(person, acts(incident)[1]!)).statusCode).toBe(404);
    expect((await api.ask(person, { url: '/api/dues' })).statusCode).toBe(403);
    // It may act there: the engine, away in these tests, judges as what.
    expect((await seen(person, acts(asking)[3]!)).statusCode).toBe(503);
  });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IncidentView } from '../../src/contract/incident-contract.ts';
import type { LogData } from '../../src/model/log-entry.ts';
import { wordsNames } from '../../src/model/words-names.ts';
import { logOf, newIncident, started } from '../store/log-of.ts';
import { runApi, type RunningApi } from './running-api.ts';

let api: RunningApi;
beforeAll(async () => void (api = await runApi()));
afterAll(() => api.stop());

const notes = ['被打的，不是被偷', '也许'];
const committed = (note: string): string => `of-${notes.indexOf(note)}`;

async function run(...told: readonly LogData[]): Promise<string> {
  const incident = newIncident();
  const begun = started({ procedure: 'theft', release: api.release.hash, unit: 'east' });
  const bound: LogData = {
    kind: 'bound',
    role: 'scene-officer',
    binding: { unit: 'east' },
    why: 'started',
  };
  const entries = logOf(begun, bound, ...told.map((data) => [data, { by: 'sam' }] as const));
  const personal = notes.map((value) => ({
    ...{ commitment: committed(value), salt: 'salt' },
    ...{ fact: wordsNames.note, value },
  }));
  await api.store.log.append({ incident, entries, personal });
  return incident;
}
const seen = async (person: string, incident: string) => {
  const answer = await api.ask(person, { url: `/api/incidents/${incident}` });
  return answer.json<IncidentView>();
};
const switched = (phase: 'proposed' | 'done' | 'agreed', note?: string): LogData => ({
  kind: 'standard-switched',
  phase,
  from: 'theft',
  to: 'injury',
  ...(note !== undefined && { note: { commitment: committed(note) } }),
});

test('a closed incident says why it is of its present type: what the standard foresees', async () => {
  const incident = await run(
    { kind: 'fact', fact: 'right-type', value: 'injury', corrected: false },
    switched('proposed'),
    switched('done'),
    switched('agreed'),
    { kind: 'closed' },
  );
  expect(await seen('lee', incident)).toMatchObject({
    standard: { id: 'injury' },
    first: { id: 'theft' },
    typeChange: {
      from: { en: 'Theft' },
      to: { en: 'Injury' },
      by: { id: 'sam' },
      because: { zh: '换', en: 'changed' },
      basis: [{ kind: 'assumed' }],
    },
  });
});

test('or what a person noted who changed it by hand, for who may read notes', async () => {
  const incident = await run(
    switched('proposed', '被打的，不是被偷'),
    switched('done'),
    switched('agreed'),
    { kind: 'closed' },
  );
  const { typeChange } = await seen('lee', incident);
  expect(typeChange).toMatchObject({ note: '被打的，不是被偷', by: { id: 'sam' } });
  expect(typeChange).not.toHaveProperty('because');
  expect(JSON.stringify(await seen('new', incident))).not.toContain('被打的');
});

test('one that was never of another type says nothing of it', async () => {
  const proposed = await run(switched('proposed', '也许'));
  expect(await seen('lee', proposed)).not.toHaveProperty('typeChange');
});

test('an act is offered to who has a part in it, and neither to who only reads nor in a closed one', async () => {
  const open = await run();
  const closed = await run({ kind: 'closed' });
  const mayAct = async (person: string, incident: string) => (await seen(person, incident)).mayAct;
  expect(await mayAct('sam', open)).toBe(true);
  expect(await mayAct('lee', open)).toBe(true);
  expect(await mayAct('aud', open)).toBe(false);
  expect(await mayAct('new', open)).toBe(false);
  expect(await mayAct('sam', closed)).toBe(false);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Dues } from '../../src/contract/dues-contract.ts';
import type { Me } from '../../src/contract/session-contract.ts';
import type { LogData } from '../../src/model/log-entry.ts';
import { logOf, newIncident, started, step, type StartedData } from '../store/log-of.ts';
import { morning, runApi, type RunningApi } from './running-api.ts';

let api: RunningApi;
const minutes = (count: number) => morning + count * 60_000;

async function write(
  unit: string,
  differing: Partial<StartedData>,
  ...told: readonly LogData[]
): Promise<string> {
  const incident = newIncident();
  const begun = started({ unit, procedure: 'theft', release: api.release.hash, ...differing });
  await api.store.log.append({ incident, entries: logOf(begun, ...told), personal: [] });
  return incident;
}

const around = { procedure: 'theft', role: 'scene-officer' };
let east: string;
let west: string;
beforeAll(async () => {
  api = await runApi();
  east = await write(
    'east',
    {},
    { kind: 'bound', role: 'scene-officer', binding: { unit: 'east', person: 'sam' }, why: 'step' },
    step('arrive', { opened: morning, due: minutes(10) }, around),
  );
  west = await write('west', {}, step('arrive', { opened: morning, due: minutes(20) }, around));
});
afterAll(() => api.stop());

const dues = async (person: string, query = '') =>
  (await api.ask(person, { url: `/api/dues${query}` })).json() as Dues;

test('a leader sees what falls due in the own unit and below, with who has it', async () => {
  const { late, soon, units, priorities } = await dues('lee');
  expect(late).toEqual({ total: 0, lines: [] });
  expect(soon).toMatchObject({
    total: 1,
    lines: [
      {
        incident: east,
        step: { id: 'arrive' },
        wants: 'do',
        holder: { unit: { id: 'east' }, person: { id: 'sam' } },
        due: new Date(minutes(10)).toISOString(),
      },
    ],
  });
  expect(units.map(({ id }) => id)).toEqual(['east']);
  expect(priorities.at(0)).toBe(1);
  const above = await dues('top');
  expect(above.soon.lines.map(({ incident }) => incident)).toEqual([east, west]);
  expect(above.units.map(({ id }) => id)).toEqual(['sub', 'east', 'west']);
  // A centre and an auditor reach all; a unit narrows to what is below it.
  expect((await dues('cat')).soon.total).toBe(2);
  expect((await dues('aud', '?unit=west')).soon.lines).toMatchObject([{ incident: west }]);
  expect((await dues('aud', '?unit=sub')).soon.total).toBe(2);
  expect((await dues('top', '?within=15')).soon.lines).toMatchObject([{ incident: east }]);
  expect((await dues('top', '?priority=1')).soon.total).toBe(0);
});

// The sample's theft protects whom it was done to; an injury protects nobody.
test('a line says where it is, but for standards that protect somebody', async () => {
  const body = { channel: '110', text: '东街', place: '东街 1 号' };
  await api.ask('ora', { method: 'POST', url: '/api/reports', key: 'first', body });
  const report = 'R20260302-000001';
  const due = { opened: morning, due: minutes(55) };
  const theft = await write('east', { report }, step('arrive', due, around));
  const injury = await write('east', { report, procedure: 'injury' }, step('arrive', due, around));
  const { lines } = (await dues('lee')).soon;
  const placeOf = (id: string) => lines.find(({ incident }) => incident === id)?.place;
  expect([placeOf(theft), placeOf(injury)]).toEqual([undefined, '东街 1 号']);
});

test('who leads no unit is refused, which is written down, and is not offered the page', async () => {
  const answer = await api.ask('sam', { url: '/api/dues' });
  expect(answer.statusCode).toBe(403);
  expect((await api.store.apiLog.read()).at(-1)).toMatchObject({
    kind: 'refused',
    data: { person: 'sam', action: 'readDues' },
  });
  const me = async (person: string) =>
    (await api.ask(person, { url: '/api/session' })).json() as Me;
  expect((await me('sam')).readsDues).toBe(false);
  expect((await me('lee')).readsDues).toBe(true);
});

test('what is past its due is late', async () => {
  api.pass(15 * 60_000);
  const { late, soon } = await dues('top');
  expect(late.lines.map(({ incident }) => incident)).toEqual([east]);
  expect(soon.lines.at(0)?.incident).toBe(west);
});

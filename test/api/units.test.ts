import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IncidentView } from '../../src/contract/incident-contract.ts';
import type { ReportTaken } from '../../src/contract/report-contract.ts';
import { nextUnit } from '../../src/worker/activities/next-unit.ts';
import { startEngine, type Engine } from '../temporal/engine.ts';
import { apiOnEngine } from './api-on-engine.ts';
import { sampleRelease } from './bureau.ts';
import type { RunningApi } from './running-api.ts';

const release = sampleRelease();
let engine: Engine;
let api: RunningApi;
beforeAll(async () => {
  engine = await startEngine([release], { timeSkipping: false });
  api = await apiOnEngine(engine, release);
}, 120_000);
afterAll(async () => {
  await api.app.close();
  await engine.stop();
});

let sent = 0;
const post = (person: string, url: string, body: object) =>
  api.ask(person, { method: 'POST', url, key: `unit-${(sent += 1)}`, body });
const begin = async (person: string, more: object = {}): Promise<string> => {
  const body = { channel: '110', text: '被偷了', handledAt: 'scene', facts: { stolen: 'yes' } };
  const taken = (await post(person, '/api/reports', { ...body, ...more })).json<ReportTaken>();
  return taken.incident ?? '';
};
const seen = async (person: string, incident: string) =>
  (await api.ask(person, { url: `/api/incidents/${incident}` })).json<IncidentView>();
const dispatch = (incident: string, unit: string) =>
  post('ora', `/api/incidents/${incident}/steps/dispatch`, {
    action: 'do',
    facts: { 'sent-unit': unit },
  });

test('a unit in which nobody can do what is left is neither offered nor taken at a dispatch', async () => {
  const incident = await begin('ora');
  const step = (await seen('ora', incident)).steps.find(({ id }) => id === 'dispatch');
  const field = step?.facts.find(({ id }) => id === 'sent-unit');
  expect(field?.choices?.map(({ value }) => value)).toEqual(['east', 'west']);
  const refused = await dispatch(incident, 'room');
  expect([refused.statusCode, refused.json()]).toMatchObject([
    409,
    { code: 'role-not-held', text: { en: expect.stringContaining('nobody of Unit room is') } },
  ]);
  expect((await dispatch(incident, 'west')).statusCode).toBe(200);
  // A person who is prompted there can open it.
  expect((await seen('wes', incident)).id).toBe(incident);
});

test('a role is not handed to a unit in which nobody has it', async () => {
  const incident = await begin('ora');
  const handOver = (unit: string) =>
    post('lee', `/api/incidents/${incident}/acts`, {
      action: 'hand-over',
      role: 'scene-officer',
      unit,
    });
  expect((await handOver('room')).json()).toMatchObject({ code: 'role-not-held' });
  expect((await handOver('west')).statusCode).toBe(200);
});

test('by the rules a report goes to a unit that can handle it, whoever takes it', async () => {
  const unitOf = async (person: string) => {
    const incident = await begin(person);
    return (await engine.store.incidents.get(incident))?.unit;
  };
  expect(await unitOf('ora')).toBe('east');
  expect(['east', 'west']).toContain(await unitOf('cat'));
});

test('the next unit that is sent is one in which somebody has the role that is late', async () => {
  const units = await engine.store.directory.units();
  const people = await engine.store.directory.people();
  const partner = { east: 'room', room: 'west', west: 'east' } as Readonly<Record<string, string>>;
  const chained = units.map((unit) =>
    partner[unit.id] === undefined ? unit : { ...unit, partner: partner[unit.id]! },
  );
  await engine.store.directory.replace({ units: chained, people });
  const next = (role: string) => nextUnit(engine.store, { unit: 'east', sent: ['east'], role });
  expect(await next('scene-officer')).toBe('west');
  expect(await next('centre')).toBe('room');
  expect(await next('diver')).toBeNull();
});

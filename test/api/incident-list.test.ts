import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IncidentList } from '../../src/contract/incident-contract.ts';
import { chainEntries, chainStart } from '../../src/machine/log-chain.ts';
import { morning, runApi, type RunningApi } from './running-api.ts';

let api: RunningApi;
let incident: string;

// The sample's theft protects whom it was done to: a colleague without a part in it sees that it runs, not whose it is.
beforeAll(async () => {
  api = await runApi();
  const text = `自行车被张三偷了，\n${'很久'.repeat(40)}`;
  await api.ask('ora', {
    method: 'POST',
    url: '/api/reports',
    key: 'first',
    body: { channel: '110', text, place: '东街 1 号', facts: { stolen: 'yes' } },
  });
  const report = await api.store.reports.get('R20260302-000001');
  incident = report?.incident ?? '';
  const data = {
    kind: 'started',
    procedure: 'theft',
    procedureKind: 'standard',
    release: api.release.hash,
    report: 'R20260302-000001',
    reportedAt: morning,
    channel: '110',
    unit: 'east',
    priority: 3,
  } as const;
  const drafts = [{ at: morning, recorded: morning, data }];
  const { entries } = chainEntries({ seq: 0, hash: chainStart }, drafts);
  await api.store.log.append({ incident, entries, personal: [] });
});
afterAll(() => api.stop());

const list = async (person: string) =>
  ((await api.ask(person, { url: '/api/incidents' })).json() as IncidentList).incidents;

test('a line of the list says where it is and how its report begins, on one line and cut short', async () => {
  const [line] = await list('lee');
  expect(line).toMatchObject({ id: incident, hidden: false, place: '东街 1 号' });
  expect(line?.words).toMatch(/^自行车被张三偷了， (很久)+.?…$/u);
  expect(line?.words?.length).toBeLessThan(60);
  expect((await api.store.apiLog.read()).at(-1)).toMatchObject({
    kind: 'read-protected',
    data: { person: 'lee', incidents: [incident], what: 'incidents' },
  });
});

test('who may not read what is protected sees the line without them', async () => {
  const lines = await list('new');
  expect(lines).toMatchObject([{ id: incident, hidden: true }]);
  expect(JSON.stringify(lines)).not.toMatch(/张三|东街/u);
});

test('what was erased is not in the list any more', async () => {
  await api.store.reports.erase('R20260302-000001', morning);
  const [line] = await list('lee');
  expect(line).not.toHaveProperty('words');
  expect(line).not.toHaveProperty('place');
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IncidentList } from '../../src/contract/incident-contract.ts';
import { chainEntries, chainStart } from '../../src/machine/log-chain.ts';
import type { LogData } from '../../src/model/log-entry.ts';
import { logOf, started, step } from '../store/log-of.ts';
import { morning, runApi, type RunningApi } from './running-api.ts';
import { eraseRows, wholeReport } from '../store/erase.ts';

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

test('words and places are searched only where the reader may read them', async () => {
  const sought = async (person: string) => {
    const url = `/api/incidents?find=${encodeURIComponent('张三 东街')}`;
    return ((await api.ask(person, { url })).json() as IncidentList).all;
  };
  expect(await sought('lee')).toBe(1);
  expect(await sought('new')).toBe(0);
});

test('what was erased is not in the list any more', async () => {
  await eraseRows(api.store, { incident: '', reports: [wholeReport('R20260302-000001')] });
  const [line] = await list('lee');
  expect(line).not.toHaveProperty('words');
  expect(line).not.toHaveProperty('place');
});

describe('a list of more than a page', () => {
  const ids: string[] = [];
  beforeAll(async () => {
    for (let count = 0; count < 120; count += 1) {
      const id = `many-${String(count).padStart(3, '0')}`;
      ids.push(id);
      const told: readonly LogData[] = [
        started({ procedure: 'injury', release: api.release.hash, unit: 'west', priority: 2 }),
        ...(count % 4 === 0 ? [{ kind: 'closed' } as const] : [step('a', { due: count % 7 })]),
      ];
      await api.store.log.append({ incident: id, entries: logOf(...told), personal: [] });
    }
  });
  const page = async (query: string) => {
    const answer = await api.ask('wu', { url: `/api/incidents?${query}` });
    expect(answer.statusCode).toBe(200);
    return answer.json() as IncidentList;
  };

  test('is walked to its end, each page saying how many there are and stand before it', async () => {
    const walked: string[] = [];
    let after = '';
    for (;;) {
      const list = await page(`limit=50${after}`);
      expect([list.all, list.before]).toEqual([120, walked.length]);
      walked.push(...list.incidents.map(({ id }) => id));
      if (list.next === undefined) break;
      after = `&after=${list.next}`;
    }
    expect(walked.toSorted()).toEqual(ids);
    expect((await page('closed=true')).all).toBe(30);
    expect((await page('closed=false')).incidents).toHaveLength(50);
  });

  test.each([
    ['a number that stands on no first page', 'find=many-116', 1],
    ['its type, in either language', 'find=Injury', 120],
    ['its unit, in either language', `find=${encodeURIComponent('west单位')}`, 120],
    ['two words, of which one is nowhere', 'find=many-116%20nowhere', 0],
    ['a unit with those below it', 'unit=west', 120],
    ['another unit', 'unit=east', 0],
    ['a priority', 'priority=2', 120],
    ['another priority', 'priority=1', 0],
    ['a type', 'standard=theft', 0],
  ])('is narrowed to %s', async (_, query, all) => {
    const list = await page(query);
    expect([list.all, list.incidents.length]).toEqual([all, Math.min(all, 50)]);
  });

  test.each([
    ['a place that no page named', 'after=eyJhIjoxfQ', '/querystring/after'],
    ['a narrowing that there is not', 'offset=50', '/querystring/offset'],
  ])('refuses %s, saying where', async (_, query, pointer) => {
    const answer = await api.ask('wu', { url: `/api/incidents?${query}` });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ errors: [{ pointer }] });
  });
});

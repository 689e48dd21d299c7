import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileTree } from '../../src/compile/compile-tree.ts';
import type { ReportTaken } from '../../src/contract/report-contract.ts';
import type { Release } from '../../src/model/release.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { sampleTree, type Changes } from '../unit/compile/sample-tree.ts';
import { runApi, type RunningApi } from './running-api.ts';

function releaseOf(changes: Changes): Release {
  const { release, problems } = compileTree(sampleTree(changes));
  if (!release) throw new Error(JSON.stringify(problems));
  return release;
}
const first = releaseOf({});
const second = releaseOf({
  'rules/sorting/sorting.yaml': { rows: { gone: { standard: 'injury' } } },
});

let store: Store;
let api: RunningApi | undefined;
const body = { channel: '110', text: '被偷了', handledAt: 'scene', facts: { stolen: 'yes' } };
const send = (key: string) => {
  if (!api) throw new Error('no API runs');
  return api.ask('ora', { method: 'POST', url: '/api/reports', key, body });
};

beforeAll(async () => {
  const opening = await openStore({ memory: true });
  if (!opening.opened) throw new Error(opening.failure.message.en);
  store = opening.store;
});
afterAll(async () => {
  await api?.app.close();
  await store.close();
});

test('a report stays what it was classified as when it came, whatever is in force when it is started', async () => {
  // The API dies between keeping the report and starting it.
  const killed = () => Promise.reject(new Error('killed'));
  const dying: Store = { ...store, reports: { ...store.reports, decided: killed } };
  api = await runApi({ store: dying, release: first });
  expect((await send('r1')).statusCode).toBe(500);
  await api.app.close();
  api = await runApi({ store, release: second });
  expect((await send('r1')).json<ReportTaken>()).toMatchObject({
    report: 'R20260302-000001',
    standard: { id: 'theft' },
    decision: { outcome: 'theft' },
  });
  expect(await store.reports.get('R20260302-000001')).toMatchObject({
    procedure: 'theft',
    release: first.hash,
  });
  expect((await send('r2')).json()).toMatchObject({ standard: { id: 'injury' } });
});

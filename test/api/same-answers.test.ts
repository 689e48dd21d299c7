import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileTree } from '../../src/compile/compile-tree.ts';
import type { ReportTaken } from '../../src/contract/report-contract.ts';
import type { FactValue } from '../../src/model/fact-value.ts';
import type { Release } from '../../src/model/release.ts';
import { startEngine, type Engine } from '../temporal/engine.ts';
import { sampleTree } from '../unit/compile/sample-tree.ts';
import { apiOnEngine } from './api-on-engine.ts';
import type { RunningApi } from './running-api.ts';

// A fact of each kind that a report may tell and a step may ask.
const asked = { ask: { zh: '问', en: 'Asked?' }, from: 'report' };
const facts = {
  since: { ...asked, time: true },
  kind: { ...asked, choice: 'standards' },
  agreed: { ...asked, choice: 'yes-no' },
  count: { ...asked, number: { min: 1, max: 9 } },
  words: { ...asked, text: { max: 5 } },
};

function release(): Release {
  const { release, problems } = compileTree(
    sampleTree({
      'standards/vocabulary/words.yaml': { facts },
      'standards/01-theft/standard.yaml': {
        steps: { look: { 'may-ask': ['name', 'right-type', ...Object.keys(facts)] } },
      },
      'rules/sorting/sorting.yaml': {
        rows: Object.fromEntries(
          Object.entries({ kind: 'theft', agreed: 'no', count: 9 }).map(([id, value]) => [
            id,
            { when: { [id]: value }, standard: 'injury', because: { zh: '因', en: 'so' } },
          ]),
        ),
      },
    }),
  );
  if (!release) throw new Error(JSON.stringify(problems));
  return release;
}

let engine: Engine;
let api: RunningApi;
let incident: string;
let count = 0;
const next = () => `k${(count += 1)}`;
const report = (given: Readonly<Record<string, FactValue>>) =>
  api.ask('ora', {
    method: 'POST',
    url: '/api/reports',
    key: next(),
    body: {
      channel: '110',
      text: '被偷了',
      handledAt: 'scene',
      facts: { stolen: 'yes', ...given },
    },
  });
const answer = (given: Readonly<Record<string, FactValue>>) =>
  // By one who may do the step that asks.
  api.ask('sam', {
    method: 'POST',
    url: `/api/incidents/${incident}/acts`,
    key: next(),
    body: { action: 'answer', facts: given },
  });

beforeAll(async () => {
  const made = release();
  engine = await startEngine([made], { timeSkipping: false });
  api = await apiOnEngine(engine, made);
  incident = (await report({})).json<ReportTaken>().incident ?? '';
}, 120_000);
afterAll(async () => {
  await api.app.close();
  await engine.stop();
});

test.each<readonly [string, FactValue, boolean]>([
  ['since', '2026-03-02T08:00', true],
  ['since', '2026-03-02T08:00:30+08:00', true],
  ['since', '2026-03-02', false],
  ['since', 'Mar 3', false],
  ['since', '2026/11/30 08:15', false],
  ['since', '1', false],
  ['kind', 'theft', true],
  ['kind', 'unsorted', true],
  ['kind', 'care', false],
  ['agreed', 'yes', true],
  ['agreed', true, false],
  ['count', 9, true],
  ['count', '9', false],
  ['count', 10, false],
  ['words', '五个字的话', true],
  ['words', '', false],
  ['words', '六个字的话了', false],
])('a report and an act both judge %s to be %j alike', async (fact, value, isTaken) => {
  const [told, answered] = [await report({ [fact]: value }), await answer({ [fact]: value })];
  expect([told.statusCode, answered.statusCode]).toEqual(isTaken ? [201, 200] : [400, 409]);
  if (isTaken) return;
  expect(told.json()).toMatchObject({ errors: [{ pointer: `/facts/${fact}` }] });
  expect(answered.json()).toMatchObject({ code: 'fact-invalid', missing: [fact] });
});

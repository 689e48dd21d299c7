import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { intakeReports } from '../../src/cli/intake/intake-reports.ts';
import type { IntakeSummary } from '../../src/cli/intake/intake-summary.ts';
import { startEngine, type Engine } from '../temporal/engine.ts';
import { apiOnEngine } from './api-on-engine.ts';
import { password, sampleRelease } from './bureau.ts';
import type { RunningApi } from './running-api.ts';

let engine: Engine;
let api: RunningApi;
let url: string;
const folder = mkdtempSync(join(tmpdir(), 'jiechu-intake-'));
beforeAll(async () => {
  const release = sampleRelease();
  engine = await startEngine([release], { timeSkipping: false });
  api = await apiOnEngine(engine, release);
  await api.app.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${(api.app.server.address() as AddressInfo).port}`;
  process.env['JIECHU_PASSWORD'] = password;
}, 120_000);
afterAll(async () => {
  delete process.env['JIECHU_PASSWORD'];
  rmSync(folder, { recursive: true });
  await api.app.close();
  await engine.stop();
});

let files = 0;
/** Takes in files of one folder, each with its content. */
async function intake(contents: Readonly<Record<string, string | Uint8Array>>) {
  const source = join(folder, String((files += 1)));
  const { mkdirSync } = await import('node:fs');
  mkdirSync(source);
  for (const [name, content] of Object.entries(contents))
    writeFileSync(join(source, name), content);
  const again = async () => {
    const outcome = await intakeReports({
      ...{ source, url, name: 'ora', data: folder },
      ...{ paced: false, json: true as const, lang: 'en' as const },
    });
    const summary = JSON.parse(outcome.text) as IntakeSummary;
    return { status: outcome.status, summary, bad: summary.bad.map(badLine(source)) };
  };
  return { ...(await again()), again };
}

const badLine =
  (source: string) =>
  ({ file, line, column, reason }: IntakeSummary['bad'][number]) =>
    `${file.slice(source.length + 1)}:${line}${column === undefined ? '' : `:${column}`} ${reason.en}`;

const incidents = async () => (await engine.store.incidents.count({})).all;
const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

test('bad rows are listed with their lines, the rest is taken, and the status is 1', async () => {
  const csv = [
    'channel,text,at,handled-at,stolen,name',
    `110,第一件,${ago(3)}T08:15,scene,yes,007`,
    `110,第二件,${ago(3).slice(0, 4)}-02-30T08:15,scene,yes,`,
    '110,第三件,25:00,scene,yes,',
    `110,第四件,${ago(400)}T08:15,scene,yes,`,
    '119,第五件,,scene,yes,',
    '110,第六件,,scene,maybe,',
    '110,第七件,,dream,yes,',
    '110,,,scene,yes,',
    '110,"第九件,,scene,yes,',
    '110,第十件',
    `110,第十一件,${ago(1)}T08:15+08:00,scene,yes,张三`,
  ].join('\n');
  const jsonl = '{"report":{"channel":"110","text":"a","text":"b"}}\n{"report":{"channel":"110"\n';
  const yaml =
    '- report: { channel: "110", text: c, handled-at: scene }\n  confirmed: { stollen: "yes" }\n';
  const { status, summary, bad } = await intake({ 'a.csv': csv, 'b.jsonl': jsonl, 'c.yaml': yaml });
  expect(bad).toEqual([
    expect.stringMatching(/^a.csv:3 report.at `.*-02-30T08:15` names a day that does not exist: /u),
    expect.stringMatching(/^a.csv:4 report.at `25:00` names a time of day that does not exist: /u),
    expect.stringMatching(
      /^a.csv:5 .*\/at must not be before `.*T00:00` \(setting `oldest-report`\)$/u,
    ),
    expect.stringMatching(/^a.csv:6 .*\/channel there is no `119`$/u),
    expect.stringMatching(/^a.csv:7 .*\/facts\/stolen is not an answer that the fact takes$/u),
    expect.stringMatching(/^a.csv:8 .*\/handledAt there is no `dream`$/u),
    expect.stringMatching(/^a.csv:9 .*\/text must not be empty$/u),
    expect.stringMatching(/^a.csv:10 quotes are not in pairs/u),
    'a.csv:11 has 2 cells, the header has 6',
    'b.jsonl:1:39 key `text` is written twice',
    expect.stringMatching(/^b.jsonl:2 no JSON: /u),
    expect.stringMatching(
      /^c.yaml:1 .*\/facts\/stollen there is no such fact; did you mean `stolen`\?$/u,
    ),
  ]);
  expect(summary).toMatchObject({ taken: 2, total: 14, repeated: 0 });
  expect(status).toBe(1);
}, 60_000);

test('the same words at two times of day are two reports, and the file again changes nothing', async () => {
  const csv =
    'channel,text,at,handled-at,stolen\n110,噪音,08:15,scene,yes\n110,噪音,14:40,scene,yes\n';
  const { status, summary, again } = await intake({ 'a.csv': csv });
  expect(status).toBe(0);
  expect(summary).toMatchObject({ taken: 2, repeated: 0 });
  const before = await incidents();
  expect((await again()).summary).toMatchObject({ taken: 2, repeated: 0 });
  expect(await incidents()).toBe(before);
}, 60_000);

test.each([
  [
    'UTF-8 with one byte cut',
    'a.csv:3 holds bytes that are neither UTF-8 nor GB18030, and nothing of the file was read: save it as UTF-8',
    1,
  ],
  ['UTF-16', 'a.csv:1 is UTF-16: save the file as UTF-8', 0],
])('of a file in %s no row is taken', async (_, line, cut) => {
  const text =
    'channel,text,handled-at,stolen\n110,自行车被偷了,scene,yes\n110,电动车被偷了,scene,yes\n';
  const whole = Buffer.from(text, cut === 0 ? 'utf16le' : 'utf8');
  const at = whole.indexOf('电动车') + 1;
  const bytes = cut === 0 ? whole : Buffer.concat([whole.subarray(0, at), whole.subarray(at + 1)]);
  const before = await incidents();
  const { status, bad } = await intake({ 'a.csv': bytes });
  expect({ status, bad }).toEqual({ status: 1, bad: [line] });
  expect(await incidents()).toBe(before);
});

test('an event whose first report is not taken is one incident all the same', async () => {
  const csv = [
    'channel,text,handled-at,stolen,event',
    '119,看见浓烟,scene,yes,smoke',
    '110,楼道有烟,scene,yes,smoke',
    '110,烟更大了,scene,yes,smoke',
    '110,烟散了,scene,yes,smoke',
  ].join('\n');
  const before = await incidents();
  const { summary, bad, again } = await intake({ 'a.csv': csv });
  expect(bad).toHaveLength(1);
  expect(summary.taken).toBe(3);
  expect(await incidents()).toBe(before + 1);
  await again();
  expect(await incidents()).toBe(before + 1);
}, 60_000);

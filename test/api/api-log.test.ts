import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyApiLog } from '../../src/cli/verify/verify-api-log.ts';
import type { ApiLogPage } from '../../src/contract/api-log-contract.ts';
import { AnchorFile } from '../../src/store/anchors/anchor-file.ts';
import { newKey } from '../test-keys.ts';
import { runApi, type RunningApi } from './running-api.ts';

const key = newKey();
const folder = mkdtempSync(join(tmpdir(), 'jiechu-api-log-'));
const anchors = join(folder, 'anchors.jsonl');
let api: RunningApi;

beforeAll(async () => {
  const file = await AnchorFile.read(anchors);
  api = await runApi({ signer: key.signer, anchors: { file, everyMilliseconds: 3_600_000 } });
});
afterAll(async () => {
  await api.app.close();
  await api.store.close();
  rmSync(folder, { recursive: true });
});

const page = async (person: string, query = '') => {
  const answer = await api.ask(person, { url: `/api/log${query}` });
  return { status: answer.statusCode, body: answer.json<ApiLogPage>() };
};

let files = 0;
async function verify(
  pages: readonly unknown[],
  { keys = [key.trusted], with: file = [] as readonly string[] } = {},
) {
  const apiLog = pages.map((each) => {
    const path = join(folder, `${(files += 1)}.json`);
    writeFileSync(path, JSON.stringify(each));
    return path;
  });
  const asked = { key: keys, anchors: file, timestampCa: undefined, json: undefined } as const;
  return verifyApiLog({ ...asked, apiLog, lang: 'en' });
}

test('an auditor reads it; who may not is refused, and that stands in it as the reading does', async () => {
  expect((await page('sam')).status).toBe(403);
  const { status, body } = await page('aud');
  expect(status).toBe(200);
  const told = body.entries.map(({ kind, data }) => [kind, data]);
  expect(told).toContainEqual([
    'refused',
    expect.objectContaining({ person: 'sam', action: 'readLog' }),
  ]);
  expect(told.at(-1)).toEqual(['read-log', { person: 'aud', from: 1 }]);
  expect(await verify([body])).toMatchObject({ status: 0 });
});

test('its pages follow one another, and a file for each is checked as one log', async () => {
  const pages: ApiLogPage[] = [];
  let from: number | undefined = 1;
  while (from !== undefined) {
    const { body }: { body: ApiLogPage } = await page('aud', `?from=${from}&limit=2`);
    pages.push(body);
    from = body.next;
    if (pages.length > 20) break;
  }
  expect(pages.length).toBeGreaterThan(2);
  const said = await verify(pages);
  expect([said.status, said.text]).toEqual([
    0,
    expect.stringMatching(
      /^the log of the API: intact\. entries 1 to (\d+) of \1 at the export\n$/u,
    ),
  ]);
  expect((await verify(pages.slice(1))).status).toBe(0);
  expect((await verify([pages[0], ...pages.slice(2)])).text).toMatch(
    /entry 3 is not where it belongs/u,
  );
});

test.each<[string, (page: ApiLogPage) => unknown, RegExp]>([
  [
    'an entry changed',
    (p) => ((p.entries[1]!.data as { person: string }).person = 'x'),
    /entry 2 was altered/u,
  ],
  ['an entry taken out', (p) => p.entries.splice(1, 1), /entry 2 is not where it belongs/u],
  ['its end cut off', (p) => p.entries.pop(), /was changed|had \d+ entries at its export/u],
  ['another head', (p) => (p.head.seq += 1), /signature of the page from entry 1 does not fit/u],
  [
    'another exporter',
    (p) => (p.exportedBy = 'x'),
    /signature of the page from entry 1 does not fit/u,
  ],
  ['a part that is none', (p) => (p.head = 7 as never), /not whole: at \/head/u],
])('a page with %s is found', async (_, change, why) => {
  const { body } = await page('aud');
  change(body);
  const said = await verify([body]);
  expect(said.status).toBe(1);
  expect(said.text).toMatch(why);
});

test('without a trusted key, or with another, it is not called intact', async () => {
  const { body } = await page('aud');
  expect((await verify([body], { keys: [] })).text).toMatch(/key not checked/u);
  expect((await verify([body], { keys: [newKey().trusted] })).status).toBe(1);
});

test('one that was cut or written anew before the export does not fit its anchors', async () => {
  const before = await page('aud');
  await page('aud');
  const other = await AnchorFile.read(join(folder, 'other.jsonl'));
  await other.mayWrite();
  const { head } = (await page('aud')).body;
  const heads = (apiLog: ApiLogPage['head']) => ({ kind: 'heads', incidents: {}, apiLog }) as const;
  await other.append(heads(head), before.body.exported, key.signer);
  const fits = await verify([(await page('aud')).body], { with: [other.path] });
  expect([fits.status, fits.text]).toEqual([0, expect.stringMatching(/fits 1 anchor/u)]);
  const cut = await verify([before.body], { with: [other.path] });
  expect([cut.status, cut.text]).toEqual([1, expect.stringMatching(/its end was cut off/u)]);
  const anew = { seq: 2, hash: 'a'.repeat(64) };
  await other.append(heads(anew), before.body.exported, key.signer);
  const rewritten = await verify([(await page('aud')).body], { with: [other.path] });
  expect(rewritten.text).toMatch(/entry 2 is not the one that was anchored/u);
  await other.close();
});

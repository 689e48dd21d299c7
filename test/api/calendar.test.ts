import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadRelease } from '../../src/cli/load-release.ts';
import type { Release } from '../../src/model/release.ts';
import { startEngine, type Engine } from '../temporal/engine.ts';
import { startIncident } from '../temporal/incident.ts';
import { apiOnEngine } from './api-on-engine.ts';

const small = join(import.meta.dirname, '../small');
const day = 86_400_000;
const reportedAt = Date.now();
const localDate = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
/** The ten days after the report: no limit in working days ends in them. */
const daysOff = Array.from({ length: 10 }, (_each, index) =>
  localDate(reportedAt + (index + 1) * day),
);

const folder = mkdtempSync(join(tmpdir(), 'jiechu-calendar-'));
cpSync(small, folder, { recursive: true });
const words = join(folder, 'standards/vocabulary/words.yaml');
writeFileSync(
  words,
  readFileSync(words, 'utf8').replace(
    /published: chinese-days, holidays: \[[^\]]*\]/,
    `published: chinese-days, holidays: [${daysOff.join(', ')}]`,
  ),
);

const compiled = async (root: string): Promise<Release> => {
  const { release, diagnostics } = await loadRelease(root);
  if (release === undefined) throw new Error(JSON.stringify(diagnostics));
  return release;
};

let engine: Engine;
let before: Release;
let after: Release;
beforeAll(async () => {
  before = await compiled(small);
  after = await compiled(folder);
  engine = await startEngine([before, after], { timeSkipping: false });
});
afterAll(async () => {
  await engine.stop();
  rmSync(folder, { recursive: true });
});

const dueOf = async (id: string, step: string): Promise<number> =>
  (await engine.store.incidents.step(id, step))?.row.due ?? 0;
const published = async (id: string): Promise<number> =>
  (await engine.store.log.of(id)).filter(({ data }) => data.kind === 'calendar-published').length;

/** Begins it and waits until the store has it. */
const begun = async (id: string, release: Release): Promise<void> => {
  await startIncident(engine, { release, procedure: 'dates', id, reportedAt });
  await expect.poll(() => dueOf(id, 'working'), { timeout: 60_000 }).toBeGreaterThan(0);
};

test('a calendar that a new release brings moves the working days of what is open, once', async () => {
  await Promise.all([begun('old', before), begun('young', after)]);
  const [working, exact, custody] = await Promise.all(
    ['working', 'exact', 'hold'].map((step) => dueOf('old', step)),
  );
  expect(await dueOf('young', 'working')).toBeGreaterThan((working ?? 0) + 5 * day);

  const options = { publishCalendarMilliseconds: 200 };
  let end = (): void => {};
  const disk = new Promise<void>((resolve) => (end = resolve));
  const store = { ...engine.store, onDisk: () => disk };
  const first = await apiOnEngine(engine, after, { ...options, store });
  // What the engine is told to be stored has to be on the disk.
  await sleep(1000);
  expect(await published('old')).toBe(0);
  end();
  await expect
    .poll(() => dueOf('old', 'working'), { timeout: 60_000 })
    .toBe(await dueOf('young', 'working'));
  expect(await dueOf('old', 'exact')).toBe(exact);
  expect(await dueOf('old', 'hold')).toBe(custody);
  await first.app.close();

  // What began under the old release later gets it too; nobody gets it twice.
  await begun('late', before);
  const second = await apiOnEngine(engine, after, options);
  await expect
    .poll(() => dueOf('late', 'working'), { timeout: 60_000 })
    .toBe(await dueOf('young', 'working'));
  await second.app.close();
  expect(await Promise.all(['old', 'late', 'young'].map(published))).toEqual([1, 1, 0]);
});

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadRelease } from '../../src/cli/load-release.ts';
import { limitEnd } from '../../src/machine/limit-end.ts';
import type { Release } from '../../src/model/release.ts';
import { verifyChain } from '../../src/store/verify-chain.ts';
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
const words = 'standards/vocabulary/words.yaml';
const dates = 'standards/procedures/dates/procedure.yaml';

/** The small procedures with the limit in working days reminded of, and with these days off. */
async function changed(name: string, remind: string, off?: readonly string[]): Promise<Release> {
  const root = join(folder, name);
  cpSync(small, root, { recursive: true });
  const change = (file: string, from: RegExp, to: string) =>
    writeFileSync(join(root, file), readFileSync(join(root, file), 'utf8').replace(from, to));
  change(dates, /within: 3wd, after: report, basis: law-1 \}/, `$&, remind: ${remind}`);
  if (off) change(words, /holidays: \[[^\]]*\]/, `holidays: [${off.join(', ')}]`);
  return compiled(root);
}

const compiled = async (root: string): Promise<Release> => {
  const { release, diagnostics } = await loadRelease(root);
  if (release === undefined) throw new Error(JSON.stringify(diagnostics));
  return release;
};

/** When three working days from the report end by a release's calendar. */
function dueBy({ procedures }: Release): number {
  const { calendar } = procedures['dates']!.settings;
  const limit = { kind: 'working-days', days: 3 } as const;
  return limitEnd(limit, reportedAt, { calendar, custody: false, graceMilliseconds: 0 });
}

let engine: Engine;
let before: Release;
let after: Release;
beforeAll(async () => {
  // So many minutes before its limit that it reminds within a minute or so from now, when it has begun.
  const due = dueBy(await compiled(small));
  const remind = `${Math.floor((due - Date.now() - 20_000) / 60_000)}m`;
  before = await changed('before', remind);
  after = await changed('after', remind, daysOff);
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

test('withdrawn and published again, each calendar comes to what is open, with restarts between', async () => {
  await begun('changing', before);
  const [first, moved] = [dueBy(before), dueBy(after)];
  const reminded = async (): Promise<readonly number[]> =>
    (await engine.store.log.of('changing')).flatMap(({ data }) =>
      data.kind === 'reminded' ? [data.due] : [],
    );
  await expect.poll(reminded, { timeout: 200_000 }).toEqual([first]);
  const published = async (release: Release, due: number): Promise<void> => {
    const api = await apiOnEngine(engine, release, { publishCalendarMilliseconds: 200 });
    await expect.poll(() => dueOf('changing', 'working'), { timeout: 60_000 }).toBe(due);
    await api.app.close();
    await engine.restartWorker();
  };
  await published(after, moved);
  await published(before, first);
  // It had been reminded of that limit already, and of another one since.
  await expect.poll(reminded, { timeout: 60_000 }).toEqual([first, first]);
  await published(after, moved);
  await published(after, moved);
  await published(before, first);
  const calendars = (await engine.store.log.of('changing')).filter(
    ({ data }) => data.kind === 'calendar-published',
  );
  expect(calendars).toHaveLength(4);
  expect(verifyChain(await engine.store.log.of('changing'))).toBeUndefined();
}, 400_000);

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
  // The engine may be told that something is stored only once it is on the disk.
  await sleep(1000);
  expect(await published('old')).toBe(0);
  end();
  await expect
    .poll(() => dueOf('old', 'working'), { timeout: 60_000 })
    .toBe(await dueOf('young', 'working'));
  expect(await dueOf('old', 'exact')).toBe(exact);
  expect(await dueOf('old', 'hold')).toBe(custody);
  await first.app.close();

  // An incident that began under the old release later gets it too; nobody gets it twice.
  await begun('late', before);
  const second = await apiOnEngine(engine, after, options);
  await expect
    .poll(() => dueOf('late', 'working'), { timeout: 60_000 })
    .toBe(await dueOf('young', 'working'));
  await second.app.close();
  expect(await Promise.all(['old', 'late', 'young'].map(published))).toEqual([1, 1, 0]);
});

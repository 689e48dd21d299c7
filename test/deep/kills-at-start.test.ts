import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { within } from '../../src/worker/within.ts';
import { begin, bureau, theft } from '../system/stories.ts';
import { spawnProgram, startSystem, temporaryFolder } from '../system/system.ts';
import { killTemporal } from '../system/temporal-process.ts';

// Takes 6 minutes.

const kills = Number(process.env['JIECHU_START_KILLS'] ?? '40');
// From before the database is there to after the first mark was written, by the machine's own pace.
const slowestMilliseconds = 9_000;

/** Numbers that look like chance, and are the same each time. */
function* chances(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    yield (state >>> 8) / 0x1000000;
  }
}

/** Starts on a folder and kills what it started after a time; the Temporal of the folder with it or not. */
async function killedStart(folder: string, milliseconds: number, also: boolean): Promise<string> {
  const child = spawnProgram(['up', '--data', folder, '--port', '0', '--json', '--lang', 'en']);
  const ended = once(child, 'close');
  let said = '';
  child.stderr!.on('data', (chunk) => (said += chunk));
  await within(ended, milliseconds);
  child.kill('SIGKILL');
  await ended;
  if (also) await killTemporal(folder);
  // Before the first kill, perhaps nothing was anchored: that is told, and left out here.
  return said.replaceAll(/^jiechu: there are no anchors.*\n/gmu, '');
}

test('a start that was killed at any moment is never taken for a misfit or for damage', async () => {
  const top = temporaryFolder();
  const folder = join(top, 'data');
  const chance = chances(11);
  const next = (): number => chance.next().value as number;
  // A folder that is new, killed again and again before it has ever been up.
  for (let killed = 0; killed < kills / 4; killed += 1) {
    expect(await killedStart(folder, next() * slowestMilliseconds, next() < 0.5)).toBe('');
  }
  const system = await startSystem({}, top);
  const people = await bureau(system);
  const incident = await begin(people.operator, theft);
  await system.kill('SIGKILL');
  for (let killed = 0; killed < kills; killed += 1) {
    expect(await killedStart(folder, next() * slowestMilliseconds, next() < 0.5)).toBe('');
  }
  await system.start();
  const again = await bureau(system);
  expect((await again.leader.incident(incident)).id).toBe(incident);
  expect((await again.operator.step(incident, 'accept-register')).status).toBe(409);
  await system.stop();
}, 3_000_000);

import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { tamper } from '../store/tamper.ts';
import { startDevServer } from '../../src/worker/server/dev-server.ts';
import { begin, bureau, follow, shortTheft, theft, walkIn } from '../system/stories.ts';
import { damage, largestIn } from '../system/damage.ts';
import {
  runProgram,
  startSystem,
  temporaryFolder,
  type Finished,
  type System,
} from '../system/system.ts';

// Takes 9 minutes.

// Copies of a data folder at two moments, with a start in between, and one of another system with the same keys.
let earlier: string;
let later: string;
let other: string;

const keyFiles = ['codec-keys', 'digest-keys', 'api-signing-keys', 'worker-signing-keys'];
const histories = ['temporal.db', 'temporal.db-wal', 'temporal.db-shm'];

function copied(folder: string): string {
  const copy = join(temporaryFolder(), 'data');
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** A copy of one folder with a part of another in place of its own. */
function mixed(of: string, part: 'database' | 'histories', from: string): string {
  const copy = copied(of);
  for (const name of part === 'database' ? ['database'] : histories) {
    rmSync(join(copy, name), { recursive: true, force: true });
    if (existsSync(join(from, name)))
      cpSync(join(from, name), join(copy, name), { recursive: true });
  }
  return copy;
}

/** A start that has anchors of its own: else they tell of an older database before anything else does. */
const up = (
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Finished> =>
  runProgram(['up', '--data', folder, '--port', '0', '--json', '--lang', 'en'], {
    JIECHU_ANCHORS: join(temporaryFolder(), 'anchors.jsonl'),
    ...environment,
  });

const saysOnly = (what: RegExp) => ({
  code: 2,
  out: '',
  // A start that begins anchors anew beside a database with incidents says so besides.
  err: expect.stringMatching(
    new RegExp(
      `^(?:jiechu: there are no anchors[^\\n]*\\n)?jiechu: [^\\n]*${what.source}[^\\n]*\\n$`,
      'u',
    ),
  ),
});

beforeAll(async () => {
  const system = await startSystem({ clockSpeed: 1 });
  const people = await bureau(system);
  await begin(people.operator, theft);
  await system.stop();
  earlier = copied(system.folder);
  await system.start();
  const again = await bureau(system);
  const second = await begin(again.operator, theft);
  // Each act tells the procedure that what came before is stored: it does not write that once more.
  await follow(again, second, shortTheft.slice(0, 4));
  await begin(again.officer, walkIn);
  // As a crash leaves it: what is copied is what a disk holds.
  await system.kill('SIGKILL');
  await system.start();
  await system.stop();
  later = copied(system.folder);
  const top = temporaryFolder();
  for (const name of keyFiles) {
    cpSync(join(later, name), join(top, 'data', name), { recursive: true });
  }
  const stranger = await startSystem({}, top);
  await begin((await bureau(stranger)).operator, theft);
  await stranger.stop();
  other = copied(stranger.folder);
}, 300_000);

describe('a start is refused, with which side is older by how much', () => {
  test('where the database is older than the histories', async () => {
    const said = await up(mixed(later, 'database', earlier));
    expect(said).toEqual(
      saysOnly(
        /the database is older than the histories: .*, 2 incidents and \d\d+ entries apart; restore the newest backup.*`jiechu repair`/,
      ),
    );
    expect(await up(mixed(later, 'database', earlier), { JIECHU_ANCHORS: '' })).toEqual(
      saysOnly(/the database is older than its anchors.*restore the newest backup/),
    );
  });

  test('where the histories are older than the database', async () => {
    expect(await up(mixed(later, 'histories', earlier))).toEqual(
      saysOnly(
        /the histories are older than the database: .*, 2 incidents and \d\d+ entries apart; restore their newest copy.*`jiechu restore`/,
      ),
    );
  });

  test('where the histories are new, and incidents are open', async () => {
    const empty = temporaryFolder();
    const server = await startDevServer({
      executable: process.env['TEMPORAL_CLI'] ?? '',
      folder: empty,
    });
    await server.stop();
    expect(await up(mixed(later, 'histories', empty))).toEqual(
      saysOnly(/the histories are not those of this database.*procedures of 3 open incidents/),
    );
  });

  test('where both are of different systems', async () => {
    const strange = saysOnly(
      /do not belong together: the histories are those of another database \(.* 1 incident\).* has 3 incidents.*from one backup/,
    );
    expect(await up(mixed(later, 'histories', other))).toEqual(strange);
    expect(await up(mixed(other, 'database', later))).toEqual(strange);
  });

  test('where the histories were marked with other keys', async () => {
    const others = temporaryFolder();
    const system = await startSystem({}, others);
    await system.stop();
    expect(await up(mixed(later, 'histories', system.folder))).toEqual(
      saysOnly(/are those of another system, or the codec key that marked them is missing/),
    );
  });
});

test('a start is refused where a page of a table was wiped', async () => {
  const copy = copied(later);
  // Tables of our own are numbered from 16384 on.
  damage(largestIn(join(copy, 'database/base/5'), /^1[6-9]\d{3}$/u), 8192, 0);
  expect(await up(copy)).toEqual(
    saysOnly(/page \d+ of the database file .*base\/5\/\d+ is damaged/),
  );
});

const startOn = async (
  folder: string,
  environment: Record<string, string> = {},
): Promise<System> => {
  const top = join(folder, '..');
  return startSystem(
    { environment: { JIECHU_ANCHORS: join(temporaryFolder(), 'a.jsonl'), ...environment } },
    top,
  );
};

describe('within the minute between two marks', () => {
  let atFirst: string;
  let since: string;
  let worked: string;

  beforeAll(async () => {
    const system = await startSystem();
    const people = await bureau(system);
    worked = await begin(people.operator, theft);
    // Each act tells the procedure that what came before is stored.
    await follow(people, worked, shortTheft.slice(0, 4));
    atFirst = join(temporaryFolder(), 'copy');
    const args = ['--data', system.folder, '--url', system.address(), '--lang', 'en'];
    expect(await runProgram(['backup', atFirst, ...args])).toMatchObject({ code: 0 });
    await begin(people.operator, theft);
    await system.kill('SIGKILL');
    since = copied(system.folder);
  }, 300_000);

  test('an older database is told by what runs and is not in it', async () => {
    expect(await up(mixed(since, 'database', atFirst))).toEqual(
      saysOnly(/the database is older than the histories: it lacks 1 running incident/),
    );
  });

  test('older histories are told by what was begun and does not run', async () => {
    expect(await up(mixed(since, 'histories', atFirst))).toEqual(
      saysOnly(
        /the histories are older than the database: they lack the procedures of 1 incident begun after/,
      ),
    );
  });

  test('a log that was cut in the database takes no act, and the doctor names it', async () => {
    const copy = copied(since);
    await tamper(
      join(copy, 'database'),
      `delete from log_entries where incident = '${worked}' and seq > 3`,
      `update incidents set seq = 3, hash = (
        select hash from log_entries where incident = '${worked}' and seq = 3) where id = '${worked}'`,
    );
    const system = await startOn(copy);
    const { operator } = await bureau(system);
    expect((await operator.step(worked, 'accept-register')).status).toBe(503);
    const doctor = await runProgram([
      ...['doctor', '--data', copy, '--url', system.address(), '--lang', 'en'],
    ]);
    expect([doctor.code, doctor.out]).toEqual([
      1,
      expect.stringMatching(
        /the store lacks entries of its log that it had.*\n.*`jiechu repair I[0-9-]+`/u,
      ),
    ]);
    await system.stop();
  });
});

describe('a start finds everything as it was', () => {
  const countIn = async (system: System): Promise<number> => {
    const { leader } = await bureau(system);
    const { incidents } = await leader.read<{ incidents: unknown[] }>('/api/incidents?limit=50');
    return incidents.length;
  };

  test('where the mark of an unfinished database was left beside it', async () => {
    const copy = copied(later);
    writeFileSync(join(copy, 'database.unfinished'), '');
    const system = await startOn(copy);
    expect(await countIn(system)).toBe(3);
    await system.stop();
  });

  test('where somebody has looked at an older database, which is then brought up', async () => {
    const copy = mixed(later, 'database', earlier);
    const { err } = await up(copy);
    const [, known = ''] = /JIECHU_KNOWN_MISFIT=(\S+)/u.exec(err) ?? [];
    const system = await startOn(copy, { JIECHU_KNOWN_MISFIT: known });
    const asked = ['--data', copy, '--url', system.address(), '--lang', 'en'];
    const doctor = await runProgram(['doctor', ...asked]);
    const unknown = doctor.out.match(/(?<=✗ )\S+(?=  a procedure runs that the store)/gu) ?? [];
    // The other has everything still to write, and may have written it.
    expect(unknown.length).toBeGreaterThan(0);
    for (const id of unknown) {
      expect(await runProgram(['repair', id, ...asked])).toMatchObject({ code: 0 });
    }
    await expect.poll(() => countIn(system), { timeout: 60_000 }).toBe(3);
    // No number is issued twice.
    const { operator } = await bureau(system);
    expect((await operator.report(theft)).body.report).toMatch(/-01\d{4}$/u);
    await system.stop();
    const again = await startOn(copy);
    expect(await countIn(again)).toBe(4);
    await again.stop();
  });

  test('where somebody has looked at older histories; what does not fit takes no act', async () => {
    const copy = mixed(later, 'histories', earlier);
    const { err } = await up(copy);
    const [, known = ''] = /JIECHU_KNOWN_MISFIT=(\S+)/u.exec(err) ?? [];
    const system = await startOn(copy, { JIECHU_KNOWN_MISFIT: known });
    const { leader, officer, operator } = await bureau(system);
    const { incidents } = await leader.read<{ incidents: { id: string }[] }>('/api/incidents');
    const sent = incidents.map(async ({ id }) => {
      const byOperator = await operator.step(id, 'accept-register');
      // One is the officer's own.
      return byOperator.status === 404 ? officer.step(id, 'open-entry') : byOperator;
    });
    // Without evidence the engine refuses; what it has another log of it is not asked at all.
    const statuses = (await Promise.all(sent)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([409, 503, 503]);
    await system.stop();
    // The next start has both sides at one mark again.
    const again = await startOn(copy);
    expect(await countIn(again)).toBe(3);
    await again.stop();
  });
});

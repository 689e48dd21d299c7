import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Officer } from './officer.ts';
import { saysOnly } from './says-only.ts';
import { runProgram, spawnProgram, startSystem, temporaryFolder, type System } from './system.ts';
import { damage, largestIn } from './damage.ts';
import { begin, walkIn } from './stories.ts';
import { temporalOf, untilGone } from './temporal-process.ts';

const up = (folder: string, environment: Readonly<Record<string, string>> = {}, port = 0) =>
  runProgram(['up', '--data', folder, '--port', `${port}`, '--json', '--lang', 'en'], environment);
const emptyFolder = () => join(temporaryFolder(), 'data');

describe('a start ends with one clear line', () => {
  test('where the port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const finished = await up(emptyFolder(), {}, port);
    server.close();
    expect(finished).toEqual(saysOnly(new RegExp(`port ${port} is taken.*--port`)));
  });

  // A path below a file, which nobody can write to: root may write where the mode forbids it.
  test('where the data folder cannot be written', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(await up(join(file, 'data'))).toEqual(saysOnly(/cannot be written.*--data/));
  });

  test('where there is no Temporal CLI', async () => {
    const none = { TEMPORAL_CLI: '', PATH: '/nowhere', JIECHU_CACHE: '/nowhere' };
    expect(await up(emptyFolder(), none)).toEqual(saysOnly(/no Temporal CLI.*TEMPORAL_CLI/));
  });

  test('where the Temporal CLI that is named does not exist', async () => {
    const wrong = { TEMPORAL_CLI: '/nowhere/temporal' };
    expect(await up(emptyFolder(), wrong)).toEqual(saysOnly(/\/nowhere\/temporal.*does not exist/));
  });

  test('where the Temporal CLI is something else', async () => {
    const folder = emptyFolder();
    const finished = await up(folder, { TEMPORAL_CLI: '/bin/false' });
    expect(finished).toEqual(saysOnly(/ended at once.*temporal\.log/));
    expect(temporalOf(folder)).toBeUndefined();
  });

  test('where the database folder holds something else', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'database'), { recursive: true });
    writeFileSync(join(folder, 'database', 'notes.txt'), '');
    expect(await up(folder)).toEqual(saysOnly(/other files and no database.*--data/));
  });
});

describe('an API that others could reach does not start', () => {
  const api = (...args: readonly string[]) => runProgram(['api', '--lang', 'en', ...args]);
  const proxied = { JIECHU_TRUSTED_PROXIES: '10.0.0.1' };

  test.each(['0.0.0.0', '::', '192.0.2.7', 'jiechu.example'])(
    'on %s without TLS or a proxy that has a name',
    async (host) => {
      expect(await api('--host', host)).toEqual(
        saysOnly(/in the clear.*--tls-cert.*TRUSTED_PROXIES/),
      );
    },
  );

  test('with sample accounts, whatever stands before it', async () => {
    const args = ['api', '--lang', 'en', '--samples', '--host', '0.0.0.0'];
    expect(await runProgram(args, proxied)).toEqual(saysOnly(/this machine alone.*--samples/));
  });

  test('with half of a certificate, or something else', async () => {
    const file = join(temporaryFolder(), 'cert.pem');
    writeFileSync(file, 'no certificate');
    expect(await api('--tls-cert', file)).toEqual(saysOnly(/--tls-cert and --tls-key together/));
    const both = ['--tls-cert', file, '--tls-key', file];
    expect(await api(...both)).toEqual(saysOnly(/--tls-cert .*cannot be read or is not PEM/));
  });

  test('with settings that cannot be read', async () => {
    const set = (environment: Record<string, string>) =>
      runProgram(['api', '--lang', 'en'], environment);
    expect(await set({ CLAMD_ADDRESS: 'clamd' })).toEqual(saysOnly(/CLAMD_ADDRESS is host:port/));
    expect(await set({ JIECHU_RECENT_SIGN_IN: '13h' })).toEqual(saysOnly(/such as 15m or 90s/));
  });
});

describe.skipIf(process.platform === 'win32')('a data folder that others can read', () => {
  const none = { TEMPORAL_CLI: '', PATH: '/nowhere', JIECHU_CACHE: '/nowhere' };
  const modeOf = (path: string) => statSync(path).mode & 0o777;

  test('is closed where it is empty', async () => {
    const folder = emptyFolder();
    mkdirSync(folder, { mode: 0o755 });
    expect(await up(folder, none)).toEqual(saysOnly(/no Temporal CLI/));
    expect(modeOf(folder)).toBe(0o700);
  });

  test('is closed with its keys where it is ours, which is told', async () => {
    const folder = emptyFolder();
    await up(folder, none);
    const keys = join(folder, 'codec-keys');
    chmodSync(folder, 0o755);
    chmodSync(keys, 0o644);
    const { code, err } = await up(folder, none);
    expect([code, modeOf(folder), modeOf(keys)]).toEqual([2, 0o700, 0o600]);
    expect(err.split('\n').filter((line) => /could be read by others/.test(line))).toHaveLength(2);
    expect((await up(folder, none)).err).not.toContain('by others');
  });

  test('is not touched where it is somebody’s', async () => {
    const folder = emptyFolder();
    mkdirSync(folder, { mode: 0o755 });
    writeFileSync(join(folder, 'letter.txt'), '');
    expect(await up(folder, none)).toEqual(
      saysOnly(/can be read by others \(mode 755\): run chmod go=/),
    );
    expect(modeOf(folder)).toBe(0o755);
  });
});

describe('a system that runs', () => {
  let system: System;
  beforeAll(async () => void (system = await startSystem()));
  afterAll(() => system.kill('SIGKILL'));

  test('keeps its data folder from a second one, and goes on', async () => {
    expect(await up(system.folder)).toEqual(
      saysOnly(new RegExp(`in use by process ${system.pid()}.*--data`)),
    );
    const officer = await Officer.signIn(system, 'cao-anran');
    await begin(officer, walkIn);
    expect((await officer.get('/readyz')).body).toMatchObject({ status: 'ready' });
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'ends with %s, and everything it started with it',
    async (signal) => {
      if (temporalOf(system.folder) === undefined) await system.start();
      const temporal = temporalOf(system.folder) ?? 0;
      expect(temporal).not.toBe(0);
      expect((await system.kill(signal)).code).toBe(0);
      // A terminal shows warnings and errors besides, and there are none.
      expect(system.errors()).toBe('\nstopping …\n');
      await untilGone(temporal);
      expect(temporalOf(system.folder)).toBeUndefined();
      await expect(fetch(system.address())).rejects.toThrow();
    },
  );

  // Each part of a folder is worth something with the others only.
  test.each<readonly [string, RegExp, (folder: string) => void]>([
    [
      'with keys that are lost',
      /codec-keys are not those of this database.*backup/,
      (folder) => rmSync(join(folder, 'codec-keys')),
    ],
    [
      'with keys that are none',
      /codec-keys are wrong: a codec key is written id:base64/,
      (folder) => writeFileSync(join(folder, 'codec-keys'), ''),
    ],
    [
      'with its histories gone',
      /the histories of 1 open incident in .* are gone.*backup/,
      (folder) => rmSync(join(folder, 'temporal.db')),
    ],
    [
      'with its histories cut to half',
      /the histories in .*temporal\.db are damaged.*backup/,
      (folder) => {
        const file = join(folder, 'temporal.db');
        // Pages that were cut off are no loss while the log of writes still has them.
        rmSync(`${file}-wal`, { force: true });
        truncateSync(file, Math.floor(statSync(file).size / 2));
      },
    ],
    [
      'with a page of its histories written over',
      /the histories in .*temporal\.db are damaged \(.*newest backup.*`jiechu restore`/,
      (folder) => damage(join(folder, 'temporal.db'), 4096),
    ],
    [
      'with a page of its database written over',
      /page \d+ of the database file .*base\/5\/\d+ is damaged.*`jiechu restore`/,
      (folder) => damage(largestIn(join(folder, 'database/base/5')), 8192),
    ],
    [
      'with its database gone',
      /temporal\.db but not their database.*backup.*--data/,
      (folder) => rmSync(join(folder, 'database'), { recursive: true }),
    ],
  ])('does not start %s', async (_what, said, lose) => {
    const copy = join(temporaryFolder(), 'data');
    cpSync(system.folder, copy, { recursive: true });
    lose(copy);
    expect(await up(copy)).toEqual(saysOnly(said));
  });

  test('does not start on a database that is damaged', async () => {
    truncateSync(join(system.folder, 'database/global/pg_control'), 100);
    expect(await up(system.folder)).toEqual(saysOnly(/is damaged.*backup/));
  });
});

test('Ctrl-C while it starts leaves nothing behind', async () => {
  const folder = emptyFolder();
  const child = spawnProgram(['up', '--data', folder, '--port', '0', '--json']);
  const ended = once(child, 'exit');
  let temporal: number | undefined;
  while (temporal === undefined && child.exitCode === null) {
    await sleep(5);
    temporal = temporalOf(folder);
  }
  expect(temporal).toBeDefined();
  child.kill('SIGINT');
  expect(await ended).toEqual([130, null]);
  expect(temporalOf(folder)).toBeUndefined();
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Dues } from '../../src/contract/dues-contract.ts';
import type { Notices } from '../../src/contract/directory-contract.ts';
import type { IncidentList, IncidentView } from '../../src/contract/incident-contract.ts';
import type { Prompts } from '../../src/contract/prompt-contract.ts';
import type { LogData } from '../../src/model/log-entry.ts';
import { createDatabase, opened, query } from '../store/databases.ts';
import { aPending } from '../store/a-pending.ts';
import { logOf, started, step } from '../store/log-of.ts';
import { settle, sampleRelease } from './bureau.ts';
import { morning, runApi, type RunningApi } from './running-api.ts';

const server = process.env['TEST_DATABASE_URL'];
const top = mkdtempSync(join(tmpdir(), 'jiechu-unreadable-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

/** A database whose rows can be broken from outside, as a fault of the disk would. */
interface Breakable {
  readonly name: string;
  open(): Promise<{
    readonly options: { readonly folder: string } | { readonly databaseUrl: string };
    run(statements: readonly string[]): Promise<void>;
  }>;
}

const databases: readonly Breakable[] = [
  {
    name: 'PGlite',
    open: async () => {
      const folder = join(top, 'database');
      return {
        options: { folder },
        run: async (statements) => {
          const pglite = await PGlite.create(folder);
          for (const statement of statements) await pglite.exec(statement);
          await pglite.close();
        },
      };
    },
  },
  {
    name: 'PostgreSQL',
    open: async () => {
      if (server === undefined) throw new Error('TEST_DATABASE_URL is not set: run npm test');
      const databaseUrl = await createDatabase(server);
      return {
        options: { databaseUrl },
        run: async (statements) => {
          for (const statement of statements) await query(databaseUrl, statement);
        },
      };
    },
  },
];

const around = { procedure: 'theft', role: 'scene-officer' };
const due = morning + 600_000;
const bound = (role: string): LogData => ({
  kind: 'bound',
  role,
  binding: { unit: 'east' },
  why: 'step',
});

/** The statements that break each incident; the first is whole. */
const broken = {
  whole: [],
  nul: [
    `update incidents set pending_switch = '{"from":"theft","to":"injury","by":"sam","at":0,"judge":"leader",
      "note":"a\\u0000b","acted":false}', switch_judge = 'leader', switch_by = 'sam' where id = 'nul'`,
  ],
  halfSwitch: [
    `update incidents set pending_switch = '{"from":"theft"}', switch_judge = 'leader' where id = 'halfSwitch'`,
  ],
  cut: [`update steps set row = left(row, 20) where incident = 'cut'`],
  other: [`update steps set row = 'null' where incident = 'other'`],
  listless: [`update incidents set reports = '{' where id = 'listless'`],
  shapeless: [`update incidents set beside = '7' where id = 'shapeless'`],
  unreleased: [`update incidents set release = 'gone' where id = 'unreleased'`],
  undecided: [
    `insert into decisions values ('undecided', 99, 0, 'x', '{"outcome":')`,
    `insert into answers values ('undecided', 'x', '{', null, false, 0, null)`,
  ],
  untold: [`update notices set data = '{"kind":' where incident = 'untold'`],
  unlogged: [`update log_entries set data = '{' where incident = 'unlogged' and seq = 3`],
} as const;

// In these something is left out of the incident, and it is still there.
const stillShown = ['whole', 'undecided', 'untold', 'unlogged'];

describe.each(databases)('on $name', ({ open }) => {
  let api: RunningApi;
  beforeAll(async () => {
    const { options, run } = await open();
    const release = sampleRelease();
    const before = await opened(options);
    await settle(before, release);
    for (const incident of Object.keys(broken)) {
      const told = [
        started({ unit: 'east', procedure: 'theft', release: release.hash, reportedAt: morning }),
        bound('scene-officer'),
        bound('leader'),
        step('arrive', { opened: morning, due }, around),
        step('sign', { opened: morning, due, pending: aPending({ by: 'sue', due }) }, around),
        { kind: 'late', key: 'late', of: 'step', due, ladder: 'usual' } satisfies LogData,
      ];
      const entries = logOf(...told.slice(0, -1), [told.at(-1)!, { step: 'arrive' }]);
      await before.log.append({ incident, entries, personal: [] });
    }
    await before.close();
    await run(Object.values(broken).flat());
    api = await runApi({ store: await opened(options) });
  }, 180_000);
  afterAll(() => api.stop());

  const read = async <Body>(person: string, url: string) => {
    const answer = await api.ask(person, { url });
    expect([url, answer.statusCode]).toEqual([url, 200]);
    return answer.json() as Body;
  };

  test('a row that cannot be read is left out of prompts, judgements, dues, incidents and notices', async () => {
    const { prompts } = await read<Prompts>('sam', '/api/prompts');
    expect(prompts.map(({ incident }) => incident).sort()).toEqual([...stillShown, 'nul'].sort());
    const { prompts: judged, switches } = await read<Prompts>('lee', '/api/prompts');
    expect(switches.map(({ incident }) => incident)).toEqual(['nul']);
    expect(judged.map(({ incident }) => incident)).toEqual(expect.arrayContaining(stillShown));
    const { late, soon } = await read<Dues>('lee', '/api/dues');
    const lines = [...late.lines, ...soon.lines].map(({ incident }) => incident);
    expect(lines).toEqual(expect.arrayContaining(stillShown));
    const { incidents } = await read<IncidentList>('lee', '/api/incidents');
    expect(incidents.map(({ id }) => id)).toEqual(expect.arrayContaining(stillShown));
    expect(incidents.map(({ id }) => id)).not.toContain('listless');
    const { notices } = await read<Notices>('sam', '/api/notices');
    expect(notices.map(({ incident }) => incident)).toEqual(
      expect.arrayContaining(['whole', 'cut']),
    );
    expect(notices.map(({ incident }) => incident)).not.toContain('untold');
  });

  test('an incident is shown without its rows that cannot be read, or says that it cannot be', async () => {
    for (const id of stillShown) {
      const { log, steps } = await read<IncidentView>('lee', `/api/incidents/${id}`);
      expect(steps.map(({ id: step }) => step)).toContain('arrive');
      expect(log.some(({ seq }) => seq === 3)).toBe(id !== 'unlogged');
    }
    const answer = await api.ask('lee', { url: '/api/incidents/listless' });
    expect([answer.statusCode, answer.json()]).toMatchObject([500, { code: 'record-unreadable' }]);
  });

  test('what was left out is counted for the operators', async () => {
    const metrics = (await api.app.inject({ url: '/metrics' })).body;
    const [, count] = /^jiechu_unreadable_rows (\d+)$/m.exec(metrics) ?? [];
    expect(Number(count)).toBeGreaterThanOrEqual(7);
  });
});

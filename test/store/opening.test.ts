import { PGlite } from '@electric-sql/pglite';
import { Kysely, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { LivingPglite } from '../../src/store/embedded/living-pglite.ts';
import { pgliteDialect } from '../../src/store/embedded/pglite-dialect.ts';
import { migrate } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations/migrations.ts';
import { parseInt8 } from '../../src/store/parse-int8.ts';
import type { Change } from '../../src/store/ports/change.ts';
import { openStore } from '../../src/store/store.ts';
import type { Tables } from '../../src/store/tables.ts';
import { createDatabase, opened, query } from './databases.ts';
import { logOf, newIncident, started } from './log-of.ts';

const server = process.env.TEST_DATABASE_URL;

describe('the schema', () => {
  it('is brought up to date once, and left alone the second time', async () => {
    const db = new Kysely<Tables>({
      dialect: pgliteDialect(new LivingPglite({ pglite: new PGlite() })),
    });
    expect(await migrate(db)).toBeUndefined();
    await sql`insert into settings values ('a', '1')`.execute(db);
    expect(await migrate(db)).toBeUndefined();
    expect((await sql`select * from settings`.execute(db)).rows).toHaveLength(1);
    // A later version has been here.
    const later = { ...migrations, '999-later': { up: async () => {} } };
    expect(await migrate(db, later)).toBeUndefined();
    expect(await migrate(db)).toMatchObject({ code: 'schema-newer' });
    expect((await migrate(db))?.message.en).toContain('999-later');
    await db.destroy();
  });

  it('stays as it was where a migration fails', async () => {
    const db = new Kysely<Tables>({
      dialect: pgliteDialect(new LivingPglite({ pglite: new PGlite() })),
    });
    const broken = {
      '001-good': {
        up: async (db: Kysely<unknown>) => void (await sql`create table t (a text)`.execute(db)),
      },
      '002-bad': { up: async () => Promise.reject(new Error('no\nway')) },
    };
    expect(await migrate(db, broken)).toMatchObject({ code: 'migration-failed' });
    expect((await sql`select to_regclass('t') as t`.execute(db)).rows).toEqual([{ t: null }]);
    await db.destroy();
  });
});

describe('a bigint', () => {
  it('becomes a number, and throws where that would lose digits', () => {
    expect(parseInt8('1795420800000')).toBe(1_795_420_800_000);
    expect(parseInt8('-5')).toBe(-5);
    expect(() => parseInt8('9007199254740993')).toThrow();
  });
});

describe('a server that cannot be used', () => {
  it.each([
    ['nonsense', 'database-address'],
    ['mysql://localhost/x', 'database-address'],
    ['postgres://u:secret@127.0.0.1:1/x', 'database-unreachable'],
  ])('`%s` is reported as %s, in one line without its password', async (databaseUrl, code) => {
    const opening = await openStore({ databaseUrl });
    if (opening.opened) throw new Error('it opened');
    expect(opening.failure.code).toBe(code);
    for (const text of Object.values(opening.failure.message))
      expect(text).not.toMatch(/\n|secret/);
  });
});

describe.skipIf(server === undefined)('a PostgreSQL server', () => {
  it('is brought up to date by several processes at once', async () => {
    const databaseUrl = await createDatabase(server!);
    const stores = await Promise.all(
      [1, 2, 3].map(() => opened({ databaseUrl, connectionsMax: 2 })),
    );
    await stores[0]!.settings.set('a', 1);
    expect(await stores[2]!.settings.get('a')).toBe(1);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('that lacks the database, or is newer, is reported', async () => {
    const missing = new URL(server!);
    missing.pathname = '/nothing-here';
    expect(await openStore({ databaseUrl: missing.href })).toMatchObject({
      failure: { code: 'database-unreachable' },
    });
    const databaseUrl = await createDatabase(server!);
    await (await opened({ databaseUrl })).close();
    await query(databaseUrl, `insert into kysely_migration values ('999-later', 'now')`);
    expect(await openStore({ databaseUrl })).toMatchObject({ failure: { code: 'schema-newer' } });
  });

  it('tells the changes of one process to another, also after its connection was cut', async () => {
    const databaseUrl = await createDatabase(server!);
    const [writer, hearer] = [await opened({ databaseUrl }), await opened({ databaseUrl })];
    const heard: Change[] = [];
    hearer.onChange((change) => heard.push(change));
    const run = async () => {
      const incident = newIncident();
      await writer.log.append({ incident, entries: logOf(started()), personal: [] });
      return incident;
    };
    const first = await run();
    await expect.poll(() => heard.map(({ incident }) => incident)).toEqual([first]);
    await query(
      databaseUrl,
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );
    // Anything may have happened meanwhile.
    await expect.poll(() => heard.at(-1), { timeout: 5000 }).toMatchObject({ noticed: true });
    expect(heard.at(-1)?.incident).toBeUndefined();
    const second = await expect.poll(run).toBeTypeOf('string').then(run);
    await expect.poll(() => heard.some(({ incident }) => incident === second)).toBe(true);
    await Promise.all([writer.close(), hearer.close()]);
  });

  it('shows an entry that was altered in its tables', async () => {
    const databaseUrl = await createDatabase(server!);
    const store = await opened({ databaseUrl });
    for (const at of [1, 2, 3]) await store.apiLog.append('signed-in', { by: 'eve' }, at);
    await query(databaseUrl, `update api_log set data = '{"by":"bob"}' where seq = 2`);
    expect(await store.apiLog.brokenAt()).toEqual({ seq: 2, what: 'altered' });
    await store.close();
  });
});

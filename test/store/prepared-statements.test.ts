import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PGlite } from '@electric-sql/pglite';
import { openPgliteInMemory } from '../../src/store/embedded/open-pglite.ts';
import { PreparedStatements } from '../../src/store/embedded/prepared-statements.ts';

let pglite: PGlite;
let statements: PreparedStatements;

beforeAll(async () => {
  pglite = await openPgliteInMemory();
  statements = new PreparedStatements(pglite);
  await statements.run(
    'create table things (id integer primary key, name text, size bigint, tags text[])',
    [],
  );
});

afterAll(() => pglite.close());

test('values go in and come back with their types, also the second time', async () => {
  const put = 'insert into things values ($1, $2, $3, $4)';
  const get = 'select * from things where id = $1';
  for (const id of [1, 2]) {
    const size = 9_007_199_254_740_991;
    const written = await statements.run(put, [id, '表 "x" \\', size, ['a', 'b,c']]);
    expect(written.affected).toBe(1);
    const { rows } = await statements.run(get, [id]);
    expect(rows).toEqual([{ id, name: '表 "x" \\', size, tags: ['a', 'b,c'] }]);
  }
  await statements.run(put, [3, null, null, null]);
  expect((await statements.run(get, [3])).rows).toEqual([
    { id: 3, name: null, size: null, tags: null },
  ]);
});

test('a statement that fails says its code, and the next ones work', async () => {
  const put = 'insert into things (id) values ($1)';
  await statements.run(put, [10]);
  await expect(statements.run(put, [10])).rejects.toMatchObject({ code: '23505' });
  await expect(statements.run('select nonsense from things', [])).rejects.toMatchObject({
    code: '42703',
  });
  expect((await statements.run(put, [11])).affected).toBe(1);
});

test('a transaction that failed is rolled back', async () => {
  const put = 'insert into things (id) values ($1)';
  await statements.run('start transaction', []);
  await statements.run(put, [20]);
  await expect(statements.run(put, [20])).rejects.toMatchObject({ code: '23505' });
  await expect(statements.run(put, [21])).rejects.toMatchObject({ code: '25P02' });
  await statements.run('rollback', []);
  expect(
    (await statements.run('select id from things where id in ($1, $2)', [20, 21])).rows,
  ).toEqual([]);
});

test('a table that was changed is read as it now is', async () => {
  const get = 'select * from things where id = $1';
  await statements.run(get, [1]);
  await statements.run('alter table things add column colour text', []);
  expect((await statements.run(get, [1])).rows[0]).toMatchObject({ id: 1, colour: null });
});

test('more texts than are kept all work, and so do the first ones again', async () => {
  const text = (count: number) => `select ${count} as count, $1::text as word`;
  for (let count = 0; count < 400; count += 1) {
    expect((await statements.run(text(count), ['x'])).rows).toEqual([{ count, word: 'x' }]);
  }
  expect((await statements.run(text(0), ['y'])).rows).toEqual([{ count: 0, word: 'y' }]);
  const { rows } = await pglite.query('select count(*)::int as kept from pg_prepared_statements');
  expect(rows).toEqual([{ kept: 300 }]);
});

test('nothing runs once it is closed', async () => {
  const other = await openPgliteInMemory();
  const late = new PreparedStatements(other);
  await late.run('select 1 as one', []);
  await other.close();
  await expect(late.run('select 1 as one', [])).rejects.toThrow('closed');
});

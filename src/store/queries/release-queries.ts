import type { Release } from '../../model/release.ts';
import type { Database } from '../database.ts';
import type { Releases } from '../ports/releases.ts';

const cachedMax = 20;

/** The releases in a database. They never change, so those read lately are kept at hand. */
export function releaseQueries({ db, write }: Database): Releases {
  const cache = new Map<string, Release>();

  async function get(hash: string): Promise<Release | undefined> {
    const cached = cache.get(hash);
    if (cached) return cached;
    const row = await db
      .selectFrom('releases')
      .select('bundle')
      .where('hash', '=', hash)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const release = JSON.parse(row.bundle) as Release;
    const [oldest] = cache.keys();
    if (cache.size >= cachedMax && oldest !== undefined) cache.delete(oldest);
    cache.set(hash, release);
    return release;
  }

  return {
    get,

    put: (release, created) =>
      write(async ({ db }) => {
        await db
          .insertInto('releases')
          .values({ hash: release.hash, bundle: JSON.stringify(release), created, active: false })
          .onConflict((conflict) => conflict.column('hash').doNothing())
          .execute();
        const protecting = Object.values(release.procedures).flatMap(({ id, protects }) =>
          protects.length > 0 ? [{ release: release.hash, procedure: id }] : [],
        );
        if (protecting.length === 0) return;
        await db
          .insertInto('protecting_procedures')
          .values(protecting)
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }),

    async active() {
      const row = await db
        .selectFrom('releases')
        .select('hash')
        .where('active', '=', true)
        .executeTakeFirst();
      return row && get(row.hash);
    },

    activate: (hash) =>
      write(async ({ db }) => {
        // Two at once: the second waits here, and then sees the first one's choice.
        await db.selectFrom('releases').select('hash').orderBy('hash').forUpdate().execute();
        await db
          .updateTable('releases')
          .set({ active: false })
          .where('active', '=', true)
          .execute();
        const { numUpdatedRows } = await db
          .updateTable('releases')
          .set({ active: true })
          .where('hash', '=', hash)
          .executeTakeFirst();
        if (numUpdatedRows !== 1n) throw new Error(`there is no release ${hash}`);
      }),

    ...signatureQueries(db),

    list: () =>
      db
        .selectFrom('releases')
        .select(['hash', 'created', 'active'])
        .orderBy('created', 'desc')
        .orderBy('hash')
        .execute(),
  };
}

const signatureQueries = (db: Database['db']): Pick<Releases, 'keepSignature' | 'signature'> => ({
  async keepSignature(hash, { text, signer, signature }) {
    const signed = { text, signer, signature: Buffer.from(signature).toString('base64') };
    await db
      .insertInto('release_signatures')
      .values({ hash, ...signed })
      .onConflict((conflict) => conflict.column('hash').doUpdateSet(signed))
      .execute();
  },

  async signature(hash) {
    const row = await db
      .selectFrom('release_signatures')
      .select(['text', 'signer', 'signature'])
      .where('hash', '=', hash)
      .executeTakeFirst();
    return row && { ...row, signature: Buffer.from(row.signature, 'base64') };
  },
});

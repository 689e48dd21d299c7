import type { Kysely } from 'kysely';
import { isDiskFull } from '../is-disk-full.ts';
import type { Tables } from '../tables.ts';

/** Remembers whether a server's disk has room: the server tells only by refusing to write. */
export interface ServerRoom {
  /** Runs something that writes, and remembers whether there was room for it. */
  watch<T>(write: () => Promise<T>): Promise<T>;
  hasRoom(): Promise<boolean>;
}

const probe = { key: 'room', value: 'true' };

export function serverRoom(db: Kysely<Tables>): ServerRoom {
  let isFull = false;
  const watch: ServerRoom['watch'] = async (write) => {
    try {
      const result = await write();
      isFull = false;
      return result;
    } catch (error) {
      isFull ||= isDiskFull(error);
      throw error;
    }
  };
  return {
    watch,
    async hasRoom() {
      if (!isFull) return true;
      // Perhaps nobody asks a server that is not ready to write: it has to be tried.
      await watch(() =>
        db
          .insertInto('settings')
          .values(probe)
          .onConflict((conflict) => conflict.column('key').doUpdateSet(probe))
          .execute(),
      ).catch(() => undefined);
      return !isFull;
    },
  };
}

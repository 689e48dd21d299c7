import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { ChangeHub } from '../change-hub.ts';
import type { Change } from '../ports/change.ts';

export const changeChannel = 'jiechu_changed';

const retrySecondsMax = 10;

/**
 * Passes on what any process tells through the server, over a connection of its own. When that is cut it is made
 * again; what was told meanwhile is lost, so a change without an incident then says that anything may be new.
 * Gives the way to stop; throws where the first connection fails.
 */
export async function hearChanges(
  config: pg.ClientConfig,
  hub: ChangeHub,
): Promise<() => Promise<void>> {
  let stopped = false;
  let at = 0;
  let client = await connect();

  async function connect(): Promise<pg.Client> {
    const fresh = new pg.Client(config);
    fresh.on('notification', ({ payload }) => {
      const change = JSON.parse(payload ?? '') as Change;
      at = Math.max(at, change.at);
      hub.tell(change);
    });
    let over = false;
    const cut = () => {
      if (over || stopped) return;
      over = true;
      void reconnect();
    };
    fresh.on('error', () => {}); // `end` follows
    await fresh.connect();
    await fresh.query(`listen ${changeChannel}`);
    fresh.on('end', cut);
    return fresh;
  }

  async function reconnect(): Promise<void> {
    for (let seconds = 0.1; !stopped; seconds = Math.min(seconds * 2, retrySecondsMax)) {
      await sleep(seconds * 1000, undefined, { ref: false });
      if (stopped) return;
      const fresh = await connect().catch(() => undefined);
      if (fresh === undefined) continue;
      if (stopped) return void (await fresh.end());
      client = fresh;
      return hub.tell({ at, noticed: true });
    }
  }

  return async () => {
    stopped = true;
    await client.end();
  };
}
